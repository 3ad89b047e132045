"""How much members live where the party lives: a bar with the limit for so many members, and on a map whom we miss."""

from application.evaluation import details
from application.evaluation.figures import FigureName
from application.evaluation.statistics import PARTS_OF_THE_COUNTRY
from application.language.evaluation.page import IN_A_ROW
from application.language.evaluation.words import PLACES, VERDICTS
from application.language.words import Words
from application.queries.evaluating.evaluation import Figure
from web.drawing.charts import bar
from web.drawing.provinces.map import OnMap, map_of
from web.pages.evaluation.drawing import Drawing, Drawn, FigureRow, Key, Picture

TITLE = Words("Hoeveel de leden anders wonen dan de partij", "How much members live elsewhere than the party")
HEADINGS = (
    Words("Woont elders, van de honderd", "Live elsewhere, of a hundred"),
    Words("Grens bij dit aantal leden", "Limit for this number of members"),
    Words("Peildag", "Reference day"),
)
MAP_OF = Words("Waar de leden van {network} wonen", "Where the members of {network} live")
ON_DAY = Words("Op {day}, met {n:lid|leden}.", "On {day}, with {n:member|members}.")
OF_PLACES = Words("{what}: {places}.", "{what}: {places}.")


def breadth(drawing: Drawing) -> Drawn:
    """Draw the difference of each network that can be compared, and a map of each."""
    found = drawing.each(FigureName.LIKENESS)
    told = [each for each in found if each.value is not None]
    drawn = {each.of: each.detail_as(details.Likeness) for each in told}
    most = max((max(each.deviation, each.limit) for each in drawn.values()), default=1)
    rows = [_row(drawing, each, drawn.get(each.of), most) for each in found]
    key = [Key(each.swatch, drawing.visit.tell(each.words)) for each in OnMap]
    bars = drawing.bars(TITLE, HEADINGS, rows)
    return bars._replace(key=key if told else (), pictures=[_picture(drawing, each) for each in told[:IN_A_ROW]])


def _row(drawing: Drawing, figure: Figure, detail: details.Likeness | None, most: float) -> FigureRow:
    if detail is None:
        return FigureRow(figure, (), drawing.untold(figure))
    numbers = (round(detail.deviation * 100), round(detail.limit * 100), detail.told_of)
    told = drawing.visit.tell(VERDICTS[figure.verdict]) if figure.verdict else drawing.untold(figure)
    return FigureRow(figure, numbers, told, bar(numbers[0], most=most * 100, aim=numbers[1]))


def _picture(drawing: Drawing, figure: Figure) -> Picture:
    report, detail = drawing.report, figure.detail_as(details.Likeness)
    on_map = {name: _told_of(name, detail) for names in PARTS_OF_THE_COUNTRY.values() for name in names}
    places = {what: [drawing.visit.tell(PLACES[name]) for name, told in on_map.items() if told is what] for what in OnMap}
    said = (
        report.sentence(OF_PLACES, what=drawing.visit.tell(what.words), places=report.row(names))
        for what, names in places.items()
        if names
    )
    title = report.say(MAP_OF, network=str(figure.network))
    day = report.say(ON_DAY, day=report.day(detail.told_of), n=figure.n)
    return Picture(figure, day, map_of(on_map.__getitem__, title, " ".join(said)))


def _told_of(province: str, detail: details.Likeness) -> OnMap:
    """Tell of a province what is told of itself or of its part of the country: no more than the sentences tell."""
    part = next(part for part, names in PARTS_OF_THE_COUNTRY.items() if province in names)
    if province in detail.missing or part in detail.missing:
        return OnMap.MISSED
    return OnMap.NOT_MISSED if part in detail.could_tell else OnMap.UNKNOWN
