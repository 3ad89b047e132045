"""The answer to what came of the pilot: every figure over the same facts, in the order of application.evaluation.figures."""

from application.evaluation.figures import FIGURES
from application.queries.evaluation import Evaluation, EvaluationReport
from domain.kernel.days import day_of
from projections.evaluation import advice, bureau, core_groups, growth, meetings, members, not_recorded, plans, records  # noqa: F401  # their figures become known
from projections.evaluation.frame import OF_A_NETWORK, OF_ALL, shaped
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
    figures = [shaped(name, OF_ALL[name](data), None, data.corrections) for name in FIGURES if name in OF_ALL]
    others = data.others if query.with_others else []
    networks = [*data.networks, *others]
    for name in (name for name in FIGURES if name in OF_A_NETWORK):
        figures += [shaped(name, OF_A_NETWORK[name](data, network), network, data.corrections) for network in networks]
    return EvaluationReport(
        on=day_of(moment(as_of.before - 1)),
        known_at=moment(as_of.known_at),
        figures=tuple(figures),
        people=people_seen(data, others),
    )
