"""Use cases of a network's life."""

from application.command_context import CommandContext, Outcome
from application.commands import networks
from application.errors import InTheFuture
from application.passing_time import act_of_clock
from domain.across_items import seats_to_end
from domain.kernel.acts import Act, Role
from domain.kernel.days import start_of
from domain.kernel.events import Aggregate
from domain.networks.errors import NotInCoreGroup
from domain.networks.membership import ExplicitConsentNeeded, Membership, NotAMember, membership_id
from domain.networks.name import NetworkName, give_name, names_agree, network_name_id
from domain.networks.network import Agreements, Network
from domain.pilot.pilot import Pilot
from domain.plans.founding import place_freed, place_taken_again


def answer(network: Network) -> networks.NetworkAnswer:
    return networks.NetworkAnswer(network=network.id, version=network.public_version)


def bring_in_network(context: CommandContext, command: networks.BringInNetwork) -> Outcome:
    """Bring in a network that exists, on a place when it comes within a pilot."""
    act = context.act_of_board(command.decided)
    if (since := start_of(command.existed_since)) > act.at:
        raise InTheFuture(at=since)
    network = Network.bring_in(
        act,
        network=context.new_id("network"),
        name=command.name,
        network_type=command.network_type,
        label=None,
        agreements=Agreements.model_validate(command.model_dump(include=set(Agreements.model_fields))),
        sensitive=command.sensitive,
        existed_since=command.existed_since,
        pilot=command.pilot,
        rules=context.rules_if_any(command.network_type),
    )
    known = context.load(NetworkName, network_name_id(command.name))
    saved: list[Aggregate] = [network, give_name(act, known, name=command.name, network=network.id)]
    if command.pilot is not None:
        pilot = context.get(Pilot, command.pilot)
        pilot.take_place(act, network=network.id, beyond_places_because=command.beyond_places_because)
        saved.append(pilot)
    return saved, answer(network)


def appoint_core_group_member(context: CommandContext, command: networks.AppointCoreGroupMember) -> Outcome:
    network = context.network(command.network)
    act = _act_of_who_appoints(context, command, network)
    context.must_be_party_member(command.person, act)
    reference = context.reference(command.person, network.id)
    membership = context.load(Membership, membership_id(network.id, reference))
    if membership is None or not membership.holds_at(act.at):
        raise NotAMember
    adopted = context.rules_if_any(network.network_type)
    network.appoint(act, reference=reference, rules=None if adopted is None else adopted.rules)
    end_seats_without_ground(context, network, membership)
    return [network], answer(network)


def end_seats_without_ground(context: CommandContext, network: Network, membership: Membership) -> None:
    """End the seats of a member with the membership that they rest on: nobody does so, it follows."""
    for at, cause in tuple(seats_to_end(network, membership)):
        act = act_of_clock(at, context.command_id, cause)
        network.step_down(act, reference=membership.reference, rules=context.rules_if_any(network.network_type))


def _act_of_who_appoints(context: CommandContext, command: networks.Appointing, network: Network) -> Act:
    """Make the act of the core group's member who appoints or told the bureau of it, or of the board: nobody's by default."""
    role = context.session.role
    told_to_bureau, by_board = command.told_by is not None, command.decided is not None
    if (told_to_bureau and role is not Role.PARTY_BUREAU) or (by_board and role is Role.CORE_GROUP):
        raise context.reach.denied()
    if role is not Role.CORE_GROUP and not told_to_bureau:
        return context.act_of_board(command.decided)
    act = context.act_of_member(command.told_by, network.id).model_copy(update={"role": Role.CORE_GROUP})
    if not network.has_seat(act.by, act.at):
        raise NotInCoreGroup
    return act


def end_seat(context: CommandContext, command: networks.EndSeat) -> Outcome:
    network = context.network(command.network)
    person = command.person or context.person
    role = context.session.role
    if command.decided is not None and role is Role.CORE_GROUP:
        raise context.reach.denied()
    by_board = command.decided is not None or role is Role.NATIONAL_BOARD
    act = context.act_of_board(command.decided) if by_board else context.act_of_member(person, network.id)
    network.step_down(act, reference=context.reference(person, network.id), rules=context.rules_if_any(network.network_type))
    return [network], answer(network)


def appoint_chair(context: CommandContext, command: networks.AppointChair) -> Outcome:
    network = context.network(command.network)
    act = _act_of_who_appoints(context, command, network)
    network.appoint_chair(act, reference=context.reference(command.person, network.id))
    return [network], answer(network)


def state_core_group_mix(context: CommandContext, command: networks.StateCoreGroupMix) -> Outcome:
    """State a number for the group: by somebody of the core group, or by the bureau for one of them or for all."""
    network = context.network(command.network)
    act = context.act_of_core_group(command.person, network)
    network.state_core_group_mix(act, with_experience=command.with_experience)
    return [network], answer(network)


def write_welcome(context: CommandContext, command: networks.WriteWelcome) -> Outcome:
    """Write the welcome: by somebody of the core group, or by the bureau for one of them or for all."""
    network = context.network(command.network)
    network.write_welcome(context.act_of_core_group(command.person, network), welcome=command.welcome)
    return [network], answer(network)


