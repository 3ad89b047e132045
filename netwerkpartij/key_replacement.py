"""Replacing the master key of a service that is stopped, wherever its key is: in a file beside the vault, or in a setting."""

from dataclasses import dataclass
from pathlib import Path

from application.operating import ServiceRunning
from infrastructure.backups.replacing import is_in_use
from infrastructure.stores_there import holds_a_vault
from infrastructure.vault.database import sqlite_file
from infrastructure.vault.keys.master_key import make_key_file, new_key_file, put_new_key_file_in_place, read_key_file
from infrastructure.vault.keys.replacing_key import opens, replace_master_key
from netwerkpartij.settings import Settings, place_of
from netwerkpartij.wiring import master_key_of, opened


@dataclass(frozen=True)
class Replaced:
    """How many keys were wrapped anew, and in which file the new master key is, unless it is in its place already."""

    wrapped: int
    file: Path | None


def replace_key(settings: Settings, to: Path | None) -> Replaced:
    """
    Replace the master key; stopped at any moment and begun again, it goes on with the same new key.

    :param to: the file in which the new key is, or is made; None for a vault that has its key in a file beside it
    :raises NoDatabase, VaultMissing: if there is no log, or no vault
    :raises ServiceRunning: if somebody uses it
    :raises StoreError: if a key does not fit, or the vault cannot be used
    """
    vault = sqlite_file(settings.vault_address)
    file = to or new_key_file(vault or Path())
    if (
        to is not None
        and to.exists()
        and holds_a_vault(settings.vault_address)
        and opens(settings.vault_address, read_key_file(to))
    ):
        return Replaced(0, to)
    with opened(settings, make=False):
        pass  # whatever does not fit is told before anything is touched; what was begun and stopped late is finished
    if is_in_use(settings.vault_address):
        raise ServiceRunning(place=place_of(settings.vault_address))
    if not file.exists():
        make_key_file(file)
    wrapped = replace_master_key(settings.vault_address, old=master_key_of(settings), new=read_key_file(file))
    if to is None and vault is not None:
        put_new_key_file_in_place(vault)
    return Replaced(wrapped, to)
