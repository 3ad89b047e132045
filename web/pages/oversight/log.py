"""The whole log for who looks over it: line by line, without names, now and as it was known at any moment."""

from application.language.answers import lines
from application.language.words import Words
from application.queries.record import EventEntry, Events
from domain.kernel.days import day_of
from web.drawing.lists import listing
from web.drawing.tables import TableColumn
from web.page import Facts, Menu, page
from web.visit import PartOfList, Visit

NAME = Words("Alles wat is vastgelegd", "All that was recorded")
AT_ONCE = 100


@page("/logboek", NAME, menu=Menu(22, Words("Geschiedenis", "History"), asks=Events))
def log(visit: Visit) -> Facts:
    """From the beginning, or after a place; what is sealed stays so, and nobody is named."""
    after = visit.query.get("na", "")
    entries = visit.ask(Events(limit=AT_ONCE, after=int(after) if after.isascii() and after.isdigit() else 0))
    columns = (
        TableColumn[EventEntry](Words("Vastgelegd op", "Recorded on"), lambda each: each.recorded_at),
        TableColumn[EventEntry](
            Words("Wat er gebeurde", "What happened"),
            lambda each: each.sentence,
            lambda each: visit.address(f"/geschiedenis/{each.aggregate}"),
        ),
        TableColumn[EventEntry](Words("Gebeurd op", "Happened on"), lambda each: day_of(each.at)),
        TableColumn[EventEntry](Words("In de rol van", "In the role of"), lambda each: each.role),
    )
    more = visit.address(na=str(entries[-1].position)) if len(entries) == AT_ONCE else None
    around = PartOfList(entries, more, visit.address(na=None) if after else None)
    return listing(visit.table(NAME, columns, [*lines(entries, visit.language)]), listed=around)
