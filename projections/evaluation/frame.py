"""How a figure is made: a function over what is known, registered under the name that application.evaluation.figures gives it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from pydantic import JsonValue

from application import queries as q
from application.evaluation.figures import FIGURES
from projections.evaluation.known import Known, NetworkKnown


@dataclass(frozen=True)
class Found:
    """A figure as a function finds it."""

    value: JsonValue
    n: int | None = None
    events: Iterable[str | None] = ()
    ground: Iterable[str | None] = ()
    norm: float | None = None
    verdict: q.Verdict | None = None
    note: q.Note | None = None
    detail: dict[str, JsonValue] = field(default_factory=dict)


OF_A_NETWORK: dict[str, Callable[[Known, NetworkKnown], Found]] = {}
OF_ALL: dict[str, Callable[[Known], Found]] = {}


def of_each_network(name: str) -> Callable[[Callable[[Known, NetworkKnown], Found]], Callable[[Known, NetworkKnown], Found]]:
    """Make a function the one that finds a figure of one network."""

    def register(function: Callable[[Known, NetworkKnown], Found]) -> Callable[[Known, NetworkKnown], Found]:
        OF_A_NETWORK[name] = function
        return function

    return register


def of_all(name: str) -> Callable[[Callable[[Known], Found]], Callable[[Known], Found]]:
    """Make a function the one that finds a figure of all networks and plans together."""

    def register(function: Callable[[Known], Found]) -> Callable[[Known], Found]:
        OF_ALL[name] = function
        return function

    return register


def shaped(name: str, found: Found, network: NetworkKnown | None = None, corrections: dict[str, list[str]] | None = None) -> Any:  # noqa: ANN401
    """Give a figure as it is answered; corrections of the events behind it are part of its ground."""
    events = tuple(sorted({each for each in found.events if each is not None}))
    rests_on = {each for each in found.ground if each is not None} - set(events)
    mended = {each for event in (*events, *rests_on) for each in (corrections or {}).get(event, ())}
    ground = tuple(sorted((rests_on | mended) - set(events)))
    return q.Figure(
        figure=name,
        network=None if network is None else network.name,
        value=found.value,
        unit=FIGURES[name].unit,
        n=found.n,
        norm=found.norm,
        verdict=found.verdict,
        note=found.note,
        detail=found.detail,
        events=events,
        ground=ground,
        of=None if network is None else UUID(network.owner),
    )
