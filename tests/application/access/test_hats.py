"""The hats of a person: what they may act as now, and what each comes from."""

from uuid import UUID

import pytest

from application.access.hats import Hat, Hats, RightComesFrom
from application.access.rights import is_open
from application.commands.networks import AppointCoreGroupMember, CloseNetwork, EndSeat
from application.commands.party import AnnouncePartyEnd, EndRole
from domain.kernel.acts import Role
from projections.queries.policies import QueriesForPolicies
from tests.application.party import FOUNDERS, NETWORK, SOMEBODY, Party
from tests.beginning import administrator

PENDING_DAYS = 14
MEMBER = Hat(Role.MEMBER, RightComesFrom.PARTY_MEMBERSHIP)


def hats(party: Party, name: str) -> tuple[Hat, ...]:
    found = Hats(party.log, party.vault, QueriesForPolicies(party.opened.reads))
    return found.of(party.person(name), party.clock())


def in_core_group(network: UUID, name: str = "Onderwijsnetwerk") -> Hat:
    return Hat(Role.CORE_GROUP, RightComesFrom.SEAT, network=network, name=name)


def test_who_is_only_known_has_no_hat(party: Party):
    assert hats(party, SOMEBODY) == ()


def test_a_party_member_is_a_member(party: Party):
    party.party_member(SOMEBODY)
    assert hats(party, SOMEBODY) == (MEMBER,)


@pytest.mark.parametrize("role", [Role.PARTY_BUREAU, Role.NATIONAL_BOARD, Role.REQUESTER, Role.PRIVACY_OFFICER, Role.AUDITOR])
def test_who_holds_an_office_may_act_in_it_also_without_being_in_the_party(party: Party, role: Role):
    party.holder(SOMEBODY, role)
    assert hats(party, SOMEBODY) == (Hat(role, RightComesFrom.OFFICE),)


def test_somebody_with_three_hats_has_them_in_the_order_of_the_roles(party: Party):
    network = party.founded()
    party.holder(FOUNDERS[0], Role.AUDITOR)
    party.holder(FOUNDERS[0], Role.PARTY_BUREAU)
    offices = tuple(Hat(role, RightComesFrom.OFFICE) for role in (Role.PARTY_BUREAU, Role.AUDITOR))
    assert hats(party, FOUNDERS[0]) == (MEMBER, in_core_group(network), *offices)


def test_each_hat_opens_what_a_token_of_that_role_does(party: Party):
    party.founded()
    party.holder(FOUNDERS[0], Role.AUDITOR)
    person = party.person(FOUNDERS[0])
    assert [is_open(hat.session(person), party.log, party.vault, party.clock()) for hat in hats(party, FOUNDERS[0])] == [True] * 3


def test_a_hat_goes_with_what_it_comes_from(party: Party):
    network = party.founded()
    party.holder(FOUNDERS[1], Role.AUDITOR)
    party.give(EndSeat(network=network, person=party.person(FOUNDERS[1])), party.board)
    assert hats(party, FOUNDERS[1]) == (MEMBER, Hat(Role.AUDITOR, RightComesFrom.OFFICE))
    party.give(EndRole(person=party.person(FOUNDERS[1]), role=Role.AUDITOR), administrator(party.opened))
    assert hats(party, FOUNDERS[1]) == (MEMBER,)
    party.give(AnnouncePartyEnd(person=party.person(FOUNDERS[1])), party.bureau)
    assert hats(party, FOUNDERS[1]) == (MEMBER,)
    party.clock.pass_time(days=PENDING_DAYS + 1)
    assert hats(party, FOUNDERS[1]) == ()


def test_a_seat_that_is_given_again_is_a_hat_that_says_how_often_it_ended(party: Party):
    network = party.founded()
    party.give(EndSeat(network=network, person=party.person(FOUNDERS[1])), party.board)
    party.give(AppointCoreGroupMember(network=network, person=party.person(FOUNDERS[1])), party.board)
    assert hats(party, FOUNDERS[1]) == (MEMBER, in_core_group(network)._replace(endings=1))


def test_of_a_network_that_was_closed_nobody_has_a_hat(party: Party):
    network = party.founded()
    party.give(CloseNetwork(network=network, reason="Klaar."), party.board)
    assert hats(party, FOUNDERS[1]) == (MEMBER,)


def test_somebody_with_two_seats_has_a_hat_for_each(party: Party):
    founded, brought_in = party.founded(), party.network()
    party.join(FOUNDERS[0], brought_in)
    party.seat(FOUNDERS[0], brought_in)
    names = {founded: "Onderwijsnetwerk", brought_in: NETWORK["name"]}
    assert hats(party, FOUNDERS[0]) == (MEMBER, *(in_core_group(each, names[each]) for each in sorted(names)))


def test_who_was_erased_has_no_hat(party: Party):
    party.party_member(SOMEBODY)
    party.vault.erase_person(party.person(SOMEBODY))
    assert hats(party, SOMEBODY) == ()
