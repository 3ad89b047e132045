"""What needs somebody about pilots: talks, places, and the end."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, select

from application.queries.attention import AttentionKind
from domain.plans.content import BEFORE_BOARD
from projections.attention.asked import Asked
from projections.attention.rows import AttentionRow
from projections.reading.query_service import AsOf
from projections.store.instants import micros
from projections.store.tables import pilots, plans
from projections.views.pilots import PilotView, PlanWait


def _pilots(as_of: AsOf) -> Select[Any]:
    return select(pilots.c.view).where(as_of.standing(pilots), pilots.c.key.is_not(None))


def _of_plans(as_of: AsOf) -> Select[Any]:
    about = (plans.c.owner, plans.c.network, plans.c.name, plans.c.sensitive)
    return select(*about).where(as_of.standing(plans), plans.c.pilot.is_not(None))


def _of_plans_outside(as_of: AsOf) -> Select[Any]:
    about = (plans.c.owner, plans.c.network, plans.c.name, plans.c.sensitive, plans.c.changed_at)
    return select(*about).where(as_of.standing(plans), plans.c.pilot.is_(None), plans.c.status.in_(BEFORE_BOARD))


def _views(asked: Asked) -> Iterator[PilotView]:
    return (PilotView.model_validate_json(view) for (view,) in asked.rows(_pilots))


def groups_to_talk_with(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find groups that want a network and with which nobody talked yet."""
    for pilot in _views(asked):
        for talk in pilot.talks:
            if talk.talked_at is None and pilot.ended_at is None:
                since = micros(talk.interest_at)
                yield AttentionRow(kind, str(talk.group), None, talk.theme, sensitive=False, since=since)


def plans_outside_pilots(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find plans before the board that would take no place, while a pilot runs."""
    if any(pilot.ended_at is None and pilot.time_over_at is None for pilot in _views(asked)):
        for plan, network, name, sensitive, changed_at in asked.rows(_of_plans_outside):
            yield AttentionRow(kind, plan, network, name, bool(sensitive), changed_at)


def pilots_over(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find pilots whose last day is over and that nobody ended."""
    for pilot in _views(asked):
        if pilot.time_over_at is not None and pilot.ended_at is None:
            since, due_on = micros(pilot.time_over_at), pilot.last_day.isoformat()
            yield AttentionRow(kind, str(pilot.pilot), None, pilot.label, sensitive=False, since=since, due_on=due_on)


def _waiting(asked: Asked, kind: AttentionKind) -> Iterator[tuple[PilotView, PlanWait, AttentionRow]]:
    of_plans = {plan: about for plan, *about in asked.rows(_of_plans)}
    for pilot in _views(asked):
        for wait in pilot.waiting:
            network, name, sensitive = of_plans[str(wait.plan)]
            since = micros(wait.changed_at)
            yield pilot, wait, AttentionRow(kind, str(wait.plan), network, name, bool(sensitive), since)


def places_offered(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find plans to which a place was offered, and whose network is not founded yet."""
    return (found for _, wait, found in _waiting(asked, kind) if wait.offered)


def plans_that_need_not_wait(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find plans that wait although a place is free, or the pilot is over and places no longer limit."""
    for pilot, wait, found in _waiting(asked, kind):
        if not wait.offered and (pilot.free_places > 0 or pilot.ended_at is not None):
            yield found
