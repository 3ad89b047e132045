"""What a page says of a plan: whose turn it is, and which of its parts are still to be written."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from application.language.words import Language
from application.own.consents import CONSENT_WORDINGS
from domain.pilot.rules import NetworkRules, NetworkType, PlanPart
from domain.plans.content import PlanContent, PlanStatus
from tests.web.pages import a_visit
from web.asking.deed import Attempt
from web.pages.plans.asked import ASKED, BOARD, BUREAU, asked
from web.pages.plans.deciding import meet_condition
from web.pages.plans.tasks import tasks_of
from web.pages.plans.writing import accept

RULES = NetworkRules(core_group_minimum=4, required_parts=(PlanPart.PURPOSE, PlanPart.BUDGET), target_members=50)


def a_plan(**more: Any) -> Any:
    content = PlanContent(name="Netwerk cultuur", network_type=NetworkType.THEME, purpose="Makers denken mee.", **more)
    return SimpleNamespace(content=content, name=content.name)


def test_of_each_status_it_is_said_whose_turn_it_is():
    assert set(ASKED) == set(PlanStatus)


@pytest.mark.parametrize(("check_required", "turn"), [(True, BUREAU), (False, BOARD)])
def test_what_was_handed_in_is_for_the_board_when_the_rules_ask_no_check(*, check_required: bool, turn: object):
    rules = SimpleNamespace(rules=RULES.model_copy(update={"completeness_check_required": check_required}))
    assert asked(PlanStatus.SUBMITTED, cast(Any, rules)).turn is turn


def test_a_part_is_to_do_when_the_rules_ask_for_it_and_optional_when_not():
    states = {task.at: task.state for task in tasks_of(a_plan(), RULES)}
    assert states == {
        "naam": "done",
        "doel": "done",
        "organisatie": "optional",
        "duur": "optional",
        "samenwerking": "optional",
        "meer": "to-do",
    }


def quoted(deed: Any, about: Any, language: Language = Language.NL, **places: Any) -> str | None:
    attempt = Attempt(deed, a_visit(language), places)
    attempt.__dict__["about"] = about
    return attempt.quoted


def test_a_condition_that_was_met_is_the_one_in_the_address():
    conditions = [SimpleNamespace(number=number, text=f"Voorwaarde {number}.") for number in (1, 2)]
    assert quoted(meet_condition, SimpleNamespace(conditions=conditions), plan=None, condition_number=2) == "Voorwaarde 2."


def test_who_says_yes_reads_the_purpose_or_the_consent_in_their_language():
    consent = next(each for each in CONSENT_WORDINGS if each.purpose == "sensitive-network")

    assert quoted(accept, a_plan(), plan=None) == "Makers denken mee."
    assert quoted(accept, a_plan(sensitive=True), Language.EN, plan=None) == consent.en
