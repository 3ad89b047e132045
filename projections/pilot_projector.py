"""From events to facts: the pilot, its talks and the plans that wait."""

from domain.events import DomainEvent, event_name
from domain.pilot import Pilot
from projections.facts import Facts, Row, micros
from projections.projectors import owner_of, tells
from projections.tables import FOREVER, pilots, talks, waiting_plans


@tells(Pilot.PilotOpened)
def pilot_opened(facts: Facts, event: Pilot.PilotOpened, position: int) -> None:
    """A pilot begins."""
    facts.add(
        pilots,
        owner_of(event),
        event_name(event),
        position,
        label=event.label,
        places=event.places,
        taken={},
        first_day=event.first_day.isoformat(),
        last_day=event.last_day.isoformat(),
        begun_at=micros(event.act.at),
        ended_at=FOREVER,
        version=event.originator_version,
    )


def _change(facts: Facts, event: DomainEvent, position: int, **columns: object) -> Row:
    row = facts.only(pilots, owner_of(event))
    facts.change(pilots, row, event=event_name(event), since=position, version=event.originator_version, **columns)
    return facts.only(pilots, owner_of(event))


@tells(Pilot.GroupShowedInterest)
def interest_shown(facts: Facts, event: Pilot.GroupShowedInterest, position: int) -> None:
    """A group wants a network."""
    _change(facts, event, position)
    facts.add(
        talks,
        owner_of(event),
        event_name(event),
        position,
        group=str(event.group),
        theme=event.theme,
        network_type=event.network_type,
        interest_at=micros(event.act.at),
        talked_at=None,
        outcome=None,
    )


@tells(Pilot.TalkHeld)
def talk_held(facts: Facts, event: Pilot.TalkHeld, position: int) -> None:
    """Something comes of a talk."""
    _change(facts, event, position)
    row = next(row for row in facts.of(talks, owner_of(event)) if row["group"] == str(event.group))
    facts.change(talks, row, event=event_name(event), since=position, talked_at=micros(event.act.at), outcome=event.outcome)


@tells(Pilot.PlaceTaken)
def place_taken(facts: Facts, event: Pilot.PlaceTaken, position: int) -> None:
    """A network has a place."""
    taken = facts.only(pilots, owner_of(event))["taken"]
    _change(facts, event, position, taken={**taken, str(event.network): event_name(event)})


@tells(Pilot.PlaceFreed)
def place_freed(facts: Facts, event: Pilot.PlaceFreed, position: int) -> None:
    """A place is free."""
    taken = facts.only(pilots, owner_of(event))["taken"]
    _change(facts, event, position, taken={network: by for network, by in taken.items() if network != str(event.network)})


@tells(Pilot.PlanPutOnWaitingList)
def put_on_waiting_list(facts: Facts, event: Pilot.PlanPutOnWaitingList, position: int) -> None:
    """A plan waits."""
    _change(facts, event, position)
    facts.add(
        waiting_plans,
        owner_of(event),
        event_name(event),
        position,
        plan=str(event.plan),
        complete_at=micros(event.complete_at),
        waits_since=micros(event.act.at),
        waits_until=FOREVER,
        offered=False,
    )


def _waiting(facts: Facts, event: Pilot.PlaceOffered | Pilot.PlaceOfferTakenBack | Pilot.PlanTakenOffWaitingList) -> Row:
    return next(
        row
        for row in facts.of(waiting_plans, owner_of(event))
        if row["plan"] == str(event.plan) and row["waits_until"] == FOREVER
    )


@tells(Pilot.PlaceOffered)
def place_offered(facts: Facts, event: Pilot.PlaceOffered, position: int) -> None:
    """A place is offered to a plan."""
    _change(facts, event, position)
    facts.change(waiting_plans, _waiting(facts, event), event=event_name(event), since=position, offered=True)


@tells(Pilot.PlaceOfferTakenBack)
def offer_taken_back(facts: Facts, event: Pilot.PlaceOfferTakenBack, position: int) -> None:
    """The place goes to another plan; this one waits on."""
    _change(facts, event, position)
    facts.change(waiting_plans, _waiting(facts, event), event=event_name(event), since=position, offered=False)


@tells(Pilot.PlanTakenOffWaitingList)
def taken_off(facts: Facts, event: Pilot.PlanTakenOffWaitingList, position: int) -> None:
    """A plan waits no longer."""
    _change(facts, event, position)
    ended = micros(event.act.at)
    facts.change(waiting_plans, _waiting(facts, event), event=event_name(event), since=position, waits_until=ended)


@tells(Pilot.PilotEnded)
def pilot_ended(facts: Facts, event: Pilot.PilotEnded, position: int) -> None:
    """A pilot ends."""
    _change(facts, event, position, ended_at=micros(event.act.at))
