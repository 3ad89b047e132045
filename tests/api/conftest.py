"""The API on a real service in a folder of this test's own, in process and as a server."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import cast

import pytest
import uvicorn
from fastapi import FastAPI
from starlette.testclient import TestClient

from api.app import create_app
from api.limits.connections import server_options
from api.limits.limits import DEFAULT, Limits
from application.service import Service
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import Opened, opened
from tests.api.party import Party
from tests.beginning import let_begin

MANY = Limits(requests_per_token=10_000_000, requests_per_address=10_000_000, requests_in_all=100_000_000)
"""For tests that ask much and are about something else."""


class WhicheverService:
    """Stands in an application for the service of the test that it serves now."""

    def __init__(self) -> None:
        self.service: Service | None = None

    def __getattr__(self, name: str) -> object:
        return getattr(self.service, name)


class Applications:
    """Applications that serve one test after another: to make one takes longer than most tests, and it remembers nothing."""

    def __init__(self) -> None:
        self.idle: list[tuple[WhicheverService, FastAPI]] = []

    @contextmanager
    def serving(self, service: Service) -> Iterator[FastAPI]:
        """Lend an application, to nobody else meanwhile."""
        whichever, app = self.idle.pop() if self.idle else self._another()
        whichever.service = service
        yield app
        whichever.service = None
        self.idle.append((whichever, app))

    @staticmethod
    def _another() -> tuple[WhicheverService, FastAPI]:
        whichever = WhicheverService()
        return whichever, create_app(cast(Service, whichever), limits=MANY)


@pytest.fixture(scope="session")
def applications() -> Applications:
    """Applications to be lent."""
    return Applications()


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a service whose log has just begun, to be copied."""
    folder = tmp_path_factory.mktemp("begun")
    with service_in(folder) as service:
        let_begin(service)
    return folder


def service_in(folder: Path) -> AbstractContextManager[Opened]:
    return opened(load_settings(database_url=f"sqlite:///{folder / 'events.db'}", vault_url="", lock_timeout=0.2))


@pytest.fixture
def service(begun: Path, tmp_path: Path) -> Iterator[Opened]:
    """A service on SQLite, whose log has just begun."""
    shutil.copytree(begun, tmp_path, dirs_exist_ok=True)
    with service_in(tmp_path) as service:
        yield service


@pytest.fixture
def app(service: Opened, applications: Applications) -> Iterator[FastAPI]:
    """The application on that service."""
    with applications.serving(service.service) as app:
        yield app


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
def quiet(tmp_path_factory: pytest.TempPathFactory, applications: Applications) -> Iterator[Party]:
    """A party for all tests of a file that record nothing, or nothing that others notice."""
    settings = load_settings(database_url=f"sqlite:///{tmp_path_factory.mktemp('quiet') / 'events.db'}", vault_url="")
    with opened(settings) as service, applications.serving(service.service) as app, TestClient(app) as client:
        yield Party(service, client)


@pytest.fixture
def address(app: FastAPI) -> Iterator[str]:
    """The application behind a real server on this machine."""
    with served(app) as address:
        yield address


@pytest.fixture(scope="module")
def quiet_address(quiet: Party, applications: Applications) -> Iterator[str]:
    """The quiet party behind a real server."""
    with applications.serving(quiet.opened.service) as app, served(app) as address:
        yield address


@contextmanager
def served(app: FastAPI, limits: Limits = DEFAULT) -> Iterator[str]:
    """Serve an application on a free port, and give its address."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, **server_options(limits)))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
    host, port = server.servers[0].sockets[0].getsockname()
    yield f"http://{host}:{port}"
    server.should_exit = True
    thread.join()
