"""What needs somebody about advice: an answer, a clarification, a word on what it did. What is asked is never told here."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Select, or_, select

from application.queries.attention import AttentionKind
from domain.advice.values import RequestStatus
from domain.kernel.acts import Role
from projections.attention.asked import Asked
from projections.attention.rows import AttentionRow
from projections.attention.waiting import NOTICE
from projections.reading.counting import name_then
from projections.reading.query_service import AsOf
from projections.store.instants import MICROSECOND, micros
from projections.store.tables import advice_requests, networks
from projections.views.requests import RequestView

CORE_GROUP, REQUESTER = Role.CORE_GROUP, Role.REQUESTER

UNANSWERED = (RequestStatus.ASKED, RequestStatus.ACCEPTED, RequestStatus.OVERDUE)
NOT_FOLLOWED_UP = (RequestStatus.DELIVERED, RequestStatus.ACKNOWLEDGED, RequestStatus.USE_PENDING)
"""Of which the network heard nothing since."""
NEED_SOMEBODY = (
    *UNANSWERED,
    *NOT_FOLLOWED_UP,
    RequestStatus.WITHOUT_NETWORK,
    RequestStatus.CLARIFICATION_ASKED,
    RequestStatus.UNCLARIFIED,
)
"""States in which a request can be on somebody's list, besides those that were asked lately."""


class Request(NamedTuple):
    """A request of which something may be needed, and its network."""

    view: RequestView
    at: int
    name: str
    sensitive: bool

    def found(self, kind: AttentionKind, since: int, *, whose: bool = False, due: date | None = None) -> AttentionRow:
        network, day = str(self.view.network), None if due is None else due.isoformat()
        mine = (self.view.asked.requester,) if whose else ()
        return AttentionRow(
            kind, str(self.view.advice_request), network, self.name, bool(self.sensitive), since, due_on=day, whose=mine
        )


def _requests(as_of: AsOf) -> Select[Any]:
    of = advice_requests.c
    lately = of.asked_at >= as_of.before - NOTICE.time // MICROSECOND
    its_network = as_of.standing(networks) & (networks.c.owner == of.network)
    found = select(of.view, of.at, name_then(as_of), networks.c.sensitive).join_from(advice_requests, networks, its_network)
    return found.where(as_of.standing(advice_requests), of.key.is_not(None), or_(of.status.in_(NEED_SOMEBODY), lately))


def _all(asked: Asked) -> Iterator[Request]:
    return (Request(RequestView.model_validate_json(view), *more) for view, *more in asked.rows(_requests))


def requests(
    asked: Asked, kind: AttentionKind, *, statuses: Collection[RequestStatus], whose: bool = False, due: bool = False
) -> Iterator[AttentionRow]:
    """
    Find requests of some statuses.

    :param whose: whether only the requester finds it on a list
    :param due: whether it is due on the day of the answer
    """
    for request in _all(asked):
        if request.view.status in statuses:
            yield request.found(kind, request.at, whose=whose, due=request.view.days.due if due else None)


def clarifications_to_give(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find requests of which a core group asked what is meant."""
    for request in _all(asked):
        if request.view.status is RequestStatus.CLARIFICATION_ASKED:
            yield request.found(kind, request.at, whose=True, due=request.view.clarify_by)


def advice_not_clarified(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find requests that lapsed a short while ago, because nobody said what was meant."""
    since = asked.before - NOTICE.time // MICROSECOND
    found = requests(asked, kind, statuses=[RequestStatus.UNCLARIFIED], whose=True)
    return (each for each in found if each.since >= since)


def advice_asked_for_you(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find requests that bureau or core group recorded for somebody a short while ago."""
    since = asked.before - NOTICE.time // MICROSECOND
    for request in _all(asked):
        asked_at = micros(request.view.asked.act.at)
        if request.view.asked.recorded_by is not None and asked_at >= since:
            yield request.found(kind, asked_at, whose=True, due=request.view.days.due)


def new_days(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find new days of a short while ago that the other side recorded; nothing needs to be done about one that is right."""
    since = asked.before - NOTICE.time // MICROSECOND
    for request in _all(asked):
        by, at = request.view.new_day_by, request.view.new_day_at
        if by is None or at is None or micros(at) < since or request.view.status not in UNANSWERED:
            continue
        found = request.found(kind, micros(at), whose=by is not REQUESTER, due=request.view.days.due)
        yield found._replace(roles=frozenset({CORE_GROUP if by is REQUESTER else REQUESTER}))
