"""The answer to what came of the pilot: every figure over the same facts, in the order of application.evaluation.figures."""

from application import queries as q
from application.evaluation.figures import FIGURES
from domain.kernel.days import day_of
from projections.evaluation import advice, bureau, core_groups, growth, meetings, members, not_recorded, plans, records  # noqa: F401  # their figures become known
from projections.evaluation.frame import OF_A_NETWORK, OF_ALL, shaped
from projections.evaluation.known import Known
from projections.evaluation.people import people_seen
from projections.queries.query_service import Reading, answers
from projections.store.instants import moment
from projections.store.tables import pilots


@answers(q.Evaluation)
def evaluation(reading: Reading, query: q.Evaluation) -> q.EvaluationReport:
    """Find every figure of all together, and then of each network."""
    if query.pilot is not None:
        reading.one(pilots, query.pilot)  # or it is unknown
    known = Known(reading, query.pilot)
    figures = [shaped(name, OF_ALL[name](known), None, known.corrections) for name in FIGURES if name in OF_ALL]
    others = known.others if query.with_others else []
    networks = [*known.networks, *others]
    for name in (name for name in FIGURES if name in OF_A_NETWORK):
        figures += [shaped(name, OF_A_NETWORK[name](known, network), network, known.corrections) for network in networks]
    return q.EvaluationReport(
        on=day_of(moment(reading.before - 1)),
        known_at=moment(reading.known_at),
        figures=tuple(figures),
        people=people_seen(known, others),
    )
