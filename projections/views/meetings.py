"""What is shown of a meeting: when it is planned, was held or called off, and how many came."""

from datetime import date, datetime, time
from typing import Literal
from uuid import UUID

from domain.kernel.acts import EventName, Reference
from domain.kernel.days import day_of
from domain.kernel.events import DomainEvent, event_name
from domain.kernel.immutable import Immutable
from domain.kernel.text import Sealed
from domain.networks.meeting import Meeting, MeetingAudience, MeetingMode
from projections.store.bulk_writes import Row
from projections.store.tables import meetings
from projections.views.view import View, ViewKind


class SealedLink(Immutable):
    """How one comes online, sealed, and in which kind of event that was said."""

    sealed: Sealed
    event_type: str


class MeetingView(View):
    """One meeting."""

    meeting: UUID
    network: UUID
    title: str
    mode: MeetingMode
    audience: MeetingAudience
    day: date
    begins: time | None = None
    place: str | None = None
    link: SealedLink | None = None
    planned_at: datetime | None
    planned_by: EventName | None
    first_planned_for: date | None
    held_at: datetime | None
    held_by: EventName | None
    present: int | None
    attendees: tuple[Reference, ...] = ()
    cancelled_at: datetime | None
    cancelled_by: EventName | None
    reason: str | None = None

    @property
    def status(self) -> Literal["planned", "held", "cancelled"]:
        return "held" if self.held_by else "cancelled" if self.cancelled_by else "planned"

    @property
    def key(self) -> str:
        """Its place in the order of the days."""
        return f"{self.day.isoformat()} {self.meeting}"


def evolve(view: MeetingView | None, event: DomainEvent, meeting: Meeting) -> MeetingView:
    """Give a meeting after an event: where it stands is what the aggregate says, and the event says what is new."""
    held, cancelled = meeting.held, meeting.cancelled
    stands = {
        "version": event.originator_version,
        "day": meeting.day if held is None else day_of(held.at),
        "held_at": None if held is None else held.at,
        "held_by": None if held is None else held.event,
        "present": None if held is None else held.present,
        "cancelled_at": None if cancelled is None else cancelled.at,
        "cancelled_by": None if cancelled is None else cancelled.event,
    }
    news: Row = {} if held is not None else {"attendees": ()}
    news |= {} if cancelled is not None else {"reason": None}
    news |= {"attendees": event.attendees} if isinstance(event, Meeting.MeetingRecorded | Meeting.MeetingHeld) else {}
    news |= {"reason": event.reason} if isinstance(event, Meeting.MeetingCancelled) else {}
    news |= _appointment(event) if isinstance(event, Meeting.MeetingPlanned | Meeting.MeetingMoved) else {}
    if isinstance(event, Meeting.MeetingPlanned | Meeting.MeetingRecorded):
        same = {name: getattr(event, name) for name in ("network", "title", "mode", "audience")}
        was_planned = isinstance(event, Meeting.MeetingPlanned)
        planned = {
            "planned_at": event.act.at if was_planned else None,
            "planned_by": event_name(event) if was_planned else None,
            "first_planned_for": meeting.day if was_planned else None,
        }
        return MeetingView.model_validate({"meeting": meeting.id, **same, **planned, **stands, **news})
    if view is None:
        raise ValueError(event_name(event))
    return view.model_copy(update={**stands, **news})


def _appointment(event: Meeting.MeetingPlanned | Meeting.MeetingMoved) -> Row:
    """Give what an event says of hour and place; what it leaves out stays as it was."""
    event_type = "MeetingMoved" if isinstance(event, Meeting.MeetingMoved) else "MeetingPlanned"
    link = None if event.link is None else SealedLink(sealed=event.link, event_type=event_type)
    said = {"begins": event.begins, "place": event.place, "link": link}
    return {name: value for name, value in said.items() if value is not None}


def _columns(view: MeetingView) -> Row:
    return {"key": view.key, "network": str(view.network), "audience": view.audience}


MEETINGS = ViewKind(Meeting, meetings, MeetingView, evolve, _columns, counts_from_own_day=True)
