"""One evaluation in one language: its figures by name, and its numbers as people write them."""

from collections.abc import Iterable
from math import ceil
from typing import Any

from application.evaluation.figures import FigureName
from application.language.counting import FormattedFact
from application.language.evaluation.words import NOTES, PARTS
from application.language.formatting import format_value, period
from application.language.words import Language, Words
from application.queries.evaluation import EvaluationReport, Figure

DAYS = Words("{count:dag|dagen}", "{count:day|days}")
TIMES = Words("{count:keer|keer}", "{count:time|times}")
LINES = Words("regels: {count}", "lines: {count}")
PER_CENT = Words("{number} procent", "{number} per cent")
PRECISE_FROM = 1_000
"""Of fewer people a decimal of a percentage says more than is known."""


class EvaluationPage:
    """The figures of one evaluation, in one language."""

    def __init__(self, report: EvaluationReport, language: Language) -> None:
        self.all = report.figures
        self.language = language

    # Figures

    def one(self, name: FigureName) -> Figure | None:
        """Give a figure of all networks together, as far as it has a value."""
        return next((each for each in self.all if each.figure is name and each.network is None and each.value is not None), None)

    def each(self, name: FigureName) -> list[Figure]:
        """Give a figure of every network."""
        return [each for each in self.all if each.figure is name and each.network is not None]

    def of(self, name: FigureName, like: Figure) -> Figure | None:
        """Give another figure of the same network."""
        return next((each for each in self.all if each.figure is name and each.of == like.of), None)

    # Words and numbers

    def say(self, words: Words, **facts: object) -> str:
        """Say a sentence about some facts; numbers are written as people write them."""
        told = {name: self._fact(fact) for name, fact in facts.items()}
        return words.in_language(self.language).format(**told)

    def _fact(self, fact: object) -> FormattedFact:
        if isinstance(fact, int | float):
            return FormattedFact(self.number(fact), self.language, fact)
        return FormattedFact(str(fact), self.language)

    def number(self, value: Any) -> str:  # noqa: ANN401  # whatever a figure is
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return format_value(value, self.language)

    def percent(self, value: Any, *, of: int | None = None) -> str:  # noqa: ANN401  # whatever a figure is
        """Write a share in per cent, in a sentence."""
        return self.say(PER_CENT, number=self._per_hundred(value, of))

    def percentage(self, value: Any, *, of: int | None = None) -> str:  # noqa: ANN401  # whatever a figure is
        """Write a share in per cent, in a table."""
        return f"{self._per_hundred(value, of)}%"

    def _per_hundred(self, value: float, of: int | None) -> str:
        return self.number(round(value * 100, 1 if of is not None and of >= PRECISE_FROM else None))

    def days(self, value: Any) -> str:  # noqa: ANN401  # whatever a figure is
        """Write a number of days; of half a day people say the whole one."""
        return self.say(DAYS, count=ceil(value))

    def times(self, count: object) -> str:
        """Write how often something happened."""
        return self.say(TIMES, count=count)

    def half_year(self, name: str) -> str:
        """Say a half year such as ``2023-H1`` in words."""
        return period(name, self.language)

    def row(self, told: Iterable[str]) -> str:
        """Write some things in a row, with "and" before the last."""
        return format_value(tuple(told), self.language)

    def part(self, name: str) -> str:
        return PARTS[name].in_language(self.language) if name in PARTS else name

    def told(self, figure: Figure) -> str:
        """Give the value of a figure, or why it has none."""
        match figure.value:
            case None:
                return "-" if figure.note is None else NOTES[figure.note].in_language(self.language)
            case list() as rows:
                return self.say(LINES, count=len(rows))
            case dict() as parts:
                return ", ".join(f"{self.part(name)}: {count}" for name, count in parts.items()) or "-"
            case value if figure.unit.startswith("share") and not isinstance(value, str):
                return self.percentage(value, of=figure.n)
            case value:
                return self.number(value)


def counts(figure: Figure) -> dict[str, Any]:
    return figure.value if isinstance(figure.value, dict) else {}


def total(numbers: Iterable[Any]) -> int:
    return sum(number for number in numbers if isinstance(number, int))
