"""The OpenAPI 3.1 document: what FastAPI knows of the routes, and what the tables know of them besides."""

import inspect
import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.commands.endpoint import SERVER, status_of
from api.commands.routes import COMMAND_ROUTES, CommandRoute, Tag
from api.http.content import CSV, JSON
from api.openapi.examples import example_of
from api.openapi.parts import AS_TABLE, DESCRIPTION, HEADERS, Contact, problem_name, problem_responses, response_headers
from api.openapi.schemas import Schemas, with_words
from api.queries.routes import READ_ROUTES, SEARCH_ROUTES, ReadRoute, SearchRoute
from api.register_imports import IMPORT_ROUTES, ImportRoute
from application.access.table import ALL, COMMANDS, KNOWN, QUERIES
from application.language.answers import TOLD_IN_SENTENCES
from application.queries.register import RegisterImportDetails

Operation = dict[str, Any]

ALWAYS = (
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.NOT_ACCEPTABLE,
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.INTERNAL_SERVER_ERROR,
    HTTPStatus.SERVICE_UNAVAILABLE,
)
ON_BODIES = (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNSUPPORTED_MEDIA_TYPE)


def document(app: FastAPI, contact: Contact | None) -> str:
    """
    Give the document as text, always in the same order.

    :param contact: whom to ask about it; None: nobody is named
    """
    schemas = Schemas()
    told = get_openapi(
        title=app.title,
        version=app.version,
        openapi_version="3.1.0",
        description=DESCRIPTION,
        routes=app.routes,
        servers=[{"url": SERVER, "description": "this service, first major version"}],
        tags=[{"name": tag, "description": tag.description} for tag in Tag],
    )
    if contact is not None:
        told["info"]["contact"] = dict(contact)
    operations = {operation["operationId"]: operation for path in told["paths"].values() for operation in path.values()}
    for command_route in COMMAND_ROUTES:
        _tell_command(operations[command_route.name], command_route, schemas)
    for read_route in READ_ROUTES:
        _tell_read(operations[read_route.name], read_route, schemas)
    for search_route in SEARCH_ROUTES:
        _tell_search(operations[search_route.name], search_route, schemas)
    for import_route in IMPORT_ROUTES:
        _tell_import(operations[import_route.name], import_route, schemas)
    told["paths"] = {path.removeprefix(SERVER): methods for path, methods in told["paths"].items()}
    told["security"] = [{"token": []}]
    for operation in operations.values():
        _show(operation, schemas.told)
    told["components"] = {
        "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "description": "netwerkpartij token give"}},
        "headers": {name: with_words(None, header) for name, header in HEADERS.items()},
        "responses": problem_responses(),
        "schemas": schemas.told,
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _tell_command(operation: Operation, route: CommandRoute, schemas: Schemas) -> None:
    _describe(operation, route.said, route.dutch, _who_gives(route))
    operation["requestBody"] = _body(route, schemas)
    headers = ["API-Version", "Event-Position", "Idempotency-Key", *(["Location"] if route.creates else [])]
    statuses = [*ALWAYS, *ON_BODIES, HTTPStatus.CONFLICT]
    if not route.ignores_version:
        statuses.append(HTTPStatus.PRECONDITION_FAILED)
    if route.needs_version:
        statuses.append(HTTPStatus.PRECONDITION_REQUIRED)
    _answer_with(operation, status_of(route), schemas.of_answer(route), headers, statuses)


def _tell_read(operation: Operation, route: ReadRoute, schemas: Schemas) -> None:
    _describe(operation, inspect.getdoc(route.question) or "", route.dutch, _who_asks(route))
    if route.is_open:
        operation["security"] = [{}, {"token": []}]
    headers = ["API-Version", *(["Event-Position"] if route.has_position else [])]
    is_item = any(parameter["name"] == "If-None-Match" for parameter in operation["parameters"])
    if route.is_paged or "limit" in route.question.model_fields:
        headers.append("Link")
    if route.question in TOLD_IN_SENTENCES:
        headers.append("Content-Language")
    if is_item:
        headers.append("ETag")
    _answer_with(operation, HTTPStatus.OK, schemas.of_shown(route), headers, list(ALWAYS))
    if route.rows is not None:
        operation["responses"]["200"]["content"][CSV] = {"schema": {"type": "string", "description": AS_TABLE.format(route.rows)}}
    if is_item:
        operation["responses"]["304"] = {
            "description": "You have this already.",
            "headers": response_headers(headers),
        }


def _tell_search(operation: Operation, route: SearchRoute, schemas: Schemas) -> None:
    _describe(operation, inspect.getdoc(route.question) or "", route.dutch, _who_asks(route))
    _answer_with(operation, HTTPStatus.OK, schemas.of_shown(route), ["API-Version"], [*ALWAYS, *ON_BODIES])
    operation["requestBody"] = _body(route, schemas)


def _tell_import(operation: Operation, route: ImportRoute, schemas: Schemas) -> None:
    """Tell how a register is sent, with the file as one part of a form, and taken in."""
    _describe(operation, route.said, route.dutch, _who(QUERIES[RegisterImportDetails]))
    schema = schemas.of_body(route)
    headers = ["API-Version", *(["Location"] if route.has_file else [])]
    if route.has_file:
        parts = schemas.told.pop(route.shape.__name__)["properties"]
        file = {"type": "string", "format": "binary", "description": "the list, as CSV or xlsx"}
        schema = {"type": "object", "required": ["file"], "properties": {"file": file, **parts}}
    form = "multipart/form-data" if route.has_file else JSON
    operation["requestBody"] = {"required": True, "content": {form: {"schema": schema}}}
    problems = [*ALWAYS, *ON_BODIES, HTTPStatus.CONFLICT]
    _answer_with(operation, HTTPStatus.ACCEPTED, schemas.of_sent(), headers, problems)


def _show(operation: Operation, known: Mapping[str, Any]) -> None:
    """Give an example of all that is asked and answered, and the words of what can be chosen."""
    for parameter in operation["parameters"]:
        parameter["schema"] = with_words(None, parameter["schema"])
        parameter.setdefault("example", example_of(parameter["schema"], known))
    parts = [operation.get("requestBody", {}), *operation["responses"].values()]
    for form, content in (each for part in parts for each in part.get("content", {}).items()):
        if form != CSV:
            content["example"] = example_of(content["schema"], known)


def _body(route: CommandRoute | SearchRoute, schemas: Schemas) -> dict[str, Any]:
    return {"required": route.shape.is_required, "content": {"application/json": {"schema": schemas.of_body(route)}}}


def _describe(operation: Operation, said: str, dutch: str, who: str) -> None:
    summary, _, more = said.partition("\n")
    operation["summary"] = summary
    operation["description"] = "\n\n".join(part for part in (more.strip(), f"In het Nederlands: {dutch}.", who) if part)
    for parameter in operation.setdefault("parameters", []):
        parameter["schema"] = _parameter_schema(parameter["schema"])


def _parameter_schema(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Give the schema of what is there when it is there; a parameter that is left out is not null."""
    given: Mapping[str, Any] = next((each for each in schema.get("anyOf", []) if each.get("type") != "null"), {})
    return {name: value for name, value in {**schema, **given}.items() if name not in {"anyOf", "title", "description"}}


def _answer_with(
    operation: Operation, status: HTTPStatus, schema: Mapping[str, Any], headers: list[str], problems: list[HTTPStatus]
) -> None:
    answers: dict[str, Any] = {
        str(status.value): {
            "description": "What became of it." if "requestBody" in operation else "The answer.",
            "headers": response_headers(headers),
            "content": {"application/json": {"schema": schema}},
        }
    }
    for problem in sorted(problems):
        answers[str(problem.value)] = {"$ref": f"#/components/responses/{problem_name(problem)}"}
    operation["responses"] = answers


def _who_gives(route: CommandRoute) -> str:
    rows = [COMMANDS.get(command, {}) for command in route.commands]
    return _who({role: scope for row in rows for role, scope in row.items()})


def _who_asks(route: ReadRoute | SearchRoute) -> str:
    return _who(QUERIES.get(route.question, {}))


def _who(row: Mapping[Any, Any]) -> str:
    allowed = ", ".join(f"{role}" if scope == ALL else f"{role} ({scope})" for role, scope in row.items() if role in KNOWN)
    return f"Who may: {allowed}."
