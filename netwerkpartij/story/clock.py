"""The clock of the story: it moves when the story does, never backwards."""

from datetime import UTC, date, datetime, timedelta

from domain.kernel.days import AMSTERDAM, day_of

FIRST_DAY = date(2022, 6, 28)
LAST_DAY = date(2023, 12, 31)
DAYS = (LAST_DAY - FIRST_DAY).days + 1
"""How many days the story tells; who tells it says after each how many are done."""

A_MOMENT = timedelta(seconds=13)


def at(moment: str) -> datetime:
    """Give a moment in the Netherlands, written as ``2022-10-11 21:30``."""
    return datetime.fromisoformat(moment).replace(tzinfo=AMSTERDAM).astimezone(UTC)


def next_night(moment: datetime) -> datetime:
    """Give the hour of the next night at which nobody is awake but the clock."""
    return at(f"{day_of(moment) + timedelta(days=1)} 04:00")


class StoryClock:
    """A clock that is told what time it is; calling it gives the time, as any clock."""

    def __init__(self) -> None:
        self.now = at(f"{FIRST_DAY} 12:00")

    def __call__(self) -> datetime:
        return self.now

    def move_to(self, moment: datetime) -> None:
        """Let it be a later moment; who is late by some seconds because others were busy begins at once."""
        self.now = max(self.now, moment)

    def pass_a_moment(self) -> None:
        """Let the time pass that somebody needs for one thing, so that no two things have one time stamp."""
        self.now += A_MOMENT
