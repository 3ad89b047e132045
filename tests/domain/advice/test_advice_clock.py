"""The clock of a request: it reminds, says that there is no answer yet, then that it is overdue, and at last that it lapsed."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given as whatever
from hypothesis import strategies as st

from application.passing_time import let_time_pass
from domain.advice.answer_days import answer_days
from domain.advice.errors import RequestNotOpen
from domain.advice.request import AdviceRequest
from domain.advice.values import NEXT_ACTORS, UNANSWERED, NextActor, RequestStatus
from domain.kernel.days import day_of, end_of, start_of
from domain.kernel.errors import NothingDue
from domain.pilot.rules import NetworkRules
from tests.domain.acting import given, new_events
from tests.domain.examples import ASKED, DUE, OTHER_NETWORK, an_act, core_group, noon, requester, rules_of_2022, rules_that, text
from tests.domain.histories import (
    a_declined_request,
    a_delivered_request,
    a_request,
    a_request_with_a_clarification,
    an_accepted_request,
    an_overdue_request,
    an_unclarified_request,
)
from tests.domain.random_lives import LIVES, REQUEST_STEPS, live

FOUR_STEPS = ["AnswerReminded", "NoAnswerYet", "AdviceOverdue", "AdviceRequestLapsed"]
LONG_AFTER = noon(12, 31, 2024)


def told_by_the_clock(request: AdviceRequest, until: Any = LONG_AFTER) -> list[tuple[str, date]]:
    """What time does, with the day on which it does it."""
    new_events(request)
    let_time_pass(request, until)
    return [(happened.TOPIC, day_of(happened.act.at)) for happened in new_events(request)]


def test_time_does_four_things_and_then_no_more():
    request = a_request()
    days = [date(2023, 9, 8), date(2023, 9, 16), date(2023, 9, 22), date(2023, 12, 14)]
    assert told_by_the_clock(request) == list(zip(FOUR_STEPS, days, strict=True))
    assert (request.status, request.next_actor, request.next_due) == (RequestStatus.LAPSED, NextActor.NOBODY, None)


def test_each_is_due_at_the_first_moment_of_a_dutch_day():
    request = a_request()
    assert request.next_due == start_of(date(2023, 9, 8))
    let_time_pass(request, noon(9, 8))
    assert request.next_due == end_of(DUE)


def test_nothing_is_due_a_moment_before():
    request = a_request()
    given(request).when(AdviceRequest.time_passes, act=an_act(start_of(date(2023, 9, 8)) - timedelta(seconds=1))).refused(
        NothingDue
    )


def test_an_answer_on_the_day_itself_is_in_time():
    request = a_request()
    new_events(request)
    let_time_pass(request, noon(9, 15))
    request.deliver(core_group(noon(9, 15)), advice=text())
    let_time_pass(request, LONG_AFTER)
    assert [happened.TOPIC for happened in new_events(request)] == ["AnswerReminded", "AdviceDelivered"]


def test_what_was_accepted_does_not_lapse_and_stays_with_the_bureau():
    request = an_accepted_request()
    assert [topic for topic, _ in told_by_the_clock(request)] == FOUR_STEPS[:3]
    assert (request.status, request.next_actor) == (RequestStatus.OVERDUE, NextActor.PARTY_BUREAU)


@pytest.mark.parametrize("history", [a_delivered_request, a_declined_request])
def test_time_does_nothing_to_what_waits_for_no_answer(history):
    assert told_by_the_clock(history()) == []


def test_a_pause_moves_what_is_not_done_yet():
    request = a_request()
    let_time_pass(request, noon(9, 10))
    request.ask_clarification(core_group(noon(9, 10)), question=text(), rules=rules_of_2022())
    let_time_pass(request, noon(9, 20))
    request.clarify(requester(noon(9, 20)), answer=text())
    assert told_by_the_clock(request)[:2] == [("NoAnswerYet", date(2023, 9, 26)), ("AdviceOverdue", date(2023, 10, 3))]


def test_for_a_new_day_the_clock_begins_anew():
    request = an_overdue_request()
    request.agree_new_day(core_group(noon(10, 1)), due=date(2023, 11, 1), reason=text(), rules=rules_of_2022())
    assert (request.status, request.next_actor) == (RequestStatus.ASKED, NextActor.CORE_GROUP)
    days = [date(2023, 10, 25), date(2023, 11, 2), date(2023, 11, 8), date(2024, 1, 30)]
    assert told_by_the_clock(request) == list(zip(FOUR_STEPS, days, strict=True))


def test_for_another_network_the_clock_begins_anew():
    request = an_overdue_request()
    request.redirect(core_group(noon(10, 1)), network=OTHER_NETWORK, rules=rules_of_2022(), due=date(2023, 11, 1))
    assert [topic for topic, _ in told_by_the_clock(request)] == FOUR_STEPS


@pytest.mark.parametrize(("left", "before"), [(0, None), (1, 0), (2, 1), (5, 2), (14, 7), (60, 7)])
def test_with_little_time_the_reminder_comes_half_way(left, before):
    due = DUE + timedelta(days=left)
    remind_on = answer_days(DUE, due, rules_of_2022().rules).remind_on
    assert remind_on == (None if before is None else due - timedelta(days=before))


def test_where_no_rules_apply_only_the_day_itself_is_told():
    request = a_request(rules=None)
    assert told_by_the_clock(request) == [("NoAnswerYet", date(2023, 9, 16))]


@pytest.mark.parametrize(
    "days", [{"advice_overdue_days": 0, "advice_lapse_days": 0}, {"advice_overdue_days": 90, "advice_lapse_days": 1}]
)
def test_whatever_the_rules_say_the_clock_keeps_its_order(days):
    told = told_by_the_clock(a_request(rules=rules_that(**days)))
    assert [topic for topic, _ in told] == FOUR_STEPS
    assert [day for _, day in told] == sorted(day for _, day in told)


def test_a_rule_book_of_before_these_rules_means_what_it_meant():
    """Nothing is asked of a core group before it answers, and the clock reminds, as the rules have it by default."""
    old = rules_of_2022().rules.model_dump(
        exclude={name for name in NetworkRules.model_fields if name.startswith(("advice_", "clarification_"))}
    )
    assert NetworkRules.model_validate(old) == rules_of_2022().rules
    assert not NetworkRules.model_validate(old).advice_acceptance_required


def test_rules_that_are_adopted_later_move_no_day():
    request = a_request(rules=rules_that(advice_reminder_days=1))
    assert request.next_due == start_of(DUE - timedelta(days=1))


@whatever(outages=st.lists(st.integers(0, 400), max_size=6), answered=st.integers(0, 300))
def test_for_any_outage_the_events_are_the_same(outages, answered):
    """The clock may run at any time: what is recorded, and with which moment, follows from the request alone."""
    moment = ASKED + timedelta(days=answered)

    def lived(runs: list[Any]) -> list[tuple[str, Any]]:
        request = a_request()
        for at in sorted(run for run in runs if run <= moment):
            let_time_pass(request, at)
        let_time_pass(request, moment)  # as before every command
        if request.stage in UNANSWERED:
            request.deliver(core_group(moment), advice=text())
        return [(happened.TOPIC, happened.act.at) for happened in new_events(request)]

    assert lived([ASKED + timedelta(days=day) for day in outages]) == lived([])


NOT_CLARIFIED = [("ClarificationReminded", date(2023, 6, 17)), ("ClarificationNotGiven", date(2023, 9, 8))]


def test_a_clarification_that_never_comes_ends_the_request_and_nobody_is_late():
    request = a_request_with_a_clarification()
    assert told_by_the_clock(request) == NOT_CLARIFIED
    assert (request.status, request.next_actor, request.next_due) == (RequestStatus.UNCLARIFIED, NextActor.NOBODY, None)


def test_also_what_was_accepted_lapses_without_a_clarification():
    request = an_accepted_request()
    request.ask_clarification(core_group(noon(6, 10)), question=text(), rules=rules_of_2022())
    assert told_by_the_clock(request) == NOT_CLARIFIED


def test_where_no_rules_apply_a_clarification_is_waited_for_without_end():
    request = a_request(rules=None)
    request.ask_clarification(core_group(noon(6, 10)), question=text(), rules=None)
    assert told_by_the_clock(request) == []


@pytest.mark.parametrize("days", [{"advice_lapse_days": 0}, {"advice_lapse_days": 3, "clarification_reminder_days": 90}])
def test_whatever_the_rules_say_whoever_asked_is_reminded_first(days):
    request = a_request()
    request.ask_clarification(core_group(noon(6, 10)), question=text(), rules=rules_that(**days))
    told = told_by_the_clock(request)
    assert [topic for topic, _ in told] == ["ClarificationReminded", "ClarificationNotGiven"]
    assert told[0][1] <= told[1][1]


def test_what_was_said_by_phone_in_time_and_typed_later_counts():
    request = an_unclarified_request()
    request.clarify(requester(noon(9, 1)), answer=text())
    assert (request.status, request.lapsed_at) == (RequestStatus.ASKED, None)
    assert request.clock.days.due == DUE + timedelta(days=83)


def test_after_it_lapsed_a_question_is_asked_anew():
    given(an_unclarified_request()).when(AdviceRequest.clarify, act=requester(noon(9, 8)), answer=text()).refused(RequestNotOpen)


def test_a_network_that_can_answer_without_does_so():
    request = a_request_with_a_clarification()
    request.deliver(core_group(noon(8, 1)), advice=text())
    assert told_by_the_clock(request) == []


@whatever(outages=st.lists(st.integers(0, 400), max_size=6), clarified=st.integers(10, 300))
def test_for_any_outage_a_clarification_has_the_same_history(outages, clarified):
    moment = ASKED + timedelta(days=clarified)

    def lived(runs: list[Any]) -> list[tuple[str, Any]]:
        request = a_request_with_a_clarification()
        for at in sorted(run for run in runs if run <= moment):
            let_time_pass(request, at)
        let_time_pass(request, moment)  # as before every command
        if request.stage in UNANSWERED:
            request.clarify(requester(moment), answer=text())
        let_time_pass(request, LONG_AFTER)
        return [(happened.TOPIC, happened.act.at) for happened in new_events(request)]

    assert lived([ASKED + timedelta(days=day) for day in outages]) == lived([])


@whatever(data=st.data())
def test_a_request_is_in_one_state_and_has_one_next_actor_whatever_happens(data):
    beginnings, steps = LIVES[AdviceRequest]
    lived = data.draw(st.sampled_from(beginnings))()

    def somebody_is_next():
        assert lived.next_actor is NEXT_ACTORS[lived.status]
        is_over = lived.next_actor is NextActor.NOBODY
        waits = lived.next_actor in {NextActor.CORE_GROUP, NextActor.PARTY_BUREAU}
        unclear = lived.status is RequestStatus.CLARIFICATION_ASKED
        assert waits == (lived.stage in UNANSWERED and lived.clarification is None)
        assert not (is_over and lived.next_due is not None)
        assert (lived.next_due is None) or waits or unclear

    live(lived, data.draw(st.lists(st.one_of(steps), max_size=20)), after_each=somebody_is_next)
    assert len(REQUEST_STEPS) > 15


def test_every_state_is_somebody_s_or_nobody_s():
    assert set(NEXT_ACTORS) == set(RequestStatus)
    assert set(NEXT_ACTORS.values()) == set(NextActor)
