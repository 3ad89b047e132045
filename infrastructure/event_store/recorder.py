"""What the recorders of both databases share: the questions to a log, in whose SQL only a few words differ."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final
from uuid import UUID

from eventsourcing.persistence import IntegrityError
from eventsourcing.postgres import PostgresDatastore
from eventsourcing.sqlite import SQLiteDatastore

from infrastructure.database_errors import is_already_there, store_errors
from infrastructure.event_store.rows import AlreadyThereError, ReceiptEntry, ReceiptRow, Row, StoredEvents

EVERYTHING: Final = 2**63 - 1
"""The highest position, and the longest list."""

AT_ONCE: Final = 1_000
"""Events that are in memory together while they are written."""


@dataclass(frozen=True)
class Dialect:
    """Where the SQL of the databases differs."""

    schema: str
    position: str
    """The column that tells where an event stands in the log."""
    value: str
    """Where a value is filled in."""
    among: str
    """The condition that something is one of the values that are filled in together."""
    greatest: str
    clock: str
    """The time in microseconds since 1970."""
    id: Callable[[UUID], object]
    """Gives an id as this database keeps it."""
    ids: Callable[[Collection[UUID]], object]
    """Gives ids as ``among`` takes them."""
    texts: Callable[[Collection[str]], object]
    """Gives texts as ``among`` takes them."""


class Queries:
    """The questions to a log, in the SQL of one database."""

    def __init__(self, sql: Dialect) -> None:
        self.id, self.ids, self.texts = sql.id, sql.ids, sql.texts
        events, at, value = f"{sql.schema}.stored_events", sql.position, sql.value
        rows = f"SELECT {at}, originator_id, originator_version, topic, state, recorded_at FROM {events}"
        self.newest = f"COALESCE((SELECT recorded_at FROM {events} ORDER BY {at} DESC LIMIT 1), 0)"
        self.last_position = f"SELECT COALESCE(MAX({at}), 0) FROM {events}"
        self.last_position_until = (
            f"SELECT {at} FROM {events} WHERE recorded_at <= {value} ORDER BY recorded_at DESC, {at} DESC LIMIT 1"
        )
        self.clock = f"SELECT {sql.greatest}({sql.clock}, {self.newest})"
        self.receipt = f"SELECT digest, first, last, answer FROM {sql.schema}.commands WHERE id = {value}"
        self.receipts = f"SELECT id, first, last FROM {sql.schema}.commands ORDER BY first, last"
        self.rows_of = f"{rows} WHERE originator_id {sql.among} ORDER BY originator_id, originator_version"
        self.rows_until = (
            f"{rows} WHERE originator_id = {value} AND {at} <= {value} AND originator_version > {value}"
            f" ORDER BY originator_version LIMIT {value}"
        )
        self.rows_after = f"{rows} WHERE {at} > {value} ORDER BY {at} LIMIT {value}"
        self.rows_called = f"{rows} WHERE {at} > {value} AND topic {sql.among} ORDER BY {at} LIMIT {value}"
        self.first = f"SELECT topic, state FROM {events} ORDER BY {at} LIMIT 1"


class EventRecorder(ABC):
    """One database of events. All methods raise the port's StoreError when the database cannot do it."""

    queries: ClassVar[Queries]
    datastore: SQLiteDatastore | PostgresDatastore

    def record(self, events: StoredEvents, entry: ReceiptEntry) -> tuple[int, int]:
        """
        Write events and receipt in one transaction and give the first and last position. Many events are written in parts.

        Without events these are an empty range after the newest event: last + 1, last.

        :raises AlreadyThereError: if a version of an aggregate or the command is there already
        :raises ValueError: if the entry chooses a recording time that it may not choose
        """
        try:
            with store_errors():
                return self._write(events, entry)
        except IntegrityError as error:
            if is_already_there(error):
                raise AlreadyThereError from error
            raise

    @staticmethod
    def check_nothing_since(seen: int, last_position: int) -> None:
        """
        Check, while nobody else can write, that nothing was recorded that the writer has not seen.

        :raises AlreadyThereError: if something was
        """
        if last_position > seen:
            raise AlreadyThereError

    def rows_of(self, aggregates: Collection[UUID]) -> Sequence[Row]:
        """Give all events of some aggregates as of one moment, by aggregate and version."""
        return self._rows(self.queries.rows_of, self.queries.ids(aggregates))

    def rows_until(self, aggregate: UUID, position: int | None, after: int, limit: int | None) -> Sequence[Row]:
        """Give the events of one aggregate by version, up to and including a position, some of them after a version."""
        until = EVERYTHING if position is None else position
        most = EVERYTHING if limit is None else limit
        return self._rows(self.queries.rows_until, self.queries.id(aggregate), until, after, most)

    def rows_after(self, position: int, limit: int, topics: Collection[str] | None = None) -> Sequence[Row]:
        """Give the events after a position, all or those with one of some stored names."""
        if topics is None:
            return self._rows(self.queries.rows_after, position, limit)
        return self._rows(self.queries.rows_called, position, self.queries.texts(topics), limit)

    def receipt_row(self, command: UUID) -> ReceiptRow | None:
        found = self._select(self.queries.receipt, self.queries.id(command))
        return ReceiptRow._make(found[0]) if found else None

    def receipts(self) -> Sequence[tuple[UUID, int, int]]:
        """Give every command that was recorded and its first and last position, in the order of the log."""
        return [(UUID(str(command)), first, last) for command, first, last in self._select(self.queries.receipts)]

    def last_position(self) -> int:
        """Give the position of the newest event, 0 when there is none."""
        return self._number(self.queries.last_position)

    def last_position_until(self, recorded_at: int) -> int:
        """Give the last position recorded at or before a time (microseconds), 0 when there is none."""
        return self._number(self.queries.last_position_until, recorded_at)

    def clock(self) -> int:
        """Give the time (microseconds) by which an event would be stamped now."""
        return self._number(self.queries.clock)

    def close(self) -> None:
        self.datastore.close()

    def _rows(self, statement: str, *values: object) -> list[Row]:
        return list(map(Row._make, self._select(statement, *values)))

    def _number(self, statement: str, *values: object) -> int:
        found = self._select(statement, *values)
        return int(found[0][0]) if found else 0

    def _select(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with store_errors():
            return self._read(statement, values)

    @abstractmethod
    def must_take_writes(self) -> None:
        """Check that events could be written now."""

    @abstractmethod
    def _write(self, events: StoredEvents, entry: ReceiptEntry) -> tuple[int, int]: ...

    @abstractmethod
    def _read(self, statement: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]: ...
