"""What one command writes into the vault: pending until it has its receipt, then for everybody (docs/decisions/0025)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, delete, select

from application.ports.errors import ConcurrentChange
from application.ports.vault.contexts import PersonId
from application.ports.vault.pending import PendingCommand
from application.ports.vault.people import KnownPerson, SameDetail
from application.ports.vault.register import NewMember, RegisterSaid
from domain.kernel.acts import Reference
from domain.kernel.text import Purpose, Sealed, SealedFor
from infrastructure.vault.collected_writes import CollectedWrites
from infrastructure.vault.database import Database
from infrastructure.vault.errors import SealMisplaced
from infrastructure.vault.pending import (
    AddressWrite,
    AnyWrite,
    CorrectionWrite,
    DossierWrite,
    ErasedNumberWrite,
    ErasureWrite,
    MergerWrite,
    NoStatisticsWrite,
    PendingRows,
    PersonWrite,
    RefusalWrite,
    RegisterWrite,
    SplitWrite,
    Write,
    as_old_as,
    whose,
)
from infrastructure.vault.people.addresses import Addresses
from infrastructure.vault.people.endings import Endings
from infrastructure.vault.people.known_person import KnownPeople, StoredPerson
from infrastructure.vault.people.mergers import KnownMergers, Mergers
from infrastructure.vault.people.persons import EMAIL, NewPerson, Persons
from infrastructure.vault.people.register import RegisterEntries, known_by
from infrastructure.vault.tables import dossiers, pending
from infrastructure.vault.texts import Texts
from infrastructure.vault.waiting.farewells import Farewells

DESTROYS = ErasureWrite | NoStatisticsWrite
"""What is wiped from the files once it is put."""


class CommandWrites:
    """Keeps what commands write, and puts it where everybody finds it once they have their receipts."""

    def __init__(
        self,
        database: Database,
        rows: PendingRows,
        *,
        persons: Persons,
        people: KnownPeople,
        addresses: Addresses,
        texts: Texts,
        mergers: Mergers,
        endings: Endings,
        register: RegisterEntries,
        farewells: Farewells,
    ) -> None:
        self.database, self.rows, self.mergers, self.endings, self.register = database, rows, mergers, endings, register
        self.persons, self.people, self.addresses, self.texts = persons, people, addresses, texts
        self.farewells = farewells

    def begin(self, command: UUID, digest: str, now: datetime) -> "StoredPendingWrites":
        return StoredPendingWrites(self, command, digest, now)

    def commands(self) -> Sequence[PendingCommand]:
        return self.rows.commands()

    def confirm(self, command: UUID, digest: str) -> None:
        """Put what a command wrote where everybody finds it; again, or when it wrote nothing, that changes nothing."""
        if not self.rows.is_there(command, digest):
            return
        destroys = False
        with self.database.in_turn() as connection:
            for writes in self.rows.of(connection, command, digest):
                self.farewells.put(connection, writes)
                self._put(connection, writes)
                destroys = destroys or any(isinstance(write, DESTROYS) for write in writes)
            connection.execute(delete(pending).where(as_old_as(command, digest)))
        if destroys:
            self.database.wipe()

    def _put(self, connection: Connection, writes: Sequence[AnyWrite]) -> None:
        self._put_people(connection, [write for write in writes if isinstance(write, PersonWrite)])
        put: Mapping[type[Write], Callable[[Connection, Any], None]] = {
            CorrectionWrite: self.persons.put_correction,
            AddressWrite: self.addresses.put,
            RefusalWrite: self.addresses.put_refusal,
            DossierWrite: self.texts.put,
            MergerWrite: self.mergers.put,
            SplitWrite: self.mergers.put_split,
            RegisterWrite: self.register.put,
            ErasedNumberWrite: self.register.put,
            ErasureWrite: self.endings.put_erasure,
            NoStatisticsWrite: self.endings.put_no_statistics,
        }
        for write in writes:
            if not isinstance(write, PersonWrite):
                put[type(write)](connection, write)

    def _put_people(self, connection: Connection, people: Sequence[PersonWrite]) -> None:
        """Put people where everybody finds them, but those whom another command put there meanwhile."""
        made = {person.row["external_index"] or b"": person for person in people}
        known = self.persons.known_among(made)
        if new := [person for index, person in made.items() if index not in known]:
            self.persons.put(connection, new)

    def remove(self, command: UUID, digest: str, *, before: datetime) -> None:
        """Delete what a command wrote before a moment."""
        with self.database.in_turn() as connection:
            connection.execute(delete(pending).where(whose(command, digest) & (pending.c.since < before)))

    def registered_by(self, command: UUID, digest: str) -> PersonId | None:
        """Give whom a command with a receipt registered, None when they were erased."""
        subject = self.rows.person(registered_as(command, digest, 0))
        known = self.persons.known_among([subject]).get(subject)
        if known is not None:
            return self.mergers.known().person(known)
        waiting = self.rows.about([subject], PersonWrite).get(subject)
        return None if waiting is None else waiting.id


class StoredPendingWrites:
    """Implements PendingWrites (application.ports), for one attempt at a command."""

    def __init__(self, all_writes: CommandWrites, command: UUID, digest: str, now: datetime) -> None:
        self._all, self._rows = all_writes, all_writes.rows
        self._command, self._digest, self._now = command, digest, now
        self._attempt = uuid4()
        self._writes = CollectedWrites(all_writes.rows)
        self._registered = 0
        self._mergers: KnownMergers | None = None
        """The mergers that were known when this command decided on one, or whom to erase."""
        self._alone: set[bytes] = set()
        """Who was registered because nobody like them was known."""

    # Deciding: what is written is known to this command alone

    def same_as_known(self, name: str, *, email: str | None = None) -> frozenset[SameDetail]:
        index, address = self._all.persons.index_of(name), self._all.persons.index_of_address(email)
        return self._shared_with_others(index, address) | shared_among(self._writes.all(), index, address)

    def _shared_with_others(self, name: bytes | None, address: bytes | None) -> frozenset[SameDetail]:
        waiting = self._rows.of_others(self._command, self._digest)
        return self._all.persons.shared(name, address) | shared_among(waiting, name, address)

    def register_person(
        self,
        name: str,
        *,
        province: str | None = None,
        birth_year: int | None = None,
        postcode: str | None = None,
        email: str | None = None,
        somebody_else: bool = False,
    ) -> KnownPerson:
        external = registered_as(self._command, self._digest, self._registered)
        self._registered += 1
        if not somebody_else:
            self._alone.add(self._rows.person(external))
        new = NewPerson(name, province, birth_year, external, email, postcode)
        return self._known_or_made({external: new})[external]

    def people_known_as(self, external: Iterable[str]) -> dict[str, KnownPerson]:
        return self._known_or_made({reference: NewPerson(name=None, external=reference) for reference in external})

    def __bool__(self) -> bool:
        return bool(self._writes)

    def members_known_as(self, members: Iterable[NewMember]) -> dict[str, KnownPerson]:
        new = {known_by(each.said.number): new_member(each) for each in members}
        return {each.removeprefix(known_by("")): person for each, person in self._known_or_made(new).items()}

    def keep_register_entry(self, row: KnownPerson, said: RegisterSaid, day: date) -> None:
        assert isinstance(row, StoredPerson)  # noqa: S101  # what this vault gives as a person
        self._writes.keep(self._rows.register_entry(row.id), self._all.register.written(row, said, day))

    def renew_erased_number(self, number: str, day: date) -> None:
        self._keep_erased_number(number, day)

    def forget_erased_number(self, number: str) -> None:
        self._keep_erased_number(number, None)

    def _keep_erased_number(self, number: str, day: date | None) -> None:
        index = self._all.register.index(number)
        self._writes.keep(self._rows.erased_number(index), ErasedNumberWrite(number_index=index, day=day))

    def _known_or_made(self, people: Mapping[str, NewPerson]) -> dict[str, KnownPerson]:
        """Give people by an outside reference: as they are known, as they are pending, or else made."""
        subjects = {external: self._rows.person(external) for external in people}
        known: dict[bytes, KnownPerson] = dict(self._all.people.known_among(subjects.values()))
        unknown = [subject for subject in subjects.values() if subject not in known]
        waiting = {**self._rows.about(unknown, PersonWrite), **self._writes.about(unknown)}
        for external, subject in sorted(subjects.items()):
            if subject not in known:
                found = waiting.get(subject)
                made = found if isinstance(found, PersonWrite) else self._all.persons.made(people[external])
                self._writes.keep(subject, made)
                known[subject] = self._all.people.not_yet_kept(made)
        return {external: known[subject] for external, subject in subjects.items()}

    def correct_person(
        self,
        person: PersonId,
        *,
        name: str | None = None,
        province: str | None = None,
        birth_year: int | None = None,
        postcode: str | None = None,
    ) -> None:
        known = self._all.people.known(person)
        known.must_not_be_erased()
        row: dict[str, bytes] = {}
        if name is not None:
            row |= {"name": known.kept(name, "name"), "name_index": self._all.persons.index_of(name)}
        if province is not None:
            row["province"] = known.kept(province, "province", Purpose.STATISTICS)
        if birth_year is not None:
            row["birth_year"] = known.kept(str(birth_year), "birth-year", Purpose.STATISTICS)
        if postcode is not None:
            row["postcode"] = known.kept(postcode, "postcode", Purpose.STATISTICS)
        self._writes.keep(self._rows.correction(known.id), CorrectionWrite(person=known.id, at=self._now, row=row))

    def keep_address(self, person: PersonId, address: str | None) -> None:
        known = self._all.people.known(person)
        known.must_not_be_erased()
        box = None if address is None else known.kept(address, EMAIL)
        index = self._all.persons.index_of_address(address)
        write = AddressWrite(person=known.id, address=box, address_index=index, at=self._now)
        self._writes.keep(self._rows.address(known.id), write)

    def merge(self, into: PersonId, merged: PersonId, *, contexts: Iterable[str]) -> None:
        self._mergers = self._all.mergers.known()
        survivor = self._mergers.person(into)
        write = MergerWrite(merged=merged, survivor=survivor, contexts=tuple(contexts))
        self._writes.keep(self._rows.merger(), write)

    def split(self, merged: PersonId) -> None:
        self._mergers = self._all.mergers.known()
        self._writes.keep(self._rows.merger(), SplitWrite(merged=merged))

    def refuse_address(self, person: PersonId, at: datetime) -> None:
        self._writes.keep(self._rows.address(person), RefusalWrite(person=person, at=at))

    def erase_person(self, person: PersonId, standing: Sequence[tuple[str, Reference]], *, after: date) -> None:
        self._mergers = self._all.mergers.known()
        row = self._mergers.person(person)
        self._writes.keep(self._rows.erasure(row), ErasureWrite(person=row, standing=tuple(standing), after=after))

    def destroy_statistics(self, person: PersonId) -> None:
        self._mergers = self._all.mergers.known()
        self._writes.keep(self._rows.no_statistics(person), NoStatisticsWrite(person=person))

    def seal_closed(self, text: str, *, dossier: UUID, place: SealedFor) -> Sealed:
        if place.subject != str(dossier):
            raise SealMisplaced
        wrapped = self._all.texts.kept_key(dossier) or self._new_key(dossier)
        return self._all.texts.dossier_seal(wrapped, dossier).seal(text, place)

    def _new_key(self, dossier: UUID) -> bytes:
        """Give the key that this command makes for a dossier, or another that is not finished yet."""
        subject = self._rows.dossier(dossier)
        made = self._writes.about([subject]).get(subject) or self._rows.about([subject], DossierWrite).get(subject)
        if not isinstance(made, DossierWrite):
            made = self._all.texts.made_key(dossier)
        self._writes.keep(subject, made)
        return made.wrapped

    # Recording

    def store(self) -> None:
        if not self._writes:
            return
        with self._all.database.in_turn() as connection:
            for writes in self._writes.in_parts():
                self._must_be_first(writes)
                self._rows.keep(
                    connection, writes, command=self._command, digest=self._digest, attempt=self._attempt, now=self._now
                )

    def confirm(self) -> None:
        if self._writes:
            self._all.confirm(self._command, self._digest)

    def remove(self) -> None:
        if self._writes:
            with self._all.database.in_turn() as connection:
                connection.execute(delete(pending).where(pending.c.attempt == self._attempt.bytes))

    def _must_be_first(self, writes: Mapping[bytes, AnyWrite]) -> None:
        """
        Check, in turn, that nobody made the same person or key since this command looked.

        :raises ConcurrentChange: if somebody did, or somebody came who may be the same; decided again, the command finds it
        """
        if self._mergers is not None:
            others = self._rows.of_others(self._command, self._digest)
            destroys = any(isinstance(each, DESTROYS) for each in writes.values())
            waits_for = MergerWrite | SplitWrite if destroys else MergerWrite | SplitWrite | DESTROYS
            if any(isinstance(each, waits_for) for each in others) or self._mergers != self._all.mergers.known():
                raise ConcurrentChange
        alone = (write for subject, write in writes.items() if subject in self._alone and isinstance(write, PersonWrite))
        if any(self._shared_with_others(write.row["name_index"], write.address_index) for write in alone):
            raise ConcurrentChange
        made = {subject: write for subject, write in writes.items() if isinstance(write, PersonWrite | DossierWrite)}
        waiting = {**self._rows.about(made, PersonWrite), **self._rows.about(made, DossierWrite)}
        keys = [write.dossier.bytes for write in made.values() if isinstance(write, DossierWrite)]
        is_kept = self._all.persons.known_among(made) or self._all.database.among(select(dossiers), dossiers.c.dossier, keys)
        if is_kept or any(write != made[subject] for subject, write in waiting.items()):
            raise ConcurrentChange


def new_member(member: NewMember) -> NewPerson:
    """Give somebody whom the register names as they are added."""
    said = member.said
    return NewPerson(
        said.name,
        member.province,
        said.birth_year,
        external=known_by(said.number),
        email=said.email,
        postcode=said.postcode,
        register=(said, member.day),
    )


def shared_among(writes: Iterable[AnyWrite], name: bytes | None, address: bytes | None) -> frozenset[SameDetail]:
    """Say which of a name and an address somebody has who is written and not yet there, by what these are found by."""
    found: set[SameDetail] = set()
    for write in writes:
        if isinstance(write, PersonWrite):
            found |= {SameDetail.NAME} if name is not None and write.row["name_index"] == name else set()
            found |= {SameDetail.ADDRESS} if address is not None and write.address_index == address else set()
    return frozenset(found)


def registered_as(command: UUID, digest: str, number: int) -> str:
    """Give how the vault knows somebody whom a command registered."""
    return f"command/{command}/{digest}/{number}"
