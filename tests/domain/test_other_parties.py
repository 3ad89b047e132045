"""Other parties' rules are other data: the same plan passes in one party and is refused in another."""

from typing import Any

import pytest

from domain.networks.network import Network
from domain.pilot.rules import NetworkRules, PlanPart
from domain.plans.content import PlanContent
from domain.plans.errors import (
    BureauAdviceMissing,
    ChairMissing,
    ContributionsNotPaid,
    NotNominated,
    PlanIncomplete,
    SupportersTooNew,
    TooFewCoreGroupMembers,
    TooFewSupporters,
)
from domain.plans.founding import found_or_wait
from domain.plans.founding_plan import FoundingPlan
from tests.domain.acting import given, recorded
from tests.domain.examples import FIVE, FOUR, HARD_LATER, SUBMITTED, an_act, content, member, rules_of_2022, rules_that, sealed
from tests.domain.histories import a_draft, a_submitted_plan
from tests.domain.other_parties import CDA, PVDA, VVD

FULL: dict[str, Any] = {
    "year_plan": "Vier bijeenkomsten en een werkbezoek.",
    "budget": "Zaalhuur: 400 euro.",
    "distinctiveness": "Er is nog geen netwerk rond het klimaat.",
}


def a_plan_of(supporters=0, *, days=0, paid=False, **text):
    plan = a_submitted_plan(**text)
    if supporters:
        plan.count_supporters(an_act(SUBMITTED), supporters=supporters, member_for_days=days, contribution_paid=paid)
    return plan


def approval(rules, plan_content: PlanContent):
    return recorded(
        FoundingPlan.PlanApproved,
        plan_version=1,
        digest=plan_content.digest,
        rules_version=rules.rules_version,
        core_group_minimum=rules.rules.core_group_minimum,
        conditions=(),
        reasons=None,
        remind_on=(),
        chair_required=rules.rules.chair_required,
    )


def approve(plan, act, *, rules):
    plan.approve(act, plan_version=1, rules=rules)


def test_four_people_with_a_short_plan_found_a_network_in_the_christenunie():
    given(a_plan_of()).when(approve, rules=rules_of_2022()).then(approval(rules_of_2022(), content()))


def test_the_same_plan_lacks_parts_in_the_cda():
    given(a_plan_of()).when(approve, rules=CDA).refused(PlanIncomplete, missing=(PlanPart.YEAR_PLAN, PlanPart.DISTINCTIVENESS))


@pytest.mark.parametrize("supporters", [0, 1, 99])
def test_a_fuller_plan_has_too_few_supporters_in_the_cda(supporters):
    given(a_plan_of(supporters, **FULL)).when(approve, rules=CDA).refused(TooFewSupporters, has=supporters, needs=100)


@pytest.mark.parametrize("days", [0, 55])
def test_supporters_who_may_not_vote_yet_do_not_count_in_the_cda(days):
    given(a_plan_of(100, days=days, paid=True, **FULL)).when(approve, rules=CDA).refused(SupportersTooNew, has=days, needs=56)


def test_nor_do_supporters_of_whom_nobody_says_that_they_paid():
    given(a_plan_of(100, days=56, **FULL)).when(approve, rules=CDA).refused(ContributionsNotPaid)


def test_a_hundred_supporters_found_a_network_in_the_cda():
    given(a_plan_of(100, days=56, paid=True, **FULL)).when(approve, rules=CDA).then(approval(CDA, content(**FULL)))


def test_nothing_is_asked_of_supporters_where_none_are_needed():
    given(a_plan_of()).when(approve, rules=rules_that(supporter_membership_days=56, supporter_contribution_paid=True)).then(
        approval(rules_that(supporter_membership_days=56, supporter_contribution_paid=True), content())
    )


def with_a_chair(plan):
    plan.nominate_chair(member(SUBMITTED), reference=FOUR[0])
    return plan


@pytest.mark.parametrize("supporters", [0, 29])
def test_twenty_nine_supporters_are_too_few_in_the_vvd(supporters):
    given(with_a_chair(a_plan_of(supporters))).when(approve, rules=VVD).refused(TooFewSupporters, has=supporters, needs=30)


