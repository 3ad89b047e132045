"""Bringing in other people's recorded history: all of a file or nothing (docs/contract.md, "History file")."""

import hashlib
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count
from typing import Final
from uuid import UUID, uuid5

from application.history.file import HistoryRow, HistoryRowRefused, HistoryRows, like, visible
from application.history.known import RecordedHistory
from application.parts import in_parts
from application.passing_time import derived
from application.pending import record
from application.ports.errors import ConcurrentChange, StoreBusy
from application.ports.event_log import A, EventDraft, EventLog
from application.ports.vault.contexts import in_network
from application.ports.vault.pending import PendingWrites
from application.ports.vault.people import KnownPerson
from application.ports.vault.vault import Vault
from domain.kernel.acts import IMPORT, Act, Reference, Role, Source
from domain.kernel.days import day_of
from domain.kernel.errors import DomainError
from domain.kernel.events import Aggregate, DomainEvent
from domain.networks.errors import NotInCoreGroup
from domain.networks.membership import Membership, MembershipEnding, NotAMember, membership_id
from domain.networks.name import NetworkName, give_name, network_name_id
from domain.networks.network import Agreements, Network
from domain.pilot.rules import NetworkType

AT_ONCE: Final = 1_000
"""Rows, memberships or names that are in memory together."""

LIFE_HELD: Final = 4_000
"""Events of networks that stay in memory from one part of a file to the next: about ten megabytes."""

UUID_LENGTH: Final = 16
"""In bytes."""


class UnknownHistoryEvent(DomainError):
    """A history file tells of six kinds of event."""


class HistoryNotInOrder(DomainError):
    """A history file tells the oldest first."""


class NetworkUnknown(DomainError):
    """An event is about a network that the file founded before."""


class PersonMissing(DomainError):
    """This kind of event is about somebody, and the line names nobody."""


class HistoryInTheFuture(DomainError):
    """History has happened."""


@dataclass(frozen=True)
class Imported:
    """What came of a file: of its rows that were new, and how many were known."""

    rows: int
    known: int
    events: int
    networks: int
    people: int
    already_ended: dict[str, int]
    recorded_before: bool
    position: int


class People:
    """The persons that a file speaks of; they enter the vault under the reference of the file and without a name."""

    def __init__(self, writes: PendingWrites) -> None:
        self._writes = writes
        self._persons: Mapping[str, KnownPerson] = {}

    def turn_to(self, rows: Iterable[HistoryRow]) -> None:
        """Look up whom some rows speak of, and forget others."""
        self._persons = self._writes.people_known_as({row.person for row in rows if row.person})

    def reference(self, person: str, network: UUID) -> Reference:
        """Give how somebody is known in a network."""
        return self._persons[person].reference(in_network(network))


