"""The light path: a draft, four who accept, handed in, agreed with, founded."""

from application.commands.networks import JoinNetwork
from application.commands.plans import ApprovePlan
from application.queries.networks import MembershipReport, NetworkDirectory
from domain.networks.membership import AlreadyMember
from domain.networks.network import Network
from domain.plans.content import PlanStatus
from domain.plans.founding_plan import FoundingPlan
from tests.application.party import FOUNDERS, PLAN, SOMEBODY, Party, the_id


def test_four_people_write_a_plan_and_found_a_network_of_which_they_are_members(party_on_each: Party):
    party = party_on_each
    plan = party.submitted(pilot=party.pilot())

    decided = party.give(ApprovePlan(plan=plan, plan_version=1), party.board)

    network = party.load(Network, the_id(decided.data.network))
    founders = [party.reference(name, network.id) for name in FOUNDERS]
    assert decided.data.status == PlanStatus.FOUNDED
    assert (network.name, network.agreements.purpose) == (PLAN["name"], PLAN["purpose"])
    assert sorted(network.core_group(party.clock.now)) == sorted(founders)
    assert [party.holds(name, network.id) for name in FOUNDERS] == [True] * 4
    assert party.load(FoundingPlan, plan).status is PlanStatus.FOUNDED


def test_plan_network_name_place_seats_and_memberships_are_one_transaction(party_on_each: Party):
    party = party_on_each
    plan = party.submitted(pilot=party.pilot())
    before = party.log.last_position()

    decided = party.give(ApprovePlan(plan=plan, plan_version=1), party.board)

    events = [recorded.event for recorded in party.recorded(before)]
    assert [event.TOPIC for event in events] == [
        "PlanApproved",
        "PlanCarriedOut",
        "PlaceTaken",
        "NetworkFounded",
        *["CoreGroupMemberAppointed"] * 4,
        "NetworkNameGiven",
        *["MemberJoined"] * 4,
    ]
    assert len({(event.act.command, event.act.at) for event in events}) == 1
    assert len({event.timestamp for event in events}) == 1
    assert decided.position == party.log.last_position()


def test_who_founded_counts_as_member_joiner_and_core_group(party: Party):
    network = party.founded()
    party.join(SOMEBODY, network)

    (count,) = party.ask(MembershipReport(), party.member(SOMEBODY)).items
    assert (count.members, count.joined, count.left, count.core_group) == (5, 5, 0, 4)
    (entry,) = party.ask(NetworkDirectory(), party.member(SOMEBODY)).items
    assert (entry.network, entry.status, entry.members, entry.below_minimum) == (network, "open", 5, False)


def test_a_founder_who_joins_is_a_member_already(party: Party):
    network = party.founded()
    with party.refused(AlreadyMember):
        party.give(JoinNetwork(network=network, purpose_version=1), party.member(FOUNDERS[0]))
