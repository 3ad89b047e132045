"""Calendars that a program reads again and again: what is open to the party for all, and one's own by a key in its address."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

from starlette.responses import Response

from application.access.visitor import VISITOR
from application.language.words import Language, Words
from application.ports.vault.sessions import Session
from application.queries.meetings import MeetingDetails, MeetingEntry, Meetings
from application.signing_in.by_calendar import CalendarKeys
from domain.kernel.acts import Role
from domain.networks.meeting import MeetingMode
from web.asking.forms import typed
from web.page import Facts, page
from web.pages.meetings.calendar import calendar
from web.refusals import NOT_SIGNED_IN, NOT_THERE, PageRefused
from web.visit import Visit

OPEN = "open"
"""In place of a key: what a stranger may see."""
FEED, MINE = "/agenda", "/mijn/gegevens/agenda"
LOOKS_BACK = timedelta(days=92)
"""What is gone from a calendar is forgotten by who reads it: a quarter stays."""
HIDDEN_TOO = "beschermd"


def keys(visit: Visit) -> CalendarKeys:
    """Give what makes and ends keys."""
    return CalendarKeys(visit.service.vault, visit.ways_in.browser.hats, visit.service.now)


@page(f"{FEED}/{{key}}", Words("Agenda", "Calendar"), has_past=False)
def feed(visit: Visit, key: str) -> Response:
    """Give a calendar to a program; a key that opens nothing is as if it were not there."""
    secret = key.removesuffix(".ics")
    if secret == OPEN:
        return calendar(visit, _told(replace(visit, session=VISITOR)), follows=True)
    opened = keys(visit).opened(secret)
    if opened is None:
        raise PageRefused(NOT_THERE)
    reads = Language(visit.ways_in.by_mail.languages.of(opened.person) or Language.NL)
    found = {each.meeting: each for session in opened.sessions for each in _own(replace(visit, session=session, language=reads))}
    shown = (each for each in found.values() if opened.chosen.hidden_too or not each.sensitive)
    return calendar(replace(visit, language=reads), shown, follows=True)


def _told(visit: Visit) -> Iterator[MeetingEntry]:
    since = visit.today - LOOKS_BACK
    asked = Meetings(to_come=visit.session is not VISITOR)
    return (each for each in visit.all_of(asked) if each.day >= since)


def _own(visit: Visit) -> Iterable[MeetingEntry]:
    """Give the meetings to which somebody may go; how one comes online, of those that are still to come."""
    for each in _told(visit):
        is_online = each.mode is not MeetingMode.ON_SITE and each.status == "planned" and each.day >= visit.today
        yield visit.ask(MeetingDetails(meeting=each.meeting)) if is_online else each


@page(MINE, Words("Uw agenda", "Your calendar"), has_past=False, names_people=True, takes_forms=True)
def own_calendar(visit: Visit) -> Facts | Response:
    """Make the address of one's own calendar, which is shown once; renew or end it."""
    session = _as_member(visit)
    if session.person is None:
        raise PageRefused(NOT_SIGNED_IN)
    made, given = None, typed(visit.form)
    if visit.is_sent and given.text("doe") == "stop":
        keys(visit).end(session.person)
    elif visit.is_sent:
        made = keys(visit).make(session.person, hidden_too=HIDDEN_TOO in given.texts)
    return {
        "made": made and f"{visit.ways_in.pages}{FEED}/{made}.ics",
        "is_there": keys(visit).of(session.person),
        "everybodys": f"{visit.ways_in.pages}{FEED}/{OPEN}.ics",
    }


def _as_member(visit: Visit) -> Session:
    """Give the session of who is signed in as a member, in whichever hat they come."""
    hat = next((each for each in visit.hats if each.role is Role.MEMBER), None)
    if hat is None or visit.session.person is None:
        raise PageRefused(NOT_SIGNED_IN if visit.is_visitor else NOT_THERE)
    return hat.session(visit.session.person)
