"""
Letters that follow from events, and what became of them (docs/decisions/0011). They survive a restart, and none is sent twice.

To whom a letter is and about what is kept encrypted, and only until it was sent: that somebody joined is nobody's business.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from random import SystemRandom
from uuid import UUID

from sqlalchemy import insert, select, update

from application.ports.mail import DigestState, EventLetter
from domain.kernel.days import day_of
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.people.owned import OwnedRows
from infrastructure.vault.tables import about, letters, persons

WIDTH = 4_096
"""Of what a letter is about, at least: its length does not tell what happened."""

_of = letters.c


class StoredEventLetters:
    """Implements EventLetters (application.ports)."""

    def __init__(self, database: Database, master: MasterKeys, mergers: Mergers) -> None:
        self._database, self._master, self._mergers = database, master, mergers
        self._owned = OwnedRows(master)

    def told_until(self) -> int | None:
        with self._database.reading() as connection:
            found: int | None = connection.scalar(select(about.c.letters_until))
        return found

    def queue(self, wanted: Iterable[EventLetter], *, told: int | None, until: int, now: datetime) -> bool:
        with self._database.in_turn() as connection:
            if connection.scalar(select(about.c.letters_until)) != told:
                return False
            connection.execute(update(about).values(letters_until=until))
            living = {UUID(bytes=row) for row in connection.scalars(select(persons.c.id).where(persons.c.secret.is_not(None)))}
            marked = {self._mark(each.name): each for each in wanted if each.person in living}
            known = set(connection.scalars(select(_of.mark).where(_of.mark.in_(marked))))
            new = {mark: each for mark, each in marked.items() if mark not in known}
            state = {"state": DigestState.QUEUED, "day": day_of(now), "attempts": 0, "next_attempt": now, "changed_at": now}
            for mark, each in SystemRandom().sample(list(new.items()), len(new)):
                owner = self._owned.free(connection, letters, [each.person], day_of(now))[each.person]
                content = self._wrapped(mark, each)
                connection.execute(insert(letters).values(mark=mark, owner=owner, content=content, **state))
        return True

    def waiting(self, now: datetime) -> Sequence[EventLetter]:
        due = select(letters).where(_of.state == DigestState.QUEUED, _of.next_attempt <= now)
        with self._database.reading() as connection:
            rows = connection.execute(due.order_by(_of.number)).all()
        mergers = self._mergers.known()
        said = [(row.attempts, json.loads(self._master.unwrap(row.content, letter_place(row.mark)))) for row in rows]
        return [
            EventLetter(UUID(each["name"]), mergers.person(UUID(each["person"])), each["kind"], each["facts"], attempts)
            for attempts, each in said
        ]

    def claim(self, letter: EventLetter, now: datetime) -> bool:
        mine = update(letters).where(_of.mark == self._mark(letter.name), _of.state == DigestState.QUEUED)
        with self._database.in_turn() as connection:
            return connection.execute(mine.values(state=DigestState.SENDING, changed_at=now)).rowcount == 1

    def settle(self, letter: EventLetter, state: DigestState, now: datetime) -> None:
        this = update(letters).where(_of.mark == self._mark(letter.name))
        with self._database.in_turn() as connection:
            connection.execute(this.values(state=state, changed_at=now, content=None))

    def retry(self, letter: EventLetter, *, after: datetime, now: datetime) -> None:
        again = {"state": DigestState.QUEUED, "attempts": _of.attempts + 1, "next_attempt": after, "changed_at": now}
        with self._database.in_turn() as connection:
            connection.execute(update(letters).where(_of.mark == self._mark(letter.name)).values(**again))

    def give_up(self, *, queued_before: datetime, claimed_before: datetime, now: datetime) -> int:
        late = update(letters).where(_of.state == DigestState.QUEUED, _of.day < day_of(queued_before))
        doubtful = update(letters).where(_of.state == DigestState.SENDING, _of.changed_at < claimed_before)
        nothing = {"content": None, "changed_at": now}
        with self._database.in_turn() as connection:
            given_up = connection.execute(late.values(state=DigestState.GIVEN_UP, **nothing)).rowcount
            return given_up + connection.execute(doubtful.values(state=DigestState.UNKNOWN, **nothing)).rowcount

    def _mark(self, name: UUID) -> bytes:
        """Give what a letter is found by: its name follows from whose it is."""
        return self._master.message_index(str(name))

    def _wrapped(self, mark: bytes, letter: EventLetter) -> bytes:
        said = {"name": str(letter.name), "person": str(letter.person), "kind": letter.kind, "facts": dict(letter.facts)}
        return self._master.wrap(json.dumps(said).encode().ljust(WIDTH), letter_place(mark))


def letter_place(mark: bytes) -> str:
    """Give the place to which it is bound to whom a letter is and what it is about."""
    return f"letter|{mark.hex()}"
