"""The clock of a request in a sentence with its day, and whose turn it is."""

from collections.abc import Mapping
from datetime import date

from application.language.formatting import WEEKDAYS
from application.language.words import Words
from application.queries.advice import AdviceRequestPage
from domain.advice.values import WAITING, NextActor, RequestStatus
from domain.kernel.acts import Role
from domain.kernel.days import day_of
from web.visit import Visit

NEEDED = Words("het antwoord is nodig op {day}.", "the answer is needed on {day}.")
TO_GO = Words("Nog {n} dagen: ", "{n} days to go: ")
ONE_TO_GO = Words("Nog één dag: ", "One day to go: ")
TODAY = Words("Vandaag, {day}, is het antwoord nodig.", "Today, {day}, the answer is needed.")
LATE = Words("Er is nog geen antwoord. Het was nodig op {day}.", "There is no answer yet. It was needed on {day}.")
STANDS_STILL = Words("De dagen staan stil: eerst is uitleg nodig.", "The days wait: first an explanation is needed.")
CLARIFY_BY = Words(
    "De dagen staan stil: eerst is uitleg nodig, vóór {day}.", "The days wait: first an explanation is needed, before {day}."
)
ANSWERED = Words("Het antwoord kwam op {day}.", "The answer came on {day}.")
IN_TIME = Words("Het antwoord kwam op {day}, op tijd.", "The answer came on {day}, in time.")

ENDED: Mapping[RequestStatus, tuple[str, Words]] = {
    RequestStatus.DECLINED: (
        "declined_at",
        Words("Het netwerk nam de vraag niet aan, op {day}.", "The network did not take the request on, on {day}."),
    ),
    RequestStatus.WITHDRAWN: (
        "withdrawn_at",
        Words("De adviesvrager trok de vraag in op {day}.", "The requester withdrew the request on {day}."),
    ),
    RequestStatus.LAPSED: (
        "lapsed_at",
        Words("De vraag verviel op {day}: er kwam geen antwoord.", "The request lapsed on {day}: no answer came."),
    ),
    RequestStatus.UNCLARIFIED: (
        "lapsed_at",
        Words("De vraag verviel op {day}: er kwam geen uitleg.", "The request lapsed on {day}: no explanation came."),
    ),
}

TURNS: Mapping[NextActor, Words] = {
    NextActor.REQUESTER: Words("De adviesvrager is aan zet.", "The requester is to act."),
    NextActor.CORE_GROUP: Words("De kerngroep is aan zet.", "It is the turn of the core group."),
    NextActor.PARTY_BUREAU: Words("Het partijbureau is aan zet.", "It is the turn of the party bureau."),
    NextActor.NOBODY: Words("Niemand hoeft nog iets te doen.", "Nobody needs to do anything any more."),
}
OWN_TURN: Mapping[Role, Words] = {
    Role.REQUESTER: Words("U bent aan zet.", "It is your turn."),
    Role.CORE_GROUP: Words("Uw kerngroep is aan zet.", "Your core group is to act."),
    Role.PARTY_BUREAU: Words("U bent aan zet: het partijbureau.", "It is your turn: the party bureau."),
}


def clock(visit: Visit, request: AdviceRequestPage) -> str:
    """Say how it stands with the day of the answer."""
    status = request.status
    if status in ENDED:
        name, words = ENDED[status]
        return _said(visit, words, day_of(getattr(request, name) or request.asked_at))
    if request.delivered_at is not None:
        came = day_of(request.delivered_at)
        return _said(visit, IN_TIME if came <= request.due else ANSWERED, came)
    if status in WAITING:
        return _days_to_go(visit, request.due)
    return _said(visit, CLARIFY_BY, request.clarify_by) if request.clarify_by else visit.tell(STANDS_STILL)


def _days_to_go(visit: Visit, due: date) -> str:
    left = (due - visit.today).days
    if left < 0:
        return _said(visit, LATE, due)
    if left == 0:
        return _said(visit, TODAY, due)
    begins = visit.tell(ONE_TO_GO) if left == 1 else visit.tell(TO_GO).format(n=left)
    return begins + _said(visit, NEEDED, due)


def _said(visit: Visit, words: Words, day: date) -> str:
    return visit.tell(words).format(day=f"{WEEKDAYS[day.weekday()].in_language(visit.language)} {visit.tell(day)}")


def turn(visit: Visit, request: AdviceRequestPage) -> str:
    """Say whose turn it is."""
    actor, role = request.next_actor, visit.session.role
    is_own = actor.value == role.value and (role is not Role.CORE_GROUP or visit.session.network == request.network)
    return visit.tell(OWN_TURN[role] if is_own and role in OWN_TURN else TURNS[actor])
