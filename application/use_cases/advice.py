"""Use cases of advice requests, and of advice given unasked."""

from datetime import datetime
from uuid import UUID

from pydantic import JsonValue

from application.commands import advice as c
from application.errors import AccessDenied, RequesterMissing
from application.handling import Outcome, handles
from application.work import OFFICE, Work, in_network
from domain.acts import Act, Reference, Role, Source
from domain.advice import ReportedUse
from domain.advice_errors import CallAnsweredAlready
from domain.advice_offer import AdviceOffer
from domain.advice_request import AdviceRequest, Talk
from domain.call_answer import CallAnswer, call_answer_id
from domain.membership import Membership, NotAMember, membership_id
from domain.network import Network
from domain.rules import AdoptedRules
from domain.text import Purpose, Writing


def answer(request: AdviceRequest) -> dict[str, JsonValue]:
    """Tell where a request stands."""
    return {
        "adviceRequest": str(request.id),
        "version": request.version,
        "status": request.status,
        "nextActor": request.next_actor,
        "due": request.clock.days.due.isoformat(),
    }


# Of those who ask


@handles(c.RequestAdvice)
def request_advice(work: Work, command: c.RequestAdvice) -> Outcome:
    """Ask a network, or several of which one leads; the bureau or the leading core group records it from a mail or a call."""
    by_other = work.session.role is not Role.REQUESTER
    if by_other and command.person is None:
        raise RequesterMissing
    if command.closed and work.session.role is Role.PARTY_BUREAU:
        raise AccessDenied(role=work.session.role, what=type(command).__name__)
    if work.session.role is Role.CORE_GROUP:
        work.must_have_seat(command.network)
    networks = {item: work.get(Network, item) for item in (command.network, *command.other_networks)}
    requester = work.reference_in(command.person or work.person, OFFICE)
    act = _act_of_requester(work, requester, command.network)
    for network in networks.values():
        network.must_be_at_work(act.at)
    request = work.new_id("advice-request")
    asked = AdviceRequest.ask(
        act,
        advice_request=request,
        requester=requester,
        requester_kind=command.requester_kind,
        recorded_by=work.session.role if by_other else None,
        kind=command.kind,
        network=command.network,
        other_networks=command.other_networks,
        question=_written(work, command.question, request, "AdviceRequested", "question", closed=command.closed),
        closed=command.closed,
        due=command.due,
        rules=work.adopted_rules_if_any(networks[command.network].network_type),
    )
    return [asked], answer(asked)


@handles(c.GiveClarification)
def give_clarification(work: Work, command: c.GiveClarification) -> Outcome:
    """Say what is meant."""
    request = work.request(command.advice_request)
    said = _on(work, request, command.answer, "ClarificationGiven", "answer")
    request.clarify(_act_for_requester(work, request), answer=said)
    return [request], answer(request)


@handles(c.AcknowledgeAdvice)
def acknowledge_advice(work: Work, command: c.AcknowledgeAdvice) -> Outcome:
    """Say that the advice came."""
    request = work.request(command.advice_request)
    request.acknowledge(_act_for_requester(work, request), answered=command.answered)
    return [request], answer(request)


@handles(c.ReportUse)
def report_use(work: Work, command: c.ReportUse) -> Outcome:
    """Tell what was done with the advice."""
    request = work.request(command.advice_request)
    uses = tuple(
        ReportedUse(
            number=told.number,
            use=told.use,
            remark=_on_if_any(work, request, told.remark, "AdviceUseReported", "uses.remark"),
            link=_on_if_any(work, request, told.link, "AdviceUseReported", "uses.link"),
        )
        for told in command.uses
    )
    request.report_use(_act_for_requester(work, request), uses=uses)
    return [request], answer(request)


@handles(c.PublishUse)
def publish_use(work: Work, command: c.PublishUse) -> Outcome:
    """Let all members read what was done."""
    request = work.request(command.advice_request)
    request.publish_use(_act_for_requester(work, request))
    return [request], answer(request)


@handles(c.WithdrawRequest)
def withdraw_request(work: Work, command: c.WithdrawRequest) -> Outcome:
    """Need no answer any more."""
    request = work.request(command.advice_request)
    request.withdraw(_act_for_requester(work, request))
    return [request], answer(request)


# Of the network


@handles(c.AcceptRequest)
def accept_request(work: Work, command: c.AcceptRequest) -> Outcome:
    """Take a request on."""
    request = work.request(command.advice_request)
    request.accept(_act(work, request))
    return [request], answer(request)


@handles(c.DeclineRequest)
def decline_request(work: Work, command: c.DeclineRequest) -> Outcome:
    """Not take a request on."""
    request = work.request(command.advice_request)
    explanation = _on_if_any(work, request, command.explanation, "AdviceRequestDeclined", "explanation")
    request.decline(_act(work, request), decline_reason=command.decline_reason, explanation=explanation)
    return [request], answer(request)


@handles(c.RedirectRequest)
def redirect_request(work: Work, command: c.RedirectRequest) -> Outcome:
    """Bring a request to another network."""
    request = work.request(command.advice_request)
    network = work.get(Network, command.other_network)
    act = _act(work, request)
    network.must_be_at_work(act.at)
    request.redirect(
        act,
        network=network.id,
        rules=work.adopted_rules_if_any(network.network_type),
        due=command.due,
        explanation=_on_if_any(work, request, command.explanation, "AdviceRequestRedirected", "explanation"),
    )
    return [request], answer(request)


