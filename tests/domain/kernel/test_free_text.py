"""Every free text of every event says by its type how it is kept (docs/decisions/0001)."""

from enum import Enum
from typing import Any

import pytest
from pydantic import BaseModel, Field, StringConstraints

from domain.all_aggregates import AGGREGATES
from domain.kernel.events import DomainEvent
from domain.kernel.free_text import Leaf, leaves_of, texts_of
from domain.kernel.text import ClosedText, Label, PersonalText, Sealed, Text, TextKind, Writing
from tests.domain.walking import LIBRARY_FIELDS, events_of

EVENTS = [event for aggregate in AGGREGATES for event in events_of(aggregate)]
HOLDS_TEXT = (str, Any, object, bytes, dict, Sealed)


def is_coded(leaf: Leaf) -> bool:
    """A string that can only be an id, a version, a digest or the like."""
    patterns = [each.pattern for each in leaf.annotations if isinstance(each, StringConstraints)]
    return leaf.type is str and any(patterns)


def is_choice(leaf: Leaf) -> bool:
    return isinstance(leaf.type, type) and issubclass(leaf.type, Enum)


def texts_of_no_kind(event: type[BaseModel]) -> list[str]:
    return [
        leaf.path
        for leaf in leaves_of(event)
        if leaf.path not in LIBRARY_FIELDS
        and leaf.type in HOLDS_TEXT
        and leaf.text_kind is None
        and not is_coded(leaf)
        and not is_choice(leaf)
    ]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.TOPIC)
def test_no_text_is_stored_of_which_the_type_does_not_say_the_kind(event: type[DomainEvent]):
    assert texts_of_no_kind(event) == []


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.TOPIC)
def test_institutional_text_is_stored_as_it_is_and_all_other_text_sealed(event: type[DomainEvent]):
    kinds = [(leaf.type, leaf.text_kind) for leaf in leaves_of(event) if leaf.text_kind is not None]
    assert [type_ for type_, kind in kinds if (type_ is str) is not (kind is TextKind.INSTITUTIONAL)] == []


def test_what_only_its_author_may_open():
    """People wrote these about themselves; whoever adds one sees to it that it goes when they are erased."""
    personal = {(event.TOPIC, path) for event in EVENTS for path, kind in texts_of(event).items() if kind is TextKind.PERSONAL}
    assert personal == {
        ("MemberJoined", "statistics"),
        ("MemberReturned", "statistics"),
        ("ConflictOfInterestDeclared", "interest"),
        ("ExpertConflictDeclared", "interest"),
        ("AnswerGivenToCall", "answer"),
    }


class Inner(BaseModel):
    note: str
    label: Label
    bounded: str = Field(max_length=10)
    agreed: Text


class Outer(BaseModel):
    many: tuple[Inner, ...]
    maybe: Inner | None
    by_name: dict[Label, str]
    anything: Any
    sealed: tuple[Sealed, ...]
    closed: tuple[ClosedText, ...]
    personal: PersonalText | None
    text: Text | None
    writing: Writing


def test_texts_are_seen_inside_values_lists_and_choices():
    assert texts_of_no_kind(Outer) == [
        "many.note",
        "many.bounded",
        "maybe.note",
        "maybe.bounded",
        "by_name",
        "anything",
        "sealed",
    ]
    assert texts_of(Outer) == {
        "many.agreed": TextKind.INSTITUTIONAL,
        "maybe.agreed": TextKind.INSTITUTIONAL,
        "closed": TextKind.CLOSED,
        "personal": TextKind.PERSONAL,
        "text": TextKind.INSTITUTIONAL,
        "writing.text": TextKind.INSTITUTIONAL,
        "writing.sealed": TextKind.CLOSED,
    }