class HistoryImport:
    """
    Tells a file's rows to the aggregates; the rules of the domain refuse what cannot be true.

    What follows is in a draft. Of the aggregates only those are in memory that the rows at hand are about.
    """

    def __init__(
        self,
        draft: EventDraft,
        people: People,
        *,
        command: UUID,
        now: datetime,
        known: Mapping[str, UUID] | None = None,
        networks: Mapping[str, UUID] | None = None,
    ) -> None:
        """
        Begin.

        :param known: which networks of the file an earlier import founded
        :param networks: those of the file that are there already
        """
        self.draft, self._people = draft, people
        self._command, self._now = command, now
        self._known, self._networks = known or {}, dict(networks or {})
        self.already_ended: Counter[str] = Counter()
        self._newest: datetime | None = None
        self._held: dict[UUID, Aggregate | None] = {}
        self._members: defaultdict[UUID, bytearray] = defaultdict(bytearray)

    # Rows

    def turn_to(self, rows: Iterable[HistoryRow]) -> Iterable[UUID]:
        """Look up what some rows are about, forget what others were, and give the items."""
        wanted = {item for row in rows for item in self._items_of(row)}
        kept = {item: each for item, each in self._held.items() if isinstance(each, Network | NetworkName)}
        if sum(len(each.life) for each in kept.values()) > LIFE_HELD:
            kept = {}
        missing = wanted - kept.keys()
        found = self.draft.load_many(missing)
        self._held = {**kept, **{item: found.get(item) for item in missing}}
        return wanted

    def tell(self, row: HistoryRow) -> Iterator[DomainEvent]:
        """
        Let one row happen, and give what happened, one after the other: it happens as far as it is asked for.

        :raises HistoryRowRefused: if it cannot be true
        """
        try:
            self._must_follow(row)
            teller = TELLERS.get(row.event)
            if teller is None:
                raise UnknownHistoryEvent(event=row.event)
            for changed in teller(self, row, self._act(row)):
                yield from self.draft.add(changed)
        except DomainError as refusal:
            raise HistoryRowRefused(row.line, refusal) from refusal

    def remember(self, joined: DomainEvent) -> None:
        """Know whose membership ends when the network closes, because somebody joined it before."""
        if isinstance(joined, Membership.MemberJoined):
            self._members[joined.network] += joined.originator_id.bytes

    # Kinds of row: each gives the aggregates that it changed

    def network_founded(self, row: HistoryRow, act: Act) -> Iterator[Aggregate]:
        """Bring in the network, with the moment of the file as the moment it came."""
        network = Network.bring_in(
            act,
            network=self._id_of(row.network),
            name=row.network,
            network_type=NetworkType.IMPORTED,
            label=row.kind or None,
            agreements=Agreements(purpose=row.network),
            sensitive=False,
            existed_since=day_of(act.at),
            pilot=None,
        )
        item = network_name_id(row.network)
        name = give_name(act, self._find(NetworkName, item), name=row.network, network=network.id)
        self._networks[row.network] = network.id
        self._held.update({network.id: network, item: name})
        yield network
        yield name

    def network_closed(self, row: HistoryRow, act: Act) -> Iterator[Aggregate]:
        """Close the network and end the memberships in it."""
        network = self._network(row)
        network.close(act, reason=None)
        yield network
        ended = act.model_copy(update={"cause": network.closed_by})
        for membership in self._members_of(network):
            if membership.holds_at(act.at):
                membership.end(ended, MembershipEnding.NETWORK_CLOSED)
                yield membership

    def member_joined(self, row: HistoryRow, act: Act) -> Iterator[Aggregate]:
        """Join, for the first time or again."""
        network = self._network(row)
        terms = network.joining_terms(act.at, None)
        reference = self._reference(row, network)
        membership = self._find(Membership, membership_id(network.id, reference))
        if membership is None:
            membership = Membership.join(act, reference=reference, terms=terms, purpose_version=terms.purpose_version)
            self._held[membership.id] = membership
            self._members[network.id] += membership.id.bytes
        else:
            membership.join_again(act, terms=terms, purpose_version=terms.purpose_version)
        yield membership

    def member_left(self, row: HistoryRow, act: Act) -> Iterator[Aggregate]:
        """Leave, and give up the seat that went with it."""
        network = self._network(row)
        reference = self._reference(row, network)
        membership = self._membership(network, reference)
        if not membership.holds_at(act.at):
            self.already_ended[row.event] += 1
            return
        membership.leave(act)
        yield membership
        if network.has_seat(reference, act.at):
            network.step_down(act, reference=reference)
            yield network

    def appointed(self, row: HistoryRow, act: Act) -> Iterator[Aggregate]:
        """Give a member a seat."""
        network = self._network(row)
        reference = self._reference(row, network)
        if not self._membership(network, reference).holds_at(act.at):
            raise NotAMember
        network.appoint(act, reference=reference)
        yield network

    def stepped_down(self, row: HistoryRow, act: Act) -> Iterator[Aggregate]:
        """End a seat."""
        network = self._network(row)
        reference = self._reference(row, network)
        if reference not in network.seats.entries:
            raise NotInCoreGroup
        if not network.has_seat(reference, act.at):
            self.already_ended[row.event] += 1
            return
        network.step_down(act, reference=reference)
        yield network

    # What they are about

    def _items_of(self, row: HistoryRow) -> Iterator[UUID]:
        network = self._id_of(row.network)
        yield network
        if row.event == "NetworkFounded":
            yield network_name_id(row.network)
        if row.person:
            yield membership_id(network, self._people.reference(row.person, network))

    def _id_of(self, name: str) -> UUID:
        """Give the id that a network of the file has or will have."""
        return self._networks.get(name) or self._known.get(name) or uuid5(self._command, f"network/{name}")

    def _find(self, kind: type[A], item: UUID) -> A | None:
        if item not in self._held:
            self._held[item] = self.draft.load_many([item]).get(item)
        found = self._held[item]
        return found if isinstance(found, kind) else None

    def _network(self, row: HistoryRow) -> Network:
        item = self._networks.get(row.network)
        network = None if item is None else self._find(Network, item)
        if network is None:
            raise NetworkUnknown(name=visible(row.network), like=like(row.network, self._networks))
        return network

    def _reference(self, row: HistoryRow, network: Network) -> Reference:
        if not row.person:
            raise PersonMissing
        return self._people.reference(row.person, network.id)

    def _membership(self, network: Network, reference: Reference) -> Membership:
        membership = self._find(Membership, membership_id(network.id, reference))
        if membership is None:
            raise NotAMember
        return membership

    def _members_of(self, network: Network) -> Iterator[Membership]:
        """Give every membership of a network that the file told of, some at a time."""
        ids = bytes(self._members[network.id])
        every = (UUID(bytes=ids[start : start + UUID_LENGTH]) for start in range(0, len(ids), UUID_LENGTH))
        for some in in_parts(every, AT_ONCE):
            held = {item: self._held[item] for item in some if item in self._held}
            found = {**self.draft.load_many(item for item in some if item not in held), **held}
            yield from (each for item in some if isinstance(each := found[item], Membership))

    def _must_follow(self, row: HistoryRow) -> None:
        if row.at > self._now:
            raise HistoryInTheFuture(at=row.at)
        if self._newest is not None and row.at < self._newest:
            raise HistoryNotInOrder(at=row.at)
        self._newest = row.at

    def _act(self, row: HistoryRow) -> Act:
        return Act(by=IMPORT, role=Role.ADMINISTRATOR, at=row.at, source=Source.IMPORT, command=self._command)


