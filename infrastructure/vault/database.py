"""The vault's database: connections, turns in writing, a few rows read fast, and wiping what was destroyed."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Connection, Engine, Row, Select, create_engine, event, make_url, select, text
from sqlalchemy.engine import URL, CursorResult
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from infrastructure.spare_connections import SpareConnections
from infrastructure.vault import tables
from infrastructure.vault.errors import BytesRemain, UnsupportedVaultUrl
from infrastructure.vault.trouble import TROUBLE, store_errors, translated
from infrastructure.write_ahead import switch_to_wal

SCHEMA = "vault"
PATIENCE = 5.0
"""Seconds to wait for another writer, or for a free connection."""

SQLITE_SETTINGS = ("busy_timeout = 5000", "synchronous = FULL", "secure_delete = ON")
POSTGRES_SETTINGS = (f"search_path = {SCHEMA}", "lock_timeout = '5s'")
POSTGRES_CONNECTION = {
    "connect_timeout": 5,
    "keepalives": 1,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
}
CREATION_LOCK = 0x7661756C74  # "vault": processes that start at once make the schema one by one

FastRow = Sequence[Any]


def parsed(url: str) -> URL:
    """Read an address, whose text stays out of every error: it may hold a password."""
    try:
        parts = make_url(url)
    except ArgumentError:
        raise UnsupportedVaultUrl from None
    if parts.drivername in ("postgresql", "postgresql+psycopg"):
        return parts.set(drivername="postgresql+psycopg")
    if parts.drivername == "sqlite" and parts.database and parts.database != ":memory:":
        return parts
    raise UnsupportedVaultUrl


def sqlite_file(url: str) -> Path | None:
    """Give the file of an SQLite vault, None for PostgreSQL."""
    parts = parsed(url)
    return Path(parts.database) if parts.drivername == "sqlite" and parts.database else None


class FastQuery:
    """A query for a few rows, compiled once and given to the driver itself: for what every command does."""

    def __init__(self, query: Select[Any], engine: Engine) -> None:
        compiled = query.compile(engine)
        self.sql = compiled.string
        self.fixed = compiled.params
        self.order: Sequence[str] | None = getattr(compiled, "positiontup", None)

    def values(self, given: dict[str, Any]) -> Any:  # noqa: ANN401  # whatever the driver takes
        """Give the values as this driver wants them: by position or by name."""
        all_given = self.fixed | given
        return all_given if self.order is None else [all_given[name] for name in self.order]


class Database:
    """
    One vault's database.

    Reading is statement by statement; writing is in turns: the row of ``about`` is locked first, in every process.
    """

    def __init__(self, url: str) -> None:
        self.file = sqlite_file(url)
        self.engine = self._engine(parsed(url))
        self._spare = None if self.file is None else SpareConnections(partial(_connected, self.file))

    def _engine(self, url: URL) -> Engine:
        engine = create_engine(
            url,
            isolation_level="AUTOCOMMIT",
            hide_parameters=True,
            pool_size=8,
            max_overflow=32,
            pool_timeout=PATIENCE,
            connect_args=POSTGRES_CONNECTION if self.file is None else {"timeout": PATIENCE, "check_same_thread": False},
        )
        settings = (
            [f"SET {setting}" for setting in POSTGRES_SETTINGS]
            if self.file is None
            else [f"PRAGMA {setting}" for setting in SQLITE_SETTINGS]
        )

        @event.listens_for(engine, "connect")
        def set_up(connection: Any, _: ConnectionPoolEntry) -> None:  # noqa: ANN401  # of either driver
            with closing(connection.cursor()) as cursor:
                for setting in settings:
                    cursor.execute(setting)

        return engine

    def close(self) -> None:
        """Close all connections."""
        if self._spare is not None:
            self._spare.close()
        self.engine.dispose()

    # Reading

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection on which every statement sees what was committed before it."""
        with store_errors(), self.engine.connect() as connection:
            self._revive(connection)
            yield connection

    def _revive(self, connection: Connection) -> None:
        """Replace a connection whose server went away since it was last used."""
        if self.file is not None:
            return
        try:
            connection.exec_driver_sql("SELECT 1")
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
        finally:
            connection.rollback()

    def fast(self, query: Select[Any]) -> FastQuery:
        """Prepare a query for :meth:`row` and :meth:`rows`."""
        return FastQuery(query, self.engine)

    def row(self, query: FastQuery, **given: Any) -> FastRow | None:  # noqa: ANN401  # columns of any type
        """Give the first row of a fast query, as the driver gives it."""
        rows = self.rows(query, **given)
        return rows[0] if rows else None

    def rows(self, query: FastQuery, **given: Any) -> Sequence[FastRow]:  # noqa: ANN401  # columns of any type
        """Give all rows of a fast query, as the driver gives them; a connection that was lost is replaced once."""
        values = query.values(given)
        try:
            try:
                return self._rows(query.sql, values)
            except psycopg.OperationalError:
                self.engine.dispose()
                return self._rows(query.sql, values)
        except TROUBLE as error:
            raise translated(error) from None

    def _rows(self, sql: str, values: Any) -> Sequence[FastRow]:  # noqa: ANN401  # as the driver wants them
        if self._spare is not None:
            return self._spare.rows(sql, values)
        with closing(self.engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
            cursor.execute(sql, values)
            rows: Sequence[FastRow] = cursor.fetchall()
            return rows

    # Writing

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection in a transaction that nobody else writes beside."""
        with store_errors(), self.engine.connect() as connection:
            self._revive(connection)
            if self.file is None:
                connection.execution_options(isolation_level="READ COMMITTED")
            with connection.begin():
                if self.file is not None:
                    connection.exec_driver_sql("BEGIN IMMEDIATE")
                yield connection

    def last_person(self, connection: Connection) -> int:
        """Take the turn, until the transaction ends, and give the highest person number."""
        number = connection.scalar(select(tables.about.c.last_person).with_for_update())
        return int(number or 0)

    # Creating

    def create(self, first_row: dict[str, Any]) -> None:
        """Make the tables in one step when they are not there; processes that start at once find them whole."""
        if self.file is not None:
            self._create_file(self.file)
        with self.reading() as connection:
            if self._exists(connection):
                return
        with self.writing() as connection:
            if self.file is None:
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": CREATION_LOCK})
                connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
            if not self._exists(connection):
                tables.metadata.create_all(connection, checkfirst=False)
                connection.execute(tables.about.insert(), first_row)

    def _exists(self, connection: Connection) -> bool:
        found: CursorResult[Any] = connection.exec_driver_sql(
            f"SELECT 1 FROM pg_tables WHERE schemaname = '{SCHEMA}' AND tablename = 'about'"  # noqa: S608  # a constant
            if self.file is None
            else "SELECT 1 FROM sqlite_master WHERE name = 'about'"
        )
        return found.first() is not None

    def _create_file(self, file: Path) -> None:
        with store_errors():
            try:
                file.parent.mkdir(parents=True, exist_ok=True)
                os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
            except OSError:
                pass  # SQLite says what is wrong with it
            with closing(_connected(file)) as connection:
                switch_to_wal(connection, patience=PATIENCE)

    # Wiping

    def wipe(self) -> None:
        """
        Let nothing that was destroyed stay in the write-ahead log (``secure_delete`` saw to the file itself).

        :raises BytesRemain: if a reader held on to it; everything else was done
        """
        if self.file is None:
            return
        with self.reading() as connection:
            blocked: Row[Any] | None = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").first()
        if blocked is not None and blocked[0]:
            raise BytesRemain


def _connected(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=PATIENCE, check_same_thread=False, isolation_level=None)
    for setting in SQLITE_SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    return connection
