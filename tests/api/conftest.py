"""The API on a real service in a folder of this test's own, in process and as a server."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from starlette.testclient import TestClient

from api.app import create_app
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import Opened, opened
from tests.api.party import Party


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Opened]:
    """A service on SQLite, whose log has just begun."""
    settings = load_settings(database_url=f"sqlite:///{tmp_path / 'events.db'}", vault_url="", lock_timeout=0.2)
    with opened(settings) as service:
        yield service


@pytest.fixture
def app(service: Opened) -> FastAPI:
    """The application on that service."""
    return create_app(service.service)


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    """A client that speaks with the application without a network."""
    with TestClient(app) as client:
        yield client


@pytest.fixture
def party(service: Opened, client: TestClient) -> Party:
    """People with tokens, and short ways to ask and to act."""
    return Party(service, client)


@pytest.fixture(scope="module")
def quiet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Party]:
    """A party for all tests of a file that record nothing, or nothing that others notice."""
    settings = load_settings(database_url=f"sqlite:///{tmp_path_factory.mktemp('quiet') / 'events.db'}", vault_url="")
    with opened(settings) as service, TestClient(create_app(service.service)) as client:
        yield Party(service, client)


@pytest.fixture
def address(app: FastAPI) -> Iterator[str]:
    """The application behind a real server on this machine."""
    with served(app) as address:
        yield address


@pytest.fixture(scope="module")
def quiet_address(quiet: Party) -> Iterator[str]:
    """The quiet party behind a real server."""
    with served(create_app(quiet.opened.service)) as address:
        yield address


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """Serve an application on a free port, and give its address."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="critical"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
    host, port = server.servers[0].sockets[0].getsockname()
    yield f"http://{host}:{port}"
    server.should_exit = True
    thread.join()
