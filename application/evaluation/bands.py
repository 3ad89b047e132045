"""Bands instead of counts, where few people could be counted one by one."""

BANDS = ((10, "0-9"), (25, "10-24"), (50, "25-49"), (100, "50-99"), (250, "100-249"))


def band(count: int) -> str:
    """Give the band of a number of people in a sensitive network."""
    return next((name for limit, name in BANDS if count < limit), "250+")
