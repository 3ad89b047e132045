"""What is told of a network on a day: whether it was there by its beginning and end as they are known, and why it stood so."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from application.queries.attention import Asker, AttentionKind, AttentionList
from application.queries.auditing.reasons import Why
from application.queries.networks import NetworkDetails
from application.queries.plans import DecisionRegister
from domain.kernel.acts import PARTY_BUREAU, Act, Role
from domain.kernel.entries import Mistake
from domain.networks.conversation import Conversation, Occasion
from domain.networks.network import Agreements, Network
from domain.pilot.rules import NetworkType
from domain.plans.content import Condition, ConditionOwner, PlanContent, PlanOrigin
from domain.plans.founding import found_or_wait
from domain.plans.founding_plan import FoundingPlan
from infrastructure.event_store.event_log import StoredEventLog
from projections.reading.query_service import QueryService
from tests.projections.asking import reads_of
from tests.projections.examples import brought_in
from tests.projections.network_steps import RULES
from tests.projections.plan_steps import PLANS
from tests.projections.plan_steps import RULES as PLAN_RULES
from tests.projections.stories import NETWORKS, PEOPLE, Story, open_log

NETWORK = NETWORKS[0]


def act(day: int, month: int = 1, year: int = 2023) -> Act:
    return Act(by=PARTY_BUREAU, role=Role.PARTY_BUREAU, at=datetime(year, month, day, 12, tzinfo=UTC), command=uuid4())


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


def needed(reads: QueryService, on: date, role: Role = Role.PARTY_BUREAU) -> set[AttentionKind]:
    found = reads.answer(AttentionList(on=on, asker=Asker(role=role, network=NETWORK))).items
    return {each.kind for each in found if each.network == NETWORK}


def keep(story: Story, reads: QueryService, network: Network) -> None:
    story.keep(network)
    reads.catch_up()


def a_dormant_network() -> Network:
    network = brought_in(act(3), NETWORK)
    network.change_agreements(act(4), agreements=Agreements(purpose="Samen leren", ends_on=date(2023, 1, 5)))
    network.time_passes(act(6))
    return network


def test_a_network_that_is_known_to_have_closed_before_needs_nobody_on_the_days_since(story: Story, reads: QueryService):
    network = a_dormant_network()
    network.close(act(20), reason="Het is af")
    keep(story, reads, network)
    assert needed(reads, date(2023, 1, 15)) == {AttentionKind.NETWORK_DORMANT}
    network.correct_entry(act(21), of=f"{NETWORK}:{network.version}", at=act(10).at, mistake=Mistake.WRONG_DAY)
    keep(story, reads, network)
    assert needed(reads, date(2023, 1, 9)) == {AttentionKind.NETWORK_DORMANT}
    assert needed(reads, date(2023, 1, 15)) == set()


def test_a_conversation_with_a_network_that_is_known_to_have_closed_before_needs_nobody(story: Story, reads: QueryService):
    network = brought_in(act(3), NETWORK)
    network.close(act(20), reason="Het is af")
    story.keep(Conversation.open(act(5), network=NETWORK, occasion=Occasion.YEAR_OVER, day=date(2023, 1, 4), rules=RULES))
    keep(story, reads, network)
    assert needed(reads, date(2023, 1, 15)) == {AttentionKind.CONVERSATION_TO_HOLD}
    network.correct_entry(act(21), of=f"{NETWORK}:{network.version}", at=act(10).at, mistake=Mistake.WRONG_DAY)
    keep(story, reads, network)
    assert needed(reads, date(2023, 1, 9)) == {AttentionKind.CONVERSATION_TO_HOLD}
    assert needed(reads, date(2023, 1, 15)) == set()


def test_a_network_that_fell_dormant_while_it_was_suspended_is_suspended_by_its_suspension(story: Story, reads: QueryService):
    network = brought_in(act(1), NETWORK)
    network.change_agreements(act(2), agreements=Agreements(purpose="Samen leren", ends_on=date(2023, 1, 5)))
    network.suspend(act(3), reason="Onrust", rules=None)
    network.time_passes(act(6))
    keep(story, reads, network)
    why = reads.answer(Why(figure="status", item=NETWORK))
    assert (why.value, why.events) == ("suspended", (f"{NETWORK}:1", f"{NETWORK}:3"))


def test_a_decision_to_close_stands_in_the_register_at_the_moment_that_is_known(story: Story, reads: QueryService):
    network = brought_in(act(3), NETWORK)
    network.close(act(20), reason="Het is af")
    keep(story, reads, network)
    network.correct_entry(act(21), of=f"{NETWORK}:2", at=act(10).at, mistake=Mistake.WRONG_DAY)
    keep(story, reads, network)
    closed_at = reads.answer(NetworkDetails(network=NETWORK)).closed_at
    register = reads.answer(DecisionRegister(network=NETWORK)).items
    assert [(each.decision, each.at) for each in register] == [
        ("ExistingNetworkBroughtIn", act(3).at),
        ("NetworkClosed", closed_at),
    ]


def test_what_was_agreed_counts_from_its_own_day_also_when_a_later_mix_was_stated_before(story: Story, reads: QueryService):
    network = brought_in(act(3), NETWORK)
    network.appoint(act(4), reference=PEOPLE[0])
    network.state_core_group_mix(act(20), with_experience=1)
    network.change_agreements(act(15), agreements=Agreements(purpose="Zorg voor elkaar"))
    keep(story, reads, network)
    shown = reads.answer(NetworkDetails(network=NETWORK, on=date(2023, 1, 17)))
    assert (shown.agreements.purpose, shown.purpose_version) == ("Zorg voor elkaar", 2)


def test_a_network_that_is_known_to_have_begun_before_has_lessons_to_tell_of_the_half_year_then(
    story: Story, reads: QueryService
):
    network = brought_in(act(3), NETWORK)
    network.mark_sensitive(act(6))
    keep(story, reads, network)
    assert needed(reads, date(2023, 1, 4), Role.CORE_GROUP) == set()
    network.correct_entry(act(7), of=f"{NETWORK}:1", at=act(10, month=12, year=2022).at, mistake=Mistake.WRONG_DAY)
    keep(story, reads, network)
    assert needed(reads, date(2023, 1, 4), Role.CORE_GROUP) == {AttentionKind.LESSONS_TO_TELL}


def test_a_condition_of_a_network_that_is_known_to_have_closed_before_needs_nobody(story: Story, reads: QueryService):
    board = act(4).model_copy(update={"role": Role.NATIONAL_BOARD})
    condition = Condition(text="Een tweede voorzitter", owner=ConditionOwner.CORE_GROUP, due=date(2023, 1, 5), hard=False)
    plan = FoundingPlan.draft(
        act(1),
        plan=PLANS[0],
        network=NETWORK,
        content=PlanContent(name="Zorg", network_type=NetworkType.THEME, purpose="Samen leren"),
        origin=PlanOrigin.CORE_GROUP,
        rules=PLAN_RULES.rules,
        pilot=None,
    )
    plan.nominate(act(1), reference=PEOPLE[0])
    plan.accept_nomination(act(1), reference=PEOPLE[0])
    plan.submit(act(2), rules=PLAN_RULES.rules)
    plan.approve(board, plan_version=1, rules=PLAN_RULES, conditions=(condition,), reasons="Goed plan")
    changed = found_or_wait(board, plan, pilot=None, name=None)
    (network,) = (each for each in changed if isinstance(each, Network))
    plan.time_passes(act(5))
    plan.time_passes(act(6))
    network.close(act(20), reason="Het is af")
    story.keep(*changed)
    reads.catch_up()
    assert needed(reads, date(2023, 1, 15)) == {AttentionKind.CONDITION_NOT_MET_IN_TIME}
    network.correct_entry(act(21), of=f"{NETWORK}:{network.version}", at=act(10).at, mistake=Mistake.WRONG_DAY)
    keep(story, reads, network)
    assert needed(reads, date(2023, 1, 9)) == {AttentionKind.CONDITION_NOT_MET_IN_TIME}
    assert needed(reads, date(2023, 1, 15)) == set()
