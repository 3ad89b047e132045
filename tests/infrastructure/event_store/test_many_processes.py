"""Many processes on one log."""

import pytest

from infrastructure.event_store.event_log import StoredEventLog
from tests.infrastructure.event_store.conftest import OpenLog, StartProgram, let_go, wait_until_ready

pytestmark = pytest.mark.slow

WRITERS = 6
COMMANDS = 334
EVENTS = 10


def test_eight_processes_may_start_a_log_at_the_same_moment(database_url: str, open_log: OpenLog, start_program: StartProgram):
    starters = [start_program("begin", database_url) for _ in range(8)]
    wait_until_ready(*starters)
    let_go(*starters)
    assert [(starter.stdout.read() if starter.stdout else None, starter.wait()) for starter in starters] == [("done\n", 0)] * 8
    assert len(open_log(database_url).read(after=0, limit=99)) == 8


def test_a_reader_of_the_log_misses_and_repeats_nothing_under_six_writers(
    database_url: str, log: StoredEventLog, start_program: StartProgram
):
    writers = [start_program("fill", database_url, str(COMMANDS), str(EVENTS)) for _ in range(WRITERS)]
    wait_until_ready(*writers)
    let_go(*writers)
    seen, seen_while_writing, position = [], 0, 0
    while True:
        writing = any(writer.poll() is None for writer in writers)
        batch = log.read(after=position, limit=500)
        seen += [(recorded.event.originator_id, recorded.event.originator_version) for recorded in batch]
        position = batch[-1].position if batch else position
        seen_while_writing = len(seen) if writing else seen_while_writing
        if not writing and not batch:
            break
    assert [writer.returncode for writer in writers] == [0] * WRITERS
    assert len(seen) == len(set(seen)) == WRITERS * COMMANDS * EVENTS
    assert seen_while_writing > len(seen) / 10  # it read beside them, however busy the machine
