"""Keeping views: one more at each event, and all since a moment anew when something was recorded late or mended."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from domain.kernel.events import DomainEvent, event_name, events_of
from domain.kernel.mending import Withdrawal, lived
from projections.projectors.registry import projects
from projections.projectors.row_writer import RowWriter
from projections.store.instants import micros
from projections.views.conversations import CONVERSATIONS
from projections.views.evaluations import FROZEN_EVALUATIONS
from projections.views.meetings import MEETINGS
from projections.views.pilots import PILOTS
from projections.views.plans import PLANS
from projections.views.requests import REQUESTS
from projections.views.view import View, ViewKind

VIEWS = (PILOTS, PLANS, MEETINGS, CONVERSATIONS, REQUESTS, FROZEN_EVALUATIONS)


def keep_view(kind: ViewKind, writer: RowWriter, event: Any) -> None:  # noqa: ANN401  # of any of the kind's events
    item = writer.items.get(writer.owner)
    before = list(item.life) if item is not None else []
    item = writer.items[writer.owner] = event.mutate(item)
    held = writer.of(kind.table)
    view = kind.view_in(held[0]) if held else None
    if held:
        writer.drop(kind.table, held[0])
    if isinstance(event, Withdrawal) and event.of == event_name(item.life[0]):
        writer.add(kind.table, **kind.row(None), at=micros(item.life[0].act.at))  # it never was
        return
    moments = kind.moments(item.life)
    if list(item.life) == [*before, event] and moments[-1] == max(moments):
        writer.add(kind.table, **kind.row(kind.evolve(view, event, item)), at=micros(moments[-1]))
        return
    *earlier, (moment, newest) = _views_since(kind, _first_changed(kind, before, item.life), item.life)
    for at, then in earlier:
        writer.add(kind.table, **kind.row(then), at=micros(at), until=writer.position)
    if newest is not None and view is not None:
        newest = kind.keep(view, newest, event)
    writer.add(kind.table, **kind.row(newest), at=micros(moment))


def _first_changed(kind: ViewKind, before: Sequence[DomainEvent], after: Sequence[DomainEvent]) -> datetime:
    """Give the first moment at which something else was so than was known."""
    known, now = (
        {event_name(event): (event, at) for event, at in zip(life, kind.moments(life), strict=True)} for life in (before, after)
    )
    changed = (name for name in known.keys() | now.keys() if known.get(name) != now.get(name))
    return min(found[1] for name in changed for found in (known.get(name), now.get(name)) if found is not None)


def _views_since(kind: ViewKind, first: datetime, life: Sequence[DomainEvent]) -> Iterator[tuple[datetime, View | None]]:
    """Give the views of a life from a moment on, each made by what had happened by then."""
    counts_from = list(zip(life, kind.moments(life), strict=True))
    for moment in sorted({first, *(at for _, at in counts_from if at > first)}):
        view: View | None = None
        begun = counts_from[0][1] <= moment  # what is said to have happened before the beginning waits for it
        for event, item in lived(event for event, at in counts_from if begun and at <= moment):
            view = kind.evolve(view, event, item)
        yield moment, view


for _kind in VIEWS:
    projects(*events_of(_kind.aggregate))(partial(keep_view, _kind))
