"""Use cases of party membership and roles, and of what follows from their end."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from application.command_context import Answering, CommandContext, Outcome
from application.commands import party
from application.ports.vault.contexts import OFFICE, PARTY
from application.register.adding import registered
from application.use_cases import memberships, plans
from application.use_cases.networks import end_seats_without_ground
from domain.kernel.acts import Act, Role, Source
from domain.kernel.days import day_of
from domain.kernel.errors import NothingDue
from domain.networks.membership import Membership, MembershipEnding, membership_id
from domain.networks.network import Network
from domain.party.office import Office, RoleNotHeld, office_id
from domain.party.party_membership import PartyMembership, PersonalDetail, party_membership_id
from domain.party.person import must_be_birth_year
from domain.party.service_parts import SERVICE_PARTS, ServicePart, ServiceParts
from domain.pilot.rules import NetworkType
from domain.plans.founding_plan import FoundingPlan


def start_party_membership(context: CommandContext, command: party.StartPartyMembership) -> Outcome:
    reference = context.vault.reference(command.person, PARTY)
    act = context.act_in_role()
    membership = context.load(PartyMembership, party_membership_id(reference))
    if membership is None:
        membership = PartyMembership.start(act, reference=reference)
    else:
        membership.start_again(act)
    return [membership], party.PartyMembershipAnswer(party_membership=membership.id)


def register_party_member(context: CommandContext, command: party.RegisterPartyMember) -> Outcome:
    """Keep a person in the vault and record the party membership; the same command again keeps the same person."""
    person = registered(context.writes, command, day_of(context.now))
    membership = PartyMembership.start(context.act_in_role(), reference=person.reference(PARTY))
    return [membership], party.PartyMembershipAnswer(party_membership=membership.id)


def correct_person(context: CommandContext, command: party.CorrectPerson) -> Outcome:
    return _correct(context, command, command.person, context.act_in_role())


def correct_own_details(context: CommandContext, command: party.CorrectOwnDetails) -> Outcome:
    """Correct oneself, under the reference that the party membership has, and never in the role of an office."""
    act = context.act_of(context.reference_in(context.person, PARTY), Role.MEMBER, Source.SELF)
    return _correct(context, command, context.person, act)


def _correct(context: CommandContext, command: party.DetailsText, person: UUID, act: Act) -> Outcome:
    """Correct somebody in the vault; that it was done is recorded with the party membership, where there is one."""
    must_be_birth_year(command.birth_year, day_of(context.now))
    context.writes.correct_person(person, name=command.name, province=command.province, birth_year=command.birth_year)
    given = command.model_dump(include={"name", "province", "birth_year"}, exclude_none=True)
    details = tuple(PersonalDetail(field.replace("_", "-")) for field in given)
    membership = context.load(PartyMembership, party_membership_id(context.reference_in(person, PARTY)))
    if membership is not None:
        membership.correct_details(act, details=details)
    return [] if membership is None else [membership], party.PersonCorrectionAnswer(kept=True)


def register_party_members(context: CommandContext, command: party.RegisterPartyMembers) -> Outcome:
    """Keep people in the vault and record their party memberships; the same command again keeps the same people."""
    act = context.act_in_role()
    people = [registered(context.writes, each, day_of(context.now)) for each in command.members]
    memberships = [PartyMembership.start(act, reference=person.reference(PARTY)) for person in people]
    return memberships, party.PartyMembersAnswer(registered=len(memberships))


def who_was_registered(told: Answering) -> Mapping[str, UUID | None]:
    """Tell which person it is; beside the membership in the receipt it would tie the two together outside the vault."""
    return {"person": told.vault.registered_by(told.receipt.command, told.receipt.digest)}


def announce_party_end(context: CommandContext, command: party.AnnouncePartyEnd) -> Outcome:
    membership = _of(context, command)
    act = context.act_in_role()
    rules = context.rules(NetworkType.THEME).rules
    final_on = day_of(context.now) + timedelta(days=rules.party_end_pending_days)
    membership.announce_end(act, final_on=final_on)
    return [membership], party.PartyEndAnswer(party_membership=membership.id, final_on=final_on)


def undo_party_end(context: CommandContext, command: party.UndoPartyEnd) -> Outcome:
    membership = _of(context, command)
    membership.undo_end(context.act_in_role())
    return [membership], party.PartyMembershipAnswer(party_membership=membership.id)


def record_what_is_due(context: CommandContext, command: party.LetTimePass) -> Outcome:
    """Load it: what is due by now happens then, as it does before any other command on it."""
    context.load_many([command.item])
    if not context.passed:
        raise NothingDue
    return context.passed, party.DueAnswer(item=command.item)


def end_membership(context: CommandContext, command: party.EndMembership) -> Outcome:
    """End a membership, and the seat that went with it while the network lives."""
    network = context.get(Network, command.network)
    membership = context.get(Membership, membership_id(command.network, command.reference))
    act = context.act_in_role(cause=command.cause)
    if command.ending is MembershipEnding.NETWORK_CLOSED:
        network.must_be_closed_by(command.cause)
    membership.end(act, command.ending)
    end_seats_without_ground(context, network, membership)
    return [membership, network], memberships.answer(membership)


def drop_nomination(context: CommandContext, command: party.DropNomination) -> Outcome:
    plan = context.get(FoundingPlan, command.plan)
    plan.decline_nomination(context.act_in_role(), reference=command.reference)
    return [plan], plans.answer(plan)


def choose_parts(context: CommandContext, command: party.ChooseParts) -> Outcome:
    chosen, act = context.load(ServiceParts, SERVICE_PARTS), context.act_in_role()
    before = ServicePart if chosen is None else chosen.parts
    if chosen is None:
        chosen = ServiceParts.choose(act, parts=command.parts)
    else:
        chosen.choose_again(act, parts=command.parts)
    turned_off = tuple(each for each in before if each not in chosen.parts)
    return [chosen], party.PartsAnswer(parts=chosen.parts, turned_off=turned_off)


def give_role(context: CommandContext, command: party.GiveRole) -> Outcome:
    reference = context.vault.reference(command.person, OFFICE)
    act = context.act_in_role()
    office = context.load(Office, office_id(reference, command.role))
    if office is None:
        office = Office.give(act, reference=reference, role=command.role, last_day=command.last_day)
    else:
        office.give_again(act, last_day=command.last_day)
    return [office], party.OfficeAnswer(office=office.id)


def end_role(context: CommandContext, command: party.EndRole) -> Outcome:
    office = context.load(Office, office_id(context.vault.reference(command.person, OFFICE), command.role))
    if office is None:
        raise RoleNotHeld(role=command.role)
    office.end(context.act_in_role(), others=other_administrators(context, office))
    return [office], party.OfficeAnswer(office=office.id)


def other_administrators(context: CommandContext, office: Office) -> list[Office]:
    """Load who else is administrator, where that matters; what ends of those by itself now is recorded too."""
    if office.role is not Role.ADMINISTRATOR:
        return []
    found = context.load_many(context.resting.administrators())
    return [each for each in found.values() if isinstance(each, Office) and each.id != office.id]


def _of(context: CommandContext, command: party.AnnouncePartyEnd | party.UndoPartyEnd) -> PartyMembership:
    return context.get(PartyMembership, party_membership_id(context.vault.reference(command.person, PARTY)))
