"""What the application asks of whoever makes papers: PDF files of pages."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class PaperState(StrEnum):
    """How far a paper is."""

    BEING_MADE = "being-made"
    READY = "ready"
    FAILED = "failed"
    """It took too long, or could not be made of this page."""
    TOO_MANY = "too-many"
    """Whoever asks waits for several others."""
    NOT_HERE = "not-here"
    """No paper can be made on this machine: what writes them is not installed."""


@dataclass(frozen=True)
class Paper:
    """A paper, when it is ready."""

    state: PaperState
    content: bytes = b""


class Papers(Protocol):
    """Makes papers beside whoever asks for them, one at a time, and keeps them for some minutes."""

    def of(self, html: str, wanted_by: str) -> Paper:
        """
        Give the paper of a page as far as it is, and begin to make it when it is new.

        :param html: the page, for whom it was made: who may not see it now has no other paper to ask for
        :param wanted_by: who asks; strangers are one
        """
