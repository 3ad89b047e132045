"""Answers about advice requests: a list of them, and one in full."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel
from sqlalchemy import ColumnElement

from application.queries import advice
from application.queries.base import Many
from domain.advice.request import AdviceRequest
from domain.advice.values import NEXT_ACTORS, ReportedUse
from domain.kernel.text import Writing
from projections.reading.hidden import sensitive_networks
from projections.reading.query_service import AsOf, shown
from projections.store.bulk_writes import Row
from projections.store.tables import advice_requests, call_answers
from projections.views.requests import REQUESTS, Clarified, Invited, RequestView

S = TypeVar("S", bound=BaseModel)
OF_REQUESTS = advice_requests.c


def list_requests(as_of: AsOf, query: advice.AdviceRequests) -> Many[advice.AdviceRequestEntry]:
    """List the requests in the order in which they were asked."""
    wanted = not_put_to(sensitive_networks(as_of)) if query.hides_sensitive else []
    if query.network is not None:
        wanted.append(OF_REQUESTS.networks.contains(str(query.network)))
    if query.status is not None:
        wanted.append(OF_REQUESTS.status == query.status)
    if query.requesters is not None:
        wanted.append(OF_REQUESTS.requester.in_(query.requesters))
    return as_of.page(query, [advice.AdviceRequestEntry(**_entry(view)) for view in as_of.views_after(REQUESTS, query, *wanted)])


def request_details(as_of: AsOf, query: advice.AdviceRequestDetails) -> advice.AdviceRequestPage:
    """Show one request in full."""
    view: RequestView = as_of.view(REQUESTS, query.advice_request)
    counted = Counter(row["call_number"] for row in call_answers_to(as_of, str(view.advice_request)))
    return advice.AdviceRequestPage(
        **_entry(view),
        rules_version=view.rules_version,
        remind_on=view.days.remind_on,
        overdue_on=view.days.overdue_on,
        lapses_on=view.days.lapses_on,
        clarify_by=view.clarify_by,
        explanation=wording(view.explanation, AdviceRequest.AdviceRequestDeclined, "explanation"),
        kept_back=wording(view.asked.kept_back, AdviceRequest.AdviceRequested, "kept_back"),
        redirections=_said(advice.RedirectionEntry, view.redirections, AdviceRequest.AdviceRequestRedirected, "explanation"),
        clarifications=tuple(_clarification(each) for each in view.clarifications),
        new_days=_said(advice.NewDayEntry, view.new_days, AdviceRequest.NewDayAgreed, "reason"),
        experts=tuple(_expert(each) for each in view.experts),
        calls=tuple(advice.CallEntry(**shown(each, advice.CallEntry), answers=counted[each.number]) for each in view.calls),
        contributions=_said(advice.ContributionEntry, view.contributions, AdviceRequest.ContributionGiven, "contribution"),
        delivery=None if view.delivery is None else _delivery(view.delivery),
        uses_reported=uses_told(view.uses),
        published_at=None if view.published is None else view.published.at,
        events=tuple(advice.NamedEvents(type=topic, events=names) for topic, names in view.events.items()),
    )


def not_put_to(hidden: Iterable[str]) -> list[ColumnElement[bool]]:
    """Give the conditions for requests that were at no time put to one of some networks."""
    return [~OF_REQUESTS.put_to.contains(network) for network in sorted(hidden)]


def wording(writing: Writing | None, event: type, field: str) -> advice.Wording | None:
    """Give a text of a request with the place where it was written."""
    if writing is None:
        return None
    return advice.Wording(text=writing.text, sealed=writing.sealed, event_type=event.__name__, field=field)


def call_answers_to(as_of: AsOf, request: str) -> list[Row]:
    """Give what members answered to the calls of a request by then."""
    return as_of.rows(call_answers, call_answers.c.advice_request == request, call_answers.c.at < as_of.before)


def uses_told(uses: Iterable[ReportedUse]) -> tuple[advice.UseEntry, ...]:
    reported = AdviceRequest.AdviceUseReported
    return tuple(
        advice.UseEntry(
            number=each.number,
            use=each.use,
            remark=wording(each.remark, reported, "uses.remark"),
            link=wording(each.link, reported, "uses.link"),
        )
        for each in uses
    )


def _entry(view: RequestView) -> dict[str, Any]:  # the fields of AdviceRequestEntry, checked by it
    asked, delivery = view.asked, view.delivery
    return {
        **shown(view, advice.AdviceRequestEntry),
        "requester": asked.requester,
        "requester_kind": asked.requester_kind,
        "recorded_by": asked.recorded_by,
        "source": asked.act.source,
        "kind": asked.kind,
        "closed": asked.closed,
        "question": wording(asked.question, AdviceRequest.AdviceRequested, "question"),
        "next_actor": NEXT_ACTORS[view.status],
        "asked_at": asked.act.at,
        "due": view.days.due,
        "redirected": len(view.redirections),
        "answered": None if delivery is None else delivery.answered,
        "answered_for_requester": view.answered_for_requester,
        "recommendations": 0 if delivery is None else len(delivery.recommendations),
        "minority_views": 0 if delivery is None else len(delivery.minority_views),
        "experts_taking_part": sum(each.expert.takes_part and each.current for each in view.experts),
        "networks_contributed": len({each.network for each in view.contributions}),
        "uses": tuple(each.use for each in view.uses),
    }


def _said(kind: type[S], said: Iterable[BaseModel], event: type, field: str) -> tuple[S, ...]:
    """Make entries of what was said: each as it is, and its text with the place where it was written."""
    return tuple(kind(**shown(each, kind, field), **{field: wording(getattr(each, field), event, field)}) for each in said)


def _clarification(told: Clarified) -> advice.ClarificationEntry:
    return advice.ClarificationEntry(
        **shown(told, advice.ClarificationEntry, "question", "answer"),
        question=wording(told.question, AdviceRequest.ClarificationAsked, "question"),
        answer=wording(told.answer, AdviceRequest.ClarificationGiven, "answer"),
    )


def _expert(told: Invited) -> advice.ExpertEntry:
    interest = None
    if told.interest is not None:
        interest = advice.Wording(sealed=told.interest, event_type="ExpertConflictDeclared", field="interest")
    return advice.ExpertEntry(
        **shown(told, advice.ExpertEntry, "interest"),
        invitation=told.expert.invitation,
        conflict=told.expert.conflict,
        interest=interest,
        takes_part=told.expert.takes_part and told.current,
    )


def _delivery(told: AdviceRequest.AdviceDelivered) -> advice.DeliveryEntry:
    delivered = AdviceRequest.AdviceDelivered
    return advice.DeliveryEntry(
        advice=wording(told.advice, delivered, "advice"),
        talked_on=None if told.talk is None else told.talk.on,
        talked_with=None if told.talk is None else wording(told.talk.with_whom, delivered, "talk.with_whom"),
        recommendations=tuple(filter(None, (wording(each, delivered, "recommendations") for each in told.recommendations))),
        minority_views=tuple(filter(None, (wording(each, delivered, "minority_views") for each in told.minority_views))),
    )
