"""Deliberating on a founding plan: questions and answers, and who keeps out of it."""

from datetime import date
from typing import Any

import pytest

from domain.plans.errors import ConflictDeclaredAlready, ConflictedMemberDecides, PlanNotSubmitted, QuestionNotOpen
from domain.plans.founding_plan import FoundingPlan
from tests.domain.acting import given, recorded
from tests.domain.examples import (
    BOARD_MEMBER,
    BUREAU_WORKER,
    OTHER_BOARD_MEMBER,
    STRANGER,
    SUBMITTED,
    TODAY,
    a_meeting,
    an_act,
    board,
    content,
    member,
    rules_of_2022,
    sealed,
)
from tests.domain.histories import (
    a_draft,
    a_plan_with_a_question,
    a_rejected_plan,
    a_returned_plan,
    a_submitted_plan,
    an_approved_plan,
)

DIGEST = content().digest
APPROVE: dict[str, Any] = {"plan_version": 1, "rules": rules_of_2022()}
REJECT: dict[str, Any] = {"plan_version": 1, "rules": rules_of_2022(), "reasons": "Dit lijkt op een ander netwerk."}
DEFER: dict[str, Any] = {"plan_version": 1, "until": date(2023, 10, 1), "reasons": "Eerst na het congres."}
DECISIONS = [(FoundingPlan.approve, APPROVE), (FoundingPlan.reject, REJECT), (FoundingPlan.defer, DEFER)]


def approval(**differs):
    agreed = {"plan_version": 1, "digest": DIGEST, "rules_version": "2022-06-28", "core_group_minimum": 4}
    lightly = {"conditions": (), "reasons": None, "remind_on": (), "chair_required": False}
    return recorded(FoundingPlan.PlanApproved, **agreed | lightly | differs)


def a_plan_that_a_board_member_has_an_interest_in():
    plan = a_submitted_plan()
    plan.declare_conflict(an_act(SUBMITTED, BOARD_MEMBER), reference=BOARD_MEMBER, interest=None)
    return plan


# Questions


def test_the_board_asks_the_core_group_a_question_in_confidence():
    plan = a_submitted_plan()
    given(plan).when(FoundingPlan.ask, question=sealed("b")).then(
        recorded(FoundingPlan.BoardQuestionAsked, question_number=1, question=sealed("b"))
    )
    assert plan.open_questions == {1}


@pytest.mark.parametrize("history", [a_draft, a_returned_plan, an_approved_plan, a_rejected_plan])
def test_the_board_asks_about_plans_that_are_before_it(history):
    given(history()).when(FoundingPlan.ask, question=sealed()).refused(PlanNotSubmitted)


def test_the_core_group_answers():
    plan = a_plan_with_a_question()
    given(plan).when(FoundingPlan.answer, question_number=1, answer=sealed("c")).then(
        recorded(FoundingPlan.BoardQuestionAnswered, question_number=1, answer=sealed("c")),
    )
    assert plan.open_questions == frozenset()


def test_a_question_is_answered_once():
    plan = a_plan_with_a_question()
    plan.answer(member(), question_number=1, answer=sealed())
    given(plan).when(FoundingPlan.answer, question_number=1, answer=sealed()).refused(QuestionNotOpen, question_number=1)


def test_a_question_that_was_not_asked_is_not_answered():
    given(a_plan_with_a_question()).when(FoundingPlan.answer, question_number=2, answer=sealed()).refused(QuestionNotOpen)


def test_no_question_waits_once_the_plan_is_given_up():
    plan = a_plan_with_a_question()
    plan.withdraw(member())
    given(plan).when(FoundingPlan.answer, question_number=1, answer=sealed()).refused(QuestionNotOpen)


# A personal interest (art. 2:44(6) BW)


def test_a_board_member_declares_a_personal_interest():
    given(a_submitted_plan()).when(FoundingPlan.declare_conflict, reference=BOARD_MEMBER, interest=sealed("c")).then(
        recorded(FoundingPlan.ConflictOfInterestDeclared, reference=BOARD_MEMBER, interest=sealed("c")),
    )


def test_an_interest_may_be_declared_before_the_plan_is_handed_in():
    given(a_draft()).when(FoundingPlan.declare_conflict, reference=BOARD_MEMBER, interest=None).then(
        recorded(FoundingPlan.ConflictOfInterestDeclared, reference=BOARD_MEMBER, interest=None),
    )


def test_an_interest_is_declared_once():
    given(a_plan_that_a_board_member_has_an_interest_in()).when(
        FoundingPlan.declare_conflict, reference=BOARD_MEMBER, interest=None
    ).refused(ConflictDeclaredAlready)


@pytest.mark.parametrize(("decision", "fields"), [*DECISIONS, (FoundingPlan.ask, {"question": sealed()})])
@pytest.mark.parametrize("act", [an_act(TODAY, BOARD_MEMBER), board(TODAY, entered_by=BOARD_MEMBER)])
def test_a_board_member_with_an_interest_takes_no_part_in_deliberating_and_deciding(decision, fields, act):
    given(a_plan_that_a_board_member_has_an_interest_in()).when(decision, act=act, **fields).refused(ConflictedMemberDecides)


@pytest.mark.parametrize(("decision", "fields"), DECISIONS)
def test_a_decision_in_which_such_a_member_took_part_is_refused(decision, fields):
    given(a_plan_that_a_board_member_has_an_interest_in()).when(
        decision, act=board(TODAY, decided=a_meeting(OTHER_BOARD_MEMBER, BOARD_MEMBER)), **fields
    ).refused(ConflictedMemberDecides)


def test_the_other_board_members_decide():
    given(a_plan_that_a_board_member_has_an_interest_in()).when(
        FoundingPlan.approve,
        act=board(TODAY, entered_by=BUREAU_WORKER, decided=a_meeting(OTHER_BOARD_MEMBER, STRANGER)),
        **APPROVE,
    ).then(approval())
