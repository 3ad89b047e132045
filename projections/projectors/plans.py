"""From events to facts: founding plans and where they stand."""

from typing import Any

from domain.kernel.events import DomainEvent
from domain.plans.content import PlanContent, PlanStatus
from domain.plans.founding_plan import FoundingPlan, Nomination
from domain.plans.life import as_known, taken_back
from projections.projectors.registry import PROJECTORS, projects
from projections.projectors.row_writer import RowWriter
from projections.store.instants import micros
from projections.store.tables import corrections, plans


@projects(FoundingPlan.PlanDrafted)
def drafted(writer: RowWriter, event: FoundingPlan.PlanDrafted) -> None:
    """Somebody begins to write a plan."""
    _begin(writer, event, telling=0)


def _begin(writer: RowWriter, event: FoundingPlan.PlanDrafted, *, telling: int) -> None:
    writer.add(
        plans,
        **_written(event.content),
        status=PlanStatus.DRAFT,
        plan_version=0,
        versions=[],
        initiator=event.act.by,
        nominations={},
        nominated_at={},
        chair=None,
        asked=0,
        questions=[],
        conditions=[],
        missing=[],
        before_deferral=None,
        network=str(event.network),
        pilot=None if event.pilot is None else str(event.pilot),
        follows=None if event.follows is None else str(event.follows),
        drafted_at=micros(event.act.at),
        changed_at=micros(event.act.at),
        events=[writer.event],
        telling=telling,
        version=event.originator_version,
    )


def _change(writer: RowWriter, event: DomainEvent, **columns: object) -> None:
    row = writer.only(plans)
    name = writer.event
    if "status" in columns:
        columns["events"] = [*row["events"], name]
        columns["changed_at"] = micros(event.act.at)
    writer.change(plans, row, version=event.originator_version, **columns)


def _written(content: PlanContent) -> dict[str, Any]:
    return {
        "name": content.name,
        "network_type": content.network_type,
        "sensitive": content.sensitive,
        "content": content.model_dump(mode="json"),
    }


@projects(FoundingPlan.PlanRevised)
def revised(writer: RowWriter, event: FoundingPlan.PlanRevised) -> None:
    """A draft is written differently."""
    _change(writer, event, **_written(event.content))


@projects(FoundingPlan.CoreGroupMemberNominated)
def nominated(writer: RowWriter, event: FoundingPlan.CoreGroupMemberNominated) -> None:
    """Somebody is asked for a seat."""
    asked = {**writer.only(plans)["nominated_at"], event.reference: micros(event.act.at)}
    _nomination(writer, event, event.reference, Nomination.OPEN, nominated_at=asked)


@projects(FoundingPlan.NominationAccepted)
def accepted(writer: RowWriter, event: FoundingPlan.NominationAccepted) -> None:
    """Somebody accepts."""
    _nomination(writer, event, event.reference, Nomination.ACCEPTED)


@projects(FoundingPlan.NominationDeclined)
def declined(writer: RowWriter, event: FoundingPlan.NominationDeclined) -> None:
    """Somebody declines."""
    _nomination(writer, event, event.reference, Nomination.DECLINED)


def _nomination(writer: RowWriter, event: DomainEvent, reference: str, answer: Nomination, **columns: object) -> None:
    _change(writer, event, nominations={**writer.only(plans)["nominations"], reference: answer}, **columns)


@projects(FoundingPlan.ChairNominated)
def chair_nominated(writer: RowWriter, event: FoundingPlan.ChairNominated) -> None:
    """Somebody is named as chair."""
    _change(writer, event, chair=event.reference)


@projects(FoundingPlan.SupportersCounted, FoundingPlan.BureauAdviceGiven, FoundingPlan.ConflictOfInterestDeclared)
def noted(writer: RowWriter, event: DomainEvent) -> None:
    """Something is known of a plan that its history tells; where it stands is the same."""
    _change(writer, event)


@projects(FoundingPlan.PlanSubmitted)
def submitted(writer: RowWriter, event: FoundingPlan.PlanSubmitted) -> None:
    """A version is handed in."""
    _handed_in(writer, event, content=writer.only(plans)["content"])


