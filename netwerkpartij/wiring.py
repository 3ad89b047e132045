"""The only place that knows everything: opens log, vault and read side, and puts the application together."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from application.access.hats import Hats
from application.access.looks import AccessLog
from application.command_handler import CommandHandler
from application.language.letters import Sender
from application.operating import NoDatabase, VaultMissing
from application.passing_time import derived
from application.ports.calendar import Clock
from application.ports.errors import StoreDamaged
from application.ports.event_log import EventLog
from application.ports.mail import Post
from application.privacy.erasing import erase_again
from application.service import Service
from application.signing_in.by_mail import ByMail
from application.signing_in.by_provider import ByProvider
from application.signing_in.signed_in import BrowserDoor
from domain.all_aggregates import AGGREGATES
from domain.kernel.acts import CLOCK, Act, Role, Source
from domain.kernel.log import LOG, Log
from infrastructure.accounts import OpenIdProvider, ProviderKnown
from infrastructure.event_store.event_log import StoredEventLog, open_event_log
from infrastructure.letters_file import LETTERS, LettersFile
from infrastructure.papers.making import PaperMaker
from infrastructure.postcodes.provinces import province_of
from infrastructure.stores_there import holds_a_log, holds_a_vault
from infrastructure.vault.errors import VaultOfAnotherLog
from infrastructure.vault.keys.master_key import load_master_key
from infrastructure.vault.keys.replacing_key import finish_replacing
from infrastructure.vault.vault import OpenVault, open_vault
from netwerkpartij.settings import EVENTS, Settings, place_of
from projections.queries.answers import open_reads
from projections.queries.policies import QueriesForPolicies
from projections.reading.query_service import QueryService
from web.assets import STATIC, UNDER


def system_clock() -> datetime:
    return datetime.now(UTC)


class DemoClock:
    """The clock of a demo: its time goes on from the newest event, so that its networks do not grow old while nobody looks."""

    def __init__(self, log: StoredEventLog) -> None:
        self._log = log
        self._began, self._opened = log.newest_at() or system_clock(), time.monotonic()

    def __call__(self) -> datetime:
        """Give the time; always after the newest event, whoever recorded that."""
        now = self._began + timedelta(seconds=time.monotonic() - self._opened)
        newest = self._log.newest_at()
        return now if newest is None else max(now, newest + timedelta(microseconds=1))


@dataclass(frozen=True)
class Opened:
    """A service together with the parts that only operating it needs."""

    service: Service
    log: StoredEventLog
    vault: OpenVault
    reads: QueryService
    door: BrowserDoor
    """Who is signed in with a browser."""
    by_mail: ByMail
    by_provider: ByProvider | None
    """None: there are no accounts of the party's own to sign in with."""
    sender: Sender
    """Who writes letters, and where their pages are."""
    is_demo: bool
    """Whether it tells an invented story: then anybody may be anybody in it."""
    papers: PaperMaker
    post: Post | None = None
    """Where mail goes; None: no mail is sent."""
    contact: Mapping[str, str] | None = None
    """Whom to ask about the API; None: nobody is named."""
    register_ends_at_most: float = 5.0
    """Which per cent of the members a file of the register may end without anybody saying so."""
    phone: str = ""
    """Of the bureau, as every page says it."""

    def close(self) -> None:
        self.papers.close()
        self.reads.close()
        self.vault.close()
        self.log.close()


@contextmanager
def opened(settings: Settings, *, clock: Clock = system_clock, demo: bool = False, make: bool = True) -> Iterator[Opened]:
    """Open a service, and close it whatever happens."""
    service = open_service(settings, clock=clock, demo=demo, make=make)
    try:
        yield service
    finally:
        service.close()


