"""What follows by itself: the end of a party membership, and the closing of a network."""

import random
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from application.commands.networks import CloseNetwork, LeaveNetwork
from application.commands.party import AnnouncePartyEnd, LetTimePass, StartPartyMembership, UndoPartyEnd
from application.commands.plans import NominateCoreGroupMember
from application.policies import of_items, of_people
from application.policies.carrying_out import THE_CLOCK, Policy
from application.queries.networks import MembershipReport
from domain.kernel.acts import CLOCK, Role, Source
from domain.kernel.days import day_of, end_of, start_of
from domain.kernel.errors import NothingDue
from domain.networks.membership import MembershipEnding
from domain.networks.network import Network
from domain.party.party_membership import NoPartyEndPending, NotAPartyMember
from domain.pilot.rules import NetworkType
from domain.plans.content import PlanStatus
from domain.plans.founding_plan import FoundingPlan, Nomination
from netwerkpartij.background import settle
from projections.queries.policies import QueriesForPolicies
from tests.application.party import FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party

LAST_OF_MARCH = end_of(date(2025, 3, 31)) - timedelta(seconds=1)
THREE = ("Netwerk een", "Netwerk twee", "Netwerk drie")


def announce(party: Party, name: str) -> None:
    party.give(AnnouncePartyEnd(person=party.person(name)), party.bureau)


def settle_every_hour(party: Party, days: int) -> list[int]:
    """Let the clock do its work around the clock; gives how much it did on each day."""
    done = []
    for _ in range(days):
        of_today = 0
        for _ in range(4):
            party.clock.pass_time(hours=6)
            of_today += settle(party.opened, nightly=True)
        done.append(of_today)
    return done


# Announced, undone, final


def test_an_announced_end_is_final_after_the_days_of_the_rules_and_not_before(party: Party):
    party.party_member(SOMEBODY)
    announce(party, SOMEBODY)
    party.clock.now = party.clock.now.replace(hour=22, minute=30) + timedelta(days=13)  # 16 March, half past eleven
    assert settle(party.opened, nightly=True) == 0
    party.clock.pass_time(hours=1)
    assert settle(party.opened, nightly=True) == 1
    ended = party.newest()
    assert (ended.TOPIC, ended.act.by, ended.act.role, ended.act.source) == (
        "PartyMembershipEnded",
        CLOCK,
        Role.CLOCK,
        Source.CLOCK,
    )
    assert party.party_membership(SOMEBODY).ended


def test_an_end_that_waits_stops_new_joining_and_ends_nothing(party: Party):
    network, other = party.network(), party.network(name="Netwerk zorg")
    party.join(SOMEBODY, network)
    announce(party, SOMEBODY)
    settle_every_hour(party, 13)
    assert party.holds(SOMEBODY, network)
    with party.refused(NotAPartyMember):
        party.join(SOMEBODY, other)


def test_an_end_that_was_undone_never_becomes_final(party: Party):
    network = party.network()
    party.join(SOMEBODY, network)
    announce(party, SOMEBODY)
    party.give(UndoPartyEnd(person=party.person(SOMEBODY)), party.bureau)
    assert settle_every_hour(party, 20) == [0] * 20
    assert party.holds(SOMEBODY, network)


def days_of_one_who_leaves(party: Party, *, clock_runs_on: Iterable[int]) -> list[tuple[str, datetime]]:
    """Let somebody leave, try to undo it too late, and come back; the clock runs on some days only."""
    person = party.party_member(SOMEBODY)
    announce(party, SOMEBODY)
    for day in range(1, 22):
        party.clock.pass_time(days=1)
        if day in clock_runs_on:
            settle(party.opened, nightly=True)
        if day == 17:
            with party.refused(NoPartyEndPending):
                party.give(UndoPartyEnd(person=person), party.bureau)
        if day == 19:
            party.give(StartPartyMembership(person=person), party.bureau)
    item = party.party_membership(SOMEBODY).id
    events = [recorded.event for recorded in party.log.history(item)]
    return [(event.TOPIC, event.act.at) for event in events]


@pytest.mark.parametrize("clock_runs_on", [range(22), (), (3, 16), (20,)], ids=["always", "never", "twice", "too-late"])
def test_whenever_the_clock_runs_the_same_happened_at_the_same_moments(party: Party, clock_runs_on: Iterable[int]):
    happened = days_of_one_who_leaves(party, clock_runs_on=clock_runs_on)
    announced = happened[1][1]
    assert happened[1:] == [
        ("PartyMembershipEndAnnounced", announced),
        ("PartyMembershipEnded", start_of(day_of(announced) + timedelta(days=14))),
        ("PartyMembershipStartedAgain", announced + timedelta(days=19, minutes=2)),
    ]


def test_a_refused_command_records_nothing_of_what_is_due(party: Party):
    network = party.network()
    party.party_member(SOMEBODY)
    announce(party, SOMEBODY)
    party.clock.pass_time(days=20)
    before = party.log.last_position()
    with party.refused(NotAPartyMember):
        party.join_by_phone(SOMEBODY, network)
    assert party.log.last_position() == before


