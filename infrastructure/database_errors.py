"""What the errors of SQLite, PostgreSQL and their pools mean to those who use a store: the log, the vault, the read store."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import psycopg
from psycopg import errors as postgres
from psycopg_pool import PoolClosed
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from application.ports.errors import StoreBusy, StoreDamaged, StoreError, StoreFull, StoreReadOnly, StoreUnavailable

SQLITE: Final[dict[int, type[StoreError]]] = {
    sqlite3.SQLITE_BUSY: StoreBusy,
    sqlite3.SQLITE_LOCKED: StoreBusy,
    sqlite3.SQLITE_PROTOCOL: StoreBusy,  # others kept switching the write-ahead log
    sqlite3.SQLITE_READONLY: StoreReadOnly,
    sqlite3.SQLITE_PERM: StoreReadOnly,  # as PostgreSQL's InsufficientPrivilege: waiting gives nobody a right
    sqlite3.SQLITE_FULL: StoreFull,
    sqlite3.SQLITE_CANTOPEN: StoreUnavailable,
    sqlite3.SQLITE_IOERR: StoreUnavailable,
    sqlite3.SQLITE_CORRUPT: StoreDamaged,
    sqlite3.SQLITE_NOTADB: StoreDamaged,
    sqlite3.SQLITE_ERROR: StoreDamaged,  # a statement of ours is never wrong: the tables are not as they should be
}
PRIMARY_CODE: Final = 0xFF
"""SQLite's extended codes keep the primary one in their lowest byte."""

POSTGRES: Final[dict[type, type[StoreError]]] = {
    postgres.LockNotAvailable: StoreBusy,
    postgres.QueryCanceled: StoreBusy,
    postgres.DeadlockDetected: StoreBusy,
    postgres.SerializationFailure: StoreBusy,
    postgres.TooManyConnections: StoreBusy,
    postgres.ReadOnlySqlTransaction: StoreReadOnly,
    postgres.InsufficientPrivilege: StoreReadOnly,
    postgres.DiskFull: StoreFull,
    postgres.InvalidSchemaName: StoreDamaged,
    postgres.UndefinedTable: StoreDamaged,
    postgres.UndefinedColumn: StoreDamaged,
    postgres.DataCorrupted: StoreDamaged,
    postgres.IndexCorrupted: StoreDamaged,
    postgres.IdleInTransactionSessionTimeout: StoreUnavailable,
    psycopg.OperationalError: StoreUnavailable,
    psycopg.InterfaceError: StoreUnavailable,
}
"""An error means what the nearest of its classes does. A pool's time-out is an OperationalError: mostly no server answers."""

LOST_CONNECTION_STATES: Final = ("08", "57P")
"""Connection exceptions, and a server that shuts down, crashed or is starting."""

NOT_UNIQUE: Final = ("SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY")


@contextmanager
def store_errors(database: str = "the database", *, quoting: bool = True) -> Iterator[None]:
    """
    Raise what a database suffers from in the words of the port; a broken constraint or a mistake in a program stays as it is.

    :param database: which one, for the reader of the message
    :param quoting: whether the driver's own error may be seen, as the cause: it can quote a row or an address
    :raises StoreError: of the kind that the tables above give
    """
    try:
        yield
    except StoreError:
        raise
    except NoConnectionFree as error:
        message = f"all connections to {database} are in use"
        raise StoreBusy(message) from error
    except Exception as error:
        kind = _kind_of(original := driver_error(error))
        if kind is None:
            raise
        name = getattr(original, "sqlite_errorname", type(original).__name__)
        # On SQLite the words say which table or column is missing; they never quote a row.
        words = f": {original}" if quoting and isinstance(original, sqlite3.Error) else ""
        message = f"{database} says {name}{words}"
        raise kind(message) from (error if quoting else None)


def driver_error(error: BaseException) -> BaseException | None:
    """Give the driver's own error; SQLAlchemy and the event sourcing library wrap it in theirs, as the cause."""
    return next((each for each in (error, error.__cause__) if isinstance(each, (sqlite3.Error, psycopg.Error))), None)


def is_already_there(error: BaseException) -> bool:
    """Say whether a rule of uniqueness refused a row."""
    original = driver_error(error)
    return isinstance(original, postgres.UniqueViolation) or getattr(original, "sqlite_errorname", None) in NOT_UNIQUE


def is_lost_connection(error: BaseException) -> bool:
    """Say whether asking again on another connection may help."""
    original = driver_error(error)
    if not isinstance(original, (psycopg.OperationalError, psycopg.InterfaceError)) or isinstance(original, PoolClosed):
        return False
    return original.sqlstate is None or original.sqlstate.startswith(LOST_CONNECTION_STATES)


def _kind_of(error: BaseException | None) -> type[StoreError] | None:
    if isinstance(error, sqlite3.Error):  # Python's own complaints about how it is used have no code
        return SQLITE.get(getattr(error, "sqlite_errorcode", -1) & PRIMARY_CODE)
    return next((POSTGRES[kind] for kind in type(error).__mro__ if kind in POSTGRES), None)
