"""Who and what the vault's tests talk about."""

import multiprocessing
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar
from uuid import UUID

from application.ports.vault.contexts import PersonId
from domain.kernel.text import Purpose, Sealed, SealedFor
from infrastructure.vault.vault import OpenVault

T = TypeVar("T")

MASTER_KEY = bytes(range(32))
OTHER_MASTER_KEY = bytes(32)
LOG = UUID(int=1)
OTHER_LOG = UUID(int=2)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ENERGY = "network/7d2b5a9e-0000-4000-8000-000000000001"
HOUSING = "network/7d2b5a9e-0000-4000-8000-000000000002"
DOSSIER = UUID(int=3)
OTHER_DOSSIER = UUID(int=4)
IN_DOSSIER = SealedFor(aggregate="AdviceRequest", event_type="QuestionAsked", field="question", subject=str(DOSSIER))


def joining(subject: str) -> SealedFor:
    """Where the motivation of somebody who joins belongs."""
    return SealedFor(aggregate="Membership", event_type="MemberJoined", field="motivation", subject=subject)


def seal(
    vault: OpenVault,
    person: PersonId,
    text: str = "Ik wil meedenken",
    *,
    purpose: Purpose = Purpose.CONTRIBUTION,
    context: str = ENERGY,
) -> tuple[Sealed, SealedFor]:
    """Seal a motivation and give it with its place."""
    place = joining(vault.reference(person, context))
    return vault.known(person).seal(text, purpose=purpose, context=context, place=place), place


def in_processes(function: Callable[..., T], arguments: Sequence[tuple[Any, ...]]) -> list[T]:
    """Call a function in four processes at once, and give all answers."""
    with multiprocessing.get_context("spawn").Pool(4) as processes:
        answers = processes.starmap_async(function, arguments, chunksize=1).get(timeout=60)
        processes.close()
        processes.join()
        return answers