def test_time_does_nothing_to_what_is_not_due(party: Party):
    party.party_member(SOMEBODY)
    announce(party, SOMEBODY)
    with party.refused(NothingDue):
        party.give(LetTimePass(item=party.party_membership(SOMEBODY).id), THE_CLOCK)


def test_who_comes_back_to_the_party_keeps_what_has_not_ended_yet(party: Party):
    networks = [party.network(name=name) for name in THREE]
    for network in networks:
        party.join(SOMEBODY, network)
    announce(party, SOMEBODY)
    settle_every_hour(party, 29)
    party.give(StartPartyMembership(person=party.person(SOMEBODY)), party.bureau)
    before = [party.holds(SOMEBODY, network) for network in networks]
    settle_every_hour(party, 5)
    assert [party.holds(SOMEBODY, network) for network in networks] == before
    assert before.count(True) == 2


# One reference a day


def test_memberships_and_seats_end_one_a_day_once_the_month_is_over(party_on_each: Party):
    party = party_on_each
    networks = [party.network(name=name, network_type=NetworkType.IMPORTED) for name in THREE]
    for network in networks:
        party.join(SOMEBODY, network)
        party.seat(SOMEBODY, network)
    announce(party, SOMEBODY)
    before = party.log.last_position()

    assert settle_every_hour(party, 34) == [0] * 13 + [1] + [0] * 14 + [1, 1, 1] + [0] * 3

    assert [party.holds(SOMEBODY, network) for network in networks] == [False] * 3
    assert [party.load(Network, network).core_group(party.clock.now) for network in networks] == [()] * 3
    assert Counter(party.types(before)) == {
        "PartyMembershipEnded": 1,
        "MembershipEnded": 3,
        "CoreGroupMemberSteppedDown": 3,
    }
    ended = party.all_of("MembershipEnded", before)
    assert {each.ending for each in ended} == {MembershipEnding.PARTY_MEMBERSHIP_ENDED}
    assert {each.act.cause for each in ended} == {None}
    assert {each.act.at for each in [*ended, *party.all_of("CoreGroupMemberSteppedDown", before)]} == {LAST_OF_MARCH}
    counts = party.ask(MembershipReport(), party.bureau).items
    assert [(each.members, each.joined, each.left, each.core_group) for each in counts] == [(0, 1, 1, 0)] * 3


def test_two_references_of_a_person_share_the_end_of_a_month_with_all_who_left_and_nothing_else(party: Party):
    networks = [party.network(name=name) for name in THREE]
    leavers = (SOMEBODY, SOMEBODY_ELSE, "Sem Verzonnen")
    for name in leavers:
        for network in networks:
            party.join(name, network)
    for name in leavers:
        announce(party, name)
    before = party.log.last_position()
    settle_every_hour(party, 34)

    events = [each.event for each in party.recorded(before)]
    for name in leavers:
        references = [party.in_party(name), *(party.reference(name, network) for network in networks)]
        of = {reference: [each for each in events if reference in each.model_dump_json()] for reference in references}
        # The event that ends a party membership names it by its id alone.
        of[references[0]] = [each for each in events if each.originator_id == party.party_membership(name).id]
        assert [len(found) for found in of.values()] == [1] * 4
        for what in (
            lambda each: each.act.command,
            lambda each: each.timestamp,
            lambda each: day_of(each.timestamp),
        ):
            assert len({what(each) for found in of.values() for each in found}) == 4
        assert {each.act.cause for found in of.values() for each in found} == {None}
    assert {each.act.at for each in events if each.TOPIC == "MembershipEnded"} == {LAST_OF_MARCH}


def test_the_order_in_which_things_end_is_left_to_chance(party: Party, monkeypatch: pytest.MonkeyPatch):
    asked: list[tuple[str, int]] = []

    class Chance:
        def shuffle(self, people: list[Any]) -> None:
            asked.append(("people", len(people)))

        def choice(self, things: list[Any]) -> Any:
            asked.append(("things", len(things)))
            return things[-1]

    monkeypatch.setattr(random, "SystemRandom", Chance)
    networks = [party.network(name=name) for name in THREE]
    for name in (SOMEBODY, SOMEBODY_ELSE):
        for network in networks:
            party.join(name, network)
        announce(party, name)
    party.clock.pass_time(days=15)
    settle(party.opened, nightly=True)
    asked.clear()
    party.clock.pass_time(days=16)
    settle(party.opened, nightly=True)
    nobody_merged, nobody_undone = ("people", 0), ("people", 0)
    assert asked == [nobody_merged, nobody_undone, ("people", 2), ("things", 3), ("things", 3)]


@pytest.mark.parametrize("ended_on", [date(2025, 12, 1), date(2025, 12, 31)])
def test_a_party_membership_that_ended_long_ago_counts_until_the_end_of_that_month(party_on_each: Party, ended_on: date):
    party = party_on_each
    network = party.network()
    party.join(SOMEBODY, network)
    party.seat(SOMEBODY, network)
    party.clock.now = datetime(2026, 11, 27, 11, tzinfo=UTC)
    party.give(AnnouncePartyEnd(person=party.person(SOMEBODY), on=ended_on), party.bureau)
    settle_every_hour(party, 16)
    counted = [
        party.ask(MembershipReport(on=day), party.bureau).items[0]
        for day in (date(2025, 12, 30), date(2025, 12, 31), date(2026, 10, 1))
    ]
    assert [(each.members, each.core_group) for each in counted] == [(1, 1), (0, 0), (0, 0)]


