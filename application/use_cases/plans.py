"""Use cases of writing a founding plan and of the party bureau's part in it."""

from uuid import UUID

from application.command_context import CommandContext, Outcome
from application.commands import plans
from application.errors import NominatedPersonNotFound, UnknownItem
from application.own.consents import must_be_in_force
from application.ports.vault.contexts import in_network
from application.use_cases.people.statistics import age_at
from domain.kernel.acts import CORE_GROUP, Act, Role
from domain.kernel.days import day_of
from domain.pilot.pilot import Pilot
from domain.plans.content import AGREED, PlanContent, PlanOrigin, PlanStatus
from domain.plans.founding import keep_name
from domain.plans.founding_plan import FoundingPlan


def _content(command: plans.PlanText) -> PlanContent:
    return PlanContent.model_validate(command.model_dump(include=set(PlanContent.model_fields)))


def answer(plan: FoundingPlan) -> plans.PlanAnswer:
    return plans.PlanAnswer(
        plan=plan.id,
        version=plan.version,
        plan_version=plan.plan_version,
        status=plan.status,
        network=plan.network if plan.status is PlanStatus.FOUNDED else None,
    )


def act_of_writer(context: CommandContext, person: UUID | None, plan: FoundingPlan) -> Act:
    """Make the act of who writes a plan: one of its initiators, or all of them as the bureau heard it."""
    return _act_of_group(context, person, plan.network)


def _act_of_group(context: CommandContext, person: UUID | None, network: UUID) -> Act:
    """Make the act of somebody of the group that wants a network, or of the group as a body when the bureau names nobody."""
    if context.session.role is Role.PARTY_BUREAU and person is None:
        return context.act_of_body(CORE_GROUP, Role.CORE_GROUP)
    return context.act_of_member(person, network)


def draft_plan(context: CommandContext, command: plans.DraftPlan) -> Outcome:
    """Begin a plan; who begins it is not yet in its core group."""
    plan, network = context.new_id("plan"), context.new_id("network")
    role = context.session.role
    if command.decided is not None and role is Role.MEMBER:
        raise context.reach.denied()
    by_board = command.decided is not None or role is Role.NATIONAL_BOARD
    act = _act_of_drafter(context, command, network, by_board=by_board)
    if command.pilot is not None:
        context.get(Pilot, command.pilot).must_run(act)
    if command.follows is not None:
        _must_know_of(context, context.get(FoundingPlan, command.follows))
    drafted = FoundingPlan.draft(
        act,
        plan=plan,
        network=network,
        content=_content(command),
        origin=PlanOrigin.NATIONAL_BOARD if by_board else PlanOrigin.CORE_GROUP,
        rules=context.rules(command.network_type).rules,
        pilot=command.pilot,
        follows=command.follows,
    )
    return [drafted], answer(drafted)


def _must_know_of(context: CommandContext, plan: FoundingPlan) -> None:
    """
    Check that a member names a plan of their own, or one of which everybody reads what was decided.

    :raises UnknownItem: as if it were not there
    """
    own = any(map(plan.is_initiator, context.reach.references(in_network(plan.network))))
    if context.session.role is Role.MEMBER and not own and plan.status not in AGREED | {PlanStatus.FOUNDED, PlanStatus.REJECTED}:
        raise UnknownItem(kind=FoundingPlan.__name__, item=plan.id)


def _act_of_drafter(context: CommandContext, command: plans.DraftPlan, network: UUID, *, by_board: bool) -> Act:
    if by_board:
        return context.act_of_board(command.decided)
    return _act_of_group(context, command.person, network)


def revise_plan(context: CommandContext, command: plans.RevisePlan) -> Outcome:
    plan = context.plan(command.plan)
    act = act_of_writer(context, command.person, plan)
    plan.revise(act, content=_content(command), rules=context.rules(command.network_type).rules)
    return [plan], answer(plan)


def amend_plan(context: CommandContext, command: plans.AmendPlan) -> Outcome:
    plan = context.plan(command.plan)
    act = act_of_writer(context, command.person, plan)
    plan.amend(act, content=_content(command), rules=context.rules(command.network_type).rules)
    return [plan], answer(plan)


def bring_into_pilot(context: CommandContext, command: plans.BringPlanIntoPilot) -> Outcome:
    plan, pilot = context.plan(command.plan), context.get(Pilot, command.pilot)
    act = act_of_writer(context, command.person, plan)
    pilot.must_run(act)
    plan.bring_into_pilot(act, pilot=pilot.id)
    return [plan], answer(plan)


def nominate(context: CommandContext, command: plans.NominateCoreGroupMember) -> Outcome:
    plan = context.plan(command.plan)
    act = act_of_writer(context, command.person, plan)
    nominee = command.nominee or command.person or context.person
    context.must_be_party_member(nominee, act)
    plan.nominate(act, reference=context.reference(nominee, plan.network))
    return [plan], answer(plan)


