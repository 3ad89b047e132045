"""What the databases can suffer from has a name, and passes."""

import itertools
import sqlite3
import time
import traceback
from contextlib import closing
from pathlib import Path
from uuid import UUID, uuid4

import psycopg
import pytest
from eventsourcing import persistence
from eventsourcing.sqlite import SQLiteConnection

from application.ports import StoreBusy, StoreDamaged, StoreFull, StoreReadOnly, StoreUnavailable
from infrastructure.event_store import postgres_database, sqlite_database
from infrastructure.event_store.event_log import StoredEventLog, open_event_log
from infrastructure.event_store.postgres_recorder import PostgresEventRecorder
from infrastructure.write_ahead import switch_to_wal
from tests.infrastructure.event_store.aggregates import AGGREGATES, Tally, a_recorded_tally, record
from tests.infrastructure.event_store.conftest import OpenLog

PASSWORD = "geheim"  # noqa: S105  # of nobody


def path_of(sqlite_url: str) -> str:
    return sqlite_url.removeprefix("sqlite:///")


def with_option(url: str, option: str) -> str:
    return f"{url}{'&' if '?' in url else '?'}{option}"


def others_events(log: StoredEventLog) -> int:
    return len(log.read(after=0, limit=999))


# Busy


def test_a_locked_sqlite_database_is_busy_and_can_still_be_read(sqlite_url: str, open_log: OpenLog):
    log = open_log(sqlite_url, lock_timeout=0.1)
    tally = a_recorded_tally(log)
    with closing(sqlite3.connect(path_of(sqlite_url), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        started = time.monotonic()
        with pytest.raises(StoreBusy) as refusal:
            record(log, tally.raise_by(1))
        assert time.monotonic() - started < 3
        assert log.history(tally.id) == log.read(after=0, limit=9)
    assert (refusal.value.code, refusal.value.retry_after) == ("store-busy", 5)
    record(log, tally)
    assert log.load(Tally, tally.id) == tally


def test_a_locked_postgres_table_is_busy_and_can_still_be_read(postgres_url: str, open_log: OpenLog):
    log = open_log(postgres_url, lock_timeout=1)
    tally = a_recorded_tally(log)
    with psycopg.connect(postgres_url) as other:
        other.execute("LOCK TABLE stored_events IN EXCLUSIVE MODE")
        started = time.monotonic()
        with pytest.raises(StoreBusy):
            record(log, tally.raise_by(1))
        assert time.monotonic() - started < 4
        assert log.history(tally.id) == log.read(after=0, limit=9)
    record(log, tally)
    assert log.load(Tally, tally.id) == tally


def test_a_second_writer_of_the_process_waits_no_longer_than_the_time_out(sqlite_url: str):
    with (
        closing(sqlite_database.EventDatastore(path_of(sqlite_url), read_only=False, lock_timeout=0.1)) as datastore,
        datastore.get_connection(commit=True),
        pytest.raises(StoreBusy, match="other writers of this process"),
        datastore.get_connection(commit=True),
    ):
        pass


# Not there, not writable, not a log


def test_a_folder_that_is_not_there_is_no_place_for_a_log(tmp_path: Path):
    with pytest.raises(StoreUnavailable):
        open_event_log(f"sqlite:///{tmp_path}/nowhere/events.db", AGGREGATES)


def test_a_server_that_is_not_there_is_unavailable():
    with pytest.raises(StoreUnavailable, match="cannot be reached") as refusal:
        open_event_log(f"postgresql://ada:{PASSWORD}@localhost:1/log", AGGREGATES)
    assert PASSWORD not in "".join(traceback.format_exception(refusal.value))


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://ada:{PASSWORD}@home@localhost/log",
        f"postgresql://ada:{PASSWORD}/home@localhost/log",
        f"postgresql://ada:12/{PASSWORD}@localhost/log",
        f"postgresql://ada:{PASSWORD}%zz@localhost/log",
        f"postgresql://ada:x@localhost/log?{PASSWORD}",
        f"postgresql://ada:x@localhost:{PASSWORD}/log",
        f"postgresq://ada:{PASSWORD}@localhost/log",
        f"postgresql://ada:{PASSWORD}]@[::1/log",
    ],
)
def test_an_address_that_cannot_be_read_is_not_repeated(url: str):
    with pytest.raises(ValueError, match="address of the database") as refusal:
        open_event_log(url, AGGREGATES)
    assert PASSWORD not in "".join(traceback.format_exception(refusal.value))


