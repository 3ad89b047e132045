"""E-mail addresses of persons, encrypted as their names are; and which of them a mail server refused."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, update

from application.ports.vault import PersonId
from domain.kernel.text import Purpose
from infrastructure.vault.database import Database
from infrastructure.vault.errors import KeyDestroyed
from infrastructure.vault.keys import Box, MasterKeys
from infrastructure.vault.persons import EMAIL, TERM, chunks, kept, key_place, number_of, number_of_living, readable, record
from infrastructure.vault.tables import addresses, keys, persons


class Addresses:
    """Where people want their mail."""

    def __init__(self, database: Database, master: MasterKeys) -> None:
        self._database, self._master = database, master

    def keep(self, person: PersonId, address: str | None) -> None:
        """
        Keep a person's address instead of the one before, or none; a new one was not refused yet.

        :raises PersonUnknown, PersonErased: if nothing may be taken in about them
        :raises KeyDestroyed: if the key of their record was destroyed
        """
        with self._database.writing() as connection:
            self._database.last_person(connection)
            number = number_of_living(connection, person)
            connection.execute(delete(addresses).where(addresses.c.person == number))
            if address is not None:  # a new row at the end: none grows in its place (tables)
                box = kept(self._record(connection, person, number), address, person, EMAIL)
                connection.execute(insert(addresses).values(person=number, address=box))

    def of(self, people: Iterable[PersonId]) -> Mapping[PersonId, str]:
        """Give the addresses of people; those who have none, or one that was refused, are left out."""
        query = self._kept().where(addresses.c.refused_at.is_(None))
        found: dict[PersonId, str] = {}
        with self._database.reading() as connection:
            for some in chunks([person.bytes for person in people]):
                for row in connection.execute(query.where(persons.c.id.in_(some))):
                    person = UUID(bytes=row.id)
                    own = record(self._master.unwrap(row.wrapped, key_place(person, Purpose.IDENTITY, TERM)))
                    found[person] = readable(own, row.address, person, EMAIL)
        return found

    def refuse(self, person: PersonId, at: datetime) -> None:
        """Remember that a mail server refused somebody's address."""
        with self._database.writing() as connection:
            number = number_of(connection, person)
            connection.execute(update(addresses).where(addresses.c.person == number).values(refused_at=at))

    def refused(self) -> Mapping[PersonId, datetime]:
        """Give whose address was refused, and when."""
        query = select(persons.c.id, addresses.c.refused_at).join_from(addresses, persons, persons.c.number == addresses.c.person)
        with self._database.reading() as connection:
            rows = connection.execute(query.where(addresses.c.refused_at.is_not(None)))
            return {UUID(bytes=row.id): row.refused_at for row in rows}

    def _kept(self) -> Any:  # noqa: ANN401  # a query
        own = (keys.c.person == persons.c.number) & (keys.c.term == TERM) & (keys.c.purpose == Purpose.IDENTITY.value)
        return (
            select(persons.c.id, addresses.c.address, keys.c.wrapped)
            .join_from(addresses, persons, persons.c.number == addresses.c.person)
            .join(keys, own)
            .where(keys.c.wrapped.is_not(None))
        )

    def _record(self, connection: Connection, person: PersonId, number: int) -> Box:
        own = (keys.c.person == number) & (keys.c.term == TERM) & (keys.c.purpose == Purpose.IDENTITY.value)
        wrapped = connection.scalar(select(keys.c.wrapped).where(own))
        if wrapped is None:
            raise KeyDestroyed
        return record(self._master.unwrap(wrapped, key_place(person, Purpose.IDENTITY, TERM)))