def test_thirty_supporters_found_a_network_without_an_end_in_the_vvd():
    plan = with_a_chair(a_draft(duration_months=None))
    plan.submit(member(SUBMITTED), rules=VVD.rules)
    plan.count_supporters(an_act(SUBMITTED), supporters=30)
    given(plan).when(approve, rules=VVD).then(approval(VVD, content(duration_months=None)))


def a_plan_handed_in_to_the_vvd():
    plan = with_a_chair(a_draft())
    plan.submit(member(SUBMITTED), rules=VVD.rules)
    plan.count_supporters(an_act(SUBMITTED), supporters=30)
    return plan


def test_without_a_chair_a_plan_is_not_handed_in_to_the_vvd():
    given(a_draft()).when(FoundingPlan.submit, rules=VVD.rules).refused(ChairMissing)


def test_nor_is_it_founded_when_the_chair_gave_up_the_seat():
    plan = a_plan_handed_in_to_the_vvd()
    plan.approve(an_act(), plan_version=1, rules=VVD, conditions=(HARD_LATER,))
    plan.decline_nomination(member(), reference=FOUR[0])
    plan.meet_condition(an_act(), condition_number=1)
    given(plan).when(FoundingPlan.carry_out).refused(ChairMissing)


def test_the_chair_of_the_plan_chairs_the_network():
    plan = a_plan_handed_in_to_the_vvd()
    plan.approve(an_act(), plan_version=1, rules=VVD)
    network = next(each for each in found_or_wait(an_act(), plan, pilot=None, name=None) if isinstance(each, Network))
    assert network.chair == FOUR[0]


def test_who_was_not_asked_for_a_seat_is_not_named_as_chair():
    given(a_draft()).when(FoundingPlan.nominate_chair, reference=FIVE[4]).refused(NotNominated)


def test_naming_another_chair_replaces_the_first():
    plan = with_a_chair(a_draft())
    given(plan).when(FoundingPlan.nominate_chair, reference=FOUR[1]).then(
        recorded(FoundingPlan.ChairNominated, reference=FOUR[1])
    )
    assert plan.chair == FOUR[1]


def test_a_plan_without_an_end_is_not_handed_in_to_the_christenunie():
    given(a_draft(duration_months=None)).when(FoundingPlan.submit, rules=rules_of_2022().rules).refused(
        PlanIncomplete, missing=(PlanPart.DURATION,)
    )


def test_the_pvda_asks_for_a_work_plan_a_budget_and_what_it_adds():
    given(a_plan_of()).when(FoundingPlan.find_complete, rules=PVDA).refused(
        PlanIncomplete, missing=(PlanPart.YEAR_PLAN, PlanPart.BUDGET, PlanPart.DISTINCTIVENESS)
    )


def test_the_bureau_advises_first_in_the_pvda():
    given(a_plan_of(**FULL)).when(approve, rules=PVDA).refused(BureauAdviceMissing)


def test_with_advice_a_full_plan_passes_in_the_pvda():
    plan = a_plan_of(**FULL)
    plan.advise(an_act(SUBMITTED), advice=sealed())
    given(plan).when(approve, rules=PVDA).then(approval(PVDA, content(**FULL)))


@pytest.mark.parametrize("rules", [CDA, PVDA, VVD])
def test_one_representative_is_enough_elsewhere_but_not_in_the_christenunie(rules):
    alone = a_draft(core_group=["r" + "1" * 32], **FULL)
    alone.nominate_chair(member(SUBMITTED), reference="r" + "1" * 32)
    given(alone).when(FoundingPlan.submit, rules=rules.rules).then(
        recorded(FoundingPlan.PlanSubmitted, plan_version=1, digest=content(**FULL).digest),
    )
    again = a_draft(core_group=["r" + "1" * 32], **FULL)
    given(again).when(FoundingPlan.submit, rules=rules_of_2022().rules).refused(TooFewCoreGroupMembers, has=1, needs=4)


@pytest.mark.parametrize("rules", [CDA, PVDA, VVD])
def test_their_rules_survive_being_stored(rules):
    assert NetworkRules.model_validate_json(rules.rules.model_dump_json()) == rules.rules
