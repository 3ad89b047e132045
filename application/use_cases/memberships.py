"""Use cases of joining, leaving, and mending what was recorded wrongly."""

from uuid import UUID

from pydantic import JsonValue

from application.commands import networks as c
from application.errors import InTheFuture, UnknownItem
from application.handling import Outcome, handles
from application.work import PARTY, Work, age_at, sealed_statistics
from domain.acts import Act, day_of, start_of
from domain.advice_errors import EntryHasNoTalk
from domain.advice_request import AdviceRequest
from domain.errors import EntryNotCorrectable
from domain.meeting import Meeting
from domain.meeting_errors import EntryHasNoNumber
from domain.membership import JoiningTerms, Membership, NotAMember, membership_id
from domain.network import Network
from domain.party_membership import NotAPartyMember, PartyMembership, party_membership_id


def answer(membership: Membership) -> dict[str, JsonValue]:
    """Tell which membership of which network."""
    return {"membership": str(membership.id), "network": str(membership.network), "version": membership.version}


@handles(c.JoinNetwork)
def join_network(work: Work, command: c.JoinNetwork) -> Outcome:
    """Join: three small things are loaded in one query, one event is stored."""
    person = command.person or work.person
    act = work.act_of_member(person, command.network)
    member, party = membership_id(command.network, act.by), party_membership_id(work.reference_in(person, PARTY))
    loaded = work.load_many([command.network, member, party])
    network, membership, party_membership = loaded.get(command.network), loaded.get(member), loaded.get(party)
    if not isinstance(network, Network):
        raise UnknownItem(kind="Network", item=command.network)
    if not isinstance(party_membership, PartyMembership):
        raise NotAPartyMember
    party_membership.must_hold(act)
    terms = _terms(work, network, act)
    statistics = work.known(person).statistics
    age = age_at(statistics, act)
    known = membership if isinstance(membership, Membership) else None
    event_type = "MemberJoined" if known is None else "MemberReturned"
    sealed = sealed_statistics(work, person, command.network, event_type, statistics)
    if known is None:
        joined = Membership.join(
            act,
            reference=act.by,
            terms=terms,
            purpose_version=command.purpose_version,
            consent_version=command.consent_version,
            age=age,
            statistics=sealed,
        )
        return [joined], answer(joined)
    known.join_again(
        act,
        terms=terms,
        purpose_version=command.purpose_version,
        consent_version=command.consent_version,
        age=age,
        statistics=sealed,
    )
    return [known], answer(known)


@handles(c.LeaveNetwork)
def leave_network(work: Work, command: c.LeaveNetwork) -> Outcome:
    """Leave, and give up the seat that went with it."""
    network = work.network(command.network)
    act = work.act_of_member(command.person, command.network)
    membership = _membership(work, network, act)
    membership.leave(act)
    if network.has_seat(act.by, act.at):
        network.step_down(act, reference=act.by, rules=work.rules_if_any(network.network_type))
    return [membership, network], answer(membership)


@handles(c.EndorsePurpose)
def endorse_purpose(work: Work, command: c.EndorsePurpose) -> Outcome:
    """Endorse a purpose that was newly worded."""
    network = work.network(command.network)
    act = work.act_of_member(command.person, command.network)
    membership = _membership(work, network, act)
    membership.endorse_purpose(act, terms=_terms(work, network, act), purpose_version=command.purpose_version)
    return [membership], answer(membership)


@handles(c.CorrectEntry)
def correct_entry(work: Work, command: c.CorrectEntry) -> Outcome:
    """Record that something happened at another moment, with another number of people, or a talk on another day."""
    at = command.corrected_at
    if at is not None and at > work.now:
        raise InTheFuture(at=at)
    if command.talked_on is not None and command.talked_on > day_of(work.now):
        raise InTheFuture(at=start_of(command.talked_on))
    found, act = _corrected_item(work, command.of), work.act_in_role()
    if isinstance(found, AdviceRequest):
        if command.present is not None:
            raise EntryHasNoNumber
        found.correct_entry(act, of=command.of, at=at, talked_on=command.talked_on, mistake=command.mistake)
    elif command.talked_on is not None:
        raise EntryHasNoTalk
    elif isinstance(found, Meeting):
        if at is not None:
            work.get(Network, found.network).must_exist_at(at)
        found.correct_entry(act, of=command.of, at=at, present=command.present, mistake=command.mistake)
    elif at is None or command.present is not None:
        raise EntryHasNoNumber
    elif isinstance(found, Network):
        rules = work.rules_if_any(found.network_type)
        found.correct_entry(act, of=command.of, at=at, mistake=command.mistake, rules=rules)
    else:
        found.correct_entry(act, of=command.of, at=at, mistake=command.mistake)
    return [found], {"corrected": command.of, "version": found.version}


@handles(c.WithdrawEntry)
def withdraw_entry(work: Work, command: c.WithdrawEntry) -> Outcome:
    """Record that an entry was a mistake."""
    found = _corrected_item(work, command.of)
    act = work.act_in_role()
    if isinstance(found, Network):
        found.withdraw_entry(act, of=command.of, mistake=command.mistake, rules=work.rules_if_any(found.network_type))
    else:
        found.withdraw_entry(act, of=command.of, mistake=command.mistake)
    return [found], {"withdrawn": command.of, "version": found.version}


def _terms(work: Work, network: Network, act: Act) -> JoiningTerms:
    adopted = work.rules_if_any(network.network_type) if network.sensitive else None
    return network.joining_terms(act.at, None if adopted is None else adopted.rules)


def _membership(work: Work, network: Network, act: Act) -> Membership:
    membership = work.load(Membership, membership_id(network.id, act.by))
    if membership is None:
        raise NotAMember
    return membership


def _corrected_item(work: Work, of: str) -> Membership | Network | Meeting | AdviceRequest:
    item = UUID(of.rsplit(":", 1)[0])
    found = work.load_many([item]).get(item)
    if found is None:
        raise UnknownItem(kind="Entry", item=of)
    if not isinstance(found, Membership | Network | Meeting | AdviceRequest):
        raise EntryNotCorrectable(of=of)
    return found
