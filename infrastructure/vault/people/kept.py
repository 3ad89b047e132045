"""What the vault keeps of one person, table by table: for the file that everybody may ask for (docs/decisions/0037)."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Select, Table, func, select

from application.ports.mail import DigestState
from application.ports.vault.contexts import PersonId
from application.ports.vault.kept import KeptAccess, KeptInVault, KeptMessage
from application.privacy.register import What
from domain.kernel.text import Purpose
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.pending import PendingRows
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.people.owned import OwnedRows
from infrastructure.vault.people.persons import EMAIL, SAID, CorrectedStatistics, key_place, number_of, readable, record
from infrastructure.vault.signing_in import browser_sessions as signed_in
from infrastructure.vault.tables import (
    NUMBERED,
    OWNED,
    addresses,
    browser_sessions,
    corrected_persons,
    corrected_statistics,
    digests,
    keys,
    letters,
    pending,
    persons,
    register_entries,
    tokens,
    wishes,
)
from infrastructure.vault.tokens import opened
from infrastructure.vault.wishes import opened as opened_wish

COUNTED = (*NUMBERED, *OWNED)
"""Tables of which the rows of a person are counted as they are; people themselves, mergers and what is pending otherwise."""


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
        (corrected_persons.c.province, persons.c.province),
    ),
    Field(
        What.PROVINCE_AND_YEAR,
        Purpose.STATISTICS,
        "birth-year",
        (corrected_persons.c.birth_year, persons.c.birth_year),
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
        self._owned = OwnedRows(master)

    def of(self, person: PersonId) -> KeptInVault:
        """
        Give all that is kept of somebody.

        :raises PersonUnknown: if there is no such person
        """
        mergers = self._mergers.known()
        people = mergers.rows(person)
        subjects = [subject for each in people for subject in self._pending.about_person(each)]
        with self._database.reading() as connection:
            own = [self._row(connection, each) for each in people]
            rows = {table.name: count for table in COUNTED if (count := self._count(connection, table, own))}
            waiting = connection.scalar(select(func.count()).where(pending.c.subject.in_(subjects))) or 0
            given = connection.execute(self._of(connection, tokens, own)).all()
            wished = connection.execute(self._of(connection, wishes, own)).all()
            browsers = connection.execute(self._of(connection, browser_sessions, own)).all()
            mailed = connection.execute(self._of(connection, digests, own)).all()
            written = connection.execute(self._of(connection, letters, own)).all()
            values = {what: tuple(dict.fromkeys(self._values(connection, own, what))) for what in {each.what for each in FIELDS}}
        merged = {"merged_persons": len(about)} if (about := mergers.about(people)) else {}
        others = {
            What.REFERENCES: tuple(map(str, people)),
            What.KEYS: tuple(purpose for each in own for purpose in each.keys),
            What.BROWSER_SESSIONS: tuple(map(self._signed_in, browsers)),
            What.WISHES: tuple(opened_wish(self._master, row).subject for row in wished),
            What.UNFINISHED: (str(waiting),) if waiting else (),
        }
        return KeptInVault(
            values={**values, **others},
            accesses=[self._access(each) for each in given],
            messages=[KeptMessage(day=each.day, state=DigestState(each.state)) for each in (*mailed, *written)],
            rows={"persons": len(own), **rows, **merged, **({"pending": waiting} if waiting else {})},
        )

    def _of(self, connection: Connection, table: Table, people: Sequence[PersonRow]) -> Select[Any]:
        """Ask for the rows of some people in a table, in their order in the file."""
        if table in OWNED:
            mine = table.c.owner.in_(self._owned.of(connection, table, [each.id for each in people]))
        else:
            number = persons.c.number if table is persons else table.c.person
            mine = number.in_([each.number for each in people])
        return select(table).where(mine).order_by(*table.primary_key)

    def _count(self, connection: Connection, table: Table, people: Sequence[PersonRow]) -> int:
        if table in OWNED:
            return len(self._owned.of(connection, table, [each.id for each in people]))
        return len(connection.execute(self._of(connection, table, people)).all())

    def _access(self, row: Any) -> KeptAccess:  # noqa: ANN401  # a row of tokens
        held = opened(self._master, row)
        return KeptAccess(role=held.role, network=held.network, issued_at=held.issued_at, ended_at=held.ended_at)

    def _signed_in(self, row: Any) -> str:  # noqa: ANN401  # a row of browser_sessions
        held = signed_in.opened(self._master, row.digest, row.content)
        return f"{held.began_at.isoformat()} - {held.seen_at.isoformat()}"

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
                    wanted = self._of(connection, column.table, [row]).with_only_columns(column)
                    boxes = connection.scalars(wanted.where(column.is_not(None)))
                    yield from (readable(own, boxed, row.id, field.name) for boxed in boxes)
                if field.what is What.PROVINCE_AND_YEAR:
                    earlier = self._earlier(connection, row, field.name)
                    yield from (readable(own, boxed, row.id, field.name) for boxed in earlier)

    def _earlier(self, connection: Connection, row: PersonRow, field: str) -> Iterator[bytes]:
        """Give what a statistic of somebody was each time that it was corrected, as it is encrypted."""
        rows = connection.execute(self._of(connection, corrected_statistics, [row]))
        corrected = (CorrectedStatistics.opened(self._master, each) for each in rows)
        boxes = (each.province if field == "province" else each.birth_year for each in corrected)
        return (box for box in boxes if box is not None)
