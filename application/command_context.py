"""What a use case works with: loading, references, acts and sealing, for one command of one session."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple
from uuid import UUID, uuid5

from application.access.scopes import Reach
from application.access.table import Scope
from application.commands.base import NOT_NOTED, Answer, Command, DecidedText
from application.errors import InTheFuture, NotOnAnotherDay, StaleVersion, UnknownItem, VersionNeeded
from application.passing_time import act_of_clock, derived, let_time_pass
from application.ports.event_log import A, EventLog, Receipt
from application.ports.resting import RestingItems
from application.ports.vault.contexts import OFFICE, PARTY, PersonId, in_network
from application.ports.vault.pending import PendingWrites
from application.ports.vault.people import KnownPerson
from application.ports.vault.sessions import Session
from application.ports.vault.vault import Vault
from domain.advice.request import AdviceRequest
from domain.kernel.acts import (
    CLOCK,
    CORE_GROUP,
    NATIONAL_BOARD,
    Act,
    Decided,
    DecisionForm,
    DecisionPart,
    Doer,
    EventName,
    Reference,
    Role,
    Source,
)
from domain.kernel.days import day_of, happened_on
from domain.kernel.errors import BoardDecisionIncomplete, DecidedOnAnotherDay
from domain.kernel.events import Aggregate
from domain.kernel.text import Purpose, Sealed, SealedFor
from domain.networks.errors import NotInCoreGroup
from domain.networks.meeting import Meeting
from domain.networks.membership import Membership
from domain.networks.name import NetworkName, network_name_id
from domain.networks.network import Network
from domain.party.party_membership import NotAPartyMember, PartyMembership, party_membership_id
from domain.pilot.rule_book import RULE_BOOK, NoRulesApply, RuleBook
from domain.pilot.rules import AdoptedRules, NetworkType
from domain.plans.founding_plan import FoundingPlan

Outcome = tuple[Iterable[Aggregate], Answer]
"""What must be saved together, and what to answer."""


class Answering(NamedTuple):
    """A command that is recorded, as it is answered: for the first time, or to who gives it again."""

    vault: Vault
    receipt: Receipt
    session: Session
    command: Command
    now: datetime


@dataclass(frozen=True)
class CommandContext:
    """One command at work; thrown away and begun again when another writer was first."""

    log: EventLog
    vault: Vault
    writes: PendingWrites
    """What the command writes into the vault: known to itself alone until it is recorded."""
    session: Session
    command: Command
    command_id: UUID
    now: datetime
    resting: RestingItems
    expected: int | None = None
    _known: dict[PersonId, KnownPerson] = field(default_factory=dict)
    passed: list[Aggregate] = field(default_factory=list)
    """What was loaded and had something due: time does it before the command is decided (docs/decisions/0010)."""

    def answering(self, receipt: Receipt) -> Answering:
        """Give what an answer follows from, beside what the receipt keeps."""
        return Answering(self.vault, receipt, self.session, self.command, self.now)

    # Time

    @property
    def at(self) -> datetime:
        """
        When it happened: as said, or now. A day in the past means its last moment, so that it follows what came that day.

        A decision of the board was taken on the day of its meeting, or of the end of its written round.

        :raises InTheFuture: if it has not happened yet
        :raises NotOnAnotherDay: if it happens when it is asked for, and another day is said
        """
        if self.command.ONLY_NOW and (self.command.at, self.command.on) != (None, None):
            raise NotOnAnotherDay
        if self.command.at is not None:
            happened = self.command.at
        elif self.command.on is not None:
            happened = happened_on(self.command.on, self.now)
        elif (decided_on := self._decided_on) is not None:
            happened = happened_on(decided_on, self.now)
        else:
            happened = self.now
        if happened > self.now:
            raise InTheFuture(at=happened)
        return happened

    @property
    def _decided_on(self) -> date | None:
        """On which day the board decided, where the command says so; a mandate is of an earlier day than what is done on it."""
        decided = getattr(self.command, "decided", None)
        if not isinstance(decided, DecidedText) or decided.form is DecisionForm.MANDATE:
            return None
        return decided.day

    # Who

    @cached_property
    def reach(self) -> Reach:
        """How far the session reaches with this command."""
        return Reach(type(self.command), self.session, self.log, self.vault, self.now)

    @property
    def person(self) -> PersonId:
        """The person who gives the command; denied where the session is nobody's."""
        return self.reach.person

    def new_id(self, what: str) -> UUID:
        """Give the id of something new; the same command makes the same thing."""
        return uuid5(self.command_id, what)

    def reference(self, person: PersonId, network: UUID) -> Reference:
        return self.reference_in(person, in_network(network))

    def reference_in(self, person: PersonId, context: str) -> Reference:
        return self.known(person).reference(context)

    def known(self, person: PersonId) -> KnownPerson:
        """Give what the vault knows of a person; looked up once a command."""
        if person == self.session.person:
            return self.reach.known
        if person not in self._known:
            self._known[person] = self.vault.known(person)
        return self._known[person]

    def own_office(self) -> Doer:
        """Give how the one who gives the command is known as holder of a role."""
        return CLOCK if self.session.role is Role.CLOCK else self.reference_in(self.person, OFFICE)

    # Acts

    def act_of(
        self, by: Doer, role: Role, came_in: Source, entered_by: Doer | None = None, cause: EventName | None = None
    ) -> Act:
        """
        Make the act of the command.

        :param came_in: how it came in, where the command does not say so
        """
        source = self.command.source or came_in
        return Act(by=by, role=role, at=self.at, entered_by=entered_by, source=source, command=self.command_id, cause=cause)

    def act_of_member(self, person: PersonId | None, network: UUID) -> Act:
        """Make the act of somebody in a network: their own, or recorded by the bureau from a call, mail or paper."""
        doer = person or self.person
        by_other = doer != self.session.person
        # Never the role of an office: it would say which member of the network holds one.
        role = Role.CORE_GROUP if self.session.role is Role.CORE_GROUP else Role.MEMBER
        came_in, entered_by = (Source.NOT_NOTED, self.own_office()) if by_other else (Source.SELF, None)
        return self.act_of(self.reference(doer, network), role, came_in, entered_by)

    def act_of_network(self, network: UUID) -> Act:
        """
        Make the act of somebody of a core group for their network; what the bureau records is of the group as a body.

        :raises NotInCoreGroup: if whoever acts for the core group had no seat at that moment
        """
        if self.session.role is Role.PARTY_BUREAU:
            return self.act_of_body(CORE_GROUP, Role.CORE_GROUP)
        if self.session.role is not Role.CORE_GROUP:
            return self.act_in_role()
        act = self.act_of_member(None, network)
        if not self.get(Network, network).has_seat(act.by, act.at):
            raise NotInCoreGroup
        return act

    def act_of_core_group(self, person: PersonId | None, network: Network) -> Act:
        """
        Make the act of somebody of a core group, or of the whole group as a body when the bureau records it and names nobody.

        :raises NotInCoreGroup: if they have no seat at that moment
        """
        if self.session.role is Role.PARTY_BUREAU and person is None:
            return self.act_of_body(CORE_GROUP, Role.CORE_GROUP)
        act = self.act_of_member(person, network.id)
        if not network.has_seat(act.by, act.at):
            raise NotInCoreGroup
        return act

    def act_of_holder(self, reference: Reference, role: Role) -> Act:
        """Make the act of somebody in their role: their own, or recorded by the bureau."""
        if self.session.role is role:
            return self.act_in_role()
        return self.act_of(reference, role, Source.NOT_NOTED, self.own_office())

    def act_of_body(self, body: Doer, role: Role) -> Act:
        """Make the act of a body: typed by one of its members, or recorded by the bureau."""
        came_in = Source.SELF if self.session.role is role else Source.NOT_NOTED
        return self.act_of(body, role, came_in, self.own_office())

    def act_of_board(self, told: DecidedText | None) -> Act:
        """
        Make the act of the National Board: one of its members or the bureau types what the board decided, and how.

        :raises BoardDecisionIncomplete: if it is not told in which form it decided, on which day and who took part
        :raises DecidedOnAnotherDay: if it happened on another day than that of the meeting or the round
        :raises TooFewTookPart, MandateNotGivenYet: see Decided.must_be_of_the_board
        """
        act = self.act_as_decided(self._decided(told))
        if act.decided is not None:
            act.decided.must_be_of_the_board(day_of(act.at))
            if act.decided.is_taken_on_its_day and act.decided.day != day_of(act.at):
                raise DecidedOnAnotherDay(at=day_of(act.at), decided=act.decided.day)
        return act

    def act_as_decided(self, decided: Decided | None) -> Act:
        """Make the act of the National Board as it decided: now, or when something was to follow from it."""
        act = self.act_of_body(NATIONAL_BOARD, Role.NATIONAL_BOARD)
        in_meeting = decided is not None and decided.form is DecisionForm.MEETING
        source = Source.MEETING if in_meeting and act.source is Source.NOT_NOTED else act.source
        return act.model_copy(update={"decided": decided, "source": source})

    def _decided(self, told: DecidedText | None) -> Decided:
        told = told or DecidedText()
        if told.form is None or told.day is None or told.taking_part is None:
            parts = {DecisionPart.FORM: told.form, DecisionPart.DAY: told.day, DecisionPart.TAKING_PART: told.taking_part}
            raise BoardDecisionIncomplete(missing=tuple(part for part, said in parts.items() if said is None))
        noted = () if told.taking_part == NOT_NOTED else told.taking_part
        references = tuple(sorted({self.vault.reference(person, OFFICE) for person in noted}))
        taking_part = None if told.taking_part == NOT_NOTED else references
        return Decided(form=told.form, day=told.day, taking_part=taking_part, mandate=told.mandate)

    def act_in_role(self, cause: EventName | None = None) -> Act:
        """Make the act of somebody in the role of the session."""
        came_in = Source.CLOCK if self.session.role is Role.CLOCK else Source.SELF
        return self.act_of(self.own_office(), self.session.role, came_in, cause=cause)

    # Loading

    def load_many(self, wanted: Iterable[UUID]) -> dict[UUID, Aggregate]:
        """Load what the command is about in one query; what was due by now happens first. What is not there is left out."""
        found = self.log.load_many(wanted)
        for each in found.values():
            followed = self._follows(each)
            if let_time_pass(each, self.now) or followed:
                self.passed.append(each)
        return found

    def _follows(self, item: Aggregate) -> bool:
        """Let happen what follows from the closing or the reopening of its network."""
        if isinstance(item, Membership):
            return self._goes_on(item)
        return isinstance(item, AdviceRequest) and self._was_left(item)

    def _goes_on(self, membership: Membership) -> bool:
        """Let a membership go on that ended by a closing which was taken back: at that moment (docs/decisions/0028)."""
        network = self.log.load(Network, membership.network) if membership.ended_by_closing else None
        if network is None:
            return False
        for ending, closing in membership.ended_by_closing.items():
            reopened = network.reopened_after(closing)
            if reopened is not None and reopened.at <= self.now:
                command = derived("membership-goes-on", ending, reopened.by)
                membership.go_on(act_of_clock(reopened.at, command, reopened.by), of=ending)
        return bool(membership.pending_events)

    def _was_left(self, request: AdviceRequest) -> bool:
        """Leave a request to the bureau when its network closed: at that moment, before what time did since."""
        network = self.log.load(Network, request.network) if request.waits_for_its_network else None
        if network is None or network.closed_at is None or network.closed_at > self.now:
            return False
        closed = max(network.closed_at, request.asked_at)
        let_time_pass(request, closed)
        if request.waits_for_its_network:
            command = derived("leave-request-to-bureau", request.id, network.closed_by)
            request.leave_to_bureau(act_of_clock(closed, command, network.closed_by))
        return bool(request.pending_events)

    def load(self, kind: type[A], aggregate_id: UUID) -> A | None:
        """Load what the command is about, None when nothing happened to one of this kind and id yet."""
        found = self.load_many([aggregate_id]).get(aggregate_id)
        return found if isinstance(found, kind) else None

    def get(self, kind: type[A], aggregate_id: UUID) -> A:
        """
        Load what the command is about.

        :raises UnknownItem: if there is nothing under this id
        """
        found = self.load(kind, aggregate_id)
        if found is None:
            raise UnknownItem(kind=kind.__name__, item=aggregate_id)
        return found

    def target(self, kind: type[A], aggregate_id: UUID) -> A:
        """
        Load what the command changes, and check that it is as it was seen.

        :raises VersionNeeded, StaleVersion: if no version was named that must be, or another one holds now
        """
        found = self.get(kind, aggregate_id)
        self._must_be_as_seen(found)
        return found

    def _must_be_as_seen(self, found: Aggregate) -> None:
        if self.expected is None and self.command.NEEDS_VERSION:
            raise VersionNeeded(current=found.public_version)
        if self.expected is not None and self.expected != found.public_version:
            raise StaleVersion(seen=self.expected, current=found.public_version)

    def _get_of_few(self, kind: type[A], aggregate_id: UUID) -> A:
        """
        Load what not everybody may know to be there, before anything of it is told.

        :raises AccessDenied: if there is nothing and the role does not reach all of them: as where it is out of reach
        """
        if self.reach.reaches_few and self.load(kind, aggregate_id) is None:
            raise self.reach.denied()
        return self.get(kind, aggregate_id)

    def plan(self, plan: UUID) -> FoundingPlan:
        """Load a plan that the command changes; denied where only its initiators may and this is none of them."""
        found = self._get_of_few(FoundingPlan, plan)
        self.reach.must_cover(found)
        self._must_be_as_seen(found)
        return found

    def network(self, network: UUID) -> Network:
        """Load a network that the command changes; denied where only its core group may and this is none of them now."""
        found = self.target(Network, network)
        self.reach.must_cover(found)
        return found

    def meeting(self, meeting: UUID) -> tuple[Meeting, Network]:
        """Load a meeting that the command changes, and its network; denied as for the network."""
        found = self._get_of_few(Meeting, meeting)
        network = self.get(Network, found.network)
        self.reach.must_cover(network)
        self._must_be_as_seen(found)
        return found, network

    def request(self, advice_request: UUID) -> AdviceRequest:
        """
        Load an advice request that the command changes.

        :raises AccessDenied: if it is of another requester or network, or tells what this role must not know of a closed one
        """
        found = self._get_of_few(AdviceRequest, advice_request)
        if found.closed and self.session.role is Role.PARTY_BUREAU and getattr(self.command, "TELLS_CONTENT", False):
            raise self.reach.denied()
        self.reach.must_cover(self._asked_network(found) if self.reach.scope is Scope.OWN_NETWORK else found)
        self._must_be_as_seen(found)
        return found

    def _asked_network(self, request: AdviceRequest) -> Network:
        """Load the network in whose name a core group acts on a request: the leading one, or one that thinks along."""
        named: UUID = getattr(self.command, "network", request.network)
        if named not in request.networks:
            raise self.reach.denied()
        return self.get(Network, named)

    def must_be_party_member(self, person: PersonId, act: Act) -> None:
        """
        Check that somebody is a member of the party at the moment of an act.

        :raises NotAPartyMember: if not
        """
        membership = self.load(PartyMembership, party_membership_id(self.reference_in(person, PARTY)))
        if membership is None:
            raise NotAPartyMember
        membership.must_hold(act)

    def name_of(self, plan: FoundingPlan) -> NetworkName | None:
        """Load what is known of the name of a plan's network; None when nobody ever had it."""
        return self.load(NetworkName, network_name_id(plan.content.name))

    # Rules

    def rules(self, network_type: NetworkType, on: date | None = None) -> AdoptedRules:
        """
        Give the rules that hold for a type of network on a day, that of the act when none is named.

        :raises NoRulesApply: if none were adopted for the type and day
        """
        rule_book = self.load(RuleBook, RULE_BOOK)
        day = on or day_of(self.at)
        if rule_book is None:
            raise NoRulesApply(network_type=network_type, on=day)
        return rule_book.rules_for(network_type, day)

    def rules_if_any(self, network_type: NetworkType) -> AdoptedRules | None:
        """Give the rules of a type of network, None for networks that none apply to."""
        return None if network_type is NetworkType.IMPORTED else self.rules(network_type)

    # Sealing

    def closed(self, text: str, *, dossier: UUID, event_type: str, field: str) -> Sealed:
        """Seal a text for those who handle a case."""
        place = SealedFor(aggregate=str(dossier), event_type=event_type, field=field, subject=str(dossier))
        return self.writes.seal_closed(text, dossier=dossier, place=place)

    def personal(
        self, text: str, *, person: PersonId, purpose: Purpose, context: str, aggregate: UUID, event_type: str, field: str
    ) -> Sealed:
        """Seal a text with its author's key."""
        subject = self.reference_in(person, context)
        place = SealedFor(aggregate=str(aggregate), event_type=event_type, field=field, subject=subject)
        return self.known(person).seal(text, purpose=purpose, context=context, place=place)
