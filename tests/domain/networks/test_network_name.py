"""The name of a network is taken once, for ever."""

import pytest

from domain.networks.name import NetworkName, network_name_id
from tests.domain.acting import given, recorded
from tests.domain.examples import NETWORK, board

NAME = "Netwerk zorg"


def test_a_network_gets_a_name():
    given().when(NetworkName.give, name=NAME, network=NETWORK).then(
        recorded(NetworkName.NetworkNameGiven, name=NAME, network=NETWORK),
    )
    name = NetworkName.give(board(), name=NAME, network=NETWORK)
    assert (name.id, name.name, name.network) == (network_name_id(NAME), NAME, NETWORK)


@pytest.mark.parametrize("same", ["netwerk zorg", "NETWERK ZORG", "  Netwerk   zorg ", "Netwerk\u00a0zorg", "Netwerk\tzorg"])
def test_spelling_with_other_capitals_or_spaces_is_the_same_name(same):
    assert network_name_id(same) == network_name_id(NAME)


def test_an_accent_typed_in_two_ways_is_the_same_name():
    assert network_name_id("Netwerk financie\u0308n") == network_name_id("Netwerk financi\u00ebn")


@pytest.mark.parametrize("other", ["Netwerkzorg", "Netwerk zorg 2", "Netwerk gebed"])
def test_another_name_is_another_name(other):
    assert network_name_id(other) != network_name_id(NAME)
