"""From events to facts: the pilot, its talks and the plans that wait."""

from domain.kernel.events import DomainEvent
from domain.pilot.pilot import Pilot
from projections.projectors.registry import projects
from projections.projectors.row_writer import RowWriter
from projections.store.bulk_writes import Row
from projections.store.instants import micros
from projections.store.tables import FOREVER, bureau_hours, pilots, talks, waiting_plans


@projects(Pilot.PilotOpened)
def pilot_opened(writer: RowWriter, event: Pilot.PilotOpened) -> None:
    """A pilot begins."""
    writer.add(
        pilots,
        label=event.label,
        places=event.places,
        taken={},
        first_day=event.first_day.isoformat(),
        last_day=event.last_day.isoformat(),
        begun_at=micros(event.act.at),
        time_over_at=None,
        ended_at=FOREVER,
        version=event.originator_version,
    )


def _change(writer: RowWriter, event: DomainEvent, **columns: object) -> Row:
    row = writer.only(pilots)
    writer.change(pilots, row, version=event.originator_version, **columns)
    return writer.only(pilots)


@projects(Pilot.PilotTimeOver)
def time_over(writer: RowWriter, event: Pilot.PilotTimeOver) -> None:
    """The last day of a pilot is over."""
    _change(writer, event, time_over_at=micros(event.act.at))


@projects(Pilot.GroupShowedInterest)
def interest_shown(writer: RowWriter, event: Pilot.GroupShowedInterest) -> None:
    """A group wants a network."""
    _change(writer, event)
    writer.add(
        talks,
        group=str(event.group),
        theme=event.theme,
        network_type=event.network_type,
        interest_at=micros(event.act.at),
        talked_at=None,
        outcome=None,
    )


@projects(Pilot.TalkHeld)
def talk_held(writer: RowWriter, event: Pilot.TalkHeld) -> None:
    """Something comes of a talk."""
    _change(writer, event)
    row = next(row for row in writer.of(talks) if row["group"] == str(event.group))
    writer.change(talks, row, talked_at=micros(event.act.at), outcome=event.outcome)


@projects(Pilot.HoursEstimated)
def hours_estimated(writer: RowWriter, event: Pilot.HoursEstimated) -> None:
    """The bureau estimates its hours of a month, perhaps anew."""
    _change(writer, event)
    row = next((row for row in writer.of(bureau_hours) if row["month"] == event.month), None)
    if row is None:
        writer.add(bureau_hours, month=event.month, hours=event.hours)
    else:
        writer.change(bureau_hours, row, hours=event.hours)


@projects(Pilot.PlaceTaken)
def place_taken(writer: RowWriter, event: Pilot.PlaceTaken) -> None:
    """A network has a place."""
    taken = writer.only(pilots)["taken"]
    _change(writer, event, taken={**taken, str(event.network): writer.event})


@projects(Pilot.PlaceFreed)
def place_freed(writer: RowWriter, event: Pilot.PlaceFreed) -> None:
    """A place is free."""
    taken = writer.only(pilots)["taken"]
    _change(writer, event, taken={network: by for network, by in taken.items() if network != str(event.network)})


@projects(Pilot.PlanPutOnWaitingList)
def put_on_waiting_list(writer: RowWriter, event: Pilot.PlanPutOnWaitingList) -> None:
    """A plan waits."""
    _change(writer, event)
    writer.add(
        waiting_plans,
        plan=str(event.plan),
        complete_at=micros(event.complete_at),
        waits_since=micros(event.act.at),
        waits_until=FOREVER,
        offered=False,
    )


def _waiting(writer: RowWriter, event: Pilot.PlaceOffered | Pilot.PlaceOfferTakenBack | Pilot.PlanTakenOffWaitingList) -> Row:
    return next(row for row in writer.of(waiting_plans) if row["plan"] == str(event.plan) and row["waits_until"] == FOREVER)


@projects(Pilot.PlaceOffered)
def place_offered(writer: RowWriter, event: Pilot.PlaceOffered) -> None:
    """A place is offered to a plan."""
    _change(writer, event)
    writer.change(waiting_plans, _waiting(writer, event), offered=True)


@projects(Pilot.PlaceOfferTakenBack)
def offer_taken_back(writer: RowWriter, event: Pilot.PlaceOfferTakenBack) -> None:
    """The place goes to another plan; this one waits on."""
    _change(writer, event)
    writer.change(waiting_plans, _waiting(writer, event), offered=False)


@projects(Pilot.PlanTakenOffWaitingList)
def taken_off(writer: RowWriter, event: Pilot.PlanTakenOffWaitingList) -> None:
    """A plan waits no longer."""
    _change(writer, event)
    ended = micros(event.act.at)
    writer.change(waiting_plans, _waiting(writer, event), waits_until=ended)


@projects(Pilot.PilotEnded)
def pilot_ended(writer: RowWriter, event: Pilot.PilotEnded) -> None:
    """A pilot ends."""
    _change(writer, event, ended_at=micros(event.act.at))
