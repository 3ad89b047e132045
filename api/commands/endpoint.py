"""Endpoints that give commands: build the command, give it, answer."""

import json
from collections.abc import Callable
from http import HTTPStatus
from inspect import Signature
from typing import Annotated, Any
from uuid import UUID, uuid4

from fastapi import Depends, Path, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from pydantic.alias_generators import to_camel

from api.commands.bodies import Body, body_reader
from api.commands.routes import CommandRoute
from api.http.authentication import session_of
from api.http.preconditions import IdempotencyKey, IfMatch, seen_version, signature
from application.access.positions import Positions
from application.access.scopes import must_have_row
from application.command_handler import CommandResult
from application.commands.base import Command
from application.service import Service

SERVER = "/v1"


def endpoint_of(route: CommandRoute, service: Service) -> Callable[..., Response]:
    """Make the endpoint of a route; its parameters follow from the route and its command."""

    def give(
        request: Request, body: Body, idempotency_key: UUID | None, if_match: str | None = None, **from_path: object
    ) -> Response:
        session = session_of(request, service)
        must_have_row(session.role, *route.commands)  # who may not give it is told so before anything is said about its fields
        command = command_of(route, body, from_path)
        command_id = idempotency_key or uuid4()
        answer = service.execute(command, session=session, command_id=command_id, expected=seen_version(if_match))
        return answered(route, answer, command_id, Positions(service.vault))

    give.__signature__ = signature_of(route, service)  # type: ignore[attr-defined]  # how FastAPI learns the parameters
    return give


def command_of(route: CommandRoute, body: Body, from_path: dict[str, Any]) -> Command:
    """
    Make the command from body and path.

    :raises RequestValidationError: with all that is wrong
    """
    if body.errors:
        raise RequestValidationError([])  # what is wrong with the body is told with it
    try:
        return route.shape.made(body, from_path)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        raise RequestValidationError([{**each, "loc": ("body", *each["loc"])} for each in found]) from error


def answered(route: CommandRoute, answer: CommandResult, command_id: UUID, positions: Positions) -> Response:
    """Answer what became of a command; 201 when it made something with an address of its own."""
    headers = {"Event-Position": str(positions.shown(answer.position)), "Idempotency-Key": str(command_id)}
    told = {to_camel(name): value for name, value in answer.data.model_dump(mode="json").items()}
    if route.creates is not None:
        headers["Location"] = SERVER + route.creates.format_map(told)
    return Response(json.dumps(told, ensure_ascii=False), status_of(route), headers, "application/json")


def status_of(route: CommandRoute) -> HTTPStatus:
    """Give the status of a route when all went well."""
    return HTTPStatus.OK if route.creates is None else HTTPStatus.CREATED


def signature_of(route: CommandRoute, service: Service) -> Signature:
    """Give the parameters of a route's endpoint: its path, its headers and its body."""
    given: dict[str, Any] = {"request": Request, **path_parameters(route)}
    given["body"] = Annotated[Body, Depends(body_reader(route.shape, service))]
    given["idempotency_key"] = IdempotencyKey
    if not route.ignores_version:
        given["if_match"] = IfMatch
    return signature(given)


def path_parameters(route: CommandRoute) -> dict[str, Any]:
    """Give the fields of the command that the path names, with their own types and limits."""
    found: dict[str, Any] = {}
    for alias, name in route.from_path.items():
        field = route.commands[0].model_fields[name]
        annotation: Any = field.annotation
        for limit in field.metadata:
            annotation = Annotated[annotation, limit]
        found[name] = Annotated[annotation, Path(alias=alias, description=field.description)]
    return found
