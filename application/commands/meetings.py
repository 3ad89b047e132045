"""Commands on the meetings of networks."""

from datetime import date, time
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from application.commands.base import IN_NETWORK, Answer, Command, Paper, Title
from domain.kernel.acts import Reference
from domain.networks.meeting import MeetingAudience, MeetingMode


def _as_clock(typed: object) -> object:
    """Read an hour as people write it: 19.30, 19:30 uur, 9.00."""
    if not isinstance(typed, str) or not typed.strip():
        return typed
    hour, _, minutes = typed.lower().removesuffix("uur").strip().replace(".", ":").partition(":")
    return f"{hour.zfill(2)}:{minutes or '00'}"


def _to_the_minute(hour: time) -> time:
    """Give an hour as a clock on the wall in the Netherlands shows it."""
    return time(hour.hour, hour.minute)


Hour = Annotated[
    time, BeforeValidator(_as_clock), AfterValidator(_to_the_minute), Field(description="when it begins, on a Dutch clock")
]
Link = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=r"^https://[!-~]+$", max_length=500),
    Field(description="to come online; only who may come sees it"),
]
WherePlace = Annotated[Title, Field(description="the address or the building; names nobody")]

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
    begins: Hour | None = None
    place: WherePlace | None = None
    link: Link | None = None


class RecordMeeting(MeetingText, dutch="vastleggen dat er een bijeenkomst was"):
    """Record a meeting that was held without having been planned here; the day is the one on which it happened."""

    outcome: Literal["held"]
    present: Present
    attendees: Attendees = ()


class MoveMeeting(Command[MeetingAnswer], dutch="bijeenkomst verplaatsen"):
    """Move a meeting to another day, hour or place; what is left out stays as it is."""

    meeting: UUID
    day: date
    begins: Hour | None = None
    place: WherePlace | None = None
    link: Link | None = None


class CancelMeeting(Command[MeetingAnswer], dutch="bijeenkomst afzeggen"):
    """Call a meeting off."""

    meeting: UUID
    reason: Paper | None = None


class HoldMeeting(Command[MeetingAnswer], dutch="vastleggen dat een bijeenkomst doorging"):
    """Record that a planned meeting was held, also before the day that it was planned for; without a day, on that day."""

    meeting: UUID
    present: Present
    attendees: Attendees = ()
