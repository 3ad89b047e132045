"""The bureau records what a caller asks: somebody who is known, one of several of a name, or somebody new."""

from uuid import UUID

import pytest

from application.commands.party import RegisterPartyMember
from application.ports.vault.contexts import OFFICE
from application.queries.advice import AdviceRequests
from domain.advice.values import RequesterKind
from domain.kernel.acts import Role, Source
from tests.application.party import Party
from tests.web.conftest import Browser, Enter

PHONE, CALLER = "/bureau/telefoon", "Berta Verzonnen"


@pytest.fixture
def form(network: UUID) -> dict[str, str]:
    return {
        "person": "Berta",
        "requester_kind": "committee",
        "network": str(network),
        "question": "Hoe houden scholen genoeg leraren?",
        "due-day": "1",
        "due-month": "9",
        "due-year": "2099",
    }


@pytest.fixture
def bureau(party: Party, enter: Enter) -> Browser:
    return enter(party.bureau)


def requests(party: Party):
    return party.ask(AdviceRequests(), party.bureau).items


def test_the_beginning_of_a_name_is_enough_for_somebody_who_is_known(party: Party, bureau: Browser, form: dict[str, str]):
    party.party_member(CALLER)
    answer = bureau.submit(PHONE, **form)
    assert answer.status_code == 303
    (recorded,) = requests(party)
    assert answer.headers["location"] == f"/adviesvragen/{recorded.advice_request}"
    assert (recorded.requester_name, recorded.requester_kind) == (CALLER, RequesterKind.COMMITTEE)
    assert (recorded.source, recorded.recorded_by) == (Source.PHONE, Role.PARTY_BUREAU)


def test_of_two_people_of_one_name_the_bureau_chooses_or_says_that_it_is_somebody_else(
    party: Party, bureau: Browser, form: dict[str, str]
):
    party.party_member(CALLER)
    second = RegisterPartyMember(name=CALLER, province="NL-GE", birth_year=1958, somebody_else=True)
    party.give(second, party.bureau)
    form["person"] = CALLER
    told = bureau.submit(PHONE, **form)
    assert told.status_code == 400
    assert "Gelderland, geboren in 1958" in told.text
    assert 'value="new"' in told.text

    assert bureau.submit(PHONE, **form, **{"person-id": "new"}).status_code == 303
    (recorded,) = requests(party)
    (new,) = party.vault.whose(OFFICE, [recorded.requester]).values()
    assert recorded.requester_name == CALLER
    assert len({each.person for each in party.vault.people_named(CALLER, most=9)} - {new}) == 2


def test_somebody_who_is_in_no_list_is_entered_in_the_same_form(party: Party, bureau: Browser, form: dict[str, str]):
    new = {"contact.0.name": "Kim Fictief", "contact.0.email": "kim@commissie.example"}
    answer = bureau.submit(PHONE, **{**form, "person": "Kim"}, **new)
    assert answer.status_code == 303
    (recorded,) = requests(party)
    assert recorded.requester_name == "Kim Fictief"
    (kim,) = party.vault.whose(OFFICE, [recorded.requester]).values()
    assert party.vault.addresses([kim]) == {kim: "kim@commissie.example"}
    assert party.opened.door.hats.of(kim, party.clock()) == ()


def test_a_name_that_nobody_has_is_asked_for_beside_the_field_and_nothing_is_lost(bureau: Browser, form: dict[str, str]):
    told = bureau.submit(PHONE, **{**form, "person": "Niemand Zo"})
    assert told.status_code == 400
    for kept in ("Vul in wie belt", "Niemand Zo", form["question"], 'value="2099"', '<details class="govuk-details" open>'):
        assert kept in told.text


def test_who_may_be_somebody_known_is_entered_when_the_bureau_says_that_it_is_not(
    party: Party, bureau: Browser, form: dict[str, str]
):
    party.party_member(CALLER)
    new = {"contact.0.name": CALLER}
    told = bureau.submit(PHONE, **form, **new)
    assert (told.status_code, requests(party)) == (409, ())
    assert bureau.submit(PHONE, **form, **new, **{"contact.0.somebody_else": "yes"}).status_code == 303


def test_a_caller_joins_and_leaves(party: Party, bureau: Browser, network: UUID):
    party.party_member(CALLER)
    form = {"person": CALLER, "network": str(network)}
    assert bureau.submit(f"{PHONE}/lid-worden", **form).status_code == 303
    assert party.holds(CALLER, network)
    assert bureau.submit(f"{PHONE}/afmelden", **form).status_code == 303
    assert not party.holds(CALLER, network)


@pytest.mark.parametrize("path", ["", "/lid-worden", "/afmelden", "/adres", "/inschrijven"])
def test_each_of_the_six_wishes_leads_to_its_form(bureau: Browser, path: str):
    text = bureau.get(PHONE + path).text
    assert text.count('<li><a class="govuk-link" href="/bureau/telefoon') + text.count('href="/adviesvragen"') >= 5
    assert '<form id="form"' in text


def test_the_phone_is_for_the_bureau(party: Party, enter: Enter):
    assert enter(party.member(CALLER)).get(PHONE).status_code == 403
