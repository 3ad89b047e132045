"""Founding a network: plan, network, name, place and the founders' seats agree, or the plan waits."""

from datetime import date, datetime

import pytest

from domain.kernel.acts import Act, Role
from domain.kernel.days import AMSTERDAM
from domain.kernel.events import DomainEvent
from domain.networks.membership import ExplicitConsentNeeded, Membership, membership_id
from domain.networks.name import NetworkName, NetworkNameTaken
from domain.networks.network import Agreements, FoundedOn, Network
from domain.pilot.pilot import NoPlaceLeft, Pilot, PlaceNotOffered, PlanNotWaiting
from domain.plans.content import PlanStatus
from domain.plans.errors import PlanNotApproved, TooFewCoreGroupMembers
from domain.plans.founding import found_from_waiting_list, found_or_wait, keep_name, place_freed
from domain.plans.founding_plan import FoundingPlan
from tests.domain.acting import given, new_events, recorded
from tests.domain.examples import (
    BUREAU_WORKER,
    FIRST,
    FOUR,
    HARD,
    NETWORK,
    PILOT,
    PLAN,
    SUBMITTED,
    TODAY,
    a_place_holder,
    an_id,
    board,
    content,
    member,
    rules_of_2022,
    rules_that,
    sealed,
)
from tests.domain.histories import (
    a_draft,
    a_free_name,
    a_lapsed_plan,
    a_pilot,
    a_rejected_plan,
    a_reserved_name,
    a_submitted_plan,
    a_waiting_plan,
    a_withdrawn_plan,
    an_approved_plan,
)

RULES = rules_of_2022()
BEYOND = "Dit thema kan niet wachten."


def found(plan, act, *, name=None):
    return found_or_wait(act, plan, pilot=None, name=name)


def found_in_pilot(plan, pilot, act, *, name=None, beyond_places_because=None):
    return found_or_wait(act, plan, pilot=pilot, name=name, beyond_places_because=beyond_places_because)


def found_waiting(plan, pilot, act, *, name=None, beyond_places_because=None):
    return found_from_waiting_list(act, plan, pilot=pilot, name=name, beyond_places_because=beyond_places_because)


def found_with(plan, name, act):
    return found_or_wait(act, plan, pilot=None, name=name)


def kept(plan, name, act):
    return keep_name(act, plan, name)


def reserved():
    return recorded(NetworkName.NetworkNameReserved, name=content().name, network=NETWORK, plan=PLAN)


def a_name():
    return NetworkName.give(board(), name=content().name, network=an_id("another-network"))


def carried_out():
    return recorded(FoundingPlan.PlanCarriedOut, network=NETWORK)


def the_network(*, pilot=None, ends_on=date(2025, 9, 1)):
    """Network, core group, name and the founders' memberships, as they are recorded."""
    agreements = Agreements(purpose=content().purpose or "", organisation=content().organisation, ends_on=ends_on)
    return [
        recorded(
            Network.NetworkFounded,
            name=content().name,
            network_type="theme-network",
            agreements=agreements,
            sensitive=False,
            founded_on=FoundedOn(plan=PLAN, plan_version=1, digest=content().digest),
            rules_version="2022-06-28",
            pilot=pilot,
            ask_renewal_on=None,
        ),
        *[recorded(Network.CoreGroupMemberAppointed, reference=reference) for reference in FOUR],
        recorded(NetworkName.NetworkNameGiven, name=content().name, network=NETWORK),
        *[
            recorded(
                Membership.MemberJoined,
                network=NETWORK,
                reference=reference,
                purpose_version=1,
                consent_version=None,
                statistics=None,
            )
            for reference in FOUR
        ],
    ]


def a_pilot_that_offers_the_plan_a_place():
    pilot = a_pilot(taken=5, waiting=[PLAN])
    pilot.free_place(board(), network=a_place_holder(0))
    return pilot


def an_ended_pilot(**before):
    pilot = a_pilot(**before)
    pilot.end(board())
    return pilot


# At once


def test_an_approved_plan_becomes_a_network_with_its_core_group_as_first_members():
    given(an_approved_plan()).when(found, act=board()).then(carried_out(), *the_network())


def test_within_the_pilot_the_network_takes_a_place():
    given(an_approved_plan(pilot=PILOT), a_pilot(taken=4)).when(found_in_pilot, act=board()).then(
        carried_out(),
        recorded(Pilot.PlaceTaken, network=NETWORK, beyond_places_because=None),
        *the_network(pilot=PILOT),
    )


