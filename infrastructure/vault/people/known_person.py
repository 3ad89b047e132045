"""One person, looked up once: their references, statistics and keys without asking the database again."""

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from application.ports.vault.contexts import ERASURE, PersonId
from application.ports.vault.people import PersonDetails
from domain.kernel.acts import Reference
from domain.kernel.text import Purpose, Sealed, SealedFor
from infrastructure.compiled_queries import CompiledQuery
from infrastructure.vault.database import Database
from infrastructure.vault.errors import KeyDestroyed, PersonErased, PersonUnknown, SealMisplaced
from infrastructure.vault.keys.sealing import Seal
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.pending import PersonWrite, SplitWrite
from infrastructure.vault.people.mergers import KnownMergers, Mergers
from infrastructure.vault.people.persons import (
    ANY_MERGER,
    CORRECTED,
    TERM,
    as_known,
    kept,
    key_place,
    readable,
    record,
    secret_place,
)
from infrastructure.vault.people.references import reference_in
from infrastructure.vault.tables import corrected_persons, keys, persons

FIELDS = {"province": 1, "birth-year": 2}
"""The statistics of a person, and in which column of the row they are."""
NAME, MERGED = 5, 6

KNOWN: Select[Any] = (
    select(
        persons.c.secret,
        as_known("province"),
        as_known("birth_year"),
        keys.c.purpose,
        keys.c.wrapped,
        as_known("name"),
        ANY_MERGER,
    )
    .join_from(persons, keys, (keys.c.person == persons.c.number) & (keys.c.term == TERM), isouter=True)
    .outerjoin(corrected_persons, CORRECTED)
)
EVERYTHING = CompiledQuery(KNOWN.where(persons.c.id == bindparam("person")))


class Part(NamedTuple):
    """A row that was merged into another, and the contexts in which the person goes on under its reference."""

    contexts: frozenset[str]
    person: "StoredPerson"


