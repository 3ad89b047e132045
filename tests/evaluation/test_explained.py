"""Every figure follows from the events that it names, and from no fewer."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, example, given, settings

from application.evaluation.figures import FROM_THE_VAULT
from application.queries.evaluation import Evaluation
from tests.evaluation.comparing import asked, can_happen, unexplained
from tests.evaluation.turns import A_PLAN_IS_BROUGHT_INTO_A_PILOT, OF_ADVICE, OF_MEETINGS, OF_NETWORKS
from tests.projections.advice_steps import ADVICE_STEPS
from tests.projections.asking import all_events, reads_of
from tests.projections.meeting_steps import MEETING_STEPS
from tests.projections.network_steps import NETWORK_STEPS
from tests.projections.pilot_steps import PILOT_STEPS
from tests.projections.plan_steps import PILOT, PLAN_STEPS
from tests.projections.stories import PATIENT, Step, Story, last_days, open_log, stories

YEARS_LATER = date(2024, 6, 30)
THOROUGH = settings(PATIENT, phases=[Phase.explicit, Phase.reuse, Phase.generate])
"""Each example leaves out every event of every figure; making a failure smaller would take minutes."""


def in_order(steps: list[Step]) -> list[Step]:
    """The same things, each recorded when it happened: a late step counts from the one before it, whichever that is."""
    return sorted(steps, key=lambda step: step.when)


@THOROUGH
@given(stories(*NETWORK_STEPS, begin=("adopt_rules", "begin_network", "join", "appoint")))
def test_figures_of_networks_follow_from_the_events_that_they_name(steps: list[Step]):
    follow_from_their_events(steps)


@THOROUGH
@given(stories(*NETWORK_STEPS, *MEETING_STEPS, begin=("adopt_rules", "begin_network", "join", "plan_meeting", "record_meeting")))
def test_figures_of_meetings_and_lessons_follow_from_the_events_that_they_name(steps: list[Step]):
    follow_from_their_events(steps)


@THOROUGH
@given(stories("join", "leave", *ADVICE_STEPS, begin=("adopt_rules", "begin_network", "join", "ask_network", "accept_request")))
def test_figures_of_advice_follow_from_the_events_that_they_name(steps: list[Step]):
    follow_from_their_events(steps)


@pytest.mark.parametrize("steps", [*OF_NETWORKS, *OF_MEETINGS, *OF_ADVICE])
def test_turns_that_are_seldom_taken_follow_from_the_events_that_they_name(steps: list[Step]):
    follow_from_their_events(steps)


def follow_from_their_events(steps: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        log = open_log(Path(folder))
        Story(log).tries(*in_order(steps))
        events = all_events(log)
        if not can_happen(events):
            log.close()
            return
        with reads_of(Path(folder), log) as reads:
            for day in (last_days()[3], last_days()[-1], YEARS_LATER):
                for figure in reads.answer(Evaluation(on=day)).figures:
                    if figure.figure not in FROM_THE_VAULT:
                        assert unexplained(events, figure, asked(reads, day), figure.events) == [], figure
        log.close()


@THOROUGH
@example(A_PLAN_IS_BROUGHT_INTO_A_PILOT)
@given(stories(*PLAN_STEPS, *PILOT_STEPS, begin=("open_pilot", "draft", "nominate", "accept", "submit")))
def test_figures_of_plans_follow_from_the_events_that_they_name(steps: list[Step]):
    with TemporaryDirectory() as folder:
        log = open_log(Path(folder))
        Story(log).tries(*in_order(steps))
        events = all_events(log)
        with reads_of(Path(folder), log) as reads:
            for day in (last_days()[3], last_days()[-1]):
                for figure in reads.answer(Evaluation(on=day, pilot=PILOT)).figures:
                    if figure.of is None:
                        assert unexplained(events, figure, asked(reads, day, PILOT), figure.events) == [], figure
        log.close()
