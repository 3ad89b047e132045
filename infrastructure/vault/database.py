"""The vault's database: connections, turns in writing, and wiping what was destroyed."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import ColumnElement, Connection, Row, Select, create_engine, event, false, inspect, make_url, select, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from application.ports.errors import StoreBusy
from infrastructure.compiled_queries import CompiledQuery
from infrastructure.creation import creation_of
from infrastructure.database_errors import store_errors
from infrastructure.postgres_connections import CONNECTION
from infrastructure.private_files import make_private, make_private_folder
from infrastructure.spare_connections import SpareConnections
from infrastructure.taking_writes import POSTGRES_TAKES_WRITES, must_be_true, must_have_room
from infrastructure.vault import tables
from infrastructure.vault.errors import BytesRemain, MasterKeyReplaced, UnsupportedVaultUrl
from infrastructure.write_ahead import switch_to_wal

SCHEMA = "vault"
PATIENCE = 5.0
"""Seconds to wait for another writer, or for a free connection."""

CHUNK = 10_000
"""Values in one query; SQLite takes 32,766 at most."""

SQLITE_SETTINGS = ("busy_timeout = 5000", "synchronous = FULL", "secure_delete = ON")
POSTGRES_SETTINGS = (f"search_path = {SCHEMA}", "lock_timeout = '5s'")
CREATION_LOCK = 0x7661756C74  # "vault": processes that start at once make the schema one by one

errors = partial(store_errors, "the vault's database", quoting=False)
"""Drivers' own words stay out: they may quote a row, or an address with its password."""


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


