"""Use cases of the National Board's decision on a plan, and of the founding that follows."""

from uuid import UUID

from application.command_context import OFFICE, Work, in_network, sealed_statistics
from application.command_handler import Outcome, handles
from application.commands import plans as c
from application.use_cases.plans import answer
from domain.kernel.acts import Act, Reference
from domain.kernel.text import Purpose, Sealed
from domain.pilot.pilot import Pilot
from domain.plans.content import Condition, PlanStatus
from domain.plans.founding import found_from_waiting_list, found_or_wait, keep_name
from domain.plans.founding_plan import FoundingPlan


@handles(c.AskQuestion)
def ask_question(work: Work, command: c.AskQuestion) -> Outcome:
    """Ask the core group a question, closed."""
    plan = work.plan(command.plan)
    question = work.closed(command.question, dossier=plan.id, event_type="BoardQuestionAsked", field="question")
    plan.ask(work.act_of_board(), question=question)
    return [plan], answer(plan) | {"questionNumber": plan.questions}


@handles(c.DeclareConflictOfInterest)
def declare_conflict(work: Work, command: c.DeclareConflictOfInterest) -> Outcome:
    """Record that a board member takes no part."""
    plan = work.plan(command.plan)
    person = command.person or work.person
    interest = command.interest and work.personal(
        command.interest,
        person=person,
        purpose=Purpose.CONFLICT_OF_INTEREST,
        context=OFFICE,
        aggregate=plan.id,
        event_type="ConflictOfInterestDeclared",
        field="interest",
    )
    plan.declare_conflict(work.act_in_role(), reference=work.vault.reference(person, OFFICE), interest=interest or None)
    return [plan], answer(plan)


@handles(c.ApprovePlan)
def approve_plan(work: Work, command: c.ApprovePlan) -> Outcome:
    """Agree with a plan, and found its network when nothing stands in the way."""
    plan = work.plan(command.plan)
    act = work.act_of_board()
    plan.approve(
        act,
        plan_version=command.plan_version,
        rules=work.rules(plan.content.network_type),
        conditions=tuple(
            Condition.model_validate(text.model_dump(include=set(Condition.model_fields))) for text in command.conditions
        ),
        reasons=command.reasons,
        participants=_participants(work, command.participants),
    )
    return _found_or_wait(work, act, plan, command.beyond_places_because)


@handles(c.MeetCondition)
def meet_condition(work: Work, command: c.MeetCondition) -> Outcome:
    """Record that a condition was met; with the last hard one the board's decision founds the network."""
    plan = work.plan(command.plan)
    plan.meet_condition(work.act_in_role(), condition_number=command.condition_number)
    return _found_or_wait(work, work.act_of_board(), plan, command.beyond_places_because)


@handles(c.LapseCondition)
def lapse_condition(work: Work, command: c.LapseCondition) -> Outcome:
    """Record that a condition was not met in time."""
    plan = work.plan(command.plan)
    act = work.act_in_role()
    plan.lapse_condition(act, condition_number=command.condition_number)
    return [plan, *keep_name(act, plan, work.name_of(plan))], answer(plan)


@handles(c.RejectPlan)
def reject_plan(work: Work, command: c.RejectPlan) -> Outcome:
    """Not agree with a plan."""
    plan = work.plan(command.plan)
    plan.reject(
        work.act_of_board(),
        plan_version=command.plan_version,
        rules=work.rules(plan.content.network_type),
        reasons=command.reasons,
        participants=_participants(work, command.participants),
    )
    return [plan], answer(plan)


@handles(c.DeferPlan)
def defer_plan(work: Work, command: c.DeferPlan) -> Outcome:
    """Take more time."""
    plan = work.plan(command.plan)
    plan.defer(work.act_of_board(), plan_version=command.plan_version, until=command.until, reasons=command.reasons)
    return [plan], answer(plan)


@handles(c.FoundWaitingNetwork)
def found_waiting_network(work: Work, command: c.FoundWaitingNetwork) -> Outcome:
    """Found a network on the place that was offered to its plan."""
    plan = work.plan(command.plan)
    pilot = work.get(Pilot, plan.pilot) if plan.pilot is not None else None
    saved = found_from_waiting_list(
        work.act_of_board(),
        plan,
        pilot=pilot,
        name=work.name_of(plan),
        statistics=_statistics_of_founders(work, plan),
        rules=work.rules(plan.content.network_type),
        beyond_places_because=command.beyond_places_because,
    )
    return saved, answer(plan)


def _found_or_wait(work: Work, act: Act, plan: FoundingPlan, beyond_places_because: str | None) -> Outcome:
    pilot = work.get(Pilot, plan.pilot) if plan.pilot is not None else None
    saved = found_or_wait(
        act,
        plan,
        pilot=pilot,
        name=work.name_of(plan),
        statistics=_statistics_of_founders(work, plan),
        rules=work.rules(plan.content.network_type),
        beyond_places_because=beyond_places_because,
    )
    return saved, answer(plan)


def _statistics_of_founders(work: Work, plan: FoundingPlan) -> dict[Reference, Sealed]:
    """Seal what is known of those who become members by the founding, as for everybody who joins."""
    if plan.status not in {PlanStatus.APPROVED, PlanStatus.WAITING}:
        return {}
    found = {}
    for reference, person in work.vault.whose(in_network(plan.network), plan.core_group).items():
        sealed = sealed_statistics(work, person, plan.network, "MemberJoined", work.known(person).statistics)
        if sealed is not None:
            found[reference] = sealed
    return found


def _participants(work: Work, persons: tuple[UUID, ...]) -> tuple[Reference, ...]:
    return tuple(work.vault.reference(person, OFFICE) for person in persons)
