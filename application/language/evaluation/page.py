"""One evaluation in one language: its figures by name, and its numbers as people write them."""

from collections.abc import Iterable
from typing import Any

from application.evaluation.figures import FigureName
from application.language.evaluation.words import NOTES, PARTS
from application.language.words import Language, Words
from application.queries.evaluation import EvaluationReport, Figure

A_DAY, DAYS = Words("één dag", "one day"), Words("{count} dagen", "{count} days")
NOT_ONCE, ONCE, TIMES = Words("niet", "zero times"), Words("één keer", "once"), Words("{count} keer", "{count} times")
LINES = Words("{count} regels", "{count} lines")
HALF_YEARS = {
    "1": Words("eerste half jaar van {year}", "first half of {year}"),
    "2": Words("tweede half jaar van {year}", "second half of {year}"),
}


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
        told = {name: fact if isinstance(fact, str) else self.number(fact) for name, fact in facts.items()}
        return words.in_language(self.language).format(**told)

    def number(self, value: Any) -> str:  # noqa: ANN401  # whatever a figure is
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return str(value).replace(".", "," if self.language is Language.NL else ".")

    def percent(self, value: Any) -> str:  # noqa: ANN401  # whatever a figure is
        """Write a share in per cent."""
        return f"{self.number(round(value * 100, 1))} %"

    def days(self, value: Any) -> str:  # noqa: ANN401  # whatever a figure is
        """Write a number of days."""
        return self.say(A_DAY) if value == 1 else self.say(DAYS, count=value)

    def times(self, count: Any) -> str:  # noqa: ANN401  # whatever a figure is
        """Write how often something happened."""
        return self.say(NOT_ONCE) if count in {0, None} else self.say(ONCE) if count == 1 else self.say(TIMES, count=count)

    def half_year(self, name: str) -> str:
        """Say a half year such as ``2023-H1`` in words."""
        return self.say(HALF_YEARS[name[-1]], year=name[:4])

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
                return self.percent(value)
            case value:
                return self.number(value)


def counts(figure: Figure) -> dict[str, Any]:
    return figure.value if isinstance(figure.value, dict) else {}


def total(numbers: Iterable[Any]) -> int:
    return sum(number for number in numbers if isinstance(number, int))
