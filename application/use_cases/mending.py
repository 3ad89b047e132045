"""Use cases of mending what was recorded wrongly."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from application.access.event_names import recorded_name
from application.command_context import CommandContext, Outcome
from application.commands.networks import CorrectEntry, CorrectionAnswer, EntryWithdrawalAnswer, WithdrawEntry
from application.errors import InTheFuture, UnknownItem
from application.use_cases.memberships import correct_membership
from domain.advice.errors import EntryHasNoTalk
from domain.advice.offer import AdviceOffer
from domain.advice.request import AdviceRequest
from domain.kernel.acts import Act, EventName
from domain.kernel.days import day_of, start_of
from domain.kernel.entries import Mistake
from domain.kernel.errors import EntryNotCorrectable
from domain.kernel.events import Aggregate
from domain.networks.conversation import Conversation
from domain.networks.lessons import Lessons
from domain.networks.meeting import EntryHasNoNumber, Meeting
from domain.networks.membership import Membership
from domain.networks.network import Network
from domain.pilot.baseline import Baseline
from domain.pilot.frozen_evaluation import FrozenEvaluation
from domain.plans.content import PlanStatus
from domain.plans.errors import EntryHasNoReasons
from domain.plans.founding import keep_name
from domain.plans.founding_plan import FoundingPlan

OfNetwork = Membership | Network | Meeting | Conversation | AdviceOffer | Lessons
Mendable = OfNetwork | FoundingPlan | AdviceRequest | Baseline | FrozenEvaluation


def correct_entry(context: CommandContext, command: CorrectEntry) -> Outcome:
    at, of, mistake = command.corrected_at, recorded_name(command.of, context.reach), command.mistake
    found, act = _mended(context, of), context.act_in_role()
    saved: list[Aggregate] = [found]
    _must_have_what_is_corrected(context, found, command)
    match found:
        case Meeting():
            if at is not None:
                context.get(Network, found.network).must_exist_at(at)
            found.correct_entry(act, of=of, at=at, present=command.present, mistake=mistake)
        case FoundingPlan():
            founded_at = _founded_at(context, found)
            found.correct_entry(act, of=of, at=at, reasons=command.reasons, mistake=mistake, founded_at=founded_at)
        case AdviceRequest():
            found.correct_entry(act, of=of, at=at, talked_on=command.talked_on, mistake=mistake)
        case _ if at is None:
            raise EntryHasNoNumber
        case Conversation() | AdviceOffer() | Lessons() | Baseline() | FrozenEvaluation():
            _must_have_been_there(context, found, of, at)
            found.correct_entry(act, of=of, at=at, mistake=mistake)
        case Network():
            found.correct_entry(act, of=of, at=at, mistake=mistake, rules=context.rules_if_any(found.network_type))
            if of == found.closed_by:
                saved += _ended_with(context, found, act, mistake)
        case Membership():
            correct_membership(context, found, command, at)
    return saved, CorrectionAnswer(corrected=command.of, version=found.public_version)


def _must_have_been_there(
    context: CommandContext, said: OfNetwork | Baseline | FrozenEvaluation, of: EventName, at: datetime
) -> None:
    """Check that the network was there, of what a network said: of the party and the board there is nothing to check."""
    if isinstance(said, Lessons) and not said.is_told_by(of):
        return
    if isinstance(said, Conversation | AdviceOffer | Lessons):
        context.get(Network, said.network).must_exist_at(at)


def _ended_with(context: CommandContext, network: Network, act: Act, mistake: Mistake) -> Iterator[Membership]:
    """Let the memberships that a closing ended end when it is known to have been; who left before stays as it was."""
    if network.closed_by is None or network.closed_at is None:
        return
    for each in context.log.load_many(context.resting.members_of(network.id)).values():
        if not isinstance(each, Membership):
            continue
        for period in each.ended_because_of(network.closed_by):
            each.correct_entry(act, of=period.ended_by or "", at=max(network.closed_at, period.begun_at), mistake=mistake)
            yield each


def _must_have_what_is_corrected(context: CommandContext, found: Mendable, command: CorrectEntry) -> None:
    if command.corrected_at is not None and command.corrected_at > context.now:
        raise InTheFuture(at=command.corrected_at)
    if command.reasons is not None and not isinstance(found, FoundingPlan):
        raise EntryHasNoReasons
    if command.present is not None and not isinstance(found, Meeting):
        raise EntryHasNoNumber
    if command.talked_on is not None:
        if not isinstance(found, AdviceRequest):
            raise EntryHasNoTalk
        if command.talked_on > day_of(context.now):
            raise InTheFuture(at=start_of(command.talked_on))


def _founded_at(context: CommandContext, plan: FoundingPlan) -> datetime | None:
    return context.get(Network, plan.network).begun_at if plan.status is PlanStatus.FOUNDED else None


def withdraw_entry(context: CommandContext, command: WithdrawEntry) -> Outcome:
    of = recorded_name(command.of, context.reach)
    found, act = _mended(context, of), context.act_in_role()
    saved: list[Aggregate] = [found]
    if isinstance(found, Network):
        found.withdraw_entry(act, of=of, mistake=command.mistake, rules=context.rules_if_any(found.network_type))
    else:
        found.withdraw_entry(act, of=of, mistake=command.mistake)
    if isinstance(found, FoundingPlan):
        saved += keep_name(act, found, context.name_of(found))
    return saved, EntryWithdrawalAnswer(withdrawn=command.of, version=found.public_version)


def _mended(context: CommandContext, of: str) -> Mendable:
    item = UUID(of.rsplit(":", 1)[0])
    found = context.load_many([item]).get(item)
    if found is None:
        raise UnknownItem(kind="Entry", item=of)
    found.must_have(of)
    if not isinstance(found, Mendable):
        raise EntryNotCorrectable(of=of)
    return found
