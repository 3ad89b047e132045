"""Answers about frozen evaluations."""

from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement

from application.errors import UnknownItem
from application.evaluation.frozen import report_in
from application.queries.base import Many
from application.queries.evaluating.evaluation import Evaluation, EvaluationReport
from application.queries.evaluating.frozen_evaluations import (
    CorrectionsSinceFreezing,
    FiguresCorrected,
    FrozenEvaluationDetails,
    FrozenEvaluationEntry,
    FrozenEvaluationPage,
    FrozenEvaluations,
    NetworkFutureTold,
    NetworkReaction,
    Observation,
    OutsideResult,
)
from domain.kernel.days import end_of
from domain.pilot.frozen_evaluation import FrozenEvaluation
from projections.evaluation.report import evaluation
from projections.reading.query_service import AsOf, shown
from projections.store.instants import micros
from projections.store.tables import frozen_evaluations
from projections.views.evaluations import FROZEN_EVALUATIONS, FrozenEvaluationView


def list_frozen(as_of: AsOf, query: FrozenEvaluations) -> Many[FrozenEvaluationEntry]:
    """List frozen evaluations in the order in which they were frozen."""
    wanted: list[ColumnElement[bool]] = [frozen_evaluations.c.is_published.is_(True)] if query.only_published else []
    found = as_of.views_after(FROZEN_EVALUATIONS, query, *wanted)
    return as_of.page(query, [FrozenEvaluationEntry(**shown(view, FrozenEvaluationEntry)) for view in found])


def frozen_evaluation_details(as_of: AsOf, query: FrozenEvaluationDetails) -> FrozenEvaluationPage:
    """Show one with what was said of it: networks in the order of their names."""
    view, frozen = _frozen(as_of, query)
    names = {each.network: each.name for each in frozen.networks}
    in_order = sorted(names, key=lambda each: names[each].casefold())
    return FrozenEvaluationPage(
        **shown(view, FrozenEvaluationEntry),
        redaction=frozen.redaction,
        metric_versions=frozen.metric_versions,
        networks=tuple(names[each] for each in in_order),
        network_ids=tuple(in_order),
        document=frozen.document,
        withheld=(),
        report=report_in(frozen.document, frozen.networks),
        reactions=tuple(
            NetworkReaction(network=names[each], **dict(view.reactions[each])) for each in in_order if each in view.reactions
        ),
        observations=tuple(Observation(**dict(each)) for each in view.observations),
        outside_results=tuple(OutsideResult(**dict(each)) for each in view.outside_results),
        futures=tuple(
            NetworkFutureTold(network=names[each], **dict(view.futures[each])) for each in in_order if each in view.futures
        ),
    )


def corrections_since_freezing(as_of: AsOf, query: CorrectionsSinceFreezing) -> FiguresCorrected:
    """Count the day of a frozen evaluation again: as it was known then, and as it is known now."""
    view, frozen = _frozen(as_of, query)
    then = replace(as_of, position=as_of.log.position_at(view.known_at), known_at=micros(view.known_at))
    return FiguresCorrected(corrections=(), frozen=frozen, recounted=(_counted(then, view), _counted(as_of, view)))


def _counted(as_of: AsOf, view: FrozenEvaluationView) -> EvaluationReport:
    at_its_end = replace(as_of, before=micros(end_of(view.day)), looks_back=True)
    return evaluation(at_its_end, Evaluation(pilot=view.pilot, on=view.day))


def _frozen(as_of: AsOf, query: FrozenEvaluationDetails | CorrectionsSinceFreezing) -> tuple[FrozenEvaluationView, Any]:
    """
    Give what is shown of a frozen evaluation, and the event in which it stands.

    :raises UnknownItem: if nothing was known of it, or it is not for whoever asks
    """
    view: FrozenEvaluationView = as_of.view(FROZEN_EVALUATIONS, query.frozen_evaluation)
    item = as_of.log.load(FrozenEvaluation, view.frozen_evaluation)
    if item is None or (query.only_published and view.published_at is None):
        raise UnknownItem(kind=FrozenEvaluation.__name__, item=query.frozen_evaluation)
    return view, item.life[0]
