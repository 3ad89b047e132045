"""A membership: joined by endorsing the purpose, left without a reason, taken up again."""

from typing import Any

import pytest

from domain.kernel.entries import Mistake
from domain.kernel.errors import RecordedTooLate
from domain.networks.membership import (
    AlreadyMember,
    ExplicitConsentNeeded,
    Membership,
    MembershipEnding,
    NotAMember,
    PurposeChangedSince,
    TooYoung,
    membership_id,
)
from tests.domain.acting import given, recorded
from tests.domain.examples import DAY, JOINED, LEFT, NETWORK, PEOPLE, RETURNED, TODAY, an_act, an_id, member, noon, sealed, terms
from tests.domain.histories import a_former_member, a_member, a_member_again

SOMEBODY = PEOPLE[0]
WHOSE: dict[str, Any] = {"network": NETWORK, "reference": SOMEBODY}
JOIN: dict[str, Any] = {"reference": SOMEBODY, "terms": terms(), "purpose_version": 1}
AGAIN: dict[str, Any] = {"terms": terms(), "purpose_version": 1}
SENSITIVE = terms(sensitive=True)
WRONG_DAY, DID_NOT_HAPPEN = Mistake.WRONG_DAY, Mistake.DID_NOT_HAPPEN


def entry(number):
    return f"{membership_id(NETWORK, SOMEBODY)}:{number}"


def joined(**differs):
    fields = WHOSE | {"purpose_version": 1, "consent_version": None, "statistics": None}
    return recorded(Membership.MemberJoined, **fields | differs)


def days(membership):
    return [(period.begun_at, period.ended_at) for period in membership.periods]


# Joined


def test_a_party_member_joins_by_endorsing_the_purpose():
    given().when(Membership.join, **JOIN).then(joined())


def test_coarse_statistics_are_kept_sealed():
    given().when(Membership.join, **JOIN, statistics=sealed("b")).then(joined(statistics=sealed("b")))


def test_joining_twice_cannot_make_two_memberships():
    assert a_member().id == membership_id(NETWORK, SOMEBODY)
    others = {membership_id(NETWORK, PEOPLE[1]), membership_id(an_id("other-network"), SOMEBODY)}
    assert a_member().id not in others
    assert len(others) == 2


def test_joining_endorses_the_purpose_as_it_is_worded_now():
    given().when(Membership.join, **JOIN | {"terms": terms(purpose_version=2)}).refused(
        PurposeChangedSince, endorsed=1, current=2
    )


def test_a_sensitive_network_asks_for_an_explicit_consent():
    given().when(Membership.join, **JOIN | {"terms": SENSITIVE}, age=40).refused(ExplicitConsentNeeded)


@pytest.mark.parametrize("age", [15, 0, None])
def test_a_sensitive_network_asks_for_members_of_sixteen_or_older(age):
    given().when(Membership.join, **JOIN | {"terms": SENSITIVE}, consent_version="consent-1", age=age).refused(
        TooYoung, minimum_age=16
    )


@pytest.mark.parametrize("age", [16, 90])
def test_with_consent_and_of_age_somebody_joins_a_sensitive_network(age):
    given().when(Membership.join, **JOIN | {"terms": SENSITIVE}, consent_version="consent-1", age=age).then(
        joined(consent_version="consent-1"),
    )


def test_where_no_rules_name_an_age_none_is_asked():
    free = terms(sensitive=True, minimum_age=None)
    given().when(Membership.join, **JOIN | {"terms": free}, consent_version="consent-1").then(
        joined(consent_version="consent-1"),
    )


@pytest.mark.parametrize("age", [14, None])
def test_an_ordinary_network_asks_for_no_age(age):
    given().when(Membership.join, **JOIN, age=age).then(joined())


# Left


def test_a_member_leaves_and_is_not_asked_why():
    membership = a_member()
    given(membership).when(Membership.leave).then(recorded(Membership.MemberLeft, **WHOSE))
    assert days(membership) == [(JOINED, TODAY)]


def test_who_left_does_not_leave_again():
    given(a_former_member()).when(Membership.leave).refused(NotAMember)


def test_nobody_leaves_before_joining():
    given(a_member()).when(Membership.leave, act=member(JOINED - DAY)).refused(NotAMember)


