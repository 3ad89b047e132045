"""Every refusal as a problem (RFC 9457): a stable code, a sentence in the reader's language, and what to do next."""

import traceback
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

import structlog
from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from pydantic.alias_generators import to_camel
from starlette.exceptions import HTTPException
from starlette.routing import Match

from application.language.errors import SENTENCES, error_sentence
from application.language.errors.statuses import PHRASES, TITLES, status_of
from application.language.field_messages import for_programs, message
from application.language.negotiation import preferred
from application.language.words import Language
from application.ports.errors import StoreError

MEDIA_TYPE = "application/problem+json"
CODE_OF_HEADER = {"Idempotency-Key": "command-id-malformed"}
INTERNAL = "internal-error"
MOST_TOLD = 1_000
"""Of what is wrong with one request; nobody reads more."""

log = structlog.get_logger()


class FieldError(BaseModel):
    """What is wrong with one field of the body (`pointer`) or one parameter or header (`parameter`)."""

    pointer: str | None = Field(default=None, description="JSON Pointer into the body that was sent (RFC 6901)", max_length=400)
    parameter: str | None = Field(default=None, description="name in the path, the query or the headers", max_length=100)
    message: str = Field(description="what to fill in, for people", max_length=1000)
    programs: str = Field(description="what is wrong, for programs", max_length=1000)


class Problem(BaseModel):
    """Why a request was refused, and what to do next. Nothing was recorded, unless it says otherwise."""

    type: str = Field(description="urn:netwerkpartij:problem:CODE", max_length=120)
    title: str = Field(description="the kind of problem, for people", max_length=120)
    status: int = Field(ge=400, le=599)
    detail: str = Field(description="what happened, for people", max_length=2000)
    code: str = Field(description="what happened, for programs; stable", pattern=r"^[a-z]+(-[a-z]+)*$", max_length=80)
    next: str = Field(description="what to do next, for people", max_length=1000)
    programs: str | None = Field(default=None, description="what programs need to know besides", max_length=400)
    field: str | None = Field(
        default=None, description="the field of the body that it is about, if it is about one", max_length=100
    )
    instance: str | None = Field(default=None, description="what to mention to the administrator", max_length=60)
    errors: list[FieldError] | None = Field(
        default=None, description="all that is wrong with the input, at once", max_length=MOST_TOLD
    )


def refused(request: Request, error: Exception) -> Response:
    """Answer a refusal of the application, the store or the API itself; of anything else only a number is told."""
    code = getattr(error, "code", None)
    if not isinstance(code, str) or code not in SENTENCES:
        return internal(request, error)
    if isinstance(error, StoreError):
        log.warning("store-error", code=code, what=str(error))
    status = status_of(error, code)
    headers = {"WWW-Authenticate": 'Bearer realm="netwerkpartij"'} if status is HTTPStatus.UNAUTHORIZED else {}
    retry_after = getattr(error, "retry_after", None)
    if retry_after is not None:
        headers["Retry-After"] = str(retry_after)
    if getattr(error, "closes", False):
        headers["Connection"] = "close"
    return problem(request, code, status, facts=getattr(error, "facts", {}), headers=headers, field=getattr(error, "field", None))


def refused_by_framework(request: Request, error: Exception) -> Response:
    """Answer an unknown address, or a method that an address does not have; Allow names all that it has."""
    status = HTTPStatus(cast("HTTPException", error).status_code)
    code = PHRASES.get(status, "malformed-body" if status < HTTPStatus.INTERNAL_SERVER_ERROR else INTERNAL)
    headers = {"Allow": ", ".join(_methods(request))} if status is HTTPStatus.METHOD_NOT_ALLOWED else {}
    return problem(request, code, status, headers=headers)


def malformed(request: Request, error: Exception) -> Response:
    """Answer with all that is wrong with the input, at once: what FastAPI could not read, and what is wrong with the body."""
    errors = [*cast("RequestValidationError", error).errors(), *getattr(request.state, "body_errors", ())][:MOST_TOLD]
    language = preferred(request.headers.get("accept-language", ""))
    return problem(request, _code_of(errors), HTTPStatus.BAD_REQUEST, errors=[_field_error(each, language) for each in errors])


def internal(request: Request, error: Exception) -> Response:
    """Answer a mistake of our own with a number that the log has too; the log says where, and nothing of what was sent."""
    instance = uuid4().urn
    log.error(INTERNAL, instance=instance, kind=type(error).__name__, frames=frames_of(error))
    return problem(request, INTERNAL, HTTPStatus.INTERNAL_SERVER_ERROR, instance=instance)


def frames_of(error: BaseException) -> list[str]:
    """Say where an error came from, in the words of the program alone."""
    frames = [f"{Path(at.filename).name}:{at.lineno} {at.name}" for at in traceback.extract_tb(error.__traceback__)]
    return frames[-12:]


def problem(
    request: Request,
    code: str,
    status: HTTPStatus,
    *,
    facts: Mapping[str, object] | None = None,
    headers: Mapping[str, str] | None = None,
    instance: str | None = None,
    errors: list[FieldError] | None = None,
    field: str | None = None,
) -> Response:
    """Make a problem in the language of whoever reads it."""
    language = preferred(request.headers.get("accept-language", ""))
    said = error_sentence(code, facts or {}, language)
    told = Problem(
        type=f"urn:netwerkpartij:problem:{code}",
        title=TITLES.get(status, TITLES[HTTPStatus.BAD_REQUEST]).in_language(language),
        status=status,
        detail=said.text,
        code=code,
        next=said.next,
        programs=said.programs,
        field=None if field is None else to_camel(field),
        instance=instance,
        errors=errors,
    )
    content = told.model_dump_json(exclude_none=True)
    return Response(content, status, {**(headers or {}), "Content-Language": language}, MEDIA_TYPE)


def _code_of(errors: Sequence[Mapping[str, Any]]) -> str:
    if any(error["loc"][0] == "body" for error in errors):
        return "malformed-body"
    codes = {CODE_OF_HEADER.get(str(error["loc"][-1]), "malformed-parameter") for error in errors}
    return codes.pop() if len(codes) == 1 else "malformed-parameter"


def _field_error(error: Mapping[str, Any], language: Language) -> FieldError:
    where, *path = error["loc"]
    said, programs = message(error, language), for_programs(error)
    if where == "body":
        steps = [str(step).replace("~", "~0").replace("/", "~1")[:100] for step in path]
        return FieldError(pointer="".join(f"/{step}" for step in steps)[:400], message=said, programs=programs)
    return FieldError(parameter=str(path[0])[:100], message=said, programs=programs)


def _methods(request: Request) -> list[str]:
    found = {
        method
        for route in request.app.routes
        if route.matches(request.scope)[0] is not Match.NONE
        for method in getattr(route, "methods", None) or ()
    }
    return sorted(found | ({"HEAD"} if "GET" in found else set()))
