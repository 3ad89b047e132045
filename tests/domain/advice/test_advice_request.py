"""An advice request: asked, answered, and what may happen on the way. The default path is asked and delivered."""

from datetime import date, timedelta

import pytest

from domain.advice.answer_days import AnswerDays
from domain.advice.errors import (
    AdviceAcknowledgedAlready,
    AdviceDeliveredAlready,
    AdviceNotDelivered,
    CallOpenAlready,
    ClarificationAskedAlready,
    ClosedRequestStaysClosed,
    DayAlreadyPast,
    NetworkAskedTwice,
    NetworkNotAsked,
    NoCallOpen,
    NoClarificationAsked,
    NothingToDeliver,
    NothingToPublish,
    RecommendationUnknown,
    RequestAcceptedAlready,
    RequestLeftAlready,
    RequestNotAccepted,
    RequestNotOpen,
    TalkImpossible,
)
from domain.advice.request import AdviceRequest, Talk
from domain.advice.values import AdviceUse, Answered, Conflict, DeclineReason, NextActor, ReportedUse, RequestStatus
from domain.kernel.days import start_of
from domain.kernel.errors import RecordedTooLate
from tests.domain.acting import given, recorded
from tests.domain.examples import (
    ASKED,
    DAY,
    DUE,
    NETWORK,
    OTHER_NETWORK,
    an_id,
    core_group,
    noon,
    requester,
    rules_of_2022,
    rules_that,
    text,
)
from tests.domain.histories import (
    a_declined_request,
    a_delivered_request,
    a_followed_up_request,
    a_lapsed_request,
    a_request,
    a_request_with_a_clarification,
    an_accepted_request,
    an_overdue_request,
)

DELIVERED = {"talk": None, "recommendations": (), "minority_views": (), "answered": None}


def a_withdrawn_request():
    request = a_request()
    request.withdraw(requester(noon(6, 5)))
    return request


ENDED = [a_declined_request, a_delivered_request, a_withdrawn_request, a_lapsed_request]

# Asking


def test_a_request_keeps_the_days_that_the_rules_gave():
    request = a_request()
    assert request.clock.days == AnswerDays(
        due=DUE, remind_on=DUE - timedelta(days=7), overdue_on=DUE + timedelta(days=7), lapses_on=DUE + timedelta(days=90)
    )
    assert (request.status, request.next_actor) == (RequestStatus.ASKED, NextActor.CORE_GROUP)


def test_an_answer_is_not_needed_before_it_was_asked():
    with pytest.raises(DayAlreadyPast):
        a_request(asked=noon(6, 1), due=date(2023, 5, 31))
    assert a_request(asked=noon(6, 1), due=date(2023, 6, 1)).clock.days.remind_on is None


@pytest.mark.parametrize("others", [(NETWORK,), (OTHER_NETWORK, OTHER_NETWORK)])
def test_a_network_is_asked_once(others):
    with pytest.raises(NetworkAskedTwice):
        a_request(other_networks=others)


# The default path


def test_the_core_group_answers_at_once():
    given(a_request()).when(AdviceRequest.deliver, act=core_group(), advice=text("Het valt mee.")).then(
        recorded(AdviceRequest.AdviceDelivered, advice=text("Het valt mee."), **DELIVERED),
    )


def test_talking_on_a_day_is_an_answer_too():
    talk = Talk(on=date(2023, 8, 30), with_whom=text("Met de woordvoerder wonen."))
    given(a_request()).when(AdviceRequest.deliver, talk=talk).then(
        recorded(AdviceRequest.AdviceDelivered, advice=None, **DELIVERED | {"talk": talk})
    )


@pytest.mark.parametrize("day", [date(2023, 5, 31), date(2023, 9, 2)])
def test_a_talk_before_the_question_or_after_the_answer_is_none(day):
    talk = Talk(on=day, with_whom=text("Met de woordvoerder wonen."))
    given(a_request()).when(AdviceRequest.deliver, talk=talk).refused(
        TalkImpossible, asked_on=date(2023, 6, 1), answered_on=date(2023, 9, 1)
    )


def test_nothing_is_no_answer():
    given(a_request()).when(AdviceRequest.deliver).refused(NothingToDeliver)


@pytest.mark.parametrize("history", [a_delivered_request, a_followed_up_request])
def test_an_advice_is_delivered_once(history):
    given(history()).when(AdviceRequest.deliver, advice=text()).refused(AdviceDeliveredAlready)


@pytest.mark.parametrize("history", [a_declined_request, a_withdrawn_request, a_lapsed_request])
def test_what_waits_for_no_answer_gets_none(history):
    request = history()
    given(request).when(AdviceRequest.deliver, act=core_group(noon(12, 30)), advice=text()).refused(
        RequestNotOpen, status=request.status
    )