@projects(FoundingPlan.PlanAmended)
def amended(writer: RowWriter, event: FoundingPlan.PlanAmended) -> None:
    """Another version is handed in."""
    _handed_in(writer, event, **_written(event.content))


def _handed_in(writer: RowWriter, event: FoundingPlan.PlanSubmitted | FoundingPlan.PlanAmended, **written: object) -> None:
    version = {
        "plan_version": event.plan_version,
        "digest": event.digest,
        "content": written["content"],
        "at": event.act.at.isoformat(),
        "event": writer.event,
    }
    _change(
        writer,
        event,
        status=PlanStatus.SUBMITTED,
        plan_version=event.plan_version,
        versions=[*writer.only(plans)["versions"], version],
        missing=[],
        **written,
    )


@projects(FoundingPlan.PlanReturned)
def plan_returned(writer: RowWriter, event: FoundingPlan.PlanReturned) -> None:
    """A plan is given back."""
    _change(writer, event, status=PlanStatus.RETURNED, missing=list(event.missing))


@projects(FoundingPlan.PlanFoundComplete)
def found_complete(writer: RowWriter, event: FoundingPlan.PlanFoundComplete) -> None:
    """A plan is complete."""
    _change(writer, event, status=PlanStatus.COMPLETE)


@projects(FoundingPlan.BoardQuestionAsked)
def asked(writer: RowWriter, event: FoundingPlan.BoardQuestionAsked) -> None:
    """The board asks something."""
    row = writer.only(plans)
    number, questions = row["asked"] + 1, row["questions"]
    question = {
        "number": number,
        "question": event.question.model_dump(mode="json"),
        "asked_at": micros(event.act.at),
        "answer": None,
        "answered_at": None,
    }
    _change(writer, event, asked=number, questions=[*questions, question])


@projects(FoundingPlan.BoardQuestionAnswered)
def answered(writer: RowWriter, event: FoundingPlan.BoardQuestionAnswered) -> None:
    """The core group answers."""
    answer = event.answer.model_dump(mode="json")
    questions = [
        {**question, "answer": answer, "answered_at": micros(event.act.at)}
        if question["number"] == event.question_number
        else question
        for question in writer.only(plans)["questions"]
    ]
    _change(writer, event, questions=questions)


@projects(FoundingPlan.ConditionMet)
def condition_met(writer: RowWriter, event: FoundingPlan.ConditionMet) -> None:
    """A condition is met."""
    conditions = _conditions(writer, event.condition_number, state="met")
    hard_open = any(each["hard"] and each["state"] == "open" for each in conditions)
    held = writer.only(plans)["status"]
    becomes = PlanStatus.APPROVED if held == PlanStatus.APPROVED_WITH_CONDITIONS and not hard_open else held
    _change(writer, event, conditions=conditions, status=becomes)


@projects(FoundingPlan.ConditionLapsed)
def condition_lapsed(writer: RowWriter, event: FoundingPlan.ConditionLapsed) -> None:
    """A condition is not met in time."""
    _change(writer, event, conditions=_conditions(writer, event.condition_number, state="lapsed"))


def _conditions(writer: RowWriter, number: int, **known: object) -> list[dict[str, Any]]:
    return [{**each, **known} if each["number"] == number else each for each in writer.only(plans)["conditions"]]


@projects(FoundingPlan.ConditionReminded)
def condition_reminded(writer: RowWriter, event: FoundingPlan.ConditionReminded) -> None:
    """A condition is due soon."""
    _change(writer, event, conditions=_conditions(writer, event.condition_number, reminded_at=event.act.at.isoformat()))


@projects(FoundingPlan.ConditionNotMetInTime)
def condition_not_met_in_time(writer: RowWriter, event: FoundingPlan.ConditionNotMetInTime) -> None:
    """A condition's day is over."""
    _change(writer, event, conditions=_conditions(writer, event.condition_number, not_met_since=event.act.at.isoformat()))


