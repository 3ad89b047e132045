"""The months and quarters of the calendar in which a network was there."""

from bisect import bisect_left, bisect_right
from datetime import date
from functools import cache
from operator import itemgetter

from domain.kernel.days import months_after, start_of
from projections.evaluation.known import NetworkData
from projections.store.instants import micros

QUARTER = 3
LONG = 100 * 12
"""Months that no pilot outlasts."""

Span = tuple[date, int, int]
"""The first day of a month or quarter, and the moments between which it lies."""


@cache
def _edges(first: date, months: int) -> tuple[list[date], list[int]]:
    """Give the first days of the calendar's months or quarters from one on, and their first moments; made once, for long."""
    days = [months_after(first, months * number) for number in range(LONG // months)]
    return days, [micros(start_of(day)) for day in days]


def spans_of(network: NetworkData, months: int, until: int) -> list[Span]:
    """Give the calendar months or quarters from the start of a network on, as far as they have begun."""
    days, moments = _edges(date(network.start.year, 1, 1), months)
    begun = bisect_right(moments, network.row["begun_at"]) - 1
    ended = bisect_left(moments, until)
    return [(days[place], moments[place], moments[place + 1]) for place in range(begun, ended)]


def place_of(spans: list[Span], moment: int) -> int | None:
    """Give in which month or quarter a moment lies, None when in none of them."""
    place = bisect_right(spans, moment, key=itemgetter(1)) - 1
    return place if place >= 0 and moment < spans[place][2] else None


def quarter_of(first: date) -> str:
    """Give what a quarter is called, by its first day."""
    return f"{first.year}-Q{(first.month + 2) // QUARTER}"
