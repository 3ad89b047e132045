"""What a recorder takes and gives: the stored form, before and after the mapper."""

from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID


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
class ReceiptEntry:
    """What is written with the events of one command. ``recorded_at`` (microseconds) only where a demo chooses it."""

    command: UUID
    digest: str
    answer: str
    recorded_at: int | None
    nothing_since: int | None = None
    """The position after which nothing may have been recorded."""


class AlreadyThereError(Exception):
    """The database holds this version, this receipt or something newer than may be there already; nothing was recorded."""
