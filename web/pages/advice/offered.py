"""What may be done with a request now: the main deed first, the rest in three groups."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from application.commands import advice
from application.commands.base import Command
from application.language.words import Words
from application.queries.acts import PossibleActs
from application.queries.advice import AdviceRequestPage
from domain.advice.values import NextActor
from domain.kernel.acts import Role
from web.deed import Deed
from web.sitemap import site
from web.visit import Visit


class OfferedDeed(NamedTuple):
    """A deed that is open to a reader now."""

    command: str
    address: str
    words: str


MAIN: Mapping[Role, Mapping[NextActor, tuple[type[Command], ...]]] = {
    Role.CORE_GROUP: {
        NextActor.CORE_GROUP: (advice.AcceptRequest, advice.DeliverAdvice),
        NextActor.PARTY_BUREAU: (advice.AcceptRequest, advice.DeliverAdvice),
    },
    Role.REQUESTER: {
        NextActor.REQUESTER: (advice.GiveClarification, advice.ReportUse, advice.PublishUse, advice.AcknowledgeAdvice),
        NextActor.NOBODY: (advice.PublishUse,),
    },
    Role.PARTY_BUREAU: {NextActor.PARTY_BUREAU: (advice.RedirectRequest,)},
    Role.MEMBER: dict.fromkeys(NextActor, (advice.AcceptInvitation,)),
}
"""What is most likely to be done, by who looks and whose turn it is: the first is the button, the second a link beside it."""

KNOW_MORE = (advice.AskClarification, advice.GiveClarification, advice.AgreeNewDay, advice.RefuseNewDay)
OTHERS_TOO = (
    advice.CallMembers,
    advice.InviteExpert,
    advice.AcceptInvitation,
    advice.DeclareExpertConflict,
    advice.DiscloseExpertConflict,
    advice.GiveContribution,
)
GROUPS: Sequence[tuple[Words, tuple[type[Command], ...] | None]] = (
    (Words("Eerst meer weten", "First know more"), KNOW_MORE),
    (Words("Anderen erbij", "Let others join in"), OTHERS_TOO),
    (Words("Afronden of doorgeven", "Finish or pass on"), None),
)


def offered(visit: Visit, request: AdviceRequestPage) -> Mapping[str, object]:
    """Give the main deeds and the others in their groups; none in the past, nor to who may do nothing."""
    found = list(_open_now(visit, request)) if not visit.past and not visit.is_visitor else []
    wanted = [each.__name__ for each in MAIN.get(visit.session.role, {}).get(request.next_actor, ())]
    main = sorted((each for each in found if each.command in wanted), key=lambda each: wanted.index(each.command))[:2]
    rest = [each for each in found if each not in main]
    named = {each.__name__ for _, of_group in GROUPS for each in of_group or ()}
    groups = []
    for words, of_group in GROUPS:
        own = {each.__name__ for each in of_group} if of_group is not None else None
        in_it = [each for each in rest if (each.command in own if own is not None else each.command not in named)]
        groups.append((visit.tell(words), in_it))
    return {"main": main, "groups": [each for each in groups if each[1]]}


def _open_now(visit: Visit, request: AdviceRequestPage) -> Iterator[OfferedDeed]:
    for act in visit.ask(PossibleActs(item=request.advice_request)).items:
        of = _deed_for(act.command) if act.may else None
        if of is not None:
            address = of.at.replace("{advice_request}", str(request.advice_request))
            yield OfferedDeed(act.command, address, visit.tell(of.title))


def _deed_for(command: str) -> Deed | None:
    """Give the page on which a command is given on a request, when there is one."""
    known = (each for each in site().deeds.values() if each.command.__name__ == command)
    return next((each for each in known if set(each.show_types) == {"advice_request"}), None)
