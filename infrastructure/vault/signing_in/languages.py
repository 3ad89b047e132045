"""In which language people read: that of the pages when they signed in last. Who never said so reads Dutch."""

from sqlalchemy import delete, insert, select

from application.ports.vault.contexts import PersonId
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.people.owned import OwnedRows
from infrastructure.vault.people.persons import number_of_living
from infrastructure.vault.tables import reading_languages

WIDTH = 8
"""Of a language, as it is encrypted: its length does not tell which."""
_of = reading_languages.c


class StoredLanguages:
    """Implements ReadingLanguages (application.ports)."""

    def __init__(self, database: Database, master: MasterKeys, mergers: Mergers) -> None:
        self._database, self._master, self._mergers = database, master, mergers
        self._owned = OwnedRows(master)

    def keep(self, person: PersonId, language: str) -> None:
        row = self._mergers.known().person(person)
        owner = self._owned.first(reading_languages, row)
        content = self._master.wrap(language.ljust(WIDTH).encode(), language_place(owner))
        with self._database.in_turn() as connection:
            number_of_living(connection, row)
            connection.execute(delete(reading_languages).where(_of.owner == owner))
            connection.execute(insert(reading_languages).values(owner=owner, content=content))

    def of(self, person: PersonId) -> str | None:
        owners = [self._owned.first(reading_languages, row) for row in self._mergers.known().rows(person)]
        newest = select(reading_languages).where(_of.owner.in_(owners)).order_by(_of.number.desc()).limit(1)
        with self._database.reading() as connection:
            row = connection.execute(newest).first()
        return None if row is None else self._master.unwrap(row.content, language_place(row.owner)).decode().strip()


def language_place(owner: bytes) -> str:
    """Give the place to which the language of somebody is bound."""
    return f"language|{owner.hex()}"
