"""Dutch mail days: implements the port over the holidays library."""

from datetime import date
from functools import cache

import holidays

from domain.kernel.errors import CalendarLacksYear

SUNDAY = 6
NOT_CHRISTIAN = frozenset({"New Year's Day", "King's Day", "Liberation Day"})


class DutchCalendar:
    """On which days mail may go out by itself in the Netherlands."""

    def is_mail_day(self, day: date) -> bool:
        """
        Say whether mail may go out by itself: not on Sundays and Christian holidays (DESIGN 7).

        :raises CalendarLacksYear: if nobody has fixed the holidays of that year
        """
        return day.weekday() != SUNDAY and _holidays(day.year).get(day) in {None, *NOT_CHRISTIAN}


@cache
def _holidays(year: int) -> dict[date, str]:
    found = holidays.country_holidays("NL", years=year, expand=False, language="en_US", categories=("public", "optional"))
    if not found:
        raise CalendarLacksYear(year=year)
    return dict(found)
