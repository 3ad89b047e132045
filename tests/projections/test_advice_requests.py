"""A request that goes to another network begins anew there, also for the clock."""

from pathlib import Path

from application import queries as q
from domain.advice_request import AdviceRequest
from projections.policy_answers import FactsForPolicies
from tests.projections.advice_steps import REQUESTS
from tests.projections.asking import reads_of
from tests.projections.stories import LAST, NETWORKS, Step, Story, moment, open_log

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
        shown = reads.answer(q.AdviceRequestDetails(advice_request=request.id))
        due = FactsForPolicies(reads).requests_due(moment(LAST))
    log.close()
    assert (shown.network, shown.redirected, shown.experts_taking_part) == (NETWORKS[1], 1, 0)
    assert shown.overdue_at is not None
    assert request.next_due is not None
    assert due == [(request.id, request.next_due)]
