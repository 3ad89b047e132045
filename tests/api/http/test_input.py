"""Bad input: refused with a stable code, all that is wrong at once, and nothing recorded."""

import json
import re
import time
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from api.commands.bodies import MOST_PARTS
from api.commands.routes import COMMAND_ROUTES
from domain.kernel.acts import Role
from domain.kernel.days import AMSTERDAM
from tests.api.party import NETWORK, PLAN, Party


def pointers(answer: Any) -> dict[str, str]:
    return {error.get("pointer", error.get("parameter")): error["message"] for error in answer.json()["errors"]}


@pytest.mark.parametrize(
    "sent",
    [
        b"{",
        b"nee",
        b'{"name": "\xff\xfe"}',  # not UTF-8
        b'{"name": "\\ud800"}',  # half a character
        b"\xef\xbb\xbf{}",
        b"[" * 100_000,
        b'{"a":' * 30_000,
        b"1" * 5_000,
    ],
)
def test_a_body_that_is_no_json_in_utf8_is_refused(quiet: Party, sent: bytes):
    headers = quiet.headers(Role.PARTY_BUREAU) | {"Content-Type": "application/json"}
    before = quiet.events()

    answer = quiet.client.post("/v1/networks", content=sent, headers=headers)

    assert (answer.status_code, answer.json()["code"]) == (400, "malformed-body")
    assert quiet.events() == before


@pytest.mark.parametrize("body", [[], "tekst", 1, None, True])
def test_a_body_is_an_object(quiet: Party, body: Any):
    answer = quiet.client.post(
        "/v1/networks",
        content={"[]": b"[]", "tekst": b'"tekst"', "1": b"1", "None": b"null", "True": b"true"}[str(body)],
        headers=quiet.headers(Role.PARTY_BUREAU) | {"Content-Type": "application/json"},
    )

    assert (answer.status_code, pointers(answer)) == (400, {"": "Vul de velden hieronder in"})


def test_all_that_is_wrong_is_told_at_once(quiet: Party):
    wrong = {"name": "", "networkType": "club", "purpose": "x" * 10_001, "sensitive": "ja", "existedSince": "1-1-2020", "x": 1}

    answer = quiet.client.post("/v1/networks", json=wrong, headers=quiet.headers(Role.PARTY_BUREAU) | {"Idempotency-Key": "geen"})

    assert (answer.status_code, answer.json()["code"]) == (400, "malformed-body")
    assert pointers(answer) == {
        "Idempotency-Key": "Kies iets uit de lijst",
        "/name": "Vul tekst in",
        "/networkType": "Kies iets uit de lijst",
        "/purpose": "Gebruik hooguit 10.000 tekens",
        "/sensitive": "Kies ja of nee",
        "/existedSince": "Vul een dag in, zoals 31 12 2023",
        "/organisation": "Vul dit veld in",
        "/x": "Haal dit veld weg",
    }


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"naam": "x"}, "/naam"),  # unknown field
        ({"network_type": "theme-network"}, "/network_type"),
        ({"sensitive": 1}, "/sensitive"),  # wrong type
        ({"sensitive": "true"}, "/sensitive"),
        ({"name": 5}, "/name"),
        ({"existedSince": 0}, "/existedSince"),
        ({"existedSince": "2020-01-01T00:00:00"}, "/existedSince"),
        ({"at": "1700000000"}, "/at"),
        ({"at": "2024-01-01T12:00:00"}, "/at"),
        ({"on": "2024-02-30"}, "/on"),
        ({"pilot": "geen"}, "/pilot"),
        ({"name": "n" * 121}, "/name"),  # oversized
        ({"name": "a\u0000b"}, "/name"),  # control characters
        ({"name": "   "}, "/name"),
        ({"at": "2024-01-01T12:00:00Z", "on": "2024-01-01"}, ""),
    ],
)
def test_a_wrong_field_is_named(quiet: Party, changes: dict[str, Any], pointer: str):
    quiet.headers(Role.PARTY_BUREAU)
    before = quiet.events()

    answer = quiet.post("/networks", NETWORK | changes)

    assert (answer.status_code, answer.json()["code"]) == (400, "malformed-body")
    assert list(pointers(answer)) == [pointer]
    assert quiet.events() == before


def test_nine_hundred_mistakes_are_all_told(quiet: Party):
    answer = quiet.post("/networks", NETWORK | {f"x{number}": 1 for number in range(900)})

    assert answer.status_code == 400
    assert pointers(answer) == {f"/x{number}": "Haal dit veld weg" for number in range(900)}


