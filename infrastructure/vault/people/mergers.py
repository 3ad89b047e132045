"""
Mergers: two rows that are one person, each with its own secret, keys and contact data (docs/decisions/0031).

Of each merger it is kept which row was merged into which other, and, encrypted, in which contexts the person goes on under
the reference of the merged one. Undone it stays as a row that says so: what it withdrew is then restored.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from application.ports.vault import PersonId
from infrastructure.compiled_queries import CompiledQuery
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.pending import MergerWrite, SplitWrite
from infrastructure.vault.tables import merged_persons, persons

ROOM = 1024
"""The contexts of a merger are padded to so many bytes: their number is that of somebody's networks."""

_merged, _survivor = persons.alias("merged_one"), persons.alias("survivor")
EVERY_MERGER = CompiledQuery(
    select(_merged.c.id, _survivor.c.id, merged_persons.c.contexts)
    .join_from(merged_persons, _merged, _merged.c.number == merged_persons.c.merged)
    .join(_survivor, _survivor.c.number == merged_persons.c.survivor)
    .order_by(merged_persons.c.number.desc())
)


class Merger(NamedTuple):
    """One row that was merged into another; ``contexts``, encrypted, is None when it was undone."""

    merged: PersonId
    survivor: PersonId
    contexts: bytes | None


@dataclass(frozen=True)
class KnownMergers:
    """All mergers as they are known at one moment, the newest first; those that stand and those that were undone."""

    every: Sequence[Merger]

    @cached_property
    def standing(self) -> Mapping[PersonId, PersonId]:
        """Who was merged into whom."""
        return {each.merged: each.survivor for each in self.every if each.contexts is not None}

    def person(self, row: PersonId) -> PersonId:
        """Give which person a row is: itself, or whom it was merged into at last."""
        standing = self.standing
        while row in standing:
            row = standing[row]
        return row

    def into(self, row: PersonId) -> Iterator[Merger]:
        """Give the mergers into a row that stand, the newest first."""
        return (each for each in self.every if each.survivor == row and each.contexts is not None)

    def rows(self, row: PersonId) -> tuple[PersonId, ...]:
        """Give every row that is the same person: first that whose name and address the person has."""
        found = [self.person(row)]
        for each in found:
            found.extend(merger.merged for merger in self.into(each))
        return tuple(found)

    @property
    def split(self) -> frozenset[PersonId]:
        """Both sides of the mergers that were undone."""
        return frozenset(side for each in self.every if each.contexts is None for side in (each.merged, each.survivor))


class Mergers:
    """Keeps mergers, and knows them."""

    def __init__(self, database: Database, master: MasterKeys) -> None:
        self._database, self._master = database, master

    def known(self) -> KnownMergers:
        """Give all mergers: a handful."""
        rows = self._database.rows(EVERY_MERGER)
        return KnownMergers([Merger(UUID(bytes=merged), UUID(bytes=survivor), box) for merged, survivor, box in rows])

    def contexts(self, merger: Merger) -> frozenset[str]:
        """Give the contexts in which the person goes on under the reference of the merged row."""
        place = merger_place(merger.merged, merger.survivor)
        return frozenset() if merger.contexts is None else frozenset(json.loads(self._master.unwrap(merger.contexts, place)))

    def put(self, connection: Connection, write: MergerWrite) -> None:
        """Keep a merger; nothing of somebody who was erased meanwhile."""
        told = json.dumps(sorted(write.contexts))
        padded = told.ljust(-(-len(told) // ROOM) * ROOM).encode()
        box = self._master.wrap(padded, merger_place(write.merged, write.survivor))
        self._put(connection, write.merged, write.survivor, box)

    def put_split(self, connection: Connection, write: SplitWrite) -> None:
        """Keep that a merger was undone."""
        survivor = self.known().standing.get(write.merged)
        if survivor is not None:
            self._put(connection, write.merged, survivor, None)

    def _put(self, connection: Connection, merged: PersonId, survivor: PersonId, contexts: bytes | None) -> None:
        query = select(persons.c.id, persons.c.number).where(persons.c.secret.is_not(None))
        sides = connection.execute(query.where(persons.c.id.in_([merged.bytes, survivor.bytes])))
        numbers: dict[bytes, Any] = {row.id: row.number for row in sides}
        if len(numbers) == len({merged, survivor}):
            own = {"merged": numbers[merged.bytes], "survivor": numbers[survivor.bytes]}
            connection.execute(delete(merged_persons).where(merged_persons.c.merged == own["merged"]))
            connection.execute(insert(merged_persons).values(**own, contexts=contexts))


def merger_place(merged: PersonId, survivor: PersonId) -> str:
    """Give the place to which the contexts of a merger are bound."""
    return f"merger|{merged}|{survivor}"
