"""Which trouble of a database is which error of ours. Drivers' own words stay out: they may quote a row."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from application.ports.errors import StoreBusy, StoreDamaged, StoreError, StoreFull, StoreReadOnly, StoreUnavailable

SQLITE: dict[int, type[StoreError]] = {
    sqlite3.SQLITE_ERROR: StoreDamaged,  # no such table or column: another schema
    sqlite3.SQLITE_PERM: StoreReadOnly,
    sqlite3.SQLITE_BUSY: StoreBusy,
    sqlite3.SQLITE_LOCKED: StoreBusy,
    sqlite3.SQLITE_READONLY: StoreReadOnly,
    sqlite3.SQLITE_CORRUPT: StoreDamaged,
    sqlite3.SQLITE_FULL: StoreFull,
    sqlite3.SQLITE_NOTADB: StoreDamaged,
}

POSTGRES: dict[str, type[StoreError]] = {
    "25006": StoreReadOnly,
    "3F000": StoreDamaged,
    "40001": StoreBusy,
    "40P01": StoreBusy,
    "42501": StoreReadOnly,
    "42703": StoreDamaged,
    "42P01": StoreDamaged,
    "53100": StoreFull,
    "53300": StoreBusy,
    "55P03": StoreBusy,
    "57014": StoreBusy,
    "XX001": StoreDamaged,
    "XX002": StoreDamaged,
}

TROUBLE = (DBAPIError, NoConnectionFree, sqlite3.Error, psycopg.Error)


def translated(error: BaseException) -> StoreError:
    """Give our error for a driver's error."""
    original = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(original, sqlite3.Error):
        code = getattr(original, "sqlite_errorcode", 0) & 0xFF
        name = getattr(original, "sqlite_errorname", type(original).__name__)
        return SQLITE.get(code, StoreUnavailable)(f"the vault's database says {name}")
    if isinstance(original, psycopg.Error):
        name = original.sqlstate or type(original).__name__
        return POSTGRES.get(name, StoreUnavailable)(f"the vault's database says {name}")
    if isinstance(original, NoConnectionFree):
        return StoreBusy("every connection to the vault's database is in use")
    return StoreUnavailable(f"the vault's database cannot be used: {type(original).__name__}")


@contextmanager
def store_errors() -> Iterator[None]:
    """Raise database trouble as the errors that use cases know; a broken constraint stays what it is."""
    try:
        yield
    except IntegrityError:
        raise
    except TROUBLE as error:
        raise translated(error) from None
