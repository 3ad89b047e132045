"""
The rules across items: on what else each thing rests, written down once (docs/decisions/0026).

An aggregate decides about itself; these look at several. They hold whatever is typed when, so they speak of periods and
moments as they are known now, and never of the order in which something was recorded.

What ends by itself when its ground goes is no breach: a membership and a seat hold only while their network is there, and a
question to a network that is gone goes to the party bureau. Everything else that would be left without its ground is one.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import chain
from typing import NamedTuple, TypeVar
from uuid import UUID

from domain.advice.request import AdviceRequest
from domain.kernel.acts import CLOCK, EventName, Role
from domain.kernel.days import day_of, end_of, months_after
from domain.kernel.entries import Period, periods_of
from domain.kernel.events import Aggregate, DomainEvent, event_name
from domain.networks.meeting import Meeting
from domain.networks.membership import Membership, membership_id
from domain.networks.network import Network
from domain.party.party_membership import PartyMembership
from domain.pilot.pilot import Pilot
from domain.plans.founding_plan import FoundingPlan

A = TypeVar("A", bound=Aggregate)

Items = Mapping[UUID, Aggregate]
"""Items that belong together, by their ids."""


class WhatRests(StrEnum):
    """What would be left without its ground."""

    SEAT = "seat"
    MEMBERSHIP = "membership"
    ATTENDANCE = "attendance"
    MEETING = "meeting"
    REQUEST = "request"
    ANSWER = "answer"
    FOUNDING = "founding"
    PLAN = "plan"
    PLACE = "place"


class Breach(NamedTuple):
    """An entry without its ground: what it is, which entry, and when that happened."""

    what: WhatRests
    entry: EventName
    at: datetime


def breaches(items: Items) -> Iterator[Breach]:
    """
    Give every breach of a rule across items among those that are given.

    :param items: complete as far as they are asked about: of a network with all that rests on it, all that rests on it
    """
    for network in _of(Network, items):
        yield from seats_without_membership(network, items)
        yield from founding_before_approval(network, items)
        yield from place_before_pilot(network, items)
        yield from seats_before_network(network)
    for membership in _of(Membership, items):
        yield from membership_before_network(membership, items)
    for meeting in _of(Meeting, items):
        yield from meeting_without_network(meeting, items)
        yield from attendance_without_membership(meeting, items)
    for request in _of(AdviceRequest, items):
        yield from request_without_network(request, items)
    for plan in _of(FoundingPlan, items):
        yield from plan_without_pilot(plan, items)


def reaches_back(happened: DomainEvent, now: datetime) -> bool:
    """Say whether somebody mends something by an event, or tells late of something that happened."""
    return "mistake" in type(happened).model_fields or (happened.act.at < now and happened.act.by != CLOCK)


def grounds(items: Iterable[Aggregate]) -> set[UUID]:
    """Give the ids of what items rest on, as far as they name it; the items of one person are never tied together by it."""
    return set(chain.from_iterable(_grounds_of(item) for item in items))


# Seat and membership, seat and network


def seats_without_membership(network: Network, items: Items) -> Iterator[Breach]:
    """Only a member of the network has a seat in its core group, and only as long as the membership holds."""
    for reference, entries in network.seats.entries.items():
        membership = items.get(membership_id(network.id, reference))
        grounds = membership.periods if isinstance(membership, Membership) else ()
        for period in periods_of(entries):
            held = while_there(network, period)
            if held is not None and not any(_covers(ground, held) for ground in grounds):
                yield Breach(WhatRests.SEAT, period.begun_by, period.begun_at)


def seats_to_end(network: Network, membership: Membership) -> Iterator[tuple[datetime, EventName | None]]:
    """Give when seats end with a membership that ended, and by what: with it, or at once when they began after it."""
    for period in periods_of(network.seats.entries.get(membership.reference, ())):
        held = while_there(network, period)
        if held is not None and not any(_covers(ground, held) for ground in membership.periods):
            under = next((ground for ground in membership.periods if ground.covers(period.begun_at)), None)
            if under is None or under.ended_at is None:
                yield period.begun_at, None
            else:
                yield under.ended_at, under.ended_by


def seats_before_network(network: Network) -> Iterator[Breach]:
    """A core group has seats once its network is there."""
    for entries in network.seats.entries.values():
        for period in periods_of(entries):
            if period.begun_at < network.begun_at:
                yield Breach(WhatRests.SEAT, period.begun_by, period.begun_at)


# Membership and network


def membership_before_network(membership: Membership, items: Items) -> Iterator[Breach]:
    """A network has members once it is there; when it closes they end by themselves."""
    network = items.get(membership.network)
    for period in membership.periods:
        if isinstance(network, Network) and period.begun_at < network.begun_at:
            yield Breach(WhatRests.MEMBERSHIP, period.begun_by, period.begun_at)


def while_there(network: Network, period: Period) -> Period | None:
    """Give the part of a membership or seat during which its network was there; None when there is no such part."""
    ended_at = min((end for end in (period.ended_at, network.closed_at) if end is not None), default=None)
    return None if ended_at is not None and ended_at <= period.begun_at else period._replace(ended_at=ended_at)


# Membership and party membership


def counts_until(left_party_at: datetime) -> datetime:
    """
    Give until when somebody who left the party counts in networks: the end of the last day of that month.

    The day itself, shared by all references of a person, would tie them together (docs/decisions/0027).
    """
    first = day_of(left_party_at).replace(day=1)
    return end_of(months_after(first, 1) - timedelta(days=1)) - timedelta(seconds=1)


def ends_with_party(membership: Membership, party_membership: PartyMembership, network: Network) -> datetime | None:
    """Give when a membership ends because somebody left the party: at once when it began after that. None: nothing ends."""
    if not party_membership.ended:
        return None
    until = counts_until(party_membership.left_at[-1])
    held = filter(None, (while_there(network, period) for period in membership.periods))
    longer = (period for period in held if period.ended_at is None or period.ended_at > max(until, period.begun_at))
    return next((max(until, period.begun_at) for period in longer), None)


# Meeting and network, meeting and membership


def meeting_without_network(meeting: Meeting, items: Items) -> Iterator[Breach]:
    """A network holds meetings while it is there."""
    network = items.get(meeting.network)
    if isinstance(network, Network) and meeting.held is not None and not network.exists_at(meeting.held.at):
        yield Breach(WhatRests.MEETING, meeting.held.event, meeting.held.at)


def attendance_without_membership(meeting: Meeting, items: Items) -> Iterator[Breach]:
    """Whoever is named as present was a member at that moment, or was thought to be: the end of a party membership comes late."""
    if meeting.held is None:
        return
    found = (items.get(membership_id(meeting.network, who)) for who in meeting.attendees)
    if not all(isinstance(each, Membership) and _could_be_present(each, meeting.held.at) for each in found):
        yield Breach(WhatRests.ATTENDANCE, meeting.held.event, meeting.held.at)


def _could_be_present(membership: Membership, at: datetime) -> bool:
    not_by_themselves = {event_name(each) for each in membership.life if isinstance(each, Membership.MembershipEnded)}
    return any(
        period.begun_at <= at and (period.covers(at) or period.ended_by in not_by_themselves) for period in membership.periods
    )


# Request and network


def request_without_network(request: AdviceRequest, items: Items) -> Iterator[Breach]:
    """A network is asked once it is there, and answers while it is there; after that the bureau is next."""
    network: UUID | None = None
    for happened in request.life:
        network = getattr(happened, "network", None) if isinstance(happened, PUT_TO_NETWORK) else network
        found = None if network is None else items.get(network)
        if not isinstance(found, Network):
            continue
        if happened.act.at < found.begun_at:
            yield Breach(WhatRests.REQUEST, event_name(happened), happened.act.at)
        elif _is_by_core_group(happened) and not found.exists_at(happened.act.at):
            yield Breach(WhatRests.ANSWER, event_name(happened), happened.act.at)


PUT_TO_NETWORK = (AdviceRequest.AdviceRequested, AdviceRequest.AdviceRequestRedirected)
ANSWERS = (AdviceRequest.AdviceRequestAccepted, AdviceRequest.AdviceRequestDeclined, AdviceRequest.AdviceDelivered)


def _is_by_core_group(happened: DomainEvent) -> bool:
    return isinstance(happened, ANSWERS) and happened.act.role is Role.CORE_GROUP


# Network and plan, plan and pilot, network and pilot


def founding_before_approval(network: Network, items: Items) -> Iterator[Breach]:
    """A network is founded on a plan that the board approved before."""
    for plan in _of(FoundingPlan, items):
        approved = [each.act.at for each in plan.life if isinstance(each, FoundingPlan.PlanApproved)]
        if plan.network == network.id and approved and network.begun_at < approved[-1]:
            yield Breach(WhatRests.FOUNDING, network.begun_by, network.begun_at)


def place_before_pilot(network: Network, items: Items) -> Iterator[Breach]:
    """A network has a place in a pilot that has begun."""
    pilot = None if network.pilot is None else items.get(network.pilot)
    if isinstance(pilot, Pilot) and network.begun_at < pilot.begun_at:
        yield Breach(WhatRests.PLACE, network.begun_by, network.begun_at)


def plan_without_pilot(plan: FoundingPlan, items: Items) -> Iterator[Breach]:
    """A plan is begun within a pilot that runs."""
    pilot = None if plan.pilot is None else items.get(plan.pilot)
    begun_at = plan.life[0].act.at
    if isinstance(pilot, Pilot) and not pilot.runs_at(begun_at):
        yield Breach(WhatRests.PLAN, event_name(plan.life[0]), begun_at)


def _grounds_of(item: Aggregate) -> Iterator[UUID]:
    if isinstance(item, Membership):
        yield item.network
    elif isinstance(item, Network):
        yield from (membership_id(item.id, reference) for reference in item.seats.entries)
        yield from (each for each in (item.plan, item.pilot) if each is not None)
    elif isinstance(item, Meeting):
        yield item.network
        yield from (membership_id(item.network, reference) for reference in item.attendees)
    elif isinstance(item, AdviceRequest):
        yield from {each.network for each in item.life if isinstance(each, PUT_TO_NETWORK)}
    elif isinstance(item, FoundingPlan):
        yield item.network
        if item.pilot is not None:
            yield item.pilot


def _covers(ground: Period, held: Period) -> bool:
    ends_in_it = ground.ended_at is None or (held.ended_at is not None and held.ended_at <= ground.ended_at)
    return ground.begun_at <= held.begun_at and ends_in_it


def _of(kind: type[A], items: Items) -> Iterator[A]:
    return (item for item in items.values() if isinstance(item, kind))
