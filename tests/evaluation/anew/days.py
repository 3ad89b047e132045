"""Days, months, quarters and half years of the calendar in the Netherlands."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Amsterdam")


def day_of(moment: datetime) -> date:
    return moment.astimezone(ZONE).date()


def begin_of(day: date) -> datetime:
    return datetime.combine(day, time(), ZONE).astimezone(ZoneInfo("UTC"))


def end_of(day: date) -> datetime:
    """The first moment of the next day."""
    return begin_of(day + timedelta(days=1))


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or the last day of that month where it has no such day."""
    first = date(day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1, 1)
    following = (first + timedelta(days=31)).replace(day=1)
    return min(first.replace(day=1) + timedelta(days=day.day - 1), following - timedelta(days=1))


def stretches(first: date, last: date, months: int) -> Iterator[tuple[date, date]]:
    """The whole months (1) or quarters (3) that a time touches: the first and the last day of each."""
    begin = date(first.year, (first.month - 1) // months * months + 1, 1)
    while begin <= last:
        following = months_later(begin, months)
        yield begin, following - timedelta(days=1)
        begin = following


def month_name(day: date) -> str:
    return f"{day:%Y-%m}"


def quarter_name(day: date) -> str:
    return f"{day.year}-Q{(day.month + 2) // 3}"
