"""Dutch mail days: implements the port over the holidays library."""

from datetime import date
from functools import cache

import holidays

from domain.kernel.errors import CalendarLacksYear

SUNDAY = 6
NOT_CHRISTIAN = frozenset({"New Year's Day", "King's Day", "Liberation Day"})


class DutchCalendar:
    """Implements Calendar (application.ports) for the Netherlands."""

    def is_mail_day(self, day: date) -> bool:
        return day.weekday() != SUNDAY and _holidays(day.year).get(day) in {None, *NOT_CHRISTIAN}


@cache
def _holidays(year: int) -> dict[date, str]:
    found = holidays.country_holidays("NL", years=year, expand=False, language="en_US", categories=("public", "optional"))
    if not found:
        raise CalendarLacksYear(year=year)
    return dict(found)
