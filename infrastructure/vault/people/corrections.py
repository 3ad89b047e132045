"""What was corrected about where people live, with the moment from which on it was known so."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import select

from application.ports.vault.contexts import PersonId
from application.ports.vault.people import ProvinceKnown
from domain.kernel.acts import Reference
from domain.kernel.text import Purpose
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.people.persons import TERM, CorrectedStatistics, key_place, readable, record
from infrastructure.vault.people.references import References
from infrastructure.vault.tables import corrected_statistics, keys, persons

OWN_KEY = (keys.c.person == persons.c.number) & (keys.c.purpose == Purpose.STATISTICS.value) & (keys.c.term == TERM)
KEYS = select(persons.c.id, keys.c.wrapped).join_from(persons, keys, OWN_KEY).where(keys.c.wrapped.is_not(None))
CORRECTED = select(corrected_statistics).order_by(corrected_statistics.c.number)


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
        with self._database.reading() as connection:
            every = [CorrectedStatistics.opened(self._master, row) for row in connection.execute(CORRECTED)]
        own = self._keys_of({each.person for each in every})
        mergers, found = self._mergers.known(), defaultdict[PersonId, list[ProvinceKnown]](list)
        for each in every:
            if each.province is not None and each.person in own:
                province = readable(record(own[each.person]), each.province, each.person, "province")
                found[mergers.person(each.person)].append(ProvinceKnown(each.at, province))
        return found

    def _keys_of(self, people: Iterable[PersonId]) -> dict[PersonId, bytes]:
        """Give the keys of those of whom they were not destroyed."""
        rows = self._database.among(KEYS, persons.c.id, (person.bytes for person in people))
        wrapped = {UUID(bytes=row.id): row.wrapped for row in rows}
        return {person: self._master.unwrap(box, key_place(person, Purpose.STATISTICS, TERM)) for person, box in wrapped.items()}
