"""A member takes a place in the core group that the board left open: it says who sees the name, and then they are in it."""

from datetime import timedelta
from uuid import UUID

from application.commands.networks import OfferSeats
from application.queries.networks import NetworkDetails
from domain.kernel.days import day_of
from domain.networks.network import Network
from tests.application.party import OTHER_FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party
from tests.web.conftest import Enter


def has_seat(party: Party, network: UUID, name: str) -> bool:
    return party.load(Network, network).has_seat(party.reference(name, network), party.clock())


def offered(party: Party) -> UUID:
    """Give a network with extra protection that lost its core group, of which somebody is a member who may take a place in it."""
    network = party.founded(OTHER_FOUNDERS, name="LHBTIQ+ netwerk", sensitive=True)
    party.join(SOMEBODY, network, consent_version="toestemming-2022-06")
    for name in OTHER_FOUNDERS:
        party.step_down(name, network)
    party.give(OfferSeats(network=network, until=day_of(party.clock.now) + timedelta(days=30)), party.board)
    return network


def test_a_member_reads_what_it_means_and_is_in_the_core_group_at_once(party: Party, enter: Enter):
    network = offered(party)
    member, at = enter(party.member(SOMEBODY)), f"/netwerken/{network}/kerngroep/plek-innemen"
    page = member.get(at, follow_redirects=True)
    assert "De andere mensen in de kerngroep zien dan uw naam." in page.text
    assert not has_seat(party, network, SOMEBODY)

    answer = member.submit(at)
    assert (answer.status_code, answer.headers["location"]) == (303, "/te-doen")
    assert "U zit nu in de kerngroep." in member.get("/te-doen").text
    assert has_seat(party, network, SOMEBODY)


def test_who_is_no_member_and_who_comes_without_an_offer_takes_none(party: Party, network: UUID, enter: Enter):
    hidden = offered(party)
    party.party_member(SOMEBODY_ELSE)
    for name, of in ((SOMEBODY_ELSE, hidden), (SOMEBODY_ELSE, network)):
        answer = enter(party.member(name)).submit(f"/netwerken/{of}/kerngroep/plek-innemen")
        assert answer.status_code in {403, 409, 422}
        assert "govuk-error-summary" in answer.text or "<h1" in answer.text
        assert not has_seat(party, of, name)
    assert party.ask(NetworkDetails(network=hidden), party.board).members is None
