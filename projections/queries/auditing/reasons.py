"""On what a figure of the evaluation, or a number or status of one item, rests."""

from typing import Any, cast
from uuid import UUID

from application.errors import FigureNeedsItem, FigureNeedsNoItem, UnknownFigure
from application.evaluation.figures import About, FigureName
from application.queries.auditing.reasons import FIGURES, ExplainedFigure, Reasons, Why
from domain.kernel.acts import EventName
from projections.evaluation.report import evaluation_of_figure
from projections.queries.evaluating.figures import behind
from projections.queries.networks import status_of
from projections.reading.counting import network_begun
from projections.reading.days_asked import must_have_begun
from projections.reading.query_service import AsOf
from projections.reading.rules_in_force import rules_in_force
from projections.store.tables import networks, plans
from projections.views.pilots import PILOTS, PilotView
from projections.views.plans import PLANS

BEHIND_STATUS = {"closed": ("closed_by",), "merged": ("closed_by",), "suspended": ("suspension_by",)}
"""What says so; that a network is open or dormant rests on everything that suspended or woke it last."""


def why(as_of: AsOf, query: Why) -> Reasons:
    """
    Name the events and the rules behind a figure; how they are told, and to whom, is in application.access.redaction.reasons.

    :raises DayNotBegun, NetworkNotBegunThen, NothingRecordedThen: if there was nothing on that day
    :raises UnknownFigure: if there is no such figure
    :raises FigureNeedsItem: if it is of a network, plan or pilot and none is named
    :raises FigureNeedsNoItem: if it is of all networks together and one is named
    """
    if query.figure not in FIGURES:
        raise UnknownFigure(figure=query.figure)
    must_have_begun(as_of, query.on, query.about)
    if not query.is_of_item:
        return _of_evaluation(as_of, query)
    if query.about is None:
        raise FigureNeedsItem(figure=query.figure)
    value, found = _behind(as_of, query.figure, query.about)
    is_network = bool(as_of.rows(networks, networks.c.owner == str(query.about)))
    return Reasons(
        figure=query.figure,
        network=query.about if is_network else None,
        on=as_of.day,
        value=value,
        events=tuple(sorted(set(found), key=_place)),
        rules=_rules(as_of, query.figure, query.about),
        position=as_of.position,
        more=False,
    )


def _of_evaluation(as_of: AsOf, query: Why) -> Reasons:
    figure = next(each for each in FigureName if each == query.figure)
    if figure.about is About.ALL_TOGETHER and query.network is not None:
        raise FigureNeedsNoItem(figure=query.figure)
    if figure.about is About.NETWORK and query.network is None:
        raise FigureNeedsItem(figure=query.figure)
    report = evaluation_of_figure(as_of, figure, query.network, query.pilot)
    rules = () if query.network is None else _rules(as_of, query.figure, query.network)
    return Reasons(
        figure=query.figure,
        network=query.network,
        on=report.counted_until,
        value=None,
        events=(),
        rules=rules,
        position=as_of.position,
        more=False,
        report=report,
    )


def _place(name: EventName) -> tuple[str, int]:
    aggregate, _, version = name.partition(":")
    return aggregate, int(version)


def _behind(as_of: AsOf, figure: str, item: UUID) -> tuple[Any, list[str]]:
    if figure == "places-taken":
        pilot: PilotView = as_of.view(PILOTS, item)
        return len(pilot.taken), list(pilot.taken.values())
    if figure != "status":
        return behind(as_of, cast("ExplainedFigure", figure), item)
    if plan := as_of.views(PLANS, plans.c.owner == str(item)):
        return plan[0].status, list(plan[0].events)
    network = network_begun(as_of, item)
    status = status_of(as_of, network)
    by = BEHIND_STATUS.get(status, ("suspension_by", "dormancy_by"))
    return status, [network["begun_by"], *(network[name] for name in by if network[name] is not None)]


def _rules(as_of: AsOf, figure: str, item: UUID) -> tuple[str, ...]:
    """Name the rules that a network was founded under, and for a target those that set it."""
    found = as_of.rows(networks, networks.c.owner == str(item))
    if not found:
        return ()
    in_force = rules_in_force(as_of).get(found[0]["network_type"])
    aim = in_force.rules_version if in_force is not None and figure == "days-to-target" else None
    return tuple(dict.fromkeys(version for version in (found[0]["rules_version"], aim) if version is not None))
