"""What a file changes of one person: news, unless somebody changed the same by hand since."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from application.ports.vault.register import KnownNow, RegisterSaid
from application.register.comparing import Changes, changes, differences, is_member, said_by
from application.register.file import RegisterRow

MARCH, APRIL = date(2025, 3, 3), date(2025, 4, 3)
IN_MARCH = datetime(2025, 3, 3, 11, tzinfo=UTC)
SAID = RegisterSaid("1", "Anne Voorbeeld", "anne@voorbeeld.example", "3811AB", 1956)
KNOWN = KnownNow("Anne Voorbeeld", "anne@voorbeeld.example", "3811AB", "NL-UT", 1956, None, None)


def province_of(postcode: str) -> str | None:
    return {"3811AB": "NL-UT", "3812AB": "NL-UT", "9711AA": "NL-GR"}.get(postcode)


def compared(*, says: dict[str, Any], known: dict[str, Any] | None = None, day: date = APRIL, before: Any = SAID) -> Changes:
    now = KnownNow(**{**vars(KNOWN), **(known or {})})
    return changes(before, SAID._replace(**says), now, day, province_of)


def test_news_is_taken_over():
    assert compared(says={"name": "Anne Fictief", "birth_year": 1957}).corrected == {"name": "Anne Fictief", "birth_year": 1957}
    assert compared(says={"email": "a@voorbeeld.example"}).email == ("a@voorbeeld.example",)
    assert compared(says={"email": None}).email == (None,)


def test_a_postcode_changes_the_province_when_it_lies_in_another():
    assert compared(says={"postcode": "9711AA"}).corrected == {"postcode": "9711AA", "province": "NL-GR"}
    assert compared(says={"postcode": "3812AB"}).corrected == {"postcode": "3812AB"}
    assert compared(says={"postcode": "B-1000"}).corrected == {"postcode": "B-1000"}


def test_what_the_register_says_as_before_is_no_news():
    assert compared(says={}, known={"name": "Anna", "email": "eigen@voorbeeld.example", "corrected_at": IN_MARCH}) == Changes()


@pytest.mark.parametrize(
    ("says", "known"),
    [
        ({"name": "Anne Fictief"}, {"name": "Anna Voorbeeld", "corrected_at": IN_MARCH}),
        ({"birth_year": 1950}, {"birth_year": 1955, "corrected_at": IN_MARCH}),
        ({"email": "a@voorbeeld.example"}, {"email": "eigen@voorbeeld.example", "address_at": IN_MARCH}),
        ({"email": "a@voorbeeld.example"}, {"email": None, "address_at": IN_MARCH}),
        ({"postcode": "9711AA"}, {"province": "NL-ZE", "corrected_at": IN_MARCH}),
    ],
)
def test_what_was_changed_by_hand_stays_against_a_file_of_that_day_and_gives_way_to_a_later_one(says, known):
    (field,) = says
    for_march, for_april = (compared(says=says, known=known, day=day) for day in (MARCH, APRIL))
    assert for_march == Changes(kept=[field])
    assert for_april.kept == []
    assert for_april != Changes()


def test_what_the_register_took_over_changes_nothing():
    assert compared(says={"name": "Anna"}, known={"name": "Anna", "corrected_at": IN_MARCH}, day=MARCH) == Changes()
    assert compared(says={"email": "ANNE@voorbeeld.example"}, day=MARCH) == Changes()


def test_of_somebody_who_gets_a_number_the_register_knows_better_but_for_what_was_corrected_by_hand():
    known = {"name": "A. Voorbeeld", "email": None, "postcode": None, "province": None, "birth_year": None}
    assert compared(says={}, known=known, before=None) == Changes(
        {"name": "Anne Voorbeeld", "postcode": "3811AB", "birth_year": 1956, "province": "NL-UT"}, ("anne@voorbeeld.example",)
    )
    by_hand = {"name": "A. Voorbeeld", "corrected_at": IN_MARCH}
    assert compared(says={}, known=by_hand, before=None, day=MARCH) == Changes(kept=["name"])


def test_the_list_says_what_differs_now():
    known = KnownNow("Anna", None, "3811AB", "NL-ZE", 1956, None, None)
    assert differences(SAID, known, province_of) == {
        "name": ("Anne Voorbeeld", "Anna"),
        "email": ("anne@voorbeeld.example", None),
        "province": ("NL-UT", "NL-ZE"),
    }
    assert differences(SAID, KNOWN, province_of) == {}


def test_what_a_line_leaves_open_is_as_before_but_an_address_is_gone():
    row = RegisterRow(2, "1", "Anne Voorbeeld")
    assert said_by(row, SAID, APRIL) == SAID._replace(email=None)
    assert said_by(RegisterRow(2, "1", "Anne Voorbeeld", says_email=False), SAID, APRIL) == SAID


def test_of_whom_no_statistics_may_be_kept_none_are():
    row = RegisterRow(2, "1", "Anne", postcode="3811AB", birth_year=1956)
    assert said_by(row, None, APRIL, counts=False) == RegisterSaid("1", "Anne", None, None, None)


@pytest.mark.parametrize(
    ("since", "until", "is_one"),
    [
        (None, None, True),
        (MARCH, None, True),
        (APRIL, None, False),
        (None, MARCH, False),
        (None, APRIL, True),
        (MARCH, APRIL, True),
    ],
)
def test_who_is_a_member_on_a_day(since, until, is_one):
    assert is_member(RegisterRow(2, "1", "Anne", since=since, until=until), MARCH) is is_one
