"""What was corrected about where people live, with the moment from which on it was known so."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import select

from application.ports.vault import PersonId, ProvinceKnown
from domain.kernel.acts import Reference
from domain.kernel.text import Purpose
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.people.persons import TERM, key_place, readable, record
from infrastructure.vault.people.references import References
from infrastructure.vault.tables import corrected_statistics, keys, persons

OWN_KEY = (keys.c.person == persons.c.number) & (keys.c.purpose == Purpose.STATISTICS.value) & (keys.c.term == TERM)
CORRECTED = (
    select(persons.c.id, keys.c.wrapped, corrected_statistics.c.at, corrected_statistics.c.province)
    .join_from(corrected_statistics, persons, persons.c.number == corrected_statistics.c.person)
    .join(keys, OWN_KEY)
    .where(corrected_statistics.c.province.is_not(None), keys.c.wrapped.is_not(None))
    .order_by(corrected_statistics.c.number)
)


class Corrections:
    """Gives what was corrected, by the references of a context."""

    def __init__(self, database: Database, master: MasterKeys, references: References, mergers: Mergers) -> None:
        self._database, self._master, self._references, self._mergers = database, master, references, mergers

    def provinces(self, context: str, references: Iterable[Reference]) -> dict[Reference, Sequence[ProvinceKnown]]:
        """Give what was corrected about those of whom it was, oldest first; of nobody who was erased."""
        known = self._by_person()
        whose = self._references.whose(context, references) if known else {}
        return {reference: known[person] for reference, person in whose.items() if person in known}

    def _by_person(self) -> dict[PersonId, list[ProvinceKnown]]:
        """Give all that was corrected, few as they are; of two who were merged as of the person they are."""
        mergers = self._mergers.known()
        found: dict[PersonId, list[ProvinceKnown]] = defaultdict(list)
        with self._database.reading() as connection:
            rows = connection.execute(CORRECTED).all()
        for row in rows:
            person = UUID(bytes=row.id)
            own = record(self._master.unwrap(row.wrapped, key_place(person, Purpose.STATISTICS, TERM)))
            found[mergers.person(person)].append(ProvinceKnown(row.at, readable(own, row.province, person, "province")))
        return found
