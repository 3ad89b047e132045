"""The log in a PostgreSQL database: the library's recorder with receipts and recording times."""

import time
from collections.abc import Callable, Collection, Sequence
from typing import Any, Final, LiteralString, TypeVar, cast
from uuid import UUID

from eventsourcing.persistence import InterfaceError, OperationalError, StoredEvent
from eventsourcing.postgres import PostgresApplicationRecorder
from psycopg import Cursor
from psycopg.abc import PQGen
from psycopg.pq.abc import PGconn
from psycopg.rows import DictRow, tuple_row
from psycopg.waiting import READY_R, WAIT_RW, WAIT_W

from infrastructure.event_store.failures import is_lost_connection, named_failures
from infrastructure.event_store.postgres_database import EventDatastore
from infrastructure.event_store.recording_time import check_chosen_time, first_of
from infrastructure.event_store.rows import Entry, ReceiptRow, Row

CLOCK: Final = "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint"
NEWEST: Final = "coalesce((SELECT recorded_at FROM public.stored_events ORDER BY notification_id DESC LIMIT 1), 0)"
LAST_POSITION: Final = "coalesce((SELECT max(notification_id) FROM public.stored_events), 0)"

# Events and receipt in one journey, after the table was locked. The statement sees the table as it was before itself.
RECORD: Final = f"""
    WITH stamp AS MATERIALIZED (
        SELECT coalesce(%(recorded_at)s::bigint, greatest({CLOCK}, {NEWEST} + 1)) AS recorded_at
    ), recorded AS (
        INSERT INTO public.stored_events (originator_id, originator_version, topic, state, recorded_at)
        SELECT aggregate, version, topic, state, (SELECT recorded_at FROM stamp)
        FROM unnest(%(aggregates)s::uuid[], %(versions)s::bigint[], %(topics)s::text[], %(states)s::bytea[])
            WITH ORDINALITY AS event (aggregate, version, topic, state, number)
        ORDER BY number
        RETURNING notification_id
    )
    INSERT INTO public.commands (id, digest, first, last, answer, recorded_at)
    SELECT %(command)s, %(digest)s, coalesce(min(notification_id), {LAST_POSITION} + 1),
        coalesce(max(notification_id), {LAST_POSITION}), %(answer)s, (SELECT recorded_at FROM stamp)
    FROM recorded
    RETURNING first, last
"""  # noqa: S608  # made of constants
SELECT_RECEIPT: Final = "SELECT digest, first, last, answer FROM public.commands WHERE id = %s"

SELECT_ROWS: Final = """
    SELECT notification_id, originator_id, originator_version, topic, state, recorded_at FROM public.stored_events
"""
SELECT_ROWS_OF: Final = f"{SELECT_ROWS} WHERE originator_id = ANY(%s) ORDER BY originator_id, originator_version"
SELECT_ROWS_UNTIL: Final = f"""
    {SELECT_ROWS} WHERE originator_id = %s AND notification_id <= coalesce(%s::bigint, notification_id)
        AND originator_version > %s
    ORDER BY originator_version LIMIT %s::bigint
"""
SELECT_ROWS_AFTER: Final = f"{SELECT_ROWS} WHERE notification_id > %s ORDER BY notification_id LIMIT %s"
SELECT_LAST_POSITION: Final = f"SELECT {LAST_POSITION}"
SELECT_LAST_POSITION_UNTIL: Final = """
    SELECT notification_id FROM public.stored_events WHERE recorded_at <= %s
    ORDER BY recorded_at DESC, notification_id DESC LIMIT 1
"""
SELECT_CLOCK: Final = f"SELECT greatest({CLOCK}, {NEWEST})"
SELECT_FIRST: Final = f"""
    SELECT topic, state, {NEWEST} AS newest FROM public.stored_events ORDER BY notification_id LIMIT 1
"""  # noqa: S608  # made of constants

PATIENCE: Final = 6.0
"""Seconds in which a lost connection is tried again; with the pool's own time-out a dead server is named within nine."""

RETRY: Final = 0.2

T = TypeVar("T")


