"""The National Board's part in a founding plan: taking more time, agreeing or not."""

from datetime import date, timedelta
from typing import Any

import pytest

from domain.kernel.errors import RecordedTooLate
from domain.pilot.rules import FoundingBody, PlanPart
from domain.plans.content import PlanStatus
from domain.plans.errors import (
    AnotherBodyDecides,
    BureauAdviceMissing,
    CompletenessNotChecked,
    ConditionDueTooEarly,
    DeferredUntilPastDay,
    PlanIncomplete,
    PlanNotApproved,
    PlanNotSubmitted,
    PlanVersionSuperseded,
    ReasonNeeded,
    TooFewCoreGroupMembers,
    TooFewSupporters,
)
from domain.plans.founding_plan import FoundingPlan
from tests.domain.acting import given, recorded
from tests.domain.examples import (
    DAY,
    FIVE,
    FOUR,
    HARD,
    HARD_LATER,
    SOFT_LATER,
    SUBMITTED,
    TODAY,
    an_act,
    board,
    content,
    member,
    rules_of_2022,
    rules_of_the_page,
    rules_that,
    sealed,
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

DIGEST = content().digest
REMINDED = date(2023, 10, 18)
APPROVE: dict[str, Any] = {"plan_version": 1, "rules": rules_of_2022()}
REJECT: dict[str, Any] = {"plan_version": 1, "rules": rules_of_2022(), "reasons": "Dit lijkt op een ander netwerk."}
DEFER: dict[str, Any] = {"plan_version": 1, "until": date(2023, 10, 1), "reasons": "Eerst na het congres."}
DECISIONS = [(FoundingPlan.approve, APPROVE), (FoundingPlan.reject, REJECT), (FoundingPlan.defer, DEFER)]


def approval(**differs):
    agreed = {"plan_version": 1, "digest": DIGEST, "rules_version": "2022-06-28", "core_group_minimum": 4}
    lightly = {"conditions": (), "reasons": None, "remind_on": (), "chair_required": False}
    return recorded(FoundingPlan.PlanApproved, **agreed | lightly | differs)


def an_amended_plan():
    plan = a_submitted_plan()
    plan.amend(member(SUBMITTED + DAY), content=content(duration_months=12), rules=rules_of_2022().rules)
    return plan


# Agreed


def test_the_board_approves_a_submitted_plan():
    plan = a_submitted_plan()
    given(plan).when(FoundingPlan.approve, **APPROVE).then(approval())
    assert plan.status is PlanStatus.APPROVED


def test_the_board_approves_with_conditions_and_reasons():
    plan = a_submitted_plan()
    more = {"conditions": (HARD_LATER, SOFT_LATER), "reasons": "Een goed plan."}
    given(plan).when(FoundingPlan.approve, **APPROVE, **more).then(approval(**more, remind_on=(REMINDED, REMINDED)))
    assert plan.status is PlanStatus.APPROVED_WITH_CONDITIONS


def test_conditions_that_are_not_hard_do_not_stop_the_founding():
    plan = a_submitted_plan()
    given(plan).when(FoundingPlan.approve, **APPROVE, conditions=(SOFT_LATER,)).then(
        approval(conditions=(SOFT_LATER,), remind_on=(REMINDED,))
    )
    assert plan.status is PlanStatus.APPROVED


def test_the_decision_keeps_the_rules_of_its_day():
    given(a_submitted_plan(intended_cooperation="Met de fractie.")).when(
        FoundingPlan.approve, plan_version=1, rules=rules_of_the_page()
    ).then(approval(rules_version="pilot-rule-page", digest=content(intended_cooperation="Met de fractie.").digest))


def test_the_board_does_not_agree_for_reasons_that_are_published():
    plan = a_submitted_plan()
    given(plan).when(FoundingPlan.reject, **REJECT).then(
        recorded(
            FoundingPlan.PlanRejected,
            plan_version=1,
            digest=DIGEST,
            rules_version="2022-06-28",
            reasons="Dit lijkt op een ander netwerk.",
        ),
    )
    assert plan.status is PlanStatus.REJECTED


def test_the_board_takes_more_time():
    plan = a_submitted_plan()
    given(plan).when(FoundingPlan.defer, **DEFER).then(recorded(FoundingPlan.PlanDeferred, **DEFER))
    assert plan.status is PlanStatus.DEFERRED


def test_the_board_may_take_more_time_again_and_then_decides():
    plan = a_submitted_plan()
    plan.defer(board(SUBMITTED), **DEFER)
    plan.defer(board(SUBMITTED + DAY), **DEFER)
    given(plan).when(FoundingPlan.approve, **APPROVE).then(approval())


@pytest.mark.parametrize(("days", "refused"), [(-30, True), (-1, True), (0, False), (1, False)])
def test_time_is_taken_until_the_day_of_the_decision_or_later(days, refused):
    until = TODAY.date() + timedelta(days=days)
    decided = given(a_submitted_plan()).when(FoundingPlan.defer, **DEFER | {"until": until})
    if refused:
        decided.refused(DeferredUntilPastDay, until=until, decided=TODAY.date())
    else:
        decided.then(recorded(FoundingPlan.PlanDeferred, **DEFER | {"until": until}))


def test_a_condition_is_not_due_before_the_decision():
    early = HARD_LATER.model_copy(update={"due": TODAY.date() - timedelta(days=1)})
    given(a_submitted_plan()).when(FoundingPlan.approve, **APPROVE, conditions=(HARD_LATER, early)).refused(
        ConditionDueTooEarly, due=early.due, decided=TODAY.date()
    )


def test_a_condition_may_be_due_on_the_day_of_the_decision():
    today = HARD_LATER.model_copy(update={"due": TODAY.date()})
    plan = a_submitted_plan()
    plan.approve(board(), **APPROVE, conditions=(today,))
    assert plan.status is PlanStatus.APPROVED_WITH_CONDITIONS


@pytest.mark.parametrize(("decision", "fields"), [(FoundingPlan.reject, REJECT), (FoundingPlan.defer, DEFER)])
@pytest.mark.parametrize("reasons", ["", "  "])
def test_rejecting_and_deferring_ask_for_reasons(decision, fields, reasons):
    given(a_submitted_plan()).when(decision, **fields | {"reasons": reasons}).refused(ReasonNeeded)


@pytest.mark.parametrize(("decision", "fields"), DECISIONS)
@pytest.mark.parametrize(
    "history",
    [
        a_draft,
        a_returned_plan,
        an_approved_plan,
        a_waiting_plan,
        a_founded_plan,
        a_rejected_plan,
        a_withdrawn_plan,
        a_lapsed_plan,
    ],
)
def test_the_board_decides_once_and_only_on_a_plan_that_was_handed_in(history, decision, fields):
    given(history()).when(decision, **fields).refused(PlanNotSubmitted)


@pytest.mark.parametrize(("decision", "fields"), DECISIONS)
def test_the_board_does_not_decide_on_a_version_that_was_amended_since(decision, fields):
    given(an_amended_plan()).when(decision, **fields).refused(PlanVersionSuperseded, decided=1, current=2)


@pytest.mark.parametrize(("decision", "fields"), DECISIONS)
def test_a_decision_is_not_taken_before_the_plan_was_handed_in(decision, fields):
    given(a_submitted_plan()).when(decision, act=board(SUBMITTED - DAY), **fields).refused(RecordedTooLate)


def amended(plan, at):
    plan.amend(member(at), content=content(), rules=rules_of_2022().rules)


def found_complete(plan, at):
    plan.find_complete(an_act(at), rules=rules_of_2022())


def deferred(plan, at):
    plan.defer(board(at), **DEFER)


@pytest.mark.parametrize("last_done", [amended, found_complete, deferred])
def test_a_decision_is_not_taken_before_what_was_last_done_with_the_plan(last_done):
    plan = a_submitted_plan()
    last_done(plan, SUBMITTED + 2 * DAY)
    given(plan).when(
        FoundingPlan.approve, act=board(SUBMITTED + DAY), plan_version=plan.plan_version, rules=rules_of_2022()
    ).refused(RecordedTooLate, at=SUBMITTED + DAY)


def test_the_board_agrees_with_the_amended_version_to_the_letter():
    given(an_amended_plan()).when(FoundingPlan.approve, **APPROVE | {"plan_version": 2}).then(
        approval(plan_version=2, digest=content(duration_months=12).digest)
    )


# What the rules ask for


@pytest.mark.parametrize("size", [0, 1, 2, 3])
def test_four_core_group_members_are_needed(size):
    given(a_submitted_plan(FOUR[:size])).when(FoundingPlan.approve, **APPROVE).refused(TooFewCoreGroupMembers, has=size, needs=4)


def test_five_core_group_members_are_welcome():
    given(a_submitted_plan(FIVE)).when(FoundingPlan.approve, **APPROVE).then(approval())


def test_supporters_are_counted_where_the_rules_ask_for_them():
    given(a_submitted_plan()).when(FoundingPlan.approve, plan_version=1, rules=rules_that(supporters_minimum=30)).refused(
        TooFewSupporters, has=0, needs=30
    )


def test_parts_are_asked_for_by_the_rules_of_the_day_of_decision():
    given(a_submitted_plan()).when(FoundingPlan.approve, plan_version=1, rules=rules_of_the_page()).refused(
        PlanIncomplete, missing=(PlanPart.INTENDED_COOPERATION,)
    )


CHECKED = rules_that(completeness_check_required=True)
ADVISED = rules_that(bureau_advice_required=True)


def test_a_check_by_the_bureau_is_asked_for_only_by_the_rules():
    given(a_submitted_plan()).when(FoundingPlan.approve, plan_version=1, rules=CHECKED).refused(CompletenessNotChecked)


def test_a_checked_plan_is_approved():
    plan = a_submitted_plan()
    plan.find_complete(an_act(SUBMITTED), rules=CHECKED)
    given(plan).when(FoundingPlan.approve, plan_version=1, rules=CHECKED).then(approval(rules_version="other-rules"))


def test_an_amended_plan_is_checked_anew():
    plan = a_submitted_plan()
    plan.find_complete(an_act(SUBMITTED), rules=CHECKED)
    plan.amend(member(SUBMITTED), content=content(), rules=CHECKED.rules)
    given(plan).when(FoundingPlan.approve, plan_version=2, rules=CHECKED).refused(CompletenessNotChecked)


def test_advice_of_the_bureau_is_asked_for_only_by_the_rules():
    given(a_submitted_plan()).when(FoundingPlan.approve, plan_version=1, rules=ADVISED).refused(BureauAdviceMissing)


def test_a_plan_with_advice_is_approved():
    plan = a_submitted_plan()
    plan.advise(an_act(SUBMITTED), advice=sealed())
    given(plan).when(FoundingPlan.approve, plan_version=1, rules=ADVISED).then(approval(rules_version="other-rules"))


def test_advice_on_an_earlier_version_does_not_count():
    plan = a_submitted_plan()
    plan.advise(an_act(SUBMITTED), advice=sealed())
    plan.amend(member(SUBMITTED), content=content(), rules=ADVISED.rules)
    given(plan).when(FoundingPlan.approve, plan_version=2, rules=ADVISED).refused(BureauAdviceMissing)


@pytest.mark.parametrize("body", [FoundingBody.PARTY_CONGRESS, FoundingBody.CORE_GROUP])
@pytest.mark.parametrize(("decision", "fields"), [(FoundingPlan.approve, APPROVE), (FoundingPlan.reject, REJECT)])
def test_where_the_rules_let_another_body_found_networks_the_board_does_not(body, decision, fields):
    given(a_submitted_plan()).when(decision, **fields | {"rules": rules_that(founding_body=body)}).refused(
        AnotherBodyDecides, body=body
    )


# Waiting, carried out


def test_an_approved_plan_waits_for_a_place():
    given(an_approved_plan()).when(FoundingPlan.wait_for_place).then(
        recorded(FoundingPlan.PlanWaitListed, complete_at=SUBMITTED),
    )


def a_plan_with_open_conditions():
    return an_approved_plan(HARD)


@pytest.mark.parametrize(
    "history", [a_submitted_plan, a_plan_with_open_conditions, a_waiting_plan, a_founded_plan, a_rejected_plan]
)
def test_only_an_approved_plan_begins_to_wait(history):
    given(history()).when(FoundingPlan.wait_for_place).refused(PlanNotApproved)


@pytest.mark.parametrize("history", [an_approved_plan, a_waiting_plan])
def test_a_plan_is_carried_out(history):
    plan = history()
    given(plan).when(FoundingPlan.carry_out).then(recorded(FoundingPlan.PlanCarriedOut, network=plan.network))


@pytest.mark.parametrize("history", [a_submitted_plan, a_plan_with_open_conditions, a_founded_plan, a_rejected_plan])
def test_only_a_plan_that_the_board_agreed_with_is_carried_out_and_only_once(history):
    given(history()).when(FoundingPlan.carry_out).refused(PlanNotApproved)
