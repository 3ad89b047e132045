"""From events to facts: founding plans and where they stand."""

from typing import Any

from domain.kernel.events import DomainEvent
from domain.plans.content import PlanContent, PlanStatus
from domain.plans.founding_plan import FoundingPlan, Nomination
from domain.plans.life import as_known, taken_back
from projections.projectors.registry import PROJECTORS, tells
from projections.projectors.row_writer import Facts
from projections.store.instants import micros
from projections.store.tables import corrections, plans

P = FoundingPlan


@tells(P.PlanDrafted)
def drafted(facts: Facts, event: P.PlanDrafted) -> None:
    """Somebody begins to write a plan."""
    _begin(facts, event, telling=0)


def _begin(facts: Facts, event: P.PlanDrafted, *, telling: int) -> None:
    facts.add(
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
        events=[facts.event],
        telling=telling,
        version=event.originator_version,
    )


def _change(facts: Facts, event: DomainEvent, **columns: object) -> None:
    row = facts.only(plans)
    name = facts.event
    if "status" in columns:
        columns["events"] = [*row["events"], name]
        columns["changed_at"] = micros(event.act.at)
    facts.change(plans, row, version=event.originator_version, **columns)


def _written(content: PlanContent) -> dict[str, Any]:
    return {
        "name": content.name,
        "network_type": content.network_type,
        "sensitive": content.sensitive,
        "content": content.model_dump(mode="json"),
    }


@tells(P.PlanRevised)
def revised(facts: Facts, event: P.PlanRevised) -> None:
    """A draft is written differently."""
    _change(facts, event, **_written(event.content))


@tells(P.CoreGroupMemberNominated)
def nominated(facts: Facts, event: P.CoreGroupMemberNominated) -> None:
    """Somebody is asked for a seat."""
    asked = {**facts.only(plans)["nominated_at"], event.reference: micros(event.act.at)}
    _nomination(facts, event, event.reference, Nomination.OPEN, nominated_at=asked)


@tells(P.NominationAccepted)
def accepted(facts: Facts, event: P.NominationAccepted) -> None:
    """Somebody accepts."""
    _nomination(facts, event, event.reference, Nomination.ACCEPTED)


@tells(P.NominationDeclined)
def declined(facts: Facts, event: P.NominationDeclined) -> None:
    """Somebody declines."""
    _nomination(facts, event, event.reference, Nomination.DECLINED)


def _nomination(facts: Facts, event: DomainEvent, reference: str, answer: Nomination, **columns: object) -> None:
    _change(facts, event, nominations={**facts.only(plans)["nominations"], reference: answer}, **columns)


@tells(P.ChairNominated)
def chair_nominated(facts: Facts, event: P.ChairNominated) -> None:
    """Somebody is named as chair."""
    _change(facts, event, chair=event.reference)


@tells(P.SupportersCounted, P.BureauAdviceGiven, P.ConflictOfInterestDeclared)
def noted(facts: Facts, event: DomainEvent) -> None:
    """Something is known of a plan that its history tells; where it stands is the same."""
    _change(facts, event)


@tells(P.PlanSubmitted)
def submitted(facts: Facts, event: P.PlanSubmitted) -> None:
    """A version is handed in."""
    _handed_in(facts, event, content=facts.only(plans)["content"])


@tells(P.PlanAmended)
def amended(facts: Facts, event: P.PlanAmended) -> None:
    """Another version is handed in."""
    _handed_in(facts, event, **_written(event.content))


def _handed_in(facts: Facts, event: P.PlanSubmitted | P.PlanAmended, **written: object) -> None:
    version = {
        "plan_version": event.plan_version,
        "digest": event.digest,
        "content": written["content"],
        "at": event.act.at.isoformat(),
        "event": facts.event,
    }
    _change(
        facts,
        event,
        status=PlanStatus.SUBMITTED,
        plan_version=event.plan_version,
        versions=[*facts.only(plans)["versions"], version],
        missing=[],
        **written,
    )


@tells(P.PlanReturned)
def plan_returned(facts: Facts, event: P.PlanReturned) -> None:
    """A plan is given back."""
    _change(facts, event, status=PlanStatus.RETURNED, missing=list(event.missing))


@tells(P.PlanFoundComplete)
def found_complete(facts: Facts, event: P.PlanFoundComplete) -> None:
    """A plan is complete."""
    _change(facts, event, status=PlanStatus.COMPLETE)


@tells(P.BoardQuestionAsked)
def asked(facts: Facts, event: P.BoardQuestionAsked) -> None:
    """The board asks something."""
    row = facts.only(plans)
    number, questions = row["asked"] + 1, row["questions"]
    question = {
        "number": number,
        "question": event.question.model_dump(mode="json"),
        "asked_at": micros(event.act.at),
        "answer": None,
        "answered_at": None,
    }
    _change(facts, event, asked=number, questions=[*questions, question])


@tells(P.BoardQuestionAnswered)
def answered(facts: Facts, event: P.BoardQuestionAnswered) -> None:
    """The core group answers."""
    answer = event.answer.model_dump(mode="json")
    questions = [
        {**question, "answer": answer, "answered_at": micros(event.act.at)}
        if question["number"] == event.question_number
        else question
        for question in facts.only(plans)["questions"]
    ]
    _change(facts, event, questions=questions)