def test_after_the_pilot_places_no_longer_limit():
    given(an_approved_plan(pilot=PILOT), an_ended_pilot(taken=5)).when(found_in_pilot).then(
        carried_out(), *the_network(pilot=PILOT)
    )


def found_together(plan: FoundingPlan, act: Act) -> tuple[Network, list[Membership], list[DomainEvent]]:
    """The network, the founders' memberships, and every event of the founding itself."""
    new_events(plan)
    saved = found_or_wait(act, plan, pilot=None, name=None)
    (network,) = (item for item in saved if isinstance(item, Network))
    members = [item for item in saved if isinstance(item, Membership)]
    return network, members, [happened for item in saved for happened in new_events(item)]


def test_the_founding_is_the_board_s_act_and_each_membership_its_founder_s():
    act = board(entered_by=BUREAU_WORKER)
    _, _, events = found_together(an_approved_plan(), act)
    of_founders = [act.model_copy(update={"by": founder, "role": Role.MEMBER}) for founder in FOUR]
    assert [happened.act for happened in events] == [act] * (1 + 5 + 1) + of_founders


def test_what_is_known_of_a_founder_goes_sealed_into_the_membership():
    saved = found_or_wait(board(), an_approved_plan(), pilot=None, name=None, statistics={FOUR[1]: sealed()})
    joined = [happened for item in saved if isinstance(item, Membership) for happened in new_events(item)]
    known = [happened.statistics for happened in joined if isinstance(happened, Membership.MemberJoined)]
    assert known == [None, sealed(), None, None]


def test_a_founder_s_membership_is_the_one_that_the_reference_has_in_this_network():
    _, members, _ = found_together(an_approved_plan(), board())
    assert [membership.id for membership in members] == [membership_id(NETWORK, reference) for reference in FOUR]


def test_the_consent_of_the_founders_goes_into_their_memberships():
    network, _, events = found_together(an_approved_plan(sensitive=True), board())
    assert network.sensitive
    joined = [happened for happened in events if isinstance(happened, Membership.MemberJoined)]
    assert [happened.consent_version for happened in joined] == ["consent-1"] * 4


def test_before_the_board_agreed_nothing_is_founded():
    given(a_submitted_plan()).when(found).nothing_happened()


def test_with_hard_conditions_open_only_the_name_is_reserved():
    given(an_approved_plan(HARD)).when(found).then(reserved())


def test_a_network_gets_the_name_that_was_reserved_for_it():
    *before, name, _, _, _, _ = the_network()
    given(an_approved_plan(), a_reserved_name()).when(found_with).then(
        carried_out(), recorded(NetworkName.ReservedNameGiven, network=NETWORK), *before, *the_network()[-4:]
    )
    assert name["event"] == "NetworkNameGiven"


@pytest.mark.parametrize("history", [lambda: an_approved_plan(HARD), an_approved_plan, a_waiting_plan])
def test_another_plan_that_was_agreed_with_keeps_its_name(history):
    name = NetworkName.reserve(board(), name=content().name, network=an_id("another-network"), plan=FIRST)
    given(history(), name).when(kept).refused(NetworkNameTaken, name=content().name)


@pytest.mark.parametrize("history", [a_withdrawn_plan, a_lapsed_plan, a_rejected_plan])
def test_the_name_of_a_plan_of_which_nothing_comes_is_free(history):
    given(history(), a_reserved_name()).when(kept).then(recorded(NetworkName.NetworkNameFreed))


def test_a_free_name_is_reserved_by_whoever_comes_next():
    given(an_approved_plan(HARD), a_free_name()).when(kept).then(
        recorded(NetworkName.NetworkNameReservedAgain, network=NETWORK, plan=PLAN)
    )


def test_a_name_that_is_reserved_for_a_plan_stays_so():
    given(an_approved_plan(HARD), a_reserved_name()).when(kept).nothing_happened()


@pytest.mark.parametrize("history", [a_withdrawn_plan, a_submitted_plan])
def test_a_plan_frees_no_name_of_another_network(history):
    given(history(), a_name()).when(kept).nothing_happened()


def test_two_networks_never_have_the_same_name():
    given(an_approved_plan()).when(found, name=a_name()).refused(NetworkNameTaken, name=content().name)


def test_a_name_that_is_taken_takes_no_place():
    given(an_approved_plan(pilot=PILOT), a_pilot()).when(found_in_pilot, name=a_name()).refused(NetworkNameTaken)


