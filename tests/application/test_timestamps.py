"""Days and instants are taken as ISO 8601 writes them, and in no other way."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Annotated, Any

import pytest
from pydantic import AwareDatetime, TypeAdapter, ValidationError

from application.timestamps import written

AN_HOUR_EAST = timezone(timedelta(hours=1))


def read(annotation: Any, given: object) -> object:
    return TypeAdapter(written(annotation)).validate_python(given)


def mistake(annotation: Any, given: object) -> str:
    with pytest.raises(ValidationError) as refused:
        read(annotation, given)
    (error,) = refused.value.errors()
    return error["type"]


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("2025-03-03T11:00Z", datetime(2025, 3, 3, 11, tzinfo=UTC)),
        ("2025-03-03T11:00:05z", datetime(2025, 3, 3, 11, 0, 5, tzinfo=UTC)),
        ("2025-03-03t12:00:05.25+01:00", datetime(2025, 3, 3, 12, 0, 5, 250_000, tzinfo=AN_HOUR_EAST)),
    ],
)
def test_an_instant_has_a_day_a_time_and_a_zone(given: str, meant: datetime):
    assert read(AwareDatetime, given) == meant
    assert read(AwareDatetime | None, given) == meant


@pytest.mark.parametrize(
    "given",
    ["2025-03-03", "2025-03-03T11:00", "2025-03-03 11:00Z", "2025-02-30T11:00Z", "٢025-03-03T11:00Z", "", 1_741_000_000, True],
)
def test_what_is_written_otherwise_is_no_instant(given: object):
    assert mistake(AwareDatetime, given) == "datetime_parsing"


def test_a_day_is_a_year_a_month_and_a_day():
    assert read(date, "2025-03-03") == date(2025, 3, 3)
    assert read(date | None, "2024-02-29") == date(2024, 2, 29)


@pytest.mark.parametrize("given", ["2025-3-3", "20250303", "2025-02-29", "2025-03-03T00:00", "03-03-2025", 20_150, 1.5])
def test_what_is_written_otherwise_is_no_day(given: object):
    assert mistake(date, given) == "date_parsing"


@pytest.mark.parametrize("year", ["1899", "2200", "9999"])
def test_a_year_that_no_calendar_of_people_has_is_far_away(year: str):
    assert mistake(date, f"{year}-03-03") == "far_away"
    assert mistake(AwareDatetime, f"{year}-03-03T11:00Z") == "far_away"


@pytest.mark.parametrize("year", [1900, 2199])
def test_the_first_and_last_year_are_near_enough(year: int):
    assert read(date, f"{year}-12-31") == date(year, 12, 31)


def test_what_may_be_left_out_is_nothing():
    assert read(date | None, None) is None
    assert read(AwareDatetime | None, None) is None


def test_other_fields_stay_what_they_are():
    limited = Annotated[int, "how many"]
    assert written(limited) is limited
    assert written(str) is str
