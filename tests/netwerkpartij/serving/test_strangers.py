"""Strangers cannot stop the service: it is attacked while somebody else works, who hardly notices."""

import http.client
import resource
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from domain.kernel.acts import Role
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import opened
from tests.beginning import token_of
from tests.netwerkpartij.terminal import CHECKOUT, Terminal

SECONDS = 15.0
PAUSE = 0.02
FILES = 1_024
"""Open files that a process may have on an ordinary machine."""


@dataclass(frozen=True)
class Served:
    """A service, and somebody of the bureau who works with it."""

    port: int
    token: str
    said: Path

    def works_for(self, seconds: float) -> list[float]:
        """Ask again and again, each time on a new connection, and give the seconds that every answer took."""
        took = []
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            began = time.perf_counter()
            with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)) as connection:
                connection.request("GET", "/v1/networks", headers={"Authorization": f"Bearer {self.token}"})
                answer = connection.getresponse()
                assert (answer.status, answer.read()[:9]) == (200, b'{"items":')
            took.append(time.perf_counter() - began)
            time.sleep(PAUSE)
        return took

    def is_there(self) -> bool:
        try:
            self.works_for(0.01)
        except OSError:
            return False
        return True


@pytest.fixture
def served(terminal: Terminal, tmp_path: Path) -> Iterator[Served]:
    """A service with the limits that nobody set, which may open as many files as on an ordinary machine."""
    with opened(load_settings(data=tmp_path / "ours")) as service:
        token = token_of(service, Role.PARTY_BUREAU)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    said = tmp_path / "said"
    with said.open("w") as lines:
        command = [sys.executable, "-P", "-m", "netwerkpartij", "serve", "--port", str(port)]
        environment = {"PYTHONPATH": str(CHECKOUT), "NETWERKPARTIJ_DATA": str(tmp_path / "ours"), "PATH": "/usr/bin:/bin"}
        with subprocess.Popen(command, cwd=terminal.folder, env=environment, stdout=lines, stderr=lines) as process:  # noqa: S603
            resource.prlimit(process.pid, resource.RLIMIT_NOFILE, (FILES, FILES))
            service_there = Served(port, token, said)
            while not service_there.is_there():
                assert process.poll() is None, said.read_text()
                time.sleep(0.1)
            yield service_there
            process.terminate()


@contextmanager
def attacked(what: str, port: int, times: int) -> Iterator[None]:
    command = [sys.executable, "-m", "tests.netwerkpartij.serving.attackers", what, str(port), str(times)]
    with subprocess.Popen(command, cwd=CHECKOUT) as attackers:  # noqa: S603  # our own program
        try:
            time.sleep(2)
            assert attackers.poll() is None
            yield
        finally:
            attackers.kill()


def p95(took: list[float]) -> float:
    return statistics.quantiles(took, n=20)[-1]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("what", "times"),
    [("half_open", 1_150), ("slow_head", 1_150), ("slow_body", 600), ("flood", 100), ("flood_of_tokens", 100)],
)
def test_who_works_hardly_notices_an_attack(served: Served, what: str, times: int):
    served.works_for(1)
    before = p95(served.works_for(SECONDS / 3))

    with attacked(what, served.port, times):
        during = p95(served.works_for(SECONDS))

    sys.stdout.write(f"{what} x {times}: p95 {before * 1000:.0f} ms before, {during * 1000:.0f} ms during\n")
    assert during < max(1.0, 20 * before)
    assert len(served.said.read_text()) < 2_000, served.said.read_text()[:4_000]
