"""The lines of a file of recorded history, and what can be wrong with them (docs/contract.md, "History file")."""

from dataclasses import dataclass
from datetime import datetime

from domain.kernel.errors import DomainError


@dataclass(frozen=True)
class HistoryRow:
    """One line of a history file, read but not yet believed."""

    line: int
    at: datetime
    network: str
    kind: str
    event: str
    person: str


class HistoryRowRefused(DomainError):
    """A line of a history file cannot be true; nothing of the file is recorded."""

    def __init__(self, line: int, refusal: DomainError) -> None:
        super().__init__(line=line, refusal=refusal)
        self.line = line
        self.refusal = refusal


class HistoryFileUnreadable(DomainError):
    """A history file is there and can be read."""


class NotUtf8(DomainError):
    """A history file is UTF-8 text."""

    code = "not-utf-8"


class WrongHeader(DomainError):
    """The first line of a history file names its columns."""


class MalformedRow(DomainError):
    """A line of a history file is CSV."""


class WrongNumberOfCells(DomainError):
    """A line of a history file has a cell for each column."""


class MalformedTimestamp(DomainError):
    """A line of a history file begins with an instant."""


class MalformedKind(DomainError):
    """The kind of a network is a label, or nothing."""


class MalformedNetworkName(DomainError):
    """A line of a history file names its network."""
