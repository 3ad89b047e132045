"""Use cases of a network's life."""

from pydantic import JsonValue

from application.command_context import Work
from application.command_handler import Outcome, handles
from application.commands import networks as c
from application.errors import AccessDenied, InTheFuture
from domain.kernel.acts import Act, Role
from domain.kernel.days import start_of
from domain.kernel.events import Aggregate
from domain.networks.errors import NotInCoreGroup
from domain.networks.membership import Membership, NotAMember, membership_id
from domain.networks.name import NetworkName, give_name, network_name_id
from domain.networks.network import Agreements, Network
from domain.pilot.pilot import Pilot
from domain.plans.founding import place_freed


def answer(network: Network) -> dict[str, JsonValue]:
    """Tell which network, in which version."""
    return {"network": str(network.id), "version": network.version}


@handles(c.BringInNetwork)
def bring_in_network(work: Work, command: c.BringInNetwork) -> Outcome:
    """Bring in a network that exists, on a place when it comes within a pilot."""
    act = work.act_of_board()
    if (since := start_of(command.existed_since)) > act.at:
        raise InTheFuture(at=since)
    network = Network.bring_in(
        act,
        network=work.new_id("network"),
        name=command.name,
        network_type=command.network_type,
        label=None,
        agreements=Agreements.model_validate(command.model_dump(include=set(Agreements.model_fields))),
        sensitive=command.sensitive,
        existed_since=command.existed_since,
        pilot=command.pilot,
        rules=work.rules_if_any(command.network_type),
    )
    known = work.load(NetworkName, network_name_id(command.name))
    saved: list[Aggregate] = [network, give_name(act, known, name=command.name, network=network.id)]
    if command.pilot is not None:
        pilot = work.get(Pilot, command.pilot)
        pilot.take_place(act, network=network.id, beyond_places_because=command.beyond_places_because)
        saved.append(pilot)
    return saved, answer(network)


@handles(c.AppointCoreGroupMember)
def appoint_core_group_member(work: Work, command: c.AppointCoreGroupMember) -> Outcome:
    """Give a member of the network a seat."""
    network = work.network(command.network)
    act = _act_of_who_appoints(work, command, network)
    work.must_be_party_member(command.person, act)
    reference = work.reference(command.person, network.id)
    membership = work.load(Membership, membership_id(network.id, reference))
    if membership is None or not membership.holds_at(act.at):
        raise NotAMember
    adopted = work.rules_if_any(network.network_type)
    network.appoint(act, reference=reference, rules=None if adopted is None else adopted.rules)
    return [network], answer(network)


def _act_of_who_appoints(work: Work, command: c.AppointCoreGroupMember, network: Network) -> Act:
    role = work.session.role
    if command.told_by is not None and role is not Role.PARTY_BUREAU:
        raise AccessDenied(role=role, what=type(command).__name__)
    if role is not Role.CORE_GROUP and command.told_by is None:
        return work.act_of_board()
    act = work.act_of_member(command.told_by, network.id).model_copy(update={"role": Role.CORE_GROUP})
    if not network.has_seat(act.by, act.at):
        raise NotInCoreGroup
    return act


@handles(c.EndSeat)
def end_seat(work: Work, command: c.EndSeat) -> Outcome:
    """End a seat: one's own, or somebody's by the board or recorded by the bureau."""
    network = work.network(command.network)
    person = command.person or work.person
    by_board = command.by_board or work.session.role is Role.NATIONAL_BOARD
    act = work.act_of_board() if by_board else work.act_of_member(person, network.id)
    network.step_down(act, reference=work.reference(person, network.id), rules=work.rules_if_any(network.network_type))
    return [network], answer(network)


@handles(c.AppointChair)
def appoint_chair(work: Work, command: c.AppointChair) -> Outcome:
    """Make somebody chair."""
    network = work.network(command.network)
    by_core_group = work.session.role is Role.CORE_GROUP
    act = work.act_of_member(None, network.id) if by_core_group else work.act_of_board()
    network.appoint_chair(act, reference=work.reference(command.person, network.id))
    return [network], answer(network)


@handles(c.StateCoreGroupMix)
def state_core_group_mix(work: Work, command: c.StateCoreGroupMix) -> Outcome:
    """State a number for the group: by somebody of the core group, or by the bureau for one of them or for all."""
    network = work.network(command.network)
    act = work.act_of_core_group(command.person, network)
    network.state_core_group_mix(act, with_experience=command.with_experience)
    return [network], answer(network)


@handles(c.ChangeAgreements)
def change_agreements(work: Work, command: c.ChangeAgreements) -> Outcome:
    """Agree anew."""
    network = work.network(command.network)
    agreements = Agreements.model_validate(command.model_dump(include=set(Agreements.model_fields)))
    rules = work.rules_if_any(network.network_type)
    network.change_agreements(work.act_of_board(), agreements=agreements, rules=rules)
    return [network], answer(network) | {"purposeVersion": network.purpose_version}


@handles(c.MarkSensitive)
def mark_sensitive(work: Work, command: c.MarkSensitive) -> Outcome:
    """Protect what comes after."""
    network = work.network(command.network)
    network.mark_sensitive(work.act_of_board())
    return [network], answer(network)


@handles(c.SuspendNetwork)
def suspend_network(work: Work, command: c.SuspendNetwork) -> Outcome:
    """Suspend a network."""
    network = work.network(command.network)
    adopted = work.rules_if_any(network.network_type)
    network.suspend(work.act_of_board(), reason=command.reason, rules=None if adopted is None else adopted.rules)
    return [network], answer(network)


@handles(c.ResumeNetwork)
def resume_network(work: Work, command: c.ResumeNetwork) -> Outcome:
    """Let a network go on."""
    network = work.network(command.network)
    network.resume(work.act_of_board())
    return [network], answer(network)


@handles(c.RenewNetwork)
def renew_network(work: Work, command: c.RenewNetwork) -> Outcome:
    """Agree on a longer duration."""
    network = work.network(command.network)
    network.renew(work.act_of_board(), ends_on=command.ends_on, rules=work.rules_if_any(network.network_type))
    return [network], answer(network)


@handles(c.MergeNetwork)
def merge_network(work: Work, command: c.MergeNetwork) -> Outcome:
    """Let a network go on as part of another."""
    network = work.network(command.network)
    into = work.get(Network, command.into)
    act = work.act_of_board()
    network.merge_into(act, into, reason=command.reason)
    return [network, into, *_free_place(work, act, network)], answer(network) | {"into": str(into.id)}


@handles(c.CloseNetwork)
def close_network(work: Work, command: c.CloseNetwork) -> Outcome:
    """Close a network; a policy records the ending of every membership."""
    network = work.network(command.network)
    act = work.act_of_board()
    network.close(act, reason=command.reason)
    return [network, *_free_place(work, act, network)], answer(network)


def _free_place(work: Work, act: Act, network: Network) -> list[Aggregate]:
    return place_freed(act, work.get(Pilot, network.pilot) if network.pilot is not None else None, network.id)
