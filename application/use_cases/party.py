"""Use cases of party membership and roles, and of what follows from their end."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from pydantic import JsonValue

from application.command_context import CommandContext
from application.command_handler import Outcome, handles, told_from_vault
from application.commands.party import (
    AnnouncePartyEnd,
    DropNomination,
    EndMembership,
    EndRole,
    GiveRole,
    LetTimePass,
    RegisterPartyMember,
    StartPartyMembership,
    UndoPartyEnd,
)
from application.ports.vault import OFFICE, PARTY, Vault
from domain.kernel.days import day_of
from domain.kernel.errors import NothingDue
from domain.kernel.events import Aggregate
from domain.networks.membership import Membership, membership_id
from domain.networks.network import Network
from domain.party.office import Office, RoleNotHeld, office_id
from domain.party.party_membership import PartyMembership, party_membership_id
from domain.pilot.rules import NetworkType
from domain.plans.founding_plan import FoundingPlan


@handles(StartPartyMembership)
def start_party_membership(context: CommandContext, command: StartPartyMembership) -> Outcome:
    """Record that somebody is a member of the party."""
    reference = context.vault.reference(command.person, PARTY)
    act = context.act_in_role()
    membership = context.load(PartyMembership, party_membership_id(reference))
    if membership is None:
        membership = PartyMembership.start(act, reference=reference)
    else:
        membership.start_again(act)
    return [membership], {"partyMembership": str(membership.id)}


@handles(RegisterPartyMember)
def register_party_member(context: CommandContext, command: RegisterPartyMember) -> Outcome:
    """Keep a person in the vault and record the party membership; the same command again keeps the same person."""
    act = context.act_in_role()  # before anybody is kept: a refusal keeps nobody
    person = context.vault.register_person(
        command.name,
        external=_registered_by(context.command_id),
        province=command.province,
        birth_year=command.birth_year,
        email=command.email,
    )
    membership = PartyMembership.start(act, reference=context.reference_in(person, PARTY))
    return [membership], {"partyMembership": str(membership.id)}


@told_from_vault(RegisterPartyMember)
def who_was_registered(vault: Vault, command_id: UUID) -> Mapping[str, JsonValue]:
    """Tell which person it is; beside the membership in the receipt it would tie the two together outside the vault."""
    person = vault.person_known_as(_registered_by(command_id))
    return {"person": None if person is None else str(person)}


def _registered_by(command_id: UUID) -> str:
    """Give how the vault knows whom a command registered."""
    return f"command/{command_id}"


@handles(AnnouncePartyEnd)
def announce_party_end(context: CommandContext, command: AnnouncePartyEnd) -> Outcome:
    """Record that a party membership ends, and from when that is final."""
    membership = _of(context, command)
    act = context.act_in_role()
    rules = context.rules(NetworkType.THEME).rules
    final_on = day_of(context.now) + timedelta(days=rules.party_end_pending_days)
    membership.announce_end(act, final_on=final_on)
    return [membership], {"partyMembership": str(membership.id), "finalOn": final_on.isoformat()}


@handles(UndoPartyEnd)
def undo_party_end(context: CommandContext, command: UndoPartyEnd) -> Outcome:
    """Undo an end that waits."""
    membership = _of(context, command)
    membership.undo_end(context.act_in_role())
    return [membership], {"partyMembership": str(membership.id)}


@handles(LetTimePass)
def record_what_is_due(context: CommandContext, command: LetTimePass) -> Outcome:
    """Load it: what is due by now happens then, as it does before any other command on it."""
    context.load_many([command.item])
    if not context.passed:
        raise NothingDue
    return context.passed, {"item": str(command.item)}


@handles(EndMembership)
def end_membership(context: CommandContext, command: EndMembership) -> Outcome:
    """End a membership, and the seat that went with it while the network lives."""
    network = context.get(Network, command.network)
    membership = context.get(Membership, membership_id(command.network, command.reference))
    act = context.act_in_role(cause=command.cause)
    membership.end(act, command.ending)
    saved: list[Aggregate] = [membership]
    if network.has_seat(command.reference, act.at):
        network.step_down(act, reference=command.reference, rules=context.rules_if_any(network.network_type))
        saved.append(network)
    return saved, {"membership": str(membership.id)}


@handles(DropNomination)
def drop_nomination(context: CommandContext, command: DropNomination) -> Outcome:
    """Give up the nomination of somebody who is no longer a party member."""
    plan = context.get(FoundingPlan, command.plan)
    plan.decline_nomination(context.act_in_role(), reference=command.reference)
    return [plan], {"plan": str(plan.id)}


@handles(GiveRole)
def give_role(context: CommandContext, command: GiveRole) -> Outcome:
    """Let somebody act in a role."""
    reference = context.vault.reference(command.person, OFFICE)
    act = context.act_in_role()
    office = context.load(Office, office_id(reference, command.role))
    if office is None:
        office = Office.give(act, reference=reference, role=command.role)
    else:
        office.give_again(act)
    return [office], {"office": str(office.id)}


@handles(EndRole)
def end_role(context: CommandContext, command: EndRole) -> Outcome:
    """End somebody's role."""
    office = context.load(Office, office_id(context.vault.reference(command.person, OFFICE), command.role))
    if office is None:
        raise RoleNotHeld(role=command.role)
    office.end(context.act_in_role())
    return [office], {"office": str(office.id)}


def _of(context: CommandContext, command: AnnouncePartyEnd | UndoPartyEnd) -> PartyMembership:
    return context.get(PartyMembership, party_membership_id(context.vault.reference(command.person, PARTY)))
