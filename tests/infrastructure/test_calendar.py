"""Dutch working days and days on which mail goes out."""

from datetime import date

import pytest

from application.errors import CalendarLacksYear
from infrastructure.calendar import DutchCalendar

CALENDAR = DutchCalendar()


@pytest.mark.parametrize(
    ("day", "works", "mails"),
    [
        (date(2023, 5, 26), True, True),  # a Friday
        (date(2023, 5, 27), False, True),  # a Saturday
        (date(2023, 5, 28), False, False),  # Pentecost
        (date(2023, 5, 29), False, False),  # Pentecost Monday
        (date(2023, 4, 27), False, True),  # King's Day
        (date(2023, 5, 5), False, True),  # Liberation Day
        (date(2023, 4, 7), False, False),  # Good Friday
        (date(2023, 12, 26), False, False),  # Second Day of Christmas
        (date(2023, 1, 1), False, False),  # a Sunday as well
        (date(2024, 1, 1), False, True),  # New Year's Day on a Monday
    ],
)
def test_sundays_and_christian_holidays_send_no_mail_and_no_holiday_is_worked_on(day: date, *, works: bool, mails: bool):
    assert (CALENDAR.is_working_day(day), CALENDAR.is_mail_day(day)) == (works, mails)


def test_a_day_moves_over_pentecost_in_either_direction():
    assert CALENDAR.working_day_from(date(2023, 5, 27)) == date(2023, 5, 30)
    assert CALENDAR.working_day_until(date(2023, 5, 29)) == date(2023, 5, 26)


def test_a_year_without_fixed_holidays_is_said_and_not_guessed():
    with pytest.raises(CalendarLacksYear):
        CALENDAR.is_working_day(date(2101, 1, 3))
