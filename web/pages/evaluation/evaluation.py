"""What came of the pilot and the networks: eight questions with their answers in sentences, and the numbers behind them."""

from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from application.evaluation.figures import FigureName
from application.language.evaluation.closing import closing
from application.language.evaluation.first_page import first_page
from application.language.evaluation.page import EvaluationPage
from application.language.evaluation.summary import (
    TITLES_OF_ROWS,
    StandingRow,
    in_short,
    opening,
    spread,
    standing_rows,
    why_ended,
)
from application.language.evaluation.words import NOTES, TITLES, VERDICTS
from application.language.words import Words
from application.queries.evaluating.evaluation import Evaluation, Figure
from infrastructure.tables import Table, TableColumn
from web.drawing.charts import bar
from web.page import Facts, Menu, page
from web.pages.evaluation.charts import charts_by_question, drawn_charts
from web.pages.evaluation.drawing import why_address
from web.papers import is_paper_wanted
from web.visit import Visit

TITLE = Words("Werkt het?", "Does it work?")


@page("/evaluatie", TITLE, menu=Menu(40, Words("Evaluatie", "Evaluation"), asks=Evaluation), is_paper=True)
def evaluation(visit: Visit) -> Facts:
    """Sentences first, and the numbers of members with their bars; charts are pages of their own, on paper behind it."""
    report = EvaluationPage(visit.ask(Evaluation()), visit.language)
    sizes = [each for each in report.each(FigureName.MEMBERS) if each.value is not None]
    numbers = [each.value for each in sizes if isinstance(each.value, int)]
    target = report.of(FigureName.MEMBERS_AFTER_12_MONTHS, sizes[0]) if sizes else None
    aim = int(target.norm) if target is not None and target.norm is not None else None
    most = max([*numbers, aim or 1])
    return {
        "sizes": members_table(visit, sizes),  # what the page offers as a file stands first
        "opening": list(opening(report)),
        "in_short": list(in_short(report)),
        "spread": list(spread(report)),
        "has_many": report.has_many,
        "standings": standings_table(visit, standing_rows(report)),
        "why_ended": list(why_ended(report)),
        "closing": closing(report),
        "questions": first_page(report),
        "charts": charts_by_question(),
        "on_paper": drawn_charts(visit, report) if is_paper_wanted(visit) else (),
        "why": lambda figure: why_address(visit, figure),
        "bars": [] if report.has_many else [(each.network, report.told(each), _bar(each, most, aim)) for each in sizes],
        "aim": aim,
    }


def standings_table(visit: Visit, rows: Sequence[StandingRow]) -> Table[StandingRow]:
    """Tell how networks stand; of many, those that need attention first."""
    columns = tuple(TableColumn[StandingRow](TITLES_OF_ROWS[name], attrgetter(name)) for name in StandingRow._fields)
    return visit.table(Words("Hoe de netwerken ervoor staan", "How the networks stand"), columns, rows)


def _bar(of: Figure, most: int, aim: int | None) -> object:
    return bar(of.value, most=most, aim=aim) if isinstance(of.value, int) else None


def members_table(visit: Visit, sizes: Sequence[Figure]) -> Table[Figure]:
    """Tell how many members each network has; of one with extra protection in what band."""
    columns = (
        TableColumn[Figure](Words("Netwerk", "Network"), lambda each: each.network),
        TableColumn[Figure](Words("Leden", "Members"), lambda each: each.value),
    )
    return visit.table(Words("Leden per netwerk", "Members of each network"), columns, sizes)


class ToldFigure(NamedTuple):
    """A figure as a table tells it."""

    figure: Figure
    title: str
    value: str
    verdict: str | None


@page("/evaluatie/cijfers", Words("Alle cijfers", "All figures"))
def figures(visit: Visit) -> Facts:
    """Every figure of one question, or of all of them as a file."""
    report = EvaluationPage(visit.ask(Evaluation()), visit.language)
    questions = [question for question, _ in first_page(report)]
    topics = list(dict.fromkeys(each.topic for each in FigureName))
    asked = visit.query.get("vraag", "1")
    number = int(asked) if asked in {str(place + 1) for place in range(len(topics))} else 1
    wanted = [each for each in report.all if "als" in visit.query or each.figure.topic is topics[number - 1]]
    return {"questions": questions, "number": number, "figures": figures_table(visit, report, wanted)}


def figures_table(visit: Visit, report: EvaluationPage, wanted: Sequence[Figure]) -> Table[ToldFigure]:
    """Tell figures one by one; each leads to what it rests on."""
    told = [
        ToldFigure(
            each,
            visit.tell(TITLES[each.figure]),
            report.told(each),
            visit.tell(VERDICTS[each.verdict]) if each.verdict else visit.tell(NOTES[each.note]) if each.note else None,
        )
        for each in wanted
    ]
    columns = (
        TableColumn[ToldFigure](Words("Cijfer", "Figure"), lambda each: each.title, lambda each: why_address(visit, each.figure)),
        TableColumn[ToldFigure](Words("Netwerk", "Network"), lambda each: each.figure.network),
        TableColumn[ToldFigure](Words("Waarde", "Value"), lambda each: each.value),
        TableColumn[ToldFigure](Words("Geteld", "Counted"), lambda each: each.figure.n),
        TableColumn[ToldFigure](Words("Streven", "Target"), lambda each: each.figure.norm),
        TableColumn[ToldFigure](Words("Wat dit zegt", "What this says"), lambda each: each.verdict),
    )
    return visit.table(Words("Cijfers", "Figures"), columns, told)