MANY = 40_000


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/networks", "{" + ",".join(f'"x{number}":1' for number in range(1_001)) + "}"),
        ("/networks", "{" + ",".join(f'"{number:x}":1' for number in range(MANY // 2)) + "}"),
        ("/party-member-lists", '{"members":[' + ",".join(["{}"] * 2 * MANY) + "]}"),
        ("/founding-plans/6f0b7d0e-54f5-5c0d-9a8e-6d1f0c6a2f11/returns", '{"missing":[' + ",".join(["{}"] * 2 * MANY) + "]}"),
        ("/networks", "[" + ",".join(["[]"] * MANY) + "]"),
    ],
)
def test_more_than_a_thousand_mistakes_are_one_and_are_not_looked_for(quiet: Party, path: str, sent: str):
    headers = quiet.headers(Role.PARTY_BUREAU) | {"Content-Type": "application/json"}

    began = time.process_time()
    answer = quiet.client.post(f"/v1{path}", content=sent, headers=headers)
    took = time.process_time() - began

    assert (answer.status_code, answer.json()["code"]) == (400, "malformed-body")
    assert pointers(answer) == {"": "Vul er hooguit 1.000 in"}
    assert took < 0.5  # seconds; all of them took up to six


def test_of_several_mistakes_in_each_part_a_thousand_are_told(quiet: Party):
    plan = "/founding-plans/6f0b7d0e-54f5-5c0d-9a8e-6d1f0c6a2f11/decisions"
    answer = quiet.post(plan, {"outcome": "approved", "conditions": [{}] * 900})

    assert (answer.status_code, len(answer.json()["errors"])) == (400, 1_000)


def test_a_thousand_and_one_mistakes_in_an_address_are_a_thousand(quiet: Party):
    keys = "&".join(f"x{number}" for number in range(1_001))

    answer = quiet.get(f"/networks?{keys}")

    assert (answer.status_code, len(answer.json()["errors"])) == (400, 1_000)


def test_no_list_of_a_command_is_too_long_for_a_body():
    lengths = [
        found
        for route in COMMAND_ROUTES
        for found in re.findall(r'"maxItems": (\d+)', json.dumps(route.shape.adapter.json_schema()))
    ]

    assert lengths
    assert 2 * max(map(int, lengths)) <= MOST_PARTS


def test_what_was_sent_is_not_repeated(quiet: Party):
    answer = quiet.post("/networks", NETWORK | {"sensitive": "Jan Jansen", "name": "Piet\u0000"})

    assert "Jan" not in answer.text
    assert "Piet" not in answer.text


def test_one_of_several_commands_is_chosen_by_its_outcome(quiet: Party):
    plan = quiet.plan()

    none = quiet.post(f"/founding-plans/{plan}/decisions", {"planVersion": 1})
    unknown = quiet.post(f"/founding-plans/{plan}/decisions", {"planVersion": 1, "outcome": "ja"})
    incomplete = quiet.post(f"/founding-plans/{plan}/decisions", {"planVersion": "1", "outcome": "rejected"})
    parts = quiet.post(
        f"/founding-plans/{plan}/decisions", {"planVersion": 1, "outcome": "approved", "conditions": [{"text": "x", "on": "x"}]}
    )

    assert list(pointers(none)) == ["/outcome"]
    assert pointers(unknown) == {"/outcome": "Kies iets uit de lijst"}
    assert list(pointers(incomplete)) == ["/planVersion", "/reasons"]
    assert sorted(pointers(parts)) == ["/conditions/0/due", "/conditions/0/on", "/conditions/0/owner"]


@pytest.mark.parametrize("path", ["/networks/geen/suspensions", "/networks/1/suspensions"])
def test_an_id_that_is_none_is_refused(quiet: Party, path: str):
    answer = quiet.post(path, {"reason": "Rust."})

    assert (answer.status_code, answer.json()["code"]) == (400, "malformed-parameter")
    assert pointers(answer) == {"network": "Kies iets uit de lijst"}


def test_a_malformed_path_and_body_are_told_together(quiet: Party):
    answer = quiet.post("/networks/geen/suspensions", {})

    assert pointers(answer) == {"network": "Kies iets uit de lijst", "/reason": "Vul dit veld in"}


def test_what_a_program_sent_is_told_to_it_apart(quiet: Party):
    answer = quiet.post("/networks/geen/suspensions", {})
    told = {error.get("pointer", error.get("parameter")): error["programs"] for error in answer.json()["errors"]}
    unseen = quiet.client.post("/v1/founding-plans", headers={"Accept-Language": "nl"}).json()

    assert told == {"network": "must be a UUID", "/reason": "is required"}
    assert "Bearer" in unseen["programs"]
    assert "Bearer" not in unseen["detail"] + unseen["next"]


def test_an_unknown_id_is_not_found(quiet: Party):
    unknown = str(uuid4())
    for path, body in {
        f"/networks/{unknown}/suspensions": {"reason": "Rust."},
        f"/founding-plans/{unknown}/submissions": {},
        f"/pilots/{unknown}/endings": {},
        "/entry-withdrawals": {"of": f"{unknown}:1", "mistake": "wrong-day"},
        "/party-memberships": {"person": unknown},
    }.items():
        answer = quiet.post(path, body)
        assert answer.status_code == 404, (path, answer.text)
        assert answer.json()["code"] in {"unknown-item", "person-unknown"}


@pytest.mark.parametrize("key", ["geen", "", "123", "z" * 36])
def test_a_command_id_is_a_uuid(quiet: Party, key: str):
    answer = quiet.post("/networks", NETWORK, Idempotency_Key=key)

    assert (answer.status_code, answer.json()["code"]) == (400, "command-id-malformed")


@pytest.mark.parametrize("version", ["1", '"0"', '"een"', "*", 'W/"1"', '"1', '"99999999999999999999"'])
def test_a_version_that_is_none_is_refused(party: Party, version: str):
    network = party.network()

    answer = party.post(f"/networks/{network}/suspensions", {"reason": "Rust."}, If_Match=version)

    assert (answer.status_code, answer.json()["code"]) == (400, "malformed-parameter")
    assert list(pointers(answer)) == ["If-Match"]


@pytest.mark.parametrize("when", [{"days": 1}, {"minutes": 5}])
def test_nothing_is_recorded_that_has_not_happened(quiet: Party, when: dict[str, int]):
    later = datetime.now(AMSTERDAM) + timedelta(**when)
    said = {"on": later.date().isoformat()} if "days" in when else {"at": later.isoformat()}

    answer = quiet.post("/networks", NETWORK | said)

    assert (answer.status_code, answer.json()["code"]) == (400, "in-the-future")


@pytest.mark.parametrize(
    ("said", "pointer"),
    [
        ({"on": "9999-12-31"}, "/on"),
        ({"on": "0001-01-01"}, "/on"),
        ({"at": "0001-01-01T00:00:00+14:00"}, "/at"),
        ({"at": "9999-12-31T23:59:59-14:00"}, "/at"),
        ({"existedSince": "1899-12-31"}, "/existedSince"),
        ({"endsOn": "2200-01-01"}, "/endsOn"),
    ],
)
def test_the_ends_of_time_are_out_of_reach(quiet: Party, said: dict[str, str], pointer: str):
    answer = quiet.post("/networks", NETWORK | said)

    assert answer.status_code == 400
    assert pointers(answer) == {pointer: "Kies een dag tussen 1900 en 2199"}


@pytest.mark.parametrize("instant", ["2023-01-10T12:00Z", "2023-01-10t12:00:00.5z", "2023-01-10T14:00:00+02:00"])
def test_an_instant_has_an_offset(party: Party, instant: str):
    assert party.post("/networks", NETWORK | {"at": instant}).status_code == 201


def test_a_correction_to_the_future_is_refused(party: Party):
    network = party.network()
    correction = {"of": f"{network}:1", "correctedAt": "2190-01-01T12:00:00Z", "mistake": "wrong-day"}

    answer = party.post("/corrections", correction)

    assert (answer.status_code, answer.json()["code"]) == (400, "in-the-future")


def test_a_text_as_long_as_allowed_is_taken(party: Party):
    answer = party.post("/networks", NETWORK | {"purpose": "é" * 10_000, "name": "n" * 120})

    assert answer.status_code == 201


def test_an_empty_body_is_an_empty_object(quiet: Party):
    plan = quiet.plan()
    headers = quiet.headers(Role.MEMBER)

    withdrawn = quiet.client.post(f"/v1/founding-plans/{plan}/withdrawals", headers=headers)
    missing = quiet.client.post("/v1/founding-plans", headers=headers)

    assert withdrawn.status_code == 200
    assert pointers(missing) == {"/name": "Vul dit veld in", "/networkType": "Vul dit veld in"}


def test_a_plan_that_is_too_long_is_refused_by_the_rules(quiet: Party):
    answer = quiet.post("/founding-plans", PLAN | {"purpose": "woord " * 1_500}, Role.MEMBER)

    assert (answer.status_code, answer.json()["code"]) == (409, "plan-too-long")
