"""What was recorded wrongly of an advice request: mended by an event, and the request stands as it should."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from application.passing_time import let_time_pass
from domain.advice.answer_days import ClarificationDays, ClockStep
from domain.advice.errors import EntryHasNoTalk, EntryNotNewest, TalkImpossible
from domain.advice.request import AdviceRequest
from domain.advice.values import Answered, DeclineReason, NextActor, RequestStatus
from domain.kernel.days import end_of
from domain.kernel.entries import Mistake
from domain.kernel.errors import (
    CorrectionImpossible,
    DomainError,
    EntryAlreadyWithdrawn,
    EntryNotCorrectable,
    EntryNotFound,
    RecordedTooLate,
)
from tests.domain.acting import given, new_events, recorded
from tests.domain.examples import NETWORK, REQUEST, an_act, core_group, noon, requester, text
from tests.domain.histories import (
    a_declined_request,
    a_delivered_request,
    a_followed_up_request,
    a_lapsed_request,
    a_request,
    a_request_with_a_clarification,
    a_talked_about_request,
    an_accepted_request,
)

WRONG = Mistake.DID_NOT_HAPPEN
SECOND, THIRD = f"{REQUEST}:2", f"{REQUEST}:3"


def withdrawn(request: AdviceRequest, of: str, month: int = 9, day: int = 1) -> AdviceRequest:
    request.withdraw_entry(an_act(noon(month, day)), of=of, mistake=WRONG)
    return request


def an_acknowledged_request() -> AdviceRequest:
    request = a_delivered_request()
    request.acknowledge(requester(noon(7, 10)), answered=Answered.YES)
    return request


def a_request_that_needs_no_answer() -> AdviceRequest:
    request = a_request()
    request.withdraw(requester(noon(7, 10)))
    return request


@pytest.mark.parametrize(
    ("history", "of", "status", "actor"),
    [
        (an_accepted_request, SECOND, RequestStatus.ASKED, NextActor.CORE_GROUP),
        (a_declined_request, SECOND, RequestStatus.ASKED, NextActor.CORE_GROUP),
        (a_delivered_request, SECOND, RequestStatus.ASKED, NextActor.CORE_GROUP),
        (a_talked_about_request, SECOND, RequestStatus.ASKED, NextActor.CORE_GROUP),
        (a_request_that_needs_no_answer, SECOND, RequestStatus.ASKED, NextActor.CORE_GROUP),
        (an_acknowledged_request, THIRD, RequestStatus.DELIVERED, NextActor.REQUESTER),
        (a_followed_up_request, THIRD, RequestStatus.DELIVERED, NextActor.REQUESTER),
    ],
)
def test_a_wrong_entry_is_withdrawn_and_the_request_stands_as_before(
    history: Callable[[], AdviceRequest], of: str, status: RequestStatus, actor: NextActor
):
    request = withdrawn(history(), of)
    assert (request.status, request.next_actor) == (status, actor)


def test_whoever_withdraws_says_what_and_why():
    request = a_delivered_request()
    days = request.clock.days
    later = days.model_copy(update={"lapses_on": date(2023, 12, 14) + timedelta(days=62)})
    given(request).when(AdviceRequest.withdraw_entry, of=SECOND, mistake=WRONG).then(
        recorded(AdviceRequest.EntryWithdrawn, of=SECOND, days=later, clarification=None, mistake=WRONG)
    )


def test_what_was_answered_by_mistake_can_be_answered():
    request = withdrawn(a_delivered_request(), SECOND)
    assert request.recommendations == 0
    request.deliver(core_group(noon(9, 2)), advice=text())
    assert request.status is RequestStatus.DELIVERED


def test_entries_are_withdrawn_one_after_the_other():
    request = withdrawn(withdrawn(an_acknowledged_request(), THIRD), SECOND)
    assert (request.status, request.acknowledged) == (RequestStatus.ASKED, False)
    days = request.clock.days
    assert days.lapses_on == date(2023, 12, 14) + timedelta(days=62)  # the answer stood from 1 July to 1 September


def test_a_clarification_that_was_waited_for_is_waited_for_again():
    request = a_request_with_a_clarification()
    request.decline(core_group(noon(8, 1)), decline_reason=DeclineReason.NO_TIME)
    withdrawn(request, f"{REQUEST}:3")
    assert request.status is RequestStatus.CLARIFICATION_ASKED
    assert request.clarification is not None
    assert request.clarification.days == ClarificationDays(remind_on=date(2023, 7, 18), lapses_on=date(2023, 10, 10))


def test_a_network_that_closed_meanwhile_stays_closed():
    request = an_accepted_request()
    request.leave_to_bureau(an_act(noon(8, 1)))
    assert withdrawn(request, SECOND).status is RequestStatus.WITHOUT_NETWORK


def test_an_answer_that_came_after_it_lapsed_leaves_it_lapsed():
    request = a_lapsed_request()
    request.deliver(core_group(noon(9, 1)), advice=text())
    request = withdrawn(request, f"{REQUEST}:{request.version}", 12, 31)
    assert (request.status, request.next_actor, request.next_due) == (RequestStatus.LAPSED, NextActor.NOBODY, None)


# What rests on it


def test_an_entry_on_which_something_rests_stays():
    given(an_acknowledged_request()).when(AdviceRequest.withdraw_entry, of=SECOND, mistake=WRONG).refused(EntryNotNewest)


def test_what_all_members_may_read_is_not_taken_back():
    request = a_followed_up_request()
    request.publish_use(requester(noon(8, 2)))
    given(request).when(AdviceRequest.withdraw_entry, of=THIRD, mistake=WRONG).refused(EntryNotNewest)


def test_an_acceptance_rests_under_what_was_done_since():
    request = an_accepted_request()
    request.ask_clarification(core_group(noon(8, 1)), question=text(), rules=None)
    given(request).when(AdviceRequest.withdraw_entry, of=SECOND, mistake=WRONG).refused(EntryNotNewest)


def test_no_entry_is_withdrawn_before_it_was_there():
    early = an_act(noon(6, 20))
    given(a_delivered_request()).when(AdviceRequest.withdraw_entry, act=early, of=SECOND, mistake=WRONG).refused(RecordedTooLate)


def test_a_second_time_is_told():
    request = withdrawn(a_delivered_request(), SECOND)
    given(request).when(AdviceRequest.withdraw_entry, of=SECOND, mistake=WRONG).refused(EntryAlreadyWithdrawn)


@pytest.mark.parametrize(
    ("of", "error"),
    [
        (f"{REQUEST}:1", EntryNotCorrectable),
        (f"{REQUEST}:9", EntryNotFound),
        (f"{NETWORK}:2", EntryNotFound),
    ],
)
def test_a_request_itself_and_what_is_not_there_are_not_mended(of: str, error: type[DomainError]):
    given(a_delivered_request()).when(AdviceRequest.withdraw_entry, of=of, mistake=WRONG).refused(error)
    correction = {"of": of, "at": noon(7, 2), "talked_on": None, "mistake": WRONG}
    given(a_delivered_request()).when(AdviceRequest.correct_entry, **correction).refused(error)


# The clock


def test_the_clock_says_at_once_that_there_is_no_answer_after_all():
    request = withdrawn(a_delivered_request(), SECOND, 10, 20)
    new_events(request)
    let_time_pass(request, noon(10, 21))
    told = [(happened.TOPIC, happened.act.at) for happened in new_events(request)]
    assert told == [(topic, noon(10, 20)) for topic in ("AnswerReminded", "NoAnswerYet", "AdviceOverdue")]
    assert request.next_actor is NextActor.PARTY_BUREAU


def test_it_does_not_lapse_for_the_days_on_which_it_seemed_answered():
    request = a_request()
    request.deliver(core_group(noon(7, 1)), advice=text())
    withdrawn(request, SECOND, 12, 31)
    let_time_pass(request, noon(12, 31))
    assert request.status is RequestStatus.OVERDUE
    assert ClockStep.LAPSED not in request.clock.done


# Another day


def correction(of: str = SECOND, **fields: Any) -> dict[str, Any]:
    return {"of": of, "at": None, "talked_on": None, "mistake": Mistake.WRONG_DAY} | fields


@pytest.mark.parametrize("at", [noon(6, 1), noon(6, 20), noon(7, 10)])
def test_an_answer_was_given_on_another_day_between_what_was_before_and_after(at):
    given(an_acknowledged_request()).when(AdviceRequest.correct_entry, **correction(at=at)).then(
        recorded(AdviceRequest.EntryCorrected, **correction(at=at))
    )


@pytest.mark.parametrize("at", [noon(5, 31), noon(7, 11)])
def test_no_answer_comes_before_its_question_or_after_it_was_acknowledged(at):
    given(an_acknowledged_request()).when(AdviceRequest.correct_entry, **correction(at=at)).refused(CorrectionImpossible)


def test_a_talk_was_on_another_day():
    talked_on = date(2023, 8, 29)
    given(a_talked_about_request()).when(AdviceRequest.correct_entry, **correction(talked_on=talked_on)).then(
        recorded(AdviceRequest.EntryCorrected, **correction(at=last_second_of(talked_on), talked_on=talked_on))
    )


def test_and_another_moment_of_an_answer_by_talking_is_another_day_of_the_talk():
    given(a_talked_about_request()).when(AdviceRequest.correct_entry, **correction(at=noon(8, 30))).then(
        recorded(AdviceRequest.EntryCorrected, **correction(at=noon(8, 30), talked_on=date(2023, 8, 30)))
    )


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"talked_on": date(2023, 9, 2), "at": noon(9, 1)}, TalkImpossible),
        ({"talked_on": date(2023, 5, 31)}, CorrectionImpossible),
    ],
)
def test_a_talk_was_not_before_the_question_or_after_the_answer(fields, refusal):
    given(a_talked_about_request()).when(AdviceRequest.correct_entry, **correction(**fields)).refused(refusal)


def last_second_of(day):
    return end_of(day) - timedelta(seconds=1)


def test_an_answer_on_paper_has_no_day_of_a_talk():
    given(a_delivered_request()).when(AdviceRequest.correct_entry, **correction(talked_on=date(2023, 8, 29))).refused(
        EntryHasNoTalk
    )


def test_an_entry_moves_what_may_follow_it():
    request = a_delivered_request()
    request.correct_entry(an_act(), **correction(at=noon(6, 20)))
    request.acknowledge(requester(noon(6, 25)), answered=Answered.YES)
    assert request.acknowledged


def test_no_answer_moves_to_a_day_on_which_the_request_would_have_lapsed():
    request = a_delivered_request()
    given(request).when(AdviceRequest.correct_entry, act=an_act(noon(12, 31)), **correction(at=noon(12, 20))).refused(
        CorrectionImpossible
    )


def test_what_was_accepted_would_not_have_lapsed():
    request = an_accepted_request()
    request.deliver(core_group(noon(9, 1)), advice=text())
    request.correct_entry(an_act(noon(12, 31)), **correction(THIRD, at=noon(12, 20)))
    assert request.decided_at == noon(12, 20)
