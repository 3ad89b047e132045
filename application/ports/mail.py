"""Letters: who takes them, and the queue of those that wait."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from application.ports.vault import PersonId


@dataclass(frozen=True, repr=False)
class Letter:
    """A message to one person."""

    digest: UUID
    recipient: str
    subject: str
    text: str
    language: str = "nl"


class Delivery(StrEnum):
    """What became of handing over a letter."""

    SENT = "sent"
    REFUSED = "refused"
    """The server does not know the address."""
    REJECTED = "rejected"
    """The server does not want the letter."""
    NOT_NOW = "not-now"
    """The server could not be reached or is busy; the letter did not go out."""
    UNKNOWN = "unknown"
    """It may have gone out."""


class Post(Protocol):
    """Whoever takes letters."""

    def deliver(self, letter: Letter) -> Delivery:
        """Hand over a letter, and say what became of it."""


class DigestState(StrEnum):
    """Where a digest stands."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    NOTHING_TO_SAY = "nothing-to-say"
    REFUSED = "refused"
    REJECTED = "rejected"
    GIVEN_UP = "given-up"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class QueuedDigest:
    """A digest that waits, and how often it was tried."""

    digest: UUID
    person: PersonId
    attempts: int = 0


class Outbox(Protocol):
    """The queue of digests: each is claimed before it is sent, and never sent twice (docs/decisions/0011)."""

    def queue(self, wanted: Iterable[QueuedDigest], *, day: date, now: datetime) -> int:
        """Let digests wait for being sent on a day, unless they did before. Gives how many."""

    def is_queued(self, *, since: date) -> bool:
        """Say whether digests were queued on a day or after it."""

    def waiting(self, now: datetime) -> Sequence[QueuedDigest]:
        """Give what may be tried now, the first queued first."""

    def claim(self, digest: UUID, now: datetime) -> bool:
        """Take a digest to send it; False when another process took it."""

    def settle(self, digest: UUID, state: DigestState, now: datetime) -> None:
        """Record what became of a digest."""

    def retry(self, digest: UUID, *, after: datetime, now: datetime) -> None:
        """Let a digest that did not go out wait for another attempt."""

    def give_up(self, *, before: date, claimed_before: datetime, now: datetime) -> int:
        """Give up what was queued before a day and not sent, and doubt what was claimed and never settled. Gives how many."""
