"""Networks: from when until when they were there, who were their members and who sat in their core group."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Any
from uuid import UUID

from tests.evaluation.anew.log import Asked, Entry, Log, as_known

BEGINS = {"NetworkFounded", "ExistingNetworkBroughtIn"}
ENDS = {"NetworkClosed", "NetworkMerged"}
JOINS = {"MemberJoined", "MemberReturned"}
LEAVES = {"MemberLeft", "MembershipEnded"}
AN_INSTANT = timedelta(microseconds=1)
"""What happened at the very moment of an end happened before it."""


class End(StrEnum):
    """By what a membership or a seat ended."""

    LEFT = "left"
    PARTY = "party-membership-ended"
    CLOSED = "network-closed"
    STEPPED_DOWN = "stepped-down"


@dataclass(frozen=True)
class Span:
    """A time in which somebody was a member, or had a seat."""

    begun: datetime
    begun_by: Entry
    ended: datetime | None = None
    end: End | None = None
    ended_by: Entry | None = None

    def holds_at_end(self, moment: datetime) -> bool:
        """Whether it held just before a moment, such as the end of a day."""
        return self.begun < moment and (self.ended is None or self.ended >= moment)

    def ended_before(self, moment: datetime) -> bool:
        return self.ended is not None and self.ended < moment

    @property
    def never_held(self) -> bool:
        return self.ended is not None and self.ended <= self.begun


@dataclass
class Network:
    """One network as it is known."""

    id: UUID
    life: list[Entry]
    """As it is known since it was mended."""
    stored: list[Entry]
    memberships: dict[str, list[Entry]] = field(default_factory=dict)
    """By the reference of whose each is, as it is known."""

    @property
    def first(self) -> Entry:
        return self.life[0]

    @property
    def type(self) -> str:
        return str(self.first.said.network_type)

    @property
    def begun(self) -> datetime:
        return self.first.at

    @property
    def start(self) -> date:
        return self.first.day

    @cached_property
    def closing(self) -> Entry | None:
        """What ended it, if that was not taken back."""
        taken_back = {each.said.of for each in self.life if each.kind == "NetworkReopened"}
        return next((each for each in reversed(self.life) if each.kind in ENDS and each.name not in taken_back), None)

    def closed_by(self, moment: datetime) -> Entry | None:
        """What ended it before a moment."""
        closing = self.closing
        return closing if closing is not None and closing.at < moment else None

    def until(self, asked: Asked) -> datetime:
        """The moment before which something happened here that counts: the day asked about is over, or it had closed."""
        closing = self.closed_by(asked.before)
        return asked.before if closing is None else closing.at + AN_INSTANT

    def last_day(self, asked: Asked) -> date:
        """The day asked about, or that of its closing."""
        closing = self.closed_by(asked.before)
        return asked.day if closing is None else closing.day

    def name_at(self, moment: datetime) -> str:
        """What it was called then; a name that was typed wrongly reads as it was meant."""
        names: list[tuple[datetime, str]] = [(datetime.min.replace(tzinfo=moment.tzinfo), self.first.said.name)]
        for each in self.life:
            if each.kind == "NetworkRenamed":
                names.append((each.at, each.said.name))
            elif each.kind == "NetworkNameCorrected":
                names[-1] = (names[-1][0], each.said.name)
        return next(name for at, name in reversed(names) if at < moment)

    @property
    def is_sensitive(self) -> bool:
        return self.first.said.sensitive or any(each.kind == "NetworkMarkedSensitive" for each in self.life)

    @cached_property
    def people(self) -> dict[str, list[Span]]:
        """Whose memberships there were, oldest first; what happened before the start counts on its day."""
        found = {who: self._until_closing(spans(life, JOINS, LEAVES)) for who, life in self.memberships.items()}
        return {who: held for who, held in found.items() if held}

    def members(self, moment: datetime) -> int:
        """How many people were members just before a moment."""
        return sum(any(each.holds_at_end(moment) for each in held) for held in self.people.values())

    @cached_property
    def seats(self) -> dict[str, list[Span]]:
        """Whose seats there were: each until the end of the membership that goes with it at the latest."""
        seats = self._as_recorded.items()
        return {who: self._until_closing([self._until_membership_ends(each, who) for each in held]) for who, held in seats}

    @cached_property
    def seats_alone(self) -> dict[str, list[Span]]:
        """Whose seats there were, as far as the entries of the seats themselves tell."""
        return {who: self._until_closing(held) for who, held in self._as_recorded.items()}

    @cached_property
    def _as_recorded(self) -> dict[str, list[Span]]:
        by_whom: dict[str, list[Entry]] = defaultdict(list)
        for each in self.life:
            if each.kind in {"CoreGroupMemberAppointed", "CoreGroupMemberSteppedDown"}:
                by_whom[each.said.reference].append(each)
        taken, given_up = {"CoreGroupMemberAppointed"}, {"CoreGroupMemberSteppedDown"}
        return {who: spans(life, taken, given_up) for who, life in by_whom.items()}

    def _until_membership_ends(self, seat: Span, who: str) -> Span:
        ended = [
            each
            for each in spans(self.memberships.get(who, []), JOINS, LEAVES)
            if each.ended is not None and each.ended > seat.begun and (seat.ended is None or each.ended < seat.ended)
        ]
        if not ended:
            return seat
        first = ended[0]
        return Span(seat.begun, seat.begun_by, first.ended, first.end, first.ended_by)

    def _until_closing(self, held: list[Span]) -> list[Span]:
        closing = self.closing
        found = []
        for each in held:
            if closing is not None and each.begun > closing.at:
                continue  # whatever is typed after the end begins nothing
            begun, ended, end, by = max(each.begun, self.begun), each.ended, each.end, each.ended_by
            if closing is not None and (ended is None or closing.at < ended or (closing.at == ended and end is End.CLOSED)):
                ended, end, by = closing.at, End.CLOSED, closing
            found.append(Span(begun, each.begun_by, None if ended is None else max(ended, self.begun), end, by))
        return found


def spans(life: list[Entry], begins: set[str], ends: set[str]) -> list[Span]:
    """Each beginning opens a time while none is open, and the earliest ending after it closes it."""
    found: list[Span] = []
    for each in sorted(life, key=lambda one: (one.at, one.place)):
        is_open = bool(found) and found[-1].ended is None
        if each.kind in begins and not is_open:
            found.append(Span(each.at, each))
        elif each.kind in ends and is_open:
            found[-1] = Span(found[-1].begun, found[-1].begun_by, each.at, _how(each), each)
    return found


def _how(each: Entry) -> End:
    if each.kind == "MembershipEnded":
        return End(str(each.said.ending))
    return End.LEFT if each.kind == "MemberLeft" else End.STEPPED_DOWN


def networks_of(log: Log) -> dict[UUID, Network]:
    found = {life[0].item: Network(life[0].item, as_known(life), life) for life in log.begun_with(*BEGINS)}
    for life in log.items.values():
        member = next((each.said for each in life if each.kind in JOINS | LEAVES), None)
        if member is not None and member.network in found:
            found[member.network].memberships[member.reference] = as_known(life)
    return found


def begun_networks(networks: dict[UUID, Network], asked: Asked, *, of_pilot: bool = True) -> Iterator[Network]:
    for each in networks.values():
        if each.begun < asked.before and (not of_pilot or asked.pilot in {None, each.first.said.pilot}):
            yield each


def rules_for(log: Log, network_type: str, day: date) -> Any:  # as they were stored
    """The rules that hold for a type on a day: the latest begun, of those the latest adopted; None for none."""
    begun = [each for each in log.all_of("RulesAdopted") if each.said.network_type == network_type]
    held = [each for each in begun if each.said.valid_from <= day]
    return max(held, key=lambda each: (each.said.valid_from, each.place)).said.rules if held else None
