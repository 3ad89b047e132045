"""The seats of a core group: taken, given up and chaired."""

import pytest

from domain.kernel.entries import Mistake
from domain.kernel.errors import RecordedTooLate
from domain.networks.errors import (
    AlreadyInCoreGroup,
    AnotherBodyAppoints,
    NetworkClosedAlready,
    NetworkNotBegunYet,
    NotInCoreGroup,
)
from domain.networks.network import Network
from domain.pilot.rules import FoundingBody
from tests.domain.acting import given, recorded
from tests.domain.examples import (
    APPROVED,
    CLOSED,
    DAY,
    FIVE,
    FOUR,
    NETWORK,
    PEOPLE,
    TODAY,
    board,
    core_group,
    noon,
    rules_that,
)
from tests.domain.histories import a_closed_network, a_network, a_suspended_network

FIFTH = PEOPLE[4]
FOUNDING, FIRST_SEAT = f"{NETWORK}:1", f"{NETWORK}:2"
SIXTH_EVENT = f"{NETWORK}:6"
STEPPED_DOWN = noon(7, 1)
WRONG_DAY, DID_NOT_HAPPEN = Mistake.WRONG_DAY, Mistake.DID_NOT_HAPPEN


def a_network_with_an_empty_seat():
    """The sixth event is the first founder's stepping down."""
    network = a_network()
    network.step_down(board(STEPPED_DOWN), reference=FOUR[0])
    return network


def a_network_with_a_chair():
    network = a_network()
    network.appoint_chair(board(noon(6, 1)), reference=FOUR[0])
    return network


BY_BOARD = rules_that(core_group_appointed_by=FoundingBody.NATIONAL_BOARD).rules
BY_CORE_GROUP = rules_that(core_group_appointed_by=FoundingBody.CORE_GROUP).rules
BY_CONGRESS = rules_that(core_group_appointed_by=FoundingBody.PARTY_CONGRESS).rules


# Who gives seats


@pytest.mark.parametrize(("act", "rules"), [(board(), BY_BOARD), (core_group(), BY_CORE_GROUP)])
def test_whoever_the_rules_name_gives_seats(act, rules):
    given(a_network()).when(Network.appoint, act=act, reference=FIFTH, rules=rules).then(
        recorded(Network.CoreGroupMemberAppointed, reference=FIFTH)
    )


@pytest.mark.parametrize(
    ("act", "rules"),
    [(core_group(), BY_BOARD), (board(), BY_CORE_GROUP), (board(), BY_CONGRESS), (core_group(), BY_CONGRESS)],
)
def test_nobody_gives_seats_in_the_place_of_another_body(act, rules):
    given(a_network()).when(Network.appoint, act=act, reference=FIFTH, rules=rules).refused(
        AnotherBodyAppoints, body=rules.core_group_appointed_by
    )


@pytest.mark.parametrize("rules", [BY_BOARD, BY_CORE_GROUP, BY_CONGRESS])
def test_in_a_sensitive_network_the_core_group_gives_seats_whatever_the_rules_say(rules):
    given(a_network(sensitive=True)).when(Network.appoint, act=core_group(), reference=FIFTH, rules=rules).then(
        recorded(Network.CoreGroupMemberAppointed, reference=FIFTH)
    )
    given(a_network(sensitive=True)).when(Network.appoint, act=board(), reference=FIFTH, rules=rules).refused(
        AnotherBodyAppoints, body=FoundingBody.CORE_GROUP
    )


@pytest.mark.parametrize(("sensitive", "public"), [(True, 2), (False, 9)])
def test_the_version_of_a_sensitive_network_counts_nothing_of_its_core_group(sensitive, public):
    network = a_network(sensitive=sensitive)  # with four seats: five events
    network.step_down(board(STEPPED_DOWN), reference=FOUR[0])
    network.correct_entry(board(), of=SIXTH_EVENT, at=noon(7, 2), mistake=WRONG_DAY)
    network.withdraw_entry(board(), of=SIXTH_EVENT, mistake=DID_NOT_HAPPEN)
    network.rename(board(), name="Netwerk klimaat")
    assert network.about_core_group == (2, 3, 4, 5, 6, 7, 8)
    assert (network.version, network.public_version) == (9, public)


def test_the_board_completes_a_core_group_that_is_too_small():
    given(a_network_with_an_empty_seat()).when(Network.appoint, act=board(), reference=FIFTH, rules=BY_CORE_GROUP).then(
        recorded(Network.CoreGroupMemberAppointed, reference=FIFTH)
    )


# Taken and given up


def test_somebody_takes_a_seat():
    network = a_network()
    given(network).when(Network.appoint, reference=FIFTH).then(recorded(Network.CoreGroupMemberAppointed, reference=FIFTH))
    assert network.core_group(TODAY) == FIVE


def test_somebody_has_one_seat():
    given(a_network()).when(Network.appoint, reference=FOUR[0]).refused(AlreadyInCoreGroup)


def test_somebody_comes_back_into_the_core_group():
    network = a_network_with_an_empty_seat()
    given(network).when(Network.appoint, reference=FOUR[0]).then(
        recorded(Network.CoreGroupMemberAppointed, reference=FOUR[0]),
    )
    assert network.core_group(TODAY) == (*FOUR[1:], FOUR[0])


