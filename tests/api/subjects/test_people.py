"""Who is who: oneself, people by the beginning of a name, and somebody new. A name is never part of an address."""

from typing import Any
from uuid import uuid4

import pytest

from domain.kernel.acts import Role
from tests.api.party import NETWORK, Party

KEEN: dict[str, Any] = {"name": "Voorbeeld Nieuw", "province": "NL-UT", "birthYear": 1980}


# Oneself


def test_somebody_who_asks_is_told_who_they_are_and_in_what_role(party: Party):
    answer = party.get("/me", Role.MEMBER, person="Voorbeeld Lid")

    assert answer.status_code == 200
    assert answer.json() == {"person": party.person("Voorbeeld Lid"), "role": "member", "network": None}


def test_somebody_in_a_core_group_is_told_in_which_network(party: Party):
    network = party.network()
    headers = party.headers(Role.CORE_GROUP, person="Voorbeeld Kern", network=NETWORK["name"])

    told = party.client.get("/v1/me", headers=headers).json()

    assert told == {"person": party.person("Voorbeeld Kern"), "role": "core-group", "network": network}


@pytest.mark.parametrize("keys", ["on=2024-01-01", "knownAt=2024-01-01T00:00:00Z", "position=1", "limit=1"])
def test_who_one_is_has_no_past_and_no_pages(quiet: Party, keys: str):
    answer = quiet.get(f"/me?{keys}")

    assert (answer.status_code, answer.json()["code"]) == (400, "malformed-parameter")
    assert [error["parameter"] for error in answer.json()["errors"]] == [keys.partition("=")[0]]


# Somebody by name


@pytest.mark.parametrize("name", ["Voorbeeld Gezóćht", "  voorbeeld   GEZOCHT ", "voorbeeld g", "gezo"])
def test_the_bureau_finds_somebody_by_the_beginning_of_a_name(party: Party, name: str):
    person = str(party.opened.vault.add_person("Voorbeeld Gezocht", province="NL-UT", birth_year=1980))
    party.opened.vault.add_person("Onvoorbeeld Ander")
    party.headers(Role.PARTY_BUREAU)
    before = party.events()

    answer = party.post("/person-searches", {"name": name})

    assert answer.status_code == 200
    found = {"person": person, "name": "Voorbeeld Gezocht", "province": "NL-UT", "birthYear": 1980}
    assert answer.json() == {"people": [found], "more": False}
    assert answer.headers["Cache-Control"] == "no-store"
    assert party.events() == before


def test_two_people_of_one_name_are_told_apart_and_nobody_is_found_by_another_part_of_it(party: Party):
    for year in (1950, 1980):
        party.opened.vault.add_person("Voorbeeld Dubbel", province="NL-UT", birth_year=year)

    found = party.post("/person-searches", {"name": "Voorbeeld Dubbel"}).json()["people"]
    nobody = party.post("/person-searches", {"name": "ubbel"}).json()

    assert sorted((each["name"], each["birthYear"]) for each in found) == [
        ("Voorbeeld Dubbel", 1950),
        ("Voorbeeld Dubbel", 1980),
    ]
    assert nobody == {"people": [], "more": False}


def test_of_more_than_ten_the_first_ten_are_given_and_that_there_are_more(party: Party):
    for number in range(11):
        party.opened.vault.add_person(f"Veel Voorbeeld {number:02}")
    exact = party.opened.vault.add_person("Veel")

    first = party.post("/person-searches", {"name": "veel"}).json()
    fewer = party.post("/person-searches", {"name": "veel voorbeeld 0"}).json()

    assert (first["people"][0]["person"], len(first["people"]), first["more"]) == (str(exact), 10, True)
    assert (len(fewer["people"]), fewer["more"]) == (10, False)


@pytest.mark.parametrize("name", ["Voorbeeld Gezocht", "Voorbeeld Onbekend"])
def test_who_may_not_search_is_not_told_who_is_a_member(party: Party, name: str):
    party.opened.vault.add_person("Voorbeeld Gezocht")

    answer = party.post("/person-searches", {"name": name}, Role.MEMBER)

    assert (answer.status_code, answer.json()["code"]) == (403, "access-denied")
    assert "Voorbeeld" not in answer.text


