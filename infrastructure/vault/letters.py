"""
Letters that follow from events, and what became of them (docs/decisions/0011). They survive a restart, and none is sent twice.

What a letter is about is kept encrypted, and only until it was sent: that somebody joined something is nobody's business.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import insert, select, update

from application.ports.mail import DigestState, EventLetter
from domain.kernel.days import day_of
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.tables import about, letters, persons

WIDTH = 4_096
"""Of what a letter is about, at least: its length does not tell what happened."""

_of = letters.c


class StoredEventLetters:
    """Implements EventLetters (application.ports)."""

    def __init__(self, database: Database, master: MasterKeys, mergers: Mergers) -> None:
        self._database, self._master, self._mergers = database, master, mergers

    def told_until(self) -> int | None:
        with self._database.reading() as connection:
            found: int | None = connection.scalar(select(about.c.letters_until))
        return found

    def queue(self, wanted: Iterable[EventLetter], *, told: int | None, until: int, now: datetime) -> bool:
        with self._database.in_turn() as connection:
            if connection.scalar(select(about.c.letters_until)) != told:
                return False
            connection.execute(update(about).values(letters_until=until))
            living = select(persons.c.id, persons.c.number).where(persons.c.secret.is_not(None))
            new = list(wanted)
            of = living.where(persons.c.id.in_({each.person.bytes for each in new}))
            numbers = {row.id: row.number for row in connection.execute(of)}
            known = set(connection.scalars(select(_of.name).where(_of.name.in_({each.name.bytes for each in new}))))
            state = {"state": DigestState.QUEUED, "day": day_of(now), "attempts": 0, "next_attempt": now, "changed_at": now}
            rows = [
                {"name": each.name.bytes, "person": numbers[each.person.bytes], "content": self._wrapped(each), **state}
                for each in new
                if each.name.bytes not in known and each.person.bytes in numbers
            ]
            if rows:
                connection.execute(insert(letters), rows)
        return True

    def waiting(self, now: datetime) -> Sequence[EventLetter]:
        query = select(letters, persons.c.id).join_from(letters, persons, persons.c.number == _of.person)
        due = (_of.state == DigestState.QUEUED, _of.next_attempt <= now)
        with self._database.reading() as connection:
            rows = connection.execute(query.where(*due).order_by(_of.number)).all()
        mergers = self._mergers.known()
        return [
            EventLetter(
                UUID(bytes=row.name),
                mergers.person(UUID(bytes=row.id)),
                attempts=row.attempts,
                **json.loads(self._master.unwrap(row.content, letter_place(row.name))),
            )
            for row in rows
        ]

    def claim(self, letter: EventLetter, now: datetime) -> bool:
        mine = update(letters).where(_of.name == letter.name.bytes, _of.state == DigestState.QUEUED)
        with self._database.in_turn() as connection:
            return connection.execute(mine.values(state=DigestState.SENDING, changed_at=now)).rowcount == 1

    def settle(self, letter: EventLetter, state: DigestState, now: datetime) -> None:
        this = update(letters).where(_of.name == letter.name.bytes)
        with self._database.in_turn() as connection:
            connection.execute(this.values(state=state, changed_at=now, content=None))

    def retry(self, letter: EventLetter, *, after: datetime, now: datetime) -> None:
        again = {"state": DigestState.QUEUED, "attempts": _of.attempts + 1, "next_attempt": after, "changed_at": now}
        with self._database.in_turn() as connection:
            connection.execute(update(letters).where(_of.name == letter.name.bytes).values(**again))

    def give_up(self, *, queued_before: datetime, claimed_before: datetime, now: datetime) -> int:
        late = update(letters).where(_of.state == DigestState.QUEUED, _of.day < day_of(queued_before))
        doubtful = update(letters).where(_of.state == DigestState.SENDING, _of.changed_at < claimed_before)
        nothing = {"content": None, "changed_at": now}
        with self._database.in_turn() as connection:
            given_up = connection.execute(late.values(state=DigestState.GIVEN_UP, **nothing)).rowcount
            return given_up + connection.execute(doubtful.values(state=DigestState.UNKNOWN, **nothing)).rowcount

    def _wrapped(self, letter: EventLetter) -> bytes:
        said = json.dumps({"kind": letter.kind, "facts": dict(letter.facts)}).encode()
        return self._master.wrap(said.ljust(WIDTH), letter_place(letter.name.bytes))


def letter_place(name: bytes) -> str:
    """Give the place to which what a letter is about is bound."""
    return f"letter|{name.hex()}"
