"""A member's own pages: networks, calls, what is kept, consents, and having it erased."""

import json
from datetime import timedelta
from uuid import UUID

from application.commands.advice import AcceptRequest, CallMembers
from application.commands.networks import ChangeAgreements
from application.ports.vault.sessions import Session
from application.queries.advice import AnswersToCalls
from application.queries.networks import NetworkDetails
from domain.kernel.days import day_of
from tests.application.party import FOUNDERS, REQUEST, SOMEBODY, SOMEBODY_ELSE, Party
from tests.vaults import keep_address
from tests.web.conftest import Browser, Enter


def test_a_member_finds_the_own_networks_and_no_others(party: Party, network: UUID, enter: Enter):
    party.join(SOMEBODY, network)
    assert "/afmelden" in enter(party.member(SOMEBODY)).get("/mijn/netwerken").text
    assert "U bent nog geen lid van een netwerk." in enter(party.member(SOMEBODY_ELSE)).get("/mijn/netwerken").text


def test_a_member_answers_a_call_and_the_core_group_alone_reads_it(
    party: Party, network: UUID, enter: Enter, core_group: Session
):
    party.join(SOMEBODY, network)
    asked = party.asked(network)
    party.give(AcceptRequest(advice_request=asked), core_group)
    closes_on = day_of(party.clock.now) + timedelta(days=7)
    party.give(CallMembers(advice_request=asked, closes_on=closes_on), core_group)
    member = enter(party.member(SOMEBODY))
    assert REQUEST["question"] in member.get("/mijn/netwerken").text
    path = f"/adviesvragen/{asked}/meedenken"
    assert "Alleen de kerngroep leest" in member.get(path).text
    assert member.submit(path, answer="Vraag het de kleine scholen.").status_code == 303

    ideas = f"/adviesvragen/{asked}/ideeen"
    assert "Vraag het de kleine scholen." in enter(core_group).get(ideas).text
    assert len(party.ask(AnswersToCalls(advice_request=asked), core_group).items) == 1
    assert [enter(each).get(ideas).status_code for each in (party.member(SOMEBODY), party.bureau)] == [403, 403]


def test_a_new_purpose_is_endorsed_again(party: Party, network: UUID, enter: Enter):
    party.join(SOMEBODY, network)
    member = enter(party.member(SOMEBODY))
    assert "nieuw doel" not in member.get("/mijn/netwerken").text
    agreed = party.ask(NetworkDetails(network=network), party.board)
    party.give(
        ChangeAgreements(network=network, purpose="Goed onderwijs voor allen.", organisation="Samen."),
        party.board,
        expected=agreed.version,
    )
    assert "/doel-onderschrijven" in member.get("/mijn/netwerken").text
    assert "Goed onderwijs voor allen." in member.get(f"/netwerken/{network}/doel-onderschrijven").text
    assert member.submit(f"/netwerken/{network}/doel-onderschrijven").status_code == 303
    assert "/doel-onderschrijven" not in member.get("/mijn/netwerken").text


def test_whoever_joins_a_network_with_extra_protection_reads_what_is_consented_to_and_withdraws_it(party: Party, enter: Enter):
    hidden = party.founded(FOUNDERS, name="LHBTIQ+ netwerk", sensitive=True)
    party.party_member(SOMEBODY)
    member, at = enter(party.member(SOMEBODY)), f"/netwerken/{hidden}"
    assert "U geeft toestemming om vast te leggen" in member.get(f"{at}/lid-worden").text
    assert member.submit(f"{at}/lid-worden").status_code == 303
    told = member.get("/mijn/toestemmingen").text
    assert "uw lidmaatschap van dit netwerk" in told
    assert "/toestemming-intrekken" in told
    assert "eindigt meteen" in member.get(f"{at}/toestemming-intrekken").text
    assert member.submit(f"{at}/toestemming-intrekken").status_code == 303
    assert not party.holds(SOMEBODY, hidden)


