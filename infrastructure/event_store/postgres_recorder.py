"""The log in a PostgreSQL database: the library's recorder with receipts and recording times."""

import time
from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar, cast

from eventsourcing.persistence import InterfaceError, OperationalError, StoredEvent
from eventsourcing.postgres import PostgresApplicationRecorder
from psycopg import Cursor
from psycopg.abc import PQGen
from psycopg.pq.abc import PGconn
from psycopg.rows import DictRow, tuple_row
from psycopg.waiting import READY_R, WAIT_RW, WAIT_W

from application.parts import in_parts
from infrastructure.database_errors import driver_error, is_lost_connection, store_errors
from infrastructure.event_store.postgres_database import PostgresEventDatastore
from infrastructure.event_store.recorder import AT_ONCE, Dialect, EventRecorder, Queries
from infrastructure.event_store.recording_time import check_may_choose_time
from infrastructure.event_store.rows import ReceiptEntry, StoredEvents
from infrastructure.taking_writes import POSTGRES_TAKES_WRITES, must_be_true

CLOCK: Final = "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint"
QUERIES: Final = Queries(
    Dialect(
        schema="public",
        position="notification_id",
        value="%s",
        among="= ANY(%s)",
        greatest="greatest",
        clock=CLOCK,
        id=lambda identity: identity,
        ids=list,
        texts=list,
    )
)
LAST_POSITION: Final = f"({QUERIES.last_position})"

STAMP: Final = f"""
    SELECT CASE
        WHEN %(recorded_at)s::bigint IS NULL THEN greatest({CLOCK}, {QUERIES.newest} + 1)
        WHEN %(recorded_at)s::bigint >= {QUERIES.newest} THEN %(recorded_at)s::bigint
        ELSE {QUERIES.newest} + 1
    END AS recorded_at
"""
INSERTED: Final = f"""
    WITH stamp AS MATERIALIZED (
        {STAMP}
    ), recorded AS (
        INSERT INTO public.stored_events (originator_id, originator_version, topic, state, recorded_at)
        SELECT aggregate, version, topic, state, (SELECT recorded_at FROM stamp)
        FROM unnest(%(aggregates)s::uuid[], %(versions)s::bigint[], %(topics)s::text[], %(states)s::bytea[])
            WITH ORDINALITY AS event (aggregate, version, topic, state, number)
        ORDER BY number
        RETURNING notification_id
    )
"""  # noqa: S608  # made of constants

# Of many events all but the last part: they have the recording time of the whole, and tell where it begins.
RECORD_PART: Final = f"{INSERTED} SELECT min(notification_id) AS first FROM recorded"  # noqa: S608  # made of constants

# Events and receipt in one journey, after the table was locked. The statement sees the table as it was before itself.
RECORD: Final = f"""{INSERTED}
    INSERT INTO public.commands (id, digest, first, last, answer, recorded_at)
    SELECT %(command)s, %(digest)s, coalesce(%(first)s::bigint, min(notification_id), {LAST_POSITION} + 1),
        coalesce(max(notification_id), {LAST_POSITION}), %(answer)s, (SELECT recorded_at FROM stamp)
    FROM recorded
    RETURNING first, last
"""  # noqa: S608  # made of constants

PATIENCE: Final = 6.0
"""Seconds in which a lost connection is tried again; with the pool's own time-out a dead server is named within nine."""

RETRY: Final = 0.2

T = TypeVar("T")


