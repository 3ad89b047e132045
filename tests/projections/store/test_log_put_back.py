"""An older log was put back and the read store was kept: nobody is told of events that are not in the log."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from structlog.testing import capture_logs

from application.ports.event_log import EventLog
from application.queries.networks import NetworkDirectory
from domain.all_aggregates import AGGREGATES
from domain.kernel.events import Aggregate
from infrastructure.event_store.event_log import StoredEventLog, open_event_log
from projections.queries.answers import open_reads
from projections.queries.policies import QueriesForPolicies
from projections.reading.query_service import QueryService
from projections.store.read_store import ReadStore
from tests.projections.examples import brought_in
from tests.projections.rows import expected_rows, rows_of
from tests.projections.store.putting_back import kept
from tests.projections.stories import act

TOLD_ANEW = [
    {
        "event": "read-store.built-anew",
        "log_level": "warning",
        "why": "it tells of events that are not in the log",
    }
]


@contextmanager
def a_log(url: str) -> Iterator[StoredEventLog]:
    log = open_event_log(url, AGGREGATES)
    try:
        yield log
    finally:
        log.close()


@contextmanager
def opened(url: str) -> Iterator[tuple[StoredEventLog, QueryService]]:
    with a_log(url) as log:
        reads = open_reads(url, log)
        try:
            yield log, reads
        finally:
            reads.close()


def found_network(log: EventLog, name: str) -> None:
    network: Aggregate = brought_in(act(1), uuid4(), name=name)
    log.record([network], command=uuid4(), digest="0" * 64, answer={})


def names(reads: QueryService) -> list[str]:
    return [entry.name for entry in reads.answer(NetworkDirectory()).items]


def put_back_older(url: str, *, grown: int = 0) -> None:
    """One network in the log that is kept; two more that are lost; and others since it was put back, read by nobody yet."""
    with a_log(url) as log:
        found_network(log, "Zorg")
        put_back = kept(url)
    with opened(url) as (log, reads):
        found_network(log, "Verloren")
        found_network(log, "Ook verloren")
        reads.catch_up()
        assert names(reads) == ["Ook verloren", "Verloren", "Zorg"]
    put_back()
    with a_log(url) as log:
        for number in range(grown):
            found_network(log, f"Nieuw {number}")


GROWN = pytest.mark.parametrize("grown", [0, 1, 2, 5], ids=["shorter", "still shorter", "as long", "longer"])


@GROWN
def test_whoever_opens_it_is_told_of_no_event_that_is_lost(database_url: str, tmp_path: Path, grown: int):
    put_back_older(database_url, grown=grown)
    with capture_logs() as told, opened(database_url) as (log, reads):
        assert [{key: line[key] for key in line if key != "position"} for line in told] == TOLD_ANEW
        assert [line["position"] > 1 for line in told] == [True]
        assert names(reads) == sorted([*(f"Nieuw {number}" for number in range(grown)), "Zorg"])
        reads.catch_up()
        assert rows_of(reads.store) == expected_rows(tmp_path, log)


@GROWN
def test_whoever_has_it_open_already_begins_anew_when_catching_up(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, grown: int
):
    put_back_older(database_url, grown=grown)
    with monkeypatch.context() as before_it_was_put_back:
        before_it_was_put_back.setattr(QueryService, "must_be_of_log", lambda _: None)
        with opened(database_url) as (log, reads), capture_logs() as told:
            assert QueriesForPolicies(reads).networks()
            assert [line["event"] for line in told] == ["read-store.built-anew"]
            assert rows_of(reads.store) == expected_rows(tmp_path, log)


def test_a_question_is_never_answered_from_beyond_the_log(database_url: str, monkeypatch: pytest.MonkeyPatch):
    put_back_older(database_url)
    monkeypatch.setattr(QueryService, "must_be_of_log", lambda _: None)  # it was open before the log was put back
    with opened(database_url) as (log, reads):
        assert names(reads) == ["Zorg"]
        assert reads.store_position() == log.last_position()


def test_a_whole_other_log_is_told_as_it_is(sqlite_url: str, tmp_path: Path):
    with opened(sqlite_url) as (log, reads):
        found_network(log, "Zorg")
        reads.catch_up()
    for file in tmp_path.glob("events.db*"):
        file.unlink()
    with opened(sqlite_url) as (log, reads):
        assert names(reads) == []
        found_network(log, "Wonen")
        reads.catch_up()
        assert names(reads) == ["Wonen"]


def test_a_log_that_was_not_put_back_is_read_on_where_it_was(database_url: str, monkeypatch: pytest.MonkeyPatch):
    with opened(database_url) as (log, reads):
        found_network(log, "Zorg")
        reads.catch_up()
        found_network(log, "Wonen")

    def forget(*_: object) -> None:
        pytest.fail("it was forgotten")

    monkeypatch.setattr(ReadStore, "forget", forget)
    with opened(database_url) as (log, reads), capture_logs() as told:
        reads.catch_up()
        assert names(reads) == ["Wonen", "Zorg"]
        assert reads.catch_up() == log.last_position()
    assert told == []


def test_a_command_that_was_lost_with_its_events_is_done_once_again(database_url: str):
    lost, network = uuid4(), uuid4()

    def give() -> int:
        with a_log(database_url) as log:
            again = brought_in(act(1), network, name="Wonen")
            return log.record([again], command=lost, digest="0" * 64, answer={}).last

    with a_log(database_url) as log:
        found_network(log, "Zorg")
        put_back = kept(database_url)
    give()
    put_back()
    with a_log(database_url) as log:
        assert log.receipt(lost) is None
    first = give()
    assert give() == first
    with opened(database_url) as (_, reads):
        reads.catch_up()
        assert names(reads) == ["Wonen", "Zorg"]
