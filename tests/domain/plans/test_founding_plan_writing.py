"""Writing a founding plan: a draft, handed in, changed or given up."""

from typing import Any

import pytest

from domain.kernel.errors import RecordedTooLate
from domain.pilot.rules import PlanPart
from domain.plans.content import PlanOrigin, PlanStatus
from domain.plans.errors import (
    BoardMayNotStartPlans,
    PlanApprovedAlready,
    PlanDecidedAlready,
    PlanIncomplete,
    PlanInPilotAlready,
    PlanNotADraft,
    PlanNotSubmitted,
    PlanTooLong,
    TooFewCoreGroupMembers,
)
from domain.plans.founding_plan import FoundingPlan
from tests.domain.acting import given, recorded
from tests.domain.examples import (
    DAY,
    DRAFTED,
    FIRST,
    FOUR,
    NETWORK,
    PEOPLE,
    PILOT,
    PLAN,
    SUBMITTED,
    board,
    content,
    member,
    rules_of_2022,
    rules_of_the_page,
    rules_that,
)
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

RULES = rules_of_2022().rules
DRAFT: dict[str, Any] = {
    "plan": PLAN,
    "network": NETWORK,
    "content": content(),
    "origin": PlanOrigin.CORE_GROUP,
    "rules": RULES,
    "pilot": None,
}


OVER = [a_founded_plan, a_rejected_plan, a_withdrawn_plan, a_lapsed_plan]

# A draft


def test_a_member_begins_a_plan():
    given().when(FoundingPlan.draft, **DRAFT).then(
        recorded(
            FoundingPlan.PlanDrafted,
            content=content(),
            origin=PlanOrigin.CORE_GROUP,
            network=NETWORK,
            pilot=None,
            follows=None,
        ),
    )


def test_a_plan_may_be_begun_with_nothing_but_a_name():
    empty = content(purpose=None, organisation=None, duration_months=None)
    given().when(FoundingPlan.draft, **DRAFT | {"content": empty, "follows": FIRST}).then(
        recorded(FoundingPlan.PlanDrafted, content=empty, origin="core-group", network=NETWORK, pilot=None, follows=FIRST),
    )


def test_under_the_founding_document_the_board_does_not_begin_plans():
    given().when(FoundingPlan.draft, **DRAFT | {"origin": PlanOrigin.NATIONAL_BOARD}).refused(BoardMayNotStartPlans)


def test_under_the_rule_page_the_board_may_begin_a_plan():
    rules = rules_of_the_page().rules
    given().when(FoundingPlan.draft, act=board(), **DRAFT | {"origin": PlanOrigin.NATIONAL_BOARD, "rules": rules}).then(
        recorded(FoundingPlan.PlanDrafted, content=content(), origin="national-board", network=NETWORK, pilot=None, follows=None),
    )


def test_a_plan_is_short():
    long = content(purpose="woord " * 990, organisation="woord " * 11)
    given().when(FoundingPlan.draft, **DRAFT | {"content": long}).refused(PlanTooLong, words=1001, limit=1000)


def test_a_plan_may_have_as_many_words_as_the_rules_allow():
    given().when(FoundingPlan.draft, **DRAFT | {"content": content(purpose="woord " * 990, organisation="woord " * 10)}).then(
        recorded(
            FoundingPlan.PlanDrafted,
            content=content(purpose="woord " * 990, organisation="woord " * 10),
            origin="core-group",
            network=NETWORK,
            pilot=None,
            follows=None,
        ),
    )


def test_a_draft_is_written_differently():
    other = content(purpose="Meedenken over wonen.")
    given(a_draft()).when(FoundingPlan.revise, content=other, rules=RULES).then(
        recorded(FoundingPlan.PlanRevised, content=other),
    )


def test_a_plan_that_was_returned_is_written_differently():
    other = content(duration_months=12)
    given(a_returned_plan()).when(FoundingPlan.revise, content=other, rules=RULES).then(
        recorded(FoundingPlan.PlanRevised, content=other),
    )


