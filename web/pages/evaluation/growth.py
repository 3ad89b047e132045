"""How networks grew: a line for each, all from the same day and on the same scale, and when each had fifty members."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from application.evaluation import details
from application.evaluation.figures import FigureName
from application.language.evaluation.page import IN_A_ROW
from application.language.formatting import period
from application.language.words import Words
from application.queries.evaluating.evaluation import Figure, Verdict
from domain.kernel.days import months_after
from infrastructure.tables import TableColumn
from web.drawing.charts import Curve, bar
from web.drawing.tiles import OF_CLOSED, Face
from web.pages.evaluation.drawing import Drawing, Drawn, FigureRow, Picture

Points = list[tuple[date, int]]
FIFTY = 50
A_QUARTER = 3
GREW = Words("Leden aan het einde van de maand", "Members at the end of the month")
OF_NETWORK = Words("Aantal leden van {network}", "Members of {network}")
TARGET = Words("streven: {target}", "target: {target}")
FIFTY_AFTER = Words("Vijftig leden na {days}.", "Fifty members after {days}.")
NOT_YET = Words("Nog geen vijftig leden, na {days}.", "No fifty members yet, after {days}.")
NOT = Words("Geen vijftig leden in {days}.", "No fifty members in {days}.")
UNKNOWN = Face("", OF_CLOSED)
"""Of a network that is in no list."""
DAYS_TO_FIFTY = Words("Dagen tot vijftig leden", "Days to fifty members")


def growth(drawing: Drawing) -> Drawn:
    """Draw the members of each network, month after month; of many networks those of the ten largest."""
    found = [(each, points) for each in drawing.each(FigureName.GROWTH_PER_MONTH) if (points := _points(drawing, each))]
    found.sort(key=lambda each: -max(number for _, number in each[1]))
    drawn = found if drawing.is_file else found[:IN_A_ROW]
    days = sorted(day for _, points in drawn for day, _ in points)
    most = max((number for _, points in drawn for _, number in points), default=FIFTY)
    pictures = [] if drawing.is_file else [_picture(drawing, each, points, (days[0], days[-1], most)) for each, points in drawn]
    columns = [TableColumn[date](Words("Maand", "Month"), lambda day: period(f"{day:%Y-%m}", drawing.visit.language))]
    columns += [_column(str(each.network), dict(points)) for each, points in drawn]
    return Drawn(drawing.visit.table(GREW, columns, [*_months(days, each=1 if drawing.is_file else A_QUARTER)]), pictures)


def _points(drawing: Drawing, figure: Figure) -> Points:
    """Give how many members there were at the end of each month in which that changed, and on the last day."""
    rows: Any = figure.value or []
    points = [(_last_day(row["month"]), int(row["members"])) for row in rows]
    stands = drawing.report.standing(figure)
    last = drawing.report.report.counted_until
    if stands is not None and stands.members_then is not None:
        last = stands.since - timedelta(days=1)
        return [*(each for each in points if each[0] < last), (last, stands.members_then)]
    return [*(each for each in points if each[0] < last), (last, points[-1][1])] if points else []


def _last_day(month: str) -> date:
    return months_after(date.fromisoformat(f"{month}-01"), 1) - timedelta(days=1)


def _picture(drawing: Drawing, figure: Figure, points: Points, beside: tuple[date, date, int]) -> Picture:
    report, visit = drawing.report, drawing.visit
    reached = report.of(FigureName.DAYS_TO_FIFTY, figure)
    told = "" if reached is None else _told(drawing, reached)
    said = report.say(OF_NETWORK, network=str(figure.network))
    face = visit.faces.get(figure.of, UNKNOWN) if figure.of is not None else UNKNOWN
    goal = report.say(TARGET, target=FIFTY)
    curve = Curve(points, FIFTY, goal, f"{said}. {told}", face, visit.language, beside)
    return Picture(figure, told, curve.drawn_small(), face.css)


def _months(days: list[date], *, each: int) -> Iterator[date]:
    """Give the last day of each month, or of each third one, and the last day of all."""
    day = days[0].replace(day=1) if days else None
    while day is not None and (last := months_after(day, 1) - timedelta(days=1)) < days[-1]:
        if last.month % each == 0:
            yield last
        day = months_after(day, 1)
    if days:
        yield days[-1]


def _column(name: str, numbers: Mapping[date, int]) -> TableColumn[date]:
    """Tell how many there were on a day: as many as when it changed last; before the first and after the last none is told."""
    known = sorted(numbers)

    def members(day: date) -> int | None:
        before = [each for each in known if each <= day]
        return numbers[before[-1]] if before and (day <= known[-1] or before[-1].replace(day=1) == day.replace(day=1)) else None

    return TableColumn[date](Words(name, name), members)


# Days to fifty


def days_to_fifty(drawing: Drawing) -> Drawn:
    """Draw after how many days each network had fifty members, or how many have passed without."""
    found = [(each, _days(each)) for each in drawing.each(FigureName.DAYS_TO_FIFTY)]
    most = max([days for _, days in found if days is not None] + [int(each.norm or 0) for each, _ in found], default=1)
    rows = [FigureRow(each, (days,), _told(drawing, each), _bar(each, days, most)) for each, days in found]
    return drawing.bars(DAYS_TO_FIFTY, [Words("Dagen", "Days")], rows)


def _days(figure: Figure) -> int | None:
    if isinstance(figure.value, int):
        return figure.value
    return figure.detail.not_yet_after if isinstance(figure.detail, details.DaysToFifty) else None


def _bar(figure: Figure, days: int | None, most: int) -> Any:  # noqa: ANN401  # markup, or nothing
    return None if days is None else bar(days, most=most, aim=figure.norm)


def _told(drawing: Drawing, figure: Figure) -> str:
    days = _days(figure)
    if days is None:
        return drawing.untold(figure) or ""
    is_over = drawing.report.has_ended(figure) or figure.verdict is Verdict.NOT_REACHED
    words = FIFTY_AFTER if figure.value is not None else NOT if is_over else NOT_YET
    return drawing.report.say(words, days=drawing.report.days(days))
