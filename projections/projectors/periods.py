"""Entries as rows keep them, and the periods that follow from them by the domain's own rules."""

from collections.abc import Iterable

from sqlalchemy import Table

from domain.kernel.entries import Entry, EntryKind, Period
from projections.projectors.row_writer import RowWriter
from projections.store.bulk_writes import Row
from projections.store.instants import micros, moment
from projections.store.tables import FOREVER

SIGNS = {EntryKind.BEGINS: "+", EntryKind.ENDS: "-"}
KINDS = {sign: kind for kind, sign in SIGNS.items()}


def kept(entries: Iterable[Entry]) -> str:
    """
    Give entries as rows keep them: of each that stands the version of its event, what it does, and when.

    Short, because a batch holds tens of thousands: ``1+1672574400000000 2-1680343200000000``.
    """
    return " ".join(
        f"{entry.event.rsplit(':', 1)[1]}{SIGNS[entry.kind]}{micros(entry.at)}" for entry in entries if not entry.withdrawn
    )


def told(owner: str, rows: str) -> tuple[Entry, ...]:
    """Give the entries that rows keep."""
    return tuple(_entry(owner, each) for each in rows.split())


def _entry(owner: str, each: str) -> Entry:
    sign = "+" if "+" in each else "-"
    version, _, at = each.partition(sign)
    return Entry(f"{owner}:{version}", KINDS[sign], moment(int(at)))


def now(writer: RowWriter, kind: EntryKind) -> Entry:
    """Give the entry that the event being told makes."""
    return Entry(writer.event, kind, moment(writer.at))


def kept_now(writer: RowWriter, kind: EntryKind) -> str:
    """Give that entry as rows keep it."""
    return f"{writer.event.rsplit(':', 1)[1]}{SIGNS[kind]}{writer.at}"


def follow(writer: RowWriter, table: Table, before: Iterable[Row], periods: Iterable[Period], **same: str) -> None:
    """Let periods be held true from now on; those that were held true before stay as they are."""
    known = {(row["begun_at"], row["begun_by"], row["ended_at"], row["ended_by"]): row for row in before}
    after = [_told(period) for period in periods]
    for period, row in known.items():
        if period not in after:
            writer.drop(table, row)
    for period in after:
        if period not in known:
            begun_at, begun_by, ended_at, ended_by = period
            writer.add(table, begun_at=begun_at, begun_by=begun_by, ended_at=ended_at, ended_by=ended_by, **same)


def _told(period: Period) -> tuple[int, str, int, str | None]:
    ended_at = FOREVER if period.ended_at is None else micros(period.ended_at)
    return micros(period.begun_at), period.begun_by, ended_at, period.ended_by
