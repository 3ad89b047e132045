"""A core group writes what new members read first: short, and again whenever it likes."""

import pytest

from domain.kernel.errors import RecordedTooLate
from domain.networks.errors import NetworkClosedAlready, NothingChanged, WelcomeTooLong
from domain.networks.network import WELCOME_WORDS, Network
from tests.domain.acting import given, recorded
from tests.domain.examples import an_act, noon
from tests.domain.histories import a_closed_network, a_network


def a_network_with_a_welcome() -> Network:
    network = a_network()
    network.write_welcome(an_act(noon(8, 1)), welcome="Welkom.")
    return network


def test_a_welcome_is_written_and_written_again():
    given(a_network()).when(Network.write_welcome, welcome="Welkom.").then(recorded(Network.WelcomeWritten, welcome="Welkom."))
    given(a_network_with_a_welcome()).when(Network.write_welcome, welcome="Fijn dat u er bent.").then(
        recorded(Network.WelcomeWritten, welcome="Fijn dat u er bent.")
    )


def test_the_same_welcome_changes_nothing():
    given(a_network_with_a_welcome()).when(Network.write_welcome, welcome="Welkom.").refused(NothingChanged)


@pytest.mark.parametrize("words", [WELCOME_WORDS + 1, 1_000])
def test_a_welcome_is_short(words: int):
    given(a_network()).when(Network.write_welcome, welcome="welkom " * words).refused(WelcomeTooLong)
    fits = " ".join(["welkom"] * WELCOME_WORDS)
    given(a_network()).when(Network.write_welcome, welcome=fits).then(recorded(Network.WelcomeWritten, welcome=fits))


def test_a_closed_network_welcomes_nobody_and_an_older_welcome_comes_too_late():
    given(a_closed_network()).when(Network.write_welcome, welcome="Welkom.").refused(NetworkClosedAlready)
    early = an_act(noon(7, 31))
    given(a_network_with_a_welcome()).when(Network.write_welcome, act=early, welcome="Anders.").refused(RecordedTooLate)
