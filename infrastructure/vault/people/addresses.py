"""E-mail addresses of persons, encrypted as their names are; and which of them a mail server refused."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, update

from application.ports.vault import PersonId, RefusedAddress
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.pending import AddressWrite, RefusalWrite
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.people.persons import EMAIL, IDENTIFIED, NAMED, identified, number_of
from infrastructure.vault.tables import addresses, persons


class Addresses:
    """Where people want their mail."""

    def __init__(self, database: Database, master: MasterKeys, mergers: Mergers) -> None:
        self._database, self._master, self._mergers = database, master, mergers

    def put(self, connection: Connection, write: AddressWrite) -> None:
        """Put a person's address, or none, where the one before was; nothing of somebody who was erased meanwhile."""
        number = connection.scalar(IDENTIFIED.with_only_columns(persons.c.number).where(persons.c.id == write.person.bytes))
        if number is None:
            return
        gone = [number] if write.address is not None else self._numbers(connection, write.person)
        connection.execute(delete(addresses).where(addresses.c.person.in_(gone)))
        if write.address is not None:  # a new row at the end: none grows in its place (tables)
            own = {"address": write.address, "address_index": write.address_index, "at": write.at}
            connection.execute(insert(addresses).values(person=number, **own))

    def of(self, people: Iterable[PersonId]) -> Mapping[PersonId, str]:
        wanted = (addresses.c.person == persons.c.number) & addresses.c.refused_at.is_(None)
        query = IDENTIFIED.add_columns(addresses.c.address).join(addresses, wanted)
        mergers = self._mergers.known()
        rows = {person: mergers.rows(person) for person in people}
        found = identified(self._database, self._master, {row for own in rows.values() for row in own}, EMAIL, query)
        own = {person: next((found[row] for row in each if row in found), None) for person, each in rows.items()}
        return {person: address for person, address in own.items() if address is not None}

    def is_known(self, address: str) -> bool:
        """Say whether anybody wants their mail at an address."""
        there = select(addresses.c.number).where(addresses.c.address_index == self._master.address_index(address)).limit(1)
        with self._database.reading() as connection:
            return connection.scalar(there) is not None

    def refuse(self, person: PersonId, at: datetime) -> None:
        with self._database.in_turn() as connection:
            self.put_refusal(connection, RefusalWrite(person=person, at=at))

    def put_refusal(self, connection: Connection, write: RefusalWrite) -> None:
        """Remember that the address of somebody was refused."""
        own = addresses.c.person.in_(self._numbers(connection, write.person))
        connection.execute(update(addresses).where(own).values(refused_at=write.at))

    def _numbers(self, connection: Connection, person: PersonId) -> list[int]:
        """Give the numbers of all rows of a person."""
        return [number_of(connection, row) for row in self._mergers.known().rows(person)]

    def refused(self) -> Sequence[RefusedAddress]:
        query = select(persons.c.id, addresses.c.refused_at).join_from(addresses, persons, persons.c.number == addresses.c.person)
        with self._database.reading() as connection:
            rows = connection.execute(query.where(addresses.c.refused_at.is_not(None)))
            refused = {UUID(bytes=row.id): row.refused_at for row in rows}
        mergers = self._mergers.known()
        since = {mergers.person(row): at for row, at in refused.items()}
        for person in self.of(since):  # another row of the same person has one that works
            del since[person]
        names = identified(self._database, self._master, since, "name", NAMED)
        return [RefusedAddress(person, names.get(person), at) for person, at in since.items()]
