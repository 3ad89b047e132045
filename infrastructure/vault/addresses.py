"""E-mail addresses of persons, encrypted as their names are; and which of them a mail server refused."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, update

from application.ports.vault import PersonId, RefusedAddress
from domain.kernel.text import Purpose
from infrastructure.vault.database import Database
from infrastructure.vault.errors import KeyDestroyed
from infrastructure.vault.keys import Box, MasterKeys
from infrastructure.vault.persons import (
    EMAIL,
    IDENTIFIED,
    NAMED,
    TERM,
    identified,
    kept,
    key_place,
    number_of,
    number_of_living,
    record,
)
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
        with self._database.in_turn() as connection:
            number = number_of_living(connection, person)
            connection.execute(delete(addresses).where(addresses.c.person == number))
            if address is not None:  # a new row at the end: none grows in its place (tables)
                box = kept(self._record(connection, person), address, person, EMAIL)
                connection.execute(insert(addresses).values(person=number, address=box))

    def of(self, people: Iterable[PersonId]) -> Mapping[PersonId, str]:
        wanted = (addresses.c.person == persons.c.number) & addresses.c.refused_at.is_(None)
        query = IDENTIFIED.add_columns(addresses.c.address).join(addresses, wanted)
        return identified(self._database, self._master, people, EMAIL, query)

    def refuse(self, person: PersonId, at: datetime) -> None:
        with self._database.writing() as connection:
            number = number_of(connection, person)
            connection.execute(update(addresses).where(addresses.c.person == number).values(refused_at=at))

    def refused(self) -> Sequence[RefusedAddress]:
        query = select(persons.c.id, addresses.c.refused_at).join_from(addresses, persons, persons.c.number == addresses.c.person)
        with self._database.reading() as connection:
            rows = connection.execute(query.where(addresses.c.refused_at.is_not(None)))
            since = {UUID(bytes=row.id): row.refused_at for row in rows}
        names = identified(self._database, self._master, since, "name", NAMED)
        return [RefusedAddress(person, names.get(person), at) for person, at in since.items()]

    def _record(self, connection: Connection, person: PersonId) -> Box:
        wrapped = connection.scalar(IDENTIFIED.with_only_columns(keys.c.wrapped).where(persons.c.id == person.bytes))
        if wrapped is None:
            raise KeyDestroyed
        return record(self._master.unwrap(wrapped, key_place(person, Purpose.IDENTITY, TERM)))
