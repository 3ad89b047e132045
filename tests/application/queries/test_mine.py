"""What is one's own: networks, requests and plans, each in a sentence, and nothing of anybody else."""

from uuid import UUID

import pytest

from application.commands.networks import LeaveNetwork
from application.commands.plans import DeclineNomination
from application.language.answers import in_sentences
from application.language.words import Language
from application.queries.mine import MyNetworks, MyPlans, MyRequests, OwnPart
from domain.kernel.acts import Role
from tests.application.party import BUREAU, FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party


def told(answer: object, language: Language = Language.NL) -> list[str | None]:
    return [each.sentence for each in in_sentences(answer, language).items]


@pytest.mark.usefixtures("network")
def test_members_find_their_networks_and_nobody_elses(party: Party):
    asked = MyNetworks()
    assert told(party.ask(asked, party.member(FOUNDERS[0]))) == [
        "U bent sinds 3 maart 2025 lid van Onderwijsnetwerk. U zit ook in de kerngroep."
    ]
    assert told(party.ask(asked, party.member(SOMEBODY)), Language.EN) == [
        "You have been a member of Onderwijsnetwerk since 3 March 2025."
    ]
    assert party.ask(asked, party.member(SOMEBODY_ELSE)).items == ()


def test_who_left_a_network_has_it_no_more(party: Party, network: UUID):
    party.give(LeaveNetwork(network=network), party.member(SOMEBODY))
    assert party.ask(MyNetworks(), party.member(SOMEBODY)).items == ()


def test_ones_own_are_the_same_in_every_role(party: Party, network: UUID):
    party.join(BUREAU, network)
    (own,) = party.ask(MyNetworks(), party.bureau).items
    assert (own.network, own.in_core_group) == (network, False)


def test_requesters_find_what_they_asked_and_where_it_stands(party: Party, network: UUID):
    request = party.asked(network, by=SOMEBODY_ELSE)
    party.asked(network)
    found = party.ask(MyRequests(), party.session(Role.REQUESTER, SOMEBODY_ELSE))
    assert [each.advice_request for each in found.items] == [request]
    assert told(found) == ["U vroeg op 3 maart 2025 advies aan Onderwijsnetwerk. Zo staat het ervoor: gevraagd."]
    assert party.ask(MyRequests(), party.member(SOMEBODY)).items == ()


def test_a_plan_is_of_who_began_it_and_of_whom_it_asked_until_they_decline(party: Party):
    plan = party.gathered()
    parts = [party.ask(MyPlans(), party.member(name)).items[0].part for name in FOUNDERS[:2]]
    assert parts == [OwnPart.BEGAN, OwnPart.ACCEPTED]
    assert told(party.ask(MyPlans(), party.member(FOUNDERS[1]))) == [
        "U wilt in de kerngroep van Onderwijsnetwerk. Zo staat het plan ervoor: concept."
    ]
    party.give(DeclineNomination(plan=plan), party.member(FOUNDERS[1]))
    assert party.ask(MyPlans(), party.member(FOUNDERS[1])).items == ()
