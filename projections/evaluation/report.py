"""The answer to what came of the pilot: every figure over the same facts, in the order of application.evaluation.figures."""

from dataclasses import replace
from uuid import UUID

from application.errors import UnknownItem
from application.evaluation.figures import FROM_THE_VAULT, FigureName
from application.queries.evaluating.evaluation import Evaluation, EvaluationReport
from domain.kernel.days import day_of, end_of
from projections.evaluation.figures import FIGURES_OF_A_NETWORK, FIGURES_OF_ALL
from projections.evaluation.known import EvaluationData
from projections.evaluation.people import networks_seen, people_seen
from projections.evaluation.standing import standing_of, what_happened
from projections.reading.days_asked import must_be_recorded
from projections.reading.query_service import AsOf
from projections.store.instants import micros, moment
from projections.views.pilots import PILOTS


def evaluation(as_of: AsOf, query: Evaluation) -> EvaluationReport:
    """
    Find every figure of all together, and then of each network.

    :raises NothingRecordedThen: if all that is known happened after the day that is asked about
    """
    if query.on is not None:
        must_be_recorded(as_of)
    if query.pilot is not None:
        as_of.view(PILOTS, query.pilot)  # or it is unknown
    as_of = _without_days_to_come(as_of)
    data = EvaluationData(as_of, query.pilot)
    others = data.others if query.with_others else []
    together = [find(data).as_figure(name, corrections=data.corrections) for name, find in FIGURES_OF_ALL.items()]
    of_each = [
        find(data, network).as_figure(name, network.name, UUID(network.owner), data.corrections, data.followed)
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


def evaluation_of_figure(as_of: AsOf, figure: FigureName, network: UUID | None, pilot: UUID | None) -> EvaluationReport:
    """
    Find one figure, of one network or of all together, with the people that only the vault can say more of.

    :raises UnknownItem: if the network or pilot was not known, or had not begun
    """
    if pilot is not None:
        as_of.view(PILOTS, pilot)
    day, as_of = as_of.day, _without_days_to_come(as_of)
    data = EvaluationData(as_of, pilot)
    about = [each for each in data.every_network if each.owner == str(network)]
    if network is not None and not about:
        raise UnknownItem(kind="Network", item=network)
    others = [each for each in about if each in data.others]
    seen = people_seen(data, others) if figure in FROM_THE_VAULT else networks_seen(data, about or data.every_network)
    if network is not None:
        seen = replace(seen, networks=tuple(each for each in seen.networks if each.network == network))
    found = [FIGURES_OF_ALL[figure](data).as_figure(figure, corrections=data.corrections)] if figure in FIGURES_OF_ALL else []
    if figure in FIGURES_OF_A_NETWORK:
        of = about[0]
        measured = FIGURES_OF_A_NETWORK[figure](data, of)
        found.append(measured.as_figure(figure, of.name, UUID(of.owner), data.corrections, data.followed))
    return EvaluationReport(on=day, known_at=moment(as_of.known_at), counted_until=as_of.day, figures=tuple(found), people=seen)


def _without_days_to_come(as_of: AsOf) -> AsOf:
    """Look no further than the day on which it was known: what has not come is not counted, nor waited for."""
    return replace(as_of, before=min(as_of.before, micros(end_of(day_of(moment(as_of.known_at))))))