def test_a_name_is_not_looked_for_in_an_address(quiet: Party):
    answer = quiet.get("/person-searches?name=Voorbeeld")

    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "/name"),
        ({"name": ""}, "/name"),
        ({"name": 5}, "/name"),
        ({"name": "n" * 121}, "/name"),
        ({"name": "Voorbeeld", "on": "2024-01-01"}, "/on"),
        ({"name": "Voorbeeld", "knownAt": "2024-01-01T00:00:00Z"}, "/knownAt"),
        ({"name": "Voorbeeld", "position": 1}, "/position"),
        ([], ""),
    ],
)
def test_a_search_that_cannot_be_read_is_told_what_is_wrong(quiet: Party, body: Any, pointer: str):
    answer = quiet.post("/person-searches", body)

    assert (answer.status_code, answer.json()["code"]) == (400, "malformed-body")
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]


def test_a_search_is_json_and_not_too_large(quiet: Party):
    bureau = quiet.headers(Role.PARTY_BUREAU)

    form = quiet.client.post("/v1/person-searches", content="name=Voorbeeld", headers=bureau)
    large = quiet.post("/person-searches", {"name": "n" * 300_000})

    assert (form.status_code, form.json()["code"]) == (415, "unsupported-media-type")
    assert (large.status_code, large.json()["code"]) == (413, "too-large")


# Somebody new


def test_a_party_member_is_registered_and_found(party: Party):
    answer = party.post("/party-members", KEEN)

    assert answer.status_code == 200
    assert set(answer.json()) == {"person", "partyMembership"}
    found = party.post("/person-searches", {"name": KEEN["name"]})
    assert found.json() == {"people": [{"person": answer.json()["person"], **KEEN}], "more": False}
    history = party.get(f"/party-memberships/{answer.json()['partyMembership']}/history").json()["items"]
    assert [each["type"] for each in history] == ["PartyMembershipStarted"]
    assert KEEN["name"] in history[0].pop("sentence")
    assert KEEN["name"] not in str(history)


def test_a_registered_party_member_can_join_a_network(party: Party):
    network, person = party.network(), party.post("/party-members", KEEN).json()["person"]

    joined = party.post(f"/networks/{network}/memberships", {"purposeVersion": 1, "person": person, "source": "phone"})

    assert joined.status_code == 200, joined.text


def test_the_same_registration_again_keeps_one_person(party: Party):
    key = str(uuid4())
    first = party.post("/party-members", KEEN, Idempotency_Key=key)
    again = party.post("/party-members", KEEN, Idempotency_Key=key)

    assert (again.status_code, again.json()) == (200, first.json())
    assert len(party.post("/person-searches", {"name": KEEN["name"]}).json()["people"]) == 1


def test_somebody_with_the_name_of_somebody_else_is_asked_about_and_registered_when_that_is_said(party: Party):
    party.post("/party-members", KEEN)
    party.headers(Role.MEMBER)
    before = party.events()

    asked = party.post("/party-members", KEEN)
    unseen = party.post("/party-members", KEEN, Role.MEMBER)
    other = party.post("/party-members", {**KEEN, "somebodyElse": True})

    assert (asked.status_code, asked.json()["code"]) == (409, "possibly-same-person")
    assert (unseen.status_code, unseen.json()["code"]) == (403, "access-denied")
    assert (other.status_code, party.events()) == (200, before + 1)


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"name": "   "}, "/name"),
        ({"name": "a\u0000b"}, "/name"),
        ({"province": "Utrecht"}, "/province"),
        ({"birthYear": 1899}, "/birthYear"),
        ({"birthYear": "1980"}, "/birthYear"),
        ({"email": "lid"}, "/email"),
        ({"email": "lid@voorbeeldpartij.example\nBcc: ander@voorbeeldpartij.example"}, "/email"),
        ({"telephone": "030-0000000"}, "/telephone"),
    ],
)
def test_a_wrong_field_registers_nobody(quiet: Party, changes: dict[str, Any], pointer: str):
    quiet.headers(Role.PARTY_BUREAU)
    before = quiet.events()

    answer = quiet.post("/party-members", KEEN | changes)

    assert (answer.status_code, answer.json()["code"]) == (400, "malformed-body")
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]
    assert quiet.events() == before
    assert quiet.post("/person-searches", {"name": KEEN["name"]}).json()["people"] == []


