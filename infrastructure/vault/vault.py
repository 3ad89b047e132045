"""The vault as use cases see it (``application.ports.Vault``), and how it is opened for one log."""

import hmac
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from application.ports.errors import StoreDamaged
from application.ports.vault import PersonId, RefusedAddress, Session
from domain.kernel.acts import Reference, Role
from domain.kernel.text import Purpose, Sealed, SealedFor
from infrastructure.vault.addresses import Addresses
from infrastructure.vault.database import Database
from infrastructure.vault.endings import Endings
from infrastructure.vault.errors import VaultOfAnotherLog, WrongMasterKey
from infrastructure.vault.keys import MasterKeys
from infrastructure.vault.known_person import KnownPeople, KnownPerson
from infrastructure.vault.outbox import Outbox
from infrastructure.vault.persons import NewPerson, Persons
from infrastructure.vault.references import References
from infrastructure.vault.tables import FORMAT, about
from infrastructure.vault.texts import Texts
from infrastructure.vault.tokens import Tokens


def now() -> datetime:
    """Give the time."""
    return datetime.now(UTC)


def open_vault(url: str, *, master_key: bytes, log: UUID | None, clock: Callable[[], datetime] = now) -> "OpenVault":
    """
    Open the vault at an address, and make it when it is not there.

    :param log: the log it serves; the first one named claims it, None leaves that as it is
    :raises WrongMasterKey: if the vault was made with another master key
    :raises VaultOfAnotherLog: if another log claimed it
    :raises StoreError: if the database cannot be used
    """
    master = MasterKeys(master_key)
    database = Database(url)
    try:
        database.create({"id": 1, "format": FORMAT, "key_check": master.check, "log": None, "last_person": 0})
        claimed = claim(database, master, log)
    except BaseException:
        database.close()
        raise
    return OpenVault(database, master, clock, log=claimed)


def claim(database: Database, master: MasterKeys, log: UUID | None) -> UUID | None:
    """Check that the vault is ours, take it for the log when no log has it, and give the log that has it."""
    with database.reading() as connection:
        row: Any = connection.execute(select(about)).first()
    if row is None or row.format != FORMAT:
        message = "the vault has tables of another version"
        raise StoreDamaged(message)
    if not hmac.compare_digest(row.key_check, master.check):
        raise WrongMasterKey(WrongMasterKey.__doc__)
    if row.log is None and log is not None:
        with database.writing() as connection:
            connection.execute(update(about).where(about.c.log.is_(None)).values(log=log.bytes))
        return claim(database, master, log)
    if row.log is not None and log is not None and row.log != log.bytes:
        raise VaultOfAnotherLog(VaultOfAnotherLog.__doc__)
    return None if row.log is None else UUID(bytes=row.log)


