"""One line of a history: what it says, and correcting or striking it, with why not where it cannot be."""

from urllib.parse import urlencode
from uuid import UUID

from application.language.words import Words
from application.queries.acts import PossibleActs
from application.queries.auditing.record import EventEntry, History
from web.page import Facts, page
from web.refusals import NOT_THERE, PageRefused
from web.sitemap import site
from web.visit import Visit


@page("/geschiedenis/{item}/regel", Words("Een regel verbeteren", "Correct a line"), has_past=False, names_people=True)
def entry(visit: Visit, item: UUID) -> Facts:
    """The line that the address says, or else the first; the form that follows has it filled in."""
    of = _entry(visit, item, visit.query.get("nr", "1"))
    acts = visit.ask(PossibleActs(item=item, entry=of.id)).items
    ways = {each.command.__name__: each.at.replace("{item}", str(item)) for each in site().deeds.values()}
    return {
        "entry": of,
        "item": item,
        "ways": [(each.title, f"{ways[each.command]}?{urlencode({'of': of.id})}") for each in acts if each.may],
        "not_now": [each for each in acts if not each.may],
    }


def _entry(visit: Visit, item: UUID, number: str) -> EventEntry:
    for each in visit.all_of(History(item=item)):
        if isinstance(each, EventEntry) and str(each.version) == number:
            return each
    raise PageRefused(NOT_THERE)
