"""What a recorder takes and gives: the stored form, before and after the mapper."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol
from uuid import UUID

from eventsourcing.persistence import StoredEvent
from pydantic import JsonValue

from infrastructure.event_store.recording_time import to_microseconds


class StoredEvents(Protocol):
    """The events of one command, which may lie on disk: counted, and told from the first as often as they are asked for."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[StoredEvent]: ...


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

    @classmethod
    def of(
        cls,
        command: UUID,
        digest: str,
        answer: Mapping[str, JsonValue],
        *,
        recorded_at: datetime | None,
        nothing_since: int | None,
    ) -> "ReceiptEntry":
        """Give what is written for a command."""
        return cls(
            command=command,
            digest=digest,
            answer=json.dumps(dict(answer), separators=(",", ":")),
            recorded_at=to_microseconds(recorded_at) if recorded_at else None,
            nothing_since=nothing_since,
        )


class AlreadyThereError(Exception):
    """The database holds this version, this receipt or something newer than may be there already; nothing was recorded."""
