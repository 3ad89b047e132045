"""What time does to a plan and to the pilot: a deferral ends, a condition is reminded of, the last day is over."""

from datetime import date

import pytest

from domain.kernel.days import end_of, start_of
from domain.kernel.errors import NothingDue
from domain.pilot.pilot import Pilot
from domain.plans.content import PlanStatus
from domain.plans.founding_plan import FoundingPlan
from tests.domain.acting import given, recorded
from tests.domain.examples import HARD, SOFT, an_act, board, noon, rules_of_2022
from tests.domain.histories import a_deferred_plan, a_pilot, a_submitted_plan, an_approved_plan

REMINDED = start_of(date(2023, 7, 18))
OVER = end_of(HARD.due)


# A deferral


def test_a_deferral_ends_on_its_day_and_the_plan_is_before_the_board_again():
    plan = a_deferred_plan()
    given(plan).when(FoundingPlan.time_passes, act=an_act(start_of(date(2023, 8, 1)))).then(recorded(FoundingPlan.DeferralEnded))
    assert plan.status is PlanStatus.SUBMITTED
    assert plan.next_due is None


def test_what_was_found_complete_is_complete_again():
    plan = a_submitted_plan()
    plan.find_complete(an_act(noon(5, 20)), rules=rules_of_2022())
    plan.defer(board(noon(6, 1)), plan_version=1, until=date(2023, 8, 1), reasons="Eerst na het congres.")
    plan.time_passes(an_act(start_of(date(2023, 8, 1))))
    assert plan.status is PlanStatus.COMPLETE


def test_not_a_moment_before():
    given(a_deferred_plan()).when(FoundingPlan.time_passes, act=an_act(noon(7, 31))).refused(NothingDue)


def test_a_plan_that_was_decided_on_earlier_waits_no_longer():
    plan = a_deferred_plan()
    plan.approve(board(noon(7, 1)), plan_version=1, rules=rules_of_2022())
    assert plan.next_due is None


# Conditions


def test_a_condition_is_reminded_of_fourteen_days_before():
    plan = an_approved_plan(HARD)
    assert plan.next_due == REMINDED
    given(plan).when(FoundingPlan.time_passes, act=an_act(REMINDED)).then(
        recorded(FoundingPlan.ConditionReminded, condition_number=1)
    )
    assert plan.next_due == OVER


def test_after_its_day_the_bureau_is_asked_and_nothing_is_decided():
    plan = an_approved_plan(HARD)
    plan.time_passes(an_act(REMINDED))
    given(plan).when(FoundingPlan.time_passes, act=an_act(OVER)).then(
        recorded(FoundingPlan.ConditionNotMetInTime, condition_number=1)
    )
    assert plan.status is PlanStatus.APPROVED_WITH_CONDITIONS
    assert plan.next_due is None


def test_each_condition_has_its_own_days():
    plan = an_approved_plan(HARD, SOFT)
    plan.time_passes(an_act(REMINDED))
    plan.time_passes(an_act(REMINDED))
    assert plan.reminded == {1, 2}


@pytest.mark.parametrize("end", [FoundingPlan.meet_condition, FoundingPlan.lapse_condition])
def test_nothing_is_said_of_a_condition_that_no_longer_waits(end):
    plan = an_approved_plan(HARD)
    end(plan, an_act(noon(9, 1)), condition_number=1)
    assert plan.next_due is None


def test_a_condition_that_is_due_soon_is_reminded_of_the_next_day():
    soon = HARD.model_copy(update={"due": date(2023, 6, 3)})
    plan = a_submitted_plan()
    plan.approve(board(noon(6, 1)), plan_version=1, rules=rules_of_2022(), conditions=(soon,))
    assert plan.next_due == start_of(date(2023, 6, 2))


# The pilot


def test_after_the_last_day_the_question_comes_to_end_the_pilot_and_it_goes_on_until_then():
    pilot = a_pilot()
    assert pilot.next_due == end_of(date(2023, 12, 31))
    given(pilot).when(Pilot.time_passes, act=an_act(end_of(date(2023, 12, 31)))).then(recorded(Pilot.PilotTimeOver))
    assert not pilot.ended
    assert pilot.next_due is None


def test_a_pilot_that_was_ended_asks_nothing():
    pilot = a_pilot()
    pilot.end(board(noon(6, 1)))
    given(pilot).when(Pilot.time_passes, act=an_act(noon(1, 2, 2024))).refused(NothingDue)
