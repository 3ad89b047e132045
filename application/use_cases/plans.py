"""Use cases of writing a founding plan and of the party bureau's part in it."""

from uuid import UUID

from pydantic import JsonValue

from application.command_context import Work, age_at
from application.command_handler import Outcome, handles
from application.commands import plans as c
from domain.kernel.acts import Act, Role
from domain.pilot.pilot import Pilot
from domain.plans.content import PlanContent, PlanOrigin, PlanStatus
from domain.plans.founding import keep_name
from domain.plans.founding_plan import FoundingPlan


def _content(command: c.PlanText) -> PlanContent:
    return PlanContent.model_validate(command.model_dump(include=set(PlanContent.model_fields)))


def answer(plan: FoundingPlan) -> dict[str, JsonValue]:
    """Tell where a plan stands."""
    return {
        "plan": str(plan.id),
        "version": plan.version,
        "planVersion": plan.plan_version,
        "status": plan.status,
        "network": str(plan.network) if plan.status is PlanStatus.FOUNDED else None,
    }


def act_of_writer(work: Work, person: UUID | None, plan: FoundingPlan) -> Act:
    """Make the act of who writes a plan: one of its initiators, or the bureau, for one of them or by itself."""
    if work.session.role is Role.PARTY_BUREAU and person is None:
        return work.act_in_role()
    return work.act_of_member(person, plan.network)


@handles(c.DraftPlan)
def draft_plan(work: Work, command: c.DraftPlan) -> Outcome:
    """Begin a plan; who begins it is not yet in its core group."""
    plan, network = work.new_id("plan"), work.new_id("network")
    by_board = command.started_by_board or work.session.role is Role.NATIONAL_BOARD
    if command.pilot is not None:
        work.get(Pilot, command.pilot)
    if command.follows is not None:
        work.get(FoundingPlan, command.follows)
    drafted = FoundingPlan.draft(
        _act_of_drafter(work, command, network, by_board=by_board),
        plan=plan,
        network=network,
        content=_content(command),
        origin=PlanOrigin.NATIONAL_BOARD if by_board else PlanOrigin.CORE_GROUP,
        rules=work.rules(command.network_type).rules,
        pilot=command.pilot,
        follows=command.follows,
    )
    return [drafted], answer(drafted)


def _act_of_drafter(work: Work, command: c.DraftPlan, network: UUID, *, by_board: bool) -> Act:
    if by_board:
        return work.act_of_board()
    if work.session.role is Role.PARTY_BUREAU and command.person is None:
        return work.act_in_role()
    return work.act_of_member(command.person, network)


@handles(c.RevisePlan)
def revise_plan(work: Work, command: c.RevisePlan) -> Outcome:
    """Write a draft differently."""
    plan = work.plan(command.plan)
    act = act_of_writer(work, command.person, plan)
    plan.revise(act, content=_content(command), rules=work.rules(command.network_type).rules)
    return [plan], answer(plan)


@handles(c.AmendPlan)
def amend_plan(work: Work, command: c.AmendPlan) -> Outcome:
    """Change a plan that was handed in."""
    plan = work.plan(command.plan)
    act = act_of_writer(work, command.person, plan)
    plan.amend(act, content=_content(command), rules=work.rules(command.network_type).rules)
    return [plan], answer(plan)


@handles(c.NominateCoreGroupMember)
def nominate(work: Work, command: c.NominateCoreGroupMember) -> Outcome:
    """Ask a party member for a seat."""
    plan = work.plan(command.plan)
    act = act_of_writer(work, command.person, plan)
    nominee = command.nominee or command.person or work.person
    work.must_be_party_member(nominee, act)
    plan.nominate(act, reference=work.reference(nominee, plan.network))
    return [plan], answer(plan)


@handles(c.NominateChair)
def nominate_chair(work: Work, command: c.NominateChair) -> Outcome:
    """Name a chair among those who were asked for a seat."""
    plan = work.plan(command.plan)
    act = act_of_writer(work, command.person, plan)
    nominee = command.nominee or command.person or work.person
    plan.nominate_chair(act, reference=work.reference(nominee, plan.network))
    return [plan], answer(plan)


