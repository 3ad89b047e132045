"""When nobody of the core group of a sensitive network is left, the board offers the seats and members take them themselves."""

from datetime import date

import pytest

from domain.networks.errors import (
    AlreadyInCoreGroup,
    NetworkClosedAlready,
    NetworkNotSensitive,
    SeatsNotOffered,
    TermAlreadyOver,
)
from domain.networks.network import Network
from tests.domain.acting import given, recorded
from tests.domain.examples import FOUR, PEOPLE, board, member, noon
from tests.domain.histories import a_network, a_network_with_offered_seats, a_sensitive_network

LAST_DAY = date(2023, 12, 31)
TAKER = PEOPLE[5]


@pytest.mark.parametrize("left", [FOUR, FOUR[:1], ()])
def test_the_board_offers_seats_whether_anybody_is_left_or_not(left):
    network = a_sensitive_network()
    for reference in set(FOUR) - set(left):
        network.step_down(board(noon(7, 1)), reference=reference)
    given(network).when(Network.offer_seats, act=board(), until=LAST_DAY).then(recorded(Network.SeatsOffered, until=LAST_DAY))


def test_in_another_network_the_board_appoints_and_offers_nothing():
    given(a_network()).when(Network.offer_seats, act=board(), until=LAST_DAY).refused(NetworkNotSensitive)


def test_an_offer_lasts_until_after_its_day():
    given(a_sensitive_network()).when(Network.offer_seats, act=board(), until=date(2023, 9, 1)).refused(TermAlreadyOver)


@pytest.mark.parametrize("at", [noon(8, 1), noon(9, 1), noon(12, 31)])
def test_a_member_takes_a_seat_as_long_as_it_is_offered(at):
    given(a_network_with_offered_seats()).when(Network.take_seat, act=member(at, TAKER), reference=TAKER).then(
        recorded(Network.CoreGroupMemberAppointed, reference=TAKER)
    )


@pytest.mark.parametrize("at", [noon(7, 15), noon(1, 1, 2024)])
def test_before_the_offer_and_after_its_last_day_nobody_does(at):
    given(a_network_with_offered_seats()).when(Network.take_seat, act=member(at, TAKER), reference=TAKER).refused(SeatsNotOffered)


def test_where_nothing_is_offered_nobody_takes_a_seat():
    given(a_sensitive_network()).when(Network.take_seat, act=member(by=TAKER), reference=TAKER).refused(SeatsNotOffered)


def test_an_offer_takes_no_core_group_over_of_which_somebody_was_left_also_when_they_leave_after_it():
    network = a_sensitive_network()
    for reference in FOUR[1:]:
        network.step_down(board(noon(7, 1)), reference=reference)
    network.offer_seats(board(noon(8, 1)), until=LAST_DAY)
    network.step_down(board(noon(8, 2)), reference=FOUR[0])
    given(network).when(Network.take_seat, act=member(by=TAKER), reference=TAKER).refused(SeatsNotOffered)


def test_several_take_a_seat_and_nobody_takes_two():
    network = a_network_with_offered_seats()
    network.take_seat(member(noon(8, 2), TAKER), reference=TAKER)
    network.take_seat(member(noon(8, 3), PEOPLE[6]), reference=PEOPLE[6])
    given(network).when(Network.take_seat, act=member(by=TAKER), reference=TAKER).refused(AlreadyInCoreGroup)


def test_of_a_closed_network_nobody_takes_a_seat():
    network = a_network_with_offered_seats()
    network.close(board(noon(8, 2)), reason="Klaar.")
    given(network).when(Network.take_seat, act=member(by=TAKER), reference=TAKER).refused(NetworkClosedAlready)
