"""People who signed a list of paper become members together, once it was looked at who each of them is."""

import re
from html import unescape
from uuid import UUID

import pytest

from application.commands.party import RegisterPartyMember
from domain.kernel.acts import Role, Source
from tests.application.party import FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party
from tests.web.conftest import Browser, Enter
from web.pages.people.signed_list import MOST

LIST, BERTA = "/bureau/getekende-lijst", "Berta Verzonnen"


@pytest.fixture
def bureau(party: Party, enter: Enter) -> Browser:
    return enter(party.bureau)


def filled_in(network: UUID, *names: str, **more: str) -> dict[str, str]:
    day = {"on-day": "3", "on-month": "3", "on-year": "2025"}
    return {"network": str(network), "namen": "\n".join(names), **day, **more}


def checked(bureau: Browser, form: dict[str, str]) -> dict[str, str]:
    """Look at a list, and give what the page then sends to have it recorded."""
    answer = bureau.submit(LIST, **form)
    assert answer.status_code == 200
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([\w-]+)">', answer.text))
    return {**form, **hidden, "stap": "leg-vast"}


def has_joined(party: Party, name: str, network: UUID) -> bool:
    """Say whether somebody was recorded as a member."""
    known = party.reference(name, network)
    return known in {each.act.by for each in party.all_of("MemberJoined")}


def test_who_is_on_the_list_is_looked_at_first_and_recorded_then(party: Party, bureau: Browser, network: UUID):
    form = checked(bureau, filled_in(network, SOMEBODY, "Rosa"))
    assert [has_joined(party, each, network) for each in (SOMEBODY, SOMEBODY_ELSE)] == [False, False]

    answer = bureau.submit(LIST, **form)
    assert answer.status_code == 200
    assert "2 mensen zijn nu lid." in answer.text
    assert [has_joined(party, each, network) for each in (SOMEBODY, SOMEBODY_ELSE)] == [True, True]
    act = party.newest().act
    assert (act.source, act.role, act.at.date().isoformat()) == (Source.PAPER, Role.MEMBER, "2025-03-03")


def test_of_people_of_one_name_one_is_chosen_and_nothing_is_recorded_before_that(party: Party, bureau: Browser, network: UUID):
    party.party_member(BERTA)
    second = RegisterPartyMember(name=BERTA, province="NL-GE", birth_year=1958, somebody_else=True)
    meant = party.give(second, party.bureau).data.person
    form = checked(bureau, filled_in(network, SOMEBODY, BERTA))

    answer = bureau.submit(LIST, **form)
    assert answer.status_code == 400
    assert "Kies wie u bedoelt" in answer.text
    assert "Gelderland, geboren in 1958" in answer.text
    assert not has_joined(party, SOMEBODY, network)

    assert "2 mensen zijn nu lid." in bureau.submit(LIST, **form, **{"regel-2": str(meant)}).text
    assert not has_joined(party, BERTA, network)


def test_a_line_of_nobody_and_one_that_is_left_out_change_nothing_for_the_others(party: Party, bureau: Browser, network: UUID):
    party.party_member(BERTA)
    party.give(RegisterPartyMember(name=BERTA, somebody_else=True), party.bureau)
    form = checked(bureau, filled_in(network, "Niemand Bestaat", BERTA, FOUNDERS[0], SOMEBODY, SOMEBODY))

    text = bureau.submit(LIST, **form, **{"regel-2": "niemand"}).text
    assert "1 persoon is nu lid." in text
    for why in ("Niemand met deze naam gevonden.", "Overgeslagen.", "Dit lid zit al in het netwerk.", "twee keer op de lijst"):
        assert why in text
    assert has_joined(party, SOMEBODY, network)


def test_pressed_twice_it_is_recorded_once(party: Party, bureau: Browser, network: UUID):
    form = checked(bureau, filled_in(network, SOMEBODY))
    first = bureau.submit(LIST, **form).text
    position = len(party.recorded())
    again = bureau.submit(LIST, **form).text
    assert "1 persoon is nu lid." in first
    assert "1 persoon is nu lid." in again
    assert len(party.recorded()) == position


def test_a_list_that_was_changed_is_looked_at_again(party: Party, bureau: Browser, network: UUID):
    form = checked(bureau, filled_in(network, SOMEBODY))
    answer = bureau.submit(LIST, **{**form, "namen": SOMEBODY_ELSE})
    assert "Zijn dit de mensen die tekenden?" in answer.text
    assert not has_joined(party, SOMEBODY_ELSE, network)


def test_somebody_who_was_not_found_by_their_line_is_not_recorded_by_it(party: Party, bureau: Browser, network: UUID):
    form = checked(bureau, filled_in(network, SOMEBODY))
    bureau.submit(LIST, **form, **{"regel-1": str(party.person(SOMEBODY_ELSE))})
    assert not has_joined(party, SOMEBODY_ELSE, network)


@pytest.mark.parametrize(
    ("names", "said"),
    [([], "Vul de namen in, elk op een eigen regel"), ([SOMEBODY] * (MOST + 1), "Vul hooguit honderd namen tegelijk in")],
)
def test_a_list_without_names_and_one_of_too_many_are_refused(bureau: Browser, network: UUID, names: list[str], said: str):
    answer = bureau.submit(LIST, **filled_in(network, *names))
    assert answer.status_code == 400
    assert f'<a href="#namen">{said}</a>' in answer.text


def test_what_is_wrong_with_network_and_day_stands_beside_them_and_what_was_typed_stays(bureau: Browser):
    answer = bureau.submit(LIST, **{"on-day": "31", "on-month": "2", "on-year": "2025", "namen": "Rosa & Piet"})
    assert answer.status_code == 400
    assert answer.text.count("govuk-error-message") == 2
    assert "Rosa &amp; Piet" in answer.text


def test_of_a_network_with_extra_protection_nobody_becomes_a_member_by_a_list(party: Party, bureau: Browser):
    protected = party.network(name="Netwerk gelijk", sensitive=True)
    assert "Netwerk gelijk" not in bureau.get(LIST).text
    form = checked(bureau, filled_in(protected, SOMEBODY))
    bureau.submit(LIST, **form)
    assert not has_joined(party, SOMEBODY, protected)


def test_only_the_bureau_enters_a_list(party: Party, enter: Enter, browser: Browser, network: UUID):
    for inside in (browser, enter(party.member(SOMEBODY)), enter(party.board)):
        assert inside.get(LIST).status_code == 403
        assert inside.submit(LIST, **filled_in(network, SOMEBODY_ELSE)).status_code == 403


def test_who_was_signed_out_while_typing_loses_nothing(bureau: Browser, browser: Browser, network: UUID):
    form = filled_in(network, 'Rosa "R." Fictief', SOMEBODY)
    answer = browser.submit(LIST, **form)
    assert answer.status_code == 403
    assert "Wat u invulde, is er nog." in answer.text
    kept = re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)">', answer.text)
    assert {name: unescape(value) for name, value in kept} == form
    assert f'<form method="post" action="{LIST}">' in answer.text
    assert "Fictief" not in browser.get(LIST).text
    assert "Wat u invulde" not in bureau.submit("/rollen/geven", **form).text
