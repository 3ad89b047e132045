"""E-mail addresses of persons, encrypted as their names are; and which of them a mail server refused."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, update

from application.ports.vault import PersonId, RefusedAddress
from infrastructure.vault.database import Database
from infrastructure.vault.keys import MasterKeys
from infrastructure.vault.pending import AddressWrite, RefusalWrite
from infrastructure.vault.persons import EMAIL, IDENTIFIED, NAMED, identified, number_of
from infrastructure.vault.tables import addresses, persons


class Addresses:
    """Where people want their mail."""

    def __init__(self, database: Database, master: MasterKeys) -> None:
        self._database, self._master = database, master

    def put(self, connection: Connection, write: AddressWrite) -> None:
        """Put a person's address, or none, where the one before was; nothing of somebody who was erased meanwhile."""
        number = connection.scalar(IDENTIFIED.with_only_columns(persons.c.number).where(persons.c.id == write.person.bytes))
        if number is None:
            return
        connection.execute(delete(addresses).where(addresses.c.person == number))
        if write.address is not None:  # a new row at the end: none grows in its place (tables)
            own = {"address": write.address, "address_index": write.address_index}
            connection.execute(insert(addresses).values(person=number, **own))

    def of(self, people: Iterable[PersonId]) -> Mapping[PersonId, str]:
        wanted = (addresses.c.person == persons.c.number) & addresses.c.refused_at.is_(None)
        query = IDENTIFIED.add_columns(addresses.c.address).join(addresses, wanted)
        return identified(self._database, self._master, people, EMAIL, query)

    def refuse(self, person: PersonId, at: datetime) -> None:
        with self._database.in_turn() as connection:
            self.put_refusal(connection, RefusalWrite(person=person, at=at))

    def put_refusal(self, connection: Connection, write: RefusalWrite) -> None:
        """Remember that the address of somebody was refused."""
        number = number_of(connection, write.person)
        connection.execute(update(addresses).where(addresses.c.person == number).values(refused_at=write.at))

    def refused(self) -> Sequence[RefusedAddress]:
        query = select(persons.c.id, addresses.c.refused_at).join_from(addresses, persons, persons.c.number == addresses.c.person)
        with self._database.reading() as connection:
            rows = connection.execute(query.where(addresses.c.refused_at.is_not(None)))
            since = {UUID(bytes=row.id): row.refused_at for row in rows}
        names = identified(self._database, self._master, since, "name", NAMED)
        return [RefusedAddress(person, names.get(person), at) for person, at in since.items()]
