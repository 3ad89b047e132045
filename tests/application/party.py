"""A party to test with: invented people, a log and a vault, and a clock that the test moves."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from application.command_handler import CommandResult
from application.commands.advice import RequestAdvice
from application.commands.base import NOT_NOTED, A_co, Command, DecidedText
from application.commands.meetings import PlanMeeting
from application.commands.networks import AppointCoreGroupMember, BringInNetwork, EndSeat, JoinNetwork, MembershipAnswer
from application.commands.party import ChangeAddress, GiveRole, StartPartyMembership
from application.commands.pilot import OpenPilot
from application.commands.plans import AcceptNomination, ApprovePlan, DraftPlan, NominateCoreGroupMember, SubmitPlan
from application.ports.event_log import A, Recorded
from application.ports.vault.contexts import PARTY, in_network
from application.ports.vault.sessions import ConfirmedMail, Session
from application.queries.base import Query
from domain.advice.values import RequesterKind
from domain.kernel.acts import Reference, Role, Source
from domain.kernel.days import day_of
from domain.networks.meeting import MeetingMode
from domain.networks.membership import Membership, membership_id
from domain.party.office import GIVEN
from domain.party.party_membership import PartyMembership, party_membership_id
from domain.pilot.rules import NetworkType
from netwerkpartij.wiring import Opened
from tests.beginning import administrator, let_begin
from tests.deciding import as_decided, met

MONDAY = datetime(2025, 3, 3, 11, tzinfo=UTC)
"""Noon in Amsterdam."""

BUREAU = "Vera Voorbeeld"
BOARD = "Otto Voorbeeld"
FOUNDERS = ("Anne Voorbeeld", "Bas Verzonnen", "Casper Fictief", "Dina Voorbeeld")
OTHER_FOUNDERS = ("Elif Voorbeeld", "Femke Verzonnen", "Gijs Fictief", "Hanna Voorbeeld")
SOMEBODY = "Quirijn Verzonnen"
SOMEBODY_ELSE = "Rosa Fictief"
CONSENT = "toestemming-2022-06"

PLAN: dict[str, Any] = {
    "name": "Onderwijsnetwerk",
    "network_type": NetworkType.THEME,
    "purpose": "Goed onderwijs voor ieder kind.",
    "organisation": "De kerngroep komt elke maand bijeen.",
    "duration_months": 24,
    "intended_cooperation": "Met de fracties.",
}
NETWORK: dict[str, Any] = {
    "name": "Netwerk jeugd en gezin",
    "network_type": NetworkType.THEME,
    "purpose": "Samen kijken naar gezin en jeugdhulp.",
    "organisation": "Vier mensen, elke maand.",
    "existed_since": date(2016, 3, 12),
}

MEETING: dict[str, Any] = {"title": "Isolatie van huurhuizen", "day": date(2025, 3, 10), "mode": MeetingMode.BOTH}
REQUEST: dict[str, Any] = {
    "requester_kind": RequesterKind.POLITICIAN,
    "question": "Wat betekent dit voorstel voor kleine scholen?",
    "due": date(2025, 3, 31),
}


class MovableClock:
    """A clock that the test moves."""

    def __init__(self, now: datetime = MONDAY) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_time(self, **span: float) -> None:
        self.now += timedelta(**span)


class Party:
    """Acts and asks in any role; who is mentioned exists, and holds the role that they act in."""

    def __init__(self, opened: Opened, clock: MovableClock, known: "Party | None" = None) -> None:
        """Open a party; of one that was copied it is known who there is."""
        self.opened = let_begin(opened)
        self.clock = clock
        self.log, self.vault = opened.log, opened.vault
        self.people: dict[str, UUID] = {} if known is None else dict(known.people)
        self.offices: set[tuple[str, Role]] = set() if known is None else set(known.offices)
        self.members: set[str] = set() if known is None else set(known.members)
        self.bureau = self.session(Role.PARTY_BUREAU, BUREAU)
        self.board = self.session(Role.NATIONAL_BOARD, BOARD)

    # People

    def person(self, name: str, **known: Any) -> UUID:
        """Give the id of somebody, who is added when first mentioned."""
        if name not in self.people:
            self.people[name] = self.vault.add_person(name, **{"province": "Utrecht", "birth_year": 1980, **known})
        return self.people[name]

    def party_member(self, name: str) -> UUID:
        """Give the id of somebody who is a member of the party."""
        person = self.person(name)
        if name not in self.members:
            self.members.add(name)
            self.give(StartPartyMembership(person=person), self.bureau)
        return person

    def holder(self, name: str, role: Role) -> UUID:
        """Give the id of somebody who holds a role."""
        person = self.person(name)
        if (name, role) not in self.offices:
            self.offices.add((name, role))
            self.give(GiveRole(person=person, role=role), administrator(self.opened))
        return person

    def reference(self, name: str, network: UUID) -> Reference:
        """Give how somebody is known in a network."""
        return self.vault.reference(self.person(name), in_network(network))

    def in_party(self, name: str) -> Reference:
        """Give how somebody is known as member of the party."""
        return self.vault.reference(self.person(name), PARTY)

    # Sessions

    def session(self, role: Role, name: str | None = None, network: UUID | None = None) -> Session:
        """Give the session of somebody in a role."""
        who = name or f"Iemand Voorbeeld ({role})"
        if role in GIVEN:
            self.holder(who, role)
        if role in {Role.MEMBER, Role.CORE_GROUP}:
            self.party_member(who)
        return Session(person=self.person(who), role=role, network=network)

    def member(self, name: str) -> Session:
        return self.session(Role.MEMBER, name)

    def core_group(self, name: str, network: UUID) -> Session:
        return self.session(Role.CORE_GROUP, name, network)

    # Acting and asking

    def give(
        self, command: Command[A_co], session: Session, *, expected: int | None = None, command_id: UUID | None = None
    ) -> CommandResult[A_co]:
        """Give a command, a minute after the one before; what the board decides it decides in a meeting, unless it says how."""
        self.clock.pass_time(minutes=1)
        return self.give_as_it_is(
            as_decided(command, session.role, self.clock()), session, expected=expected, command_id=command_id
        )

    def give_as_it_is(
        self, command: Command[A_co], session: Session, *, expected: int | None = None, command_id: UUID | None = None
    ) -> CommandResult[A_co]:
        if isinstance(command, ChangeAddress) and command.email is not None:  # a code that was sent there was filled in
            session = replace(session, confirmed=session.confirmed or ConfirmedMail(command.email, ()))
        return self.opened.service.execute(command, session=session, command_id=command_id or uuid4(), expected=expected)

    def ask(self, question: Query[Any], session: Session) -> Any:
        """Ask a question."""
        return self.opened.service.query(question, session=session)

    def recorded(self, after: int = 0) -> list[Recorded]:
        """Give every event after a position."""
        events: list[Recorded] = []
        while batch := self.log.read(after=events[-1].position if events else after, limit=1_000):
            events.extend(batch)
        return events

    def all_of(self, topic: str, after: int = 0) -> list[Any]:
        """Give every event of a kind after a position."""
        return [recorded.event for recorded in self.recorded(after) if topic == recorded.event.TOPIC]

    def types(self, after: int) -> list[str]:
        """Give what was recorded after a position."""
        return [recorded.event.TOPIC for recorded in self.recorded(after)]

    def newest(self) -> Any:
        """Give the newest event."""
        return self.recorded()[-1].event

    def load(self, kind: type[A], item: UUID) -> A:
        """Load what must be there."""
        found = self.log.load(kind, item)
        assert found is not None
        return found

    def membership(self, name: str, network: UUID) -> Membership:
        return self.load(Membership, membership_id(network, self.reference(name, network)))

    def party_membership(self, name: str) -> PartyMembership:
        return self.load(PartyMembership, party_membership_id(self.in_party(name)))

    def holds(self, name: str, network: UUID) -> bool:
        """Say whether somebody is a member of a network now, as far as the membership itself knows."""
        return self.membership(name, network).holds_at(self.clock.now)

    def met(self, *names: str) -> DecidedText:
        """Give a meeting of the board today; of whom no name is given is not noted whether they took part."""
        took_part = tuple(self.holder(name, Role.NATIONAL_BOARD) for name in names)
        return met(day_of(self.clock()), took_part or NOT_NOTED)

    # What many tests begin with

    def pilot(self, places: int = 5) -> UUID:
        """Give a pilot that began."""
        opened = OpenPilot(label="proef", places=places, first_day=date(2025, 1, 1), last_day=date(2026, 12, 31))
        return self.give(opened, self.board).data.pilot

    def draft(self, by: str = FOUNDERS[0], **changes: Any) -> UUID:
        """Give a plan that somebody began to write."""
        return self.give(DraftPlan(**{**PLAN, **changes}), self.member(by)).data.plan

    def gathered(self, founders: tuple[str, ...] = FOUNDERS, **changes: Any) -> UUID:
        """Give a draft of which all founders accepted their seats."""
        plan = self.draft(founders[0], **changes)
        consent = CONSENT if changes.get("sensitive") else None
        for name in founders:
            nominated = NominateCoreGroupMember(plan=plan, nominee=self.party_member(name))
            self.give(nominated, self.member(founders[0]))
            self.give(AcceptNomination(plan=plan, consent_version=consent), self.member(name))
        return plan

    def submitted(self, founders: tuple[str, ...] = FOUNDERS, **changes: Any) -> UUID:
        """Give a plan that was handed in."""
        plan = self.gathered(founders, **changes)
        self.give(SubmitPlan(plan=plan), self.member(founders[0]))
        return plan

    def founded(self, founders: tuple[str, ...] = FOUNDERS, **changes: Any) -> UUID:
        """Give a network that was founded on a plan."""
        return self.approved(self.submitted(founders, **changes))

    def approved(self, plan: UUID) -> UUID:
        """Give the network that was founded on a plan when the board agreed with it."""
        return the_id(self.give(ApprovePlan(plan=plan, plan_version=1), self.board).data.network)

    def network(self, **changes: Any) -> UUID:
        """Give a network that was brought in."""
        return self.give(BringInNetwork(**{**NETWORK, **changes}), self.board).data.network

    def join(self, name: str, network: UUID, **said: Any) -> CommandResult[MembershipAnswer]:
        """Let somebody join a network by themselves."""
        self.party_member(name)
        return self.give(JoinNetwork(network=network, purpose_version=1, **said), self.member(name))

    def join_by_phone(self, name: str, network: UUID, **said: Any) -> CommandResult[MembershipAnswer]:
        """Let the bureau record a call of somebody who joins a network."""
        told = {"source": Source.PHONE, **said}
        join = JoinNetwork(network=network, purpose_version=1, person=self.party_member(name), **told)
        return self.give(join, self.bureau)

    def seat(self, name: str, network: UUID) -> None:
        """Give a member of a network a seat in its core group."""
        self.give(AppointCoreGroupMember(network=network, person=self.person(name)), self.board)

    def step_down(self, name: str, network: UUID) -> None:
        """Let somebody of a core group give up the seat, by themselves."""
        self.give(EndSeat(network=network), self.core_group(name, network))

    def meeting(self, network: UUID, **changes: Any) -> UUID:
        """Give a meeting that the bureau planned, a week ahead."""
        planned = PlanMeeting(**{**MEETING, "network": network, **changes})
        return self.give(planned, self.bureau).data.meeting

    # Advice

    def requester(self, name: str | None = None) -> Session:
        return self.session(Role.REQUESTER, name)

    def asked(self, network: UUID, *, by: str | None = None, **differs: Any) -> UUID:
        """Give a question that a requester put to a network, to be answered in four weeks."""
        asked = RequestAdvice(**{**REQUEST, "network": network, **differs})
        return self.give(asked, self.requester(by)).data.advice_request

    # What a test looks for

    @contextmanager
    def refused(self, refusal: type[Exception]) -> Iterator[Any]:
        """Check that something is refused, and that nothing is recorded then."""
        before = self.log.last_position()
        with pytest.raises(refusal) as caught:
            yield caught
        assert type(caught.value) is refusal
        assert self.log.last_position() == before


def the_id(item: UUID | None) -> UUID:
    """Give the id that an answer tells, where it could have told none."""
    assert item is not None
    return item