class PostgresEventRecorder(EventRecorder, PostgresApplicationRecorder):
    """The library's lock on the table is kept: positions are committed in their order, and a reader passes over nothing."""

    datastore: PostgresEventDatastore
    queries = QUERIES

    # Without the library's own ten attempts, which would also wait ten times for another writer.
    _insert_once = PostgresApplicationRecorder.insert_events.__wrapped__

    def __init__(self, datastore: PostgresEventDatastore) -> None:
        with store_errors():
            super().__init__(datastore)

    def must_take_writes(self) -> None:
        must_be_true(self._select(POSTGRES_TAKES_WRITES))

    def _write(self, events: StoredEvents, entry: ReceiptEntry) -> tuple[int, int]:
        # After a lost connection nobody knows whether the events were committed. So the second attempt may meet its own
        # receipt, and a failure may yet have recorded: the same command asked again gets its answer.
        written = self._persist(lambda: self._insert_once(cast("Sequence[StoredEvent]", events), entry=entry))
        if written is None:
            receipt = self.receipt_row(entry.command)
            assert receipt is not None, entry.command  # it was committed just now and is never deleted  # noqa: S101
            return receipt.first, receipt.last
        first, last = written
        return first, last

    def _insert_events(self, curs: Cursor[DictRow], stored_events: Sequence[StoredEvent], **kwargs: object) -> None:
        if not stored_events:  # the library goes no further then
            self._insert_stored_events(curs, stored_events, **kwargs)

    def _insert_stored_events(self, curs: Cursor[DictRow], stored_events: Sequence[StoredEvent], **kwargs: object) -> None:
        entry = cast("ReceiptEntry", kwargs["entry"])
        self._lock_table(curs)
        if entry.nothing_since is not None:
            newest = curs.execute(QUERIES.last_position).fetchone()
            self.check_nothing_since(entry.nothing_since, newest["coalesce"] if newest else 0)
        if entry.recorded_at is not None:
            check_may_choose_time(curs.execute(QUERIES.first).fetchone(), stored_events)
        try:
            self._insert_in_parts(curs, stored_events, entry)
        except Exception as error:
            # The library commits all the same, which after an error of the database alone comes to a rollback.
            if driver_error(error) is None:
                curs.execute("ROLLBACK")
            raise

    def _insert_in_parts(self, curs: Cursor[DictRow], stored_events: Sequence[StoredEvent], entry: ReceiptEntry) -> None:
        receipt = {"command": entry.command, "digest": entry.digest, "answer": entry.answer}
        first, recorded_at = None, entry.recorded_at
        parts = in_parts(stored_events, AT_ONCE)
        part: Sequence[StoredEvent] = next(parts, [])
        for following in parts:
            if first is None:  # one recording time for all parts
                recorded_at = _only(curs.execute(STAMP, {"recorded_at": recorded_at}))
            self._send(curs, RECORD_PART, part, recorded_at=recorded_at)
            told = _only(curs)
            first, part = first or told, following
        self._send(curs, RECORD, part, recorded_at=recorded_at, first=first, **receipt)

    @staticmethod
    def _send(curs: Cursor[DictRow], statement: str, events: Sequence[StoredEvent], **more: object) -> None:
        # No NOTIFY, as the library's own would send: readers ask for what they need, and it makes commits wait for each other.
        columns = {
            "aggregates": [event.originator_id for event in events],
            "versions": [event.originator_version for event in events],
            "topics": [event.topic for event in events],
            "states": [event.state for event in events],
        }
        curs.execute(statement, {**columns, **more})
        curs.connection.wait(_hand_over(curs.connection.pgconn))

    def _fetch_ids_after_insert_events(
        self, curs: Cursor[DictRow], stored_events: Sequence[StoredEvent], **kwargs: object
    ) -> Sequence[int] | None:
        written = curs.fetchone()
        return (written["first"], written["last"]) if written else None

    def _read(self, statement: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        return self._persist(lambda: self._read_once(statement, values))

    def _read_once(self, statement: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        with (
            self.datastore.get_connection() as connection,
            connection.cursor(binary=True, row_factory=tuple_row) as cursor,
        ):
            return cursor.execute(statement, values).fetchall()

    @staticmethod
    def _persist(attempt: Callable[[], T]) -> T:
        give_up_at = time.monotonic() + PATIENCE
        while True:
            try:
                return attempt()
            except (InterfaceError, OperationalError) as error:
                if not is_lost_connection(error) or time.monotonic() > give_up_at:
                    raise
            time.sleep(RETRY)


def _only(curs: Cursor[DictRow]) -> int:
    """Give the only value that was asked for."""
    (row,) = curs.fetchall()
    (value,) = row.values()
    return int(value)


def _hand_over(connection: PGconn) -> PQGen[None]:
    # A pipeline of psycopg 3.3 waits for its answer when it has sent no more than the socket takes at once: the rest of a
    # large statement stays behind, and both sides wait for ever, with the table locked (measured: 3,000 events).
    while connection.flush():
        if (yield WAIT_RW) & READY_R:
            connection.consume_input()
    while not (yield WAIT_W):  # room for the few bytes by which the pipeline asks for its answer
        pass
