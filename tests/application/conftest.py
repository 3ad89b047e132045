"""A party on a log and a vault of the test's own."""

import base64
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from uuid import UUID

import pytest

from netwerkpartij.settings import PREFIX, Settings, load_settings
from netwerkpartij.wiring import opened
from tests.application.party import CONSENT, MONDAY, OTHER_FOUNDERS, SOMEBODY, MovableClock, Party
from tests.beginning import let_begin
from tests.databases import fresh_postgres_database

MASTER_KEY = base64.b64encode(bytes(range(32))).decode()


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith(PREFIX):
            monkeypatch.delenv(name)


def settings_for(url: str) -> Settings:
    return _settings_on(url.partition(":")[0]).model_copy(update={"database_url": url})


@cache
def _settings_on(kind: str) -> Settings:
    """Read settings once: nothing outside says anything about them."""
    return load_settings(database_url=f"{kind}:///events", vault_url="", master_key=None if kind == "sqlite" else MASTER_KEY)


@contextmanager
def party_at(url: str, now: datetime = MONDAY, known: Party | None = None) -> Iterator[Party]:
    """
    Open a party whose clock tells all of its time, and only goes on.

    It says when things happen, when they are recorded, and what today is to a question; the log is a demo's, as only a
    demo has its times chosen.
    """
    clock = MovableClock(now)
    with opened(settings_for(url), clock=clock, demo=True) as service:
        yield Party(service, clock, known)


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a demo whose log began on Monday, to be copied."""
    folder = tmp_path_factory.mktemp("begun")
    begin_at(f"sqlite:///{folder / 'events.db'}")
    return folder


@pytest.fixture(scope="session")
def begun_on_postgres(postgres_server: str) -> Iterator[str]:
    """A database with such a log, to be copied."""
    with fresh_postgres_database(postgres_server) as url:
        begin_at(url)
        yield url


def begin_at(url: str) -> None:
    with opened(settings_for(url), clock=MovableClock(), demo=True) as service:
        let_begin(service)


def copied(begun: Path, folder: Path) -> str:
    """Copy the files of a log that began into a folder, and give its URL."""
    shutil.copytree(begun, folder, dirs_exist_ok=True)
    return f"sqlite:///{folder / 'events.db'}"


@pytest.fixture
def sqlite_copy(begun: Path, tmp_path: Path) -> str:
    return copied(begun, tmp_path)


@pytest.fixture
def postgres_copy(postgres_server: str, begun_on_postgres: str) -> Iterator[str]:
    with fresh_postgres_database(postgres_server, like=begun_on_postgres) as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def begun_url(request: pytest.FixtureRequest) -> str:
    """A database of this test's own in which a demo's log began on Monday; the test runs once on each kind."""
    url: str = request.getfixturevalue({"sqlite": "sqlite_copy", "postgresql": "postgres_copy"}[request.param])
    return url


@pytest.fixture
def party(sqlite_copy: str) -> Iterator[Party]:
    """A party on SQLite, whose log has just begun."""
    with party_at(sqlite_copy) as party:
        yield party


@pytest.fixture
def party_on_each(begun_url: str) -> Iterator[Party]:
    """A party on each kind of database."""
    with party_at(begun_url) as party:
        yield party


@pytest.fixture
def network(party: Party) -> UUID:
    """A network with four founders and one member."""
    network = party.founded()
    party.join(SOMEBODY, network)
    return network


@pytest.fixture
def hidden(party: Party) -> UUID:
    """A sensitive network with four founders and one member."""
    network = party.founded(OTHER_FOUNDERS, name="LHBTIQ+ netwerk", sensitive=True)
    party.join(SOMEBODY, network, consent_version=CONSENT)
    return network
