"""From events to facts: each function names the one event that it tells, and the rows that follow from it."""

from collections.abc import Callable
from typing import Any, TypeVar

from domain.events import DomainEvent
from projections.facts import Facts

E = TypeVar("E", bound=DomainEvent)
Projector = Callable[[Facts, E], None]
PROJECTORS: dict[str, list[Callable[[Facts, Any], None]]] = {}


def tells(*events: type[E]) -> Callable[[Projector[E]], Projector[E]]:
    """Make a function one of the projectors of events; those of one event work in the order in which they were made."""

    def register(projector: Projector[E]) -> Projector[E]:
        for event in events:
            PROJECTORS.setdefault(event.TOPIC, []).append(projector)
        return projector

    return register
