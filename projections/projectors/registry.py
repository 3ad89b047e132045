"""From events to rows: each function names the events that it projects, and writes the rows that follow from them."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

from domain.kernel.events import DomainEvent
from projections.projectors.row_writer import RowWriter

E = TypeVar("E", bound=DomainEvent)
Projector = Callable[[RowWriter, E], None]

PROJECTORS: dict[str, Callable[[RowWriter, Any], None]] = {}
"""By the stored name of the event."""
AFTERWARDS: dict[str, list[Callable[[RowWriter, Any], None]]] = defaultdict(list)
"""What works after the projector of the same event, and finds what it wrote."""


def projects(*events: type[E]) -> Callable[[Projector[E]], Projector[E]]:
    """
    Make a function the projector of events.

    :raises ValueError: if one of them has a projector already
    """

    def register(projector: Projector[E]) -> Projector[E]:
        for event in events:
            if PROJECTORS.setdefault(event.TOPIC, projector) is not projector:
                raise ValueError(event.TOPIC)
        return projector

    return register


def adds_to_decision_register(*events: type[E]) -> Callable[[Projector[E]], Projector[E]]:
    """Make a function one that puts events in the register of decisions."""
    return _afterwards(events)


def adds_to_record(*events: type[E]) -> Callable[[Projector[E]], Projector[E]]:
    """Make a function one that tells how well events were recorded."""
    return _afterwards(events)


def _afterwards(events: tuple[type[E], ...]) -> Callable[[Projector[E]], Projector[E]]:
    def register(projector: Projector[E]) -> Projector[E]:
        for event in events:
            AFTERWARDS[event.TOPIC].append(projector)
        return projector

    return register