TELLERS: Mapping[str, Callable[[HistoryImport, HistoryRow, Act], Iterator[Aggregate]]] = {
    "NetworkFounded": HistoryImport.network_founded,
    "NetworkClosed": HistoryImport.network_closed,
    "MemberJoined": HistoryImport.member_joined,
    "MemberLeft": HistoryImport.member_left,
    "CoreGroupMemberAppointed": HistoryImport.appointed,
    "CoreGroupMemberSteppedDown": HistoryImport.stepped_down,
}


@dataclass
class NewRows:
    """What there is of rows that were not recorded before."""

    rows: int = 0
    networks: int = 0
    people: set[str] = field(default_factory=set)
    already_ended: Mapping[str, int] = field(default_factory=dict)

    def count(self, row: HistoryRow) -> None:
        self.rows += 1
        self.networks += row.event == "NetworkFounded"
        if row.person:
            self.people.add(row.person)


@dataclass(frozen=True)
class Telling:
    """One attempt at telling a file: against what, and how many rows together."""

    rows: HistoryRows
    log: EventLog
    people: People
    command: UUID
    now: datetime
    at_once: int
    progress: Callable[[int], None]

    def told(self, draft: EventDraft) -> NewRows:
        """Tell a file; what is new in it is in the draft then."""
        known = _imported_before(self.rows, self.log)
        if known:
            return self._told_since(draft, known)
        history, new = HistoryImport(draft, self.people, command=self.command, now=self.now), NewRows()
        for some, one_by_one in self._batches():
            history.turn_to(some)
            for row in one_by_one:
                _happened(history.tell(row))
                new.count(row)
        return replace(new, already_ended=history.already_ended)

    def _told_since(self, draft: EventDraft, known: Mapping[str, UUID]) -> NewRows:
        """Tell a file from its beginning to find what is new in it, and that to what is stored."""
        others = {network_name_id(name) for name in _names(self.rows) if name not in known}
        recorded, new = RecordedHistory(self.log, known), NewRows()
        since = HistoryImport(draft, self.people, command=self.command, now=self.now, networks=known)
        with self.log.draft(sees=others) as apart:
            whole = HistoryImport(apart, self.people, command=self.command, now=self.now, known=known)
            for some, one_by_one in self._batches():
                recorded.turn_to(whole.turn_to(some))
                since.turn_to(some)
                for row in one_by_one:
                    if recorded.is_new(row, _remembered(whole.tell(row), since)):
                        _happened(since.tell(row))
                        new.count(row)
            if new.rows:
                recorded.must_be_whole(self.rows, apart)
        return replace(new, already_ended=since.already_ended)

    def _batches(self) -> Iterator[tuple[Sequence[HistoryRow], Iterator[HistoryRow]]]:
        """Give the rows some at a time, and the same again one by one, telling how far it is."""
        done = count(1)
        for some in in_parts(self.rows, self.at_once):
            self.people.turn_to(some)
            yield some, self._shown(some, done)

    def _shown(self, some: Sequence[HistoryRow], done: Iterator[int]) -> Iterator[HistoryRow]:
        for row in some:
            yield row
            self.progress(next(done))


