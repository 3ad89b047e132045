"""
Policies: events in, commands out. Their actor in the history is the clock, and doing it twice is harmless.

They look at facts and not at single events: a join that committed after the closing is met as well, and nothing is
forgotten by an outage.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Protocol
from uuid import UUID

from application.command_handler import CommandHandler
from application.commands.base import Command
from application.commands.conversations import OpenConversation
from application.commands.party import DropNomination, EndMembership, LetTimePass, RestoreDouble, WithdrawDouble
from application.commands.privacy import EndErasedPartyMembership, EndErasedRole, EraseKept
from application.parts import in_parts
from application.passing_time import derived
from application.ports.vault.contexts import OFFICE, PARTY, PersonId, in_network, network_of
from application.ports.vault.people import KnownPerson
from application.ports.vault.sessions import Session
from application.privacy.register import LASTS, Term
from application.privacy.standing import Standings, left_at
from domain.across_items import ends_with_party
from domain.kernel.acts import EventName, Reference, Role
from domain.kernel.days import day_of, end_of
from domain.kernel.errors import DomainError
from domain.networks.conversation import Occasion
from domain.networks.membership import Membership, MembershipEnding, membership_id
from domain.networks.network import Network
from domain.party.erasures import WhyErased
from domain.party.party_membership import PartyMembership, party_membership_id
from domain.pilot.rule_book import RULE_BOOK, RuleBook
from domain.pilot.rules import NetworkType
from domain.plans.content import OPEN
from domain.plans.founding_plan import FoundingPlan, Nomination

AT_ONCE = 50
"""Items that are in memory together, each with its whole life."""

THE_CLOCK = Session(person=None, role=Role.CLOCK, network=None)


@dataclass(frozen=True)
class MembershipToEnd:
    """A membership that nothing ended yet although its network closed."""

    network: UUID
    reference: Reference
    begun_by: EventName
    begun_at: datetime
    closed_by: EventName
    closed_at: datetime


@dataclass(frozen=True)
class MembershipToGoOn:
    """A membership that ended by a closing which was taken back."""

    membership: UUID
    ended_by: EventName
    reopened_by: EventName


@dataclass(frozen=True)
class ConversationDue:
    """A network that reached its target, or whose year is over, at the end of a day."""

    network: UUID
    occasion: Occasion
    day: date


@dataclass(frozen=True)
class RequestToLeave:
    """An advice request that waits for the answer of a network that closed."""

    advice_request: UUID
    closed_by: EventName


class PolicyQueries(Protocol):
    """What policies ask of the read side, caught up."""

    def memberships_of_closed_networks(self) -> Sequence[MembershipToEnd]:
        """Give the memberships whose network closed and whose own ending is not recorded yet."""

    def memberships_of_reopened_networks(self) -> Sequence[MembershipToGoOn]:
        """Give the memberships that ended by a closing which was taken back."""

    def announced_party_ends(self, due_on: date) -> Sequence[Reference]:
        """Give the party memberships whose end waits and is final on a day, by reference."""

    def ended_party_members(self) -> Sequence[Reference]:
        """Give the references of those whose party membership ended."""

    def requests_of_closed_networks(self) -> Sequence[RequestToLeave]:
        """Give the advice requests that wait for the answer of a network that closed."""

    def requests_due(self, by: datetime) -> Sequence[tuple[UUID, datetime]]:
        """Give the advice requests on which the clock does something by a moment, and when."""

    def networks(self) -> Sequence[UUID]:
        """Give every network that is not closed."""

    def open_plans(self) -> Sequence[UUID]:
        """Give every plan on which something can still be decided."""

    def conversations_due(self, now: datetime) -> Sequence[ConversationDue]:
        """Give which networks reached their target, or let a year pass without, and nobody opened a conversation yet."""

    def where_time_works(self) -> Sequence[UUID]:
        """Give every network, plan, pilot and office in which time may still do something."""


Given = tuple[Command, UUID]
"""A command with its id."""
Policy = Callable[[CommandHandler, PolicyQueries], Iterable[Given]]
"""What must be done now; each command is given before the next is asked for."""


def carry_out(policy: Policy, handler: CommandHandler, queries: PolicyQueries) -> Iterator[int]:
    """Give the commands of a policy, and after each how many did something; a refusal means that somebody else saw to it."""
    for command, command_id in policy(handler, queries):
        done = 0
        with suppress(DomainError):
            handler.handle(command, session=THE_CLOCK, command_id=command_id)
            done = 1
        yield done


def whenever_a_network_closed_end_its_memberships(_: CommandHandler, queries: PolicyQueries) -> Iterable[Given]:
    """End what a closing ended, so that each history tells it; reads know it already."""
    for each in queries.memberships_of_closed_networks():
        at = max(each.begun_at, each.closed_at)
        ending, cause = MembershipEnding.NETWORK_CLOSED, each.closed_by
        command = EndMembership(network=each.network, reference=each.reference, ending=ending, cause=cause, at=at)
        yield command, derived("end-membership", each.begun_by, each.closed_by)


def whenever_a_network_was_reopened_let_its_memberships_go_on(_: CommandHandler, queries: PolicyQueries) -> Iterable[Given]:
    """Withdraw the endings that a closing caused which was taken back, as loading a membership does; others stand."""
    for each in queries.memberships_of_reopened_networks():
        yield LetTimePass(item=each.membership), derived("let-membership-go-on", each.ended_by, each.reopened_by)


def whenever_an_announced_end_is_due_end_the_party_membership(handler: CommandHandler, queries: PolicyQueries) -> Iterable[Given]:
    """Make announced ends final on their day, which is that person's turn of the day."""
    today = day_of(handler.clock())
    due = queries.announced_party_ends(today)
    for person in handler.vault.whose(PARTY, due).values():
        handler.vault.claim_fan_out(person, today)  # or a membership would end in the same batch
    for item in map(party_membership_id, due):
        yield LetTimePass(item=item), derived("let-time-pass", item, today)


