"""What needs somebody about advice: an answer, a clarification, a word on what it did. What is asked is never told here."""

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Select, select

from application.queries.attention import AttentionKind
from domain.advice.values import RequestStatus
from domain.kernel.acts import Role
from projections.attention.asked import Asked
from projections.attention.rows import AttentionRow
from projections.attention.waiting import NOTICE
from projections.queries.query_service import AsOf
from projections.store.instants import MICROSECOND
from projections.store.tables import advice_requests, networks

CORE_GROUP, REQUESTER = Role.CORE_GROUP, Role.REQUESTER

UNANSWERED = (RequestStatus.ASKED, RequestStatus.ACCEPTED, RequestStatus.OVERDUE)
NOT_FOLLOWED_UP = (RequestStatus.DELIVERED, RequestStatus.ACKNOWLEDGED, RequestStatus.USE_PENDING)
"""Of which the network heard nothing since."""


def _requests(as_of: AsOf) -> Select[Any]:
    of = advice_requests.c
    about = (of.owner, of.network, networks.c.name, networks.c.sensitive, of.requester)
    return select(
        *about, of.status, of.due, of.asked_at, of.at, of.recorded_by, of.clarify_by, of.new_day_by, of.new_day_at
    ).where(as_of.standing(advice_requests), as_of.standing(networks), networks.c.owner == of.network)


def requests(
    asked: Asked, kind: AttentionKind, *, statuses: Collection[RequestStatus], whose: bool = False, due: bool = False
) -> Iterator[AttentionRow]:
    """
    Find requests of some statuses.

    :param whose: whether only the requester finds it on a list
    :param due: whether it is due on the day of the answer
    """
    for owner, network, name, sensitive, requester, status, due_on, _, at, *_ in asked.rows(_requests):
        if status in statuses:
            day, mine = (due_on if due else None), ((requester,) if whose else ())
            yield AttentionRow(kind, owner, network, name, bool(sensitive), at, due_on=day, whose=mine)


def clarifications_to_give(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find requests of which a core group asked what is meant."""
    for owner, network, name, sensitive, requester, status, _, _, at, _, by, *_ in asked.rows(_requests):
        if status == RequestStatus.CLARIFICATION_ASKED:
            yield AttentionRow(kind, owner, network, name, bool(sensitive), at, due_on=by, whose=(requester,))


def advice_not_clarified(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find requests that lapsed a short while ago, because nobody said what was meant."""
    since = asked.before - NOTICE.time // MICROSECOND
    found = requests(asked, kind, statuses=[RequestStatus.UNCLARIFIED], whose=True)
    return (each for each in found if each.since >= since)


def advice_asked_for_you(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find requests that bureau or core group recorded for somebody a short while ago."""
    since = asked.before - NOTICE.time // MICROSECOND
    for owner, network, name, sensitive, requester, _, due_on, asked_at, _, recorded_by, *_ in asked.rows(_requests):
        if recorded_by is not None and asked_at >= since:
            yield AttentionRow(kind, owner, network, name, bool(sensitive), asked_at, due_on, whose=(requester,))


def new_days(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find new days of a short while ago that the other side recorded; nothing needs to be done about one that is right."""
    since = asked.before - NOTICE.time // MICROSECOND
    for owner, network, name, sensitive, requester, status, due_on, *_, by, at in asked.rows(_requests):
        if by is not None and at >= since and status in UNANSWERED:
            mine, roles = ((), {CORE_GROUP}) if by == REQUESTER else ((requester,), {REQUESTER})
            yield AttentionRow(kind, owner, network, name, bool(sensitive), at, due_on, roles=frozenset(roles), whose=mine)
