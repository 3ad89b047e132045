"""A network that was closed or merged by mistake is opened again, and goes on as if it had never been closed."""

from datetime import timedelta

import pytest

from domain.kernel.entries import Mistake
from domain.kernel.errors import EntryNotCorrectable, NothingDue, RecordedTooLate
from domain.networks.errors import NetworkClosedAlready, NetworkNotClosed, ReopeningTooLate
from domain.networks.membership import Membership, membership_id
from domain.networks.network import Network
from tests.domain.acting import given, recorded
from tests.domain.examples import (
    CLOSED,
    DAY,
    FOUR,
    JOINED,
    NETWORK,
    PEOPLE,
    TODAY,
    an_act,
    an_id,
    board,
    member,
    noon,
    rules_of_2022,
    terms,
)
from tests.domain.histories import a_closed_network, a_closing, a_member_until_the_closing, a_network

REASON = "Het was een vergissing."
CLOSING = f"{NETWORK}:6"
RULES = rules_of_2022()
ENDING = f"{membership_id(NETWORK, PEOPLE[0])}:2"
LAST_DAY = CLOSED + 90 * DAY


def reopened():
    return recorded(Network.NetworkReopened, of=CLOSING, reason=REASON)


def a_merged_network():
    network = a_network()
    network.merge_into(board(CLOSED), a_network(network=an_id("another")), reason="Samen verder.")
    return network


@pytest.mark.parametrize("network", [a_closed_network, a_merged_network])
def test_a_network_that_closed_or_merged_is_opened_again_with_its_core_group(network):
    closed = network()
    given(closed).when(Network.reopen, act=board(), reason=REASON, rules=RULES).then(reopened())
    assert (closed.closed_at, closed.closed_by, closed.merged_into) == (None, None, None)
    assert closed.core_group(CLOSED + DAY) == closed.core_group(TODAY) == tuple(FOUR)


def test_a_network_that_is_open_is_not_opened_again():
    given(a_network()).when(Network.reopen, act=board(), reason=REASON).refused(NetworkNotClosed)
    twice = a_closed_network()
    twice.reopen(board(), reason=REASON)
    given(twice).when(Network.reopen, act=board(), reason=REASON).refused(NetworkNotClosed)


def test_it_is_opened_again_up_to_ninety_days_after_it_closed():
    given(a_closed_network()).when(Network.reopen, act=board(LAST_DAY), reason=REASON).then(reopened())


def test_after_ninety_days_it_is_founded_anew():
    too_late = {"closed_at": CLOSED, "last_day": LAST_DAY.date()}
    given(a_closed_network()).when(Network.reopen, act=board(LAST_DAY + DAY), reason=REASON).refused(ReopeningTooLate, **too_late)


def test_it_is_not_opened_again_before_it_closed():
    before = board(CLOSED - timedelta(seconds=1))
    given(a_closed_network()).when(Network.reopen, act=before, reason=REASON).refused(RecordedTooLate)


def test_a_core_group_that_became_too_small_meanwhile_is_told_so():
    network = a_closed_network()
    network.step_down(member(CLOSED - DAY, FOUR[0]), reference=FOUR[0], rules=RULES)
    network.reopen(board(), reason=REASON, rules=RULES)
    assert network.too_small is not None


def test_it_can_be_closed_again_and_reopened_again():
    network = a_closed_network()
    network.reopen(board(), reason=REASON)
    network.close(board(TODAY + DAY), reason=None)
    network.reopen(board(TODAY + 2 * DAY), reason=REASON)
    assert [each.of for each in network.reopenings] == [CLOSING, f"{NETWORK}:8"]
    assert network.closed_at is None


def test_what_was_decided_since_the_reopening_follows_it():
    network = a_closed_network()
    network.reopen(board(), reason=REASON)
    given(network).when(Network.suspend, act=board(CLOSED + DAY), reason="Rust.", rules=None).refused(RecordedTooLate)


def test_a_closing_that_was_taken_back_is_not_corrected_any_more():
    network = a_closed_network()
    network.reopen(board(), reason=REASON)
    corrected = {"of": CLOSING, "at": noon(8, 2), "mistake": Mistake.WRONG_DAY}
    given(network).when(Network.correct_entry, **corrected).refused(EntryNotCorrectable)


def test_nothing_ends_by_a_closing_that_was_taken_back():
    network = a_closed_network()
    network.must_be_closed_by(CLOSING)
    network.reopen(board(), reason=REASON)
    with pytest.raises(NothingDue):
        network.must_be_closed_by(CLOSING)


def test_the_network_that_took_it_in_knows_also_when_it_closed_itself_since():
    withdrawn = recorded(Network.MergerWithdrawn, merged=an_id("merged"))
    given(a_network()).when(Network.withdraw_merger, act=board(), merged=an_id("merged")).then(withdrawn)
    given(a_closed_network()).when(Network.withdraw_merger, act=board(), merged=an_id("merged")).then(withdrawn)


def test_while_it_is_closed_nothing_is_decided_about_it():
    given(a_closed_network()).when(Network.rename, act=board(), name="Netwerk gebed").refused(NetworkClosedAlready)


# The memberships in it


def test_a_membership_that_ended_by_the_closing_goes_on_as_if_it_had_not():
    membership = a_member_until_the_closing()
    who = {"network": NETWORK, "reference": PEOPLE[0]}
    given(membership).when(Membership.go_on, of=ENDING).then(
        recorded(Membership.EntryWithdrawn, **who, of=ENDING, mistake=Mistake.DID_NOT_HAPPEN),
    )
    assert [(period.begun_at, period.ended_at) for period in membership.periods] == [(JOINED, None)]


def test_what_else_ended_it_stands():
    membership = a_member_until_the_closing()
    membership.leave(member(CLOSED - DAY))
    membership.go_on(an_act(), of=ENDING)
    assert [period.ended_at for period in membership.periods] == [CLOSED - DAY]


def test_an_ending_that_no_closing_caused_is_not_withdrawn_with_one():
    membership = a_member_until_the_closing()
    membership.go_on(an_act(), of=ENDING)
    membership.leave(member(TODAY))
    left = membership.last_event
    given(membership).when(Membership.go_on, of=left).nothing_happened()


def test_going_on_twice_changes_nothing_more():
    membership = a_member_until_the_closing()
    membership.go_on(an_act(), of=ENDING)
    given(membership).when(Membership.go_on, of=ENDING).nothing_happened()


def test_who_joined_anew_since_keeps_both_times_apart():
    membership = a_member_until_the_closing()
    membership.join_again(member(TODAY), terms=terms(), purpose_version=1)
    given(membership).when(Membership.go_on, of=ENDING).nothing_happened()


def test_the_act_that_ended_it_names_the_closing():
    assert a_member_until_the_closing().ended_by_closing == {ENDING: a_closing().cause}
