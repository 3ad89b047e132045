"""Entries as rows keep them, and the periods that follow from them by the domain's own rules."""

from collections.abc import Iterable

from sqlalchemy import Table

from domain.entries import Entry, EntryKind, Period
from projections.facts import Facts, Row, micros, moment
from projections.tables import FOREVER

Kept = list[tuple[int, str, int]]
"""Of each entry that stands the version of its event, what it does, and when: a batch holds tens of thousands."""


def kept(entries: Iterable[Entry]) -> Kept:
    """Give entries as rows keep them."""
    return [(int(entry.event.rsplit(":", 1)[1]), entry.kind.value, micros(entry.at)) for entry in entries if not entry.withdrawn]


def told(owner: str, rows: Kept) -> tuple[Entry, ...]:
    """Give the entries that rows keep; they were checked when they were recorded."""
    return tuple(
        Entry.model_construct(event=f"{owner}:{version}", kind=EntryKind(kind), at=moment(at), withdrawn=False)
        for version, kind, at in rows
    )


def follow(facts: Facts, table: Table, before: Iterable[Row], periods: Iterable[Period], **same: str) -> None:
    """Let periods be held true from now on; those that were held true before stay as they are."""
    known = {(row["begun_at"], row["begun_by"], row["ended_at"], row["ended_by"]): row for row in before}
    after = [_told(period) for period in periods]
    for period, row in known.items():
        if period not in after:
            facts.drop(table, row)
    for period in after:
        if period not in known:
            begun_at, begun_by, ended_at, ended_by = period
            facts.add(table, begun_at=begun_at, begun_by=begun_by, ended_at=ended_at, ended_by=ended_by, **same)


def _told(period: Period) -> tuple[int, str, int, str | None]:
    ended_at = FOREVER if period.ended_at is None else micros(period.ended_at)
    return micros(period.begun_at), period.begun_by, ended_at, period.ended_by