def nominate_core_group(context: CommandContext, command: plans.NominateCoreGroup) -> Outcome:
    plan = context.plan(command.plan)
    people = [_called(context, name) for name in command.names]
    for person in people:
        act = context.act_in_role()
        context.must_be_party_member(person, act)
        plan.nominate(act, reference=context.reference(person, plan.network))
    if command.accepted:
        for person in people:
            _accept(context, plan, person, command.consent_version)
    return [plan], answer(plan)


def _called(context: CommandContext, name: str) -> UUID:
    person = context.vault.person_named(name)
    if person is None:
        raise NominatedPersonNotFound(name=name)
    return person


def nominate_chair(context: CommandContext, command: plans.NominateChair) -> Outcome:
    plan = context.plan(command.plan)
    act = act_of_writer(context, command.person, plan)
    nominee = command.nominee or command.person or context.person
    plan.nominate_chair(act, reference=context.reference(nominee, plan.network))
    return [plan], answer(plan)


def accept_nomination(context: CommandContext, command: plans.AcceptNomination) -> Outcome:
    plan = context.plan(command.plan)
    _accept(context, plan, command.person or context.person, command.consent_version)
    return [plan], answer(plan)


def _accept(context: CommandContext, plan: FoundingPlan, nominee: UUID, consent_version: str | None) -> None:
    act = context.act_of_member(nominee, plan.network)
    context.must_be_party_member(nominee, act)
    must_be_in_force(consent_version, day_of(act.at))
    age = age_at(context, nominee, act.at)
    minimum_age = context.rules(plan.content.network_type).rules.sensitive_minimum_age
    plan.accept_nomination(act, reference=act.by, consent_version=consent_version, age=age, minimum_age=minimum_age)


def decline_nomination(context: CommandContext, command: plans.DeclineNomination) -> Outcome:
    plan = context.plan(command.plan)
    act = context.act_of_member(command.person, plan.network)
    plan.decline_nomination(act, reference=act.by)
    return [plan], answer(plan)


def count_supporters(context: CommandContext, command: plans.CountSupporters) -> Outcome:
    plan = context.plan(command.plan)
    plan.count_supporters(
        context.act_in_role(),
        supporters=command.supporters,
        member_for_days=command.member_for_days,
        contribution_paid=command.contribution_paid,
    )
    return [plan], answer(plan)


def submit_plan(context: CommandContext, command: plans.SubmitPlan) -> Outcome:
    plan = context.plan(command.plan)
    act = act_of_writer(context, command.person, plan)
    plan.submit(act, rules=context.rules(plan.content.network_type).rules)
    return [plan], answer(plan)


def withdraw_plan(context: CommandContext, command: plans.WithdrawPlan) -> Outcome:
    """Give a plan up, and its place on the waiting list."""
    plan = context.plan(command.plan)
    act = act_of_writer(context, command.person, plan)
    waited = plan.status is PlanStatus.WAITING
    plan.withdraw(act)
    return [plan, *_no_longer_waiting(context, plan, waited=waited), *keep_name(act, plan, context.name_of(plan))], answer(plan)


def lapse_plan(context: CommandContext, command: plans.LapsePlan) -> Outcome:
    """Record that nothing came of a plan, and free its place on the waiting list."""
    plan = context.plan(command.plan)
    waited = plan.status is PlanStatus.WAITING
    act = context.act_in_role()
    plan.lapse(act, lapse_reason=command.lapse_reason)
    return [plan, *_no_longer_waiting(context, plan, waited=waited), *keep_name(act, plan, context.name_of(plan))], answer(plan)


def _no_longer_waiting(context: CommandContext, plan: FoundingPlan, *, waited: bool) -> list[Pilot]:
    if not waited or plan.pilot is None:
        return []
    pilot = context.get(Pilot, plan.pilot)
    pilot.take_off_waiting_list(context.act_in_role(), plan=plan.id)
    return [pilot]


def return_plan(context: CommandContext, command: plans.ReturnPlan) -> Outcome:
    plan = context.plan(command.plan)
    plan.return_incomplete(context.act_in_role(), missing=command.missing)
    return [plan], answer(plan)


def find_plan_complete(context: CommandContext, command: plans.FindPlanComplete) -> Outcome:
    plan = context.plan(command.plan)
    plan.find_complete(context.act_in_role(), rules=context.rules(plan.content.network_type))
    return [plan], answer(plan)


def advise_on_plan(context: CommandContext, command: plans.AdviseOnPlan) -> Outcome:
    plan = context.plan(command.plan)
    advice = context.closed(command.advice, dossier=plan.id, event_type="BureauAdviceGiven", field="advice")
    plan.advise(context.act_in_role(), advice=advice)
    return [plan], answer(plan)


def answer_question(context: CommandContext, command: plans.AnswerQuestion) -> Outcome:
    plan = context.plan(command.plan)
    sealed = context.closed(command.answer, dossier=plan.id, event_type="BoardQuestionAnswered", field="answer")
    plan.answer(act_of_writer(context, command.person, plan), question_number=command.question_number, answer=sealed)
    return [plan], answer(plan)
