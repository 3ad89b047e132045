"""One person, looked up once: their references, statistics and keys without asking the database again."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from application.ports.vault import PersonDetails, PersonId
from domain.kernel.acts import Reference
from domain.kernel.text import Purpose, Sealed, SealedFor
from infrastructure.compiled_queries import CompiledQuery
from infrastructure.vault.database import Database
from infrastructure.vault.errors import KeyDestroyed, PersonErased, PersonUnknown, SealMisplaced
from infrastructure.vault.keys import MasterKeys
from infrastructure.vault.pending import PersonWrite
from infrastructure.vault.persons import CORRECTED, TERM, as_known, kept, key_place, readable, record, secret_place
from infrastructure.vault.references import reference_in
from infrastructure.vault.sealing import Seal
from infrastructure.vault.tables import corrected_persons, keys, persons

FIELDS = {"province": 1, "birth-year": 2}
"""The statistics of a person, and in which column of the row they are."""
NAME = 5

KNOWN: Select[Any] = (
    select(persons.c.secret, as_known("province"), as_known("birth_year"), keys.c.purpose, keys.c.wrapped, as_known("name"))
    .join_from(persons, keys, (keys.c.person == persons.c.number) & (keys.c.term == TERM), isouter=True)
    .outerjoin(corrected_persons, CORRECTED)
)
EVERYTHING = CompiledQuery(KNOWN.where(persons.c.id == bindparam("person")))


class KnownPeople:
    """Looks people up."""

    def __init__(self, database: Database, master: MasterKeys) -> None:
        self._database, self._master = database, master

    def known(self, person: PersonId) -> "StoredPerson":
        """
        Look a person up, with one question to the database.

        :raises PersonUnknown: if there is no such person
        """
        rows = self._database.rows(EVERYTHING, person=person.bytes)
        if not rows:
            raise PersonUnknown
        return StoredPerson(self._master, person, rows)

    def known_among(self, external: Iterable[bytes]) -> dict[bytes, "StoredPerson"]:
        """Look up the people who are known by outside references, by what the vault finds these by."""
        query = KNOWN.add_columns(persons.c.id, persons.c.external_index)
        rows: dict[bytes, list[Any]] = {}
        for row in self._database.among(query, persons.c.external_index, external):
            rows.setdefault(row.external_index, []).append(row)
        return {index: StoredPerson(self._master, UUID(bytes=own[0].id), own) for index, own in rows.items()}

    def details(self, people: Iterable[PersonId]) -> dict[PersonId, PersonDetails]:
        """Give what tells people of one name apart; who was erased is left out."""
        query, rows = KNOWN.add_columns(persons.c.id), dict[bytes, list[Any]]()
        wanted = {person.bytes for person in people}
        for row in self._database.among(query.where(persons.c.secret.is_not(None)), persons.c.id, wanted):
            rows.setdefault(row.id, []).append(row)
        known = (StoredPerson(self._master, UUID(bytes=identity), own) for identity, own in rows.items())
        return {each.id: each.details for each in known}

    def not_yet_kept(self, made: PersonWrite) -> "StoredPerson":
        """Know somebody who is nowhere to be looked up yet."""
        fields, name = (made.row["secret"], made.row["province"], made.row["birth_year"]), made.row["name"]
        rows = [(*fields, purpose, wrapped, name) for purpose, wrapped in made.keys.items()]
        return StoredPerson(self._master, made.id, rows)

    def reference(self, person: PersonId, context: str) -> Reference:
        return self.known(person).reference(context)


class StoredPerson:
    """
    A person as they were when they were looked up: for one command, so that what is destroyed stays unknown.

    :raises PersonErased: for a reference or a seal of somebody who was erased
    """

    def __init__(self, master: MasterKeys, person: PersonId, rows: Any) -> None:  # noqa: ANN401  # rows as the driver gives them
        self._master, self.id, self._row = master, person, rows[0]
        self._wrapped: dict[str, bytes | None] = {row[3]: row[4] for row in rows}
        self._references: dict[str, Reference] = {}
        self._keys: dict[str, bytes] = {}
        self._secret: bytes | None = None

    def reference(self, context: str) -> Reference:
        if context not in self._references:
            self._references[context] = reference_in(self._own_secret(), context)
        return self._references[context]

    @property
    def statistics(self) -> Mapping[str, str]:
        known = {field: self._row[column] for field, column in FIELDS.items() if self._row[column] is not None}
        key = self._key(Purpose.STATISTICS)
        if not known or key is None:
            return {}
        own = record(key)
        return {field: readable(own, boxed, self.id, field) for field, boxed in known.items()}

    @property
    def name(self) -> str | None:
        boxed, key = self._row[NAME], self._key(Purpose.IDENTITY)
        return None if boxed is None or key is None else readable(record(key), boxed, self.id, "name")

    @property
    def details(self) -> PersonDetails:
        """What tells this person from another of the same name."""
        told, name = self.statistics, self.name
        year = told.get("birth-year")
        return PersonDetails(self.id, name, told.get("province"), None if year is None else int(year))

    def seal(self, text: str, *, purpose: Purpose, context: str, place: SealedFor) -> Sealed:
        author = self.reference(context)
        key = self._key(purpose)
        if key is None:
            raise KeyDestroyed
        if author != place.subject:  # nobody could open it
            raise SealMisplaced
        return Seal(key, context).seal(text, place)

    def must_not_be_erased(self) -> None:
        """
        Check that something may be taken in about this person.

        :raises PersonErased: if not
        """
        self._own_secret()

    def kept(self, value: str, field: str, purpose: Purpose = Purpose.IDENTITY) -> bytes:
        """
        Encrypt a field of this person's record.

        :raises PersonErased: if nothing may be taken in about them
        :raises KeyDestroyed: if the key that it is kept under was destroyed
        """
        self.must_not_be_erased()
        key = self._key(purpose)
        if key is None:
            raise KeyDestroyed
        return kept(record(key), value, self.id, field)

    def _key(self, purpose: Purpose) -> bytes | None:
        """Give the person's key for a purpose, None when it was destroyed."""
        wrapped = self._wrapped.get(purpose)
        if wrapped is not None and purpose not in self._keys:
            self._keys[purpose] = self._master.unwrap(wrapped, key_place(self.id, purpose, TERM))
        return self._keys.get(purpose)

    def _own_secret(self) -> bytes:
        if self._secret is None:
            wrapped = self._row[0]
            if wrapped is None:
                raise PersonErased
            self._secret = self._master.unwrap(wrapped, secret_place(self.id))
        return self._secret