def test_a_seat_is_taken_late_when_nothing_of_it_was_recorded_since():
    network = a_network()
    given(network).when(Network.appoint, act=board(noon(6, 1)), reference=FIFTH).then(
        recorded(Network.CoreGroupMemberAppointed, reference=FIFTH),
    )
    assert network.has_seat(FIFTH, noon(6, 2))


def test_a_seat_is_not_taken_before_a_later_entry_of_it():
    network = a_network()
    network.appoint(board(noon(7, 1)), reference=FIFTH)
    given(network).when(Network.appoint, act=board(noon(6, 1)), reference=FIFTH).refused(RecordedTooLate, at=noon(6, 1))


def test_who_steps_down_can_take_the_seat_again_at_the_same_moment():
    network = a_network_with_an_empty_seat()
    given(network).when(Network.appoint, act=board(STEPPED_DOWN), reference=FOUR[0]).then(
        recorded(Network.CoreGroupMemberAppointed, reference=FOUR[0]),
    )


def test_a_suspended_network_may_repair_its_core_group():
    given(a_suspended_network()).when(Network.appoint, reference=FIFTH).then(
        recorded(Network.CoreGroupMemberAppointed, reference=FIFTH),
    )


def test_a_seat_exists_while_the_network_does():
    given(a_closed_network()).when(Network.appoint, reference=FIFTH).refused(NetworkClosedAlready)
    given(a_network()).when(Network.appoint, act=board(APPROVED - DAY), reference=FIFTH).refused(NetworkNotBegunYet)


def test_a_seat_that_was_taken_before_the_closing_is_recorded_late():
    given(a_closed_network()).when(Network.appoint, act=board(CLOSED - DAY), reference=FIFTH).then(
        recorded(Network.CoreGroupMemberAppointed, reference=FIFTH),
    )


def test_somebody_steps_down_and_the_network_stays_also_below_four():
    network = a_network()
    given(network).when(Network.step_down, reference=FOUR[0]).then(
        recorded(Network.CoreGroupMemberSteppedDown, reference=FOUR[0]),
    )
    assert network.core_group(TODAY) == FOUR[1:]
    assert network.closed_at is None


def test_a_seat_is_given_up_once():
    given(a_network_with_an_empty_seat()).when(Network.step_down, reference=FOUR[0]).refused(NotInCoreGroup)


def test_who_had_no_seat_gives_none_up():
    given(a_network()).when(Network.step_down, reference=FIFTH).refused(NotInCoreGroup)


def test_an_earlier_stepping_down_is_recorded_late_and_the_earliest_counts():
    network = a_network_with_an_empty_seat()
    given(network).when(Network.step_down, act=board(noon(6, 15)), reference=FOUR[0]).then(
        recorded(Network.CoreGroupMemberSteppedDown, reference=FOUR[0]),
    )
    assert not network.has_seat(FOUR[0], noon(6, 15))


def test_the_closing_ended_every_seat():
    network = a_closed_network()
    assert network.core_group(CLOSED) == ()
    assert network.core_group(CLOSED - DAY) == FOUR
    given(a_closed_network()).when(Network.step_down, reference=FOUR[0]).refused(NotInCoreGroup)


def test_before_the_founding_nobody_has_a_seat():
    assert a_network().core_group(APPROVED - DAY) == ()
    assert a_network().core_group(APPROVED) == FOUR


# The chair


def test_somebody_of_the_core_group_becomes_its_chair():
    network = a_network()
    given(network).when(Network.appoint_chair, reference=FOUR[1]).then(
        recorded(Network.CoreGroupChairAppointed, reference=FOUR[1]),
    )
    assert network.chair == FOUR[1]


def test_another_chair_takes_over():
    network = a_network_with_a_chair()
    given(network).when(Network.appoint_chair, reference=FOUR[1]).then(
        recorded(Network.CoreGroupChairAppointed, reference=FOUR[1]),
    )
    assert network.chair == FOUR[1]


def test_the_chair_has_a_seat():
    given(a_network()).when(Network.appoint_chair, reference=FIFTH).refused(NotInCoreGroup)


def test_a_chair_who_steps_down_chairs_no_longer():
    network = a_network_with_a_chair()
    network.step_down(board(), reference=FOUR[0])
    assert network.chair is None


def test_the_chair_stays_when_another_one_steps_down():
    network = a_network_with_a_chair()
    network.step_down(board(), reference=FOUR[1])
    assert network.chair == FOUR[0]


def test_a_chair_whose_seat_was_a_mistake_chairs_no_longer():
    network = a_network_with_a_chair()
    network.withdraw_entry(board(), of=FIRST_SEAT, mistake=Mistake.WRONG_PERSON)
    assert network.chair is None


def test_a_late_entry_about_an_earlier_seat_does_not_unseat_the_chair():
    network = a_network_with_an_empty_seat()
    network.appoint(board(noon(8, 1)), reference=FOUR[0])
    network.appoint_chair(board(noon(8, 2)), reference=FOUR[0])
    network.step_down(board(noon(6, 15)), reference=FOUR[0])
    assert network.chair == FOUR[0]
