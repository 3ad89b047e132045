"""The two faces of one service beside each other: the API under `/v1`, and pages everywhere else."""

from collections.abc import Mapping
from functools import partial

from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from api.limits.limits import Limits
from api.limits.requests import Allowances, RequestLimits
from application.signing_in.ways_in import StoryDoor, WaysIn
from netwerkpartij.story import CAST, PEOPLE
from netwerkpartij.wiring import Opened
from web.app import create_pages
from web.cookies import name_of
from web.shell import SESSION_COOKIE

OF_THE_API = ("/v1", "/health", "/metrics")
WORTH_ZIPPING = 500
"""Bytes; what is smaller does not get smaller."""


class BothFaces:
    """Gives each request to the face that it is for, and sends answers compressed to who takes that."""

    def __init__(self, api: ASGIApp, pages: ASGIApp) -> None:
        self._api = api
        self._zipped_api = GZipMiddleware(api, minimum_size=WORTH_ZIPPING, compresslevel=5)
        self._pages = GZipMiddleware(pages, minimum_size=WORTH_ZIPPING, compresslevel=5)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; starting and stopping is the API's."""
        if scope["type"] != "http":
            await self._api(scope, receive, send)
        elif scope["path"].startswith(OF_THE_API):
            await self._zipped_api(scope, receive, send)
        else:
            await self._pages(scope, receive, send)


def pages_of(service: Opened, limits: Limits, allowances: Allowances | None = None) -> ASGIApp:
    """
    Make the pages of a service, within the same limits as the API.

    :param allowances: those of the API, so that a stranger has one for both; None: of these pages alone
    """
    ways_in, allowances = ways_into(service), allowances or Allowances(limits)
    return create_pages(
        service.service,
        ways_in=ways_in,
        papers=service.papers,
        contact=contact_of(service),
        largest_body=limits.largest_body,
        within=partial(RequestLimits, allowances=allowances, cookie=name_of(SESSION_COOKIE, over_https=ways_in.over_https)),
    )


def contact_of(service: Opened) -> Mapping[str, str]:
    """Give name, mail and phone of the bureau, as every page says them."""
    return {**(service.contact or {}), "phone": service.phone}


def ways_into(service: Opened) -> WaysIn:
    """Give how people come in; in a demo also as anybody of its story."""
    over_https = service.sender.pages.startswith("https:")
    story = StoryDoor(service.door, service.vault, first=PEOPLE, cast=CAST) if service.is_demo else None
    return WaysIn(
        service.door,
        service.by_mail,
        over_https=over_https,
        by_provider=service.by_provider,
        pages=service.sender.pages,
        story=story,
    )
