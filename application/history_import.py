"""Bringing in other people's recorded history: all of a file or nothing (docs/contract.md, "History file")."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from uuid import UUID, uuid5

from application.history_file import HistoryRow, HistoryRowRefused, like, visible
from application.history_known import RecordedHistory
from application.passing_time import derived
from application.pending import record
from application.ports.errors import ConcurrentChange, StoreBusy
from application.ports.event_log import EventLog
from application.ports.vault import PendingWrites, Vault, in_network
from domain.kernel.acts import IMPORT, Act, Reference, Role, Source
from domain.kernel.days import day_of
from domain.kernel.errors import DomainError
from domain.kernel.events import Aggregate
from domain.networks.errors import NotInCoreGroup
from domain.networks.membership import Membership, MembershipEnding, NotAMember, membership_id
from domain.networks.name import NetworkName, give_name, network_name_id
from domain.networks.network import Agreements, Network
from domain.pilot.rules import NetworkType


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


@dataclass
class HistoryImport:
    """Tells a file's rows to the aggregates; the rules of the domain refuse what cannot be true."""

    references: Callable[[str, UUID], Reference]
    command: UUID
    now: datetime
    known: Mapping[str, UUID] = field(default_factory=dict)
    """Which networks of the file an earlier import founded."""
    networks: dict[str, Network] = field(default_factory=dict)
    memberships: dict[UUID, Membership] = field(default_factory=dict)
    names: dict[UUID, NetworkName] = field(default_factory=dict)
    """What is known of the names in the file, as far as somebody had them."""
    already_ended: dict[str, int] = field(default_factory=dict)
    newest: datetime | None = None

    def tell(self, row: HistoryRow) -> None:
        """
        Let one row happen.

        :raises HistoryRowRefused: if it cannot be true
        """
        try:
            self._must_follow(row)
            teller = TELLERS.get(row.event)
            if teller is None:
                raise UnknownHistoryEvent(event=row.event)
            teller(self, row, self._act(row))
        except DomainError as refusal:
            raise HistoryRowRefused(row.line, refusal) from refusal

    def aggregates(self) -> list[Aggregate]:
        """Give everything that must be saved together."""
        changed = (*self.networks.values(), *self.names.values(), *self.memberships.values())
        return [each for each in changed if each.pending_events]

    def about(self, row: HistoryRow) -> list[Aggregate]:
        """Give what a row that was told can have changed."""
        network = self._network(row)
        if row.event == "NetworkClosed":
            return [network, *(each for each in self.memberships.values() if each.network == network.id)]
        if row.event == "NetworkFounded":
            return [network, self.names[network_name_id(row.network)]]
        return [network, *filter(None, [self.memberships.get(membership_id(network.id, self._reference(row, network)))])]

    def network_founded(self, row: HistoryRow, act: Act) -> None:
        """Bring in the network, with the moment of the file as the moment it came."""
        network = Network.bring_in(
            act,
            network=self.known.get(row.network) or uuid5(self.command, f"network/{row.network}"),
            name=row.network,
            network_type=NetworkType.IMPORTED,
            label=row.kind or None,
            agreements=Agreements(purpose=row.network),
            sensitive=False,
            existed_since=day_of(act.at),
            pilot=None,
        )
        item = network_name_id(row.network)
        self.names[item] = give_name(act, self.names.get(item), name=row.network, network=network.id)
        self.networks[row.network] = network

    def network_closed(self, row: HistoryRow, act: Act) -> None:
        """Close the network and end the memberships in it."""
        network = self._network(row)
        network.close(act, reason=None)
        ended = act.model_copy(update={"cause": network.closed_by})
        for membership in self.memberships.values():
            if membership.network == network.id and membership.holds_at(act.at):
                membership.end(ended, MembershipEnding.NETWORK_CLOSED)

    def member_joined(self, row: HistoryRow, act: Act) -> None:
        """Join, for the first time or again."""
        network = self._network(row)
        terms = network.joining_terms(act.at, None)
        reference = self._reference(row, network)
        membership = self.memberships.get(membership_id(network.id, reference))
        if membership is None:
            joined = Membership.join(act, reference=reference, terms=terms, purpose_version=terms.purpose_version)
            self.memberships[joined.id] = joined
        else:
            membership.join_again(act, terms=terms, purpose_version=terms.purpose_version)

    def member_left(self, row: HistoryRow, act: Act) -> None:
        """Leave, and give up the seat that went with it."""
        network = self._network(row)
        reference = self._reference(row, network)
        membership = self._membership(network, reference)
        if not membership.holds_at(act.at):
            self._ended_before(row)
            return
        membership.leave(act)
        if network.has_seat(reference, act.at):
            network.step_down(act, reference=reference)

    def appointed(self, row: HistoryRow, act: Act) -> None:
        """Give a member a seat."""
        network = self._network(row)
        reference = self._reference(row, network)
        if not self._membership(network, reference).holds_at(act.at):
            raise NotAMember
        network.appoint(act, reference=reference)

    def stepped_down(self, row: HistoryRow, act: Act) -> None:
        """End a seat."""
        network = self._network(row)
        reference = self._reference(row, network)
        if reference not in network.seats.entries:
            raise NotInCoreGroup
        if not network.has_seat(reference, act.at):
            self._ended_before(row)
            return
        network.step_down(act, reference=reference)

    def _network(self, row: HistoryRow) -> Network:
        network = self.networks.get(row.network)
        if network is None:
            raise NetworkUnknown(name=visible(row.network), like=like(row.network, self.networks))
        return network

    def _reference(self, row: HistoryRow, network: Network) -> Reference:
        if not row.person:
            raise PersonMissing
        return self.references(row.person, network.id)

    def _membership(self, network: Network, reference: Reference) -> Membership:
        membership = self.memberships.get(membership_id(network.id, reference))
        if membership is None:
            raise NotAMember
        return membership

    def _ended_before(self, row: HistoryRow) -> None:
        self.already_ended[row.event] = self.already_ended.get(row.event, 0) + 1

    def _must_follow(self, row: HistoryRow) -> None:
        if row.at > self.now:
            raise HistoryInTheFuture(at=row.at)
        if self.newest is not None and row.at < self.newest:
            raise HistoryNotInOrder(at=row.at)
        self.newest = row.at

    def _act(self, row: HistoryRow) -> Act:
        return Act(by=IMPORT, role=Role.ADMINISTRATOR, at=row.at, source=Source.IMPORT, command=self.command)


