"""Persons: added, found, and what is kept of them under their identity key."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from cryptography.exceptions import InvalidTag
from sqlalchemy import ColumnElement, Connection, Select, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from application.ports.vault import PersonId
from domain.kernel.text import Purpose
from infrastructure.vault.database import Database
from infrastructure.vault.errors import PersonAlreadyKnown, PersonErased, PersonUnknown
from infrastructure.vault.keys import Box, MasterKeys, damaged, derived, new_key
from infrastructure.vault.tables import about, addresses, keys, persons

EMAIL = "email"
TERM = ""
"""The term of keys that do not end with a year."""

IDENTITY = (keys.c.person == persons.c.number) & (keys.c.purpose == Purpose.IDENTITY.value) & (keys.c.term == TERM)
IDENTIFIED = select(persons.c.id, keys.c.wrapped).join_from(persons, keys, IDENTITY).where(keys.c.wrapped.is_not(None))
"""People whose identity key was not destroyed, and that key."""
NAMED = IDENTIFIED.add_columns(persons.c.name)


@dataclass(frozen=True, repr=False)
class NewPerson:
    """Somebody to be added; ``external`` is a reference by which an import knows them, maybe without their name."""

    name: str | None
    province: str | None = None
    birth_year: int | None = None
    external: str | None = None
    email: str | None = None


Made = tuple[dict[str, Any], list[dict[str, Any]], bytes | None]
"""The row of a person, those of their keys, and their encrypted address."""


class Persons:
    """The people in the vault, each with a number inside it and an id outside it."""

    def __init__(self, database: Database, master: MasterKeys) -> None:
        self._database, self._master = database, master

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
        made = [self._made(person) for person in people]
        if made:
            self._store(made)
        return [UUID(bytes=row["id"]) for row, _, _ in made]

    def _made(self, person: NewPerson) -> Made:
        identity = uuid4()
        own = {purpose: new_key() for purpose in Purpose}
        name, statistics = record(own[Purpose.IDENTITY]), record(own[Purpose.STATISTICS])
        row = {
            "id": identity.bytes,
            "secret": self._master.wrap(new_key(), secret_place(identity)),
            "name": kept(name, person.name, identity, "name"),
            "name_index": None if person.name is None else self._master.name_index(person.name),
            "external_index": None if person.external is None else self._master.external_index(person.external),
            "province": kept(statistics, person.province, identity, "province"),
            "birth_year": kept(statistics, person.birth_year, identity, "birth-year"),
        }
        wrapped = [
            {"purpose": purpose.value, "term": TERM, "wrapped": self._master.wrap(key, key_place(identity, purpose, TERM))}
            for purpose, key in own.items()
        ]
        return row, wrapped, kept(name, person.email, identity, EMAIL)

    def _store(self, made: Sequence[Made]) -> None:
        with self._database.writing() as connection:
            numbered = list(enumerate(made, self._database.last_person(connection) + 1))
            try:
                connection.execute(insert(persons), [{"number": number, **row} for number, (row, _, _) in numbered])
            except IntegrityError:
                raise PersonAlreadyKnown from None
            connection.execute(insert(keys), [{"person": number, **key} for number, (_, own, _) in numbered for key in own])
            mailed = [{"person": number, "address": email} for number, (_, _, email) in numbered if email is not None]
            if mailed:
                connection.execute(insert(addresses), mailed)
            connection.execute(update(about).values(last_person=numbered[-1][0]))

    def register(self, name: str, *, external: str, province: str | None, birth_year: int | None, email: str | None) -> PersonId:
        try:
            return self.add([NewPerson(name, province, birth_year, external, email)])[0]
        except PersonAlreadyKnown:
            known = self.known_as(external)
            if known is None:  # erased between the two
                raise
            return known

    def known_or_added(self, external: Iterable[str]) -> dict[str, PersonId]:
        wanted = sorted(set(external))
        known = self.all_known_as(wanted)
        missing = [reference for reference in wanted if reference not in known]
        try:
            added = self.add(NewPerson(name=None, external=reference) for reference in missing)
        except PersonAlreadyKnown:  # another process was first, with some of them
            return self.known_or_added(wanted)
        return known | dict(zip(missing, added, strict=True))

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
        return self._only(persons.c.name_index == self._master.name_index(name))

    def known_as(self, external: str) -> PersonId | None:
        return self._only(persons.c.external_index == self._master.external_index(external))

    def all_known_as(self, external: Iterable[str]) -> dict[str, PersonId]:
        """Give the people whom an import knows by these references; unknown ones are left out."""
        wanted = {self._master.external_index(reference): reference for reference in external}
        rows = self._database.among(select(persons.c.external_index, persons.c.id), persons.c.external_index, wanted)
        return {wanted[row.external_index]: UUID(bytes=row.id) for row in rows}

    def _only(self, condition: ColumnElement[bool]) -> PersonId | None:
        with self._database.reading() as connection:
            found = connection.scalars(select(persons.c.id).where(condition).limit(2)).all()
        return UUID(bytes=found[0]) if len(found) == 1 else None


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


def secret_place(person: PersonId) -> str:
    """Give the place to which a wrapped secret is bound."""
    return f"secret|{person}"


def key_place(person: PersonId, purpose: str, term: str) -> str:
    """Give the place to which a wrapped key is bound."""
    return f"key|{person}|{purpose}|{term}"


def record(key: bytes) -> Box:
    """Give what encrypts the fields that the vault itself keeps under a person's key."""
    return Box(derived(key, "record"))


def kept(own: Box, value: str | int | None, person: PersonId, field: str) -> bytes | None:
    """Encrypt a field of a person's record."""
    return None if value is None else own.close(str(value).encode(), f"{field}|{person}")


def readable(own: Box, boxed: bytes, person: PersonId, field: str) -> str:
    """Decrypt a field of a person's record."""
    try:
        return own.open(boxed, f"{field}|{person}").decode()
    except InvalidTag:
        raise damaged() from None
