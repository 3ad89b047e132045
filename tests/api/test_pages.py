"""Reading page by page: pages fit together, and a cursor is good for one person and one question."""

import re
from urllib.parse import parse_qs, urlsplit

from domain.acts import Role
from tests.api.party import Party


def next_page(link: str) -> str:
    found = re.fullmatch(r'</v1(/[^>]+)>; rel="next"', link)
    assert found is not None
    return found[1]


def test_pages_fit_together_whatever_is_recorded_meanwhile(party: Party):
    names = ["Netwerk A", "Netwerk B", "Netwerk C", "Netwerk D", "Netwerk E"]
    for name in names:
        party.network(name=name)

    page = party.get("/networks?limit=2")
    party.network(name="Netwerk AA")
    party.network(name="Netwerk DD")
    seen = [each["name"] for each in page.json()["items"]]
    while "Link" in page.headers:
        first = page.headers["Event-Position"]
        page = party.get(next_page(page.headers["Link"]))
        assert page.status_code == 200, page.text
        assert page.headers["Event-Position"] == first
        seen += [each["name"] for each in page.json()["items"]]

    assert seen == names


def test_a_page_keeps_the_keys_of_the_question(party: Party):
    for name in ("Netwerk A", "Netwerk B"):
        party.network(name=name, on="2023-01-10")

    link = next_page(party.get("/networks?limit=1&on=2023-02-01").headers["Link"])

    assert parse_qs(urlsplit(link).query).keys() == {"limit", "on", "cursor"}
    assert [each["name"] for each in party.get(link).json()["items"]] == ["Netwerk B"]


def first_cursor(party: Party) -> str:
    for name in ("Netwerk A", "Netwerk B"):
        party.network(name=name)
    link = next_page(party.get("/networks?limit=1").headers["Link"])
    return parse_qs(urlsplit(link).query)["cursor"][0]


def test_an_altered_cursor_is_refused(party: Party):
    cursor = first_cursor(party)
    payload, _, signature = cursor.partition(".")

    for altered in ("x", "", ".", "é", payload, f"{payload}x.{signature}", f"{payload}.{'0' * 64}", f"{cursor}0"):
        answer = party.client.get("/v1/networks", params={"cursor": altered}, headers=party.headers(Role.PARTY_BUREAU))
        assert (answer.status_code, answer.json()["code"]) == (400, "invalid-cursor"), altered


def test_a_cursor_is_of_one_person_in_one_role_for_one_question(party: Party):
    cursor = first_cursor(party)
    pilots = f"/pilots?cursor={cursor}"

    refused = [
        party.get(f"/networks?cursor={cursor}", Role.MEMBER),
        party.get(f"/networks?cursor={cursor}", person="Voorbeeld Collega"),
        party.get(f"/networks?cursor={cursor}&on=2023-01-01"),
        party.get(pilots),
    ]

    assert [(answer.status_code, answer.json()["code"]) for answer in refused] == [(403, "cursor-of-someone-else")] * 4


def test_the_log_is_read_page_by_page(party: Party):
    party.network()
    seen, path = [], "/events?limit=3"
    while path:
        page = party.get(path, Role.AUDITOR)
        seen += [each["id"] for each in page.json()["items"]]
        path = next_page(page.headers["Link"]) if "Link" in page.headers else ""

    assert len(seen) == len(set(seen)) == party.events()
