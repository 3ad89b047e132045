"""Who is who: oneself, somebody by their whole name, and somebody new. A name is never part of an address."""

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


@pytest.mark.parametrize("name", ["Voorbeeld Gezocht", "  voorbeeld   GEZOCHT "])
def test_the_bureau_finds_somebody_by_their_whole_name(party: Party, name: str):
    person = str(party.opened.vault.add_person("Voorbeeld Gezocht"))
    party.headers(Role.PARTY_BUREAU)
    before = party.events()

    answer = party.post("/person-searches", {"name": name})

    assert (answer.status_code, answer.json()["person"]) == (200, person)
    assert answer.headers["Cache-Control"] == "no-store"
    assert party.events() == before


@pytest.mark.parametrize("name", ["Voorbeeld", "Voorbeeld Gezocht Ander", "Voorbeeld Dubbel"])
def test_a_part_of_a_name_or_the_name_of_two_finds_nobody(party: Party, name: str):
    for known in ("Voorbeeld Gezocht", "Voorbeeld Dubbel", "Voorbeeld Dubbel"):
        party.opened.vault.add_person(known)

    answer = party.post("/person-searches", {"name": name})

    assert (answer.status_code, answer.json()["code"]) == (404, "person-not-found")
    assert name not in answer.text


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
    assert found.json() == {"person": answer.json()["person"], "name": KEEN["name"]}
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
    assert party.post("/person-searches", {"name": KEEN["name"]}).status_code == 200  # there is exactly one


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
    assert quiet.post("/person-searches", {"name": KEEN["name"]}).status_code == 404


def test_a_member_registers_nobody(quiet: Party):
    answer = quiet.post("/party-members", KEEN, Role.MEMBER)

    assert (answer.status_code, answer.json()["code"]) == (403, "access-denied")
