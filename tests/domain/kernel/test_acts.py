"""Who did something, and on which day it was in the Netherlands."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given as whatever
from hypothesis import strategies as st
from pydantic import ValidationError

from domain.kernel.acts import CLOCK, IMPORT, NATIONAL_BOARD, PARTY_BUREAU, Act, is_reference
from domain.kernel.days import day_of, end_of, start_of
from domain.kernel.errors import DomainError
from domain.networks.errors import NothingChanged
from domain.plans.errors import TooFewCoreGroupMembers
from tests.domain.examples import PEOPLE, TODAY, an_act


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2023, 5, 24, 21, 59, tzinfo=UTC), date(2023, 5, 24)),
        (datetime(2023, 5, 24, 22, 0, tzinfo=UTC), date(2023, 5, 25)),
        (datetime(2023, 12, 31, 22, 59, tzinfo=UTC), date(2023, 12, 31)),
        (datetime(2023, 12, 31, 23, 0, tzinfo=UTC), date(2024, 1, 1)),
    ],
)
def test_a_moment_falls_on_a_day_in_the_netherlands(moment, day):
    assert day_of(moment) == day


@whatever(st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_a_day_begins_with_its_first_moment_and_ends_just_before_the_next(day):
    assert day_of(start_of(day)) == day
    assert end_of(day) == start_of(day + timedelta(days=1))
    assert day_of(end_of(day).astimezone(UTC) - timedelta(microseconds=1)) == day


@pytest.mark.parametrize("body", [NATIONAL_BOARD, PARTY_BUREAU, CLOCK, IMPORT])
def test_a_body_is_no_person(body):
    assert not is_reference(body)
    assert an_act(by=body).by == body


def test_a_reference_is_a_person():
    assert all(is_reference(who) for who in PEOPLE)


@pytest.mark.parametrize("doer", ["Jan Jansen", "jan@voorbeeld.nl", "r123", "", "National-Board", "r" + "A" * 32])
def test_nobody_acts_under_a_name_or_an_address(doer):
    assert not is_reference(doer)
    with pytest.raises(ValidationError):
        an_act(by=doer)


def test_an_act_says_when_with_a_time_zone():
    with pytest.raises(ValidationError):
        Act.model_validate(an_act().model_dump() | {"at": datetime(2023, 9, 1, 12)})  # noqa: DTZ001  # what is refused


def test_an_act_is_never_changed():
    with pytest.raises(ValidationError):
        an_act().at = TODAY  # type: ignore[misc]  # what is refused


def test_an_act_holds_nothing_that_was_not_declared():
    with pytest.raises(ValidationError):
        Act.model_validate(an_act().model_dump() | {"name": "Jan Jansen"})


def test_a_refusal_has_a_code_for_machines_and_numbers_for_people():
    refusal = TooFewCoreGroupMembers(has=3, needs=4)
    assert str(refusal) == "too-few-core-group-members: has=3, needs=4"
    assert refusal.facts == {"has": 3, "needs": 4}
    assert str(NothingChanged()) == "nothing-changed"
    assert isinstance(refusal, DomainError)
