"""An act: who did something, in what role, when it happened, who typed it and how it came in."""

import re
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import StringConstraints

from domain.kernel.days import Moment
from domain.kernel.errors import BoardDecisionIncomplete, MandateNotGivenYet, RecordedTooLate, TooFewTookPart
from domain.kernel.immutable import Immutable as Immutable  # noqa: PLC0414  # given on: whoever makes acts makes values
from domain.kernel.text import Text

REFERENCE_PATTERN = r"^r[0-9a-f]{32}$"
EVENT_NAME_PATTERN = r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}:[1-9][0-9]*$"

Reference = Annotated[str, StringConstraints(pattern=REFERENCE_PATTERN)]
"""How one person is known in one context (a network, an office). Only the vault knows whose it is."""

Doer = Annotated[str, StringConstraints(pattern=REFERENCE_PATTERN + r"|^[a-z]+(-[a-z]+)*$", max_length=40)]
"""A reference of a person, or the name of a body that acts as one (``national-board``, ``clock``, ``import``)."""

EventName = Annotated[str, StringConstraints(pattern=EVENT_NAME_PATTERN)]
"""``aggregate:version``: what an event is called for ever, in every database."""


class Role(StrEnum):
    """In what role somebody acts or asks (the glossary's words)."""

    MEMBER = "member"
    CORE_GROUP = "core-group"
    PARTY_BUREAU = "party-bureau"
    NATIONAL_BOARD = "national-board"
    REQUESTER = "requester"
    PRIVACY_OFFICER = "privacy-officer"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"
    CLOCK = "clock"
    VISITOR = "visitor"
    """Who asks without a session; nothing is ever done in this role."""


class Source(StrEnum):
    """How an act came in."""

    SELF = "self"
    MEETING = "meeting"
    MAIL = "mail"
    PHONE = "phone"
    PAPER = "paper"
    IMPORT = "import"
    CLOCK = "clock"
    NOT_NOTED = "not-noted"
    """Somebody recorded what another did, and did not say how it came in."""


class DecisionForm(StrEnum):
    """How a board comes to a decision."""

    MEETING = "meeting"
    WRITTEN_ROUND = "written-round"
    MANDATE = "mandate"


class DecisionPart(StrEnum):
    """What must be said of a decision of the board; without it nobody can tell it from the will of one member."""

    FORM = "form"
    DAY = "day"
    TAKING_PART = "taking-part"
    MANDATE = "mandate"


NATIONAL_BOARD = "national-board"
PARTY_BUREAU = "party-bureau"
CORE_GROUP = "core-group"
CLOCK = "clock"
IMPORT = "import"


NOT_ALONE = 2
"""One board member is not the board: so many take part in its meeting or its written round."""


class Decided(Immutable):
    """
    How the National Board came to a decision: in a meeting, in a written round, or on a mandate that it had given.

    :param day: of the meeting, of the end of the round, or on which the mandate was given
    :param taking_part: who took part, by their references as holders of an office; None: not noted; empty: nobody (on a mandate)
    :param mandate: where the mandate is written down
    """

    form: DecisionForm
    day: date
    taking_part: tuple[Reference, ...] | None
    mandate: Text | None = None

    @property
    def is_taken_on_its_day(self) -> bool:
        """A decision on a mandate is taken later than the mandate was given."""
        return self.form is not DecisionForm.MANDATE

    def must_be_of_the_board(self, on: date) -> None:
        """
        Check that it is more than the will of one member.

        :param on: the day on which it was taken
        :raises BoardDecisionIncomplete: if it is on a mandate and does not say which
        :raises TooFewTookPart: if it is told who took part in a meeting or a round, and that was nobody or one
        :raises MandateNotGivenYet: if the mandate is of a later day
        """
        if self.form is DecisionForm.MANDATE:
            if self.mandate is None:
                raise BoardDecisionIncomplete(missing=(DecisionPart.MANDATE,))
            if on < self.day:
                raise MandateNotGivenYet(given_on=self.day, decided=on)
        elif self.taking_part is not None and len(set(self.taking_part)) < NOT_ALONE:
            raise TooFewTookPart(has=len(set(self.taking_part)), needs=NOT_ALONE)


class Act(Immutable):
    """
    Who did something, in what role, when, who typed it when that was someone else, how it came in.

    ``at`` is when it happened; when it was recorded is the store's business (the event's ``timestamp``).
    ``cause`` names the event that a policy or the clock answered; ``decided`` says how the board came to a decision.
    """

    by: Doer
    role: Role
    at: Moment
    entered_by: Doer | None = None
    source: Source = Source.SELF
    command: UUID
    cause: EventName | None = None
    decided: Decided | None = None

    @property
    def people(self) -> frozenset[Doer]:
        """Who had a hand in it: who did it, who typed it, and who took part in deciding."""
        took_part = () if self.decided is None else self.decided.taking_part or ()
        return frozenset({self.by, *took_part} | ({self.entered_by} if self.entered_by is not None else set()))

    def consequence(self, of: EventName) -> "Act":
        """Give what follows from an event by itself, at the same moment: nobody did it."""
        return Act(by=CLOCK, role=Role.CLOCK, at=self.at, source=Source.CLOCK, command=self.command, cause=of)

    def must_follow(self, moment: datetime | None) -> None:
        """
        Check that it did not happen before what it follows; None when it follows nothing.

        :raises RecordedTooLate: if it did
        """
        if moment is not None and self.at < moment:
            raise RecordedTooLate(at=self.at)


def is_reference(doer: str) -> bool:
    """Say whether a doer is a person, and not a body."""
    return re.match(REFERENCE_PATTERN, doer) is not None
