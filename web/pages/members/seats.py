"""Who was in the core group of a network on a day."""

from uuid import UUID

from application.language.words import Words
from application.queries.networks import CoreGroupOnDay, CoreGroupSeat, NetworkDetails
from domain.kernel.days import day_of
from infrastructure.tables import TableColumn
from web.drawing.lists import listing
from web.page import Facts, page
from web.visit import Visit

NAME = Words("Wie in de kerngroep zat", "Who was in the core group")


@page("/netwerken/{network}/kerngroep/leden", NAME, names_people=True)
def seats(visit: Visit, network: UUID) -> Facts:
    """As of the day that is looked at; who may know no names reads that it was a member."""
    columns = (
        TableColumn[CoreGroupSeat](Words("Wie", "Who"), lambda each: each.sentence),
        TableColumn[CoreGroupSeat](Words("Sinds", "Since"), lambda each: day_of(each.since)),
        TableColumn[CoreGroupSeat](Words("Voorzitter", "Chair"), lambda each: each.chair),
    )
    of = visit.ask(NetworkDetails(network=network))
    return listing(visit.table(NAME, columns, [*visit.all_of(CoreGroupOnDay(network=network))]), of=of)
