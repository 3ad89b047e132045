"""A vault that cannot write: commands are tried with it. References are read, nothing is sealed, and a would-be write says so."""

from collections.abc import Mapping
from typing import Any, cast
from uuid import UUID

from application.ports.vault.contexts import PersonId
from application.ports.vault.pending import PendingWrites
from application.ports.vault.people import KnownPerson
from application.ports.vault.vault import Vault
from domain.kernel.acts import Reference
from domain.kernel.text import Purpose, Sealed, SealedFor

SOMEBODY = UUID(int=0)
"""Whoever will be filled in: nobody whom the vault knows."""
NOBODY: Reference = "r" + "0" * 32

NOT_SEALED = Sealed(key="0" * 32, value="0" * 32, commitment="0" * 64, box="x")
"""What stands in place of a sealed text."""

READS = frozenset({"whose", "names", "details", "open", "keyed_digest", "addresses", "person_named", "people_named"})


class WouldWrite(Exception):  # no mistake: the command was allowed so far
    """A command that is tried comes to where it would write into the vault."""


class _Somebody:
    """Whoever will be filled in: known in no context, and a member of nothing."""

    id = SOMEBODY
    is_erased = False
    statistics: Mapping[str, str] = {}
    counts = True

    def reference(self, _context: str) -> Reference:
        return NOBODY

    def references(self, _context: str) -> tuple[Reference, ...]:
        return (NOBODY,)

    def seal(self, _text: str, *, purpose: Purpose, context: str, place: SealedFor) -> Sealed:  # as the port
        return NOT_SEALED


class _Known:
    """Somebody whom the vault knows; of their texts nothing is sealed."""

    def __init__(self, person: KnownPerson) -> None:
        self.id, self.is_erased, self.statistics, self.counts = person.id, person.is_erased, person.statistics, person.counts
        self.reference, self.references = person.reference, person.references

    def seal(self, _text: str, *, purpose: Purpose, context: str, place: SealedFor) -> Sealed:  # as the port
        return NOT_SEALED


class _NothingWritten:
    """What a command would write: the text of a case is not sealed, anything else ends the trial."""

    def seal_closed(self, _text: str, *, dossier: UUID, place: SealedFor) -> Sealed:  # as the port
        return NOT_SEALED

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # any method of the port
        raise WouldWrite(name)


class DryVault:
    """A vault of which only what reads is there."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._known: dict[PersonId, KnownPerson] = {SOMEBODY: _Somebody()}

    @property
    def as_vault(self) -> Vault:
        """It as what use cases take; what is not there refuses to be called."""
        return cast("Vault", self)

    @property
    def writes(self) -> PendingWrites:
        """What a command collects: nothing."""
        return cast("PendingWrites", _NothingWritten())

    def known(self, person: PersonId) -> KnownPerson:
        """Look a person up, once for all that is tried."""
        if person not in self._known:
            self._known[person] = cast("KnownPerson", _Known(self._vault.known(person)))
        return self._known[person]

    def reference(self, person: PersonId, context: str) -> Reference:
        return self.known(person).reference(context)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # any method of the port
        if name not in READS:
            raise WouldWrite(name)
        return getattr(self._vault, name)
