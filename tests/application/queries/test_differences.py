"""Which rules are in force on a day, and what two versions of the rules, or of a plan, say differently."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from application.commands.pilot import AdoptRules
from application.commands.plans import AmendPlan
from application.errors import AccessDenied, NoRulesThen, UnknownPlanVersion, UnknownRulesVersion
from application.language.answers import in_sentences
from application.language.words import Language
from application.ports.vault.sessions import Session
from application.queries.auditing.differences import PlanDifferences, RuleDifferences
from application.queries.auditing.record import RulesInForce
from application.queries.base import Query
from domain.kernel.acts import Role
from domain.pilot.rules import NetworkType
from domain.plans.founding_plan import FoundingPlan
from tests.application.party import FOUNDERS, PLAN, SOMEBODY, Party


def told(party: Party, question: Query[Any], session: Session | None = None, language: Language = Language.NL) -> Any:
    return in_sentences(party.ask(question, session or party.bureau), language)


@pytest.fixture
def adopted(party: Party) -> str:
    """Rules for theme networks that hold from a later day, with another target."""
    (theme,) = [each for each in party.ask(RulesInForce(), party.bureau).items if each.network_type is NetworkType.THEME]
    changed = theme.rules.model_copy(update={"target_members": 80})
    adopt = AdoptRules(
        rules_version="2025-06", network_type=NetworkType.THEME, valid_from=date(2025, 6, 1), rules=changed, origin="Besluit."
    )
    party.give(adopt, party.board)
    return str(theme.rules_version)


def in_force(party: Party, on: date) -> dict[NetworkType, str]:
    return {each.network_type: each.rules_version for each in party.ask(RulesInForce(on=on), party.bureau).items}


def test_of_each_type_of_network_the_rules_of_the_day_are_in_force_and_no_others(party: Party, adopted: str):
    assert in_force(party, date(2025, 5, 31))[NetworkType.THEME] == adopted
    assert in_force(party, date(2025, 6, 1))[NetworkType.THEME] == "2025-06"
    said = {each.network_type: each.sentence for each in told(party, RulesInForce(on=date(2025, 6, 1))).items}
    assert said[NetworkType.THEME] == "Voor een themanetwerk gelden vanaf 1 juni 2025 de spelregels “2025-06”. Bron: Besluit."


def test_before_the_first_rules_there_were_none(party: Party):
    with pytest.raises(NoRulesThen):
        in_force(party, date(1990, 1, 1))


def test_two_versions_of_the_rules_differ_in_what_was_changed_alone(party: Party, adopted: str):
    found = told(party, RuleDifferences(earlier=adopted, later="2025-06"))
    assert [(each.part, each.before, each.after) for each in found.items] == [("target_members", 50, 80)]
    assert found.items[0].sentence == "Voor een themanetwerk. Streefaantal leden. Eerst: 50. Daarna: 80."
    assert told(party, RuleDifferences(earlier=adopted, later=adopted)).items == ()


def test_versions_that_were_not_adopted_are_not_compared(party: Party, adopted: str):
    for question in (
        RuleDifferences(earlier=adopted, later="2031"),
        RuleDifferences(earlier="2025-06", later=adopted, network_type=NetworkType.COMMUNITY),
    ):
        with pytest.raises(UnknownRulesVersion):
            party.ask(question, party.bureau)


@pytest.fixture
def amended(party: Party) -> UUID:
    plan = party.submitted()
    changed = AmendPlan(plan=plan, **{**PLAN, "purpose": "Lezen voor ieder kind.", "duration_months": 12})
    party.give(changed, party.member(FOUNDERS[0]), expected=party.load(FoundingPlan, plan).public_version)
    return plan


def test_two_versions_of_a_plan_differ_in_what_was_changed_alone(party: Party, amended: UUID):
    found = told(party, PlanDifferences(plan=amended, earlier=1, later=2), party.session(Role.AUDITOR), Language.EN)
    assert [each.sentence for each in found.items] == [
        "Purpose. Before: Goed onderwijs voor ieder kind. After: Lezen voor ieder kind.",
        "Duration in months. Before: 24. After: 12.",
    ]


def test_versions_that_were_not_handed_in_are_not_compared_and_a_plan_is_for_who_reads_it(party: Party, amended: UUID):
    with pytest.raises(UnknownPlanVersion):
        party.ask(PlanDifferences(plan=amended, earlier=1, later=3), party.bureau)
    with pytest.raises(AccessDenied):
        party.ask(PlanDifferences(plan=amended, earlier=1, later=2), party.member(SOMEBODY))
