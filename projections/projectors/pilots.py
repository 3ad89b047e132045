"""From events to facts: the pilot, its talks and the plans that wait."""

from domain.kernel.events import DomainEvent
from domain.pilot.pilot import Pilot
from projections.projectors.registry import tells
from projections.projectors.row_writer import Facts
from projections.store.bulk_writes import Row
from projections.store.instants import micros
from projections.store.tables import FOREVER, bureau_hours, pilots, talks, waiting_plans


@tells(Pilot.PilotOpened)
def pilot_opened(facts: Facts, event: Pilot.PilotOpened) -> None:
    """A pilot begins."""
    facts.add(
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


def _change(facts: Facts, event: DomainEvent, **columns: object) -> Row:
    row = facts.only(pilots)
    facts.change(pilots, row, version=event.originator_version, **columns)
    return facts.only(pilots)


@tells(Pilot.PilotTimeOver)
def time_over(facts: Facts, event: Pilot.PilotTimeOver) -> None:
    """The last day of a pilot is over."""
    _change(facts, event, time_over_at=micros(event.act.at))


@tells(Pilot.GroupShowedInterest)
def interest_shown(facts: Facts, event: Pilot.GroupShowedInterest) -> None:
    """A group wants a network."""
    _change(facts, event)
    facts.add(
        talks,
        group=str(event.group),
        theme=event.theme,
        network_type=event.network_type,
        interest_at=micros(event.act.at),
        talked_at=None,
        outcome=None,
    )


@tells(Pilot.TalkHeld)
def talk_held(facts: Facts, event: Pilot.TalkHeld) -> None:
    """Something comes of a talk."""
    _change(facts, event)
    row = next(row for row in facts.of(talks) if row["group"] == str(event.group))
    facts.change(talks, row, talked_at=micros(event.act.at), outcome=event.outcome)


@tells(Pilot.HoursEstimated)
def hours_estimated(facts: Facts, event: Pilot.HoursEstimated) -> None:
    """The bureau estimates its hours of a month, perhaps anew."""
    _change(facts, event)
    row = next((row for row in facts.of(bureau_hours) if row["month"] == event.month), None)
    if row is None:
        facts.add(bureau_hours, month=event.month, hours=event.hours)
    else:
        facts.change(bureau_hours, row, hours=event.hours)


@tells(Pilot.PlaceTaken)
def place_taken(facts: Facts, event: Pilot.PlaceTaken) -> None:
    """A network has a place."""
    taken = facts.only(pilots)["taken"]
    _change(facts, event, taken={**taken, str(event.network): facts.event})


@tells(Pilot.PlaceFreed)
def place_freed(facts: Facts, event: Pilot.PlaceFreed) -> None:
    """A place is free."""
    taken = facts.only(pilots)["taken"]
    _change(facts, event, taken={network: by for network, by in taken.items() if network != str(event.network)})


@tells(Pilot.PlanPutOnWaitingList)
def put_on_waiting_list(facts: Facts, event: Pilot.PlanPutOnWaitingList) -> None:
    """A plan waits."""
    _change(facts, event)
    facts.add(
        waiting_plans,
        plan=str(event.plan),
        complete_at=micros(event.complete_at),
        waits_since=micros(event.act.at),
        waits_until=FOREVER,
        offered=False,
    )


def _waiting(facts: Facts, event: Pilot.PlaceOffered | Pilot.PlaceOfferTakenBack | Pilot.PlanTakenOffWaitingList) -> Row:
    return next(row for row in facts.of(waiting_plans) if row["plan"] == str(event.plan) and row["waits_until"] == FOREVER)


@tells(Pilot.PlaceOffered)
def place_offered(facts: Facts, event: Pilot.PlaceOffered) -> None:
    """A place is offered to a plan."""
    _change(facts, event)
    facts.change(waiting_plans, _waiting(facts, event), offered=True)


@tells(Pilot.PlaceOfferTakenBack)
def offer_taken_back(facts: Facts, event: Pilot.PlaceOfferTakenBack) -> None:
    """The place goes to another plan; this one waits on."""
    _change(facts, event)
    facts.change(waiting_plans, _waiting(facts, event), offered=False)


@tells(Pilot.PlanTakenOffWaitingList)
def taken_off(facts: Facts, event: Pilot.PlanTakenOffWaitingList) -> None:
    """A plan waits no longer."""
    _change(facts, event)
    ended = micros(event.act.at)
    facts.change(waiting_plans, _waiting(facts, event), waits_until=ended)


@tells(Pilot.PilotEnded)
def pilot_ended(facts: Facts, event: Pilot.PilotEnded) -> None:
    """A pilot ends."""
    _change(facts, event, ended_at=micros(event.act.at))
