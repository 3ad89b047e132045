"""Signing in with an account of the party's own: there is such a page only where the settings name a provider."""

from starlette.responses import Response

from application.language.words import Words
from application.ports.signing_in import CODE_LASTS
from application.signing_in.by_provider import ByProvider
from application.signing_in.errors import AccountOver
from web.cookies import forget, keep
from web.page import page
from web.refusals import NOT_THERE, PageRefused
from web.signing_in.by_mail import ACCOUNT, go_on
from web.signing_in.cookies import begin_code, go_to, local, way_back
from web.visit import Visit

ACCOUNT_COOKIE = "np-account"
TITLE = Words("Aanmelden met uw account", "Sign in with your account")


@page(ACCOUNT, TITLE, has_past=False)
def leave(visit: Visit) -> Response:
    """Go to the page of the provider; this browser remembers that it left."""
    left = _by_provider(visit).leave(way_back(visit))
    answer = go_to(left.to)
    keep(visit, answer, ACCOUNT_COOKIE, left.secret, lasts=int(CODE_LASTS.total_seconds()))
    return answer


@page(f"{ACCOUNT}/terug", TITLE, has_past=False)
def come_back(visit: Visit) -> Response:
    """Come back from the provider, in the browser that left: once, and then as who showed a mailbox."""
    if visit.query.get("state") is None:
        raise AccountOver
    secret, state, code = visit.cookies.get(ACCOUNT_COOKIE, ""), visit.query["state"], visit.query.get("code", "")
    came = _by_provider(visit).come_back(secret, state=state, code=code, language=visit.language.value)
    answer = go_on(visit, came.secret, local(came.back))
    if visit.ways_in.by_mail.proven(came.secret) is not None:
        begin_code(visit, answer, came.secret)
    forget(visit, answer, ACCOUNT_COOKIE)
    return answer


def _by_provider(visit: Visit) -> ByProvider:
    if visit.ways_in.by_provider is None:
        raise PageRefused(NOT_THERE)
    return visit.ways_in.by_provider
