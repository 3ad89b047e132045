"""Deciding on a plan, and the places of a pilot."""

import json
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from application.commands.networks import BringInNetwork, CloseNetwork, WithdrawEntry
from application.commands.pilot import EndPilot, OfferPlace, OpenPilot, RecordInterest, RecordTalk
from application.commands.plans import (
    ApprovePlan,
    AskQuestion,
    BringPlanIntoPilot,
    ConditionText,
    DeclareConflictOfInterest,
    DeferPlan,
    FoundWaitingNetwork,
    LapseCondition,
    MeetCondition,
    RejectPlan,
    WithdrawPlan,
)
from application.errors import AccessDenied, UnknownItem
from application.ports.vault.contexts import OFFICE, in_network
from application.queries.pilot import Pilots, Talks, WaitingPlans
from application.queries.plans import DecisionRegister, FoundingPlanDetails
from domain.kernel.acts import NATIONAL_BOARD, Decided, DecisionForm, Role, Source
from domain.kernel.days import day_of
from domain.kernel.entries import Mistake
from domain.kernel.text import Purpose, SealedFor
from domain.networks.membership import Membership, membership_id
from domain.networks.name import NetworkNameTaken
from domain.networks.network import Network
from domain.pilot.pilot import (
    NoPlaceLeft,
    NotNextInLine,
    PilotEndedAlready,
    PilotOpenedAlready,
    PlaceNotOffered,
    PlanNotWaiting,
    TalkOutcome,
    UnknownGroup,
)
from domain.pilot.rules import NetworkType
from domain.plans.content import ConditionOwner, PlanStatus
from domain.plans.errors import (
    ConditionNotDue,
    ConditionNotOpen,
    ConflictDeclaredAlready,
    ConflictedMemberDecides,
    PlanApprovedAlready,
    PlanNotApproved,
    PlanNotSubmitted,
    PlanVersionSuperseded,
)
from domain.plans.founding_plan import FoundingPlan
from tests.application.party import BOARD, BUREAU, FOUNDERS, NETWORK, OTHER_FOUNDERS, PLAN, Party, the_id

OTHERS: dict[str, Any] = {"founders": OTHER_FOUNDERS, "name": "Netwerk zorg"}


def approved(plan: UUID, **said: object) -> ApprovePlan:
    return ApprovePlan.model_validate({"plan": plan, "plan_version": 1, **said})


# The decision


def test_the_bureau_records_after_the_meeting_what_the_board_decided(party: Party):
    plan = party.submitted()
    meeting = party.clock.now
    party.clock.pass_time(days=1)
    met = party.met(BOARD, "Pien Verzonnen").model_copy(update={"day": day_of(meeting)})

    party.give(approved(plan, at=meeting, decided=met, reasons="Goed plan."), party.bureau)

    (decided,) = party.all_of("PlanApproved")
    assert (decided.act.by, decided.act.role, decided.act.at, decided.act.source, decided.act.entered_by) == (
        NATIONAL_BOARD,
        Role.NATIONAL_BOARD,
        meeting,
        Source.MEETING,
        party.vault.reference(party.person(BUREAU), OFFICE),
    )
    took_part = sorted(party.vault.reference(party.person(name), OFFICE) for name in (BOARD, "Pien Verzonnen"))
    assert decided.act.decided == Decided(form=DecisionForm.MEETING, day=day_of(meeting), taking_part=tuple(took_part))
    assert (decided.plan_version, decided.rules_version, decided.reasons) == (1, "pilot-rule-page", "Goed plan.")
    entry = next(each for each in party.ask(DecisionRegister(plan=plan), party.board).items if each.decision == "PlanApproved")
    assert (entry.entered_by_name, entry.at, entry.digest) == (BUREAU, meeting, party.load(FoundingPlan, plan).digest)


def test_a_board_member_who_decides_in_the_evening_types_it(party: Party):
    party.give(approved(party.submitted()), party.board)
    act = party.newest().act
    assert (act.source, act.entered_by) == (Source.SELF, party.vault.reference(party.person(BOARD), OFFICE))


def test_the_board_decides_on_the_version_that_lies_before_it(party: Party):
    plan = party.submitted()
    with party.refused(PlanVersionSuperseded):
        party.give(approved(plan, plan_version=2), party.board)
    draft = party.gathered(name="Ander netwerk")
    with party.refused(PlanNotSubmitted):
        party.give(approved(draft), party.board)


