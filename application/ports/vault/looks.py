"""Who looked at people, and what for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from application.ports.vault.contexts import PersonId
from domain.kernel.acts import Role


class LookPurpose(StrEnum):
    """What somebody looks at people for. A choice and not a text, which could become a remark about somebody else."""

    NETWORK_WORK = "network-work"
    ADVICE_WORK = "advice-work"
    PLAN_WORK = "plan-work"
    ASKED_BY_THEM = "asked-by-them"
    MENDING = "mending"
    OVERSIGHT = "oversight"


@dataclass(frozen=True)
class Look:
    """
    Somebody looked at people: on which day, in which role, at what, and what for.

    :param by: who it was; None for who runs the program
    :param what: the question that was asked, or the command that was typed
    :param about: the item that it was asked about
    :param purpose: what for; None when they did not say so
    """

    day: date
    role: Role
    what: str
    by: PersonId | None = None
    about: UUID | None = None
    purpose: LookPurpose | None = None


class KeptLooks(Protocol):
    """Looks at people, kept with them."""

    def keep_looks(self, people: Iterable[PersonId], look: Look) -> None:
        """Keep a look at people, once a day; of those who were erased meanwhile nothing."""

    def looks_at(self, person: PersonId) -> Sequence[Look]:
        """Give who looked at somebody, the first first."""
