"""
An evaluation as it may be told to everybody, and so be frozen and published.

Figures of people that strangers may not ask of a network one by one are not in it (docs/decisions/0057).
"""

from application.access.visitor import VISITOR
from application.evaluation import details
from application.evaluation.disclosure import FEW, evaluated
from application.evaluation.figures import FigureName
from application.evaluation.withheld import without_events, without_quotes
from application.ports.event_log import EventLog
from application.ports.vault.vault import Vault
from application.queries.evaluating.evaluation import EvaluationReport, Figure, Note

REDACTION = "everybody-1"
"""What is left out of what is frozen; whoever changes that gives it another name."""

BETWEEN_US = frozenset(
    {FigureName.GROWTH_PER_MONTH, FigureName.CHURN_PER_QUARTER, FigureName.CORE_GROUP_MIX, FigureName.ATTENDANCE}
)
"""Who came and went month by month, what core groups are like and how many came: strangers are not told that elsewhere either."""
OF_FEW = frozenset({FigureName.RETENTION_AFTER_6_MONTHS, FigureName.RETENTION_AFTER_12_MONTHS, FigureName.ADVICE_EXPERTS})
"""Shares of people that tell what single ones did, where they are few."""


def for_everybody(report: EvaluationReport, log: EventLog, vault: Vault) -> EvaluationReport:
    """Give an evaluation without what is between a network and the party: events, quotes, reasons, what few did."""
    told = without_quotes(without_events(evaluated(report, log, vault)), VISITOR)
    figures = tuple(_of_enough(each) for each in told.figures if each.figure not in BETWEEN_US)
    return told.model_copy(update={"figures": figures, "happened": told.happened.model_copy(update={"conversations": ()})})


def _of_enough(figure: Figure) -> Figure:
    people = figure.detail.people if isinstance(figure.detail, details.ExpertsTakingPart) else figure.n
    if figure.figure not in OF_FEW or people is None or people >= FEW:
        return figure
    return figure.model_copy(update={"value": None, "n": None, "verdict": None, "detail": None, "note": Note.TOO_FEW})
