"""What people try with founding plans and the networks founded on them."""

from collections.abc import Iterable
from datetime import date
from uuid import uuid5

from domain.kernel.acts import CLOCK, NATIONAL_BOARD, Role
from domain.kernel.days import day_of
from domain.kernel.entries import Mistake
from domain.kernel.events import Aggregate, event_name
from domain.kernel.log import PROJECT
from domain.kernel.text import Sealed
from domain.networks.name import NetworkName, network_name_id
from domain.networks.network import Network
from domain.pilot.pilot import Pilot, pilot_id
from domain.pilot.rules import AdoptedRules, NetworkRules, NetworkType, PlanPart
from domain.plans.content import Condition, ConditionOwner, LapseReason, PlanContent, PlanOrigin
from domain.plans.founding import found_from_waiting_list, found_or_wait
from domain.plans.founding_plan import FoundingPlan
from tests.projections.stories import PEOPLE, Step, Story, act, can, moment, own_events, person_of

PLAN_STEPS = (
    "revise",
    "bring_into_pilot",
    "nominate",
    "accept",
    "accept",
    "decline",
    "submit",
    "submit",
    "amend",
    "give_back",
    "find_complete",
    "advise",
    "ask",
    "answer",
    "defer",
    "approve",
    "approve",
    "reject",
    "meet_condition",
    "lapse_condition",
    "found_waiting",
    "withdraw_plan",
    "lapse_plan",
    "close_founded",
    "time_passes",
    "time_passes",
)
MENDING = ("correct_plan", "correct_plan", "withdraw_entry_of_plan", "withdraw_entry_of_plan")
PLANS = tuple(uuid5(PROJECT, f"story/plan/{number}") for number in range(3))
PILOT = pilot_id("story")
RULES = AdoptedRules(
    rules_version="story",
    network_type=NetworkType.THEME,
    valid_from=date(2022, 1, 1),
    rules=NetworkRules(core_group_minimum=1, required_parts=(PlanPart.PURPOSE,), target_members=2, may_start_with_board=True),
)
SEALED = Sealed(key="a" * 32, value="b" * 32, commitment="c" * 64, box="d" * 40)


def _content(step: Step, wording: int) -> PlanContent:
    name = f"Plan {step.one % len(PLANS)}"
    return PlanContent(name=name, network_type=NetworkType.THEME, purpose=f"Wending {wording}", duration_months=12)


def _plan(story: Story, step: Step) -> FoundingPlan:
    return story.find(FoundingPlan, PLANS[step.one % len(PLANS)])


def the_pilot(story: Story) -> Pilot:
    return story.find(Pilot, PILOT)


def _pilot_of(story: Story, plan: FoundingPlan) -> Pilot | None:
    return None if plan.pilot is None else the_pilot(story)


@can
def draft(story: Story, step: Step) -> Iterable[Aggregate]:
    plan = PLANS[step.one % len(PLANS)]
    story.must_be_new(plan)
    return [
        FoundingPlan.draft(
            act(step.when, PEOPLE[0], Role.MEMBER),
            plan=plan,
            network=uuid5(plan, "network"),
            content=_content(step, 0),
            origin=PlanOrigin.CORE_GROUP,
            rules=RULES.rules,
            pilot=PILOT if step.other % 2 else None,
        )
    ]


@can
def bring_into_pilot(story: Story, step: Step) -> Iterable[Aggregate]:
    plan, pilot = _plan(story, step), the_pilot(story)
    pilot.must_run(act(step.when))
    plan.bring_into_pilot(act(step.when), pilot=pilot.id)
    return [plan]


@can
def revise(story: Story, step: Step) -> Iterable[Aggregate]:
    plan = _plan(story, step)
    plan.revise(act(step.when), content=_content(step, step.other), rules=RULES.rules)
    return [plan]


@can
def nominate(story: Story, step: Step) -> Iterable[Aggregate]:
    plan = _plan(story, step)
    plan.nominate(act(step.when), reference=person_of(step))
    return [plan]


@can
def accept(story: Story, step: Step) -> Iterable[Aggregate]:
    plan = _plan(story, step)
    plan.accept_nomination(act(step.when), reference=person_of(step))
    return [plan]


@can
def decline(story: Story, step: Step) -> Iterable[Aggregate]:
    plan = _plan(story, step)
    plan.decline_nomination(act(step.when), reference=person_of(step))
    return [plan]


@can
def submit(story: Story, step: Step) -> Iterable[Aggregate]:
    plan = _plan(story, step)
    plan.submit(act(step.when), rules=RULES.rules)
    return [plan]


@can
def amend(story: Story, step: Step) -> Iterable[Aggregate]:
    plan = _plan(story, step)
    plan.amend(act(step.when), content=_content(step, 20 + step.other), rules=RULES.rules)
    return [plan]


@can
def give_back(story: Story, step: Step) -> Iterable[Aggregate]:
    plan = _plan(story, step)
    plan.return_incomplete(act(step.when), missing=(PlanPart.ORGANISATION,))
    return [plan]