def test_a_plan_that_was_handed_in_is_not_revised_but_amended():
    given(a_submitted_plan()).when(FoundingPlan.revise, content=content(), rules=RULES).refused(
        PlanNotADraft, status=PlanStatus.SUBMITTED
    )


def test_a_draft_stays_short():
    given(a_draft()).when(FoundingPlan.revise, content=content(year_plan="woord " * 1001), rules=RULES).refused(PlanTooLong)


# Handed in


def test_the_core_group_hands_its_plan_to_the_party_bureau():
    given(a_draft()).when(FoundingPlan.submit, rules=RULES).then(
        recorded(FoundingPlan.PlanSubmitted, plan_version=1, digest=content().digest),
    )


@pytest.mark.parametrize("size", [0, 1, 2, 3])
def test_four_must_have_accepted_a_seat(size):
    given(a_draft(FOUR[:size])).when(FoundingPlan.submit, rules=RULES).refused(TooFewCoreGroupMembers, has=size, needs=4)


def test_a_seat_that_was_not_accepted_does_not_count():
    plan = a_draft(FOUR[:3])
    plan.nominate(member(DRAFTED), reference=PEOPLE[3])
    given(plan).when(FoundingPlan.submit, rules=RULES).refused(TooFewCoreGroupMembers, has=3, needs=4)


@pytest.mark.parametrize(
    ("lacking", "missing"),
    [
        (content(purpose=None), PlanPart.PURPOSE),
        (content(organisation=None), PlanPart.ORGANISATION),
        (content(duration_months=None), PlanPart.DURATION),
    ],
)
def test_purpose_organisation_and_duration_are_needed(lacking, missing):
    plan = a_draft()
    plan.revise(member(DRAFTED), content=lacking, rules=RULES)
    given(plan).when(FoundingPlan.submit, rules=RULES).refused(PlanIncomplete, missing=(missing,))


def test_under_the_rule_page_a_plan_says_with_whom_it_will_cooperate():
    given(a_draft()).when(FoundingPlan.submit, rules=rules_of_the_page().rules).refused(
        PlanIncomplete, missing=(PlanPart.INTENDED_COOPERATION,)
    )


def test_with_cooperation_the_plan_is_complete_under_the_rule_page():
    plan = a_draft(intended_cooperation="Met het Wetenschappelijk Instituut.")
    given(plan).when(FoundingPlan.submit, rules=rules_of_the_page().rules).then(
        recorded(FoundingPlan.PlanSubmitted, plan_version=1, digest=plan.content.digest),
    )


def test_a_draft_that_was_written_under_wider_rules_must_still_be_short():
    stricter = rules_that(plan_word_limit=50).rules
    given(a_draft(purpose="woord " * 60)).when(FoundingPlan.submit, rules=stricter).refused(PlanTooLong)


def test_a_plan_is_handed_in_once():
    given(a_submitted_plan()).when(FoundingPlan.submit, rules=RULES).refused(PlanNotADraft, status=PlanStatus.SUBMITTED)


def test_a_plan_that_was_returned_is_handed_in_as_a_new_version():
    given(a_returned_plan()).when(FoundingPlan.submit, rules=RULES).then(
        recorded(FoundingPlan.PlanSubmitted, plan_version=2, digest=content().digest),
    )


def test_a_plan_is_not_handed_in_again_before_it_was_returned():
    given(a_returned_plan()).when(FoundingPlan.submit, act=member(SUBMITTED), rules=RULES).refused(RecordedTooLate)


def test_a_plan_is_not_handed_in_before_it_was_begun():
    given(a_draft()).when(FoundingPlan.submit, act=member(DRAFTED - DAY), rules=RULES).refused(RecordedTooLate)


# Changed after it was handed in


