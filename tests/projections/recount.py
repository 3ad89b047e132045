"""A recount straight over the list of events, by somebody who has never heard of rows or positions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from operator import itemgetter
from uuid import UUID

from application.ports.event_log import Recorded
from domain.kernel.days import day_of, end_of
from domain.kernel.events import DomainEvent
from domain.networks.membership import Membership
from domain.networks.network import Network

ALWAYS = datetime(1, 1, 1, tzinfo=UTC)
FOREVER = datetime(9999, 1, 1, tzinfo=UTC)
Span = tuple[datetime, datetime]


@dataclass
class Counted:
    """What happened in one network, as far as the events say."""

    names: list[tuple[datetime, str]]
    begun_at: datetime
    first_event: str
    closed_at: datetime = FOREVER
    last_event: str | None = None
    members: "dict[str, Entries]" = field(default_factory=dict)
    seats: "dict[str, Entries]" = field(default_factory=dict)

    def name(self, before: datetime) -> str:
        """What it was called just before a moment."""
        named = [name for since, name in sorted(self.names, key=itemgetter(0)) if since < before]
        return named[-1]

    def spans(self, reference: str) -> list[Span]:
        return _spans(self.members.get(reference, {}).values())

    def effective(self, reference: str) -> list[Span]:
        """The times of membership, cut off where the network closed; what began after that never was."""
        return [(begin, min(end, self.closed_at)) for begin, end in self.spans(reference) if begin <= self.closed_at]

    def holds_seat(self, reference: str, before: datetime) -> bool:
        if self.closed_at < before or self.begun_at >= before:
            return False
        left = [end for _, end in self.spans(reference)]
        return any(
            begin < before <= end and not any(begin < gone < before for gone in left)
            for begin, end in _spans(self.seats[reference].values())
        )


def _spans(entries: Iterable[tuple[datetime, int, bool]]) -> list[Span]:
    spans: list[Span] = []
    begin: datetime | None = None
    for at, _, begins in sorted(entries):
        if begins and begin is None:
            begin = at
        elif not begins and begin is not None:
            spans.append((begin, at))
            begin = None
    return spans if begin is None else [*spans, (begin, FOREVER)]


def recount(events: Sequence[Recorded]) -> dict[UUID, Counted]:
    """Count from the beginning."""
    networks: dict[UUID, Counted] = {}
    for recorded in events:
        happened = recorded.event
        if isinstance(happened, Network.ExistingNetworkBroughtIn):
            name = f"{happened.originator_id}:1"
            networks[happened.originator_id] = Counted([(ALWAYS, happened.name)], happened.act.at, name)
        elif isinstance(happened, MEMBERSHIP):
            network = networks[happened.network]
            _membership_event(network.members.setdefault(happened.reference, {}), happened)
        elif happened.originator_id in networks:
            _life_event(networks[happened.originator_id], happened)
            _seat_event(networks[happened.originator_id].seats, happened)
    return networks


MEMBERSHIP = (
    Membership.MemberJoined,
    Membership.MemberReturned,
    Membership.MemberLeft,
    Membership.MembershipEnded,
    Membership.EntryCorrected,
    Membership.EntryWithdrawn,
    Membership.EntryRestored,
)
Entries = dict[str, tuple[datetime, int, bool]]


def _life_event(network: Counted, happened: DomainEvent) -> None:
    match happened:
        case Network.NetworkClosed() | Network.NetworkMerged():
            network.closed_at, network.last_event = happened.act.at, _name(happened)
        case Network.NetworkReopened():
            network.closed_at, network.last_event = FOREVER, None
        case Network.NetworkRenamed(name=name):
            network.names.append((happened.act.at, name))
        case Network.NetworkNameCorrected(name=name):
            network.names[-1] = (network.names[-1][0], name)
        case Network.EntryCorrected(of=of, at=at) if of == network.first_event:
            network.begun_at = at
        case Network.EntryCorrected(of=of, at=at) if of == network.last_event:
            network.closed_at = at


def _seat_event(seats: dict[str, Entries], happened: DomainEvent) -> None:
    match happened:
        case Network.CoreGroupMemberAppointed(reference=reference):
            seats.setdefault(reference, {})[_name(happened)] = (happened.act.at, happened.originator_version, True)
        case Network.CoreGroupMemberSteppedDown(reference=reference):
            seats.setdefault(reference, {})[_name(happened)] = (happened.act.at, happened.originator_version, False)
        case Network.EntryCorrected(of=of, at=at):
            for entries in seats.values():
                if of in entries:
                    entries[of] = (at, *entries[of][1:])
        case Network.EntryWithdrawn(of=of):
            for entries in seats.values():
                entries.pop(of, None)


def _name(happened: DomainEvent) -> str:
    return f"{happened.originator_id}:{happened.originator_version}"


def _membership_event(entries: Entries, happened: DomainEvent) -> None:
    name, version = _name(happened), happened.originator_version
    match happened:
        case Membership.MemberJoined() | Membership.MemberReturned():
            entries[name] = (happened.act.at, version, True)
        case Membership.MemberLeft() | Membership.MembershipEnded():
            entries[name] = (happened.act.at, version, False)
        case Membership.EntryCorrected(of=of, at=at):
            entries[of] = (at, *entries[of][1:])
        case Membership.EntryWithdrawn(of=of):
            del entries[of]
        case Membership.EntryRestored(of=of, at=at):
            entries[of] = (at, int(of.rsplit(":", 1)[1]), True)


@dataclass(frozen=True)
class Figures:
    """Members at the end of a day, and who had joined, left or had a seat by then."""

    members: frozenset[str]
    joined: frozenset[str]
    left: frozenset[str]
    seated: frozenset[str]


def figures(network: Counted, on: date) -> Figures:
    before = end_of(on)
    times = {reference: network.effective(reference) for reference in network.members}
    begun = {who: [span for span in spans if span[0] < before] for who, spans in times.items()}
    return Figures(
        members=frozenset(who for who, spans in begun.items() if any(end >= before for _, end in spans)),
        joined=frozenset(who for who, spans in begun.items() if spans),
        left=frozenset(who for who, spans in begun.items() if any(end < before for _, end in spans)),
        seated=frozenset(reference for reference in network.seats if network.holds_seat(reference, before)),
    )


def changes(network: Counted, on: date) -> tuple[int, int]:
    """How many people joined and how many left on a day."""
    times = [network.effective(reference) for reference in network.members]
    joined = sum(any(day_of(begin) == on for begin, _ in spans) for spans in times)
    left = sum(any(end != FOREVER and day_of(end) == on for _, end in spans) for spans in times)
    return joined, left


def first_day_with(network: Counted, target: int, on: date) -> date | None:
    """The first day, from the beginning of the network on, whose end saw so many members."""
    day = day_of(network.begun_at)
    while day <= on:
        if len(figures(network, day).members) >= target:
            return day
        day += timedelta(days=1)
    return None
