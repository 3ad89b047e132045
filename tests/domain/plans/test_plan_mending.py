"""What was recorded wrongly of a plan: another day, other words, or taken back as long as nothing rests on it."""

from typing import Any

import pytest
from hypothesis import given as whatever
from hypothesis import strategies as st

from domain.kernel.days import day_of
from domain.kernel.entries import Mistake
from domain.kernel.errors import (
    CorrectionImpossible,
    DomainError,
    EntryAlreadyWithdrawn,
    EntryNotCorrectable,
    EntryNotFound,
    RecordedTooLate,
    SomethingRestsOnEntry,
    WayOut,
)
from domain.kernel.events import STAMPS, event_name
from domain.pilot.rules import PlanPart
from domain.plans.content import LapseReason, PlanStatus
from domain.plans.entries import RestsOn
from domain.plans.errors import ConditionLapsedAlready, ConditionNotDue, EntryHasNoReasons, ReasonNeeded
from domain.plans.founding import found_or_wait
from domain.plans.founding_plan import FoundingPlan
from tests.domain.acting import given, new_events, recorded
from tests.domain.examples import (
    APPROVED,
    DAY,
    HARD,
    PLAN,
    SOFT,
    SUBMITTED,
    TODAY,
    an_act,
    board,
    content,
    member,
    noon,
    rules_of_2022,
    sealed,
)
from tests.domain.histories import (
    a_deferred_plan,
    a_founded_plan,
    a_lapsed_plan,
    a_plan_with_a_question,
    a_rejected_plan,
    a_returned_plan,
    a_submitted_plan,
    a_waiting_plan,
    a_withdrawn_plan,
    an_approved_plan,
)
from tests.domain.random_lives import LIVES, live

DECIDED = noon(6, 1)
MISTAKE = Mistake.DID_NOT_HAPPEN


def last(plan, kind):
    """The name of the newest entry of a kind."""
    return next(event_name(entry) for entry in reversed(plan.entries) if kind == entry.TOPIC)


def correction(plan, kind, **differs: Any):
    return {"of": last(plan, kind), "at": None, "reasons": None, "mistake": Mistake.WRONG_DAY} | differs


def withdrawal(plan, kind):
    return {"of": last(plan, kind), "mistake": MISTAKE}


def a_rejected_plan_of_june():
    plan = a_submitted_plan()
    plan.reject(board(DECIDED), plan_version=1, rules=rules_of_2022(), reasons="Te smal.")
    return plan


def a_plan_whose_condition_lapsed():
    plan = an_approved_plan(HARD)
    plan.lapse_condition(an_act(), condition_number=1)
    return plan


def a_plan_with_a_soft_condition_met():
    plan = a_founded_plan(SOFT)
    plan.meet_condition(an_act(), condition_number=1)
    return plan


# Another day, other words


@pytest.mark.parametrize("earlier", [DAY, 30 * DAY])
def test_the_day_of_a_decision_is_corrected(earlier):
    plan = a_rejected_plan_of_june()
    corrected = correction(plan, "PlanRejected", at=DECIDED - earlier)
    given(plan).when(FoundingPlan.correct_entry, **corrected).then(
        recorded(FoundingPlan.EntryCorrected, **corrected | {"reasons": "Te smal."})
    )
    assert plan.changed_at == DECIDED - earlier
    assert plan.status is PlanStatus.REJECTED


def test_published_reasons_are_corrected():
    plan = a_rejected_plan_of_june()
    corrected = correction(plan, "PlanRejected", reasons="Dit lijkt op een ander netwerk.", mistake=Mistake.WRONG_WORDS)
    given(plan).when(FoundingPlan.correct_entry, **corrected).then(
        recorded(FoundingPlan.EntryCorrected, **corrected | {"at": DECIDED})
    )


@pytest.mark.parametrize(
    ("history", "kind"),
    [
        (a_returned_plan, "PlanReturned"),
        (a_deferred_plan, "PlanDeferred"),
        (an_approved_plan, "PlanApproved"),
        (a_rejected_plan, "PlanRejected"),
        (a_founded_plan, "PlanApproved"),
        (a_plan_with_a_soft_condition_met, "ConditionMet"),
        (a_withdrawn_plan, "PlanWithdrawn"),
        (a_lapsed_plan, "PlanLapsed"),
    ],
)
def test_every_decision_has_a_day_to_correct(history, kind):
    plan = history()
    at = next(entry.act.at for entry in plan.entries if kind == entry.TOPIC)
    plan.correct_entry(an_act(), **correction(plan, kind, at=at))
    assert type(new_events(plan)[-1]).TOPIC == "FoundingPlan.EntryCorrected"


