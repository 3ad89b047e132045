"""What the master key wraps, and to which place each of it is bound."""

from collections.abc import Callable
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Column, Select, select

from infrastructure.vault.keys.wrapping import LASTING
from infrastructure.vault.pending import WRITES, DossierWrite, PersonWrite, place
from infrastructure.vault.people.addresses import refusal_place
from infrastructure.vault.people.endings import TO_END, turn_place
from infrastructure.vault.people.looks import look_place
from infrastructure.vault.people.mergers import MERGER
from infrastructure.vault.people.persons import TERM, key_place, secret_place, statistics_place
from infrastructure.vault.signing_in.browser_sessions import session_place
from infrastructure.vault.signing_in.codes import code_place
from infrastructure.vault.signing_in.languages import language_place
from infrastructure.vault.tables import (
    about,
    browser_sessions,
    corrected_statistics,
    digests,
    dossiers,
    fan_outs,
    keys,
    letters,
    looks,
    member_claims,
    merged_persons,
    notices,
    pending,
    persons,
    reading_languages,
    refused_addresses,
    register_files,
    register_imports,
    sign_in_codes,
    to_end,
    tokens,
    wishes,
)
from infrastructure.vault.texts import dossier_place
from infrastructure.vault.tokens import token_place
from infrastructure.vault.waiting.claims import NOTICE, claim_place
from infrastructure.vault.waiting.letters import letter_place
from infrastructure.vault.waiting.outbox import message_place
from infrastructure.vault.waiting.register_uploads import file_place, import_place
from infrastructure.vault.wishes import wish_place

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
        own = {purpose: rewrap(key, key_place(write.id, purpose, TERM)) for purpose, key in write.keys.items()}
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
    Wrapped(merged_persons.c.content, lambda _: MERGER, select(merged_persons)),
    Wrapped(corrected_statistics.c.content, lambda row: statistics_place(row.owner), select(corrected_statistics)),
    Wrapped(refused_addresses.c.content, lambda row: refusal_place(row.owner), select(refused_addresses)),
    Wrapped(fan_outs.c.content, lambda row: turn_place(row.owner), select(fan_outs)),
    Wrapped(tokens.c.content, lambda row: token_place(row.digest), select(tokens)),
    Wrapped(digests.c.content, lambda row: message_place(row.mark), select(digests)),
    Wrapped(to_end.c.content, lambda _: TO_END, select(to_end)),
    Wrapped(sign_in_codes.c.content, lambda row: code_place(row.cookie), select(sign_in_codes)),
    Wrapped(browser_sessions.c.content, lambda row: session_place(row.digest), select(browser_sessions)),
    Wrapped(reading_languages.c.content, lambda row: language_place(row.owner), select(reading_languages)),
    Wrapped(wishes.c.content, lambda row: wish_place(row.mark), select(wishes)),
    Wrapped(letters.c.content, lambda row: letter_place(row.mark), select(letters)),
    Wrapped(looks.c.content, lambda row: look_place(row.mark), select(looks)),
    Wrapped(notices.c.content, lambda _: NOTICE, select(notices)),
    Wrapped(member_claims.c.content, lambda row: claim_place(row.mark), select(member_claims)),
    Wrapped(register_imports.c.content, lambda row: import_place(row.mark), select(register_imports)),
    Wrapped(register_files.c.content, lambda row: file_place(row.mark), select(register_files)),
    Wrapped(pending.c.content, lambda row: place(row.subject), select(pending), pending_inside),
)
"""Everything that the master key wraps: a test looks at every column of the vault that can hold such a thing."""
