"""The types of fields in words: what a field holds, as a reader of a catalogue would say it."""

import types
from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, SecretStr

from application.commands.base import Line, Name, Paper, Passage
from domain.kernel.acts import Doer, EventName, Reference
from domain.kernel.text import Digest, Label, Text, Version

NAMED: tuple[tuple[Any, str], ...] = (
    (Reference, "reference"),
    (Doer, "reference or body"),
    (EventName, "event name"),
    (Text, "text"),
    (Digest, "SHA-256"),
    (Label, "label"),
    (Version, "version name"),
    (Name, "text of at most 120 characters"),
    (Line, "text of at most 500 characters"),
    (Paper, "text of at most 10,000 characters"),
    (Passage, "text of at most 2,000 characters"),
    (AwareDatetime, "moment"),
)
"""A description on top of one of these leaves it what it is."""
PLAIN = MappingProxyType(
    {
        datetime: "moment",
        date: "day",
        UUID: "id",
        str: "text",
        int: "number",
        float: "number",
        bool: "yes or no",
        SecretStr: "secret",
    }
)


def type_names(model: type[BaseModel]) -> dict[str, str]:
    """Say what each field of a model holds."""
    return {name: _name(hint) for name, hint in _hints(model).items()}


def choices_in(model: type[BaseModel]) -> Iterator[type[StrEnum]]:
    """Give the choices that fields of a model offer."""
    for hint in _hints(model).values():
        yield from _choices(hint)


def _hints(model: type[BaseModel]) -> dict[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields}


def _name(hint: Any) -> str:  # noqa: ANN401  # a hint has no type of its own
    origin, arguments = get_origin(hint), get_args(hint)
    for known, name in NAMED:
        if hint == known or (origin is Annotated and arguments[: len(get_args(known))] == get_args(known)):
            return name
    if origin is Annotated:
        return _name(arguments[0])
    if origin in {Union, types.UnionType}:
        return " or ".join("nothing" if each is type(None) else _name(each) for each in arguments)
    if origin is Literal:
        return " or ".join(f"`{each}`" for each in arguments)
    if origin is tuple:
        return f"list of {_name(arguments[0])}"
    return PLAIN.get(hint) or str(hint.__name__)


def _choices(hint: Any) -> Iterator[type[StrEnum]]:  # noqa: ANN401  # a hint has no type of its own
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        yield hint
    for argument in get_args(hint):
        yield from _choices(argument)