def test_a_plan_is_rejected_with_reasons_or_deferred_to_a_day(party: Party):
    plan = party.submitted()
    deferred = party.give(
        DeferPlan(plan=plan, plan_version=1, outcome="deferred", until=date(2025, 4, 1), reasons="Eerst overleg."), party.board
    )
    assert deferred.data.status == PlanStatus.DEFERRED
    rejected = party.give(RejectPlan(plan=plan, plan_version=1, outcome="rejected", reasons="Te smal."), party.board)
    assert rejected.data.status == PlanStatus.REJECTED
    with party.refused(PlanNotSubmitted):
        party.give(approved(plan), party.board)


def test_who_has_an_interest_in_a_plan_takes_no_part(party: Party):
    plan = party.submitted()
    party.give(DeclareConflictOfInterest(plan=plan, interest="Mijn zus zit in de kerngroep."), party.board)
    declared = party.newest()
    office = party.vault.reference(party.person(BOARD), OFFICE)
    place = SealedFor(aggregate=str(plan), event_type="ConflictOfInterestDeclared", field="interest", subject=office)
    assert (declared.reference, party.vault.open(declared.interest, place, context=OFFICE)) == (
        office,
        "Mijn zus zit in de kerngroep.",
    )
    with party.refused(ConflictDeclaredAlready):
        party.give(DeclareConflictOfInterest(plan=plan), party.board)
    for command in (approved(plan), AskQuestion(plan=plan, question="Wie?")):
        with party.refused(ConflictedMemberDecides):
            party.give(command, party.board)
    other = party.session(Role.NATIONAL_BOARD, "Pien Verzonnen")
    with_both = approved(plan, decided=party.met(BOARD, "Pien Verzonnen"))
    for session in (party.bureau, other):
        with party.refused(ConflictedMemberDecides):
            party.give(with_both, session)
    assert party.give(approved(plan), other).data.status == PlanStatus.FOUNDED


def test_the_bureau_records_the_interest_of_a_board_member_and_one_declares_for_no_other(party: Party):
    plan = party.submitted()
    other = party.session(Role.NATIONAL_BOARD, "Pien Verzonnen")
    with party.refused(AccessDenied):
        party.give(DeclareConflictOfInterest(plan=plan, person=other.person), party.board)
    party.give(DeclareConflictOfInterest(plan=plan, person=other.person), party.bureau)
    declared = party.newest()
    assert (declared.act.by, declared.act.role) == (declared.reference, Role.NATIONAL_BOARD)
    assert declared.act.entered_by == party.vault.reference(party.person(BUREAU), OFFICE)
    with party.refused(ConflictedMemberDecides):
        party.give(approved(plan), other)


def test_the_key_of_a_declared_interest_is_the_board_members_own(party: Party):
    plan = party.submitted()
    party.give(DeclareConflictOfInterest(plan=plan, interest="Mijn zus."), party.board)
    declared = party.newest()
    party.vault.destroy_key(party.person(BOARD), Purpose.CONFLICT_OF_INTEREST)
    place = SealedFor(aggregate=str(plan), event_type="ConflictOfInterestDeclared", field="interest", subject=declared.reference)
    assert party.vault.open(declared.interest, place, context=OFFICE) is None


# Conditions


def with_condition(party: Party, **condition: object) -> UUID:
    plan = party.submitted()
    text = {"text": "Een begroting", "owner": ConditionOwner.CORE_GROUP, "due": date(2025, 3, 31), **condition}
    party.give(approved(plan, conditions=[ConditionText.model_validate(text)]), party.board)
    return plan


def test_the_last_hard_condition_that_is_met_founds_the_network(party: Party):
    plan = with_condition(party)
    assert party.load(FoundingPlan, plan).status is PlanStatus.APPROVED_WITH_CONDITIONS
    with party.refused(ConditionNotOpen):
        party.give(MeetCondition(plan=plan, condition_number=2), party.bureau)

    met = party.give(MeetCondition(plan=plan, condition_number=1), party.bureau)

    assert met.data.status == PlanStatus.FOUNDED
    assert len(party.load(Network, the_id(met.data.network)).core_group(party.clock.now)) == 4


