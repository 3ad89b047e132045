"""Use cases of those who work on an advice: experts and members; and of advice given unasked."""

from datetime import datetime
from uuid import UUID

from application.command_context import Work, in_network
from application.command_handler import Outcome, handles
from application.commands import advice as c
from application.use_cases.advice_acts import (
    act_of_network,
    act_on,
    answer,
)
from domain.advice.call_answer import CallAnswer, call_answer_id
from domain.advice.errors import CallAnsweredAlready
from domain.advice.offer import AdviceOffer
from domain.kernel.acts import Reference
from domain.kernel.text import Purpose
from domain.networks.membership import Membership, NotAMember, membership_id
from domain.networks.network import Network


@handles(c.InviteExpert)
def invite_expert(work: Work, command: c.InviteExpert) -> Outcome:
    """Invite a party member."""
    request = work.request(command.advice_request)
    act = act_on(work, request)
    work.must_be_party_member(command.expert, act)
    request.invite_expert(act, reference=work.reference(command.expert, request.network))
    return [request], answer(request)


@handles(c.AcceptInvitation)
def accept_invitation(work: Work, command: c.AcceptInvitation) -> Outcome:
    """Accept, as a party member."""
    request = work.request(command.advice_request)
    act = work.act_of_member(command.person, request.network)
    work.must_be_party_member(command.person or work.person, act)
    request.accept_invitation(act, reference=act.by)
    return [request], answer(request)


@handles(c.DeclineInvitation)
def decline_invitation(work: Work, command: c.DeclineInvitation) -> Outcome:
    """Decline, or stop."""
    request = work.request(command.advice_request)
    act = work.act_of_member(command.person, request.network)
    request.decline_invitation(act, reference=act.by)
    return [request], answer(request)


@handles(c.DeclareExpertConflict)
def declare_expert_conflict(work: Work, command: c.DeclareExpertConflict) -> Outcome:
    """Tell of an interest of one's own, sealed with one's own key."""
    request = work.request(command.advice_request)
    act = work.act_of_member(command.person, request.network)
    interest = work.personal(
        command.interest,
        person=command.person or work.person,
        purpose=Purpose.CONFLICT_OF_INTEREST,
        context=in_network(request.network),
        aggregate=request.id,
        event_type="ExpertConflictDeclared",
        field="interest",
    )
    request.declare_conflict(act, reference=act.by, interest=interest)
    return [request], answer(request)


@handles(c.DiscloseExpertConflict)
def disclose_expert_conflict(work: Work, command: c.DiscloseExpertConflict) -> Outcome:
    """Say that an expert's interest will be disclosed."""
    request = work.request(command.advice_request)
    request.disclose_conflict(act_on(work, request), reference=work.reference(command.expert, request.network))
    return [request], answer(request)


@handles(c.AnswerCall)
def answer_call(work: Work, command: c.AnswerCall) -> Outcome:
    """Answer a call as a member of the leading network, sealed with one's own key."""
    request = work.request(command.advice_request)
    act = work.act_of_member(command.person, request.network)
    _must_be_member(work, request.network, act.by, act.at)
    number = request.open_call(act.at)
    item = call_answer_id(request.id, number, act.by)
    if work.load(CallAnswer, item) is not None:
        raise CallAnsweredAlready
    sealed = work.personal(
        command.answer,
        person=command.person or work.person,
        purpose=Purpose.CONTRIBUTION,
        context=in_network(request.network),
        aggregate=item,
        event_type="AnswerGivenToCall",
        field="answer",
    )
    given = CallAnswer.give(
        act, advice_request=request.id, call_number=number, network=request.network, reference=act.by, answer=sealed
    )
    return [given], {"adviceRequest": str(request.id), "callNumber": number}


def _must_be_member(work: Work, network: UUID, reference: Reference, at: datetime) -> None:
    membership = work.load(Membership, membership_id(network, reference))
    work.get(Network, network).must_be_at_work(at)
    if membership is None or not membership.holds_at(at):
        raise NotAMember


# Unasked


@handles(c.OfferAdvice)
def offer_advice(work: Work, command: c.OfferAdvice) -> Outcome:
    """Give advice that nobody asked for."""
    network = work.network(command.network)
    act = act_of_network(work, network.id)
    network.must_be_at_work(act.at)
    offer = AdviceOffer.offer(
        act, offer=work.new_id("advice-offer"), network=network.id, addressee=command.addressee, advice=command.advice
    )
    return [offer], {"adviceOffer": str(offer.id), "network": str(network.id)}
