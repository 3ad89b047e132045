"""Charts with a bar for each network: advice in time, and how large its core group is."""

from markupsafe import Markup

from application.evaluation import details
from application.evaluation.figures import FigureName
from application.language.evaluation.words import VERDICTS
from application.language.words import Words
from application.queries.evaluating.evaluation import Figure
from web.drawing.charts import bar, parted_bar
from web.pages.evaluation.drawing import Drawing, Drawn, FigureRow, Key

IN_TIME = Words("Antwoord op adviesvragen", "Answers to requests for advice")
HOW_IT_CAME = (
    Words("Op tijd", "In time"),
    Words("Later", "Later"),
    Words("Nog geen antwoord", "No answer yet"),
)
NO_REQUEST = Words("Geen adviesvraag die antwoord had moeten krijgen.", "No request that should have had an answer.")
CORE_GROUPS = Words("Mensen in de kerngroep", "People in the core group")
SIZES = (
    Words("Mensen", "People"),
    Words("Minstens nodig", "At least needed"),
    Words("Dagen groot genoeg", "Days large enough"),
    Words("Van de dagen", "Of days"),
)
NO_LONGER = Words("Dit netwerk is gestopt.", "This network ended.")


def advice_in_time(drawing: Drawing) -> Drawn:
    """Draw of each network how many answers came in time, how many later, and how many days passed without one."""
    found = [(each, _how_it_came(each)) for each in drawing.each(FigureName.ADVICE_ON_TIME)]
    most = max((sum(numbers) for _, numbers in found), default=1)
    rows = [
        FigureRow(each, numbers, bar=parted_bar(numbers, most=most))
        if numbers
        else FigureRow(each, (), drawing.untold(each) or drawing.visit.tell(NO_REQUEST))
        for each, numbers in found
    ]
    key = [Key(_swatch(place), drawing.visit.tell(words)) for place, words in enumerate(HOW_IT_CAME)]
    return drawing.bars(IN_TIME, HOW_IT_CAME, rows, key)


def _swatch(place: int) -> Markup:
    return parted_bar([int(each == place) for each in range(len(HOW_IT_CAME))], most=1)


def _how_it_came(figure: Figure) -> tuple[int, ...]:
    if not figure.n or not isinstance(figure.detail, details.OnTime):
        return ()
    detail = figure.detail
    return detail.on_time, figure.n - detail.on_time - detail.not_answered, detail.not_answered


def core_groups(drawing: Drawing) -> Drawn:
    """Draw how many people are in each core group beside how many are needed, and on how many days they were enough."""
    found = drawing.each(FigureName.CORE_GROUP_SIZE)
    numbers = [each.value for each in found if isinstance(each.value, int)]
    most = max([*numbers, *(int(each.norm or 0) for each in found)], default=1)
    return drawing.bars(CORE_GROUPS, SIZES, [_core_group(drawing, each, most) for each in found])


def _core_group(drawing: Drawing, figure: Figure, most: int) -> FigureRow:
    held = drawing.report.of(FigureName.CORE_GROUP_CONTINUITY, figure)
    detail = held.detail if held is not None and isinstance(held.detail, details.Continuity) else None
    days = (None, None) if detail is None else (detail.days_with_enough, detail.days)
    if drawing.report.has_ended(figure):
        return FigureRow(figure, (None, None, *days), drawing.visit.tell(NO_LONGER))
    if not isinstance(figure.value, int):
        return FigureRow(figure, (None, None, *days), drawing.untold(figure))
    needed = None if figure.norm is None else int(figure.norm)
    told = drawing.visit.tell(VERDICTS[figure.verdict]) if figure.verdict else drawing.untold(figure)
    return FigureRow(figure, (figure.value, needed, *days), told, bar(figure.value, most=most, aim=needed))
