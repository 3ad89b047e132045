"""Use cases of advice requests: what the requester and the core group do."""

from dataclasses import replace
from uuid import UUID

from application.command_context import CommandContext, Outcome
from application.commands import advice
from application.errors import ClosedRequestNotRecorded
from application.use_cases.advice.acts import (
    act_between,
    act_for_requester,
    act_on,
    answer,
    on,
    on_if_any,
    rules_of,
    written,
)
from application.use_cases.advice.contacts import RECORD_FOR_OTHERS, who_asks
from domain.advice.request import AdviceRequest, Talk
from domain.advice.values import ReportedUse
from domain.kernel.acts import Role
from domain.kernel.text import Writing
from domain.networks.network import Network

# Of those who ask


def request_advice(context: CommandContext, command: advice.RequestAdvice) -> Outcome:
    """Ask a network, or several of which one leads; the bureau or the leading core group records it from a mail or a call."""
    if command.closed and context.session.role is Role.PARTY_BUREAU:
        raise ClosedRequestNotRecorded
    leading = context.get(Network, command.network)
    context.reach.must_cover(leading)
    networks = (leading, *(context.get(Network, item) for item in command.other_networks))
    requester, act = who_asks(command, context)
    for network in networks:
        network.must_be_at_work(act.at)
    request = context.new_id("advice-request")
    asked = AdviceRequest.ask(
        act,
        advice_request=request,
        requester=requester,
        requester_kind=command.requester_kind,
        recorded_by=context.session.role if context.session.role in RECORD_FOR_OTHERS else None,
        kind=command.kind,
        network=command.network,
        other_networks=command.other_networks,
        question=written(context, command.question, request, "AdviceRequested", "question", closed=command.closed),
        closed=command.closed,
        kept_back=_kept_back(context, command, request),
        due=command.due,
        rules=context.rules_if_any(leading.network_type),
    )
    return [asked], answer(asked)


def _kept_back(context: CommandContext, command: advice.RequestAdvice, request: UUID) -> Writing | None:
    if command.kept_back is None:
        return None
    return written(context, command.kept_back, request, "AdviceRequested", "kept_back", closed=command.closed)


def give_clarification(context: CommandContext, command: advice.GiveClarification) -> Outcome:
    request = context.request(command.advice_request)
    said = on(context, request, command.answer, "ClarificationGiven", "answer")
    request.clarify(act_for_requester(context, request), answer=said)
    return [request], answer(request)


def acknowledge_advice(context: CommandContext, command: advice.AcknowledgeAdvice) -> Outcome:
    request = context.request(command.advice_request)
    request.acknowledge(act_for_requester(context, request), answered=command.answered)
    return [request], answer(request)


def report_use(context: CommandContext, command: advice.ReportUse) -> Outcome:
    request = context.request(command.advice_request)
    uses = tuple(
        ReportedUse(
            number=told.number,
            use=told.use,
            remark=on_if_any(context, request, told.remark, "AdviceUseReported", "uses.remark"),
            link=on_if_any(context, request, told.link, "AdviceUseReported", "uses.link"),
        )
        for told in command.uses
    )
    request.report_use(act_for_requester(context, request), uses=uses)
    return [request], answer(request)


def publish_use(context: CommandContext, command: advice.PublishUse) -> Outcome:
    request = context.request(command.advice_request)
    request.publish_use(act_for_requester(context, request))
    return [request], answer(request)


def withdraw_request(context: CommandContext, command: advice.WithdrawRequest) -> Outcome:
    request = context.request(command.advice_request)
    request.withdraw(act_for_requester(context, request))
    return [request], answer(request)


# Of the network


def accept_request(context: CommandContext, command: advice.AcceptRequest) -> Outcome:
    request = context.request(command.advice_request)
    request.accept(act_on(context, request))
    return [request], answer(request)


def decline_request(context: CommandContext, command: advice.DeclineRequest) -> Outcome:
    request = context.request(command.advice_request)
    explanation = on_if_any(context, request, command.explanation, "AdviceRequestDeclined", "explanation")
    request.decline(act_on(context, request), decline_reason=command.decline_reason, explanation=explanation)
    return [request], answer(request)


def redirect_request(context: CommandContext, command: advice.RedirectRequest) -> Outcome:
    request = context.request(command.advice_request)
    network = context.get(Network, command.other_network)
    act = act_on(context, request)
    network.must_be_at_work(act.at)
    request.redirect(
        act,
        network=network.id,
        rules=context.rules_if_any(network.network_type),
        due=command.due,
        explanation=on_if_any(context, request, command.explanation, "AdviceRequestRedirected", "explanation"),
    )
    return [request], answer(request)


def ask_clarification(context: CommandContext, command: advice.AskClarification) -> Outcome:
    request = context.request(command.advice_request)
    question = on(context, request, command.question, "ClarificationAsked", "question")
    request.ask_clarification(act_on(context, request), question=question, rules=rules_of(context, request))
    return [request], answer(request)


def agree_new_day(context: CommandContext, command: advice.AgreeNewDay) -> Outcome:
    request = context.request(command.advice_request)
    reason = on(context, request, command.reason, "NewDayAgreed", "reason")
    role = context.session.role
    if command.told_by_both and role is Role.REQUESTER:
        raise context.reach.denied()  # the network says for itself what it agreed
    told_by_both = command.told_by_both or role is Role.PARTY_BUREAU
    rules = rules_of(context, request)
    request.agree_new_day(act_between(context, request), due=command.due, reason=reason, rules=rules, told_by_both=told_by_both)
    return [request], answer(request)


def refuse_new_day(context: CommandContext, command: advice.RefuseNewDay) -> Outcome:
    request = context.request(command.advice_request)
    request.refuse_new_day(act_between(context, request))
    return [request], answer(request)


def call_members(context: CommandContext, command: advice.CallMembers) -> Outcome:
    request = context.request(command.advice_request)
    request.call_members(act_on(context, request), closes_on=command.closes_on)
    return [request], advice.MemberCallAnswer(**dict(answer(request)), call_number=request.called)


def give_contribution(context: CommandContext, command: advice.GiveContribution) -> Outcome:
    request = context.request(command.advice_request)
    contribution = on(context, request, command.contribution, "ContributionGiven", "contribution")
    request.contribute(act_on(context, request, command.network), network=command.network, contribution=contribution)
    return [request], answer(request)


def _on_day_of_talk(context: CommandContext, command: advice.DeliverAdvice) -> CommandContext:
    """Let an answer that was given by talking count for the day of the talk, unless another moment is named."""
    if command.talked_on is None or command.advice is not None or command.at is not None or command.on is not None:
        return context
    return replace(context, command=command.model_copy(update={"on": command.talked_on}))


def deliver_advice(context: CommandContext, command: advice.DeliverAdvice) -> Outcome:
    request = context.request(command.advice_request)
    event = "AdviceDelivered"
    context = _on_day_of_talk(context, command)
    talk = None
    if command.talked_on is not None and command.talked_with is not None:
        talk = Talk(on=command.talked_on, with_whom=on(context, request, command.talked_with, event, "talk.with_whom"))
    rules = rules_of(context, request)
    request.deliver(
        act_on(context, request),
        advice=on_if_any(context, request, command.advice, event, "advice"),
        talk=talk,
        recommendations=tuple(on(context, request, text, event, "recommendations") for text in command.recommendations),
        minority_views=tuple(on(context, request, text, event, "minority_views") for text in command.minority_views),
        answered=command.answered,
        rules=None if rules is None else rules.rules,
    )
    return [request], answer(request)
