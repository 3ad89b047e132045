"""Who counts as a member, who has a seat, and which networks there were: the rules that every answer shares."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Select, case, func, select

from application.errors import UnknownItem
from projections.reading.prepared import ASKED, Prepared
from projections.reading.query_service import AsOf
from projections.store.bulk_writes import Row
from projections.store.tables import membership_periods, network_names, networks, seat_periods

LIFE = ("begun_at", "begun_by", "closed_at", "closed_by", "merged_into", "version")
"""What is told of a network as it is known, whatever day is asked about; the rest as it was agreed that day."""

effective_end = case(
    (networks.c.closed_at < membership_periods.c.ended_at, networks.c.closed_at), else_=membership_periods.c.ended_at
)
"""A membership holds until the earliest of left, ended and network closed, whatever was recorded first."""


def networks_begun(as_of: AsOf, network: UUID | None = None) -> list[Row]:
    """Give the networks begun by then, with agreements as they were then, and begin and closing as they are known."""
    if network is None and not as_of.looks_back:
        return [dict(zip(OF_A_NETWORK, row, strict=True)) for row in _all_networks().rows(as_of)]
    one = () if network is None else (networks.c.owner == str(network),)
    known = {row["owner"]: row for row in as_of.rows(networks, networks.c.begun_at < as_of.before, *one)}
    then = {row["owner"]: row for row in as_of.items(networks, *one)} if as_of.looks_back else known
    names = {owner: row["name"] for owner, row in known.items()} if then is known else names_then(as_of)
    return [{**then[owner], **{name: row[name] for name in LIFE}, "name": names[owner]} for owner, row in known.items()]


def names_then(as_of: AsOf) -> dict[str, str]:
    """Give what each network was called at the moment, by its id."""
    return {row[0]: row[1] for row in as_of.execute(_names())}


def former_names(as_of: AsOf, network: UUID) -> tuple[str, ...]:
    """Give what a network was called before the name that it had at the moment, the oldest first."""
    named = as_of.execute(_names().where(network_names.c.owner == str(network)))
    return tuple(row[1] for row in named)[:-1]


@cache
def _names() -> Select[Any]:
    """Ask for every name by then, the newest last."""
    query = select(network_names.c.owner, network_names.c.name)
    query = query.where(ASKED.known(network_names), network_names.c.named_at < ASKED.before)
    return query.order_by(network_names.c.named_at, network_names.c.since)


def name_then(as_of: AsOf) -> ColumnElement[Any]:
    """Give what a network was called at the moment, as a column of a question about networks."""
    return _name_then() if as_of.looks_back else networks.c.name


@cache
def _name_then() -> ColumnElement[Any]:
    names = network_names.alias("names")
    query = select(names.c.name).where(names.c.owner == networks.c.owner, ASKED.known(names), names.c.named_at < ASKED.before)
    return query.order_by(names.c.named_at.desc(), names.c.since.desc()).limit(1).scalar_subquery()


OF_A_NETWORK = (
    *("owner", "name", "network_type", "label", "sensitive", "begun_at", "begun_by", "closed_at", "closed_by", "merged_into"),
    *("suspended", "suspension_by", "dormant_since", "dormancy_by", "purpose_version", "pilot", "existed_since", "version"),
)
"""What lists need of networks: agreements, plan and terms are shown one network at a time."""


@cache
def _all_networks() -> Prepared:
    columns = [networks.c[name] for name in OF_A_NETWORK]
    return Prepared(select(*columns).where(ASKED.known(networks), networks.c.begun_at < ASKED.before))


def as_known(as_of: AsOf, when: Column[Any]) -> ColumnElement[Any]:
    """Give when networks began or closed as it is known, whatever day is asked about."""
    return _as_known(when.name) if as_of.looks_back else when


@cache
def _as_known(when: str) -> ColumnElement[Any]:
    life = networks.alias("life")
    return select(life.c[when]).where(life.c.owner == networks.c.owner, ASKED.known(life)).scalar_subquery()


def network_begun(as_of: AsOf, network: UUID) -> Row:
    """
    Give one network that had begun by then.

    :raises UnknownItem: if it was not known, or had not begun
    """
    found = networks_begun(as_of, network)
    if not found:
        raise UnknownItem(kind="Network", item=network)
    return found[0]


def counted(network: UUID | None = None) -> ColumnElement[bool]:
    """Give the condition for periods that count: known, begun by then, and not begun after the network had closed."""
    return _counted() if network is None else _counted() & (membership_periods.c.network == str(network))


@cache
def _counted() -> ColumnElement[bool]:
    return (
        ASKED.known(membership_periods)
        & ASKED.known(networks)
        & (networks.c.owner == membership_periods.c.network)
        & (membership_periods.c.begun_at < ASKED.before)
        & (membership_periods.c.begun_at <= networks.c.closed_at)
    )


@cache
def holding() -> ColumnElement[bool]:
    """Give the condition for periods that held at the moment."""
    return (membership_periods.c.ended_at >= ASKED.before) & (networks.c.closed_at >= ASKED.before)


@dataclass(frozen=True)
class Counts:
    """One network's membership in people."""

    members: int = 0
    joined: int = 0
    left: int = 0
    core_group: int = 0


