"""The OpenAPI document: served as it is checked in, and after the Dutch government's API Design Rules (NL GOV ADR)."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema_rs import validator_for
from starlette.testclient import TestClient

from api.app import create_app
from api.commands.endpoint import SERVER
from api.commands.routes import COMMAND_ROUTES, CommandRoute
from api.queries.routes import READ_ROUTES, SEARCH_ROUTES
from api.register_imports import IMPORT_ROUTES
from netwerkpartij.catalogues.pages import DOCS
from netwerkpartij.wiring import Opened
from tests.api.party import Party

DOCUMENT = json.loads((DOCS / "openapi.json").read_text(encoding="utf-8"))
OPERATIONS = [
    (f"{method.upper()} {path}", path, operation)
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
]
NAMES = [name for name, _, _ in OPERATIONS]
UNCOUNTABLE = {"history", "me", "attention", "file", "advice", "core-group"}
"""Words without a plural: three that the contract names, whoever asks, who is one, attention and advice."""
ANSWERED_NOW = {
    "coreGroupContacts",
    "myNetworks",
    "myPlans",
    "myRequests",
    "me",
    "myFile",
    "findPeople",
    "serviceParts",
    "wishes",
    "registerImportDetails",
    "registerDifferences",
    "memberClaimDetails",
    "sendRegister",
    "answerLines",
    "takeRegisterIn",
}
"""Questions that do not follow from the log: no position, no command id, no version."""

each_operation = pytest.mark.parametrize("operation", [each for _, _, each in OPERATIONS], ids=NAMES)
each_path = pytest.mark.parametrize("path", list(DOCUMENT["paths"]))


def everything(part: Any) -> Iterator[Any]:
    yield part
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from everything(inner)


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in schema:
        found: Any = DOCUMENT
        for step in schema["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        schema = found
    return schema


def test_the_document_is_the_one_that_is_served(quiet: Party):
    served = quiet.client.get("/v1/openapi.json").json()
    served["info"]["contact"] = DOCUMENT["info"]["contact"]  # of the demo; here the settings name nobody
    assert served == DOCUMENT


def test_every_route_is_in_the_document():
    assert {operation["operationId"] for _, _, operation in OPERATIONS} == {
        route.name for route in (*COMMAND_ROUTES, *READ_ROUTES, *SEARCH_ROUTES, *IMPORT_ROUTES)
    }


def test_it_is_openapi_3_1_with_a_contact_and_a_semantic_version():
    assert DOCUMENT["openapi"].startswith("3.1.")
    assert {"name", "url", "email"} <= DOCUMENT["info"]["contact"].keys()
    assert re.fullmatch(r"\d+\.\d+\.\d+", DOCUMENT["info"]["version"])
    assert DOCUMENT["info"]["description"]


def test_the_major_version_is_in_the_address_of_the_server():
    assert [server["url"] for server in DOCUMENT["servers"]] == [SERVER] == ["/v1"]
    assert DOCUMENT["info"]["version"].startswith("1.")
    assert not any(path.startswith("/v") for path in DOCUMENT["paths"])


@each_path
def test_paths_are_plural_nouns_in_kebab_case(path: str):
    steps = path.removeprefix("/").split("/")

    assert not path.endswith("/")
    for step in steps:
        if step.startswith("{"):
            assert re.fullmatch(r"{[a-z]+([A-Z][a-z]+)*}", step)
        else:
            assert re.fullmatch(r"[a-z]+(-[a-z]+)*", step)
            assert step.endswith("s") or step in UNCOUNTABLE or step.startswith("conflicts-of"), step


@each_path
def test_what_is_there_is_read_with_get_and_what_has_a_body_is_posted(path: str):
    methods = DOCUMENT["paths"][path]

    assert set(methods) <= {"get", "post"}
    assert [method for method, operation in methods.items() if "requestBody" in operation] == [
        method for method in methods if method == "post"
    ]


@each_operation
def test_names_in_queries_are_camel_case(operation: dict[str, Any]):
    for parameter in operation["parameters"]:
        if parameter["in"] in {"query", "path"}:
            assert re.fullmatch(r"[a-z]+([A-Z][a-z]+)*", parameter["name"])


@each_operation
def test_an_operation_is_described_with_its_dutch_word(operation: dict[str, Any]):
    assert re.fullmatch(r"[a-z]+([A-Z][a-z]+)*", operation["operationId"])
    assert operation["summary"].endswith((".", "?"))
    assert "In het Nederlands: " in operation["description"]
    assert "Who may: " in operation["description"]
    assert set(operation["tags"]) <= {tag["name"] for tag in DOCUMENT["tags"]}


@each_operation
def test_every_4xx_and_5xx_is_a_problem_and_422_is_none(operation: dict[str, Any]):
    statuses = operation["responses"].keys()
    assert "422" not in statuses
    assert {"400", "401", "403", "404", "406", "500", "503"} <= statuses
    for status, response in operation["responses"].items():
        if status[0] in "45":
            assert list(resolved(response)["content"]) == ["application/problem+json"]
            assert resolved(response)["content"]["application/problem+json"]["schema"]["$ref"].endswith("/Problem")


@each_operation
def test_every_good_answer_names_the_version_of_the_api(operation: dict[str, Any]):
    for status, response in operation["responses"].items():
        assert "API-Version" in resolved(response)["headers"], status


def test_a_problem_has_type_title_status_and_detail():
    problem = DOCUMENT["components"]["schemas"]["Problem"]

    assert {"type", "title", "status", "detail", "code", "next"} <= set(problem["required"])


def test_names_of_properties_are_camel_case():
    for schema in DOCUMENT["components"]["schemas"].values():
        for name in schema.get("properties", {}):
            assert re.fullmatch(r"[a-z]+([A-Z][a-z]+)*", name), name


@each_operation
def test_what_is_sent_has_limits(operation: dict[str, Any]):
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    sent = {"": body} | {parameter["name"]: parameter["schema"] for parameter in operation["parameters"]}
    for parameter, told in sent.items():
        for name, schema in _sent(told, parameter):
            kind = schema.get("type")
            if kind == "string":
                assert schema.keys() & {"maxLength", "format", "enum", "const", "pattern"}, name
            if kind == "integer":
                assert {"minimum", "maximum"} <= schema.keys() or name in {"after", "target"}, name
            if kind == "array":
                assert "maxItems" in schema or name == "requiredParts", name
            if kind == "object":
                assert schema.get("additionalProperties", False) is False or "maxProperties" in schema, name


def _sent(schema: dict[str, Any], name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    schema = resolved(schema)
    yield name, schema
    for each in (*schema.get("anyOf", ()), *schema.get("oneOf", ()), *([schema["items"]] if "items" in schema else ())):
        yield from _sent(each, name)
    for inner, each in schema.get("properties", {}).items():
        yield from _sent(each, inner)


def test_whoever_gives_a_command_may_send_its_id_and_where_it_matters_the_version():
    for name, _, operation in OPERATIONS:
        headers = {parameter["name"] for parameter in operation["parameters"] if parameter["in"] == "header"}
        if operation["operationId"] in ANSWERED_NOW:
            names_people = operation["operationId"] == "findPeople"
            assert [each["name"] for each in operation["parameters"] if each["in"] != "path"] == (
                ["Look-Purpose"] if names_people else []
            )
            (answer,) = (each for status, each in operation["responses"].items() if status.startswith("2"))
            assert set(answer["headers"]) - {"Location", "Content-Language"} == {"API-Version"}
        elif name.startswith("POST"):
            assert "Idempotency-Key" in headers
            assert ("If-Match" in headers) == ("412" in operation["responses"])
        else:
            assert "Event-Position" in headers
            assert ("If-None-Match" in headers) == ("304" in operation["responses"])


@each_operation
def test_whatever_is_asked_and_answered_has_an_example_that_fits(operation: dict[str, Any]):
    for parameter in operation["parameters"]:
        assert fits(parameter["example"], parameter["schema"]), parameter["name"]
    answers = [each for status, each in operation["responses"].items() if status.startswith("2")]
    for part in (operation.get("requestBody", {}), *answers):
        for form, content in part.get("content", {}).items():
            assert form == "text/csv" or fits(content["example"], content["schema"])


def fits(example: Any, schema: dict[str, Any]) -> bool:
    return bool(validator_for({**schema, "components": DOCUMENT["components"]}).is_valid(example))


@pytest.mark.parametrize("route", COMMAND_ROUTES, ids=lambda route: str(route.name))
def test_what_is_shown_as_a_command_is_one(route: CommandRoute):
    (operation,) = (each for _, _, each in OPERATIONS if each["operationId"] == route.name)
    route.shape.adapter.validate_json(json.dumps(operation["requestBody"]["content"]["application/json"]["example"]))


def test_every_choice_says_what_it_is_called_in_both_languages():
    told = 0
    for part in everything(DOCUMENT):
        if isinstance(part, dict) and isinstance(part.get("enum"), list):
            assert part["x-words"].keys() == set(part["enum"]), part
            assert all(words["nl"] and words["en"] for words in part["x-words"].values())
            told += 1
    assert told > 50


def test_a_token_is_needed():
    assert DOCUMENT["security"] == [{"token": []}]
    assert DOCUMENT["components"]["securitySchemes"]["token"]["scheme"] == "bearer"
    open_to_strangers = {operation["operationId"] for _, _, operation in OPERATIONS if operation.get("security", [None])[0] == {}}
    assert open_to_strangers == {"frozenEvaluations", "frozenEvaluationDetails"}
    assert sum("security" in operation for _, _, operation in OPERATIONS) == len(open_to_strangers)


def test_every_reference_leads_somewhere_and_every_schema_is_used():
    references = {part["$ref"] for part in everything(DOCUMENT) if isinstance(part, dict) and "$ref" in part}
    for reference in references:
        assert resolved({"$ref": reference}) or reference.endswith("/JsonValue")
    used = {reference.rsplit("/", 1)[1] for reference in references if "/schemas/" in reference}
    assert used == DOCUMENT["components"]["schemas"].keys()


def test_every_schema_is_a_json_schema():
    for name, schema in DOCUMENT["components"]["schemas"].items():
        validator_for({**schema, "components": DOCUMENT["components"]}), name


def test_the_service_names_whom_its_settings_name_and_nobody_else(service: Opened):
    contact = {"name": "Partijbureau", "url": "https://voorbeeldpartij.example", "email": "api@voorbeeldpartij.example"}
    for given in (contact, None):
        with TestClient(create_app(service.service, contact=given)) as client:
            assert client.get("/v1/openapi.json").json()["info"].get("contact") == given
