"""
A process that catches up and tells how far it is, so that it can be killed in the middle.

``python -m tests.projections.projectors.catching_up URL BATCH whole|in-two``
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from uuid import UUID

from application.ports.event_log import EventLog, Recorded
from domain.all_aggregates import AGGREGATES
from domain.kernel.events import Aggregate
from infrastructure.event_store.event_log import open_event_log
from projections.projectors.catch_up import _touched, apply_next, project
from projections.projectors.row_writer import RowWriter
from projections.store.read_store import ReadStore, open_read_store


def _tell() -> None:
    sys.stdout.write("batch\n")
    sys.stdout.flush()


class Telling:
    """A log that tells when a batch was read, which is before its rows are written."""

    def __init__(self, log: EventLog) -> None:
        self.log = log

    def read(self, *, after: int, limit: int) -> Sequence[Recorded]:
        events = self.log.read(after=after, limit=limit)
        _tell()
        return events

    def load_many(self, wanted: Iterable[UUID], *, until: int | None = None) -> dict[UUID, Aggregate]:
        return self.log.load_many(wanted, until=until)

    def mark_at(self, position: int) -> str | None:
        return self.log.mark_at(position)


def apply_in_two(store: ReadStore, log: EventLog, batch: int) -> int:
    """What we do not do: rows in one transaction, the position in the next."""
    with store.writing() as connection:
        reached = store.position(connection)
        events = log.read(after=reached, limit=batch)
        writer = RowWriter(connection, log)
        writer.load(_touched(events), store.position(connection))
        project(writer, events)
        writer.write()
    _tell()
    with store.writing() as connection:
        if events:
            store.reach(connection, events[-1].position, log.mark_at(events[-1].position) or "")
    return events[-1].position if events else reached


def main(url: str, batch: int, way: Callable[[ReadStore, EventLog, int], int]) -> None:
    log = open_event_log(url, AGGREGATES)
    store = open_read_store(url)
    newest, reached = log.last_position(), 0
    while reached < newest:
        reached = way(store, Telling(log), batch)  # type: ignore[arg-type]  # all that catching up asks of a log


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), {"whole": apply_next, "in-two": apply_in_two}[sys.argv[3]])
