"""
What waits to be mailed, and what became of it (docs/decisions/0011). It survives a restart and sends nothing twice.

A row says to whom and for which day, never what: the text is made when it is sent.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from random import SystemRandom
from uuid import UUID

from sqlalchemy import delete, func, insert, select, update

from application.ports.mail import DigestState, QueuedDigest
from application.privacy.register import LASTS, Term
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.people.owned import OwnedRows
from infrastructure.vault.tables import digests, persons

KEPT = LASTS[Term.AFTER_MAILING]
"""How long is remembered what became of a digest."""


class StoredOutbox:
    """Implements Outbox (application.ports)."""

    def __init__(self, database: Database, master: MasterKeys, mergers: Mergers) -> None:
        self._database, self._master, self._mergers = database, master, mergers
        self._owned = OwnedRows(master)

    def queue(self, wanted: Iterable[QueuedDigest], *, day: date, now: datetime) -> int:
        with self._database.in_turn() as connection:
            connection.execute(delete(digests).where(digests.c.day < day - KEPT))  # and forget what is old
            known = set(connection.scalars(select(digests.c.mark)))
            living = {UUID(bytes=row) for row in connection.scalars(select(persons.c.id).where(persons.c.secret.is_not(None)))}
            queued = {self._mark(each.digest): each for each in wanted if each.person in living}
            new = {mark: each for mark, each in queued.items() if mark not in known}
            owners = self._owned.free(connection, digests, [each.person for each in new.values()], day)
            same = {"day": day, "state": DigestState.QUEUED, "attempts": 0, "next_attempt": now, "changed_at": now}
            rows = [
                {"mark": mark, "owner": owners[each.person], "content": self._closed(mark, each), **same}
                for mark, each in new.items()
            ]
            if rows:
                connection.execute(insert(digests), SystemRandom().sample(rows, len(rows)))
            return len(rows)

    def _mark(self, digest: UUID) -> bytes:
        """Give what a message is found by: its id follows from whose it is."""
        return self._master.message_index(str(digest))

    def _closed(self, mark: bytes, queued: QueuedDigest) -> bytes:
        return self._master.wrap(queued.digest.bytes + queued.person.bytes, message_place(mark))

    def is_queued(self, *, since: date) -> bool:
        with self._database.reading() as connection:
            return connection.scalar(select(digests.c.number).where(digests.c.day >= since).limit(1)) is not None

    def waiting(self, now: datetime) -> Sequence[QueuedDigest]:
        query = (
            select(digests.c.mark, digests.c.content, digests.c.attempts)
            .where(digests.c.state == DigestState.QUEUED, digests.c.next_attempt <= now)
            .order_by(digests.c.number)
        )
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        mergers = self._mergers.known()
        opened = ((self._master.unwrap(row.content, message_place(row.mark)), row.attempts) for row in rows)
        return [QueuedDigest(UUID(bytes=ids[:16]), mergers.person(UUID(bytes=ids[16:])), attempts) for ids, attempts in opened]

    def claim(self, digest: UUID, now: datetime) -> bool:
        with self._database.in_turn() as connection:
            mine = update(digests).where(digests.c.mark == self._mark(digest), digests.c.state == DigestState.QUEUED)
            return connection.execute(mine.values(state=DigestState.SENDING, changed_at=now)).rowcount == 1

    def settle(self, digest: UUID, state: DigestState, now: datetime) -> None:
        with self._database.writing() as connection:
            connection.execute(update(digests).where(digests.c.mark == self._mark(digest)).values(state=state, changed_at=now))

    def retry(self, digest: UUID, *, after: datetime, now: datetime) -> None:
        again = {"state": DigestState.QUEUED, "attempts": digests.c.attempts + 1, "next_attempt": after, "changed_at": now}
        with self._database.writing() as connection:
            connection.execute(update(digests).where(digests.c.mark == self._mark(digest)).values(**again))

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


def message_place(mark: bytes) -> str:
    """Give the place to which it is bound whose a message is."""
    return f"message|{mark.hex()}"
