"""The clock that a test moves is all of its time: a question that names no day is about the day that the clock says."""

from datetime import UTC, date, datetime
from pathlib import Path

from application.queries.networks import MembersOfNetwork, NetworkDetails, NetworkDirectory
from netwerkpartij.background import settle
from tests.application.conftest import party_at
from tests.application.party import FOUNDERS, SOMEBODY, Party

MARCH = datetime(2023, 3, 6, 11, tzinfo=UTC)


def test_a_question_is_about_the_day_of_the_clock(tmp_path: Path):
    with party_at(f"sqlite:///{tmp_path / 'events.db'}", now=MARCH) as party:
        network = party.founded(duration_months=12)
        party.join(SOMEBODY, network)

        (seen,) = party.ask(NetworkDirectory(), party.bureau).items
        assert (seen.network, seen.status, seen.members) == (network, "open", len(FOUNDERS) + 1)
        members = party.ask(MembersOfNetwork(network=network), party.bureau).items
        assert {each.name for each in members} == {*FOUNDERS, SOMEBODY}

        party.clock.pass_time(days=400)
        settle(party.opened, nightly=True)

        assert party.ask(NetworkDetails(network=network), party.bureau).status == "dormant"
        assert party.ask(NetworkDetails(network=network, on=date(2023, 3, 6)), party.bureau).status == "open"
        (seen,) = party.ask(NetworkDirectory(known_at=MARCH.replace(day=7)), party.bureau).items
        assert seen.status == "open"


def test_what_happens_is_recorded_when_the_clock_says(party: Party):
    party.join(SOMEBODY, party.network())
    joined = party.recorded()[-1].event
    assert joined.timestamp == joined.act.at == party.clock.now
