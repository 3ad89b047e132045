"""What time does to a network: a core group that is too small is reminded, and a duration ends."""

from datetime import date

import pytest

from domain.kernel.days import end_of, start_of
from domain.kernel.entries import Mistake
from domain.kernel.errors import NothingDue
from domain.networks.errors import NetworkDormantNow, TermAlreadyOver
from domain.networks.network import Network
from domain.networks.terms import CoreGroupTerm
from domain.pilot.rules import NetworkType
from tests.domain.acting import given, recorded
from tests.domain.examples import AGREEMENTS, FOUR, NETWORK, PEOPLE, PILOT, an_act, board, noon, rules_of_2022, rules_that
from tests.domain.histories import (
    a_closed_network,
    a_dormant_network,
    a_network,
    a_network_that_ends,
    a_network_that_ends_and_was_asked,
    a_network_too_small,
    a_network_too_small_and_reminded,
)

RULES = rules_of_2022()
TOO_SMALL_SINCE_1_JULY = CoreGroupTerm(
    minimum=4, rules_version="2022-06-28", remind_on=date(2023, 7, 31), repair_by=date(2023, 8, 30)
)


def too_small(size, term=TOO_SMALL_SINCE_1_JULY):
    return recorded(Network.CoreGroupFoundTooSmall, size=size, core_group_term=term)


def stepped_down(reference):
    return recorded(Network.CoreGroupMemberSteppedDown, reference=reference)


# A core group below its minimum


def test_below_the_minimum_the_network_stays_and_the_core_group_gets_sixty_days():
    given(a_network()).when(Network.step_down, act=board(noon(7, 1)), reference=FOUR[0], rules=RULES).then(
        stepped_down(FOUR[0]), too_small(3)
    )


def test_the_time_is_what_the_rules_of_the_day_say():
    rules = rules_that(core_group_minimum=5, core_group_grace_days=10, core_group_reminder_days=30)
    term = CoreGroupTerm(minimum=5, rules_version="other-rules", remind_on=date(2023, 7, 11), repair_by=date(2023, 7, 11))
    given(a_network()).when(Network.step_down, act=board(noon(7, 1)), reference=FOUR[0], rules=rules).then(
        stepped_down(FOUR[0]), too_small(3, term)
    )


def test_another_one_who_goes_gives_no_new_time():
    given(a_network_too_small()).when(Network.step_down, act=board(noon(7, 2)), reference=FOUR[1], rules=RULES).then(
        stepped_down(FOUR[1])
    )


def test_where_no_rules_apply_nothing_is_too_small():
    given(a_network()).when(Network.step_down, act=board(noon(7, 1)), reference=FOUR[0], rules=None).then(stepped_down(FOUR[0]))


def test_with_a_new_member_the_core_group_is_repaired():
    given(a_network_too_small()).when(Network.appoint, reference=PEOPLE[4]).then(
        recorded(Network.CoreGroupMemberAppointed, reference=PEOPLE[4]), recorded(Network.CoreGroupRepaired)
    )


def test_a_seat_that_ended_by_mistake_repairs_it_too():
    network = a_network_too_small()
    mistake = {"of": f"{NETWORK}:6", "mistake": Mistake.DID_NOT_HAPPEN}
    given(network).when(Network.withdraw_entry, **mistake, rules=RULES).then(
        recorded(Network.EntryWithdrawn, **mistake), recorded(Network.CoreGroupRepaired)
    )


def test_a_seat_that_was_never_taken_makes_it_too_small():
    mistake = {"of": f"{NETWORK}:2", "mistake": Mistake.WRONG_PERSON}
    given(a_network()).when(Network.withdraw_entry, act=board(noon(7, 1)), **mistake, rules=RULES).then(
        recorded(Network.EntryWithdrawn, **mistake), too_small(3)
    )


def test_halfway_the_core_group_is_reminded_and_after_the_last_day_the_bureau_is_told():
    network = a_network_too_small()
    assert network.next_due == start_of(date(2023, 7, 31))
    given(network).when(Network.time_passes, act=an_act(start_of(date(2023, 7, 31)))).then(recorded(Network.CoreGroupReminded))
    network = a_network_too_small_and_reminded()
    assert network.next_due == end_of(date(2023, 8, 30))
    given(network).when(Network.time_passes, act=an_act(end_of(date(2023, 8, 30)))).then(recorded(Network.CoreGroupNotRepaired))


def test_not_a_moment_before():
    given(a_network_too_small()).when(Network.time_passes, act=an_act(noon(7, 30))).refused(NothingDue)
    given(a_network_too_small_and_reminded()).when(Network.time_passes, act=an_act(noon(8, 30))).refused(NothingDue)


