"""The lines of a file of the party's register, and what can be wrong with them (docs/how-to/import-the-register.md)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.kernel.errors import DomainError


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """
    One member by the register.

    :param since: their first day as a member; None: the register does not say
    :param until: their last day as a member; None: they are one
    :param says_email: whether the file has a column for it: without one, nothing is said of anybody's address
    """

    line: int
    number: str
    name: str
    email: str | None = None
    postcode: str | None = None
    birth_year: int | None = None
    since: date | None = None
    until: date | None = None
    says_email: bool = True


class RegisterRows(Protocol):
    """The lines of a file without mistakes, which may lie on disk."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[RegisterRow]:
        """Give the rows in an order that tells nothing: events that follow from them stand in the log in that order."""

    def among(self, numbers: Iterable[str]) -> Mapping[str, RegisterRow]:
        """Give the rows of member numbers; those that the file does not name are left out."""

    def alike(self, *, most: int) -> Sequence[tuple[int, ...]]:
        """Give lines that seem to be one person under several numbers."""


@dataclass(frozen=True)
class RowMistake:
    """What is wrong on a line."""

    line: int
    refusal: DomainError


class RegisterFileRefused(DomainError):
    """Some lines cannot be true; nothing of the file is recorded."""

    def __init__(self, mistakes: Sequence[RowMistake], count: int) -> None:
        """
        Begin.

        :param mistakes: the first of them
        :param count: how many there are
        """
        super().__init__(count=count)
        self.mistakes, self.count = mistakes, count


class RegisterFileUnreadable(DomainError):
    """A file of the register is there and can be read."""


class NotARegisterFile(DomainError):
    """A file of the register is text in cells, or a sheet of an xlsx file."""


class RegisterFileTooLarge(DomainError):
    """A sheet is read in memory, so it has its limit; text has none."""


class RegisterFileEmpty(DomainError):
    """A file of the register names somebody."""


class RegisterColumnsMissing(DomainError):
    """The first line names the columns, in Dutch or English, and some must be there."""


class RegisterColumnTwice(DomainError):
    """Two columns cannot say the same thing."""


class TwoEncodings(DomainError):
    """A file is text of one kind from its first line to its last."""


class MisreadCharacters(DomainError):
    """A name has the letters that its owner has, not what another program made of them."""


class FormulaInCell(DomainError):
    """A cell says something; it calculates nothing."""


class MalformedMemberNumber(DomainError):
    """Each line has a member number, of letters, digits, points and hyphens."""


class MemberNumberTwice(DomainError):
    """A member number is of one person, who has one line."""


class MalformedMemberName(DomainError):
    """Each line has a name."""


class MalformedMemberAddress(DomainError):
    """An e-mail address is one address, or nothing."""


class MalformedPostcode(DomainError):
    """A postcode is short, and of letters and digits."""


class MalformedMemberYear(DomainError):
    """A year of birth is four digits."""


class MalformedMemberDay(DomainError):
    """A day is written with its year in four digits, as the Dutch or as ISO 8601 write it."""


class EndedBeforeBegun(DomainError):
    """A party membership ends on the day it began, or later."""


class TooManyWouldEnd(DomainError):
    """A file that ends many party memberships at once is more often half a file than a party that fell apart."""


class ManyWouldEnd(DomainError):
    """Whoever takes in a file that ends many party memberships says that this is meant."""


class RegisterNumberUnknown(DomainError):
    """What is said of a member number is said of one that the file has."""


class HasMemberNumber(DomainError):
    """Somebody has one member number."""


class RegisterOutcomeChanged(DomainError):
    """What is taken in is what was shown: something was recorded since, and another outcome is shown first."""


class RegisterTooLong(DomainError):
    """A file that is sent by a page has as many lines as a party can have members, and not a million."""


class RegisterUploadTooLarge(DomainError):
    """A file that is sent by a page has its limit."""


class RegisterImportGone(DomainError):
    """What was sent is kept an hour, and no longer than until it was taken in or given up."""


class RegisterImportNotReady(DomainError):
    """What would come of a file is known before it is taken in."""


class RegisterFileMissing(DomainError):
    """Whoever sends a register chooses its file."""
