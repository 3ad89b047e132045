"""A history file is told to what is here: networks of others are taken, and what people did since stays."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from application.commands.networks import CloseNetwork
from application.history_file import HistoryRow, HistoryRowRefused
from application.history_import import Imported, import_history
from domain.networks.errors import NetworkClosedAlready
from domain.networks.name import NetworkName, NetworkNameTaken, network_name_id
from tests.application.party import FOUNDERS, Party

HISTORY = ((1, "NetworkFounded", ""), (2, "MemberJoined", "p1"), (3, "MemberJoined", "p2"))


def imported(party: Party, *told: tuple[int, str, str], network: str = "Netwerk wonen") -> Imported:
    rows = [
        HistoryRow(line, datetime(2025, 2, day, tzinfo=UTC), network, "team", event, person)
        for line, (day, event, person) in enumerate(told, start=2)
    ]
    done = import_history(rows, log=party.log, vault=party.vault, now=party.clock.now)
    party.clock.now = party.log.now()  # an import is recorded in the database's own time
    return done


def known_as(party: Party, name: str) -> UUID:
    name_taken = party.log.load(NetworkName, network_name_id(name))
    assert name_taken is not None
    assert name_taken.network is not None
    return name_taken.network


def test_a_network_that_was_founded_here_is_no_known_row_of_a_file(party: Party):
    party.founded(FOUNDERS, name="Netwerk zorg")
    with pytest.raises(HistoryRowRefused) as refused:
        imported(party, *HISTORY, network="netwerk zorg")
    assert (refused.value.line, type(refused.value.refusal)) == (2, NetworkNameTaken)


def test_a_file_that_grew_is_told_to_the_network_as_it_is_now(party: Party):
    assert imported(party, *HISTORY).events == 4
    network = known_as(party, "Netwerk wonen")
    party.give(CloseNetwork(network=network, reason="Het is af.", at=datetime(2025, 2, 5, tzinfo=UTC)), party.board)
    before = party.log.last_position()
    with pytest.raises(HistoryRowRefused) as refused:
        imported(party, *HISTORY, (6, "MemberJoined", "p3"))
    assert (refused.value.line, type(refused.value.refusal)) == (5, NetworkClosedAlready)
    assert party.log.last_position() == before
    assert imported(party, *HISTORY).recorded_before


def test_what_people_did_since_is_no_difference(party: Party):
    imported(party, *HISTORY)
    network = known_as(party, "Netwerk wonen")
    party.give(CloseNetwork(network=network, reason="Het is af.", at=datetime(2025, 2, 20, tzinfo=UTC)), party.board)
    grown = imported(party, *HISTORY, (4, "MemberLeft", "p1"))
    assert (grown.events, grown.known, grown.recorded_before) == (1, 3, False)