def test_an_answer_that_was_given_before_the_request_lapsed_counts_although_it_is_typed_later():
    request = a_lapsed_request()
    given(request).when(AdviceRequest.deliver, act=core_group(noon(9, 14)), advice=text()).then(
        recorded(AdviceRequest.AdviceDelivered, advice=text(), **DELIVERED)
    )
    assert request.status is RequestStatus.DELIVERED


def test_where_the_rules_ask_it_a_request_is_accepted_first():
    strict = rules_that(advice_acceptance_required=True).rules
    given(a_request()).when(AdviceRequest.deliver, advice=text(), rules=strict).refused(RequestNotAccepted)
    given(an_accepted_request()).when(AdviceRequest.deliver, advice=text(), rules=strict).then(
        recorded(AdviceRequest.AdviceDelivered, advice=text(), **DELIVERED)
    )
    given(a_request()).when(AdviceRequest.deliver, advice=text(), rules=rules_of_2022().rules).then(
        recorded(AdviceRequest.AdviceDelivered, advice=text(), **DELIVERED)
    )


# Accepting, declining, redirecting, withdrawing


def test_a_core_group_accepts_once():
    given(a_request()).when(AdviceRequest.accept).then(recorded(AdviceRequest.AdviceRequestAccepted))
    given(an_accepted_request()).when(AdviceRequest.accept).refused(RequestAcceptedAlready)


def test_a_core_group_declines_with_a_reason():
    given(a_request()).when(AdviceRequest.decline, decline_reason=DeclineReason.NO_TIME).then(
        recorded(AdviceRequest.AdviceRequestDeclined, decline_reason=DeclineReason.NO_TIME, explanation=None)
    )


@pytest.mark.parametrize("history", ENDED)
def test_only_what_waits_for_an_answer_is_worked_on(history):
    late = core_group(noon(12, 31))
    for decision, fields in (
        (AdviceRequest.accept, {}),
        (AdviceRequest.decline, {"decline_reason": DeclineReason.OTHER}),
        (AdviceRequest.withdraw, {}),
        (AdviceRequest.ask_clarification, {"question": text(), "rules": None}),
        (AdviceRequest.clarify, {"answer": text()}),
        (AdviceRequest.agree_new_day, {"due": date(2024, 3, 1), "reason": text(), "rules": None}),
        (AdviceRequest.invite_expert, {"reference": "r" + "7" * 32}),
        (AdviceRequest.call_members, {"closes_on": date(2024, 3, 1)}),
        (AdviceRequest.contribute, {"network": OTHER_NETWORK, "contribution": text()}),
    ):
        given(history()).when(decision, act=late, **fields).refused(RequestNotOpen)


@pytest.mark.parametrize("history", [a_request, an_accepted_request, a_declined_request, an_overdue_request])
def test_another_network_begins_anew(history):
    request = history()
    act = core_group(noon(10, 1))
    request.redirect(act, network=OTHER_NETWORK, rules=rules_of_2022(), due=date(2023, 11, 1))
    assert (request.network, request.other_networks) == (OTHER_NETWORK, ())
    assert (request.status, request.accepted, request.clock.done) == (RequestStatus.ASKED, False, ())
    assert (request.first_due, request.clock.days.due) == (DUE, date(2023, 11, 1))


def test_a_request_is_redirected_to_another_network_and_not_to_a_day_that_is_past():
    given(a_request()).when(AdviceRequest.redirect, network=NETWORK, rules=None).refused(NetworkAskedTwice)
    given(an_overdue_request()).when(
        AdviceRequest.redirect, act=core_group(noon(10, 1)), network=an_id("third"), rules=None
    ).refused(DayAlreadyPast, due=DUE)


@pytest.mark.parametrize("history", [a_delivered_request, a_withdrawn_request, a_lapsed_request])
def test_what_was_answered_or_given_up_goes_nowhere(history):
    given(history()).when(AdviceRequest.redirect, act=core_group(noon(12, 30)), network=an_id("third"), rules=None).refused(
        RequestNotOpen
    )


def test_what_was_asked_of_a_network_that_closed_is_left_to_the_bureau_until_another_takes_over():
    request = a_request_with_a_clarification()
    given(a_request()).when(AdviceRequest.leave_to_bureau).then(recorded(AdviceRequest.RequestLeftToBureau))
    request.leave_to_bureau(core_group(noon(6, 12)))
    assert (request.status, request.next_actor) == (RequestStatus.WITHOUT_NETWORK, NextActor.PARTY_BUREAU)
    request.redirect(core_group(), network=OTHER_NETWORK, rules=rules_of_2022())
    assert request.status is RequestStatus.ASKED


