"""The service as an ASGI application: what every process of ``netwerkpartij serve`` runs."""

import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.types import ASGIApp

from api.app import create_app
from api.limits.requests import Allowances
from infrastructure.one_process import one_process
from netwerkpartij.background import STOPS_WITHIN, keep_bringing_in, keep_clock, keep_mailing
from netwerkpartij.faces import BothFaces, pages_of
from netwerkpartij.logs import log_libraries_too, log_to_standard_error
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import open_service


def make_app() -> ASGIApp:
    """Open the service and give its application: the API and the pages; the clock and the policies run beside it."""
    settings = load_settings()
    log_to_standard_error(settings.log_format)
    log_libraries_too(settings.log_format)
    service = open_service(settings)
    stopped = threading.Event()

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        place = one_process(settings.database_url)
        clock = threading.Thread(target=keep_clock, args=(service, stopped, settings.clock_interval, place), daemon=True)
        mail = threading.Thread(target=keep_mailing, args=(service, stopped), daemon=True)
        register = threading.Thread(target=keep_bringing_in, args=(service, stopped), daemon=True)
        beside = (mail, register, clock)
        for each in beside:
            each.start()
        yield
        stopped.set()
        ends = time.monotonic() + STOPS_WITHIN
        for each in beside:
            each.join(max(0.0, ends - time.monotonic()))
        if not any(each.is_alive() for each in beside):  # else the end of the process closes what they still use
            service.close()

    allowances = Allowances(settings.limits)
    api = create_app(
        service.service,
        limits=settings.limits,
        allowances=allowances,
        metrics_token=settings.metrics_token.get_secret_value(),
        contact=service.contact,
        lifespan=lifespan,
    )
    return BothFaces(api, pages_of(service, settings.limits, allowances))
