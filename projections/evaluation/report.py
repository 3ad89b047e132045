"""The answer to what came of the pilot: every figure over the same facts, in the order of application.evaluation.figures."""

from dataclasses import replace
from uuid import UUID

from application.queries.evaluation import Evaluation, EvaluationReport
from domain.kernel.days import day_of, end_of
from projections.evaluation.figures import FIGURES_OF_A_NETWORK, FIGURES_OF_ALL
from projections.evaluation.known import EvaluationData
from projections.evaluation.people import people_seen
from projections.evaluation.standing import standing_of, what_happened
from projections.reading.query_service import AsOf
from projections.store.instants import micros, moment
from projections.views.pilots import PILOTS


def evaluation(as_of: AsOf, query: Evaluation) -> EvaluationReport:
    """Find every figure of all together, and then of each network."""
    if query.pilot is not None:
        as_of.view(PILOTS, query.pilot)  # or it is unknown
    as_of = _without_days_to_come(as_of)
    data = EvaluationData(as_of, query.pilot)
    others = data.others if query.with_others else []
    together = [find(data).as_figure(name, corrections=data.corrections) for name, find in FIGURES_OF_ALL.items()]
    of_each = [
        find(data, network).as_figure(name, network.name, UUID(network.owner), data.corrections)
        for name, find in FIGURES_OF_A_NETWORK.items()
        for network in [*data.networks, *others]
    ]
    return EvaluationReport(
        on=query.on or as_of.day,
        known_at=moment(as_of.known_at),
        counted_until=as_of.day,
        networks=tuple(standing_of(data, network) for network in [*data.networks, *others]),
        happened=what_happened(data),
        figures=(*together, *of_each),
        people=people_seen(data, others),
    )


def _without_days_to_come(as_of: AsOf) -> AsOf:
    """Look no further than the day on which it was known: what has not come is not counted, nor waited for."""
    return replace(as_of, before=min(as_of.before, micros(end_of(day_of(moment(as_of.known_at))))))
