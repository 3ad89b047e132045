"""What was recorded wrongly about a membership happened at another moment, or not at all."""

from typing import Any

import pytest

from domain.kernel.entries import Mistake
from domain.kernel.errors import CorrectionImpossible, EntryAlreadyWithdrawn, EntryNotCorrectable, EntryNotFound
from domain.networks.membership import Membership, NoDouble, NotAMember, membership_id
from tests.domain.acting import given, recorded
from tests.domain.examples import JOINED, LEFT, NETWORK, PEOPLE, RETURNED, TODAY, an_act, an_id, member, noon, terms
from tests.domain.histories import a_double_member, a_former_member, a_member, a_member_again, by_clock

SOMEBODY = PEOPLE[0]
WHOSE: dict[str, Any] = {"network": NETWORK, "reference": SOMEBODY}
JOIN: dict[str, Any] = {"reference": SOMEBODY, "terms": terms(), "purpose_version": 1}
AGAIN: dict[str, Any] = {"terms": terms(), "purpose_version": 1}
SENSITIVE = terms(sensitive=True)
WRONG_DAY, DID_NOT_HAPPEN = Mistake.WRONG_DAY, Mistake.DID_NOT_HAPPEN


def entry(number):
    return f"{membership_id(NETWORK, SOMEBODY)}:{number}"


def days(membership):
    return [(period.begun_at, period.ended_at) for period in membership.periods]


def correction(number, at):
    return {"of": entry(number), "at": at, "mistake": WRONG_DAY}


@pytest.mark.parametrize(
    ("number", "at", "periods"),
    [
        (1, noon(5, 30), [(noon(5, 30), LEFT), (RETURNED, None)]),
        (2, noon(7, 15), [(JOINED, noon(7, 15)), (RETURNED, None)]),
        (3, noon(8, 15), [(JOINED, LEFT), (noon(8, 15), None)]),
        (2, RETURNED, [(JOINED, RETURNED), (RETURNED, None)]),
    ],
)
def test_an_entry_happened_on_another_day(number, at, periods):
    membership = a_member_again()
    given(membership).when(Membership.correct_entry, **correction(number, at)).then(
        recorded(Membership.EntryCorrected, **WHOSE, **correction(number, at)),
    )
    assert days(membership) == periods


@pytest.mark.parametrize(
    ("number", "at"),
    [
        (1, noon(7, 2)),  # joined after leaving
        (2, noon(5, 1)),  # left before joining
        (2, noon(8, 2)),  # left after coming back
        (3, noon(6, 15)),  # came back while a member
    ],
)
def test_a_correction_keeps_the_history_possible(number, at):
    given(a_member_again()).when(Membership.correct_entry, **correction(number, at)).refused(
        CorrectionImpossible, of=entry(number)
    )


def test_a_correction_is_corrected():
    membership = a_former_member()
    membership.correct_entry(an_act(), **correction(2, noon(7, 15)))
    membership.correct_entry(an_act(), **correction(2, noon(7, 20)))
    assert days(membership) == [(JOINED, noon(7, 20))]


def withdrawal(number):
    return {"of": entry(number), "mistake": DID_NOT_HAPPEN}


@pytest.mark.parametrize(
    ("history", "number", "periods"),
    [(a_member, 1, []), (a_former_member, 2, [(JOINED, None)]), (a_member_again, 3, [(JOINED, LEFT)])],
)
def test_an_entry_was_a_mistake(history, number, periods):
    membership = history()
    given(membership).when(Membership.withdraw_entry, **withdrawal(number)).then(
        recorded(Membership.EntryWithdrawn, **WHOSE, **withdrawal(number)),
    )
    assert days(membership) == periods


@pytest.mark.parametrize(("history", "number"), [(a_former_member, 1), (a_member_again, 1), (a_member_again, 2)])
def test_what_was_recorded_later_must_not_hang_in_the_air(history, number):
    given(history()).when(Membership.withdraw_entry, **withdrawal(number)).refused(CorrectionImpossible, of=entry(number))


@pytest.mark.parametrize(("number", "refusal"), [(4, EntryNotCorrectable), (99, EntryNotFound)])
def test_only_entries_are_corrected_or_withdrawn(number, refusal):
    """The fourth event endorses the purpose: that is no beginning and no ending."""
    membership = a_member_again()
    membership.endorse_purpose(member(), terms=terms(), purpose_version=1)
    given(membership).when(Membership.correct_entry, **correction(number, TODAY)).refused(refusal, of=entry(number))


def test_an_entry_of_another_membership_is_not_found():
    of = f"{an_id('another-membership')}:1"
    given(a_member()).when(Membership.withdraw_entry, of=of, mistake=DID_NOT_HAPPEN).refused(EntryNotFound, of=of)


def test_an_entry_is_withdrawn_once_and_not_corrected_after():
    membership = a_former_member()
    membership.withdraw_entry(an_act(), **withdrawal(2))
    given(membership).when(Membership.withdraw_entry, **withdrawal(2)).refused(EntryAlreadyWithdrawn, of=entry(2))


def test_an_entry_that_was_withdrawn_has_no_day():
    membership = a_former_member()
    membership.withdraw_entry(an_act(), **withdrawal(2))
    given(membership).when(Membership.correct_entry, **correction(2, TODAY)).refused(EntryAlreadyWithdrawn, of=entry(2))


def test_who_was_joined_by_mistake_can_still_join():
    membership = a_member()
    membership.withdraw_entry(an_act(), **withdrawal(1))
    given(membership).when(Membership.join_again, **AGAIN).then(
        recorded(Membership.MemberReturned, **WHOSE, purpose_version=1, consent_version=None, statistics=None),
    )
    assert days(membership) == [(TODAY, None)]


# A double, after a merger of persons


def test_the_newest_joining_is_withdrawn_as_a_double_and_the_membership_no_longer_holds():
    membership = a_member_again()
    beginning = membership.periods[-1].begun_by
    of_whom = {"network": membership.network, "reference": membership.reference}
    given(membership).when(Membership.withdraw_double).then(
        recorded(Membership.EntryWithdrawn, of=beginning, mistake=Mistake.ENTERED_TWICE, **of_whom)
    )


def test_who_is_no_member_has_no_double():
    given(a_former_member()).when(Membership.withdraw_double).refused(NotAMember)


def test_a_double_that_was_none_counts_again_as_of_when_it_happened():
    membership = a_double_member()
    before = a_member().periods
    of_whom = {"network": membership.network, "reference": membership.reference}
    assert (membership.periods, membership.can_be_restored) == ((), True)
    given(membership).when(Membership.restore_double).then(
        recorded(Membership.EntryRestored, of=before[0].begun_by, at=before[0].begun_at, **of_whom)
    )
    membership = a_double_member()
    membership.restore_double(by_clock(RETURNED))
    assert membership.periods == before


def test_only_what_the_clock_withdrew_as_a_double_is_restored_and_once():
    by_bureau, joined_anew = a_member(), a_double_member()
    by_bureau.withdraw_entry(an_act(LEFT), of=f"{by_bureau.id}:1", mistake=Mistake.ENTERED_TWICE)
    joined_anew.join_again(member(RETURNED), terms=terms(), purpose_version=1)
    restored = a_double_member()
    restored.restore_double(by_clock(RETURNED))
    for membership in (a_member(), by_bureau, joined_anew, restored):
        given(membership).when(Membership.restore_double).refused(NoDouble)
