"""What a recorder takes and gives: the stored form, before and after the mapper."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol
from uuid import UUID

from eventsourcing.persistence import StoredEvent


class Row(NamedTuple):
    """One stored event. ``recorded_at`` is in microseconds since 1970 (UTC)."""

    position: int
    aggregate: UUID | str
    version: int
    topic: str
    state: bytes
    recorded_at: int


class ReceiptRow(NamedTuple):
    """One stored receipt. ``answer`` is JSON."""

    digest: str
    first: int
    last: int
    answer: str


@dataclass(frozen=True)
class Entry:
    """What is written with the events of one command. ``recorded_at`` (microseconds) only where a demo chooses it."""

    command: UUID
    digest: str
    answer: str
    recorded_at: int | None


class AlreadyThereError(Exception):
    """The database holds this version of an aggregate, or a receipt of this command, already; nothing was recorded."""


class EventRecorder(Protocol):
    """One database of events. All methods raise the port's StoreError when the database cannot do it."""

    def record(self, events: Sequence[StoredEvent], entry: Entry) -> tuple[int, int]:
        """
        Write events and receipt in one transaction and give the first and last position.

        Without events these are an empty range after the newest event: last + 1, last.

        :raises AlreadyThereError: if a version of an aggregate or the command is there already
        :raises ValueError: if the entry chooses a recording time that it may not choose
        """

    def rows_of(self, aggregates: Collection[UUID]) -> Sequence[Row]:
        """Give all events of some aggregates as of one moment, by aggregate and version."""

    def rows_until(self, aggregate: UUID, position: int | None, after: int, limit: int | None) -> Sequence[Row]:
        """Give the events of one aggregate by version, up to and including a position, some of them after a version."""

    def rows_after(self, position: int, limit: int) -> Sequence[Row]:
        """Give the next events after a position."""

    def receipt_row(self, command: UUID) -> ReceiptRow | None:
        """Give the receipt of a command."""

    def last_position(self) -> int:
        """Give the position of the newest event, 0 when there is none."""

    def last_position_until(self, recorded_at: int) -> int:
        """Give the last position recorded at or before a time (microseconds), 0 when there is none."""

    def clock(self) -> int:
        """Give the time (microseconds) by which an event would be stamped now."""

    def close(self) -> None:
        """Let go of the database."""
