"""A network is named otherwise from a day on, or its name was typed wrongly since it was given."""

import pytest

from domain.kernel.entries import Mistake
from domain.kernel.errors import RecordedTooLate
from domain.networks.errors import NetworkClosedAlready, NetworkNameGivenAlready, NetworkNotBegunYet
from domain.networks.name import NetworkName, NetworkNameTaken, names_agree, network_name_id
from domain.networks.network import Network
from tests.domain.acting import given, recorded
from tests.domain.examples import DAY, NETWORK, OTHER_NETWORK, TODAY, an_act, board, noon
from tests.domain.histories import a_closed_network, a_given_name, a_network

OLD, NEW = "Netwerk zorg", "Netwerk gebed"
WRONG_WORDS = Mistake.WRONG_WORDS


def named(*names: str) -> list[NetworkName]:
    return [NetworkName.give(board(), name=name, network=NETWORK) for name in names]


def agree(*known: NetworkName, before: str = OLD, names: tuple[str, ...]) -> list[NetworkName]:
    return names_agree(an_act(), {name.id: name for name in known}, network=NETWORK, before=before, names=names)


def test_the_board_gives_a_network_another_name_from_a_day_on():
    network = a_network()
    given(network).when(Network.rename, act=board(), name=NEW).then(recorded(Network.NetworkRenamed, name=NEW))
    assert network.name == NEW
    assert len(network.names) == 2


def test_a_name_that_was_typed_wrongly_reads_as_it_was_meant_since_it_was_given():
    network = a_network()
    given(network).when(Network.correct_name, name=NEW, mistake=WRONG_WORDS).then(
        recorded(Network.NetworkNameCorrected, name=NEW, mistake=WRONG_WORDS),
    )
    assert network.names == (NEW,)


def test_only_the_newest_name_is_corrected():
    network = a_network()
    network.rename(board(), name="Netwerk gebde")
    network.correct_name(an_act(), name=NEW, mistake=WRONG_WORDS)
    assert network.names == (a_network().name, NEW)


@pytest.mark.parametrize("decision", [Network.rename, Network.correct_name])
def test_the_name_that_it_has_is_no_other(decision):
    mistake = {"mistake": WRONG_WORDS} if decision is Network.correct_name else {}
    name = a_network().name
    given(a_network()).when(decision, name=name, **mistake).refused(NetworkNameGivenAlready, name=name)


def test_other_capitals_are_another_way_to_write_it():
    name = a_network().name.upper()
    given(a_network()).when(Network.rename, act=board(), name=name).then(recorded(Network.NetworkRenamed, name=name))


def test_a_closed_network_gets_no_other_name_and_its_typing_error_is_corrected():
    given(a_closed_network()).when(Network.rename, act=board(), name=NEW).refused(NetworkClosedAlready)
    given(a_closed_network()).when(Network.correct_name, name=NEW, mistake=WRONG_WORDS).then(
        recorded(Network.NetworkNameCorrected, name=NEW, mistake=WRONG_WORDS),
    )


def test_it_is_not_renamed_before_it_began_or_before_what_was_decided_last():
    given(a_network()).when(Network.rename, act=board(noon(1, 1)), name=NEW).refused(NetworkNotBegunYet)
    network = a_network()
    network.rename(board(TODAY), name=NEW)
    given(network).when(Network.rename, act=board(TODAY - DAY), name="Netwerk wonen").refused(RecordedTooLate)


# Which names are taken


def test_the_old_name_of_a_renamed_network_stays_its_own():
    (old,) = named(OLD)
    (new,) = agree(old, names=(OLD, NEW))
    assert (new.name, new.network, new.given) == (NEW, NETWORK, True)
    assert old.is_of(NETWORK)


def test_a_name_that_was_a_typing_error_all_along_is_free():
    (old,) = named(OLD)
    _, freed = agree(old, names=(NEW,))
    assert freed is old
    freed.must_be_free_for(OTHER_NETWORK)


def test_written_with_other_capitals_no_name_changes_hands():
    assert agree(*named(OLD), names=(OLD, OLD.upper())) == agree(*named(OLD), names=(OLD.upper(),)) == []


def test_a_network_goes_back_to_a_name_that_it_bore():
    old, new = named(OLD, NEW)
    assert agree(old, new, before=NEW, names=(OLD, NEW, OLD)) == []


def test_a_name_that_it_bore_before_stays_its_own_when_the_newest_is_corrected():
    old, new = named(OLD, NEW)
    (wonen,) = agree(old, new, before=OLD, names=(OLD, NEW, "Netwerk wonen"))
    assert (wonen.name, old.is_of(NETWORK)) == ("Netwerk wonen", True)


def test_a_name_of_another_network_is_taken():
    taken = NetworkName.give(board(), name=NEW, network=OTHER_NETWORK)
    with pytest.raises(NetworkNameTaken):
        agree(*named(OLD), taken, names=(OLD, NEW))


def test_a_name_that_is_taken_back_is_free_once_and_another_s_stays_as_it_is():
    given(a_given_name()).when(NetworkName.take_back, network=NETWORK).then(recorded(NetworkName.NetworkNameFreed))
    given(a_given_name()).when(NetworkName.take_back, network=OTHER_NETWORK).nothing_happened()
    freed = a_given_name()
    freed.take_back(board(), network=NETWORK)
    given(freed).when(NetworkName.take_back, network=NETWORK).nothing_happened()
    assert freed.id == network_name_id(OLD)
