"""Commands on the meetings of networks."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from application.commands.base import IN_NETWORK, Answer, Command, Paper, Title
from domain.kernel.acts import Reference
from domain.networks.meeting import MeetingAudience, MeetingMode

Present = Annotated[int, Field(ge=0, le=100_000, description="how many people were there")]
Attendees = Annotated[
    tuple[Reference, ...],
    IN_NETWORK,
    Field(
        max_length=500,
        description="members of the network who were there, as the list of its members refers to them; "
        "only when the network chose to keep that, and never in a sensitive one",
    ),
]


class MeetingAnswer(Answer):
    """The meeting that changed."""

    meeting: UUID
    network: UUID
    version: int = Field(description="for If-Match")


class MeetingText(Command[MeetingAnswer]):
    """What is told of every meeting."""

    network: UUID
    title: Title = Field(description="what it is about; names nobody")
    mode: MeetingMode
    audience: MeetingAudience = MeetingAudience.ALL_MEMBERS


class PlanMeeting(MeetingText, dutch="bijeenkomst plannen"):
    """Plan a meeting of a network."""

    outcome: Literal["planned"] = "planned"
    day: date


class RecordMeeting(MeetingText, dutch="vastleggen dat er een bijeenkomst was"):
    """Record a meeting that was held without having been planned here; the day is the one on which it happened."""

    outcome: Literal["held"]
    present: Present
    attendees: Attendees = ()


class MoveMeeting(Command[MeetingAnswer], dutch="bijeenkomst verplaatsen"):
    """Move a meeting to another day."""

    meeting: UUID
    day: date


class CancelMeeting(Command[MeetingAnswer], dutch="bijeenkomst afzeggen"):
    """Call a meeting off."""

    meeting: UUID
    reason: Paper | None = None


class HoldMeeting(Command[MeetingAnswer], dutch="vastleggen dat een bijeenkomst doorging"):
    """Record that a planned meeting was held, also before the day that it was planned for; without a day, on that day."""

    meeting: UUID
    present: Present
    attendees: Attendees = ()