@handles(c.AskClarification)
def ask_clarification(work: Work, command: c.AskClarification) -> Outcome:
    """Ask the requester what is meant."""
    request = work.request(command.advice_request)
    question = _on(work, request, command.question, "ClarificationAsked", "question")
    request.ask_clarification(_act(work, request), question=question)
    return [request], answer(request)


@handles(c.AgreeNewDay)
def agree_new_day(work: Work, command: c.AgreeNewDay) -> Outcome:
    """Record another day that both sides agreed on."""
    request = work.request(command.advice_request)
    reason = _on(work, request, command.reason, "NewDayAgreed", "reason")
    request.agree_new_day(_act(work, request), due=command.due, reason=reason, rules=_rules(work, request))
    return [request], answer(request)


@handles(c.CallMembers)
def call_members(work: Work, command: c.CallMembers) -> Outcome:
    """Ask all members to think along."""
    request = work.request(command.advice_request)
    request.call_members(_act(work, request), closes_on=command.closes_on)
    return [request], answer(request) | {"callNumber": len(request.calls)}


@handles(c.GiveContribution)
def give_contribution(work: Work, command: c.GiveContribution) -> Outcome:
    """Contribute for a network that was asked beside the leading one."""
    request = work.request(command.advice_request)
    if work.session.role is Role.CORE_GROUP:
        work.must_have_seat(command.network)
    contribution = _on(work, request, command.contribution, "ContributionGiven", "contribution")
    request.contribute(_act(work, request, command.network), network=command.network, contribution=contribution)
    return [request], answer(request)


@handles(c.DeliverAdvice)
def deliver_advice(work: Work, command: c.DeliverAdvice) -> Outcome:
    """Answer."""
    request = work.request(command.advice_request)
    event = "AdviceDelivered"
    talk = None
    if command.talked_on is not None and command.talked_with is not None:
        talk = Talk(on=command.talked_on, with_whom=_on(work, request, command.talked_with, event, "talk.with_whom"))
    rules = _rules(work, request)
    request.deliver(
        _act(work, request),
        advice=_on_if_any(work, request, command.advice, event, "advice"),
        talk=talk,
        recommendations=tuple(_on(work, request, text, event, "recommendations") for text in command.recommendations),
        minority_views=tuple(_on(work, request, text, event, "minority_views") for text in command.minority_views),
        answered=command.answered,
        rules=None if rules is None else rules.rules,
    )
    return [request], answer(request)


@handles(c.OfferAdvice)
def offer_advice(work: Work, command: c.OfferAdvice) -> Outcome:
    """Give advice that nobody asked for."""
    network = work.network(command.network)
    act = _act_of_network(work, network.id)
    network.must_be_at_work(act.at)
    offer = AdviceOffer.offer(
        act, offer=work.new_id("advice-offer"), network=network.id, addressee=command.addressee, advice=command.advice
    )
    return [offer], {"adviceOffer": str(offer.id), "network": str(network.id)}


# Of experts and members


@handles(c.InviteExpert)
def invite_expert(work: Work, command: c.InviteExpert) -> Outcome:
    """Invite a party member."""
    request = work.request(command.advice_request)
    act = _act(work, request)
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
    request.disclose_conflict(_act(work, request), reference=work.reference(command.expert, request.network))
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


# Acts, texts and rules


def _act(work: Work, request: AdviceRequest, network: UUID | None = None) -> Act:
    """Make the act of whoever works on a request: its requester, the core group, or the bureau."""
    if work.session.role is Role.REQUESTER:
        return work.act_in_role()
    return _act_of_network(work, network or request.network)


def _act_of_network(work: Work, network: UUID) -> Act:
    return work.act_of_member(None, network) if work.session.role is Role.CORE_GROUP else work.act_in_role()


def _act_for_requester(work: Work, request: AdviceRequest) -> Act:
    return _act_of_requester(work, request.requester, request.network)


def _act_of_requester(work: Work, requester: Reference, network: UUID) -> Act:
    """Make the act of a requester: their own, or recorded for them from a mail or a call."""
    if work.session.role is Role.REQUESTER:
        return work.act_in_role()
    by_bureau = work.session.role is Role.PARTY_BUREAU
    return Act(
        by=requester,
        role=Role.REQUESTER,
        at=work.at,
        entered_by=work.own_office() if by_bureau else work.reference(work.person, network),
        source=work.command.source or Source.PHONE,
        command=work.command_id,
    )


def _on(work: Work, request: AdviceRequest, text: str, event_type: str, field: str) -> Writing:
    return _written(work, text, request.id, event_type, field, closed=request.closed)


def _on_if_any(work: Work, request: AdviceRequest, text: str | None, event_type: str, field: str) -> Writing | None:
    return None if text is None else _on(work, request, text, event_type, field)


def _written(work: Work, text: str, request: UUID, event_type: str, field: str, *, closed: bool) -> Writing:
    """Keep a text as it is, or seal it with the key of the request."""
    if not closed:
        return Writing(text=text)
    return Writing(sealed=work.closed(text, dossier=request, event_type=event_type, field=field))


def _rules(work: Work, request: AdviceRequest) -> AdoptedRules | None:
    return work.adopted_rules_if_any(work.get(Network, request.network).network_type)
