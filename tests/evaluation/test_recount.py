"""Every figure, what it leaves out and what it names equal a count of the events by a program that knows nothing of rows."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest
from hypothesis import Phase, example, given, settings

from application.evaluation.figures import FROM_THE_VAULT, About, FigureName
from application.ports.event_log import Recorded
from application.queries.evaluating.evaluation import Evaluation, EvaluationReport
from projections.evaluation.figures import FIGURES_OF_A_NETWORK, FIGURES_OF_ALL
from projections.reading.query_service import QueryService
from tests.evaluation import turns
from tests.evaluation.anew.comparing import asked_of, left_out_differently, told, unexplained
from tests.evaluation.anew.counting import counted, differences
from tests.evaluation.anew.figure import OF_ALL, OF_NETWORKS, Party
from tests.evaluation.anew.log import Asked, Log
from tests.evaluation.anew.networks import networks_of
from tests.projections.advice_steps import ADVICE_STEPS
from tests.projections.asking import all_events, reads_of
from tests.projections.meeting_steps import MEETING_STEPS
from tests.projections.network_steps import NETWORK_STEPS
from tests.projections.pilot_steps import PILOT_STEPS
from tests.projections.plan_steps import MENDING, PILOT, PLAN_STEPS
from tests.projections.stories import PATIENT, Step, Story, last_days, open_log, stories

YEARS_LATER = date(2024, 6, 30)
DAYS = (*last_days()[1:], YEARS_LATER)
EXPLAINED_ON = (last_days()[3], YEARS_LATER)
AS_PATIENT = settings(PATIENT, phases=[Phase.explicit, Phase.generate])
"""Each example leaves out every event of every figure; making a failure smaller would take minutes."""
NETWORKS_FIRST = ("adopt_rules", "begin_network", "join", "appoint")
MEETINGS_FIRST = ("adopt_rules", "begin_network", "join", "plan_meeting", "record_meeting")
REQUESTS_FIRST = ("adopt_rules", "begin_network", "join", "ask_network", "accept_request")
PLANS_FIRST = ("open_pilot", "draft", "nominate", "accept", "submit")


def test_every_figure_is_made_once_and_counted_once():
    told = [figure for figure in FigureName if figure not in FROM_THE_VAULT]
    assert list(FIGURES_OF_A_NETWORK) == [figure for figure in told if figure.about is About.NETWORK]
    assert list(FIGURES_OF_ALL) == [figure for figure in told if figure.about is About.ALL_TOGETHER]
    assert (set(OF_NETWORKS), set(OF_ALL)) == (set(FIGURES_OF_A_NETWORK), set(FIGURES_OF_ALL))


@pytest.mark.usefixtures("often")
@AS_PATIENT
@given(stories(*NETWORK_STEPS, begin=NETWORKS_FIRST))
def test_figures_of_networks_equal_a_recount(steps: list[Step]):
    equal_a_recount(steps)


@pytest.mark.usefixtures("often")
@AS_PATIENT
@given(stories(*NETWORK_STEPS, *MEETING_STEPS, begin=MEETINGS_FIRST))
def test_figures_of_meetings_and_lessons_equal_a_recount(steps: list[Step]):
    equal_a_recount(steps)


@pytest.mark.usefixtures("often")
@AS_PATIENT
@given(stories("join", "leave", *ADVICE_STEPS, begin=REQUESTS_FIRST))
def test_figures_of_advice_equal_a_recount(steps: list[Step]):
    equal_a_recount(steps)


@pytest.mark.usefixtures("often")
@AS_PATIENT
@example(turns.A_PLAN_IS_BROUGHT_INTO_A_PILOT)
@given(stories(*PLAN_STEPS, *MENDING, *PILOT_STEPS, begin=PLANS_FIRST))
def test_figures_of_plans_equal_a_recount(steps: list[Step]):
    equal_a_recount(steps, PILOT, None)
    # A late step counts from the one before it, whichever that is: here each is recorded when it happened.
    with a_life(sorted(steps, key=lambda step: step.when)) as (reads, events):
        for day in EXPLAINED_ON:
            report = reads.answer(Evaluation(on=day, pilot=PILOT, events=True))
            follows_from_its_events(report, events, asked_of(reads, day, PILOT))


@pytest.mark.parametrize("steps", [*turns.OF_NETWORKS, *turns.OF_MEETINGS, *turns.OF_ADVICE])
def test_turns_that_are_seldom_taken_equal_a_recount(steps: list[Step]):
    equal_a_recount(steps)


def test_whatever_is_typed_after_the_end_of_a_network_begins_and_ends_nothing():
    joined = [Step("adopt_rules", 0, 0, 0), Step("begin_network", 0, 0, 0), Step("join", 1, 0, 0), Step("close", 9, 0, 0)]
    late = [Step("join", 20, 0, 1), Step("leave", 20, 0, 0), Step("leave", 25, 0, 1)]
    with a_life([*joined, *late]) as (reads, _):
        (entries,) = [each for each in reads.answer(Evaluation(on=YEARS_LATER)).figures if each.figure == "late-entries"]
        assert entries.n == 3  # brought in, joined, closed
    equal_a_recount([*joined, *late])


def test_a_network_that_closed_at_midnight_closed_on_that_day():
    midnight = Step("close", 5, 1, 1)  # 23.00 in UTC
    with a_life([Step("begin_network", 0, 1, 0), midnight]) as (reads, _):
        (days,) = [each for each in reads.answer(Evaluation(on=YEARS_LATER)).figures if each.figure == "days-to-fifty"]
        assert days.detail is not None
        assert days.detail.model_dump() == {"not_yet_after": 2}


@contextmanager
def a_life(steps: Sequence[Step]) -> Iterator[tuple[QueryService, list[Recorded]]]:
    with TemporaryDirectory() as folder:
        log = open_log(Path(folder))
        Story(log).tries(*steps)
        with reads_of(Path(folder), log) as reads:
            yield reads, all_events(log)
        log.close()


def equal_a_recount(steps: Sequence[Step], *pilots: UUID | None) -> None:
    """Ask about days in and after a life, as known halfway and at its end."""
    with a_life(steps) as (reads, events):
        for known, days in ((events[len(events) // 2].position, DAYS[::2]), (events[-1].position, DAYS)):
            log = Log.of(each for each in events if each.position <= known)
            networks = networks_of(log)
            for day, pilot in product(days, pilots or (None,)):
                report = reads.answer(Evaluation(on=day, pilot=pilot, position=known, events=True))
                party = Party(log, networks, asked_of(reads, day, pilot))
                assert differences(told(report), counted(party)) == {}, (day, known)
                assert left_out_differently(report, party) == {}, (day, known)
                if not pilots and known == events[-1].position and day in EXPLAINED_ON:
                    follows_from_its_events(report, events, party.asked)


def follows_from_its_events(report: EvaluationReport, events: Sequence[Recorded], asked: Asked) -> None:
    """From the events that a figure names it follows, and from no fewer."""
    for figure in report.figures:
        if figure.figure not in FROM_THE_VAULT:
            assert [*unexplained(events, figure, asked, figure.events)] == [], figure
