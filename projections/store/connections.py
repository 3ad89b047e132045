"""
Connections to a read store. Each keeps the store from being removed while it is open, and makes it when it is not there.

So a store that nobody has open can be removed at any moment (old_stores): whoever needs it again builds it anew.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import ConnectionPoolEntry

from infrastructure.creation import creation_of
from infrastructure.postgres_connections import CONNECTION
from infrastructure.private_files import make_private
from infrastructure.write_ahead import switch_to_wal
from projections.store.tables import metadata

SQLITE_SETTINGS = (
    "synchronous = NORMAL",  # derivable: what a power cut takes is projected again, with its position
    "cache_size = -16384",  # kibibytes; a large store is built with the memory of a small one
    "wal_autocheckpoint = 10000",  # pages: batches write the same pages of an index again and again
)
LOCK = 0x72656164
""""read": the first of two numbers of a lock on PostgreSQL; the second says of which store."""

CREATION = 0
"""Processes that start at once make a schema one by one."""

BEGIN = "INSERT INTO position (one, position, mark) VALUES (1, 0, '')"


def sqlite_engine(file: Path, patience: float) -> Engine:
    """Give connections to the store in a file."""
    engine = create_engine(
        f"sqlite:///{file}",
        hide_parameters=True,
        pool_size=8,
        max_overflow=32,
        pool_timeout=patience,
        connect_args={"timeout": patience, "check_same_thread": False},
    )

    @event.listens_for(engine, "do_connect")
    def make(*_: object) -> None:
        with suppress(OSError):  # SQLite says what is wrong with it
            make_private(file)

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _: ConnectionPoolEntry) -> None:  # noqa: ANN401  # the driver's own connection
        connection.isolation_level = None  # we begin transactions ourselves
        with _closed_if_it_fails(connection), closing(connection.cursor()) as cursor:
            for setting in SQLITE_SETTINGS:
                cursor.execute(f"PRAGMA {setting}")
            _make_on_sqlite(cursor, patience)

    return engine


def postgres_engine(url: URL, version: str, patience: float) -> Engine:
    """Give connections to the store in a schema."""
    schema = schema_of(version)
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        hide_parameters=True,
        pool_size=2,
        max_overflow=14,
        pool_timeout=patience,
        pool_pre_ping=True,
        connect_args={**CONNECTION, "options": f"-c search_path={schema} -c lock_timeout={int(patience * 1000)}"},
    )

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _: ConnectionPoolEntry) -> None:  # noqa: ANN401  # the driver's own connection
        with _closed_if_it_fails(connection), closing(connection.cursor()) as cursor:
            cursor.execute("SELECT pg_advisory_lock_shared(%s, %s)", (LOCK, number_of(version)))
            _make_on_postgres(cursor, schema)
            connection.commit()

    return engine


def schema_of(version: str) -> str:
    """Name the schema of a store."""
    return f"read_{version}"


def number_of(version: str) -> int:
    """Give the number by which the lock on a store goes."""
    return 1 + int(version[:7], 16)


@contextmanager
def _closed_if_it_fails(connection: Any) -> Iterator[None]:  # noqa: ANN401  # the driver's own connection
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _make_on_sqlite(cursor: sqlite3.Cursor, patience: float) -> None:
    """Make the tables in one step when they are not there; processes that start at once find them whole."""
    switch_to_wal(cursor.connection, patience=patience)
    has_tables = "SELECT 1 FROM sqlite_master WHERE name = 'position'"
    if cursor.execute(has_tables).fetchone():
        return
    cursor.execute("BEGIN IMMEDIATE")
    try:
        if not cursor.execute(has_tables).fetchone():
            for statement in (*creation_of(metadata, "sqlite"), BEGIN):
                cursor.execute(statement)
    except BaseException:
        cursor.execute("ROLLBACK")
        raise
    cursor.execute("COMMIT")


def _make_on_postgres(cursor: Any, schema: str) -> None:  # noqa: ANN401  # the driver's own cursor
    has_tables = f"SELECT to_regclass('{schema}.position')"
    if cursor.execute(has_tables).fetchone() != (None,):
        return
    cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", (LOCK, CREATION))
    if cursor.execute(has_tables).fetchone() == (None,):
        cursor.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}")
        for statement in (*creation_of(metadata, "postgresql"), BEGIN):
            cursor.execute(statement)
