"""
Random lives of several items together: late, corrected and withdrawn entries in any order of commit.

Among the networks is a sensitive one, which members join by themselves; networks close, merge and are opened again.

Whatever was typed when, no state breaks a rule across items, in the aggregates and in what is read. The rules are written here
once more, as somebody would who has a list of members and a list of seats, and not by domain/across_items.py.
"""

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from application.commands.advice import (
    AcceptRequest,
    AnswerCall,
    CallMembers,
    DeliverAdvice,
    OfferAdvice,
    RedirectRequest,
    RequestAdvice,
)
from application.commands.base import Command
from application.commands.conversations import HoldConversation
from application.commands.lessons import TellLessons
from application.commands.meetings import RecordMeeting
from application.commands.networks import (
    AppointChair,
    AppointCoreGroupMember,
    CloseNetwork,
    CorrectEntry,
    EndSeat,
    JoinNetwork,
    LeaveNetwork,
    MarkSensitive,
    MergeNetwork,
    ReopenNetwork,
    ResumeNetwork,
    StateCoreGroupMix,
    SuspendNetwork,
    WithdrawEntry,
)
from application.commands.party import AnnouncePartyEnd, StartPartyMembership
from application.commands.plans import DraftPlan
from application.ports.vault.contexts import PARTY, in_network
from application.ports.vault.sessions import Session
from application.queries.networks import MembershipReport
from domain.advice.request import AdviceRequest
from domain.advice.values import RequesterKind
from domain.kernel.acts import Role
from domain.kernel.days import day_of, end_of, start_of
from domain.kernel.entries import Mistake
from domain.kernel.errors import DomainError
from domain.networks.conversation import ConversationOutcome, Occasion, conversation_id
from domain.networks.meeting import Meeting, MeetingAudience, MeetingMode
from domain.networks.membership import Membership, membership_id
from domain.networks.network import Network
from domain.party.party_membership import PartyMembership, party_membership_id
from domain.pilot.pilot import Pilot
from domain.plans.founding_plan import FoundingPlan
from netwerkpartij.background import settle
from netwerkpartij.cli.check import found
from tests.application.conftest import copied, party_at
from tests.application.party import CONSENT, PLAN, REQUEST, Party

PEOPLE = ("Anne Voorbeeld", "Bas Verzonnen", "Casper Fictief")
STEPS = 80
INSTANT = timedelta(microseconds=1)

Given = tuple[Command, Session]


