"""All networks in one table, as of any day, on the screen and as a file."""

from application.language.words import Words
from application.queries.networks import NetworkEntry
from application.queries.pilot import Wishes
from infrastructure.tables import TableColumn
from web.page import Facts, Menu, page
from web.visit import Visit

STATUSES = {
    "open": Words("actief", "active"),
    "suspended": Words("ligt stil", "suspended"),
    "dormant": Words("slapend", "dormant"),
    "closed": Words("opgeheven", "closed"),
    "merged": Words("opgegaan in een ander netwerk", "merged into another network"),
}


@page("/netwerken", Words("Alle netwerken", "All networks"), menu=Menu(20, Words("Netwerken", "Networks")))
def directory(visit: Visit) -> Facts:
    """Every network there is or was."""
    columns = (
        TableColumn[NetworkEntry](
            Words("Netwerk", "Network"), lambda each: each.name, lambda each: visit.address_of("network", each.network)
        ),
        TableColumn[NetworkEntry](Words("Stand", "Status"), lambda each: visit.tell(STATUSES[each.status])),
        TableColumn[NetworkEntry](
            Words("Leden", "Members"), lambda each: each.members if each.members is not None else each.members_band
        ),
        TableColumn[NetworkEntry](Words("Sinds", "Since"), lambda each: each.begun_at.date()),
    )
    listed = sorted(visit.networks, key=lambda each: (each.status != "open", each.name.casefold()))
    return {"networks": visit.table(Words("Netwerken", "Networks"), columns, listed), "has_wishes": visit.uses(Wishes)}
