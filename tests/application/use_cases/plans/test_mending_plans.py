"""A decision on a plan that was typed wrongly: mended, and told as it was known before and after."""

from datetime import timedelta
from uuid import UUID

from application.commands.networks import CorrectEntry, WithdrawEntry
from application.commands.plans import ApprovePlan, RejectPlan, ReturnPlan
from application.errors import AccessDenied
from application.language.answers import in_sentences
from application.language.words import Language
from application.queries.auditing.record import History
from application.queries.plans import DecisionRegister, FoundingPlanDetails
from domain.kernel.acts import Role
from domain.kernel.days import day_of
from domain.kernel.entries import Mistake
from domain.kernel.errors import CorrectionImpossible, SomethingRestsOnEntry
from domain.networks.meeting import EntryHasNoNumber
from domain.networks.network import Network
from domain.pilot.rules import PlanPart
from domain.plans.content import PlanStatus
from domain.plans.errors import EntryHasNoReasons
from domain.plans.founding_plan import FoundingPlan
from tests.application.party import FOUNDERS, Party


def a_rejected_plan(party: Party) -> tuple[UUID, str]:
    """A plan, handed in a week before it was rejected, and the name of the rejection."""
    plan = party.submitted()
    party.clock.pass_time(days=7)
    party.give(RejectPlan(plan=plan, plan_version=1, outcome="rejected", reasons="Te smal."), party.bureau)
    return plan, party.load(FoundingPlan, plan).last_event


def test_the_register_tells_the_day_and_reasons_that_are_known(party: Party):
    plan, rejection = a_rejected_plan(party)
    before = party.log.last_position()
    meeting = party.clock.now - timedelta(days=3)
    party.give(
        CorrectEntry(of=rejection, corrected_at=meeting, reasons="Dit lijkt op een ander.", mistake=Mistake.WRONG_DAY),
        party.bureau,
    )

    (now,) = party.ask(DecisionRegister(plan=plan), party.board).items
    (then,) = party.ask(DecisionRegister(plan=plan, position=before), party.board).items
    assert (now.event, now.at, now.reasons) == (rejection, meeting, "Dit lijkt op een ander.")
    assert (then.event, then.reasons, then.key) == (rejection, "Te smal.", now.key)
    assert then.at > now.at

    day = day_of(meeting)
    for position, status in ((None, PlanStatus.REJECTED), (before, PlanStatus.SUBMITTED)):
        shown = party.ask(FoundingPlanDetails(plan=plan, on=day, position=position), party.board)
        assert shown.status is status
    history = party.ask(History(item=plan), party.bureau).items
    assert [each.type for each in history][-2:] == ["PlanRejected", "EntryCorrected"]


def test_the_history_tells_the_reasons_that_were_corrected(party: Party):
    plan, rejection = a_rejected_plan(party)
    mended = "Dit lijkt op een ander."
    party.give(CorrectEntry(of=rejection, reasons=mended, mistake=Mistake.WRONG_WORDS), party.bureau)

    told = in_sentences(party.ask(History(item=plan), party.bureau), Language.NL).items[-1].sentence

    assert f"Redenen: {mended}" in told


def test_a_rejection_of_the_wrong_plan_is_withdrawn_and_the_plan_is_approved(party: Party):
    plan, rejection = a_rejected_plan(party)
    before = party.log.last_position()
    party.give(WithdrawEntry(of=rejection, mistake=Mistake.DID_NOT_HAPPEN), party.bureau)
    assert party.ask(DecisionRegister(plan=plan), party.board).items == ()
    assert len(party.ask(DecisionRegister(plan=plan, position=before), party.board).items) == 1
    answer = party.give(ApprovePlan(plan=plan, plan_version=1), party.board)
    assert answer.data.status == PlanStatus.FOUNDED


def test_a_return_of_the_wrong_plan_is_withdrawn_and_nothing_is_missing(party: Party):
    plan = party.submitted()
    party.give(ReturnPlan(plan=plan, missing=(PlanPart.BUDGET,)), party.bureau)
    party.give(WithdrawEntry(of=party.load(FoundingPlan, plan).last_event, mistake=Mistake.DID_NOT_HAPPEN), party.bureau)
    shown = party.ask(FoundingPlanDetails(plan=plan), party.bureau)
    assert (shown.status, shown.missing) == (PlanStatus.SUBMITTED, ())


def test_an_approval_on_which_a_network_was_founded_is_not_withdrawn(party: Party):
    network = party.founded()
    (approved,) = party.all_of("PlanApproved")
    of = f"{approved.originator_id}:{approved.originator_version}"
    with party.refused(SomethingRestsOnEntry) as refused:
        party.give(WithdrawEntry(of=of, mistake=Mistake.DID_NOT_HAPPEN), party.bureau)
    founded_on = day_of(party.load(Network, network).begun_at)
    assert refused.value.facts == {"because": "network-founded", "on": founded_on, "first": "decide-anew"}
    assert party.load(Network, network).closed_at is None


def test_its_day_is_corrected_to_before_the_founding_and_not_to_after_it(party: Party):
    plan = party.submitted()
    handed_in = party.clock.now
    party.clock.pass_time(days=7)
    party.give(ApprovePlan(plan=plan, plan_version=1), party.board)
    (approved,) = party.all_of("PlanApproved")
    of = f"{plan}:{approved.originator_version}"
    party.clock.pass_time(days=7)
    with party.refused(CorrectionImpossible):
        party.give(CorrectEntry(of=of, corrected_at=party.clock.now, mistake=Mistake.WRONG_DAY), party.bureau)
    met = handed_in + timedelta(days=1)
    party.give(CorrectEntry(of=of, corrected_at=met, mistake=Mistake.WRONG_DAY), party.bureau)
    entry = next(each for each in party.ask(DecisionRegister(plan=plan), party.board).items if each.event == of)
    assert entry.at == met


def test_only_the_bureau_mends_and_only_what_an_entry_has(party: Party):
    _, rejection = a_rejected_plan(party)
    joined = party.join(FOUNDERS[0], party.network()).data.membership
    for session in (party.board, party.member(FOUNDERS[0]), party.session(Role.AUDITOR)):
        with party.refused(AccessDenied):
            party.give(WithdrawEntry(of=rejection, mistake=Mistake.DID_NOT_HAPPEN), session)
    with party.refused(EntryHasNoNumber):
        party.give(CorrectEntry(of=rejection, present=3, mistake=Mistake.WRONG_NUMBER), party.bureau)
    with party.refused(EntryHasNoReasons):
        party.give(CorrectEntry(of=f"{joined}:1", reasons="Zo.", mistake=Mistake.WRONG_WORDS), party.bureau)
