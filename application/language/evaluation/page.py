"""One evaluation in one language: its figures by name, and its numbers as people write them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from math import ceil
from typing import Any
from uuid import UUID

from application.evaluation import details
from application.evaluation.figures import FigureName
from application.evaluation.standing import NetworkStanding
from application.language.counting import FormattedFact
from application.language.evaluation.words import NOTES, PARTS
from application.language.formatting import capitalized, format_value, period
from application.language.words import Language, Words
from application.queries.evaluating.evaluation import EvaluationReport, Figure

DAYS = Words("{count:dag|dagen}", "{count:day|days}")
ONCE = Words("één keer", "once")
TIMES = Words("{count:keer|keer}", "{count:time|times}")
NO_ANSWER = Words("geen antwoord", "no answer")
ONLY_ANSWER = Words("het enige antwoord", "the only answer")
SOME_ANSWERS = Words("{some:#|#} van de {all:antwoord|antwoorden}", "{some:#|#} of {all:answer|answers}")
MEMBERS = Words("{count:lid|leden}", "{count:member|members}")
NETWORKS = Words("{count:netwerk|netwerken}", "{count:network|networks}")
COUNT = Words("{count:#|#}", "{count:none|#|#}")
NOTHING = Words("nog niets vastgelegd", "nothing recorded yet")
CANNOT_BE_TOLD = Words("niet te zeggen", "cannot be told")
NUMBER = Words("{part}: {count}", "{part}: {count}")
BETWEEN = Words("{low} tot {high}", "{low} to {high}")
OR_MORE = Words("{low} of meer", "{low} or more")
NEARLY_ALL = Words("meer dan 99", "more than 99")
HARDLY_ANY = Words("minder dan 1", "less than 1")
PER_CENT = Words("{number} procent", "{number} per cent")
PER_CENT_OF_ALL = 100
PRECISE_FROM = 1_000
"""Of fewer people a decimal of a percentage says more than is known."""
IN_A_ROW = 10
"""Of more networks they are counted, and not named one by one: one page stays one page."""
A_PAGE = 20
"""Networks that a table on one page has room for."""
ROUNDED = frozenset({FigureName.REACH, FigureName.OVERLAP})
"""Figures that were counted in tens: of those no decimal is known."""


class EvaluationPage:
    """The figures of one evaluation, in one language."""

    def __init__(self, report: EvaluationReport, language: Language) -> None:
        self.all = report.figures
        self.report = report
        self.happened = report.happened
        self.language = language
        self._by_name: dict[FigureName, list[Figure]] = defaultdict(list)
        for each in report.figures:
            self._by_name[each.figure].append(each)
        self._by_network = {(each.figure, each.of): each for each in report.figures}
        self._standings = {each.of: each for each in report.networks}

    # Figures

    def one(self, name: FigureName) -> Figure | None:
        """Give a figure of all networks together, as far as it has a value."""
        found = self._by_network.get((name, None))
        return None if found is None or found.value is None else found

    def each(self, name: FigureName) -> list[Figure]:
        """Give a figure of every network."""
        return [each for each in self._by_name[name] if each.network is not None]

    def of(self, name: FigureName, like: Figure) -> Figure | None:
        """Give another figure of the same network."""
        return self._by_network.get((name, like.of))

    def standing(self, like: Figure) -> NetworkStanding | None:
        """Give how the network of a figure stands."""
        return None if like.of is None else self._standings.get(like.of)

    def has_ended(self, like: Figure) -> bool:
        """Say whether the network of a figure is no more."""
        stands = self.standing(like)
        return stands is not None and stands.standing.has_ended

    # Words and numbers

    def say(self, words: Words, **facts: object) -> str:
        """Say a sentence about some facts; numbers are written as people write them."""
        told = {name: self._fact(fact) for name, fact in facts.items()}
        return words.in_language(self.language).format(**told)

    def sentence(self, words: Words, **facts: object) -> str:
        """Say a sentence that may begin with a number in words."""
        return capitalized(self.say(words, **facts))

    @property
    def has_many(self) -> bool:
        """Whether there are too many networks to name each on one page."""
        return len(self.report.networks) > A_PAGE

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

    def hundredths(self, share: Any) -> str:  # noqa: ANN401  # whatever a figure is
        """Write a share in per cent, where the sentence says of what."""
        return self._per_hundred(share, None)

    def _per_hundred(self, value: float, of: int | None) -> str:
        precise = of is not None and of >= PRECISE_FROM
        rounded = round(value * 100, 1 if precise else None)
        if rounded == PER_CENT_OF_ALL and value < 1:
            return self.say(NEARLY_ALL)
        return self.say(HARDLY_ANY) if rounded == 0 and value > 0 else self.number(rounded)

    def days(self, value: Any) -> str:  # noqa: ANN401  # whatever a figure is
        """Write a number of days; of half a day people say the whole one."""
        return self.say(DAYS, count=ceil(value))

    def times(self, count: int) -> str:
        """Write how often something happened."""
        return self.say(ONCE) if count == 1 else self.say(TIMES, count=count)

    def of_answers(self, some: int, all_of_them: int) -> str:
        """Write how many of the answers to requests for advice."""
        if not some:
            return self.say(NO_ANSWER)
        return self.say(ONLY_ANSWER) if all_of_them == 1 else self.say(SOME_ANSWERS, some=some, all=all_of_them)

    def half_year(self, name: str) -> str:
        """Say a half year such as ``2023-H1`` in words."""
        return period(name, self.language)

    def row(self, told: Iterable[str]) -> str:
        """Write some things in a row, with "and" before the last."""
        return format_value(tuple(told), self.language)

    def which(self, names: Sequence[str]) -> str:
        """Name some networks, or say how many they are where they are many."""
        return self.row(names) if len(names) <= IN_A_ROW else self.say(NETWORKS, count=len(names))

    def named(self, figures: Iterable[Figure]) -> str:
        """Name the networks of some figures, or say how many."""
        return self.which([str(each.network) for each in figures])

    def in_words(self, number: int) -> str:
        """Write a number as it stands in a sentence."""
        return self.say(COUNT, count=number)

    def day(self, day: date) -> str:
        return format_value(day, self.language)

    def band(self, band: str) -> str:
        """Say a band such as ``50-99`` or ``250+`` in words."""
        low, _, high = band.rstrip("+").partition("-")
        return self.say(BETWEEN, low=low, high=high) if high else self.say(OR_MORE, low=low)

    def part(self, name: str) -> str:
        return PARTS[name].in_language(self.language) if name in PARTS else name

    def told(self, figure: Figure) -> str:
        """Give the value of a figure, or why it has none."""
        if self.is_empty(figure):
            return self.say(NOTHING) if figure.note is None else NOTES[figure.note].in_language(self.language)
        match figure.value:
            case list():
                return self.say(IN_ALL[figure.figure], count=in_all(figure))
            case dict() as parts:
                told = (self.say(NUMBER, part=self.part(name), count=count) for name, count in parts.items() if count)
                return ", ".join(told)
            case str() as band:
                return self.band(band)
            case value:
                return self._number_of(figure, value)

    def _number_of(self, figure: Figure, value: Any) -> str:  # noqa: ANN401  # whatever a figure is
        if figure.figure is FigureName.CORE_GROUP_MIX:
            return self.say(KINDS[value])
        if figure.unit.startswith("share"):
            return self.percentage(value, of=None if figure.figure in ROUNDED else figure.n)
        return self.number(value)

    def figures_of(self, network: UUID | None) -> list[Figure]:
        """Give every figure of one network, in their order."""
        return [each for each in self.all if each.of == network]

    def is_empty(self, figure: Figure) -> bool:
        """Say whether a figure has nothing to tell but why."""
        if isinstance(figure.value, list):
            return not any(is_told(row) for row in figure.value)
        return figure.value is None or (isinstance(figure.value, dict) and not any(figure.value.values()))

    def aim(self, figure: Figure) -> str | None:
        """Say what is aimed at, in words that fit the figure."""
        return None if figure.norm is None else self.say(AIMS.get(figure.figure, AIM), norm=figure.norm)

    def cell(self, title: Words, name: str, value: object) -> str:
        """Say one number of a month or quarter, with what it counts."""
        if isinstance(value, str):
            return self.half_year(value)
        if value is None:
            return self.say(NUMBER, part=self.say(title), count=self.say(CANNOT_BE_TOLD))
        told = self.percentage(value) if name.startswith("share") else self.number(value)
        return self.say(NUMBER, part=self.say(title), count=told)


AIM = Words("streefaantal {norm}", "target {norm}")
AIMS = {
    FigureName.NETWORKS_FOUNDED: Words("de pilot begon met {norm:plek|plekken}", "the pilot began with {norm:place|places}"),
    FigureName.CORE_GROUP_SIZE: Words("minstens {norm} nodig", "at least {norm} needed"),
    FigureName.CORE_GROUP_CONTINUITY: Words("gevraagd: elke dag", "asked: every day"),
    FigureName.CORE_GROUP_MIX: Words("gevraagd: allebei", "asked: both"),
    FigureName.DAYS_TO_FIFTY: Words("streven: binnen {norm:dag|dagen}", "aim: within {norm:day|days}"),
    FigureName.ADVICE_REQUESTS: Words("streven: minstens één vraag", "aim: at least one request"),
}
KINDS = {
    1: Words("alleen met, of alleen zonder", "only with, or only without"),
    2: Words("met en zonder", "with and without"),
}
"""Of how many kinds of people a core group is."""
IN_ALL = {
    FigureName.GROWTH_PER_MONTH: Words("{count:keer|keer} lid geworden", "joined {count:time|times}"),
    FigureName.CHURN_PER_QUARTER: Words("{count:keer|keer} vertrokken", "left {count:time|times}"),
    FigureName.MEETINGS_HELD: Words("{count:bijeenkomst|bijeenkomsten}", "{count:meeting|meetings}"),
    FigureName.BUREAU_HOURS: Words("samen {count} uur", "{count} hours in all"),
}
"""What is said of all months or quarters together; each of them has a line below it."""


def in_all(figure: Figure) -> Any:  # noqa: ANN401  # whatever a figure is
    match figure.detail:
        case details.BureauHours():
            return figure.detail.total
        case details.MembershipsEnded() if figure.figure is FigureName.CHURN_PER_QUARTER:
            return figure.detail.ended
        case _:
            return figure.n


PERIODS = frozenset({"month", "quarter"})


def is_told(row: object) -> bool:
    """Say whether a month or quarter has anything but noughts."""
    return isinstance(row, dict) and any(value for name, value in row.items() if name not in PERIODS)


def counts(figure: Figure) -> dict[str, Any]:
    return figure.value if isinstance(figure.value, dict) else {}


def total(numbers: Iterable[Any]) -> int:
    return sum(number for number in numbers if isinstance(number, int))
