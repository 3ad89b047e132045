"""What needs somebody about frozen evaluations: reacting in time, and publishing afterwards."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from application.queries.attention import AttentionKind
from domain.kernel.days import end_of
from projections.attention.asked import Asked
from projections.attention.of_networks import alive
from projections.attention.rows import AttentionRow
from projections.reading.query_service import AsOf
from projections.store.instants import micros
from projections.store.tables import frozen_evaluations
from projections.views.evaluations import FrozenEvaluationView


def _unpublished(as_of: AsOf) -> Select[Any]:
    of = frozen_evaluations.c
    return select(of.view).where(as_of.standing(frozen_evaluations), of.key.is_not(None), of.is_published.is_(False))


def _views(asked: Asked) -> Iterator[FrozenEvaluationView]:
    return (FrozenEvaluationView.model_validate_json(view) for (view,) in asked.rows(_unpublished))


def evaluations_to_react_to(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find networks whose core group said nothing yet of an evaluation, as long as it can."""
    for view in _views(asked):
        if asked.day > view.reactions_until:
            continue
        item, since, due_on = str(view.frozen_evaluation), micros(view.frozen_at), view.reactions_until.isoformat()
        for network, name, sensitive in asked.rows(alive):
            if UUID(network) in view.networks and UUID(network) not in view.reactions:
                yield AttentionRow(kind, item, network, name, bool(sensitive), since, due_on=due_on)


def evaluations_to_publish(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find evaluations to which core groups could react, and that nobody published yet."""
    for view in _views(asked):
        if asked.day > view.reactions_until:
            since = micros(end_of(view.reactions_until))
            yield AttentionRow(kind, str(view.frozen_evaluation), None, None, sensitive=False, since=since)
