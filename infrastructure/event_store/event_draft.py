"""What one command decides when that is too much to hold in memory: on disk until the log takes all of it at once."""

import json
import sqlite3
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final, cast
from uuid import UUID

from eventsourcing.persistence import StoredEvent
from pydantic import JsonValue

from application.ports.event_log import Receipt
from domain.kernel.events import Aggregate, DomainEvent
from infrastructure.event_store.mapper import Mapper
from infrastructure.event_store.rows import ReceiptEntry, Row, StoredEvents

TABLE: Final = """
    CREATE TABLE drafted (
        number INTEGER PRIMARY KEY,
        aggregate TEXT NOT NULL,
        version INTEGER NOT NULL,
        topic TEXT NOT NULL,
        state BLOB NOT NULL,
        UNIQUE (aggregate, version)
    )
"""
ADD: Final = "INSERT INTO drafted (aggregate, version, topic, state) VALUES (?, ?, ?, ?)"
AMONG: Final = "FROM drafted WHERE aggregate IN (SELECT value FROM json_each(?))"
OF: Final = f"SELECT aggregate, version, topic, state {AMONG}"
VERSIONS: Final = f"SELECT aggregate, MAX(version) {AMONG} GROUP BY aggregate"
NOT_YET: Final = 0
"""The position and the recording time of what was not recorded."""


class DraftedEvents:
    """The stored form of the events, in the order in which they were added; read from the disk each time."""

    def __init__(self, file: sqlite3.Connection) -> None:
        self._file = file
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[StoredEvent]:
        rows = self._file.execute("SELECT aggregate, version, topic, state FROM drafted ORDER BY number")
        return (StoredEvent(UUID(aggregate), version, topic, state) for aggregate, version, topic, state in rows)

    def add(self, events: Iterable[StoredEvent]) -> None:
        rows = [(UUID(str(each.originator_id)).hex, each.originator_version, each.topic, each.state) for each in events]
        self._file.executemany(ADD, rows)
        self._count += len(rows)

    def of(self, aggregates: Iterable[UUID]) -> list[Row]:
        rows = self._file.execute(OF, (_ids(aggregates),))
        return [Row(NOT_YET, UUID(aggregate), version, topic, state, NOT_YET) for aggregate, version, topic, state in rows]

    def versions(self, aggregates: Iterable[UUID]) -> dict[UUID, int]:
        return {UUID(aggregate): version for aggregate, version in self._file.execute(VERSIONS, (_ids(aggregates),))}


class StoredEventDraft:
    """
    Implements EventDraft (application.ports).

    :param sees: the aggregates that go on from what is stored of them; None for all
    :param stored: gives what is stored of aggregates
    :param replayed: gives aggregates from rows, of which those of one stand together in the order of its life
    :param write: records events with their receipt
    """

    def __init__(
        self,
        events: DraftedEvents,
        mapper: Mapper,
        sees: Container[UUID] | None,
        *,
        stored: Callable[[set[UUID]], Sequence[Row]],
        replayed: Callable[[Iterable[Row]], dict[UUID, Aggregate]],
        write: Callable[[StoredEvents, ReceiptEntry], Receipt],
    ) -> None:
        self._events, self._mapper, self._sees = events, mapper, sees
        self._stored, self._replayed, self._write = stored, replayed, write

    def __len__(self) -> int:
        return len(self._events)

    def add(self, aggregate: Aggregate) -> Sequence[DomainEvent]:
        happened = [cast("DomainEvent", each) for each in aggregate.collect_events()]
        self._events.add(map(self._mapper.to_stored_event, happened))
        return happened

    def load_many(self, wanted: Iterable[UUID]) -> dict[UUID, Aggregate]:
        every = set(wanted)
        seen = every if self._sees is None else {each for each in every if each in self._sees}
        stored = (row._replace(aggregate=UUID(str(row.aggregate))) for row in (self._stored(seen) if seen else ()))
        return self._replayed(sorted([*stored, *self._events.of(every)], key=_place_in_life))

    def versions(self, wanted: Iterable[UUID]) -> dict[UUID, int]:
        return self._events.versions(wanted)

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
        for aggregate in aggregates:
            self.add(aggregate)
        entry = ReceiptEntry.of(command, digest, answer, recorded_at=recorded_at, nothing_since=nothing_since)
        return self._write(self._events, entry)


def _place_in_life(row: Row) -> tuple[str, int]:
    return str(row.aggregate), row.version


def _ids(aggregates: Iterable[UUID]) -> str:
    return json.dumps([each.hex for each in aggregates])
