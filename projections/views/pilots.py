"""What is shown of a pilot: its places, talks with groups that want a network, plans that wait, and the bureau's hours."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from pydantic import Field

from domain.kernel.acts import EventName, Immutable
from domain.kernel.events import DomainEvent, event_name
from domain.pilot.pilot import Pilot, TalkOutcome
from domain.pilot.rules import NetworkType
from projections.store.bulk_writes import Row
from projections.store.tables import pilots
from projections.views.view import View, ViewKind, in_order


class GroupTalk(Immutable):
    """A group that wants a network, and what came of talking with it."""

    group: UUID
    theme: str
    network_type: NetworkType
    interest_at: datetime
    talked_at: datetime | None = None
    outcome: TalkOutcome | None = None

    @property
    def key(self) -> str:
        """Its place in the order in which groups said so."""
        return in_order(self.interest_at, self.group)


class PlanWait(Immutable):
    """One time that a plan waits for a place; ``changed_at`` is when it began to, or when an offer came or went."""

    plan: UUID
    complete_at: datetime
    begun_at: datetime
    begun_by: EventName
    changed_at: datetime
    offered: bool = False
    ended_at: datetime | None = None
    ended_by: EventName | None = None

    @property
    def key(self) -> str:
        """Its place in the line: the plan that was complete first at the top."""
        return in_order(self.complete_at, self.plan)


class HoursOfMonth(Immutable):
    """What the bureau estimated of a month, the newest time."""

    hours: int
    event: EventName


class PilotView(View):
    """One pilot."""

    pilot: UUID
    label: str
    places: int
    first_day: date
    last_day: date
    taken: Mapping[UUID, EventName] = Field(default_factory=dict)
    time_over_at: datetime | None = None
    ended_at: datetime | None = None
    talks: tuple[GroupTalk, ...] = ()
    waits: tuple[PlanWait, ...] = ()
    hours: Mapping[str, HoursOfMonth] = Field(default_factory=dict)

    @property
    def key(self) -> str:
        """Its place in the order of the labels."""
        return self.label

    @property
    def waiting(self) -> tuple[PlanWait, ...]:
        """The plans that wait now, in their order."""
        return tuple(sorted((wait for wait in self.waits if wait.ended_by is None), key=lambda wait: wait.key))

    @property
    def free_places(self) -> int:
        """Places that are neither taken nor offered."""
        return self.places - len(self.taken) - sum(wait.offered for wait in self.waiting)


def evolve(view: PilotView | None, event: DomainEvent, pilot: Pilot) -> PilotView:
    if view is None:
        same = {name: getattr(pilot, name) for name in ("label", "places", "first_day", "last_day")}
        return PilotView.model_validate({"pilot": pilot.id, "version": event.originator_version, **same})
    return view.model_copy(update={"version": event.originator_version, **_news(view, event)})


def _news(view: PilotView, event: DomainEvent) -> Row:
    name, at = event_name(event), event.act.at
    match event:
        case Pilot.GroupShowedInterest():
            talk = GroupTalk(group=event.group, theme=event.theme, network_type=event.network_type, interest_at=at)
            return {"talks": (*view.talks, talk)}
        case Pilot.TalkHeld():
            held = {"talked_at": at, "outcome": event.outcome}
            return {"talks": tuple(each.model_copy(update=held) if each.group == event.group else each for each in view.talks)}
        case Pilot.HoursEstimated():
            return {"hours": {**view.hours, event.month: HoursOfMonth(hours=event.hours, event=name)}}
        case Pilot.PlaceTaken():
            return {"taken": {**view.taken, event.network: name}}
        case Pilot.PlaceFreed():
            return {"taken": {network: by for network, by in view.taken.items() if network != event.network}}
        case Pilot.PlanPutOnWaitingList():
            wait = PlanWait(plan=event.plan, complete_at=event.complete_at, begun_at=at, begun_by=name, changed_at=at)
            return {"waits": (*view.waits, wait)}
        case Pilot.PlaceOffered() | Pilot.PlaceOfferTakenBack():
            return _waits(view, event.plan, offered=isinstance(event, Pilot.PlaceOffered), changed_at=at)
        case Pilot.PlanTakenOffWaitingList():
            return _waits(view, event.plan, ended_at=at, ended_by=name)
        case Pilot.PilotTimeOver():
            return {"time_over_at": at}
        case Pilot.PilotEnded():
            return {"ended_at": at}
        case _:
            return {}


def _waits(view: PilotView, plan: UUID, **known: object) -> Row:
    changed = (each.model_copy(update=known) if each.plan == plan and each.ended_by is None else each for each in view.waits)
    return {"waits": tuple(changed)}


def _columns(view: PilotView) -> Row:
    return {"key": view.key, "is_running": view.ended_at is None}


PILOTS = ViewKind(Pilot, pilots, PilotView, evolve, _columns, counts_from_own_day=True)