def test_a_request_is_left_once_and_only_while_it_waits_for_an_answer():
    for decision, fields in (
        (AdviceRequest.leave_to_bureau, {}),
        (AdviceRequest.ask_clarification, {"question": text(), "rules": None}),
    ):
        request = a_request()
        request.leave_to_bureau(core_group(noon(6, 12)))
        given(request).when(decision, **fields).refused(RequestLeftAlready)
    given(a_delivered_request()).when(AdviceRequest.leave_to_bureau).refused(RequestNotOpen)


def test_a_closed_request_goes_to_nobody_else():
    given(a_request(closed=True)).when(AdviceRequest.redirect, network=OTHER_NETWORK, rules=None).refused(
        ClosedRequestStaysClosed
    )
    given(a_request(closed=True)).when(AdviceRequest.call_members, closes_on=DUE).refused(ClosedRequestStaysClosed)
    given(a_request(closed=True)).when(AdviceRequest.publish_use).refused(ClosedRequestStaysClosed)


# What is meant, and by when


def test_the_days_move_by_the_days_that_a_clarification_took():
    given(a_request_with_a_clarification()).when(AdviceRequest.clarify, act=requester(noon(6, 14)), answer=text()).then(
        recorded(AdviceRequest.ClarificationGiven, answer=text(), days=a_request().clock.days.moved(4 * DAY))
    )


def test_while_a_clarification_is_waited_for_the_requester_is_next_and_the_days_wait():
    request = a_request_with_a_clarification()
    assert (request.status, request.next_actor) == (RequestStatus.CLARIFICATION_ASKED, NextActor.REQUESTER)
    assert request.next_due == start_of(date(2023, 6, 17))  # a reminder of that, and of nothing else
    request.clarify(requester(noon(10, 10)), answer=text())
    assert (request.first_due, request.clock.days.due) == (DUE, date(2024, 1, 15))


def test_one_clarification_is_asked_at_a_time_and_what_was_not_asked_is_not_clarified():
    given(a_request_with_a_clarification()).when(AdviceRequest.ask_clarification, question=text(), rules=None).refused(
        ClarificationAskedAlready
    )
    given(a_request_with_a_clarification()).when(AdviceRequest.agree_new_day, due=DUE, reason=text(), rules=None).refused(
        ClarificationAskedAlready
    )
    given(a_request()).when(AdviceRequest.clarify, answer=text()).refused(NoClarificationAsked)


def test_a_core_group_that_waits_for_a_clarification_may_answer_all_the_same():
    given(a_request_with_a_clarification()).when(AdviceRequest.deliver, advice=text()).then(
        recorded(AdviceRequest.AdviceDelivered, advice=text(), **DELIVERED)
    )


def test_another_day_is_agreed_with_a_reason_and_the_first_one_stays_known():
    request = a_request()
    request.agree_new_day(core_group(), due=date(2023, 10, 1), reason=text("Er komen verkiezingen."), rules=rules_of_2022())
    assert (request.first_due, request.clock.days.due) == (DUE, date(2023, 10, 1))
    assert request.clock.days.remind_on == date(2023, 9, 24)


def test_no_day_is_agreed_that_is_past():
    past = date(2023, 8, 31)
    given(a_request()).when(AdviceRequest.agree_new_day, due=past, reason=text(), rules=None).refused(DayAlreadyPast, due=past)
    given(a_request()).when(AdviceRequest.call_members, closes_on=past).refused(DayAlreadyPast, due=past)


# Members and other networks


def test_members_are_called_until_a_day_and_one_call_is_open_at_a_time():
    request = a_request()
    request.call_members(core_group(noon(6, 5)), closes_on=date(2023, 6, 20))
    assert request.open_call(noon(6, 20)) == 1
    for moment in (noon(6, 4), noon(6, 21)):
        with pytest.raises(NoCallOpen):
            request.open_call(moment)
    given(request).when(AdviceRequest.call_members, act=core_group(noon(6, 20)), closes_on=DUE).refused(CallOpenAlready)
    given_later = a_request()
    given_later.call_members(core_group(noon(6, 5)), closes_on=date(2023, 6, 20))
    given(given_later).when(AdviceRequest.call_members, act=core_group(noon(6, 21)), closes_on=DUE).then(
        recorded(AdviceRequest.MembersCalled, call_number=2, closes_on=DUE)
    )


