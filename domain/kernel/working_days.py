"""
Working days in the Netherlands: a term that the rules give does not end on a day on which nobody works.

The holidays are those of article 3 of the General Extension of Time Limits Act (Algemene termijnenwet): the law says which
they are, so they are computed here and wait for no calendar. Article 1: a term that ends on one, on a Saturday or on a
Sunday lasts until the first day that is none. Days that people choose themselves are never moved.
"""

from datetime import date, timedelta
from functools import cache

from domain.kernel.errors import CalendarLacksYear

FIRST_YEAR, LAST_YEAR = 2014, 2099
"""Since 2014 the King's birthday is celebrated in April; later than a lifetime nobody knows whose birthday it will be."""

DAY = timedelta(days=1)
SATURDAY, SUNDAY = 5, 6
GOOD_FRIDAY, EASTER_MONDAY, ASCENSION, WHIT_MONDAY = -2, 1, 39, 50


def easter(year: int) -> date:
    """Give Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays_in(year: int) -> frozenset[date]:
    """
    Give the generally recognised holidays of a year.

    :raises CalendarLacksYear: if nobody knows them
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise CalendarLacksYear(year=year)
    kings_day = date(year, 4, 27)
    if kings_day.weekday() == SUNDAY:
        kings_day -= DAY
    by_easter = {easter(year) + days * DAY for days in (GOOD_FRIDAY, EASTER_MONDAY, ASCENSION, WHIT_MONDAY)}
    fixed = {date(year, 1, 1), kings_day, date(year, 5, 5), date(year, 12, 25), date(year, 12, 26)}
    return frozenset(by_easter | fixed)


def is_working_day(day: date) -> bool:
    """
    Say whether people work on a day: it is no Saturday, Sunday or holiday.

    :raises CalendarLacksYear: if nobody knows the holidays of that year
    """
    return day not in holidays_in(day.year) and day.weekday() not in {SATURDAY, SUNDAY}


def last_day_of_term(day: date) -> date:
    """
    Give the day on which a term ends that would end on a day: that day, or the first working day after it.

    :raises CalendarLacksYear: if nobody knows the holidays of that year
    """
    while not is_working_day(day):
        day += DAY
    return day


def day_after_term(day: date) -> date:
    """
    Give the first day on which a term is over that would be over on a day.

    :raises CalendarLacksYear: if nobody knows the holidays of that year
    """
    return last_day_of_term(day - DAY) + DAY
