"""
Tokens: who presents one is somebody in a role. Only their digests are kept.

Whose a token is, in which role and which network, since and until when, is encrypted: without the key nothing says who has one.
"""

import hashlib
import os
import secrets
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import Connection, bindparam, delete, insert, select, update

from application.ports.vault.contexts import PersonId
from application.ports.vault.sessions import TOKEN_DAYS, CalendarKey, IssuedToken, RequestLink, Session
from domain.kernel.acts import Role
from domain.kernel.days import day_of
from infrastructure.compiled_queries import CompiledQuery
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.people.owned import OwnedRows
from infrastructure.vault.people.persons import ANY_MERGER, NAMED, identified, number_of_living
from infrastructure.vault.tables import NEVER, tokens

PREFIX = "np_"
WIDTH = 900
"""Of what is kept of a token, as it is encrypted: its length does not tell a role, nor that it was ended."""
LIVING = select(tokens, ANY_MERGER).where(tokens.c.ended_on == NEVER)
TOKEN = CompiledQuery(
    select(tokens.c.content, ANY_MERGER).where(tokens.c.ended_on == NEVER, tokens.c.digest == bindparam("digest"))
)


@dataclass(frozen=True)
class HeldToken:
    """What is kept of a token."""

    person: UUID | None
    role: Role
    network: UUID | None
    endings: int
    issued_at: datetime
    expires_at: datetime
    ended_at: datetime | None = None
    link: RequestLink | None = None
    named: str | None = None
    calendar: CalendarKey | None = None


HELD: TypeAdapter[HeldToken] = TypeAdapter(HeldToken)


