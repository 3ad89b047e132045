"""Answers about the growth of networks, and the events behind each of their numbers."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from application.errors import CurveTooLong
from application.queries.auditing.reasons import ExplainedFigure
from application.queries.networks import LONGEST_CURVE, GrowthCurve, GrowthDay, TargetReached, TimeToTarget
from domain.kernel.days import day_of, end_of, start_of
from projections.reading.counting import counted, effective_end, network_begun, seats_held
from projections.reading.query_service import AsOf
from projections.reading.rules_in_force import rules_in_force
from projections.store.bulk_writes import Row
from projections.store.instants import micros, moment
from projections.store.tables import membership_periods, networks


@dataclass(frozen=True)
class HeldPeriod:
    """One period of somebody's membership, as far as it counts."""

    person: str
    begun_at: int
    ended_at: int
    begun_by: str
    ended_by: str


def periods(as_of: AsOf, network: UUID) -> list[HeldPeriod]:
    """Give the periods of a network that count, as long as they effectively held, oldest first."""
    return periods_by_network(as_of, network).get(str(network), [])


def periods_by_network(as_of: AsOf, network: UUID | None = None) -> dict[str, list[HeldPeriod]]:
    """Give the periods that count of one network or of all, as long as they effectively held, oldest first."""
    joining = membership_periods.c.begun_by
    query = (
        select(
            membership_periods.c.network,
            membership_periods.c.owner,
            membership_periods.c.begun_at,
            effective_end.label("ended"),
            joining,
            membership_periods.c.ended_by,
            membership_periods.c.ended_at,
            networks.c.closed_by,
        )
        .where(counted(network))
        .order_by(membership_periods.c.begun_at, membership_periods.c.owner, func.length(joining), joining)
    )
    found: dict[str, list[HeldPeriod]] = defaultdict(list)
    for of, person, begun_at, ended, begun_by, ended_by, ended_at, closed_by in as_of.execute(query).all():
        found[of].append(HeldPeriod(person, begun_at, ended, begun_by, ended_by if ended == ended_at else closed_by))
    return found


def held_before(held: list[HeldPeriod]) -> Callable[[int], int]:
    """Make what counts the periods that held just before a moment."""
    starts, ends = sorted(period.begun_at for period in held), sorted(period.ended_at for period in held)
    return lambda before: bisect_left(starts, before) - bisect_left(ends, before)


def growth_curve(as_of: AsOf, query: GrowthCurve) -> tuple[GrowthDay, ...]:
    """
    Tell the members at the end of each day since the network began, and who joined and who left on it.

    :raises CurveTooLong: if it would be longer than one looks at
    """
    if (days := (query.last - query.first).days + 1) > LONGEST_CURVE:
        raise CurveTooLong(days=days, most=LONGEST_CURVE)
    network = network_begun(as_of, query.network)
    held = periods(as_of, query.network)
    joined = _people_a_day((period.person, period.begun_at) for period in held)
    left = _people_a_day((period.person, period.ended_at) for period in held if period.ended_at < as_of.before)
    members = held_before(held)
    curve = []
    day = max(query.first, day_of(moment(network["begun_at"])))
    while day <= query.last and micros(start_of(day)) < min(as_of.before, as_of.known_at):
        curve.append(GrowthDay(day=day, members=members(micros(end_of(day))), joined=joined[day], left=left[day]))
        day += timedelta(days=1)
    return tuple(curve)


def _people_a_day(entries: Iterable[tuple[str, int]]) -> Counter[date]:
    """Count people and not events: who did it twice on one day counts once."""
    return Counter(day for day, _ in {(day_of(moment(at)), person) for person, at in entries})


def time_to_target(as_of: AsOf, query: TimeToTarget) -> TargetReached:
    row = network_begun(as_of, query.network)
    target = query.target if query.target is not None else _aim(as_of, row)
    start = day_of(moment(row["begun_at"]))
    reached = None if target is None else first_day_with(as_of, row, periods(as_of, query.network), target)
    until = day_of(moment(min(as_of.before, row["closed_at"]) - 1))
    return TargetReached(
        network=query.network,
        target=target,
        start=start,
        days=None if reached is None else (reached - start).days,
        not_yet_after=(until - start).days if reached is None and target is not None else None,
        reached_on=reached,
    )


def first_day_with(as_of: AsOf, network: Row, held: list[HeldPeriod], target: int) -> date | None:
    """Give the first day of a network whose end saw a number of members, None when no day that is over did."""
    over = min(as_of.before, as_of.known_at)
    changes = [(period.begun_at, 1) for period in held if period.begun_at < over]
    changes += [(period.ended_at, -1) for period in held if period.ended_at < over]
    members = 0
    days: dict[date, int] = {}
    for at, change in sorted(changes):
        members += change
        days[day_of(moment(max(at, network["begun_at"])))] = members
    complete = (day for day, count in days.items() if count >= target and micros(end_of(day)) <= over)
    return next(complete, None)


def _aim(as_of: AsOf, network: Row) -> int | None:
    in_force = rules_in_force(as_of).get(network["network_type"])
    return None if in_force is None else in_force.target_members


def behind(as_of: AsOf, figure: ExplainedFigure, network: UUID) -> tuple[Any, list[str]]:
    """Give a number about a network's membership, and the names of the events that it was counted from."""
    row = network_begun(as_of, network)
    if figure == "core-group":
        seats = seats_held(as_of, network)
        return len(seats), [seat["begun_by"] for seat in seats]
    held = periods(as_of, network)
    if figure == "members":
        members = [period for period in held if period.ended_at >= as_of.before]
        return len({period.person for period in members}), [period.begun_by for period in members]
    if figure == "joined":
        return len({period.person for period in held}), [period.begun_by for period in held]
    if figure == "left":
        gone = [period for period in held if period.ended_at < as_of.before]
        return len({period.person for period in gone}), [period.ended_by for period in gone]
    return _behind_days_to_target(as_of, row, held)


def _behind_days_to_target(as_of: AsOf, row: Row, held: list[HeldPeriod]) -> tuple[int | None, list[str]]:
    target = _aim(as_of, row)
    day = None if target is None else first_day_with(as_of, row, held, target)
    until = as_of.before if day is None else micros(end_of(day))
    names = [row["begun_by"], *(period.begun_by for period in held if period.begun_at < until)]
    names += [period.ended_by for period in held if period.ended_at < until]
    return None if day is None else (day - day_of(moment(row["begun_at"]))).days, names
