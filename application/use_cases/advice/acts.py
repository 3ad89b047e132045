"""What use cases of advice requests share: whose act it is, how a text is kept, and which rules hold."""

from uuid import UUID

from application.command_context import CommandContext
from application.commands.advice import RequestAnswer
from application.ports.vault.contexts import OFFICE
from domain.advice.request import AdviceRequest
from domain.advice.values import RequestStatus
from domain.kernel.acts import Act, Reference, Role, Source
from domain.kernel.text import Writing
from domain.networks.network import Network
from domain.pilot.rules import AdoptedRules


def answer(request: AdviceRequest) -> RequestAnswer:
    return RequestAnswer(
        advice_request=request.id,
        version=request.version,
        status=request.status,
        next_actor=request.next_actor,
        due=request.clock.days.due,
    )


def act_on(context: CommandContext, request: AdviceRequest, network: UUID | None = None) -> Act:
    """Make the act of the core group that works on a request, or of the bureau for one that was left to it."""
    if context.session.role is Role.PARTY_BUREAU and request.status is RequestStatus.WITHOUT_NETWORK:
        return context.act_in_role()
    return context.act_of_network(network or request.network)


def act_between(context: CommandContext, request: AdviceRequest) -> Act:
    """Make the act of who speaks of another day: the requester, the core group, or the bureau, which heard it from both."""
    if context.session.role is Role.CORE_GROUP:
        return context.act_of_network(request.network)
    return context.act_in_role()


def act_for_requester(context: CommandContext, request: AdviceRequest) -> Act:
    return act_of_requester(context, request.requester, request.network)


def act_of_requester(context: CommandContext, requester: Reference, network: UUID) -> Act:
    """
    Make the act of a requester: their own, or recorded for them from a mail or a call.

    :raises AccessDenied: if somebody of the core group records what they ask themselves: the event would tie two references
        of one person together, so they do it as a requester
    """
    if context.session.role is Role.REQUESTER:
        return context.act_of(requester, Role.REQUESTER, Source.SELF)
    by_bureau = context.session.role is Role.PARTY_BUREAU
    if not by_bureau and requester in context.known(context.person).references(OFFICE):
        raise context.reach.denied()
    entered_by = context.own_office() if by_bureau else context.reference(context.person, network)
    return context.act_of(requester, Role.REQUESTER, Source.NOT_NOTED, entered_by)


def on(context: CommandContext, request: AdviceRequest, text: str, event_type: str, field: str) -> Writing:
    """Keep a text of a request: as it is, or sealed when the request is closed."""
    return written(context, text, request.id, event_type, field, closed=request.closed)


def on_if_any(context: CommandContext, request: AdviceRequest, text: str | None, event_type: str, field: str) -> Writing | None:
    """Keep a text of a request, when there is one."""
    return None if text is None else on(context, request, text, event_type, field)


def written(context: CommandContext, text: str, request: UUID, event_type: str, field: str, *, closed: bool) -> Writing:
    """Keep a text as it is, or seal it with the key of the request."""
    if not closed:
        return Writing(text=text)
    return Writing(sealed=context.closed(text, dossier=request, event_type=event_type, field=field))


def rules_of(context: CommandContext, request: AdviceRequest) -> AdoptedRules | None:
    """Give the rules of the leading network, None where none apply."""
    return context.rules_if_any(context.get(Network, request.network).network_type)