def test_a_soft_condition_does_not_hold_up_the_founding(party: Party):
    plan = with_condition(party, hard=False)
    assert party.load(FoundingPlan, plan).status is PlanStatus.FOUNDED
    party.give(MeetCondition(plan=plan, condition_number=1), party.bureau)
    assert party.newest().TOPIC == "ConditionMet"


def test_a_hard_condition_not_met_in_time_takes_the_plan_with_it(party: Party):
    plan = with_condition(party)
    with party.refused(ConditionNotDue):
        party.give(LapseCondition(plan=plan, condition_number=1), party.bureau)
    party.clock.pass_time(days=29)
    lapsed = party.give(LapseCondition(plan=plan, condition_number=1), party.bureau)
    assert lapsed.data.status == PlanStatus.LAPSED


# Places


def offers(party: Party, pilot: UUID) -> dict[UUID, bool]:
    """Give which plans wait, and whether a place is offered to them."""
    return {each.plan: each.offered for each in party.ask(WaitingPlans(pilot=pilot), party.bureau).items}


def test_the_plan_that_finds_no_place_waits_is_offered_the_next_and_founded_on_it(party: Party):
    pilot = party.pilot(places=1)
    first = party.founded(pilot=pilot)
    waiting = party.submitted(**OTHERS, pilot=pilot)
    told = party.give(approved(waiting), party.board)
    assert (told.data.status, told.data.network) == (PlanStatus.WAITING, None)
    assert offers(party, pilot) == {waiting: False}
    with party.refused(PlaceNotOffered):
        party.give(FoundWaitingNetwork(plan=waiting), party.board)

    party.give(CloseNetwork(network=first, reason="Het is af."), party.board)
    assert offers(party, pilot) == {waiting: True}

    founded = party.give(FoundWaitingNetwork(plan=waiting), party.board)
    assert founded.data.status == PlanStatus.FOUNDED
    (entry,) = party.ask(Pilots(), party.bureau).items
    assert (entry.places, entry.taken) == (1, 1)
    with party.refused(PlanNotApproved):
        party.give(FoundWaitingNetwork(plan=waiting), party.board)


def test_the_board_goes_beyond_the_places_with_a_reason(party: Party):
    pilot = party.pilot(places=0)
    plan, waiting = party.submitted(pilot=pilot), party.submitted(**OTHERS, pilot=pilot)
    beyond = party.give(approved(plan, beyond_places_because="Het loopt al."), party.board)
    assert beyond.data.status == PlanStatus.FOUNDED
    party.give(approved(waiting), party.board)
    later = party.give(FoundWaitingNetwork(plan=waiting, beyond_places_because="Toch nu."), party.board)
    assert later.data.status == PlanStatus.FOUNDED
    reasons = [each.beyond_places_because for each in party.all_of("PlaceTaken")]
    assert reasons == ["Het loopt al.", "Toch nu."]


def test_a_place_is_offered_out_of_order_only_with_a_reason(party: Party):
    pilot = party.pilot(places=1)
    network = party.network(pilot=pilot)
    early, late = party.submitted(pilot=pilot), party.submitted(**OTHERS, pilot=pilot)
    for plan in (early, late):
        party.give(approved(plan), party.board)
    with party.refused(NoPlaceLeft):
        party.give(OfferPlace(pilot=pilot, plan=late, out_of_order_because="Haast."), party.board)
    party.give(CloseNetwork(network=network, reason="Het is af."), party.board)
    with party.refused(NotNextInLine):
        party.give(OfferPlace(pilot=pilot, plan=late), party.board)

    party.give(OfferPlace(pilot=pilot, plan=late, out_of_order_because="De ander is er nog niet aan toe."), party.board)

    assert offers(party, pilot) == {early: False, late: True}
    with party.refused(PlanNotWaiting):
        party.give(OfferPlace(pilot=pilot, plan=late), party.board)


def test_a_plan_that_is_given_up_leaves_its_offer_to_the_next(party: Party):
    pilot = party.pilot(places=1)
    network = party.network(pilot=pilot)
    early, late = party.submitted(pilot=pilot), party.submitted(**OTHERS, pilot=pilot)
    for plan in (early, late):
        party.give(approved(plan), party.board)
    party.give(CloseNetwork(network=network, reason="Het is af."), party.board)
    assert offers(party, pilot) == {early: True, late: False}
    party.give(WithdrawPlan(plan=early), party.bureau)
    assert offers(party, pilot) == {late: True}


