"""The party bureau's part in a founding plan: checking, returning, advising; and conditions met or not in time."""

import pytest

from domain.kernel.errors import RecordedTooLate
from domain.pilot.rules import PlanPart
from domain.plans.content import LapseReason, PlanStatus
from domain.plans.errors import (
    ConditionNotDue,
    ConditionNotOpen,
    PlanIncomplete,
    PlanNotSubmitted,
    TooFewCoreGroupMembers,
    TooFewSupporters,
)
from domain.plans.founding_plan import FoundingPlan
from tests.domain.acting import given, recorded
from tests.domain.examples import DAY, FOUR, HARD, SOFT, SUBMITTED, an_act, board, member, noon, rules_of_2022, rules_that, sealed
from tests.domain.histories import (
    a_draft,
    a_founded_plan,
    a_lapsed_plan,
    a_rejected_plan,
    a_returned_plan,
    a_submitted_plan,
    a_waiting_plan,
    a_withdrawn_plan,
    an_approved_plan,
)

NOT_BEFORE_THE_BOARD = [
    a_draft,
    a_returned_plan,
    an_approved_plan,
    a_waiting_plan,
    a_founded_plan,
    a_rejected_plan,
    a_withdrawn_plan,
    a_lapsed_plan,
]


def a_deferred_plan():
    plan = a_submitted_plan()
    plan.defer(board(SUBMITTED), plan_version=1, until=noon(3, 1).date(), reasons="Eerst na het congres.")
    return plan


def a_complete_plan():
    plan = a_submitted_plan()
    plan.find_complete(an_act(SUBMITTED + DAY), rules=rules_of_2022())
    return plan


# Checked


def test_the_bureau_gives_a_plan_back_and_names_what_is_missing():
    plan = a_submitted_plan()
    given(plan).when(FoundingPlan.return_incomplete, missing=(PlanPart.DURATION, PlanPart.BUDGET)).then(
        recorded(FoundingPlan.PlanReturned, plan_version=1, missing=("duration", "budget")),
    )
    assert plan.status is PlanStatus.RETURNED


def test_a_plan_that_was_found_complete_can_still_be_given_back():
    given(a_complete_plan()).when(FoundingPlan.return_incomplete, missing=(PlanPart.BUDGET,)).then(
        recorded(FoundingPlan.PlanReturned, plan_version=1, missing=("budget",)),
    )


@pytest.mark.parametrize("history", NOT_BEFORE_THE_BOARD)
@pytest.mark.parametrize(
    ("decision", "fields"),
    [
        (FoundingPlan.return_incomplete, {"missing": (PlanPart.BUDGET,)}),
        (FoundingPlan.find_complete, {"rules": rules_of_2022()}),
        (FoundingPlan.advise, {"advice": sealed()}),
    ],
)
def test_only_a_plan_before_the_board_is_checked_or_advised_on(history, decision, fields):
    given(history()).when(decision, **fields).refused(PlanNotSubmitted)


def test_a_plan_is_not_given_back_before_it_was_handed_in():
    given(a_submitted_plan()).when(
        FoundingPlan.return_incomplete, act=an_act(SUBMITTED - DAY), missing=(PlanPart.BUDGET,)
    ).refused(RecordedTooLate)


def test_the_bureau_finds_a_plan_complete():
    plan = a_submitted_plan()
    given(plan).when(FoundingPlan.find_complete, rules=rules_of_2022()).then(
        recorded(FoundingPlan.PlanFoundComplete, plan_version=1, rules_version="2022-06-28"),
    )
    assert plan.status is PlanStatus.COMPLETE


def test_a_plan_is_found_complete_once():
    given(a_complete_plan()).when(FoundingPlan.find_complete, rules=rules_of_2022()).refused(PlanNotSubmitted)


def test_a_plan_that_the_board_deferred_can_still_be_found_complete():
    given(a_deferred_plan()).when(FoundingPlan.find_complete, rules=rules_of_2022()).then(
        recorded(FoundingPlan.PlanFoundComplete, plan_version=1, rules_version="2022-06-28"),
    )


def test_an_amended_plan_is_found_complete_anew():
    plan = a_complete_plan()
    plan.amend(member(SUBMITTED + 2 * DAY), content=plan.content, rules=rules_of_2022().rules)
    given(plan).when(FoundingPlan.find_complete, rules=rules_of_2022()).then(
        recorded(FoundingPlan.PlanFoundComplete, plan_version=2, rules_version="2022-06-28"),
    )


def test_a_plan_is_not_found_complete_before_it_was_handed_in():
    given(a_submitted_plan()).when(FoundingPlan.find_complete, act=an_act(SUBMITTED - DAY), rules=rules_of_2022()).refused(
        RecordedTooLate
    )


def test_a_plan_without_a_part_that_the_rules_ask_for_is_not_complete():
    rules = rules_that(required_parts=(PlanPart.PURPOSE, PlanPart.YEAR_PLAN))
    given(a_submitted_plan()).when(FoundingPlan.find_complete, rules=rules).refused(PlanIncomplete, missing=(PlanPart.YEAR_PLAN,))


