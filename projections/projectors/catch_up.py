"""Catching up without a leader: whoever needs a position locks the position row and applies what is missing."""

from collections import defaultdict
from collections.abc import Callable, Sequence

import structlog
from sqlalchemy import Connection, Table

from application.ports.errors import StoreDamaged
from application.ports.event_log import EventLog, Recorded
from domain.kernel.events import DomainEvent
from projections.projectors import (  # noqa: F401  # their projectors become known
    advice,
    decisions,
    lessons,
    memberships,
    networks,
    people,
    record,
    seats,
    views,
)
from projections.projectors.mentions import keep_mentions
from projections.projectors.registry import AFTERWARDS, PROJECTORS
from projections.projectors.row_writer import RowWriter
from projections.store.read_store import ReadStore
from projections.store.tables import FACT_TABLES, mentions

BATCH = 2_000

trouble = structlog.get_logger()


def catch_up(store: ReadStore, log: EventLog, *, batch: int = BATCH, progress: Callable[[int], None] = lambda _: None) -> int:
    """
    Apply every event after the position, a batch in one transaction, and give the position reached.

    :param progress: told the position after each batch
    """
    newest = log.last_position()
    with store.reading() as connection:
        reached, is_of_log = store.position(connection), follows(store, connection, log)
    if not is_of_log:
        reached = apply_next(store, log, batch)
        progress(reached)
    while reached < newest:
        before, reached = reached, apply_next(store, log, batch)
        if reached == before:
            break
        progress(reached)
    return reached


def apply_next(store: ReadStore, log: EventLog, batch: int = BATCH) -> int:
    """
    Apply the next events in one transaction with the position, and give the position reached.

    Several processes may do so at once: each event is applied once, by whoever locks the position first. Rows that tell of
    events that are not in the log are forgotten first.
    """
    with store.writing() as connection:
        if not follows(store, connection, log):
            position = store.position(connection)
            trouble.warning("read-store.built-anew", why="it tells of events that are not in the log", position=position)
            store.forget(connection)
        reached = store.position(connection)
        events = log.read(after=reached, limit=batch)
        if not events:
            return reached
        writer = RowWriter(connection, log)
        writer.load(_touched(events), reached)
        project(writer, events)
        writer.write()
        last = events[-1].position
        store.reach(connection, last, _mark(log, last))
        return last


def follows(store: ReadStore, connection: Connection, log: EventLog) -> bool:
    """
    Say whether the rows tell of events of this log, and no others.

    They do not after an older log was put back beside them, also when that has grown past their position since; or another log.
    """
    position, mark = store.last_told(connection)
    return position == 0 or log.mark_at(position) == mark


def _mark(log: EventLog, position: int) -> str:
    mark = log.mark_at(position)
    if mark is None:
        message = f"the event at {position} was read a moment ago and is not there"
        raise StoreDamaged(message)
    return mark


def project(writer: RowWriter, events: Sequence[Recorded]) -> None:
    """Let events change facts, in the order of the log."""
    for recorded in events:
        projector = PROJECTORS.get(recorded.event.TOPIC)
        writer.turn_to(recorded)
        keep_mentions(writer, recorded.event)
        if projector is not None:
            for each in (projector, *AFTERWARDS.get(recorded.event.TOPIC, ())):
                each(writer, recorded.event)


def _touched(events: Sequence[Recorded]) -> dict[Table, set[str]]:
    """Give which aggregates' facts a batch may change. Nothing is there yet of one that begins in the batch."""
    begun: set[str] = set()
    owners: dict[str, set[str]] = defaultdict(set)
    for recorded in events:
        event = recorded.event
        owner = str(event.originator_id)
        if event.originator_version == 1:
            begun.add(owner)
        elif owner not in begun:
            owners[_kind(event)].add(owner)
    kept = {table: {owner for kind in table.info["of"] for owner in owners[kind]} for table in FACT_TABLES}
    kept[mentions] = set().union(*owners.values())
    return {table: wanted for table, wanted in kept.items() if wanted}


def _kind(event: DomainEvent) -> str:
    """Give the name of the kind of aggregate that an event belongs to."""
    return type(event).__qualname__.split(".", 1)[0]
