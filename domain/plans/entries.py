"""What was done with a plan, entry by entry: which of them can be mended, and what may rest on them."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from domain.kernel.acts import EventName, Immutable
from domain.kernel.days import Moment
from domain.kernel.text import Text
from domain.plans.content import PlanStatus

MENDABLE = frozenset(
    {
        "PlanReturned",
        "PlanFoundComplete",
        "PlanDeferred",
        "PlanApproved",
        "PlanRejected",
        "PlanWithdrawn",
        "PlanLapsed",
        "ConditionMet",
        "ConditionLapsed",
    }
)
WITH_REASONS = frozenset({"PlanDeferred", "PlanApproved", "PlanRejected"})
OF_A_CONDITION = frozenset({"ConditionMet", "ConditionLapsed"})
QUESTIONS = frozenset({"BoardQuestionAsked", "BoardQuestionAnswered"})
WRITING = frozenset({"PlanRevised", "PlanSubmitted", "PlanAmended"})
HANDED_IN_OR_DECIDED = frozenset(
    {"PlanSubmitted", "PlanAmended", "PlanReturned", "PlanFoundComplete", "PlanDeferred", "PlanApproved", "PlanRejected"}
)
"""What the next thing that is done with a plan must follow."""
COMPLETED = frozenset({"PlanSubmitted", "PlanFoundComplete"})
"""From when a plan counts as complete, in the order of those that wait."""


class RestsOn(StrEnum):
    """Why an entry of a plan can no longer be taken back."""

    NETWORK_FOUNDED = "network-founded"
    WAITS_FOR_PLACE = "waits-for-place"
    WRITTEN_SINCE = "written-since"
    DECIDED_SINCE = "decided-since"
    CONDITION_ENDED = "condition-ended"
    QUESTION_ANSWERED = "question-answered"


WHY: Mapping[str, RestsOn] = MappingProxyType(
    {
        "PlanCarriedOut": RestsOn.NETWORK_FOUNDED,
        "PlanWaitListed": RestsOn.WAITS_FOR_PLACE,
        **dict.fromkeys(WRITING, RestsOn.WRITTEN_SINCE),
        **dict.fromkeys(OF_A_CONDITION, RestsOn.CONDITION_ENDED),
    }
)
"""By what was done later; of all else it was decided since."""


class Standing(Immutable):
    """Where a plan stood before something was done with it."""

    status: PlanStatus
    found_complete: bool
    deferred_until: date | None
    open_questions: frozenset[int]
    open_conditions: frozenset[int]


class PlanEntry(Immutable):
    """One thing that was done with a plan: the event, its stored name, when it happened, and where the plan stood before."""

    event: EventName
    what: str
    at: Moment
    before: Standing
    reasons: Text | None = None
    number: int | None = None
    """Of the question or the condition that it is about."""


def bounds(entry: PlanEntry, entries: tuple[PlanEntry, ...]) -> tuple[datetime | None, datetime | None]:
    """Give the moments that an entry lies between: of what it follows, and of what follows it; None for no bound."""
    place = entries.index(entry)
    follows = {"PlanWithdrawn", "PlanLapsed"}
    if entry.what not in OF_A_CONDITION:
        follows |= HANDED_IN_OR_DECIDED
    if entry.what == "PlanApproved":
        follows |= OF_A_CONDITION
    earlier = max((each.at for each in entries[:place] if each.what in HANDED_IN_OR_DECIDED), default=None)
    later = min((each.at for each in entries[place + 1 :] if each.what in follows), default=None)
    return earlier, later


def rests_on(entry: PlanEntry, entries: tuple[PlanEntry, ...], *, hard: bool) -> RestsOn | None:
    """
    Give why an entry cannot be taken back, the heaviest reason first; None when nothing rests on it.

    :param hard: whether it is the end of a hard condition
    """
    if entry.before.status is PlanStatus.WAITING and entry.what not in OF_A_CONDITION:
        return RestsOn.WAITS_FOR_PLACE  # leaving the list made room for others
    after = entries[entries.index(entry) + 1 :]
    found = {_rests(entry, each, hard=hard) for each in after}
    return next((reason for reason in RestsOn if reason in found), None)


def _rests(entry: PlanEntry, later: PlanEntry, *, hard: bool) -> RestsOn | None:
    if entry.what in QUESTIONS:
        answered = later.what == "BoardQuestionAnswered" and later.number == entry.number
        return RestsOn.QUESTION_ANSWERED if answered else None
    if later.what in QUESTIONS or (later.what in OF_A_CONDITION and entry.what != "PlanApproved"):
        return None
    if entry.what in OF_A_CONDITION and not hard and later.what in {"PlanCarriedOut", "PlanWaitListed"}:
        return None
    return WHY.get(later.what, RestsOn.DECIDED_SINCE)
