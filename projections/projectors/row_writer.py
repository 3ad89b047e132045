"""The facts that a batch of events touches: loaded together, changed in memory, written together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, Table, select

from application.ports.event_log import EventLog, Recorded
from domain.kernel.acts import EventName
from domain.kernel.events import Aggregate
from projections.store import bulk_writes
from projections.store.bulk_writes import Row
from projections.store.instants import micros
from projections.store.tables import FACT_TABLES, FOREVER, membership_periods, memberships

AT_A_TIME = 500
NEVER = -1


class RowWriter:
    """
    What is held true of the aggregates in a batch while its events are told one after the other.

    ``owner``, ``event``, ``position`` and ``at`` say whose event is being told, its name, where it is recorded, and when
    it happened: every row that changes gets them.
    """

    owner: str
    event: EventName
    position: int
    at: int

    def __init__(self, connection: Connection, log: EventLog) -> None:
        self.connection = connection
        self.log = log
        self.held: dict[Table, dict[str, list[Row]]] = {table: defaultdict(list) for table in FACT_TABLES}
        self.dropped: dict[Table, dict[int, int]] = defaultdict(dict)
        self.added: dict[Table, list[Row]] = defaultdict(list)
        self.items: dict[str, Aggregate] = {}
        """The items of which views are told, as they are before the event that is told."""

    def load(self, owners: Mapping[Table, set[str]], reached: int) -> None:
        """Read what is held true of some aggregates, as they are at a position: a few queries in all."""
        with_views = {owner for table, wanted in owners.items() if "view" in table.c for owner in wanted}
        items = self.log.load_many(map(UUID, with_views), until=reached) if with_views else {}
        self.items = {str(item): aggregate for item, aggregate in items.items()}
        for table, wanted in owners.items():
            for some in _parts(wanted):
                for row in self.connection.execute(_held(table, some)).mappings():
                    self.held[table][row["owner"]].append(dict(row))

    def turn_to(self, recorded: Recorded) -> None:
        """Let the next changes be those of an event."""
        event = recorded.event
        self.owner = str(event.originator_id)
        self.position = recorded.position
        self.event = f"{self.owner}:{event.originator_version}"
        self.at = micros(event.act.at)

    def of(self, table: Table) -> list[Row]:
        """Give the rows that are held true of the aggregate."""
        return self.held[table][self.owner]

    def only(self, table: Table) -> Row:
        """Give the one row that is held true of the aggregate."""
        (row,) = self.held[table][self.owner]
        return row

    def add(self, table: Table, **columns: object) -> None:
        """Hold something true from now on."""
        row: Row = {
            "owner": self.owner,
            "event": self.event,
            "at": self.at,
            "since": self.position,
            "until": FOREVER,
            **columns,
        }
        if row["until"] == FOREVER:
            self.held[table][self.owner].append(row)
        self.added[table].append(row)

    def drop(self, table: Table, row: Row) -> None:
        """Hold something true no longer."""
        self.held[table][self.owner].remove(row)
        # What one event made and changed again was never held; what is told anew was, as the past of what is held now.
        never = row["since"] == self.position and row["event"] == self.event
        row["until"] = NEVER if never else self.position
        if "fact" in row:
            self.dropped[table][row["fact"]] = self.position

    def change(self, table: Table, row: Row, **columns: object) -> None:
        """Hold something true in another form, from when the event happened on, and not from before its last form."""
        self.mend(table, row, at=max(self.at, row["at"]), **columns)

    def mend(self, table: Table, row: Row, **columns: object) -> None:
        """Hold something true in another form, from when this form was true on."""
        self.drop(table, row)
        new = {**row, **columns, "event": self.event, "since": self.position, "until": FOREVER}
        new.pop("fact", None)
        self.held[table][self.owner].append(new)
        self.added[table].append(new)

    def write(self) -> None:
        """Write the whole batch: one statement a table for what is held no longer, one for what is new."""
        for table, until in self.dropped.items():
            bulk_writes.close(self.connection, table, until)
        for table, added in self.added.items():
            if rows := [row for row in added if row["until"] != NEVER]:
                bulk_writes.insert(self.connection, table, rows)


def _held(table: Table, owners: list[str]) -> Select[Any]:
    query = select(table).where(table.c.until == FOREVER)
    if table is not membership_periods:
        return query.where(table.c.owner.in_(owners))
    same = (memberships.c.owner == table.c.owner) & (memberships.c.network == table.c.network)
    return query.join(memberships, same).where(memberships.c.until == FOREVER, memberships.c.owner.in_(owners))


def _parts(wanted: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(wanted)
    while some := list(islice(rest, AT_A_TIME)):
        yield some
