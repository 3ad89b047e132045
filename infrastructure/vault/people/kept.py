"""What the vault keeps of one person, table by table: for the file that everybody may ask for (docs/decisions/0037)."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Connection, Table, func, or_, select

from application.ports.mail import DigestState
from application.ports.vault import KeptAccess, KeptInVault, KeptMessage, PersonId
from application.privacy.register import What
from domain.kernel.acts import Role
from domain.kernel.text import Purpose
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.pending import PendingRows
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.people.persons import EMAIL, SAID, key_place, number_of, readable, record
from infrastructure.vault.tables import (
    addresses,
    browser_sessions,
    corrected_persons,
    corrected_statistics,
    digests,
    keys,
    letters,
    metadata,
    pending,
    persons,
    register_entries,
    tokens,
    whose_columns,
)

OF_PERSON = tuple(table for table in metadata.sorted_tables if whose_columns(table))
"""Tables that say whose a row is; that of people themselves and what is pending are asked otherwise."""


class Field(NamedTuple):
    """A value of a person and where it stands, encrypted under a key of theirs: as it was corrected, as it was typed first."""

    what: What
    purpose: Purpose
    name: str
    columns: Sequence[Column[Any]]


FIELDS = (
    Field(What.NAME, Purpose.IDENTITY, "name", (corrected_persons.c.name, persons.c.name)),
    Field(What.ADDRESS, Purpose.IDENTITY, EMAIL, (addresses.c.address,)),
    Field(What.POSTCODE, Purpose.STATISTICS, "postcode", (corrected_persons.c.postcode, persons.c.postcode)),
    Field(What.REGISTER, Purpose.IDENTITY, SAID, (register_entries.c.said,)),
    Field(What.REGISTER, Purpose.STATISTICS, SAID, (register_entries.c.said_statistics,)),
    Field(
        What.PROVINCE_AND_YEAR,
        Purpose.STATISTICS,
        "province",
        (corrected_persons.c.province, persons.c.province, corrected_statistics.c.province),
    ),
    Field(
        What.PROVINCE_AND_YEAR,
        Purpose.STATISTICS,
        "birth-year",
        (corrected_persons.c.birth_year, persons.c.birth_year, corrected_statistics.c.birth_year),
    ),
)


class PersonRow(NamedTuple):
    """One of the rows that are a person, with its own keys that were not destroyed."""

    id: PersonId
    number: int
    keys: dict[str, bytes]


class KeptOfPeople:
    """Reads all that is kept of a person, in every row that they are."""

    def __init__(self, database: Database, master: MasterKeys, mergers: Mergers, rows: PendingRows) -> None:
        self._database, self._master, self._mergers, self._pending = database, master, mergers, rows

    def of(self, person: PersonId) -> KeptInVault:
        """
        Give all that is kept of somebody.

        :raises PersonUnknown: if there is no such person
        """
        people = self._mergers.known().rows(person)
        subjects = [subject for each in people for subject in self._pending.about_person(each)]
        with self._database.reading() as connection:
            own = [self._row(connection, each) for each in people]
            numbers = [each.number for each in own]
            rows = {table.name: count for table in OF_PERSON if (count := _count(connection, table, numbers))}
            waiting = connection.scalar(select(func.count()).where(pending.c.subject.in_(subjects))) or 0
            given = connection.execute(select(tokens).where(tokens.c.person.in_(numbers)).order_by(tokens.c.number)).all()
            browsers = connection.execute(
                select(browser_sessions).where(browser_sessions.c.person.in_(numbers)).order_by(browser_sessions.c.number)
            ).all()
            mailed = connection.execute(select(digests).where(digests.c.person.in_(numbers)).order_by(digests.c.number)).all()
            written = connection.execute(select(letters).where(letters.c.person.in_(numbers)).order_by(letters.c.number)).all()
            values = {what: tuple(dict.fromkeys(self._values(connection, own, what))) for what in {each.what for each in FIELDS}}
        others = {
            What.REFERENCES: tuple(map(str, people)),
            What.KEYS: tuple(purpose for each in own for purpose in each.keys),
            What.BROWSER_SESSIONS: tuple(f"{_moment(row.began_at)} - {_moment(row.seen_at)}" for row in browsers),
            What.UNFINISHED: (str(waiting),) if waiting else (),
        }
        return KeptInVault(
            values={**values, **others},
            accesses=[_access(each) for each in given],
            messages=[KeptMessage(day=each.day, state=DigestState(each.state)) for each in (*mailed, *written)],
            rows={"persons": len(own), **rows, **({"pending": waiting} if waiting else {})},
        )

    def _row(self, connection: Connection, person: PersonId) -> PersonRow:
        number = number_of(connection, person)
        wrapped = connection.execute(select(keys).where(keys.c.person == number, keys.c.wrapped.is_not(None)))
        own = {row.purpose: self._master.unwrap(row.wrapped, key_place(person, row.purpose, row.term)) for row in wrapped}
        return PersonRow(person, number, own)

    def _values(self, connection: Connection, rows: Sequence[PersonRow], what: What) -> Iterator[str]:
        """Give what can still be read of one thing, what is known now before what was known earlier."""
        for field in (each for each in FIELDS if each.what is what):
            for row in (each for each in rows if field.purpose in each.keys):
                own = record(row.keys[field.purpose])
                for column in field.columns:
                    boxes = connection.scalars(select(column).where(_is_of(column.table, [row.number]), column.is_not(None)))
                    yield from (readable(own, boxed, row.id, field.name) for boxed in boxes)


def _is_of(table: Table, numbers: Sequence[int]) -> ColumnElement[bool]:
    columns = (persons.c.number,) if table is persons else whose_columns(table)
    return or_(*(each.in_(numbers) for each in columns))


def _count(connection: Connection, table: Table, numbers: Sequence[int]) -> int:
    return connection.scalar(select(func.count()).where(_is_of(table, numbers))) or 0


def _moment(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def _access(row: Any) -> KeptAccess:  # noqa: ANN401  # a row of tokens
    network = None if row.network is None else UUID(bytes=row.network)
    return KeptAccess(role=Role(row.role), network=network, issued_at=row.issued_at, ended_at=row.ended_at)
