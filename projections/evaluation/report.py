"""The answer to what came of the pilot: every figure over the same facts, in the order of application.evaluation.figures."""

from uuid import UUID

from application.queries.evaluation import Evaluation, EvaluationReport
from projections.evaluation.figures import FIGURES_OF_A_NETWORK, FIGURES_OF_ALL
from projections.evaluation.known import EvaluationData
from projections.evaluation.people import people_seen
from projections.queries.query_service import AsOf
from projections.store.instants import moment
from projections.views.pilots import PILOTS


def evaluation(as_of: AsOf, query: Evaluation) -> EvaluationReport:
    """Find every figure of all together, and then of each network."""
    if query.pilot is not None:
        as_of.view(PILOTS, query.pilot)  # or it is unknown
    data = EvaluationData(as_of, query.pilot)
    others = data.others if query.with_others else []
    together = [find(data).as_figure(name, corrections=data.corrections) for name, find in FIGURES_OF_ALL.items()]
    of_each = [
        find(data, network).as_figure(name, network.name, UUID(network.owner), data.corrections)
        for name, find in FIGURES_OF_A_NETWORK.items()
        for network in [*data.networks, *others]
    ]
    return EvaluationReport(
        on=as_of.day,
        known_at=moment(as_of.known_at),
        figures=(*together, *of_each),
        people=people_seen(data, others),
    )
