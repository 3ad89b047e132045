"""The log as of one moment: what was loaded for one trial serves the next, as long as nothing was done to it."""

from collections.abc import Iterable
from typing import Any, cast
from uuid import UUID

from application.ports.event_log import A, EventLog
from domain.kernel.events import Aggregate

READS = frozenset({"history", "last_position", "mentioning", "now", "position_at", "read", "receipt"})


class SteadyLog:
    """A log that is only read, and that loads an item once."""

    def __init__(self, log: EventLog) -> None:
        self._log = log
        self._found: dict[UUID, Aggregate | None] = {}

    @property
    def as_log(self) -> EventLog:
        """It as what use cases take; what would write is not there."""
        return cast("EventLog", self)

    def load(self, kind: type[A], aggregate_id: UUID) -> A | None:
        found = self.load_many([aggregate_id]).get(aggregate_id)
        return found if isinstance(found, kind) else None

    def load_many(self, wanted: Iterable[UUID], *, until: int | None = None) -> dict[UUID, Aggregate]:
        """Load items; what a trial did something to is loaded anew, so that it is as it was."""
        asked = set(wanted)
        if until is not None:
            return self._log.load_many(asked, until=until)
        again = {item for item in asked if item not in self._found or _is_touched(self._found[item])}
        if again:
            self._found |= {**dict.fromkeys(again), **self._log.load_many(again)}
        return {item: found for item in asked if (found := self._found[item]) is not None}

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # any method of the port
        if name not in READS:
            raise AttributeError(name)
        return getattr(self._log, name)


def _is_touched(item: Aggregate | None) -> bool:
    return item is not None and bool(item.pending_events)
