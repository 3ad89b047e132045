"""What ends: turns of a day, keys, and all that is kept of a person."""

from collections.abc import Callable
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from application.ports.vault import PersonId
from domain.kernel.text import Purpose
from infrastructure.vault.database import Database
from infrastructure.vault.pending import PendingRows
from infrastructure.vault.persons import number_of, number_of_living
from infrastructure.vault.tables import (
    addresses,
    corrected_persons,
    corrected_statistics,
    fan_outs,
    keys,
    metadata,
    pending,
    persons,
)

GOES_WITH = tuple(table for table in metadata.sorted_tables if "person" in table.c and table is not keys)
"""Rows of a person that are deleted whole; a destroyed key keeps its row."""
KEPT_UNDER = {Purpose.IDENTITY: ("name", "name_index"), Purpose.STATISTICS: ("province", "birth_year")}
ERASED = tuple(column.name for column in persons.c if column.name not in {"number", "id", "erased_at"})


class Endings:
    """Ends what runs and destroys what must go."""

    def __init__(self, database: Database, pending: PendingRows, clock: Callable[[], datetime]) -> None:
        self._database, self._pending, self._clock = database, pending, clock

    def claim_fan_out(self, person: PersonId, day: date) -> bool:
        """
        Take a person's turn of a day; False when it was taken, or that of a later day.

        :raises PersonUnknown: if there is no such person
        :raises PersonErased: if the person was erased
        """
        with self._database.in_turn() as connection:
            number = number_of_living(connection, person)
            last = connection.scalar(select(fan_outs.c.day).where(fan_outs.c.person == number))
            if last is None:
                connection.execute(insert(fan_outs).values(person=number, day=day))
            elif last < day:
                connection.execute(update(fan_outs).where(fan_outs.c.person == number).values(day=day))
            return last is None or last < day

    # Destroying

    def destroy_key(self, person: PersonId, purpose: Purpose) -> None:
        """Destroy a key and what the vault itself kept under it; destroying it again changes nothing."""
        with self._database.in_turn() as connection:
            number = number_of(connection, person)
            self._destroy(connection, (keys.c.person == number) & (keys.c.purpose == purpose.value))
            if fields := KEPT_UNDER.get(purpose):
                nothing = dict.fromkeys(fields)
                connection.execute(update(persons).where(persons.c.number == number).values(nothing))
                connection.execute(update(corrected_persons).where(corrected_persons.c.person == number).values(nothing))
                connection.execute(delete(pending).where(pending.c.subject == self._pending.correction(person)))
            if purpose is Purpose.STATISTICS:
                connection.execute(delete(corrected_statistics).where(corrected_statistics.c.person == number))
            if purpose is Purpose.IDENTITY:
                connection.execute(delete(addresses).where(addresses.c.person == number))
                connection.execute(delete(pending).where(pending.c.subject == self._pending.address(person)))
        self._database.wipe()

    def erase(self, person: PersonId) -> None:
        """
        Destroy all that is kept of a person but the fact that they were erased.

        Erasing again changes nothing, and wipes once more.

        :raises BytesRemain: if it was done, but a reader keeps old bytes in the write-ahead log
        """
        with self._database.in_turn() as connection:
            number = number_of(connection, person)
            self._destroy(connection, keys.c.person == number)
            known_as = select(persons.c.external_index).where(persons.c.number == number).scalar_subquery()
            connection.execute(delete(pending).where(pending.c.subject.in_([known_as, *self._pending.about_person(person)])))
            for table in GOES_WITH:
                connection.execute(delete(table).where(table.c.person == number))
            connection.execute(
                update(persons)
                .where(persons.c.number == number, persons.c.erased_at.is_(None))
                .values(erased_at=self._clock(), **dict.fromkeys(ERASED))
            )
        self._database.wipe()

    def _destroy(self, connection: Connection, which: ColumnElement[bool]) -> None:
        connection.execute(
            update(keys).where(which, keys.c.wrapped.is_not(None)).values(wrapped=None, destroyed_at=self._clock())
        )
