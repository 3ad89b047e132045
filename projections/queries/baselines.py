"""Answers about baselines, in the order in which they were recorded."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Table, select

from application import queries as q
from domain.pilot.baseline import ShareOf
from projections.queries.query_service import Reading, answers, as_rows
from projections.store.bulk_writes import Row
from projections.store.instants import moment
from projections.store.tables import baselines, party_counts


@answers(q.Baselines)
def all_baselines(reading: Reading, query: q.Baselines) -> q.Many[q.BaselineEntry]:
    """List with whom members are compared."""
    entries = [
        q.BaselineEntry(
            **_about(row),
            variable=row["variable"],
            group=row["group"],
            shares=tuple(ShareOf(value=value, share=share) for value, share in sorted(row["shares"].items())),
            counted=row["counted"],
        )
        for row in _rows(reading, query, baselines)
    ]
    return reading.page(query, entries)


@answers(q.PartyMemberCounts)
def party_member_counts(reading: Reading, query: q.PartyMemberCounts) -> q.Many[q.PartyMemberCount]:
    """List how many members the party had."""
    entries = [q.PartyMemberCount(**_about(row), members=row["members"]) for row in _rows(reading, query, party_counts)]
    return reading.page(query, entries)


def _rows(reading: Reading, query: q.Baselines | q.PartyMemberCounts, table: Table) -> list[Row]:
    """Give one page, and a row more when there is one; of one position there can be one only."""
    found = select(table).where(reading.known(table), table.c.at < reading.before, table.c.since > int(query.after or 0))
    return as_rows(reading.connection.execute(found.order_by(table.c.since).limit(query.limit + 1)))


def _about(row: Row) -> dict[str, Any]:
    return {
        "key": str(row["since"]),
        "baseline": UUID(row["owner"]),
        "reference_day": date.fromisoformat(row["reference_day"]),
        "origin": row["origin"],
        "at": moment(row["at"]),
        "event": row["event"],
    }
