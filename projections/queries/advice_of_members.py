"""Answers about what comes of advice requests: calls to members, what was published of the use, and advice unasked."""

from application.queries import advice
from application.queries.base import Many
from domain.advice.request import AdviceRequest
from domain.advice.values import ANSWERED, UNANSWERED
from domain.kernel.text import Sealed
from projections.queries.advice import OF_REQUESTS, call_answers_to, not_put_to, uses_told, wording
from projections.reading.hidden import sensitive_networks
from projections.reading.query_service import AsOf, entry_of
from projections.store.bulk_writes import Row
from projections.store.instants import moment
from projections.store.tables import advice_offers
from projections.views.requests import REQUESTS, RequestView
from projections.views.view import in_order


def answers_to_calls(as_of: AsOf, query: advice.AnswersToCalls) -> Many[advice.CallAnswerEntry]:
    """List what members of the leading network answered, in the order in which they did."""
    view: RequestView = as_of.view(REQUESTS, query.advice_request)
    entries = [
        entry_of(
            advice.CallAnswerEntry,
            row,
            answer=advice.Wording(sealed=Sealed.model_validate(row["answer"]), event_type="AnswerGivenToCall", field="answer"),
            **_placed(row),
        )
        for row in call_answers_to(as_of, str(query.advice_request))
        if row["network"] == str(view.network)
    ]
    return as_of.page_by_key(query, entries)


def calls_to_members(as_of: AsOf, query: advice.CallsToMembers) -> Many[advice.MemberCallEntry]:
    """List the calls that members of a network can answer on that day, the one that closes first at the top."""
    open_now = as_of.views(REQUESTS, OF_REQUESTS.network == str(query.network))
    entries = [
        advice.MemberCallEntry(
            key=f"{call.closes_on} {view.advice_request}",
            advice_request=view.advice_request,
            number=call.number,
            kind=view.asked.kind,
            question=wording(view.asked.question, AdviceRequest.AdviceRequested, "question"),
            closes_on=call.closes_on,
        )
        for view in open_now
        if view.stage in UNANSWERED
        for call in view.calls[-1:]
        if call.current and call.closes_on >= as_of.day
    ]
    return as_of.page_by_key(query, entries)


def advice_of_network(as_of: AsOf, query: advice.AdviceOfNetwork) -> Many[advice.NetworkAdviceEntry]:
    """List what a network answered and its members may read, in the order in which it was answered."""
    entries = [
        advice.NetworkAdviceEntry(
            key=in_order(view.delivered_at, view.advice_request),
            advice_request=view.advice_request,
            network=view.network,
            question=wording(view.asked.question, AdviceRequest.AdviceRequested, "question"),
            delivered_at=view.delivered_at,
            uses=uses_told(view.uses),
        )
        for view in as_of.views(REQUESTS, OF_REQUESTS.network == str(query.network))
        if view.delivered_at is not None and view.stage in ANSWERED and not view.asked.closed and view.asked.kept_back is None
    ]
    return as_of.page_by_key(query, entries)


def published_uses(as_of: AsOf, query: advice.PublishedUses) -> Many[advice.PublishedUseEntry]:
    """List what was published of the use of advice, but not of sensitive networks."""
    shown = (OF_REQUESTS.published_at.is_not(None), *not_put_to(sensitive_networks(as_of)))
    entries = [
        advice.PublishedUseEntry(
            key=in_order(view.published.at, view.advice_request),
            advice_request=view.advice_request,
            network=view.network,
            question=wording(view.asked.question, AdviceRequest.AdviceRequested, "question"),
            uses=uses_told(view.published.uses),
            published_at=view.published.at,
            event=view.published.event,
        )
        for view in as_of.views(REQUESTS, *shown)
    ]
    return as_of.page_by_key(query, entries)


def _placed(row: Row) -> dict[str, object]:
    """Give the moment of a row, and its place in a list by moments."""
    return {"key": f"{row['at']:020d} {row['owner']}", "at": moment(row["at"])}


def list_offers(as_of: AsOf, query: advice.AdviceOffers) -> Many[advice.AdviceOfferEntry]:
    """List the advice that networks gave unasked."""
    entries = [
        entry_of(advice.AdviceOfferEntry, row, advice_offer=row["owner"], **_placed(row))
        for row in as_of.rows(advice_offers, advice_offers.c.at < as_of.before)
        if query.network is None or row["network"] == str(query.network)
    ]
    return as_of.page_by_key(query, entries)