class Tokens:
    """Who holds which token."""

    def __init__(self, database: Database, master: MasterKeys, mergers: Mergers, clock: Callable[[], datetime]) -> None:
        self._database, self._master, self._mergers, self._clock = database, master, mergers, clock
        self._owned = OwnedRows(master)

    def issue(
        self,
        role: Role,
        *,
        person: PersonId | None = None,
        network: UUID | None = None,
        endings: int = 0,
        days: int = TOKEN_DAYS,
        link: RequestLink | None = None,
        named: str | None = None,
        calendar: CalendarKey | None = None,
    ) -> str:
        """
        Make a token and remember only its digest.

        :raises PersonUnknown: if there is no such person
        :raises PersonErased: if the person was erased
        """
        token, now = f"{PREFIX}{secrets.token_urlsafe(32)}", self._clock()
        expires_at = (now + timedelta(days=days)).replace(microsecond=0)
        with self._database.in_turn() as connection:
            holder = None if person is None else self._mergers.known().person(person)
            held = HeldToken(holder, role, network, endings, now, expires_at, link=link, named=named, calendar=calendar)
            content = closed(self._master, digest(token), held)
            own = {"digest": digest(token), "owner": self._owner(connection, holder), "content": content}
            connection.execute(insert(tokens).values(**own, ended_on=NEVER))
        return token

    def _owner(self, connection: Connection, holder: PersonId | None) -> bytes:
        """Give the owner of a new row; that of nobody in particular has one that looks alike."""
        if holder is None:
            return os.urandom(16)
        number_of_living(connection, holder)
        return self._owned.free(connection, tokens, [holder])[holder]

    def session(self, token: str) -> Session | None:
        found = self._shown(token)
        return None if found is None or found[1].calendar is not None else found[0]

    def calendar_of(self, token: str) -> tuple[Session, CalendarKey] | None:
        found = self._shown(token)
        return None if found is None or found[1].calendar is None else (found[0], found[1].calendar)

    def _shown(self, token: str) -> tuple[Session, HeldToken] | None:
        """Give whose token it is and what is kept of it; None when it opens nothing."""
        shown = digest(token)
        for content, any_merger in self._database.rows(TOKEN, digest=shown):  # a digest is there once
            held = _read(self._master, shown, content)
            return (self._session(held, any_merger=any_merger), held) if held.expires_at > self._clock() else None
        return None

    def living(self) -> Mapping[int, Session]:
        now = self._clock()
        with self._database.reading() as connection:
            rows = connection.execute(LIVING.order_by(tokens.c.number)).all()
        found = ((row, opened(self._master, row)) for row in rows)
        return {row.number: self._session(held, any_merger=row.any_merger) for row, held in found if held.expires_at > now}

    def _session(self, held: HeldToken, *, any_merger: bool) -> Session:
        person = held.person
        if any_merger and person is not None:
            person = self._mergers.known().person(person)
        return Session(person, held.role, held.network, held.endings, link=held.link)

    def calendar_keys(self, person: PersonId) -> Sequence[IssuedToken]:
        with self._database.reading() as connection:
            own = self._owned.of(connection, tokens, self._mergers.known().rows(person))
            rows = connection.execute(select(tokens).where(tokens.c.owner.in_(own)).order_by(tokens.c.number)).all()
        return [each for each in self._listed(rows) if each.calendar is not None]

    def issued(self) -> Sequence[IssuedToken]:
        with self._database.reading() as connection:
            rows = connection.execute(select(tokens).order_by(tokens.c.number)).all()
        return self._listed(rows)

    def _listed(self, rows: Sequence[Any]) -> Sequence[IssuedToken]:
        every, mergers = {row.number: opened(self._master, row) for row in rows}, self._mergers.known()
        people = {number: mergers.person(held.person) for number, held in every.items() if held.person is not None}
        names = identified(self._database, self._master, set(people.values()), "name", NAMED)
        return [
            IssuedToken(
                number=number,
                person=people.get(number),
                name=names.get(people[number]) if number in people else None,
                role=held.role,
                network=held.network,
                issued_at=held.issued_at,
                expires_at=held.expires_at,
                ended_at=held.ended_at,
                link=held.link,
                named=held.named,
                calendar=held.calendar,
            )
            for number, held in every.items()
        ]

    def end(self, number: int) -> bool:
        now = self._clock()
        with self._database.in_turn() as connection:
            row = connection.execute(select(tokens).where(tokens.c.number == number)).first()
            if row is not None and row.ended_on == NEVER:
                content = closed(self._master, row.digest, replace(opened(self._master, row), ended_at=now))
                ended = update(tokens).where(tokens.c.number == number)
                connection.execute(ended.values(content=content, ended_on=day_of(now)))
            return row is not None

    def delete_ended(self, connection: Connection, before: date) -> int:
        """Delete the tokens that were ended before a day, and give how many that were."""
        rows = connection.execute(select(tokens).where(tokens.c.ended_on < before)).all()
        owners = defaultdict[PersonId | None, list[bytes]](list)
        for row in rows:
            owners[opened(self._master, row).person].append(row.owner)
        for person, gone in owners.items():
            if person is None:
                connection.execute(delete(tokens).where(tokens.c.owner.in_(gone)))
            else:
                self._owned.delete_some(connection, tokens, person, gone)
        return len(rows)


def digest(token: str) -> bytes:
    """Give what is kept of a token: it is random, so that no salt or slow hash is needed."""
    return hashlib.sha256(token.encode()).digest()


def closed(master: MasterKeys, token: bytes, held: HeldToken) -> bytes:
    """Encrypt what is kept of the token with a digest."""
    return master.wrap(HELD.dump_json(held).ljust(WIDTH), token_place(token))


def opened(master: MasterKeys, row: Any) -> HeldToken:  # noqa: ANN401  # a row of tokens
    """Decrypt what is kept of a token."""
    return _read(master, row.digest, row.content)


def _read(master: MasterKeys, token: bytes, content: bytes) -> HeldToken:
    return HELD.validate_json(master.unwrap(content, token_place(token)))


def token_place(token: bytes) -> str:
    """Give the place to which what is kept of a token is bound."""
    return f"token|{token.hex()}"
