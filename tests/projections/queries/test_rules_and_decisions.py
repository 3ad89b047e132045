"""Which rules answers go by, and what stands in the register of decisions."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from application.queries.auditing.reasons import Why
from application.queries.evaluating.baselines import Baselines, PartyMemberCounts
from application.queries.networks import NetworkDetails, TimeToTarget
from application.queries.plans import DecisionRegister
from domain.kernel.acts import NATIONAL_BOARD, Role
from domain.pilot.baseline import Baseline
from domain.pilot.pilot import Pilot
from domain.pilot.rule_book import RuleBook
from domain.pilot.rules import NetworkType
from domain.plans.content import PlanContent, PlanOrigin
from domain.plans.founding import found_or_wait
from domain.plans.founding_plan import FoundingPlan
from infrastructure.event_store.event_log import StoredEventLog
from projections.reading.query_service import QueryService
from tests.domain.examples import BASELINE
from tests.projections import network_steps  # noqa: F401  # what people try with networks
from tests.projections.asking import reads_of
from tests.projections.plan_steps import PILOT, PLANS, RULES
from tests.projections.stories import NETWORKS, PEOPLE, Step, Story, act, open_log

THEME = NetworkType.THEME


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    log = open_log(tmp_path)
    yield Story(log)
    log.close()


@pytest.fixture
def reads(story: Story, tmp_path: Path) -> Iterator[QueryService]:
    assert isinstance(story.log, StoredEventLog)
    with reads_of(tmp_path, story.log) as reads:
        yield reads


def a_rule_book(*minima: tuple[str, date, int]) -> RuleBook:
    rule_book = RuleBook.open(act(0))
    for version, valid_from, minimum in minima:
        rules = RULES.rules.model_copy(update={"core_group_minimum": minimum, "target_members": 10 * minimum})
        rule_book.adopt(
            act(0), rules_version=version, network_type=THEME, valid_from=valid_from, rules=rules, origin="Een besluit"
        )
    return rule_book


def below(reads: QueryService, on: date) -> bool | None:
    reads.catch_up()
    return reads.answer(NetworkDetails(network=NETWORKS[0], on=on)).below_minimum


def test_a_core_group_is_measured_by_the_rules_of_the_day(story: Story, reads: QueryService):
    story.tries(Step("begin_network", 0, 0, 2), Step("appoint", 1, 0, 0))
    assert below(reads, date(2023, 1, 5)) is None
    rule_book = a_rule_book(("one", date(2023, 1, 3), 1), ("two", date(2023, 1, 6), 2))
    story.keep(rule_book)
    assert below(reads, date(2023, 1, 2)) is None
    assert below(reads, date(2023, 1, 5)) is False
    assert below(reads, date(2023, 1, 6)) is True


def test_rules_adopted_after_the_fact_hold_from_their_day_and_not_before_they_were_known(story: Story, reads: QueryService):
    story.tries(Step("begin_network", 0, 0, 2))
    position = story.log.last_position()
    story.keep(a_rule_book(("late", date(2022, 1, 1), 1)))
    reads.catch_up()
    network, day = NETWORKS[0], date(2023, 1, 5)
    assert reads.answer(NetworkDetails(network=network, on=day)).below_minimum is True
    assert reads.answer(NetworkDetails(network=network, on=day, position=position)).below_minimum is None


def test_of_rules_that_begin_on_one_day_the_latest_adopted_hold(story: Story, reads: QueryService):
    story.tries(Step("begin_network", 0, 0, 2))
    story.keep(a_rule_book(("first", date(2022, 1, 1), 1), ("second", date(2022, 1, 1), 3)))
    reads.catch_up()
    assert reads.answer(TimeToTarget(network=NETWORKS[0])).target == 30
    why = reads.answer(Why(figure="days-to-target", item=NETWORKS[0]))
    assert (why.value, why.rules) == (None, ("second",))


def test_baselines_are_told_as_they_were_recorded_with_their_source_and_in_pages(story: Story, reads: QueryService):
    days = [date(2023, month, 1) for month in (1, 2, 3)]
    recorded = [Baseline.record(act(number), **BASELINE | {"reference_day": day}) for number, day in enumerate(days)]
    story.keep(Baseline.count(act(1), members=25_000, reference_day=days[0], origin="De ledenadministratie."))
    for baseline in recorded:
        story.keep(baseline)
    reads.catch_up()

    first = reads.answer(Baselines(limit=2))
    rest = reads.answer(Baselines(limit=2, after=first.last_key, position=first.position))
    (counted,) = reads.answer(PartyMemberCounts()).items

    assert [each.reference_day for each in (*first.items, *rest.items)] == days
    assert (first.more, rest.more) == (True, False)
    told = first.items[0]
    assert (told.baseline, told.event) == (recorded[0].id, f"{recorded[0].id}:1")
    assert {name: getattr(told, name) for name in BASELINE} == BASELINE | {"reference_day": days[0]}
    assert (counted.members, counted.reference_day, counted.origin) == (25_000, days[0], "De ledenadministratie.")
    assert reads.answer(Baselines(on=date(2022, 1, 1))).items == ()


def a_plan(number: int) -> FoundingPlan:
    plan = FoundingPlan.draft(
        act(0, PEOPLE[0], Role.MEMBER),
        plan=PLANS[number],
        network=UUID(int=number + 1),
        content=PlanContent(name=f"Plan {number}", network_type=THEME, purpose="Samen leren"),
        origin=PlanOrigin.CORE_GROUP,
        rules=RULES.rules,
        pilot=PILOT,
    )
    plan.nominate(act(0), reference=PEOPLE[0])
    plan.accept_nomination(act(0), reference=PEOPLE[0])
    plan.submit(act(1), rules=RULES.rules)
    return plan


def decide(story: Story, pilot: Pilot, number: int, because: str | None = None) -> FoundingPlan:
    plan = a_plan(number)
    board = act(3 + number, NATIONAL_BOARD, Role.NATIONAL_BOARD)
    plan.approve(board, plan_version=1, rules=RULES, reasons=f"Reden {number}")
    story.keep(*found_or_wait(board, plan, pilot=pilot, name=None, beyond_places_because=because))
    return plan


def a_decided_story(story: Story) -> None:
    pilot = Pilot.open(act(0), label="story", places=1, first_day=date(2023, 1, 1), last_day=date(2023, 12, 31))
    story.keep(pilot)
    decide(story, pilot, 0)
    decide(story, pilot, 1)
    decide(story, pilot, 2, because="Het zesde netwerk is nodig.")


def test_the_register_tells_who_decided_what_on_which_version_under_which_rules_and_why(story: Story, reads: QueryService):
    a_decided_story(story)
    reads.catch_up()
    register = reads.answer(DecisionRegister()).items
    assert [(each.decision, each.name, each.reasons) for each in register] == [
        ("PilotOpened", "story", None),
        ("PlanApproved", "Plan 0", "Reden 0"),
        ("NetworkFounded", "Plan 0", None),
        ("PlanApproved", "Plan 1", "Reden 1"),
        ("PlanWaitListed", "Plan 1", None),
        ("PlanApproved", "Plan 2", "Reden 2"),
        ("PlaceTaken", "story", "Het zesde netwerk is nodig."),
        ("NetworkFounded", "Plan 2", None),
    ]
    approved = register[1]
    assert (approved.plan, approved.plan_version, approved.rules_version) == (PLANS[0], 1, "story")
    assert approved.digest == a_plan(0).content.digest
    assert (approved.by, approved.role) == (NATIONAL_BOARD, Role.NATIONAL_BOARD)


def test_the_register_comes_in_pages_and_by_plan_or_network(story: Story, reads: QueryService):
    a_decided_story(story)
    reads.catch_up()
    seen: list[str] = []
    page = reads.answer(DecisionRegister(limit=3))
    while page.items:
        seen += [each.event for each in page.items]
        page = reads.answer(DecisionRegister(limit=3, after=page.items[-1].key, position=page.position))
    assert seen == [each.event for each in reads.answer(DecisionRegister()).items]
    of_a_plan = reads.answer(DecisionRegister(plan=PLANS[1])).items
    assert [each.decision for each in of_a_plan] == ["PlanApproved", "PlanWaitListed"]
    of_a_network = reads.answer(DecisionRegister(network=UUID(int=3))).items
    assert [each.decision for each in of_a_network] == ["PlanApproved", "PlaceTaken", "NetworkFounded"]
