"""
Mergers: two rows that are one person, each with its own secret, keys and contact data (docs/decisions/0031).

Of each merger it is kept, encrypted, which row was merged into which other, and in which contexts the person goes on under
the reference of the merged one. Undone it stays as a row that says so: what it withdrew is then restored.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection, delete, func, insert, select

from application.ports.vault.contexts import PersonId
from infrastructure.compiled_queries import CompiledQuery
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.pending import MergerWrite, SplitWrite
from infrastructure.vault.tables import merged_persons, persons

ROOM = 1024
"""A merger is padded to so many bytes: the number of its contexts is that of somebody's networks."""

MERGER = "merger"
"""The place to which a merger is bound."""

EVERY_MERGER = CompiledQuery(select(merged_persons.c.content).order_by(merged_persons.c.number.desc()))


class Merger(NamedTuple):
    """One row that was merged into another; ``contexts`` is None when it was undone."""

    merged: PersonId
    survivor: PersonId
    contexts: frozenset[str] | None


@dataclass(frozen=True)
class KnownMergers:
    """All mergers as they are known at one moment, the newest first; those that stand and those that were undone."""

    every: Sequence[Merger]

    @cached_property
    def standing(self) -> Mapping[PersonId, PersonId]:
        """Who was merged into whom."""
        return {each.merged: each.survivor for each in self.every if each.contexts is not None}

    @cached_property
    def everybody(self) -> frozenset[PersonId]:
        """Both sides of every merger, also of those that were undone."""
        return frozenset(side for each in self.every for side in (each.merged, each.survivor))

    def about(self, rows: Iterable[PersonId]) -> list[Merger]:
        """Give the mergers of some rows, also those that were undone."""
        sides = set(rows)
        return [each for each in self.every if sides & {each.merged, each.survivor}]

    def person(self, row: PersonId) -> PersonId:
        """Give which person a row is: itself, or whom it was merged into at last."""
        standing = self.standing
        while row in standing:
            row = standing[row]
        return row

    def into(self, row: PersonId) -> Iterator[Merger]:
        """Give the mergers into a row that stand, the newest first."""
        return (each for each in self.every if each.survivor == row and each.contexts is not None)

    def into_one(self, row: PersonId) -> bool:
        """Say whether a row is a person together with another."""
        return row in self.standing or any(self.into(row))

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
        return KnownMergers([self._opened(box) for (box,) in self._database.rows(EVERY_MERGER)])

    def _opened(self, box: bytes) -> Merger:
        merged, survivor, contexts = json.loads(self._master.unwrap(box, MERGER))
        return Merger(UUID(merged), UUID(survivor), None if contexts is None else frozenset(contexts))

    def put(self, connection: Connection, write: MergerWrite) -> None:
        """Keep a merger; nothing of somebody who was erased meanwhile."""
        self._put(connection, Merger(write.merged, write.survivor, frozenset(write.contexts)))

    def put_split(self, connection: Connection, write: SplitWrite) -> None:
        """Keep that a merger was undone."""
        survivor = self.known().standing.get(write.merged)
        if survivor is not None:
            self._put(connection, Merger(write.merged, survivor, None))

    def _put(self, connection: Connection, merger: Merger) -> None:
        query = select(func.count()).where(persons.c.secret.is_not(None))
        sides = {merger.merged.bytes, merger.survivor.bytes}
        if connection.scalar(query.where(persons.c.id.in_(sides))) == len(sides):
            self._delete(connection, lambda each: each.merged == merger.merged)
            connection.execute(insert(merged_persons).values(content=self._closed(merger)))

    def _closed(self, merger: Merger) -> bytes:
        contexts = None if merger.contexts is None else sorted(merger.contexts)
        told = json.dumps([str(merger.merged), str(merger.survivor), contexts])
        return self._master.wrap(told.ljust(-(-len(told) // ROOM) * ROOM).encode(), MERGER)

    def delete(self, connection: Connection, row: PersonId) -> None:
        """Delete every merger of somebody who is erased."""
        self._delete(connection, lambda each: row in {each.merged, each.survivor})

    def _delete(self, connection: Connection, which: Callable[[Merger], bool]) -> None:
        every = connection.execute(select(merged_persons)).all()
        gone = [row.number for row in every if which(self._opened(row.content))]
        connection.execute(delete(merged_persons).where(merged_persons.c.number.in_(gone)))
