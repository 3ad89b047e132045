"""What needs somebody about pilots: talks, places, and the end."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, and_, select

from application.queries.attention import AttentionKind
from projections.attention.asked import Asked, told
from projections.attention.rows import AttentionRow
from projections.queries.query_service import AsOf
from projections.store.tables import pilots, plans, talks, waiting_plans


def _not_talked_with(as_of: AsOf) -> Select[Any]:
    running = as_of.standing(pilots) & (pilots.c.ended_at >= as_of.before) & (pilots.c.owner == talks.c.owner)
    found = select(talks.c.group, talks.c.theme, talks.c.interest_at).join_from(talks, pilots, running)
    return found.where(as_of.standing(talks, by="group"), talks.c.talked_at.is_(None))


def groups_to_talk_with(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find groups that want a network and with which nobody talked yet."""
    for group, theme, interest_at in asked.rows(_not_talked_with):
        yield AttentionRow(kind, group, None, theme, sensitive=False, since=interest_at)


def _time_over(as_of: AsOf) -> Select[Any]:
    found = select(pilots.c.owner, pilots.c.label, pilots.c.time_over_at, pilots.c.last_day)
    return found.where(as_of.standing(pilots), pilots.c.time_over_at.is_not(None), pilots.c.ended_at >= as_of.before)


def pilots_over(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find pilots whose last day is over and that nobody ended."""
    for pilot, label, over_at, last_day in asked.rows(_time_over):
        yield AttentionRow(kind, pilot, None, label, sensitive=False, since=over_at, due_on=last_day)


def _waiting(as_of: AsOf) -> Select[Any]:
    its_plan = and_(as_of.standing(plans), plans.c.owner == waiting_plans.c.plan)
    its_pilot = and_(as_of.standing(pilots), pilots.c.owner == waiting_plans.c.owner)
    about = (waiting_plans.c.plan, plans.c.network, plans.c.name, plans.c.sensitive, waiting_plans.c.at, waiting_plans.c.offered)
    found = select(*about, waiting_plans.c.owner, pilots.c.places, pilots.c.taken, pilots.c.ended_at)
    found = found.join_from(waiting_plans, plans, its_plan).join(pilots, its_pilot)
    return found.where(as_of.standing(waiting_plans, by="plan"), waiting_plans.c.waits_until >= as_of.before)


def places_offered(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find plans to which a place was offered, and whose network is not founded yet."""
    for plan, network, name, sensitive, since, offered, *_ in asked.rows(_waiting):
        if offered:
            yield AttentionRow(kind, plan, network, name, bool(sensitive), since)


def plans_that_need_not_wait(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find plans that wait although a place is free, or the pilot is over and places no longer limit."""
    rows = asked.rows(_waiting)
    offers: dict[str, int] = {}
    for _, _, _, _, _, offered, pilot, *_ in rows:
        offers[pilot] = offers.get(pilot, 0) + bool(offered)
    for plan, network, name, sensitive, since, offered, pilot, places, taken, ended_at in rows:
        free = places - len(told(taken)) - offers[pilot]
        if not offered and (free > 0 or ended_at < asked.before):
            yield AttentionRow(kind, plan, network, name, bool(sensitive), since)
