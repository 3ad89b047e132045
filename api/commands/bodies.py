"""What a command or a search looks like as a JSON body: without what the path says, strictly typed."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from types import GenericAlias
from typing import Annotated, Any, Generic, TypeVar, Union, get_args, get_origin

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, create_model
from pydantic.alias_generators import to_camel
from pydantic.fields import FieldInfo
from pydantic_core import from_json

from api.errors.refusals import UnsupportedMediaType
from api.http.authentication import session_of
from application.commands.base import Command
from application.service import Service
from application.timestamps import Kind, written

G = TypeVar("G", bound=BaseModel)

JSON = re.compile(r"application/json\s*(;\s*charset\s*=\s*\"?utf-8\"?\s*)?$", re.IGNORECASE)
SHAPE = ConfigDict(extra="forbid", strict=True, alias_generator=to_camel, validate_by_name=False, validate_by_alias=True)
OF_AN_ACT = frozenset({"at", "on", "source"})
"""Fields of every command; a part of a command has none of its own."""
MOST_PARTS = 1_000
"""Values that a body may hold: twice what the longest list of a command does. To find what is wrong with each takes time."""


def body_model(
    given: type[BaseModel], without: frozenset[str] = frozenset(), *, choice: str | None = None, name: str | None = None
) -> type[BaseModel]:
    """
    Derive the body from a command or a question, so that it says what that says, limits included.

    :param without: fields that do not come from the body
    :param choice: the field by which one of several commands is chosen, which is then required
    """
    fields: dict[str, Any] = {
        name: (_as_body(field.annotation), _required(field) if name == choice else field)
        for name, field in given.model_fields.items()
        if name not in without
    }
    return create_model(name or given.__name__, __config__=SHAPE, __doc__=given.__doc__, **fields)


def _required(field: FieldInfo) -> FieldInfo:
    return Field(description=field.description)  # type: ignore[no-any-return]  # pydantic says Any


def _as_body(annotation: Kind) -> Kind:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and not isinstance(annotation, GenericAlias):
        without = OF_AN_ACT if issubclass(annotation, Command) else frozenset()
        return body_model(annotation, without, name=f"{annotation.__name__}Given")
    if is_tuple(annotation):
        return tuple[_as_body(get_args(annotation)[0]), ...]  # type: ignore[misc]  # made at run time
    return written(annotation)


def is_tuple(kind: Kind) -> bool:
    """Say whether a type is a tuple of something."""
    origin: object = get_origin(kind)
    return origin is tuple


@dataclass(frozen=True)
class Body:
    """What was sent, as far as it could be read."""

    fields: Mapping[str, Any]
    errors: tuple[Mapping[str, Any], ...] = ()


class BodyShape(Generic[G]):
    """The bodies that one route takes: of one command or question, or of several that are told apart by a field."""

    def __init__(self, kinds: tuple[type[G], ...], without: frozenset[str], choice: str = "") -> None:
        several = len(kinds) > 1
        self.kinds = kinds
        self.choice = choice if several else None
        self.models = tuple(body_model(each, without, choice=self.choice) for each in kinds)
        union: Any = Annotated[Union[self.models], Field(discriminator=choice)] if several else self.models[0]  # noqa: UP007  # made at run time
        self.adapter: TypeAdapter[BaseModel] = TypeAdapter(union)
        self.is_required = several or any(field.is_required() for field in self.models[0].model_fields.values())

    def read(self, sent: bytes) -> Body:
        """Read a body; all that is wrong with it comes back at once, and of one with too many parts only that."""
        if _has_too_many_parts(sent):
            return Body({}, ({"type": "too_long", "loc": ("body",), "ctx": {"max_length": MOST_PARTS}},))
        try:
            found = self.adapter.validate_json(sent or b"{}")
        except ValidationError as error:
            return Body({}, tuple(self._located(each) for each in error.errors(include_url=False, include_input=False)))
        return Body(found.model_dump())

    def made(self, body: Body, from_path: Mapping[str, Any]) -> G:
        """
        Make the command or the question.

        :raises ValidationError: if its parts do not go together
        """
        chosen = body.fields.get(self.choice) if self.choice else None
        for kind in self.kinds:
            if chosen is None or chosen in get_args(kind.model_fields[str(self.choice)].annotation):
                return kind.model_validate({**body.fields, **from_path})
        raise AssertionError(chosen)  # pragma: no cover  # the union knows no other

    def _located(self, error: Mapping[str, Any]) -> Mapping[str, Any]:
        place = error["loc"][1:] if self.choice and error["loc"] else error["loc"]
        if error["type"].startswith("union_tag"):
            place = (self.choice,)
        return {**error, "loc": ("body", *place)}


def _has_too_many_parts(sent: bytes) -> bool:
    if len(sent) < 2 * MOST_PARTS:  # a value and what parts it from the next
        return False
    try:
        waiting = [from_json(sent)]
    except ValueError:  # no JSON: whoever validates it says so
        return False
    parts = 1
    while waiting and parts <= MOST_PARTS:
        value = waiting.pop()
        if isinstance(value, dict | list):
            parts += len(value)
            waiting += value.values() if isinstance(value, dict) else value
    return parts > MOST_PARTS


def body_reader(shape: BodyShape[Any], service: Service) -> Callable[[Request], Awaitable[Body]]:
    """
    Make the dependency that reads a route's body; what is wrong is told together with what else is wrong.

    Nothing is read of what a stranger sends.
    """

    async def read_body(request: Request) -> Body:
        await run_in_threadpool(session_of, request, service)  # which may wait for a database
        sent = await request.body()
        if sent and not is_json(request):
            raise UnsupportedMediaType
        body = shape.read(sent)
        request.state.body_errors = body.errors
        return body

    return read_body


def is_json(request: Request) -> bool:
    """Say whether a body is what we read: JSON in UTF-8, not compressed."""
    plain = request.headers.get("content-encoding", "identity").lower() == "identity"
    return plain and JSON.match(request.headers.get("content-type", "")) is not None
