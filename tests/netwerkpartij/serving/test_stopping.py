"""Whoever ends the service waits a second for what runs beside it, and no longer; what is left is done by the next."""

import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from application.command_handler import CommandHandler
from application.commands.party import LetTimePass
from application.policies.carrying_out import Given, PolicyQueries
from domain.kernel.log import LOG
from infrastructure.one_process import one_process
from netwerkpartij import asgi, background
from netwerkpartij.settings import PREFIX, load_settings
from netwerkpartij.wiring import Opened, opened
from tests.beginning import let_begin


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Opened]:
    """A service on SQLite, whose log has just begun."""
    with opened(load_settings(database_url=f"sqlite:///{tmp_path / 'events.db'}", vault_url="")) as service:
        let_begin(service)
        yield service


def seconds_to_stop(service: Opened, tmp_path: Path, begun: threading.Event) -> float:
    """Let the clock run until it is at it, stop it, and measure how long it goes on."""
    stopped = threading.Event()
    place = one_process(f"sqlite:///{tmp_path / 'events.db'}")
    clock = threading.Thread(target=background.keep_clock, args=(service, stopped, 60.0, place))
    clock.start()
    assert begun.wait(10)
    stopped.set()
    since = time.monotonic()
    clock.join(10)
    return time.monotonic() - since


def test_the_clock_stops_between_two_commands(service: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    begun = threading.Event()

    def without_end(_handler: CommandHandler, _queries: PolicyQueries) -> Iterable[Given]:
        for _each in range(400):
            begun.set()
            time.sleep(0.02)
            yield LetTimePass(item=LOG), LOG

    monkeypatch.setattr(background, "ALWAYS", (without_end,))
    assert seconds_to_stop(service, tmp_path, begun) < 1


def test_the_clock_stops_between_two_batches_of_events(service: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    begun = threading.Event()

    def many_batches(progress: object = None) -> int:
        for number in range(400):
            begun.set()
            time.sleep(0.02)
            assert callable(progress)
            progress(number)
        return 400

    monkeypatch.setattr(service.reads, "catch_up", many_batches)
    assert seconds_to_stop(service, tmp_path, begun) < 1


def test_what_hangs_is_cut_off_when_the_process_ends(service: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    service.close()
    monkeypatch.setenv(f"{PREFIX}DATABASE_URL", f"sqlite:///{tmp_path / 'events.db'}")
    monkeypatch.setattr(asgi, "keep_clock", lambda *_: time.sleep(5))
    monkeypatch.setattr(asgi, "log_to_standard_error", lambda _: None)
    monkeypatch.setattr(asgi, "log_libraries_too", lambda _: None)
    with TestClient(asgi.make_app()) as client:
        assert client.get("/health/live").status_code == 200
        since = time.monotonic()
    assert time.monotonic() - since < 1
