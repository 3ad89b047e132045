"""Medians, shares and the interval of a share."""

from collections.abc import Iterable
from math import ceil, sqrt
from typing import Any

Z = 1.959964


def middle(numbers: Iterable[float]) -> float | None:
    """The median, None of nothing."""
    ordered = sorted(numbers)
    if not ordered:
        return None
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def spread(numbers: Iterable[int]) -> dict[str, Any]:
    ordered = sorted(numbers)
    return {"median": middle(ordered), "max": ordered[-1] if ordered else None, "each": ordered}


def nine_in_ten(numbers: Iterable[int]) -> int | None:
    """The smallest number that nine in ten do not exceed."""
    ordered = sorted(numbers)
    return ordered[ceil(0.9 * len(ordered)) - 1] if ordered else None


def part(some: float, whole: float) -> float | None:
    return round(some / whole, 4) if whole else None


def wilson(some: int, whole: int) -> dict[str, float]:
    """The interval in which a share lies with 95 per cent; nothing of nothing."""
    if not whole:
        return {}
    share = some / whole
    centre, room = share + Z**2 / (2 * whole), Z * sqrt(share * (1 - share) / whole + Z**2 / (4 * whole**2))
    low, high = ((centre + sign * room) / (1 + Z**2 / whole) for sign in (-1, 1))
    return {"low": round(max(low, 0.0), 4), "high": round(min(high, 1.0), 4)}
