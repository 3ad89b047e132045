"""The evaluation on paper: the questions on one page, a page for each network, and every figure in the appendix."""

from collections.abc import Mapping

from application.evaluation.figures import FigureName
from application.language.evaluation.about_work import quotes
from application.language.evaluation.first_page import first_page
from application.language.evaluation.page import EvaluationPage
from application.language.evaluation.words import COLUMNS, TITLES, VERDICTS
from application.language.formatting import format_value
from application.language.words import Language, Words
from application.queries.evaluation import EvaluationReport, Figure

HEADING = Words(
    "EVALUATIE VAN DE PARTIJNETWERKEN\nStand op {day}\n",
    "EVALUATION OF THE PARTY NETWORKS\nAs of {day}\n",
)
OF_NETWORK = Words("\f{network}, stand op {day}", "\f{network}, as of {day}")
APPENDIX = Words("\fBIJLAGE: alle cijfers", "\fAPPENDIX: all figures")
TOGETHER = Words("alle netwerken", "all networks")
FIGURE, NETWORK, VALUE = Words("cijfer", "figure"), Words("netwerk", "network"), Words("waarde", "value")
NORM, DAY = Words("streefaantal", "target"), Words("dag", "day")


def paper(report: EvaluationReport, language: Language = Language.NL) -> str:
    """Write an evaluation as text."""
    page = EvaluationPage(report, language)
    day = format_value(report.on, language)
    parts = [page.say(HEADING, day=day)]
    for place, (question, lines) in enumerate(first_page(page), start=1):
        parts.append("\n".join([f"{place}. {question}", *(f"   {line}" for line in lines), ""]))
    for network in dict.fromkeys((each.of, each.network) for each in report.figures if each.of is not None):
        own = [line for each in report.figures if each.of == network[0] for line in _lines(page, each)]
        parts.append("\n".join([page.say(OF_NETWORK, network=str(network[1]), day=day), "", *own, ""]))
    head = f"{page.say(FIGURE):<46} {page.say(NETWORK):<34} {page.say(VALUE):<40} {'n':>6} {page.say(NORM):>12}  {page.say(DAY)}"
    return "\n".join([*parts, page.say(APPENDIX), "", head, *(_row(page, each, day) for each in report.figures)])


def _row(page: EvaluationPage, figure: Figure, day: str) -> str:
    n = "-" if figure.n is None else figure.n
    norm = "-" if figure.norm is None else page.number(figure.norm)
    named = f"{page.say(TITLES[figure.figure]):<46} {figure.network or page.say(TOGETHER):<34}"
    return f"{named} {page.told(figure):<40} {n:>6} {norm:>12}  {day}"


def _lines(page: EvaluationPage, figure: Figure) -> list[str]:
    verdict = "" if figure.verdict is None else f"  {page.say(VERDICTS[figure.verdict])}"
    norm = "" if figure.norm is None else f"  {page.say(NORM)} {page.number(figure.norm)}"
    n = "" if figure.n is None else f"  n = {figure.n}"
    lines = [f"   {page.say(TITLES[figure.figure]):<46} {page.told(figure)}{verdict}{norm}{n}"]
    if isinstance(figure.value, list):
        lines += [f"      {_columns(page, row)}" for row in figure.value if isinstance(row, dict)]
    if figure.figure is FigureName.LESSONS:
        lines += [f"      {line}" for line in quotes(page, figure)]
    return lines


def _columns(page: EvaluationPage, row: Mapping[str, object]) -> str:
    return ", ".join(f"{page.say(COLUMNS[name])} {_cell(page, name, value)}" for name, value in row.items())


def _cell(page: EvaluationPage, name: str, value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, str):
        return page.half_year(value)
    return page.percentage(value) if name.startswith("share") else page.number(value)
