"""In which language people read: that of the pages when they signed in last. Who never said so reads Dutch."""

from sqlalchemy import delete, insert, select

from application.ports.vault import PersonId
from infrastructure.vault.database import Database
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.people.persons import number_of, number_of_living
from infrastructure.vault.tables import reading_languages


class StoredLanguages:
    """Implements ReadingLanguages (application.ports)."""

    def __init__(self, database: Database, mergers: Mergers) -> None:
        self._database, self._mergers = database, mergers

    def keep(self, person: PersonId, language: str) -> None:
        of = reading_languages.c
        with self._database.in_turn() as connection:
            number = number_of_living(connection, self._mergers.known().person(person))
            connection.execute(delete(reading_languages).where(of.person == number))
            connection.execute(insert(reading_languages).values(person=number, language=language))

    def of(self, person: PersonId) -> str | None:
        of = reading_languages.c
        with self._database.reading() as connection:
            numbers = [number_of(connection, row) for row in self._mergers.known().rows(person)]
            newest = select(of.language).where(of.person.in_(numbers)).order_by(of.number.desc()).limit(1)
            found: str | None = connection.scalar(newest)
        return found
