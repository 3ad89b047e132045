"""Every figure equals a recount of the events by a program that knows nothing of rows."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given

from application.evaluation.figures import FROM_THE_VAULT, About, FigureName
from application.queries.evaluation import Evaluation
from projections.evaluation.figures import FIGURES_OF_A_NETWORK, FIGURES_OF_ALL
from tests.evaluation.comparing import asked, can_happen, differences, recounted, told
from tests.evaluation.refigure import OF_A_NETWORK, OF_ALL
from tests.evaluation.turns import A_PLAN_IS_BROUGHT_INTO_A_PILOT, OF_ADVICE, OF_MEETINGS, OF_NETWORKS
from tests.projections.advice_steps import ADVICE_STEPS
from tests.projections.asking import all_events, reads_of
from tests.projections.meeting_steps import MEETING_STEPS
from tests.projections.network_steps import NETWORK_STEPS
from tests.projections.pilot_steps import PILOT_STEPS
from tests.projections.plan_steps import MENDING, PILOT, PLAN_STEPS
from tests.projections.stories import PATIENT, Step, Story, last_days, open_log, stories

YEARS_LATER = date(2024, 6, 30)


def test_every_figure_is_made_once_and_recounted_once():
    told = [figure for figure in FigureName if figure not in FROM_THE_VAULT]
    assert list(FIGURES_OF_A_NETWORK) == [figure for figure in told if figure.about is About.NETWORK]
    assert list(FIGURES_OF_ALL) == [figure for figure in told if figure.about is About.ALL_TOGETHER]
    assert (set(OF_A_NETWORK), set(OF_ALL)) == (set(FIGURES_OF_A_NETWORK), set(FIGURES_OF_ALL))


@PATIENT
@given(stories(*NETWORK_STEPS, begin=("adopt_rules", "begin_network", "join", "appoint")))
def test_figures_of_networks_equal_a_recount(steps: list[Step]):
    equal_a_recount(steps)


@PATIENT
@given(stories(*NETWORK_STEPS, *MEETING_STEPS, begin=("adopt_rules", "begin_network", "join", "plan_meeting", "record_meeting")))
def test_figures_of_meetings_and_lessons_equal_a_recount(steps: list[Step]):
    equal_a_recount(steps)


@PATIENT
@given(stories("join", "leave", *ADVICE_STEPS, begin=("adopt_rules", "begin_network", "join", "ask_network", "accept_request")))
def test_figures_of_advice_equal_a_recount(steps: list[Step]):
    equal_a_recount(steps)


@pytest.mark.parametrize("steps", [*OF_NETWORKS, *OF_MEETINGS, *OF_ADVICE])
def test_turns_that_are_seldom_taken_equal_a_recount(steps: list[Step]):
    equal_a_recount(steps)


def equal_a_recount(steps: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        log = open_log(Path(folder))
        Story(log).tries(*steps)
        events = all_events(log)
        if not can_happen(events):
            log.close()
            return
        with reads_of(Path(folder), log) as reads:
            for known in {events[len(events) // 2].position, events[-1].position}:
                for day in (*last_days(), YEARS_LATER):
                    figures = reads.answer(Evaluation(on=day, position=known)).figures
                    counted = recounted([each for each in events if each.position <= known], asked(reads, day))
                    assert differences(told(figures), counted) == {}, (day, known)
        log.close()


@PATIENT
@example(A_PLAN_IS_BROUGHT_INTO_A_PILOT)
@given(stories(*PLAN_STEPS, *MENDING, *PILOT_STEPS, begin=("open_pilot", "draft", "nominate", "accept", "submit")))
def test_figures_of_plans_equal_a_recount(steps: list[Step]):
    with TemporaryDirectory() as folder:
        log = open_log(Path(folder))
        Story(log).tries(*steps)
        events = all_events(log)
        with reads_of(Path(folder), log) as reads:
            for known in {events[len(events) // 2].position, events[-1].position}:
                then = [each for each in events if each.position <= known]
                for day in last_days()[1:]:
                    for pilot in (PILOT, None):
                        figures = reads.answer(Evaluation(on=day, pilot=pilot, position=known)).figures
                        assert differences(told(figures), recounted(then, asked(reads, day, pilot))) == {}, (day, known)
        log.close()
