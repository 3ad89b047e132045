"""Every id that an answer gives an auditor can be used in the next question."""

import re
from collections.abc import Iterator
from typing import Any

from api.queries.routes import READ_ROUTES
from application.access.table import QUERIES
from domain.kernel.acts import EVENT_NAME_PATTERN, REFERENCE_PATTERN, Role
from tests.api.party import Party

UUID = re.compile(r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")
NOT_IN_THE_LOG = {"person", "log", "group", "values"}
"""Whom only the vault knows, the log itself, a group, which is told with its pilot, and the name of a value that is sealed."""


def named(part: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Give every text in an answer, with the name that it has there."""
    if isinstance(part, dict):
        for inner, value in part.items():
            yield from named(value, inner)
    elif isinstance(part, list):
        for each in part:
            yield from named(each, name)
    elif isinstance(part, str):
        yield name, part


def next_question(name: str, text: str) -> str | None:
    if re.match(EVENT_NAME_PATTERN, text):
        return f"/events/{text}/history"
    if re.match(REFERENCE_PATTERN, text):
        return f"/events?reference={text}"
    if UUID.match(text) and name not in NOT_IN_THE_LOG:
        return f"/events?command={text}" if name == "command" else f"/events?item={text}"
    return None


def test_every_id_of_an_answer_leads_to_the_next_one(quiet: Party):
    network = quiet.network()
    quiet.headers(Role.CORE_GROUP, network="Netwerk zorg")
    quiet.plan("member (token)"), quiet.pilot(), quiet.meeting(network), quiet.request(network)
    lists = [each.path for each in READ_ROUTES if "{" not in each.path and Role.AUDITOR in QUERIES[each.question]]
    answers = [quiet.get(path, Role.AUDITOR) for path in lists]
    told = {found for answer in answers if answer.status_code == 200 for found in named(answer.json())}
    asked = {question for name, text in told if (question := next_question(name, text)) is not None}

    assert {each.partition("=")[0].partition("/")[2].partition("/")[0] for each in asked} >= {
        "events?item",
        "events?command",
        "events?reference",
        "events",
    }
    nothing = {each for each in asked if not quiet.get(each, Role.AUDITOR).json().get("items")}
    drafted = quiet.get("/events?type=PlanDrafted", Role.AUDITOR).json()["items"]
    planned = {("network", each["data"]["network"]) for each in drafted}
    assert {(name, text) for name, text in told if next_question(name, text) in nothing} <= planned  # not founded yet
