"""People by the beginning of a name (docs/decisions/0031): no table tells how names begin, so all are read in memory."""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from application.ports.vault.contexts import PersonId
from application.ports.vault.people import PersonDetails
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.people.known_person import KnownPeople
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.people.persons import CORRECTED, NAMED, as_known, identified
from infrastructure.vault.tables import corrected_persons, persons

EVERY_NAME = select(persons.c.id, as_known("name")).outerjoin(corrected_persons, CORRECTED)


class Read(NamedTuple):
    """A name as it was read: from which encrypted field, and what it is compared by."""

    boxed: bytes
    plain: str


class Names:
    """
    Reads every name once, and after that those that are new: of 25,000 the first takes two seconds, each after it a tenth.

    Who was erased or is called otherwise has another field, or none: what was read of it is forgotten with the next search.
    """

    def __init__(self, database: Database, master: MasterKeys, people: KnownPeople, mergers: Mergers) -> None:
        self._database, self._master, self._people, self._mergers = database, master, people, mergers
        self._read: dict[PersonId, Read] = {}

    def beginning(self, beginning: str, *, most: int) -> Sequence[PersonDetails]:
        asked = plain(beginning)
        ranked = ((rank(each.plain, asked), each.plain, person) for person, each in self._every_name().items())
        mergers = self._mergers.known()
        found = dict.fromkeys(mergers.person(person) for fits, _, person in sorted(ranked) if fits < UNFIT)
        people = list(found)[:most]
        details = self._people.details(people)
        return [details[person] for person in people if person in details]

    def _every_name(self) -> dict[PersonId, Read]:
        with self._database.reading() as connection:
            boxes = {UUID(bytes=row.id): row.name for row in connection.execute(EVERY_NAME) if row.name is not None}
        before = self._read
        known = {person: before[person] for person, box in boxes.items() if person in before and before[person].boxed == box}
        names = identified(self._database, self._master, boxes.keys() - known.keys(), "name", NAMED)
        self._read = {**known, **{person: Read(boxes[person], plain(name)) for person, name in names.items()}}
        return self._read


def plain(name: str) -> str:
    """Give what names are compared by when they are searched: no capitals, no accents, single spaces."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(each for each in letters if not unicodedata.combining(each)).split())


UNFIT = 3


def rank(name: str, asked: str) -> int:
    """Give how well a name fits: all of it, its beginning, the beginning of a later part of it, or not at all."""
    if name == asked:
        return 0
    if name.startswith(asked):
        return 1
    return 2 if f" {asked}" in name else UNFIT
