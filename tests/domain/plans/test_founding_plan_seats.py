"""The seats of a founding plan: who was asked, who accepted, who gave it up; and how many members support it."""

import pytest

from domain.networks.membership import ExplicitConsentNeeded, TooYoung
from domain.plans.content import LapseReason
from domain.plans.errors import NominatedAlready, NominationAnswered, NotNominated, PlanDecidedAlready
from domain.plans.founding_plan import FoundingPlan, Nomination
from tests.domain.acting import given, recorded
from tests.domain.examples import (
    DRAFTED,
    FOUR,
    PEOPLE,
    STRANGER,
    content,
    member,
    rules_of_2022,
)
from tests.domain.histories import (
    a_draft,
    a_founded_plan,
    a_lapsed_plan,
    a_rejected_plan,
    a_withdrawn_plan,
    an_approved_plan,
)

RULES = rules_of_2022().rules


OVER = [a_founded_plan, a_rejected_plan, a_withdrawn_plan, a_lapsed_plan]


def test_somebody_is_asked_for_a_seat():
    given(a_draft()).when(FoundingPlan.nominate, reference=PEOPLE[4]).then(
        recorded(FoundingPlan.CoreGroupMemberNominated, reference=PEOPLE[4]),
    )


def test_nobody_is_asked_twice():
    given(a_draft()).when(FoundingPlan.nominate, reference=PEOPLE[0]).refused(NominatedAlready)


def test_somebody_who_declined_may_be_asked_again():
    plan = a_draft()
    plan.decline_nomination(member(DRAFTED), reference=PEOPLE[3])
    given(plan).when(FoundingPlan.nominate, reference=PEOPLE[3]).then(
        recorded(FoundingPlan.CoreGroupMemberNominated, reference=PEOPLE[3]),
    )


@pytest.fixture
def with_a_fifth():
    plan = a_draft()
    plan.nominate(member(DRAFTED), reference=PEOPLE[4])
    return plan


def test_a_nominee_accepts_the_seat(with_a_fifth):
    given(with_a_fifth).when(FoundingPlan.accept_nomination, reference=PEOPLE[4]).then(
        recorded(FoundingPlan.NominationAccepted, reference=PEOPLE[4], consent_version=None),
    )
    assert with_a_fifth.core_group == (*FOUR, PEOPLE[4])


def test_only_a_nominee_accepts_a_seat(with_a_fifth):
    given(with_a_fifth).when(FoundingPlan.accept_nomination, reference=STRANGER).refused(NotNominated)


def test_a_seat_is_accepted_once(with_a_fifth):
    given(with_a_fifth).when(FoundingPlan.accept_nomination, reference=PEOPLE[0]).refused(
        NominationAnswered, answer=Nomination.ACCEPTED
    )


def test_a_seat_in_a_sensitive_network_asks_for_an_explicit_consent():
    plan = a_draft(sensitive=True)
    plan.nominate(member(DRAFTED), reference=PEOPLE[4])
    given(plan).when(FoundingPlan.accept_nomination, reference=PEOPLE[4]).refused(ExplicitConsentNeeded)


def test_the_consent_of_a_founder_is_recorded_with_its_wording():
    plan = a_draft(sensitive=True)
    plan.nominate(member(DRAFTED), reference=PEOPLE[4])
    given(plan).when(FoundingPlan.accept_nomination, reference=PEOPLE[4], consent_version="consent-2").then(
        recorded(FoundingPlan.NominationAccepted, reference=PEOPLE[4], consent_version="consent-2"),
    )


@pytest.mark.parametrize("age", [None, 15])
def test_a_founder_of_a_sensitive_network_is_of_age(age):
    plan = a_draft(sensitive=True)
    plan.nominate(member(DRAFTED), reference=PEOPLE[4])
    given(plan).when(
        FoundingPlan.accept_nomination, reference=PEOPLE[4], consent_version="consent-2", age=age, minimum_age=16
    ).refused(TooYoung, minimum_age=16)


def test_from_that_age_on_the_seat_is_accepted():
    plan = a_draft(sensitive=True)
    plan.nominate(member(DRAFTED), reference=PEOPLE[4])
    given(plan).when(
        FoundingPlan.accept_nomination, reference=PEOPLE[4], consent_version="consent-2", age=16, minimum_age=16
    ).then(recorded(FoundingPlan.NominationAccepted, reference=PEOPLE[4], consent_version="consent-2"))


