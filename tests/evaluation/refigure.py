"""The figures of networks, each from docs/figures.md and from what a recount of the events tells."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

from tests.evaluation.calendar import day_of, end_of, later, start_of
from tests.evaluation.recount import Answer, Asked, Entry, Group, Recount, Time, answer, memberships, seats, wilson

OF_A_NETWORK: dict[str, Callable[[Recount, Group, Asked], Answer]] = {}
OF_ALL: dict[str, Callable[[Recount, Asked], Answer]] = {}
ENTRIES_OF: dict[str, Callable[[Recount, Group, Asked], Iterable[Entry]]] = {}
"""What was recorded for a network elsewhere: of its meetings, and of the requests that it leads."""


def again(name: str, among: dict[str, Any]) -> Callable[[Any], Any]:
    def register(function: Any) -> Any:
        among[name] = function
        return function

    return register


def at_the_end(group: Group, before: datetime, asked: Asked) -> list[Time]:
    return [time for time in memberships(group, asked) if time.begun < before <= time.ended]


# Members


@again("members", OF_A_NETWORK)
def members(_: Recount, group: Group, asked: Asked) -> Answer:
    count = len(at_the_end(group, asked.before, asked))
    return answer(count, count)


@again("members-after-12-months", OF_A_NETWORK)
def members_after_12_months(_: Recount, group: Group, asked: Asked) -> Answer:
    end = end_of(later(day_of(group.begun), 12))
    if end > asked.over:
        return answer(None)
    count = len(at_the_end(group, end, asked))
    return answer(count, count)


@again("days-to-fifty", OF_A_NETWORK)
def days_to_fifty(_: Recount, group: Group, asked: Asked) -> Answer:
    start = day = day_of(group.begun)
    last = day_of(min(asked.before, group.closed) - timedelta(microseconds=1))
    while end_of(day) <= asked.over and len(memberships(group, asked)) >= 50:
        count = len(at_the_end(group, end_of(day), asked))
        if count >= 50:
            return answer((day - start).days, count)
        day += timedelta(days=1)
    return answer(None, len(at_the_end(group, end_of(last), asked)), {"notYetAfter": (last - start).days})


# Growth


def since(group: Group, moment: datetime) -> datetime:
    return max(moment, group.begun)


def periods(group: Group, asked: Asked, months: int) -> list[tuple[date, datetime, datetime]]:
    start = day_of(group.begun)
    first = date(start.year, (start.month - 1) // months * months + 1, 1)
    found = []
    while start_of(first) < asked.over and start_of(first) <= group.closed:
        found.append((first, start_of(first), start_of(later(first, months))))
        first = later(first, months)
    return found


@again("growth-per-month", OF_A_NETWORK)
def growth(_: Recount, group: Group, asked: Asked) -> Answer:
    held = memberships(group, asked)
    told = []
    for month, begun, ended in periods(group, asked, 1):
        end = min(ended, asked.before)
        gone = _gone(group, held, asked, begun, ended)
        told.append(
            {
                "month": month.isoformat()[:7],
                "members": sum(time.begun < end <= time.ended for time in held),
                "joined": len({time.who for time in held if begun <= since(group, time.begun) < ended}),
                "left": len({time.who for time in gone if not time.closed}),
                "networkClosed": len({time.who for time in gone if time.closed}),
            }
        )
    return answer(told, len(held), {"ended": _ended_by_themselves(held, asked)})


def _ended_by_themselves(held: list[Time], asked: Asked) -> int:
    return sum(time.ended < asked.before and not time.closed for time in held)


def _gone(group: Group, held: list[Time], asked: Asked, begun: datetime, ended: datetime) -> list[Time]:
    """The times of membership that ended within a month or a quarter."""
    return [time for time in held if time.ended < asked.before and begun <= since(group, time.ended) < ended]


def _retention(group: Group, asked: Asked, months: int) -> Answer:
    by_person: dict[str, list[Time]] = defaultdict(list)
    for time in memberships(group, asked):
        by_person[time.who].append(time)
    stayed, closed = [], 0
    for own in by_person.values():
        end = end_of(later(day_of(since(group, min(time.begun for time in own))), months))
        if end <= asked.over:
            stayed.append(any(time.begun < end <= time.ended for time in own))
            closed += not stayed[-1] and max((t for t in own if t.ended < end), key=lambda t: t.ended).closed
    if not stayed:
        return answer(None, 0)
    low, high = wilson(sum(stayed), len(stayed))
    return answer(
        round(sum(stayed) / len(stayed), 4),
        len(stayed),
        {"stayed": sum(stayed), "networkClosed": closed, "low": low, "high": high},
    )


@again("retention-after-6-months", OF_A_NETWORK)
def retention_6(_: Recount, group: Group, asked: Asked) -> Answer:
    return _retention(group, asked, 6)


@again("retention-after-12-months", OF_A_NETWORK)
def retention_12(_: Recount, group: Group, asked: Asked) -> Answer:
    return _retention(group, asked, 12)


@again("churn-per-quarter", OF_A_NETWORK)
def churn(_: Recount, group: Group, asked: Asked) -> Answer:
    held = memberships(group, asked)
    told = []
    for first, begun, ended in periods(group, asked, 3):
        first_moment, last_moment = max(begun, group.begun), min(ended, asked.over, group.closed)
        together = sum(
            (
                max(timedelta(0), min(since(group, time.ended), last_moment) - max(since(group, time.begun), first_moment))
                for time in held
            ),
            timedelta(0),
        )
        mean = together / (last_moment - first_moment) if last_moment > first_moment else 0.0
        causes: dict[str, set[str]] = defaultdict(set)
        for time in _gone(group, held, asked, begun, ended):
            causes["network-closed" if time.ended_by is None else time.ended_by.cause].add(time.who)
        told.append(
            {
                "quarter": f"{first.year}-Q{first.month // 3 + 1}",
                "left": len(causes["left"]),
                "partyMembershipEnded": len(causes["party-membership-ended"]),
                "networkClosed": len(causes["network-closed"]),
                "meanMembers": round(mean, 2),
                "share": _part(causes["left"] | causes["party-membership-ended"], mean),
                "shareLeft": _part(causes["left"], mean),
                "sharePartyMembershipEnded": _part(causes["party-membership-ended"], mean),
            }
        )
    return answer(told, len(held), {"ended": _ended_by_themselves(held, asked)})


def _part(people: set[str], mean: float) -> float | None:
    """So many people of so many on average; no part of them when there were fewer than went."""
    return round(len(people) / mean, 4) if mean > 0 and len(people) <= mean else None


# Core groups


@again("core-group-size", OF_A_NETWORK)
def core_group_size(_: Recount, group: Group, asked: Asked) -> Answer:
    count = sum(seat.ended >= asked.before for seat in seats(group, asked))
    return answer(count, count)


@again("core-group-continuity", OF_A_NETWORK)
def core_group_continuity(recount: Recount, group: Group, asked: Asked) -> Answer:
    rules = recount.rules_for(group.kind, asked)
    if rules is None:
        return answer(None)
    taken = seats(group, asked)
    day, enough = day_of(group.begun), []
    while (end := min(end_of(day), asked.over)) <= group.closed and start_of(day) < asked.over:
        enough.append(sum(seat.begun < end <= seat.ended for seat in taken) >= rules.core_group_minimum)
        day += timedelta(days=1)
    detail = {
        "days": len(enough),
        "daysWithEnough": sum(enough),
        "seats": len(taken),
        "withMembership": sum(seat.ended < asked.before and seat.with_membership for seat in taken),
        "seatsEnded": sum(seat.ended < asked.before and not seat.by_closing for seat in taken),
    }
    return answer(round(sum(enough) / len(enough), 4) if enough else None, len(enough), detail)


@again("core-group-mix", OF_A_NETWORK)
def core_group_mix(_: Recount, group: Group, asked: Asked) -> Answer:
    stated = [each for each in group.mixes if each.at < asked.before and each.at <= group.closed]
    if not stated:
        return answer(None)
    last = max(stated, key=lambda each: (each.at, each.version))
    return answer(last.kinds, last.seats, {"statedOn": str(day_of(last.at))})


# What nothing records yet


@again("working-groups", OF_A_NETWORK)
def working_groups(_: Recount, __: Group, ___: Asked) -> Answer:
    return answer(None)


@again("input-and-reply", OF_A_NETWORK)
def input_and_reply(_: Recount, __: Group, ___: Asked) -> Answer:
    return answer(None)


# Records


@again("late-entries", OF_A_NETWORK)
def late_entries(recount: Recount, group: Group, asked: Asked) -> Answer:
    late: dict[str, bool] = {entry.name: entry.late for entry in group.decisions if entry.at < asked.before}
    for entries in ENTRIES_OF.values():
        late.update({entry.name: entry.late for entry in entries(recount, group, asked)})
    for time in (*memberships(group, asked), *seats(group, asked)):
        for entry in (time.begun_by, time.ended_by):
            until = group.closed if time.with_membership else time.ended
            if entry is not None and entry.at <= until and entry.at < asked.before and not entry.by_closing:
                late[entry.name] = entry.late
    if not late:
        return answer(None, 0)
    ones = sorted(name for name, is_late in late.items() if is_late)
    return answer(round(len(ones) / len(late), 4), len(late), {"late": len(ones), "lateOnes": ones})


@again("corrections", OF_A_NETWORK)
def corrections(_: Recount, group: Group, asked: Asked) -> Answer:
    count = sum(at < asked.before for at in group.mistakes)
    return answer(count, count)
