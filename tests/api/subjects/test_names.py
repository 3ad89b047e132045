"""Names over HTTP: those that look like one that is there are taken, and what nobody sees is named."""

import pytest

from domain.kernel.acts import Role
from tests.api.party import NETWORK, PLAN, Party

LIKE_IT = ["NETWERK ZORG", "\uff2eetwerk zorg", "Netwerk\u00a0zorg", "Netwerk z0rg", "Netwerk z\u00f3rg", "Netvverk zorg"]
"""Names that are taken for NETWORK's."""

NOT_SEEN = [
    ("Netwerk\u200b zorg", "hidden", "U+200B"),
    ("Netwerk \u202egroz", "hidden", "U+202E"),
    ("Netwerk\u00ad zorg", "hidden", "U+00AD"),
    ("Netwerk z\u043erg", "mixed", "U+043E"),
    ("\u0421\u041e\u0421", "latin", "U+0421"),
    ("Netwerk \u0577\u0578", "foreign", "U+0577"),
]
SAID = {
    "hidden": "has a character that nobody sees: {}",
    "mixed": "has a word with letters of two scripts: {}",
    "latin": "has a word that looks like Latin letters and is not: {}",
    "foreign": "has a letter or digit in a script that cannot be here: {}",
}


@pytest.mark.parametrize("name", LIKE_IT)
def test_a_name_that_looks_like_one_that_is_there_is_taken(party: Party, name: str):
    party.network()
    other = party.network(name="Netwerk EU")
    named = {"name": name}
    for path, body in (("/networks", NETWORK | named), (f"/networks/{other}/renamings", named)):
        refused = party.post(path, body)
        assert (refused.status_code, refused.json()["code"]) == (409, "network-name-taken"), (path, refused.text)


@pytest.mark.parametrize(("name", "kind", "character"), NOT_SEEN)
def test_what_nobody_sees_in_a_name_is_named(party: Party, name: str, kind: str, character: str):
    network = party.network()
    plan = party.plan()
    named: dict[str, str] = {"name": name}
    before = party.events()
    answers = [
        party.post("/networks", NETWORK | named, Accept_Language="en"),
        party.post(f"/networks/{network}/renamings", named, Accept_Language="en"),
        party.post(f"/networks/{network}/renamings", {**named, "mistake": "wrong-words"}, Accept_Language="en"),
        party.post("/founding-plans", PLAN | named, Role.MEMBER, Accept_Language="en"),
        party.post(f"/founding-plans/{plan}/revisions", PLAN | named, Role.MEMBER, Accept_Language="en"),
        party.post(f"/founding-plans/{plan}/amendments", PLAN | named, Role.MEMBER, Accept_Language="en"),
    ]
    for answer in answers:
        assert (answer.status_code, answer.json()["code"]) == (400, "malformed-body"), answer.text
        (error,) = answer.json()["errors"]
        assert (error["pointer"], error["programs"]) == ("/name", SAID[kind].format(character))
    assert party.events() == before


def test_a_name_is_kept_in_one_form(party: Party):
    network = party.network(name="  \uff2eetwerk   \ufb01etsen \u2460 ")
    assert party.get(f"/networks/{network}").json()["name"] == "Netwerk fietsen 1"


def test_a_name_that_grows_in_its_one_form_has_the_same_limit(party: Party):
    refused = party.post("/networks", NETWORK | {"name": "\ufb03" * 41}, Accept_Language="en")
    assert [error["message"] for error in refused.json()["errors"]] == ["Use at most 120 characters"]
