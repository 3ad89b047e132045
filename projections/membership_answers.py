"""Answers about memberships: who, how many, since when; and the events behind each number."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, case, func, select

from application import queries as q
from application.errors import UnknownItem
from domain.acts import day_of, end_of, start_of
from projections.facts import Row, micros, moment
from projections.reading import Reading, answers
from projections.tables import FOREVER, membership_periods, memberships, networks, rules, seat_periods

ended = case((networks.c.closed_at < membership_periods.c.ended_at, networks.c.closed_at), else_=membership_periods.c.ended_at)
"""A membership holds until the earliest of left, ended and network closed, whatever was recorded first."""


def counted(reading: Reading, network: UUID | None = None) -> ColumnElement[bool]:
    """Give the condition for periods that count: known, begun by then, and not begun after the network had closed."""
    condition = (
        reading.known(membership_periods)
        & reading.known(networks)
        & (networks.c.owner == membership_periods.c.network)
        & (membership_periods.c.begun_at < reading.before)
        & (membership_periods.c.begun_at <= networks.c.closed_at)
    )
    return condition if network is None else condition & (membership_periods.c.network == str(network))


def holding(reading: Reading) -> ColumnElement[bool]:
    """Give the condition for periods that held at the moment."""
    return (membership_periods.c.ended_at >= reading.before) & (networks.c.closed_at >= reading.before)


@dataclass(frozen=True)
class Counts:
    """One network's membership in people."""

    members: int = 0
    joined: int = 0
    left: int = 0
    core_group: int = 0


def counts(reading: Reading, network: UUID | None = None) -> dict[str, Counts]:
    """Count people per network: members, those who ever joined, those whose membership ever ended, and the core group."""
    person = membership_periods.c.owner
    query = (
        select(
            membership_periods.c.network,
            func.count(func.distinct(case((holding(reading), person)))),
            func.count(func.distinct(person)),
            func.count(func.distinct(case((ended < reading.before, person)))),
        )
        .where(counted(reading, network))
        .group_by(membership_periods.c.network)
    )
    seated = Counter(row["owner"] for row in seats_held(reading, network))
    found = {
        row[0]: Counts(members=row[1], joined=row[2], left=row[3], core_group=seated[row[0]])
        for row in reading.connection.execute(query)
    }
    return {**{owner: Counts(core_group=seats) for owner, seats in seated.items()}, **found}


def seats_held(reading: Reading, network: UUID | None = None) -> list[Row]:
    """
    Give the seats that held at the moment: until stepped down, network closed, or the membership that goes with it ended.

    A seat that ended with a membership does not come back with the next one: somebody appoints anew.
    """
    mine = membership_periods.alias("mine")
    query = (
        select(seat_periods)
        .join(networks, networks.c.owner == seat_periods.c.owner)
        .where(
            reading.known(seat_periods),
            reading.known(networks),
            seat_periods.c.begun_at < reading.before,
            seat_periods.c.ended_at >= reading.before,
            networks.c.begun_at < reading.before,
            networks.c.closed_at >= reading.before,
            ~select(mine.c.fact)
            .where(
                mine.c.owner == seat_periods.c.membership,
                reading.known(mine),  # type: ignore[arg-type]  # an alias
                mine.c.ended_at > seat_periods.c.begun_at,
                mine.c.ended_at < reading.before,
            )
            .exists(),
        )
    )
    if network is not None:
        query = query.where(seat_periods.c.owner == str(network))
    query = query.order_by(seat_periods.c.begun_at, seat_periods.c.begun_by)
    return [dict(row) for row in reading.connection.execute(query).mappings()]


@answers(q.MembershipReport)
def membership_report(reading: Reading, query: q.MembershipReport) -> tuple[q.MembershipCount, ...]:
    """Report every network begun by then, closed ones included."""
    begun = reading.rows(networks, networks.c.begun_at < reading.before, *_one(query.network))
    found = counts(reading, query.network)
    report = []
    for row in sorted(begun, key=lambda row: (row["name"], row["owner"])):
        count = found.get(row["owner"], Counts())
        report.append(
            q.MembershipCount(
                key=row["owner"],
                network=UUID(row["owner"]),
                name=row["name"],
                sensitive=row["sensitive"],
                members=count.members,
                joined=count.joined,
                left=count.left,
                core_group=count.core_group,
            )
        )
    return tuple(report)


def _known_network(reading: Reading, network: UUID) -> Row:
    found = reading.rows(networks, networks.c.owner == str(network), networks.c.begun_at < reading.before)
    if not found:
        raise UnknownItem(kind="Network", item=network)
    return found[0]


def _one(network: UUID | None) -> tuple[ColumnElement[bool], ...]:
    return () if network is None else (networks.c.owner == str(network),)


@answers(q.MembersOfNetwork)
def members_of_network(reading: Reading, query: q.MembersOfNetwork) -> q.Many[q.MemberEntry]:
    """List who were members at the moment, one page of them, in the order of their ids."""
    _known_network(reading, query.network)
    page = (
        select(membership_periods, memberships.c.purpose_version)
        .join(networks, networks.c.owner == membership_periods.c.network)
        .join(memberships, (memberships.c.owner == membership_periods.c.owner) & reading.known(memberships))
        .where(counted(reading, query.network), holding(reading))
        .order_by(membership_periods.c.owner)
        .limit(query.limit + 1)
    )
    if query.after is not None:
        page = page.where(membership_periods.c.owner > query.after)
    rows = list(reading.connection.execute(page).mappings())
    seated = {row["reference"] for row in seats_held(reading, query.network)}
    return reading.page(query, [_member(dict(row), seated) for row in rows])


