"""What follows for people who left the party, were erased or turned out to be two, so that nothing ties their references."""

import random
from collections.abc import Callable, Iterable
from functools import partial
from uuid import UUID

from application.command_handler import CommandHandler
from application.commands.party import DropNomination, EndMembership, LetTimePass, RestoreDouble, WithdrawDouble
from application.commands.privacy import EndErasedPartyMembership, EndErasedRole, EraseKept
from application.passing_time import derived
from application.policies.carrying_out import Given, PolicyQueries
from application.ports.vault.contexts import OFFICE, PARTY, PersonId, in_network, network_of
from application.ports.vault.people import KnownPerson
from application.privacy.register import LASTS, Term
from application.privacy.standing import Standings, left_at
from domain.across_items import ends_with_party
from domain.kernel.acts import Reference
from domain.kernel.days import day_of
from domain.networks.membership import Membership, MembershipEnding, membership_id
from domain.networks.network import Network
from domain.party.erasures import WhyErased
from domain.party.party_membership import PartyMembership, party_membership_id
from domain.pilot.rule_book import RULE_BOOK, RuleBook
from domain.pilot.rules import NetworkType
from domain.plans.content import OPEN
from domain.plans.founding_plan import FoundingPlan, Nomination


def whenever_an_announced_end_is_due_end_the_party_membership(handler: CommandHandler, queries: PolicyQueries) -> Iterable[Given]:
    """Make announced ends final on their day, which is that person's turn of the day."""
    today = day_of(handler.clock())
    due = queries.announced_party_ends(today)
    for person in handler.vault.whose(PARTY, due).values():
        handler.vault.claim_fan_out(person, today)  # or a membership would end in the same batch
    for item in map(party_membership_id, due):
        yield LetTimePass(item=item), derived("let-time-pass", item, today)


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
