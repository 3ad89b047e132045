"""Days and months in the Netherlands, once more."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/Amsterdam")
NEVER = datetime(9999, 1, 1, tzinfo=UTC)


def day_of(moment: datetime) -> date:
    return moment.astimezone(HERE).date()


def start_of(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=HERE).astimezone(UTC)


def end_of(day: date) -> datetime:
    return start_of(day + timedelta(days=1))


def later(day: date, months: int) -> date:
    """The same day so many months later; in a shorter month its last."""
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    raise AssertionError