def whenever_something_is_due_let_time_pass(handler: CommandHandler, queries: PolicyQueries) -> Iterable[Given]:
    """Record reminders, questions and ends on their day, also of what nobody gives a command about."""
    now = handler.clock()
    requests = (item for item, _ in queries.requests_due(now))
    for some in in_parts([*queries.where_time_works(), *requests], AT_ONCE):
        for each in handler.log.load_many(some).values():
            if each.next_due is not None and each.next_due <= now:
                yield LetTimePass(item=each.id), derived("let-time-pass", each.last_event)


def whenever_a_target_is_reached_or_the_year_over_open_a_conversation(
    handler: CommandHandler, queries: PolicyQueries
) -> Iterable[Given]:
    """Open what there is to talk about, at the moment it was so."""
    for each in queries.conversations_due(handler.clock()):
        command = OpenConversation(network=each.network, occasion=each.occasion, day=each.day, at=end_of(each.day))
        yield command, derived("open-conversation", each.network, each.occasion)


def whenever_a_network_closed_leave_its_requests_to_the_bureau(_: CommandHandler, queries: PolicyQueries) -> Iterable[Given]:
    """Let the bureau be next on what was asked of a network that is gone, as loading it does."""
    for each in queries.requests_of_closed_networks():
        yield LetTimePass(item=each.advice_request), derived("let-request-be-left", each.advice_request, each.closed_by)


def whenever_a_party_membership_ended_end_what_stood_on_it(handler: CommandHandler, queries: PolicyQueries) -> Iterable[Given]:
    """
    End one membership or nomination a day of each former party member, in random order (docs/decisions/0027).

    No command, cause or time stamp may tie a person's references together: each ending has its own command, names no
    cause, counts from the end of a month that many share, and of one person nothing happens twice in one batch.
    """
    people = list(set(handler.vault.whose(PARTY, queries.ended_party_members()).values()))
    random.SystemRandom().shuffle(people)
    today = day_of(handler.clock())
    for person in people:
        party = handler.log.load(PartyMembership, party_membership_id(handler.vault.reference(person, PARTY)))
        if party is None or not party.ended:
            continue  # only what was merged into them ended
        left = [*_memberships(handler, queries.networks(), person, party), *_nominations(handler, queries.open_plans(), person)]
        if left and handler.vault.claim_fan_out(person, today):
            yield random.SystemRandom().choice(left)


def _memberships(handler: CommandHandler, networks: Iterable[UUID], person: PersonId, party: PartyMembership) -> Iterable[Given]:
    """Give the endings of whoever left the party, once the month is over until the end of which they count."""
    now, ending = handler.clock(), MembershipEnding.PARTY_MEMBERSHIP_ENDED
    for item in networks:
        reference = handler.vault.reference(person, in_network(item))
        membership, network = handler.log.load(Membership, membership_id(item, reference)), handler.log.load(Network, item)
        if membership is None or network is None:
            continue
        at = ends_with_party(membership, party, network)
        if at is not None and at <= now and not _may_stay(handler, network, reference):
            command = EndMembership(network=item, reference=reference, ending=ending, at=at)
            yield command, derived("end-membership", membership.last_event)


def _may_stay(handler: CommandHandler, network: Network, reference: Reference) -> bool:
    """Say whether a network keeps members who are in the party no longer; who sits in its core group is in the party."""
    now, rule_book = handler.clock(), handler.log.load(RuleBook, RULE_BOOK)
    if rule_book is None or network.network_type is NetworkType.IMPORTED or network.has_seat(reference, now):
        return False
    return rule_book.rules_for(network.network_type, day_of(now)).rules.non_members_allowed