def test_calls_are_numbered_on_when_a_request_went_to_another_network():
    request = a_request()
    request.call_members(core_group(noon(6, 5)), closes_on=date(2023, 6, 20))
    request.redirect(core_group(noon(6, 6)), network=OTHER_NETWORK, rules=None)
    given(request).when(AdviceRequest.call_members, act=core_group(noon(6, 7)), closes_on=DUE).then(
        recorded(AdviceRequest.MembersCalled, call_number=2, closes_on=DUE)
    )


def test_a_request_that_was_answered_has_no_open_call():
    request = a_request()
    request.call_members(core_group(noon(6, 5)), closes_on=DUE)
    request.deliver(core_group(noon(6, 6)), advice=text())
    with pytest.raises(NoCallOpen):
        request.open_call(noon(6, 7))


def test_the_networks_that_were_asked_beside_the_leading_one_contribute():
    given(a_request()).when(AdviceRequest.contribute, network=OTHER_NETWORK, contribution=text()).then(
        recorded(AdviceRequest.ContributionGiven, network=OTHER_NETWORK, contribution=text())
    )
    for network in (NETWORK, an_id("third")):
        given(a_request()).when(AdviceRequest.contribute, network=network, contribution=text()).refused(NetworkNotAsked)


# What became of it


def test_the_two_sides_may_see_it_differently():
    request = a_delivered_request()
    assert request.next_actor is NextActor.REQUESTER
    request.acknowledge(requester(), answered=Answered.NO)
    assert (request.status, request.next_actor) == (RequestStatus.ACKNOWLEDGED, NextActor.REQUESTER)
    given(request).when(AdviceRequest.acknowledge, answered=Answered.YES).refused(AdviceAcknowledgedAlready)


@pytest.mark.parametrize(
    ("uses", "status", "next_actor"),
    [
        ((ReportedUse(use=AdviceUse.NOT),), RequestStatus.FOLLOWED_UP, NextActor.NOBODY),
        (
            (ReportedUse(number=1, use=AdviceUse.ADOPTED), ReportedUse(number=2, use=AdviceUse.PENDING)),
            RequestStatus.USE_PENDING,
            NextActor.REQUESTER,
        ),
    ],
)
def test_what_was_done_is_told_in_one_line_or_for_each_recommendation(uses, status, next_actor):
    request = a_delivered_request()
    request.report_use(requester(), uses=uses)
    assert (request.status, request.next_actor) == (status, next_actor)
    request.report_use(requester(), uses=(ReportedUse(use=AdviceUse.PARTLY),))
    assert request.status is RequestStatus.FOLLOWED_UP


def test_an_advice_may_be_acknowledged_after_its_use_was_told():
    request = a_followed_up_request()
    request.acknowledge(requester(), answered=Answered.YES)
    assert request.status is RequestStatus.FOLLOWED_UP


def test_nothing_is_told_of_a_recommendation_that_is_not_there():
    uses = (ReportedUse(number=3, use=AdviceUse.NOT),)
    given(a_delivered_request()).when(AdviceRequest.report_use, uses=uses).refused(
        RecommendationUnknown, number=3, recommendations=2
    )


@pytest.mark.parametrize("history", [a_request, a_declined_request, a_withdrawn_request])
def test_of_what_was_not_delivered_nothing_is_told(history):
    given(history()).when(AdviceRequest.acknowledge, answered=Answered.YES).refused(AdviceNotDelivered)
    given(history()).when(AdviceRequest.report_use, uses=(ReportedUse(use=AdviceUse.NOT),)).refused(AdviceNotDelivered)


def test_what_was_told_is_published_once_and_what_is_told_anew_again():
    given(a_delivered_request()).when(AdviceRequest.publish_use).refused(NothingToPublish)
    request = a_followed_up_request()
    request.publish_use(requester())
    given(request).when(AdviceRequest.publish_use).refused(NothingToPublish)
    again = a_followed_up_request()
    again.publish_use(requester())
    again.report_use(requester(), uses=(ReportedUse(use=AdviceUse.PARTLY),))
    given(again).when(AdviceRequest.publish_use).then(recorded(AdviceRequest.AdviceUsePublished))


def test_nothing_is_recorded_before_what_people_did_last():
    given(an_accepted_request()).when(AdviceRequest.deliver, act=core_group(ASKED), advice=text()).refused(
        RecordedTooLate, at=ASKED
    )


def test_an_answer_by_phone_that_is_typed_after_its_day_counts_for_the_day_on_which_it_was_given():
    request = an_overdue_request()
    given(request).when(AdviceRequest.deliver, act=core_group(noon(9, 14)), advice=text()).then(
        recorded(AdviceRequest.AdviceDelivered, advice=text(), **DELIVERED)
    )


def test_an_interest_is_known_by_how_it_stands():
    assert [conflict.value for conflict in Conflict] == ["none", "declared", "disclosed"]
