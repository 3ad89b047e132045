"""A PostgreSQL database that holds a log: its address, its connections and its tables."""

import math
import os
import re
from collections.abc import Mapping
from typing import Any, Final

import psycopg
from eventsourcing.postgres import PostgresDatastore
from eventsourcing.utils import strtobool
from psycopg.conninfo import conninfo_to_dict
from psycopg.rows import dict_row

from application.ports.errors import StoreUnavailable
from infrastructure.postgres_connections import CONNECTION

POOL_SIZE: Final = 2
MAX_OVERFLOW: Final = 14
POOL_TIMEOUT: Final = 2.0
RECONNECT_TIMEOUT: Final = 1.0
"""The pool's own back-off (1, 2, 4, 8, 16 s) would be added to every fail-over."""

LONGEST_STALL_IN_TRANSACTION: Final = 5.0
"""A writer that stops in the middle keeps the table's lock no longer than this."""

CREATE_LOCK: Final = 0x6E65747765726B  # any number of our own
SCHEMA: Final = (
    """
    CREATE TABLE IF NOT EXISTS public.stored_events (
        originator_id uuid NOT NULL,
        originator_version bigint NOT NULL,
        topic text NOT NULL,
        state bytea NOT NULL,
        notification_id bigserial NOT NULL,
        recorded_at bigint NOT NULL,
        PRIMARY KEY (originator_id, originator_version)
    ) WITH (
        autovacuum_enabled = true,
        autovacuum_vacuum_threshold = 100000000,
        autovacuum_vacuum_scale_factor = 0.5,
        autovacuum_analyze_threshold = 1000,
        autovacuum_analyze_scale_factor = 0.01
    )
    """,
    "CREATE UNIQUE INDEX IF NOT EXISTS stored_events_notification_id_idx ON public.stored_events (notification_id)",
    "CREATE INDEX IF NOT EXISTS stored_events_recorded_at ON public.stored_events (recorded_at, notification_id)",
    """
    CREATE TABLE IF NOT EXISTS public.commands (
        id uuid PRIMARY KEY,
        digest text NOT NULL,
        first bigint NOT NULL,
        last bigint NOT NULL,
        answer text NOT NULL,
        recorded_at bigint NOT NULL
    )
    """,
)
EXPECTED: Final = (
    "SELECT notification_id, originator_id, originator_version, topic, state, recorded_at FROM public.stored_events LIMIT 0",
    "SELECT id, digest, first, last, answer, recorded_at FROM public.commands LIMIT 0",
)


class PostgresEventDatastore(PostgresDatastore):
    """
    One database in which a log is kept.

    :param url: ``postgresql://user:password@host:port/database``, with whatever options libpq knows after a ``?``
    :param lock_timeout: seconds to wait for another writer, rounded up
    :raises ValueError: if the URL cannot be read, or the library's database functions are turned on
    :raises StoreUnavailable: if the database cannot be reached
    """

    def __init__(self, url: str, *, lock_timeout: float) -> None:
        _refuse_database_functions()
        connection = {**CONNECTION, **_parse(url)}
        _create_tables(connection)
        super().__init__(
            *("", "", "", "", ""),
            connect_timeout=POOL_TIMEOUT,
            idle_in_transaction_session_timeout=LONGEST_STALL_IN_TRANSACTION,
            pool_size=POOL_SIZE,
            max_overflow=MAX_OVERFLOW,
            pre_ping=False,
            lock_timeout=math.ceil(lock_timeout),
        )
        # The library hands on five parameters only; its pool is opened with the first connection.
        self.pool.kwargs = {**connection, "row_factory": dict_row}
        self.pool.reconnect_timeout = RECONNECT_TIMEOUT


def _refuse_database_functions() -> None:
    # That path takes no lock on the table, so a reader of the log can miss events for ever (measured).
    if strtobool(os.environ.get("POSTGRES_ENABLE_DB_FUNCTIONS") or "no"):
        msg = "POSTGRES_ENABLE_DB_FUNCTIONS is on: with it readers of the log miss events; turn it off"
        raise ValueError(msg)


def _parse(url: str) -> dict[str, Any]:
    # No part of the URL is ever repeated: where it was misread, the password can be anywhere in it.
    try:
        parts = conninfo_to_dict(url)
    except psycopg.ProgrammingError:
        parts = {}
    ports = str(parts.get("port", ""))
    places = f"{parts.get('host', '')} {parts.get('dbname', '')}"
    if not parts or not re.fullmatch(r"[0-9,]*", ports) or re.search(r"@", places):
        msg = "the address of the database cannot be read; special characters in user and password are written as %40"
        raise ValueError(msg)
    return parts


def _create_tables(connection: Mapping[str, Any]) -> None:
    # One connection outside the pool, which would only say that it has none, and not why.
    try:
        session = psycopg.connect(**connection, autocommit=True)
    except psycopg.OperationalError as error:
        msg = f"PostgreSQL cannot be reached: {error}"
        raise StoreUnavailable(msg) from None
    with session:
        if session.execute("SELECT to_regclass('public.stored_events')").fetchone() == (None,):
            with session.transaction():
                session.execute("SELECT pg_advisory_xact_lock(%s)", (CREATE_LOCK,))
                for statement in SCHEMA:
                    session.execute(statement)
        for statement in EXPECTED:
            session.execute(statement)