def a_plan_that_lost_a_founder(history):
    plan = history()
    plan.decline_nomination(member(TODAY, FOUR[0]), reference=FOUR[0])
    return plan


def test_a_network_is_not_founded_by_fewer_than_the_rules_of_the_decision_ask_for():
    given(a_plan_that_lost_a_founder(an_approved_plan)).when(found).refused(TooFewCoreGroupMembers, has=3, needs=4)


def test_without_its_founders_a_plan_takes_no_place_either():
    plan = a_plan_that_lost_a_founder(lambda: an_approved_plan(pilot=PILOT))
    given(plan, a_pilot()).when(found_in_pilot).refused(TooFewCoreGroupMembers)


def test_a_founder_who_accepted_before_the_plan_became_sensitive_is_asked_first():
    plan = a_submitted_plan()
    plan.amend(member(SUBMITTED), content=content(sensitive=True), rules=RULES.rules)
    plan.approve(board(SUBMITTED), plan_version=2, rules=RULES)
    given(plan).when(found).refused(ExplicitConsentNeeded)


# Five places


def test_without_a_free_place_the_plan_waits_and_is_told_so():
    plan = an_approved_plan(pilot=PILOT)
    given(plan, a_pilot(taken=5)).when(found_in_pilot).then(
        recorded(FoundingPlan.PlanWaitListed, complete_at=SUBMITTED),
        recorded(Pilot.PlanPutOnWaitingList, plan=PLAN, complete_at=SUBMITTED),
        reserved(),
    )
    assert plan.status is PlanStatus.WAITING


def test_the_board_goes_beyond_five_places_with_a_reason():
    given(an_approved_plan(pilot=PILOT), a_pilot(taken=5)).when(found_in_pilot, beyond_places_because=BEYOND).then(
        carried_out(),
        recorded(Pilot.PlaceTaken, network=NETWORK, beyond_places_because=BEYOND),
        *the_network(pilot=PILOT),
    )


def test_a_place_that_was_offered_to_a_waiting_plan_is_not_free():
    pilot = a_pilot(taken=5, waiting=[FIRST])
    pilot.free_place(board(), network=a_place_holder(0))
    given(an_approved_plan(pilot=PILOT), pilot).when(found_in_pilot).then(
        recorded(FoundingPlan.PlanWaitListed, complete_at=SUBMITTED),
        recorded(Pilot.PlanPutOnWaitingList, plan=PLAN, complete_at=SUBMITTED),
        reserved(),
    )


def test_the_pilot_itself_refuses_so_that_a_lost_race_is_decided_anew():
    with pytest.raises(NoPlaceLeft):
        a_pilot(taken=5).take_place(board(), network=NETWORK)


# From the waiting list


def test_a_waiting_plan_becomes_a_network_on_the_place_it_was_offered():
    given(a_waiting_plan(), a_pilot_that_offers_the_plan_a_place()).when(found_waiting).then(
        carried_out(),
        recorded(Pilot.PlanTakenOffWaitingList, plan=PLAN),
        recorded(Pilot.PlaceTaken, network=NETWORK, beyond_places_because=None),
        *the_network(pilot=PILOT),
    )


def test_a_reason_to_go_beyond_is_not_needed_and_not_kept_when_a_place_was_offered():
    given(a_waiting_plan(), a_pilot_that_offers_the_plan_a_place()).when(found_waiting, beyond_places_because=BEYOND).then(
        carried_out(),
        recorded(Pilot.PlanTakenOffWaitingList, plan=PLAN),
        recorded(Pilot.PlaceTaken, network=NETWORK, beyond_places_because=None),
        *the_network(pilot=PILOT),
    )


def test_without_an_offer_a_waiting_plan_goes_on_waiting():
    given(a_waiting_plan(), a_pilot(taken=5, waiting=[PLAN])).when(found_waiting).refused(PlaceNotOffered, plan=PLAN)


def test_the_board_goes_beyond_the_places_for_a_plan_that_waits():
    given(a_waiting_plan(), a_pilot(taken=5, waiting=[PLAN])).when(found_waiting, beyond_places_because=BEYOND).then(
        carried_out(),
        recorded(Pilot.PlanTakenOffWaitingList, plan=PLAN),
        recorded(Pilot.PlaceTaken, network=NETWORK, beyond_places_because=BEYOND),
        *the_network(pilot=PILOT),
    )


def test_a_plan_that_was_taken_off_the_waiting_list_gets_no_place():
    given(a_waiting_plan(), a_pilot(taken=5)).when(found_waiting, beyond_places_because=BEYOND).refused(PlanNotWaiting)