def _member(row: Row, seated: set[str]) -> q.MemberEntry:
    return q.MemberEntry(
        key=row["owner"],
        membership=UUID(row["owner"]),
        reference=row["reference"],
        joined_at=moment(row["begun_at"]),
        in_core_group=row["reference"] in seated,
        purpose_version=row["purpose_version"],
    )


# Growth


@dataclass(frozen=True)
class Held:
    """One period of somebody's membership, as far as it counts."""

    person: str
    begun_at: int
    ended_at: int
    begun_by: str
    ended_by: str


def periods(reading: Reading, network: UUID) -> list[Held]:
    """Give the periods of a network that count, as long as they effectively held, oldest first."""
    query = (
        select(
            membership_periods.c.owner,
            membership_periods.c.begun_at,
            ended.label("ended"),
            membership_periods.c.begun_by,
            membership_periods.c.ended_by,
            membership_periods.c.ended_at,
            networks.c.closed_by,
        )
        .where(counted(reading, network))
        .order_by(membership_periods.c.begun_at, membership_periods.c.owner)
    )
    return [
        Held(
            person=row["owner"],
            begun_at=row["begun_at"],
            ended_at=row["ended"],
            begun_by=row["begun_by"],
            ended_by=row["ended_by"] if row["ended"] == row["ended_at"] else row["closed_by"],
        )
        for row in reading.connection.execute(query).mappings()
    ]


@answers(q.GrowthCurve)
def growth_curve(reading: Reading, query: q.GrowthCurve) -> tuple[q.GrowthDay, ...]:
    """Tell each day's joiners and leavers, and the members at its end."""
    _known_network(reading, query.network)
    held = periods(reading, query.network)
    begun = Counter(day_of(moment(period.begun_at)) for period in held)
    gone = Counter(day_of(moment(period.ended_at)) for period in held if period.ended_at < reading.before)
    starts = sorted(period.begun_at for period in held)
    ends = sorted(period.ended_at for period in held if period.ended_at < FOREVER)
    curve = []
    day = query.first
    while day <= query.last and micros(start_of(day)) < reading.before:
        before = micros(end_of(day))
        members = bisect_left(starts, before) - bisect_left(ends, before)
        curve.append(q.GrowthDay(day=day, members=members, joined=begun[day], left=gone[day]))
        day += timedelta(days=1)
    return tuple(curve)


@answers(q.TimeToTarget)
def time_to_target(reading: Reading, query: q.TimeToTarget) -> q.TargetReached:
    """Tell on which day the target was reached, or how many days it was not."""
    row = _known_network(reading, query.network)
    target = query.target if query.target is not None else _aim(reading, row)
    start = day_of(moment(row["begun_at"]))
    reached = None if target is None else _first_day_with(reading, row, periods(reading, query.network), target)
    until = day_of(moment(min(reading.before, row["closed_at"]) - 1))
    return q.TargetReached(
        network=query.network,
        target=target,
        start=start,
        days=None if reached is None else (reached - start).days,
        not_yet_after=(until - start).days if reached is None and target is not None else None,
        reached_on=reached,
    )


def _first_day_with(reading: Reading, network: Row, held: list[Held], target: int) -> date | None:
    """Give the first day of a network whose end saw a number of members, None when no day that is over did."""
    over = min(reading.before, reading.known_at)
    changes = [(period.begun_at, 1) for period in held if period.begun_at < over]
    changes += [(period.ended_at, -1) for period in held if period.ended_at < over]
    members = 0
    days: dict[date, int] = {}
    for at, change in sorted(changes):
        members += change
        days[day_of(moment(max(at, network["begun_at"])))] = members
    complete = (day for day, count in days.items() if count >= target and micros(end_of(day)) <= over)
    return next(complete, None)


def _aim(reading: Reading, network: Row) -> int | None:
    found = [
        row
        for row in reading.rows(rules, rules.c.network_type == network["network_type"])
        if row["rules_version"] == network["rules_version"]
    ]
    return int(found[0]["rules"]["target_members"]) if found else None


# Why


def behind(reading: Reading, figure: str, network: UUID) -> tuple[Any, list[str]]:
    """Give a number about a network's membership, and the names of the events that it was counted from."""
    row = _known_network(reading, network)
    held = periods(reading, network)
    if figure == "core-group":
        seats = seats_held(reading, network)
        return len(seats), [seat["begun_by"] for seat in seats]
    if figure == "members":
        members = [period for period in held if period.ended_at >= reading.before]
        return len({period.person for period in members}), [period.begun_by for period in members]
    if figure == "joined":
        return len({period.person for period in held}), [period.begun_by for period in held]
    if figure == "left":
        gone = [period for period in held if period.ended_at < reading.before]
        return len({period.person for period in gone}), [period.ended_by for period in gone]
    target = _aim(reading, row)
    day = None if target is None else _first_day_with(reading, row, held, target)
    start = day_of(moment(row["begun_at"]))
    until = reading.before if day is None else micros(end_of(day))
    names = [row["begun_by"], *(period.begun_by for period in held if period.begun_at < until)]
    names += [period.ended_by for period in held if period.ended_at < until]
    return None if day is None else (day - start).days, names
