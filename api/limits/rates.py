"""How often and how many at once: counted by whom, in memory, and forgotten when it no longer matters."""

import asyncio
import math
import time
from collections.abc import AsyncIterator, Callable, Hashable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import islice

from api.errors.refusals import ComeBackLater

MINUTE = 60.0
AT_ONCE = 10.0
"""Seconds whose number may come at once."""
MOST_KEPT = 20_000
"""Of those who are counted; beyond it the half that came longest ago is forgotten, some megabytes in all."""


class Rate:
    """
    So many a minute, by whom: a sixth of them at once, and then one for each part of the minute that passes.

    What is kept of each is the instant at which all of that sixth is there again (the generic cell rate algorithm).

    :param clock: seconds that only go forward
    """

    def __init__(self, a_minute: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._each = MINUTE / a_minute
        self._clock = clock
        self._whole_at: dict[Hashable, float] = {}

    def wait(self, who: Hashable) -> float:
        """Give the seconds until one more may come; 0: it may come now."""
        now = self._clock()
        return max(0.0, max(self._whole_at.get(who, now), now) + self._each - now - max(AT_ONCE, self._each))

    def count(self, who: Hashable) -> None:
        """Count one. Who came last stands last, and is forgotten last."""
        now = self._clock()
        self._whole_at[who] = max(self._whole_at.pop(who, now), now) + self._each
        if len(self._whole_at) > MOST_KEPT:
            for longest_ago in list(islice(self._whole_at, MOST_KEPT // 2)):
                del self._whole_at[longest_ago]


@dataclass
class _Line:
    places: asyncio.Semaphore
    there: int = 0
    """Those at work and those who wait."""


class Turns:
    """
    So many at once, by whom; the others wait in line, in the order in which they came.

    :param patience: seconds to wait for a turn
    :param refusal: what is raised when it took longer
    """

    def __init__(self, at_once: int, patience: float, refusal: type[ComeBackLater]) -> None:
        self._at_once, self._patience, self._refusal = at_once, patience, refusal
        self._lines: dict[Hashable, _Line] = {}

    @asynccontextmanager
    async def of(self, who: Hashable) -> AsyncIterator[None]:
        """
        Wait for a turn, and have it.

        :raises ComeBackLater: if it did not come in time
        """
        line = self._lines.setdefault(who, _Line(asyncio.Semaphore(self._at_once)))
        line.there += 1
        try:
            try:
                async with asyncio.timeout(self._patience):
                    await line.places.acquire()
            except TimeoutError:
                raise self._refusal(retry_after=math.ceil(self._patience)) from None
            try:
                yield
            finally:
                line.places.release()
        finally:
            line.there -= 1
            if not line.there:
                del self._lines[who]
