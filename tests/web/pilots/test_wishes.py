"""What members wish: said and taken back, counted and answered by the bureau, told once when a network begins."""

import re
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from application.commands.party import ChooseParts
from application.errors import AccessDenied
from application.ports.wishes import Wish, WishKind
from application.queries.pilot import Wishes
from application.queries.privacy import MyFile
from domain.kernel.acts import Role
from netwerkpartij.background import send_letters
from netwerkpartij.wiring import Opened
from tests.application.party import FOUNDERS, OTHER_FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party
from tests.vaults import keep_address
from tests.web.conftest import ADDRESS, Browser, Enter, Mailbox

MINE, ALL = "/mijn/wensen", "/bureau/wensen"
SPORT = {"onderwerp": "Sport en spel", "soort": "wants-network"}


def wish(browser: Browser, **form: str) -> Any:
    answer = browser.submit(MINE, **{**SPORT, **form})
    assert (answer.status_code, answer.headers["location"]) == (303, MINE)


def wishes(party: Party) -> list[Any]:
    return list(party.ask(Wishes(), party.bureau).subjects)


def test_what_members_wish_is_counted_and_who_may_be_asked_is_named(party: Party, enter: Enter):
    wish(enter(party.member(SOMEBODY)), vragen="ja")
    wish(enter(party.member(SOMEBODY_ELSE)), onderwerp="sport en SPÉL", soort="wants-news")
    (found,) = wishes(party)
    assert (found.subject, found.people, found.want_network, found.may_be_asked) == ("Sport en spel", 2, 1, (SOMEBODY,))
    page = enter(party.bureau).get(ALL).text
    assert (SOMEBODY in page, SOMEBODY_ELSE in page, "2 leden" in page) == (True, False, True)
    looks = party.ask(MyFile(), party.member(SOMEBODY)).looks
    assert [each.what for each in looks] == ["Wishes"] * len(looks)
    assert looks
    assert party.ask(MyFile(), party.member(SOMEBODY_ELSE)).looks == ()


def test_a_wish_said_again_is_one_wish_and_it_can_be_taken_back(party: Party, enter: Enter):
    browser = enter(party.member(SOMEBODY))
    wish(browser, onderwerp="Zorg")
    wish(browser)
    wish(browser, vragen="ja")
    numbers = re.findall(r'name="intrekken" value="(\d+)"', browser.get(MINE).text)
    assert len(numbers) == 2
    enter(party.member(SOMEBODY_ELSE)).submit(MINE, intrekken=numbers[0])
    assert len(wishes(party)) == 2
    for number in numbers:
        assert browser.submit(MINE, intrekken=number).status_code == 303
    assert wishes(party) == []
    assert party.vault.wishes.every() == []


