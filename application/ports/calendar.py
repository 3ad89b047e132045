"""The time, and on which days mail may go out."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Protocol

Clock = Callable[[], datetime]


class Calendar(Protocol):
    """On which days mail may go out by itself."""

    def is_mail_day(self, day: date) -> bool:
        """
        Say whether mail may go out by itself: not on Sundays and Christian holidays.

        :raises CalendarLacksYear: if nobody has fixed the holidays of that year
        """
