"""What came of the pilot and the networks: eight questions with their answers in sentences, and the numbers behind them."""

from collections.abc import Sequence
from datetime import timedelta
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
from application.queries.evaluation import Evaluation, Figure
from application.queries.networks import GrowthCurve, NetworkEntry
from domain.kernel.days import day_of
from infrastructure.tables import Table, TableColumn
from web.drawing.charts import Curve, bar
from web.page import Facts, Menu, page
from web.visit import Visit

TITLE = Words("Werkt het?", "Does it work?")
A_YEAR = timedelta(days=365)
FOUR_WEEKS = 28
"""Days between the points of a small curve."""


class Growth(NamedTuple):
    """How a network grew, drawn."""

    name: str
    drawing: object


@page("/evaluatie", TITLE, menu=Menu(40, Words("Evaluatie", "Evaluation"), asks=Evaluation), is_paper=True)
def evaluation(visit: Visit) -> Facts:
    """Sentences first; the numbers of members with their bars; and how each network grew."""
    report = EvaluationPage(visit.ask(Evaluation()), visit.language)
    sizes = [each for each in report.each(FigureName.MEMBERS) if each.value is not None]
    numbers = [each.value for each in sizes if isinstance(each.value, int)]
    target = report.of(FigureName.MEMBERS_AFTER_12_MONTHS, sizes[0]) if sizes else None
    aim = int(target.norm) if target is not None and target.norm is not None else None
    most = max([*numbers, aim or 1])
    return {
        "opening": list(opening(report)),
        "in_short": list(in_short(report)),
        "spread": list(spread(report)),
        "has_many": report.has_many,
        "standings": standings_table(visit, standing_rows(report)),
        "why_ended": list(why_ended(report)),
        "closing": closing(report),
        "questions": first_page(report),
        "sizes": members_table(visit, sizes),
        "bars": [] if report.has_many else [(each.network, report.told(each), _bar(each, most, aim)) for each in sizes],
        "aim": aim,
        "grown": [] if report.has_many else [each for of in visit.networks if (each := _grown(visit, of, aim)) is not None],
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


def _grown(visit: Visit, of: NetworkEntry, aim: int | None) -> Growth | None:
    """Draw the last year of a network; of one with extra protection, or one that began just now, nothing is drawn."""
    last = min(visit.today, day_of(of.closed_at) - timedelta(days=1)) if of.closed_at else visit.today
    first = max(day_of(of.begun_at), last - A_YEAR)
    if of.sensitive or last <= first:
        return None
    days = visit.ask_if_allowed(GrowthCurve(network=of.network, first=first, last=last))
    if not days:
        return None
    said = visit.say("Aantal leden van {}: van {} naar {}", "Members of {}: from {} to {}")
    said = said.format(of.name, days[0].members, days[-1].members)
    goal = visit.say("streven: {}", "target: {}").format(aim)
    points = [(each.day, each.members) for each in days[::-FOUR_WEEKS][::-1]]
    return Growth(of.name, Curve(points, aim, goal, said, visit.faces[of.network], visit.language).drawn())


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


def why_address(visit: Visit, of: Figure) -> str:
    """Give where it stands what a figure rests on."""
    network = None if of.of is None else visit.network_addresses.get(of.of, str(of.of))
    place = list(FigureName).index(of.figure) + 1
    return visit.address("/evaluatie/waarom", cijfer=str(place), netwerk=network)