def test_a_repaired_core_group_is_not_reminded():
    network = a_network_too_small()
    network.appoint(board(noon(7, 2)), reference=PEOPLE[4])
    given(network).when(Network.time_passes, act=an_act(noon(9, 1))).refused(NothingDue)


def test_who_was_not_repaired_can_still_be():
    network = a_network_too_small_and_reminded()
    network.time_passes(an_act(end_of(date(2023, 8, 30))))
    given(network).when(Network.appoint, reference=PEOPLE[4]).then(
        recorded(Network.CoreGroupMemberAppointed, reference=PEOPLE[4]), recorded(Network.CoreGroupRepaired)
    )


def test_a_network_that_is_brought_in_has_the_same_time_to_form_a_core_group():
    network = Network.bring_in(
        board(noon(7, 1)),
        network=NETWORK,
        name="Veelkleurig netwerk",
        network_type=NetworkType.COMMUNITY,
        label=None,
        agreements=AGREEMENTS,
        sensitive=False,
        existed_since=date(2020, 1, 1),
        pilot=PILOT,
        rules=RULES,
    )
    assert network.too_small == TOO_SMALL_SINCE_1_JULY
    for reference in FOUR[:3]:
        network.appoint(board(noon(7, 2)), reference=reference)
    given(network).when(Network.appoint, act=board(noon(7, 2)), reference=FOUR[3]).then(
        recorded(Network.CoreGroupMemberAppointed, reference=FOUR[3]), recorded(Network.CoreGroupRepaired)
    )


# The agreed duration


def test_before_the_end_the_question_comes_whether_the_network_goes_on():
    network = a_network()
    agreed = AGREEMENTS.model_copy(update={"ends_on": date(2023, 12, 1)})
    given(network).when(Network.change_agreements, act=board(noon(6, 1)), agreements=agreed, rules=RULES).then(
        recorded(Network.AgreementsChanged, agreements=agreed, purpose_version=1, ask_renewal_on=date(2023, 9, 2))
    )
    assert network.next_due == start_of(date(2023, 9, 2))
    network = a_network()
    network.change_agreements(board(noon(6, 1)), agreements=agreed, rules=RULES)
    given(network).when(Network.time_passes, act=an_act(start_of(date(2023, 9, 2)))).then(recorded(Network.RenewalAsked))
    assert network.next_due == end_of(date(2023, 12, 1))


def test_less_than_that_before_the_end_it_comes_the_next_day():
    assert a_network_that_ends().next_due == start_of(date(2023, 6, 2))


def test_without_a_decision_the_network_is_dormant_after_its_last_day_and_takes_no_members():
    network = a_network_that_ends_and_was_asked()
    given(network).when(Network.time_passes, act=an_act(end_of(date(2023, 8, 20)))).then(recorded(Network.NetworkFellDormant))
    assert network.next_due is None
    with pytest.raises(NetworkDormantNow):
        network.joining_terms(noon(8, 22), None)


def test_renewal_wakes_it():
    network = a_dormant_network()
    given(network).when(Network.renew, act=board(noon(8, 22)), ends_on=date(2025, 8, 20), rules=RULES).then(
        recorded(Network.NetworkRenewed, ends_on=date(2025, 8, 20), ask_renewal_on=date(2025, 5, 22))
    )
    assert network.joining_terms(noon(8, 22), None).purpose_version == 1
    assert network.next_due == start_of(date(2025, 5, 22))


def test_renewed_in_time_it_does_not_fall_dormant():
    network = a_network_that_ends_and_was_asked()
    network.renew(board(noon(7, 1)), ends_on=None, rules=RULES)
    assert network.next_due is None


@pytest.mark.parametrize("ends_on", [date(2023, 8, 21), date(2023, 8, 22)])
def test_what_is_agreed_is_not_over_already(ends_on):
    given(a_dormant_network()).when(Network.renew, act=board(noon(8, 22)), ends_on=ends_on).refused(
        TermAlreadyOver, ends_on=ends_on
    )
    agreed = AGREEMENTS.model_copy(update={"ends_on": ends_on})
    given(a_network()).when(Network.change_agreements, act=board(noon(8, 22)), agreements=agreed).refused(
        TermAlreadyOver, ends_on=ends_on
    )


# Nothing waits in a closed network


def test_in_a_closed_network_nothing_is_due():
    network = a_network_too_small()
    network.close(board(noon(7, 10)), reason=None)
    assert network.next_due is None
    given(a_closed_network()).when(Network.time_passes).refused(NothingDue)
