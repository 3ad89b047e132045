"""Another day for an answer holds at once; the side that did not bring it in may say that it had not agreed."""

from datetime import date, timedelta

import pytest

from application.passing_time import let_time_pass
from domain.advice.answer_days import ClockStep
from domain.advice.errors import NoNewDayToRefuse, OwnNewDay, RequestNotOpen
from domain.advice.request import AdviceRequest
from domain.advice.values import NextActor, RequestStatus
from domain.kernel.acts import Act
from tests.domain.acting import given, recorded
from tests.domain.examples import DUE, OTHER_NETWORK, REQUEST, an_act, core_group, noon, requester, rules_of_2022, text
from tests.domain.histories import a_request, a_request_with_a_clarification, a_request_with_a_new_day, an_overdue_request

NEW_DAY = date(2023, 11, 1)


def test_nobody_needs_to_say_that_they_agreed():
    request = a_request_with_a_new_day()
    assert (request.first_due, request.clock.days.due) == (DUE, NEW_DAY)


@pytest.mark.parametrize("act", [requester(noon(7, 11)), an_act(noon(7, 11))])
def test_the_other_side_did_not_agree_and_the_former_day_holds_again(act: Act):
    former = a_request().clock.days
    days = former.lapsing_later(timedelta(days=10))
    given(a_request_with_a_new_day()).when(AdviceRequest.refuse_new_day, act=act).then(
        recorded(AdviceRequest.NewDayRefused, of=f"{REQUEST}:2", days=days)
    )


def test_what_the_clock_had_told_of_the_former_day_is_told():
    request = an_overdue_request()
    request.agree_new_day(core_group(noon(10, 1)), due=NEW_DAY, reason=text(), rules=rules_of_2022())
    assert request.status is RequestStatus.ASKED
    request.refuse_new_day(requester(noon(10, 2)))
    assert (request.status, request.next_actor) == (RequestStatus.OVERDUE, NextActor.PARTY_BUREAU)
    let_time_pass(request, noon(10, 3))
    assert request.clock.done == (ClockStep.REMINDED, ClockStep.NO_ANSWER_YET, ClockStep.OVERDUE)


def test_of_two_new_days_the_first_holds_again():
    request = a_request_with_a_new_day()
    request.agree_new_day(requester(noon(7, 5)), due=date(2023, 12, 1), reason=text(), rules=rules_of_2022())
    request.refuse_new_day(core_group(noon(7, 6)))
    assert request.clock.days.due == NEW_DAY


def test_who_brought_a_day_in_agrees_on_another_one():
    given(a_request_with_a_new_day()).when(AdviceRequest.refuse_new_day, act=core_group()).refused(OwnNewDay)


def test_a_day_that_the_bureau_heard_from_both_can_be_refused_by_each():
    for act in (requester(), core_group(), an_act()):
        request = a_request()
        request.agree_new_day(an_act(noon(7, 1)), due=NEW_DAY, reason=text(), rules=None, told_by_both=True)
        request.refuse_new_day(act)
        assert request.clock.days.due == DUE


def clarified(request: AdviceRequest) -> AdviceRequest:
    request.ask_clarification(core_group(noon(8, 1)), question=text(), rules=None)
    request.clarify(requester(noon(8, 2)), answer=text())
    return request


def brought_elsewhere(request: AdviceRequest) -> AdviceRequest:
    request.redirect(an_act(noon(8, 1)), network=OTHER_NETWORK, rules=None)
    return request


def refused(request: AdviceRequest) -> AdviceRequest:
    request.refuse_new_day(requester(noon(8, 1)))
    return request


@pytest.mark.parametrize("after", [clarified, brought_elsewhere, refused])
def test_a_day_that_no_longer_holds_is_not_refused(after):
    given(after(a_request_with_a_new_day())).when(AdviceRequest.refuse_new_day, act=requester()).refused(NoNewDayToRefuse)


@pytest.mark.parametrize("history", [a_request, a_request_with_a_clarification])
def test_where_no_new_day_was_agreed_there_is_none_to_refuse(history):
    given(history()).when(AdviceRequest.refuse_new_day, act=requester()).refused(NoNewDayToRefuse)


def test_an_answer_that_was_given_by_the_new_day_stands():
    request = a_request_with_a_new_day()
    request.deliver(core_group(noon(8, 1)), advice=text())
    given(request).when(AdviceRequest.refuse_new_day, act=requester()).refused(RequestNotOpen)
