"""Answers about memberships: how many, and who."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from application.queries.base import Many
from application.queries.networks import (
    CoreGroupOnDay,
    CoreGroupSeat,
    MemberEntry,
    MembershipCount,
    MembershipReport,
    MembersOfNetwork,
)
from domain.kernel.days import day_of
from projections.reading.counting import Counts, counted, counts, holding, network_begun, networks_begun, seats_held
from projections.reading.days_asked import must_have_begun
from projections.reading.query_service import AsOf, entry_of
from projections.reading.size_told import bands_told
from projections.store.bulk_writes import Row
from projections.store.instants import moment
from projections.store.tables import membership_periods, memberships, networks


def membership_report(as_of: AsOf, query: MembershipReport) -> Many[MembershipCount]:
    """Report every network begun by then, closed ones included, in the order of their names: none before the first."""
    found, told = counts(as_of, query.network), bands_told(as_of, query.network)
    begun = {f"{row['name']}\n{row['owner']}": row for row in networks_begun(as_of, query.network)}
    wanted = [key for key in sorted(begun) if query.after is None or key > query.after][: query.limit + 1]
    return as_of.page(query, [_count(key, begun[key], found, told) for key in wanted])


def _count(key: str, row: Row, found: Mapping[str, Counts], told: Mapping[str, str | None]) -> MembershipCount:
    owner = row["owner"]
    return entry_of(
        MembershipCount, row, key=key, network=owner, members_band=told.get(owner), **vars(found.get(owner, Counts()))
    )


def members_of_network(as_of: AsOf, query: MembersOfNetwork) -> Many[MemberEntry]:
    """List who were members at the moment, one page of them, in the order of their ids."""
    network_begun(as_of, query.network)
    page = (
        select(membership_periods.c.owner, membership_periods.c.reference, membership_periods.c.begun_at)
        .join(networks, networks.c.owner == membership_periods.c.network)
        .where(counted(query.network), holding())
        .order_by(membership_periods.c.owner)
        .limit(query.limit + 1)
    )
    if query.after is not None:
        page = page.where(membership_periods.c.owner > query.after)
    rows = list(as_of.execute(page).mappings())
    endorsed = _endorsed(as_of, [row["owner"] for row in rows])
    seated = {row["reference"] for row in seats_held(as_of, query.network)}
    return as_of.page(query, [_member(row, endorsed, seated) for row in rows])


def core_group_on_day(as_of: AsOf, query: CoreGroupOnDay) -> Many[CoreGroupSeat]:
    """
    List who had a seat at the end of a day, in the order of the days on which they got it.

    :raises DayNotBegun, NetworkNotBegunThen: if there was nothing on that day
    """
    must_have_begun(as_of, query.on, query.network)
    chair = network_begun(as_of, query.network)["chair"]
    return as_of.page_by_key(query, (_seat(as_of.day, row, chair) for row in seats_held(as_of, query.network)))


def _seat(on: date, row: Row, chair: str | None) -> CoreGroupSeat:
    since = moment(row["begun_at"])
    return CoreGroupSeat(
        key=f"{day_of(since)} {row['membership']}",
        on=on,
        reference=row["reference"],
        since=since,
        chair=row["reference"] == chair,
        membership=row["membership"],
        event=row["begun_by"],
    )


def _endorsed(as_of: AsOf, page: list[str]) -> dict[str, int]:
    """Give which wording of the purpose each of a page's members had endorsed by then."""
    columns = (memberships.c.owner, memberships.c.purpose_version)
    found = as_of.items(memberships, memberships.c.owner.in_(page), only=columns)
    return {row["owner"]: row["purpose_version"] for row in found}


def _member(row: Any, endorsed: dict[str, int], seated: set[str]) -> MemberEntry:  # noqa: ANN401  # a row of the driver
    return MemberEntry(
        key=row["owner"],
        membership=UUID(row["owner"]),
        reference=row["reference"],
        joined_at=moment(row["begun_at"]),
        in_core_group=row["reference"] in seated,
        purpose_version=endorsed[row["owner"]],
    )
