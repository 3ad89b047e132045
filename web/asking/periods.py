"""Months and half years as one chooses them: this one first, then those before it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from application.forms.fields import FieldChoice, FormField, Kind
from application.language.formatting import period
from application.language.words import Words

if TYPE_CHECKING:
    from web.visit import Visit

MONTHS_BACK, HALF_YEARS_BACK = 14, 4


def of_a_period(visit: "Visit", field: FormField) -> FormField:
    """Give a field that asks for a month or a half year with those that can be chosen, in words."""
    values = PERIODS[field.kind](visit.today)
    words = ((value, period(value, visit.language)) for value in values)
    return replace(field, kind=Kind.CHOICE, choices=tuple(FieldChoice(value, Words(text, text)) for value, text in words))


def _months(today: date) -> Iterator[str]:
    for back in range(MONTHS_BACK):
        first = date(today.year - (back - today.month + 12) // 12, (today.month - 1 - back) % 12 + 1, 1)
        yield f"{first:%Y-%m}"


def _half_years(today: date) -> Iterator[str]:
    number = today.year * 2 + (today.month > 6)  # noqa: PLR2004  # of two halves
    for each in range(number, number - HALF_YEARS_BACK, -1):
        yield f"{each // 2}-H{each % 2 + 1}"


PERIODS: Mapping[Kind, Callable[[date], Iterator[str]]] = {Kind.MONTH: _months, Kind.HALF_YEAR: _half_years}
"""By the kind of the field, what there is to choose."""
