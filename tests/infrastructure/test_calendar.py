"""Days on which mail goes out by itself."""

from datetime import date

import pytest

from domain.kernel.errors import CalendarLacksYear
from infrastructure.calendar import DutchCalendar

CALENDAR = DutchCalendar()


@pytest.mark.parametrize(
    ("day", "mails"),
    [
        (date(2023, 5, 26), True),  # a Friday
        (date(2023, 5, 27), True),  # a Saturday
        (date(2023, 5, 28), False),  # Pentecost
        (date(2023, 5, 29), False),  # Pentecost Monday
        (date(2023, 4, 27), True),  # King's Day
        (date(2023, 5, 5), True),  # Liberation Day
        (date(2023, 4, 7), False),  # Good Friday
        (date(2023, 12, 26), False),  # Second Day of Christmas
        (date(2023, 1, 1), False),  # a Sunday as well
        (date(2024, 1, 1), True),  # New Year's Day on a Monday
    ],
)
def test_sundays_and_christian_holidays_send_no_mail(day: date, *, mails: bool):
    assert CALENDAR.is_mail_day(day) is mails


def test_a_year_without_fixed_holidays_is_said_and_not_guessed():
    with pytest.raises(CalendarLacksYear):
        CALENDAR.is_mail_day(date(2101, 1, 3))