@projects(FoundingPlan.PlanWaitListed)
def wait_listed(writer: RowWriter, event: FoundingPlan.PlanWaitListed) -> None:
    """A plan waits for a place."""
    _change(writer, event, status=PlanStatus.WAITING)


@projects(FoundingPlan.PlanCarriedOut)
def carried_out(writer: RowWriter, event: FoundingPlan.PlanCarriedOut) -> None:
    """The network is founded."""
    _change(writer, event, status=PlanStatus.FOUNDED)


@projects(FoundingPlan.PlanWithdrawn)
def plan_withdrawn(writer: RowWriter, event: FoundingPlan.PlanWithdrawn) -> None:
    """A plan is given up."""
    _change(writer, event, status=PlanStatus.WITHDRAWN)


@projects(FoundingPlan.PlanLapsed)
def lapsed(writer: RowWriter, event: FoundingPlan.PlanLapsed) -> None:
    """Nothing comes of a plan."""
    _change(writer, event, status=PlanStatus.LAPSED)


# Decisions


@projects(FoundingPlan.PlanApproved)
def approved(writer: RowWriter, event: FoundingPlan.PlanApproved) -> None:
    """The board agrees."""
    conditions = [
        {"number": number, "state": "open", **condition.model_dump(mode="json")}
        for number, condition in enumerate(event.conditions, start=1)
    ]
    hard = any(condition.hard for condition in event.conditions)
    status = PlanStatus.APPROVED_WITH_CONDITIONS if hard else PlanStatus.APPROVED
    _change(writer, event, status=status, conditions=conditions)


@projects(FoundingPlan.PlanRejected)
def rejected(writer: RowWriter, event: FoundingPlan.PlanRejected) -> None:
    """The board does not agree."""
    _change(writer, event, status=PlanStatus.REJECTED)


@projects(FoundingPlan.PlanDeferred)
def deferred(writer: RowWriter, event: FoundingPlan.PlanDeferred) -> None:
    """The board takes more time."""
    _change(writer, event, status=PlanStatus.DEFERRED, before_deferral=_before_deferral(writer))


def _before_deferral(writer: RowWriter) -> str:
    """Deferred again, it goes back to where it was before the first time."""
    row = writer.only(plans)
    before: str = row["before_deferral"] if row["status"] == PlanStatus.DEFERRED else row["status"]
    return before


@projects(FoundingPlan.DeferralEnded)
def deferral_ended(writer: RowWriter, event: FoundingPlan.DeferralEnded) -> None:
    """The board has the plan before it again."""
    _change(writer, event, status=writer.only(plans)["before_deferral"])


# Mending


@projects(FoundingPlan.EntryCorrected)
def entry_corrected(writer: RowWriter, event: FoundingPlan.EntryCorrected) -> None:
    """Something happened at another moment."""
    _tell_anew(writer, event)


@projects(FoundingPlan.EntryWithdrawn)
def entry_withdrawn(writer: RowWriter, event: FoundingPlan.EntryWithdrawn) -> None:
    """Something did not happen."""
    _tell_anew(writer, event)


def _tell_anew(writer: RowWriter, event: FoundingPlan.EntryCorrected | FoundingPlan.EntryWithdrawn) -> None:
    """Tell the whole life of a plan, as it is known now: a day in the past is asked about more often than one is mended."""
    past = writer.past()
    gone = taken_back(past)
    row = writer.only(plans)
    writer.drop(plans, row)
    for each in writer.retell(as_known(past)):
        if isinstance(each, FoundingPlan.PlanDrafted):
            _begin(writer, each, telling=row["telling"] + 1)
        elif writer.event in gone:  # a question that was withdrawn: those after it keep their numbers
            _change(writer, each, asked=writer.only(plans)["asked"] + 1)
        else:
            PROJECTORS[each.TOPIC](writer, each)
    writer.mend(plans, writer.only(plans), version=event.originator_version)
    writer.add(corrections, network=None, of=event.of, withdrawn=isinstance(event, FoundingPlan.EntryWithdrawn), begun_by=None)
