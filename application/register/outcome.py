"""What came of a file of the register, or would come of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from application.ports.vault.contexts import PersonId


class RegisterChange(StrEnum):
    """What a line of the register comes to."""

    NEW = "new"
    CHANGED = "changed"
    ENDED = "ended"
    RETURNED = "returned"
    UNCHANGED = "unchanged"
    ENDED_BEFORE = "ended-before"
    """Not known, and no member any more or not yet: nothing is kept of them."""
    OLDER = "older"
    """A later file said something else already."""
    POSSIBLY_KNOWN = "possibly-known"
    """It may be somebody who is known without a member number: nothing is done until somebody says."""
    ERASED = "erased"
    """Somebody of this number was erased: they come back when somebody says so."""


@dataclass(frozen=True)
class WaitingLine:
    """A line that waits for a word of the coordinator, and who it may be."""

    line: int
    people: tuple[PersonId, ...] = ()


@dataclass(frozen=True)
class RegisterImported:
    """
    What came of a file, or would come of it.

    :param kept: how many people changed something themselves that the file says otherwise
    :param first: the first lines that change something; None: no line, somebody is not in the file any more
    :param alike: lines that seem to be one person
    :param asks: whether so many end that it must be asked first
    """

    rows: int
    counts: Mapping[RegisterChange, int]
    kept: int
    members_before: int
    without_province: int
    first: Sequence[tuple[int | None, RegisterChange]]
    possibly_known: Sequence[WaitingLine]
    erased: Sequence[WaitingLine]
    alike: Sequence[tuple[int, ...]]
    asks: bool
    position: int
    missing: Sequence[PersonId] = ()
    """The first whom the file does not name any more, and who end."""
    digest: str = ""
    """Of all that changes, in no order: equal for two times that the same comes of a file."""
