"""The stored events of a log, by item, and each item as it is known since it was mended."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from application.ports.event_log import Recorded
from tests.evaluation.anew.days import day_of

CORRECTED, WITHDRAWN, RESTORED = "EntryCorrected", "EntryWithdrawn", "EntryRestored"


@dataclass(frozen=True)
class Entry:
    """One stored event, with the moment at which it happened as it is known now."""

    name: str
    kind: str
    item: UUID
    at: datetime
    recorded: datetime
    place: int
    """In the log."""
    said: Any
    """The event itself."""

    @property
    def day(self) -> date:
        return day_of(self.at)


@dataclass(frozen=True)
class Asked:
    """What an evaluation is asked about: until the end of which day, what was over by then, and of which pilot."""

    day: date
    """The last day that counts."""
    before: datetime
    """Its end: what happened earlier counts."""
    over: datetime
    """What ended by this moment is over."""
    pilot: UUID | None = None


def entry(recorded: Recorded) -> Entry:
    event: Any = recorded.event
    return Entry(
        name=f"{event.originator_id}:{event.originator_version}",
        kind=type(event).__name__,
        item=event.originator_id,
        at=event.act.at,
        recorded=event.timestamp,
        place=recorded.position,
        said=event,
    )


class Log:
    """Every item of a log, by its id: what was recorded of it, oldest first."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.items: dict[UUID, list[Entry]] = defaultdict(list)
        self.entries = [*entries]
        for each in self.entries:
            self.items[each.item].append(each)

    @classmethod
    def of(cls, events: Iterable[Recorded]) -> "Log":
        return cls(map(entry, events))

    def known_before(self, moment: datetime) -> "Log":
        return Log(each for each in self.entries if each.recorded < moment)

    @cached_property
    def of_networks(self) -> dict[UUID, list[list[Entry]]]:
        """The items that say of which networks they are, by each of these."""
        found: dict[UUID, list[list[Entry]]] = defaultdict(list)
        for life in self.items.values():
            for network in {each.said.network for each in life if getattr(each.said, "network", None) is not None}:
                found[network].append(life)
        return found

    def begun_with(self, *kinds: str) -> Iterator[list[Entry]]:
        """The items whose first event is of one of these kinds; without it (it may be left out) there is no item."""
        return (found for found in self.items.values() if found[0].kind in kinds)

    def all_of(self, *kinds: str) -> list[Entry]:
        return [each for each in self.entries if each.kind in kinds]


def mends(each: Entry) -> bool:
    return each.kind in {CORRECTED, WITHDRAWN, RESTORED}


def as_known(life: Iterable[Entry]) -> list[Entry]:
    """
    An item as it is known since it was mended: corrected entries at their moment, those withdrawn left out, mendings left out.

    With an entry goes what came with it or followed by itself: with a hard condition that was not met, the lapse of the plan;
    with a deferral, its end; with an approval, what was told of its conditions; with a decision on a request, what time
    did meanwhile about a clarification.
    """
    known: list[Entry] = []
    gone: dict[str, Entry] = {}
    for each in life:
        if each.kind == CORRECTED:
            known = [_corrected(one, each) if one.name == each.said.of else one for one in known]
        elif each.kind == WITHDRAWN:
            known, gone = _without(known, each.said.of, gone)
        elif each.kind == RESTORED:
            again = (one for one in gone.values() if one.name == each.said.of)
            known = sorted([*known, *again], key=lambda one: one.place)
        else:
            known.append(each)
    return known


def _corrected(one: Entry, mending: Entry) -> Entry:
    said, new = one.said, mending.said
    if getattr(new, "present", None) is not None and hasattr(said, "present"):
        said = said.model_copy(update={"present": new.present})
    if getattr(new, "reasons", None) is not None and hasattr(said, "reasons"):
        said = said.model_copy(update={"reasons": new.reasons})
    return replace(one, at=new.at, said=said)


ON_A_REQUEST = (
    "AdviceRequestAccepted",
    "AdviceRequestDeclined",
    "AdviceDelivered",
    "AdviceAcknowledged",
    "AdviceUseReported",
    "AdviceUsePublished",
    "AdviceRequestWithdrawn",
)
FOLLOWS = {
    "PlanDeferred": frozenset({"DeferralEnded"}),
    "PlanApproved": frozenset({"ConditionReminded", "ConditionNotMetInTime"}),
    **dict.fromkeys(ON_A_REQUEST, frozenset({"ClarificationReminded", "ClarificationNotGiven"})),
}


def _without(known: list[Entry], of: str, gone: dict[str, Entry]) -> tuple[list[Entry], dict[str, Entry]]:
    place = next((place for place, one in enumerate(known) if one.name == of), None)
    if place is None:
        return known, gone
    taken, rest = known[place], known[place + 1 :]
    if taken.kind == "ConditionLapsed" and rest and rest[0].kind == "PlanLapsed":
        rest = rest[1:] if _was_hard(known[:place], taken) else rest
    follows = FOLLOWS.get(taken.kind, frozenset())
    return [*known[:place], *(one for one in rest if one.kind not in follows)], {**gone, of: taken}


def _was_hard(before: list[Entry], lapsed: Entry) -> bool:
    approved = [one for one in before if one.kind == "PlanApproved"]
    conditions = approved[-1].said.conditions if approved else ()
    return bool(conditions) and conditions[lapsed.said.condition_number - 1].hard