@handles(c.AcceptNomination)
def accept_nomination(work: Work, command: c.AcceptNomination) -> Outcome:
    """Accept a seat."""
    plan = work.plan(command.plan)
    act = work.act_of_member(command.person, plan.network)
    work.must_be_party_member(command.person or work.person, act)
    age = age_at(work.known(command.person or work.person).statistics, act)
    minimum_age = work.rules(plan.content.network_type).rules.sensitive_minimum_age
    plan.accept_nomination(act, reference=act.by, consent_version=command.consent_version, age=age, minimum_age=minimum_age)
    return [plan], answer(plan)


@handles(c.DeclineNomination)
def decline_nomination(work: Work, command: c.DeclineNomination) -> Outcome:
    """Decline a seat or give it up."""
    plan = work.plan(command.plan)
    act = work.act_of_member(command.person, plan.network)
    plan.decline_nomination(act, reference=act.by)
    return [plan], answer(plan)


@handles(c.CountSupporters)
def count_supporters(work: Work, command: c.CountSupporters) -> Outcome:
    """Record how many support the founding."""
    plan = work.plan(command.plan)
    plan.count_supporters(
        work.act_in_role(),
        supporters=command.supporters,
        member_for_days=command.member_for_days,
        contribution_paid=command.contribution_paid,
    )
    return [plan], answer(plan)


@handles(c.SubmitPlan)
def submit_plan(work: Work, command: c.SubmitPlan) -> Outcome:
    """Hand a plan in."""
    plan = work.plan(command.plan)
    act = act_of_writer(work, command.person, plan)
    plan.submit(act, rules=work.rules(plan.content.network_type).rules)
    return [plan], answer(plan)


@handles(c.WithdrawPlan)
def withdraw_plan(work: Work, command: c.WithdrawPlan) -> Outcome:
    """Give a plan up, and its place on the waiting list."""
    plan = work.plan(command.plan)
    act = act_of_writer(work, command.person, plan)
    waited = plan.status is PlanStatus.WAITING
    plan.withdraw(act)
    return [plan, *_no_longer_waiting(work, plan, waited=waited), *keep_name(act, plan, work.name_of(plan))], answer(plan)


@handles(c.LapsePlan)
def lapse_plan(work: Work, command: c.LapsePlan) -> Outcome:
    """Record that nothing came of a plan, and free its place on the waiting list."""
    plan = work.plan(command.plan)
    waited = plan.status is PlanStatus.WAITING
    act = work.act_in_role()
    plan.lapse(act, lapse_reason=command.lapse_reason)
    return [plan, *_no_longer_waiting(work, plan, waited=waited), *keep_name(act, plan, work.name_of(plan))], answer(plan)


def _no_longer_waiting(work: Work, plan: FoundingPlan, *, waited: bool) -> list[Pilot]:
    if not waited or plan.pilot is None:
        return []
    pilot = work.get(Pilot, plan.pilot)
    pilot.take_off_waiting_list(work.act_in_role(), plan=plan.id)
    return [pilot]


@handles(c.ReturnPlan)
def return_plan(work: Work, command: c.ReturnPlan) -> Outcome:
    """Give a plan back."""
    plan = work.plan(command.plan)
    plan.return_incomplete(work.act_in_role(), missing=command.missing)
    return [plan], answer(plan)


@handles(c.FindPlanComplete)
def find_plan_complete(work: Work, command: c.FindPlanComplete) -> Outcome:
    """Record that a plan is complete."""
    plan = work.plan(command.plan)
    plan.find_complete(work.act_in_role(), rules=work.rules(plan.content.network_type))
    return [plan], answer(plan)


@handles(c.AdviseOnPlan)
def advise_on_plan(work: Work, command: c.AdviseOnPlan) -> Outcome:
    """Advise the board, closed."""
    plan = work.plan(command.plan)
    advice = work.closed(command.advice, dossier=plan.id, event_type="BureauAdviceGiven", field="advice")
    plan.advise(work.act_in_role(), advice=advice)
    return [plan], answer(plan)


@handles(c.AnswerQuestion)
def answer_question(work: Work, command: c.AnswerQuestion) -> Outcome:
    """Answer a question of the board, closed."""
    plan = work.plan(command.plan)
    sealed = work.closed(command.answer, dossier=plan.id, event_type="BoardQuestionAnswered", field="answer")
    plan.answer(act_of_writer(work, command.person, plan), question_number=command.question_number, answer=sealed)
    return [plan], answer(plan)
