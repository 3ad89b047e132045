"""Over HTTP: joining and the directory, each beside a bare FastAPI endpoint that does the least that could be done."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx2

from application.ports.vault.sessions import Session
from benchmarks.measuring import RUNS, TURNS, Result, rates
from benchmarks.party import a_network, a_network_with_core_group, a_party, events_of, members, people
from domain.kernel.acts import Role

CHECKOUT = Path(__file__).parent.parent
EACH = 20
JOINS = EACH * (TURNS * RUNS + 1)
NETWORKS = 20


def http_join() -> Result:
    """Join over HTTP beside a bare endpoint that does the bare library's work."""
    with a_party() as party, TemporaryDirectory() as folder:
        network = a_network_with_core_group(party, "measured")
        peer = {"FILE": str(Path(folder) / "bare.db"), "EVENTS": str(events_of(party, network))}
        crowd = people(party, JOINS)
        tokens = iter([party.service.vault.issue_token(Role.MEMBER, person=person) for person in crowd])
        url = party.settings.database_url
        with served(url) as ours, _bare("join", peer) as theirs:
            path = f"/v1/networks/{network}/memberships"

            def join() -> None:
                answer = ours.post(path, json={"purposeVersion": 1}, headers={"Authorization": f"Bearer {next(tokens)}"})
                assert answer.status_code == 200, answer.text

            return rates("http-join", join, lambda: ok(theirs.post("/join", json={})), each=EACH, unit="requests/s")


def http_directory() -> Result:
    """Read the directory over HTTP beside a bare endpoint that reads the same rows with one query."""
    with a_party() as party:
        for number in range(NETWORKS):
            members(party, a_network(party, f"network {number}"), 100)
        party.service.reads.catch_up()
        (person,) = people(party, 1)
        party.service.reads.catch_up()
        token = party.service.vault.issue_token(Role.MEMBER, person=person)
        assert party.service.vault.session(token) == Session(person=person, role=Role.MEMBER, network=None)
        file = str(party.service.reads.store.engine.url.database)
        with served(party.settings.database_url) as ours, _bare("directory", {"FILE": file}) as theirs:
            headers = {"Authorization": f"Bearer {token}"}
            return rates(
                "http-directory",
                lambda: ok(ours.get("/v1/networks", headers=headers)),
                lambda: ok(theirs.get("/networks")),
                each=EACH,
                unit="requests/s",
            )


def ok(answer: httpx2.Response) -> None:
    """Check that it was answered."""
    assert answer.status_code == 200, answer.text


@contextmanager
def served(database_url: str) -> Iterator[httpx2.Client]:
    """Serve a log by a process of its own."""
    environment = {
        "NETWERKPARTIJ_DATABASE_URL": database_url,
        "NETWERKPARTIJ_REQUESTS_PER_TOKEN": "10000000",  # one client asks as fast as it can
        "NETWERKPARTIJ_REQUESTS_IN_ALL": "100000000",
    }
    with _process("netwerkpartij.asgi:make_app", environment) as client:
        yield client


@contextmanager
def _bare(what: str, environment: dict[str, str]) -> Iterator[httpx2.Client]:
    with _process(f"benchmarks.bare_endpoints:{what}", environment) as client:
        yield client


@contextmanager
def _process(app: str, environment: dict[str, str]) -> Iterator[httpx2.Client]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", app, "--factory", "--port", str(port), "--log-level", "warning"]
    server = subprocess.Popen(command, cwd=CHECKOUT, env={**os.environ, **environment})  # noqa: S603  # our own code
    try:
        with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
            _wait(client, server)
            yield client
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait(client: httpx2.Client, server: subprocess.Popen[bytes]) -> None:
    for _ in range(1_800):
        assert server.poll() is None, "the server stopped"
        try:
            client.get("/health/live")
        except httpx2.TransportError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError
