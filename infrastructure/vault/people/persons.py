"""Persons: added, found, and what is kept of them under their identity key."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from random import SystemRandom
from secrets import randbits
from typing import Any
from uuid import UUID, uuid4

from cryptography.exceptions import InvalidTag
from sqlalchemy import ColumnElement, Connection, Select, delete, exists, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from application.ports.vault.contexts import PersonId
from application.ports.vault.people import SameDetail
from application.ports.vault.register import RegisterSaid
from domain.kernel.text import Purpose
from infrastructure.vault.database import Database
from infrastructure.vault.errors import PersonAlreadyKnown, PersonErased, PersonUnknown
from infrastructure.vault.keys.wrapping import Box, MasterKeys, damaged, derived, new_key
from infrastructure.vault.pending import CorrectionWrite, PersonWrite, RegisterBoxes
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.people.owned import OwnedRows
from infrastructure.vault.tables import (
    about,
    addresses,
    corrected_persons,
    corrected_statistics,
    keys,
    merged_persons,
    persons,
    register_entries,
)

EMAIL = "email"
NUMBER_BITS = 62
"""Person numbers are random: they tell nothing but that two rows are of one person."""
ROOM = 512
"""Corrected statistics are padded to so many bytes: their length does not tell what was corrected."""
STATISTICS = ("province", "birth_year")
SAID = "register"
"""What the fields are called in which the register's words are kept."""
TERM = ""
"""The term of keys that do not end with a year."""

IDENTITY = (keys.c.person == persons.c.number) & (keys.c.purpose == Purpose.IDENTITY.value) & (keys.c.term == TERM)
IDENTIFIED = select(persons.c.id, keys.c.wrapped).join_from(persons, keys, IDENTITY).where(keys.c.wrapped.is_not(None))
"""People whose identity key was not destroyed, and that key."""
CORRECTED = corrected_persons.c.person == persons.c.number


def as_known(field: str) -> ColumnElement[Any]:
    """Give a column of somebody's row as it was corrected, or as it was typed first."""
    return func.coalesce(corrected_persons.c[field], persons.c[field]).label(field)


ANY_MERGER = exists(select(merged_persons.c.number)).label("any_merger")
"""Whether any row may be one of several of one person: in most parties none is, and nothing more is asked."""

NAMED = IDENTIFIED.add_columns(as_known("name")).outerjoin(corrected_persons, CORRECTED)


@dataclass(frozen=True, repr=False)
class NewPerson:
    """Somebody to be added; ``external`` is a reference by which an import knows them, maybe without their name."""

    name: str | None
    province: str | None = None
    birth_year: int | None = None
    external: str | None = None
    email: str | None = None
    postcode: str | None = None
    register: tuple[RegisterSaid, date] | None = None
    """What the register says, in the file of which day."""


@dataclass(frozen=True, repr=False)
class CorrectedStatistics:
    """What was corrected of somebody's statistics, encrypted under their key as it is elsewhere, and since when it is known."""

    person: UUID
    at: datetime
    province: bytes | None = None
    birth_year: bytes | None = None

    def closed(self, master: MasterKeys, owner: bytes) -> bytes:
        """Encrypt it once more: the same bytes stand beside the number of the person, and would tell whose a row is."""
        boxes = [None if box is None else box.hex() for box in (self.province, self.birth_year)]
        told = json.dumps([str(self.person), self.at.isoformat(), *boxes])
        return master.wrap(told.ljust(ROOM).encode(), statistics_place(owner))

    @classmethod
    def opened(cls, master: MasterKeys, row: Any) -> "CorrectedStatistics":  # noqa: ANN401  # a row of corrected_statistics
        person, at, *boxes = json.loads(master.unwrap(row.content, statistics_place(row.owner)))
        return cls(UUID(person), datetime.fromisoformat(at), *(box and bytes.fromhex(box) for box in boxes))


class Persons:
    """The people in the vault, each with a number inside it and an id outside it."""

    def __init__(self, database: Database, master: MasterKeys, mergers: Mergers) -> None:
        self._database, self._master, self._mergers = database, master, mergers
        self._owned = OwnedRows(master)

    # Adding

    def add_one(
        self, name: str, *, province: str | None = None, birth_year: int | None = None, external: str | None = None
    ) -> PersonId:
        return self.add([NewPerson(name, province, birth_year, external)])[0]

    def add(self, people: Iterable[NewPerson]) -> list[PersonId]:
        """
        Keep people, all or none of them, with every key they will need: joining then writes nothing here.

        :raises PersonAlreadyKnown: if somebody is known by the same outside reference
        """
        made = [self.made(person) for person in people]
        if made:
            with self._database.writing() as connection:
                self.put(connection, made)
        return [each.id for each in made]

    def made(self, person: NewPerson) -> PersonWrite:
        """Make somebody, and keep them nowhere yet."""
        identity = uuid4()
        own = {purpose: new_key() for purpose in Purpose}
        name, statistics = record(own[Purpose.IDENTITY]), record(own[Purpose.STATISTICS])

        def boxed(box: Box, value: str | int | None, field: str) -> bytes | None:
            return None if value is None else kept(box, value, identity, field)

        row = {
            "secret": self._master.wrap(new_key(), secret_place(identity)),
            "name": boxed(name, person.name, "name"),
            "name_index": None if person.name is None else self._master.name_index(person.name),
            "external_index": None if person.external is None else self._master.external_index(person.external),
            "province": boxed(statistics, person.province, "province"),
            "birth_year": boxed(statistics, person.birth_year, "birth-year"),
            "postcode": boxed(statistics, person.postcode, "postcode"),
        }
        wrapped = {purpose.value: self._master.wrap(key, key_place(identity, purpose, TERM)) for purpose, key in own.items()}
        index = None if person.email is None else self._master.address_index(person.email)
        address = boxed(name, person.email, EMAIL)
        register = None
        if person.register is not None:
            said, day = person.register
            told, counted = as_told(said, day)
            boxed_statistics = kept(statistics, counted, identity, SAID)
            register = RegisterBoxes(said=kept(name, told, identity, SAID), said_statistics=boxed_statistics)
        return PersonWrite(id=identity, row=row, keys=wrapped, address=address, address_index=index, by_register=register)

    def put(self, connection: Connection, made: Sequence[PersonWrite]) -> None:
        """
        Put people where everybody finds them, in random order: where they stand does not tell who came with whom.

        :raises PersonAlreadyKnown: if somebody is known by the same outside reference
        """
        last = self._database.last_person(connection)
        numbered = [(randbits(NUMBER_BITS), each) for each in SystemRandom().sample(made, len(made))]
        rows = [
            {"row": row, "number": number, "id": each.id.bytes, **each.row}
            for row, (number, each) in enumerate(numbered, last + 1)
        ]
        try:
            connection.execute(insert(persons), rows)
        except IntegrityError:
            raise PersonAlreadyKnown from None
        own = [
            {"person": number, "purpose": purpose, "term": TERM, "wrapped": wrapped}
            for number, each in numbered
            for purpose, wrapped in each.keys.items()
        ]
        connection.execute(insert(keys), own)
        mailed = [
            {"person": number, "address": each.address, "address_index": each.address_index}
            for number, each in numbered
            if each.address is not None
        ]
        if mailed:
            connection.execute(insert(addresses), mailed)
        said = [
            {"person": number, "member_number_index": each.row["external_index"], **each.by_register.model_dump()}
            for number, each in numbered
            if each.by_register is not None
        ]
        if said:
            connection.execute(insert(register_entries), said)
        connection.execute(update(about).values(last_person=last + len(rows)))

    def index_of(self, name: str) -> bytes:
        """Give what somebody of this name is found by."""
        return self._master.name_index(name)

    def index_of_address(self, address: str | None) -> bytes | None:
        """Give what somebody with this address is found by."""
        return None if address is None else self._master.address_index(address)

    def put_correction(self, connection: Connection, write: CorrectionWrite) -> None:
        """Put what was corrected about somebody where everybody finds it; of somebody who was erased meanwhile nothing."""
        query = select(persons.c.number).where(persons.c.id == write.person.bytes, persons.c.secret.is_not(None))
        number = connection.scalar(query)
        if number is None:
            return
        own = corrected_persons.c.person == number
        before = connection.execute(select(corrected_persons).where(own)).mappings().all()
        same = {name: value for row in before for name, value in row.items() if name != "number"}
        connection.execute(delete(corrected_persons).where(own))  # a new row at the end: none grows in its place (tables)
        connection.execute(insert(corrected_persons).values({**same, "person": number, "at": write.at, **write.row}))
        if statistics := {name: box for name, box in write.row.items() if name in STATISTICS}:
            owner = self._owned.free(connection, corrected_statistics, [write.person])[write.person]
            content = CorrectedStatistics(write.person, write.at, **statistics).closed(self._master, owner)
            connection.execute(insert(corrected_statistics).values(owner=owner, content=content))

    # Finding

    def erased(self) -> int:
        """Give how many people were erased: their references are nobody's any more."""
        with self._database.reading() as connection:
            return int(connection.scalar(select(func.count()).where(persons.c.erased_at.is_not(None))) or 0)

    def are_there(self) -> bool:
        """Say whether anybody was ever added."""
        with self._database.reading() as connection:
            return self._database.last_person(connection) > 0

    def named(self, name: str) -> PersonId | None:
        with self._database.reading() as connection:
            found = connection.scalars(_of_name(self._master.name_index(name))).all()
        mergers = self._mergers.known()
        people = {mergers.person(UUID(bytes=row)) for row in found}
        return people.pop() if len(people) == 1 else None

    def shared(self, name: bytes | None, address: bytes | None) -> frozenset[SameDetail]:
        """Say which of a name and an address, by what these are found by, somebody has."""
        with self._database.reading() as connection:
            named = None if name is None else connection.scalar(_of_name(name).limit(1))
            mailed = None if address is None else connection.scalar(_of_address(address))
        found = {SameDetail.NAME: named, SameDetail.ADDRESS: mailed}
        return frozenset(detail for detail, somebody in found.items() if somebody is not None)

    def known_among(self, external: Iterable[bytes]) -> dict[bytes, PersonId]:
        """Give the people who are known by outside references, by what the vault finds these by."""
        rows = self._database.among(select(persons.c.external_index, persons.c.id), persons.c.external_index, external)
        return {row.external_index: UUID(bytes=row.id) for row in rows}


def as_told(said: RegisterSaid, day: date) -> tuple[str, str]:
    """Give what the register says in the file of a day as it is encrypted: who somebody is, and their statistics."""
    known_by = {"number": said.number, "name": said.name, "email": said.email}
    identity = {**known_by, "member": said.member, "day": day.isoformat()}
    statistics = {"postcode": said.postcode, "birth_year": said.birth_year}
    return json.dumps(identity, ensure_ascii=False), json.dumps(statistics)


def _of_name(index: bytes) -> Select[Any]:
    """Ask for the people of a name: typed so first and not corrected, or corrected so."""
    corrected = select(corrected_persons.c.person)
    otherwise = corrected.where(corrected_persons.c.name_index != index)
    typed_so = (persons.c.name_index == index) & persons.c.number.not_in(otherwise)
    return select(persons.c.id).where(typed_so | persons.c.number.in_(corrected.where(corrected_persons.c.name_index == index)))


def _of_address(index: bytes) -> Select[Any]:
    return select(addresses.c.person).where(addresses.c.address_index == index).limit(1)


def identified(
    database: Database, master: MasterKeys, people: Iterable[PersonId], field: str, query: Select[Any]
) -> dict[PersonId, str]:
    """
    Give a field that is kept under the identity key, of the people of whom it is kept.

    :param query: ``IDENTIFIED`` and the column of the field
    """
    found = {}
    for row in database.among(query, persons.c.id, (person.bytes for person in people)):
        identity, wrapped, boxed = tuple(row)
        if boxed is not None:
            person = UUID(bytes=identity)
            own = record(master.unwrap(wrapped, key_place(person, Purpose.IDENTITY, TERM)))
            found[person] = readable(own, boxed, person, field)
    return found


def number_of(connection: Connection, person: PersonId) -> int:
    """
    Give the number of a person inside the vault.

    :raises PersonUnknown: if there is no such person
    """
    number = connection.scalar(select(persons.c.number).where(persons.c.id == person.bytes))
    if number is None:
        raise PersonUnknown
    return int(number)


def number_of_living(connection: Connection, person: PersonId) -> int:
    """
    Give the number of a person about whom something may be taken in.

    :raises PersonUnknown: if there is no such person
    :raises PersonErased: if the person was erased
    """
    number = number_of(connection, person)
    if connection.scalar(select(persons.c.secret).where(persons.c.number == number)) is None:
        raise PersonErased
    return number


def statistics_place(owner: bytes) -> str:
    """Give the place to which it is bound whose statistics were corrected when."""
    return f"statistics|{owner.hex()}"


def secret_place(person: PersonId) -> str:
    """Give the place to which a wrapped secret is bound."""
    return f"secret|{person}"


def key_place(person: PersonId, purpose: str, term: str) -> str:
    """Give the place to which a wrapped key is bound."""
    return f"key|{person}|{purpose}|{term}"


def record(key: bytes) -> Box:
    """Give what encrypts the fields that the vault itself keeps under a person's key."""
    return Box(derived(key, "record"))


def kept(own: Box, value: str | int, person: PersonId, field: str) -> bytes:
    """Encrypt a field of a person's record."""
    return own.close(str(value).encode(), f"{field}|{person}")


def readable(own: Box, boxed: bytes, person: PersonId, field: str) -> str:
    """Decrypt a field of a person's record."""
    try:
        return own.open(boxed, f"{field}|{person}").decode()
    except InvalidTag:
        raise damaged() from None
