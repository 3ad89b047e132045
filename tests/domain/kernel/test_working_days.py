"""A term ends on a working day; the holidays are those of the law."""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given as whatever
from hypothesis import strategies as st

from domain.advice.answer_days import AnswerDays, ClarificationDays, answer_days, clarification_days
from domain.kernel.errors import CalendarLacksYear
from domain.kernel.working_days import FIRST_YEAR, LAST_YEAR, day_after_term, holidays_in, is_working_day, last_day_of_term
from domain.networks.terms import core_group_term
from tests.domain.examples import rules_of_2022

IN_THE_LAW = {
    "New Year's Day",
    "Good Friday",
    "Easter Monday",
    "King's Day",
    "Liberation Day",
    "Ascension Day",
    "Pentecost Monday",
}
IN_THE_LAW |= {"Christmas Day", "Second Day of Christmas"}
DAYS = st.dates(date(2022, 1, 1), date(2050, 1, 1))
RULES = rules_of_2022().rules


@pytest.mark.parametrize("year", range(FIRST_YEAR, LAST_YEAR + 1))
def test_the_holidays_are_those_that_others_count(year: int):
    counted = holidays.country_holidays("NL", years=year, expand=False, language="en_US", categories=("public", "optional"))
    in_the_law = {day for day, names in counted.items() if IN_THE_LAW.intersection(names.split("; "))}
    assert holidays_in(year) == in_the_law


@pytest.mark.parametrize(
    ("day", "ends_on"),
    [
        (date(2023, 9, 14), date(2023, 9, 14)),  # a Thursday
        (date(2023, 9, 16), date(2023, 9, 18)),  # a Saturday
        (date(2023, 9, 17), date(2023, 9, 18)),  # a Sunday
        (date(2023, 4, 7), date(2023, 4, 11)),  # Good Friday, until after Easter Monday
        (date(2023, 12, 23), date(2023, 12, 27)),  # the Saturday before Christmas
        (date(2025, 4, 26), date(2025, 4, 28)),  # King's Day is on a Saturday, because the 27th is a Sunday
        (date(2023, 5, 5), date(2023, 5, 8)),  # Liberation Day, a Friday
        (date(2023, 12, 30), date(2024, 1, 2)),  # over the turn of the year
    ],
)
def test_a_term_ends_on_that_day_or_on_the_first_working_day_after_it(day: date, ends_on: date):
    assert last_day_of_term(day) == ends_on


@pytest.mark.parametrize("year", [FIRST_YEAR - 1, LAST_YEAR + 1, 9000])
def test_a_year_whose_holidays_nobody_knows_is_said_and_not_guessed(year: int):
    with pytest.raises(CalendarLacksYear):
        is_working_day(date(year, 6, 3))


@whatever(day=DAYS)
def test_no_term_is_shorter_or_much_longer(day: date):
    ends_on = last_day_of_term(day)
    assert is_working_day(ends_on)
    assert timedelta() <= ends_on - day < timedelta(days=6)
    assert last_day_of_term(ends_on) == ends_on
    assert day_after_term(day_after_term(day)) == day_after_term(day)


@whatever(today=DAYS, left=st.integers(0, 400), later=st.integers(0, 400))
def test_nobody_is_late_for_an_answer_before_a_working_day_is_over(today: date, left: int, later: int):
    due = today + timedelta(days=left)
    days = answer_days(today, due, RULES)
    for each in (days, days.moved(timedelta(days=later)), days.lapsing_later(timedelta(days=later))):
        assert each.overdue_on is not None
        assert each.lapses_on is not None
        assert is_working_day(each.overdue_on - timedelta(days=1))
        assert is_working_day(each.lapses_on - timedelta(days=1))
    assert days.due == due  # chosen by people
    assert days.moved(timedelta(days=later)).due == due + timedelta(days=later)


@whatever(today=DAYS, later=st.integers(0, 400))
def test_a_clarification_and_a_core_group_get_until_a_working_day_is_over(today: date, later: int):
    days = clarification_days(today, RULES)
    assert days is not None
    for each in (days, days.moved(timedelta(days=later))):
        assert is_working_day(each.lapses_on - timedelta(days=1))
    assert is_working_day(core_group_term(today, rules_of_2022()).repair_by)


def test_days_that_are_stored_are_read_as_they_are():
    """Whatever a later version of the law says: what an event holds is what was told."""
    sunday = date(2023, 9, 17)
    assert AnswerDays(due=sunday, overdue_on=sunday, lapses_on=sunday).overdue_on == sunday
    assert ClarificationDays(remind_on=sunday, lapses_on=sunday).lapses_on == sunday
