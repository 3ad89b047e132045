"""Use cases of those who work on an advice: experts and members; and of advice given unasked."""

from datetime import datetime
from uuid import UUID

from application.command_context import CommandContext, Outcome
from application.commands import advice
from application.ports.vault.contexts import in_network
from application.use_cases.advice.acts import act_on, answer
from domain.advice.call_answer import CallAnswer, call_answer_id
from domain.advice.errors import CallAnsweredAlready
from domain.advice.offer import AdviceOffer
from domain.kernel.acts import Reference
from domain.kernel.text import Purpose
from domain.networks.membership import Membership, NotAMember, membership_id
from domain.networks.network import Network


def invite_expert(context: CommandContext, command: advice.InviteExpert) -> Outcome:
    request = context.request(command.advice_request)
    act = act_on(context, request)
    context.must_be_party_member(command.expert, act)
    request.invite_expert(act, reference=context.reference(command.expert, request.network))
    return [request], answer(request)


def accept_invitation(context: CommandContext, command: advice.AcceptInvitation) -> Outcome:
    request = context.request(command.advice_request)
    act = context.act_of_member(command.person, request.network)
    context.must_be_party_member(command.person or context.person, act)
    request.accept_invitation(act, reference=act.by)
    return [request], answer(request)


def decline_invitation(context: CommandContext, command: advice.DeclineInvitation) -> Outcome:
    request = context.request(command.advice_request)
    act = context.act_of_member(command.person, request.network)
    request.decline_invitation(act, reference=act.by)
    return [request], answer(request)


def declare_expert_conflict(context: CommandContext, command: advice.DeclareExpertConflict) -> Outcome:
    """Tell of an interest of one's own, sealed with one's own key."""
    request = context.request(command.advice_request)
    act = context.act_of_member(command.person, request.network)
    interest = context.personal(
        command.interest,
        person=command.person or context.person,
        purpose=Purpose.CONFLICT_OF_INTEREST,
        context=in_network(request.network),
        aggregate=request.id,
        event_type="ExpertConflictDeclared",
        field="interest",
    )
    request.declare_conflict(act, reference=act.by, interest=interest)
    return [request], answer(request)


def disclose_expert_conflict(context: CommandContext, command: advice.DiscloseExpertConflict) -> Outcome:
    request = context.request(command.advice_request)
    request.disclose_conflict(act_on(context, request), reference=context.reference(command.expert, request.network))
    return [request], answer(request)


def answer_call(context: CommandContext, command: advice.AnswerCall) -> Outcome:
    """Answer a call as a member of the leading network, sealed with one's own key."""
    request = context.request(command.advice_request)
    act = context.act_of_member(command.person, request.network)
    _must_be_member(context, request.network, act.by, act.at)
    number = request.open_call(act.at)
    item = call_answer_id(request.id, number, act.by)
    if context.load(CallAnswer, item) is not None:
        raise CallAnsweredAlready
    sealed = context.personal(
        command.answer,
        person=command.person or context.person,
        purpose=Purpose.CONTRIBUTION,
        context=in_network(request.network),
        aggregate=item,
        event_type="AnswerGivenToCall",
        field="answer",
    )
    given = CallAnswer.give(
        act, advice_request=request.id, call_number=number, network=request.network, reference=act.by, answer=sealed
    )
    return [given], advice.CallAnsweredAnswer(advice_request=request.id, call_number=number)


def _must_be_member(context: CommandContext, network: UUID, reference: Reference, at: datetime) -> None:
    membership = context.load(Membership, membership_id(network, reference))
    context.get(Network, network).must_be_at_work(at)
    if membership is None or not membership.holds_at(at):
        raise NotAMember


# Unasked


def offer_advice(context: CommandContext, command: advice.OfferAdvice) -> Outcome:
    network = context.network(command.network)
    act = context.act_of_network(network.id)
    network.must_be_at_work(act.at)
    offer = AdviceOffer.offer(
        act, offer=context.new_id("advice-offer"), network=network.id, addressee=command.addressee, advice=command.advice
    )
    return [offer], advice.AdviceOfferAnswer(advice_offer=offer.id, network=network.id)
