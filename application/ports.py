"""What the use cases need from outside: a log, a vault and a clock."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol, TypeVar
from uuid import UUID

from pydantic import JsonValue

from domain.kernel.acts import Reference, Role
from domain.kernel.events import Aggregate, DomainEvent
from domain.kernel.text import Purpose, Sealed, SealedFor

A = TypeVar("A", bound=Aggregate)

Clock = Callable[[], datetime]
PersonId = UUID
"""A person inside the vault. Never in an event, never in an address."""


@dataclass(frozen=True)
class Receipt:
    """The stored answer to one command; written in the transaction of its events."""

    command: UUID
    digest: str
    first: int
    last: int
    answer: Mapping[str, JsonValue]


@dataclass(frozen=True)
class Recorded:
    """One event with the position at which this database keeps it; ``event.timestamp`` is the recording time."""

    position: int
    event: DomainEvent


class StoreError(Exception):
    """
    The store could not do it; nothing was recorded unless it says so.

    ``code`` is stable, ``retry_after`` is in seconds where waiting helps.
    """

    code = "store-unavailable"
    retry_after: int | None = 5


class StoreBusy(StoreError):
    """Somebody else held the database for longer than the time-out."""

    code = "store-busy"


class StoreUnavailable(StoreError):
    """The database cannot be reached."""


class StoreReadOnly(StoreError):
    """The database may not be written to."""

    code = "store-read-only"
    retry_after = None


class StoreFull(StoreError):
    """There is no room left on the disk of the database."""

    code = "store-full"
    retry_after = 60


class StoreDamaged(StoreError):
    """The database is not what it should be (not a database, another schema, an unknown event)."""

    code = "store-damaged"
    retry_after = None


class Conflict(Exception):  # not an error: the decision is made again on the new state
    """Another writer changed one of these aggregates first; nothing was recorded."""


class CommandIdReused(Exception):  # named after the rule
    """The command id was used before for something else."""


class EventLog(Protocol):
    """The events of all aggregates in one order."""

    def load(self, kind: type[A], aggregate_id: UUID) -> A | None:
        """Give an aggregate as it is now, or None when nothing happened to it yet."""

    def load_many(self, wanted: Iterable[UUID]) -> dict[UUID, Aggregate]:
        """Give several aggregates as they are now, in one query; those without events are left out."""

    def receipt(self, command: UUID) -> Receipt | None:
        """Give the answer that a command got before."""

    def record(
        self,
        aggregates: Iterable[Aggregate],
        *,
        command: UUID,
        digest: str,
        answer: Mapping[str, JsonValue],
        recorded_at: datetime | None = None,
    ) -> Receipt:
        """
        Store the pending events of all aggregates and the receipt in one transaction.

        :param recorded_at: only in a demo log; elsewhere the database sets the recording time
        :raises Conflict: if another writer was first; nothing is recorded
        :raises CommandIdReused: if the command id has a receipt with another digest
        :raises StoreError: if the store could not do it
        """

    def read(self, *, after: int, limit: int) -> Sequence[Recorded]:
        """Give the next events after a position, oldest first."""

    def history(
        self, aggregate_id: UUID, *, until: int | None = None, after: int = 0, limit: int | None = None
    ) -> Sequence[Recorded]:
        """
        Give the events of one aggregate, up to and including a position.

        :param after: the version after which to begin
        :param limit: how many at most; all when left out
        """

    def last_position(self) -> int:
        """Give the position of the newest event, 0 when there is none."""

    def position_at(self, instant: datetime) -> int:
        """Give the last position recorded at or before an instant, 0 when there is none."""

    def mark_at(self, position: int) -> str | None:
        """Give what tells the event at a position from any other that could be there, None when none is there."""

    def now(self) -> datetime:
        """Give the time of the database, by which events are stamped."""


@dataclass(frozen=True)
class Session:
    """Who presents a token: a person or nobody in particular, in one role, perhaps in one network."""

    person: PersonId | None
    role: Role
    network: UUID | None


@dataclass(frozen=True)
class Refused:
    """Somebody whose address a mail server refused."""

    person: PersonId
    name: str | None
    since: datetime


class KnownPerson(Protocol):
    """One person, looked up once."""

    def reference(self, context: str) -> Reference:
        """Give the person's reference in a context (``network/<id>``, ``party``, ``office``)."""

    @property
    def statistics(self) -> Mapping[str, str]:
        """Give the coarse statistics (province, birth year) of the person, as far as known."""

    def seal(self, text: str, *, purpose: Purpose, context: str, place: SealedFor) -> Sealed:
        """Seal a text with the person's key for a purpose; ``place.subject`` is the person's reference."""


