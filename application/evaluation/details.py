"""What belongs to a figure beside its value, one shape for each; docs/figures.md says what every part of it is."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Self

from pydantic import Field

from application.evaluation.statistics import middle
from application.queries.base import Shape

LEFT_OUT: Any = Field(default=None, exclude_if=lambda value: value is None)
"""Of a part that JSON leaves out where there is none; of the others it says null."""

Number = int | float
"""A median: of whole numbers a whole one, or half way between two."""


class Detail(Shape):
    """What belongs to a figure, in the order in which JSON has it."""


class NetworksFounded(Detail):
    by_type: dict[str, int]
    brought_in: int


class PlanOutcomes(Detail):
    shares: dict[str, float]


class Spread(Detail):
    """What a median was made of, in order of size."""

    median: Number | None
    max: int | None
    each: tuple[int, ...]

    @classmethod
    def of(cls, numbers: Sequence[int], **more: object) -> Self:
        """Give it of some numbers, with what else belongs to a kind of it."""
        return cls.model_validate({"median": middle(numbers), "max": max(numbers, default=None), "each": sorted(numbers), **more})


class PlanLeadTime(Spread):
    net: Spread


class PlansInLine(Spread):
    waiting: tuple[int, ...]
    """The days of those that wait now."""


class BureauDays(Spread):
    times: int


class PlanDays(BureauDays):
    waited_for_board: Spread


class BureauHours(Detail):
    total: int
    median: Number | None


class PartyReach(Detail):
    party_members: int
    counted_on: date


class Continuity(Detail):
    days: int
    days_with_enough: int
    seats: int
    seats_ended: int
    with_membership: int


class MixStated(Detail):
    stated_on: date


class DaysToFifty(Detail):
    not_yet_after: int


class MembershipsEnded(Detail):
    ended: int


class Retention(Detail):
    stayed: int
    network_closed: int
    low: float | None
    high: float | None


class Likeness(Detail):
    told_of: date
    deviation: float
    to_move: int
    limit: float
    chance: float
    missing: tuple[str, ...]
    missing_people: dict[str, int]
    """About how many fewer than could be expected, in tens."""
    could_tell: tuple[str, ...]
    """The parts of the country of which enough members were to be expected to tell that they are missed."""


class MeetingsHeld(Detail):
    online: int
    on_site: int
    both: int


class PresentAtMeetings(Detail):
    present: int
    members: int


class MeetingsCancelled(Detail):
    cancelled: int
    low: float | None = LEFT_OUT
    high: float | None = LEFT_OUT


class QuotedLesson(Shape):
    """What a core group told of a half year, as it told it."""

    half_year: str
    what_worked: str | None
    what_did_not: str | None
    what_to_change: str | None
    answer: str | None = None
    """What the board answered to what should change."""


class LessonsQuoted(Detail):
    told: tuple[QuotedLesson, ...]


class RequestsAsked(Detail):
    by_requester: dict[str, int]
    brought_here: int
    members: int
    per_hundred_members: float | None
    offered_unasked: int


class AdviceRoutes(Detail):
    recorded_by: dict[str, int]


class AdviceOutcomes(Detail):
    overdue: int
    reasons: dict[str, int]
    shares: dict[str, float]


class ResponseTime(Detail):
    median: Number | None
    p90: int | None
    max: int | None
    each: tuple[int, ...]
    open: int


class OnTime(Detail):
    on_time: int
    days_late: tuple[int, ...]
    low: float | None = LEFT_OUT
    high: float | None = LEFT_OUT
    not_answered: int


class AdviceAcknowledgements(Detail):
    acknowledged: int
    low: float | None = LEFT_OUT
    high: float | None = LEFT_OUT


class UsesReported(Detail):
    reported: int
    known: int
    """Of how many it is known what was done: not of those of which only was told that it is not known yet."""
    advices: dict[str, int]
    """What was done with advice as a whole, where no recommendation was named."""
    shares: dict[str, float]


class ExpertsTakingPart(Detail):
    each: tuple[int, ...]
    people: int
    first_time: float | None


class EntriesLate(Detail):
    late: int
    late_ones: tuple[str, ...] = Field(default=(), exclude_if=lambda value: not value)
    """Which of the events they are."""
