"""A log of the test's own."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing

import pytest

from infrastructure.event_store.event_log import StoredEventLog, open_event_log
from tests.infrastructure.event_store.aggregates import AGGREGATES

OpenLog = Callable[..., StoredEventLog]


@pytest.fixture
def open_log() -> Iterator[OpenLog]:
    """Opens logs that are closed after the test."""
    with ExitStack() as opened:
        yield lambda url, **settings: opened.enter_context(closing(open_event_log(url, AGGREGATES, **settings)))


@pytest.fixture
def log(database_url: str, open_log: OpenLog) -> StoredEventLog:
    """An empty log, once on each kind of database."""
    return open_log(database_url)