class Life:
    """A life of three networks, one of them sensitive, three people and a pilot, by chance."""

    def __init__(self, party: Party, seed: int) -> None:
        self.party = party
        self.chance = random.Random(seed)  # noqa: S311  # a life that can be lived again
        self.began_at = party.clock.now
        for name in PEOPLE:
            party.party_member(name)
        self.hidden = party.network(name="LHBTIQ+ netwerk")
        self.networks = [party.network(), party.network(name="Netwerk zorg"), self.hidden]
        self.pilot = party.pilot()
        self.requests: list[UUID] = []
        for name in PEOPLE:
            for network in self.networks:
                party.join(name, network, consent_version=CONSENT)
                if self.chance.random() < 0.5:
                    party.clock.pass_time(days=self.chance.randrange(5))
                    party.seat(name, network)
        party.give(MarkSensitive(network=self.hidden), party.board)  # from now on its members join and leave by themselves
        self.refusals: Counter[str] = Counter()
        self.recorded: Counter[str] = Counter()

    def live(self) -> None:
        """Live, and look after every step that was recorded whether all still agree."""
        for _ in range(STEPS):
            self.party.clock.pass_time(hours=self.chance.choice((1, 5, 30, 200)))
            if self.chance.random() < 0.15:
                settle(self.party.opened, nightly=True)
            elif self.step():
                self.must_agree()
        self.party.clock.pass_time(days=40)
        for _ in range(6):
            self.party.clock.pass_time(days=1)
            settle(self.party.opened, nightly=True)
        self.must_agree()
        self.must_have_left_with_the_party()
        assert list(found(self.party.opened)) == []

    def step(self) -> bool:
        """Give a command by chance, and say whether it was recorded; it is tried once more when others were first."""
        command, session = self.chance.choice(STEPS_OF_A_LIFE)(self)
        try:
            answer = self.party.give(command, session).data
        except DomainError as refusal:
            self.refusals[refusal.code] += 1
            return False
        self.recorded[type(command).__name__] += 1
        if isinstance(command, ReopenNetwork):
            settle(self.party.opened)  # a policy lets memberships go on, as the service does at once
        if isinstance(command, RequestAdvice):
            self.requests.append(answer.advice_request)  # type: ignore[attr-defined]
        return True

    # What chance chooses

    def moment(self) -> datetime:
        """Give a moment of this life or just before it, often one at which something happened."""
        now = self.party.clock.now
        if self.chance.random() < 0.4:
            known = [each.event.act.at for each in self.party.recorded()]
            near = self.chance.choice(known) + self.chance.choice((-1, 0, 1)) * timedelta(seconds=1)
            return min(max(near, self.began_at - timedelta(days=2)), now)
        return self.began_at + (now - self.began_at) * self.chance.uniform(-0.05, 1)

    def when(self) -> dict[str, Any]:
        return {} if self.chance.random() < 0.3 else {"at": self.moment()}

    def network(self) -> UUID:
        return self.chance.choice(self.networks)

    def of_a_member(self) -> tuple[UUID, UUID | None, Session]:
        """Give a network, of whom the bureau records something there, and who does: in the sensitive one members do so."""
        network, name = self.network(), self.chance.choice(PEOPLE)
        if network == self.hidden:
            return network, None, self.party.member(name)
        return network, self.party.person(name), self.party.bureau

    def person(self) -> UUID:
        return self.party.person(self.chance.choice(PEOPLE))

    def entry(self) -> str:
        """Give the name of something that may be mended."""
        kinds = ("Member", "CoreGroupM", "NetworkClosed", "NetworkMerged", "Existing", "MeetingRecorded", "AdviceDelivered")
        events = [each.event for each in self.party.recorded() if each.event.TOPIC.startswith(kinds)]
        chosen = self.chance.choice(events)
        return f"{chosen.originator_id}:{chosen.originator_version}"

    # What must be so

    def must_agree(self) -> None:
        """Check the rules across items at every moment at which something changes, and every day as it is read."""
        recorded = self.party.recorded()
        moments = {each.event.act.at for each in recorded}
        moments |= {at for each in recorded if (at := getattr(each.event, "at", None)) is not None}
        moments = {moment + by for moment in moments for by in (-INSTANT, timedelta(), INSTANT)}
        for item in self.networks:
            network, memberships = self.party.load(Network, item), list(self.memberships(item))
            for moment in moments:
                members = self.members_at(network, memberships, moment)
                assert set(network.core_group(moment)) <= members, (moment, network.seats.entries)
            for membership in memberships:
                self.must_begin_rightly(network, membership)
            assert network.chair is None or network.chair in {*network.core_group(self.party.clock.now), *self.closed(network)}
            self.must_read_the_same(network, memberships)
        self.meetings_and_requests_must_agree(recorded)
        for each in recorded:
            self.must_have_been_said_by_a_network(each.event)

    def memberships(self, network: UUID) -> Iterator[Membership]:
        for name in PEOPLE:
            found = self.party.log.load(Membership, membership_id(network, self.party.reference(name, network)))
            if found is not None:
                yield found

    @staticmethod
    def closed(network: Network) -> set[str]:
        return set() if network.closed_at is None or network.chair is None else {network.chair}

    @staticmethod
    def members_at(network: Network, memberships: list[Membership], moment: datetime) -> set[str]:
        """Give who was a member of a network: while it was there, and by what each membership says."""
        is_there = network.begun_at <= moment and (network.closed_at is None or moment < network.closed_at)
        return {each.reference for each in memberships if is_there and each.holds_at(moment)}

    def must_begin_rightly(self, network: Network, membership: Membership) -> None:
        (person,) = self.party.vault.whose(in_network(network.id), [membership.reference]).values()
        party = self.party.load(PartyMembership, party_membership_id(self.party.vault.reference(person, PARTY)))
        for period in membership.periods:
            assert network.begun_at <= period.begun_at
            assert party.begun_at[0] <= period.begun_at

    def must_read_the_same(self, network: Network, memberships: list[Membership]) -> None:
        first, last = day_of(self.began_at) - timedelta(days=2), day_of(self.party.clock.now)
        days = {first + timedelta(days=self.chance.randrange((last - first).days + 1)) for _ in range(6)}
        for day in days:
            at = end_of(day) - INSTANT
            counted = [each for each in self.report(day) if each.network == network.id]
            told = [(each.members, each.core_group) for each in counted]
            lived = [(len(self.members_at(network, memberships, at)), len(network.core_group(at)))]
            assert told == (lived if network.begun_at <= at else []), day
            seen = self.party.ask(MembershipReport(on=day), self.party.board).items
            hidden = [each.members for each in seen if each.network == self.hidden]
            assert hidden in ([], [None]), day

    def report(self, day: date) -> Any:
        """Give what the administrator's command line counts, of the sensitive network too."""
        service = self.party.opened.service
        return service.reads.answer(MembershipReport(on=day), after=service.log.last_position(), patience=30).items

    def meetings_and_requests_must_agree(self, recorded: list[Any]) -> None:
        items = self.party.log.load_many({each.event.originator_id for each in recorded})
        for item in items.values():
            if isinstance(item, Meeting) and item.held is not None:
                self.must_have_been_there(item)
            elif isinstance(item, AdviceRequest):
                network = self.party.load(Network, item.network)
                assert network.begun_at <= item.asked_at
                for each in item.life:
                    if each.act.role is Role.CORE_GROUP and "Delivered" in each.TOPIC:
                        assert network.closed_at is None or each.act.at < network.closed_at
            elif isinstance(item, FoundingPlan) and item.pilot is not None:
                assert self.party.load(Pilot, item.pilot).begun_at <= item.life[0].act.at

    def must_have_been_said_by_a_network(self, said: Any) -> None:
        """Check that lessons, offers, talks, answers to calls and mixes are of a network that was there."""
        if said.TOPIC in {"LessonsTold", "LessonsToldAgain", "AdviceOffered", "ConversationHeld", "AnswerGivenToCall"}:
            (item,) = self.party.log.load_many([said.originator_id]).values()
            network = self.party.load(Network, item.network)  # type: ignore[attr-defined]  # each of these has one
            assert network.begun_at <= said.act.at
            assert network.closed_at is None or said.act.at < network.closed_at
            if said.TOPIC == "AnswerGivenToCall":
                membership = self.party.load(Membership, membership_id(network.id, said.reference))
                assert membership.holds_at(said.act.at) or any(each.TOPIC == "MembershipEnded" for each in membership.life)
        elif said.TOPIC == "CoreGroupMixStated":
            network = self.party.load(Network, said.originator_id)
            of = f"{network.id}:{said.originator_version}"
            ends = [each for each in network.life if each.TOPIC == "CoreGroupMemberSteppedDown" and each.act.role is Role.CLOCK]
            for mix in (each for each in network.mixes if each.event == of and not each.withdrawn):
                held, thought_to_be = len(network.core_group(mix.at)), len(ends)
                assert 0 < max(said.with_experience, 1) <= held + thought_to_be

    def must_have_been_there(self, meeting: Meeting) -> None:
        assert meeting.held is not None
        network, at = self.party.load(Network, meeting.network), meeting.held.at
        assert network.begun_at <= at
        assert network.closed_at is None or at < network.closed_at
        for reference in meeting.attendees:
            membership = self.party.load(Membership, membership_id(network.id, reference))
            by_party = any(each.TOPIC == "MembershipEnded" for each in membership.life)
            assert membership.holds_at(at) or by_party

    def must_have_left_with_the_party(self) -> None:
        """Check that nobody is counted after the month in which they left the party for the last time."""
        for item in self.networks:
            network = self.party.load(Network, item)
            for name in PEOPLE:
                party = self.party.party_membership(name)
                mine = [each for each in self.memberships(item) if each.reference == self.party.reference(name, item)]
                if party.ended and mine and network.closed_at is None:
                    left = day_of(party.left_at[-1])
                    next_month = start_of((left.replace(day=1) + timedelta(days=32)).replace(day=1))
                    ended = [each.ended_at for each in mine[0].periods if each.begun_at < next_month]
                    assert all(at is not None and at <= next_month for at in ended)
                    assert not mine[0].holds_at(self.party.clock.now)


