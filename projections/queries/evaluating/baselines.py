"""Answers about baselines, in the order in which they were recorded."""

from typing import Any

from sqlalchemy import Table, select

from application.queries.base import Many
from application.queries.evaluating.baselines import BaselineEntry, Baselines, PartyMemberCount, PartyMemberCounts
from domain.pilot.baseline import ShareOf
from projections.reading.query_service import AsOf, as_rows, entry_of
from projections.store.bulk_writes import Row
from projections.store.instants import moment
from projections.store.tables import baselines, party_counts


def all_baselines(as_of: AsOf, query: Baselines) -> Many[BaselineEntry]:
    entries = [
        entry_of(
            BaselineEntry,
            row,
            **_about(row),
            shares=tuple(ShareOf(value=value, share=share) for value, share in sorted(row["shares"].items())),
        )
        for row in _rows(as_of, query, baselines)
    ]
    return as_of.page(query, entries)


def party_member_counts(as_of: AsOf, query: PartyMemberCounts) -> Many[PartyMemberCount]:
    entries = [entry_of(PartyMemberCount, row, **_about(row)) for row in _rows(as_of, query, party_counts)]
    return as_of.page(query, entries)


def _rows(as_of: AsOf, query: Baselines | PartyMemberCounts, table: Table) -> list[Row]:
    """Give one page, and a row more when there is one; of one position there can be one only."""
    found = select(table).where(as_of.known(table), table.c.at < as_of.before, table.c.since > int(query.after or 0))
    return as_rows(as_of.execute(found.order_by(table.c.since).limit(query.limit + 1)))


def _about(row: Row) -> dict[str, Any]:
    return {"key": str(row["since"]), "baseline": row["owner"], "at": moment(row["at"])}
