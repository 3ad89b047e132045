"""Every list of the API can be had as a table too, and what is not made in a form is refused in a sentence."""

import csv
import io
from typing import Any

import pytest

from api.http.content import CSV, JSON, wanted
from api.queries.routes import READ_ROUTES, ReadRoute
from api.queries.serialization import Listed, shown_type
from api.queries.table import columns_of
from application.access.table import QUERIES
from domain.kernel.acts import Role
from tests.api.party import Party

LISTS = [each for each in READ_ROUTES if each.rows is not None]
OTHERS = [each for each in READ_ROUTES if each.rows is None]
MUST_SAY = {
    "growthCurve": "?first=2023-01-01&last=2023-01-03",
    "why": "?figure=members&network={network}",
    "figureChanges": "?figure=members&network={network}&since=2023-01-01",
    "ruleDifferences": "?earlier=a&later=b",
    "planDifferences": "?earlier=1&later=2",
    "possibleActs": "?item={network}",
}


@pytest.fixture(scope="module")
def places(quiet: Party) -> dict[str, str]:
    """What the names in paths stand for."""
    network = quiet.network()
    quiet.headers(Role.CORE_GROUP, network="Netwerk zorg")
    plan, pilot = quiet.plan("member (token)"), quiet.pilot()
    known = {"network": network, "plan": plan, "pilot": pilot, "meeting": quiet.meeting(network)}
    return known | {"event": f"{network}:1", "decision": f"{network}:1", "adviceRequest": quiet.request(network)}


def path_of(route: ReadRoute, places: dict[str, str]) -> str:
    nothing = dict.fromkeys((*route.from_path, *route.only_places), places["network"])
    return (route.path + MUST_SAY.get(route.name, "")).format(**{**nothing, **places})


def role_for(route: ReadRoute) -> Role:
    row = QUERIES[route.question]
    return next(role for role in (Role.AUDITOR, Role.PARTY_BUREAU, Role.CORE_GROUP, *row) if role in row)


def rows_in(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def test_whatever_is_a_list_alone_is_one_that_can_be_a_table():
    assert [each.name for each in OTHERS if issubclass(shown_type(each.question), Listed)] == []
    assert {each.name for each in OTHERS} == {
        "foundingPlanDetails",
        "networkDetails",
        "timeToTarget",
        "meetingDetails",
        "adviceRequestDetails",
        "frozenEvaluationDetails",
        "me",
        "registerImportDetails",
        "memberClaimDetails",
        "myFile",
    }


@pytest.mark.parametrize("route", LISTS, ids=lambda route: str(route.name))
def test_each_list_has_a_table_with_a_line_for_each_of_it(quiet: Party, places: dict[str, str], route: ReadRoute):
    path, role = path_of(route, places), role_for(route)
    answer, table = quiet.get(path, role), quiet.get(path, role, Accept="text/csv")
    assert table.status_code == answer.status_code
    if answer.status_code != 200:  # nothing of the kind is there
        assert table.headers["content-type"] == "application/problem+json"
        return
    assert table.headers["content-type"] == "text/csv; charset=utf-8; header=present"
    assert table.content.startswith(b"\xef\xbb\xbf")
    headings, *rows = rows_in(table.content.decode("utf-8-sig"))
    assert headings == [".".join(each) or "value" for each in columns_of(shown_type(route.question), str(route.rows))]
    assert len(set(headings)) == len(headings)
    assert len(rows) == len(answer.json()[route.rows])
    assert table.headers.get("link") is None if "link" not in answer.headers else "link" in table.headers


@pytest.mark.usefixtures("places")
def test_a_table_tells_what_the_json_tells_and_goes_on_as_it_does(quiet: Party):
    answer = quiet.get("/events?limit=3", Role.AUDITOR, Accept_Language="en")
    table = quiet.get("/events?limit=3", Role.AUDITOR, Accept_Language="en", Accept="text/csv")
    headings, *rows = rows_in(table.content.decode("utf-8-sig"))
    told = [dict(zip(headings, row, strict=True)) for row in rows]
    assert [each["sentence"] for each in told] == [each["sentence"] for each in answer.json()["items"]]
    assert [each["id"] for each in told] == [each["id"] for each in answer.json()["items"]]
    assert table.headers["link"] == answer.headers["link"]


def test_what_a_spreadsheet_would_work_out_is_harmless(quiet: Party):
    quiet.network(name="=1+1")
    quiet.network(name="@SUM(A1)")
    names = [row[1] for row in rows_in(quiet.get("/networks", Accept="text/csv").content.decode("utf-8-sig"))]
    assert {"'=1+1", "'@SUM(A1)"} <= set(names)


@pytest.mark.parametrize("route", OTHERS, ids=lambda route: str(route.name))
def test_one_item_is_no_table_and_that_is_said(quiet: Party, places: dict[str, str], route: ReadRoute):
    refused = quiet.get(path_of(route, places), role_for(route), Accept="text/csv")
    assert (refused.status_code, refused.json()["code"]) == (406, "not-acceptable")
    assert refused.json()["programs"] == "ask for (Accept): application/json"
    assert refused.json()["detail"] == "Deze vorm hebben wij niet."


def test_of_a_list_it_is_said_in_which_forms_there_is_one(quiet: Party):
    refused = quiet.get("/networks", Accept="application/xml")
    assert (refused.status_code, refused.json()["programs"]) == (406, "ask for (Accept): application/json en text/csv")
    assert quiet.post("/networks", {}, Accept="text/csv").status_code == 406


ANSWERS: list[tuple[str, Any]] = [
    ("", None),
    ("*/*", JSON),
    ("text/*", CSV),
    ("TEXT/CSV", CSV),
    ("text/csv, */*", CSV),
    ("text/csv;q=0.5, application/json", JSON),
    ("text/csv;q=0.9, application/json;q=0.2", CSV),
    ("application/json;q=0, */*", CSV),
    ("text/csv;q=0", None),
    ("text/csv;q=0.000, */*", JSON),
    ("application/problem+json", JSON),
    ("text/html", None),
    ("text/csv;q=nonsense", CSV),
]


@pytest.mark.parametrize(("accept", "form"), ANSWERS)
def test_the_form_is_the_one_that_is_liked_best(accept: str, form: str | None):
    assert wanted(accept, (JSON, CSV)) == form
