"""An SQLite file that holds a log: its connections and its tables."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final
from urllib.parse import quote

from eventsourcing.sqlite import SQLiteConnection, SQLiteDatastore

from application.ports.errors import StoreBusy, StoreDamaged, StoreUnavailable
from infrastructure.private_files import make_private
from infrastructure.spare_connections import SpareConnections
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
CACHED_STATEMENTS: Final = 64


class SQLiteEventDatastore(SQLiteDatastore):
    """
    One file in which a log is kept, with one writer at a time in this process, who needs no pool: it has one connection.

    :param lock_timeout: seconds to wait for another writer
    :raises StoreDamaged: if the file holds something else
    """

    def __init__(self, path: str, *, read_only: bool, lock_timeout: float) -> None:
        super().__init__(path)
        self.file = Path(path)
        self.address = f"file:{quote(path)}?mode={'ro' if read_only else 'rwc'}"
        self.lock_timeout = lock_timeout
        self._turn = threading.Lock()
        self._writer: SQLiteConnection | None = None
        self._is_closed = False
        self._spare = SpareConnections(self.connect)
        self.rows = self._spare.rows
        if not read_only:
            with suppress(OSError):  # SQLite says what is wrong with it
                make_private(Path(path))
        with closing(self.connect()) as connection:
            if not read_only:
                switch_to_wal(connection, patience=lock_timeout)
                _create_tables(connection)
            for statement in EXPECTED:
                connection.execute(statement)

    def connect(self) -> sqlite3.Connection:
        """Open the file: without a transaction of its own, as the library wants it, and flushing every commit to the disk."""
        connection = sqlite3.connect(
            self.address,
            uri=True,
            timeout=self.lock_timeout,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=CACHED_STATEMENTS,
        )
        connection.execute("PRAGMA synchronous = FULL")
        return connection

    def close(self) -> None:
        """Let go of the file, when whoever writes has finished."""
        self._is_closed = True
        self._spare.close()
        with self._turn:
            if self._writer is not None:
                self._writer.close()

    @contextmanager
    def get_connection(self, *, commit: bool) -> Iterator[SQLiteConnection]:
        """Lend the writer's connection. The library's pool has a turn too, but keeps it for ever when connecting fails."""
        if not self._turn.acquire(timeout=self.lock_timeout):
            msg = "other writers of this process kept the database busy"
            raise StoreBusy(msg)
        try:
            yield self._writer_connection()
        except BaseException:
            # The library leaves the transaction open when a commit fails, for whoever gets the connection next.
            if self._writer is not None:
                with suppress(sqlite3.Error):
                    self._writer.rollback()
            raise
        finally:
            self._turn.release()

    def _writer_connection(self) -> SQLiteConnection:
        if self._is_closed:
            msg = "the store was closed"
            raise StoreUnavailable(msg)
        if self._writer is None:
            connection = self.connect()
            connection.row_factory = sqlite3.Row
            self._writer = SQLiteConnection(connection, max_age=None)
        return self._writer


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