TELLERS: Mapping[str, Callable[[HistoryImport, HistoryRow, Act], None]] = {
    "NetworkFounded": HistoryImport.network_founded,
    "NetworkClosed": HistoryImport.network_closed,
    "MemberJoined": HistoryImport.member_joined,
    "MemberLeft": HistoryImport.member_left,
    "CoreGroupMemberAppointed": HistoryImport.appointed,
    "CoreGroupMemberSteppedDown": HistoryImport.stepped_down,
}


def import_history(
    rows: Sequence[HistoryRow],
    *,
    log: EventLog,
    vault: Vault,
    now: datetime,
    dry_run: bool = False,
    progress: Callable[[int], None] = lambda _: None,
) -> Imported:
    """
    Record what is new in a file, all of it or nothing: the same file again records nothing, however its lines end.

    :param progress: told how many rows are done
    :raises HistoryRowRefused: if a row cannot be true, or was recorded otherwise before; nothing is recorded
    """
    digest = _digest(rows)
    command = derived("history", digest)
    for _ in range(3):
        if (receipt := log.receipt(command)) is not None:
            return _recorded_before(rows, receipt.last)
        writes = vault.pending(command, digest, now)
        new, history = _told(HistoryImport(_People(writes, rows).reference, command, now), rows, log, progress)
        if rows and not new:
            return _recorded_before(rows, log.last_position())
        saved = history.aggregates()
        events = sum(len(aggregate.pending_events) for aggregate in saved)
        try:
            recorded = not dry_run and saved
            answer = {"history": digest}
            receipt = record(log, writes, saved, command=command, digest=digest, answer=answer) if recorded else None
        except ConcurrentChange:
            continue
        return Imported(
            rows=len(rows),
            known=len(rows) - len(new),
            events=events,
            networks=sum(row.event == "NetworkFounded" for row in new),
            people=len({row.person for row in new if row.person}),
            already_ended=history.already_ended,
            recorded_before=False,
            position=receipt.last if receipt else 0,
        )
    raise StoreBusy


