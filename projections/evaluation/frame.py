"""How a figure is made: a function over what is known, registered under the name that application.evaluation.figures gives it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from pydantic import JsonValue

from application.evaluation.figures import FIGURES
from application.queries.evaluation import Figure, Note, Verdict
from projections.evaluation.known import EvaluationData, NetworkData


@dataclass(frozen=True)
class Measurement:
    """A figure as a function finds it."""

    value: JsonValue
    n: int | None = None
    events: Iterable[str | None] = ()
    ground: Iterable[str | None] = ()
    norm: float | None = None
    verdict: Verdict | None = None
    note: Note | None = None
    detail: dict[str, JsonValue] = field(default_factory=dict)


OF_A_NETWORK: dict[str, Callable[[EvaluationData, NetworkData], Measurement]] = {}
OF_ALL: dict[str, Callable[[EvaluationData], Measurement]] = {}


def of_each_network(
    name: str,
) -> Callable[[Callable[[EvaluationData, NetworkData], Measurement]], Callable[[EvaluationData, NetworkData], Measurement]]:
    """Make a function the one that finds a figure of one network."""

    def register(
        function: Callable[[EvaluationData, NetworkData], Measurement],
    ) -> Callable[[EvaluationData, NetworkData], Measurement]:
        OF_A_NETWORK[name] = function
        return function

    return register


def of_all(name: str) -> Callable[[Callable[[EvaluationData], Measurement]], Callable[[EvaluationData], Measurement]]:
    """Make a function the one that finds a figure of all networks and plans together."""

    def register(function: Callable[[EvaluationData], Measurement]) -> Callable[[EvaluationData], Measurement]:
        OF_ALL[name] = function
        return function

    return register


def shaped(
    name: str, found: Measurement, network: NetworkData | None = None, corrections: dict[str, list[str]] | None = None
) -> Any:  # noqa: ANN401
    """Give a figure as it is answered; corrections of the events behind it are part of its ground."""
    events = tuple(sorted({each for each in found.events if each is not None}))
    rests_on = {each for each in found.ground if each is not None} - set(events)
    mended = {each for event in (*events, *rests_on) for each in (corrections or {}).get(event, ())}
    ground = tuple(sorted((rests_on | mended) - set(events)))
    return Figure(
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