def test_when_the_pilot_has_ended_a_waiting_plan_waits_no_longer():
    given(a_waiting_plan(), an_ended_pilot(taken=5, waiting=[PLAN])).when(found_waiting).then(
        carried_out(),
        recorded(Pilot.PlanTakenOffWaitingList, plan=PLAN),
        *the_network(pilot=PILOT),
    )


def test_also_when_it_was_taken_off_the_list_before():
    given(a_waiting_plan(), an_ended_pilot(taken=5)).when(found_waiting).then(carried_out(), *the_network(pilot=PILOT))


def test_only_a_plan_that_waits_is_founded_from_the_waiting_list():
    given(an_approved_plan(pilot=PILOT), a_pilot()).when(found_waiting).refused(PlanNotApproved)


def test_without_a_pilot_there_is_no_waiting_list():
    given(a_waiting_plan()).when(lambda plan, act: found_waiting(plan, None, act)).refused(PlanNotApproved)


def test_a_name_taken_while_the_plan_waited_is_noticed():
    given(a_waiting_plan(), a_pilot_that_offers_the_plan_a_place()).when(found_waiting, name=a_name()).refused(NetworkNameTaken)


def test_a_core_group_that_fell_below_four_while_the_plan_waited_founds_nothing():
    given(a_plan_that_lost_a_founder(a_waiting_plan), a_pilot_that_offers_the_plan_a_place()).when(found_waiting).refused(
        TooFewCoreGroupMembers, has=3, needs=4
    )


def test_once_a_new_founder_accepted_it_is_founded():
    plan = a_plan_that_lost_a_founder(a_waiting_plan)
    plan.nominate(member(), reference=FOUR[0])
    plan.accept_nomination(member(), reference=FOUR[0])
    given(plan, a_pilot_that_offers_the_plan_a_place()).when(found_waiting).then(
        carried_out(),
        recorded(Pilot.PlanTakenOffWaitingList, plan=PLAN),
        recorded(Pilot.PlaceTaken, network=NETWORK, beyond_places_because=None),
        *the_network(pilot=PILOT),
    )


# A closed network


def close(pilot, act, *, network):
    place_freed(act, pilot, network)


def test_the_place_of_a_closed_network_goes_to_the_plan_that_was_complete_first():
    given(a_pilot(taken=5, waiting=[PLAN, FIRST])).when(close, network=a_place_holder(2)).then(
        recorded(Pilot.PlaceFreed, network=a_place_holder(2)),
        recorded(Pilot.PlaceOffered, plan=PLAN, out_of_order_because=None),
    )


def test_outside_a_pilot_no_place_is_freed():
    assert place_freed(board(), None, NETWORK) == []


def test_of_a_network_without_a_place_none_is_freed():
    pilot = a_pilot(taken=1)
    assert place_freed(board(), pilot, NETWORK) == [pilot]
    assert pilot.taken == {a_place_holder(0)}


# The agreed duration


def approved_under_rules_that_ask_for_nothing(**text):
    rules = rules_that(required_parts=(), core_group_minimum=0)
    plan = a_draft(**text)
    plan.submit(member(SUBMITTED), rules=rules.rules)
    plan.approve(board(SUBMITTED), plan_version=1, rules=rules)
    return plan


@pytest.mark.parametrize(
    ("founded", "months", "ends_on"),
    [
        (date(2023, 5, 25), 24, date(2025, 5, 25)),
        (date(2023, 5, 25), 1, date(2023, 6, 25)),
        (date(2023, 5, 25), 7, date(2023, 12, 25)),
        (date(2023, 5, 25), 8, date(2024, 1, 25)),
        (date(2023, 12, 31), 1, date(2024, 1, 31)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2023, 8, 31), 240, date(2043, 8, 31)),
        (date(2023, 5, 25), None, None),
    ],
)
def test_the_duration_is_counted_in_months_from_the_founding(founded, months, ends_on):
    plan = approved_under_rules_that_ask_for_nothing(duration_months=months)
    act = board(datetime(founded.year, founded.month, founded.day, 0, 30, tzinfo=AMSTERDAM))
    network, _, _ = found_together(plan, act)
    assert network.agreements.ends_on == ends_on


def test_a_plan_that_needs_no_purpose_is_about_its_name():
    plan = approved_under_rules_that_ask_for_nothing(purpose=None)
    network, _, _ = found_together(plan, board())
    assert network.agreements.purpose == content().name