def test_a_plan_whose_founder_gave_up_the_seat_is_not_complete():
    given(a_submitted_plan(FOUR[:3])).when(FoundingPlan.find_complete, rules=rules_of_2022()).refused(
        TooFewCoreGroupMembers, has=3, needs=4
    )


def test_a_plan_without_the_supporters_that_the_rules_ask_for_is_not_complete():
    plan = a_submitted_plan()
    plan.count_supporters(an_act(SUBMITTED), supporters=29)
    given(plan).when(FoundingPlan.find_complete, rules=rules_that(supporters_minimum=30)).refused(
        TooFewSupporters, has=29, needs=30
    )


@pytest.mark.parametrize(
    ("history", "completed"), [(a_submitted_plan, SUBMITTED), (a_complete_plan, SUBMITTED + DAY), (a_deferred_plan, SUBMITTED)]
)
def test_a_plan_counts_as_complete_from_the_day_it_was_found_so_or_else_handed_in(history, completed):
    assert history().complete_at == completed


# Advised on


def test_the_bureau_advises_the_board_in_confidence():
    given(a_submitted_plan()).when(FoundingPlan.advise, advice=sealed("b")).then(
        recorded(FoundingPlan.BureauAdviceGiven, plan_version=1, advice=sealed("b")),
    )


def test_the_bureau_may_advise_again():
    plan = a_submitted_plan()
    plan.advise(an_act(SUBMITTED), advice=sealed("b"))
    given(plan).when(FoundingPlan.advise, advice=sealed("c")).then(
        recorded(FoundingPlan.BureauAdviceGiven, plan_version=1, advice=sealed("c")),
    )


# Conditions


def test_a_condition_is_met():
    plan = an_approved_plan(HARD, SOFT)
    given(plan).when(FoundingPlan.meet_condition, condition_number=2).then(
        recorded(FoundingPlan.ConditionMet, condition_number=2),
    )
    assert plan.status is PlanStatus.APPROVED_WITH_CONDITIONS


def test_when_the_last_hard_condition_is_met_the_plan_is_approved():
    plan = an_approved_plan(HARD, HARD, SOFT)
    plan.meet_condition(an_act(), condition_number=1)
    given(plan).when(FoundingPlan.meet_condition, condition_number=2).then(
        recorded(FoundingPlan.ConditionMet, condition_number=2),
    )
    assert plan.status is PlanStatus.APPROVED


def test_a_condition_that_is_not_hard_is_met_after_the_founding():
    plan = a_founded_plan(SOFT)
    given(plan).when(FoundingPlan.meet_condition, condition_number=1).then(
        recorded(FoundingPlan.ConditionMet, condition_number=1),
    )
    assert plan.status is PlanStatus.FOUNDED


def a_plan_with_a_met_condition():
    plan = an_approved_plan(HARD, SOFT)
    plan.meet_condition(an_act(), condition_number=1)
    return plan


def a_given_up_plan_with_conditions():
    plan = an_approved_plan(HARD)
    plan.withdraw(member())
    return plan


@pytest.mark.parametrize("decision", [FoundingPlan.meet_condition, FoundingPlan.lapse_condition])
@pytest.mark.parametrize("history", [a_plan_with_a_met_condition, a_given_up_plan_with_conditions, a_submitted_plan])
def test_only_a_condition_that_waits_is_met_or_lapses(history, decision):
    given(history()).when(decision, condition_number=1).refused(ConditionNotOpen, condition_number=1)


def test_a_hard_condition_that_lapses_takes_the_plan_with_it():
    plan = an_approved_plan(HARD)
    given(plan).when(FoundingPlan.lapse_condition, condition_number=1).then(
        recorded(FoundingPlan.ConditionLapsed, condition_number=1),
        recorded(FoundingPlan.PlanLapsed, lapse_reason=LapseReason.CONDITION_NOT_MET),
    )
    assert plan.status is PlanStatus.LAPSED


def test_a_condition_that_is_not_hard_lapses_alone():
    plan = an_approved_plan(HARD, SOFT)
    given(plan).when(FoundingPlan.lapse_condition, condition_number=2).then(
        recorded(FoundingPlan.ConditionLapsed, condition_number=2),
    )
    assert plan.status is PlanStatus.APPROVED_WITH_CONDITIONS


def test_a_condition_does_not_lapse_on_the_day_it_is_due():
    given(an_approved_plan(HARD)).when(FoundingPlan.lapse_condition, act=an_act(noon(8, 1)), condition_number=1).refused(
        ConditionNotDue, due=HARD.due
    )


def test_a_condition_lapses_the_day_after():
    given(an_approved_plan(SOFT)).when(FoundingPlan.lapse_condition, act=an_act(noon(8, 2)), condition_number=1).then(
        recorded(FoundingPlan.ConditionLapsed, condition_number=1),
    )


@pytest.mark.parametrize("reason", LapseReason)
@pytest.mark.parametrize("history", [a_draft, a_submitted_plan, a_returned_plan, an_approved_plan, a_waiting_plan])
def test_nothing_comes_of_a_plan(history, reason):
    plan = history()
    given(plan).when(FoundingPlan.lapse, lapse_reason=reason).then(recorded(FoundingPlan.PlanLapsed, lapse_reason=reason))
    assert plan.status is PlanStatus.LAPSED
