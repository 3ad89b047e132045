"""What ends: turns of a day, keys, and all that is kept of a person."""

from collections.abc import Callable
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, delete, func, insert, or_, select, update

from application.ports.vault import PersonId
from domain.kernel.text import Purpose
from infrastructure.vault.database import Database
from infrastructure.vault.mergers import Mergers
from infrastructure.vault.pending import PendingRows
from infrastructure.vault.persons import number_of, number_of_living
from infrastructure.vault.tables import (
    addresses,
    corrected_persons,
    corrected_statistics,
    fan_outs,
    keys,
    merged_persons,
    metadata,
    pending,
    persons,
)

GOES_WITH = tuple(table for table in metadata.sorted_tables if "person" in table.c and table is not keys)
"""Rows of a person that are deleted whole; a destroyed key keeps its row."""
SIDES = (merged_persons.c.merged, merged_persons.c.survivor)
KEPT_UNDER = {Purpose.IDENTITY: ("name", "name_index"), Purpose.STATISTICS: ("province", "birth_year")}
ERASED = tuple(column.name for column in persons.c if column.name not in {"number", "id", "erased_at"})


class Endings:
    """Ends what runs and destroys what must go."""

    def __init__(self, database: Database, pending: PendingRows, mergers: Mergers, clock: Callable[[], datetime]) -> None:
        self._database, self._pending, self._mergers, self._clock = database, pending, mergers, clock

    def claim_fan_out(self, person: PersonId, day: date) -> bool:
        """
        Take a person's turn of a day; False when it was taken, or that of a later day.

        :raises PersonUnknown: if there is no such person
        :raises PersonErased: if the person was erased
        """
        with self._database.in_turn() as connection:
            numbers = [number_of_living(connection, row) for row in self._mergers.known().rows(person)]
            own = fan_outs.c.person.in_(numbers)
            last = connection.scalar(select(func.max(fan_outs.c.day)).where(own))
            if last is not None and last >= day:
                return False
            connection.execute(delete(fan_outs).where(own))
            connection.execute(insert(fan_outs), [{"person": number, "day": day} for number in numbers])
            return True

    # Destroying

    def destroy_key(self, person: PersonId, purpose: Purpose) -> None:
        """Destroy a key and what the vault itself kept under it; destroying it again changes nothing."""
        with self._database.in_turn() as connection:
            for row in self._mergers.known().rows(person):
                self._destroy_of(connection, row, purpose)
        self._database.wipe()

    def _destroy_of(self, connection: Connection, row: PersonId, purpose: Purpose) -> None:
        number = number_of(connection, row)
        self._destroy(connection, (keys.c.person == number) & (keys.c.purpose == purpose.value))
        if fields := KEPT_UNDER.get(purpose):
            nothing = dict.fromkeys(fields)
            connection.execute(update(persons).where(persons.c.number == number).values(nothing))
            connection.execute(update(corrected_persons).where(corrected_persons.c.person == number).values(nothing))
            connection.execute(delete(pending).where(pending.c.subject == self._pending.correction(row)))
        if purpose is Purpose.STATISTICS:
            connection.execute(delete(corrected_statistics).where(corrected_statistics.c.person == number))
        if purpose is Purpose.IDENTITY:
            connection.execute(delete(addresses).where(addresses.c.person == number))
            connection.execute(delete(pending).where(pending.c.subject == self._pending.address(row)))

    def erase(self, person: PersonId) -> None:
        """
        Destroy all that is kept of a person, with whoever was merged into them, but the fact that they were erased.

        Erasing again changes nothing, and wipes once more.

        :raises BytesRemain: if it was done, but a reader keeps old bytes in the write-ahead log
        """
        with self._database.in_turn() as connection:
            for row in self._mergers.known().rows(person):
                self._erase(connection, row)
        self._database.wipe()

    def _erase(self, connection: Connection, row: PersonId) -> None:
        number = number_of(connection, row)
        self._destroy(connection, keys.c.person == number)
        known_as = select(persons.c.external_index).where(persons.c.number == number).scalar_subquery()
        connection.execute(delete(pending).where(pending.c.subject.in_([known_as, *self._pending.about_person(row)])))
        for table in GOES_WITH:
            connection.execute(delete(table).where(table.c.person == number))
        connection.execute(delete(merged_persons).where(or_(*(each == number for each in SIDES))))
        connection.execute(
            update(persons)
            .where(persons.c.number == number, persons.c.erased_at.is_(None))
            .values(erased_at=self._clock(), **dict.fromkeys(ERASED))
        )

    def _destroy(self, connection: Connection, which: ColumnElement[bool]) -> None:
        connection.execute(
            update(keys).where(which, keys.c.wrapped.is_not(None)).values(wrapped=None, destroyed_at=self._clock())
        )