def change_agreements(context: CommandContext, command: networks.ChangeAgreements) -> Outcome:
    network = context.network(command.network)
    agreements = Agreements.model_validate(command.model_dump(include=set(Agreements.model_fields)))
    rules = context.rules_if_any(network.network_type)
    network.change_agreements(context.act_of_board(command.decided), agreements=agreements, rules=rules)
    return [network], networks.AgreementsAnswer(**dict(answer(network)), purpose_version=network.purpose_version)


def mark_sensitive(context: CommandContext, command: networks.MarkSensitive) -> Outcome:
    network = context.network(command.network)
    network.mark_sensitive(context.act_of_board(command.decided))
    return [network], answer(network)


def offer_seats(context: CommandContext, command: networks.OfferSeats) -> Outcome:
    network = context.network(command.network)
    network.offer_seats(context.act_of_board(command.decided), until=command.until)
    return [network], answer(network)


def take_seat(context: CommandContext, command: networks.TakeSeat) -> Outcome:
    """
    Let a member take a seat; who is none is told nothing else.

    :raises NotAMember: if they are no member, also where no seat is offered
    :raises ExplicitConsentNeeded: if their membership is older than the mark as sensitive, and rests on no consent
    """
    network = context.network(command.network)
    act = context.act_of_member(None, network.id)
    context.must_be_party_member(context.person, act)
    membership = context.load(Membership, membership_id(network.id, act.by))
    if membership is None or not membership.holds_at(act.at):
        raise NotAMember
    network.take_seat(act, reference=act.by)
    if membership.consent_at(act.at) is None:
        raise ExplicitConsentNeeded
    end_seats_without_ground(context, network, membership)
    return [network], answer(network)


def suspend_network(context: CommandContext, command: networks.SuspendNetwork) -> Outcome:
    network = context.network(command.network)
    adopted = context.rules_if_any(network.network_type)
    network.suspend(
        context.act_of_board(command.decided), reason=command.reason, rules=None if adopted is None else adopted.rules
    )
    return [network], answer(network)


def resume_network(context: CommandContext, command: networks.ResumeNetwork) -> Outcome:
    network = context.network(command.network)
    network.resume(context.act_of_board(command.decided))
    return [network], answer(network)


def renew_network(context: CommandContext, command: networks.RenewNetwork) -> Outcome:
    network = context.network(command.network)
    network.renew(
        context.act_of_board(command.decided), ends_on=command.ends_on, rules=context.rules_if_any(network.network_type)
    )
    return [network], answer(network)


def merge_network(context: CommandContext, command: networks.MergeNetwork) -> Outcome:
    network = context.network(command.network)
    into = context.get(Network, command.into)
    act = context.act_of_board(command.decided)
    network.merge_into(act, into, reason=command.reason)
    return [network, into, *_free_place(context, act, network)], networks.MergerAnswer(**dict(answer(network)), into=into.id)


def close_network(context: CommandContext, command: networks.CloseNetwork) -> Outcome:
    """Close a network; a policy records the ending of every membership."""
    network = context.network(command.network)
    act = context.act_of_board(command.decided)
    network.close(act, reason=command.reason)
    return [network, *_free_place(context, act, network)], answer(network)


def reopen_network(context: CommandContext, command: networks.ReopenNetwork) -> Outcome:
    """Mend a closing that was a mistake; going beyond the places of the pilot is a decision. A policy withdraws what followed."""
    network = context.network(command.network)
    received = None if network.merged_into is None else context.get(Network, network.merged_into)
    act = _act_of_board_or_bureau(context, command, needs_board=command.beyond_places_because is not None)
    network.reopen(act, reason=command.reason, rules=context.rules_if_any(network.network_type))
    saved: list[Aggregate] = [network]
    if received is not None:
        received.withdraw_merger(act, merged=network.id)
        saved.append(received)
    pilot = context.get(Pilot, network.pilot) if network.pilot is not None else None
    return [*saved, *place_taken_again(act, pilot, network.id, command.beyond_places_because)], answer(network)


def rename_network(context: CommandContext, command: networks.RenameNetwork) -> Outcome:
    """Let the name of the network and the names that are taken agree; the old one is free when nobody ever bore it."""
    network = context.network(command.network)
    before = network.name
    if command.mistake is None:
        act = _act_of_board_or_bureau(context, command)
        network.rename(act, name=command.name)
    else:
        act = context.act_in_role()
        network.correct_name(act, name=command.name, mistake=command.mistake)
    found = context.load_many({network_name_id(before), network_name_id(command.name)})
    known = {item: each for item, each in found.items() if isinstance(each, NetworkName)}
    changed = names_agree(act, known, network=network.id, before=before, names=network.names)
    return [network, *changed], answer(network)


def _act_of_board_or_bureau(
    context: CommandContext, command: networks.ReopenNetwork | networks.RenameNetwork, *, needs_board: bool = False
) -> Act:
    """Make the act of the bureau, which mends, or of the board where it decided so, or only it may."""
    if needs_board or command.decided is not None or context.session.role is Role.NATIONAL_BOARD:
        return context.act_of_board(command.decided)
    return context.act_in_role()


def _free_place(context: CommandContext, act: Act, network: Network) -> list[Aggregate]:
    return place_freed(act, context.get(Pilot, network.pilot) if network.pilot is not None else None, network.id)