class Database:
    """
    One vault's database.

    Reading is statement by statement; writing is in turns: the row of ``about`` is locked first, in every process. ``key_check``
    is that of the master key with which this process writes: once another has replaced it, nothing is written with the old one.
    """

    key_check: bytes | None = None

    def __init__(self, url: str) -> None:
        self.file = sqlite_file(url)
        self._remain = False
        self._spare = None if self.file is None else SpareConnections(partial(_connected, self.file))
        how: dict[str, Any] = {"connect_args": CONNECTION} if self.file is None else {"creator": partial(_connected, self.file)}
        self.engine = create_engine(
            parsed(url),
            isolation_level="AUTOCOMMIT",
            hide_parameters=True,
            pool_size=8,
            max_overflow=32,
            pool_timeout=PATIENCE,
            **how,
        )
        if self.file is None:
            event.listen(self.engine, "connect", _set_up)

    def close(self) -> None:
        if self._spare is not None:
            self._spare.close()
        self.engine.dispose()

    # Reading

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection on which every statement sees what was committed before it."""
        with errors(), self.engine.connect() as connection:
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

    def among(self, query: Select[Any], column: ColumnElement[bytes], values: Iterable[bytes]) -> list[Row[Any]]:
        """Give the rows in which a column has one of these values, in as many queries as that takes."""
        every = list(values)
        chunks = (every[start : start + CHUNK] for start in range(0, len(every), CHUNK))
        with self.reading() as connection:
            return [row for chunk in chunks for row in connection.execute(query.where(column.in_(chunk)))]

    def rows(self, query: CompiledQuery, **given: Any) -> Sequence[Sequence[Any]]:  # noqa: ANN401  # columns of any type
        """Give all rows of what every command asks, as the driver gives them; a connection that was lost is replaced once."""
        sql, values = query.filled_in(self.engine.dialect, given)
        try:
            if self._spare is not None:
                return self._spare.rows(sql, values)
            try:
                return self._rows(sql, values)
            except psycopg.OperationalError:
                self.engine.dispose()
                return self._rows(sql, values)
        except Exception:
            with errors():  # entered only when there is one: with every command this costs more than it seems
                raise

    def _rows(self, sql: str, values: Any) -> Sequence[Sequence[Any]]:  # noqa: ANN401  # as the driver wants them
        with closing(self.engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
            cursor.execute(sql, values)
            return cursor.fetchall()

    # Writing

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection in a transaction that nobody else writes beside."""
        with errors(), self.engine.connect() as connection:
            self._revive(connection)
            if self.file is None:
                connection.execution_options(isolation_level="READ COMMITTED")
            with connection.begin():
                if self.file is not None:
                    connection.exec_driver_sql("BEGIN IMMEDIATE")
                yield connection

    @contextmanager
    def in_turn(self) -> Iterator[Connection]:
        """Give a connection in a transaction that has taken the turn."""
        with self.writing() as connection:
            self.last_person(connection)
            yield connection

    def must_take_writes(self) -> None:
        """Check that something could be written now."""
        if self.file is None:
            with self.reading() as connection:
                must_be_true([tuple(row) for row in connection.exec_driver_sql(POSTGRES_TAKES_WRITES)])
            return
        with self.writing() as connection:
            connection.execute(tables.about.delete().where(false()))  # beginning is not enough (sqlite_recorder)
        must_have_room(self.file)

    def last_person(self, connection: Connection) -> int:
        """
        Take the turn, until the transaction ends, and give the highest person number.

        :raises MasterKeyReplaced: if the vault was wrapped anew since this process opened it
        """
        about = connection.execute(select(tables.about).with_for_update()).first()
        if about is None:
            return 0
        if self.key_check not in {None, about.key_check}:
            raise MasterKeyReplaced(MasterKeyReplaced.__doc__)
        return int(about.last_person)

    def is_checked_by(self, key_check: bytes) -> bool:
        """Say whether a master key is the one with which everything is wrapped now."""
        with self.reading() as connection:
            return bool(connection.scalar(select(tables.about.c.key_check)) == key_check)

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
                for statement in creation_of(tables.metadata, self.engine.dialect.name):
                    connection.exec_driver_sql(statement)
                connection.execute(tables.about.insert(), first_row)

    def _exists(self, connection: Connection) -> bool:
        return inspect(connection).has_table("about", SCHEMA if self.file is None else None)

    def _create_file(self, file: Path) -> None:
        with errors():
            with suppress(OSError):  # SQLite says what is wrong with it
                make_private_folder(file.parent)
                make_private(file)
            with closing(_connected(file)) as connection:
                switch_to_wal(connection, patience=PATIENCE)

    # Wiping

    def wipe(self) -> None:
        """
        Let nothing that was destroyed stay in files: in SQLite's write-ahead log, or in the tables of PostgreSQL.

        In SQLite ``secure_delete`` saw to the rows; but what an index has moved from one page to another left copies behind,
        so indexes are built anew. PostgreSQL leaves old rows where they were: each table is written anew, outside of any
        transaction, in some milliseconds.

        :raises BytesRemain: if a reader held on to it; everything else was done
        """
        self._remain = self._write_tables_anew() if self.file is None else self._is_log_held()
        if self._remain:
            raise BytesRemain

    def _is_log_held(self) -> bool:
        """Build indexes anew and empty the log, and say whether somebody held on to it."""
        try:
            with self.writing() as connection:
                connection.exec_driver_sql("REINDEX")
        except StoreBusy:
            return True
        with self.reading() as connection:
            blocked: Row[Any] | None = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").first()
        return blocked is not None and bool(blocked[0])

    def _write_tables_anew(self) -> bool:
        """Write every table anew, and say whether somebody held on to one."""
        try:
            with self.reading() as connection:
                for table in tables.metadata.sorted_tables:  # VACUUM alone frees the place and leaves the bytes
                    connection.exec_driver_sql(f"VACUUM (FULL) {SCHEMA}.{table.name}")
        except StoreBusy:
            return True
        return False

    def wipe_again(self, *, whatever: bool = False) -> None:
        """
        Wipe what a reader kept from being wiped, if that was so.

        :param whatever: also if nobody knows of anything: another process may have stopped between an erasure and its wiping
        :raises BytesRemain: if it is so again
        """
        if self._remain or whatever:
            self.wipe()


def _set_up(connection: Any, _: ConnectionPoolEntry) -> None:  # noqa: ANN401  # the driver's own connection
    with closing(connection.cursor()) as cursor:
        for setting in POSTGRES_SETTINGS:
            cursor.execute(f"SET {setting}")


def _connected(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=PATIENCE, check_same_thread=False, isolation_level=None)
    for setting in SQLITE_SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    return connection
