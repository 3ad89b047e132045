"""The pilot: places to begin with, talks with groups that want a network, plans that wait, and an end."""

from datetime import date

import pytest

from domain.kernel.errors import RecordedTooLate
from domain.pilot.pilot import (
    GroupKnownAlready,
    MonthNotOfPilot,
    NoPlaceLeft,
    NotNextInLine,
    Pilot,
    PilotEndedAlready,
    PilotNotBegunYet,
    PlaceNotOffered,
    PlanNotWaiting,
    TalkOutcome,
    UnknownGroup,
    WaitingPlan,
    pilot_id,
)
from domain.pilot.rules import NetworkType
from tests.domain.acting import given, recorded
from tests.domain.examples import BEGIN, DAY, FIRST, NETWORK, SECOND, SUBMITTED, THIRD, a_place_holder, an_act, an_id, board
from tests.domain.histories import a_pilot

GROUP = an_id("group")
BEYOND = "Dit thema kan niet wachten."
DEVIATION = "Dit netwerk bestond al voor de pilot."


def an_ended_pilot():
    pilot = a_pilot(taken=1, waiting=[FIRST])
    pilot.record_interest(an_act(BEGIN), group=GROUP, theme="wonen en ruimte", network_type=NetworkType.THEME)
    pilot.end(board())
    return pilot


def a_pilot_with_a_group():
    pilot = a_pilot()
    pilot.record_interest(an_act(BEGIN), group=GROUP, theme="wonen en ruimte", network_type=NetworkType.THEME)
    return pilot


def taken(network, because=None):
    return recorded(Pilot.PlaceTaken, network=network, beyond_places_because=because)


def offered(plan, because=None):
    return recorded(Pilot.PlaceOffered, plan=plan, out_of_order_because=because)


def test_the_board_begins_a_pilot_with_five_places():
    given().when(Pilot.open, label="pilot-2022", places=5, first_day=date(2022, 6, 28), last_day=date(2023, 12, 31)).then(
        recorded(Pilot.PilotOpened, label="pilot-2022", places=5, first_day=date(2022, 6, 28), last_day=date(2023, 12, 31)),
    )


@pytest.mark.parametrize("month", ["2022-06", "2023-09"])
def test_the_bureau_estimates_its_hours_of_a_month(month):
    given(a_pilot()).when(Pilot.estimate_hours, month=month, hours=24).then(
        recorded(Pilot.HoursEstimated, month=month, hours=24),
    )


def test_an_estimate_may_be_made_anew_and_when_the_pilot_has_ended():
    pilot = a_pilot()
    pilot.estimate_hours(an_act(BEGIN), month="2022-06", hours=24)
    pilot.end(board())
    given(pilot).when(Pilot.estimate_hours, month="2022-06", hours=30).then(
        recorded(Pilot.HoursEstimated, month="2022-06", hours=30),
    )


@pytest.mark.parametrize("month", ["2022-05", "2023-10"])
def test_hours_are_of_a_month_that_has_begun_and_not_of_one_before_the_pilot(month):
    given(a_pilot()).when(Pilot.estimate_hours, month=month, hours=24).refused(
        MonthNotOfPilot, month=month, first="2022-06", last="2023-09"
    )


def test_an_older_estimate_does_not_replace_a_newer_one():
    pilot = a_pilot()
    pilot.estimate_hours(an_act(), month="2022-06", hours=24)
    given(pilot).when(Pilot.estimate_hours, act=an_act(BEGIN), month="2022-06", hours=30).refused(RecordedTooLate, at=BEGIN)


def test_a_pilot_is_known_by_what_it_is_called():
    assert a_pilot().id == pilot_id("pilot-2022") != pilot_id("pilot-2024")


# Talks


def test_a_group_tells_that_it_wants_a_network():
    given(a_pilot()).when(Pilot.record_interest, group=GROUP, theme="wonen en ruimte", network_type=NetworkType.THEME).then(
        recorded(Pilot.GroupShowedInterest, group=GROUP, theme="wonen en ruimte", network_type="theme-network"),
    )


def test_a_group_is_put_on_the_list_once():
    given(a_pilot_with_a_group()).when(Pilot.record_interest, group=GROUP, theme="wonen", network_type=NetworkType.THEME).refused(
        GroupKnownAlready, group=GROUP
    )


