"""What the vault will be asked about: the members at the moment, under their references, with the tokens that rows keep."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from application.queries.evaluating.evaluation import MemberSeen, NetworkSeen, PeopleSeen, QuarterSeen
from domain.pilot.baseline import BaselineGroup
from domain.pilot.rules import RepresentationReference
from projections.evaluation.known import EvaluationData, NetworkData
from projections.evaluation.members_by_quarter import member_seen, quarters_seen
from projections.reading.query_service import AsOf
from projections.reading.size_told import bands_told
from projections.store.bulk_writes import Row
from projections.store.tables import baselines, memberships, party_counts

Quarters = dict[str, tuple[QuarterSeen, ...]]
ORDINARY_CELL = 10
COLUMNS = (memberships.c.owner, memberships.c.reference, memberships.c.statistics, memberships.c.sealed_in)


def people_seen(data: EvaluationData, others: list[NetworkData]) -> PeopleSeen:
    """Give the members of each network, and with whom they are compared."""
    as_of = data.reading
    rows = {row["owner"]: row for row in as_of.items(memberships, only=COLUMNS)}
    shares, counted = _newest_shares(as_of), _newest(as_of, as_of.rows(party_counts))
    quarters = {} if shares is None else quarters_seen(data)
    told = bands_told(as_of)
    return PeopleSeen(
        networks=tuple(
            replace(
                _seen(data, network, _members(data, network, rows), quarters, together=together),
                size_told=told.get(network.owner),
            )
            for networks, together in ((data.networks, True), (others, False))
            for network in networks
        ),
        shares=None if shares is None else shares["shares"],
        shares_recorded=None if shares is None else shares["event"],
        of_party_members=shares is not None and shares["group"] == BaselineGroup.PARTY_MEMBERS,
        party_members=None if counted is None else counted["members"],
        party_members_counted=None if counted is None else counted["event"],
        counted_on=None if counted is None else date.fromisoformat(counted["reference_day"]),
    )


def networks_seen(data: EvaluationData, networks: list[NetworkData]) -> PeopleSeen:
    """Give networks without their members, for what needs nothing of the vault."""
    told = bands_told(data.reading)
    seen = (_seen(data, network, (), {}, together=True) for network in networks)
    return PeopleSeen(networks=tuple(replace(each, size_told=told.get(str(each.network))) for each in seen))


def _seen(
    data: EvaluationData, network: NetworkData, members: tuple[MemberSeen, ...], quarters: Quarters, *, together: bool
) -> NetworkSeen:
    rules = network.rules
    return NetworkSeen(
        network=UUID(network.owner),
        name=network.name,
        begun_by=network.row["begun_by"],
        counted_together=together,
        compared_with=RepresentationReference.PARTY if rules is None else rules.representation_reference,
        smallest_cell=ORDINARY_CELL if rules is None else rules.published_minimum_cell,
        rules=None if rules is None else rules.event,
        has_closed=bool(data.closing_of(network)),
        members=members,
        quarters=quarters.get(network.owner, ()),
    )


def _members(data: EvaluationData, network: NetworkData, rows: dict[str, Row]) -> tuple[MemberSeen, ...]:
    held = network.members_before(data.reading.before)
    return tuple(member_seen(rows[period.person], period.begun_by) for period in held)


def _newest_shares(as_of: AsOf) -> Row | None:
    """Give the newest baseline of the members of the party, and of those who stand in for them only when there is none."""
    rows = as_of.rows(baselines)
    own = [row for row in rows if row["group"] == BaselineGroup.PARTY_MEMBERS]
    return _newest(as_of, own) or _newest(as_of, rows)


def _newest(as_of: AsOf, rows: list[Row]) -> Row | None:
    day = as_of.day.isoformat()
    then = [row for row in rows if row["reference_day"] <= day and row["at"] < as_of.before]
    return max(then, key=lambda row: (row["reference_day"], row["since"]), default=None)
