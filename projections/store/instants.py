"""Moments as rows keep them: whole microseconds since 1970."""

from datetime import UTC, datetime, timedelta

from projections.store.tables import FOREVER

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


def micros(moment: datetime) -> int:
    """Give a moment as microseconds since 1970."""
    return (moment - EPOCH) // MICROSECOND


def moment(micro: int) -> datetime:
    """Give the moment of microseconds since 1970."""
    return EPOCH + timedelta(microseconds=micro)


def moment_or_none(micro: int | None) -> datetime | None:
    """Give the moment of microseconds since 1970, None for never."""
    return None if micro is None or micro >= FOREVER else moment(micro)