@tells(P.ConditionMet)
def condition_met(facts: Facts, event: P.ConditionMet) -> None:
    """A condition is met."""
    conditions = _conditions(facts, event.condition_number, state="met")
    hard_open = any(each["hard"] and each["state"] == "open" for each in conditions)
    held = facts.only(plans)["status"]
    becomes = PlanStatus.APPROVED if held == PlanStatus.APPROVED_WITH_CONDITIONS and not hard_open else held
    _change(facts, event, conditions=conditions, status=becomes)


@tells(P.ConditionLapsed)
def condition_lapsed(facts: Facts, event: P.ConditionLapsed) -> None:
    """A condition is not met in time."""
    _change(facts, event, conditions=_conditions(facts, event.condition_number, state="lapsed"))


def _conditions(facts: Facts, number: int, **known: object) -> list[dict[str, Any]]:
    return [{**each, **known} if each["number"] == number else each for each in facts.only(plans)["conditions"]]


@tells(P.ConditionReminded)
def condition_reminded(facts: Facts, event: P.ConditionReminded) -> None:
    """A condition is due soon."""
    _change(facts, event, conditions=_conditions(facts, event.condition_number, reminded_at=event.act.at.isoformat()))


@tells(P.ConditionNotMetInTime)
def condition_not_met_in_time(facts: Facts, event: P.ConditionNotMetInTime) -> None:
    """A condition's day is over."""
    _change(facts, event, conditions=_conditions(facts, event.condition_number, not_met_since=event.act.at.isoformat()))


@tells(P.PlanWaitListed)
def wait_listed(facts: Facts, event: P.PlanWaitListed) -> None:
    """A plan waits for a place."""
    _change(facts, event, status=PlanStatus.WAITING)


@tells(P.PlanCarriedOut)
def carried_out(facts: Facts, event: P.PlanCarriedOut) -> None:
    """The network is founded."""
    _change(facts, event, status=PlanStatus.FOUNDED)


@tells(P.PlanWithdrawn)
def plan_withdrawn(facts: Facts, event: P.PlanWithdrawn) -> None:
    """A plan is given up."""
    _change(facts, event, status=PlanStatus.WITHDRAWN)


@tells(P.PlanLapsed)
def lapsed(facts: Facts, event: P.PlanLapsed) -> None:
    """Nothing comes of a plan."""
    _change(facts, event, status=PlanStatus.LAPSED)


# Decisions


@tells(P.PlanApproved)
def approved(facts: Facts, event: P.PlanApproved) -> None:
    """The board agrees."""
    conditions = [
        {"number": number, "state": "open", **condition.model_dump(mode="json")}
        for number, condition in enumerate(event.conditions, start=1)
    ]
    hard = any(condition.hard for condition in event.conditions)
    status = PlanStatus.APPROVED_WITH_CONDITIONS if hard else PlanStatus.APPROVED
    _change(facts, event, status=status, conditions=conditions)


@tells(P.PlanRejected)
def rejected(facts: Facts, event: P.PlanRejected) -> None:
    """The board does not agree."""
    _change(facts, event, status=PlanStatus.REJECTED)


@tells(P.PlanDeferred)
def deferred(facts: Facts, event: P.PlanDeferred) -> None:
    """The board takes more time."""
    _change(facts, event, status=PlanStatus.DEFERRED, before_deferral=_before_deferral(facts))


def _before_deferral(facts: Facts) -> str:
    """Deferred again, it goes back to where it was before the first time."""
    row = facts.only(plans)
    before: str = row["before_deferral"] if row["status"] == PlanStatus.DEFERRED else row["status"]
    return before


@tells(P.DeferralEnded)
def deferral_ended(facts: Facts, event: P.DeferralEnded) -> None:
    """The board has the plan before it again."""
    _change(facts, event, status=facts.only(plans)["before_deferral"])


# Mending


@tells(P.EntryCorrected)
def entry_corrected(facts: Facts, event: P.EntryCorrected) -> None:
    """Something happened at another moment."""
    _tell_anew(facts, event)


@tells(P.EntryWithdrawn)
def entry_withdrawn(facts: Facts, event: P.EntryWithdrawn) -> None:
    """Something did not happen."""
    _tell_anew(facts, event)


def _tell_anew(facts: Facts, event: P.EntryCorrected | P.EntryWithdrawn) -> None:
    """Tell the whole life of a plan, as it is known now: a day in the past is asked about more often than one is mended."""
    past = facts.past()
    gone = taken_back(past)
    row = facts.only(plans)
    facts.drop(plans, row)
    for each in facts.retell(as_known(past)):
        if isinstance(each, P.PlanDrafted):
            _begin(facts, each, telling=row["telling"] + 1)
        elif facts.event in gone:  # a question that was withdrawn: those after it keep their numbers
            _change(facts, each, asked=facts.only(plans)["asked"] + 1)
        else:
            PROJECTORS[each.TOPIC](facts, each)
    facts.mend(plans, facts.only(plans), version=event.originator_version)
    facts.add(corrections, network=None, of=event.of, withdrawn=isinstance(event, P.EntryWithdrawn), begun_by=None)
