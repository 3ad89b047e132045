"""What one command writes into the vault: pending until it has its receipt, then for everybody (docs/decisions/0025)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import Connection, delete, select

from application.ports.errors import ConcurrentChange
from application.ports.vault import KnownPerson, PendingCommand, PersonId
from domain.kernel.acts import Reference
from domain.kernel.text import Purpose, Sealed, SealedFor
from infrastructure.vault.addresses import Addresses
from infrastructure.vault.database import Database
from infrastructure.vault.endings import Endings
from infrastructure.vault.errors import SealMisplaced
from infrastructure.vault.known_person import KnownPeople
from infrastructure.vault.pending import (
    AddressWrite,
    AnyWrite,
    CorrectionWrite,
    DossierWrite,
    ErasureWrite,
    PendingRows,
    PersonWrite,
    RefusalWrite,
    as_old_as,
    whose,
)
from infrastructure.vault.persons import EMAIL, NewPerson, Persons
from infrastructure.vault.tables import dossiers, pending
from infrastructure.vault.texts import Texts


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
        endings: Endings,
    ) -> None:
        self.database, self.rows, self.endings = database, rows, endings
        self.persons, self.people, self.addresses, self.texts = persons, people, addresses, texts

    def begin(self, command: UUID, digest: str, now: datetime) -> "StoredPendingWrites":
        return StoredPendingWrites(self, command, digest, now)

    def commands(self) -> Sequence[PendingCommand]:
        return self.rows.commands()

    def confirm(self, command: UUID, digest: str) -> None:
        """Put what a command wrote where everybody finds it; again, or when it wrote nothing, that changes nothing."""
        if not self.rows.is_there(command, digest):
            return
        with self.database.in_turn() as connection:
            writes = self.rows.of(connection, command, digest)
            self._put_people(connection, [write for write in writes if isinstance(write, PersonWrite)])
            for write in writes:
                if isinstance(write, CorrectionWrite):
                    self.persons.put_correction(connection, write)
                elif isinstance(write, AddressWrite):
                    self.addresses.put(connection, write)
                elif isinstance(write, RefusalWrite):
                    self.addresses.put_refusal(connection, write)
                elif isinstance(write, DossierWrite):
                    self.texts.put(connection, write)
                elif isinstance(write, ErasureWrite):
                    self.endings.put_erasure(connection, write)
            connection.execute(delete(pending).where(as_old_as(command, digest)))
        if any(isinstance(write, ErasureWrite) for write in writes):
            self.database.wipe()

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
        waiting = self.rows.about([subject], PersonWrite).get(subject) if known is None else None
        return known if waiting is None else waiting.id


class StoredPendingWrites:
    """Implements PendingWrites (application.ports), for one attempt at a command."""

    def __init__(self, all_writes: CommandWrites, command: UUID, digest: str, now: datetime) -> None:
        self._all, self._rows = all_writes, all_writes.rows
        self._command, self._digest, self._now = command, digest, now
        self._attempt = uuid4()
        self._writes: dict[bytes, AnyWrite] = {}
        self._registered = 0

    # Deciding: what is written is known to this command alone

    def register_person(
        self, name: str, *, province: str | None = None, birth_year: int | None = None, email: str | None = None
    ) -> KnownPerson:
        external = registered_as(self._command, self._digest, self._registered)
        self._registered += 1
        return self._known_or_made({external: NewPerson(name, province, birth_year, external, email)})[external]

    def people_known_as(self, external: Iterable[str]) -> dict[str, KnownPerson]:
        return self._known_or_made({reference: NewPerson(name=None, external=reference) for reference in external})

    def _known_or_made(self, people: Mapping[str, NewPerson]) -> dict[str, KnownPerson]:
        """Give people by an outside reference: as they are known, as they are pending, or else made."""
        subjects = {external: self._rows.person(external) for external in people}
        known: dict[bytes, KnownPerson] = dict(self._all.people.known_among(subjects.values()))
        waiting = self._rows.about([subject for subject in subjects.values() if subject not in known], PersonWrite)
        for external, subject in sorted(subjects.items()):
            if subject not in known:
                made = waiting.get(subject) or self._all.persons.made(people[external])
                self._writes[subject] = made
                known[subject] = self._all.people.not_yet_kept(made)
        return {external: known[subject] for external, subject in subjects.items()}

    def correct_person(
        self, person: PersonId, *, name: str | None = None, province: str | None = None, birth_year: int | None = None
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
        self._writes[self._rows.correction(person)] = CorrectionWrite(person=person, row=row)

    def keep_address(self, person: PersonId, address: str | None) -> None:
        known = self._all.people.known(person)
        known.must_not_be_erased()
        box = None if address is None else known.kept(address, EMAIL)
        self._writes[self._rows.address(person)] = AddressWrite(person=person, address=box)

    def refuse_address(self, person: PersonId, at: datetime) -> None:
        self._writes[self._rows.address(person)] = RefusalWrite(person=person, at=at)

    def erase_person(self, person: PersonId, standing: Sequence[tuple[str, Reference]], *, after: date) -> None:
        write = ErasureWrite(person=person, standing=tuple(standing), after=after)
        self._writes[self._rows.erasure(person)] = write

    def seal_closed(self, text: str, *, dossier: UUID, place: SealedFor) -> Sealed:
        if place.subject != str(dossier):
            raise SealMisplaced
        wrapped = self._all.texts.kept_key(dossier) or self._new_key(dossier)
        return self._all.texts.dossier_seal(wrapped, dossier).seal(text, place)

    def _new_key(self, dossier: UUID) -> bytes:
        """Give the key that this command makes for a dossier, or another that is not finished yet."""
        subject = self._rows.dossier(dossier)
        made = self._writes.get(subject) or self._rows.about([subject], DossierWrite).get(subject)
        if not isinstance(made, DossierWrite):
            made = self._all.texts.made_key(dossier)
        self._writes[subject] = made
        return made.wrapped

    # Recording

    def store(self) -> None:
        if not self._writes:
            return
        with self._all.database.in_turn() as connection:
            self._must_be_first()
            self._rows.keep(
                connection, self._writes, command=self._command, digest=self._digest, attempt=self._attempt, now=self._now
            )

    def confirm(self) -> None:
        if self._writes:
            self._all.confirm(self._command, self._digest)

    def remove(self) -> None:
        if self._writes:
            with self._all.database.in_turn() as connection:
                connection.execute(delete(pending).where(pending.c.attempt == self._attempt.bytes))

    def _must_be_first(self) -> None:
        """
        Check, in turn, that nobody made the same person or key since this command looked.

        :raises ConcurrentChange: if somebody did; decided again, the command finds it
        """
        made = {subject: write for subject, write in self._writes.items() if isinstance(write, PersonWrite | DossierWrite)}
        waiting = {**self._rows.about(made, PersonWrite), **self._rows.about(made, DossierWrite)}
        keys = [write.dossier.bytes for write in made.values() if isinstance(write, DossierWrite)]
        is_kept = self._all.persons.known_among(made) or self._all.database.among(select(dossiers), dossiers.c.dossier, keys)
        if is_kept or any(write != made[subject] for subject, write in waiting.items()):
            raise ConcurrentChange


def registered_as(command: UUID, digest: str, number: int) -> str:
    """Give how the vault knows somebody whom a command registered."""
    return f"command/{command}/{digest}/{number}"
