"""Where the master key comes from: the setting, or for an SQLite vault a key file beside it."""

import base64
import binascii
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from infrastructure.private_files import FILE, make_private_folder
from infrastructure.vault import errors
from infrastructure.vault.database import sqlite_file

LENGTH = 32


def load_master_key(setting: str | None, vault_url: str) -> bytes:
    """
    Give the 32 bytes under which the vault wraps everything.

    The key file is made at the first start, before the vault: whoever finds a vault without one has lost it.

    :param setting: 32 bytes in base64, or None to use the key file
    :raises MasterKeyError: if there is none, or none that is safe to use
    """
    if setting is not None:
        return decoded(setting, "the setting MASTER_KEY")
    vault = sqlite_file(vault_url)
    if vault is None:
        raise errors.MasterKeyRequired
    file = key_file(vault)
    had_vault = vault.exists()
    if not file.exists():
        if had_vault:
            raise errors.MasterKeyMissing(vault=vault, file=file)
        make_key_file(file)
    return read_key_file(file)


def key_file(vault: Path) -> Path:
    """Give the file beside a vault that holds its master key."""
    return vault.with_name(f"{vault.name}.key")


def new_key_file(vault: Path) -> Path:
    """Give the file beside a vault that holds the master key to come, while everything is wrapped with it."""
    return vault.with_name(f"{vault.name}.key.new")


def put_new_key_file_in_place(vault: Path) -> None:
    """Replace the key file by the new one; another process that does the same at once may have been first."""
    with suppress(FileNotFoundError):
        new_key_file(vault).replace(key_file(vault))
    sync_folder(vault.parent)


def decoded(text: str, where: str) -> bytes:
    """Give the key that is written in base64."""
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except (ValueError, binascii.Error):
        key = b""
    if len(key) != LENGTH:
        raise errors.MasterKeyMalformed(where=where, length=LENGTH)
    return key


def read_key_file(file: Path) -> bytes:
    """Read the key, from a file that nobody else can read."""
    try:
        with file.open(encoding="ascii", errors="replace") as opened:
            if stat.S_IMODE(os.fstat(opened.fileno()).st_mode) & 0o077:
                raise errors.MasterKeyRights(file=file, why="")
            return decoded(opened.read(), f"the key file {file}")
    except OSError as error:
        raise errors.MasterKeyRights(file=file, why=f": {error.strerror}") from None


def make_key_file(file: Path) -> None:
    """Make a key file that is whole from its first moment; of two processes that try at once, one wins."""
    draft = file.with_name(f"{file.name}.{secrets.token_hex(8)}")
    try:
        make_private_folder(file.parent)
        write_durably(draft, base64.b64encode(secrets.token_bytes(LENGTH)) + b"\n")
        try:
            os.link(draft, file)
        except FileExistsError:
            return
        finally:
            draft.unlink()
        sync_folder(file.parent)
    except OSError as error:
        raise errors.MasterKeyNotMade(file=file, why=f": {error.strerror}") from None


def write_durably(file: Path, content: bytes) -> None:
    """Write a new file that only its owner can read, and wait until the disk has it."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE)
    with os.fdopen(descriptor, "wb") as opened:
        os.fchmod(descriptor, FILE)
        opened.write(content)
        opened.flush()
        os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the folder's new name."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
