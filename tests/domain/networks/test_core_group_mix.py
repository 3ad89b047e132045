"""What a core group states of itself: a number for the group, and nothing about anybody."""

import pytest

from domain.kernel.days import day_of
from domain.kernel.entries import Mistake
from domain.kernel.errors import CorrectionImpossible, EntryAlreadyWithdrawn
from domain.networks.errors import FewerSeatsThanStated, NetworkClosedAlready, NetworkNotBegunYet
from domain.networks.network import Network
from tests.domain.acting import given, recorded
from tests.domain.examples import APPROVED, CLOSED, DAY, FOUR, NETWORK, PEOPLE, TODAY, board, noon
from tests.domain.histories import a_closed_network, a_network

SIXTH_EVENT = f"{NETWORK}:6"
WRONG_DAY, WRONG_NUMBER = Mistake.WRONG_DAY, Mistake.WRONG_NUMBER


def a_network_with_a_mix():
    """The sixth event states it."""
    network = a_network()
    network.state_core_group_mix(board(noon(7, 1)), with_experience=2)
    return network


@pytest.mark.parametrize("with_experience", [0, 3, 4])
def test_a_core_group_states_how_many_have_experience(with_experience):
    given(a_network()).when(Network.state_core_group_mix, with_experience=with_experience).then(
        recorded(Network.CoreGroupMixStated, with_experience=with_experience, seats=4),
    )


def test_it_is_stated_of_the_seats_of_that_moment():
    network = a_network()
    network.appoint(board(noon(7, 2)), reference=PEOPLE[4])
    given(network).when(Network.state_core_group_mix, act=board(noon(7, 1)), with_experience=4).then(
        recorded(Network.CoreGroupMixStated, with_experience=4, seats=4),
    )


def test_it_may_be_stated_again():
    given(a_network_with_a_mix()).when(Network.state_core_group_mix, with_experience=2).then(
        recorded(Network.CoreGroupMixStated, with_experience=2, seats=4),
    )


def test_no_more_have_experience_than_there_are():
    given(a_network()).when(Network.state_core_group_mix, with_experience=5).refused(FewerSeatsThanStated, seats=4, stated=5)


def test_of_nobody_nothing_is_stated():
    network = a_network()
    for reference in FOUR:
        network.step_down(board(noon(7, 1)), reference=reference)
    given(network).when(Network.state_core_group_mix, with_experience=0).refused(FewerSeatsThanStated, seats=0, stated=0)


def test_only_while_there_is_a_network():
    given(a_closed_network()).when(Network.state_core_group_mix, act=board(CLOSED), with_experience=2).refused(
        NetworkClosedAlready, closed_at=CLOSED
    )
    given(a_network()).when(Network.state_core_group_mix, act=board(APPROVED - DAY), with_experience=2).refused(
        NetworkNotBegunYet, begun_at=APPROVED
    )


def test_it_was_stated_on_another_day():
    correction = {"of": SIXTH_EVENT, "at": noon(7, 15), "mistake": WRONG_DAY}
    network = a_network_with_a_mix()
    given(network).when(Network.correct_entry, **correction).then(recorded(Network.EntryCorrected, **correction))
    assert [day_of(entry.at) for entry in network.mixes] == [day_of(noon(7, 15))]


def test_it_was_stated_within_the_life_of_the_network():
    correction = {"of": SIXTH_EVENT, "at": APPROVED - DAY, "mistake": WRONG_DAY}
    given(a_network_with_a_mix()).when(Network.correct_entry, **correction).refused(CorrectionImpossible, of=SIXTH_EVENT)


def test_it_was_a_mistake_once():
    withdrawal = {"of": SIXTH_EVENT, "mistake": WRONG_NUMBER}
    network = a_network_with_a_mix()
    given(network).when(Network.withdraw_entry, **withdrawal).then(recorded(Network.EntryWithdrawn, **withdrawal))
    assert network.core_group(TODAY) == FOUR


@pytest.mark.parametrize(
    ("decision", "more"), [(Network.withdraw_entry, {}), (Network.correct_entry, {"at": noon(7, 2)})], ids=["again", "corrected"]
)
def test_what_was_withdrawn_no_longer_counts(decision, more):
    network = a_network_with_a_mix()
    network.withdraw_entry(board(), of=SIXTH_EVENT, mistake=WRONG_NUMBER)
    given(network).when(decision, of=SIXTH_EVENT, mistake=WRONG_DAY, **more).refused(EntryAlreadyWithdrawn, of=SIXTH_EVENT)
