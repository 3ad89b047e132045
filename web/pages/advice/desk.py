"""The desk of requests: for the bureau and the board all of them, for a core group its own, for a requester what they asked."""

from application.language.words import Words
from application.queries.advice import AdviceRequestDetails, AdviceRequestEntry, AdviceRequests
from domain.advice.values import NextActor
from domain.kernel.acts import Role
from domain.kernel.days import day_of
from infrastructure.tables import Table, TableColumn
from web.page import Facts, Menu, page
from web.visit import Visit

WAITING = frozenset({NextActor.CORE_GROUP, NextActor.PARTY_BUREAU})


@page(
    "/adviesvragen",
    Words("Adviesvragen", "Requests for advice"),
    names_people=True,
    menu=Menu(30, Words("Advies", "Advice"), asks=AdviceRequests),
)
def desk(visit: Visit) -> Facts:
    """What waits for an answer, the first day first; what waits for the requester; and what is done."""
    own = visit.session.network if visit.session.role is Role.CORE_GROUP else None
    listed = sorted(visit.all_of(AdviceRequests(network=own)), key=lambda each: each.due)
    open_ones = [each for each in listed if each.next_actor in WAITING or each.status == "clarification-asked"]
    with_requester = [each for each in listed if each not in open_ones and each.next_actor is NextActor.REQUESTER]
    done = [each for each in listed if each.next_actor is NextActor.NOBODY]
    return {
        "waiting": open_ones,
        "to_tell": with_requester,
        "finished": _table(visit, done[::-1]) if done else None,
        "all": _table(visit, listed),
        "any": bool(listed),
        "asked": lambda each: asked(visit, each),
        "opens": may_open(visit),
        "may_record": visit.session.role is Role.PARTY_BUREAU,
        "own": own and visit.address_of("network", own),
        "late": [each.advice_request for each in open_ones if each.due < visit.today],
    }


def _table(visit: Visit, listed: list[AdviceRequestEntry]) -> Table[AdviceRequestEntry]:
    """Make a table of requests: the question leads on."""
    columns = (
        TableColumn[AdviceRequestEntry](
            Words("Vraag", "Question"),
            lambda each: asked(visit, each),
            lambda each: visit.address_of("advice_request", each.advice_request) if may_open(visit) else None,
        ),
        TableColumn[AdviceRequestEntry](Words("Netwerk", "Network"), lambda each: visit.name_of(each.network) or ""),
        TableColumn[AdviceRequestEntry](Words("Gevraagd", "Asked"), lambda each: day_of(each.asked_at)),
        TableColumn[AdviceRequestEntry](Words("Antwoord nodig", "Answer needed"), lambda each: each.due),
        TableColumn[AdviceRequestEntry](Words("Hoe het staat", "How it stands"), lambda each: visit.tell(each.status)),
    )
    return visit.table(Words("Adviesvragen", "Requests for advice"), columns, listed)


def asked(visit: Visit, request: AdviceRequestEntry) -> str:
    """Give what was asked, or say why it is not shown."""
    if request.question is not None and request.question.text:
        return request.question.text
    return (
        visit.say("Een vertrouwelijke vraag", "A confidential request") if request.closed else visit.say("Een vraag", "A request")
    )


def may_open(visit: Visit) -> bool:
    """Say whether the role sees single requests: the board sees numbers and states."""
    return visit.may(AdviceRequestDetails)