def test_a_log_opened_for_reading_is_not_written_to(sqlite_url: str, open_log: OpenLog):
    tally = a_recorded_tally(open_log(sqlite_url))
    reader = open_log(f"{sqlite_url}?mode=ro")
    assert reader.load(Tally, tally.id) == tally
    with pytest.raises(StoreReadOnly) as refusal:
        record(reader, tally.raise_by(1))
    assert (refusal.value.code, refusal.value.retry_after) == ("store-read-only", None)
    assert others_events(reader) == 1


def test_a_postgres_database_that_only_reads_says_so(postgres_url: str, open_log: OpenLog):
    tally = a_recorded_tally(open_log(postgres_url))
    reader = open_log(with_option(postgres_url, "options=-cdefault_transaction_read_only%3Don"))
    assert reader.load(Tally, tally.id) == tally
    with pytest.raises(StoreReadOnly):
        record(reader, tally.raise_by(1))
    assert others_events(reader) == 1


def test_a_file_that_is_no_database_is_not_a_log(tmp_path: Path):
    (tmp_path / "letter.txt").write_text("Dear all, " * 200)
    with pytest.raises(StoreDamaged):
        open_event_log(f"sqlite:///{tmp_path}/letter.txt", AGGREGATES)


def test_a_database_of_something_else_is_left_alone(sqlite_url: str):
    with closing(sqlite3.connect(path_of(sqlite_url))) as other:
        other.execute("CREATE TABLE persons (name)")
    with pytest.raises(StoreDamaged, match="something else"):
        open_event_log(sqlite_url, AGGREGATES)
    with closing(sqlite3.connect(path_of(sqlite_url))) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("persons",)]


BARE_TABLE = "CREATE TABLE stored_events (originator_id text, originator_version integer, topic text)"


def test_a_table_of_another_shape_is_damage_on_sqlite(sqlite_url: str):
    with closing(sqlite3.connect(path_of(sqlite_url))) as other:
        other.execute(BARE_TABLE)
    with pytest.raises(StoreDamaged):
        open_event_log(sqlite_url, AGGREGATES)


def test_a_table_of_another_shape_is_damage_on_postgres(postgres_url: str):
    with psycopg.connect(postgres_url) as other:
        other.execute(BARE_TABLE)
    with pytest.raises(StoreDamaged):
        open_event_log(postgres_url, AGGREGATES)


def test_a_table_that_disappeared_is_damage_on_sqlite(sqlite_url: str, open_log: OpenLog):
    log = open_log(sqlite_url)
    with closing(sqlite3.connect(path_of(sqlite_url))) as other:
        other.execute("DROP TABLE commands")
    with pytest.raises(StoreDamaged):
        a_recorded_tally(log)
    assert others_events(log) == 0


def test_a_table_that_disappeared_is_damage_on_postgres(postgres_url: str, open_log: OpenLog):
    log = open_log(postgres_url)
    with psycopg.connect(postgres_url) as other:
        other.execute("DROP TABLE commands")
    with pytest.raises(StoreDamaged):
        a_recorded_tally(log)
    assert others_events(log) == 0


# Full


def test_a_full_disk_loses_nothing_and_the_log_goes_on_when_there_is_room(
    sqlite_url: str, open_log: OpenLog, monkeypatch: pytest.MonkeyPatch
):
    connect = sqlite_database.EventDatastore.connect

    def connect_to_a_small_disk(pool: sqlite_database.EventDatastore) -> sqlite3.Connection:
        connection = connect(pool)
        connection.execute("PRAGMA max_page_count = 20")
        return connection

    recorded: list[UUID] = []
    with monkeypatch.context() as patched:
        patched.setattr(sqlite_database.EventDatastore, "connect", connect_to_a_small_disk)
        log = open_log(sqlite_url)
        with pytest.raises(StoreFull) as refusal:
            recorded.extend(a_recorded_tally(log, 1, 2, 3).id for _ in itertools.count())
    assert (refusal.value.code, refusal.value.retry_after) == ("store-full", 60)
    again = open_log(sqlite_url)
    assert len(recorded) > 5
    assert again.load_many(recorded).keys() == set(recorded)
    assert others_events(again) == 4 * len(recorded)
    a_recorded_tally(again)


