"""One request for advice, for everybody who may see it: its clock, whose turn it is, what can be done, and what happened."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from application.language.words import Words
from application.queries.advice import AdviceRequestDetails, AdviceRequestPage, AdviceRequests
from application.queries.auditing.record import History
from domain.kernel.days import day_of
from web.page import Facts, page
from web.pages.advice.clock import clock, turn
from web.pages.advice.links import links_of, must_be_proven
from web.pages.advice.offered import offered
from web.visit import Visit


class DayOfRequest(NamedTuple):
    """A day of a request, for the line beside it."""

    day: date
    words: Words
    css: str


@page("/adviesvragen/{advice_request}", Words("Adviesvraag", "Request for advice"), names_people=True, is_paper=True)
def request(visit: Visit, advice_request: UUID) -> Facts:
    """What was asked, by when it is needed, what was answered and what was done with it."""
    must_be_proven(visit, advice_request)
    found = visit.ask(AdviceRequestDetails(advice_request=advice_request))
    happened = visit.ask_if_allowed(History(item=advice_request, limit=200))
    return {
        "request": found,
        "clock": clock(visit, found),
        "turn": turn(visit, found),
        "days": days_of(found, visit.today),
        "happened": tuple(reversed(happened.items)) if happened else (),
        "network_name": visit.name_of(found.network),
        "may_list": visit.may(AdviceRequests) and visit.session.link is None,
        "links": links_of(visit, advice_request),
        **offered(visit, found),
    }


def days_of(request: AdviceRequestPage, today: date) -> list[DayOfRequest]:
    """Give the days of a request in their order: what was, and what is to come while it waits for its answer."""
    ended = request.delivered_at or request.declined_at or request.withdrawn_at or request.lapsed_at
    told = [
        (day_of(request.asked_at), Words("gevraagd", "asked"), "np-was"),
        (request.delivered_at and day_of(request.delivered_at), Words("antwoord gegeven", "answered"), "np-was"),
        (request.due, Words("antwoord nodig", "answer needed"), "np-doel"),
    ]
    if ended is None:
        told += [
            (request.remind_on, Words("herinnering aan de kerngroep", "reminder to the core group"), ""),
            (request.overdue_on, Words("te laat: het partijbureau vraagt ernaar", "late: the party bureau asks after it"), ""),
            (request.lapses_on, Words("de vraag vervalt", "the request lapses"), ""),
        ]
    days = [DayOfRequest(day, words, css or ("np-was" if day <= today else "")) for day, words, css in told if day]
    return sorted(days, key=lambda each: each.day)
