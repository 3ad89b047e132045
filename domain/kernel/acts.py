"""An act: who did something, in what role, when it happened, who typed it and how it came in."""

import re
from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, StringConstraints

from domain.kernel.days import Moment
from domain.kernel.errors import RecordedTooLate

REFERENCE_PATTERN = r"^r[0-9a-f]{32}$"
EVENT_NAME_PATTERN = r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}:[1-9][0-9]*$"

Reference = Annotated[str, StringConstraints(pattern=REFERENCE_PATTERN)]
"""How one person is known in one context (a network, an office). Only the vault knows whose it is."""

Doer = Annotated[str, StringConstraints(pattern=REFERENCE_PATTERN + r"|^[a-z]+(-[a-z]+)*$", max_length=40)]
"""A reference of a person, or the name of a body that acts as one (``national-board``, ``clock``, ``import``)."""

EventName = Annotated[str, StringConstraints(pattern=EVENT_NAME_PATTERN)]
"""``aggregate:version``: what an event is called for ever, in every database."""


class Immutable(BaseModel):
    """A value: equal by content, never changed, and nothing in it that was not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")


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


class Source(StrEnum):
    """How an act came in."""

    SELF = "self"
    MEETING = "meeting"
    MAIL = "mail"
    PHONE = "phone"
    PAPER = "paper"
    IMPORT = "import"
    CLOCK = "clock"


NATIONAL_BOARD = "national-board"
PARTY_BUREAU = "party-bureau"
CLOCK = "clock"
IMPORT = "import"


class Act(Immutable):
    """
    Who did something, in what role, when, who typed it when that was someone else, how it came in.

    ``at`` is when it happened; when it was recorded is the store's business (the event's ``timestamp``).
    ``cause`` names the event that a policy or the clock answered.
    """

    by: Doer
    role: Role
    at: Moment
    entered_by: Doer | None = None
    source: Source = Source.SELF
    command: UUID
    cause: EventName | None = None

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
