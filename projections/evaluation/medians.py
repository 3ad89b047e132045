"""Medians, and what they were made of."""

from collections.abc import Sequence
from statistics import median

from pydantic import JsonValue


def middle(numbers: Sequence[int]) -> float | None:
    """Give the median; of nothing there is none."""
    return median(numbers) if numbers else None


def parts(numbers: Sequence[int]) -> dict[str, JsonValue]:
    """Give what a median was made of, in order of size."""
    return {"median": middle(numbers), "max": max(numbers, default=None), "each": [*sorted(numbers)]}
