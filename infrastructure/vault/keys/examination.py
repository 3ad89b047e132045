"""Looking whether everything in the vault opens whose key lives, and whether sealed texts have a key."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import Column, select

from application.ports.errors import StoreDamaged
from domain.kernel.text import Purpose
from infrastructure.vault.database import Database
from infrastructure.vault.errors import KeyDestroyed
from infrastructure.vault.keys.wrapped import WRAPPED, Wrapped
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.people.persons import EMAIL, SAID, TERM, key_place, readable, record
from infrastructure.vault.tables import addresses, corrected_persons, keys, persons, register_entries
from infrastructure.vault.texts import Texts

KEPT: tuple[tuple[Column[Any], Purpose, str], ...] = (
    (persons.c.name, Purpose.IDENTITY, "name"),
    (persons.c.province, Purpose.STATISTICS, "province"),
    (persons.c.birth_year, Purpose.STATISTICS, "birth-year"),
    (persons.c.postcode, Purpose.STATISTICS, "postcode"),
    (corrected_persons.c.name, Purpose.IDENTITY, "name"),
    (corrected_persons.c.province, Purpose.STATISTICS, "province"),
    (corrected_persons.c.birth_year, Purpose.STATISTICS, "birth-year"),
    (corrected_persons.c.postcode, Purpose.STATISTICS, "postcode"),
    (addresses.c.address, Purpose.IDENTITY, EMAIL),
    (register_entries.c.said, Purpose.IDENTITY, SAID),
    (register_entries.c.said_statistics, Purpose.STATISTICS, SAID),
)
"""What the vault itself keeps of a person: the column, for which purpose, and what the field is called where it is bound."""


class Examination:
    """Looks at everything and changes nothing."""

    def __init__(self, database: Database, master: MasterKeys, texts: Texts) -> None:
        self._database, self._master, self._texts = database, master, texts

    def broken_rows(self) -> Iterator[str]:
        """Name what does not open though its key lives: the table, the number of the row, and the column."""
        for wrapped in WRAPPED:
            yield from self._not_unwrapped(wrapped)
        for column, purpose, field in KEPT:
            yield from self._not_readable(column, purpose, field)

    def _not_unwrapped(self, wrapped: Wrapped) -> Iterator[str]:
        (number,) = wrapped.column.table.primary_key
        with self._database.reading() as connection:
            for row in connection.execute(wrapped.rows.where(wrapped.column.is_not(None)).order_by(number)):
                try:
                    self._master.unwrap(getattr(row, wrapped.column.key), wrapped.place(row))
                except StoreDamaged:
                    yield f"{wrapped.column.table.name} {getattr(row, number.key)}, {wrapped.column.key}"

    def _not_readable(self, column: Column[Any], purpose: Purpose, field: str) -> Iterator[str]:
        (number,) = column.table.primary_key
        person = persons.c.number if column.table is persons else column.table.c.person
        own = (keys.c.person == persons.c.number) & (keys.c.purpose == purpose.value) & (keys.c.term == TERM)
        query = select(number.label("row"), persons.c.id, keys.c.wrapped, column.label("boxed"))
        joined = query.select_from(persons).join(keys, own)
        if column.table is not persons:
            joined = joined.join(column.table, person == persons.c.number)
        with self._database.reading() as connection:
            for row in connection.execute(joined.where(keys.c.wrapped.is_not(None), column.is_not(None)).order_by(number)):
                try:
                    key = self._master.unwrap(row.wrapped, key_place(UUID(bytes=row.id), purpose, TERM))
                    readable(record(key), row.boxed, UUID(bytes=row.id), field)
                except StoreDamaged:
                    yield f"{column.table.name} {row.row}, {column.key}"

    def has_lost_key_of(self, dossier: UUID) -> bool:
        """Say whether a dossier with a sealed text has no key that is kept, pending or known to be destroyed."""
        try:
            return self._texts.key_of(dossier) is None
        except KeyDestroyed:
            return False
