"""Use cases of the National Board's decision on a plan, and of the founding that follows."""

from collections.abc import Callable

from application.command_context import CommandContext, Outcome
from application.commands import plans
from application.ports.vault.contexts import OFFICE, in_network
from application.use_cases.people.statistics import sealed_statistics
from application.use_cases.plans import answer
from domain.kernel.acts import NATIONAL_BOARD, Act, Reference, Role
from domain.kernel.events import Aggregate
from domain.kernel.text import Purpose, Sealed
from domain.pilot.pilot import Pilot
from domain.plans.content import Condition, PlanStatus
from domain.plans.founding import found_from_waiting_list, found_or_wait, keep_name
from domain.plans.founding_plan import FoundingPlan


def ask_question(context: CommandContext, command: plans.AskQuestion) -> Outcome:
    plan = context.plan(command.plan)
    question = context.closed(command.question, dossier=plan.id, event_type="BoardQuestionAsked", field="question")
    plan.ask(_act_of_who_asks(context), question=question)
    return [plan], plans.QuestionAnswer(**dict(answer(plan)), question_number=plan.questions)


def _act_of_who_asks(context: CommandContext) -> Act:
    """Make the act of the board member who asks; what the bureau records was asked by the board. A question decides nothing."""
    if context.session.role is Role.NATIONAL_BOARD:
        return context.act_in_role()
    return context.act_of_body(NATIONAL_BOARD, Role.NATIONAL_BOARD)


def declare_conflict(context: CommandContext, command: plans.DeclareConflictOfInterest) -> Outcome:
    plan = context.plan(command.plan)
    person = command.person or context.person
    interest = command.interest and context.personal(
        command.interest,
        person=person,
        purpose=Purpose.CONFLICT_OF_INTEREST,
        context=OFFICE,
        aggregate=plan.id,
        event_type="ConflictOfInterestDeclared",
        field="interest",
    )
    reference = context.vault.reference(person, OFFICE)
    plan.declare_conflict(context.act_of_holder(reference, Role.NATIONAL_BOARD), reference=reference, interest=interest or None)
    return [plan], answer(plan)


def approve_plan(context: CommandContext, command: plans.ApprovePlan) -> Outcome:
    plan = context.plan(command.plan)
    act = context.act_of_board(command.decided)
    plan.approve(
        act,
        plan_version=command.plan_version,
        rules=context.rules(plan.content.network_type),
        conditions=tuple(
            Condition.model_validate(text.model_dump(include=set(Condition.model_fields))) for text in command.conditions
        ),
        reasons=command.reasons,
    )
    return _founded(found_or_wait, context, act, plan, command.beyond_places_because)


def meet_condition(context: CommandContext, command: plans.MeetCondition) -> Outcome:
    """Record that a condition was met; with the last hard one the decision in which the board asked for it founds the network."""
    plan = context.plan(command.plan)
    plan.meet_condition(context.act_in_role(), condition_number=command.condition_number)
    decides_again = command.decided is not None or command.beyond_places_because is not None
    act = context.act_of_board(command.decided) if decides_again else context.act_as_decided(plan.agreed)
    return _founded(found_or_wait, context, act, plan, command.beyond_places_because)


def lapse_condition(context: CommandContext, command: plans.LapseCondition) -> Outcome:
    plan = context.plan(command.plan)
    act = context.act_in_role()
    plan.lapse_condition(act, condition_number=command.condition_number)
    return [plan, *keep_name(act, plan, context.name_of(plan))], answer(plan)


def reject_plan(context: CommandContext, command: plans.RejectPlan) -> Outcome:
    plan = context.plan(command.plan)
    plan.reject(
        context.act_of_board(command.decided),
        plan_version=command.plan_version,
        rules=context.rules(plan.content.network_type),
        reasons=command.reasons,
    )
    return [plan], answer(plan)


def defer_plan(context: CommandContext, command: plans.DeferPlan) -> Outcome:
    plan = context.plan(command.plan)
    plan.defer(
        context.act_of_board(command.decided), plan_version=command.plan_version, until=command.until, reasons=command.reasons
    )
    return [plan], answer(plan)


def found_waiting_network(context: CommandContext, command: plans.FoundWaitingNetwork) -> Outcome:
    plan = context.plan(command.plan)
    return _founded(found_from_waiting_list, context, context.act_of_board(command.decided), plan, command.beyond_places_because)


def _founded(
    found: Callable[..., list[Aggregate]], context: CommandContext, act: Act, plan: FoundingPlan, beyond_places: str | None
) -> Outcome:
    """Let the plan's network be founded, as one of the two ways in the domain decides (domain.plans.founding)."""
    pilot = context.get(Pilot, plan.pilot) if plan.pilot is not None else None
    saved = found(
        act,
        plan,
        pilot=pilot,
        name=context.name_of(plan),
        statistics=_statistics_of_founders(context, plan),
        rules=context.rules(plan.content.network_type),
        beyond_places_because=beyond_places,
    )
    return saved, answer(plan)


def _statistics_of_founders(context: CommandContext, plan: FoundingPlan) -> dict[Reference, Sealed]:
    """Seal what is known of those who become members by the founding, as for everybody who joins."""
    if plan.status not in {PlanStatus.APPROVED, PlanStatus.WAITING}:
        return {}
    found = {}
    for reference, person in context.vault.whose(in_network(plan.network), plan.core_group).items():
        sealed = sealed_statistics(context, person, plan.network, "MemberJoined")
        if sealed is not None:
            found[reference] = sealed
    return found
