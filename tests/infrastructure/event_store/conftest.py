"""A log of the test's own, and processes beside the test."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from infrastructure.event_store.event_log import StoredEventLog, open_event_log
from tests.infrastructure.event_store.aggregates import AGGREGATES

CHECKOUT = Path(__file__).parents[3]

OpenLog = Callable[..., StoredEventLog]
StartProgram = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def open_log() -> Iterator[OpenLog]:
    """Opens logs that are closed after the test."""
    with ExitStack() as opened:
        yield lambda url, **settings: opened.enter_context(closing(open_event_log(url, AGGREGATES, **settings)))


@pytest.fixture
def log(database_url: str, open_log: OpenLog) -> StoredEventLog:
    """An empty log, once on each kind of database."""
    return open_log(database_url)


@pytest.fixture
def start_program() -> Iterator[StartProgram]:
    """Starts programs (programs.py) that say when they are ready and end with the test at the latest."""
    with ExitStack() as started:

        def start(*arguments: str) -> "subprocess.Popen[str]":
            program = subprocess.Popen(  # noqa: S603  # our own program
                [sys.executable, "-m", "tests.infrastructure.event_store.programs", *arguments],
                cwd=CHECKOUT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            started.enter_context(program)
            started.callback(program.kill)
            return program

        yield start


def wait_until_ready(*programs: "subprocess.Popen[str]") -> None:
    """Wait until programs say that they are ready."""
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"


def let_go(*programs: "subprocess.Popen[str]") -> None:
    """Let programs that are ready do their work."""
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("\n")
        program.stdin.flush()
