"""A class name means one thing in the whole program: whoever searches for it finds one class."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
PROGRAM = ("domain", "application", "projections", "api", "web", "infrastructure", "netwerkpartij")
Place = tuple[str, bool]
"""Where a class stands, and whether it is an event in its aggregate."""


def classes_in(inside: ast.AST, place: str, *, nested: bool = False) -> Iterator[tuple[str, Place]]:
    for each in ast.iter_child_nodes(inside):
        is_class = isinstance(each, ast.ClassDef)
        if isinstance(each, ast.ClassDef):
            yield each.name, (place, nested and any(ast.unparse(base).endswith("Event") for base in each.bases))
        yield from classes_in(each, place, nested=nested or is_class)


def all_classes() -> dict[str, list[Place]]:
    found = defaultdict(list)
    for path in (path for folder in PROGRAM for path in sorted((CHECKOUT / folder).rglob("*.py"))):
        for name, place in classes_in(ast.parse(path.read_text(encoding="utf-8")), str(path.relative_to(CHECKOUT))):
            found[name].append(place)
    return found


@pytest.fixture(scope="module")
def classes() -> dict[str, list[Place]]:
    return all_classes()


@pytest.fixture(scope="module")
def several(classes) -> dict[str, list[Place]]:
    """Give the classes that share a name."""
    return {name: places for name, places in classes.items() if len(places) > 1}


def test_there_are_classes_and_events_among_them(classes):
    assert len(classes) > 500
    assert sum(is_event for places in classes.values() for _, is_event in places) > 100


def test_a_class_name_occurs_once(several):
    assert {name: places for name, places in several.items() if not all(is_event for _, is_event in places)} == {}


def test_only_mending_is_the_same_event_in_several_aggregates(several):
    """Each is stored as ``Aggregate.Name``, and means the same of each."""
    of_several = {name: {path for path, _ in places} for name, places in several.items() if all(event for _, event in places)}
    assert of_several.keys() == {"EntryCorrected", "EntryWithdrawn"}
    assert len(set(map(frozenset, of_several.values()))) == 1
