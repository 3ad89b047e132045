"""
The rules across items: on what else each thing rests, written down once (docs/decisions/0026).

An aggregate decides about itself; these look at several. They hold whatever is typed when, so they speak of periods and
moments as they are known now, and never of the order in which something was recorded.

What ends by itself when its ground goes is no breach: a membership and a seat hold only while their network is there, and a
question to a network that is gone goes to the party bureau. Everything else that would be left without its ground is one.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import chain
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from domain.advice.call_answer import CallAnswer
from domain.advice.offer import AdviceOffer
from domain.advice.request import AdviceRequest
from domain.kernel.acts import CLOCK, EventName, Reference, Role
from domain.kernel.days import day_of, end_of, months_after
from domain.kernel.entries import Period, periods_of
from domain.kernel.errors import WayOut
from domain.kernel.events import Aggregate, DomainEvent, event_name
from domain.networks.conversation import Conversation
from domain.networks.lessons import Lessons
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
    MIX = "mix"
    MEMBERSHIP = "membership"
    ATTENDANCE = "attendance"
    MEETING = "meeting"
    REQUEST = "request"
    ANSWER = "answer"
    ADVICE_STEP = "advice-step"
    CALL_ANSWER = "call-answer"
    OFFER = "offer"
    LESSONS = "lessons"
    CONVERSATION = "conversation"
    MERGER = "merger"
    FOUNDING = "founding"
    PLAN = "plan"
    PLACE = "place"


OF_PEOPLE = frozenset({WhatRests.SEAT, WhatRests.MIX, WhatRests.MEMBERSHIP, WhatRests.ATTENDANCE, WhatRests.CALL_ANSWER})
"""What tells of the people of a network, and when each came."""

NEVER_MENDED = frozenset(
    {
        *(WhatRests.REQUEST, WhatRests.ADVICE_STEP, WhatRests.CALL_ANSWER),
        *(WhatRests.MERGER, WhatRests.PLAN),
    }
)
"""What is neither corrected nor withdrawn: it was said, and only the day of what it rests on can be another."""


class Ground(StrEnum):
    """What something rests on."""

    MEMBERSHIP = "membership"
    NETWORK = "network"
    APPROVAL = "approval"
    PILOT = "pilot"


GROUNDS = {
    WhatRests.SEAT: Ground.MEMBERSHIP,
    WhatRests.ATTENDANCE: Ground.MEMBERSHIP,
    WhatRests.CALL_ANSWER: Ground.MEMBERSHIP,
    WhatRests.FOUNDING: Ground.APPROVAL,
    WhatRests.PLAN: Ground.PILOT,
    WhatRests.PLACE: Ground.PILOT,
}
"""On what each rests; all else on the network."""


class Breach(NamedTuple):
    """An entry without its ground: what it is, which entry, and when that happened."""

    what: WhatRests
    entry: EventName
    at: datetime

    @property
    def ground(self) -> Ground:
        """What was not there."""
        return GROUNDS.get(self.what, Ground.NETWORK)

    @property
    def way_out(self) -> WayOut:
        """What comes first, before what was asked can be done."""
        return WayOut.OTHER_DAY if self.what in NEVER_MENDED else WayOut.MEND_IT


def breaches(items: Items) -> Iterator[Breach]:
    """
    Give every breach of a rule across items among those that are given.

    :param items: complete as far as they are asked about: of a network with all that rests on it, all that rests on it
    """
    for item in items.values():
        for rule in RULES.get(type(item), ()):
            yield from rule(item, items)


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
        grounds = held_in(network, membership) if isinstance(membership, Membership) else ()
        for period in periods_of(entries):
            held = while_there(network, period)
            if held is not None and not any(_covers(ground, held) for ground in grounds):
                yield Breach(WhatRests.SEAT, period.begun_by, period.begun_at)


def seats_to_end(network: Network, membership: Membership) -> Iterator[tuple[datetime, EventName | None]]:
    """Give when seats end with a membership that ended, and by what: with it, or at once when they began after it."""
    grounds = held_in(network, membership)
    for period in periods_of(network.seats.entries.get(membership.reference, ())):
        held = while_there(network, period)
        if held is not None and not any(_covers(ground, held) for ground in grounds):
            under = next((ground for ground in grounds if ground.covers(period.begun_at)), None)
            if under is None or under.ended_at is None:
                yield period.begun_at, None
            else:
                yield under.ended_at, under.ended_by


def seats_before_network(network: Network, _: Items) -> Iterator[Breach]:
    """A core group has seats once its network is there."""
    for entries in network.seats.entries.values():
        for period in periods_of(entries):
            if period.begun_at < network.begun_at:
                yield Breach(WhatRests.SEAT, period.begun_by, period.begun_at)


def mix_of_more_than_had_seats(network: Network, _: Items) -> Iterator[Breach]:
    """A mix is stated of seats that were held then, or were thought to be: the end of a party membership comes late."""
    for mix in network.mixes:
        seats = len(_seats_for_all_that_was_known(network, mix.at)) if network.exists_at(mix.at) else 0
        if not mix.withdrawn and seats < max(network.with_experience[mix.event], 1):
            yield Breach(WhatRests.MIX, mix.event, mix.at)


def _seats_for_all_that_was_known(network: Network, at: datetime) -> tuple[Reference, ...]:
    ends = (each for each in network.life if isinstance(each, Network.CoreGroupMemberSteppedDown))
    by_themselves = {event_name(each) for each in ends if each.act.by == CLOCK}
    periods = ((reference, periods_of(entries)) for reference, entries in network.seats.entries.items())
    return tuple(reference for reference, held in periods if _held_for_all_that_was_known(held, at, by_themselves))


# Membership and network


def membership_before_network(membership: Membership, items: Items) -> Iterator[Breach]:
    """A network has members once it is there; when it closes they end by themselves."""
    network = items.get(membership.network)
    for period in membership.periods:
        if isinstance(network, Network) and period.begun_at < network.begun_at:
            yield Breach(WhatRests.MEMBERSHIP, period.begun_by, period.begun_at)


def held_in(network: Network, membership: Membership) -> tuple[Period, ...]:
    """Give the periods of a membership, without what a closing ended that was taken back: it goes on, told or not yet told."""
    closings = membership.ended_by_closing.items()
    taken_back = {ending for ending, closing in closings if network.reopened_after(closing) is not None}
    return periods_of(entry for entry in membership.entries if entry.event not in taken_back)


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
    """A network holds meetings while it is there, and plans them once it is there."""
    network = items.get(meeting.network)
    if not isinstance(network, Network) or meeting.withdrawn:
        return
    if meeting.was_planned and meeting.begun_at < network.begun_at:
        yield Breach(WhatRests.MEETING, meeting.begun_by, meeting.begun_at)
    elif meeting.held is not None and not network.exists_at(meeting.held.at):
        yield Breach(WhatRests.MEETING, meeting.held.event, meeting.held.at)


def attendance_without_membership(meeting: Meeting, items: Items) -> Iterator[Breach]:
    """Whoever is named as present was a member at that moment, or was thought to be: the end of a party membership comes late."""
    if meeting.held is None:
        return
    if not all(_took_part(items, meeting.network, who, meeting.held.at) for who in meeting.attendees):
        yield Breach(WhatRests.ATTENDANCE, meeting.held.event, meeting.held.at)


def _took_part(items: Items, network: UUID, who: Reference, at: datetime) -> bool:
    membership = items.get(membership_id(network, who))
    if not isinstance(membership, Membership):
        return False
    by_itself = {event_name(each) for each in membership.life if isinstance(each, Membership.MembershipEnded)}
    return _held_for_all_that_was_known(membership.periods, at, by_itself)


def _held_for_all_that_was_known(periods: Iterable[Period], at: datetime, by_themselves: Container[EventName | None]) -> bool:
    """Say whether something held at a moment, or ended before it by an ending that followed by itself and was known later."""
    return any(period.begun_at <= at and (period.covers(at) or period.ended_by in by_themselves) for period in periods)


# What a network said, and the network


def lessons_without_network(lessons: Lessons, items: Items) -> Iterator[Breach]:
    """A core group tells lessons while its network is there, of a half year in which it was."""
    network = items.get(lessons.network)
    if not isinstance(network, Network):
        return
    for telling in lessons.told:
        if not network.exists_at(telling.at) or not network.had_begun_in(lessons.half_year):
            yield Breach(WhatRests.LESSONS, telling.event, telling.at)


def offer_without_network(offer: AdviceOffer, items: Items) -> Iterator[Breach]:
    """A network gives advice unasked while it is there."""
    network, offered = items.get(offer.network), offer.life[0]
    if isinstance(network, Network) and not offer.withdrawn and not network.exists_at(offered.act.at):
        yield Breach(WhatRests.OFFER, event_name(offered), offered.act.at)


def conversation_without_network(conversation: Conversation, items: Items) -> Iterator[Breach]:
    """Party and network talk while the network is there; that there is something to talk about is said by time, and stays."""
    network = items.get(conversation.network)
    for held in conversation.life:
        is_held = isinstance(held, Conversation.ConversationHeld)
        if is_held and isinstance(network, Network) and not network.exists_at(held.act.at):
            yield Breach(WhatRests.CONVERSATION, event_name(held), held.act.at)


# Request and network, answer to a call and membership


def request_without_network(request: AdviceRequest, items: Items) -> Iterator[Breach]:
    """Networks are asked once they are there."""
    for happened in request.life:
        asked = (items.get(network) for network in _networks_asked(happened))
        if any(isinstance(network, Network) and happened.act.at < network.begun_at for network in asked):
            yield Breach(WhatRests.REQUEST, event_name(happened), happened.act.at)


def step_without_network(request: AdviceRequest, items: Items) -> Iterator[Breach]:
    """A core group works on a question and answers it while its network is there; after that the bureau is next."""
    leading: UUID | None = None
    for happened in request.life:
        of_whom = getattr(happened, "network", leading) if isinstance(happened, AdviceRequest.ContributionGiven) else leading
        network = None if of_whom is None else items.get(of_whom)
        by_core_group = happened.act.role is Role.CORE_GROUP
        if by_core_group and isinstance(network, Network) and not network.exists_at(happened.act.at):
            what = WhatRests.ANSWER if isinstance(happened, ANSWERS) else WhatRests.ADVICE_STEP
            yield Breach(what, event_name(happened), happened.act.at)
        leading = getattr(happened, "network", leading) if isinstance(happened, PUT_TO_NETWORK) else leading


def call_answer_without_membership(answer: CallAnswer, items: Items) -> Iterator[Breach]:
    """A member answers a call while the network is there and the membership holds, or was thought to."""
    given, network = answer.life[0], items.get(answer.network)
    at = given.act.at
    is_there = not isinstance(network, Network) or network.exists_at(at)
    if not is_there or not _took_part(items, answer.network, answer.reference, at):
        yield Breach(WhatRests.CALL_ANSWER, event_name(given), at)


PUT_TO_NETWORK = (AdviceRequest.AdviceRequested, AdviceRequest.AdviceRequestRedirected)
ANSWERS = (AdviceRequest.AdviceRequestAccepted, AdviceRequest.AdviceRequestDeclined, AdviceRequest.AdviceDelivered)
"""What the core group did with a question, and can be mended."""


def _networks_asked(happened: DomainEvent) -> tuple[UUID, ...]:
    if isinstance(happened, AdviceRequest.AdviceRequested):
        return happened.network, *happened.other_networks
    return (happened.network,) if isinstance(happened, AdviceRequest.AdviceRequestRedirected) else ()


# Network and network, network and plan, plan and pilot, network and pilot


def merger_without_network(network: Network, items: Items) -> Iterator[Breach]:
    """A network goes on as part of one that is there."""
    into = None if network.merged_into is None else items.get(network.merged_into)
    if isinstance(into, Network) and network.closed_at is not None and not into.exists_at(network.closed_at):
        yield Breach(WhatRests.MERGER, network.closed_by or network.begun_by, network.closed_at)


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
    """A plan is begun within a pilot that runs, or brought into it then."""
    pilot = None if plan.pilot is None else items.get(plan.pilot)
    *_, within = (each for each in plan.life if getattr(each, "pilot", None) is not None or each is plan.life[0])
    if isinstance(pilot, Pilot) and not pilot.runs_at(within.act.at):
        yield Breach(WhatRests.PLAN, event_name(within), within.act.at)


Rule = Callable[[Any, Items], Iterator[Breach]]

RULES: Mapping[type[Aggregate], tuple[Rule, ...]] = {
    Network: (
        *(seats_without_membership, seats_before_network, mix_of_more_than_had_seats, merger_without_network),
        *(founding_before_approval, place_before_pilot),
    ),
    Membership: (membership_before_network,),
    Meeting: (meeting_without_network, attendance_without_membership),
    Lessons: (lessons_without_network,),
    AdviceOffer: (offer_without_network,),
    Conversation: (conversation_without_network,),
    AdviceRequest: (request_without_network, step_without_network),
    CallAnswer: (call_answer_without_membership,),
    FoundingPlan: (plan_without_pilot,),
}
"""What is asked of each kind of item: on what it rests."""


def _grounds_of(item: Aggregate) -> Iterator[UUID]:
    match item:
        case Membership() | Lessons() | AdviceOffer() | Conversation():
            yield item.network
        case CallAnswer():
            yield from (item.network, membership_id(item.network, item.reference))
        case Network():
            yield from (membership_id(item.id, reference) for reference in item.seats.entries)
            yield from (each for each in (item.plan, item.pilot, item.merged_into) if each is not None)
        case Meeting():
            yield item.network
            yield from (membership_id(item.network, reference) for reference in item.attendees)
        case AdviceRequest():
            yield from {network for each in item.life for network in (*_networks_asked(each), *_contributing(each))}
        case FoundingPlan():
            yield from (each for each in (item.network, item.pilot) if each is not None)
        case _:
            pass


def _contributing(happened: DomainEvent) -> tuple[UUID, ...]:
    return (happened.network,) if isinstance(happened, AdviceRequest.ContributionGiven) else ()


def _covers(ground: Period, held: Period) -> bool:
    ends_in_it = ground.ended_at is None or (held.ended_at is not None and held.ended_at <= ground.ended_at)
    return ground.begun_at <= held.begun_at and ends_in_it


def _of(kind: type[A], items: Items) -> Iterator[A]:
    return (item for item in items.values() if isinstance(item, kind))
