"""How many days lie between moments, and which day a number of months later is."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache

from domain.kernel.days import day_of, end_of, months_after
from projections.store.instants import micros, moment


def end_months_after(begun: int, months: int) -> int:
    """Give the end of the day so many months after the day of a moment."""
    return _end_months_after(day_of(moment(begun)), months)


@lru_cache(maxsize=65_536)
def _end_months_after(day: date, months: int) -> int:
    return micros(end_of(months_after(day, months)))


def days_between(begun: int, ended: int) -> int:
    """Give how many midnights lie between two moments."""
    return (day_of(moment(ended)) - day_of(moment(begun))) // timedelta(days=1)


def days_lasted(begun: datetime, ended: datetime | None, last: int) -> int:
    """Give how many midnights something lasted; what has not ended lasts until the last moment that is asked about."""
    return days_between(micros(begun), last if ended is None else micros(ended))


def days_from(first: date, last: date) -> Iterator[date]:
    """Give the days from one up to and including another."""
    day = first
    while day <= last:
        yield day
        day += timedelta(days=1)
