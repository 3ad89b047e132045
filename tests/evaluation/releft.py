"""
Whom and what figures leave out, and why, from docs/figures.md once more.

Not of every figure: lines that were struck, and the day that days-to-fifty and members-after-12-months count, are not here.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from tests.evaluation.calendar import NEVER, day_of, end_of, later
from tests.evaluation.recount import Asked, Group, Recount, Time, memberships, name_of, seats, times
from tests.evaluation.refigure import again, since
from tests.evaluation.refigure_advice import OUTCOMES, requests_of
from tests.evaluation.refigure_meetings import meetings_of
from tests.evaluation.refigure_plans import plans_of

LeftOut = set[tuple[str, str]]
LEFT_OUT: dict[str, Callable[[Recount, Group, Asked], LeftOut]] = {}
UNANSWERED = {"declined": "declined", "withdrawn": "request-withdrawn", "unclarified": "unclarified", "lapsed": "lapsed"}
PLANS = {"PlanRejected": "rejected", "PlanWithdrawn": "plan-withdrawn", "PlanLapsed": "lapsed"}


def _by_person(group: Group, asked: Asked) -> Iterator[list[Time]]:
    found: dict[str, list[Time]] = defaultdict(list)
    for time in memberships(group, asked):
        found[time.who].append(time)
    yield from found.values()


def _why_gone(group: Group, time: Time) -> tuple[str, str]:
    if time.ended_by is None or time.closed:
        return group.closed_by, "network-closed"
    return time.ended_by.name, time.ended_by.cause


@again("members", LEFT_OUT)
def members(_: Recount, group: Group, asked: Asked) -> LeftOut:
    last = [max(own, key=lambda time: time.begun) for own in _by_person(group, asked)]
    return {_why_gone(group, time) for time in last if time.ended < asked.before}


def _too_recent(group: Group, asked: Asked, months: int) -> LeftOut:
    firsts = [min(own, key=lambda time: time.begun) for own in _by_person(group, asked)]
    recent = [time for time in firsts if end_of(later(day_of(since(group, time.begun)), months)) > asked.over]
    return {(time.begun_by.name, "too-recent") for time in recent}


@again("retention-after-6-months", LEFT_OUT)
def retention_6(_: Recount, group: Group, asked: Asked) -> LeftOut:
    return _too_recent(group, asked, 6)


@again("retention-after-12-months", LEFT_OUT)
def retention_12(_: Recount, group: Group, asked: Asked) -> LeftOut:
    return _too_recent(group, asked, 12)


@again("meetings-held", LEFT_OUT)
def meetings_held(recount: Recount, group: Group, asked: Asked) -> LeftOut:
    off = [each for each in meetings_of(recount, group) if each.cancelled < asked.before and each.held == NEVER]
    return {(each.cancelled_by, "called-off") for each in off}


def _unanswered(recount: Recount, group: Group, asked: Asked, outcomes: Iterable[str]) -> LeftOut:
    found = set()
    for request in requests_of(recount, group, asked):
        if request.outcome in outcomes:
            ended = [event for event, _ in request.steps if OUTCOMES.get(event.TOPIC) == request.outcome]
            found.add((name_of(ended[-1]), UNANSWERED[request.outcome]))
    return found


@again("advice-response-time", LEFT_OUT)
@again("advice-acknowledged", LEFT_OUT)
@again("advice-use", LEFT_OUT)
@again("advice-experts", LEFT_OUT)
def of_answers(recount: Recount, group: Group, asked: Asked) -> LeftOut:
    return _unanswered(recount, group, asked, UNANSWERED)


@again("advice-on-time", LEFT_OUT)
@again("advice-on-time-as-agreed-last", LEFT_OUT)
def of_answers_in_time(recount: Recount, group: Group, asked: Asked) -> LeftOut:
    return _unanswered(recount, group, asked, UNANSWERED.keys() - {"lapsed"})


@again("core-group-size", LEFT_OUT)
def core_group_size(_: Recount, group: Group, asked: Asked) -> LeftOut:
    last = {seat.who: seat for seat in sorted(seats(group, asked), key=lambda seat: seat.begun)}
    return {_why_given_up(group, seat) for seat in last.values() if seat.ended < asked.before}


def _why_given_up(group: Group, seat: Time) -> tuple[str, str]:
    if seat.with_membership:
        return next(_why_gone(group, each) for each in times(seat.who, group.members[seat.who]) if each.ended == seat.ended)
    if seat.by_closing or seat.ended_by is None:
        return group.closed_by, "network-closed"
    return seat.ended_by.name, "stepped-down"


def of_plans(recount: Recount, asked: Asked) -> LeftOut:
    """The plans that the lead time leaves out: the board never agreed with them, and they ended."""
    found = set()
    for steps in plans_of(recount, asked):
        if all(event.TOPIC != "PlanApproved" for event, _ in steps):
            found |= {(name_of(event), PLANS[event.TOPIC]) for event, _ in steps if event.TOPIC in PLANS}
    return found
