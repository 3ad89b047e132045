"""What a chart of the evaluation is made of: pictures or bars, the same as a table, and where each figure comes from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from markupsafe import Markup

from application.evaluation.figures import FigureName, Topic
from application.language.evaluation.page import A_PAGE, EvaluationPage
from application.language.evaluation.words import NOTES
from application.language.words import Words
from application.queries.evaluating.evaluation import Figure
from infrastructure.tables import Table, TableColumn
from web.visit import Visit

FILES = frozenset({"csv", "xlsx"})
"""What has all numbers; a page and a paper have pictures and a few."""


class Picture(NamedTuple):
    """What is drawn of one network, with a few words below its name."""

    figure: Figure
    told: str
    drawing: Markup
    css: str = ""
    """The class that gives it the colour of the network."""


class Key(NamedTuple):
    """What a ground or an edge in a drawing stands for."""

    drawing: Markup
    told: str


class FigureRow(NamedTuple):
    """A figure in a row: its numbers in the order of the columns, what is said of it, and its bar."""

    figure: Figure
    numbers: Sequence[object]
    told: str | None = None
    bar: Markup | None = None


class Drawn(NamedTuple):
    """A chart as a page shows it: the table says all of it."""

    table: Table[Any]
    pictures: Sequence[Picture] = ()
    key: Sequence[Key] = ()
    has_bars: bool = False


@dataclass(frozen=True)
class Chart:
    """
    One chart.

    :param topic: the question that it helps to answer
    :param reading: how it is read
    """

    name: str
    topic: Topic
    title: Words
    reading: Words
    draw: Callable[["Drawing"], Drawn]


class Drawing:
    """An evaluation that is drawn for a visit; of many networks a page shows some, and a file has all."""

    def __init__(self, visit: Visit, report: EvaluationPage) -> None:
        self.visit, self.report = visit, report
        self.is_file = visit.query.get("als") in FILES

    def each(self, name: FigureName) -> list[Figure]:
        """Give a figure of every network."""
        return self.report.each(name)

    def untold(self, figure: Figure) -> str | None:
        """Say why a figure is not told."""
        return None if figure.note is None else self.visit.tell(NOTES[figure.note])

    def bars(self, name: Words, headings: Sequence[Words], rows: Sequence[FigureRow], key: Sequence[Key] = ()) -> Drawn:
        """Make a table with a bar in each row; those of which something is told come first."""
        ordered = sorted(rows, key=lambda row: row.bar is None)
        shown = ordered if self.is_file else ordered[:A_PAGE]
        columns = [TableColumn[FigureRow](Words("Netwerk", "Network"), lambda row: row.figure.network)]
        columns += [TableColumn[FigureRow](heading, _number(place)) for place, heading in enumerate(headings)]
        columns += [TableColumn[FigureRow](Words("Wat dit zegt", "What this says"), lambda row: row.told)]
        return Drawn(self.visit.table(name, columns, shown), key=key, has_bars=True)


def _number(place: int) -> Callable[[FigureRow], object]:
    return lambda row: row.numbers[place] if place < len(row.numbers) else None


def why_address(visit: Visit, of: Figure) -> str:
    """Give where it stands what a figure rests on."""
    network = None if of.of is None else visit.network_addresses.get(of.of, str(of.of))
    place = list(FigureName).index(of.figure) + 1
    return visit.address("/evaluatie/waarom", cijfer=str(place), netwerk=network)