def test_a_later_decision_follows_the_day_that_is_known_now():
    plan = a_deferred_plan()
    plan.correct_entry(an_act(), **correction(plan, "PlanDeferred", at=noon(5, 1)))
    given(plan).when(FoundingPlan.reject, act=board(noon(5, 10)), plan_version=1, rules=rules_of_2022(), reasons="Te smal.").then(
        recorded(
            FoundingPlan.PlanRejected,
            plan_version=1,
            digest=content().digest,
            rules_version="2022-06-28",
            reasons="Te smal.",
        )
    )


def test_a_plan_counts_as_complete_from_the_day_that_is_known_now():
    plan = a_submitted_plan()
    plan.find_complete(an_act(noon(3, 1)), rules=rules_of_2022())
    plan.correct_entry(an_act(), **correction(plan, "PlanFoundComplete", at=noon(2, 15)))
    assert plan.complete_at == noon(2, 15)


def test_a_decision_is_not_corrected_to_before_the_plan_was_handed_in():
    plan = a_rejected_plan()
    of = last(plan, "PlanRejected")
    given(plan).when(FoundingPlan.correct_entry, **correction(plan, "PlanRejected", at=SUBMITTED - DAY)).refused(
        CorrectionImpossible, of=of
    )


def test_nor_to_after_what_was_decided_next():
    plan = a_deferred_plan()
    plan.reject(board(noon(6, 10)), plan_version=1, rules=rules_of_2022(), reasons="Te smal.")
    given(plan).when(FoundingPlan.correct_entry, **correction(plan, "PlanDeferred", at=noon(6, 11))).refused(CorrectionImpossible)


def test_nor_to_after_a_condition_of_it_was_met():
    plan = a_plan_with_a_soft_condition_met()
    given(plan).when(FoundingPlan.correct_entry, **correction(plan, "PlanApproved", at=TODAY + DAY)).refused(CorrectionImpossible)


def test_nor_to_after_its_network_began():
    plan = a_founded_plan()
    later = correction(plan, "PlanApproved", at=APPROVED + DAY)
    given(plan).when(FoundingPlan.correct_entry, **later, founded_at=APPROVED).refused(CorrectionImpossible)


def test_a_condition_is_not_corrected_to_have_lapsed_before_its_day_was_over():
    plan = a_plan_whose_condition_lapsed()
    given(plan).when(FoundingPlan.correct_entry, **correction(plan, "ConditionLapsed", at=noon(8, 1))).refused(
        ConditionNotDue, due=HARD.due
    )


def test_only_what_is_decided_with_reasons_has_reasons_to_correct():
    plan = a_returned_plan()
    given(plan).when(FoundingPlan.correct_entry, **correction(plan, "PlanReturned", reasons="Te kort.")).refused(
        EntryHasNoReasons
    )


def test_published_reasons_are_not_made_empty():
    plan = a_rejected_plan()
    given(plan).when(FoundingPlan.correct_entry, **correction(plan, "PlanRejected", reasons=" ")).refused(ReasonNeeded)


# Taken back


@pytest.mark.parametrize(
    ("history", "kind", "becomes"),
    [
        (a_returned_plan, "PlanReturned", PlanStatus.SUBMITTED),
        (a_deferred_plan, "PlanDeferred", PlanStatus.SUBMITTED),
        (a_rejected_plan, "PlanRejected", PlanStatus.SUBMITTED),
        (lambda: an_approved_plan(HARD, SOFT), "PlanApproved", PlanStatus.SUBMITTED),
        (a_withdrawn_plan, "PlanWithdrawn", PlanStatus.SUBMITTED),
        (a_lapsed_plan, "PlanLapsed", PlanStatus.DRAFT),
        (a_plan_whose_condition_lapsed, "ConditionLapsed", PlanStatus.APPROVED_WITH_CONDITIONS),
        (a_plan_with_a_soft_condition_met, "ConditionMet", PlanStatus.FOUNDED),
    ],
)
def test_what_nothing_rests_on_is_withdrawn_and_the_plan_stands_where_it_stood(history, kind, becomes):
    plan = history()
    taken = withdrawal(plan, kind)
    given(plan).when(FoundingPlan.withdraw_entry, **taken).then(recorded(FoundingPlan.EntryWithdrawn, **taken))
    assert plan.status is becomes


def test_a_plan_whose_rejection_was_withdrawn_is_decided_on():
    plan = a_rejected_plan()
    plan.withdraw_entry(an_act(), **withdrawal(plan, "PlanRejected"))
    plan.approve(board(noon(5, 1)), plan_version=1, rules=rules_of_2022())
    assert plan.status is PlanStatus.APPROVED


def test_conditions_go_with_the_approval_that_made_them():
    plan = an_approved_plan(HARD, SOFT)
    plan.withdraw_entry(an_act(), **withdrawal(plan, "PlanApproved"))
    assert (plan.conditions, plan.open_conditions, plan.next_due, plan.rules_version) == ({}, frozenset(), None, None)


