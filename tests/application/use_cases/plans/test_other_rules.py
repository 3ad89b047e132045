"""What changes for people when the party adopts other rules: who appoints, who chairs, who supports, who may join."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from application.access.hats import Hat, RightComesFrom
from application.commands.networks import AppointCoreGroupMember, JoinNetwork
from application.commands.party import AnnouncePartyEnd
from application.commands.pilot import AdoptRules
from application.commands.plans import CountSupporters, NominateChair, SubmitPlan
from application.errors import AccessDenied
from application.ports.vault.sessions import Session
from application.queries.plans import FoundingPlanDetails
from application.rule_books import RULE_PAGE_V1
from domain.kernel.acts import Role
from domain.networks.errors import AnotherBodyAppoints, NotInCoreGroup
from domain.networks.network import Network
from domain.party.party_membership import NotAPartyMember
from domain.pilot.rules import FoundingBody, NetworkType
from domain.plans.errors import ChairMissing, NotNominated
from domain.plans.founding_plan import FoundingPlan
from netwerkpartij.background import settle
from tests.application.party import FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party


def adopt(party: Party, **differ: Any) -> None:
    rules = RULE_PAGE_V1[0].rules.model_copy(update=differ)
    adopted = AdoptRules(
        rules_version=f"other-{uuid4().hex[:8]}",
        network_type=NetworkType.THEME,
        valid_from=date(2025, 1, 1),
        rules=rules,
        origin="Het congres",
    )
    party.give(adopted, party.board)


# Who appoints


def test_the_board_appoints_and_the_core_group_does_not_where_the_rules_say_so(party: Party, network: UUID):
    seat = AppointCoreGroupMember(network=network, person=party.person(SOMEBODY))
    with party.refused(AnotherBodyAppoints):
        party.give(seat, party.core_group(FOUNDERS[0], network))
    party.give(seat, party.board)
    assert party.newest().TOPIC == "CoreGroupMemberAppointed"


def test_the_core_group_appoints_by_itself_or_by_phone_and_the_board_does_not(party: Party, network: UUID):
    adopt(party, core_group_appointed_by=FoundingBody.CORE_GROUP)
    party.join(SOMEBODY_ELSE, network)
    first, second = (AppointCoreGroupMember(network=network, person=party.person(who)) for who in (SOMEBODY, SOMEBODY_ELSE))
    for session in (party.board, party.bureau):
        with party.refused(AnotherBodyAppoints):
            party.give(first, session)
    party.give(first, party.core_group(FOUNDERS[0], network))
    assert party.newest().act.role is Role.CORE_GROUP
    party.give(second.model_copy(update={"told_by": party.person(FOUNDERS[1])}), party.bureau)
    act = party.newest().act
    assert (act.by, act.role) == (party.reference(FOUNDERS[1], network), Role.CORE_GROUP)
    assert act.entered_by is not None


def test_nobody_appoints_in_the_name_of_somebody_else(party: Party, network: UUID):
    adopt(party, core_group_appointed_by=FoundingBody.CORE_GROUP)
    seat = AppointCoreGroupMember(network=network, person=party.person(SOMEBODY), told_by=party.person(FOUNDERS[1]))
    for session in (party.board, party.core_group(FOUNDERS[0], network)):
        with party.refused(AccessDenied):
            party.give(seat, session)
    with party.refused(NotInCoreGroup):
        party.give(seat.model_copy(update={"told_by": party.person(SOMEBODY)}), party.bureau)


# The chair of a plan, and who supports it


def test_a_plan_names_its_chair_where_the_rules_ask_for_one(party: Party):
    adopt(party, chair_required=True)
    plan = party.gathered()
    writer, somebody = party.member(FOUNDERS[0]), party.member(SOMEBODY)
    with party.refused(ChairMissing):
        party.give(SubmitPlan(plan=plan), writer)
    with party.refused(NotNominated):
        party.give(NominateChair(plan=plan, nominee=somebody.person), writer)
    with party.refused(AccessDenied):
        party.give(NominateChair(plan=plan), somebody)
    party.give(NominateChair(plan=plan, nominee=party.person(FOUNDERS[2])), writer)
    party.give(SubmitPlan(plan=plan), writer)
    shown = party.ask(FoundingPlanDetails(plan=plan), party.bureau)
    network = party.load(FoundingPlan, plan).network
    assert [each.reference for each in shown.nominations if each.chair] == [party.reference(FOUNDERS[2], network)]


def test_the_bureau_vouches_for_those_it_counts(party: Party):
    plan = party.submitted()
    party.give(CountSupporters(plan=plan, supporters=100, member_for_days=56, contribution_paid=True), party.bureau)
    counted = party.newest()
    assert (counted.supporters, counted.member_for_days, counted.contribution_paid) == (100, 56, True)


# Who may join


def outsider(party: Party, name: str = SOMEBODY_ELSE) -> Session:
    """Somebody whom the party knows and who is no member of it."""
    return Session(person=party.person(name), role=Role.MEMBER, network=None)


def test_who_is_no_party_member_joins_only_where_the_rules_allow_it(party: Party, network: UUID):
    with party.refused(NotAPartyMember):
        party.give(JoinNetwork(network=network, purpose_version=1), outsider(party))
    adopt(party, non_members_allowed=True)
    party.give(JoinNetwork(network=network, purpose_version=1), outsider(party))
    assert party.holds(SOMEBODY_ELSE, network)


def test_who_is_no_party_member_has_a_hat_once_in_a_network(party: Party, network: UUID):
    adopt(party, non_members_allowed=True)
    person = party.person(SOMEBODY_ELSE)
    assert party.opened.door.hats.of(person, party.clock()) == ()
    party.give(JoinNetwork(network=network, purpose_version=1), outsider(party))
    assert party.opened.door.hats.of(person, party.clock()) == (Hat(Role.MEMBER, RightComesFrom.MEMBERSHIP),)


def test_a_seat_is_for_party_members_whoever_may_join(party: Party, network: UUID):
    adopt(party, non_members_allowed=True)
    party.give(JoinNetwork(network=network, purpose_version=1), outsider(party))
    with party.refused(NotAPartyMember):
        party.seat(SOMEBODY_ELSE, network)


def end_party_membership(party: Party, name: str) -> None:
    party.give(AnnouncePartyEnd(person=party.person(name)), party.bureau)
    party.clock.pass_time(days=20)


@pytest.mark.parametrize("allowed", [True, False])
def test_who_leaves_the_party_stays_in_the_network_where_the_rules_allow_it(party: Party, network: UUID, *, allowed: bool):
    adopt(party, non_members_allowed=allowed)
    end_party_membership(party, SOMEBODY)
    party.clock.pass_time(days=10)  # the month until the end of which they count is over
    for _ in range(3):
        settle(party.opened, nightly=True)
        party.clock.pass_time(days=1)
    assert party.holds(SOMEBODY, network) is allowed


def test_the_end_of_a_party_membership_is_never_stored_with_a_joining(party: Party, network: UUID):
    adopt(party, non_members_allowed=True)
    person = party.party_member(SOMEBODY_ELSE)
    end_party_membership(party, SOMEBODY_ELSE)
    before = party.log.last_position()
    party.give(JoinNetwork(network=network, purpose_version=1, person=person), party.bureau)
    assert party.types(before) == ["MemberJoined"]
    assert party.load(Network, network).closed_at is None
