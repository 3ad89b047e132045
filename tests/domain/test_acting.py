"""A harness that lets everything pass would make all other tests worthless."""

import pytest

from domain.networks.errors import NetworkClosedAlready, NetworkNotSuspended
from domain.networks.network import Network
from tests.domain.acting import given, new_events, recorded
from tests.domain.histories import a_closed_network, a_network

SUSPENDED = recorded(Network.NetworkSuspended, reason="Rust.")


def test_another_event_is_noticed():
    with pytest.raises(AssertionError):
        given(a_network()).when(Network.mark_sensitive).then(recorded(Network.NetworkResumed))


def test_another_value_is_noticed():
    with pytest.raises(AssertionError):
        given(a_network()).when(Network.suspend, reason="Onrust.", rules=None).then(SUSPENDED)


def test_a_field_that_was_not_named_is_noticed():
    with pytest.raises(AssertionError):
        given(a_network()).when(Network.suspend, reason="Rust.", rules=None).then(recorded(Network.NetworkSuspended))


def test_one_event_too_many_is_noticed():
    def suspend_and_resume(network, act):
        network.suspend(act, reason="Rust.", rules=None)
        network.resume(act)

    with pytest.raises(AssertionError):
        given(a_network()).when(suspend_and_resume).then(SUSPENDED)


def test_a_refusal_is_not_mistaken_for_nothing():
    with pytest.raises(NetworkNotSuspended):
        given(a_network()).when(Network.resume).nothing_happened()


def test_an_act_that_was_allowed_is_no_refusal():
    with pytest.raises(AssertionError):
        given(a_network()).when(Network.mark_sensitive).refused(NetworkClosedAlready)


def test_another_refusal_is_noticed():
    with pytest.raises(AssertionError):
        given(a_closed_network()).when(Network.resume).refused(NetworkNotSuspended)


def test_other_numbers_for_people_are_noticed():
    with pytest.raises(AssertionError):
        given(a_closed_network()).when(Network.resume).refused(NetworkClosedAlready, closed_at=None)


def test_a_refusal_that_recorded_something_is_noticed():
    def mark_and_resume(network, act):
        network.mark_sensitive(act)
        network.resume(act)

    with pytest.raises(AssertionError):
        given(a_network()).when(mark_and_resume).refused(NetworkNotSuspended)


def test_a_change_that_no_event_tells_of_is_noticed():
    def change_silently(network, _act):
        network.suspended = True

    with pytest.raises(AssertionError):
        given(a_network()).when(change_silently).nothing_happened()


def test_a_refusal_that_changed_something_is_noticed():
    def change_and_refuse(network, act):
        network.sensitive = True
        network.resume(act)

    with pytest.raises(AssertionError):
        given(a_network()).when(change_and_refuse).refused(NetworkNotSuspended)


def test_a_history_is_used_once():
    network = a_network()
    new_events(network)
    with pytest.raises(AssertionError):
        given(network)
