"""Who holds which role, and giving and ending roles, for the administrator."""

from application.commands.party import EndRole, GiveRole
from application.language.words import Words
from application.queries.auditing.record import OfficeEntry, OfficesHeld
from domain.kernel.days import day_of
from infrastructure.tables import TableColumn
from web.drawing.lists import listing
from web.page import Facts, Menu, page
from web.sitemap import site
from web.visit import Visit

NAME = Words("Wie welke rol heeft", "Who holds which role")


@page("/rollen", NAME, names_people=True, menu=Menu(55, Words("Rollen", "Roles"), asks=OfficesHeld))
def roles(visit: Visit) -> Facts:
    """Each with their role and since when; only who may name people sees who it is."""
    held, who = [*visit.all_of(OfficesHeld())], TableColumn[OfficeEntry](Words("Wie", "Who"), lambda each: each.name)
    columns = (
        TableColumn[OfficeEntry](Words("Rol", "Role"), lambda each: each.role),
        *((who,) if any(each.name for each in held) else ()),
        TableColumn[OfficeEntry](Words("Sinds", "Since"), lambda each: day_of(each.since)),
        TableColumn[OfficeEntry](Words("Tot en met", "Up to and including"), lambda each: each.last_day),
    )
    may = visit.may(GiveRole) and not visit.past
    ways = {each.command: each.at for each in site().deeds.values() if each.command in {GiveRole, EndRole}} if may else {}
    return listing(visit.table(NAME, columns, held), give=ways.get(GiveRole), end=ways.get(EndRole), may=may)
