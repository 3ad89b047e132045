"""Sealing and opening texts: personal ones with a key of their author, closed ones with the key of their dossier."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from domain.kernel.text import Sealed, SealedFor
from infrastructure.compiled_queries import CompiledQuery
from infrastructure.vault.database import Database
from infrastructure.vault.errors import KeyDestroyed, SealBroken
from infrastructure.vault.keys.sealing import Seal, key_id
from infrastructure.vault.keys.wrapping import MasterKeys, new_key
from infrastructure.vault.pending import DossierWrite, PendingRows
from infrastructure.vault.people.persons import key_place
from infrastructure.vault.people.references import References
from infrastructure.vault.tables import contexts, dossiers, keys, known_references, pending, persons

ALL_KEYS = CompiledQuery(
    select(persons.c.id, keys.c.purpose, keys.c.term, keys.c.wrapped)
    .join_from(known_references, contexts, contexts.c.number == known_references.c.context)
    .join(persons, persons.c.number == known_references.c.person)
    .join(keys, keys.c.person == persons.c.number)
    .where(contexts.c.blind == bindparam("context"), known_references.c.blind == bindparam("blind"))
)
DOSSIER_KEY = CompiledQuery(select(dossiers.c.wrapped).where(dossiers.c.dossier == bindparam("dossier")))


class Texts:
    """What is sealed, and who can still open it."""

    def __init__(
        self, database: Database, master: MasterKeys, references: References, pending: PendingRows, clock: Callable[[], datetime]
    ) -> None:
        self._database, self._master, self._references = database, master, references
        self._pending, self._clock = pending, clock

    def open(self, sealed: Sealed, place: SealedFor, *, context: str | None = None) -> str | None:
        """
        Open a sealed text (personal texts need their context); None when its key was destroyed.

        :raises SealBroken: if it is not where it belongs or was altered
        """
        return self._open_closed(sealed, place) if context is None else self._open_personal(sealed, place, context)

    # Personal

    def _open_personal(self, sealed: Sealed, place: SealedFor, context: str) -> str | None:
        """Open a personal text, None when the key was destroyed or its author is not known any more."""
        wrapped_keys = self._wrapped_keys(context, place.subject)
        if not wrapped_keys:
            self._references.bring_up_to_date(context)
            wrapped_keys = self._wrapped_keys(context, place.subject)
        for where, wrapped in wrapped_keys:  # the one that opens it is looked for: unwrapping all of them takes twice as long
            key = None if wrapped is None else self._master.unwrap(wrapped, where)
            if key is not None and key_id(key, context) == sealed.key:
                return Seal(key, context).open(sealed, place)
        if not wrapped_keys or any(wrapped is None for _, wrapped in wrapped_keys):
            return None
        raise SealBroken

    def _wrapped_keys(self, context: str, reference: str) -> list[tuple[str, bytes | None]]:
        """Give the wrapped keys of the person behind a reference, each with its place; None for each that was destroyed."""
        blind = {"context": self._master.context_index(context), "blind": self._master.reference_index(context, reference)}
        found = self._database.rows(ALL_KEYS, **blind)
        return [(key_place(UUID(bytes=person), purpose, term), wrapped) for person, purpose, term, wrapped in found]

    # Closed

    def kept_key(self, dossier: UUID) -> bytes | None:
        """
        Give the wrapped key of a dossier, None when none is kept yet.

        :raises KeyDestroyed: if it was destroyed
        """
        for (wrapped,) in self._database.rows(DOSSIER_KEY, dossier=dossier.bytes):
            if wrapped is None:
                raise KeyDestroyed
            return bytes(wrapped)
        return None

    def made_key(self, dossier: UUID) -> DossierWrite:
        """Make the key of a dossier, and keep it nowhere yet."""
        return DossierWrite(dossier=dossier, wrapped=self._master.wrap(new_key(), dossier_place(dossier)))

    def put(self, connection: Connection, write: DossierWrite) -> None:
        """Put the key of a dossier where it is kept, unless that was destroyed meanwhile."""
        if connection.scalar(select(dossiers.c.number).where(dossiers.c.dossier == write.dossier.bytes)) is None:
            connection.execute(insert(dossiers).values(dossier=write.dossier.bytes, wrapped=write.wrapped))

    def _open_closed(self, sealed: Sealed, place: SealedFor) -> str | None:
        """
        Open a closed text, None when the key of its dossier was destroyed or never made.

        One that is pending opens it too: whoever has a sealed text knows that it was recorded.
        """
        try:
            dossier = UUID(place.subject)
        except ValueError:
            raise SealBroken from None
        try:
            wrapped = self.key_of(dossier)
        except KeyDestroyed:
            return None
        return None if wrapped is None else self.dossier_seal(wrapped, dossier).open(sealed, place)

    def key_of(self, dossier: UUID) -> bytes | None:
        """
        Give the wrapped key of a dossier, also one that is pending, None when there is none.

        :raises KeyDestroyed: if it was destroyed
        """
        kept = self.kept_key(dossier)
        if kept is not None:
            return kept
        found = self._pending.about([self._pending.dossier(dossier)], DossierWrite)
        return next((write.wrapped for write in found.values()), None)

    def destroy_dossier_key(self, dossier: UUID) -> None:
        """Destroy the key of a dossier, also one that was never made; destroying it again changes nothing."""
        of = dossiers.c.dossier == dossier.bytes
        with self._database.in_turn() as connection:
            connection.execute(delete(pending).where(pending.c.subject == self._pending.dossier(dossier)))
            if connection.scalar(select(dossiers.c.number).where(of)) is None:
                connection.execute(insert(dossiers).values(dossier=dossier.bytes, destroyed_at=self._clock()))
            left = of & dossiers.c.wrapped.is_not(None)
            connection.execute(update(dossiers).where(left).values(wrapped=None, destroyed_at=self._clock()))
        self._database.wipe()

    def dossier_seal(self, wrapped: bytes, dossier: UUID) -> Seal:
        return Seal(self._master.unwrap(wrapped, dossier_place(dossier)), f"dossier/{dossier}")


def dossier_place(dossier: UUID) -> str:
    """Give the place to which the wrapped key of a dossier is bound."""
    return f"dossier|{dossier}"
