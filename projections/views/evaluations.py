"""What is shown of a frozen evaluation, but the evaluation itself: that stands in its first event."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import Field

from domain.kernel.acts import EventName, Immutable
from domain.kernel.days import day_of
from domain.kernel.events import DomainEvent, event_name
from domain.pilot.frozen_evaluation import FrozenEvaluation, NetworkFuture
from projections.store.bulk_writes import Row
from projections.store.tables import frozen_evaluations
from projections.views.view import View, ViewKind, in_order


class ReactionView(Immutable):
    """What a core group said last."""

    reaction: str
    on: date


class ObservationView(Immutable):
    """What the researcher said."""

    observation: str
    on: date


class OutsideResultView(Immutable):
    """What others found."""

    result: str
    origin: str
    result_day: date
    counted: int | None


class FutureView(Immutable):
    """What the board decided on a network last."""

    future: NetworkFuture
    ground: str
    on: date
    digest: str


class FrozenEvaluationView(View):
    """One frozen evaluation; what counts of each network is what was said last."""

    frozen_evaluation: UUID
    pilot: UUID | None
    day: date
    known_at: datetime
    frozen_at: datetime
    frozen_by: EventName
    reactions_until: date
    networks: tuple[UUID, ...]
    published_at: datetime | None = None
    digest: str
    reactions: Mapping[UUID, ReactionView] = Field(default_factory=dict)
    observations: tuple[ObservationView, ...] = ()
    outside_results: tuple[OutsideResultView, ...] = ()
    futures: Mapping[UUID, FutureView] = Field(default_factory=dict)

    @property
    def key(self) -> str:
        """Its place in the order in which they were frozen."""
        return in_order(self.frozen_at, self.frozen_evaluation)


def evolve(view: FrozenEvaluationView | None, event: DomainEvent, _: FrozenEvaluation) -> FrozenEvaluationView:
    if view is None:
        return _begun(event)
    return view.model_copy(update={"version": event.originator_version, **_news(view, event)})


def _begun(event: Any) -> FrozenEvaluationView:  # noqa: ANN401  # the first of its events
    same = {name: getattr(event, name) for name in ("pilot", "day", "known_at", "reactions_until", "digest")}
    about = {"frozen_evaluation": event.originator_id, "frozen_at": event.act.at, "frozen_by": event_name(event)}
    networks = tuple(each.network for each in event.networks)
    return FrozenEvaluationView.model_validate({"version": event.originator_version, "networks": networks, **about, **same})


def _news(view: FrozenEvaluationView, event: DomainEvent) -> Row:
    on = day_of(event.act.at)
    match event:
        case FrozenEvaluation.ReactionGiven():
            return {"reactions": {**view.reactions, event.network: ReactionView(reaction=event.reaction, on=on)}}
        case FrozenEvaluation.ObservationAdded():
            return {"observations": (*view.observations, ObservationView(observation=event.observation, on=on))}
        case FrozenEvaluation.OutsideResultAdded():
            said = {name: getattr(event, name) for name in OutsideResultView.model_fields}
            return {"outside_results": (*view.outside_results, OutsideResultView.model_validate(said))}
        case FrozenEvaluation.NetworkFutureDecided():
            future = FutureView(future=event.future, ground=event.ground, on=on, digest=event.digest)
            return {"futures": {**view.futures, event.network: future}}
        case FrozenEvaluation.EvaluationPublished():
            return {"published_at": event.act.at}
        case _:
            return {}


def _columns(view: FrozenEvaluationView) -> Row:
    return {"key": view.key, "is_published": view.published_at is not None}


FROZEN_EVALUATIONS = ViewKind(
    FrozenEvaluation, frozen_evaluations, FrozenEvaluationView, evolve, _columns, counts_from_own_day=True
)
