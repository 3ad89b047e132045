"""The vault as use cases see it (``application.ports.vault.vault.Vault``), and how it is opened for one log."""

import hmac
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from application.ports.errors import StoreDamaged
from infrastructure.vault.command_writes import CommandWrites
from infrastructure.vault.database import Database
from infrastructure.vault.errors import VaultOfAnotherLog, WrongMasterKey
from infrastructure.vault.keys.examination import Examination
from infrastructure.vault.keys.wrapping import LASTING, MasterKeys, Wrapping, new_key
from infrastructure.vault.pending import PendingRows
from infrastructure.vault.people.addresses import Addresses
from infrastructure.vault.people.corrections import Corrections
from infrastructure.vault.people.endings import Endings
from infrastructure.vault.people.kept import KeptOfPeople
from infrastructure.vault.people.known_person import KnownPeople
from infrastructure.vault.people.looks import StoredLooks
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.people.names import Names
from infrastructure.vault.people.persons import Persons
from infrastructure.vault.people.references import References
from infrastructure.vault.people.register import RegisterEntries
from infrastructure.vault.signing_in.browser_sessions import StoredBrowserSessions
from infrastructure.vault.signing_in.codes import StoredSignInCodes
from infrastructure.vault.signing_in.languages import StoredLanguages
from infrastructure.vault.tables import FORMAT, about
from infrastructure.vault.texts import Texts
from infrastructure.vault.tokens import Tokens
from infrastructure.vault.waiting.claims import StoredMemberClaims, StoredNotices
from infrastructure.vault.waiting.farewells import Farewells
from infrastructure.vault.waiting.letters import StoredEventLetters
from infrastructure.vault.waiting.outbox import StoredOutbox
from infrastructure.vault.waiting.register_uploads import StoredRegisterUploads
from infrastructure.vault.wishes import KeptWishes


def now() -> datetime:
    return datetime.now(UTC)


def open_vault(url: str, *, master_key: bytes, log: UUID | None, clock: Callable[[], datetime] = now) -> "OpenVault":
    """
    Open the vault at an address, and make it when it is not there.

    :param log: the log it serves; the first one named claims it, None leaves that as it is
    :raises WrongMasterKey: if the vault was made with another master key
    :raises VaultOfAnotherLog: if another log claimed it
    :raises StoreError: if the database cannot be used
    """
    wrapping = Wrapping(master_key)
    database = Database(url)
    try:
        lasting = wrapping.wrap(new_key(), LASTING)
        first_row = {
            "id": 1,
            "format": FORMAT,
            "key_check": wrapping.check,
            "lasting_key": lasting,
            "log": None,
            "last_person": 0,
        }
        database.create(first_row)
        row = claim(database, wrapping, log)
        database.key_check = wrapping.check
        master = MasterKeys(wrapping, row.lasting_key, fits=partial(database.is_checked_by, wrapping.check))
    except BaseException:
        database.close()
        raise
    return OpenVault(database, master, clock, log=None if row.log is None else UUID(bytes=row.log))


def claim(database: Database, wrapping: Wrapping, log: UUID | None) -> Any:  # noqa: ANN401  # a row of about
    """Check that the vault is ours, take it for the log when no log has it, and give what it says about itself."""
    with database.reading() as connection:
        row: Any = connection.execute(select(about)).first()
    if row is None or row.format != FORMAT:
        message = "the vault has tables of another version"
        raise StoreDamaged(message)
    if not hmac.compare_digest(row.key_check, wrapping.check):
        raise WrongMasterKey(WrongMasterKey.__doc__)
    if row.log is None and log is not None:
        with database.writing() as connection:
            connection.execute(update(about).where(about.c.log.is_(None)).values(log=log.bytes))
        return claim(database, wrapping, log)
    if row.log is not None and log is not None and row.log != log.bytes:
        raise VaultOfAnotherLog(VaultOfAnotherLog.__doc__)
    return row


