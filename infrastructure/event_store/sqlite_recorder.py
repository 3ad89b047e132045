"""The log in an SQLite file: the library's recorder with receipts and recording times."""

import json
from collections.abc import Collection, Sequence
from typing import Any, Final, cast
from uuid import UUID

from eventsourcing.persistence import StoredEvent
from eventsourcing.sqlite import SQLiteApplicationRecorder, SQLiteCursor

from application.ports.errors import StoreDamaged
from infrastructure.event_store.failures import named_failures
from infrastructure.event_store.recording_time import check_chosen_time, first_of
from infrastructure.event_store.rows import Entry, ReceiptRow, Row
from infrastructure.event_store.sqlite_database import EventDatastore

# Milliseconds: SQLite before 3.42 has no unixepoch('subsec'). Exact: julianday() divides a whole number of milliseconds.
CLOCK: Final = "CAST(ROUND((julianday('now') - 2440587.5) * 86400000.0) AS INTEGER) * 1000"
NEWEST: Final = "COALESCE((SELECT recorded_at FROM stored_events ORDER BY rowid DESC LIMIT 1), 0)"

# What AUTOINCREMENT gives next; nobody else takes it while the write lock is held.
NEXT: Final = "COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'stored_events'), 0) + 1"

INSERT_RECEIPT: Final = f"""
    INSERT INTO commands (id, digest, first, last, answer, recorded_at)
    VALUES (?, ?, {NEXT}, {NEXT} + ? - 1, ?, COALESCE(?, MAX({CLOCK}, {NEWEST} + 1)))
    RETURNING first, last
"""  # noqa: S608  # made of constants
# Never the time of another transaction: two that a clock cannot tell apart must not seem to be one (of one person).
# One recording time per transaction: that of its receipt, which is the newest one while the write lock is held.
INSERT_EVENT: Final = """
    INSERT INTO stored_events (originator_id, originator_version, topic, state, recorded_at)
    VALUES (?, ?, ?, ?, (SELECT recorded_at FROM commands ORDER BY rowid DESC LIMIT 1))
"""
SELECT_RECEIPT: Final = "SELECT digest, first, last, answer FROM commands WHERE id = ?"

SELECT_ROWS: Final = "SELECT rowid, originator_id, originator_version, topic, state, recorded_at FROM stored_events"
SELECT_ROWS_OF: Final = f"""
    {SELECT_ROWS} WHERE originator_id IN (SELECT value FROM json_each(?)) ORDER BY originator_id, originator_version
"""  # noqa: S608  # made of constants
SELECT_ROWS_UNTIL: Final = f"""
    {SELECT_ROWS} WHERE originator_id = ? AND rowid <= COALESCE(?, rowid) AND originator_version > ?
    ORDER BY originator_version LIMIT COALESCE(?, -1)
"""
SELECT_ROWS_AFTER: Final = f"{SELECT_ROWS} WHERE rowid > ? ORDER BY rowid LIMIT ?"
SELECT_LAST_POSITION: Final = "SELECT COALESCE(MAX(rowid), 0) FROM stored_events"
SELECT_LAST_POSITION_UNTIL: Final = """
    SELECT rowid FROM stored_events WHERE recorded_at <= ? ORDER BY recorded_at DESC, rowid DESC LIMIT 1
"""
SELECT_CLOCK: Final = f"SELECT MAX({CLOCK}, {NEWEST})"
SELECT_FIRST: Final = f"""
    SELECT topic, state, {NEWEST} AS newest FROM stored_events ORDER BY rowid LIMIT 1
"""  # noqa: S608  # made of constants


class SQLiteEventRecorder(SQLiteApplicationRecorder):
    """Implements EventRecorder. A read needs no transaction: it is one statement."""

    datastore: EventDatastore

    def __init__(self, datastore: EventDatastore) -> None:
        super().__init__(datastore)
        self.insert_events_statement = INSERT_EVENT

    def record(self, events: Sequence[StoredEvent], entry: Entry) -> tuple[int, int]:
        """Write events and receipt in one transaction and give the first and last position."""
        with named_failures():
            return cast("tuple[int, int]", self.insert_events(events, entry=entry))

    def _insert_events(self, c: SQLiteCursor, stored_events: Sequence[StoredEvent], **kwargs: object) -> Sequence[int]:
        entry = cast("Entry", kwargs.pop("entry"))
        # A write comes first: a transaction that begins by reading cannot wait for its turn to write.
        c.execute(INSERT_RECEIPT, (entry.command.hex, entry.digest, len(stored_events), entry.answer, entry.recorded_at))
        first, last = c.fetchone()
        if entry.recorded_at is not None:
            self._check_chosen_time(c, stored_events, entry.recorded_at)
        positions = super()._insert_events(c, stored_events, **kwargs)
        if positions and (positions[0], positions[-1]) != (first, last):
            msg = f"events at {positions[0]} to {positions[-1]}, and their receipt says {first} to {last}"
            raise StoreDamaged(msg)
        return first, last

    @staticmethod
    def _check_chosen_time(c: SQLiteCursor, stored_events: Sequence[StoredEvent], chosen: int) -> None:
        c.execute(SELECT_FIRST)
        stored = c.fetchone()
        if stored:
            check_chosen_time(chosen, newest=stored["newest"], first=(stored["topic"], stored["state"]))
        else:
            check_chosen_time(chosen, newest=0, first=first_of(stored_events))

    def rows_of(self, aggregates: Collection[UUID]) -> Sequence[Row]:
        """Give all events of some aggregates as of one moment, by aggregate and version."""
        return self._rows(SELECT_ROWS_OF, json.dumps([aggregate.hex for aggregate in aggregates]))

    def rows_until(self, aggregate: UUID, position: int | None, after: int, limit: int | None) -> Sequence[Row]:
        """Give the events of one aggregate by version, up to and including a position, some of them after a version."""
        return self._rows(SELECT_ROWS_UNTIL, aggregate.hex, position, after, limit)

    def rows_after(self, position: int, limit: int) -> Sequence[Row]:
        """Give the next events after a position."""
        return self._rows(SELECT_ROWS_AFTER, position, limit)

    def receipt_row(self, command: UUID) -> ReceiptRow | None:
        """Give the receipt of a command."""
        found = self._select(SELECT_RECEIPT, command.hex)
        return ReceiptRow._make(found[0]) if found else None

    def last_position(self) -> int:
        """Give the position of the newest event, 0 when there is none."""
        return self._number(SELECT_LAST_POSITION)

    def last_position_until(self, recorded_at: int) -> int:
        """Give the last position recorded at or before a time (microseconds), 0 when there is none."""
        return self._number(SELECT_LAST_POSITION_UNTIL, recorded_at)

    def clock(self) -> int:
        """Give the time (microseconds) by which an event would be stamped now."""
        return self._number(SELECT_CLOCK)

    def close(self) -> None:
        """Let go of the database."""
        self.datastore.close()

    def _rows(self, statement: str, *parameters: object) -> list[Row]:
        return list(map(Row._make, self._select(statement, *parameters)))

    def _number(self, statement: str, *parameters: object) -> int:
        found = self._select(statement, *parameters)
        return int(found[0][0]) if found else 0

    def _select(self, statement: str, *parameters: object) -> list[tuple[Any, ...]]:
        with named_failures():
            return self.datastore.rows(statement, parameters)