def test_an_earlier_leaving_that_is_typed_late_counts():
    membership = a_former_member()
    given(membership).when(Membership.leave, act=member(noon(6, 15))).then(recorded(Membership.MemberLeft, **WHOSE))
    assert days(membership) == [(JOINED, noon(6, 15))]


def test_also_when_the_member_has_come_back_since():
    membership = a_member_again()
    membership.leave(member(noon(6, 15)))
    assert days(membership) == [(JOINED, noon(6, 15)), (RETURNED, None)]


@pytest.mark.parametrize("ending", MembershipEnding)
def test_a_membership_ends_with_its_network_or_with_the_party_membership(ending):
    membership = a_member()
    given(membership).when(Membership.end, ending=ending).then(recorded(Membership.MembershipEnded, **WHOSE, ending=ending))
    assert days(membership) == [(JOINED, TODAY)]


def test_a_membership_that_was_left_does_not_end_again():
    given(a_former_member()).when(Membership.end, ending=MembershipEnding.NETWORK_CLOSED).refused(NotAMember)


def test_the_earliest_ending_counts_when_a_closing_comes_first():
    membership = a_former_member()
    membership.end(an_act(noon(6, 20)), MembershipEnding.NETWORK_CLOSED)
    assert days(membership) == [(JOINED, noon(6, 20))]


# Back


def test_a_former_member_comes_back_as_a_new_period_and_not_as_a_new_person():
    membership = a_former_member()
    given(membership).when(Membership.join_again, **AGAIN).then(
        recorded(Membership.MemberReturned, **WHOSE, purpose_version=1, consent_version=None, statistics=None),
    )
    assert days(membership) == [(JOINED, LEFT), (TODAY, None)]


def test_a_member_does_not_join_again():
    given(a_member()).when(Membership.join_again, **AGAIN).refused(AlreadyMember)


def test_who_comes_back_endorses_the_purpose_as_it_is_worded_now():
    given(a_former_member()).when(Membership.join_again, terms=terms(purpose_version=2), purpose_version=1).refused(
        PurposeChangedSince
    )


def test_who_comes_back_to_a_sensitive_network_consents_and_is_of_age():
    given(a_former_member()).when(Membership.join_again, terms=SENSITIVE, purpose_version=1, age=40).refused(
        ExplicitConsentNeeded
    )
    given(a_former_member()).when(
        Membership.join_again, terms=SENSITIVE, purpose_version=1, age=15, consent_version="consent-1"
    ).refused(TooYoung)


def test_who_left_can_come_back_at_the_same_moment():
    membership = a_former_member()
    given(membership).when(Membership.join_again, act=member(LEFT), **AGAIN).then(
        recorded(Membership.MemberReturned, **WHOSE, purpose_version=1, consent_version=None, statistics=None),
    )
    assert days(membership) == [(JOINED, LEFT), (LEFT, None)]


def test_a_return_before_something_that_was_recorded_since_is_refused():
    given(a_member_again()).when(Membership.join_again, act=member(noon(7, 15)), **AGAIN).refused(RecordedTooLate, at=noon(7, 15))


# Endorsed anew


def test_a_member_endorses_the_new_wording():
    membership = a_member()
    given(membership).when(Membership.endorse_purpose, terms=terms(purpose_version=2), purpose_version=2).then(
        recorded(Membership.PurposeEndorsed, **WHOSE, purpose_version=2),
    )
    assert membership.purpose_version == 2


def test_endorsing_the_same_wording_again_is_fine():
    given(a_member()).when(Membership.endorse_purpose, terms=terms(), purpose_version=1).then(
        recorded(Membership.PurposeEndorsed, **WHOSE, purpose_version=1),
    )


def test_only_the_wording_that_holds_is_endorsed():
    given(a_member()).when(Membership.endorse_purpose, terms=terms(purpose_version=3), purpose_version=2).refused(
        PurposeChangedSince, endorsed=2, current=3
    )


def test_only_a_member_endorses():
    given(a_former_member()).when(Membership.endorse_purpose, terms=terms(), purpose_version=1).refused(NotAMember)


# What must not be there


def test_nothing_asks_or_keeps_why_somebody_left():
    assert set(Membership.MemberLeft.model_fields) == {
        "originator_id",
        "originator_version",
        "timestamp",
        "act",
        "network",
        "reference",
    }
