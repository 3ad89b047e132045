"""A request that goes to another network begins anew there, also for the clock."""

from pathlib import Path

from application.queries.advice import AdviceRequestDetails
from domain.advice.request import AdviceRequest
from domain.advice.values import RequestStatus
from domain.kernel.days import day_of
from domain.kernel.entries import Mistake
from projections.queries.policies import QueriesForPolicies
from tests.projections.advice_steps import REQUESTS
from tests.projections.asking import reads_of
from tests.projections.stories import LAST, NETWORKS, Step, Story, act, moment, open_log

STEPS = (
    Step("ask_network", 0, 1, 1),
    Step("invite_expert", 1, 1, 0),
    Step("expert_accepts", 1, 1, 0),
    Step("accept_request", 1, 1, 0),
    Step("redirect_request", 2, 1, 1),
    Step("time_passes", 11, 1, 0),
)


def test_a_request_that_was_accepted_elsewhere_lapses_when_the_other_network_does_not_take_it_on(tmp_path: Path):
    log = open_log(tmp_path)
    request = Story(log).tries(*STEPS).find(AdviceRequest, REQUESTS[1])
    with reads_of(tmp_path, log) as reads:
        shown = reads.answer(AdviceRequestDetails(advice_request=request.id))
        due = QueriesForPolicies(reads).requests_due(moment(LAST))
    log.close()
    assert (shown.network, shown.redirected, shown.experts_taking_part) == (NETWORKS[1], 1, 0)
    assert shown.overdue_at is not None
    assert request.next_due is not None
    assert due == [(request.id, request.next_due)]


ANSWERED = (Step("ask_network", 0, 1, 3), Step("deliver", 4, 1, 1))
ON_THE_DAY_AFTER = day_of(moment(8))


def test_an_answer_that_was_withdrawn_was_never_there_and_then_it_was_thought_to_be(tmp_path: Path):
    log = open_log(tmp_path)
    story = Story(log).tries(*ANSWERED)
    thought = log.last_position()
    story.tries(Step("withdraw_from_request", 30, 1, 0))
    question = AdviceRequestDetails(advice_request=REQUESTS[1], on=ON_THE_DAY_AFTER)
    with reads_of(tmp_path, log) as reads:
        known_now = reads.answer(question)
        known_then = reads.answer(question.model_copy(update={"position": thought}))
    log.close()
    assert (known_now.status, known_now.delivered_at) == (RequestStatus.ASKED, None)
    assert (known_then.status, known_then.delivered_at) == (RequestStatus.DELIVERED, moment(4))


def test_an_answer_is_there_from_the_day_on_which_it_is_known_to_have_been_given(tmp_path: Path):
    log = open_log(tmp_path)
    story = Story(log).tries(*ANSWERED, Step("acknowledge", 30, 1, 0))
    request = story.find(AdviceRequest, REQUESTS[1])
    request.correct_entry(act(31), of=f"{request.id}:2", at=moment(20), talked_on=None, mistake=Mistake.WRONG_DAY)
    story.keep(request)
    with reads_of(tmp_path, log) as reads:
        states = [
            reads.answer(AdviceRequestDetails(advice_request=request.id, on=day_of(moment(when)))).status for when in (8, 20, 30)
        ]
        shown = reads.answer(AdviceRequestDetails(advice_request=request.id))
    log.close()
    assert states == [RequestStatus.ASKED, RequestStatus.DELIVERED, RequestStatus.ACKNOWLEDGED]
    assert (shown.delivered_at, shown.acknowledged_at) == (moment(20), moment(30))


def test_what_the_clock_told_after_an_acceptance_is_told_without_it_when_it_is_withdrawn(tmp_path: Path):
    log = open_log(tmp_path)
    steps = (Step("ask_network", 0, 1, 1), Step("accept_request", 1, 1, 0), Step("time_passes", 20, 1, 0))
    story = Story(log).tries(*steps, Step("withdraw_from_request", 30, 1, 0))
    request = story.find(AdviceRequest, REQUESTS[1])
    with reads_of(tmp_path, log) as reads:
        before = reads.answer(AdviceRequestDetails(advice_request=request.id, on=day_of(moment(28))))
        now = reads.answer(AdviceRequestDetails(advice_request=request.id))
    log.close()
    assert (before.status, before.accepted_at) == (RequestStatus.OVERDUE, None)
    assert (now.status, now.accepted_at, now.overdue_at) == (request.status, None, before.overdue_at)


def test_what_members_answered_before_a_request_went_away_is_no_answer_to_the_call_after_it_came_back(tmp_path: Path):
    log = open_log(tmp_path)
    first_call = (Step("ask_network", 0, 1, 3), Step("call_members", 1, 1, 2), Step("answer_call", 2, 1, 0))
    away_and_back = (Step("redirect_request", 3, 1, 1), Step("redirect_request", 4, 1, 3))
    request = Story(log).tries(*first_call, *away_and_back, Step("call_members", 5, 1, 2)).find(AdviceRequest, REQUESTS[1])
    with reads_of(tmp_path, log) as reads:
        calls = reads.answer(AdviceRequestDetails(advice_request=request.id)).calls
    log.close()
    assert [(call.network, call.number, call.answers) for call in calls] == [(NETWORKS[0], 1, 1), (NETWORKS[0], 2, 0)]