def test_who_joined_after_leaving_the_party_was_never_a_member(party: Party):
    network = party.network()
    party.party_member(SOMEBODY)
    party.clock.pass_time(days=40)
    party.join(SOMEBODY, network)
    party.seat(SOMEBODY, network)
    party.give(AnnouncePartyEnd(person=party.person(SOMEBODY), on=date(2025, 3, 10)), party.bureau)
    settle_every_hour(party, 16)
    days = [party.clock.now.date() - timedelta(days=days) for days in range(18)]
    counted = [party.ask(MembershipReport(on=day), party.bureau).items[0] for day in days]
    assert {(each.members, each.core_group) for each in counted} == {(0, 0)}


def test_a_week_in_which_the_clock_stood_still_is_not_caught_up_in_one_batch(party: Party):
    networks = [party.network(name=name, network_type=NetworkType.IMPORTED) for name in THREE]
    for network in networks:
        party.join(SOMEBODY, network)
    announce(party, SOMEBODY)
    party.clock.pass_time(days=20)
    assert [settle(party.opened, nightly=True) for _ in range(5)] == [1, 0, 0, 0, 0]
    party.clock.pass_time(days=10)
    assert [settle(party.opened, nightly=True) for _ in range(5)] == [1, 0, 0, 0, 0]


def test_nominations_on_open_plans_are_dropped(party: Party):
    plan = party.submitted()
    founded = party.founded(founders=("Yara Een", "Yara Twee", "Yara Drie", FOUNDERS[1]), name="Netwerk EU")
    announce(party, FOUNDERS[1])
    before = party.log.last_position()
    assert sum(settle_every_hour(party, 34)) == 3
    assert Counter(party.types(before)) == {
        "PartyMembershipEnded": 1,
        "MembershipEnded": 1,
        "CoreGroupMemberSteppedDown": 1,
        "CoreGroupFoundTooSmall": 1,
        "NominationDeclined": 1,
    }
    found = party.load(FoundingPlan, plan)
    assert found.nominations[party.reference(FOUNDERS[1], found.network)] is Nomination.DECLINED
    assert found.status is PlanStatus.SUBMITTED
    assert not party.holds(FOUNDERS[1], founded)


def test_a_nomination_that_is_still_open_is_dropped_too(party: Party):
    plan = party.draft()
    asked = NominateCoreGroupMember(plan=plan, nominee=party.party_member(SOMEBODY))
    party.give(asked, party.member(FOUNDERS[0]))
    announce(party, SOMEBODY)
    settle_every_hour(party, 16)
    assert set(party.load(FoundingPlan, plan).nominations.values()) == {Nomination.DECLINED}


def test_of_who_left_a_network_before_nothing_ends_there(party: Party):
    network = party.network()
    party.join(SOMEBODY, network)
    party.give(LeaveNetwork(network=network), party.member(SOMEBODY))
    announce(party, SOMEBODY)
    assert sum(settle_every_hour(party, 18)) == 1


# Closing


def test_a_closing_ends_every_membership_in_it_and_settling_again_does_nothing(party_on_each: Party):
    party = party_on_each
    network, other = party.network(), party.network(name="Netwerk zorg")
    for name in (SOMEBODY, SOMEBODY_ELSE):
        party.join(name, network)
        party.join(name, other)
    party.seat(SOMEBODY, network)
    party.give(CloseNetwork(network=network, reason="Af."), party.board)
    closed = party.newest()

    assert settle(party.opened, nightly=True) == 2
    assert settle(party.opened, nightly=True) == 0

    ended = [each.event for each in party.recorded() if each.event.TOPIC == "MembershipEnded"]
    assert {each.act.cause for each in ended} == {f"{network}:{closed.originator_version}"}
    assert {each.act.at for each in ended} == {closed.act.at}
    assert [party.holds(name, network) for name in (SOMEBODY, SOMEBODY_ELSE)] == [False, False]
    assert [party.holds(name, other) for name in (SOMEBODY, SOMEBODY_ELSE)] == [True, True]


@pytest.mark.parametrize(
    "policy",
    [
        of_items.whenever_a_network_closed_end_its_memberships,
        of_items.whenever_a_network_was_reopened_let_its_memberships_go_on,
        of_people.whenever_an_announced_end_is_due_end_the_party_membership,
        of_items.whenever_a_network_closed_leave_its_requests_to_the_bureau,
        of_items.whenever_something_is_due_let_time_pass,
        of_people.whenever_a_party_membership_ended_end_what_stood_on_it,
    ],
)
def test_a_policy_without_anything_to_do_does_nothing(party: Party, policy: Policy):
    party.founded()
    before = party.log.last_position()
    assert list(policy(party.opened.service.command_handler, QueriesForPolicies(party.opened.reads))) == []
    assert party.log.last_position() == before