@pytest.mark.parametrize("outcome", TalkOutcome)
def test_the_bureau_talks_with_a_group_and_records_what_came_of_it(outcome):
    given(a_pilot_with_a_group()).when(Pilot.record_talk, group=GROUP, outcome=outcome).then(
        recorded(Pilot.TalkHeld, group=GROUP, outcome=outcome),
    )


def test_a_second_talk_is_a_talk_of_its_own():
    pilot = a_pilot_with_a_group()
    pilot.record_talk(an_act(), group=GROUP, outcome=TalkOutcome.LATER)
    given(pilot).when(Pilot.record_talk, group=GROUP, outcome=TalkOutcome.WILL_WRITE_PLAN).then(
        recorded(Pilot.TalkHeld, group=GROUP, outcome="will-write-plan"),
    )


def test_a_talk_is_held_with_a_group_that_is_known():
    given(a_pilot()).when(Pilot.record_talk, group=GROUP, outcome=TalkOutcome.LATER).refused(UnknownGroup, group=GROUP)


def test_nobody_talks_with_a_group_before_it_showed_interest():
    pilot = a_pilot()
    pilot.record_interest(an_act(BEGIN + DAY), group=GROUP, theme="wonen en ruimte", network_type=NetworkType.THEME)
    given(pilot).when(Pilot.record_talk, act=an_act(BEGIN), group=GROUP, outcome=TalkOutcome.LATER).refused(
        RecordedTooLate, at=BEGIN
    )


# Places


def test_a_network_takes_a_place():
    pilot = a_pilot(taken=4)
    given(pilot).when(Pilot.take_place, network=NETWORK).then(taken(NETWORK))
    assert pilot.free_places == 0


def test_there_is_no_sixth_place():
    given(a_pilot(taken=5)).when(Pilot.take_place, network=NETWORK).refused(NoPlaceLeft, places=5, taken=5, offered=0)


def test_but_the_board_goes_beyond_five_with_a_reason():
    pilot = a_pilot(taken=5)
    given(pilot).when(Pilot.take_place, network=NETWORK, beyond_places_because=BEYOND).then(taken(NETWORK, BEYOND))
    assert (len(pilot.taken), pilot.free_places) == (6, 0)


def test_a_reason_is_not_kept_when_there_was_a_place():
    given(a_pilot(taken=4)).when(Pilot.take_place, network=NETWORK, beyond_places_because=BEYOND).then(taken(NETWORK))


def test_a_network_has_one_place():
    given(a_pilot(taken=2)).when(Pilot.take_place, network=a_place_holder(0)).nothing_happened()


def test_a_place_is_freed():
    pilot = a_pilot(taken=5)
    given(pilot).when(Pilot.free_place, network=a_place_holder(0)).then(
        recorded(Pilot.PlaceFreed, network=a_place_holder(0)),
    )
    assert pilot.free_places == 1


def test_a_network_without_a_place_frees_none():
    given(a_pilot(taken=5)).when(Pilot.free_place, network=NETWORK).nothing_happened()


def test_the_first_to_close_of_six_frees_no_place_for_those_who_wait():
    pilot = a_pilot(taken=6, waiting=[FIRST])
    given(pilot).when(Pilot.free_place, network=a_place_holder(0)).then(
        recorded(Pilot.PlaceFreed, network=a_place_holder(0)),
    )
    assert pilot.free_places == 0


# Plans that wait


def test_a_plan_waits_in_order_of_completeness_and_not_of_arrival():
    pilot = a_pilot(taken=5, waiting=[SECOND, THIRD])
    given(pilot).when(Pilot.put_on_waiting_list, plan=FIRST, complete_at=SUBMITTED - DAY).then(
        recorded(Pilot.PlanPutOnWaitingList, plan=FIRST, complete_at=SUBMITTED - DAY),
    )
    assert [waiting.plan for waiting in pilot.waiting] == [FIRST, SECOND, THIRD]


def test_of_two_plans_that_were_complete_at_the_same_moment_the_first_to_wait_comes_first():
    pilot = a_pilot(taken=5, waiting=[SECOND])
    pilot.put_on_waiting_list(board(), plan=FIRST, complete_at=SUBMITTED)
    assert [waiting.plan for waiting in pilot.waiting] == [SECOND, FIRST]


def test_a_plan_waits_once_and_keeps_its_turn():
    given(a_pilot(taken=5, waiting=[FIRST, SECOND])).when(
        Pilot.put_on_waiting_list, plan=FIRST, complete_at=SUBMITTED + 9 * DAY
    ).nothing_happened()