class OpenVault:
    """A vault that is open, with its master key in memory; one for a process, shared by its threads."""

    def __init__(self, database: Database, master: MasterKeys, clock: Callable[[], datetime], *, log: UUID | None) -> None:
        self.log = log
        self._database, self._master = database, master
        self._persons = Persons(database, master)
        self._known = KnownPeople(database, master)
        self._endings = Endings(database, clock)
        self._references = References(database, master)
        self._texts = Texts(database, master, self._references, clock)
        self._tokens = Tokens(database, clock)
        self._addresses = Addresses(database, master)
        self.outbox = Outbox(database)

    def close(self) -> None:
        """Close its connections."""
        self._database.close()

    # Persons

    def add_person(
        self, name: str, *, province: str | None = None, birth_year: int | None = None, external: str | None = None
    ) -> PersonId:
        """Keep a person; ``external`` is a reference by which an import knows them."""
        return self.add_persons([NewPerson(name, province, birth_year, external)])[0]

    def register_person(
        self, name: str, *, external: str, province: str | None, birth_year: int | None, email: str | None
    ) -> PersonId:
        """Keep somebody under an outside reference, once: whoever comes second with it gets the same person."""
        return self._persons.registered(NewPerson(name, province, birth_year, external, email))

    def add_persons(self, people: Iterable[NewPerson]) -> list[PersonId]:
        """Keep many persons, all or none of them, and give their ids in the same order."""
        return self._persons.add(people)

    def person_named(self, name: str) -> PersonId | None:
        """Give the person with exactly this display name, when there is exactly one."""
        return self._persons.named(name)

    def person_known_as(self, external: str) -> PersonId | None:
        """Give the person that an import knows by this reference."""
        return self._persons.known_as(external)

    def people_known_as(self, external: Iterable[str]) -> dict[str, PersonId]:
        """Give the persons that an import knows by these references; those not known yet are added without a name."""
        return self._persons.known_or_added(external)

    def known(self, person: PersonId) -> KnownPerson:
        """Look a person up once, for what a command needs to know of them and seals for them."""
        return self._known.known(person)

    def knows_somebody(self) -> bool:
        """Say whether anybody was ever added."""
        with self._database.reading() as connection:
            return self._database.last_person(connection) > 0

    # Mail

    def keep_address(self, person: PersonId, address: str | None) -> None:
        """Keep where somebody wants their mail, instead of what was known before; None for nowhere."""
        self._addresses.keep(person, address)

    def addresses(self, people: Iterable[PersonId]) -> Mapping[PersonId, str]:
        """Give where people want their mail; those without an address, or with one that was refused, are left out."""
        return self._addresses.of(people)

    def refuse_address(self, person: PersonId, at: datetime) -> None:
        """Remember that a mail server refused somebody's address, until there is another."""
        self._addresses.refuse(person, at)

    def refused_addresses(self) -> Sequence[RefusedAddress]:
        """Give whose address was refused, and since when."""
        refused = self._addresses.refused()
        names = self._persons.names(refused)
        return [RefusedAddress(person, names.get(person), since) for person, since in refused.items()]

    # References

    def reference(self, person: PersonId, context: str) -> Reference:
        """Give the person's reference in a context (``network/<id>``, ``party``, ``office``)."""
        return self.known(person).reference(context)

    def whose(self, context: str, references: Iterable[Reference]) -> dict[Reference, PersonId]:
        """Give the persons behind references in a context; erased ones are left out."""
        return self._references.whose(context, references)

    def names(self, context: str, references: Iterable[Reference]) -> dict[Reference, str]:
        """Give the display names behind references in a context; erased ones are left out."""
        people = self.whose(context, references)
        names = self._persons.names(people.values())
        return {reference: names[person] for reference, person in people.items() if person in names}

    # Texts

    def seal_closed(self, text: str, *, dossier: UUID, place: SealedFor) -> Sealed:
        """Seal a text with the key of its dossier; ``place.subject`` is the dossier's id."""
        return self._texts.seal_closed(text, dossier=dossier, place=place)

    def open(self, sealed: Sealed, place: SealedFor, *, context: str | None = None) -> str | None:
        """
        Open a sealed text (personal texts need their context); None when its key was destroyed.

        :raises SealBroken: if it is not where it belongs or was altered
        """
        if context is None:
            return self._texts.open_closed(sealed, place)
        return self._texts.open_personal(sealed, place, context)

    # Destroying

    def destroy_key(self, person: PersonId, purpose: Purpose) -> None:
        """Destroy a person's key for one purpose: everything sealed with it is gone."""
        self._endings.destroy_key(person, purpose)

    def destroy_dossier_key(self, dossier: UUID) -> None:
        """Destroy the key of a dossier."""
        self._texts.destroy_dossier_key(dossier)

    def erase_person(self, person: PersonId) -> None:
        """Destroy all keys and the record of a person."""
        self._endings.erase(person)

    # For commands and policies

    def keyed_digest(self, data: bytes) -> str:
        """Give an HMAC-SHA256 (hex) under a key of this vault: guessable things must not be found by guessing."""
        return self._master.digest(data)

    def claim_fan_out(self, person: PersonId, day: date) -> bool:
        """
        Say whether something of an ended party member may be ended today: one reference per person and day.

        So nothing of two references of one person ever happens in one batch (DESIGN 2).

        :raises PersonUnknown: if there is no such person
        :raises PersonErased: if the person was erased
        """
        return self._endings.claim_fan_out(person, day)

    # Tokens

    def issue_token(self, role: Role, *, person: PersonId | None = None, network: UUID | None = None) -> str:
        """Make a token and remember only its digest."""
        return self._tokens.issue(role, person=person, network=network)

    def session(self, token: str) -> Session | None:
        """Give the session of a token, or None when it is unknown or ended."""
        return self._tokens.session(token)

    def end_token(self, token: str) -> None:
        """End a token: it gives no session any more."""
        self._tokens.end(token)
