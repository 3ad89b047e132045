"""What of an evaluation is not told to everybody who asks for it, or not unless it is asked for."""

from collections.abc import Mapping

from pydantic import JsonValue

from application.access.table import QUERIES, Scope
from application.evaluation import details
from application.evaluation.figures import FigureName, Tells
from application.ports.vault.sessions import Session
from application.queries.auditing.reasons import Why
from application.queries.evaluating.evaluation import NOT_ASKED, EvaluationReport, Figure
from application.queries.meetings import LessonsOfNetworks

NOTHING_NAMED: Mapping[str, tuple[()]] = {"events": (), "ground": (), "left_out": ()}


def without_events_of_people(report: EvaluationReport, session: Session) -> EvaluationReport:
    """Leave out the events behind what is counted in people for those who may not ask for them one by one."""
    if QUERIES[Why].get(session.role) is Scope.ALL:
        return report
    figures = tuple(each if each.figure.tells is Tells.THINGS else _without_names(each) for each in report.figures)
    return report.model_copy(update={"figures": figures})


def _without_names(figure: Figure) -> Figure:
    late = figure.detail.model_copy(update={"late_ones": ()}) if isinstance(figure.detail, details.EntriesLate) else figure.detail
    return figure.model_copy(update={**NOTHING_NAMED, "detail": late})


def without_events(report: EvaluationReport) -> EvaluationReport:
    """Name no events, nor months in which nothing happened: of a whole party both are megabytes that few look at."""
    unasked = dict.fromkeys(NOTHING_NAMED, NOT_ASKED)
    bare = (_without_names(each) for each in report.figures)
    figures = tuple(each.model_copy(update={**unasked, "value": _eventful(each.value)}) for each in bare)
    return report.model_copy(update={"figures": figures})


HAPPENED = frozenset({"joined", "left", "partyMembershipEnded", "networkClosed", "held", "hours"})
"""What can happen in a month or quarter."""


def _eventful(value: JsonValue) -> JsonValue:
    if not isinstance(value, list):
        return value
    return [row for row in value if isinstance(row, dict) and any(row.get(name) for name in HAPPENED)]


def without_quotes(report: EvaluationReport, session: Session) -> EvaluationReport:
    """Quote lessons, reasons and agreements only to those who may read the lessons of every network."""
    if QUERIES[LessonsOfNetworks].get(session.role) is Scope.ALL:
        return report
    figures = tuple(
        each.model_copy(update={"detail": None}) if each.figure is FigureName.LESSONS else each for each in report.figures
    )
    networks = tuple(each.model_copy(update={"reason": None}) for each in report.networks)
    unquoted = {
        "beyond_places": tuple(each.model_copy(update={"reasons": None}) for each in report.happened.beyond_places),
        "rejected": tuple(each.model_copy(update={"reasons": None}) for each in report.happened.rejected),
        "suspended": tuple(each.model_copy(update={"reasons": None}) for each in report.happened.suspended),
        "conversations": tuple(each.model_copy(update={"agreed": None}) for each in report.happened.conversations),
    }
    happened = report.happened.model_copy(update=unquoted)
    return report.model_copy(update={"figures": figures, "networks": networks, "happened": happened})
