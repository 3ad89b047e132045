"""Which free texts an event keeps, and of which kind each is: the types of its fields say so (domain.kernel.text)."""

import types
from collections.abc import Iterator
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from domain.kernel.text import Sealed, TextKind


class Leaf(NamedTuple):
    """A field that holds no other fields: its path, its plain type and what annotates it."""

    path: str
    type: Any
    annotations: tuple[object, ...]

    @property
    def text_kind(self) -> TextKind | None:
        """How its text is kept; None when it is no free text."""
        return next((each for each in self.annotations if isinstance(each, TextKind)), None)


def texts_of(event: type[BaseModel]) -> dict[str, TextKind]:
    """Give the kind of every free text of an event, by the path of its field."""
    return {leaf.path: leaf.text_kind for leaf in leaves_of(event) if leaf.text_kind is not None}


def leaves_of(model: type[BaseModel], path: str = "") -> Iterator[Leaf]:
    """Give every field of a model, those of the values inside it included; a sealed text is one."""
    for name, field in model.model_fields.items():
        yield from _leaves(field.annotation, tuple(field.metadata), f"{path}{name}")


def _leaves(annotation: object, annotations: tuple[object, ...], path: str) -> Iterator[Leaf]:
    held = [each for each in get_args(annotation) if each is not Ellipsis and each is not type(None)]
    if get_origin(annotation) is Annotated:
        yield from _leaves(held[0], (*annotations, *held[1:]), path)
    elif held:  # X | None, tuple[X, ...], dict[X, Y]
        is_choice_of_types = get_origin(annotation) in {Union, types.UnionType}
        for each in held:
            yield from _leaves(each, annotations if is_choice_of_types else (), path)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation is not Sealed:
        yield from leaves_of(annotation, f"{path}.")
    else:
        yield Leaf(path, annotation, annotations)
