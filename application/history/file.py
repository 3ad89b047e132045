"""The lines of a file of recorded history, and what can be wrong with them (docs/contract.md, "History file")."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from typing import Protocol

from domain.kernel.errors import DomainError


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One line of a history file, read but not yet believed."""

    line: int
    at: datetime
    network: str
    kind: str
    event: str
    person: str


class HistoryRows(Protocol):
    """The lines of a history file, which may lie on disk: counted, and read from the first as often as they are asked for."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[HistoryRow]: ...


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


class SemicolonsBetweenCells(DomainError):
    """Commas stand between the cells of a history file."""


class MalformedRow(DomainError):
    """A line of a history file is CSV."""


class WrongNumberOfCells(DomainError):
    """A line of a history file has a cell for each column."""


class MalformedTimestamp(DomainError):
    """A line of a history file begins with an instant."""


class DayWithoutTime(DomainError):
    """A line of a history file says at what time something happened, unless whoever imports it says what a day means."""


class MalformedKind(DomainError):
    """The kind of a network is a label, or nothing."""


class MalformedNetworkName(DomainError):
    """A line of a history file names its network."""


def visible(name: str) -> str:
    """Give a name in which blanks, and accents that are characters of their own, can be seen."""
    return "".join(map(_visible, name))


def like(name: str, others: Iterable[str]) -> str | None:
    """Give the name that looks most like one that is unknown, made visible; None when none does."""
    plain = {_plain(each): each for each in others}
    found = get_close_matches(_plain(name), plain, n=1)
    return visible(plain[found[0]]) if found else None


def _visible(character: str) -> str:
    if character.isspace():
        return "\N{OPEN BOX}"
    return f"[U+{ord(character):04X}]" if unicodedata.combining(character) else character


def _plain(name: str) -> str:
    """Give a name as it looks: without capitals and accents."""
    apart = unicodedata.normalize("NFKD", name).casefold()
    return "".join(character for character in apart if not unicodedata.combining(character))
