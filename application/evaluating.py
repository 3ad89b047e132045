"""What is shown of an evaluation: no person of a sensitive network can be counted or followed in it, by nobody."""

from uuid import UUID

from application import queries as q
from application.access import QUERIES, Scope
from application.bands import band
from application.figures import FIGURES, Tells
from application.ports import EventLog, Session, Vault
from domain.network import Network


def evaluated(report: q.EvaluationReport, log: EventLog, vault: Vault) -> q.EvaluationReport:
    """Give an evaluation as everybody may see it; what is sensitive today was so on every day."""
    found = log.load_many({each.of for each in report.figures if each.of is not None})
    sensitive = frozenset(item for item, each in found.items() if isinstance(each, Network) and each.sensitive)
    return without_the_sensitive(report, sensitive)


def without_the_sensitive(report: q.EvaluationReport, sensitive: frozenset[UUID]) -> q.EvaluationReport:
    """Show a band for each number of people in a sensitive network, and nothing that was computed from such numbers."""
    figures = tuple(_protected(each) if each.of in sensitive else each for each in report.figures)
    return report.model_copy(update={"figures": figures, "people": q.PeopleSeen()})


def _protected(figure: q.Figure) -> q.Figure:
    tells = FIGURES[figure.figure].tells
    if tells is Tells.THINGS:
        return figure
    hidden: dict[str, object] = {"events": (), "ground": (), "n": None, "note": figure.note or q.Note.SENSITIVE}
    if tells is Tells.BEHAVIOUR:
        return figure.model_copy(update=hidden | {"detail": {}})
    if tells is Tells.PEOPLE and isinstance(figure.value, int):
        return figure.model_copy(update=hidden | {"detail": {}, "value": band(figure.value), "verdict": None})
    return figure.model_copy(update=hidden | {"detail": {}, "value": None, "verdict": None})


def without_events_of_people(report: q.EvaluationReport, session: Session) -> q.EvaluationReport:
    """Leave out the events behind what is counted in people for those who may not ask for them one by one."""
    if QUERIES[q.Why].get(session.role) is Scope.ALL:
        return report
    figures = tuple(
        each if FIGURES[each.figure].tells is Tells.THINGS else each.model_copy(update={"events": (), "ground": ()})
        for each in report.figures
    )
    return report.model_copy(update={"figures": figures})