def import_history(
    rows: HistoryRows,
    *,
    log: EventLog,
    vault: Vault,
    now: datetime,
    dry_run: bool = False,
    progress: Callable[[int], None] = lambda _: None,
    at_once: int = AT_ONCE,
) -> Imported:
    """
    Record what is new in a file, all of it or nothing: the same file again records nothing, however its lines end.

    :param progress: told how many rows are done
    :param at_once: how many rows are in memory together
    :raises HistoryRowRefused: if a row cannot be true, or was recorded otherwise before; nothing is recorded
    """
    digest = _digest(rows)
    command = derived("history", digest)
    for _ in range(3):
        if (receipt := log.receipt(command)) is not None:
            return _recorded_before(rows, receipt.last)
        writes = vault.pending(command, digest, now)
        with log.draft() as draft:
            new = Telling(rows, log, People(writes), command, now, at_once, progress).told(draft)
            if len(rows) and not new.rows:
                return _recorded_before(rows, log.last_position())
            answer = {"history": digest}
            try:
                recorded = len(draft) and not dry_run
                receipt = record(draft, writes, (), command=command, digest=digest, answer=answer) if recorded else None
            except ConcurrentChange:
                continue
            return Imported(
                rows=len(rows),
                known=len(rows) - new.rows,
                events=len(draft),
                networks=new.networks,
                people=len(new.people),
                already_ended=dict(new.already_ended),
                recorded_before=False,
                position=receipt.last if receipt else 0,
            )
    raise StoreBusy


def _digest(rows: HistoryRows) -> str:
    """Give what tells a file from others: what its rows say, and not how they are written."""
    digest = hashlib.sha256()
    for row in rows:
        said = (row.at.astimezone(UTC).isoformat(), row.network, row.kind, row.event, row.person)
        digest.update("\0".join(said).encode() + b"\n")
    return digest.hexdigest()


def _happened(told: Iterator[DomainEvent]) -> None:
    """Let everything happen that a row makes happen."""
    deque(told, maxlen=0)


def _remembered(told: Iterator[DomainEvent], since: HistoryImport) -> Iterator[DomainEvent]:
    for event in told:
        yield event
        since.remember(event)


def _names(rows: HistoryRows) -> Iterable[str]:
    """Give the names of the networks in a file, in its order."""
    return dict.fromkeys(row.network for row in rows)


def _imported_before(rows: HistoryRows, log: EventLog) -> dict[str, UUID]:
    """Give the networks of a file that an import founded; others that have the name are somebody else's."""
    found: dict[str, UUID] = {}
    for some in in_parts(_names(rows), AT_ONCE):
        taken = log.load_many(map(network_name_id, some))
        for name in some:
            known = taken.get(network_name_id(name))
            if isinstance(known, NetworkName) and known.given and known.network and _by_import(known.network, log):
                found[name] = known.network
    return found


def _by_import(network: UUID, log: EventLog) -> bool:
    (first,) = log.history(network, limit=1)
    return first.event.act.by == IMPORT


def _recorded_before(rows: HistoryRows, position: int) -> Imported:
    return Imported(
        rows=len(rows),
        known=len(rows),
        events=0,
        networks=0,
        people=0,
        already_ended={},
        recorded_before=True,
        position=position,
    )
