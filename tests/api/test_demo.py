"""A demo whose clock was set forward: its time stands still until somebody records, and many do at once."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from httpx2 import Client

from domain.kernel.acts import Role
from netwerkpartij.background import settle
from netwerkpartij.settings import Settings, load_settings
from netwerkpartij.wiring import opened, system_clock
from tests.api.conftest import Applications, served
from tests.api.party import NETWORK, as_decided
from tests.beginning import let_begin, token_of

WRITERS, EACH = 40, 3


@pytest.fixture
def advanced(tmp_path: Path) -> Settings:
    """The settings of a demo whose newest event is a year ahead of the clock on the wall."""
    settings = load_settings(database_url=f"sqlite:///{tmp_path / 'events.db'}", vault_url="")
    with opened(settings, demo=True) as service:
        let_begin(service)
    ahead = system_clock() + timedelta(days=365)
    with opened(settings, clock=lambda: ahead) as service:
        settle(service)
        token_of(service, Role.PARTY_BUREAU)
    return settings


@pytest.fixture
def demo(advanced: Settings, applications: Applications) -> Iterator[Client]:
    """The party bureau, at that demo."""
    with opened(advanced) as service, applications.serving(service.service) as app, served(app) as address:
        bureau = token_of(service, Role.PARTY_BUREAU)
        with Client(base_url=address, headers={"Authorization": f"Bearer {bureau}"}, timeout=60) as client:
            yield client


def test_many_may_write_at_once_on_a_demos_clock(demo: Client):
    def begin(number: int) -> int:
        body = as_decided("/networks", NETWORK | {"name": f"Netwerk {number}"})
        return demo.post("/v1/networks", json=body).status_code

    with ThreadPoolExecutor(WRITERS) as writers:
        answered = Counter(writers.map(begin, range(WRITERS * EACH)))

    assert answered == {201: WRITERS * EACH}
