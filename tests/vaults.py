"""What a command that was recorded would have written into a vault: for tests of what comes after."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from typing import TypeVar
from uuid import UUID, uuid4

from application.ports.errors import ConcurrentChange
from application.ports.vault.contexts import PersonId
from application.ports.vault.pending import PendingWrites
from application.ports.vault.vault import Vault
from domain.kernel.text import Sealed, SealedFor

T = TypeVar("T")

DIGEST = "0" * 64
EARLY = datetime(2022, 6, 28, tzinfo=UTC)


def written(vault: Vault, decide: Callable[[PendingWrites], T]) -> T:
    """Write what a command decides and let everybody see it; when somebody else was first, it decides again."""
    while True:
        writes = vault.pending(uuid4(), DIGEST, EARLY)
        decided = decide(writes)
        with suppress(ConcurrentChange):
            writes.store()
            writes.confirm()
            return decided


def keep_address(vault: Vault, person: PersonId, address: str | None) -> None:
    written(vault, lambda writes: writes.keep_address(person, address))


def correct_person(
    vault: Vault, person: PersonId, *, name: str | None = None, province: str | None = None, birth_year: int | None = None
) -> None:
    written(vault, lambda writes: writes.correct_person(person, name=name, province=province, birth_year=birth_year))


def people_known_as(vault: Vault, external: Iterable[str]) -> dict[str, PersonId]:
    wanted = list(external)
    known = written(vault, lambda writes: writes.people_known_as(wanted))
    return {reference: person.id for reference, person in known.items()}


def seal_closed(vault: Vault, text: str, *, dossier: UUID, place: SealedFor) -> Sealed:
    return written(vault, lambda writes: writes.seal_closed(text, dossier=dossier, place=place))
