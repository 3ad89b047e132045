"""How sure a share is."""

from math import sqrt

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
