"""What was corrected about where people live, with the moment from which on it was known so."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import select

from application.ports.vault import ProvinceKnown
from domain.kernel.acts import Reference
from domain.kernel.text import Purpose
from infrastructure.vault.database import Database
from infrastructure.vault.keys import MasterKeys
from infrastructure.vault.persons import TERM, key_place, readable, record
from infrastructure.vault.references import References
from infrastructure.vault.tables import contexts, corrected_statistics, keys, known_references, persons

OWN_KEY = (keys.c.person == persons.c.number) & (keys.c.purpose == Purpose.STATISTICS.value) & (keys.c.term == TERM)
CORRECTED = (
    select(known_references.c.blind, persons.c.id, keys.c.wrapped, corrected_statistics.c.at, corrected_statistics.c.province)
    .join_from(corrected_statistics, persons, persons.c.number == corrected_statistics.c.person)
    .join(keys, OWN_KEY)
    .join(known_references, known_references.c.person == persons.c.number)
    .join(contexts, contexts.c.number == known_references.c.context)
    .where(corrected_statistics.c.province.is_not(None), keys.c.wrapped.is_not(None))
    .order_by(corrected_statistics.c.number)
)


class Corrections:
    """Gives what was corrected, by the references of a context."""

    def __init__(self, database: Database, master: MasterKeys, references: References) -> None:
        self._database, self._master, self._references = database, master, references

    def provinces(self, context: str, references: Iterable[Reference]) -> dict[Reference, Sequence[ProvinceKnown]]:
        """Give what was corrected about those of whom it was, oldest first; of nobody who was erased."""
        wanted = {self._master.reference_index(context, reference): reference for reference in references}
        self._references.bring_up_to_date(context)
        found: dict[Reference, list[ProvinceKnown]] = defaultdict(list)
        with self._database.reading() as connection:
            rows = connection.execute(CORRECTED.where(contexts.c.blind == self._master.context_index(context))).all()
        for row in rows:
            if row.blind in wanted:
                person = UUID(bytes=row.id)
                own = record(self._master.unwrap(row.wrapped, key_place(person, Purpose.STATISTICS, TERM)))
                found[wanted[row.blind]].append(ProvinceKnown(row.at, readable(own, row.province, person, "province")))
        return dict(found)
