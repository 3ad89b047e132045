"""What a figure says that it leaves out equals a recount by the same program that knows nothing of rows."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from application.ports.event_log import Recorded
from application.queries.evaluation import Evaluation, Figure, WhyLeftOut
from application.queries.pilot import Pilots
from tests.evaluation.comparing import asked
from tests.evaluation.recount import Asked, Recount
from tests.evaluation.releft import LEFT_OUT, LeftOut, of_plans
from tests.evaluation.turns import OF_ADVICE, OF_MEETINGS, OF_NETWORKS
from tests.projections.advice_steps import ADVICE_STEPS
from tests.projections.asking import all_events, reads_of
from tests.projections.meeting_steps import MEETING_STEPS
from tests.projections.network_steps import NETWORK_STEPS
from tests.projections.pilot_steps import PILOT_STEPS
from tests.projections.plan_steps import PLAN_STEPS
from tests.projections.stories import PATIENT, Step, Story, last_days, open_log, stories
from tests.story.hearing import a_story_told


def differences(figures: Iterable[Figure], events: Sequence[Recorded], when: Asked) -> list[tuple[str, LeftOut, LeftOut]]:
    recount = Recount(events)
    wrong: list[tuple[str, LeftOut, LeftOut]] = []
    for figure in figures:
        said = {(each.event, str(each.why)) for each in figure.left_out if each.why is not WhyLeftOut.STRUCK}
        if figure.of is None and figure.figure == "plan-lead-time":
            counted = of_plans(recount, when)
        elif figure.of is not None and figure.figure in LEFT_OUT:
            counted = LEFT_OUT[figure.figure](recount, recount.groups[figure.of], when)
        else:
            continue
        if said != counted:
            wrong.append((figure.figure, said - counted, counted - said))
    return wrong


@PATIENT
@given(stories(*NETWORK_STEPS, *MEETING_STEPS, begin=("adopt_rules", "begin_network", "join", "appoint")))
def test_who_left_came_too_recently_or_gave_up_a_seat_is_left_out(steps: list[Step]):
    leaves_out_what_a_recount_does(steps)


@PATIENT
@given(stories(*ADVICE_STEPS, begin=("adopt_rules", "begin_network", "join", "ask_network", "accept_request")))
def test_requests_that_were_not_answered_are_left_out(steps: list[Step]):
    leaves_out_what_a_recount_does(steps)


@PATIENT
@given(stories(*PLAN_STEPS, *PILOT_STEPS, begin=("open_pilot", "draft", "nominate", "accept", "submit")))
def test_plans_that_the_board_never_agreed_with_are_left_out(steps: list[Step]):
    leaves_out_what_a_recount_does(steps)


@pytest.mark.parametrize("steps", [*OF_NETWORKS, *OF_MEETINGS, *OF_ADVICE])
def test_turns_that_are_seldom_taken_leave_out_what_a_recount_does(steps: list[Step]):
    leaves_out_what_a_recount_does(steps)


def leaves_out_what_a_recount_does(steps: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        log = open_log(Path(folder))
        Story(log).tries(*steps)
        events = all_events(log)
        with reads_of(Path(folder), log) as reads:
            for day in (*last_days(), date(2024, 6, 30)):
                assert differences(reads.answer(Evaluation(on=day)).figures, events, asked(reads, day)) == [], day
        log.close()


def test_the_story_leaves_out_what_a_recount_does(tmp_path: Path):
    with a_story_told(tmp_path) as heard:
        reads = heard.service.reads
        reads.catch_up()
        pilot = reads.answer(Pilots()).items[0].pilot
        for day in (date(2022, 12, 31), date(2023, 6, 30), date(2023, 12, 31)):
            figures = reads.answer(Evaluation(pilot=pilot, on=day)).figures
            assert differences(figures, heard.events, asked(reads, day, pilot)) == [], day