def join(life: Life) -> Given:
    network, person, session = life.of_a_member()
    consent = CONSENT if network == life.hidden else None
    return JoinNetwork(network=network, purpose_version=1, person=person, consent_version=consent, **life.when()), session


def leave(life: Life) -> Given:
    network, person, session = life.of_a_member()
    return LeaveNetwork(network=network, person=person, **life.when()), session


def appoint(life: Life) -> Given:
    return AppointCoreGroupMember(network=life.network(), person=life.person(), **life.when()), life.party.board


def end_seat(life: Life) -> Given:
    return EndSeat(network=life.network(), person=life.person(), **life.when()), life.party.bureau


def appoint_chair(life: Life) -> Given:
    return AppointChair(network=life.network(), person=life.person(), **life.when()), life.party.board


def correct(life: Life) -> Given:
    return CorrectEntry(of=life.entry(), corrected_at=life.moment(), mistake=Mistake.WRONG_DAY), life.party.bureau


def withdraw(life: Life) -> Given:
    return WithdrawEntry(of=life.entry(), mistake=Mistake.ENTERED_TWICE), life.party.bureau


def meet(life: Life) -> Given:
    network = life.network()
    present = tuple(life.party.reference(name, network) for name in PEOPLE if life.chance.random() < 0.4)
    held: dict[str, Any] = {
        "title": "Op bezoek",
        "mode": MeetingMode.BOTH,
        "audience": MeetingAudience.ALL_MEMBERS,
        "outcome": "held",
    }
    return RecordMeeting(network=network, present=9, attendees=present, **held, **life.when()), life.party.bureau


