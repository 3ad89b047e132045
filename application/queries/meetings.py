"""Questions about meetings and lessons."""

from datetime import date, datetime, time
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from application.queries.advice import Wording
from application.queries.base import VEILED, Item, Many, Page, Query, Shape, Veiled
from domain.kernel.acts import EventName, Reference
from domain.kernel.half_years import HalfYear
from domain.networks.meeting import MeetingAudience, MeetingMode


class MeetingEntry(Item):
    """One meeting. Of a sensitive network only day and way are shown to others, and a band instead of the number."""

    meeting: UUID
    network: UUID
    network_name: str
    sensitive: bool
    title: Annotated[str | None, VEILED]
    day: date = Field(description="the day it was held, or else the day it is planned for")
    begins: Annotated[time | None, VEILED] = Field(description="at what hour in the Netherlands; null: not said")
    place: Annotated[str | None, VEILED] = Field(description="where it is; null: not said, or online")
    mode: MeetingMode
    audience: MeetingAudience
    status: Literal["planned", "held", "cancelled"]
    present: Annotated[int | None, Veiled(band="present_band")]
    present_band: str | None = None
    planned_by: Annotated[EventName | None, VEILED] = Field(
        description="the event that planned it; null: it was recorded without a plan"
    )
    held_by: Annotated[EventName | None, VEILED]
    cancelled_by: Annotated[EventName | None, VEILED]
    version: int


class Meetings(Page[Many[MeetingEntry]], dutch="bijeenkomsten"):
    """Which meetings are there, and how many people came?"""

    network: UUID | None = None
    to_come: bool = Field(default=False, description="only those to which whoever asks may come")
    hides_closed: bool = Field(
        default=False, description="filled in for visitors, who see only what is open to the party, and of no sensitive network"
    )


class Attendee(Shape):
    """Somebody who was there, where the network chose to keep that."""

    reference: Reference
    name: str | None = None


class MeetingPage(MeetingEntry):
    """One meeting in full."""

    planned_at: datetime | None
    first_planned_for: date | None
    held_at: datetime | None
    cancelled_at: datetime | None
    reason: Annotated[str | None, VEILED] = Field(description="why it was called off")
    attendees: tuple[Attendee, ...]
    link: Wording | None = Field(description="how one comes online, while it is planned; null: none, or not for who asks")


class MeetingDetails(Query[MeetingPage], dutch="bijeenkomst"):
    """What became of this meeting?"""

    meeting: UUID


class LessonsEntry(Item):
    """What one core group told over one half year, in the newest version."""

    lessons: UUID
    network: UUID
    network_name: str
    half_year: HalfYear
    what_worked: str | None
    what_did_not: str | None
    what_to_change: str | None
    answer: str | None = Field(description="what the board answered to what should change; null: nothing yet")
    answered_at: datetime | None
    answered_by: EventName | None = Field(description="the event that recorded the answer")
    told_at: datetime
    event: EventName
    version: int = Field(description="how often they were told, but what was withdrawn")


class LessonsOfNetworks(Page[Many[LessonsEntry]], dutch="geleerde lessen"):
    """What did core groups learn?"""

    network: UUID | None = None
    half_year: HalfYear | None = Field(default=None, max_length=7, description="2023-H1 is January to June")
