"""Replacing the master key: every key of the vault is wrapped anew, all or nothing (docs/decisions/0040)."""

import hmac
from collections.abc import Callable
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Column, Connection, Select, bindparam, select, update

from application.ports.errors import StoreDamaged
from infrastructure.vault.database import Database, sqlite_file
from infrastructure.vault.errors import WrongMasterKey
from infrastructure.vault.keys import LASTING, Wrapping
from infrastructure.vault.master_key import new_key_file, put_new_key_file_in_place, read_key_file
from infrastructure.vault.pending import WRITES, DossierWrite, PersonWrite, place
from infrastructure.vault.persons import key_place, secret_place
from infrastructure.vault.tables import FORMAT, about, dossiers, keys, pending, persons
from infrastructure.vault.texts import dossier_place

Rewrap = Callable[[bytes, str], bytes]
"""Takes what is wrapped and its place, and gives it wrapped with the new master key."""


class Wrapped(NamedTuple):
    """A column whose values are wrapped with the master key itself, and to which place each is bound."""

    column: Column[Any]
    place: Callable[[Any], str]
    rows: Select[Any]
    inside: Callable[[bytes, Rewrap], bytes] = lambda content, _: content
    """Wraps anew what is wrapped inside the content too."""


def pending_inside(content: bytes, rewrap: Rewrap) -> bytes:
    """Wrap anew the keys in what a command wrote that has no receipt yet."""
    write = WRITES.validate_json(content)
    if isinstance(write, PersonWrite):
        secret = write.row["secret"]
        row = {**write.row, "secret": None if secret is None else rewrap(secret, secret_place(write.id))}
        own = {purpose: rewrap(key, key_place(write.id, purpose, "")) for purpose, key in write.keys.items()}
        write = write.model_copy(update={"row": row, "keys": own})
    elif isinstance(write, DossierWrite):
        write = write.model_copy(update={"wrapped": rewrap(write.wrapped, dossier_place(write.dossier))})
    return write.model_dump_json().encode()


WRAPPED = (
    Wrapped(about.c.lasting_key, lambda _: LASTING, select(about)),
    Wrapped(persons.c.secret, lambda row: secret_place(UUID(bytes=row.id)), select(persons)),
    Wrapped(
        keys.c.wrapped,
        lambda row: key_place(UUID(bytes=row.id), row.purpose, row.term),
        select(keys.c.number, keys.c.purpose, keys.c.term, keys.c.wrapped, persons.c.id).join_from(
            keys, persons, persons.c.number == keys.c.person
        ),
    ),
    Wrapped(dossiers.c.wrapped, lambda row: dossier_place(UUID(bytes=row.dossier)), select(dossiers)),
    Wrapped(pending.c.content, lambda row: place(row.subject), select(pending), pending_inside),
)
"""Everything that the master key wraps: a test looks at every column of the vault that can hold such a thing."""


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
        changes.append({"row": getattr(row, number.key), "anew": after.wrap(content, bound_to)})
    if changes:
        connection.execute(update(table).where(number == bindparam("row")).values({wrapped.column: bindparam("anew")}), changes)
    return len(changes)


def finish_replacing(url: str) -> None:
    """
    Put a new key file in the place of the old one, where the process that replaced the key was stopped before it did.

    :raises StoreError: if the vault or a key file cannot be read
    """
    vault = sqlite_file(url)
    if vault is None or not vault.exists() or not new_key_file(vault).exists():
        return
    database = Database(url)
    try:
        if database.is_checked_by(Wrapping(read_key_file(new_key_file(vault))).check):
            put_new_key_file_in_place(vault)
    finally:
        database.close()
