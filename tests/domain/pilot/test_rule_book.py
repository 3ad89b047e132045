"""Rules are adopted for a type of network from a day on; a decision keeps the rules of its day."""

import ast
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given as whatever
from hypothesis import strategies as st

import domain
from application.rule_books import RULE_PAGE_V1, RULES_2022_06_28
from domain.pilot.rule_book import RULE_BOOK, NoRulesApply, RuleBook, RulesVersionExists
from domain.pilot.rules import FoundingBody, NetworkRules, NetworkType, PlanPart, RepresentationReference
from domain.plans.content import PlanStatus
from domain.plans.founding_plan import FoundingPlan
from tests.beginning import FIRST_RULE_BOOKS
from tests.domain.acting import given, new_events, recorded, replayed
from tests.domain.examples import BEGIN, as_adopted, board, rules_of_2022, rules_that
from tests.domain.histories import a_rule_book, a_submitted_plan

THEME, COMMUNITY, IMPORTED = NetworkType.THEME, NetworkType.COMMUNITY, NetworkType.IMPORTED
DOCUMENT, PAGE = "2022-06-28", "pilot-rule-page"


def rules_on(rule_book, day, network_type=THEME):
    return rule_book.rules_for(network_type, day).rules_version


TOLD_ONLY = {"target_is_aim"}
"""What people are told, and nothing decides by: a number of members closes no network under any rules (docs/decisions/0018)."""


def test_every_rule_is_read_by_what_decides_or_counts():
    """A rule that nothing reads would be a promise that nobody keeps."""
    checkout = Path(domain.__file__).parents[1]
    read = {
        node.attr
        for folder in ("domain", "application", "projections")
        for path in (checkout / folder).rglob("*.py")
        if path != checkout / "domain" / "rules.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)
    }
    assert NetworkRules.model_fields.keys() - read == TOLD_ONLY


# Adopting


def test_the_party_begins_a_rule_book():
    given().when(RuleBook.open).then(recorded(RuleBook.RuleBookOpened))
    assert a_rule_book().id == RULE_BOOK


@pytest.mark.parametrize("written", FIRST_RULE_BOOKS)
def test_the_party_adopts_rules_with_their_source(written):
    given(a_rule_book()).when(RuleBook.adopt, **written._asdict()).then(
        recorded(RuleBook.RulesAdopted, **written._asdict()),
    )


def test_a_version_is_adopted_once_for_a_type():
    given(a_rule_book(*RULES_2022_06_28)).when(RuleBook.adopt, **RULES_2022_06_28[0]._asdict()).refused(
        RulesVersionExists, rules_version=DOCUMENT, network_type=THEME
    )


def test_the_other_type_may_have_a_version_of_the_same_name():
    given(a_rule_book(RULES_2022_06_28[0])).when(RuleBook.adopt, **RULES_2022_06_28[1]._asdict()).then(
        recorded(RuleBook.RulesAdopted, **RULES_2022_06_28[1]._asdict()),
    )


# Which rules hold


@pytest.mark.parametrize(
    ("day", "version"),
    [
        (date(2022, 6, 28), DOCUMENT),
        (date(2022, 12, 31), DOCUMENT),
        (date(2023, 1, 1), PAGE),
        (date(2030, 1, 1), PAGE),
    ],
)
@pytest.mark.parametrize("network_type", [THEME, COMMUNITY])
@pytest.mark.parametrize("adopted", [FIRST_RULE_BOOKS, FIRST_RULE_BOOKS[::-1]])
def test_the_rules_that_began_last_hold_in_whatever_order_they_were_adopted(adopted, network_type, day, version):
    assert rules_on(a_rule_book(*adopted), day, network_type) == version


@pytest.mark.parametrize(("network_type", "day"), [(THEME, date(2022, 6, 27)), (IMPORTED, date(2023, 1, 1))])
def test_without_adopted_rules_none_apply(network_type, day):
    with pytest.raises(NoRulesApply) as refusal:
        a_rule_book(*FIRST_RULE_BOOKS).rules_for(network_type, day)
    assert refusal.value.facts == {"network_type": network_type, "on": day}


