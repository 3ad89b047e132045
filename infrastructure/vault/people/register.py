"""What the party's register says of people: by member number, encrypted, found by a keyed digest (docs/decisions/0047)."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, delete, exists, func, insert, select, update

from application.ports.vault.contexts import PersonId
from application.ports.vault.register import KnownNow, RegisterEntry, RegisterSaid
from domain.kernel.text import Purpose
from infrastructure.vault.database import Database
from infrastructure.vault.errors import KeyDestroyed
from infrastructure.vault.keys.wrapping import Box, MasterKeys
from infrastructure.vault.pending import ErasedNumberWrite, RegisterBoxes, RegisterWrite
from infrastructure.vault.people.known_person import StoredPerson
from infrastructure.vault.people.mergers import KnownMergers, Mergers
from infrastructure.vault.people.persons import (
    CORRECTED,
    EMAIL,
    SAID,
    TERM,
    Persons,
    as_known,
    as_told,
    key_place,
    readable,
    record,
)
from infrastructure.vault.tables import addresses, corrected_persons, erased_numbers, keys, persons, register_entries

IDENTITY, STATISTICS = keys.alias("identity"), keys.alias("statistics")


def _opened_with(query: Select[Any]) -> Select[Any]:
    """Add the keys of people who were not erased: that of their identity, and of their statistics where it is there."""
    for own, purpose in ((IDENTITY, Purpose.IDENTITY), (STATISTICS, Purpose.STATISTICS)):
        of_person = (own.c.person == persons.c.number) & (own.c.purpose == purpose.value) & (own.c.term == TERM)
        query = query.add_columns(own.c.wrapped.label(own.name)).outerjoin(own, of_person)
    return query.where(IDENTITY.c.wrapped.is_not(None))


ENTRIES = _opened_with(
    select(register_entries, persons.c.id).join_from(register_entries, persons, persons.c.number == register_entries.c.person)
)
NOW = _opened_with(
    select(
        persons.c.id,
        as_known("name"),
        as_known("postcode"),
        as_known("province"),
        as_known("birth_year"),
        corrected_persons.c.at.label("corrected_at"),
        addresses.c.address,
        addresses.c.at.label("address_at"),
    )
    .select_from(persons)
    .outerjoin(corrected_persons, CORRECTED)
    .outerjoin(addresses, addresses.c.person == persons.c.number)
)


NUMBERED = exists().where(register_entries.c.person == persons.c.number).correlate(persons)
TYPED = (
    select(persons.c.id, persons.c.name_index.label("mark"))
    .outerjoin(corrected_persons, CORRECTED)
    .where(corrected_persons.c.name_index.is_(None), ~NUMBERED)
)
RENAMED = select(persons.c.id, corrected_persons.c.name_index.label("mark")).join(corrected_persons, CORRECTED).where(~NUMBERED)
MAILED = (
    select(persons.c.id, addresses.c.address_index.label("mark"))
    .join(addresses, addresses.c.person == persons.c.number)
    .where(~NUMBERED)
)
"""People whose own row has no member number, by a name as it was typed or corrected, and by an address."""
NOBODY = b""


def known_by(number: str) -> str:
    """Give the outside reference under which somebody is known by a member number."""
    return f"register/{number}"


class RegisterEntries:
    """Who is known by a member number, and what is known of them beside what the register says."""

    def __init__(self, database: Database, master: MasterKeys, mergers: Mergers, people: Persons) -> None:
        self._database, self._master, self._mergers, self._persons = database, master, mergers, people

    # Writing

    def index(self, number: str) -> bytes:
        """Give what a member number is found by."""
        return self._master.external_index(known_by(number))

    def written(self, row: StoredPerson, said: RegisterSaid, day: date) -> RegisterWrite:
        """Encrypt what the register says under the keys of a row: who somebody is, and, where its key lives, their statistics."""
        told, counted = as_told(said, day)
        boxed = None
        with suppress(KeyDestroyed):
            boxed = row.kept(counted, SAID, Purpose.STATISTICS)
        boxes = RegisterBoxes(said=row.kept(told, SAID), said_statistics=boxed)
        return RegisterWrite(person=row.id, number_index=self.index(said.number), boxes=boxes)

    def put(self, connection: Connection, write: RegisterWrite | ErasedNumberWrite) -> None:
        """Put what the register said where everybody finds it, or that it still names somebody who was erased."""
        if isinstance(write, ErasedNumberWrite):
            self._put_erased(connection, write)
        else:
            self._put_said(connection, write)

    def _put_said(self, connection: Connection, write: RegisterWrite) -> None:
        """Put what the register said; of somebody who was erased meanwhile nothing."""
        query = select(persons.c.number).where(persons.c.id == write.person.bytes, persons.c.secret.is_not(None))
        number = connection.scalar(query)
        if number is None:
            return
        own = register_entries.c.member_number_index == write.number_index
        connection.execute(delete(register_entries).where(own))  # a new row at the end: none grows in its place (tables)
        row = {"person": number, "member_number_index": write.number_index, **write.boxes.model_dump()}
        connection.execute(insert(register_entries).values(row))

    def _put_erased(self, connection: Connection, write: ErasedNumberWrite) -> None:
        own = erased_numbers.c.member_number_index == write.number_index
        if write.day is None:
            connection.execute(delete(erased_numbers).where(own))
        else:
            connection.execute(update(erased_numbers).where(own, erased_numbers.c.day < write.day).values(day=write.day))

    # Finding

    def entries(self, numbers: Iterable[str]) -> Mapping[str, RegisterEntry]:
        rows = self._database.among(ENTRIES, register_entries.c.member_number_index, map(self.index, numbers))
        mergers = self._mergers.known()
        return {each.said.number: each for each in (self._entry(row, mergers) for row in rows)}

    def entries_after(self, number: int, *, most: int) -> Sequence[RegisterEntry]:
        query = ENTRIES.where(register_entries.c.number > number).order_by(register_entries.c.number).limit(most)
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        mergers = self._mergers.known()
        return [self._entry(row, mergers) for row in rows]

    def corrected(self) -> Iterator[RegisterEntry]:
        query = (
            ENTRIES.outerjoin(corrected_persons, corrected_persons.c.person == persons.c.number)
            .outerjoin(addresses, addresses.c.person == persons.c.number)
            .where(corrected_persons.c.at.is_not(None) | addresses.c.at.is_not(None))
            .order_by(func.coalesce(corrected_persons.c.at, addresses.c.at).desc())
        )
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        mergers = self._mergers.known()
        yield from (self._entry(row, mergers) for row in rows)

    def numbers_of(self, person: PersonId) -> Sequence[str]:
        mergers = self._mergers.known()
        rows = self._database.among(ENTRIES, persons.c.id, (each.bytes for each in mergers.rows(person)))
        return [self._entry(row, mergers).said.number for row in rows]

    def erased(self, numbers: Iterable[str]) -> frozenset[str]:
        wanted = {self.index(number): number for number in numbers}
        query = select(erased_numbers.c.member_number_index)
        found = self._database.among(query, erased_numbers.c.member_number_index, wanted)
        return frozenset(wanted[row.member_number_index] for row in found)

    def without_number_like(self, people: Sequence[tuple[str, str | None]]) -> Sequence[tuple[PersonId, ...]]:
        names = [self._persons.index_of(name) for name, _ in people]
        mails = [self._persons.index_of_address(email) for _, email in people]
        found = self._without_number_by({*names}, {mail for mail in mails if mail is not None})
        return [tuple(dict.fromkeys([*found[name], *found[mail or NOBODY]])) for name, mail in zip(names, mails, strict=True)]

    def _without_number_by(self, names: set[bytes], mails: set[bytes]) -> Mapping[bytes, list[PersonId]]:
        """Give who has no member number, by what their names and addresses are found by."""
        rows = [
            *self._database.among(TYPED, persons.c.name_index, names),
            *self._database.among(RENAMED, corrected_persons.c.name_index, names),
            *self._database.among(MAILED, addresses.c.address_index, mails),
        ]
        mergers, found = self._mergers.known(), defaultdict[bytes, list[PersonId]](list)
        for row in rows:
            person = mergers.person(UUID(bytes=row.id))
            if not mergers.into_one(person) or not self.numbers_of(person):
                found[row.mark].append(person)
        return found

    def known_now(self, people: Iterable[PersonId]) -> Mapping[PersonId, KnownNow]:
        mergers = self._mergers.known()
        of_people = {person: mergers.rows(person) for person in people}
        rows = self._database.among(NOW, persons.c.id, (row.bytes for own in of_people.values() for row in own))
        found = {UUID(bytes=row.id): self._now(row) for row in rows}
        parts = {person: [found[row] for row in own if row in found] for person, own in of_people.items()}
        return {person: _joined(own) for person, own in parts.items() if own}

    # Reading

    def _entry(self, row: Row[Any], mergers: KnownMergers) -> RegisterEntry:
        whose = UUID(bytes=row.id)
        told = json.loads(readable(self._box(row, whose, Purpose.IDENTITY), row.said, whose, SAID))
        day, counts = date.fromisoformat(told.pop("day")), row.statistics is not None
        if counts and row.said_statistics is not None:
            told |= json.loads(readable(self._box(row, whose, Purpose.STATISTICS), row.said_statistics, whose, SAID))
        said = RegisterSaid(**{"postcode": None, "birth_year": None, **told})
        return RegisterEntry(row.number, mergers.person(whose), whose, said, day, counts)

    def _now(self, row: Row[Any]) -> KnownNow:
        whose = UUID(bytes=row.id)
        identity = self._box(row, whose, Purpose.IDENTITY)
        statistics = None if row.statistics is None else self._box(row, whose, Purpose.STATISTICS)

        def opened(own: Box | None, boxed: bytes | None, field: str) -> str | None:
            return None if own is None or boxed is None else readable(own, boxed, whose, field)

        year = opened(statistics, row.birth_year, "birth-year")
        return KnownNow(
            name=opened(identity, row.name, "name"),
            email=opened(identity, row.address, EMAIL),
            postcode=opened(statistics, row.postcode, "postcode"),
            province=opened(statistics, row.province, "province"),
            birth_year=None if year is None else int(year),
            corrected_at=row.corrected_at,
            address_at=row.address_at,
        )

    def _box(self, row: Row[Any], whose: PersonId, purpose: Purpose) -> Box:
        wrapped = row.identity if purpose is Purpose.IDENTITY else row.statistics
        return record(self._master.unwrap(wrapped, key_place(whose, purpose, TERM)))


def _joined(rows: Sequence[KnownNow]) -> KnownNow:
    """Give what is known of somebody who is several rows: of the first, or else of one that was merged into it."""
    fields = {name: [value for row in rows if (value := getattr(row, name)) is not None] for name in vars(rows[0])}
    return KnownNow(**{name: values[0] if values else None for name, values in fields.items()})
