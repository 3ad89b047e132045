"""Every free text of every event is declared in one table, and stored as its kind asks (docs/decisions/0001)."""

from typing import Any

import pytest
from pydantic import BaseModel, Field, StringConstraints

from domain.all_aggregates import AGGREGATES
from domain.kernel.events import DomainEvent
from domain.kernel.free_text import FREE_TEXT
from domain.kernel.text import Label, Sealed, Text, TextKind
from tests.domain.walking import Leaf, events_of, is_choice, leaves_of

EVENTS = [event for aggregate in AGGREGATES for event in events_of(aggregate)]
(TEXT,) = Text.__metadata__  # type: ignore[attr-defined]  # of Annotated


def is_text(leaf: Leaf) -> bool:
    return leaf.type is str and leaf.constraints == (TEXT,)


def is_coded(leaf: Leaf) -> bool:
    """A string that can only be an id, a version, a digest or the like."""
    patterns = [constraint.pattern for constraint in leaf.constraints if isinstance(constraint, StringConstraints)]
    return leaf.type is str and any(patterns)


def undeclared_strings(event: type[BaseModel]) -> list[str]:
    return [
        leaf.path
        for leaf in leaves_of(event)
        if leaf.type in {str, Any, object, bytes, dict} and not is_text(leaf) and not is_coded(leaf) and not is_choice(leaf)
    ]


def free_texts() -> dict[tuple[str, str], Any]:
    return {
        (event.TOPIC, leaf.path): Sealed if leaf.type is Sealed else Text
        for event in EVENTS
        for leaf in leaves_of(event)
        if leaf.type is Sealed or is_text(leaf)
    }


def test_every_free_text_is_declared_and_nothing_else():
    assert set(FREE_TEXT) == set(free_texts())


def test_institutional_text_is_stored_as_it_is_and_all_other_text_sealed():
    stored_as = {kind: Text if kind is TextKind.INSTITUTIONAL else Sealed for kind in TextKind}
    assert {field: stored_as[kind] for field, kind in FREE_TEXT.items()} == free_texts()


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.TOPIC)
def test_no_string_without_a_pattern_is_stored_undeclared(event: type[DomainEvent]):
    assert undeclared_strings(event) == []


class Inner(BaseModel):
    note: str
    label: Label
    bounded: str = Field(max_length=10)


class Outer(BaseModel):
    many: tuple[Inner, ...]
    maybe: Inner | None
    by_name: dict[Label, str]
    anything: Any
    sealed: tuple[Sealed, ...]
    text: Text | None


def test_the_walk_sees_strings_inside_values_lists_and_choices():
    assert undeclared_strings(Outer) == ["many.note", "many.bounded", "maybe.note", "maybe.bounded", "by_name", "anything"]
    assert [leaf.path for leaf in leaves_of(Outer) if is_text(leaf) or leaf.type is Sealed] == ["sealed", "text"]
