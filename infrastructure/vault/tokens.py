"""Tokens: who presents one is somebody in a role. Only their digests are kept."""

import hashlib
import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, insert, select, update

from application.ports.vault import TOKEN_DAYS, IssuedToken, PersonId, Session
from domain.kernel.acts import Role
from infrastructure.compiled_queries import CompiledQuery
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.people.persons import IN_A_MERGER, NAMED, identified, number_of_living
from infrastructure.vault.tables import persons, tokens

PREFIX = "np_"
SESSIONS = (
    select(tokens.c.number, tokens.c.role, tokens.c.network, tokens.c.endings, persons.c.id, IN_A_MERGER)
    .join_from(tokens, persons, persons.c.number == tokens.c.person, isouter=True)
    .where(tokens.c.ended_at.is_(None), tokens.c.expires_at > bindparam("now"))
)
SESSION = CompiledQuery(SESSIONS.where(tokens.c.digest == bindparam("digest")))


class Tokens:
    """Who holds which token."""

    def __init__(self, database: Database, master: MasterKeys, mergers: Mergers, clock: Callable[[], datetime]) -> None:
        self._database, self._master, self._mergers, self._clock = database, master, mergers, clock

    def issue(
        self,
        role: Role,
        *,
        person: PersonId | None = None,
        network: UUID | None = None,
        endings: int = 0,
        days: int = TOKEN_DAYS,
    ) -> str:
        """
        Make a token and remember only its digest.

        :raises PersonUnknown: if there is no such person
        :raises PersonErased: if the person was erased
        """
        token, now = f"{PREFIX}{secrets.token_urlsafe(32)}", self._clock()
        with self._database.in_turn() as connection:
            number = None if person is None else number_of_living(connection, self._mergers.known().person(person))
            connection.execute(
                insert(tokens).values(
                    digest=digest(token),
                    person=number,
                    role=role.value,
                    network=None if network is None else network.bytes,
                    endings=endings,
                    issued_at=now,
                    expires_at=_seconds(now + timedelta(days=days)),
                )
            )
        return token

    def session(self, token: str) -> Session | None:
        rows = self._database.rows(SESSION, digest=digest(token), now=_seconds(self._clock()))
        return next((self._session(row) for row in rows), None)  # a digest is there once

    def living(self) -> Mapping[int, Session]:
        with self._database.reading() as connection:
            rows = connection.execute(SESSIONS.order_by(tokens.c.number), {"now": _seconds(self._clock())}).all()
        return {row.number: self._session(row) for row in rows}

    def _session(self, row: Sequence[Any]) -> Session:
        _, role, network, endings, identity, in_a_merger = row
        person = identity and UUID(bytes=identity)
        person = self._mergers.known().person(person) if in_a_merger else person
        return Session(person, Role(role), network and UUID(bytes=network), endings)

    def issued(self) -> Sequence[IssuedToken]:
        query = select(tokens, persons.c.id).join_from(tokens, persons, persons.c.number == tokens.c.person, isouter=True)
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(tokens.c.number)).all()
        mergers = self._mergers.known()
        people = {row.id: mergers.person(UUID(bytes=row.id)) for row in rows if row.id is not None}
        names = identified(self._database, self._master, people.values(), "name", NAMED)
        return [
            IssuedToken(
                number=row.number,
                person=people.get(row.id),
                name=names.get(people[row.id]) if row.id in people else None,
                role=Role(row.role),
                network=row.network and UUID(bytes=row.network),
                issued_at=row.issued_at,
                expires_at=datetime.fromtimestamp(row.expires_at, UTC),
                ended_at=row.ended_at,
            )
            for row in rows
        ]

    def end(self, number: int) -> bool:
        query = update(tokens).where(tokens.c.number == number, tokens.c.ended_at.is_(None))
        with self._database.writing() as connection:
            connection.execute(query.values(ended_at=self._clock()))
            return connection.scalar(select(tokens.c.number).where(tokens.c.number == number)) is not None


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def digest(token: str) -> bytes:
    """Give what is kept of a token: it is random, so that no salt or slow hash is needed."""
    return hashlib.sha256(token.encode()).digest()
