"""Wishes of people: each encrypted, nothing says whose (docs/decisions/0041). Implements StoredWishes (application.ports)."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import insert, select, update

from application.ports.vault.contexts import PersonId
from application.ports.wishes import Wish
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.people.owned import OwnedRows
from infrastructure.vault.people.persons import number_of_living
from infrastructure.vault.tables import wishes

WIDTH = 2_048
"""Of a wish as it is encrypted, at least: its length does not tell one from another, nor that it was answered."""
WISH: TypeAdapter[Wish] = TypeAdapter(Wish)
_of = wishes.c


class KeptWishes:
    """What everybody wishes."""

    def __init__(self, database: Database, master: MasterKeys, mergers: Mergers) -> None:
        self._database, self._master, self._mergers = database, master, mergers
        self._owned = OwnedRows(master)

    def keep(self, wish: Wish) -> None:
        mark = os.urandom(16)
        with self._database.in_turn() as connection:
            holder = self._mergers.known().person(wish.person)
            number_of_living(connection, holder)
            owner = self._owned.free(connection, wishes, [holder])[holder]
            content = self._closed(mark, replace(wish, person=holder))
            connection.execute(insert(wishes).values(mark=mark, owner=owner, content=content))

    def of(self, person: PersonId) -> Sequence[Wish]:
        rows = self._mergers.known().rows(person)
        with self._database.reading() as connection:
            own = self._owned.of(connection, wishes, rows)
            found = connection.execute(select(wishes).where(_of.owner.in_(own)).order_by(_of.number)).all()
        return [self._opened(row) for row in found]

    def every(self) -> Sequence[Wish]:
        with self._database.reading() as connection:
            found = connection.execute(select(wishes).order_by(_of.number)).all()
        return [self._opened(row) for row in found]

    def take_back(self, person: PersonId, number: int) -> bool:
        with self._database.in_turn() as connection:
            for row in self._mergers.known().rows(person):
                own = self._owned.of(connection, wishes, [row])
                this = select(_of.owner).where(_of.owner.in_(own), _of.number == number)
                if (owner := connection.scalar(this)) is not None:
                    self._owned.delete_some(connection, wishes, row, [owner])
                    return True
        return False

    def answer(self, answered: Iterable[Wish], said: str) -> None:
        numbers = {each.number for each in answered}
        with self._database.in_turn() as connection:
            for row in connection.execute(select(wishes).where(_of.number.in_(numbers))).all():
                content = self._closed(row.mark, replace(self._opened(row), answer=said, number=0))
                connection.execute(update(wishes).where(_of.number == row.number).values(content=content))

    def _closed(self, mark: bytes, wish: Wish) -> bytes:
        return self._master.wrap(WISH.dump_json(wish).ljust(WIDTH), wish_place(mark))

    def _opened(self, row: Any) -> Wish:  # noqa: ANN401  # a row of wishes
        wish = opened(self._master, row)
        return replace(wish, person=self._mergers.known().person(wish.person), number=row.number)


def opened(master: MasterKeys, row: Any) -> Wish:  # noqa: ANN401  # the same
    """Decrypt what is kept of a wish."""
    return WISH.validate_json(master.unwrap(row.content, wish_place(row.mark)))


def wish_place(mark: bytes) -> str:
    """Give the place to which a wish is bound."""
    return f"wish|{mark.hex()}"
