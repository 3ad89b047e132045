"""Whatever people can try is tried: a step that no list names would be in no story."""

from tests.projections.advice_steps import ADVICE_STEPS
from tests.projections.meeting_steps import MEETING_STEPS
from tests.projections.network_steps import NETWORK_STEPS
from tests.projections.pilot_steps import PILOT_STEPS
from tests.projections.plan_steps import MENDING, PLAN_STEPS
from tests.projections.stories import STEPS

BEGINNINGS = {"open_pilot", "draft", "begin_network", "ask_network"}
"""Stories begin with them."""


def test_every_step_is_in_a_list_or_begins_a_story():
    tried = {*NETWORK_STEPS, *MEETING_STEPS, *ADVICE_STEPS, *PLAN_STEPS, *MENDING, *PILOT_STEPS}
    assert tried | BEGINNINGS == STEPS.keys()
