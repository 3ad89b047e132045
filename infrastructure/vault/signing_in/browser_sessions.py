"""
Browser sessions: a secret in a cookie, and its digest here. A session that ended leaves no row.

Who is signed in, since when and on what device is encrypted: without the key nothing says who is (docs/decisions/0041).
"""

import secrets
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import Connection, bindparam, insert, select, update

from application.ports.errors import StoreError
from application.ports.signing_in import LASTS_ON, BrowserSession
from application.ports.vault.contexts import PersonId
from infrastructure.compiled_queries import CompiledQuery
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.people.owned import OwnedRows
from infrastructure.vault.people.persons import ANY_MERGER, number_of_living
from infrastructure.vault.tables import browser_sessions
from infrastructure.vault.tokens import digest

NOTED_AFTER = timedelta(minutes=5)
"""How much later a session must be used for that to be written down: most reads write nothing."""
WIDTH = 256
"""Of what is kept of a session, as it is encrypted: its length does not tell on what device it is."""

_of = browser_sessions.c
OF_SECRET = CompiledQuery(select(browser_sessions, ANY_MERGER).where(_of.digest == bindparam("digest")))


@dataclass(frozen=True)
class HeldSession:
    """What is kept of a session; moments in whole seconds."""

    person: UUID
    own_device: bool
    began_at: datetime
    seen_at: datetime
    endings: int

    def lives(self, now: datetime) -> bool:
        """Say whether it has neither been idle too long nor lasted too long."""
        lasts = LASTS_ON[self.own_device]
        return now - self.seen_at < lasts.idle and now - self.began_at < lasts.most


HELD: TypeAdapter[HeldSession] = TypeAdapter(HeldSession)


class StoredBrowserSessions:
    """Implements BrowserSessions (application.ports)."""

    def __init__(self, database: Database, master: MasterKeys, mergers: Mergers, clock: Callable[[], datetime]) -> None:
        self._database, self._master, self._mergers, self._clock = database, master, mergers, clock
        self._owned = OwnedRows(master)

    def begin(self, person: PersonId, *, own_device: bool = False, endings: int = 0) -> str:
        secret, now = secrets.token_urlsafe(32), self._clock().replace(microsecond=0)
        own = digest(secret)
        with self._database.in_turn() as connection:
            holder = self._mergers.known().person(person)
            number_of_living(connection, holder)
            owner = self._owned.free(connection, browser_sessions, [holder])[holder]
            content = self._closed(own, HeldSession(holder, own_device, began_at=now, seen_at=now, endings=endings))
            connection.execute(insert(browser_sessions).values(digest=own, owner=owner, content=content))
        return secret

    def of(self, secret: str) -> BrowserSession | None:
        now, own = self._clock(), digest(secret)
        for number, _, _, content, any_merger in self._database.rows(OF_SECRET, digest=own):  # a digest is there once
            held = opened(self._master, own, content)
            if held.lives(now):
                if now - held.seen_at >= NOTED_AFTER:
                    with suppress(StoreError):  # what cannot be written down now is written down at the next page
                        self._note(own, replace(held, seen_at=now.replace(microsecond=0)))
                return self._session(number, held, any_merger=any_merger)
        return None

    def _note(self, own: bytes, held: HeldSession) -> None:
        with self._database.in_turn() as connection:
            this = update(browser_sessions).where(_of.digest == own)
            connection.execute(this.values(content=self._closed(own, held)))

    def all_of(self, person: PersonId) -> Sequence[BrowserSession]:
        with self._database.reading() as connection:
            return self._living(self._rows_of(connection, person))

    def every(self) -> Sequence[BrowserSession]:
        with self._database.reading() as connection:
            return self._living(connection.execute(select(browser_sessions, ANY_MERGER)).all())

    def _living(self, rows: Iterable[Any]) -> list[BrowserSession]:
        now = self._clock()
        alive = ((row, held) for row, held in self._held(rows) if held.lives(now))
        sessions = [self._session(row.number, held, any_merger=row.any_merger) for row, held in alive]
        return sorted(sessions, key=lambda each: each.number, reverse=True)

    def end(self, secret: str) -> None:
        with self._database.in_turn() as connection:
            this = select(browser_sessions).where(_of.digest == digest(secret))
            self._delete(connection, connection.execute(this).all())

    def end_one(self, person: PersonId, number: int) -> bool:
        with self._database.in_turn() as connection:
            return self._delete(connection, [row for row in self._rows_of(connection, person) if row.number == number]) > 0

    def end_all(self, person: PersonId) -> int:
        with self._database.in_turn() as connection:
            return self._delete(connection, self._rows_of(connection, person))

    def delete_ended(self, connection: Connection, now: datetime) -> int:
        """Delete the sessions with which nothing opens any more, and give how many that were."""
        rows = connection.execute(select(browser_sessions)).all()
        return self._delete(connection, [row for row, held in self._held(rows) if not held.lives(now)])

    def _rows_of(self, connection: Connection, person: PersonId) -> Sequence[Any]:
        """Give the rows of a person, under whichever record they signed in."""
        owners = self._owned.of(connection, browser_sessions, self._mergers.known().rows(person))
        return connection.execute(select(browser_sessions, ANY_MERGER).where(_of.owner.in_(owners))).all()

    def _delete(self, connection: Connection, rows: Sequence[Any]) -> int:
        """Delete some rows, let the others of each person close their ranks, and give how many went."""
        gone = defaultdict[PersonId, list[bytes]](list)
        for row, held in self._held(rows):
            gone[held.person].append(row.owner)
        for person, owners in gone.items():
            self._owned.delete_some(connection, browser_sessions, person, owners)
        return len(rows)

    def _held(self, rows: Iterable[Any]) -> Iterator[tuple[Any, HeldSession]]:
        return ((row, opened(self._master, row.digest, row.content)) for row in rows)

    def _closed(self, own: bytes, held: HeldSession) -> bytes:
        return self._master.wrap(HELD.dump_json(held).ljust(WIDTH), session_place(own))

    def _session(self, number: int, held: HeldSession, *, any_merger: bool) -> BrowserSession:
        person = self._mergers.known().person(held.person) if any_merger else held.person
        return BrowserSession(number, person, held.own_device, held.began_at, held.seen_at, held.endings)


def opened(master: MasterKeys, own: bytes, content: bytes) -> HeldSession:
    """Decrypt what is kept of the session with a digest."""
    return HELD.validate_json(master.unwrap(content, session_place(own)))


def session_place(own: bytes) -> str:
    """Give the place to which what is kept of a session is bound."""
    return f"browser-session|{own.hex()}"
