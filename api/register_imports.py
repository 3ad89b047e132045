"""Sending a register by a program: the file as one part of a form, then answers about its lines, and taking it in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import Depends, FastAPI, Path, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import Field, ValidationError

from api.commands.routes import Tag
from api.errors.refusals import TooLarge, UnsupportedMediaType
from api.http.authentication import session_of
from api.http.content import JSON, must_accept
from application.access.scopes import must_have_row
from application.ports.register_uploads import LineAnswers
from application.queries.base import Shape
from application.queries.register import RegisterImportDetails
from application.register.desk import LARGEST, MOST_LINES
from application.service import Service
from infrastructure.sent_files import BESIDE, NoSuchForm, Sent, SentTooLarge, has_file, read_form_with_file

PATH: Final = "/v1/register-imports"
ONE: Final = PATH + "/{registerImport}"
Which = Annotated[UUID, Path(alias="registerImport")]
LARGER_BODIES: Mapping[str, int] = {PATH: LARGEST + BESIDE}
"""Where more may be sent than elsewhere: bytes by path."""


Line = Annotated[int, Field(ge=1, le=MOST_LINES + 1)]
"""By its number in the file, whose first names the columns."""


class RegisterAnswers(Shape):
    """What is said of lines that wait; those that are left out go on waiting."""

    same: Mapping[Line, UUID] = Field(default={}, max_length=MOST_LINES, description="who it is: somebody who is known, by line")
    somebody_else: frozenset[Line] = Field(default=frozenset(), max_length=MOST_LINES, description="lines of somebody who is new")
    back: frozenset[Line] = Field(
        default=frozenset(), max_length=MOST_LINES, description="lines of somebody who was erased and is a member again"
    )


class RegisterTaking(Shape):
    """That what was shown is taken in."""

    many_may_end: bool = Field(default=False, description="that it is right that so many are no longer members")


class RegisterSending(Shape):
    """What is said of a file."""

    day: date | None = Field(default=None, description="of which day the list is; left out: today")


class RegisterSent(Shape):
    """Which file it is about."""

    register_import: UUID


@dataclass(frozen=True)
class ImportRoute:
    """One way to send something of a register, as the document tells it."""

    path: str
    name: str
    dutch: str
    said: str
    shape: type[Shape]
    has_file: bool = False


SEND = ImportRoute(
    PATH,
    "sendRegister",
    "ledenadministratie sturen",
    "Send the member register: a file, and of which day it is.",
    RegisterSending,
    has_file=True,
)
ANSWER = ImportRoute(
    ONE + "/answers", "answerLines", "regels beantwoorden die wachten", "Say of lines that wait who they are.", RegisterAnswers
)
TAKE = ImportRoute(ONE + "/takings", "takeRegisterIn", "overnemen wat getoond is", "Take in what was shown.", RegisterTaking)
IMPORT_ROUTES = (SEND, ANSWER, TAKE)


def add_register_imports(app: FastAPI, service: Service) -> None:
    """Add where a register is sent and taken in (docs/how-to/import-the-register.md); how far it is, is a question as others."""

    async def send(request: Request) -> Response:
        session = await run_in_threadpool(session_of, request, service)
        must_have_row(session.role, RegisterImportDetails)  # before any of the file is read
        read = await _read(request)
        day = _made(RegisterSending, dict(read.form)).day
        sent = await run_in_threadpool(service.register_desk.send, read.file or b"", session=session, day=day)
        return _accepted(sent, {"Location": f"{PATH}/{sent}"})

    def answer(request: Request, register_import: Which, said: dict[str, Any]) -> Response:
        answers = _made(RegisterAnswers, said)
        about = LineAnswers(answers.same, answers.somebody_else, answers.back)
        service.register_desk.answer(register_import, about, session=session_of(request, service))
        return _accepted(register_import)

    def take_in(request: Request, register_import: Which, said: dict[str, Any]) -> Response:
        may = _made(RegisterTaking, said).many_may_end
        service.register_desk.take_in(register_import, session=session_of(request, service), many_may_end=may)
        return _accepted(register_import)

    for route, endpoint in ((SEND, send), (ANSWER, answer), (TAKE, take_in)):
        app.add_api_route(
            route.path,
            endpoint,
            methods=["POST"],
            operation_id=route.name,
            status_code=HTTPStatus.ACCEPTED,
            tags=[Tag.PARTY],
            dependencies=[Depends(must_accept(JSON))],
        )


def _accepted(sent: UUID, headers: Mapping[str, str] | None = None) -> Response:
    return JSONResponse({"registerImport": str(sent)}, HTTPStatus.ACCEPTED, headers=headers)


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