def test_a_member_registers_nobody(quiet: Party):
    answer = quiet.post("/party-members", KEEN, Role.MEMBER)

    assert (answer.status_code, answer.json()["code"]) == (403, "access-denied")


# On the phone


def test_a_leaving_by_phone_goes_from_search_to_list_of_members_to_leaving(party: Party):
    network, other = party.network(), party.network(name="Netwerk wonen")
    for year in (1950, 1980):
        named = {"name": "Voorbeeld Dubbel", "province": "NL-UT", "birthYear": year, "somebodyElse": True}
        person = party.post("/party-members", named).json()["person"]
        for joined in (network, other) if year == 1980 else (other,):
            party.post(f"/networks/{joined}/memberships", {"purposeVersion": 1, "person": person, "source": "phone"})

    found = party.post("/person-searches", {"name": "dubb"}).json()["people"]
    members = party.get(f"/networks/{network}/memberships").json()["items"]
    (caller,) = [each for each in members if each["person"] in {person["person"] for person in found}]
    left = party.post(f"/networks/{network}/memberships/endings", {"person": caller["person"], "source": "phone"})

    assert len(found) == 2
    assert (caller["name"], caller["province"], caller["birthYear"]) == ("Voorbeeld Dubbel", "NL-UT", 1980)
    assert left.status_code == 200, left.text
    assert party.get(f"/networks/{network}/memberships").json()["items"] == []
    assert len(party.get(f"/networks/{other}/memberships").json()["items"]) == 2


def test_of_a_sensitive_network_the_bureau_has_no_list_of_members_and_records_nobody(party: Party):
    network = party.network(sensitive=True)
    consent = {"purposeVersion": 1, "consentVersion": "toestemming-2022-06"}
    person = party.post("/party-members", KEEN).json()["person"]
    joined = party.post(f"/networks/{network}/memberships", {**consent, "person": person, "source": "phone"})
    asked = party.get(f"/networks/{network}/memberships")
    codes = [answer.json()["code"] for answer in (joined, asked)]
    assert codes == ["persons-of-sensitive-network", "access-denied"]


# One person registered twice


def test_two_records_are_merged_and_two_again_over_http(party: Party):
    first, second = (
        party.post("/party-members", {**KEEN, "name": name}).json()["person"] for name in ("Voorbeeld Twee", "V. Twee")
    )
    both = {"into": first, "merged": second}

    def found() -> list[str]:
        return [each["person"] for each in party.post("/person-searches", {"name": "twee"}).json()["people"]]

    assert sorted(found()) == sorted([first, second])
    before = party.events()
    merged = party.post("/persons/mergers", both)
    assert (merged.status_code, merged.json(), party.events()) == (200, {"kept": True}, before)
    assert found() == [first]
    again, swapped = (party.post("/persons/mergers", each) for each in (both, {"into": second, "merged": first}))
    assert {(each.status_code, each.json()["code"]) for each in (again, swapped)} == {(409, "person-merged-already")}
    undone = party.post("/persons/mergers/undoings", both)
    assert (undone.status_code, undone.json()) == (200, {"kept": True})
    assert sorted(found()) == sorted([first, second])
    refused = {
        "person-not-merged": party.post("/persons/mergers/undoings", both),
        "merged-with-oneself": party.post("/persons/mergers", {"into": first, "merged": first}),
        "person-unknown": party.post("/persons/mergers", {"into": first, "merged": str(uuid4())}),
        "access-denied": party.post("/persons/mergers", both, Role.NATIONAL_BOARD),
    }
    assert [answer.json()["code"] for answer in refused.values()] == list(refused)
