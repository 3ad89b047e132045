"""Files of the register that were sent by a page: kept encrypted until they are taken in or given up, and an hour at most."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple, Protocol
from uuid import UUID

from application.ports.vault.contexts import PersonId
from application.register.outcome import RegisterImported
from domain.kernel.acts import Reference

KEPT_FOR = timedelta(hours=1)
"""Whoever walks away leaves nothing behind."""
CLAIMED_FOR = timedelta(minutes=5)
"""A process that says nothing for so long is gone: another goes on."""


class UploadState(StrEnum):
    """How far a register is that was sent."""

    TO_READ = "to-read"
    """It waits to be read and compared, or that is being done."""
    REFUSED = "refused"
    READ = "read"
    """What would come of it is known."""
    TO_TAKE = "to-take"
    TAKEN = "taken"


@dataclass(frozen=True)
class LineAnswers:
    """
    What the bureau said of lines that wait.

    :param same: which lines are of people who are known without a member number
    :param somebody_else: lines of people who look like somebody who is known, and are not
    :param back: lines of people who were erased, and became members again
    """

    same: Mapping[int, PersonId] = field(default_factory=dict)
    somebody_else: frozenset[int] = frozenset()
    back: frozenset[int] = frozenset()


class SaidMistake(NamedTuple):
    """What is wrong with a file or a line of it: what happened and what to do next, in Dutch and in English."""

    line: int | None
    code: str
    nl: tuple[str, str]
    en: tuple[str, str]


@dataclass(frozen=True)
class UploadTold:
    """
    What is known of a register that was sent.

    :param day: of which the file tells
    :param entered_by: who sent it, as a holder of their office
    :param found: what would come of it, or came of it once it was taken in
    :param refused: what is wrong with it, the first hundred
    :param mistakes: how many there are
    :param differs: whether something else would come of it than what was shown, when it was to be taken in
    """

    day: date
    entered_by: Reference
    answers: LineAnswers = field(default_factory=LineAnswers)
    many_may_end: bool = False
    found: RegisterImported | None = None
    refused: Sequence[SaidMistake] = ()
    mistakes: int = 0
    differs: bool = False


@dataclass(frozen=True)
class RegisterUpload:
    """
    A register that was sent.

    :param per_mille: how much of its lines was compared
    """

    id: UUID
    state: UploadState
    told: UploadTold
    per_mille: int


class RegisterUploads(Protocol):
    """The registers that were sent and not taken in yet."""

    def keep(self, file: bytes, told: UploadTold) -> UUID:
        """Keep a file, and let it be read."""

    def of(self, upload: UUID) -> RegisterUpload | None:
        """Give how far it is, None when there is none (any more)."""

    def all(self) -> Sequence[RegisterUpload]:
        """Give every one that is kept, the newest first."""

    def put(self, upload: UUID, state: UploadState, told: UploadTold, *, was: UploadState) -> bool:
        """Let it be in another state; False when it was not in the one before any more."""

    def file(self, upload: UUID) -> bytes | None:
        """Give the file, None when it is gone."""

    def claim(self) -> RegisterUpload | None:
        """Take one that waits for work, None if none does: no other process gets it for some minutes."""

    def note(self, upload: UUID, per_mille: int) -> bool:
        """Note how far the work is, and that it goes on; False when it was given up."""

    def drop(self, upload: UUID) -> None:
        """Forget it, file and all."""

    def drop_file(self, upload: UUID) -> None:
        """Forget the file; what came of it stays an hour."""

    def drop_old(self) -> None:
        """Forget all that was sent more than an hour ago."""
