"""Use cases of party membership and roles, and of what follows from their end."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from pydantic import JsonValue

from application.command_context import OFFICE, PARTY, Work
from application.command_handler import Outcome, handles, told_from_vault
from application.commands import party as c
from application.ports.vault import Vault
from domain.kernel.days import day_of
from domain.kernel.errors import NothingDue
from domain.kernel.events import Aggregate
from domain.networks.membership import Membership, membership_id
from domain.networks.network import Network
from domain.party.office import Office, RoleNotHeld, office_id
from domain.party.party_membership import PartyMembership, party_membership_id
from domain.pilot.rules import NetworkType
from domain.plans.founding_plan import FoundingPlan


@handles(c.StartPartyMembership)
def start_party_membership(work: Work, command: c.StartPartyMembership) -> Outcome:
    """Record that somebody is a member of the party."""
    reference = work.vault.reference(command.person, PARTY)
    act = work.act_in_role()
    membership = work.load(PartyMembership, party_membership_id(reference))
    if membership is None:
        membership = PartyMembership.start(act, reference=reference)
    else:
        membership.start_again(act)
    return [membership], {"partyMembership": str(membership.id)}


@handles(c.RegisterPartyMember)
def register_party_member(work: Work, command: c.RegisterPartyMember) -> Outcome:
    """Keep a person in the vault and record the party membership; the same command again keeps the same person."""
    act = work.act_in_role()  # before anybody is kept: a refusal keeps nobody
    person = work.vault.register_person(
        command.name,
        external=_registered_by(work.command_id),
        province=command.province,
        birth_year=command.birth_year,
        email=command.email,
    )
    membership = PartyMembership.start(act, reference=work.reference_in(person, PARTY))
    return [membership], {"partyMembership": str(membership.id)}


@told_from_vault(c.RegisterPartyMember)
def who_was_registered(vault: Vault, command_id: UUID) -> Mapping[str, JsonValue]:
    """Tell which person it is; beside the membership in the receipt it would tie the two together outside the vault."""
    person = vault.person_known_as(_registered_by(command_id))
    return {"person": None if person is None else str(person)}


def _registered_by(command_id: UUID) -> str:
    """Give how the vault knows whom a command registered."""
    return f"command/{command_id}"


@handles(c.AnnouncePartyEnd)
def announce_party_end(work: Work, command: c.AnnouncePartyEnd) -> Outcome:
    """Record that a party membership ends, and from when that is final."""
    membership = _of(work, command)
    act = work.act_in_role()
    rules = work.rules(NetworkType.THEME).rules
    final_on = day_of(work.now) + timedelta(days=rules.party_end_pending_days)
    membership.announce_end(act, final_on=final_on)
    return [membership], {"partyMembership": str(membership.id), "finalOn": final_on.isoformat()}


@handles(c.UndoPartyEnd)
def undo_party_end(work: Work, command: c.UndoPartyEnd) -> Outcome:
    """Undo an end that waits."""
    membership = _of(work, command)
    membership.undo_end(work.act_in_role())
    return [membership], {"partyMembership": str(membership.id)}


@handles(c.LetTimePass)
def record_what_is_due(work: Work, command: c.LetTimePass) -> Outcome:
    """Load it: what is due by now happens then, as it does before any other command on it."""
    work.load_many([command.item])
    if not work.passed:
        raise NothingDue
    return work.passed, {"item": str(command.item)}


@handles(c.EndMembership)
def end_membership(work: Work, command: c.EndMembership) -> Outcome:
    """End a membership, and the seat that went with it while the network lives."""
    network = work.get(Network, command.network)
    membership = work.get(Membership, membership_id(command.network, command.reference))
    act = work.act_in_role(cause=command.cause)
    membership.end(act, command.ending)
    saved: list[Aggregate] = [membership]
    if network.has_seat(command.reference, act.at):
        network.step_down(act, reference=command.reference, rules=work.rules_if_any(network.network_type))
        saved.append(network)
    return saved, {"membership": str(membership.id)}


@handles(c.DropNomination)
def drop_nomination(work: Work, command: c.DropNomination) -> Outcome:
    """Give up the nomination of somebody who is no longer a party member."""
    plan = work.get(FoundingPlan, command.plan)
    plan.decline_nomination(work.act_in_role(), reference=command.reference)
    return [plan], {"plan": str(plan.id)}


@handles(c.GiveRole)
def give_role(work: Work, command: c.GiveRole) -> Outcome:
    """Let somebody act in a role."""
    reference = work.vault.reference(command.person, OFFICE)
    act = work.act_in_role()
    office = work.load(Office, office_id(reference, command.role))
    if office is None:
        office = Office.give(act, reference=reference, role=command.role)
    else:
        office.give_again(act)
    return [office], {"office": str(office.id)}


@handles(c.EndRole)
def end_role(work: Work, command: c.EndRole) -> Outcome:
    """End somebody's role."""
    office = work.load(Office, office_id(work.vault.reference(command.person, OFFICE), command.role))
    if office is None:
        raise RoleNotHeld(role=command.role)
    office.end(work.act_in_role())
    return [office], {"office": str(office.id)}


def _of(work: Work, command: c.AnnouncePartyEnd | c.UndoPartyEnd) -> PartyMembership:
    return work.get(PartyMembership, party_membership_id(work.vault.reference(command.person, PARTY)))
