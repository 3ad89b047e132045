"""What changed a figure since it was known otherwise: then, now, and the lines between."""

from application.evaluation.figures import About
from application.language.evaluation.words import TITLES
from application.language.words import Words
from application.queries.auditing.figure_changes import FigureChanges, HowChanged
from web.page import Facts, page
from web.pages.evaluation.why import asked_figure, asked_network
from web.visit import Visit

HEADINGS = {
    HowChanged.CAME: Words("Wat erbij kwam", "What came to it"),
    HowChanged.WENT: Words("Wat er niet meer bij hoort", "What no longer belongs to it"),
}


@page("/evaluatie/veranderd", Words("Wat er aan dit cijfer veranderde", "What changed in this figure"))
def changes(visit: Visit) -> Facts:
    """A figure as it was known at the moment that is looked at, and as it is known now."""
    figure, network, since = asked_figure(visit), asked_network(visit), visit.past.known_at
    name = None if figure is None else visit.tell(TITLES[figure])
    if figure is None or since is None:
        return {"name": name, "number": visit.query.get("cijfer"), "found": None}
    of = network if figure.about is About.NETWORK else None
    found = visit.now.ask(FigureChanges(figure=str(figure), network=of, since=since, on=visit.past.on))
    lines = [(words, [each for each in found.lines if each.change is change]) for change, words in HEADINGS.items()]
    return {"name": name, "number": None, "found": found, "since": since, "changed": lines}
