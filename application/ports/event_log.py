"""The log of all events: what was recorded, in one order."""

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import UUID

from pydantic import JsonValue

from domain.kernel.acts import Reference
from domain.kernel.events import Aggregate, DomainEvent

A = TypeVar("A", bound=Aggregate)


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


class Recorder(Protocol):
    """Takes what a command decided."""

    def record(
        self,
        aggregates: Iterable[Aggregate],
        *,
        command: UUID,
        digest: str,
        answer: Mapping[str, JsonValue],
        recorded_at: datetime | None = None,
        nothing_since: int | None = None,
    ) -> Receipt:
        """
        Store the pending events of all aggregates and the receipt in one transaction.

        :param recorded_at: only in a demo log; elsewhere the database sets the recording time
        :param nothing_since: the position after which nothing may have been recorded, None when that does not matter
        :raises ConcurrentChange: if another writer was first; nothing is recorded
        :raises CommandIdTaken: if the command id has a receipt with another digest
        :raises StoreError: if the store could not do it
        """


class EventDraft(Recorder, Protocol):
    """
    What one command decides when that is too much to hold in memory: kept on disk, and known to that command alone.

    It is recorded as a whole, with the events in the order in which they were added (docs/decisions/0032).
    """

    def __len__(self) -> int:
        """Give how many events were added."""

    def add(self, aggregate: Aggregate) -> Sequence[DomainEvent]:
        """Add the pending events of an aggregate, which are pending no longer, and give them."""

    def load_many(self, wanted: Iterable[UUID]) -> dict[UUID, Aggregate]:
        """Give several aggregates as they would be if the draft were recorded; those without events are left out."""

    def versions(self, wanted: Iterable[UUID]) -> dict[UUID, int]:
        """Give the newest version of each aggregate that has events in the draft."""


class EventLog(Recorder, Protocol):
    """The events of all aggregates in one order."""

    def draft(self, *, sees: Container[UUID] | None = None) -> AbstractContextManager[EventDraft]:
        """
        Begin a draft, which is gone afterwards.

        :param sees: the aggregates that go on from what is stored of them; None for all
        """

    def load(self, kind: type[A], aggregate_id: UUID) -> A | None:
        """Give an aggregate as it is now, or None when nothing happened to it yet."""

    def load_many(self, wanted: Iterable[UUID], *, until: int | None = None) -> dict[UUID, Aggregate]:
        """Give several aggregates as they are now or were at a position, in one query; those without events are left out."""

    def receipt(self, command: UUID) -> Receipt | None:
        """Give the answer that a command got before."""

    def read(self, *, after: int, limit: int, topics: Collection[str] | None = None) -> Sequence[Recorded]:
        """
        Give the next events after a position, oldest first.

        :param topics: the stored names of those that are wanted; None: all
        """

    def mentioning(self, references: Iterable[Reference], among: Iterable[UUID]) -> Sequence[Recorded]:
        """Give every event of some aggregates in which one of some references stands, oldest first."""

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

    def must_take_writes(self) -> None:
        """
        Check that something could be recorded now, without recording anything.

        :raises StoreError: if not
        """

    def now(self) -> datetime:
        """Give the time of the database, by which events are stamped."""