@can
def find_complete(story: Story, step: Step) -> Iterable[Aggregate]:
    plan = _plan(story, step)
    plan.find_complete(act(step.when), rules=RULES)
    return [plan]


@can
def advise(story: Story, step: Step) -> Iterable[Aggregate]:
    plan = _plan(story, step)
    plan.advise(act(step.when), advice=SEALED)
    return [plan]


@can
def ask(story: Story, step: Step) -> Iterable[Aggregate]:
    plan = _plan(story, step)
    plan.ask(act(step.when, NATIONAL_BOARD, Role.NATIONAL_BOARD), question=SEALED)
    return [plan]


@can
def answer(story: Story, step: Step) -> Iterable[Aggregate]:
    plan = _plan(story, step)
    plan.answer(act(step.when), question_number=1 + step.other % 2, answer=SEALED)
    return [plan]


@can
def defer(story: Story, step: Step) -> Iterable[Aggregate]:
    plan = _plan(story, step)
    plan.defer(act(step.when), plan_version=plan.plan_version, until=date(2023, 6, 1), reasons="Meer tijd")
    return [plan]


@can
def approve(story: Story, step: Step) -> Iterable[Aggregate]:
    plan = _plan(story, step)
    due = day_of(moment(step.when + step.other % 3))
    conditions = tuple(
        Condition(text=f"Voorwaarde {number}", owner=ConditionOwner.CORE_GROUP, due=due, hard=number == 0)
        for number in range(step.other % 3)
    )
    plan.approve(act(step.when), plan_version=plan.plan_version, rules=RULES, conditions=conditions, reasons="Goed plan")
    return _found_or_wait(story, step, plan)


def _found_or_wait(story: Story, step: Step, plan: FoundingPlan) -> Iterable[Aggregate]:
    return found_or_wait(act(step.when), plan, pilot=_pilot_of(story, plan), name=_name_of(story, plan))


def _name_of(story: Story, plan: FoundingPlan) -> NetworkName | None:
    name = story.aggregates.get(network_name_id(plan.content.name))
    assert name is None or isinstance(name, NetworkName)
    return name


@can
def reject(story: Story, step: Step) -> Iterable[Aggregate]:
    plan = _plan(story, step)
    plan.reject(act(step.when), plan_version=plan.plan_version, rules=RULES, reasons="Te smal")
    return [plan]


@can
def meet_condition(story: Story, step: Step) -> Iterable[Aggregate]:
    plan = _plan(story, step)
    plan.meet_condition(act(step.when), condition_number=1 + step.other % 2)
    return [plan]


@can
def lapse_condition(story: Story, step: Step) -> Iterable[Aggregate]:
    plan = _plan(story, step)
    plan.lapse_condition(act(step.when), condition_number=1 + step.other % 2)
    return [plan]


@can
def found_waiting(story: Story, step: Step) -> Iterable[Aggregate]:
    plan = _plan(story, step)
    return found_from_waiting_list(act(step.when), plan, pilot=_pilot_of(story, plan), name=_name_of(story, plan))


@can
def withdraw_plan(story: Story, step: Step) -> Iterable[Aggregate]:
    plan, pilot = _plan(story, step), the_pilot(story)
    plan.withdraw(act(step.when))
    if pilot.is_waiting(plan.id):
        pilot.take_off_waiting_list(act(step.when), plan=plan.id)
    return [plan, pilot]


@can
def lapse_plan(story: Story, step: Step) -> Iterable[Aggregate]:
    plan = _plan(story, step)
    plan.lapse(act(step.when), lapse_reason=LapseReason.NOT_COMPLETED)
    return [plan]


@can
def close_founded(story: Story, step: Step) -> Iterable[Aggregate]:
    network, pilot = story.find(Network, uuid5(PLANS[step.one % len(PLANS)], "network")), the_pilot(story)
    network.close(act(step.when), reason=None)
    pilot.free_place(act(step.when), network=network.id)
    return [network, pilot]


@can
def time_passes(story: Story, step: Step) -> Iterable[Aggregate]:
    plan = _plan(story, step)
    plan.time_passes(act(step.when, CLOCK, Role.CLOCK))
    return [plan]


@can
def correct_plan(story: Story, step: Step) -> Iterable[Aggregate]:
    plan = _plan(story, step)
    at = None if step.one % 4 == 0 else moment(step.other * 3)
    reasons = "In betere woorden" if step.one % 4 == 0 else None
    plan.correct_entry(act(step.when), of=_last_mendable(plan, step), at=at, reasons=reasons, mistake=Mistake.WRONG_DAY)
    return [plan]


@can
def withdraw_entry_of_plan(story: Story, step: Step) -> Iterable[Aggregate]:
    plan = _plan(story, step)
    plan.withdraw_entry(act(step.when), of=_last_mendable(plan, step), mistake=Mistake.DID_NOT_HAPPEN)
    return [plan]


def _last_mendable(plan: FoundingPlan, step: Step) -> str:
    """Choose one of the last entries, as people do who made a mistake; now and then any event."""
    entries = [event_name(entry) for entry in plan.entries][-3:]
    return entries[step.other % len(entries)] if entries and step.other else own_events(plan, step)