def open_service(settings: Settings, *, clock: Clock = system_clock, demo: bool = False, make: bool = True) -> Opened:
    """
    Open the service; the first time its log is opened. No rule holds and nobody may act until a party begins.

    :param demo: begin a log that tells an invented story, if there is none yet
    :param make: make what is not there yet
    :raises StoreError: if a database, the vault or its key cannot be used
    :raises NoDatabase: if there is none, and none is to be made
    :raises VaultMissing: if there is a log that was opened before, without its vault
    """
    mail, contact, provider = settings.mail, settings.contact, settings.provider
    if settings.master_key is not None or not settings.vault_address.startswith("sqlite"):
        master_key_of(settings)  # told before any database is asked; a key file is made only once the events are there
    if not make and not holds_a_log(settings.database_url):
        raise NoDatabase(place=settings.place)
    settings.make_folders()
    log = open_event_log(settings.database_url, AGGREGATES, lock_timeout=settings.lock_timeout)
    try:
        known = log.load(Log, LOG)
        vault = _open_vault(settings, log, known.log if known is not None else None)
        try:
            begun = known or open_log(log, vault.log, clock(), demo=demo)
            reads = open_reads(settings.database_url, log)
        except BaseException:
            vault.close()
            raise
    except BaseException:
        log.close()
        raise
    if begun.demo:
        clock = DemoClock(log) if clock is system_clock else clock
        log.keep_time_of(clock)
    resting = QueriesForPolicies(reads)
    erase_again(log, vault, resting, clock())
    handler = CommandHandler(log=log, vault=vault, clock=clock, resting=resting, tells_a_story=begun.demo)
    service = Service(
        command_handler=handler,
        log=log,
        vault=vault,
        reads=reads,
        read_wait=settings.read_wait,
        access_log=AccessLog(vault),
        uploads=vault.register_uploads,
        claims=vault.member_claims,
        notices=vault.notices,
        province_of=province_of,
    )
    door = BrowserDoor(sessions=vault.browser_sessions, hats=Hats(log, vault, resting), clock=clock)
    return Opened(
        service=service,
        log=log,
        vault=vault,
        reads=reads,
        door=door,
        by_provider=_by_provider(provider, vault, clock),
        by_mail=ByMail(vault.sign_in_codes, door, vault, vault.languages),
        sender=_sender(settings),
        is_demo=begun.demo,
        papers=PaperMaker(STATIC, UNDER, settings.pages_address),
        post=LettersFile(settings.data / LETTERS) if begun.demo and (settings.data / EVENTS).exists() else mail,
        contact=contact,
        register_ends_at_most=settings.register_ends_at_most,
        phone=settings.contact_phone,
    )


def _by_provider(known: ProviderKnown | None, vault: OpenVault, clock: Clock) -> ByProvider | None:
    return None if known is None else ByProvider(OpenIdProvider(known), vault.sign_in_codes, vault, clock)


def _sender(settings: Settings) -> Sender:
    """Give who writes letters: the bureau that every page names."""
    contact = settings.contact or {}
    return Sender(settings.pages_address, contact.get("name", ""), settings.contact_phone, contact.get("email", ""))


def master_key_of(settings: Settings) -> bytes:
    """
    Give the master key, from the setting or the key file.

    :raises StoreError: if there is none that can be used
    """
    if settings.master_key is None:
        finish_replacing(settings.vault_address)
    return load_master_key(settings.master_key.get_secret_value() if settings.master_key else None, settings.vault_address)


def _open_vault(settings: Settings, events: EventLog, log: UUID | None) -> OpenVault:
    """Open the vault for a log; a new log gets the id that the vault was claimed for, in whichever process was first."""
    if log is not None and not holds_a_vault(settings.vault_address):
        raise VaultMissing(place=place_of(settings.vault_address))
    key = master_key_of(settings)
    if log is not None:
        return open_vault(settings.vault_address, master_key=key, log=log)
    vault = open_vault(settings.vault_address, master_key=key, log=None)
    if vault.log is not None:
        if vault.knows_somebody():
            vault.close()
            begun = events.load(Log, LOG)  # perhaps by another process, and people kept, since this one looked
            if begun is None:
                raise VaultOfAnotherLog(VaultOfAnotherLog.__doc__)
            return open_vault(settings.vault_address, master_key=key, log=begun.log)
        return vault
    vault.close()
    try:
        return open_vault(settings.vault_address, master_key=key, log=uuid4())
    except VaultOfAnotherLog:
        return open_vault(settings.vault_address, master_key=key, log=None)


def open_log(log: EventLog, name: UUID | None, now: datetime, *, demo: bool) -> Log:
    """Record that the log was opened, by the program itself: of two processes one does it."""
    if name is None:
        raise StoreDamaged  # the vault was claimed a moment ago
    command = derived("open-log", name)
    opened = Log.open(Act(by=CLOCK, role=Role.CLOCK, at=now, source=Source.CLOCK, command=command), log=name, demo=demo)
    log.record([opened], command=command, digest="0" * 64, answer={"log": str(name)}, recorded_at=now if demo else None)
    return opened
