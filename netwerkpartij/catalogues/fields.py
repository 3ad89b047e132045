"""The fields of a model in words: what each holds, what it is when left out, and what it offers to choose from."""

import types
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, SecretStr
from pydantic.fields import FieldInfo

from application.commands.advice import Link
from application.commands.base import Email, Line, NetworkTitle, Paper, Passage, PersonName, Title
from application.language.formatting import format_value
from application.language.words import Language, word
from domain.kernel.acts import Doer, EventName, Reference
from domain.kernel.half_years import HalfYear
from domain.kernel.text import Digest, Label, Text, Version
from domain.pilot.pilot import Month
from domain.pilot.rules import NetworkRules
from netwerkpartij.catalogues.markdown import one_line, table

T = TypeVar("T")

NAMED: tuple[tuple[Any, str], ...] = (
    (Reference, "reference"),
    (Doer, "reference or body"),
    (EventName, "event name"),
    (Text, "text"),
    (Digest, "SHA-256"),
    (Label, "label"),
    (Version, "version name"),
    (PersonName, "text of at most 120 characters"),
    (NetworkTitle, "text of at most 120 characters"),
    (Title, "text of at most 120 characters"),
    (Line, "text of at most 500 characters"),
    (Paper, "text of at most 10,000 characters"),
    (Passage, "text of at most 2,000 characters"),
    (Email, "e-mail address"),
    (Link, "web address"),
    (Month, "month"),
    (HalfYear, "half year"),
)
"""Annotated types and what they are called. A description on top of one leaves it what it is."""
PLAIN: Mapping[Any, str] = {
    AwareDatetime: "moment",
    datetime: "moment",
    date: "day",
    UUID: "id",
    str: "text",
    int: "number",
    float: "number",
    bool: "yes or no",
    SecretStr: "secret",
    Path: "folder",
}


def type_names(model: type[BaseModel]) -> dict[str, str]:
    """Say what each field of a model holds."""
    return {name: _name(hint) for name, hint in _hints(model).items()}


def default(field: FieldInfo) -> str:
    """Say what a field is when it is left out."""
    if field.is_required():
        return "required"
    if str(field.default) in {"None", "", "()"}:
        return "none"
    return format_value(field.default, Language.EN) if isinstance(field.default, bool) else f"`{field.default}`"


def held_and_choices(models: Sequence[type[BaseModel]]) -> list[str]:
    """Give the last parts of a page: what is held in fields of these models, and which choices all of them offer."""
    parts, held = ["## What fields hold"], sorted(_held_in(models) - set(models), key=lambda each: each.__name__)
    for each in held:
        if each is NetworkRules:
            parts += ["### NetworkRules", "The rules of one network type: [rules](rules.md)."]
        else:
            parts += [f"### {each.__name__}", one_line(each), fields_table(each)]
    return [*parts, *choices([*models, *held])]


def fields_table(model: type[BaseModel]) -> str:
    names = type_names(model)
    rows = [(f"`{field.alias or name}`", names[name], default(field)) for name, field in model.model_fields.items()]
    return table(("field", "type", "default"), rows)


def choices(models: Iterable[type[BaseModel]]) -> list[str]:
    """Give the part of a page with all choices that fields of these models offer."""
    rows = [
        (choice.__name__, "<br>".join(f"`{value}`: {word(value, Language.EN)} ({word(value, Language.NL)})" for value in choice))
        for choice in sorted(_leaves(models, StrEnum), key=lambda choice: choice.__name__)
    ]
    return ["## Choices", table(("choice", "values"), rows)]


def _held_in(models: Iterable[type[BaseModel]]) -> set[type[BaseModel]]:
    held = _leaves(models, BaseModel)
    return held | _held_in(held) if held else held


def _hints(model: type[BaseModel]) -> dict[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields}


def _name(hint: Any) -> str:  # noqa: ANN401  # a hint has no type of its own
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        called = (name for known, name in NAMED if hint.__metadata__[: len(known.__metadata__)] == known.__metadata__)
        return next(called, None) or _name(arguments[0])
    if origin in {Union, types.UnionType}:
        return " or ".join("nothing" if each is type(None) else _name(each) for each in arguments)
    if origin is Literal:
        return " or ".join(f"`{each}`" for each in arguments)
    if origin is tuple:
        return f"list of {_name(arguments[0])}"
    return PLAIN.get(hint) or str(hint.__name__)


def _leaves(models: Iterable[type[BaseModel]], kind: type[T]) -> set[type[T]]:
    leaves = (leaf for model in models for hint in _hints(model).values() for leaf in _leaves_of(hint))
    return {leaf for leaf in leaves if isinstance(leaf, type) and issubclass(leaf, kind)}


def _leaves_of(hint: Any) -> Iterator[Any]:  # noqa: ANN401  # a hint has no type of its own
    yield hint
    for argument in get_args(hint):
        yield from _leaves_of(argument)
