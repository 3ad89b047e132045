"""Use cases of advice requests: what the requester and the core group do."""

from application.command_context import OFFICE, Work
from application.command_handler import Outcome, handles
from application.commands import advice as c
from application.errors import AccessDenied, ClosedRequestNotRecorded, RequesterMissing
from application.use_cases.advice_acts import (
    act_for_requester,
    act_of_requester,
    act_on,
    answer,
    on,
    on_if_any,
    rules_of,
    written,
)
from domain.advice.request import AdviceRequest, Talk
from domain.advice.values import ReportedUse
from domain.kernel.acts import Role
from domain.networks.network import Network

# Of those who ask


@handles(c.RequestAdvice)
def request_advice(work: Work, command: c.RequestAdvice) -> Outcome:
    """Ask a network, or several of which one leads; the bureau or the leading core group records it from a mail or a call."""
    by_other = work.session.role is not Role.REQUESTER
    if by_other and command.person is None:
        raise RequesterMissing
    if command.closed and work.session.role is Role.PARTY_BUREAU:
        raise ClosedRequestNotRecorded
    if work.session.role is Role.CORE_GROUP:
        work.must_have_seat(command.network)
    networks = {item: work.get(Network, item) for item in (command.network, *command.other_networks)}
    requester = work.reference_in(command.person or work.person, OFFICE)
    act = act_of_requester(work, requester, command.network)
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
        question=written(work, command.question, request, "AdviceRequested", "question", closed=command.closed),
        closed=command.closed,
        due=command.due,
        rules=work.rules_if_any(networks[command.network].network_type),
    )
    return [asked], answer(asked)


@handles(c.GiveClarification)
def give_clarification(work: Work, command: c.GiveClarification) -> Outcome:
    """Say what is meant."""
    request = work.request(command.advice_request)
    said = on(work, request, command.answer, "ClarificationGiven", "answer")
    request.clarify(act_for_requester(work, request), answer=said)
    return [request], answer(request)


@handles(c.AcknowledgeAdvice)
def acknowledge_advice(work: Work, command: c.AcknowledgeAdvice) -> Outcome:
    """Say that the advice came."""
    request = work.request(command.advice_request)
    request.acknowledge(act_for_requester(work, request), answered=command.answered)
    return [request], answer(request)


@handles(c.ReportUse)
def report_use(work: Work, command: c.ReportUse) -> Outcome:
    """Tell what was done with the advice."""
    request = work.request(command.advice_request)
    uses = tuple(
        ReportedUse(
            number=told.number,
            use=told.use,
            remark=on_if_any(work, request, told.remark, "AdviceUseReported", "uses.remark"),
            link=on_if_any(work, request, told.link, "AdviceUseReported", "uses.link"),
        )
        for told in command.uses
    )
    request.report_use(act_for_requester(work, request), uses=uses)
    return [request], answer(request)


@handles(c.PublishUse)
def publish_use(work: Work, command: c.PublishUse) -> Outcome:
    """Let all members read what was done."""
    request = work.request(command.advice_request)
    request.publish_use(act_for_requester(work, request))
    return [request], answer(request)


@handles(c.WithdrawRequest)
def withdraw_request(work: Work, command: c.WithdrawRequest) -> Outcome:
    """Need no answer any more."""
    request = work.request(command.advice_request)
    request.withdraw(act_for_requester(work, request))
    return [request], answer(request)


# Of the network


@handles(c.AcceptRequest)
def accept_request(work: Work, command: c.AcceptRequest) -> Outcome:
    """Take a request on."""
    request = work.request(command.advice_request)
    request.accept(act_on(work, request))
    return [request], answer(request)


@handles(c.DeclineRequest)
def decline_request(work: Work, command: c.DeclineRequest) -> Outcome:
    """Not take a request on."""
    request = work.request(command.advice_request)
    explanation = on_if_any(work, request, command.explanation, "AdviceRequestDeclined", "explanation")
    request.decline(act_on(work, request), decline_reason=command.decline_reason, explanation=explanation)
    return [request], answer(request)


@handles(c.RedirectRequest)
def redirect_request(work: Work, command: c.RedirectRequest) -> Outcome:
    """Bring a request to another network."""
    request = work.request(command.advice_request)
    network = work.get(Network, command.other_network)
    act = act_on(work, request)
    network.must_be_at_work(act.at)
    request.redirect(
        act,
        network=network.id,
        rules=work.rules_if_any(network.network_type),
        due=command.due,
        explanation=on_if_any(work, request, command.explanation, "AdviceRequestRedirected", "explanation"),
    )
    return [request], answer(request)


@handles(c.AskClarification)
def ask_clarification(work: Work, command: c.AskClarification) -> Outcome:
    """Ask the requester what is meant."""
    request = work.request(command.advice_request)
    question = on(work, request, command.question, "ClarificationAsked", "question")
    request.ask_clarification(act_on(work, request), question=question, rules=rules_of(work, request))
    return [request], answer(request)


@handles(c.AgreeNewDay)
def agree_new_day(work: Work, command: c.AgreeNewDay) -> Outcome:
    """Record another day that both sides agreed on."""
    request = work.request(command.advice_request)
    reason = on(work, request, command.reason, "NewDayAgreed", "reason")
    role = work.session.role
    if command.told_by_both and role is Role.REQUESTER:
        raise AccessDenied(role=role, what=type(command).__name__)  # the network says for itself what it agreed
    told_by_both = command.told_by_both or role is Role.PARTY_BUREAU
    rules = rules_of(work, request)
    request.agree_new_day(act_on(work, request), due=command.due, reason=reason, rules=rules, told_by_both=told_by_both)
    return [request], answer(request)


@handles(c.RefuseNewDay)
def refuse_new_day(work: Work, command: c.RefuseNewDay) -> Outcome:
    """Say that one's side did not agree."""
    request = work.request(command.advice_request)
    request.refuse_new_day(act_on(work, request))
    return [request], answer(request)


@handles(c.CallMembers)
def call_members(work: Work, command: c.CallMembers) -> Outcome:
    """Ask all members to think along."""
    request = work.request(command.advice_request)
    request.call_members(act_on(work, request), closes_on=command.closes_on)
    return [request], answer(request) | {"callNumber": len(request.calls)}


@handles(c.GiveContribution)
def give_contribution(work: Work, command: c.GiveContribution) -> Outcome:
    """Contribute for a network that was asked beside the leading one."""
    request = work.request(command.advice_request)
    if work.session.role is Role.CORE_GROUP:
        work.must_have_seat(command.network)
    contribution = on(work, request, command.contribution, "ContributionGiven", "contribution")
    request.contribute(act_on(work, request, command.network), network=command.network, contribution=contribution)
    return [request], answer(request)


@handles(c.DeliverAdvice)
def deliver_advice(work: Work, command: c.DeliverAdvice) -> Outcome:
    """Answer."""
    request = work.request(command.advice_request)
    event = "AdviceDelivered"
    talk = None
    if command.talked_on is not None and command.talked_with is not None:
        talk = Talk(on=command.talked_on, with_whom=on(work, request, command.talked_with, event, "talk.with_whom"))
    rules = rules_of(work, request)
    request.deliver(
        act_on(work, request),
        advice=on_if_any(work, request, command.advice, event, "advice"),
        talk=talk,
        recommendations=tuple(on(work, request, text, event, "recommendations") for text in command.recommendations),
        minority_views=tuple(on(work, request, text, event, "minority_views") for text in command.minority_views),
        answered=command.answered,
        rules=None if rules is None else rules.rules,
    )
    return [request], answer(request)
