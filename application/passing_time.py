"""What time does by itself (docs/decisions/0010): the same, by the same command, whenever it is recorded."""

from datetime import datetime
from uuid import UUID, uuid5

from domain.kernel.acts import CLOCK, Act, EventName, Role, Source
from domain.kernel.events import Aggregate
from domain.kernel.log import PROJECT


def derived(name: str, *parts: object) -> UUID:
    """Give the command id of something that policies or the clock do: doing it twice is harmless."""
    return uuid5(PROJECT, "/".join([name, *map(str, parts)]))


def act_of_clock(at: datetime, command: UUID, cause: EventName | None = None) -> Act:
    return Act(by=CLOCK, role=Role.CLOCK, at=at, source=Source.CLOCK, command=command, cause=cause)


def let_time_pass(aggregate: Aggregate, now: datetime) -> bool:
    """
    Let happen what is due by now, each thing at the moment it was due; give whether something was.

    Each has a command of its own, named after the event before it.
    """
    something = False
    while (due := aggregate.next_due) is not None and due <= now:
        aggregate.time_passes(act_of_clock(due, derived("time-passes", aggregate.last_event)))
        something = True
    return something
