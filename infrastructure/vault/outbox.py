"""
What waits to be mailed, and what became of it (docs/decisions/0011). It survives a restart and sends nothing twice.

A row says to whom and for which day, never what: the text is made when it is sent.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import delete, func, insert, select, update

from application.ports.mail import DigestState, QueuedDigest
from application.privacy.register import LASTS, Term
from infrastructure.vault.database import Database
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.tables import digests, persons

KEPT = LASTS[Term.AFTER_MAILING]
"""How long is remembered what became of a digest."""


class StoredOutbox:
    """Implements Outbox (application.ports)."""

    def __init__(self, database: Database, mergers: Mergers) -> None:
        self._database, self._mergers = database, mergers

    def queue(self, wanted: Iterable[QueuedDigest], *, day: date, now: datetime) -> int:
        with self._database.in_turn() as connection:
            connection.execute(delete(digests).where(digests.c.day < day - KEPT))  # and forget what is old
            known = set(connection.scalars(select(digests.c.digest)))
            numbers = {row.id: row.number for row in connection.execute(select(persons.c.id, persons.c.number))}
            new = {"day": day, "state": DigestState.QUEUED, "attempts": 0, "next_attempt": now, "changed_at": now}
            rows = [
                {"digest": each.digest.bytes, "person": numbers[each.person.bytes], **new}
                for each in wanted
                if each.digest.bytes not in known
            ]
            if rows:
                connection.execute(insert(digests), rows)
            return len(rows)

    def is_queued(self, *, since: date) -> bool:
        with self._database.reading() as connection:
            return connection.scalar(select(digests.c.number).where(digests.c.day >= since).limit(1)) is not None

    def waiting(self, now: datetime) -> Sequence[QueuedDigest]:
        query = (
            select(digests.c.digest, persons.c.id, digests.c.attempts)
            .join_from(digests, persons, persons.c.number == digests.c.person)
            .where(digests.c.state == DigestState.QUEUED, digests.c.next_attempt <= now)
            .order_by(digests.c.number)
        )
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        mergers = self._mergers.known()
        return [QueuedDigest(UUID(bytes=row.digest), mergers.person(UUID(bytes=row.id)), row.attempts) for row in rows]

    def claim(self, digest: UUID, now: datetime) -> bool:
        with self._database.in_turn() as connection:
            mine = update(digests).where(digests.c.digest == digest.bytes, digests.c.state == DigestState.QUEUED)
            return connection.execute(mine.values(state=DigestState.SENDING, changed_at=now)).rowcount == 1

    def settle(self, digest: UUID, state: DigestState, now: datetime) -> None:
        with self._database.writing() as connection:
            connection.execute(update(digests).where(digests.c.digest == digest.bytes).values(state=state, changed_at=now))

    def retry(self, digest: UUID, *, after: datetime, now: datetime) -> None:
        again = {"state": DigestState.QUEUED, "attempts": digests.c.attempts + 1, "next_attempt": after, "changed_at": now}
        with self._database.writing() as connection:
            connection.execute(update(digests).where(digests.c.digest == digest.bytes).values(**again))

    def give_up(self, *, before: date, claimed_before: datetime, now: datetime) -> int:
        late = update(digests).where(digests.c.state == DigestState.QUEUED, digests.c.day < before)
        doubtful = update(digests).where(digests.c.state == DigestState.SENDING, digests.c.changed_at < claimed_before)
        with self._database.writing() as connection:
            given_up = connection.execute(late.values(state=DigestState.GIVEN_UP, changed_at=now)).rowcount
            return given_up + connection.execute(doubtful.values(state=DigestState.UNKNOWN, changed_at=now)).rowcount

    def told(self) -> Mapping[DigestState, int]:
        """Give how many digests there are in each state, as far as they are remembered."""
        query = select(digests.c.state, func.count()).group_by(digests.c.state)
        with self._database.reading() as connection:
            return Counter({DigestState(row[0]): row[1] for row in connection.execute(query)})
