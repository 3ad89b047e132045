"""Every role against every route, with the answer read from the access table."""

import re
from uuid import uuid4

import pytest

from api.commands.endpoint import SERVER
from api.commands.routes import COMMAND_ROUTES
from api.queries.routes import READ_ROUTES, SEARCH_ROUTES
from application.access.table import COMMANDS, KNOWN, QUERIES
from application.commands import all_commands
from application.commands.networks import EndSeat
from application.commands.privacy import EraseOwnData
from application.queries import all_queries
from domain.kernel.acts import Role
from tests.api.bodies import body_of
from tests.api.party import NETWORK, Party
from tests.application.command_examples import EXAMPLES

ROLES = KNOWN


def test_every_route_has_a_row_in_the_access_table():
    assert [route.path for route in COMMAND_ROUTES for command in route.commands if not COMMANDS.get(command)] == []
    asked = (*READ_ROUTES, *SEARCH_ROUTES)
    assert [route.path for route in asked if not QUERIES.get(route.question)] == []


def test_every_command_of_people_has_one_route_and_those_of_the_clock_have_none():
    routed = [command for route in COMMAND_ROUTES for command in route.commands]
    of_people = {command for command in all_commands() if set(COMMANDS[command]) != {Role.CLOCK}}

    assert len(routed) == len(set(routed))
    assert set(routed) == of_people


def test_every_question_has_a_route():
    assert {route.question for route in (*READ_ROUTES, *SEARCH_ROUTES)} == set(all_queries())


@pytest.mark.parametrize("role", ROLES)
def test_a_role_can_give_the_commands_of_its_rows_and_no_others(party: Party, role: Role):
    own = party.network()
    ids = {
        "network": own,
        "meeting": party.meeting(own),
        "conversation": f"{uuid4()}",
        "pilot": party.pilot(),
        "plan": party.plan("member (token)"),
        "adviceRequest": party.request(own),
        "questionNumber": "1",
        "conditionNumber": "1",
        "privacyRequest": f"{uuid4()}",
        "purpose": "weekly-message",
        "referenceLifting": f"{uuid4()}",
        "recordLifting": f"{uuid4()}",
        "frozenEvaluation": f"{uuid4()}",
        "lessons": f"{uuid4()}",
    }
    network = NETWORK["name"] if role is Role.CORE_GROUP else None
    token = party.headers(role, network=network)
    wrong = []
    last = [EndSeat] if role is Role.CORE_GROUP else [EraseOwnData]  # after either nobody gets in any more
    routes = [route for route in COMMAND_ROUTES if role is not Role.CORE_GROUP or EraseOwnData not in route.commands]
    for route in sorted(routes, key=lambda route: last[0] in route.commands):
        for command in route.commands:
            answer = party.client.post(SERVER + route.path.format_map(ids), json=body_of(command, party), headers=token)
            may = role in COMMANDS[command]
            if (answer.json().get("code") == "access-denied") is may or answer.status_code in {400, 401, 500}:
                wrong.append((command.__name__, answer.status_code, answer.text))
    assert wrong == []


def unknown_place(name: str) -> str:
    """Give what can stand at a place of an address, of something that is not there."""
    return f"{uuid4()}:1" if name in {"decision", "event"} else f"{uuid4()}"


@pytest.mark.parametrize("role", ROLES)
def test_a_role_can_ask_the_questions_of_its_rows_and_no_others(party: Party, role: Role):
    ids = {
        "network": party.network(),
        "pilot": party.pilot(),
        "plan": party.plan("member (token)"),
    }
    network = NETWORK["name"] if role is Role.CORE_GROUP else None
    token = party.headers(role, network=network)
    wrong = []
    for route in READ_ROUTES:
        if role in QUERIES[route.question]:
            continue
        path = route.path.format_map(
            ids | {each: unknown_place(each) for each in re.findall(r"{(\w+)}", route.path) if each not in ids}
        )
        keys = EXAMPLES[route.question].model_dump(
            mode="json", by_alias=True, exclude_unset=True, exclude=set(route.from_path.values())
        )
        answer = party.client.get(SERVER + path, headers=token, params=keys)
        if answer.status_code != 403 or answer.json()["code"] != "access-denied":
            wrong.append((route.path, answer.status_code, answer.text))
    assert wrong == []


@pytest.mark.parametrize("role", ROLES)
def test_a_role_can_search_by_its_rows_and_is_told_nothing_otherwise(party: Party, role: Role):
    token = party.headers(role, network=NETWORK["name"] if role is Role.CORE_GROUP and party.network() else None)
    for route in SEARCH_ROUTES:
        for body in ({"name": "Voorbeeld Onbekend"}, {}):
            answer = party.client.post(SERVER + route.path, json=body, headers=token)
            may = role in QUERIES[route.question]
            assert (answer.json().get("code") == "access-denied") is not may, (role, body, answer.text)
            assert answer.status_code == (403 if not may else 200 if body else 400)


def test_without_a_token_nothing_is_answered(party: Party):
    for route in (*COMMAND_ROUTES, *READ_ROUTES, *SEARCH_ROUTES):
        path = SERVER + route.path.replace("{", "").replace("}", "")
        for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": "Basic YTpi"}, {"Authorization": "Bearer "}):
            method = "GET" if route in READ_ROUTES else "POST"
            if getattr(route, "is_open", False) and not headers:
                continue
            answer = party.client.request(method, path, headers=headers, json={} if method == "POST" else None)
            assert answer.status_code == 401
            assert answer.json()["code"] == "not-signed-in"
            assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_core_group_member_acts_in_the_own_network_only(party: Party):
    own, other = party.network(), party.network(name="Netwerk EU")
    party.headers(Role.CORE_GROUP, person="Voorbeeld Kern", network=NETWORK["name"])
    body = {"person": party.person("Voorbeeld Kern")}

    assert party.post(f"/networks/{own}/chairs", body, Role.CORE_GROUP, person="Voorbeeld Kern").status_code == 200
    refused = party.post(f"/networks/{other}/chairs", body, Role.CORE_GROUP, person="Voorbeeld Kern")
    assert (refused.status_code, refused.json()["code"]) == (403, "access-denied")


def test_somebody_who_lost_the_role_has_no_access(party: Party):
    headers = party.headers(Role.NATIONAL_BOARD, person="Voorbeeld Bestuur")
    ended = {"person": party.person("Voorbeeld Bestuur"), "role": "national-board"}
    assert party.post("/offices/endings", ended, Role.ADMINISTRATOR).status_code == 200

    refused = party.client.post("/v1/networks", json=NETWORK, headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (401, "not-signed-in")


def test_a_member_joins_for_nobody_else(party: Party):
    network = party.network()
    party.headers(Role.MEMBER, person="Voorbeeld Ander")
    body = {"purposeVersion": 1, "person": party.person("Voorbeeld Ander")}

    refused = party.post(f"/networks/{network}/memberships", body, Role.MEMBER, person="Voorbeeld Lid")
    assert (refused.status_code, refused.json()["code"]) == (403, "access-denied")