class KnownPeople:
    """Looks people up."""

    def __init__(self, database: Database, master: MasterKeys, mergers: Mergers) -> None:
        self._database, self._master, self._mergers = database, master, mergers

    def known(self, person: PersonId) -> "StoredPerson":
        """
        Look a person up, with one question to the database; of whoever was merged, the person that they are.

        :raises PersonUnknown: if there is no such person
        """
        found = self.row(person)
        if not found.there_are_mergers:
            return found
        mergers = self._mergers.known()
        return self._merged(found.id, mergers) if found.id in mergers.everybody else found

    def row(self, person: PersonId) -> "StoredPerson":
        rows = self._database.rows(EVERYTHING, person=person.bytes)
        if not rows:
            raise PersonUnknown
        return StoredPerson(self._master, person, rows)

    def _merged(self, row: PersonId, mergers: KnownMergers) -> "StoredPerson":
        """Give the person that a row is, with all that was merged into it."""
        person = mergers.person(row)
        found = self.row(person)
        found.merged = tuple(self._parts(person, mergers))
        return found

    def _parts(self, person: PersonId, mergers: KnownMergers) -> Iterator[Part]:
        for merger in mergers.into(person):
            merged = self.row(merger.merged)
            merged.merged = tuple(self._parts(merger.merged, mergers))
            yield Part(merger.contexts or frozenset(), merged)

    def merged_people(self) -> list["StoredPerson"]:
        """Give everybody into whom somebody was merged, with all that they are."""
        mergers = self._mergers.known()
        people = {mergers.person(each) for each in mergers.standing}
        return [each for each in (self._merged(person, mergers) for person in people) if not each.is_erased]

    def split_people(self) -> list["StoredPerson"]:
        """Give both people of every merger that was undone."""
        mergers = self._mergers.known()
        people = {mergers.person(each) for each in mergers.split}
        return [each for each in (self._merged(person, mergers) for person in people) if not each.is_erased]

    def split_erased_apart(self, erased: Container[Reference]) -> None:
        """Undo each merger of which one side was erased by itself: the vault is older than its undoing."""
        standing = [each for each in self._mergers.known().every if each.contexts is not None]
        for each in standing:
            sides = {self.row(side)._own_reference(ERASURE) in erased for side in (each.merged, each.survivor)}  # noqa: SLF001
            if len(sides) > 1:
                with self._database.in_turn() as connection:
                    self._mergers.put_split(connection, SplitWrite(merged=each.merged))

    def known_among(self, external: Iterable[bytes]) -> dict[bytes, "StoredPerson"]:
        """Look up the people who are known by outside references, by what the vault finds these by."""
        query = KNOWN.add_columns(persons.c.id, persons.c.external_index)
        rows: dict[bytes, list[Any]] = {}
        for row in self._database.among(query, persons.c.external_index, external):
            rows.setdefault(row.external_index, []).append(row)
        found = {index: StoredPerson(self._master, UUID(bytes=own[0].id), own) for index, own in rows.items()}
        return dict(zip(found, self._as_merged(found.values()), strict=True))

    def details(self, people: Iterable[PersonId]) -> dict[PersonId, PersonDetails]:
        """Give what tells people of one name apart; who was erased is left out."""
        query, rows = KNOWN.add_columns(persons.c.id), dict[bytes, list[Any]]()
        wanted = {person.bytes for person in people}
        for row in self._database.among(query.where(persons.c.secret.is_not(None)), persons.c.id, wanted):
            rows.setdefault(row.id, []).append(row)
        found = [StoredPerson(self._master, UUID(bytes=identity), own) for identity, own in rows.items()]
        return {each.id: each.details for each in self._as_merged(found)}

    def _as_merged(self, found: Iterable["StoredPerson"]) -> list["StoredPerson"]:
        """Give, for each row, the person that it is."""
        people = list(found)
        if not any(each.there_are_mergers for each in people):
            return people
        mergers = self._mergers.known()
        return [self._merged(each.id, mergers) if each.id in mergers.everybody else each for each in people]

    def not_yet_kept(self, made: PersonWrite) -> "StoredPerson":
        """Know somebody who is nowhere to be looked up yet."""
        fields, name = (made.row["secret"], made.row["province"], made.row["birth_year"]), made.row["name"]
        rows = [(*fields, purpose, wrapped, name, False) for purpose, wrapped in made.keys.items()]
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
        self.merged: tuple[Part, ...] = ()
        """What was merged into this row, the newest first."""

    @property
    def there_are_mergers(self) -> bool:
        """Whether this row, or any other, may be one of several of one person."""
        return bool(self._row[MERGED])

    @property
    def is_erased(self) -> bool:
        return self._row[0] is None

    def reference(self, context: str) -> Reference:
        behind = self._behind(context)
        return behind._own_reference(context)  # noqa: SLF001  # another of its kind

    def references(self, context: str) -> tuple[Reference, ...]:
        others = [reference for part in self.merged for reference in part.person.references(context)]
        return tuple(dict.fromkeys([self.reference(context), self._own_reference(context), *others]))

    def _behind(self, context: str) -> "StoredPerson":
        """Give the row under whose reference the person goes on in a context: of several mergers the newest says."""
        part = next((each for each in self.merged if context in each.contexts), None)
        return self if part is None else part.person._behind(context)  # noqa: SLF001  # another of its kind

    def _own_reference(self, context: str) -> Reference:
        if context not in self._references:
            self._references[context] = reference_in(self._own_secret(), context)
        return self._references[context]

    @property
    def statistics(self) -> Mapping[str, str]:
        """What is known of the person: in this row, or else in one that was merged into it."""
        known: dict[str, str] = {}
        for part in reversed(self.merged):
            known |= part.person.statistics
        return {**known, **self._own_statistics}

    @property
    def _own_statistics(self) -> Mapping[str, str]:
        known = {field: self._row[column] for field, column in FIELDS.items() if self._row[column] is not None}
        key = self._key(Purpose.STATISTICS)
        if not known or key is None:
            return {}
        own = record(key)
        return {field: readable(own, boxed, self.id, field) for field, boxed in known.items()}

    @property
    def counts(self) -> bool:
        """Whether statistics of the person may be kept: in this row, or in one that was merged into it."""
        return self._key(Purpose.STATISTICS) is not None or any(part.person.counts for part in self.merged)

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
        behind = self._behind(context)
        if behind is not self:  # a text is opened with a key of the row that its reference is of
            return behind.seal(text, purpose=purpose, context=context, place=place)
        author = self._own_reference(context)
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
