"""What the databases' errors mean to those who use the store."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from eventsourcing.domain import EventSourcingError
from eventsourcing.persistence import ConnectionPoolClosedError, ConnectionUnavailableError
from psycopg import errors as postgres
from psycopg_pool import PoolClosed

from application.ports.errors import StoreBusy, StoreDamaged, StoreError, StoreFull, StoreReadOnly, StoreUnavailable
from infrastructure.event_store.rows import AlreadyThereError

SQLITE_MEANING: dict[int, type[StoreError]] = {
    sqlite3.SQLITE_BUSY: StoreBusy,
    sqlite3.SQLITE_LOCKED: StoreBusy,
    sqlite3.SQLITE_PROTOCOL: StoreBusy,
    sqlite3.SQLITE_READONLY: StoreReadOnly,
    sqlite3.SQLITE_FULL: StoreFull,
    sqlite3.SQLITE_CANTOPEN: StoreUnavailable,
    sqlite3.SQLITE_IOERR: StoreUnavailable,
    sqlite3.SQLITE_PERM: StoreUnavailable,
    sqlite3.SQLITE_CORRUPT: StoreDamaged,
    sqlite3.SQLITE_NOTADB: StoreDamaged,
    sqlite3.SQLITE_ERROR: StoreDamaged,  # a statement of ours is never wrong: the tables are not as they should be
}
PRIMARY_CODE = 0xFF
"""SQLite's extended codes keep the primary one in their lowest byte."""

POSTGRES_MEANING: tuple[tuple[type[psycopg.Error], type[StoreError]], ...] = (
    (postgres.LockNotAvailable, StoreBusy),
    (postgres.QueryCanceled, StoreBusy),
    (postgres.DeadlockDetected, StoreBusy),
    (postgres.ReadOnlySqlTransaction, StoreReadOnly),
    (postgres.InsufficientPrivilege, StoreReadOnly),
    (postgres.DiskFull, StoreFull),
    (postgres.UndefinedTable, StoreDamaged),
    (postgres.UndefinedColumn, StoreDamaged),
    (postgres.DataCorrupted, StoreDamaged),
    (postgres.IndexCorrupted, StoreDamaged),
    (postgres.IdleInTransactionSessionTimeout, StoreUnavailable),
    (psycopg.OperationalError, StoreUnavailable),
    (psycopg.InterfaceError, StoreUnavailable),
)

LOST_CONNECTION_STATES = ("08", "57P")
"""Connection exceptions, and a server that shuts down, crashed or is starting."""


@contextmanager
def named_failures() -> Iterator[None]:
    """
    Say what went wrong in the words of the port; the cause keeps the database's own.

    :raises AlreadyThereError: for a uniqueness rule
    :raises StoreError: for what a database can suffer from; a mistake in a program stays what it is
    """
    try:
        yield
    except (EventSourcingError, sqlite3.Error, psycopg.Error) as error:
        meaning = _meaning(error)
        if meaning is None:
            raise
        raise meaning from error


def is_lost_connection(error: BaseException) -> bool:
    """Say whether asking again on another connection may help."""
    cause = _driver_error(error)
    if not isinstance(cause, (psycopg.OperationalError, psycopg.InterfaceError)) or isinstance(cause, PoolClosed):
        return False
    return cause.sqlstate is None or cause.sqlstate.startswith(LOST_CONNECTION_STATES)


def _meaning(error: BaseException) -> Exception | None:
    if isinstance(error, ConnectionUnavailableError):
        return StoreBusy("all connections to the database are in use")
    if isinstance(error, ConnectionPoolClosedError):
        return StoreUnavailable("the store was closed")
    cause = _driver_error(error)
    if isinstance(cause, sqlite3.Error):
        return _meaning_on_sqlite(cause)
    if isinstance(cause, psycopg.Error):
        return _meaning_on_postgres(cause)
    return None


def _driver_error(error: BaseException) -> BaseException | None:
    # The library wraps the driver's errors in its own, with the driver's as the cause.
    return error.__cause__ if isinstance(error, EventSourcingError) else error


def _meaning_on_sqlite(error: sqlite3.Error) -> Exception | None:
    name = getattr(error, "sqlite_errorname", None)  # Python's own complaints have none
    if name in ("SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"):
        return AlreadyThereError(str(error))
    meaning = SQLITE_MEANING.get(error.sqlite_errorcode & PRIMARY_CODE) if name else None
    return meaning(f"{error} ({name})") if meaning else None


def _meaning_on_postgres(error: psycopg.Error) -> Exception | None:
    if isinstance(error, postgres.UniqueViolation):
        return AlreadyThereError(error.diag.constraint_name)
    for kind, meaning in POSTGRES_MEANING:
        if isinstance(error, kind):
            return meaning(f"PostgreSQL: {type(error).__name__}")
    return None
