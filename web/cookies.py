"""
Cookies: no script reads one, no other site sends one along, and each is of all pages of this site.

Behind https a cookie is sent over that alone and its name begins with ``__Host-``: a browser takes such a name from this host
alone, so that whoever holds a neighbouring name puts nothing into it. On one's own machine, over http, none would be taken so.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response

if TYPE_CHECKING:
    from web.visit import Visit

OF_THIS_HOST = "__Host-"


def name_of(cookie: str, *, over_https: bool) -> str:
    """Give by what name a browser keeps a cookie."""
    return OF_THIS_HOST + cookie if over_https else cookie


def cookies_in(request: Request, *, over_https: bool) -> Mapping[str, str]:
    """Give the cookies that came along, by our names; behind https one without the prefix may be anybody's."""
    if not over_https:
        return request.cookies
    ours = (each for each in request.cookies.items() if each[0].startswith(OF_THIS_HOST))
    return {name.removeprefix(OF_THIS_HOST): value for name, value in ours}


def keep(visit: "Visit", answer: Response, cookie: str, value: str, *, lasts: int | None = None, strict: bool = False) -> None:
    """
    Let a browser keep something.

    :param lasts: seconds; None: until the browser is closed
    :param strict: not even a link from elsewhere brings it along
    """
    over_https = visit.ways_in.over_https
    name = name_of(cookie, over_https=over_https)
    answer.set_cookie(name, value, lasts, secure=over_https, httponly=True, samesite="strict" if strict else "lax")


def forget(visit: "Visit", answer: Response, cookie: str) -> None:
    """Let a browser forget something."""
    over_https = visit.ways_in.over_https
    answer.delete_cookie(name_of(cookie, over_https=over_https), secure=over_https, httponly=True, samesite="lax")
