"""The service as an ASGI application: what every process of ``netwerkpartij serve`` runs."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from api.app import create_app
from infrastructure.one_process import one_process
from netwerkpartij.background import STOPS_WITHIN, keep_clock
from netwerkpartij.logs import log_libraries_too, log_to_standard_error
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import open_service


def make_app() -> FastAPI:
    """Open the service and give its application; the clock and the policies run beside it."""
    settings = load_settings()
    log_to_standard_error(settings.log_format)
    log_libraries_too(settings.log_format)
    service = open_service(settings)
    stopped = threading.Event()

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        place = one_process(settings.database_url)
        clock = threading.Thread(target=keep_clock, args=(service, stopped, settings.clock_interval, place), daemon=True)
        clock.start()
        yield
        stopped.set()
        clock.join(STOPS_WITHIN)
        if not clock.is_alive():  # else the end of the process closes what the clock still uses
            service.close()

    return create_app(
        service.service,
        limits=settings.limits,
        metrics_token=settings.metrics_token.get_secret_value(),
        contact=service.contact,
        lifespan=lifespan,
    )