def test_the_place_of_a_closed_network_is_offered_to_the_plan_that_was_complete_first():
    pilot = a_pilot(taken=5, waiting=[FIRST, SECOND])
    given(pilot).when(Pilot.free_place, network=a_place_holder(0)).then(
        recorded(Pilot.PlaceFreed, network=a_place_holder(0)),
        offered(FIRST),
    )
    assert pilot.free_places == 0
    assert pilot.next_in_line == WaitingPlan(plan=SECOND, complete_at=SUBMITTED + DAY)


def a_pilot_with_an_offer():
    pilot = a_pilot(taken=5, waiting=[FIRST, SECOND])
    pilot.free_place(board(), network=a_place_holder(0))
    return pilot


def test_a_place_that_was_offered_is_not_free_for_others():
    given(a_pilot_with_an_offer()).when(Pilot.take_place, network=NETWORK).refused(NoPlaceLeft, places=5, taken=4, offered=1)


def test_a_waiting_plan_takes_the_place_it_was_offered():
    pilot = a_pilot_with_an_offer()
    given(pilot).when(Pilot.take_offered_place, plan=FIRST, network=NETWORK).then(
        recorded(Pilot.PlanTakenOffWaitingList, plan=FIRST),
        taken(NETWORK),
    )
    assert pilot.free_places == 0


def test_a_plan_without_an_offer_takes_no_place():
    given(a_pilot_with_an_offer()).when(Pilot.take_offered_place, plan=SECOND, network=NETWORK).refused(
        PlaceNotOffered, plan=SECOND
    )


def test_unless_the_board_goes_beyond_the_places_for_it():
    given(a_pilot_with_an_offer()).when(
        Pilot.take_offered_place, plan=SECOND, network=NETWORK, beyond_places_because=BEYOND
    ).then(recorded(Pilot.PlanTakenOffWaitingList, plan=SECOND), taken(NETWORK, BEYOND))


def test_while_a_place_is_free_it_is_offered_and_not_gone_beyond():
    given(a_pilot(taken=4, waiting=[FIRST, SECOND])).when(
        Pilot.take_offered_place, plan=SECOND, network=NETWORK, beyond_places_because=BEYOND
    ).refused(PlaceNotOffered, plan=SECOND)


def test_a_plan_that_does_not_wait_takes_no_offered_place():
    given(a_pilot_with_an_offer()).when(Pilot.take_offered_place, plan=THIRD, network=NETWORK).refused(PlanNotWaiting)


def test_when_a_group_with_an_offer_gives_up_the_next_is_offered_the_place():
    given(a_pilot_with_an_offer()).when(Pilot.take_off_waiting_list, plan=FIRST).then(
        recorded(Pilot.PlanTakenOffWaitingList, plan=FIRST),
        offered(SECOND),
    )


def test_when_a_group_without_an_offer_gives_up_the_rest_goes_on_waiting():
    given(a_pilot_with_an_offer()).when(Pilot.take_off_waiting_list, plan=SECOND).then(
        recorded(Pilot.PlanTakenOffWaitingList, plan=SECOND),
    )


def test_only_a_plan_that_waits_is_taken_off_the_list():
    given(a_pilot_with_an_offer()).when(Pilot.take_off_waiting_list, plan=THIRD).refused(PlanNotWaiting, plan=THIRD)


# Offering


def a_pilot_with_two_free_places():
    return a_pilot(taken=3, waiting=[FIRST, SECOND, THIRD])


def test_free_places_are_offered_in_order_until_there_are_none():
    given(a_pilot_with_two_free_places()).when(Pilot.offer_free_places).then(offered(FIRST), offered(SECOND))


def test_when_nobody_waits_free_places_stay_free():
    given(a_pilot(taken=3)).when(Pilot.offer_free_places).nothing_happened()


def test_the_board_offers_a_place_to_the_plan_that_is_next():
    given(a_pilot_with_two_free_places()).when(Pilot.offer_place, plan=FIRST, out_of_order_because=None).then(offered(FIRST))


def test_a_reason_to_deviate_is_not_kept_when_the_plan_was_next():
    given(a_pilot_with_two_free_places()).when(Pilot.offer_place, plan=FIRST, out_of_order_because=DEVIATION).then(offered(FIRST))