def test_an_ordinary_network_asks_for_no_age_of_its_founders(with_a_fifth):
    given(with_a_fifth).when(FoundingPlan.accept_nomination, reference=PEOPLE[4], age=14, minimum_age=16).then(
        recorded(FoundingPlan.NominationAccepted, reference=PEOPLE[4], consent_version=None),
    )


def a_plan_that_became_sensitive():
    plan = a_draft()
    plan.revise(member(DRAFTED), content=content(sensitive=True), rules=RULES)
    return plan


def test_who_accepted_before_a_plan_became_sensitive_accepts_again_with_the_consent():
    given(a_plan_that_became_sensitive()).when(
        FoundingPlan.accept_nomination, reference=PEOPLE[0], consent_version="consent-1"
    ).then(recorded(FoundingPlan.NominationAccepted, reference=PEOPLE[0], consent_version="consent-1"))


def test_and_that_is_done_once():
    plan = a_plan_that_became_sensitive()
    plan.accept_nomination(member(DRAFTED), reference=PEOPLE[0], consent_version="consent-1")
    given(plan).when(FoundingPlan.accept_nomination, reference=PEOPLE[0], consent_version="consent-1").refused(NominationAnswered)


def test_a_nominee_declines(with_a_fifth):
    given(with_a_fifth).when(FoundingPlan.decline_nomination, reference=PEOPLE[4]).then(
        recorded(FoundingPlan.NominationDeclined, reference=PEOPLE[4]),
    )
    assert with_a_fifth.core_group == FOUR


def test_a_founder_gives_up_the_seat_before_the_founding():
    plan = an_approved_plan()
    given(plan).when(FoundingPlan.decline_nomination, reference=PEOPLE[3]).then(
        recorded(FoundingPlan.NominationDeclined, reference=PEOPLE[3]),
    )
    assert plan.core_group == FOUR[:3]


def test_only_a_nominee_declines_a_seat():
    given(a_draft()).when(FoundingPlan.decline_nomination, reference=STRANGER).refused(NotNominated)


def test_a_seat_is_declined_once():
    plan = a_draft()
    plan.decline_nomination(member(DRAFTED), reference=PEOPLE[3])
    given(plan).when(FoundingPlan.decline_nomination, reference=PEOPLE[3]).refused(NominationAnswered, answer=Nomination.DECLINED)


def test_who_began_a_plan_or_was_asked_for_a_seat_may_write_it(with_a_fifth):
    with_a_fifth.decline_nomination(member(DRAFTED), reference=PEOPLE[3])
    writers = [who for who in (*PEOPLE, STRANGER) if with_a_fifth.is_initiator(who)]
    assert writers == [*FOUR[:3], PEOPLE[4]]


def test_who_began_a_plan_may_write_it_without_a_seat():
    plan = a_draft(PEOPLE[1:5])
    assert plan.core_group == PEOPLE[1:5]
    assert plan.is_initiator(PEOPLE[0])


def test_the_bureau_counts_supporters():
    plan = a_draft()
    given(plan).when(FoundingPlan.count_supporters, supporters=30).then(
        recorded(FoundingPlan.SupportersCounted, supporters=30, member_for_days=0, contribution_paid=False),
    )
    assert plan.supporters == 30


@pytest.mark.parametrize("over", OVER)
@pytest.mark.parametrize(
    ("decision", "fields"),
    [
        (FoundingPlan.nominate, {"reference": PEOPLE[5]}),
        (FoundingPlan.accept_nomination, {"reference": PEOPLE[0]}),
        (FoundingPlan.decline_nomination, {"reference": PEOPLE[0]}),
        (FoundingPlan.count_supporters, {"supporters": 1}),
        (FoundingPlan.withdraw, {}),
        (FoundingPlan.lapse, {"lapse_reason": LapseReason.NOT_COMPLETED}),
        (FoundingPlan.declare_conflict, {"reference": STRANGER, "interest": None}),
    ],
)
def test_nothing_more_comes_of_a_plan_that_is_over(over, decision, fields):
    given(over()).when(decision, **fields).refused(PlanDecidedAlready)