def test_of_rules_that_begin_on_one_day_the_last_adopted_hold():
    mended = RULES_2022_06_28[0]._replace(rules_version="2022-06-28-mended")
    assert rules_on(a_rule_book(*RULES_2022_06_28, mended), date(2022, 6, 28)) == "2022-06-28-mended"
    assert rules_on(a_rule_book(mended, *RULES_2022_06_28), date(2022, 6, 28)) == DOCUMENT


# A decision keeps its rules


def test_rules_adopted_after_the_fact_change_no_past_outcome():
    rule_book, plan = a_rule_book(*RULES_2022_06_28), a_submitted_plan()
    plan.approve(board(), plan_version=1, rules=rule_book.rules_for(THEME, date(2023, 9, 1)))
    rule_book.adopt(
        board(),
        rules_version="six-people",
        network_type=THEME,
        valid_from=date(2022, 6, 28),
        rules=rules_that(core_group_minimum=6).rules,
        origin="Een besluit van later.",
    )
    assert rules_on(rule_book, date(2023, 9, 1)) == "six-people"
    again = replayed(new_events(plan))
    assert isinstance(again, FoundingPlan)
    assert (again.status, again.rules_version, again.core_group_minimum) == (PlanStatus.APPROVED, DOCUMENT, 4)
    again.must_be_ready()


@whatever(st.lists(st.sampled_from(FIRST_RULE_BOOKS), unique=True), st.dates(date(2022, 1, 1), date(2024, 12, 31)))
def test_rules_that_begin_later_never_change_what_holds_today(adopted, day):
    begun = [written for written in adopted if written.valid_from <= day]
    of_theme = [written for written in begun if written.network_type is THEME]
    if of_theme:
        assert a_rule_book(*adopted).rules_for(THEME, day) == a_rule_book(*begun).rules_for(THEME, day)


# The first two rule books, number by number


@pytest.mark.parametrize("written", RULES_2022_06_28)
def test_the_founding_document(written):
    rules = written.rules
    assert written.valid_from == BEGIN.date()
    assert rules.core_group_minimum == 4
    assert (rules.target_members, rules.target_after_months, rules.target_is_aim) == (50, 12, True)
    assert rules.required_parts == (PlanPart.PURPOSE, PlanPart.ORGANISATION, PlanPart.DURATION, PlanPart.CORE_GROUP)
    assert rules.founding_body is FoundingBody.NATIONAL_BOARD
    assert not rules.may_start_with_board
    assert rules.representation_reference is RepresentationReference.PARTY
    assert rules.supporters_minimum == 0
    heavier = (rules.completeness_check_required, rules.bureau_advice_required, rules.chair_required)
    assert heavier == (False, False, False)


@pytest.mark.parametrize("written", RULE_PAGE_V1)
def test_the_rule_page_of_the_pilot(written):
    rules = written.rules
    assert rules.core_group_minimum == 4
    assert rules.core_group_appointed_by is FoundingBody.NATIONAL_BOARD
    assert rules.may_start_with_board
    assert PlanPart.INTENDED_COOPERATION in rules.required_parts
    assert (rules.target_members, rules.target_after_months, rules.target_is_aim) == (50, 12, True)


def test_a_theme_network_looks_like_the_party_and_a_community_network_like_its_own_people():
    assert [written.rules.representation_reference for written in RULE_PAGE_V1] == ["party", "target-group"]


@pytest.mark.parametrize("rule_book", [RULES_2022_06_28, RULE_PAGE_V1])
def test_both_types_of_network_have_rules(rule_book):
    assert [written.network_type for written in rule_book] == [THEME, COMMUNITY]
    assert as_adopted(RULES_2022_06_28[0]) == rules_of_2022()
