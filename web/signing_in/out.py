"""Signing out, and one's own sessions."""

from starlette.responses import Response

from application.language.words import Words, word
from application.queries.pilot import Wishes
from web.page import Facts, page
from web.refusals import NOT_SIGNED_IN, PageRefused
from web.signing_in.cookies import end_session, go_to
from web.visit import Visit

EVERYWHERE = "overal"


@page("/mijn", Words("Uw pagina", "Your page"), has_past=False, names_people=True)
def mine(visit: Visit) -> Facts:
    """Lead to what is about oneself: in which role one comes, where one is signed in, signing out."""
    if visit.is_visitor:
        raise PageRefused(NOT_SIGNED_IN)
    return {
        "role": word(visit.session.role, visit.language),
        "has_more_hats": len(visit.hats) > 1,
        "has_wishes": visit.uses(Wishes),
    }


@page("/afmelden", Words("Afmelden", "Sign out"), has_past=False, takes_forms=True)
def sign_out(visit: Visit) -> Facts | Response:
    """Sign out, in this browser; looking at the page does nothing."""
    if not visit.is_sent:
        return {}
    if visit.secret:
        visit.ways_in.browser.sessions.end(visit.secret)
    return end_session(visit, go_to("/"))


@page(
    "/mijn/sessies",
    Words("Waar u bent aangemeld", "Where you are signed in"),
    has_past=False,
    names_people=True,
    takes_forms=True,
)
def sessions(visit: Visit) -> Facts | Response:
    """List one's own sessions, and end one of them or all."""
    person, kept = visit.session.person, visit.ways_in.browser.sessions
    if person is None:
        raise PageRefused(NOT_SIGNED_IN)
    here = kept.of(visit.secret)
    if visit.is_sent:
        chosen = next((text for name, text in visit.form if name == "sessie"), "")
        if chosen == EVERYWHERE:
            kept.end_all(person)
        elif chosen.isascii() and chosen.isdigit():
            kept.end_one(person, int(chosen[:9]))
        return go_to(visit.path) if kept.of(visit.secret) else end_session(visit, go_to("/"))
    return {"sessions": kept.all_of(person), "here": here.number if here else None, "everywhere": EVERYWHERE}
