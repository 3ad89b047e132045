"""The log in an SQLite file: the library's recorder with receipts and recording times."""

import json
from collections.abc import Sequence
from contextlib import closing
from operator import attrgetter
from typing import Any, Final, cast

from eventsourcing.persistence import StoredEvent
from eventsourcing.sqlite import SQLiteApplicationRecorder, SQLiteCursor

from application.parts import in_parts
from application.ports.errors import StoreDamaged
from infrastructure.database_errors import store_errors
from infrastructure.event_store.recorder import AT_ONCE, Dialect, EventRecorder, Queries
from infrastructure.event_store.recording_time import check_may_choose_time
from infrastructure.event_store.rows import ReceiptEntry, StoredEvents
from infrastructure.event_store.sqlite_database import SQLiteEventDatastore
from infrastructure.taking_writes import must_have_room

# Milliseconds: SQLite before 3.42 has no unixepoch('subsec'). Exact: julianday() divides a whole number of milliseconds.
CLOCK: Final = "CAST(ROUND((julianday('now') - 2440587.5) * 86400000.0) AS INTEGER) * 1000"
QUERIES: Final = Queries(
    Dialect(
        schema="main",
        position="rowid",
        value="?",
        among="IN (SELECT value FROM json_each(?))",
        greatest="MAX",
        clock=CLOCK,
        id=attrgetter("hex"),
        ids=lambda identities: json.dumps([identity.hex for identity in identities]),
        texts=lambda texts: json.dumps([*texts]),
    )
)

# What AUTOINCREMENT gives next; nobody else takes it while the write lock is held.
NEXT: Final = "COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'stored_events'), 0) + 1"

INSERT_RECEIPT: Final = f"""
    INSERT INTO commands (id, digest, first, last, answer, recorded_at)
    VALUES (?1, ?2, {NEXT}, {NEXT} + ?3 - 1, ?4, CASE
        WHEN ?5 IS NULL THEN MAX({CLOCK}, {QUERIES.newest} + 1)
        WHEN ?5 >= {QUERIES.newest} THEN ?5
        ELSE {QUERIES.newest} + 1
    END)
    RETURNING first, last
"""  # noqa: S608  # made of constants
# Never the time of another transaction: two that a clock cannot tell apart must not seem to be one (of one person).
# One recording time per transaction: that of its receipt, which is the newest one while the write lock is held.
INSERT_EVENT: Final = """
    INSERT INTO stored_events (originator_id, originator_version, topic, state, recorded_at)
    VALUES (?, ?, ?, ?, (SELECT recorded_at FROM commands ORDER BY rowid DESC LIMIT 1))
"""


class SQLiteEventRecorder(EventRecorder, SQLiteApplicationRecorder):
    """A read needs no transaction: it is one statement."""

    datastore: SQLiteEventDatastore
    queries = QUERIES

    def __init__(self, datastore: SQLiteEventDatastore) -> None:
        super().__init__(datastore)
        self.insert_events_statement = INSERT_EVENT

    def must_take_writes(self) -> None:
        with store_errors(), closing(self.datastore.connect()) as connection:
            # Beginning to write is not enough: SQLite begins to read where it may not write.
            connection.execute("DELETE FROM commands WHERE id IS NULL")
        must_have_room(self.datastore.file)

    def _write(self, events: StoredEvents, entry: ReceiptEntry) -> tuple[int, int]:
        return cast("tuple[int, int]", self.insert_events(cast("Sequence[StoredEvent]", events), entry=entry))

    def _insert_events(self, c: SQLiteCursor, stored_events: Sequence[StoredEvent], **kwargs: object) -> Sequence[int]:
        entry = cast("ReceiptEntry", kwargs.pop("entry"))
        # A write comes first: a transaction that begins by reading cannot wait for its turn to write.
        c.execute(INSERT_RECEIPT, (entry.command.hex, entry.digest, len(stored_events), entry.answer, entry.recorded_at))
        first, last = c.fetchone()
        if entry.nothing_since is not None:
            c.execute(QUERIES.last_position)
            self.check_nothing_since(entry.nothing_since, c.fetchone()[0])
        if entry.recorded_at is not None:
            c.execute(QUERIES.first)
            check_may_choose_time(c.fetchone(), stored_events)
        following = first
        for part in in_parts(stored_events, AT_ONCE):
            positions = super()._insert_events(c, part, **kwargs) or ()
            if positions != [*range(following, following + len(part))]:
                msg = f"events at {positions[0]} to {positions[-1]}, and their receipt says {first} to {last}"
                raise StoreDamaged(msg)
            following += len(part)
        return first, last

    def _read(self, statement: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        return self.datastore.rows(statement, values)
