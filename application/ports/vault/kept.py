"""All that the vault keeps of one person, as their own file shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from application.privacy.register import What
from domain.kernel.acts import Role


@dataclass(frozen=True)
class KeptAccess:
    """An access that somebody was given: a token, never the token itself."""

    role: Role
    network: UUID | None
    issued_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True)
class KeptMessage:
    """A weekly message to somebody, and what became of it."""

    day: date
    state: str


@dataclass(frozen=True)
class KeptInVault:
    """All that the vault keeps of one person; ``rows`` says how many rows each of its tables has of them."""

    values: Mapping[What, tuple[str, ...]]
    accesses: Sequence[KeptAccess]
    messages: Sequence[KeptMessage]
    rows: Mapping[str, int]