def _nominations(handler: CommandHandler, plans: Iterable[UUID], person: PersonId) -> Iterable[Given]:
    for each in plans:
        plan = handler.log.load(FoundingPlan, each)
        if plan is None or plan.status not in OPEN:
            continue
        reference = handler.vault.reference(person, in_network(plan.network))
        if plan.nominations.get(reference, Nomination.DECLINED) is not Nomination.DECLINED:
            yield DropNomination(plan=each, reference=reference), derived("drop-nomination", plan.last_event, reference)


def whenever_a_term_is_over_erase(handler: CommandHandler, queries: PolicyQueries) -> Iterable[Given]:
    """Erase who left the party long ago and of whom nothing stands any more, and what else has a term of its own."""
    now = handler.clock()
    handler.vault.destroy_what_is_over(now)
    standings = Standings(handler.log, handler.resting, now)
    for person in set(handler.vault.whose(PARTY, queries.ended_party_members()).values()):
        known = handler.vault.known(person)
        left = left_at(handler.log, known)
        if left is not None and left + LASTS[Term.AFTER_LEAVING] <= now and not standings.of(known):
            yield EraseKept(person=person, why=WhyErased.TERM_OVER), derived("erase-after-term", known.reference(PARTY))


def whenever_somebody_was_erased_end_what_stood(handler: CommandHandler, _: PolicyQueries) -> Iterable[Given]:
    """End what stood of people who were erased, each on its day: no two things of one person on one (docs/decisions/0036)."""
    now = handler.clock()
    standings = Standings(handler.log, handler.resting, now)
    for each in handler.vault.to_end(day_of(now)):
        if standings.stands(each.context, each.reference):
            yield from _endings(standings, each.context, each.reference)
        else:
            handler.vault.ended(each.number)


def _endings(standings: Standings, context: str, reference: Reference) -> Iterable[Given]:
    if context == PARTY:
        yield EndErasedPartyMembership(reference=reference), derived("end-erased-party-membership", reference)
    elif context == OFFICE:
        for office in standings.offices(reference):
            yield EndErasedRole(reference=reference, role=office.role), derived("end-erased-role", office.last_event)
    else:
        network = network_of(context)
        membership, ending = standings.membership(network, reference), MembershipEnding.PARTY_MEMBERSHIP_ENDED
        if membership is not None:
            command = EndMembership(network=network, reference=reference, ending=ending)
            yield command, derived("end-membership", membership.last_event)
        for plan in standings.nominations(network, reference):
            yield DropNomination(plan=plan.id, reference=reference), derived("drop-nomination", plan.last_event, reference)


def whenever_two_were_merged_withdraw_what_is_double(handler: CommandHandler, queries: PolicyQueries) -> Iterable[Given]:
    """
    Withdraw one membership a day of each person who has two in one place since a merger, in random order (docs/decisions/0031).

    No command, cause or time stamp ties a person's references together, as when somebody leaves the party.
    """
    yield from _one_a_day(handler, handler.vault.merged_people(), partial(_doubles, handler, queries.networks()))


def whenever_a_merger_was_undone_restore_what_it_withdrew(handler: CommandHandler, queries: PolicyQueries) -> Iterable[Given]:
    """Restore, one a day of each person, what is no double any more because the person goes on under that reference."""
    yield from _one_a_day(handler, handler.vault.split_people(), partial(_no_doubles, handler, queries.networks()))


def _one_a_day(
    handler: CommandHandler, people: Iterable[KnownPerson], due: Callable[[KnownPerson], Iterable[Given]]
) -> Iterable[Given]:
    shuffled, today = list(people), day_of(handler.clock())
    random.SystemRandom().shuffle(shuffled)
    for person in shuffled:
        left = list(due(person))
        if left and handler.vault.claim_fan_out(person.id, today):
            yield random.SystemRandom().choice(left)


def _doubles(handler: CommandHandler, networks: Iterable[UUID], person: KnownPerson) -> Iterable[Given]:
    """Give what holds under a reference under which the person does not go on, where there is one under which they do."""
    now = handler.clock()
    for known, *others in _memberships_of(handler, networks, person):
        for each in others:
            if known is not None and each is not None and each.holds_at(now):
                yield WithdrawDouble(item=each.id), derived("withdraw-double", each.last_event)


def _no_doubles(handler: CommandHandler, networks: Iterable[UUID], person: KnownPerson) -> Iterable[Given]:
    for known, *_ in _memberships_of(handler, networks, person):
        if known is not None and known.can_be_restored:
            yield RestoreDouble(item=known.id), derived("restore-double", known.last_event)


def _memberships_of(
    handler: CommandHandler, networks: Iterable[UUID], person: KnownPerson
) -> Iterable[list[Membership | PartyMembership | None]]:
    """Give the memberships of a person in the party and in each network: that under which they go on first, then the others."""
    party = [party_membership_id(reference) for reference in person.references(PARTY)]
    places = [[membership_id(each, reference) for reference in person.references(in_network(each))] for each in networks]
    for items in (party, *places):
        found = handler.log.load_many(items)
        yield [each if isinstance(each := found.get(item), Membership | PartyMembership) else None for item in items]
