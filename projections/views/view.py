"""
Views: what is shown of an item, one for each moment at which it changed, folded from its events.

A view as of a day follows from the events that had happened by then, as they are known, in the order in which they were
recorded: what was withdrawn never was. From when what is typed late counts is told by the kind of item.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate
from typing import Any

from sqlalchemy import Table

from domain.kernel.acts import Immutable
from domain.kernel.events import Aggregate, DomainEvent
from domain.kernel.mending import Correction, Withdrawal
from projections.store.bulk_writes import Row
from projections.store.instants import micros
from projections.store.tables import FOREVER


class View(Immutable):
    """An item as it stood at a moment; ``version`` is that of the last event it tells."""

    version: int


@dataclass(frozen=True)
class ViewKind:
    """
    How the views of one kind of item are made and kept.

    :param evolve: gives the view after an event: from the one before (None at the beginning), the event, and the item after it
    :param columns: what SQL filters and pages on, besides the view itself
    """

    aggregate: type[Aggregate]
    table: Table
    model: type[View]
    evolve: Callable[[Any, DomainEvent, Any], View]
    columns: Callable[[Any], Row]
    counts_from_own_day: bool = False
    """Whether what is typed late counts from its own moment on; or not before the latest thing recorded before it."""
    keep: Callable[[Any, Any, DomainEvent], View] = lambda _before, after, _event: after
    """What the newest view keeps of the one before, whatever was mended."""

    def moments(self, life: Sequence[DomainEvent]) -> list[datetime]:
        """Give from when each event of a life counts."""
        if self.counts_from_own_day:
            return [event.act.at for event in life]
        first, *others = life
        return list(accumulate(others, latest, initial=first.act.at))

    def row(self, view: View | None) -> Row:
        """Give a view as a row keeps it: of what never was, nothing."""
        if view is None:
            return {column.name: None for column in self.table.columns if column.nullable}
        return {**self.columns(view), "view": view.model_dump_json()}

    def view_in(self, row: Row) -> Any:  # noqa: ANN401  # of the kind's own model
        return None if row["view"] is None else self.model.model_validate_json(row["view"])


def latest(so_far: datetime, event: DomainEvent) -> datetime:
    """Give the latest moment at which something happened; to mend what is known is not to do something."""
    return so_far if isinstance(event, Correction | Withdrawal) else max(so_far, event.act.at)


def since(moment: datetime | None) -> int:
    """Give a moment as rows keep it; never is after everything."""
    return FOREVER if moment is None else micros(moment)


def in_order(moment: datetime, item: object) -> str:
    """Give the place of an item in a list by moments: where a next page begins after."""
    return f"{micros(moment):020d} {item}"