def ask(life: Life) -> Given:
    due = day_of(life.party.clock.now) + timedelta(days=60)
    asked = {**REQUEST, "due": due, "person": life.person(), "network": life.network()}
    return RequestAdvice(**asked, **life.when()), life.party.bureau


def work_on_advice(life: Life) -> Given:
    if not life.requests:
        return ask(life)
    request = life.chance.choice(life.requests)
    if life.chance.random() < 0.2:
        return RedirectRequest(advice_request=request, other_network=life.network(), **life.when()), life.party.bureau
    if life.chance.random() < 0.5:
        return call(life, request)
    network = life.party.load(AdviceRequest, request).network
    session = life.party.core_group(life.chance.choice(PEOPLE), network)
    if life.chance.random() < 0.3:
        return AcceptRequest(advice_request=request, **life.when()), session
    if life.chance.random() < 0.5:
        talked = day_of(life.moment())
        return DeliverAdvice(advice_request=request, talked_on=talked, talked_with="Een Kamerlid."), session
    return DeliverAdvice(advice_request=request, advice="Ja.", **life.when()), session


def call(life: Life, request: UUID) -> Given:
    if life.chance.random() < 0.3:
        closes_on = day_of(life.party.clock.now) + timedelta(days=30)
        return CallMembers(advice_request=request, closes_on=closes_on, **life.when()), life.party.bureau
    answer = AnswerCall(advice_request=request, answer="Graag.", **life.when())
    return answer, life.party.member(life.chance.choice(PEOPLE))


def say(life: Life) -> Given:
    network = life.network()
    if life.chance.random() < 0.5:
        return TellLessons(network=network, what_worked=f"Dit {life.chance.random()}.", **life.when()), life.party.bureau
    offer = OfferAdvice(network=network, addressee=RequesterKind.POLITICIAN, advice="Doe het.", **life.when())
    return offer, life.party.bureau


def state_mix(life: Life) -> Given:
    experienced = life.chance.randrange(3)
    return StateCoreGroupMix(network=life.network(), with_experience=experienced, **life.when()), life.party.bureau


def talk(life: Life) -> Given:
    conversation = conversation_id(life.network(), Occasion.YEAR_OVER)
    held = HoldConversation(conversation=conversation, outcome=ConversationOutcome.CONTINUE, **life.when())
    return held, life.party.bureau


def reopen(life: Life) -> Given:
    return ReopenNetwork(network=life.network(), reason="Toch niet.", **life.when()), life.party.board


def close(life: Life) -> Given:
    if life.chance.random() < 0.5:
        return correct(life)
    if life.chance.random() < 0.4:
        return MergeNetwork(network=life.network(), into=life.network(), reason="Samen.", **life.when()), life.party.board
    return CloseNetwork(network=life.network(), reason="Af.", **life.when()), life.party.board


def suspend(life: Life) -> Given:
    if life.chance.random() < 0.7:
        return resume(life)
    return SuspendNetwork(network=life.network(), reason="Ruzie.", **life.when()), life.party.board


def resume(life: Life) -> Given:
    return ResumeNetwork(network=life.network(), **life.when()), life.party.board


def leave_party(life: Life) -> Given:
    if life.chance.random() < 0.6:
        return come_back(life)
    return AnnouncePartyEnd(person=life.person(), **life.when()), life.party.bureau


def come_back(life: Life) -> Given:
    return StartPartyMembership(person=life.person(), **life.when()), life.party.bureau


def draft(life: Life) -> Given:
    plan = {**PLAN, "name": f"Netwerk {life.chance.random()}", "pilot": life.pilot}
    return DraftPlan(**plan, **life.when()), life.party.bureau


OFTEN = (join, appoint, correct, withdraw)
SOMETIMES = (leave, meet, end_seat)
SELDOM = (
    *(appoint_chair, ask, work_on_advice, work_on_advice, close, suspend, leave_party, come_back, draft),
    *(reopen, reopen, say, say, state_mix, talk),
)
STEPS_OF_A_LIFE = (*OFTEN * 3, *SOMETIMES * 2, *SELDOM)


@pytest.mark.parametrize("seed", [0, pytest.param(1, marks=pytest.mark.slow)])
def test_no_life_reaches_a_state_in_which_items_do_not_agree(party_on_each: Party, seed: int):
    Life(party_on_each, seed).live()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 140))
def test_nor_do_many_more(begun: Any, tmp_path: Any, seed: int):
    with party_at(copied(begun, tmp_path)) as party:
        Life(party, seed).live()
