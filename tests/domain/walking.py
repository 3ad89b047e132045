"""Walking over every event and every field in it, values inside values included."""

import types
from collections.abc import Iterator
from enum import Enum
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from domain.kernel.events import Aggregate, DomainEvent
from domain.kernel.text import Sealed

LIBRARY_FIELDS = frozenset({"originator_id", "originator_version", "originator_topic", "timestamp"})


class Leaf(NamedTuple):
    """A field that holds no other fields: its path, its plain type and what annotates it."""

    path: str
    type: Any
    constraints: tuple[object, ...]


def events_of(aggregate: type[Aggregate]) -> list[type[DomainEvent]]:
    """The events nested in an aggregate, in the order in which its file tells them; the shared base is none."""
    found = [
        member
        for name, member in vars(aggregate).items()
        if isinstance(member, type) and issubclass(member, DomainEvent) and name != "Event"
    ]
    assert found, f"{aggregate.__name__} has no events"
    return found


def leaves_of(model: type[BaseModel], path: str = "") -> Iterator[Leaf]:
    for name, field in model.model_fields.items():
        if not (issubclass(model, DomainEvent) and name in LIBRARY_FIELDS):
            yield from _leaves(field.annotation, tuple(field.metadata), f"{path}{name}")


def _leaves(annotation: Any, constraints: tuple[object, ...], path: str) -> Iterator[Leaf]:
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        yield from _leaves(inner, (*constraints, *more), path)
    elif held := _held_by(annotation):
        is_choice_of_types = get_origin(annotation) in {Union, types.UnionType}
        for option in held:
            yield from _leaves(option, constraints if is_choice_of_types else (), path)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation is not Sealed:
        yield from leaves_of(annotation, f"{path}.")
    else:
        yield Leaf(path, annotation, constraints)


def _held_by(annotation: Any) -> list[Any]:
    """What stands between the brackets of ``X | None``, ``tuple[X, ...]``, ``dict[X, Y]``."""
    return [held for held in get_args(annotation) if held is not Ellipsis and held is not type(None)]


def is_choice(leaf: Leaf) -> bool:
    return isinstance(leaf.type, type) and issubclass(leaf.type, Enum)
