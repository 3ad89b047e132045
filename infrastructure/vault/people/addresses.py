"""E-mail addresses of persons, encrypted as their names are; and which of them a mail server refused."""

import json
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from application.ports.vault.contexts import PersonId
from application.ports.vault.people import RefusedAddress
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.pending import AddressWrite, RefusalWrite
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.people.owned import OwnedRows
from infrastructure.vault.people.persons import EMAIL, IDENTIFIED, NAMED, identified, number_of
from infrastructure.vault.tables import addresses, persons, refused_addresses


class Addresses:
    """Where people want their mail."""

    def __init__(self, database: Database, master: MasterKeys, mergers: Mergers) -> None:
        self._database, self._master, self._mergers = database, master, mergers
        self._owned = OwnedRows(master)

    def put(self, connection: Connection, write: AddressWrite) -> None:
        """Put a person's address, or none, where the one before was; nothing of somebody who was erased meanwhile."""
        number = connection.scalar(IDENTIFIED.with_only_columns(persons.c.number).where(persons.c.id == write.person.bytes))
        if number is None:
            return
        gone = (write.person,) if write.address is not None else self._mergers.known().rows(write.person)
        numbers = [number_of(connection, row) for row in gone]
        connection.execute(delete(addresses).where(addresses.c.person.in_(numbers)))
        self._owned.delete(connection, refused_addresses, gone)
        if write.address is not None:  # a new row at the end: none grows in its place (tables)
            own = {"address": write.address, "address_index": write.address_index, "at": write.at}
            connection.execute(insert(addresses).values(person=number, **own))

    def of(self, people: Iterable[PersonId]) -> Mapping[PersonId, str]:
        return self._of(people, without={row for row, _ in self._refused()})

    def last_of(self, people: Iterable[PersonId]) -> Mapping[PersonId, str]:
        """Give where people had their mail last, also where it was refused."""
        return self._of(people, without=())

    def _of(self, people: Iterable[PersonId], without: Container[PersonId]) -> Mapping[PersonId, str]:
        query = IDENTIFIED.add_columns(addresses.c.address).join(addresses, addresses.c.person == persons.c.number)
        mergers = self._mergers.known()
        rows = {person: [row for row in mergers.rows(person) if row not in without] for person in people}
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
        rows = self._mergers.known().rows(write.person)
        numbers = {number_of(connection, row): row for row in rows}
        mailed = connection.scalars(select(addresses.c.person).where(addresses.c.person.in_(numbers))).all()
        self._owned.delete(connection, refused_addresses, rows)
        for row in (numbers[number] for number in mailed):
            owner = self._owned.first(refused_addresses, row)
            content = self._master.wrap(json.dumps([str(row), write.at.isoformat()]).encode(), refusal_place(owner))
            connection.execute(insert(refused_addresses).values(owner=owner, content=content))

    def _refused(self) -> list[tuple[PersonId, datetime]]:
        """Give every row whose address was refused, and since when: few at any moment."""
        with self._database.reading() as connection:
            rows = connection.execute(select(refused_addresses).order_by(refused_addresses.c.number)).all()
        opened = (json.loads(self._master.unwrap(row.content, refusal_place(row.owner))) for row in rows)
        return [(UUID(person), datetime.fromisoformat(at)) for person, at in opened]

    def refused(self) -> Sequence[RefusedAddress]:
        mergers = self._mergers.known()
        since = {mergers.person(row): at for row, at in self._refused()}
        for person in self.of(since):  # another row of the same person has one that works
            del since[person]
        names = identified(self._database, self._master, since, "name", NAMED)
        return [RefusedAddress(person, names.get(person), at) for person, at in since.items()]


def refusal_place(owner: bytes) -> str:
    """Give the place to which it is bound whose address was refused when."""
    return f"refusal|{owner.hex()}"