def test_a_condition_waits_again_when_its_end_is_withdrawn():
    plan = a_plan_whose_condition_lapsed()
    plan.withdraw_entry(an_act(), **withdrawal(plan, "ConditionLapsed"))
    assert plan.open_conditions == {1}
    plan.meet_condition(an_act(), condition_number=1)
    assert plan.status is PlanStatus.APPROVED


@pytest.mark.parametrize("at", [noon(7, 1), TODAY])
def test_a_condition_of_which_a_lapse_is_recorded_is_met_once_that_is_withdrawn(at):
    plan = a_plan_whose_condition_lapsed()
    given(plan).when(FoundingPlan.meet_condition, act=an_act(at), condition_number=1).refused(
        ConditionLapsedAlready, condition_number=1
    )
    plan.withdraw_entry(an_act(), **withdrawal(plan, "ConditionLapsed"))
    plan.meet_condition(an_act(at), condition_number=1)
    assert plan.status is PlanStatus.APPROVED


def test_a_deferral_before_it_holds_again_when_the_second_is_withdrawn():
    plan = a_deferred_plan()
    plan.defer(board(noon(6, 2)), plan_version=1, until=day_of(noon(12, 1)), reasons="Nog langer.")
    plan.withdraw_entry(an_act(), **withdrawal(plan, "PlanDeferred"))
    assert (plan.status, plan.deferred_until) == (PlanStatus.DEFERRED, day_of(noon(8, 1)))


def test_a_question_is_withdrawn_and_the_next_keeps_its_number():
    plan = a_plan_with_a_question()
    plan.withdraw_entry(an_act(), **withdrawal(plan, "BoardQuestionAsked"))
    plan.ask(board(SUBMITTED), question=sealed("c"))
    assert plan.open_questions == {2}


def a_plan_with_an_answered_question():
    plan = a_plan_with_a_question()
    plan.answer(member(SUBMITTED), question_number=1, answer=sealed("c"))
    return plan


def a_returned_plan_that_was_revised():
    plan = a_returned_plan()
    plan.revise(member(), content=content(duration_months=12), rules=rules_of_2022().rules)
    return plan


def a_deferred_plan_that_was_amended():
    plan = a_deferred_plan()
    plan.amend(member(noon(6, 2)), content=content(duration_months=12), rules=rules_of_2022().rules)
    return plan


def a_deferred_plan_that_was_rejected():
    plan = a_deferred_plan()
    plan.reject(board(), plan_version=1, rules=rules_of_2022(), reasons="Te smal.")
    return plan


def an_approved_plan_with_a_condition_met():
    plan = an_approved_plan(SOFT, HARD)
    plan.meet_condition(an_act(), condition_number=1)
    return plan


def a_plan_founded_on_its_condition():
    plan = an_approved_plan(HARD)
    plan.meet_condition(an_act(), condition_number=1)
    found_or_wait(board(), plan, pilot=None, name=None)
    return plan


def a_waiting_plan_that_was_withdrawn():
    plan = a_waiting_plan()
    plan.withdraw(member())
    return plan


@pytest.mark.parametrize(
    ("history", "kind", "because"),
    [
        (a_founded_plan, "PlanApproved", RestsOn.NETWORK_FOUNDED),
        (a_plan_founded_on_its_condition, "ConditionMet", RestsOn.NETWORK_FOUNDED),
        (a_plan_founded_on_its_condition, "PlanApproved", RestsOn.NETWORK_FOUNDED),
        (a_waiting_plan, "PlanApproved", RestsOn.WAITS_FOR_PLACE),
        (a_waiting_plan_that_was_withdrawn, "PlanWithdrawn", RestsOn.WAITS_FOR_PLACE),
        (a_returned_plan_that_was_revised, "PlanReturned", RestsOn.WRITTEN_SINCE),
        (a_deferred_plan_that_was_amended, "PlanDeferred", RestsOn.WRITTEN_SINCE),
        (a_deferred_plan_that_was_rejected, "PlanDeferred", RestsOn.DECIDED_SINCE),
        (an_approved_plan_with_a_condition_met, "PlanApproved", RestsOn.CONDITION_ENDED),
        (a_plan_with_an_answered_question, "BoardQuestionAsked", RestsOn.QUESTION_ANSWERED),
    ],
)
def test_what_others_went_on_with_is_not_taken_back(history, kind, because):
    plan = history()
    with pytest.raises(SomethingRestsOnEntry) as refused:
        plan.withdraw_entry(an_act(), **withdrawal(plan, kind))
    can_be_mended = because in {RestsOn.DECIDED_SINCE, RestsOn.CONDITION_ENDED}
    first = WayOut.MEND_IT if can_be_mended else WayOut.DECIDE_ANEW
    assert {**refused.value.facts, "on": None} == {"because": because, "on": None, "first": first}


