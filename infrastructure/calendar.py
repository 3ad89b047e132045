"""Dutch working days and mail days: implements the port over the holidays library."""

from datetime import date, timedelta
from functools import cache

import holidays

from application.errors import CalendarLacksYear

SATURDAY, SUNDAY = 5, 6
NOT_CHRISTIAN = frozenset({"New Year's Day", "King's Day", "Liberation Day"})


class DutchCalendar:
    """Which days are worked on in the Netherlands, and on which days mail may go out by itself."""

    def is_working_day(self, day: date) -> bool:
        """
        Say whether a day is worked on: Monday to Friday, and no public holiday (Good Friday and 5 May are worked on by some).

        :raises CalendarLacksYear: if nobody has fixed the holidays of that year
        """
        return day.weekday() < SATURDAY and day not in _holidays(day.year)

    def is_mail_day(self, day: date) -> bool:
        """
        Say whether mail may go out by itself: not on Sundays and Christian holidays (DESIGN 7).

        :raises CalendarLacksYear: if nobody has fixed the holidays of that year
        """
        return day.weekday() != SUNDAY and _holidays(day.year).get(day) in {None, *NOT_CHRISTIAN}

    def working_day_from(self, day: date) -> date:
        """Give the first working day on or after a day."""
        while not self.is_working_day(day):
            day += timedelta(days=1)
        return day

    def working_day_until(self, day: date) -> date:
        """Give the last working day on or before a day."""
        while not self.is_working_day(day):
            day -= timedelta(days=1)
        return day


@cache
def _holidays(year: int) -> dict[date, str]:
    found = holidays.country_holidays("NL", years=year, expand=False, language="en_US", categories=("public", "optional"))
    if not found:
        raise CalendarLacksYear(year=year)
    return dict(found)
