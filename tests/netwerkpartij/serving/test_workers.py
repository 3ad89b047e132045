"""Several processes that share the work: they all start, add their numbers up, and answer without waiting for anything."""

import http.client
import re
import socket
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from subprocess import Popen

import httpx2
import pytest

from domain.kernel.acts import Role
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import opened
from tests.beginning import token_of
from tests.netwerkpartij.terminal import Terminal

pytestmark = pytest.mark.slow

METRICS = "een-heel-lang-geheim-van-prometheus"
DELAYED = 0.04
"""Seconds after which the other side says that a packet came, when nobody asked it to say so at once."""


@dataclass(frozen=True)
class Shared:
    """A service of two processes, and somebody of the bureau who asks."""

    process: "Popen[str]"
    port: int
    token: str

    def ask(self, path: str, secret: str) -> httpx2.Response:
        """Ask on a new connection, and so whichever process is there first."""
        headers = {"Authorization": f"Bearer {secret}"}
        return httpx2.get(f"http://127.0.0.1:{self.port}{path}", headers=headers, timeout=30).raise_for_status()


@pytest.fixture
def shared(terminal: Terminal, tmp_path: Path) -> Iterator[Shared]:
    with opened(load_settings(data=tmp_path / "ours")) as service:
        token = token_of(service, Role.PARTY_BUREAU)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    there = terminal.with_settings(data=str(tmp_path / "ours"), metrics_token=METRICS)
    two = Shared(there.starts("serve", "--port", str(port), "--workers", "2"), port, token)
    for _ in range(600):
        with suppress(httpx2.TransportError):
            two.ask("/v1/me", token)
            break
        assert two.process.poll() is None
        time.sleep(0.1)
    yield two
    two.process.terminate()
    _, err = two.process.communicate(timeout=60)
    assert err == ""


def test_the_numbers_of_all_processes_are_added_up(shared: Shared):
    for _ in range(19):
        shared.ask("/v1/me", shared.token)
    told = [re.findall(r'kind="read",status="200"} (\d+)', shared.ask("/metrics", METRICS).text) for _ in range(4)]
    assert told == [["20"]] * 4


def test_an_answer_on_a_kept_connection_waits_for_no_sign_of_the_other_side(shared: Shared):
    took = []
    with closing(http.client.HTTPConnection("127.0.0.1", shared.port, timeout=30)) as connection:
        for _ in range(20):
            began = time.perf_counter()
            connection.request("GET", "/v1/me", headers={"Authorization": f"Bearer {shared.token}"})
            assert connection.getresponse().read()
            took.append(time.perf_counter() - began)
    assert min(took[1:]) < DELAYED  # a first answer is always confirmed at once
