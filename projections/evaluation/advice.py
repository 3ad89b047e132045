"""Whether advice was asked, given in time and used: figures 21 to 26. A request counts for the network that leads it by then."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from math import ceil

from pydantic import JsonValue

from application.evaluation import details
from application.evaluation.measurement import Measurement
from application.evaluation.statistics import middle, share_of
from application.queries.evaluating.evaluation import Verdict
from domain.advice.values import AdviceUse, RequesterKind, RequestStage, RequestStatus
from domain.kernel.days import day_of
from domain.pilot.rules import NetworkType
from projections.evaluation.days import days_between
from projections.evaluation.known import EvaluationData, NetworkData
from projections.evaluation.left_out import requests_out
from projections.evaluation.requests import RequestData
from projections.store.instants import moment

FORM = "form"
"""How a request came in that the requester recorded."""


def _led(data: EvaluationData, network: NetworkData) -> list[RequestData]:
    return data.requests.get(network.owner, [])


def _names(network: NetworkData, requests: Iterable[RequestData]) -> list[str | None]:
    return [network.row["begun_by"], *(event for request in requests for event in request.named)]


def advice_requests(data: EvaluationData, network: NetworkData) -> Measurement:
    requests, offers = _led(data, network), data.offers.get(network.owner, [])
    members = network.members_before(data.reading.before)
    kinds = Counter(request.view.asked.requester_kind for request in requests)
    norm, verdict, ground = _measured_by_advice(data, network, asked=bool(requests))
    events = [*_names(network, requests), *(offer["event"] for offer in offers), *(period.begun_by for period in members)]
    ground += data.closing_of(network)
    detail = details.RequestsAsked(
        by_requester={kind.value: kinds[kind] for kind in RequesterKind},
        brought_here=sum(request.was_brought for request in requests),
        members=len(members),
        per_hundred_members=round(100 * len(requests) / len(members), 1) if members else None,
        offered_unasked=len(offers),
    )
    return Measurement(len(requests), len(requests), events, ground, norm=norm, verdict=verdict, detail=detail)


def _measured_by_advice(
    data: EvaluationData, network: NetworkData, *, asked: bool
) -> tuple[int | None, Verdict | None, list[str | None]]:
    """Say what is asked of a theme network that rules apply to; no other is measured by advice."""
    if network.rules is None or network.row["network_type"] != NetworkType.THEME:
        return None, None, []
    not_asked = Verdict.NOT_REACHED if data.closing_of(network) else Verdict.NOT_YET
    return 1, Verdict.REACHED if asked else not_asked, [network.rules.event]


def advice_routes(data: EvaluationData, network: NetworkData) -> Measurement:
    requests = _led(data, network)
    routes = Counter(FORM if request.view.asked.recorded_by is None else request.view.asked.act.source for request in requests)
    by = Counter(request.view.asked.recorded_by for request in requests if request.view.asked.recorded_by is not None)
    detail = details.AdviceRoutes(recorded_by=dict(sorted(by.items())))
    return Measurement(dict(sorted(routes.items())), len(requests), _names(network, requests), detail=detail)


def advice_outcomes(data: EvaluationData, network: NetworkData) -> Measurement:
    requests = _led(data, network)
    counts = Counter(_outcome(request) for request in requests)
    reasons = Counter(request.view.decline_reason for request in requests if request.view.stage is RequestStage.DECLINED)
    overdue = [request for request in requests if request.view.overdue_by is not None]
    shares = {"declined": counts["declined"], "lapsed": counts["lapsed"], "overdue": len(overdue)}
    events = [event for request in requests for event in (request.view.ended_by, request.view.overdue_by)]
    detail = details.AdviceOutcomes(
        overdue=len(overdue),
        reasons={str(reason): count for reason, count in sorted(reasons.items())},
        shares={name: round(count / len(requests), 4) for name, count in shares.items()} if requests else {},
    )
    return Measurement(dict(sorted(counts.items())), len(requests), [*_names(network, requests), *events], detail=detail)


def _outcome(request: RequestData) -> str:
    return "open" if request.is_open else "answered" if request.is_answered else request.view.stage


def advice_response_time(data: EvaluationData, network: NetworkData) -> Measurement:
    answered = [request for request in _led(data, network) if request.is_answered]
    still = [request for request in _led(data, network) if request.is_open]
    days = sorted(days_between(request.asked_at, request.delivered_at or 0) for request in answered)
    events = [*_names(network, [*answered, *still]), *(request.view.ended_by for request in answered)]
    p90 = days[ceil(len(days) * 9 / 10) - 1] if days else None
    detail = details.ResponseTime(median=middle(days), p90=p90, max=max(days, default=None), each=tuple(days), open=len(still))
    return Measurement(middle(days), len(days), events, detail=detail, left_out=requests_out(_led(data, network)))


def advice_on_time(data: EvaluationData, network: NetworkData) -> Measurement:
    return _on_time(data, network, _led(data, network), lambda request: request.view.first_due)


def advice_on_time_as_agreed_last(data: EvaluationData, network: NetworkData) -> Measurement:
    requests = [
        request
        for request in _led(data, network)
        if request.is_answered or request.view.status is not RequestStatus.CLARIFICATION_ASKED
    ]
    found = _on_time(data, network, requests, lambda request: request.view.days.due)
    later = [request.due_named for request in _counted(data, requests, lambda request: request.view.days.due)]
    return replace(found, events=[*found.events, *later])


Due = Callable[[RequestData], date]


def _on_time(data: EvaluationData, network: NetworkData, requests: list[RequestData], due: Due) -> Measurement:
    counted = _counted(data, requests, due)
    last = data.reading.day
    late = sorted((_answered_on(request, last) - due(request)).days for request in counted)
    in_time = sum(request.is_answered and _answered_on(request, last) <= due(request) for request in counted)
    share, low, high = share_of(in_time, len(counted))
    not_answered = sum(not request.is_answered for request in counted)
    detail = details.OnTime(on_time=in_time, days_late=tuple(late), low=low, high=high, not_answered=not_answered)
    answers = [request.view.ended_by for request in counted if request.is_answered]
    out = requests_out(each for each in requests if each not in counted)
    return Measurement(share, len(counted), [*_names(network, counted), *answers], detail=detail, left_out=out)


def _counted(data: EvaluationData, requests: list[RequestData], due: Due) -> list[RequestData]:
    """Give those that were answered, and those whose day passed without: not what needed none or could have none."""
    without = {RequestStage.DECLINED, RequestStage.WITHDRAWN, RequestStage.UNCLARIFIED}
    return [
        request
        for request in requests
        if request.is_answered or (request.view.stage not in without and data.is_over(due(request)))
    ]


def _answered_on(request: RequestData, last: date) -> date:
    return last if request.delivered_at is None else day_of(moment(request.delivered_at))


def advice_acknowledged(data: EvaluationData, network: NetworkData) -> Measurement:
    answered = [request for request in _led(data, network) if request.is_answered]
    said = [request.view.acknowledged_by for request in answered if request.view.acknowledged_by is not None]
    share, low, high = share_of(len(said), len(answered))
    events = [*_names(network, answered), *(request.view.ended_by for request in answered), *said]
    detail = details.AdviceAcknowledgements(acknowledged=len(said), low=low, high=high)
    return Measurement(share, len(answered), events, detail=detail, left_out=requests_out(_led(data, network)))


def advice_use(data: EvaluationData, network: NetworkData) -> Measurement:
    answered = [request for request in _led(data, network) if request.is_answered]
    told = [request.view.used_by for request in answered if request.view.used_by is not None]
    uses = Counter(each.use for request in answered for each in request.view.uses if each.number is not None)
    whole = Counter(each.use for request in answered for each in request.view.uses if each.number is None)
    known = sum(any(not each.is_pending for each in request.view.uses) for request in answered)
    events = [*_names(network, answered), *(request.view.ended_by for request in answered), *told]
    shares = {use.value: round(uses[use] / uses.total(), 4) for use in AdviceUse} if uses else {}
    advices = {use.value: whole[use] for use in AdviceUse}
    detail = details.UsesReported(reported=len(told), known=known, advices=advices, shares=shares)
    value: dict[str, JsonValue] = {use.value: uses[use] for use in AdviceUse}
    return Measurement(value, len(answered), events, detail=detail, left_out=requests_out(_led(data, network)))


def advice_experts(data: EvaluationData, network: NetworkData) -> Measurement:
    answered = [request for request in _led(data, network) if request.is_answered]
    each = sorted(len(request.taking_part) for request in answered)
    experts = [expert for request in answered for expert in request.taking_part.values()]
    people = {reference for request in answered for reference in request.taking_part}
    mean = round(sum(each) / len(each), 2) if each else None
    invited = [event for expert in experts for event in (expert.invited_by, expert.accepted_by)]
    events = [*_names(network, answered), *(request.view.ended_by for request in answered), *invited]
    first_time = round(len(people) / len(experts), 4) if experts else None
    detail = details.ExpertsTakingPart(each=tuple(each), people=len(people), first_time=first_time)
    return Measurement(mean, len(answered), events, detail=detail, left_out=requests_out(_led(data, network)))