def driver_error(error: Exception) -> Exception:
    """The library's error around a driver's, as the library makes it."""
    wrapped = persistence.OperationalError(str(error))
    wrapped.__cause__ = error
    return wrapped


# The libraries' traps


def test_a_file_that_others_start_at_the_same_moment_is_waited_for(sqlite_url: str, monkeypatch: pytest.MonkeyPatch):
    other = sqlite3.connect(path_of(sqlite_url), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr(time, "sleep", lambda _: other.close())
    # No time-out of its own: SQLite may refuse the switch without waiting.
    with closing(sqlite3.connect(path_of(sqlite_url), timeout=0)) as connection:
        switch_to_wal(connection, patience=60)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_writing_goes_on_after_a_connection_could_not_be_made(
    sqlite_url: str, open_log: OpenLog, monkeypatch: pytest.MonkeyPatch
):
    log = open_log(sqlite_url, lock_timeout=0.1)

    def refuse(_: sqlite_database.EventDatastore) -> sqlite3.Connection:
        return sqlite3.connect("/nowhere/events.db")

    with monkeypatch.context() as patched:
        patched.setattr(sqlite_database.EventDatastore, "connect", refuse)
        with pytest.raises(StoreUnavailable):
            a_recorded_tally(log)
    a_recorded_tally(log)
    assert others_events(log) == 1


def test_a_commit_that_failed_leaves_nothing_behind(sqlite_url: str, open_log: OpenLog, monkeypatch: pytest.MonkeyPatch):
    log = open_log(sqlite_url, lock_timeout=0.1)
    tally = Tally.begin()

    def fail(_: SQLiteConnection) -> None:
        message = "database or disk is full"
        error = sqlite3.OperationalError(message)
        error.sqlite_errorcode, error.sqlite_errorname = sqlite3.SQLITE_FULL, "SQLITE_FULL"
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(SQLiteConnection, "commit", fail)
        with pytest.raises(StoreFull):
            record(log, tally)
    assert others_events(log) == 0
    record(log, tally)
    assert others_events(log) == 1


def test_an_answer_that_was_lost_on_the_way_is_found_again(postgres_url: str, open_log: OpenLog, monkeypatch: pytest.MonkeyPatch):
    log = open_log(postgres_url)
    insert_once = PostgresEventRecorder._insert_once  # noqa: SLF001  # where the wire would break
    attempts: list[object] = []

    def lose_the_first_answer(recorder: PostgresEventRecorder, *arguments: object, **keywords: object) -> object:
        written = insert_once(recorder, *arguments, **keywords)
        attempts.append(written)
        if len(attempts) == 1:
            raise driver_error(psycopg.OperationalError("server closed the connection unexpectedly"))
        return written

    monkeypatch.setattr(PostgresEventRecorder, "_insert_once", lose_the_first_answer)
    receipt = record(log, Tally.begin().raise_by(1), command=(command := uuid4()))
    assert receipt == log.receipt(command)
    assert others_events(log) == 2
    assert len(attempts) == 1


def test_a_silent_connection_to_postgres_ends_by_itself(postgres_url: str):
    with (
        closing(postgres_database.EventDatastore(postgres_url, lock_timeout=5)) as datastore,
        datastore.get_connection() as connection,
    ):
        parameters = connection.info.get_parameters()
    assert {name: parameters[name] for name in parameters if name.startswith(("keepalives", "tcp_"))} == {
        "keepalives": "1",
        "keepalives_idle": "3",
        "keepalives_interval": "1",
        "keepalives_count": "4",
        "tcp_user_timeout": "7000",
    }


def test_a_log_without_a_lock_on_its_table_is_not_opened(postgres_url: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("POSTGRES_ENABLE_DB_FUNCTIONS", "y")
    with pytest.raises(ValueError, match="POSTGRES_ENABLE_DB_FUNCTIONS"):
        open_event_log(postgres_url, AGGREGATES)


def test_a_closed_log_says_so(log: StoredEventLog):
    log.close()
    with pytest.raises(StoreUnavailable):
        log.last_position()
