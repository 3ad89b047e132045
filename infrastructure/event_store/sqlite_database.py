"""An SQLite file that holds a log: its connections and its tables."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from typing import Any, Final
from urllib.parse import quote

from eventsourcing.sqlite import SQLiteConnection, SQLiteConnectionPool, SQLiteDatastore

from application.ports import StoreBusy, StoreDamaged
from infrastructure.spare_connections import SpareConnections, Values
from infrastructure.write_ahead import switch_to_wal

SCHEMA: Final = (
    # AUTOINCREMENT: a position is never given out twice, also not after the newest rows were lost.
    """
    CREATE TABLE IF NOT EXISTS stored_events (
        rowid INTEGER PRIMARY KEY AUTOINCREMENT,
        originator_id TEXT NOT NULL,
        originator_version INTEGER NOT NULL,
        topic TEXT NOT NULL,
        state BLOB NOT NULL,
        recorded_at INTEGER NOT NULL,
        UNIQUE (originator_id, originator_version)
    )
    """,
    "CREATE INDEX IF NOT EXISTS stored_events_recorded_at ON stored_events (recorded_at)",
    """
    CREATE TABLE IF NOT EXISTS commands (
        id TEXT PRIMARY KEY NOT NULL,
        digest TEXT NOT NULL,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL,
        answer TEXT NOT NULL,
        recorded_at INTEGER NOT NULL
    )
    """,
)
EXPECTED: Final = (
    "SELECT rowid, originator_id, originator_version, topic, state, recorded_at FROM stored_events LIMIT 0",
    "SELECT id, digest, first, last, answer, recorded_at FROM commands LIMIT 0",
)
POOL_SIZE: Final = 8
MAX_OVERFLOW: Final = 40
"""As many connections at once as a web server has threads; only the first eight are kept."""

CACHED_STATEMENTS: Final = 64


class EventPool(SQLiteConnectionPool):
    """Connections that remember their statements (the library's cache holds one) and flush every commit to the disk."""

    def __init__(self, *, path: str, read_only: bool, lock_timeout: float) -> None:
        super().__init__(db_name=path, pool_size=POOL_SIZE, max_overflow=MAX_OVERFLOW, pool_timeout=lock_timeout)
        self.read_only = read_only
        self.seconds_of_patience = lock_timeout

    def connect(self) -> sqlite3.Connection:
        """Open the file. Without a transaction of its own, as the library wants it."""
        connection = sqlite3.connect(
            f"file:{quote(self.db_name)}?mode={'ro' if self.read_only else 'rwc'}",
            uri=True,
            timeout=self.seconds_of_patience,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=CACHED_STATEMENTS,
        )
        connection.execute("PRAGMA synchronous = FULL")
        return connection

    def _create_connection(self) -> SQLiteConnection:
        connection = self.connect()
        connection.row_factory = sqlite3.Row
        return SQLiteConnection(connection, max_age=None)


class EventDatastore(SQLiteDatastore):
    """
    One file in which a log is kept, with one writer at a time in this process.

    :param lock_timeout: seconds to wait for another writer
    :raises StoreDamaged: if the file holds something else
    """

    pool: EventPool

    def __init__(self, path: str, *, read_only: bool, lock_timeout: float) -> None:
        super().__init__(path)
        self.pool = EventPool(path=path, read_only=read_only, lock_timeout=lock_timeout)
        self._writer = threading.Lock()
        self._spare = SpareConnections(self.pool.connect)
        with closing(self.pool.connect()) as connection:
            if not read_only:
                switch_to_wal(connection, patience=lock_timeout)
                _create_tables(connection)
            for statement in EXPECTED:
                connection.execute(statement)

    def rows(self, statement: str, parameters: Values) -> list[tuple[Any, ...]]:
        """Give all rows of one statement that only reads."""
        return self._spare.rows(statement, parameters)

    def close(self) -> None:
        """Let go of the file."""
        self._spare.close()
        super().close()

    @contextmanager
    def get_connection(self, *, commit: bool) -> Iterator[SQLiteConnection]:
        """
        Lend a connection, to one writer at a time.

        The pool has a writer's lock too, but keeps it for ever when connecting fails, and lets readers wait behind writers.
        """
        if commit and not self._writer.acquire(timeout=self.pool.seconds_of_patience):
            msg = "other writers of this process kept the database busy"
            raise StoreBusy(msg)
        try:
            connection = self.pool.get_connection()
            try:
                yield connection
            except BaseException:
                # The library leaves the transaction open when a commit fails, for whoever gets the connection next.
                with suppress(sqlite3.Error):
                    connection.rollback()
                raise
            finally:
                self.pool.put_connection(connection)
        finally:
            if commit:
                self._writer.release()


def _create_tables(connection: sqlite3.Connection) -> None:
    if "stored_events" in _tables(connection):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        _refuse_another_database(_tables(connection))
        for statement in SCHEMA:
            connection.execute(statement)
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def _refuse_another_database(tables: set[str]) -> None:
    if tables and "stored_events" not in tables:
        msg = "the database holds something else than a log of events"
        raise StoreDamaged(msg)


def _tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
