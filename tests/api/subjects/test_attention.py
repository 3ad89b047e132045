"""The attention list over HTTP: sentences in the language of whoever asks, page by page, and nobody else's."""

import re

import pytest

from domain.kernel.acts import Role
from tests.api.party import Party


def test_the_bureau_reads_what_to_do_in_its_language(party: Party):
    network = party.network()

    dutch = party.get("/attention")
    english = party.get("/attention", Accept_Language="en")

    (item,) = dutch.json()["items"]
    assert (item["kind"], item["item"], item["network"], item["overdue"]) == ("core-group-too-small", network, network, False)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", item["dueOn"])
    assert item["why"].startswith("De kerngroep van Netwerk zorg is te klein.")
    assert item["next"] == "Zoek nieuwe kerngroepleden, of help daarbij."
    assert "too small" in english.json()["items"][0]["why"]
    assert (dutch.headers["Content-Language"], english.headers["Content-Language"]) == ("nl", "en")
    assert (item["about"], item["answeredBy"]) == ("network", ["AppointCoreGroupMember"])
    fields = {
        "about",
        "answeredBy",
        "kind",
        "item",
        "network",
        "name",
        "sensitive",
        "number",
        "since",
        "dueOn",
        "overdue",
        "why",
        "next",
    }
    assert set(item) == fields


def test_pages_follow_each_other(party: Party):
    for number in range(3):
        party.network(name=f"Netwerk {number}")

    first = party.get("/attention?limit=2")
    following = re.fullmatch(r'</v1(.*)>; rel="next"', first.headers["Link"])
    assert following is not None
    second = party.get(following[1])

    names = [item["name"] for page in (first, second) for item in page.json()["items"]]
    assert names == ["Netwerk 0", "Netwerk 1", "Netwerk 2"]
    assert "Link" not in second.headers


@pytest.mark.parametrize("key", ["asker=x", "role=party-bureau", "network=00000000-0000-0000-0000-000000000000", "limit=101"])
def test_whose_list_it_is_says_the_token_alone(quiet: Party, key: str):
    answer = quiet.get(f"/attention?{key}", Role.MEMBER)

    assert (answer.status_code, answer.json()["code"]) == (400, "malformed-parameter")


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMINISTRATOR])
def test_who_has_nothing_to_do_in_networks_has_no_list(quiet: Party, role: Role):
    answer = quiet.get("/attention", role)

    assert (answer.status_code, answer.json()["code"]) == (403, "access-denied")