class Vault(Protocol):
    """Persons, and which references are theirs; keys; who holds which token."""

    def add_person(
        self, name: str, *, province: str | None = None, birth_year: int | None = None, external: str | None = None
    ) -> PersonId:
        """Keep a person; ``external`` is a reference by which an import knows them."""

    def register_person(
        self, name: str, *, external: str, province: str | None, birth_year: int | None, email: str | None
    ) -> PersonId:
        """Keep somebody under an outside reference, once: whoever comes second with it gets the same person."""

    def person_named(self, name: str) -> PersonId | None:
        """Give the person with exactly this display name, when there is exactly one."""

    def person_known_as(self, external: str) -> PersonId | None:
        """Give the person that an import knows by this reference."""

    def people_known_as(self, external: Iterable[str]) -> dict[str, PersonId]:
        """Give the persons that an import knows by these references; those not known yet are added without a name."""

    def known(self, person: PersonId) -> KnownPerson:
        """Look a person up, with one question to the vault for all that a command needs of them."""

    def keep_address(self, person: PersonId, address: str | None) -> None:
        """Keep where somebody wants their mail, instead of what was known before; None for nowhere."""

    def addresses(self, people: Iterable[PersonId]) -> Mapping[PersonId, str]:
        """Give where people want their mail; those without an address, or with one that was refused, are left out."""

    def refuse_address(self, person: PersonId, at: datetime) -> None:
        """Remember that a mail server refused somebody's address, until there is another."""

    def refused_addresses(self) -> Sequence[Refused]:
        """Give whose address was refused, and since when."""

    def reference(self, person: PersonId, context: str) -> Reference:
        """Give the person's reference in a context."""

    def whose(self, context: str, references: Iterable[Reference]) -> dict[Reference, PersonId]:
        """Give the persons behind references in a context; erased ones are left out."""

    def names(self, context: str, references: Iterable[Reference]) -> dict[Reference, str]:
        """Give the display names behind references in a context; erased ones are left out."""

    def seal_closed(self, text: str, *, dossier: UUID, place: SealedFor) -> Sealed:
        """Seal a text with the key of its dossier; ``place.subject`` is the dossier's id."""

    def open(self, sealed: Sealed, place: SealedFor, *, context: str | None = None) -> str | None:
        """Open a sealed text (personal texts need their context); None when its key was destroyed."""

    def destroy_key(self, person: PersonId, purpose: Purpose) -> None:
        """Destroy a person's key for one purpose: everything sealed with it is gone."""

    def destroy_dossier_key(self, dossier: UUID) -> None:
        """Destroy the key of a dossier."""

    def erase_person(self, person: PersonId) -> None:
        """Destroy all keys and the record of a person."""

    def keyed_digest(self, data: bytes) -> str:
        """Give an HMAC-SHA256 (hex) under a key of this vault: guessable things must not be found by guessing."""

    def claim_fan_out(self, person: PersonId, day: date) -> bool:
        """
        Say whether something of an ended party member may be ended today: one reference per person and day.

        So nothing of two references of one person ever happens in one batch (DESIGN 2).
        """

    def issue_token(self, role: Role, *, person: PersonId | None = None, network: UUID | None = None) -> str:
        """Make a token and remember only its digest."""

    def session(self, token: str) -> Session | None:
        """Give the session of a token, or None when it is unknown or ended."""


class Calendar(Protocol):
    """On which days mail may go out by itself."""

    def is_mail_day(self, day: date) -> bool:
        """
        Say whether mail may go out by itself: not on Sundays and Christian holidays.

        :raises CalendarLacksYear: if nobody has fixed the holidays of that year
        """


@dataclass(frozen=True, repr=False)
class Letter:
    """A message to one person."""

    digest: UUID
    recipient: str
    subject: str
    text: str


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
