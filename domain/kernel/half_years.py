"""Half years, written as ``2023-H1``, and until when one is looked back on."""

from datetime import date, timedelta
from typing import Annotated

from pydantic import StringConstraints

HALF_YEAR_PATTERN = r"^[12][0-9]{3}-H[12]$"

HalfYear = Annotated[str, StringConstraints(pattern=HALF_YEAR_PATTERN)]
"""``2023-H1`` is January to June, ``2023-H2`` July to December."""


def half_year_of(day: date) -> HalfYear:
    return f"{day.year:04d}-H{1 if day.month <= 6 else 2}"  # noqa: PLR2004  # June


def first_day_of(half_year: HalfYear) -> date:
    """Give its first day."""
    return date(int(half_year[:4]), 1 if half_year.endswith("1") else 7, 1)


def told_until(half_year: HalfYear) -> date:
    """Give the last day on which it is looked back on: two months after its end."""
    year = int(half_year[:4])
    after = date(year, 9, 1) if half_year.endswith("1") else date(year + 1, 3, 1)
    return after - timedelta(days=1)
