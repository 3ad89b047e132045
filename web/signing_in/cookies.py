"""Cookies of who is signed in, and of who is about to be; and where somebody goes on afterwards."""

import re
from urllib.parse import quote

from starlette.responses import RedirectResponse, Response

from application.access.hats import Hat
from application.ports.signing_in import CODE_LASTS, LASTS_ON
from web.cookies import forget, keep
from web.hats import HAT_COOKIE, key_of
from web.shell import FORM, SESSION_COOKIE
from web.visit import Visit

CODE_COOKIE = "np-code"
START = "/te-doen"
LOCAL = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")
"""A path on this site: nothing that a browser reads as another one."""
LONGEST = 2_000


def local(path: str, otherwise: str = START) -> str:
    """Give a path if it is one on this site: links that lead on to another come from strangers."""
    return path if len(path) <= LONGEST and LOCAL.fullmatch(path) else otherwise


def with_way_back(path: str, back: str) -> str:
    """Give an address of a step of signing in that remembers where somebody was going."""
    return path if back == START else f"{path}?naar={quote(back, safe='')}"


def way_back(visit: Visit) -> str:
    """Give where somebody was going when asked to sign in."""
    sent = next((text for name, text in visit.form if name == "naar"), "")
    return local(sent or visit.query.get("naar", ""))


def go_to(path: str) -> Response:
    """Lead on to another page of this site."""
    return RedirectResponse(path, 303, headers=FORM)


def begin_code(visit: Visit, answer: Response, secret: str) -> Response:
    """Let a browser remember that it asked for a code."""
    life = int(CODE_LASTS.total_seconds())
    keep(visit, answer, CODE_COOKIE, secret, lasts=life)
    return answer


def begin_session(visit: Visit, answer: Response, secret: str, *, own_device: bool = False, hat: Hat | None = None) -> Response:
    """Let a browser remember who is signed in with it: on somebody's own device also when it is closed."""
    life = int(LASTS_ON[True].most.total_seconds()) if own_device else None
    keep(visit, answer, SESSION_COOKIE, secret, lasts=life)
    forget(visit, answer, CODE_COOKIE)
    choose_hat(visit, answer, hat)
    return answer


def choose_hat(visit: Visit, answer: Response, hat: Hat | None) -> None:
    """Let a browser remember in which hat somebody comes, or forget it."""
    if hat is None:
        forget(visit, answer, HAT_COOKIE)
    else:
        keep(visit, answer, HAT_COOKIE, key_of(hat))


def end_session(visit: Visit, answer: Response) -> Response:
    """Let a browser forget who was signed in with it."""
    for cookie in (SESSION_COOKIE, CODE_COOKIE, HAT_COOKIE):
        forget(visit, answer, cookie)
    return answer
