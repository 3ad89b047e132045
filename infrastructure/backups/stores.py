"""A log and a vault as tables of rows, on SQLite or PostgreSQL, so that what is in one database can be put into another."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Engine,
    LargeBinary,
    MetaData,
    String,
    Table,
    Uuid,
    create_engine,
    make_url,
    select,
)
from sqlalchemy.pool import NullPool

from domain.kernel.events import Aggregate
from infrastructure.event_store.event_log import open_event_log
from infrastructure.postgres_connections import CONNECTION
from infrastructure.private_files import make_private
from infrastructure.vault import tables
from infrastructure.vault.database import SCHEMA

PATIENCE = 5.0
"""Seconds to wait for whoever writes at this moment."""

HOLD = "LOCK TABLE public.stored_events IN EXCLUSIVE MODE"
"""The lock that every writer takes: nobody writes while it is held, and whoever reads goes on."""


@dataclass(frozen=True)
class Store:
    """The tables of a log or a vault, in one database."""

    engine: Engine
    tables: Sequence[Table]
    make_tables: Callable[[], None]

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def held_still(self) -> Iterator[None]:
        """Let nobody write, as long as this lasts; of a log only."""
        with self.engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE" if self.is_sqlite else f"SET lock_timeout = '{int(PATIENCE)}s'")
            if not self.is_sqlite:
                connection.exec_driver_sql(HOLD)
            yield
            connection.rollback()

    def begin_looking(self, connection: Connection) -> None:
        """Begin a transaction that sees everything as it is now, whatever is written later."""
        if self.is_sqlite:
            connection.exec_driver_sql("BEGIN")
        connection.execute(select(self.tables[0]).limit(1)).all()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write all or nothing."""
        with self.engine.connect() as connection:
            if self.is_sqlite:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
            connection.commit()


def log_at(url: str, aggregates: Sequence[type[Aggregate]]) -> Store:
    """Give the log at an address; nothing is made or opened yet."""
    sqlite = url.startswith("sqlite")
    metadata = MetaData(schema=None if sqlite else "public")
    events = Table(
        "stored_events",
        metadata,
        Column("rowid" if sqlite else "notification_id", BigInteger, key="position", primary_key=True),
        Column("originator_id", Uuid, nullable=False),
        Column("originator_version", BigInteger, nullable=False),
        Column("topic", String, nullable=False),
        Column("state", LargeBinary, nullable=False),
        Column("recorded_at", BigInteger, nullable=False),
    )
    commands = Table(
        "commands",
        metadata,
        Column("id", Uuid, primary_key=True),
        Column("digest", String, nullable=False),
        Column("first", BigInteger, nullable=False),
        Column("last", BigInteger, nullable=False),
        Column("answer", String, nullable=False),
        Column("recorded_at", BigInteger, nullable=False),
    )

    return Store(_engine(url), (events, commands), lambda: open_event_log(url, aggregates).close())


def vault_at(url: str) -> Store:
    """Give the vault at an address; nothing is made or opened yet."""
    engine = _engine(url, f"-c search_path={SCHEMA}")
    return Store(engine, tables.metadata.sorted_tables, partial(_make_vault, engine))


def _make_vault(engine: Engine) -> None:
    with engine.begin() as connection:
        if connection.dialect.name != "sqlite":
            connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
        tables.metadata.create_all(connection, checkfirst=False)


def sqlite_file(url: str) -> Path | None:
    """Give the file of an SQLite database, None for PostgreSQL."""
    parts = make_url(url)
    return Path(parts.database or "") if parts.drivername == "sqlite" else None


def _engine(url: str, options: str = "") -> Engine:
    file = sqlite_file(url)
    if file is not None:
        return create_engine("sqlite://", creator=partial(_connected, file), poolclass=NullPool, hide_parameters=True)
    return create_engine(
        make_url(url).set(drivername="postgresql+psycopg"),
        isolation_level="REPEATABLE READ",
        connect_args={**CONNECTION, "options": options},
        poolclass=NullPool,
        hide_parameters=True,
    )


def _connected(file: Path) -> sqlite3.Connection:
    with suppress(OSError):  # SQLite says what is wrong with it
        make_private(file)
    connection = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def in_one_file(file: Path) -> None:
    """Leave a database in one file, without the write-ahead log beside it."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


def next_numbers(connection: Connection, store: Store) -> None:
    """Let PostgreSQL count on from the highest number in each table, as SQLite does by itself."""
    for table in store.tables:
        (number,) = list(table.primary_key)[:1]
        name = f"{table.schema or SCHEMA}.{table.name}"
        sequence: Any = connection.exec_driver_sql("SELECT pg_get_serial_sequence(%s, %s)", (name, number.name)).scalar()
        if sequence is not None:
            highest = connection.execute(select(number).order_by(number.desc()).limit(1)).scalar()
            if highest is not None:
                connection.exec_driver_sql("SELECT setval(%s, %s)", (sequence, highest))
