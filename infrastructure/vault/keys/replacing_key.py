"""Replacing the master key: every key of the vault is wrapped anew, all or nothing (docs/decisions/0040)."""

import hmac
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from application.ports.errors import StoreDamaged
from infrastructure.vault.database import Database, sqlite_file
from infrastructure.vault.errors import WrongMasterKey
from infrastructure.vault.keys.master_key import new_key_file, put_new_key_file_in_place, read_key_file
from infrastructure.vault.keys.wrapped import WRAPPED, Wrapped
from infrastructure.vault.keys.wrapping import Wrapping
from infrastructure.vault.tables import FORMAT, about


def replace_master_key(url: str, *, old: bytes, new: bytes) -> int:
    """
    Wrap everything with a new master key, and give how many keys that were; 0 when that was done before.

    :raises WrongMasterKey: if the vault was wrapped with neither
    :raises StoreDamaged: if a row does not open; then nothing was changed
    """
    before, after = Wrapping(old), Wrapping(new)
    database = Database(url)
    try:
        with database.in_turn() as connection:
            row: Any = connection.execute(select(about)).one()
            if row.format != FORMAT:
                message = "the vault has tables of another version"
                raise StoreDamaged(message)
            if hmac.compare_digest(row.key_check, after.check):
                return 0
            if not hmac.compare_digest(row.key_check, before.check):
                raise WrongMasterKey(WrongMasterKey.__doc__)
            wrapped_anew = sum(_wrap_anew(connection, each, before, after) for each in WRAPPED)
            connection.execute(update(about).values(key_check=after.check))
        database.wipe()
    finally:
        database.close()
    return wrapped_anew


def _wrap_anew(connection: Connection, wrapped: Wrapped, before: Wrapping, after: Wrapping) -> int:
    def rewrap(value: bytes, bound_to: str) -> bytes:
        return after.wrap(before.unwrap(value, bound_to), bound_to)

    table, (number,) = wrapped.column.table, wrapped.column.table.primary_key
    changes = []
    for row in connection.execute(wrapped.rows.where(wrapped.column.is_not(None)).order_by(number)):
        bound_to = wrapped.place(row)
        content = wrapped.inside(before.unwrap(getattr(row, wrapped.column.key), bound_to), rewrap)
        changes.append({"in_row": getattr(row, number.key), "anew": after.wrap(content, bound_to)})
    if changes:
        connection.execute(
            update(table).where(number == bindparam("in_row")).values({wrapped.column: bindparam("anew")}), changes
        )
    return len(changes)


def opens(url: str, master_key: bytes) -> bool:
    """
    Say whether a master key is that of a vault, which must be there.

    :raises StoreError: if the vault cannot be read
    """
    database = Database(url)
    try:
        return database.is_checked_by(Wrapping(master_key).check)
    finally:
        database.close()


def finish_replacing(url: str) -> None:
    """
    Put a new key file in the place of the old one, where the process that replaced the key was stopped before it did.

    :raises StoreError: if the vault or a key file cannot be read
    """
    vault = sqlite_file(url)
    if vault is None or not vault.exists() or not new_key_file(vault).exists():
        return
    if opens(url, read_key_file(new_key_file(vault))):
        put_new_key_file_in_place(vault)
