"""What the rules refuse. Each error is named after its rule, with a code for machines and numbers for people."""

import re
from enum import StrEnum
from typing import ClassVar


class Coded(Exception):  # what every refusal has
    """A refusal with a stable ``code``: the words of its class's name, unless it says another (golden files guard a rename)."""

    code: ClassVar[str]

    def __init_subclass__(cls, **options: object) -> None:
        super().__init_subclass__(**options)
        if "code" not in vars(cls):
            cls.code = re.sub("(?<!^)(?=[A-Z])", "-", cls.__name__).lower()


class DomainError(Coded):
    """A rule of the party refuses this act; the keyword arguments are the facts that the sentence for people is filled with."""

    def __init__(self, **facts: object) -> None:
        super().__init__(f"{self.code}: {', '.join(f'{name}={value}' for name, value in facts.items())}" if facts else self.code)
        self.facts = facts
        self.field: str | None = None
        """Which field of what was asked it is about, where whoever was asked says so."""


class NothingDue(DomainError):
    """Time does nothing here yet."""


class EntryNotFound(DomainError):
    """The entry that should be corrected does not exist."""


class EntryNotCorrectable(DomainError):
    """This kind of entry is not mended by a correction but by a new decision."""


class EntryAlreadyWithdrawn(DomainError):
    """The entry was withdrawn before."""


class WayOut(StrEnum):
    """What comes first, before something can be done on which something else rests."""

    MEND_IT = "mend-it"
    OTHER_DAY = "other-day"
    DECIDE_ANEW = "decide-anew"


class SomethingRestsOnEntry(DomainError):
    """What others went on with is not taken back from under them."""


class NothingToRestOnThen(DomainError):
    """What is entered late or corrected rests on something that was there at that moment."""


class MembersRestOnEntry(DomainError):
    """Nor is what members did of whom who asks must not know: then it is not told what that is, and of which day."""


class CorrectionImpossible(DomainError):
    """With this correction the history could not have happened."""


class RecordedTooLate(DomainError):
    """Something recorded since makes this late entry impossible."""


class CalendarLacksYear(DomainError):
    """The calendar of holidays does not reach that year."""


class BoardDecisionIncomplete(DomainError):
    """A decision of the National Board says how the board came to it: one board member is not the board."""


class TooFewTookPart(DomainError):
    """One board member, or nobody, is no meeting of the board and no written round."""


class DecidedOnAnotherDay(DomainError):
    """A decision is taken on the day of its meeting, or of the end of its written round."""


class MandateNotGivenYet(DomainError):
    """Nobody decides on a mandate before it was given."""
