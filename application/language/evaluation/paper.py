"""The evaluation on paper: the questions on one page, a page for each network, and every figure in the appendix."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap

from application.evaluation.figures import FigureName
from application.language.evaluation.closing import closing, quotes
from application.language.evaluation.explained import EXPLAINED
from application.language.evaluation.first_page import first_page
from application.language.evaluation.page import NOTHING, EvaluationPage, is_told
from application.language.evaluation.summary import (
    TITLE,
    TITLES_OF_ROWS,
    StandingRow,
    in_short,
    opening,
    spread,
    standing_rows,
    why_ended,
)
from application.language.evaluation.words import COLUMNS, LEFT_FOR_ANY_CAUSE, TITLES, VERDICTS
from application.language.words import Language, Words
from application.queries.evaluating.evaluation import EvaluationReport, Figure

WIDTH = 120
INDENT = "   "
IN_SHORT = Words("Kort.", "In short.")
ATTENTION = Words("Deze vragen nu het eerst aandacht:", "These need attention first:")
OF_NETWORK = Words("\f{network}, stand op {day}", "\f{network}, as of {day}")
APPENDIX = Words("\fBIJLAGE: alle cijfers, stand op {day}", "\fAPPENDIX: all figures, as of {day}")
TOGETHER = Words("alle netwerken", "all networks")
NOTHING_FOR_ANY = Words("voor geen enkel netwerk is iets vastgelegd", "nothing recorded for any network")
FOR_ALL = Words("voor alle netwerken: {why}", "for all networks: {why}")
FOR_OTHERS = Words("voor de andere netwerken: {why}", "for the other networks: {why}")
COUNTED_FROM = Words("geteld uit {n}", "counted from {n}")
SEPARATOR = "  "


def paper(report: EvaluationReport, language: Language = Language.NL) -> str:
    """Write an evaluation as text."""
    page = EvaluationPage(report, language)
    networks = dict.fromkeys((each.of, each.network) for each in report.figures if each.of is not None)
    own = [_own_page(page, str(name), page.figures_of(of)) for of, name in networks]
    return "\n".join([_page_one(page), *own, _appendix(page)])


def _page_one(page: EvaluationPage) -> str:
    parts = [page.say(TITLE).upper(), *_wrapped(" ".join(opening(page))), ""]
    parts += _wrapped(f"{page.say(IN_SHORT)} {' '.join(in_short(page))}")
    parts += ["", *_wrapped(" ".join(spread(page))), *_table(page), *_wrapped(" ".join(why_ended(page)))]
    for place, (question, sentences) in enumerate(first_page(page), start=1):
        parts += ["", f"{place}. {question}", *_wrapped(" ".join(sentences), INDENT)]
    for heading, sentences in closing(page):
        parts += ["", f"{heading}:", *_wrapped(" ".join(sentences), INDENT)]
    return "\n".join(parts)


def _wrapped(text: str, indent: str = "") -> list[str]:
    return wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _table(page: EvaluationPage) -> Iterator[str]:
    rows = standing_rows(page)
    if not rows:
        return
    if page.has_many:
        yield page.say(ATTENTION)
    heads = StandingRow(*(page.say(TITLES_OF_ROWS[name]) for name in StandingRow._fields))
    widths = [max(len(row[place]) for row in (heads, *rows)) for place in range(len(heads))]
    for row in (heads, *rows):
        yield SEPARATOR.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
    yield ""


# A page for each network


def _own_page(page: EvaluationPage, network: str, own: Sequence[Figure]) -> str:
    lines = [line for each in own for line in _lines(page, each)]
    return "\n".join([page.say(OF_NETWORK, network=network, day=page.day(page.report.on)), "", *lines, ""])


def _lines(page: EvaluationPage, figure: Figure) -> list[str]:
    lines = [f"{INDENT}{page.say(TITLES[figure.figure]):<46} {_told(page, figure)}"]
    if isinstance(figure.value, list):
        lines += [f"      {_columns(page, row)}" for row in figure.value if isinstance(row, dict) and is_told(row)]
    if figure.figure is FigureName.LESSONS:
        lines += [f"      {line}" for line in quotes(page, figure)]
    return lines


def _told(page: EvaluationPage, figure: Figure) -> str:
    """Tell a value with what it means, what is aimed at and from how many it was counted."""
    parts = [page.told(figure)]
    if figure.verdict is not None:
        parts.append(page.say(VERDICTS[figure.verdict]))
    if (aim := page.aim(figure)) is not None:
        parts.append(aim)
    is_count = figure.n == figure.value and not isinstance(figure.value, float)
    if figure.n and not is_count and not isinstance(figure.value, list):
        parts.append(page.say(COUNTED_FROM, n=page.number(figure.n)))
    return "; ".join(parts)


def _columns(page: EvaluationPage, row: Mapping[str, object]) -> str:
    titles = {**COLUMNS, "left": LEFT_FOR_ANY_CAUSE} if "joined" in row else COLUMNS
    return ", ".join(page.cell(titles[name], name, value) for name, value in row.items())


# The appendix


def _appendix(page: EvaluationPage) -> str:
    lines = [page.say(APPENDIX, day=page.day(page.report.on))]
    for name in dict.fromkeys(each.figure for each in page.all):
        of = [each for each in page.all if each.figure is name]
        lines += ["", page.sentence(TITLES[name]), *_wrapped(page.say(EXPLAINED[name]), INDENT), *_rows(page, of)]
    return "\n".join(lines)


def _rows(page: EvaluationPage, of: Sequence[Figure]) -> Iterable[str]:
    """Give a line for each network that has something, and one for all that have not for one reason."""
    if of[0].network is None:
        return [f"{INDENT}{page.say(TOGETHER):<46} {_told(page, of[0])}"]
    empty: dict[str, int] = {}
    for each in of:
        if page.is_empty(each):
            empty[page.told(each)] = empty.get(page.told(each), 0) + 1
    reason, number = max(empty.items(), key=lambda each: each[1], default=("", 0))
    if number == len(of):
        nothing = reason == page.say(NOTHING)
        return [f"{INDENT}{page.say(NOTHING_FOR_ANY) if nothing else page.say(FOR_ALL, why=reason)}"]
    alone = number > 1
    shown = [each for each in of if not (alone and page.is_empty(each) and page.told(each) == reason)]
    lines = [f"{INDENT}{each.network!s:<46} {_told(page, each)}" for each in shown]
    return [*lines, f"{INDENT}{page.say(FOR_OTHERS, why=reason)}"] if alone else lines
