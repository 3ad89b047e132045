"""Letters: who takes them, and the queue of those that wait."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from application.ports.vault.contexts import PersonId


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


@dataclass(frozen=True)
class EventLetter:
    """
    A letter that follows from an event: to whom, about what. Its text is made when it is sent.

    :param name: the same for the same event, person and kind: so it is queued once
    :param facts: what its text needs and the record may tell: ids, and what a body wrote; of nobody a name
    """

    name: UUID
    person: PersonId
    kind: str
    facts: Mapping[str, str]
    attempts: int = 0


class EventLetters(Protocol):
    """The queue of letters that follow from events: each is queued once, claimed before it is sent and never sent twice."""

    def told_until(self) -> int | None:
        """Give up to which position of the log letters were queued; None when nobody looked yet."""

    def queue(self, letters: Iterable[EventLetter], *, told: int | None, until: int, now: datetime) -> bool:
        """
        Let letters wait that follow from the events after one position, up to another.

        False when another process was first: then nothing is queued.
        """

    def waiting(self, now: datetime) -> Sequence[EventLetter]:
        """Give what may be tried now, the first queued first."""

    def claim(self, letter: EventLetter, now: datetime) -> bool:
        """Take a letter to send it; False when another process took it."""

    def settle(self, letter: EventLetter, state: DigestState, now: datetime) -> None:
        """Keep what became of a letter, and nothing of what it was about."""

    def retry(self, letter: EventLetter, *, after: datetime, now: datetime) -> None:
        """Let a letter that did not go out wait for another attempt."""

    def give_up(self, *, queued_before: datetime, claimed_before: datetime, now: datetime) -> int:
        """Give up what was queued long ago and not sent, and doubt what was claimed and never settled. Gives how many."""