def test_a_weekly_message_is_consented_to_in_words_that_are_read_and_stopped(party: Party, enter: Enter):
    member, path = enter(party.member(SOMEBODY)), "/mijn/toestemmingen/weekoverzicht"
    assert "U wilt elke week een bericht krijgen" in member.get(path).text
    assert member.submit(path).status_code == 303
    assert "uw weekoverzicht" in member.get("/mijn/toestemmingen").text
    assert member.submit(f"{path}/intrekken").status_code == 303
    assert "U gaf nu nergens toestemming voor." in member.get("/mijn/toestemmingen").text


def test_who_is_in_a_core_group_lets_members_see_it_on_the_page_of_the_network_and_takes_it_back(
    party: Party, network: UUID, enter: Enter, core_group: Session, browser: Browser
):
    own, path = enter(core_group), "/mijn/toestemmingen/kerngroep"
    keep_address(party.vault, party.person(FOUNDERS[0]), "kern@voorbeeld.example")
    party.party_member(SOMEBODY)
    member, at = enter(party.member(SOMEBODY)), f"/netwerken/{network}"
    assert path in own.get("/mijn/toestemmingen").text
    assert path not in member.get("/mijn/toestemmingen").text
    assert "Op de pagina van uw netwerk staan dan uw naam en uw e-mailadres." in own.get(path).text
    assert "kern@voorbeeld.example" not in member.get(at, follow_redirects=True).text
    assert own.submit(path).status_code == 303

    shown = member.get(at, follow_redirects=True)
    assert FOUNDERS[0] in shown.text
    assert "mailto:kern@voorbeeld.example" in shown.text
    assert shown.headers["cache-control"] == "no-store"
    assert FOUNDERS[0] not in member.get(at, params={"on": "2025-03-02"}, follow_redirects=True).text
    assert FOUNDERS[0] not in browser.get(at, follow_redirects=True).text

    assert "Uw naam bij de kerngroep" in own.get("/mijn/toestemmingen").text
    assert own.submit(f"{path}/intrekken").status_code == 303
    assert FOUNDERS[0] not in member.get(at, follow_redirects=True).text


def test_one_reads_and_takes_along_what_is_kept_and_corrects_it(party: Party, enter: Enter):
    member, path = enter(party.member(SOMEBODY)), "/mijn/gegevens"
    page = member.get(path)
    assert SOMEBODY in page.text
    assert page.headers["cache-control"] == "no-store"
    file = member.get(path, params={"als": "json"})
    assert json.loads(file.content)["person"] == str(party.person(SOMEBODY))
    assert file.headers["cache-control"] == "no-store"
    assert member.submit(f"{path}/verbeteren", name="Anne Anders Voorbeeld").status_code == 303
    assert "Anne Anders Voorbeeld" in member.get(path).text
    keep_address(party.vault, party.person(SOMEBODY), "anne@voorbeeld.example")
    assert "anne@voorbeeld.example" in member.get(path).text


def test_who_has_everything_erased_is_warned_and_then_gone(party: Party, enter: Enter):
    member, path = enter(party.member(SOMEBODY)), "/mijn/gegevens/wissen"
    assert "Dit kan niet ongedaan worden gemaakt." in member.get(path).text
    assert member.submit(path).status_code == 303
    assert member.get("/mijn/gegevens").status_code in {401, 403}
    assert party.vault.person_named(SOMEBODY) is None


def test_a_stranger_has_no_pages_of_their_own(browser):
    for path in ("/mijn/netwerken", "/mijn/gegevens", "/mijn/toestemmingen"):
        answer = browser.get(path)
        assert answer.status_code in {401, 403}
        assert "/aanmelden" in answer.text


def test_one_page_tells_what_is_ones_own_in_every_role(party: Party, network: UUID, enter: Enter):
    party.join(SOMEBODY, network)
    request = party.asked(network, by=SOMEBODY)
    own = enter(party.member(SOMEBODY)).get("/mijn/overzicht").text
    assert "lid van Onderwijsnetwerk." in own
    assert "advies aan Onderwijsnetwerk." in own
    assert str(request) not in own
    assert "Er is hier nog niets." in enter(party.bureau).get("/mijn/overzicht").text
