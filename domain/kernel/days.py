"""Days in the Netherlands, and the moments at which they begin and end."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, AwareDatetime

AMSTERDAM: tzinfo = ZoneInfo("Europe/Amsterdam")


def _in_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


Moment = Annotated[AwareDatetime, AfterValidator(_in_utc)]
"""A moment, kept in UTC: in the hour that October repeats, Python calls no time with a zone equal to one in UTC."""


def day_of(moment: datetime) -> date:
    """Give the day in the Netherlands on which a moment falls."""
    return moment.astimezone(AMSTERDAM).date()


def start_of(day: date) -> datetime:
    """Give the first moment of a day in the Netherlands."""
    return _in_utc(datetime.combine(day, time(), AMSTERDAM))


def end_of(day: date) -> datetime:
    """Give the moment just after a day in the Netherlands: what happened *on* the day is before it."""
    return start_of(day + timedelta(days=1))


def happened_on(day: date, now: datetime) -> datetime:
    """Give when something happened of which only the day is known: now, or the last second of a day in the past."""
    return now if day == day_of(now) else end_of(day) - timedelta(seconds=1)


def months_after(day: date, months: int) -> date:
    """Give the same day so many months later, or the last of that month where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
