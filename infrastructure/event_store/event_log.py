"""The log of events: implements the port over SQLite or PostgreSQL."""

import hashlib
import json
import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache, reduce
from itertools import groupby
from operator import attrgetter
from typing import Any, Final, cast
from uuid import UUID

from eventsourcing.domain import EventSourcingError
from pydantic import JsonValue

from application.ports.calendar import Clock
from application.ports.errors import CommandIdTaken, ConcurrentChange, StoreDamaged
from application.ports.event_log import A, Receipt, Recorded
from domain.kernel.acts import Reference
from domain.kernel.events import Aggregate, DomainEvent
from infrastructure.database_errors import store_errors
from infrastructure.event_store.event_draft import TABLE, DraftedEvents, StoredEventDraft
from infrastructure.event_store.mapper import Mapper
from infrastructure.event_store.postgres_database import PostgresEventDatastore
from infrastructure.event_store.postgres_recorder import PostgresEventRecorder
from infrastructure.event_store.recorder import EventRecorder
from infrastructure.event_store.recording_time import from_microseconds, to_microseconds
from infrastructure.event_store.rows import AlreadyThereError, ReceiptEntry, Row, StoredEvents
from infrastructure.event_store.sqlite_database import SQLiteEventDatastore
from infrastructure.event_store.sqlite_recorder import SQLiteEventRecorder
from infrastructure.nameless_file import nameless_file

SQLITE_ADDRESS = "sqlite:///"
READ_ONLY = "?mode=ro"
POSTGRES_ADDRESSES = ("postgresql://", "postgres://")


EVENTS_KEPT: Final = 4_096
"""A few megabytes. A network and its seats are read for each join in it, and what a row says never changes."""

IN_QUOTES: Final = re.compile(rb'"r[0-9a-f]{32}"')
"""A reference, as it stands in a stored form."""

_aggregate_of = attrgetter("aggregate")


