"""Browser sessions: a secret in a cookie, and its digest here. A session that ended leaves no row."""

import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, bindparam, delete, insert, not_, or_, select, update

from application.ports.errors import StoreError
from application.ports.signing_in import LASTS_ON, BrowserSession
from application.ports.vault import PersonId
from infrastructure.compiled_queries import CompiledQuery
from infrastructure.vault.database import Database
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.people.persons import ANY_MERGER, number_of, number_of_living
from infrastructure.vault.tables import browser_sessions, persons
from infrastructure.vault.tokens import digest

NOTED_AFTER = timedelta(minutes=5)
"""How much later a session must be used for that to be written down: most reads write nothing."""

_of = browser_sessions.c
COLUMNS = (_of.number, persons.c.id, _of.own_device, _of.began_at, _of.seen_at, _of.endings, ANY_MERGER)
EVERY = select(*COLUMNS).join_from(browser_sessions, persons, persons.c.number == _of.person)
OF_SECRET = CompiledQuery(EVERY.where(_of.digest == bindparam("digest")))


def is_alive(now: datetime) -> ColumnElement[bool]:
    """Say of a row whether its session has neither been idle too long nor lasted too long."""
    return or_(
        *(
            and_(_of.own_device.is_(own), _of.seen_at > _seconds(now - lasts.idle), _of.began_at > _seconds(now - lasts.most))
            for own, lasts in LASTS_ON.items()
        )
    )


class StoredBrowserSessions:
    """Implements BrowserSessions (application.ports)."""

    def __init__(self, database: Database, mergers: Mergers, clock: Callable[[], datetime]) -> None:
        self._database, self._mergers, self._clock = database, mergers, clock

    def begin(self, person: PersonId, *, own_device: bool = False, endings: int = 0) -> str:
        secret, now = secrets.token_urlsafe(32), _seconds(self._clock())
        row = {"digest": digest(secret), "own_device": own_device, "began_at": now, "seen_at": now, "endings": endings}
        with self._database.in_turn() as connection:
            number = number_of_living(connection, self._mergers.known().person(person))
            connection.execute(insert(browser_sessions).values(person=number, **row))
        return secret

    def of(self, secret: str) -> BrowserSession | None:
        now = self._clock()
        found = next((self._session(row) for row in self._database.rows(OF_SECRET, digest=digest(secret))), None)
        if found is None or not _lives(found, now):
            return None
        if now - found.seen_at >= NOTED_AFTER:
            with suppress(StoreError):  # what cannot be written down now is written down at the next page
                self._note(found.number, now)
        return found

    def _note(self, number: int, now: datetime) -> None:
        with self._database.in_turn() as connection:
            connection.execute(update(browser_sessions).where(_of.number == number).values(seen_at=_seconds(now)))

    def all_of(self, person: PersonId) -> Sequence[BrowserSession]:
        with self._database.reading() as connection:
            return self._living(connection, self._is_of(connection, person))

    def every(self) -> Sequence[BrowserSession]:
        with self._database.reading() as connection:
            return self._living(connection)

    def _living(self, connection: Connection, *which: ColumnElement[bool]) -> list[BrowserSession]:
        rows = connection.execute(EVERY.where(is_alive(self._clock()), *which).order_by(_of.number.desc()))
        return [self._session(row) for row in rows]

    def end(self, secret: str) -> None:
        with self._database.in_turn() as connection:
            connection.execute(delete(browser_sessions).where(_of.digest == digest(secret)))

    def end_one(self, person: PersonId, number: int) -> bool:
        with self._database.in_turn() as connection:
            own = self._is_of(connection, person)
            return connection.execute(delete(browser_sessions).where(own, _of.number == number)).rowcount > 0

    def end_all(self, person: PersonId) -> int:
        with self._database.in_turn() as connection:
            return connection.execute(delete(browser_sessions).where(self._is_of(connection, person))).rowcount

    def _is_of(self, connection: Connection, person: PersonId) -> ColumnElement[bool]:
        """Say of a row whether it is of a person, under whichever record they signed in."""
        return _of.person.in_([number_of(connection, row) for row in self._mergers.known().rows(person)])

    def _session(self, row: Sequence[Any]) -> BrowserSession:
        number, identity, own_device, began_at, seen_at, endings, any_merger = row
        person = UUID(bytes=identity)
        person = self._mergers.known().person(person) if any_merger else person
        return BrowserSession(number, person, bool(own_device), _moment(began_at), _moment(seen_at), endings)


def has_ended(now: datetime) -> ColumnElement[bool]:
    """Say of a row whether nothing opens with it any more."""
    return not_(is_alive(now))


def _lives(session: BrowserSession, now: datetime) -> bool:
    lasts = LASTS_ON[session.own_device]
    return now - session.seen_at < lasts.idle and now - session.began_at < lasts.most


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
