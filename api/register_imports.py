"""Sending a register by a program: the file as one part of a form, then answers about its lines, and taking it in."""

from collections.abc import Mapping
from datetime import date
from http import HTTPStatus
from typing import Any, Final
from uuid import UUID

from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import ValidationError

from api.errors.refusals import TooLarge, UnsupportedMediaType
from api.http.authentication import session_of
from application.access.scopes import must_have_row
from application.ports.register_uploads import LineAnswers
from application.queries.base import Shape
from application.queries.register import RegisterImportDetails
from application.register.desk import LARGEST
from application.service import Service
from infrastructure.sent_files import BESIDE, NoSuchForm, Sent, SentTooLarge, has_file, read_form_with_file

PATH: Final = "/v1/register-imports"
LARGER_BODIES: Mapping[str, int] = {PATH: LARGEST + BESIDE}
"""Where more may be sent than elsewhere: bytes by path."""


class Answers(Shape):
    """What is said of lines that wait; those that are left out go on waiting."""

    same: Mapping[int, UUID] = {}
    somebody_else: frozenset[int] = frozenset()
    back: frozenset[int] = frozenset()


class Taking(Shape):
    """That what was shown is taken in."""

    many_may_end: bool = False


class Sending(Shape):
    """What is said of a file."""

    day: date | None = None


def add_register_imports(app: FastAPI, service: Service) -> None:
    """Add where a register is sent and taken in (docs/how-to/import-the-register.md); how far it is, is a question as others."""

    @app.post(PATH, include_in_schema=False)
    async def send(request: Request) -> Response:
        session = await run_in_threadpool(session_of, request, service)
        must_have_row(session.role, RegisterImportDetails)  # before any of the file is read
        read = await _read(request)
        day = _made(Sending, dict(read.form)).day
        sent = await run_in_threadpool(service.register_desk.send, read.file or b"", session=session, day=day)
        at = {"Location": f"{PATH}/{sent}"}
        return JSONResponse({"registerImport": str(sent)}, HTTPStatus.ACCEPTED, headers=at)

    @app.post(PATH + "/{register_import}/answers", include_in_schema=False)
    def answer(request: Request, register_import: UUID, said: dict[str, Any]) -> Response:
        answers = _made(Answers, said)
        about = LineAnswers(answers.same, answers.somebody_else, answers.back)
        service.register_desk.answer(register_import, about, session=session_of(request, service))
        return JSONResponse({"registerImport": str(register_import)}, HTTPStatus.ACCEPTED)

    @app.post(PATH + "/{register_import}/takings", include_in_schema=False)
    def take_in(request: Request, register_import: UUID, said: dict[str, Any]) -> Response:
        may = _made(Taking, said).many_may_end
        service.register_desk.take_in(register_import, session=session_of(request, service), many_may_end=may)
        return JSONResponse({"registerImport": str(register_import)}, HTTPStatus.ACCEPTED)


async def _read(request: Request) -> Sent:
    if not has_file(request.headers):
        raise UnsupportedMediaType
    try:
        return await read_form_with_file(request.headers, request.stream(), LARGEST)
    except SentTooLarge:
        raise TooLarge from None
    except NoSuchForm:
        raise UnsupportedMediaType from None


def _made(kind: type[Any], said: Mapping[str, Any]) -> Any:  # noqa: ANN401  # of the kind
    try:
        return kind.model_validate(said)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        raise RequestValidationError([{**each, "loc": ("body", *each["loc"])} for each in found]) from error
