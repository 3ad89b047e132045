"""What was done with a plan, entry by entry: which of them can be mended, and what may rest on them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from domain.kernel.errors import WayOut
from domain.kernel.events import DomainEvent

OF_A_CONDITION = frozenset({"ConditionMet", "ConditionLapsed"})
QUESTIONS = frozenset({"BoardQuestionAsked", "BoardQuestionAnswered"})
WRITING = frozenset({"PlanRevised", "PlanSubmitted", "PlanAmended"})
DECIDED = frozenset({"PlanReturned", "PlanFoundComplete", "PlanDeferred", "PlanApproved", "PlanRejected"})
ENDED = frozenset({"PlanWithdrawn", "PlanLapsed"})
CARRIED_OUT_OR_WAITS = frozenset({"PlanCarriedOut", "PlanWaitListed"})
HANDED_IN_OR_DECIDED = DECIDED | {"PlanSubmitted", "PlanAmended"}
"""What the next thing that is done with a plan must follow."""
MENDABLE = DECIDED | ENDED | OF_A_CONDITION
ENTRIES = MENDABLE | QUESTIONS | WRITING | CARRIED_OUT_OR_WAITS


class RestsOn(StrEnum):
    """Why an entry of a plan can no longer be taken back."""

    NETWORK_FOUNDED = "network-founded"
    WAITS_FOR_PLACE = "waits-for-place"
    WRITTEN_SINCE = "written-since"
    DECIDED_SINCE = "decided-since"
    CONDITION_ENDED = "condition-ended"
    QUESTION_ANSWERED = "question-answered"


WAYS_OUT: Mapping[RestsOn, WayOut] = {
    RestsOn.CONDITION_ENDED: WayOut.MEND_IT,
    RestsOn.DECIDED_SINCE: WayOut.MEND_IT,
}
"""What can be mended first; of all else there is only a new decision."""


class Resting(NamedTuple):
    """What rests on an entry of a plan, and when that happened."""

    because: RestsOn
    at: datetime


WHY: Mapping[str, RestsOn] = {
    "PlanCarriedOut": RestsOn.NETWORK_FOUNDED,
    "PlanWaitListed": RestsOn.WAITS_FOR_PLACE,
    **dict.fromkeys(WRITING, RestsOn.WRITTEN_SINCE),
    **dict.fromkeys(OF_A_CONDITION, RestsOn.CONDITION_ENDED),
}
"""By what was done later; of all else it was decided since."""


def bounds(entry: DomainEvent, entries: Sequence[DomainEvent]) -> tuple[datetime | None, datetime | None]:
    """Give the moments that an entry lies between: of what it follows, and of what follows it; None for no bound."""
    place = entries.index(entry)
    follows = ENDED if entry.TOPIC in OF_A_CONDITION else ENDED | HANDED_IN_OR_DECIDED
    if entry.TOPIC == "PlanApproved":
        follows |= OF_A_CONDITION
    earlier = max((each.act.at for each in entries[:place] if each.TOPIC in HANDED_IN_OR_DECIDED), default=None)
    later = min((each.act.at for each in entries[place + 1 :] if each.TOPIC in follows), default=None)
    return earlier, later


def rests_on(entry: DomainEvent, entries: Sequence[DomainEvent], *, left_waiting_list: bool, hard: bool) -> Resting | None:
    """
    Give why an entry cannot be taken back, the heaviest reason first, and the newest of that; None when nothing rests on it.

    :param left_waiting_list: whether the plan waited for a place before it: leaving the list made room for others
    :param hard: whether it is the end of a hard condition
    """
    place = entries.index(entry)
    if left_waiting_list and entry.TOPIC not in OF_A_CONDITION:
        waits_since = next(each.act.at for each in reversed(entries[:place]) if each.TOPIC == "PlanWaitListed")
        return Resting(RestsOn.WAITS_FOR_PLACE, waits_since)
    found = {_rests(entry, each, hard=hard): each.act.at for each in entries[place + 1 :]}
    return next((Resting(reason, found[reason]) for reason in RestsOn if reason in found), None)


def _rests(entry: DomainEvent, later: DomainEvent, *, hard: bool) -> RestsOn | None:
    what, then = entry.TOPIC, later.TOPIC
    if what in QUESTIONS:
        number = getattr(entry, "question_number", None)
        answered = then == "BoardQuestionAnswered" and getattr(later, "question_number", None) == number
        return RestsOn.QUESTION_ANSWERED if answered else None
    if then in QUESTIONS or (then in OF_A_CONDITION and what != "PlanApproved"):
        return None
    if what in OF_A_CONDITION and not hard and then in CARRIED_OUT_OR_WAITS:
        return None
    return WHY.get(then, RestsOn.DECIDED_SINCE)
