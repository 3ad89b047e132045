"""The recording time: microseconds since 1970, set by the database, or by a demo that tells an invented story."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

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


def first_of(events: Sequence[StoredEvent]) -> tuple[str, bytes] | None:
    """Give topic and state of the first of these events."""
    return (events[0].topic, events[0].state) if events else None


def check_chosen_time(chosen: int, *, newest: int, first: tuple[str, bytes] | None) -> None:
    """
    Check that a recording time may be chosen by the writer.

    :param newest: the newest recording time in the log
    :param first: topic and state of the first event of the log
    :raises ValueError: if this is not a demo log, or the time lies before the newest recording time
    """
    if first is None or first[0] != Log.LogOpened.TOPIC or json.loads(first[1]).get("demo") is not True:
        msg = "only a log whose first event says demo may choose its own recording times"
        raise ValueError(msg)
    if chosen < newest:
        msg = f"recording times only go forward: {from_microseconds(chosen)} is before {from_microseconds(newest)}"
        raise ValueError(msg)
