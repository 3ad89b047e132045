"""From events to facts: each function names the one event that it tells, and the rows that follow from it."""

from collections.abc import Callable
from typing import Any, TypeVar

from domain.events import DomainEvent
from projections.facts import Facts

E = TypeVar("E", bound=DomainEvent)
Projector = Callable[[Facts, E], None]
PROJECTORS: dict[str, Callable[[Facts, Any], None]] = {}


def tells(*events: type[E]) -> Callable[[Projector[E]], Projector[E]]:
    """Make a function the projector of events."""

    def register(projector: Projector[E]) -> Projector[E]:
        for event in events:
            PROJECTORS[event.TOPIC] = projector
        return projector

    return register
