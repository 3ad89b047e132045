"""What the vault keeps of one person, table by table: for the file that everybody may ask for (docs/decisions/0037)."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, func, select

from application.ports.mail import DigestState
from application.ports.vault import KeptAccess, KeptInVault, KeptMessage, PersonId
from application.privacy.register import What
from domain.kernel.acts import Role
from infrastructure.vault.database import Database
from infrastructure.vault.keys import MasterKeys
from infrastructure.vault.known_person import KnownPeople
from infrastructure.vault.pending import PendingRows
from infrastructure.vault.persons import EMAIL, IDENTIFIED, NAMED, identified, number_of
from infrastructure.vault.tables import addresses, digests, keys, metadata, pending, persons, tokens

OF_PERSON = tuple(table for table in metadata.sorted_tables if "person" in table.c)
"""Tables that say whose a row is; that of people themselves and what is pending are asked otherwise."""


class KeptOfPeople:
    """Reads all that is kept of a person."""

    def __init__(self, database: Database, master: MasterKeys, people: KnownPeople, rows: PendingRows) -> None:
        self._database, self._master, self._people, self._pending = database, master, people, rows

    def of(self, person: PersonId) -> KeptInVault:
        """
        Give all that is kept of somebody.

        :raises PersonUnknown: if there is no such person
        """
        with self._database.reading() as connection:
            number = number_of(connection, person)
            rows = {table.name: count for table in OF_PERSON if (count := _count(connection, table, number))}
            waiting = connection.scalar(select(func.count()).where(pending.c.subject.in_(self._pending.about_person(person))))
            own_keys = connection.execute(select(keys).where(keys.c.person == number).order_by(keys.c.number)).all()
            given = connection.execute(select(tokens).where(tokens.c.person == number).order_by(tokens.c.number)).all()
            mailed = connection.execute(select(digests).where(digests.c.person == number).order_by(digests.c.number)).all()
        return KeptInVault(
            values=self._values(person, own_keys, waiting or 0),
            accesses=[_access(each) for each in given],
            messages=[KeptMessage(day=each.day, state=DigestState(each.state)) for each in mailed],
            rows={"persons": 1, **rows, **({"pending": waiting} if waiting else {})},
        )

    def _values(self, person: PersonId, own_keys: Any, waiting: int) -> dict[What, tuple[str, ...]]:  # noqa: ANN401  # rows
        names = identified(self._database, self._master, [person], "name", NAMED)
        mailed = IDENTIFIED.add_columns(addresses.c.address).join(addresses, addresses.c.person == persons.c.number)
        address = identified(self._database, self._master, [person], EMAIL, mailed)
        statistics = self._people.known(person).statistics
        return {
            What.NAME: tuple(names.values()),
            What.ADDRESS: tuple(address.values()),
            What.PROVINCE_AND_YEAR: tuple(statistics.values()),
            What.REFERENCES: (str(person),),
            What.KEYS: tuple(each.purpose for each in own_keys if each.wrapped is not None),
            What.UNFINISHED: (str(waiting),) if waiting else (),
        }


def _count(connection: Connection, table: Table, number: int) -> int:
    return connection.scalar(select(func.count()).where(table.c.person == number)) or 0


def _access(row: Any) -> KeptAccess:  # noqa: ANN401  # a row of tokens
    network = None if row.network is None else UUID(bytes=row.network)
    return KeptAccess(role=Role(row.role), network=network, issued_at=row.issued_at, ended_at=row.ended_at)
