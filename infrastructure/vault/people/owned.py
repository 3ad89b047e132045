"""
Rows of a person in tables that say of no row whose it is (docs/decisions/0041).

Each row has an owner: a keyed digest of its table, its person, its day where it has one, and its turn, which is how many of
the same there were before it. With the key they are found one turn after the other; without it no two of them are tied.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from sqlalchemy import Connection, Table, delete, func, select, update

from application.ports.vault.contexts import PersonId
from infrastructure.vault.database import CHUNK
from infrastructure.vault.keys.wrapping import MasterKeys


class OwnedRows:
    """Finds the rows of people, and gives new ones their owner; of a person, table and day no turn is ever left out."""

    def __init__(self, master: MasterKeys) -> None:
        self._master = master

    def first(self, table: Table, person: PersonId) -> bytes:
        """Give the owner of the only row that a person can have in a table."""
        return self._owner(table, person, None, 0)

    def of(self, connection: Connection, table: Table, people: Iterable[PersonId]) -> list[bytes]:
        """Give the owners of all rows of some people in a table, in the order of their turns."""
        days = _days(connection, table)
        left, found, turn = [(person, day) for person in people for day in days], list[bytes](), 0
        while left:
            wanted = {self._owner(table, person, day, turn): (person, day) for person, day in left}
            there = _there(connection, table, wanted)
            found += [owner for owner in wanted if owner in there]
            left, turn = [of for owner, of in wanted.items() if owner in there], turn + 1
        return found

    def free(
        self, connection: Connection, table: Table, people: Iterable[PersonId], day: date | None = None
    ) -> dict[PersonId, bytes]:
        """Give the owner that the next row of each of some people will have."""
        left, found, turn = list(people), dict[PersonId, bytes](), 0
        while left:
            wanted = {self._owner(table, person, day, turn): person for person in left}
            there = _there(connection, table, wanted)
            found |= {person: owner for owner, person in wanted.items() if owner not in there}
            left, turn = [person for owner, person in wanted.items() if owner in there], turn + 1
        return found

    def delete(self, connection: Connection, table: Table, people: Iterable[PersonId]) -> None:
        """Delete all rows of some people in a table."""
        for some in _in_chunks(self.of(connection, table, people)):
            connection.execute(delete(table).where(table.c.owner.in_(some)))

    def delete_some(self, connection: Connection, table: Table, person: PersonId, owners: Iterable[bytes]) -> None:
        """Delete some rows of a person in a table without days, and let the others close their ranks."""
        before, gone = self.of(connection, table, [person]), set(owners)
        connection.execute(delete(table).where(table.c.owner.in_(gone)))
        for turn, owner in enumerate(each for each in before if each not in gone):
            moved = update(table).where(table.c.owner == owner)
            connection.execute(moved.values(owner=self._owner(table, person, None, turn)))

    def _owner(self, table: Table, person: PersonId, day: date | None, turn: int) -> bytes:
        return self._master.owner_index(f"{table.name}|{person}|{day}|{turn}")


def _days(connection: Connection, table: Table) -> Sequence[date | None]:
    """Give every day of which a table can have a row; of one without days just none."""
    if "day" not in table.c:
        return [None]
    first, last = connection.execute(select(func.min(table.c.day), func.max(table.c.day))).one()
    return [] if first is None else [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _there(connection: Connection, table: Table, owners: Iterable[bytes]) -> set[bytes]:
    column = table.c.owner
    return {owner for some in _in_chunks(list(owners)) for owner in connection.scalars(select(column).where(column.in_(some)))}


def _in_chunks(owners: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    return (owners[start : start + CHUNK] for start in range(0, len(owners), CHUNK))
