"""Use cases of joining and leaving."""

from datetime import datetime

from application.command_context import CommandContext, Outcome
from application.commands.networks import CorrectEntry, EndorsePurpose, JoinNetwork, LeaveNetwork, MembershipAnswer
from application.errors import UnknownItem
from application.own.consents import must_be_in_force
from application.ports.vault.contexts import PARTY, in_network
from application.use_cases.people.statistics import age_at, sealed_statistics
from domain.kernel.acts import Act
from domain.kernel.days import day_of
from domain.kernel.events import Aggregate
from domain.networks.membership import JoiningTerms, Membership, NotAMember, membership_id
from domain.networks.network import Network
from domain.party.party_membership import NotAPartyMember, PartyMembership, party_membership_id
from domain.pilot.rules import NetworkRules, NetworkType


def answer(membership: Membership) -> MembershipAnswer:
    return MembershipAnswer(membership=membership.id, network=membership.network, version=membership.version)


def join_network(context: CommandContext, command: JoinNetwork) -> Outcome:
    """Join: three small things are loaded in one query, one event is stored."""
    person = command.person or context.person
    act = context.act_of_member(person, command.network)
    member, party = membership_id(command.network, act.by), party_membership_id(context.reference_in(person, PARTY))
    loaded = context.load_many([command.network, member, party])
    network, membership, party_membership = loaded.get(command.network), loaded.get(member), loaded.get(party)
    if not isinstance(network, Network):
        raise UnknownItem(kind="Network", item=command.network)
    _must_be_allowed(context, network, party_membership, act)
    terms = _terms(context, network, act)
    must_be_in_force(command.consent_version, day_of(act.at))
    age = age_at(context, person, act.at)
    known = membership if isinstance(membership, Membership) else None
    event_type = "MemberJoined" if known is None else "MemberReturned"
    statistics = sealed_statistics(context, person, command.network, event_type)
    if known is None:
        joined = Membership.join(
            act,
            reference=act.by,
            terms=terms,
            purpose_version=command.purpose_version,
            consent_version=command.consent_version,
            age=age,
            statistics=statistics,
        )
        return [joined], answer(joined)
    known.join_again(
        act,
        terms=terms,
        purpose_version=command.purpose_version,
        consent_version=command.consent_version,
        age=age,
        statistics=statistics,
    )
    return [known], answer(known)


def _must_be_allowed(context: CommandContext, network: Network, party_membership: object, act: Act) -> None:
    known = party_membership if isinstance(party_membership, PartyMembership) else None
    if known is not None and known.holds_at(act.at):
        return
    _must_take_others(context, network, act.at)
    if known is not None and known in context.passed:
        # Stored together with the joining, the end of a party membership would tell whose that is (ADR-0010).
        context.passed.remove(known)


def _must_take_others(context: CommandContext, network: Network, at: datetime) -> None:
    """
    Check that a network took people who are not in the party.

    :raises NotAPartyMember: if its rules of that day did not
    """
    adopted = rules_at(context, network, at)
    if adopted is None or not adopted.non_members_allowed:
        raise NotAPartyMember


def correct_membership(context: CommandContext, membership: Membership, command: CorrectEntry, at: datetime) -> None:
    """Correct when somebody joined or left: at that moment too what a first entry must meet must have been so."""
    network, act = context.get(Network, membership.network), context.act_in_role()
    network.must_exist_at(at)
    if membership.joined_by(command.of) is None:
        membership.correct_entry(act, of=command.of, at=at, mistake=command.mistake)
        return
    terms, age = network.joining_terms(at, rules_at(context, network, at)), None
    known = context.vault.whose(in_network(network.id), [membership.reference])
    if (person := known.get(membership.reference)) is None:
        terms = terms.model_copy(update={"minimum_age": None})  # of who was erased nothing can be looked up
    else:
        age = age_at(context, person, at)
        party = context.log.load(PartyMembership, party_membership_id(context.reference_in(person, PARTY)))
        if party is None or not party.held_at(at):
            _must_take_others(context, network, at)
    membership.correct_entry(act, of=command.of, at=at, mistake=command.mistake, terms=terms, age=age)


def leave_network(context: CommandContext, command: LeaveNetwork) -> Outcome:
    """Leave, and give up the seat that went with it."""
    network = context.network(command.network)
    act = context.act_of_member(command.person, command.network)
    membership = _membership(context, network, act)
    return left(context, network, membership, act), answer(membership)


def left(context: CommandContext, network: Network, membership: Membership, act: Act) -> list[Aggregate]:
    """Let a member leave, with the seat, and give what changed."""
    network.must_exist_at(act.at)
    membership.leave(act)
    if network.has_seat(act.by, act.at):
        network.step_down(act, reference=act.by, rules=context.rules_if_any(network.network_type))
    return [membership, network]


def endorse_purpose(context: CommandContext, command: EndorsePurpose) -> Outcome:
    network = context.network(command.network)
    act = context.act_of_member(command.person, command.network)
    membership = _membership(context, network, act)
    membership.endorse_purpose(act, terms=_terms(context, network, act), purpose_version=command.purpose_version)
    return [membership], answer(membership)


def _terms(context: CommandContext, network: Network, act: Act) -> JoiningTerms:
    rules = rules_at(context, network, act.at) if network.is_sensitive_at(act.at) else None
    return network.joining_terms(act.at, rules)


def rules_at(context: CommandContext, network: Network, at: datetime) -> NetworkRules | None:
    """Give the rules of a network on the day of a moment, None where none apply."""
    if network.network_type is NetworkType.IMPORTED:
        return None
    return context.rules(network.network_type, day_of(at)).rules


def _membership(context: CommandContext, network: Network, act: Act) -> Membership:
    membership = context.load(Membership, membership_id(network.id, act.by))
    if membership is None:
        raise NotAMember
    return membership
