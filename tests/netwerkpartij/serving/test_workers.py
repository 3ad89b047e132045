"""Several processes that share the work: they all start, and add their numbers up."""

import re
import socket
import time
from contextlib import suppress
from pathlib import Path

import httpx2
import pytest

from domain.kernel.acts import Role
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import opened
from tests.beginning import token_of
from tests.netwerkpartij.terminal import Terminal

METRICS = "een-heel-lang-geheim-van-prometheus"


@pytest.mark.slow
def test_the_numbers_of_all_processes_are_added_up(terminal: Terminal, tmp_path: Path):
    with opened(load_settings(data=tmp_path / "ours")) as service:
        token = token_of(service, Role.PARTY_BUREAU)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    there = terminal.with_settings(data=str(tmp_path / "ours"), metrics_token=METRICS)
    process = there.starts("serve", "--port", str(port), "--workers", "2")

    def ask(path: str, secret: str) -> httpx2.Response:
        address = f"http://127.0.0.1:{port}{path}"  # each time on a new connection, and so by whichever process
        return httpx2.get(address, headers={"Authorization": f"Bearer {secret}"}, timeout=30).raise_for_status()

    for _ in range(600):
        with suppress(httpx2.TransportError):
            ask("/v1/me", token)
            break
        assert process.poll() is None
        time.sleep(0.1)
    for _ in range(19):
        ask("/v1/me", token)
    told = [re.findall(r'kind="read",status="200"} (\d+)', ask("/metrics", METRICS).text) for _ in range(4)]
    process.terminate()
    _, err = process.communicate(timeout=60)

    assert told == [["20"]] * 4
    assert err == ""