class StoredEventLog:
    """Implements EventLog (application.ports). Safe for threads; a process that forks opens its own."""

    def __init__(self, recorder: EventRecorder, mapper: Mapper) -> None:
        self._recorder = recorder
        self._mapper = mapper
        self._event_of = lru_cache(EVENTS_KEPT)(mapper.to_event)
        self._clock: Clock | None = None

    def load(self, kind: type[A], aggregate_id: UUID) -> A | None:
        found = self.load_many([aggregate_id]).get(aggregate_id)
        return found if isinstance(found, kind) else None

    def load_many(self, wanted: Iterable[UUID], *, until: int | None = None) -> dict[UUID, Aggregate]:
        rows = self._recorder.rows_of(set(wanted))
        return self._replayed(row for row in rows if until is None or row.position <= until)

    def _replayed(self, rows: Iterable[Row]) -> dict[UUID, Aggregate]:
        lives = (reduce(_follow, map(self._event_of, own), None) for _, own in groupby(rows, _aggregate_of))
        return {replayed.id: replayed for replayed in lives if replayed is not None}

    @contextmanager
    def draft(self, *, sees: Container[UUID] | None = None) -> Iterator[StoredEventDraft]:
        with nameless_file(TABLE) as file:
            yield StoredEventDraft(
                DraftedEvents(file),
                self._mapper,
                sees,
                stored=self._recorder.rows_of,
                replayed=self._replayed,
                write=self._write,
            )

    def receipt(self, command: UUID) -> Receipt | None:
        row = self._recorder.receipt_row(command)
        if row is None:
            return None
        return Receipt(command=command, digest=row.digest, first=row.first, last=row.last, answer=json.loads(row.answer))

    def record(
        self,
        aggregates: Iterable[Aggregate],
        *,
        command: UUID,
        digest: str,
        answer: Mapping[str, JsonValue],
        recorded_at: datetime | None = None,
        nothing_since: int | None = None,
    ) -> Receipt:
        """
        Store what is pending, as the port says.

        A command that was recorded before with the same digest changes nothing and gives its first receipt. A command
        without events gets a receipt too: first = last + 1, after the newest event. Pending events stay pending when this
        fails. Where a connection was lost, StoreUnavailable leaves open whether the command was recorded; asking again
        with the same command settles it.

        :raises ValueError: if ``recorded_at`` is given elsewhere than in a demo log
        """
        changed = list(aggregates)
        pending = [cast("DomainEvent", happened) for aggregate in changed for happened in aggregate.pending_events]
        entry = ReceiptEntry.of(command, digest, answer, recorded_at=recorded_at, nothing_since=nothing_since)
        receipt = self._write([self._mapper.to_stored_event(happened) for happened in pending], entry)
        for aggregate in changed:
            aggregate.collect_events()
        return receipt

    def _write(self, events: StoredEvents, entry: ReceiptEntry) -> Receipt:
        try:
            first, last = self._recorder.record(events, entry)
        except AlreadyThereError as there:
            return self._settle(entry, there)
        return Receipt(command=entry.command, digest=entry.digest, first=first, last=last, answer=json.loads(entry.answer))

    def read(self, *, after: int, limit: int, topics: Collection[str] | None = None) -> Sequence[Recorded]:
        return self._recorded(self._recorder.rows_after(after, limit, topics))

    def mentioning(self, references: Iterable[Reference], among: Iterable[UUID]) -> Sequence[Recorded]:
        wanted = {f'"{reference}"'.encode() for reference in references}
        rows = (row for each in among for row in self._recorder.rows_until(each, None, 0, None))
        found = (row for row in rows if not wanted.isdisjoint(IN_QUOTES.findall(row.state)))
        return self._recorded(sorted(found, key=attrgetter("position")))

    def history(
        self, aggregate_id: UUID, *, until: int | None = None, after: int = 0, limit: int | None = None
    ) -> Sequence[Recorded]:
        return self._recorded(self._recorder.rows_until(aggregate_id, until, after, limit))

    def receipts(self) -> Sequence[tuple[UUID, int, int]]:
        """Give every command that was recorded and its first and last position, in the order of the log."""
        return self._recorder.receipts()

    def last_position(self) -> int:
        return self._recorder.last_position()

    def position_at(self, instant: datetime) -> int:
        return self._recorder.last_position_until(to_microseconds(instant))

    def mark_at(self, position: int) -> str | None:
        """Give a digest of the event at a position and of when it was recorded, None when none is there."""
        rows = self._recorder.rows_after(position - 1, 1)
        if not rows or rows[0].position != position:
            return None
        row = rows[0]
        told = f"{UUID(str(row.aggregate))}:{row.version} {row.topic} {row.recorded_at} ".encode()
        return hashlib.sha256(told + row.state).hexdigest()

    def must_take_writes(self) -> None:
        self._recorder.must_take_writes()

    def keep_time_of(self, clock: Clock) -> None:
        """Have the time of a clock from now on: for a demo log, whose recording times are chosen."""
        self._clock = clock

    def now(self) -> datetime:
        """Give the time by which events are stamped, that of the database but in a demo; never before the newest event."""
        if self._clock is None:
            return from_microseconds(self._recorder.clock())
        newest = self.newest_at()
        return self._clock() if newest is None else max(self._clock(), newest)

    def newest_at(self) -> datetime | None:
        """Give when the newest event was recorded, None when there is none."""
        newest = self.read(after=self.last_position() - 1, limit=1)
        return newest[0].event.timestamp if newest else None

    def close(self) -> None:
        self._recorder.close()

    def _recorded(self, rows: Sequence[Row]) -> list[Recorded]:
        return [Recorded(position=row.position, event=self._mapper.to_event(row)) for row in rows]

    def _settle(self, entry: ReceiptEntry, there: AlreadyThereError) -> Receipt:
        # What is there already can be our own: after a lost answer the same command is written again.
        receipt = self.receipt(entry.command)
        if receipt is None:
            msg = "another writer was first"
            raise ConcurrentChange(msg) from there
        if receipt.digest != entry.digest:
            msg = f"command {entry.command} was used before for something else"
            raise CommandIdTaken(msg) from there
        return receipt


def open_event_log(url: str, aggregates: Iterable[type[Aggregate]], *, lock_timeout: float = 5.0) -> StoredEventLog:
    """
    Open a log, and make its tables where there are none yet.

    :param url: ``sqlite:///path`` (``?mode=ro`` behind it only reads) or ``postgresql://user:password@host:port/database``
    :param aggregates: all kinds of aggregates whose events the log may hold
    :param lock_timeout: seconds to wait for another writer before the store is called busy
    :raises ValueError: if the URL or a setting is not one that the store can work with
    :raises StoreError: if the database is not there or not a log
    """
    mapper = Mapper(aggregates)  # before the database is touched
    with store_errors():
        if url.startswith(SQLITE_ADDRESS):
            path = url.removeprefix(SQLITE_ADDRESS).removesuffix(READ_ONLY)
            file = SQLiteEventDatastore(path, read_only=url.endswith(READ_ONLY), lock_timeout=lock_timeout)
            return StoredEventLog(SQLiteEventRecorder(file), mapper)
        if url.startswith(POSTGRES_ADDRESSES):
            server = PostgresEventDatastore(url, lock_timeout=lock_timeout)
            return StoredEventLog(PostgresEventRecorder(server), mapper)
    msg = "the address of the database begins with sqlite:/// or postgresql://"
    raise ValueError(msg)


def _follow(before: Aggregate | None, happened: DomainEvent) -> Aggregate | None:
    try:
        after: Any = happened.mutate(before)
    except (EventSourcingError, AssertionError) as error:
        msg = f"{happened.originator_id}:{happened.originator_version} does not follow on what is stored before it"
        raise StoreDamaged(msg) from error
    return cast("Aggregate", after)
