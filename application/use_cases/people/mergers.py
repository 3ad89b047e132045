"""Use cases of two records that are one person (docs/decisions/0031). What is decided only the vault knows."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from application.command_context import CommandContext, Outcome
from application.commands.party import (
    DueAnswer,
    MergePersons,
    PersonMergerAnswer,
    RestoreDouble,
    UndoPersonMerger,
    WithdrawDouble,
)
from application.errors import BothStillNeeded, MergedWithOneself, NeededFor, PersonMergedAlready, PersonNotMerged, UnknownItem
from application.ports.vault.contexts import OFFICE, PARTY, PRIVACY, in_network
from application.ports.vault.people import KnownPerson
from domain.advice.call_answer import CallAnswer
from domain.advice.request import AdviceRequest
from domain.advice.values import UNANSWERED
from domain.kernel.acts import Reference, Role
from domain.kernel.entries import periods_of
from domain.kernel.events import Aggregate
from domain.networks.meeting import Meeting
from domain.networks.membership import Membership, membership_id
from domain.networks.network import Network
from domain.party.office import Office, office_id
from domain.party.party_membership import PartyMembership, party_membership_id
from domain.party.privacy_request import PrivacyMatter, PrivacyRequest, privacy_request_id
from domain.plans.content import OPEN
from domain.plans.founding_plan import FoundingPlan


class Side(NamedTuple):
    """What somebody is in one context under one reference."""

    runs: frozenset[NeededFor]
    """What others count on now: it cannot be given up."""
    carries: frozenset[NeededFor]
    """What rests on a membership that holds: while it does, that cannot be withdrawn."""
    holds: bool
    since: datetime | None
    """When the newest of it began, None when there never was any."""

    def goes_before(self, other: "Side") -> bool:
        """Say whether the person goes on under this reference, and not under the other one: the earlier one, all else equal."""
        for mine, theirs in ((self.runs, other.runs), (self.carries, other.carries), (self.holds, other.holds)):
            if bool(mine) != bool(theirs):
                return bool(mine)
        if self.since is None or other.since is None:
            return self.since is not None or other.since is None
        return self.since <= other.since

    def kept_by(self, other: "Side") -> frozenset[NeededFor]:
        """Give what would be lost when the person goes on under the other reference."""
        membership = frozenset({NeededFor.MEMBERSHIP}) if self.holds and not other.holds else frozenset[NeededFor]()
        return self.runs | membership | (self.carries if self.holds else frozenset())


NOTHING = Side(frozenset(), frozenset(), holds=False, since=None)


def merge_persons(context: CommandContext, command: MergePersons) -> Outcome:
    """Keep that two are one person, and in which contexts they go on under the reference of the merged one."""
    if command.into == command.merged:
        raise MergedWithOneself
    into, merged = context.known(command.into), context.known(command.merged)
    if merged.id != command.merged or into.id == merged.id:
        raise PersonMergedAlready
    others, needed = set[str](), set[NeededFor]()
    for name, mine, theirs in _contexts(context, into, merged):
        kept, given_up = (mine, theirs) if mine.goes_before(theirs) else (theirs, mine)
        needed |= given_up.kept_by(kept)
        if kept is theirs:
            others.add(name)
    if needed:
        raise BothStillNeeded(needed=tuple(sorted(needed)))
    context.writes.merge(into.id, merged.id, contexts=sorted(others))
    if any(_objected(context, each) for each in (into, merged)):
        for each in (into, merged):  # each of its own row: what is known of one of them would be known of the person again
            context.writes.destroy_statistics(each.id)
    return [], PersonMergerAnswer(kept=True)


def _objected(context: CommandContext, known: KnownPerson) -> bool:
    """Say whether somebody objected to being counted, and that was granted."""
    asked = (privacy_request_id(each, PrivacyMatter.OBJECTION) for each in known.references(PRIVACY))
    return any(isinstance(each, PrivacyRequest) and each.granted for each in context.log.load_many(asked).values())


def undo_person_merger(context: CommandContext, command: UndoPersonMerger) -> Outcome:
    """Keep that they are two people; the clock restores what was withdrawn."""
    if command.into == command.merged:
        raise MergedWithOneself
    into, merged = context.known(command.into), context.known(command.merged)
    if merged.id == command.merged or into.id != merged.id:
        raise PersonNotMerged
    context.writes.split(command.merged)
    return [], PersonMergerAnswer(kept=True)


def withdraw_double(context: CommandContext, command: WithdrawDouble) -> Outcome:
    item = _membership(context, command.item)
    item.withdraw_double(context.act_in_role())
    return [item], DueAnswer(item=item.id)


def restore_double(context: CommandContext, command: RestoreDouble) -> Outcome:
    item = _membership(context, command.item)
    item.restore_double(context.act_in_role())
    return [item], DueAnswer(item=item.id)


def _membership(context: CommandContext, item: UUID) -> Membership | PartyMembership:
    found = context.load_many([item]).get(item)
    if not isinstance(found, Membership | PartyMembership):
        raise UnknownItem(kind=Membership.__name__, item=item)
    return found


# What two are in every context


def _contexts(context: CommandContext, into: KnownPerson, merged: KnownPerson) -> Iterator[tuple[str, Side, Side]]:
    """Give every context, with what each of the two is in it."""
    for name, look in ((PARTY, _in_party), (OFFICE, _in_office)):
        yield name, look(context, into.reference(name)), look(context, merged.reference(name))
    items = context.log.load_many(context.resting.with_people())
    networks = {network for each in items.values() if not isinstance(each, AdviceRequest) for network in _networks_of(each)}
    for network in sorted(networks):
        name = in_network(network)
        around = [each for each in items.values() if network in _networks_of(each)]
        mine, theirs = (_in_network(context, network, around, each.reference(name)) for each in (into, merged))
        yield name, mine, theirs


def _networks_of(item: Aggregate) -> tuple[UUID, ...]:
    if isinstance(item, AdviceRequest):
        return item.networks
    if isinstance(item, FoundingPlan):
        return (item.network,)
    return (item.id,)


def _in_party(context: CommandContext, reference: Reference) -> Side:
    found = context.log.load(PartyMembership, party_membership_id(reference))
    if found is None:
        return NOTHING
    holds = not found.ended and not found.withdrawn
    return Side(frozenset(), frozenset(), holds=holds, since=found.begun_at[-1])


def _in_office(context: CommandContext, reference: Reference) -> Side:
    found = [context.log.load(Office, office_id(reference, role)) for role in Role]
    offices = [each for each in found if each is not None]
    runs = {NeededFor.ROLE} if any(each.held for each in offices) else set()
    return Side(frozenset(runs), frozenset(), holds=False, since=min((each.life[0].act.at for each in offices), default=None))


def _in_network(
    context: CommandContext,
    network: UUID,
    around: Sequence[Aggregate],
    reference: Reference,
) -> Side:
    """Give what somebody is in a network: as member, in its core group, in its plans, as expert on what it was asked."""
    membership = context.log.load(Membership, membership_id(network, reference))
    runs, carries, known = set[NeededFor](), set[NeededFor](), list[datetime]()
    for item in around:
        if isinstance(item, Network):
            runs |= {NeededFor.SEAT} if item.closed_at is None and item.has_seat(reference, context.now) else set()
            carries |= {NeededFor.SEAT} if periods_of(item.seats.entries.get(reference, ())) else set()
        elif isinstance(item, FoundingPlan) and item.is_initiator(reference):
            runs |= {NeededFor.NOMINATION} if item.status in OPEN else set()
            known.append(item.life[0].act.at)
        elif isinstance(item, AdviceRequest) and reference in item.experts:
            runs |= {NeededFor.EXPERT} if item.stage in UNANSWERED and item.experts[reference].may_look else set()
            known.append(item.asked_at)
    if membership is None:
        return Side(frozenset(runs), frozenset(), holds=False, since=min(known, default=None))
    if membership.holds_at(context.now):
        carries |= _rests_on_membership(context, network, reference)
    holds = membership.holds_at(context.now) and any(isinstance(each, Network) and each.closed_at is None for each in around)
    since = membership.periods[-1].begun_at if membership.periods else membership.life[0].act.at
    return Side(frozenset(runs), frozenset(carries), holds=holds, since=since)


def _rests_on_membership(context: CommandContext, network: UUID, reference: Reference) -> frozenset[NeededFor]:
    """Give what somebody did in a network that only a member can do."""
    found = set[NeededFor]()
    for item in context.log.load_many(context.resting.on_network(network)).values():
        if isinstance(item, Meeting) and item.held is not None and reference in item.attendees:
            found.add(NeededFor.ATTENDANCE)
        elif isinstance(item, CallAnswer) and item.reference == reference:
            found.add(NeededFor.CALL_ANSWER)
    return frozenset(found)
