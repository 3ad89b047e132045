"""What was recorded wrongly about a network: when a seat began or ended, when the network began or closed."""

import pytest

from domain.kernel.entries import Mistake
from domain.kernel.errors import CorrectionImpossible, EntryAlreadyWithdrawn, EntryNotCorrectable, EntryNotFound
from domain.networks.network import Network
from tests.domain.acting import given, recorded
from tests.domain.examples import (
    APPROVED,
    CLOSED,
    DAY,
    FOUR,
    NETWORK,
    PEOPLE,
    TODAY,
    board,
    noon,
    rules_of_2022,
)
from tests.domain.histories import a_closed_network, a_network

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


# Seats


def correction(of, at):
    return {"of": of, "at": at, "mistake": WRONG_DAY}


def test_a_seat_ended_on_another_day():
    network = a_network_with_an_empty_seat()
    given(network).when(Network.correct_entry, **correction(SIXTH_EVENT, noon(7, 15))).then(
        recorded(Network.EntryCorrected, **correction(SIXTH_EVENT, noon(7, 15))),
    )
    assert network.has_seat(FOUR[0], noon(7, 14))
    assert not network.has_seat(FOUR[0], noon(7, 15))


def test_a_seat_did_not_end():
    network = a_network_with_an_empty_seat()
    withdrawal = {"of": SIXTH_EVENT, "mistake": DID_NOT_HAPPEN}
    given(network).when(Network.withdraw_entry, **withdrawal).then(recorded(Network.EntryWithdrawn, **withdrawal))
    assert network.core_group(TODAY) == FOUR


@pytest.mark.parametrize("at", [APPROVED - DAY, noon(7, 2), CLOSED, CLOSED + DAY])
def test_a_seat_begins_before_it_ends_and_within_the_life_of_the_network(at):
    network = a_network_with_an_empty_seat()
    network.close(board(CLOSED), reason=None)
    given(network).when(Network.correct_entry, **correction(FIRST_SEAT, at)).refused(CorrectionImpossible, of=FIRST_SEAT)


def test_a_seat_that_ended_was_begun():
    given(a_network_with_an_empty_seat()).when(Network.withdraw_entry, of=FIRST_SEAT, mistake=DID_NOT_HAPPEN).refused(
        CorrectionImpossible, of=FIRST_SEAT
    )


def test_an_entry_is_withdrawn_once():
    network = a_network_with_an_empty_seat()
    network.withdraw_entry(board(), of=SIXTH_EVENT, mistake=DID_NOT_HAPPEN)
    given(network).when(Network.withdraw_entry, of=SIXTH_EVENT, mistake=DID_NOT_HAPPEN).refused(EntryAlreadyWithdrawn)


def test_an_entry_that_was_withdrawn_is_not_corrected():
    network = a_network_with_an_empty_seat()
    network.withdraw_entry(board(), of=SIXTH_EVENT, mistake=DID_NOT_HAPPEN)
    given(network).when(Network.correct_entry, **correction(SIXTH_EVENT, noon(7, 15))).refused(EntryAlreadyWithdrawn)


def test_an_entry_that_does_not_exist_is_neither_corrected_nor_withdrawn():
    nothing = f"{NETWORK}:99"
    given(a_network()).when(Network.correct_entry, **correction(nothing, TODAY)).refused(EntryNotFound, of=nothing)
    given(a_network()).when(Network.withdraw_entry, of=nothing, mistake=DID_NOT_HAPPEN).refused(EntryNotFound, of=nothing)


def test_a_decision_about_a_network_is_mended_by_another_decision():
    network = a_network()
    network.mark_sensitive(board())
    marked = network.last_event
    given(network).when(Network.correct_entry, **correction(marked, TODAY)).refused(EntryNotCorrectable, of=marked)


# The founding and the closing


@pytest.mark.parametrize("at", [noon(5, 1), noon(6, 1)])
def test_the_network_began_on_another_day(at):
    network = a_network()
    given(network).when(Network.correct_entry, **correction(FOUNDING, at)).then(
        recorded(Network.EntryCorrected, **correction(FOUNDING, at)),
    )
    assert network.begun_at == at
    assert network.core_group(TODAY) == FOUR


def test_the_founding_of_a_network_that_lives_is_corrected_too():
    network = a_network()
    network.mark_sensitive(board(noon(7, 1)))
    given(network).when(Network.correct_entry, **correction(FOUNDING, noon(5, 1))).then(
        recorded(Network.EntryCorrected, **correction(FOUNDING, noon(5, 1))),
    )


def test_what_happened_since_a_founding_that_was_corrected_can_be_recorded_late():
    network = a_network()
    network.correct_entry(board(), of=FOUNDING, at=noon(5, 1), mistake=WRONG_DAY)
    given(network).when(Network.mark_sensitive, act=board(noon(5, 10))).then(recorded(Network.NetworkMarkedSensitive))


def test_the_network_closed_on_another_day():
    network = a_closed_network()
    given(network).when(Network.correct_entry, **correction(SIXTH_EVENT, noon(8, 15))).then(
        recorded(Network.EntryCorrected, **correction(SIXTH_EVENT, noon(8, 15))),
    )
    assert network.core_group(noon(8, 14)) == FOUR


@pytest.mark.parametrize(
    ("of", "at"), [(FOUNDING, CLOSED), (FOUNDING, TODAY), (SIXTH_EVENT, APPROVED), (SIXTH_EVENT, noon(5, 1))]
)
def test_a_network_begins_before_it_closes(of, at):
    given(a_closed_network()).when(Network.correct_entry, **correction(of, at)).refused(CorrectionImpossible, of=of)


def a_closed_network_with_decisions():
    """Suspended on 1 July, resumed on 15 July, closed on 1 August; the closing is the eighth event."""
    network = a_network()
    network.suspend(board(noon(7, 1)), reason="Rust.", rules=rules_of_2022().rules)
    network.resume(board(noon(7, 15)))
    network.close(board(CLOSED), reason=None)
    return network


@pytest.mark.parametrize(("of", "at"), [(FOUNDING, noon(7, 2)), (f"{NETWORK}:8", noon(7, 14))])
def test_no_decision_falls_outside_the_life_of_the_network(of, at):
    given(a_closed_network_with_decisions()).when(Network.correct_entry, **correction(of, at)).refused(CorrectionImpossible)


@pytest.mark.parametrize(("of", "at"), [(FOUNDING, noon(7, 1)), (f"{NETWORK}:8", noon(7, 15))])
def test_until_its_first_and_from_its_last_decision_the_days_may_move(of, at):
    given(a_closed_network_with_decisions()).when(Network.correct_entry, **correction(of, at)).then(
        recorded(Network.EntryCorrected, **correction(of, at)),
    )


@pytest.mark.parametrize("of", [FOUNDING, SIXTH_EVENT])
def test_a_founding_or_closing_is_not_undone(of):
    given(a_closed_network()).when(Network.withdraw_entry, of=of, mistake=DID_NOT_HAPPEN).refused(EntryNotCorrectable, of=of)
