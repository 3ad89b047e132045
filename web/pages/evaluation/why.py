"""What a figure rests on: the lines of histories behind it in the order of time, and what keeps something out of it."""

from uuid import UUID

from application.evaluation.figures import About, FigureName
from application.language.evaluation.words import TITLES
from application.language.words import Words
from application.queries.auditing.reasons import ReasonPart, Reasons, Why
from web.drawing.readable import id_in
from web.page import Facts, page
from web.visit import Visit

MOST = 500
"""Lines that are told on one page; there is nearly always less."""
HEADINGS = {
    ReasonPart.COUNTED: Words("Waaruit het is geteld", "What it was counted from"),
    ReasonPart.LEFT_OUT: Words("Wat niet meetelt, en waarom", "What is not counted, and why"),
    ReasonPart.GROUND: Words("Regels, tellingen en verbeteringen erachter", "Rules, counts and corrections behind it"),
}


@page("/evaluatie/waarom", Words("Waarop dit cijfer steunt", "What this figure rests on"))
def why(visit: Visit) -> Facts:
    """One figure of one network, or of all together; without one, all of them to choose from, and then of which network."""
    figure, network = asked_figure(visit), asked_network(visit)
    titles = [(str(place), visit.tell(TITLES[each])) for place, each in enumerate(FigureName, start=1)]
    if figure is None or (figure.about is About.NETWORK and network is None):
        return {"titles": titles, "figure": figure, "networks": visit.networks, "found": None}
    found = visit.ask_if_allowed(Why(figure=figure, network=network if figure.about is About.NETWORK else None, limit=MOST))
    return {"figure": figure, "found": found, "parts_of_it": found and _parts(found)}


def asked_figure(visit: Visit) -> FigureName | None:
    """Give the figure that the address says, by its number in docs/figures.md."""
    number = visit.query.get("cijfer", "")
    return dict(enumerate(FigureName, start=1)).get(int(number) if number.isascii() and number.isdigit() else 0)


def asked_network(visit: Visit) -> UUID | None:
    """Give the network that the address says, by its readable name or its id."""
    text = visit.query.get("netwerk")
    ids = {address: item for item, address in visit.network_addresses.items()}
    return None if text is None else ids.get(text, id_in(text))


def _parts(found: Reasons) -> list[tuple[Words, list[object]]]:
    return [(words, [each for each in found.lines if each.part is part]) for part, words in HEADINGS.items()]
