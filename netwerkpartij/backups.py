"""
Backups: events, vault and key as they are at one moment, in a folder that any database can be filled from.

A backup is a data folder with SQLite files, whatever database it was made of; ``backup.json`` is written last, so that what was
not finished is none.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

from pydantic import BaseModel, ValidationError

from application.commands.privacy import EraseKept
from application.operating import (
    BackupDamaged,
    BackupOfAnotherLog,
    FolderNotEmpty,
    NoDatabase,
    NotABackup,
    ServiceRunning,
)
from application.policies.carrying_out import THE_CLOCK
from application.ports.errors import StoreDamaged, StoreError
from application.ports.vault.contexts import ERASURE
from application.privacy.erasing import erased_references, object_again, objections_in
from domain.all_aggregates import AGGREGATES
from domain.kernel.acts import Reference
from domain.kernel.log import LOG, Log
from domain.party.erasures import WhyErased
from infrastructure.backups.copying import copy, digest_of, highest_position, one_moment
from infrastructure.backups.replacing import is_in_use, set_files_aside, set_tables_aside
from infrastructure.backups.stores import Store, in_one_file, log_at, sqlite_file, vault_at
from infrastructure.event_store.event_log import open_event_log
from infrastructure.private_files import OWNER, make_new, make_private_folder
from infrastructure.stores_there import holds_a_log
from infrastructure.vault.errors import MasterKeyRequired
from infrastructure.vault.keys.master_key import key_file, sync_folder, write_durably
from netwerkpartij.settings import EVENTS, VAULT, Settings, load_settings
from netwerkpartij.wiring import Opened, opened

FORMAT = 1
MANIFEST, KEY = "backup.json", f"{VAULT}.key"


class Manifest(BaseModel):
    """What a backup says of itself."""

    format: int
    made_at: datetime
    log: UUID
    position: int
    """That of its newest event."""
    events: str
    """A digest of every row of the log, and below of the vault."""
    vault: str


@dataclass(frozen=True)
class PutBack:
    """What was put back, and where that is which was there before."""

    manifest: Manifest
    set_aside: list[str]


def back_up(settings: Settings, folder: Path) -> Manifest:
    """
    Write a backup, also of a service that runs, and open it to see that it is whole.

    :raises NoDatabase: if there is nothing to back up
    :raises FolderNotEmpty: if something is in the folder
    :raises BackupDamaged: if what was written is not what is read back
    """
    with opened(settings, make=False) as service:
        log = service.log.load(Log, LOG)
    if log is None:
        raise NoDatabase(place=settings.place)
    _empty(folder)
    for name in (EVENTS, VAULT):
        make_new(folder / name)
    source_log, source_vault = stores_of(settings)
    target_log, target_vault = stores_of(_settings_in(folder))
    with one_moment(source_log, source_vault) as (of_log, of_vault):
        made_at = datetime.now(UTC)
        events = copy(source_log, of_log, target_log)
        vault = copy(source_vault, of_vault, target_vault)
        position = highest_position(source_log, of_log)
    for name in (EVENTS, VAULT):
        in_one_file(folder / name)
    if settings.master_key is None:
        write_durably(folder / KEY, _key_file(settings).read_bytes())
    manifest = Manifest(format=FORMAT, made_at=made_at, log=log.log, position=position, events=events, vault=vault)
    with verified(settings, folder, manifest):
        pass
    write_durably(folder / MANIFEST, manifest.model_dump_json(indent=2).encode())
    sync_folder(folder)
    return manifest


@contextmanager
def verified(settings: Settings, folder: Path, manifest: Manifest) -> Iterator[Opened]:
    """
    Open a copy of a backup as a service would, after every row of it was compared with what it says of itself.

    :raises BackupDamaged: if anything differs
    :raises StoreError: if its key is not there or another one, or an event of it cannot be read
    """
    with TemporaryDirectory() as temporary:
        for name in (EVENTS, VAULT, KEY):
            if (folder / name).exists():
                shutil.copy2(folder / name, temporary)
        place = Path(temporary)
        if not _is_as_it_was_made(place, manifest):
            raise BackupDamaged(place=folder)
        key = None if settings.master_key is None else settings.master_key.get_secret_value()
        with opened(_settings_in(place, key), make=False) as service:
            found = service.log.load(Log, LOG)
            if found is None or found.log != manifest.log or service.log.last_position() != manifest.position:
                raise BackupDamaged(place=folder)
            yield service


def _is_as_it_was_made(folder: Path, manifest: Manifest) -> bool:
    log, vault = stores_of(_settings_in(folder))
    try:
        return (digest_of(log), digest_of(vault)) == (manifest.events, manifest.vault)
    except StoreDamaged:
        return False


def put_back(settings: Settings, folder: Path) -> PutBack:
    """
    Put a backup back where the settings say; what is there is set aside, after the backup was checked.

    :raises NotABackup: if there is no whole one in the folder
    :raises BackupDamaged: if it is not as it was made
    :raises BackupOfAnotherLog: if the log of another party is there
    :raises ServiceRunning: if somebody uses what is there
    :raises StoreError: if the key does not fit, or a database cannot be used
    """
    if settings.master_key is None and sqlite_file(settings.vault_address) is None:
        raise MasterKeyRequired
    manifest = _manifest(folder)
    with verified(settings, folder, manifest):
        pass
    _must_be_its_own_log(settings, manifest)
    for url in {settings.database_url, settings.vault_address}:
        if is_in_use(url):
            raise ServiceRunning(place=settings.place)
    settings.make_folders()
    erased, objected = _erased_in(settings)
    set_aside = _set_aside(settings, f"replaced_{datetime.now(UTC):%Y%m%d_%H%M%S}")
    _fill(settings, folder, manifest)
    _erase_again(settings, erased, objected)
    return PutBack(manifest, set_aside)


def stores_of(settings: Settings) -> tuple[Store, Store]:
    return log_at(settings.database_url, AGGREGATES), vault_at(settings.vault_address)


def _settings_in(folder: Path, key: str | None = None) -> Settings:
    return load_settings(data=folder, database_url=f"sqlite:///{folder / EVENTS}", vault_url="", master_key=key, mail_url="")


def _empty(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderNotEmpty(place=folder)
    make_private_folder(folder)
    folder.chmod(OWNER)


def _key_file(settings: Settings) -> Path:
    return key_file(sqlite_file(settings.vault_address) or Path())


def _manifest(folder: Path) -> Manifest:
    try:
        manifest = Manifest.model_validate_json((folder / MANIFEST).read_bytes())
    except (OSError, ValidationError):
        raise NotABackup(place=folder) from None
    if manifest.format != FORMAT or not all((folder / name).is_file() for name in (EVENTS, VAULT)):
        raise NotABackup(place=folder)
    return manifest


def _must_be_its_own_log(settings: Settings, manifest: Manifest) -> None:
    if not holds_a_log(settings.database_url):
        return
    with suppress(StoreError):  # what is damaged is replaced: it is set aside, whatever it is
        log = open_event_log(settings.database_url, AGGREGATES)
        try:
            found = log.load(Log, LOG)
        finally:
            log.close()
        if found is not None and found.log != manifest.log and found.party is not None:
            raise BackupOfAnotherLog(place=settings.place)


def _erased_in(settings: Settings) -> tuple[list[Reference], list[Reference]]:
    """Give whose data the log that is replaced says was erased, and who objected to being counted: the backup may be older."""
    if not holds_a_log(settings.database_url):
        return [], []
    with suppress(StoreError):  # what is damaged tells nothing
        log = open_event_log(settings.database_url, AGGREGATES)
        try:
            return erased_references(log, datetime.now(UTC)), objections_in(log)
        finally:
            log.close()
    return [], []


def _erase_again(settings: Settings, references: list[Reference], objected: list[Reference]) -> None:
    """
    Erase, and record it, whom the backup knows although the log that it replaced said that they were erased.

    Of who objected to being counted the statistics are destroyed.
    """
    if not references and not objected:
        return
    with opened(settings, make=False) as service:
        object_again(service.vault, objected)
        for person in set(service.vault.whose(ERASURE, references).values()):
            command = EraseKept(person=person, why=WhyErased.ASKED)
            service.service.execute(command, session=THE_CLOCK, command_id=uuid4())


def _set_aside(settings: Settings, name: str) -> list[str]:
    addresses = {"log": settings.database_url, "vault": settings.vault_address}
    files = [file for url in addresses.values() if (file := sqlite_file(url)) is not None]
    moved = set_files_aside(files, name)
    for url in sorted({url for url in addresses.values() if sqlite_file(url) is None}):
        moved += set_tables_aside(url, name, log=url == addresses["log"], vault=url == addresses["vault"])
    return moved


def _fill(settings: Settings, folder: Path, manifest: Manifest) -> None:
    """Fill the vault first and the log last: without a log nobody begins to work on half of it."""
    kept_log, kept_vault = stores_of(_settings_in(folder))
    new_log, new_vault = stores_of(settings)
    if settings.master_key is None:
        write_durably(_key_file(settings), (folder / KEY).read_bytes())
    for kept, new, digest in ((kept_vault, new_vault, manifest.vault), (kept_log, new_log, manifest.events)):
        with kept.engine.connect() as seen:
            kept.begin_looking(seen)
            if copy(kept, seen, new) != digest or digest_of(new) != digest:
                raise BackupDamaged(place=folder)
