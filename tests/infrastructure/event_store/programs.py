"""
Processes that use a log, to be started, and killed, by the tests.

Each says "ready", waits for a line, does its work and says what was acknowledged, line by line.
"""

import itertools
import sys
from collections.abc import Callable
from uuid import UUID, uuid5

from infrastructure.event_store.event_log import StoredEventLog, open_event_log
from tests.infrastructure.event_store.aggregates import AGGREGATES, DIGEST, Tally, a_recorded_tally

NUMBERS = UUID("0b7c1a52-5f0e-4c8e-9a53-0d3f3f0f8a11")


def record_number(log: StoredEventLog, number: int) -> None:
    """Record a tally of two events that says its number; the same number is always the same command."""
    command = uuid5(NUMBERS, str(number))
    tally = Tally.begin(str(number), tally=uuid5(command, "tally")).raise_by(number)
    log.record([tally], command=command, digest=DIGEST, answer={"number": number})


def begin(url: str) -> None:
    """Open the log, perhaps as the first, and record one tally."""
    say_and_wait()
    a_recorded_tally(open_event_log(url, AGGREGATES))
    say("done")


def count_on(url: str, first: str) -> None:
    """Record one number after the other, for ever."""
    log = open_event_log(url, AGGREGATES)
    say_and_wait()
    for number in itertools.count(int(first)):
        record_number(log, number)
        say(str(number))


def fill(url: str, commands: str, events: str) -> None:
    """Record many events, some per command."""
    log = open_event_log(url, AGGREGATES)
    say_and_wait()
    for _ in range(int(commands)):
        a_recorded_tally(log, *range(1, int(events)))
    say("done")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def say_and_wait() -> None:
    say("ready")
    sys.stdin.readline()


if __name__ == "__main__":
    PROGRAMS: dict[str, Callable[..., None]] = {"begin": begin, "count_on": count_on, "fill": fill}
    PROGRAMS[sys.argv[1]](*sys.argv[2:])
