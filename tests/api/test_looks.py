"""Over HTTP: what somebody looks at people for stands in a header, and never in an address."""

import pytest

from api.queries.routes import READ_ROUTES, SEARCH_ROUTES
from application.ports.vault.looks import LookPurpose
from domain.kernel.acts import Role
from tests.api.party import Party

LID = "Lid Voorbeeld"


def purposes(party: Party) -> list[tuple[str, str | None]]:
    """Give what somebody reads in their own file of who looked."""
    file = party.get("/me/file", Role.MEMBER, person=LID)
    assert file.status_code == 200, file.text
    return [(each["what"], each["purpose"]) for each in file.json()["looks"]]


@pytest.mark.parametrize("purpose", LookPurpose)
def test_what_a_list_of_members_is_read_for_is_told_to_them(party: Party, purpose: LookPurpose):
    network = party.network()
    party.member(network, LID)
    assert party.get(f"/networks/{network}/memberships", Look_Purpose=purpose).status_code == 200
    assert purposes(party) == [("MembersOfNetwork", purpose)]


def test_where_nobody_says_what_for_that_is_told(party: Party):
    network = party.network()
    party.member(network, LID)
    party.get(f"/networks/{network}/memberships")
    assert purposes(party) == [("MembersOfNetwork", None)]


def test_who_searches_somebody_by_name_says_what_for(party: Party):
    party.member(party.network(), LID)
    assert party.post("/person-searches", {"name": LID}, Look_Purpose="mending").status_code == 200
    assert purposes(party) == [("PeopleNamed", "mending")]


def test_more_than_a_page_of_members_is_read_for_something_that_is_said(party: Party):
    network = party.network()
    for name in (LID, "Ander Voorbeeld"):
        party.member(network, name)
    first = party.get(f"/networks/{network}/memberships?limit=1")
    further = first.links["next"]["url"].removeprefix("/v1")
    refused = party.get(further)
    assert (refused.status_code, refused.json()["code"]) == (400, "look-purpose-missing")
    assert party.get(further, Look_Purpose="oversight").status_code == 200


@pytest.mark.parametrize("purpose", ["nosy", "", "MENDING"])
def test_another_purpose_than_there_are_words_for_is_refused(party: Party, purpose: str):
    network = party.network()
    party.member(network, LID)
    answer = party.get(f"/networks/{network}/memberships", Look_Purpose=purpose)
    assert (answer.status_code, answer.json()["code"]) == (400, "malformed-parameter")
    assert purposes(party) == []


def test_no_address_has_a_place_for_it():
    questions = {route.question for route in READ_ROUTES} | {route.question for route in SEARCH_ROUTES}
    assert len(questions) > 20
    assert {field for question in questions for field in question.model_fields} & {"purpose", "look_purpose"} == set()
