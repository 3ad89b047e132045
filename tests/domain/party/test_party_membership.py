"""Party membership: its end waits a while, so that a mistake can be undone."""

from datetime import date

import pytest

from domain.kernel.days import start_of
from domain.kernel.errors import NothingDue, RecordedTooLate
from domain.party.party_membership import (
    AlreadyAPartyMember,
    NoPartyEndPending,
    NotAPartyMember,
    NotWithdrawn,
    PartyEndAlreadyPending,
    PartyMembership,
    PersonalDetail,
    party_membership_id,
)
from tests.domain.acting import given, recorded
from tests.domain.examples import BEGIN, DAY, FINAL_ON, PEOPLE, TODAY, an_act, noon
from tests.domain.histories import (
    a_double_party_member,
    a_former_party_member,
    a_party_member,
    a_party_member_who_leaves,
    by_clock,
)

LATER = date(2023, 9, 15)


def holds(membership, at):
    try:
        membership.must_hold(an_act(at))
    except NotAPartyMember:
        return False
    return True


def a_party_member_again():
    membership = a_former_party_member()
    membership.start_again(an_act(noon(8, 20)))
    return membership


def test_somebody_is_a_member_of_the_party():
    given().when(PartyMembership.start, reference=PEOPLE[0]).then(
        recorded(PartyMembership.PartyMembershipStarted, reference=PEOPLE[0]),
    )
    assert a_party_member().id == party_membership_id(PEOPLE[0])


def test_only_who_is_a_member_counts_as_one():
    assert holds(a_party_member(), BEGIN)
    assert not holds(a_party_member(), BEGIN - DAY)
    assert not holds(a_party_member_who_leaves(), TODAY)
    assert not holds(a_former_party_member(), TODAY)
    assert holds(a_party_member_again(), noon(8, 20))
    assert not holds(a_party_member_again(), noon(8, 19))


def test_the_end_is_announced_and_waits():
    given(a_party_member()).when(PartyMembership.announce_end, final_on=LATER).then(
        recorded(PartyMembership.PartyMembershipEndAnnounced, final_on=LATER),
    )


def test_an_end_is_announced_once():
    given(a_party_member_who_leaves()).when(PartyMembership.announce_end, final_on=LATER).refused(
        PartyEndAlreadyPending, final_on=FINAL_ON
    )


def test_only_a_party_membership_that_holds_ends():
    given(a_former_party_member()).when(PartyMembership.announce_end, final_on=LATER).refused(NotAPartyMember)
    given(a_party_member()).when(PartyMembership.announce_end, act=an_act(BEGIN - DAY), final_on=LATER).refused(NotAPartyMember)


def test_an_end_is_not_announced_before_one_that_was_undone():
    membership = a_party_member_who_leaves()
    membership.undo_end(an_act(noon(8, 5)))
    given(membership).when(PartyMembership.announce_end, act=an_act(noon(8, 2)), final_on=LATER).refused(RecordedTooLate)


def test_a_mistake_is_undone_while_the_end_waits():
    membership = a_party_member_who_leaves()
    given(membership).when(PartyMembership.undo_end).then(recorded(PartyMembership.PartyMembershipEndUndone))
    assert holds(membership, TODAY)


@pytest.mark.parametrize("history", [a_party_member, a_former_party_member, a_party_member_again])
def test_only_an_end_that_waits_is_undone_or_becomes_final(history):
    given(history()).when(PartyMembership.undo_end).refused(NoPartyEndPending)
    given(history()).when(PartyMembership.time_passes).refused(NothingDue)


def test_on_its_day_the_end_becomes_final():
    given(a_party_member_who_leaves()).when(PartyMembership.time_passes, act=an_act(noon(8, 15))).then(
        recorded(PartyMembership.PartyMembershipEnded),
    )


def test_and_not_a_day_before():
    given(a_party_member_who_leaves()).when(PartyMembership.time_passes, act=an_act(noon(8, 14))).refused(NothingDue)


def test_time_itself_makes_it_final_on_that_day():
    membership = a_party_member_who_leaves()
    assert membership.next_due == start_of(FINAL_ON)
    given(membership).when(PartyMembership.time_passes, act=an_act(membership.next_due)).then(
        recorded(PartyMembership.PartyMembershipEnded),
    )
    assert membership.next_due is None


def test_without_days_to_undo_it_an_end_is_final_once_it_was_announced_and_not_before():
    membership = a_party_member()
    membership.announce_end(an_act(noon(8, 1)), final_on=noon(8, 1).date())
    assert membership.next_due == noon(8, 1)


@pytest.mark.parametrize("history", [a_party_member, a_former_party_member, a_party_member_again])
def test_without_an_end_that_waits_nothing_is_due(history):
    assert history().next_due is None


def test_a_former_member_becomes_a_member_again():
    given(a_former_party_member()).when(PartyMembership.start_again).then(
        recorded(PartyMembership.PartyMembershipStartedAgain),
    )


@pytest.mark.parametrize("history", [a_party_member, a_party_member_who_leaves, a_party_member_again])
def test_somebody_is_a_member_of_the_party_once_at_a_time(history):
    given(history()).when(PartyMembership.start_again).refused(AlreadyAPartyMember)


def test_nobody_becomes_a_member_again_before_the_end():
    given(a_former_party_member()).when(PartyMembership.start_again, act=an_act(noon(8, 14))).refused(
        RecordedTooLate, at=noon(8, 14)
    )


def test_that_details_were_corrected_is_recorded_and_no_late_entry_waits_for_it():
    membership = a_party_member()
    details = (PersonalDetail.NAME, PersonalDetail.BIRTH_YEAR)
    given(membership).when(PartyMembership.correct_details, act=an_act(TODAY), details=details).then(
        recorded(PartyMembership.PersonalDetailsCorrected, details=details),
    )
    membership.announce_end(an_act(TODAY - DAY), final_on=FINAL_ON)
    assert membership.final_on == FINAL_ON


def test_of_a_former_member_they_are_corrected_too():
    given(a_former_party_member()).when(PartyMembership.correct_details, details=(PersonalDetail.NAME,)).then(
        recorded(PartyMembership.PersonalDetailsCorrected, details=(PersonalDetail.NAME,)),
    )


# A double, after a merger of persons


def test_a_double_does_not_hold_until_it_is_restored():
    given(a_party_member()).when(PartyMembership.withdraw_double).then(recorded(PartyMembership.PartyMembershipWithdrawn))
    membership = a_double_party_member()
    held = [membership.holds_at(noon(9, 1)), membership.held_at(noon(7, 30)), membership.ended]
    membership.restore_double(by_clock(noon(9, 1)))
    assert (held, membership.holds_at(noon(9, 1)), membership.held_at(noon(7, 30))) == ([False, False, False], True, True)


def test_of_a_double_nothing_ends_and_only_a_double_is_restored():
    given(a_double_party_member()).when(PartyMembership.announce_end, final_on=FINAL_ON).refused(NotAPartyMember)
    given(a_double_party_member()).when(PartyMembership.withdraw_double).refused(NotAPartyMember)
    given(a_former_party_member()).when(PartyMembership.withdraw_double).refused(NotAPartyMember)
    given(a_party_member()).when(PartyMembership.restore_double).refused(NotWithdrawn)
