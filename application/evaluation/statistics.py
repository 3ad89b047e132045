"""How sure a share is, and how much a network looks like the party by the yardstick of its own size (docs/figures.md)."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from math import sqrt
from random import Random
from statistics import median

DRAWS = 2_000
SEED = 20220628
LARGEST_DRAWN = 1_000
"""Of larger networks so many are drawn, and what they deviate is scaled: it goes with one over the root of the number."""
FROM_THIS_MANY_EXPECTED = 10
PROVINCES_FROM = 100
MARGIN = 0.10

PARTS_OF_THE_COUNTRY: Mapping[str, tuple[str, ...]] = {
    "noord": ("NL-GR", "NL-FR", "NL-DR"),
    "oost": ("NL-OV", "NL-FL", "NL-GE"),
    "west": ("NL-UT", "NL-NH", "NL-ZH", "NL-ZE"),
    "zuid": ("NL-NB", "NL-LI"),
}

Shares = tuple[tuple[str, float], ...]


def fair(shares: Mapping[str, float]) -> Shares:
    """Give shares that make exactly one, in the order of their names."""
    total = sum(shares.values())
    return tuple((name, share / total) for name, share in sorted(shares.items()))


def deviation(counts: Mapping[str, int], shares: Shares) -> float:
    """Give the part of the members who would have to live elsewhere to be divided as the party is."""
    n = sum(counts.values())
    elsewhere = n - sum(counts.get(name, 0) for name, _ in shares)
    return (sum(abs(counts.get(name, 0) / n - share) for name, share in shares) + elsewhere / n) / 2


@lru_cache(maxsize=256)
def drawn(n: int, shares: Shares) -> tuple[float, ...]:
    """Give how much fair draws of so many members deviate, smallest first. The same for ever: only ``random()`` is used."""
    random = Random(SEED).random  # noqa: S311  # a yardstick and no secret
    size = min(n, LARGEST_DRAWN)
    names = [name for name, _ in shares]
    edges = list(accumulate(share for _, share in shares))
    edges[-1] = 1.0
    scale = sqrt(size / n)
    found = []
    for _ in range(DRAWS):
        counts = Counter([bisect_right(edges, random()) for _ in range(size)])
        found.append(deviation({names[place]: count for place, count in counts.items()}, shares) * scale)
    return tuple(sorted(found))


def limit(n: int, shares: Shares) -> float:
    """Give the deviation that 95 of 100 fair draws of so many members stay within."""
    return drawn(n, shares)[DRAWS * 95 // 100 - 1]


def chance(counts: Mapping[str, int], shares: Shares) -> float:
    """Give how often a fair draw deviates at least as much."""
    d = deviation(counts, shares)
    return (1 + sum(each >= d for each in drawn(sum(counts.values()), shares))) / (1 + DRAWS)


def missing(counts: Mapping[str, int], shares: Shares) -> dict[str, int]:
    """Give whom we still miss and how many fewer than expected: parts of the country, and provinces of many members."""
    n = sum(counts.values())
    found = {}
    for group, names in _groups(n, shares).items():
        count, share = sum(counts.get(name, 0) for name in names), _share(names, shares)
        if n * share >= FROM_THIS_MANY_EXPECTED and wilson(count, n)[1] < share:
            found[group] = round(n * share) - count
    return found


def could_tell(n: int, shares: Shares) -> tuple[str, ...]:
    """Give the parts of the country of which so many members are enough to see that too few come from there."""
    parts = PARTS_OF_THE_COUNTRY.items()
    return tuple(part for part, names in parts if n * _share(names, shares) >= FROM_THIS_MANY_EXPECTED)


def _groups(n: int, shares: Shares) -> dict[str, tuple[str, ...]]:
    groups = dict(PARTS_OF_THE_COUNTRY)
    if n >= PROVINCES_FROM:
        groups |= {name: (name,) for name, _ in shares}
    return groups


def _share(names: Sequence[str], shares: Shares) -> float:
    share_of = dict(shares)
    return sum(share_of.get(name, 0.0) for name in names)


Z = 1.959963984540054
"""The 97.5 % point of the normal distribution, for intervals of 95 %."""


def wilson(count: int, n: int) -> tuple[float, float]:
    """
    Give the 95 % interval of Wilson for a share, good also where few were counted.

    :param n: at least 1
    """
    share = count / n
    shift = share + Z * Z / (2 * n)
    width = Z * sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
    scale = 1 + Z * Z / n
    return max(0.0, (shift - width) / scale), min(1.0, (shift + width) / scale)


def share_of(count: int, n: int) -> tuple[float | None, float | None, float | None]:
    """Give a share and the lower and upper limit of its interval; of nothing there is none of them."""
    if n == 0:
        return None, None, None
    low, high = wilson(count, n)
    return round(count / n, 4), round(low, 4), round(high, 4)


def middle(numbers: Sequence[int]) -> float | None:
    """Give the median; of nothing there is none."""
    return median(numbers) if numbers else None
