"""What a network said and what was said of it is of a day on which the network was there."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from application.commands.advice import (
    AcceptRequest,
    AnswerCall,
    CallMembers,
    GiveContribution,
    OfferAdvice,
    RedirectRequest,
)
from application.commands.conversations import HoldConversation, OpenConversation
from application.commands.lessons import TellLessons
from application.commands.networks import (
    CloseNetwork,
    CorrectEntry,
    EndSeat,
    LeaveNetwork,
    MergeNetwork,
    StateCoreGroupMix,
    WithdrawEntry,
)
from application.commands.party import AnnouncePartyEnd
from application.commands.plans import BringPlanIntoPilot
from application.language.errors import error_sentence
from application.language.words import Language
from application.passing_time import act_of_clock
from application.policies.carrying_out import THE_CLOCK
from domain.across_items import WhatRests
from domain.advice.offer import AdviceOffer
from domain.advice.values import RequesterKind
from domain.kernel.days import day_of
from domain.kernel.entries import Mistake
from domain.kernel.errors import MembersRestOnEntry, NothingToRestOnThen, SomethingRestsOnEntry, WayOut
from domain.networks.conversation import ConversationOutcome, Occasion
from domain.networks.errors import FewerSeatsThanStated, NetworkClosedAlready, NetworkNotBegunYet
from domain.networks.network import Network
from netwerkpartij.background import settle
from netwerkpartij.cli.check import found
from tests.application.party import CONSENT, FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party

WRONG_DAY = Mistake.WRONG_DAY
Said = Callable[[Party, UUID], str]
"""Let a network say something now, and give the name of the event."""


def newest(party: Party) -> str:
    event = party.newest()
    return f"{event.originator_id}:{event.originator_version}"


def lessons(party: Party, network: UUID) -> str:
    party.give(TellLessons(network=network, what_worked="Een spreker."), party.bureau)
    return newest(party)


def offer(party: Party, network: UUID) -> str:
    party.give(OfferAdvice(network=network, addressee=RequesterKind.POLITICIAN, advice="Doe het niet."), party.bureau)
    return newest(party)


def talk(party: Party, network: UUID) -> str:
    opened = OpenConversation(network=network, occasion=Occasion.YEAR_OVER, day=day_of(party.clock.now))
    conversation = party.give(opened, THE_CLOCK).data.conversation
    party.give(HoldConversation(conversation=conversation, outcome=ConversationOutcome.CONTINUE), party.bureau)
    return newest(party)


def call_answer(party: Party, network: UUID) -> str:
    party.join(SOMEBODY, network)
    request = party.asked(network)
    party.give(CallMembers(advice_request=request, closes_on=date(2025, 12, 1)), party.bureau)
    party.clock.pass_time(days=1)
    party.give(AnswerCall(advice_request=request, answer="Graag."), party.member(SOMEBODY))
    return newest(party)


def accepted(party: Party, network: UUID) -> str:
    party.give(AcceptRequest(advice_request=party.asked(network)), party.bureau)
    return newest(party)


def redirected(party: Party, network: UUID) -> str:
    other = party.network(name="Netwerk zorg")
    party.give(RedirectRequest(advice_request=party.asked(network), other_network=other), party.bureau)
    return newest(party)


def contribution(party: Party, network: UUID) -> str:
    leading = party.network(name="Netwerk zorg")
    request = party.asked(leading, other_networks=(network,))
    party.give(GiveContribution(advice_request=request, network=network, contribution="Ook dit."), party.bureau)
    return newest(party)


def mix(party: Party, network: UUID) -> str:
    party.join(SOMEBODY, network)
    party.seat(SOMEBODY, network)
    party.clock.pass_time(days=1)
    party.give(StateCoreGroupMix(network=network, with_experience=1), party.bureau)
    return newest(party)


OTHER_DAY, MEND_IT = WayOut.OTHER_DAY, WayOut.MEND_IT
EVERYTHING_SAID = [
    (lessons, "lessons", MEND_IT),
    (offer, "offer", MEND_IT),
    (talk, "conversation", MEND_IT),
    (call_answer, "call-answer", OTHER_DAY),
    (accepted, "answer", MEND_IT),
    (redirected, "advice-step", OTHER_DAY),
    (contribution, "advice-step", OTHER_DAY),
    (mix, "mix", MEND_IT),
]


def named(because: str, at: datetime, first: WayOut, entry: str) -> dict[str, object]:
    return {"because": because, "on": day_of(at), "first": first, "entry": entry}


@pytest.mark.parametrize(("said", "because", "first"), EVERYTHING_SAID)
def test_a_network_does_not_turn_out_to_have_closed_before_what_it_said(party: Party, said: Said, because: str, first: WayOut):
    network = party.network()
    party.clock.pass_time(days=5)
    entry = said(party, network)
    said_at = party.newest().act.at
    party.clock.pass_time(days=5)
    closing = CloseNetwork(network=network, reason="Af.", at=said_at - timedelta(hours=1))
    with party.refused(SomethingRestsOnEntry) as refused:
        party.give(closing, party.board)
    assert refused.value.facts == named(because, said_at, first, entry)
    party.give(closing.model_copy(update={"at": said_at + timedelta(hours=1)}), party.board)
    assert list(found(party.opened)) == []


@pytest.mark.parametrize("said", [lessons, offer, talk])
def test_and_does_not_turn_out_to_have_begun_after_it(party: Party, said: Said):
    network = party.network()
    party.clock.pass_time(days=5)
    said(party, network)
    party.clock.pass_time(days=5)
    with party.refused(SomethingRestsOnEntry):
        later = CorrectEntry(of=f"{network}:1", corrected_at=party.clock.now, mistake=WRONG_DAY)
        party.give(later, party.bureau)


def test_a_network_that_was_asked_beside_another_was_there_by_then(party: Party):
    leading, beside = party.network(), party.network(name="Netwerk zorg")
    party.clock.pass_time(days=2)
    party.asked(leading, other_networks=(beside,))
    party.clock.pass_time(days=2)
    with party.refused(SomethingRestsOnEntry):
        party.give(CorrectEntry(of=f"{beside}:1", corrected_at=party.clock.now, mistake=WRONG_DAY), party.bureau)


@pytest.mark.parametrize("said", [lessons, offer])
def test_a_network_that_is_closed_says_nothing_any_more_and_no_talk_with_it_is_held(party: Party, said: Said):
    network = party.network()
    opened = OpenConversation(network=network, occasion=Occasion.YEAR_OVER, day=day_of(party.clock.now))
    conversation = party.give(opened, THE_CLOCK).data.conversation
    party.clock.pass_time(days=1)
    talked_at = party.clock.now
    party.give(CloseNetwork(network=network, reason="Af."), party.board)
    with pytest.raises(NetworkClosedAlready):
        said(party, network)
    talked = HoldConversation(conversation=conversation, outcome=ConversationOutcome.CLOSE)
    with party.refused(NetworkClosedAlready):
        party.give(talked, party.bureau)
    party.give(talked.model_copy(update={"at": talked_at}), party.bureau)


def test_no_lessons_are_told_of_a_half_year_before_the_network(party: Party):
    network = party.network()
    with party.refused(NetworkNotBegunYet):
        party.give(TellLessons(network=network, half_year="2024-H2", what_worked="Niets."), party.bureau)


# Members and what they said


@pytest.mark.parametrize(
    "taken_back",
    [
        lambda party, network, at: LeaveNetwork(network=network, person=party.person(SOMEBODY), at=at - timedelta(hours=1)),
        lambda party, network, _: WithdrawEntry(of=f"{party.membership(SOMEBODY, network).id}:1", mistake=WRONG_DAY),
    ],
)
def test_who_answered_a_call_was_a_member_then(party: Party, taken_back: Callable[[Party, UUID, datetime], Any]):
    network = party.network()
    entry = call_answer(party, network)
    at = party.newest().act.at
    party.clock.pass_time(days=3)
    with party.refused(SomethingRestsOnEntry) as refused:
        party.give(taken_back(party, network, at), party.bureau)
    assert refused.value.facts == named("call-answer", at, OTHER_DAY, entry)
    leaves = LeaveNetwork(network=network, person=party.person(SOMEBODY), at=at + timedelta(hours=1))
    party.give(leaves, party.bureau)


def test_who_must_not_know_what_members_of_a_sensitive_network_did_is_told_neither_what_nor_when(party: Party):
    network = party.network(sensitive=True)
    party.clock.pass_time(days=5)
    party.join(SOMEBODY, network, consent_version=CONSENT)
    request = party.asked(network)
    party.give(CallMembers(advice_request=request, closes_on=date(2025, 12, 1)), party.bureau)
    asked_at = party.clock.now
    party.clock.pass_time(days=1)
    party.give(AnswerCall(advice_request=request, answer="Graag."), party.member(SOMEBODY))
    closing = CloseNetwork(network=network, reason="Af.", at=asked_at + timedelta(hours=1))
    for session in (party.board, party.bureau):
        with party.refused(MembersRestOnEntry) as refused:
            party.give(closing, session)
        assert refused.value.facts == {}


# A mix is of seats that were held


def seated(party: Party, network: UUID, *names: str) -> None:
    for name in names:
        party.join(name, network)
        party.seat(name, network)


def test_a_mix_is_not_corrected_to_when_fewer_had_a_seat(party: Party):
    network = party.network()
    seated(party, network, SOMEBODY)
    one_seat_at = party.clock.now
    party.clock.pass_time(days=1)
    seated(party, network, SOMEBODY_ELSE)
    party.give(StateCoreGroupMix(network=network, with_experience=2), party.bureau)
    with party.refused(FewerSeatsThanStated):
        party.give(CorrectEntry(of=newest(party), corrected_at=one_seat_at, mistake=WRONG_DAY), party.bureau)


def test_a_seat_does_not_turn_out_to_have_ended_before_a_mix_that_counts_it(party: Party):
    network = party.network()
    seated(party, network, SOMEBODY, SOMEBODY_ELSE)
    party.clock.pass_time(days=1)
    party.give(StateCoreGroupMix(network=network, with_experience=2), party.bureau)
    stated, stated_at = newest(party), party.clock.now
    party.clock.pass_time(days=1)
    ended = EndSeat(network=network, person=party.person(SOMEBODY_ELSE), at=stated_at - timedelta(hours=2))
    with party.refused(SomethingRestsOnEntry) as refused:
        party.give(ended, party.bureau)
    assert refused.value.facts == named("mix", stated_at, MEND_IT, stated)
    party.give(WithdrawEntry(of=stated, mistake=Mistake.WRONG_NUMBER), party.bureau)
    party.give(ended, party.bureau)


def test_a_mix_stays_when_somebody_turns_out_to_have_left_the_party_before_it(party: Party):
    network = party.network()
    seated(party, network, SOMEBODY, SOMEBODY_ELSE)
    party.clock.pass_time(days=60)
    left_at = party.clock.now - timedelta(days=40)
    party.give(StateCoreGroupMix(network=network, with_experience=2), party.bureau)
    party.give(AnnouncePartyEnd(person=party.person(SOMEBODY), at=left_at), party.bureau)
    for _ in range(20):
        party.clock.pass_time(days=1)
        settle(party.opened, nightly=True)
    assert len(party.load(Network, network).core_group(party.clock.now - timedelta(days=20))) == 1
    assert list(found(party.opened)) == []


# Networks and pilots


def test_a_merger_is_not_corrected_to_before_the_network_that_it_went_into(party: Party):
    merged = party.network()
    party.clock.pass_time(days=5)
    into = party.network(name="Netwerk zorg")
    begun_at = party.clock.now
    party.clock.pass_time(days=5)
    party.give(MergeNetwork(network=merged, into=into, reason="Samen."), party.board)
    of = party.load(Network, merged).closed_by or ""
    before = begun_at - timedelta(days=2)
    with party.refused(NothingToRestOnThen) as refused:
        party.give(CorrectEntry(of=of, corrected_at=before, mistake=WRONG_DAY), party.bureau)
    assert refused.value.facts == {"ground": "network", "on": day_of(before)}
    party.give(CorrectEntry(of=of, corrected_at=begun_at + timedelta(days=1), mistake=WRONG_DAY), party.bureau)


def test_a_plan_that_was_begun_before_the_pilot_and_brought_into_it_is_all_right(party: Party):
    plan = party.draft()
    party.clock.pass_time(days=3)
    pilot = party.pilot()
    party.give(BringPlanIntoPilot(plan=plan, pilot=pilot), party.member(FOUNDERS[0]))
    assert list(found(party.opened)) == []


def test_a_check_finds_what_a_network_said_after_its_end(party: Party):
    network = party.network()
    party.give(CloseNetwork(network=network, reason="Af."), party.board)
    party.clock.pass_time(days=1)
    act = act_of_clock(party.clock.now, network)
    said = AdviceOffer.offer(act, offer=UUID(int=7), network=network, addressee=RequesterKind.POLITICIAN, advice="Toch.")
    party.log.record([said], command=network, digest="0" * 64, answer={}, recorded_at=party.clock.now)
    assert [(each.code, each.event) for each in found(party.opened)] == [("item-without-ground", f"{said.id}:1")]


# The sentence


def test_the_refusal_says_what_rests_on_it_of_which_day_and_what_comes_first():
    facts = {"because": WhatRests.SEAT, "on": date(2024, 4, 1), "first": MEND_IT}
    assert str(error_sentence("something-rests-on-entry", facts, Language.NL)) == (
        "Dit past niet bij wat al is vastgelegd: de aanstelling in de kerngroep van 1 april 2024."
        " Eerst verbetert het partijbureau die regel, of haalt het die door."
    )
    assert str(error_sentence("something-rests-on-entry", facts, Language.EN)) == (
        "This does not fit with what is recorded: the appointment to the core group of 1 April 2024."
        " First the party bureau corrects or strikes that line."
    )
