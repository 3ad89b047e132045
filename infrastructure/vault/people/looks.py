"""Who looked at whom, and in which role: kept encrypted beside whom it is about, and gone with them (docs/decisions/0037)."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from random import SystemRandom
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import insert, select

from application.ports.vault.contexts import PersonId
from application.ports.vault.looks import Look
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.people.owned import OwnedRows
from infrastructure.vault.people.persons import number_of
from infrastructure.vault.tables import looks, persons

ROOM = 256
"""A look is padded to so many bytes: its length does not tell in which role or at what somebody looked."""
LOOKS: TypeAdapter[Look] = TypeAdapter(Look)


class StoredLooks:
    """The access log."""

    def __init__(self, database: Database, master: MasterKeys, mergers: Mergers) -> None:
        self._database, self._master, self._mergers = database, master, mergers
        self._owned = OwnedRows(master)

    def keep(self, people: Iterable[PersonId], look: Look) -> None:
        """Keep a look at people, once a day; of those who were erased meanwhile nothing."""
        told = LOOKS.dump_json(look)
        marks = {self._master.look_index(f"{person}|{told.decode()}"): person for person in people}
        known = {row.mark for row in self._database.among(select(looks.c.mark), looks.c.mark, marks)}
        if new := {mark: person for mark, person in marks.items() if mark not in known}:
            self._insert(new, look, told)

    def _insert(self, new: dict[bytes, PersonId], look: Look, told: bytes) -> None:
        """Insert, in turn, what nobody inserted since it was looked for."""
        padded = told.ljust(-(-len(told) // ROOM) * ROOM)
        people = {person.bytes for person in new.values()}
        living = select(persons.c.id).where(persons.c.secret.is_not(None), persons.c.id.in_(people))
        with self._database.in_turn() as connection:
            known = {UUID(bytes=row) for row in connection.scalars(living)}
            there = set(connection.scalars(select(looks.c.mark).where(looks.c.mark.in_(new))))
            wanted = {person: mark for mark, person in new.items() if mark not in there and person in known}
            owners = self._owned.free(connection, looks, wanted, look.day)
            rows = [
                {"owner": owners[person], "day": look.day, "mark": mark, "content": self._master.wrap(padded, look_place(mark))}
                for person, mark in wanted.items()
            ]
            if rows:
                connection.execute(insert(looks), SystemRandom().sample(rows, len(rows)))

    def at(self, person: PersonId) -> Sequence[Look]:
        """
        Give who looked at somebody, under whichever record they were known, the first first.

        :raises PersonUnknown: if there is no such person
        """
        with self._database.reading() as connection:
            people = self._mergers.known().rows(person)
            for row in people:
                number_of(connection, row)
            owners = self._owned.of(connection, looks, people)
        rows = sorted(self._database.among(select(looks), looks.c.owner, owners), key=attrgetter("number"))
        return [LOOKS.validate_json(self._master.unwrap(row.content, look_place(row.mark))) for row in rows]


def look_place(mark: bytes) -> str:
    """Give the place to which a look is bound."""
    return f"look|{mark.hex()}"