def test_the_bureau_answers_everybody_who_wished_the_same_and_puts_it_on_the_list_of_talks(party: Party, enter: Enter):
    party.pilot()
    member, bureau = enter(party.member(SOMEBODY)), enter(party.bureau)
    wish(member)
    (found,) = wishes(party)
    refused = bureau.submit(ALL, onderwerp=found.subject_key, antwoord=" ")
    assert (refused.status_code, "Schrijf uw antwoord op" in refused.text) == (400, True)
    assert bureau.submit(ALL, onderwerp=found.subject_key, antwoord="Wij zoeken nog drie mensen.").status_code == 303
    assert "Wij zoeken nog drie mensen." in member.get(MINE).text
    (talks,) = re.findall(r'href="(/pilots/[\w-]+/belangstelling\?theme=[^"]+)"', bureau.get(ALL).text)
    assert "Sport en spel" in bureau.get(talks.replace("&amp;", "&")).text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"onderwerp": " "}, "Vul in waar het over gaat"),
        ({"onderwerp": "a" * 500}, "Vul in waar het over gaat"),
        ({"soort": ""}, "Kies wat u wilt"),
        ({"soort": "iets"}, "Kies wat u wilt"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(party: Party, enter: Enter, typed: dict[str, str], said: str):
    answer = enter(party.member(SOMEBODY)).submit(MINE, **{**SPORT, **typed})
    assert (answer.status_code, answer.text.count(said)) == (400, 2)
    assert wishes(party) == []


def test_nobody_wishes_for_everything(party: Party, enter: Enter):
    browser = enter(party.member(SOMEBODY))
    for number in range(20):
        wish(browser, onderwerp=f"Onderwerp {number}")
    answer = browser.submit(MINE, **SPORT)
    assert (answer.status_code, "Trek er eerst een in" in answer.text) == (400, True)


def test_only_the_bureau_reads_and_answers_wishes(party: Party, enter: Enter, browser: Browser, network: UUID):
    wish(enter(party.member(SOMEBODY)))
    for session in (party.member(SOMEBODY), party.board, party.core_group(FOUNDERS[0], network), party.session(Role.AUDITOR)):
        assert enter(session).get(ALL).status_code == 403
        assert enter(session).submit(ALL, onderwerp="sport en spel", antwoord="Nee.").status_code == 403
        with party.refused(AccessDenied):
            party.ask(Wishes(), session)
    assert [browser.get(each).status_code for each in (MINE, ALL)] == [401, 403]
    assert wishes(party)[0].answer is None


def test_a_wish_is_in_ones_file_and_gone_with_the_person(party: Party, enter: Enter):
    browser = enter(party.member(SOMEBODY))
    wish(browser)
    assert "Sport en spel" in browser.get("/mijn/gegevens").text
    party.vault.erase_person(party.person(SOMEBODY))
    assert party.vault.wishes.every() == []
    assert wishes(party) == []


def test_where_the_part_is_off_nothing_of_it_is_offered(party: Party, enter: Enter):
    party.give(ChooseParts(parts=()), party.bureau)
    browser = enter(party.member(SOMEBODY))
    assert [browser.get(each).status_code for each in (MINE, ALL)] == [404, 404]
    assert all(MINE not in browser.get(each).text for each in ("/mijn", "/netwerken"))


def letters(service: Opened, mailbox: Mailbox) -> list[str]:
    """Give what was mailed of a new network since it was asked last."""
    send_letters(service)
    told = [each.text for each in mailbox.letters if each.recipient == ADDRESS]
    mailbox.letters.clear()
    return told


def test_who_waits_for_a_network_gets_a_letter_when_it_begins_once(party: Party, service: Opened, mailbox: Mailbox, enter: Enter):
    wish(enter(party.member(SOMEBODY)), onderwerp="onderwijs", soort="wants-news")
    wish(enter(party.member(SOMEBODY)), onderwerp="Onderwijs")
    assert letters(service, mailbox) == []
    party.founded(name="Onderwijsnetwerk")
    (told,) = letters(service, mailbox)
    assert "Onderwijsnetwerk is begonnen. U liet ons weten dat u daarvan wilt horen." in told
    party.network(name="Netwerk zorg")
    assert letters(service, mailbox) == []
    party.network(name="Netwerk onderwijs en werk")
    assert len(letters(service, mailbox)) == 1


def test_the_letter_is_in_the_language_of_its_reader(party: Party, service: Opened, mailbox: Mailbox):
    person = party.person(SOMEBODY)
    keep_address(party.vault, person, ADDRESS)
    party.vault.languages.keep(person, "en")
    party.vault.wishes.keep(Wish(person, "sport", WishKind.NEWS, may_ask=False, since=date(2025, 3, 3)))
    letters(service, mailbox)
    party.founded(name="Netwerk sport en spel")
    (told,) = letters(service, mailbox)
    assert "has begun. You told us that you want to hear of it." in told


def test_of_a_network_with_extra_protection_nobody_hears_by_a_letter(
    party: Party, service: Opened, mailbox: Mailbox, enter: Enter
):
    wish(enter(party.member(SOMEBODY)), onderwerp="LHBTIQ+")
    letters(service, mailbox)
    party.founded(OTHER_FOUNDERS, name="LHBTIQ+ netwerk", sensitive=True)
    assert letters(service, mailbox) == []
