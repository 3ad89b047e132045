"""Which events tell that something went otherwise than it usually goes, and in what."""

from collections.abc import Callable, Mapping
from typing import Any

from application.queries.auditing.oversight import ExceptionKind
from domain.advice.request import AdviceRequest
from domain.kernel.acts import Source
from domain.kernel.days import day_of
from domain.kernel.events import DomainEvent
from domain.networks.network import Network
from domain.party.party_membership import PartyMembership
from domain.pilot.pilot import Pilot
from domain.plans.founding_plan import FoundingPlan
from projections.projectors.record import LATE

ALWAYS: Mapping[type[DomainEvent], ExceptionKind] = {
    FoundingPlan.PlanDeferred: ExceptionKind.DEFERRED,
    FoundingPlan.ConditionLapsed: ExceptionKind.LAPSED,
    FoundingPlan.PlanLapsed: ExceptionKind.LAPSED,
    AdviceRequest.AdviceRequestLapsed: ExceptionKind.LAPSED,
    AdviceRequest.ClarificationNotGiven: ExceptionKind.LAPSED,
    FoundingPlan.EntryWithdrawn: ExceptionKind.TAKEN_BACK,
    Pilot.PlaceOfferTakenBack: ExceptionKind.TAKEN_BACK,
    AdviceRequest.NewDayRefused: ExceptionKind.TAKEN_BACK,
    PartyMembership.PartyMembershipEndUndone: ExceptionKind.TAKEN_BACK,
    Network.NetworkReopened: ExceptionKind.REOPENED,
    Network.MergerWithdrawn: ExceptionKind.REOPENED,
}
"""What is an exception whenever it happens."""

WHEN_SAID: Mapping[type[DomainEvent], tuple[ExceptionKind, Callable[[Any], object]]] = {
    Pilot.PlaceTaken: (ExceptionKind.BEYOND_PLACES, lambda event: event.beyond_places_because),
    Pilot.PlaceOffered: (ExceptionKind.OUT_OF_ORDER, lambda event: event.out_of_order_because),
}
"""What is one when its event gives a reason for it."""

OF_NAME = {event.TOPIC: kind for event, kind in ALWAYS.items()}
OF_REASON = {event.TOPIC: told for event, told in WHEN_SAID.items()}


def exceptions_of(event: DomainEvent) -> tuple[ExceptionKind, ...]:
    """Give in what an event went otherwise than usual: mostly in nothing. What a file brought in from before is no late entry."""
    found = [OF_NAME[event.TOPIC]] if event.TOPIC in OF_NAME else []
    if event.TOPIC in OF_REASON and OF_REASON[event.TOPIC][1](event) is not None:
        found.append(OF_REASON[event.TOPIC][0])
    is_late = days_late(event) > LATE.days and event.act.source is not Source.IMPORT
    return (*found, ExceptionKind.LATE) if is_late else tuple(found)


def days_late(event: DomainEvent) -> int:
    """Give the days from the day on which something happened to that on which it was recorded."""
    return (day_of(event.timestamp) - day_of(event.act.at)).days
