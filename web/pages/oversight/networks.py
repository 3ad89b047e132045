"""How many members each network has, whose members are asked anew, the talks about it, and what a number rests on."""

from typing import get_args
from uuid import UUID

from application.language.explained.reasons import OF_ITEM
from application.language.formatting import capitalized
from application.language.words import Words
from application.queries.auditing.reasons import ExplainedFigure, Why
from application.queries.conversations import ConversationEntry, Conversations
from application.queries.networks import AskedAnew, InvitationEntry, MembershipCount, MembershipReport
from domain.kernel.days import day_of
from infrastructure.tables import TableColumn
from web.drawing.lists import listing
from web.page import Facts, page
from web.visit import Visit

COUNTS = Words("Ledentallen", "Numbers of members")
TALKS = Words("Gesprekken over het aantal leden", "Talks about the number of members")


@page("/ledentallen", COUNTS)
def numbers_of_members(visit: Visit) -> Facts:
    """Of each network; of one with extra protection a band."""
    counts = (
        TableColumn[MembershipCount](
            Words("Netwerk", "Network"), lambda each: each.name, lambda each: visit.address_of("network", each.network)
        ),
        TableColumn[MembershipCount](Words("Leden", "Members"), lambda each: each.members_band or each.members),
        TableColumn[MembershipCount](Words("Ooit aangemeld", "Ever joined"), lambda each: each.joined),
        TableColumn[MembershipCount](Words("Vertrokken", "Left"), lambda each: each.left),
        TableColumn[MembershipCount](Words("In de kerngroep", "In the core group"), lambda each: each.core_group),
    )
    merged = (
        TableColumn[InvitationEntry](Words("Netwerk", "Network"), lambda each: each.name),
        TableColumn[InvitationEntry](Words("Ging op in", "Went on in"), lambda each: each.into_name),
        TableColumn[InvitationEntry](Words("Sinds", "Since"), lambda each: day_of(each.merged_at)),
    )
    asked = visit.table(
        Words("Opnieuw gevraagd na samenvoegen", "Asked again after a merger"), merged, [*visit.all_of(AskedAnew())]
    )
    return listing(visit.table(COUNTS, counts, [*visit.all_of(MembershipReport())]), asked)


@page("/gesprekken", TALKS)
def talks(visit: Visit) -> Facts:
    """With which networks there is something to talk about, and what came of it."""
    columns = (
        TableColumn[ConversationEntry](
            Words("Netwerk", "Network"), lambda each: each.network_name, lambda each: _to_hold(visit, each)
        ),
        TableColumn[ConversationEntry](Words("Waarom", "Why"), lambda each: each.occasion),
        TableColumn[ConversationEntry](Words("Dag", "Day"), lambda each: each.day),
        TableColumn[ConversationEntry](Words("Uitkomst", "Outcome"), lambda each: each.outcome),
        TableColumn[ConversationEntry](Words("Afgesproken", "Agreed"), lambda each: each.agreed),
    )
    return listing(visit.table(TALKS, columns, [*visit.all_of(Conversations())]))


def _to_hold(visit: Visit, of: ConversationEntry) -> str | None:
    return None if of.outcome is not None or visit.past else f"/geschiedenis/{of.conversation}/doen"


@page("/geschiedenis/{item}/waarom", Words("Waarop dit steunt", "What this rests on"))
def rests_on(visit: Visit, item: UUID) -> Facts:
    """On how many lines and on which rules each number of a network, plan or pilot rests; what is not told is left out."""
    asked = ((name, visit.ask_if_allowed(Why(figure=name, item=item, limit=500))) for name in get_args(ExplainedFigure))
    found = [(capitalized(visit.tell(OF_ITEM[name])), len(each.events), each.more) for name, each in asked if each is not None]
    return {"found": found, "item": item, "name": visit.name_of(item)}
