"""Questions of whoever looks over the record: what was mended, and where something went otherwise than it usually goes."""

from datetime import datetime
from enum import StrEnum

from pydantic import Field

from application.queries.auditing.record import EventEntry
from application.queries.base import OfLog
from domain.kernel.acts import EventName
from domain.kernel.entries import Mistake


class CorrectionEntry(EventEntry):
    """A line that says that another was a mistake, and what stood there."""

    mistake: Mistake
    struck: bool = Field(description="whether the other line no longer counts; otherwise it was corrected")
    corrected_at: datetime | None = Field(default=None, description="when it happened, as is known since")
    mended: EventName | None = Field(default=None, description="the line that was a mistake; null: a name, which is no line")
    was: str | None = Field(default=None, description="what that line said")
    was_at: datetime | None = Field(default=None, description="when that happened, as that line said")
    was_recorded_at: datetime | None = Field(default=None, description="when that line was recorded")
    of_entry: EventEntry | None = Field(default=None, exclude=True)
    """That line; for the sentence alone."""


class CorrectionsMade(OfLog[tuple[CorrectionEntry, ...]], dutch="verbeteringen en doorhalingen"):
    """Which lines were found to be mistakes, what was the mistake, and what stood there?"""

    mistake: Mistake | None = Field(default=None, description="what was wrong")


class ExceptionKind(StrEnum):
    """In what something went otherwise than it usually goes."""

    BEYOND_PLACES = "beyond-places"
    OUT_OF_ORDER = "out-of-order"
    LAPSED = "lapsed"
    DEFERRED = "deferred"
    TAKEN_BACK = "taken-back"
    REOPENED = "reopened"
    LATE = "late"


class ExceptionEntry(EventEntry):
    """A line about something that went otherwise than it usually goes, and in what."""

    exceptions: tuple[ExceptionKind, ...] = Field(description="in what; one or more")
    late_by_days: int = Field(description="days from when it happened to when it was recorded")
    why: tuple[str, ...] = Field(default=(), description="what was otherwise, in a sentence for each")


class Exceptions(OfLog[tuple[ExceptionEntry, ...]], dutch="uitzonderingen"):
    """
    What went otherwise than it usually goes?

    Places beyond those of the pilot, a place out of order, what lapsed, was deferred, was taken back or reopened, and what was
    recorded more than fourteen days after it happened.
    """

    kind: ExceptionKind | None = Field(default=None, description="only of this kind")
