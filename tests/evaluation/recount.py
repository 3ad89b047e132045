"""
Every figure once more, by somebody who read docs/figures.md and has a list of events.

Nothing of the read side or of the evaluation is used here. Events may be left out of the list: what hangs in the air then is
passed over.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import sqrt
from typing import Any
from uuid import UUID

from application.ports.event_log import Recorded
from domain.kernel.events import DomainEvent
from tests.evaluation.calendar import NEVER, day_of

BEGINNINGS = {"MemberJoined", "MemberReturned", "CoreGroupMemberAppointed"}
ENDINGS = {"MemberLeft", "MembershipEnded", "CoreGroupMemberSteppedDown"}
DECISIONS = {
    "NetworkFounded",
    "ExistingNetworkBroughtIn",
    "AgreementsChanged",
    "NetworkMarkedSensitive",
    "SeatsOffered",
    "NetworkSuspended",
    "NetworkResumed",
    "NetworkRenewed",
    "NetworkMerged",
    "NetworkClosed",
    "NetworkReopened",
    "NetworkRenamed",
}
FIRST = {"MeetingPlanned", "MeetingRecorded", "LessonsTold", "AdviceRequested", "ConversationOpened", "AdviceOffered"}
"""What happens first: without it nothing that follows says of which network it is."""
MISTAKES = {
    f"{kind}.Entry{mended}"
    for kind in ("Membership", "Network", "Meeting", "AdviceRequest", "Conversation", "AdviceOffer", "Lessons")
    for mended in ("Corrected", "Withdrawn")
}


@dataclass
class Entry:
    """Something that began or ended a time, as it is known to have happened."""

    name: str
    at: datetime
    version: int
    late: bool
    begins: bool = False
    cause: str = ""

    @property
    def by_closing(self) -> bool:
        """Whether it only says once more what the closing of the network did."""
        return self.cause == "network-closed"


@dataclass
class Stated:
    """How a core group said that it is."""

    name: str
    at: datetime
    version: int
    kinds: int
    seats: int


@dataclass
class Time:
    """A membership or a seat, from its beginning to its end."""

    who: str
    begun: datetime
    ended: datetime
    begun_by: Entry
    ended_by: Entry | None
    by_closing: bool = False
    with_membership: bool = False

    @property
    def closed(self) -> bool:
        """Whether a membership was ended by the closing of the network, with an ending of its own or without."""
        return self.ended_by is None or self.ended_by.by_closing


@dataclass
class Group:
    """One network, as the events tell of it."""

    name: str
    kind: str
    pilot: UUID | None
    brought_in: bool
    begun: datetime
    closed: datetime = NEVER
    begun_by: str = ""
    closed_by: str = ""
    members: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    seats: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    mixes: list[Stated] = field(default_factory=list)
    mistakes: list[datetime] = field(default_factory=list)
    decisions: list[Entry] = field(default_factory=list)
    """What was decided about the network itself."""
    withdrawn: dict[str, tuple[list[Entry], Entry]] = field(default_factory=dict)
    """What was taken back, by its name, and where it stood: it may come back when a double turns out to be none."""


@dataclass(frozen=True)
class Asked:
    """What is asked about: everything that happened before a moment, of what is in the list."""

    before: datetime
    over: datetime
    pilot: UUID | None = None


class Recount:
    """What a list of events tells."""

    def __init__(self, events: Iterable[Recorded]) -> None:
        self.events = [recorded.event for recorded in events]
        self.groups: dict[UUID, Group] = {}
        self.rules: list[Any] = []
        self.places: dict[UUID, int] = {}
        self.plans: dict[UUID, list[Any]] = defaultdict(list)
        self.waits: list[Any] = []
        self.hours: list[Any] = []
        self.meetings: dict[UUID, list[Any]] = defaultdict(list)
        self.lessons: dict[UUID, list[Any]] = defaultdict(list)
        self.requests: dict[UUID, list[Any]] = defaultdict(list)
        self.offers: dict[UUID, list[Any]] = defaultdict(list)
        self.talks: dict[UUID, list[Any]] = defaultdict(list)
        for event in self.events:
            self._hear(event)
            if event.TOPIC == "HoursEstimated":
                self.hours.append(event)

    def _hear(self, event: Any) -> None:
        kind = event.TOPIC
        if kind in {"NetworkFounded", "ExistingNetworkBroughtIn"}:
            brought_in = kind == "ExistingNetworkBroughtIn"
            group = Group(event.name, str(event.network_type), event.pilot, brought_in, event.act.at, begun_by=name_of(event))
            self.groups[event.originator_id] = group
            _told(group, event)
        elif kind == "RulesAdopted":
            self.rules.append(event)
        elif kind == "PilotOpened":
            self.places[event.originator_id] = event.places
        elif type(event).__qualname__.startswith("FoundingPlan."):
            self.plans[event.originator_id].append(event)
        elif (whose := self._aggregates_of(event)) is not None:
            if event.TOPIC in FIRST or event.originator_id in whose:
                whose[event.originator_id].append(event)
            self._hear_mistake(event, whose)
        elif kind in {"PlanPutOnWaitingList", "PlanTakenOffWaitingList"}:
            self.waits.append(event)
        else:
            group_id = getattr(event, "network", None) if "Membership" in type(event).__qualname__ else event.originator_id
            if group_id in self.groups:
                _told(self.groups[group_id], event)

    def _aggregates_of(self, event: Any) -> dict[UUID, list[Any]] | None:
        kind = type(event).__qualname__.partition(".")[0]
        heard = {"Meeting": self.meetings, "Lessons": self.lessons, "AdviceRequest": self.requests}
        return {**heard, "Conversation": self.talks, "AdviceOffer": self.offers}.get(kind)

    def _hear_mistake(self, event: Any, whose: dict[UUID, list[Any]]) -> None:
        says_so = event if hasattr(event, "network") else next(iter(whose.get(event.originator_id, ())), None)
        if event.TOPIC in MISTAKES and says_so is not None:
            group = self.groups.get(says_so.network)
            if group is not None:
                group.mistakes.append(event.act.at)

    # Which networks, which rules

    def begun(self, asked: Asked) -> list[tuple[UUID, Group]]:
        return [(name, group) for name, group in self.groups.items() if group.begun < asked.before]

    def rules_for(self, kind: str, asked: Asked) -> Any:
        day = day_of(asked.before - timedelta(microseconds=1))
        own = [event for event in self.rules if str(event.network_type) == kind and event.valid_from <= day]
        return max(enumerate(own), key=lambda each: (each[1].valid_from, each[0]))[1].rules if own else None


def name_of(event: DomainEvent) -> str:
    return f"{event.originator_id}:{event.originator_version}"


def entry_of(event: Any, at: datetime, *, begins: bool = False, cause: str = "") -> Entry:
    """What an event recorded, at the moment at which that is known to have happened."""
    late = event.timestamp - event.act.at > timedelta(days=14)
    return Entry(name_of(event), at, event.originator_version, late, begins, cause)


def _told(group: Group, event: Any) -> None:
    kind = event.TOPIC
    if kind in DECISIONS:
        group.decisions.append(entry_of(event, event.act.at))
    if kind in {"NetworkClosed", "NetworkMerged"}:
        group.closed, group.closed_by = event.act.at, name_of(event)
    elif kind == "NetworkReopened":
        group.closed, group.closed_by = NEVER, ""
    elif kind in BEGINNINGS | ENDINGS:
        entry = entry_of(event, event.act.at, begins=kind in BEGINNINGS, cause=str(getattr(event, "ending", "left")))
        (group.seats if kind.startswith("CoreGroup") else group.members)[event.reference].append(entry)
    elif kind == "CoreGroupMixStated":
        kinds = [event.with_experience > 0, event.with_experience < event.seats].count(True)
        group.mixes.append(Stated(name_of(event), event.act.at, event.originator_version, kinds, event.seats))
    elif kind in MISTAKES:
        _mended(group, event, withdrawn=kind.endswith("Withdrawn"))
    elif kind == "EntryRestored" and event.of in group.withdrawn:
        entries, entry = group.withdrawn.pop(event.of)
        entry.at = event.at
        entries.append(entry)


def _mended(group: Group, event: Any, *, withdrawn: bool) -> None:
    if event.act.by != "clock":  # what follows from a closing that was taken back is nobody's mistake
        group.mistakes.append(event.act.at)
    if not withdrawn and event.of == group.begun_by:
        group.begun = event.at
    if not withdrawn and event.of == group.closed_by:
        group.closed = event.at
    everything: tuple[list[Any], ...] = (group.decisions, *group.members.values(), *group.seats.values(), group.mixes)
    for entries in everything:
        for entry in [each for each in entries if each.name == event.of]:
            if withdrawn:
                entries.remove(entry)
                group.withdrawn[entry.name] = (entries, entry)
            else:
                entry.at = event.at


def times(who: str, entries: Sequence[Entry]) -> list[Time]:
    found: list[Time] = []
    for entry in sorted(entries, key=lambda each: (each.at, each.version)):
        is_open = bool(found) and found[-1].ended_by is None
        if entry.begins and not is_open:
            found.append(Time(who, entry.at, NEVER, entry, None))
        elif not entry.begins and is_open:
            found[-1].ended, found[-1].ended_by = entry.at, entry
    return found


def memberships(group: Group, asked: Asked) -> list[Time]:
    """The times of membership that had begun, none longer than the network."""
    found = [time for who, entries in group.members.items() for time in times(who, entries)]
    found = [time for time in found if time.begun < asked.before and time.begun <= group.closed]
    for time in found:
        if group.closed < time.ended:
            time.ended, time.ended_by = group.closed, None
    return found


def seats(group: Group, asked: Asked) -> list[Time]:
    """The seats that had been taken, none longer than the network or the membership that goes with it."""
    found = [time for who, entries in group.seats.items() for time in times(who, entries)]
    found = [time for time in found if time.begun < asked.before and time.begun <= group.closed]
    for time in found:
        gone = [each.ended for each in times(time.who, group.members.get(time.who, ())) if time.begun < each.ended < asked.before]
        own = min([time.ended, *gone])
        time.with_membership = any(left < time.ended and left < group.closed for left in gone)
        by_closing = group.closed < time.ended and all(group.closed <= left for left in gone)
        time.ended, time.by_closing = min(own, group.closed), by_closing
    return found


def wilson(count: int, n: int) -> tuple[float, float]:
    z, s = 1.959963984540054, count / n
    half = z * sqrt(s * (1 - s) / n + z * z / (4 * n * n))
    middle, under = s + z * z / (2 * n), 1 + z * z / n
    return round(max(0.0, (middle - half) / under), 4), round(min(1.0, (middle + half) / under), 4)


Answer = dict[str, Any]


def answer(value: Any, n: int | None = None, detail: dict[str, Any] | None = None) -> Answer:
    return {"value": value, "n": n, "detail": detail or {}}
