"""What a figure rests on: the lines of histories it was counted from, and the rules, counts and corrections behind it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from application.evaluation.figures import FigureName
from application.language.evaluation.page import EvaluationPage
from application.language.evaluation.words import TITLES
from application.language.words import Words
from application.queries.evaluation import Evaluation, Figure
from application.queries.record import EventEntry, History
from web.drawing.readable import id_in
from web.page import Facts, page
from web.visit import Visit

MOST = 12
"""Items of which the lines are told; of the others it is said how many there are."""


class FigureGround(NamedTuple):
    """What a figure rests on, as far as it is told."""

    lines: Sequence[EventEntry]
    more: int


@page("/evaluatie/waarom", Words("Waarop dit cijfer steunt", "What this figure rests on"), names_people=True)
def why(visit: Visit) -> Facts:
    """One figure of one network, or of all together; without one, all of them to choose from."""
    report = EvaluationPage(visit.ask(Evaluation(events=True)), visit.language)
    found = _asked(visit, report.all)
    titles = [(str(place), visit.tell(TITLES[each])) for place, each in enumerate(FigureName, start=1)]
    if found is None:
        return {"titles": titles, "figure": None}
    return {
        "figure": found,
        "name": visit.tell(TITLES[found.figure]),
        "value": report.told(found),
        "counted_from": _ground(visit, found.events),
        "rests_on": _ground(visit, found.ground),
    }


def _asked(visit: Visit, all_of_them: Iterable[Figure]) -> Figure | None:
    number, network = visit.query.get("cijfer", ""), visit.query.get("netwerk")
    wanted = dict(enumerate(FigureName, start=1)).get(int(number) if number.isascii() and number.isdigit() else 0)
    ids = {address: item for item, address in visit.network_addresses.items()}
    of = None if network is None else ids.get(network, id_in(network))
    found = [each for each in all_of_them if each.figure is wanted and (network is None or each.of == of)]
    return next(iter(found), None)


def _ground(visit: Visit, names: Sequence[str]) -> FigureGround:
    """Tell the lines of the first items; who may not read a history is told how many lines there are."""
    items = list(dict.fromkeys(name.rpartition(":")[0] for name in names))[:MOST]
    told = [each for item in items for each in _lines(visit, item) if each.id in names]
    return FigureGround(told, len(names) - len(told))


def _lines(visit: Visit, item: str) -> Sequence[EventEntry]:
    of = id_in(item)
    answer = None if of is None else visit.ask_if_allowed(History(item=of, limit=500))
    return answer.items if answer is not None else ()