class OpenVault:
    """
    A vault that is open, with its master key in memory; one for a process, shared by its threads.

    Implements Vault (application.ports.vault): below stands which of its parts does what use cases ask.
    """

    def __init__(self, database: Database, master: MasterKeys, clock: Callable[[], datetime], *, log: UUID | None) -> None:
        self.log = log
        self.close, self.must_take_writes = database.close, database.must_take_writes
        self.keyed_digest = master.digest
        mergers = Mergers(database, master)
        self.outbox = StoredOutbox(database, master, mergers)
        self.letters = StoredEventLetters(database, master, mergers)

        persons = Persons(database, master, mergers)
        self.add_person, self.add_persons = persons.add_one, persons.add
        self.person_named, self.knows_somebody = persons.named, persons.are_there
        self.erased_people = persons.erased

        people = KnownPeople(database, master, mergers)
        self.merged_people, self.split_people = people.merged_people, people.split_people
        self.split_erased_apart = people.split_erased_apart
        self.row = people.row
        self.known, self.reference, self.details = people.known, people.reference, people.details
        self.people_named = Names(database, master, people, mergers).beginning

        addresses = Addresses(database, master, mergers)
        self.addresses, self.is_address_known = addresses.of, addresses.is_known
        self.refuse_address, self.refused_addresses = addresses.refuse, addresses.refused

        references = References(database, master, mergers)
        self.whose, self.names = references.whose, references.names

        self.corrected_provinces = Corrections(database, master, references, mergers).provinces

        register = RegisterEntries(database, master, mergers, persons)
        self.register_entries, self.register_entries_after = register.entries, register.entries_after
        self.register_entries_corrected = register.corrected
        self.member_numbers_of, self.erased_numbers = register.numbers_of, register.erased
        self.known_now, self.without_number_like = register.known_now, register.without_number_like

        pending = PendingRows(database, master)
        texts = Texts(database, master, references, pending, clock)
        self.open, self.destroy_dossier_key = texts.open, texts.destroy_dossier_key

        examination = Examination(database, master, texts)
        self.broken_rows, self.has_lost_key_of = examination.broken_rows, examination.has_lost_key_of
        endings = Endings(database, master, pending, mergers, clock)
        self.claim_fan_out, self.destroy_key, self.erase_person = endings.claim_fan_out, endings.destroy_key, endings.erase
        self.to_end, self.ended, self.wipe_again = endings.to_end, endings.ended, database.wipe_again
        self.destroy_what_is_over = endings.destroy_what_is_over

        self._keep_what_passes(database, master, mergers, clock)
        writes = CommandWrites(
            database,
            pending,
            persons=persons,
            people=people,
            addresses=addresses,
            texts=texts,
            mergers=mergers,
            endings=endings,
            register=register,
            farewells=Farewells(master, addresses, self.languages, self.notices),
        )
        self.pending, self.pending_commands, self.registered_by = writes.begin, writes.commands, writes.registered_by
        self.confirm_pending, self.remove_pending = writes.confirm, writes.remove

        looks = StoredLooks(database, master, mergers)
        self.kept_of = KeptOfPeople(database, master, mergers, pending).of
        self.keep_looks, self.looks_at = looks.keep, looks.at

    def _keep_what_passes(self, database: Database, master: MasterKeys, mergers: Mergers, clock: Callable[[], datetime]) -> None:
        """Keep who comes in, in which language they read, what they wish and which file waits: all of it for a time."""
        tokens = Tokens(database, master, mergers, clock)
        self.issue_token, self.session = tokens.issue, tokens.session
        self.calendar_of, self.calendar_keys = tokens.calendar_of, tokens.calendar_keys
        self.wishes = KeptWishes(database, master, mergers)
        self._open_sending(database, master, clock)
        self.languages = StoredLanguages(database, master, mergers)
        self.sign_in_codes = StoredSignInCodes(database, master, mergers, clock)
        self.browser_sessions = StoredBrowserSessions(database, master, mergers, clock)
        self.issued_tokens, self.living_tokens, self.end_token = tokens.issued, tokens.living, tokens.end

    def _open_sending(self, database: Database, master: MasterKeys, clock: Callable[[], datetime]) -> None:
        """Open what is sent to the party by pages, and short letters out of it."""
        self.register_uploads = StoredRegisterUploads(database, master, clock)
        self.notices = StoredNotices(database, master, clock)
        self.member_claims = StoredMemberClaims(database, master, clock)
