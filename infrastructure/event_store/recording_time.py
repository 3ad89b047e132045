"""The recording time: microseconds since 1970, set by the database, or by a demo that tells an invented story."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from eventsourcing.persistence import StoredEvent

from domain.kernel.log import Log

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


def to_microseconds(instant: datetime) -> int:
    """Give the stored form of an instant; exact."""
    return (instant - EPOCH) // MICROSECOND


def from_microseconds(stored: int) -> datetime:
    """Give the instant of a stored form; exact."""
    return EPOCH + timedelta(microseconds=stored)


def check_may_choose_time(stored: Any, events: Iterable[StoredEvent]) -> None:  # noqa: ANN401  # a row of either driver
    """
    Check that a recording time may be chosen by the writer. One that others have passed meanwhile is a moment after theirs.

    :param stored: ``topic`` and ``state`` of the first event of the log; None when empty
    :param events: what is to be written
    :raises ValueError: if this is not a demo log
    """
    first = (stored["topic"], stored["state"]) if stored else next(((event.topic, event.state) for event in events), ("", b""))
    if first[0] != Log.LogOpened.TOPIC or json.loads(first[1]).get("demo") is not True:
        msg = "only a log whose first event says demo may choose its own recording times"
        raise ValueError(msg)