def test_a_plan_is_amended_and_keeps_its_earlier_version():
    other = content(duration_months=12)
    plan = a_submitted_plan()
    given(plan).when(FoundingPlan.amend, content=other, rules=RULES).then(
        recorded(FoundingPlan.PlanAmended, content=other, plan_version=2, digest=other.digest),
    )
    assert other.digest != content().digest


@pytest.mark.parametrize("history", [a_draft, a_returned_plan, an_approved_plan, *OVER])
def test_only_a_plan_before_the_board_is_amended(history):
    given(history()).when(FoundingPlan.amend, content=content(), rules=RULES).refused(PlanNotSubmitted)


def test_an_amended_plan_is_still_complete():
    given(a_submitted_plan()).when(FoundingPlan.amend, content=content(purpose=None), rules=RULES).refused(
        PlanIncomplete, missing=(PlanPart.PURPOSE,)
    )


def test_an_amended_plan_is_still_short():
    long = content(budget="woord " * 1001)
    given(a_submitted_plan()).when(FoundingPlan.amend, content=long, rules=RULES).refused(PlanTooLong)


def test_an_amendment_does_not_come_before_the_plan_was_handed_in():
    given(a_submitted_plan()).when(FoundingPlan.amend, act=member(SUBMITTED - DAY), content=content(), rules=RULES).refused(
        RecordedTooLate, at=SUBMITTED - DAY
    )


# Given up


@pytest.mark.parametrize("history", [a_draft, a_submitted_plan, a_returned_plan, an_approved_plan, a_waiting_plan])
def test_a_core_group_gives_up_its_plan_at_any_time_before_the_founding(history):
    plan = history()
    given(plan).when(FoundingPlan.withdraw).then(recorded(FoundingPlan.PlanWithdrawn))
    assert plan.status is PlanStatus.WITHDRAWN


def test_a_plan_is_not_given_up_before_the_day_of_the_decision_on_it():
    given(an_approved_plan()).when(FoundingPlan.withdraw, act=member(SUBMITTED)).refused(RecordedTooLate)


# Brought into a pilot


@pytest.mark.parametrize("history", [a_draft, a_submitted_plan, a_returned_plan])
def test_a_plan_that_was_drafted_outside_the_pilot_is_brought_into_it_before_the_decision(history):
    plan = history()
    given(plan).when(FoundingPlan.bring_into_pilot, pilot=PILOT).then(recorded(FoundingPlan.PlanBroughtIntoPilot, pilot=PILOT))
    assert plan.pilot == PILOT


def test_a_plan_that_is_in_the_wrong_pilot_is_brought_into_the_right_one():
    given(a_draft(pilot=FIRST)).when(FoundingPlan.bring_into_pilot, pilot=PILOT).then(
        recorded(FoundingPlan.PlanBroughtIntoPilot, pilot=PILOT),
    )


def test_a_plan_is_brought_into_a_pilot_once():
    given(a_draft(pilot=PILOT)).when(FoundingPlan.bring_into_pilot, pilot=PILOT).refused(PlanInPilotAlready)


@pytest.mark.parametrize("history", [an_approved_plan, a_waiting_plan])
def test_a_plan_that_the_board_agreed_with_is_no_longer_brought_into_a_pilot(history):
    given(history()).when(FoundingPlan.bring_into_pilot, pilot=FIRST).refused(PlanApprovedAlready)


@pytest.mark.parametrize("history", OVER)
def test_a_plan_that_is_finished_is_not_brought_into_a_pilot(history):
    given(history()).when(FoundingPlan.bring_into_pilot, pilot=FIRST).refused(PlanDecidedAlready)


def test_a_plan_is_not_brought_into_a_pilot_before_it_was_handed_in_as_it_is():
    early = SUBMITTED - DAY
    given(a_submitted_plan()).when(FoundingPlan.bring_into_pilot, act=member(early), pilot=PILOT).refused(
        RecordedTooLate, at=early
    )
