"""What the rules refuse. Each error is named after its rule, with a code for machines and numbers for people."""

from typing import ClassVar


class DomainError(Exception):
    """
    A rule of the party refuses this act.

    ``code`` is stable; the keyword arguments are the facts that the sentence for people is filled with.
    """

    code: ClassVar[str]

    def __init__(self, **facts: object) -> None:
        super().__init__(f"{self.code}: {', '.join(f'{name}={value}' for name, value in facts.items())}" if facts else self.code)
        self.facts = facts


class NothingDue(DomainError):
    """Time does nothing here yet."""

    code = "nothing-due"


class EntryNotFound(DomainError):
    """The entry that should be corrected does not exist."""

    code = "entry-not-found"


class EntryNotCorrectable(DomainError):
    """This kind of entry is not mended by a correction but by a new decision."""

    code = "entry-not-correctable"


class EntryAlreadyWithdrawn(DomainError):
    """The entry was withdrawn before."""

    code = "entry-already-withdrawn"


class CorrectionImpossible(DomainError):
    """With this correction the history could not have happened."""

    code = "correction-impossible"


class RecordedTooLate(DomainError):
    """Something recorded since makes this late entry impossible."""

    code = "recorded-too-late"


class CalendarLacksYear(DomainError):
    """The calendar of holidays does not reach that year."""

    code = "calendar-lacks-year"
