"""Whoever needs a position catches up: alone or with others, interrupted or not, every event counts once."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from application.ports.errors import StoreBusy
from application.ports.event_log import EventLog
from application.queries.networks import MembershipReport, NetworkDirectory
from domain.all_aggregates import AGGREGATES
from infrastructure.event_store.event_log import StoredEventLog, open_event_log
from projections.projectors.catch_up import apply_next, catch_up
from projections.queries.answers import open_reads
from projections.reading.query_service import NotCaughtUpYet, QueryService
from projections.store.read_store import open_read_store
from tests.projections.asking import all_events, questions, reads_of, told
from tests.projections.rows import a_long_story, expected_rows, rows_of
from tests.projections.stories import last_days

CHECKOUT = Path(__file__).parents[3]


@pytest.fixture
def log(database_url: str) -> Iterator[StoredEventLog]:
    log = open_event_log(database_url, AGGREGATES)
    yield log
    log.close()


@contextmanager
def a_read_side(url: str, log: EventLog) -> Iterator[QueryService]:
    reads = open_reads(url, log)
    try:
        yield reads
    finally:
        reads.close()


def a_process(url: str, batch: int, way: str = "whole") -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.projections.projectors.catching_up", url, str(batch), way]
    return subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True)  # noqa: S603  # our own


def test_the_same_events_again_change_nothing(database_url: str, log: StoredEventLog, tmp_path: Path):
    a_long_story(log, tries=200)
    with a_read_side(database_url, log) as reads:
        reached = reads.catch_up()
        assert reached == log.last_position()
        assert rows_of(reads.store) == expected_rows(tmp_path, log)
        assert reads.catch_up() == apply_next(reads.store, log) == reached
        assert rows_of(reads.store) == expected_rows(tmp_path, log)
        assert reads.lag() == 0


def test_two_processes_that_catch_up_at_once_count_everything_once(database_url: str, log: StoredEventLog, tmp_path: Path):
    a_long_story(log, tries=400)
    processes = [a_process(database_url, batch=5) for _ in range(3)]
    for process in processes:
        process.communicate()
        assert process.returncode == 0
    with a_read_side(database_url, log) as reads:
        assert rows_of(reads.store) == expected_rows(tmp_path, log)


def test_several_processes_may_be_the_first(database_url: str, log: StoredEventLog):
    a_long_story(log, tries=0)
    code = f"from projections.store.read_store import open_read_store; open_read_store({database_url!r}).close()"
    command = [sys.executable, "-c", code]
    processes = [subprocess.Popen(command, cwd=CHECKOUT) for _ in range(6)]  # noqa: S603  # our own
    assert [process.wait() for process in processes] == [0] * 6


def test_a_batch_is_applied_whole_or_not_at_all(database_url: str, log: StoredEventLog, monkeypatch: pytest.MonkeyPatch):
    a_long_story(log, tries=100)
    with a_read_side(database_url, log) as reads:
        apply_next(reads.store, log, batch=20)
        before = rows_of(reads.store)

        def refuse(*_: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as interrupted:
            interrupted.setattr(type(reads.store), "reach", refuse)
            with pytest.raises(KeyboardInterrupt):
                apply_next(reads.store, log, batch=20)
        assert rows_of(reads.store) == before
        assert reads.catch_up() == log.last_position()


def test_a_position_never_goes_back(database_url: str, log: StoredEventLog):
    a_long_story(log, tries=0)
    with a_read_side(database_url, log) as reads:
        reached = reads.catch_up()
        with pytest.raises(Exception, match="locked"), reads.store.writing() as connection:
            reads.store.reach(connection, reached - 1, "")
        assert reads.store_position() == reached


def test_a_read_that_names_a_position_is_answered_once_that_is_reached(database_url: str, log: StoredEventLog):
    story = a_long_story(log, tries=50)
    with a_read_side(database_url, log) as reads:
        assert reads.answer(NetworkDirectory(position=story.log.last_position())).position == log.last_position()


def test_a_position_that_the_log_does_not_reach_is_refused_at_once(database_url: str, log: StoredEventLog):
    a_long_story(log, tries=0)
    with a_read_side(database_url, log) as reads, pytest.raises(NotCaughtUpYet):
        reads.wait_for(log.last_position() + 1, timeout=60)


def test_waiting_is_bounded_while_somebody_else_holds_the_read_store(
    database_url: str, log: StoredEventLog, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("projections.store.read_store.PATIENCE", 0.2)
    a_long_story(log, tries=20)
    with a_read_side(database_url, log) as reads, a_read_side(database_url, log) as other:
        with other.store.writing():
            with pytest.raises(NotCaughtUpYet):
                reads.wait_for(log.last_position(), timeout=0.3)
            with pytest.raises(StoreBusy):
                reads.catch_up()
            assert reads.answer(NetworkDirectory()).position == 0
        reads.wait_for(log.last_position(), timeout=5)


def test_reading_goes_on_while_others_catch_up(database_url: str, log: StoredEventLog):
    a_long_story(log, tries=300)
    with a_read_side(database_url, log) as reads:
        reads.catch_up()
        pinned = reads.store_position()
        before = reads.answer(MembershipReport(position=pinned)).items
        a_thread = threading.Thread(target=lambda: a_long_story_again(database_url, log))
        a_thread.start()
        while a_thread.is_alive():
            assert reads.answer(MembershipReport(position=pinned)).items == before
        a_thread.join()


def a_long_story_again(url: str, log: StoredEventLog) -> None:
    store = open_read_store(url)
    catch_up(store, log, batch=3)
    store.close()


def test_a_rebuilt_store_has_the_same_rows_and_tells_how_far_it_is(database_url: str, log: StoredEventLog):
    a_long_story(log, tries=200)
    with a_read_side(database_url, log) as reads:
        reads.catch_up()
        before = rows_of(reads.store)
        told: list[int] = []
        assert reads.rebuild(told.append) == log.last_position() == told[-1]
        assert rows_of(reads.store) == before


@pytest.mark.parametrize("database_url", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True)
def test_every_answer_is_the_same_on_either_database(database_url: str, log: StoredEventLog, tmp_path: Path):
    story = a_long_story(log, tries=400)
    positions = [recorded.position for recorded in all_events(log)]
    with a_read_side(database_url, log) as reads, reads_of(tmp_path / "expected", log) as expected:
        reads.catch_up()
        for position in positions[:: len(positions) // 3]:
            for question in questions(story.aggregates.values(), last_days()[1:4]):
                assert told(reads, question, position=position) == told(expected, question, position=position), question


@pytest.mark.slow
def test_no_row_is_wrong_after_twenty_kills_in_the_middle(database_url: str, log: StoredEventLog, tmp_path: Path):
    a_long_story(log, tries=1_500)
    kills = _kill_again_and_again(database_url, "whole", batches=3)
    assert kills == 20
    with a_read_side(database_url, log) as reads:
        reads.catch_up()
        assert rows_of(reads.store) == expected_rows(tmp_path, log)


@pytest.mark.slow
def test_rows_and_position_in_two_transactions_would_be_wrong(database_url: str, log: StoredEventLog, tmp_path: Path):
    a_long_story(log, tries=1_500)
    _kill_again_and_again(database_url, "in-two", batches=2)
    with a_read_side(database_url, log) as reads:
        try:
            reads.catch_up()
            wrong = rows_of(reads.store) != expected_rows(tmp_path, log)
        except ValueError:  # it met rows twice
            wrong = True
    assert wrong


def _kill_again_and_again(url: str, way: str, batches: int) -> int:
    """
    Let processes catch up a little at a time, kill each while it works on a batch, and count those that were.

    A process tells when it has read a batch; in two transactions also when the rows are there and the position is not.
    """
    kills = 0
    for _ in range(20):
        process = a_process(url, batch=4, way=way)
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(batches)]
        process.kill()
        process.wait()
        process.stdout.close()
        kills += process.returncode < 0 and all(told)
    return kills