def test_the_board_deviates_from_the_order_with_a_reason():
    given(a_pilot_with_two_free_places()).when(Pilot.offer_place, plan=THIRD, out_of_order_because=DEVIATION).then(
        offered(THIRD, DEVIATION)
    )


def test_without_a_reason_the_order_is_kept():
    given(a_pilot_with_two_free_places()).when(Pilot.offer_place, plan=SECOND, out_of_order_because=None).refused(
        NotNextInLine, plan=SECOND
    )


def test_a_plan_has_one_offer():
    pilot = a_pilot_with_two_free_places()
    pilot.offer_place(board(), plan=FIRST, out_of_order_because=None)
    given(pilot).when(Pilot.offer_place, plan=FIRST, out_of_order_because=None).refused(PlanNotWaiting, plan=FIRST)


def test_only_a_plan_that_waits_is_offered_a_place():
    given(a_pilot()).when(Pilot.offer_place, plan=FIRST, out_of_order_because=None).refused(PlanNotWaiting)


@pytest.mark.parametrize("because", [None, DEVIATION])
def test_without_a_free_place_none_is_offered(because):
    given(a_pilot(taken=5, waiting=[FIRST])).when(Pilot.offer_place, plan=FIRST, out_of_order_because=because).refused(
        NoPlaceLeft, places=5, taken=5, offered=0
    )


def a_pilot_that_offered_two_places():
    """The first and second plan have an offer, the third waits on."""
    pilot = a_pilot(taken=3, waiting=[FIRST, SECOND, THIRD])
    pilot.offer_free_places(board())
    return pilot


def test_for_a_reason_the_last_plan_in_line_loses_its_offer_to_another():
    pilot = a_pilot_that_offered_two_places()
    given(pilot).when(Pilot.offer_place, plan=THIRD, out_of_order_because=DEVIATION).then(
        recorded(Pilot.PlaceOfferTakenBack, plan=SECOND),
        offered(THIRD, DEVIATION),
    )
    assert pilot.next_in_line == WaitingPlan(plan=SECOND, complete_at=SUBMITTED + DAY)


def test_without_a_reason_nobody_loses_an_offer():
    given(a_pilot_that_offered_two_places()).when(Pilot.offer_place, plan=THIRD, out_of_order_because=None).refused(
        NotNextInLine, plan=THIRD
    )


def test_the_plan_that_lost_its_offer_is_offered_the_next_free_place():
    pilot = a_pilot_that_offered_two_places()
    pilot.offer_place(board(), plan=THIRD, out_of_order_because=DEVIATION)
    given(pilot).when(Pilot.free_place, network=a_place_holder(0)).then(
        recorded(Pilot.PlaceFreed, network=a_place_holder(0)),
        offered(SECOND),
    )


# The end


def test_the_pilot_ends():
    given(a_pilot()).when(Pilot.end).then(recorded(Pilot.PilotEnded))


def test_a_pilot_does_not_end_before_it_began():
    given(a_pilot()).when(Pilot.end, act=board(BEGIN - DAY)).refused(PilotNotBegunYet, begun_at=BEGIN)


@pytest.mark.parametrize(
    ("decision", "fields"),
    [
        (Pilot.end, {}),
        (Pilot.record_interest, {"group": an_id("other"), "theme": "zorg", "network_type": NetworkType.THEME}),
        (Pilot.record_talk, {"group": GROUP, "outcome": TalkOutcome.LATER}),
        (Pilot.take_place, {"network": NETWORK}),
        (Pilot.take_offered_place, {"plan": FIRST, "network": NETWORK}),
        (Pilot.put_on_waiting_list, {"plan": SECOND, "complete_at": SUBMITTED}),
        (Pilot.offer_place, {"plan": FIRST, "out_of_order_because": None}),
        (Pilot.offer_free_places, {}),
    ],
)
def test_after_the_end_there_is_nothing_more_to_decide(decision, fields):
    given(an_ended_pilot()).when(decision, **fields).refused(PilotEndedAlready)


def test_after_the_end_a_closing_network_frees_no_place():
    given(an_ended_pilot()).when(Pilot.free_place, network=a_place_holder(0)).nothing_happened()


def test_after_the_end_a_plan_stops_waiting_and_no_other_is_offered_its_place():
    pilot = a_pilot_with_an_offer()
    pilot.end(board())
    given(pilot).when(Pilot.take_off_waiting_list, plan=FIRST).then(recorded(Pilot.PlanTakenOffWaitingList, plan=FIRST))