def test_an_existing_network_takes_a_place_or_none_is_left(party: Party):
    pilot = party.pilot(places=1)
    party.network(pilot=pilot)
    other = {**NETWORK, "name": "Netwerk gebed", "pilot": pilot}
    with party.refused(NoPlaceLeft):
        party.give(BringInNetwork(**other), party.board)
    party.give(BringInNetwork(**other, beyond_places_because="Bestaat al jaren."), party.board)
    with party.refused(UnknownItem):
        party.give(BringInNetwork(**{**other, "name": "Netwerk EU", "pilot": UUID(int=9)}), party.board)


def test_a_name_is_given_to_one_network_for_ever(party: Party):
    party.network(name=PLAN["name"].upper())
    plan = party.submitted()
    with party.refused(NetworkNameTaken):
        party.give(approved(plan), party.board)
    with party.refused(NetworkNameTaken):
        party.give(BringInNetwork(**{**NETWORK, "name": f" {PLAN['name']} "}), party.board)


def test_the_name_of_a_plan_that_was_agreed_with_is_reserved_until_nothing_comes_of_it(party: Party):
    first, second = party.submitted(), party.submitted(OTHER_FOUNDERS)
    condition = ConditionText(text="Zoek een vijfde.", owner=ConditionOwner.CORE_GROUP, due=date(2025, 6, 1))
    party.give(approved(first, conditions=(condition,)), party.board)
    (decided,) = party.all_of("PlanApproved")
    for command in (approved(second), BringInNetwork(**{**NETWORK, "name": PLAN["name"].upper()})):
        with party.refused(NetworkNameTaken):
            party.give(command, party.board)

    withdrawn = party.give(WithdrawPlan(plan=first), party.member(FOUNDERS[0]))
    assert withdrawn.data.status == PlanStatus.WITHDRAWN
    founded = party.give(approved(second), party.board)
    assert founded.data.status == PlanStatus.FOUNDED
    ended = f"{first}:{decided.originator_version + 1}"
    with party.refused(NetworkNameTaken):
        party.give(WithdrawEntry(of=ended, mistake=Mistake.DID_NOT_HAPPEN), party.bureau)


def test_a_lapsed_condition_frees_the_name_and_taking_that_back_reserves_it_again(party: Party):
    plan = party.submitted()
    condition = ConditionText(text="Zoek een vijfde.", owner=ConditionOwner.CORE_GROUP, due=date(2025, 3, 10))
    party.give(approved(plan, conditions=(condition,)), party.board)
    party.clock.pass_time(days=20)
    before = party.log.last_position()
    party.give(LapseCondition(plan=plan, condition_number=1), party.bureau)
    assert "NetworkNameFreed" in party.types(before)
    (lapsed,) = party.all_of("ConditionLapsed")
    of = f"{plan}:{lapsed.originator_version}"
    party.give(WithdrawEntry(of=of, mistake=Mistake.DID_NOT_HAPPEN), party.bureau)
    assert party.types(before)[-2:] == ["FoundingPlan.EntryWithdrawn", "NetworkNameReservedAgain"]
    met = party.give(MeetCondition(plan=plan, condition_number=1), party.bureau)
    assert met.data.status == PlanStatus.FOUNDED


# The pilot itself


def test_a_pilot_begins_once_listens_to_groups_and_ends_once(party: Party):
    pilot = party.pilot()
    opened = OpenPilot(label="proef", places=5, first_day=date(2025, 1, 1), last_day=date(2026, 12, 31))
    with party.refused(PilotOpenedAlready):
        party.give(opened, party.board)
    interest = RecordInterest(pilot=pilot, theme="Europa", network_type=NetworkType.THEME, source=Source.MAIL)
    group = party.give(interest, party.bureau).data.group
    assert party.newest().act.source is Source.MAIL
    party.give(RecordTalk(pilot=pilot, group=group, outcome=TalkOutcome.LATER), party.bureau)
    with party.refused(UnknownGroup):
        party.give(RecordTalk(pilot=pilot, group=UUID(int=9), outcome=TalkOutcome.LATER), party.bureau)
    (talk,) = party.ask(Talks(pilot=pilot), party.board).items
    assert (talk.theme, talk.outcome) == ("Europa", TalkOutcome.LATER)

    party.give(EndPilot(pilot=pilot), party.board)
    with party.refused(PilotEndedAlready):
        party.give(EndPilot(pilot=pilot), party.board)


