"""Over HTTP: erasing what is kept of oneself or of somebody who asked the privacy officer."""

from uuid import uuid4

import pytest

from domain.kernel.acts import Role
from tests.api.party import Party

SOMEBODY = "Voorbeeld Lid"


def test_who_erases_what_is_kept_of_them_is_a_stranger_afterwards(party: Party):
    headers = party.headers(Role.MEMBER, person=SOMEBODY)

    answer = party.client.post("/v1/me/erasures", json={}, headers=headers)

    assert (answer.status_code, answer.json()) == (200, {"erased": True, "ending": 1, "stays": ["acts-in-networks"]})
    again = party.client.post("/v1/me/erasures", json={}, headers=headers)
    assert (again.status_code, again.json()["code"]) == (401, "not-signed-in")


def test_everybody_reads_what_is_kept_of_them(party: Party):
    answer = party.get("/me/file", Role.MEMBER, person=SOMEBODY)

    told = answer.json()
    assert (answer.status_code, told["person"]) == (200, party.person(SOMEBODY))
    assert [each["values"] for each in told["kept"] if each["what"] == "name"] == [[SOMEBODY]]
    assert [each["type"] for each in told["events"]] == ["PartyMembershipStarted"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_everybody_corrects_what_is_kept_of_them(party: Party):
    headers = party.headers(Role.MEMBER, person=SOMEBODY)
    person = party.person(SOMEBODY)

    answer = party.client.post("/v1/me/corrections", json={"name": "Voorbeeld Beter", "birthYear": 1971}, headers=headers)

    assert (answer.status_code, answer.json()) == (200, {"kept": True})
    assert str(party.opened.vault.person_named("Voorbeeld Beter")) == person


@pytest.mark.parametrize("keys", ["on=2024-01-01", "person=8c2b5a9e-0000-4000-8000-000000000001"])
def test_what_is_kept_has_no_past_and_is_of_nobody_else(party: Party, keys: str):
    answer = party.get(f"/me/file?{keys}", Role.MEMBER, person=SOMEBODY)

    assert (answer.status_code, answer.json()["code"]) == (400, "malformed-parameter")


def test_the_privacy_officer_erases_who_asked_once(party: Party):
    person = str(party.opened.vault.add_person(SOMEBODY))

    first, second, unknown = (
        party.post("/erasures", {"person": each}, Role.PRIVACY_OFFICER) for each in (person, person, str(uuid4()))
    )

    assert first.status_code == 200
    assert (second.status_code, second.json()["code"]) == (409, "person-erased")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "person-unknown")


@pytest.mark.parametrize("role", [Role.PARTY_BUREAU, Role.MEMBER, Role.ADMINISTRATOR])
def test_nobody_else_learns_by_erasing_who_exists(party: Party, role: Role):
    told = [
        party.post("/erasures", {"person": each}, role) for each in (str(party.opened.vault.add_person(SOMEBODY)), str(uuid4()))
    ]

    assert {(each.status_code, each.json()["code"]) for each in told} == {(403, "access-denied")}
