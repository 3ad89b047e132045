"""
References: how a person is known in a context (decision 0002).

They are computed from the person's secret, so nobody needs to write when somebody joins. The way back, from reference to
person, is an index filled when it is asked for: everybody's reference in a context, computed once.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert, select, update

from application.ports.vault.contexts import PersonId
from domain.kernel.acts import Reference
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys, mac
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.people.persons import NAMED, identified, secret_place
from infrastructure.vault.tables import about, contexts, known_references, persons


def reference_in(secret: bytes, context: str) -> Reference:
    return f"r{mac(secret, f'reference|{context}')[:16].hex()}"


class References:
    """Which references are whose."""

    def __init__(self, database: Database, master: MasterKeys, mergers: Mergers) -> None:
        self._database, self._master, self._mergers = database, master, mergers

    def whose(self, context: str, references: Iterable[Reference]) -> dict[Reference, PersonId]:
        wanted = {self._master.reference_index(context, reference): reference for reference in references}
        if not wanted:
            return {}
        found = self._indexed(context, wanted)
        if len(found) < len(wanted):
            self.bring_up_to_date(context)
            found = self._indexed(context, wanted)
        mergers = self._mergers.known()
        return {reference: mergers.person(row) for reference, row in found.items()} if mergers.every else found

    def names(self, context: str, references: Iterable[Reference]) -> dict[Reference, str]:
        people = self.whose(context, references)
        names = identified(self._database, self._master, people.values(), "name", NAMED)
        return {reference: names[person] for reference, person in people.items() if person in names}

    def bring_up_to_date(self, context: str) -> None:
        """
        Index who was added since the context was last indexed.

        Look again afterwards also when there was nothing to do: another process may just have done it.
        """
        if self._behind(context):
            self._index(context)

    def _indexed(self, context: str, wanted: dict[bytes, Reference]) -> dict[Reference, PersonId]:
        query = (
            select(known_references.c.blind, persons.c.id)
            .join_from(known_references, persons, persons.c.number == known_references.c.person)
            .join(contexts, contexts.c.number == known_references.c.context)
            .where(contexts.c.blind == self._master.context_index(context))
        )
        rows = self._database.among(query, known_references.c.blind, wanted)
        return {wanted[row.blind]: UUID(bytes=row.id) for row in rows}

    def _behind(self, context: str) -> bool:
        """Say whether persons were added since the index of this context was brought up to date."""
        with self._database.reading() as connection:
            indexed = connection.scalar(select(contexts.c.indexed).where(contexts.c.blind == self._master.context_index(context)))
            last = connection.scalar(select(about.c.last_person))
        return indexed is None or last is None or indexed < last

    def _index(self, context: str) -> None:
        """Compute the reference of everybody who is not yet indexed; erasing waits, so that it leaves nobody behind."""
        with self._database.writing() as connection:
            last = self._database.last_person(connection)
            number, indexed = self._context(connection, context)
            query = select(persons.c.number, persons.c.id, persons.c.secret)
            new = connection.execute(query.where(persons.c.row > indexed, persons.c.secret.is_not(None))).all()
            rows = [{"context": number, "blind": self._blind(context, row), "person": row.number} for row in new]
            if rows:
                connection.execute(insert(known_references), rows)
            connection.execute(update(contexts).where(contexts.c.number == number).values(indexed=last))

    def _blind(self, context: str, row: Any) -> bytes:  # noqa: ANN401  # a row of persons
        secret = self._master.unwrap(row.secret, secret_place(UUID(bytes=row.id)))
        return self._master.reference_index(context, reference_in(secret, context))

    def _context(self, connection: Connection, context: str) -> tuple[int, int]:
        """Give the number of a context and up to which person it is indexed."""
        blind = self._master.context_index(context)
        row = connection.execute(select(contexts.c.number, contexts.c.indexed).where(contexts.c.blind == blind)).first()
        if row is not None:
            return row.number, row.indexed
        made = connection.execute(insert(contexts).values(blind=blind, indexed=0).returning(contexts.c.number))
        return int(made.scalar_one()), 0