def test_after_the_pilot_places_no_longer_limit(party: Party):
    pilot = party.pilot(places=0)
    waiting = party.submitted(pilot=pilot)
    party.give(approved(waiting), party.board)
    party.give(EndPilot(pilot=pilot), party.board)
    assert party.give(FoundWaitingNetwork(plan=waiting), party.board).data.status == PlanStatus.FOUNDED


def test_plans_wait_in_the_order_in_which_they_were_complete_not_in_which_they_were_decided(party: Party):
    pilot = party.pilot(places=1)
    network = party.network(pilot=pilot)
    early, late = party.submitted(pilot=pilot), party.submitted(**OTHERS, pilot=pilot)
    for plan in (late, early):
        party.give(approved(plan), party.board)
    party.give(CloseNetwork(network=network, reason="Af."), party.board)
    assert offers(party, pilot) == {early: True, late: False}


def test_the_founders_are_known_to_the_statistics_as_everybody_who_joins(party: Party):
    network = party.founded()
    for name in FOUNDERS:
        reference = party.reference(name, network)
        member = membership_id(network, reference)
        assert party.load(Membership, member).holds_at(party.clock.now)
        (joined,) = [each for each in party.all_of("MemberJoined") if each.originator_id == member]
        place = SealedFor(aggregate=str(member), event_type="MemberJoined", field="statistics", subject=reference)
        opened = party.vault.open(joined.statistics, place, context=in_network(network))
        assert json.loads(opened or "") == {"birth-year": "1980", "province": "Utrecht"}


# Brought into the pilot


def test_a_plan_that_was_drafted_outside_the_pilot_takes_one_of_its_places(party: Party):
    plan, pilot = party.submitted(), party.pilot(places=1)
    party.give(BringPlanIntoPilot(plan=plan, pilot=pilot), party.bureau)
    assert party.ask(FoundingPlanDetails(plan=plan), party.bureau).pilot == pilot
    party.give(ApprovePlan(plan=plan, plan_version=1), party.board)
    assert [each.taken for each in party.ask(Pilots(), party.bureau).items] == [1]


def test_whoever_began_a_plan_brings_it_into_the_pilot(party: Party):
    plan, pilot = party.draft(), party.pilot()
    party.give(BringPlanIntoPilot(plan=plan, pilot=pilot), party.member(FOUNDERS[0]))
    assert party.newest().act.by == party.reference(FOUNDERS[0], party.load(FoundingPlan, plan).network)


def test_after_the_decision_is_withdrawn_a_plan_is_brought_into_the_pilot_and_decided_on_again(party: Party):
    plan, pilot = party.submitted(), party.pilot()
    condition = ConditionText(text="Zoek een penningmeester.", owner=ConditionOwner.CORE_GROUP, due=date(2025, 6, 1))
    party.give(ApprovePlan(plan=plan, plan_version=1, conditions=(condition,)), party.board)
    bring = BringPlanIntoPilot(plan=plan, pilot=pilot)
    with party.refused(PlanApprovedAlready):
        party.give(bring, party.bureau)
    party.give(WithdrawEntry(of=party.load(FoundingPlan, plan).last_event, mistake=Mistake.WRONG_WORDS), party.bureau)
    party.give(bring, party.bureau)
    party.give(ApprovePlan(plan=plan, plan_version=1), party.board)
    assert [each.taken for each in party.ask(Pilots(), party.bureau).items] == [1]


def test_a_plan_is_not_brought_into_a_pilot_that_ended_or_that_nobody_knows(party: Party):
    plan, pilot = party.draft(), party.pilot()
    party.give(EndPilot(pilot=pilot), party.board)
    with party.refused(PilotEndedAlready):
        party.give(BringPlanIntoPilot(plan=plan, pilot=pilot), party.bureau)
    with party.refused(UnknownItem):
        party.give(BringPlanIntoPilot(plan=plan, pilot=uuid4()), party.bureau)