def test_of_what_rests_on_an_entry_the_newest_day_is_told():
    plan = a_deferred_plan_that_was_amended()
    plan.amend(member(noon(6, 9)), content=content(duration_months=18), rules=rules_of_2022().rules)
    with pytest.raises(SomethingRestsOnEntry) as refused:
        plan.withdraw_entry(an_act(), **withdrawal(plan, "PlanDeferred"))
    assert refused.value.facts["on"] == day_of(noon(6, 9))


# What cannot be mended


@pytest.mark.parametrize("number", [1, 2, 3, 10])
def test_other_entries_are_mended_by_a_new_decision(number):
    """Begun, nominated, accepted, submitted."""
    mend = {"of": f"{PLAN}:{number}", "mistake": MISTAKE}
    given(a_rejected_plan()).when(FoundingPlan.withdraw_entry, **mend).refused(EntryNotCorrectable, of=mend["of"])
    given(a_rejected_plan()).when(FoundingPlan.correct_entry, **mend, at=TODAY, reasons=None).refused(
        EntryNotCorrectable, of=mend["of"]
    )


def test_a_question_has_no_day_to_correct():
    plan = a_plan_with_a_question()
    given(plan).when(FoundingPlan.correct_entry, **correction(plan, "BoardQuestionAsked", at=SUBMITTED)).refused(
        EntryNotCorrectable
    )


def test_the_lapse_that_came_with_a_condition_is_mended_through_that_condition():
    plan = a_plan_whose_condition_lapsed()
    given(plan).when(FoundingPlan.withdraw_entry, of=plan.last_event, mistake=MISTAKE).refused(EntryNotCorrectable)


def test_a_lapse_that_the_bureau_recorded_is_its_own():
    plan = an_approved_plan(SOFT, HARD)
    plan.lapse_condition(an_act(), condition_number=1)
    plan.lapse(an_act(), lapse_reason=LapseReason.CONDITION_NOT_MET)
    plan.withdraw_entry(an_act(), of=plan.last_event, mistake=MISTAKE)
    assert (plan.status, plan.open_conditions) == (PlanStatus.APPROVED_WITH_CONDITIONS, frozenset({2}))


@pytest.mark.parametrize("of", [f"{PLAN}:99", f"{'0' * 8}-0000-0000-0000-{'0' * 12}:1"])
def test_what_never_happened_is_not_found(of):
    given(a_rejected_plan()).when(FoundingPlan.withdraw_entry, of=of, mistake=MISTAKE).refused(EntryNotFound, of=of)


def test_what_was_withdrawn_is_not_mended_again():
    plan = a_rejected_plan()
    taken = withdrawal(plan, "PlanRejected")
    corrected = correction(plan, "PlanRejected", at=TODAY)
    plan.withdraw_entry(an_act(), **taken)
    new_events(plan)
    for mend, fields in ((FoundingPlan.withdraw_entry, taken), (FoundingPlan.correct_entry, corrected)):
        with pytest.raises(EntryAlreadyWithdrawn):
            mend(plan, an_act(), **fields)
    assert new_events(plan) == []


def test_a_step_that_comes_after_a_withdrawn_one_follows_what_stands():
    plan = a_deferred_plan()
    plan.withdraw_entry(an_act(), **withdrawal(plan, "PlanDeferred"))
    given(plan).when(FoundingPlan.return_incomplete, act=an_act(SUBMITTED - DAY), missing=(PlanPart.BUDGET,)).refused(
        RecordedTooLate
    )


# Whatever was recorded and mended


@whatever(data=st.data())
def test_what_is_withdrawn_at_once_leaves_the_plan_as_it_was(data):
    beginnings, steps = LIVES[FoundingPlan]
    lived = data.draw(st.sampled_from(beginnings))()
    assert isinstance(lived, FoundingPlan)
    live(lived, data.draw(st.lists(st.one_of(steps), max_size=20)))
    before, numbers = standing(lived), lived.questions
    done = lived.version
    live(lived, data.draw(st.lists(st.one_of(steps), min_size=1, max_size=1)))
    of = f"{lived.id}:{done + 1}"
    try:
        lived.withdraw_entry(an_act(noon(12, 31)), of=of, mistake=Mistake.DID_NOT_HAPPEN)
    except DomainError:
        return  # not everything can be taken back
    assert standing(lived) == before
    assert lived.questions >= numbers
    assert of in lived.taken_back


def standing(plan):
    """All that holds of a plan but how often it changed, what was taken back, and the numbers that were given out."""
    return {name: value for name, value in vars(plan).items() if name not in {*STAMPS, "_version", "questions"}}
