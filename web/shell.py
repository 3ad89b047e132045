"""The rules of the outside: which headers a page has, how large a form may be, and that it comes from a page of ours."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.requests import Request

from web.refusals import AMBIGUOUS_LENGTH, FROM_ELSEWHERE, NO_FORM, NOT_THERE, TOO_LARGE, PageRefused

LANGUAGE_COOKIE, SESSION_COOKIE, DONE_COOKIE = "np-taal", "np-sessie", "np-gedaan"
LINK_COOKIE = "np-vraag-"
"""Begins the name of the cookie of a requester's link: each request has its own, and it opens the pages of that alone."""

ON_EVERY_PAGE: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self';"
        " base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
}
BY_READER = "Cookie, Accept-Language"
"""The same address is another page for another reader."""
FORM: Mapping[str, str] = {"Cache-Control": "private, no-cache", "Vary": BY_READER}
"""The browser keeps what was typed, for who goes back."""
NAMED: Mapping[str, str] = {"Cache-Control": "no-store", "Vary": BY_READER}
"""Where people are named no copy stays."""
TEXT: Mapping[str, str] = {"Content-Type": "text/plain; charset=utf-8"}
URLENCODED = "application/x-www-form-urlencoded"


def must_be_of_here(path: str) -> None:
    """
    Check that a path is one of this site wherever it is written, in a link or as where to go on: `//there` is another site.

    :raises PageRefused: if it is not
    """
    if not path.isprintable() or not path.startswith("/") or path.startswith("//") or "\\" in path:
        raise PageRefused(NOT_THERE)


def link_cookie(path: str) -> str:
    """Give the name of the cookie of a requester's link, by the address of a page of its request."""
    return LINK_COOKIE + path.removeprefix("/adviesvragen/").partition("/")[0]


def must_come_from_here(request: Request) -> None:
    """
    Check that a form was sent from a page of this site: browsers say so, and programs that do not have no cookies of others.

    :raises PageRefused: if it came from another site
    """
    if request.method in {"GET", "HEAD"}:
        return
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None:
        is_ours = site in {"same-origin", "none"}
    else:
        is_ours = origin is None or urlsplit(origin).netloc == request.headers.get("host")
    if not is_ours:
        raise PageRefused(FROM_ELSEWHERE)


def must_have_one_length(request: Request) -> None:
    """
    Check that one header says how long the body is.

    :raises PageRefused: if two do
    """
    if {"content-length", "transfer-encoding"} <= set(request.headers):
        raise PageRefused(AMBIGUOUS_LENGTH)


async def read_body(request: Request, most: int) -> bytes:
    """
    Read a form.

    :raises PageRefused: if it is larger than the limit, no form, or its length is said twice
    """
    must_have_one_length(request)
    if request.method != "POST":
        return b""
    if request.headers.get("content-type", URLENCODED).partition(";")[0].strip().lower() != URLENCODED:
        raise PageRefused(NO_FORM)
    read = bytearray()
    async for part in request.stream():
        read += part
        if len(read) > most:
            raise PageRefused(TOO_LARGE)
    return bytes(read)
