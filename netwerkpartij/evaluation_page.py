"""The evaluation as its page in the portal shows it, of a report at hand, for who has the machine and no browser."""

import time
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar, cast

from application.access.visitor import VISITOR
from application.language.words import Language
from application.ports.papers import Paper, PaperState
from application.queries.base import Query
from application.queries.evaluating.evaluation import Evaluation, EvaluationReport
from netwerkpartij.faces import contact_of, ways_into
from netwerkpartij.wiring import Opened
from web.in_one_file import in_one_file
from web.papers import AS, AS_PAPER, paper_of
from web.site import about
from web.sitemap import site
from web.visit import Past, Visit

R = TypeVar("R")

PAGE = "/evaluatie"
WHO_WAITS = "command line"
A_MOMENT = 0.1


@dataclass(frozen=True)
class VisitToReport(Visit):
    """A visit of a stranger, to whom one report is shown."""

    report: EvaluationReport = field(kw_only=True)

    def ask(self, question: Query[R]) -> R:
        """Give the report that is there already; anything else is answered as to everybody."""
        return cast("R", self.report) if isinstance(question, Evaluation) else super().ask(question)


def page_of(
    service: Opened,
    report: EvaluationReport,
    language: Language,
    on: date,
    known_at: datetime | None,
    *,
    is_in_one_file: bool,
) -> str:
    """Give the page of a report as it is printed, its charts behind it: in one file, or as the paper of it is made."""
    page = next(each for each in site().pages if each.path == PAGE)
    past, ways_in = Past(on, known_at), ways_into(service)
    visit = VisitToReport(service.service, VISITOR, language, PAGE, {AS: AS_PAPER}, past=past, ways_in=ways_in, report=report)
    facts = page.show(visit)
    if not isinstance(facts, dict):
        raise TypeError
    html = paper_of(visit, page, facts, about(service.service, contact_of(service)))
    return in_one_file(html, service.sender.pages) if is_in_one_file else html


def paper_made(service: Opened, html: str) -> Paper:
    """Wait until the paper of a page is made, or cannot be."""
    while (paper := service.papers.of(html, WHO_WAITS)).state is PaperState.BEING_MADE:
        time.sleep(A_MOMENT)
    return paper