def _digest(rows: Iterable[HistoryRow]) -> str:
    """Give what tells a file from others: what its rows say, and not how they are written."""
    digest = hashlib.sha256()
    for row in rows:
        said = (row.at.astimezone(UTC).isoformat(), row.network, row.kind, row.event, row.person)
        digest.update("\0".join(said).encode() + b"\n")
    return digest.hexdigest()


def _told(
    history: HistoryImport, rows: Sequence[HistoryRow], log: EventLog, progress: Callable[[int], None]
) -> tuple[Sequence[HistoryRow], HistoryImport]:
    """Tell a file; give its rows that are new, and what came of them."""
    named = log.load_many({network_name_id(row.network) for row in rows if row.network})
    names = {item: name for item, name in named.items() if isinstance(name, NetworkName)}
    known = _imported_before(names, rows, log)
    if not known:
        history.names = names
        for done, row in enumerate(rows, start=1):
            history.tell(row)
            progress(done)
        return rows, history
    return _told_since(replace(history, known=known), names, rows, log, progress)


def _told_since(
    whole: HistoryImport,
    names: Mapping[UUID, NetworkName],
    rows: Sequence[HistoryRow],
    log: EventLog,
    progress: Callable[[int], None],
) -> tuple[Sequence[HistoryRow], HistoryImport]:
    """Tell a file from its beginning to find what is new in it, and that to what is stored."""
    given = {network_name_id(name) for name in whole.known}
    whole.names = {item: name for item, name in names.items() if item not in given}
    stored = log.load_many(_stored_of(whole, rows)) | {item: names[item] for item in given}
    since = replace(
        whole,
        known={},
        names=dict(names),
        networks={name: each for name, item in whole.known.items() if isinstance(each := stored[item], Network)},
        memberships={item: each for item, each in stored.items() if isinstance(each, Membership)},
        already_ended={},
    )
    recorded, new = RecordedHistory(stored, whole.known), []
    for done, row in enumerate(rows, start=1):
        whole.tell(row)
        if recorded.is_new(row, whole.about(row)):
            since.tell(row)
            new.append(row)
        progress(done)
    if new:
        recorded.must_be_whole(rows, log)
    return new, since


def _stored_of(whole: HistoryImport, rows: Iterable[HistoryRow]) -> set[UUID]:
    """Name the networks of a file that are known, and the memberships in them."""
    pairs = {(row.person, whole.known[row.network]) for row in rows if row.person and row.network in whole.known}
    return {*whole.known.values(), *(membership_id(network, whole.references(person, network)) for person, network in pairs)}


def _imported_before(names: Mapping[UUID, NetworkName], rows: Iterable[HistoryRow], log: EventLog) -> dict[str, UUID]:
    """Give the networks of a file that an import founded; others that have the name are somebody else's."""
    had = {name: names.get(network_name_id(name)) for name in dict.fromkeys(row.network for row in rows)}
    given = {name: known.network for name, known in had.items() if known is not None and known.given and known.network}
    networks = log.load_many(given.values())
    return {name: item for name, item in given.items() if networks[item].life[0].act.by == IMPORT}


def _recorded_before(rows: Sequence[HistoryRow], position: int) -> Imported:
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


class _People:
    """The persons that a file speaks of; they enter the vault under the reference of the file and without a name."""

    def __init__(self, writes: PendingWrites, rows: Sequence[HistoryRow]) -> None:
        self.persons = writes.people_known_as({row.person for row in rows if row.person})

    def reference(self, person: str, network: UUID) -> Reference:
        """Give how somebody is known in a network."""
        return self.persons[person].reference(in_network(network))
