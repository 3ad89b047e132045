"""What the databases suffer from has one name, whoever asked: the log, the vault or the read store."""

import sqlite3

import psycopg
import pytest
from eventsourcing import persistence
from psycopg import errors as postgres
from psycopg_pool import PoolTimeout
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from application.ports.errors import StoreBusy, StoreDamaged, StoreError, StoreFull, StoreReadOnly, StoreUnavailable
from infrastructure.database_errors import is_already_there, is_lost_connection, store_errors

WORDS = "the words of the driver, with a secret"


def sqlite_error(code: int, name: str = "SQLITE_SOMETHING") -> sqlite3.Error:
    error = sqlite3.OperationalError(WORDS)
    error.sqlite_errorcode, error.sqlite_errorname = code, name
    return error


def as_libraries_raise_it(error: Exception) -> list[Exception]:
    """The driver's own, the event sourcing library's around it, and SQLAlchemy's."""
    wrapped = persistence.OperationalError(str(error)), DBAPIError("SELECT", {}, error)
    for wrapper in wrapped:
        wrapper.__cause__ = error
    return [error, *wrapped]


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (sqlite_error(sqlite3.SQLITE_BUSY), StoreBusy),
        (sqlite_error(sqlite3.SQLITE_BUSY_SNAPSHOT), StoreBusy),
        (sqlite_error(sqlite3.SQLITE_PROTOCOL), StoreBusy),
        (sqlite_error(sqlite3.SQLITE_FULL), StoreFull),
        (sqlite_error(sqlite3.SQLITE_READONLY), StoreReadOnly),
        (sqlite_error(sqlite3.SQLITE_PERM), StoreReadOnly),
        (sqlite_error(sqlite3.SQLITE_CORRUPT), StoreDamaged),
        (sqlite_error(sqlite3.SQLITE_ERROR), StoreDamaged),
        (sqlite_error(sqlite3.SQLITE_IOERR), StoreUnavailable),
        (postgres.DiskFull(WORDS), StoreFull),
        (postgres.LockNotAvailable(WORDS), StoreBusy),
        (postgres.QueryCanceled(WORDS), StoreBusy),
        (postgres.DeadlockDetected(WORDS), StoreBusy),
        (postgres.SerializationFailure(WORDS), StoreBusy),
        (postgres.TooManyConnections(WORDS), StoreBusy),
        (postgres.ReadOnlySqlTransaction(WORDS), StoreReadOnly),
        (postgres.InsufficientPrivilege(WORDS), StoreReadOnly),
        (postgres.UndefinedTable(WORDS), StoreDamaged),
        (postgres.InvalidSchemaName(WORDS), StoreDamaged),
        (postgres.DataCorrupted(WORDS), StoreDamaged),
        (postgres.AdminShutdown(WORDS), StoreUnavailable),
        (postgres.IdleInTransactionSessionTimeout(WORDS), StoreUnavailable),
        (psycopg.OperationalError(WORDS), StoreUnavailable),
        (psycopg.InterfaceError(WORDS), StoreUnavailable),
        (PoolTimeout(WORDS), StoreUnavailable),
    ],
)
def test_an_error_means_the_same_to_everybody(error: Exception, kind: type[StoreError]):
    for thrown in as_libraries_raise_it(error):
        with pytest.raises(StoreError) as shown, store_errors():
            raise thrown
        assert (type(shown.value), shown.value.__cause__) == (kind, thrown)
        with pytest.raises(StoreError) as hidden, store_errors("a vault", quoting=False):
            raise thrown
        assert (type(hidden.value), hidden.value.__cause__) == (kind, None)
        assert "secret" not in str(hidden.value)


def test_a_pool_whose_connections_are_all_in_use_is_busy():
    with pytest.raises(StoreBusy, match="all connections to the read store are in use"), store_errors("the read store"):
        raise NoConnectionFree


@pytest.mark.parametrize(
    "mistake",
    [
        postgres.SyntaxError("what?"),
        postgres.NotNullViolation("nothing"),
        sqlite3.ProgrammingError("closed"),
        sqlite_error(sqlite3.SQLITE_CONSTRAINT_NOTNULL),
        KeyError("of ours"),
        StoreFull("named already"),
    ],
)
def test_a_mistake_in_a_program_is_not_called_a_trouble_of_the_store(mistake: Exception):
    for thrown in as_libraries_raise_it(mistake):
        with pytest.raises(type(thrown)) as raised, store_errors():
            raise thrown
        assert raised.value is thrown


def test_only_a_rule_of_uniqueness_says_that_something_is_there_already():
    unique = [
        postgres.UniqueViolation("twice"),
        sqlite_error(sqlite3.SQLITE_CONSTRAINT_UNIQUE, "SQLITE_CONSTRAINT_UNIQUE"),
        sqlite_error(sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, "SQLITE_CONSTRAINT_PRIMARYKEY"),
    ]
    assert all(is_already_there(thrown) for error in unique for thrown in as_libraries_raise_it(error))
    others = [postgres.NotNullViolation("nothing"), sqlite_error(sqlite3.SQLITE_CONSTRAINT_NOTNULL, "SQLITE_CONSTRAINT_NOTNULL")]
    assert not any(is_already_there(thrown) for error in others for thrown in as_libraries_raise_it(error))


def test_another_connection_helps_after_a_lost_one_and_not_against_a_lock():
    for lost in (psycopg.OperationalError("closed"), postgres.AdminShutdown("bye"), postgres.ConnectionFailure("gone")):
        assert all(map(is_lost_connection, as_libraries_raise_it(lost)))
    for other in (postgres.LockNotAvailable("wait"), postgres.DiskFull("full"), sqlite_error(sqlite3.SQLITE_BUSY)):
        assert not any(map(is_lost_connection, as_libraries_raise_it(other)))
