"""A sensitive network whose core group is gone gets one out of its members, and nobody else learns who, or that it was gone."""

from datetime import date
from uuid import UUID

from application.access.table import COMMANDS
from application.commands.networks import AppointCoreGroupMember, MarkSensitive, OfferSeats, TakeSeat
from application.errors import PersonsOfSensitiveNetwork
from application.queries.auditing.record import History
from application.queries.networks import MembersOfNetwork, NetworkDetails
from domain.kernel.acts import Role
from domain.networks.errors import SeatsNotOffered
from domain.networks.membership import ExplicitConsentNeeded, NotAMember
from domain.networks.network import Network
from netwerkpartij.background import settle
from tests.application.party import CONSENT, FOUNDERS, OTHER_FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party

LAST_DAY = date(2025, 6, 1)


def left_alone(party: Party, network: UUID) -> None:
    """Let the whole core group step down."""
    for name in OTHER_FOUNDERS:
        party.step_down(name, network)


def seats(party: Party, network: UUID) -> set[str]:
    return set(party.load(Network, network).core_group(party.clock()))


def test_members_take_the_seats_that_are_offered_and_are_the_core_group_then(party: Party, hidden: UUID):
    left_alone(party, hidden)
    party.give(OfferSeats(network=hidden, until=LAST_DAY), party.board)
    party.give(TakeSeat(network=hidden), party.member(SOMEBODY))
    taken = party.newest()
    own = party.reference(SOMEBODY, hidden)
    assert (taken.TOPIC, taken.reference, taken.act.by, taken.act.role) == ("CoreGroupMemberAppointed", own, own, Role.MEMBER)
    assert seats(party, hidden) == {own}
    kern = party.core_group(SOMEBODY, hidden)
    party.join(SOMEBODY_ELSE, hidden, consent_version=CONSENT)
    party.give(AppointCoreGroupMember(network=hidden, person=party.person(SOMEBODY_ELSE)), kern)
    assert len(party.ask(MembersOfNetwork(network=hidden), kern).items) == len(OTHER_FOUNDERS) + 2


def test_nobody_is_named_by_anybody_else():
    assert "person" not in TakeSeat.model_fields
    assert set(COMMANDS[TakeSeat]) == {Role.MEMBER}


def test_the_bureau_still_appoints_nobody(party: Party, hidden: UUID):
    left_alone(party, hidden)
    party.party_member(SOMEBODY_ELSE)
    party.give(OfferSeats(network=hidden, until=LAST_DAY), party.board)
    for name in (SOMEBODY, SOMEBODY_ELSE):
        with party.refused(PersonsOfSensitiveNetwork):
            party.give(AppointCoreGroupMember(network=hidden, person=party.person(name)), party.bureau)


def test_who_is_no_member_is_told_so_whether_there_are_seats_or_not(party: Party, hidden: UUID):
    session, told = party.member(SOMEBODY_ELSE), []
    for _ in range(2):
        with party.refused(NotAMember) as refused:
            party.give(TakeSeat(network=hidden), session)
        told.append(refused.value.facts)
        if len(told) == 1:
            left_alone(party, hidden)
            party.give(OfferSeats(network=hidden, until=LAST_DAY), party.board)
    assert told == [{}, {}]


def test_where_a_core_group_is_there_a_member_takes_no_seat(party: Party, hidden: UUID):
    party.give(OfferSeats(network=hidden, until=LAST_DAY), party.board)
    with party.refused(SeatsNotOffered):
        party.give(TakeSeat(network=hidden), party.member(SOMEBODY))


def test_a_member_of_before_the_mark_as_sensitive_consents_first(party: Party):
    network = party.network()
    party.join(SOMEBODY, network)
    party.give(MarkSensitive(network=network), party.board)
    party.give(OfferSeats(network=network, until=LAST_DAY), party.board)
    with party.refused(ExplicitConsentNeeded):
        party.give(TakeSeat(network=network), party.member(SOMEBODY))


def test_an_offer_and_what_comes_of_it_tell_nobody_how_the_core_group_is(party: Party, hidden: UUID):
    other = party.founded(FOUNDERS, name="Netwerk gebed", sensitive=True)
    left_alone(party, hidden)
    for network in (hidden, other):
        party.give(OfferSeats(network=network, until=LAST_DAY), party.board)
    party.give(TakeSeat(network=hidden), party.member(SOMEBODY))
    settle(party.opened, nightly=True)
    for session in (party.bureau, party.board, party.session(Role.AUDITOR)):
        of_each = []
        for network in (hidden, other):
            page = party.ask(NetworkDetails(network=network), session)
            events = party.ask(History(item=network), session).items
            of_each.append((page.version, page.core_group, [each.type for each in events]))
        assert of_each[0] == of_each[1]