class PostgresEventRecorder(PostgresApplicationRecorder):
    """
    Implements EventRecorder.

    The library's lock on the table is kept, so that positions are committed in their order and a reader passes over nothing.
    """

    datastore: EventDatastore

    # Without the library's own ten attempts, which would also wait ten times for another writer.
    _insert_once = PostgresApplicationRecorder.insert_events.__wrapped__

    def __init__(self, datastore: EventDatastore) -> None:
        with named_failures():
            super().__init__(datastore)

    def record(self, events: Sequence[StoredEvent], entry: Entry) -> tuple[int, int]:
        """
        Write events and receipt in one transaction and give the first and last position.

        After a lost connection nobody knows whether the events were committed. So the second attempt may meet its own
        receipt, and a failure may yet have recorded: the same command asked again gets its answer.
        """
        with named_failures():
            written = self._persist(lambda: self._insert_once(events, entry=entry))
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
        entry = cast("Entry", kwargs["entry"])
        self._lock_table(curs)
        if entry.recorded_at is not None:
            self._check_chosen_time(curs, stored_events, entry.recorded_at)
        # No NOTIFY, as the library's own would send: readers ask for what they need, and it makes commits wait for each other.
        curs.execute(
            RECORD,
            {
                "aggregates": [event.originator_id for event in stored_events],
                "versions": [event.originator_version for event in stored_events],
                "topics": [event.topic for event in stored_events],
                "states": [event.state for event in stored_events],
                "recorded_at": entry.recorded_at,
                "command": entry.command,
                "digest": entry.digest,
                "answer": entry.answer,
            },
        )
        curs.connection.wait(_hand_over(curs.connection.pgconn))

    def _fetch_ids_after_insert_events(
        self, curs: Cursor[DictRow], stored_events: Sequence[StoredEvent], **kwargs: object
    ) -> Sequence[int] | None:
        written = curs.fetchone()
        return (written["first"], written["last"]) if written else None

    @staticmethod
    def _check_chosen_time(curs: Cursor[DictRow], stored_events: Sequence[StoredEvent], chosen: int) -> None:
        stored = curs.execute(SELECT_FIRST).fetchone()
        if stored:
            check_chosen_time(chosen, newest=stored["newest"], first=(stored["topic"], stored["state"]))
        else:
            check_chosen_time(chosen, newest=0, first=first_of(stored_events))

    def rows_of(self, aggregates: Collection[UUID]) -> Sequence[Row]:
        """Give all events of some aggregates as of one moment, by aggregate and version."""
        return self._rows(SELECT_ROWS_OF, list(aggregates))

    def rows_until(self, aggregate: UUID, position: int | None, after: int, limit: int | None) -> Sequence[Row]:
        """Give the events of one aggregate by version, up to and including a position, some of them after a version."""
        return self._rows(SELECT_ROWS_UNTIL, aggregate, position, after, limit)

    def rows_after(self, position: int, limit: int) -> Sequence[Row]:
        """Give the next events after a position."""
        return self._rows(SELECT_ROWS_AFTER, position, limit)

    def receipt_row(self, command: UUID) -> ReceiptRow | None:
        """Give the receipt of a command."""
        found = self._select(SELECT_RECEIPT, command)
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

    def _rows(self, statement: LiteralString, *parameters: object) -> list[Row]:
        return list(map(Row._make, self._select(statement, *parameters)))

    def _number(self, statement: LiteralString, *parameters: object) -> int:
        found = self._select(statement, *parameters)
        return int(found[0][0]) if found else 0

    def _select(self, statement: LiteralString, *parameters: object) -> list[tuple[Any, ...]]:
        with named_failures():
            return self._persist(lambda: self._select_once(statement, parameters))

    def _select_once(self, statement: LiteralString, parameters: tuple[object, ...]) -> list[tuple[Any, ...]]:
        with (
            self.datastore.get_connection() as connection,
            connection.cursor(binary=True, row_factory=tuple_row) as cursor,
        ):
            return cursor.execute(statement, parameters).fetchall()

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


def _hand_over(connection: PGconn) -> PQGen[None]:
    # A pipeline of psycopg 3.3 waits for its answer when it has sent no more than the socket takes at once: the rest of a
    # large statement stays behind, and both sides wait for ever, with the table locked (measured: 3,000 events).
    while connection.flush():
        if (yield WAIT_RW) & READY_R:
            connection.consume_input()
    while not (yield WAIT_W):  # room for the few bytes by which the pipeline asks for its answer
        pass