def counts(as_of: AsOf, network: UUID | None = None) -> dict[str, Counts]:
    """Count people per network: members, those who ever joined, those whose membership ever ended, and the core group."""
    person = (membership_periods.c.network, membership_periods.c.owner)
    people = (
        select(
            membership_periods.c.network,
            func.max(case((holding(), 1), else_=0)).label("is_member"),
            func.max(case((effective_end < ASKED.before, 1), else_=0)).label("has_left"),
        )
        .where(counted(network))
        .group_by(*person)
        .subquery()
    )
    query = select(people.c.network, func.sum(people.c.is_member), func.count(), func.sum(people.c.has_left)).group_by(
        people.c.network
    )
    seated = seats_counted(as_of, network)
    found = {
        row[0]: Counts(members=row[1], joined=row[2], left=row[3], core_group=seated.get(row[0], 0))
        for row in as_of.execute(query)
    }
    return {**{owner: Counts(core_group=seats) for owner, seats in seated.items()}, **found}


def members_counted(as_of: AsOf, begun: Iterable[Row]) -> dict[str, Counts]:
    """Count only members and core group per network: what a directory shows. Closed networks are left out of it."""
    closed = {row["owner"] for row in begun if row["closed_at"] < as_of.before}
    members = {row[0]: row[1] for row in _all_members().rows(as_of) if row[0] not in closed}
    seated = seats_counted(as_of)
    return {owner: Counts(members=members.get(owner, 0), core_group=seated.get(owner, 0)) for owner in {*members, *seated}}


def members_counted_in(as_of: AsOf, network: UUID) -> Counts:
    """Count only members and core group of one network."""
    query = select(func.count()).select_from(membership_periods, networks)
    members = as_of.execute(query.where(counted(network), holding())).scalar() or 0
    return Counts(members=members, core_group=seats_counted(as_of, network).get(str(network), 0))


@cache
def _all_members() -> Prepared:
    """Count periods that hold but for a closing, which is asked once a network instead of once a period."""
    return Prepared(
        select(membership_periods.c.network, func.count())
        .where(
            ASKED.known(membership_periods),
            membership_periods.c.begun_at < ASKED.before,
            membership_periods.c.ended_at >= ASKED.before,
        )
        .group_by(membership_periods.c.network)
    )


def _seated_in(network: UUID) -> ColumnElement[bool]:
    return _seated() & (seat_periods.c.owner == str(network))


@cache
def _seated() -> ColumnElement[bool]:
    mine = membership_periods.alias("mine")
    with_membership = (
        select(mine.c.owner)
        .where(
            mine.c.network == seat_periods.c.owner,
            mine.c.owner == seat_periods.c.membership,
            ASKED.known(mine),
            mine.c.ended_at > seat_periods.c.begun_at,
            mine.c.ended_at < ASKED.before,
        )
        .exists()
    )
    return (
        ASKED.known(seat_periods)
        & ASKED.known(networks)
        & (networks.c.owner == seat_periods.c.owner)
        & (seat_periods.c.begun_at < ASKED.before)
        & (seat_periods.c.ended_at >= ASKED.before)
        & (networks.c.begun_at < ASKED.before)
        & (networks.c.closed_at >= ASKED.before)
        & ~with_membership
    )


def seats_counted(as_of: AsOf, network: UUID | None = None) -> dict[str, int]:
    """Count the seats that held at the moment, per network."""
    rows = _all_seats().rows(as_of) if network is None else as_of.execute(_seats(_seated_in(network))).all()
    return {row[0]: row[1] for row in rows}


def _seats(seated: ColumnElement[bool]) -> Select[Any]:
    return select(seat_periods.c.owner, func.count()).where(seated).group_by(seat_periods.c.owner)


@cache
def _all_seats() -> Prepared:
    return Prepared(_seats(_seated()))


def seats_held(as_of: AsOf, network: UUID) -> list[Row]:
    """
    Give the seats that held at the moment: until stepped down, network closed, or the membership that goes with it ended.

    A seat that ended with a membership does not come back with the next one: somebody appoints anew.
    """
    query = select(seat_periods).where(_seated_in(network))
    query = query.order_by(seat_periods.c.begun_at, seat_periods.c.begun_by)
    return [dict(row) for row in as_of.execute(query).mappings()]
