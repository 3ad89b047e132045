"""What may be done with a request now: what is likeliest by who looks and whose turn it is, the rest in three groups."""

from collections.abc import Mapping, Sequence

from application.commands import advice
from application.commands.base import Command
from application.language.words import Words
from application.queries.advice import AdviceRequestPage
from domain.advice.values import NextActor
from domain.kernel.acts import Role
from web.asking.possible import Group, Possible, possible
from web.visit import Visit

Commands = Sequence[type[Command]]
TO_ANSWER: Commands = (advice.AcceptRequest, advice.DeliverAdvice)
TO_REPORT: Commands = (advice.GiveClarification, advice.ReportUse)
MAIN: Mapping[Role, Mapping[NextActor, Commands]] = {
    Role.CORE_GROUP: {NextActor.CORE_GROUP: TO_ANSWER, NextActor.PARTY_BUREAU: TO_ANSWER},
    Role.REQUESTER: {NextActor.REQUESTER: TO_REPORT, NextActor.NOBODY: (advice.PublishUse,)},
    Role.PARTY_BUREAU: {NextActor.PARTY_BUREAU: (advice.RedirectRequest,)},
    Role.MEMBER: dict.fromkeys(NextActor, (advice.AcceptInvitation,)),
}
"""What is the main deed, the first of these that may be done."""

GROUPS: Sequence[Group] = (
    (
        Words("Eerst meer weten", "First know more"),
        (advice.AskClarification, advice.GiveClarification, advice.AgreeNewDay, advice.RefuseNewDay),
    ),
    (
        Words("Anderen erbij", "Let others join in"),
        (
            advice.CallMembers,
            advice.InviteExpert,
            advice.AcceptInvitation,
            advice.DeclareExpertConflict,
            advice.DiscloseExpertConflict,
            advice.GiveContribution,
        ),
    ),
    (
        Words("Afronden of doorgeven", "Finish or pass on"),
        (
            advice.AcceptRequest,
            advice.DeliverAdvice,
            advice.AcknowledgeAdvice,
            advice.ReportUse,
            advice.PublishUse,
            advice.RedirectRequest,
            advice.DeclineRequest,
            advice.DeclineInvitation,
            advice.WithdrawRequest,
        ),
    ),
)

LEADS: Mapping[str, Words] = {
    "aannemen": Words(
        "De adviesvrager ziet dan dat u eraan werkt. Daarna kunt u leden en deskundigen laten meedenken.",
        "The requester then sees that you work on it. After that you can let members and experts help.",
    ),
    "terugkoppeling": Words(
        "In één minuut weet het netwerk wat het werk opleverde.", "In one minute the network knows what its work brought."
    ),
    "openbaar": Words(
        "Alle leden lezen dan wat u met het advies deed, zonder uw naam.",
        "All members then read what you did with the advice, without your name.",
    ),
}
"""What is said of the main deed, by the end of its address."""


def offered(visit: Visit, request: AdviceRequestPage) -> Mapping[str, object]:
    """Give what may be done, and what to say of the main deed: of an explanation that is waited for, what was asked."""
    main = MAIN.get(visit.session.role, {}).get(request.next_actor, ())
    found = possible(visit, request.advice_request, main=main, groups=GROUPS)
    return {"possible": found, "lead": _lead(visit, request, found)}


def _lead(visit: Visit, request: AdviceRequestPage, found: Possible) -> str:
    name = found.main.address.partition("?")[0].rpartition("/")[2] if found.main is not None else ""
    if name == "uitleg" and request.clarifications and (question := request.clarifications[-1].question) is not None:
        return question.text or ""
    return visit.tell(LEADS[name]) if name in LEADS else ""
