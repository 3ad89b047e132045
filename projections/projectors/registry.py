"""From events to facts: each function names the events that it tells, and the rows that follow from them."""

from collections.abc import Callable
from typing import Any, TypeVar

from domain.kernel.events import DomainEvent
from projections.projectors.row_writer import RowWriter

E = TypeVar("E", bound=DomainEvent)
Projector = Callable[[RowWriter, E], None]
Projectors = dict[str, Callable[[RowWriter, Any], None]]

PROJECTORS: Projectors = {}
REGISTRARS: Projectors = {}
"""They work after the projector of the same event, and find what it told."""


def projects(*events: type[E]) -> Callable[[Projector[E]], Projector[E]]:
    """Make a function the projector of events."""
    return _among(PROJECTORS, events)


def adds_to_decision_register(*events: type[E]) -> Callable[[Projector[E]], Projector[E]]:
    """Make a function the one that puts events in the register of decisions."""
    return _among(REGISTRARS, events)


def _among(projectors: Projectors, events: tuple[type[E], ...]) -> Callable[[Projector[E]], Projector[E]]:
    def register(projector: Projector[E]) -> Projector[E]:
        projectors.update({event.TOPIC: projector for event in events})
        return projector

    return register
