"""One's own networks, requests and plans on one page, in whatever role one comes."""

from application.language.words import Words
from application.queries.mine import MyNetworks, MyPlans, MyRequests, OwnMembership, OwnPlan, OwnRequest
from infrastructure.tables import Table, TableColumn
from web.drawing.lists import listing
from web.page import Facts, page
from web.refusals import NOT_SIGNED_IN, PageRefused
from web.visit import Visit

STANDS = Words("Zo staat het ervoor", "Where it stands")


@page(
    "/mijn/overzicht",
    Words("Uw netwerken, vragen en plannen", "Your networks, requests and plans"),
    has_past=False,
    names_people=True,
)
def own_items(visit: Visit) -> Facts:
    """Where one is a member, what one asked and which plans one has a part in: each in a sentence."""
    if visit.is_visitor:
        raise PageRefused(NOT_SIGNED_IN)
    return listing(_networks(visit), _requests(visit), _plans(visit), looks_back=False)


def _networks(visit: Visit) -> Table[OwnMembership]:
    columns = (
        TableColumn[OwnMembership](
            Words("Netwerk", "Network"), lambda each: each.name, lambda each: visit.address_of("network", each.network)
        ),
        TableColumn[OwnMembership](STANDS, lambda each: each.sentence),
    )
    return visit.table(Words("Uw netwerken", "Your networks"), columns, visit.ask(MyNetworks()).items)


def _requests(visit: Visit) -> Table[OwnRequest]:
    columns = (
        TableColumn[OwnRequest](Words("Gevraagd op", "Asked on"), lambda each: each.asked_on),
        TableColumn[OwnRequest](Words("Antwoord uiterlijk op", "Answer by"), lambda each: each.due),
        TableColumn[OwnRequest](STANDS, lambda each: each.sentence),
    )
    return visit.table(Words("Uw adviesvragen", "Your requests for advice"), columns, visit.ask(MyRequests()).items)


def _plans(visit: Visit) -> Table[OwnPlan]:
    columns = (
        TableColumn[OwnPlan](Words("Plan", "Plan"), lambda each: each.name, lambda each: visit.address_of("plan", each.plan)),
        TableColumn[OwnPlan](STANDS, lambda each: each.sentence),
    )
    return visit.table(Words("Uw plannen", "Your plans"), columns, visit.ask(MyPlans()).items)
