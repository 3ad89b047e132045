"""One's own networks: what may be done in each, and what its members are asked for ideas about."""

from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from application.commands.advice import AnswerCall
from application.commands.networks import EndorsePurpose
from application.language.words import Words
from application.ports.vault.contexts import in_network
from application.queries.advice import AnswersToCalls, CallsToMembers, MemberCallEntry
from application.queries.networks import NetworkEntry
from application.queries.privacy import MyFile
from domain.kernel.acts import Role
from web.asking.deed import deed
from web.page import Facts, page
from web.refusals import NOT_SIGNED_IN, PageRefused
from web.visit import Visit


class OwnNetwork(NamedTuple):
    """A network of which one is a member: what is asked of its members, and whether its purpose is newly worded."""

    network: NetworkEntry
    calls: tuple[MemberCallEntry, ...]
    has_new_purpose: bool


@page("/mijn/netwerken", Words("Uw netwerken", "Your networks"), has_past=False, names_people=True)
def own_networks(visit: Visit) -> Facts:
    """Where one is a member, and what waits there."""
    if visit.is_visitor:
        raise PageRefused(NOT_SIGNED_IN)
    return {"own": list(_own(visit.wearing(EndorsePurpose))), "as_member": visit.session.role is Role.MEMBER}


def _own(visit: Visit) -> Iterator[OwnNetwork]:
    if visit.session.role is not Role.MEMBER:
        return
    told = [event for event in visit.ask(MyFile()).events if "purpose_version" in event.data]
    endorsed = {event.context: event.data["purpose_version"] for event in told}
    for each in visit.networks:  # who may read what its members are asked, is one
        if (calls := visit.ask_if_allowed(CallsToMembers(network=each.network))) is not None:
            known = endorsed.get(in_network(each.network), each.purpose_version)
            yield OwnNetwork(each, calls.items, known != each.purpose_version)


answer_call = deed(
    AnswerCall,
    at="/adviesvragen/{advice_request}/meedenken",
    title=Words("Geef uw idee", "Give your idea"),
    lead=Words(
        "Alleen de kerngroep leest wat u schrijft. De kerngroep gebruikt het voor het advies.",
        "Only the core group reads what you write. It uses that for the advice.",
    ),
    asks=("answer", "person"),
    then="/mijn/netwerken",
    done=Words("De kerngroep heeft uw idee.", "The core group has your idea."),
    next=Words(
        "Wilt u later iets anders zeggen? Mail dan de kerngroep.", "Do you want to say something else later? Mail the core group."
    ),
)


@page(
    "/adviesvragen/{advice_request}/ideeen", Words("Wat leden meedachten", "Ideas of members"), has_past=False, names_people=True
)
def ideas(visit: Visit, advice_request: UUID) -> Facts:
    """What members answered when they were asked, for the core group alone."""
    listed = visit.page_of(AnswersToCalls(advice_request=advice_request), 50)
    return {"listed": listed, "back": visit.address_of("advice_request", advice_request)}
