"""The first day at whose end so many were known to be members: one sweep finds what a look at every day finds."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from application.ports.event_log import EventLog
from domain.kernel.days import end_of
from projections.queries.policies import KnownPeriod, Nights, first_day_with
from projections.store.instants import micros
from projections.store.tables import FOREVER

FIRST = date(2025, 3, 27)  # the clock is put forward on the 30th
DAYS = [FIRST + timedelta(days=number) for number in range(12)]
A_DAY = 86_400_000_000


class ThreeADay:
    """A log in which three events are recorded a day."""

    def __init__(self) -> None:
        self.asked = 0

    def position_at(self, instant: datetime) -> int:
        self.asked += 1
        return 3 * (instant.date() - FIRST).days


moments = st.integers(0, 13 * 8).map(lambda eighths: micros(end_of(FIRST)) - A_DAY + eighths * A_DAY // 8) | st.sampled_from(
    [micros(end_of(day)) for day in DAYS]
)
periods = st.builds(
    KnownPeriod,
    owner=st.sampled_from("abcd"),
    since=st.integers(0, 40),
    until=st.integers(0, 40) | st.just(FOREVER),
    begun_at=moments,
    ended_at=moments | st.just(FOREVER),
)


def seen_day_by_day(found: Sequence[KnownPeriod], members: int, days: Sequence[date]) -> date | None:
    for day in days:
        position, end = ThreeADay().position_at(end_of(day)), micros(end_of(day))
        held = {each.owner for each in found if each.since <= position < each.until and each.begun_at < end <= each.ended_at}
        if len(held) >= members:
            return day
    return None


@given(found=st.lists(periods, max_size=12), members=st.integers(1, 4), every=st.integers(1, 3))
def test_one_sweep_finds_what_a_look_at_every_day_finds(found: list[KnownPeriod], members: int, every: int):
    nights = Nights(cast(EventLog, ThreeADay()))
    assert first_day_with(found, members, DAYS[::every], nights) == seen_day_by_day(found, members, DAYS[::every])


def test_the_log_is_asked_once_a_day_however_many_there_are():
    log = ThreeADay()
    late = [KnownPeriod(str(number), number % 30, FOREVER, micros(end_of(FIRST)), FOREVER) for number in range(500)]
    nights = Nights(cast(EventLog, log))
    for _ in range(3):
        first_day_with(late, 400, DAYS, nights)
    assert log.asked <= len(DAYS)
