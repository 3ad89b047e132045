"""A party on a log and a vault of the test's own."""

import base64
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest

from netwerkpartij.settings import PREFIX, Settings, load_settings
from netwerkpartij.wiring import opened
from tests.application.party import CONSENT, MONDAY, OTHER_FOUNDERS, SOMEBODY, MovableClock, Party

MASTER_KEY = base64.b64encode(bytes(range(32))).decode()


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith(PREFIX):
            monkeypatch.delenv(name)


def settings_for(url: str) -> Settings:
    return load_settings(database_url=url, vault_url="", master_key=None if url.startswith("sqlite") else MASTER_KEY)


@contextmanager
def party_at(url: str, now: datetime = MONDAY) -> Iterator[Party]:
    """
    Open a party whose clock tells all of its time, and only goes on.

    It says when things happen, when they are recorded, and what today is to a question; the log is a demo's, as only a
    demo has its times chosen.
    """
    clock = MovableClock(now)
    with opened(settings_for(url), clock=clock, demo=True) as service:
        yield Party(service, clock)


@pytest.fixture
def party(tmp_path: Path) -> Iterator[Party]:
    """A party on SQLite, whose log has just begun."""
    with party_at(f"sqlite:///{tmp_path / 'events.db'}") as party:
        yield party


@pytest.fixture
def party_on_each(database_url: str) -> Iterator[Party]:
    """A party on each kind of database."""
    with party_at(database_url) as party:
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
