"""Who looked at whom, and in which role: kept encrypted beside whom it is about, and gone with them (docs/decisions/0037)."""

from collections.abc import Iterable, Sequence

from pydantic import TypeAdapter
from sqlalchemy import insert, select

from application.ports.vault import Look, PersonId
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.people.persons import number_of
from infrastructure.vault.tables import looks, persons

LOOKS: TypeAdapter[Look] = TypeAdapter(Look)


class StoredLooks:
    """The access log."""

    def __init__(self, database: Database, master: MasterKeys, mergers: Mergers) -> None:
        self._database, self._master, self._mergers = database, master, mergers

    def keep(self, people: Iterable[PersonId], look: Look) -> None:
        """Keep a look at people, once a day; of those who were erased meanwhile nothing."""
        told = LOOKS.dump_json(look)
        marks = {self._master.look_index(f"{person}|{told.decode()}"): person for person in people}
        known = {row.mark for row in self._database.among(select(looks.c.mark), looks.c.mark, marks)}
        if new := {mark: person for mark, person in marks.items() if mark not in known}:
            self._insert(new, look, told)

    def _insert(self, new: dict[bytes, PersonId], look: Look, told: bytes) -> None:
        """Insert, in turn, what nobody inserted since it was looked for."""
        people = {person.bytes for person in new.values()}
        living = select(persons.c.id, persons.c.number).where(persons.c.secret.is_not(None), persons.c.id.in_(people))
        with self._database.in_turn() as connection:
            numbers = {row.id: row.number for row in connection.execute(living)}
            there = set(connection.scalars(select(looks.c.mark).where(looks.c.mark.in_(new))))
            rows = [
                {
                    "person": numbers[person.bytes],
                    "day": look.day,
                    "mark": mark,
                    "content": self._master.wrap(told, look_place(mark)),
                }
                for mark, person in new.items()
                if mark not in there and person.bytes in numbers
            ]
            if rows:
                connection.execute(insert(looks), rows)

    def at(self, person: PersonId) -> Sequence[Look]:
        """
        Give who looked at somebody, under whichever record they were known, the first first.

        :raises PersonUnknown: if there is no such person
        """
        with self._database.reading() as connection:
            numbers = [number_of(connection, row) for row in self._mergers.known().rows(person)]
            query = select(looks).where(looks.c.person.in_(numbers)).order_by(looks.c.number)
            rows = connection.execute(query).all()
        return [LOOKS.validate_json(self._master.unwrap(row.content, look_place(row.mark))) for row in rows]


def look_place(mark: bytes) -> str:
    """Give the place to which a look is bound."""
    return f"look|{mark.hex()}"
