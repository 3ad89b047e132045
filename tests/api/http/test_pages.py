"""Reading page by page: pages fit together, and a cursor is good for one person and one question."""

import base64
import re
from urllib.parse import parse_qs, urlsplit

from domain.kernel.acts import Role
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
        page = party.get(next_page(page.headers["Link"]))
        assert page.status_code == 200, page.text
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


def test_a_cursor_does_not_show_how_much_was_recorded(party: Party):
    cursor = first_cursor(party)
    again = parse_qs(urlsplit(next_page(party.get("/networks?limit=1").headers["Link"])).query)["cursor"][0]
    assert cursor != again  # of the same place
    for each in (cursor, again):
        assert b'"p":' not in base64.urlsafe_b64decode(each.partition(".")[0] + "==")


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


def test_a_history_and_the_events_behind_a_figure_have_pages(party: Party):
    network = party.network()
    for _ in range(3):
        party.post(f"/networks/{network}/suspensions", {"reason": "Rust."})
        party.post(f"/networks/{network}/resumptions", {})
    for name in ("Voorbeeld Een", "Voorbeeld Twee", "Voorbeeld Drie"):
        party.member(network, name)

    seen, path = [], f"/networks/{network}/history?limit=2"
    while path:
        page = party.get(path)
        assert len(page.json()["items"]) <= 2
        seen += [each["version"] for each in page.json()["items"]]
        assert all(each["sentence"] for each in page.json()["items"])
        path = next_page(page.headers["Link"]) if "Link" in page.headers else ""
    assert seen == list(range(1, 8))

    told, path = [], f"/reasons?figure=members&item={network}&limit=2"
    while path:
        page = party.get(path)
        assert page.json()["value"] == 3
        assert [each["event"] for each in page.json()["lines"]] == page.json()["events"]
        told.append(len(page.json()["events"]))
        path = next_page(page.headers["Link"]) if "Link" in page.headers else ""
    assert told == [2, 1]


def test_a_cursor_of_a_history_is_of_that_item_only(party: Party):
    one, other = party.network(name="Netwerk A"), party.network(name="Netwerk B")
    party.post(f"/networks/{one}/suspensions", {"reason": "Rust."})
    link = next_page(party.get(f"/networks/{one}/history?limit=1").headers["Link"])

    answer = party.get(link.replace(one, other))

    assert (answer.status_code, answer.json()["code"]) == (403, "cursor-of-someone-else")


def test_a_curve_that_is_too_long_is_refused_with_what_to_do(party: Party):
    path = f"/networks/{party.network()}/growth-days?first=2000-01-01&last=2030-01-01"

    dutch, english = party.get(path), party.get(path, Accept_Language="en")

    assert (dutch.status_code, dutch.json()["code"]) == (400, "curve-too-long")
    assert dutch.json()["detail"] == "U vroeg 10.959 dagen op. Het mogen er hooguit 3.660 zijn."
    assert english.json()["next"] == "Choose a shorter period."
