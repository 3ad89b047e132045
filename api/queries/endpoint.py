"""Endpoints that ask questions: build the question, ask it, answer."""

import re
from collections.abc import Callable
from http import HTTPStatus
from inspect import Signature
from typing import Annotated, Any, TypeVar, cast
from urllib.parse import urlencode
from uuid import UUID

from fastapi import Path, Request, Response
from fastapi import Query as QueryParameters
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, create_model
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

from api.errors.refusals import UnknownPosition
from api.http.authentication import session_of
from api.http.content import CSV, JSON
from api.http.preconditions import EventPosition, IfNoneMatch, WhatFor, entity_tag, is_known, signature
from api.queries.routes import NAMED_BY_EVENT, ReadRoute
from api.queries.serialization import showing_of
from api.queries.table import as_table
from application.access.positions import Positions
from application.language.answers import TOLD_IN_SENTENCES, in_sentences
from application.language.negotiation import preferred
from application.ports.errors import StoreError
from application.ports.vault.looks import LookPurpose
from application.ports.vault.sessions import Session
from application.queries.auditing.record import EventEntry
from application.queries.base import OfLog, Page, Query, Some
from application.queries.cursors import LONGEST, Cursors, Place
from application.service import Service
from application.timestamps import Kind, written
from domain.kernel.acts import EventName

R = TypeVar("R")

KEYS = ConfigDict(extra="forbid", alias_generator=to_camel, validate_by_name=False, validate_by_alias=True)
PINNED = frozenset({"position", "after"})
"""Fields that only a cursor says."""


def endpoint_of(route: ReadRoute, service: Service) -> Callable[..., Response]:
    """Make the endpoint of a route; its parameters follow from the route and its question."""
    showing = showing_of(route.question)

    def ask(
        request: Request,
        keys: BaseModel,
        event_position: int | None = None,
        if_none_match: str | None = None,
        look_purpose: LookPurpose | None = None,
        **from_path: UUID | str,
    ) -> Response:
        session = session_of(request, service, strangers=route.is_open)
        question = question_of(route, keys, from_path, service, session)
        answer = answer_after(event_position, question, service, session, look_purpose)
        headers = headers_of(request, question, answer, service, session)
        if event_position is not None:  # that of now is not told: it would count what happens elsewhere
            headers["Event-Position"] = str(event_position)
        if isinstance(question, TOLD_IN_SENTENCES):
            language = preferred(request.headers.get("accept-language", ""))
            answer = in_sentences(answer, language)
            headers["Content-Language"] = language
        content = showing.write(answer)
        if route.is_item:
            headers["ETag"] = entity_tag(answer.version, content)
            if is_known(if_none_match, headers["ETag"]):
                return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
        if request.state.form == CSV:
            return as_table(route, content, headers, request)
        return Response(content, headers=headers, media_type=JSON)

    ask.__signature__ = signature_of(route)  # type: ignore[attr-defined]  # how FastAPI learns the parameters
    return ask


def answer_after(position: int | None, question: Query[R], service: Service, session: Session, purpose: LookPurpose | None) -> R:
    """
    Ask a question, and wait for the position that its answer must know of.

    :param position: the number that a command was told
    :raises UnknownPosition: if waiting does not help, because the log has not come there
    """
    position = None if position is None else Positions(service.vault).read(position)
    try:
        return service.query(question, session=session, after=position, purpose=purpose)
    except StoreError as error:
        if error.code == "not-caught-up-yet" and position is not None and position > service.log.last_position():
            raise UnknownPosition from error
        raise


def question_of(
    route: ReadRoute, keys: BaseModel, from_path: dict[str, UUID | str], service: Service, session: Session
) -> Query[Any]:
    """
    Make the question; a cursor says where it goes on.

    :raises RequestValidationError: if its parts do not go together
    :raises InvalidCursor, CursorOfSomeoneElse: if the cursor is not one of whoever asks, for this question
    """
    asked = keys.model_dump(exclude={"cursor"}, exclude_unset=True)
    asked |= {name: _item(value) for name, value in from_path.items() if name in route.from_path.values()}
    try:
        question = route.question.model_validate(asked)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        raise RequestValidationError([{**each, "loc": ("query", *each["loc"])} for each in found]) from error
    cursor = getattr(keys, "cursor", None)
    if cursor is None or not isinstance(question, Page):
        return question
    place = Cursors(service.vault, session, question).read(cursor)
    return question.model_copy(update={"position": place.position, "after": place.after})


def headers_of(request: Request, question: Query[Any], answer: object, service: Service, session: Session) -> dict[str, str]:
    """Say where the next page is."""
    if isinstance(question, OfLog):
        events = cast("tuple[EventEntry, ...]", answer)
        return {"Link": _link(request, after=str(events[-1].position))} if len(events) == question.limit else {}
    if not isinstance(answer, Some) or not isinstance(question, Page):
        return {}
    if not answer.more:
        return {}
    place = Place(position=answer.position, after=answer.last_key)
    return {"Link": _link(request, cursor=Cursors(service.vault, session, question).write(place))}


def _link(request: Request, **more: str) -> str:
    keys = {name: value for name, value in request.query_params.items() if name not in more} | more
    return f'<{request.url.path}?{urlencode(keys)}>; rel="next"'


def _item(value: UUID | str) -> UUID:
    return UUID(value.partition(":")[0]) if isinstance(value, str) else value


def signature_of(route: ReadRoute) -> Signature:
    """Give the parameters of a route's endpoint: its path, its query and its headers."""
    given: dict[str, Any] = {"request": Request}
    for name in route.only_places:
        given[name] = Annotated[UUID, Path()]
    for alias, name in route.from_path.items():
        given[name] = Annotated[EventName if alias in NAMED_BY_EVENT else UUID, Path(alias=alias)]
    given["keys"] = Annotated[query_keys(route), QueryParameters()]
    if route.has_position:
        given["event_position"] = EventPosition
        given["look_purpose"] = WhatFor
    if route.is_item:
        given["if_none_match"] = IfNoneMatch
    return signature(given)


def query_keys(route: ReadRoute) -> type[BaseModel]:
    """Derive the keys of the query from the question, without what the path or a cursor says."""
    hidden = route.without | set(route.from_path.values()) | (PINNED if route.is_paged else {"position"})
    fields: dict[str, Any] = {
        name: (_as_written(found.annotation), found) for name, found in route.question.model_fields.items() if name not in hidden
    }
    if route.is_paged:
        fields["cursor"] = (
            str | None,
            Field(default=None, max_length=LONGEST, description="where the page before said that it goes on (Link)"),
        )
    return create_model(f"{route.question.__name__}Keys", __config__=KEYS, **fields)


def _as_written(annotation: Kind) -> Kind:
    if int in {annotation, *getattr(annotation, "__args__", ())}:
        return Annotated[annotation, BeforeValidator(_as_digits)]
    return written(annotation)


def _as_digits(given: object) -> object:
    # pydantic also takes 1_000
    if isinstance(given, str) and not re.fullmatch(r"-?\d{1,18}", given, re.ASCII):
        mistake = "int_parsing"
        raise PydanticCustomError(mistake, mistake)
    return given
