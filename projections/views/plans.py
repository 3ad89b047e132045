"""What is shown of a founding plan: where it stands, its versions, its nominations, questions and conditions."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import Field

from domain.kernel.acts import EventName, Immutable, Reference
from domain.kernel.events import DomainEvent, event_name
from domain.kernel.text import Sealed
from domain.pilot.rules import NetworkType, PlanPart
from domain.plans.content import OPEN, Condition, PlanContent, PlanStatus
from domain.plans.founding_plan import FoundingPlan, Nomination
from projections.store.bulk_writes import Row
from projections.store.instants import micros
from projections.store.tables import plans
from projections.views.view import View, ViewKind, in_order, latest


class Question(Immutable):
    """A question of the board, and its answer."""

    number: int
    question: Sealed
    asked_at: datetime
    answer: Sealed | None = None
    answered_at: datetime | None = None


class BureauAdvice(Immutable):
    """What the bureau advised the board on one version of a plan."""

    plan_version: int
    advice: Sealed
    at: datetime
    event: EventName


class HandedIn(Immutable):
    """One version of a plan, as it was handed in."""

    plan_version: int
    digest: str
    content: PlanContent
    at: datetime
    event: EventName


class ConditionView(Condition):
    """A condition of the board and whether it was met."""

    number: int
    state: Literal["open", "met", "lapsed"] = "open"
    reminded_at: datetime | None = None
    not_met_since: datetime | None = None


class PlanStep(Immutable):
    """A state that a plan came to, by which event and when; of its hard conditions so many were open."""

    event: EventName
    at: datetime
    status: PlanStatus
    plan_version: int
    open_hard: int


class PlanView(View):
    """One founding plan."""

    plan: UUID
    network: UUID
    pilot: UUID | None
    brought_in_by: EventName | None = None
    """What brought it into its pilot, when it was begun outside."""
    follows: UUID | None
    initiator: str
    drafted_at: datetime
    latest_at: datetime
    changed_at: datetime
    content: PlanContent
    status: PlanStatus
    plan_version: int
    nominations: dict[Reference, Nomination]
    nominated_at: Mapping[Reference, datetime] = Field(default_factory=dict)
    chair: Reference | None
    versions: tuple[HandedIn, ...] = ()
    questions: tuple[Question, ...] = ()
    advices: tuple[BureauAdvice, ...] = ()
    conditions: tuple[ConditionView, ...] = ()
    recused: Mapping[Reference, datetime] = Field(default_factory=dict)
    """Who of the board takes no part, and since when."""
    missing: tuple[PlanPart, ...] = ()
    events: tuple[EventName, ...]
    steps: tuple[PlanStep, ...] = ()

    @property
    def name(self) -> str:
        """What its network is to be called."""
        return self.content.name

    @property
    def network_type(self) -> NetworkType:
        return self.content.network_type

    @property
    def key(self) -> str:
        """Its place in the order in which plans were begun."""
        return in_order(self.drafted_at, self.plan)

    @property
    def writers(self) -> tuple[str, ...]:
        """Who may write it: who began it, or was asked for a seat and did not decline."""
        return (self.initiator, *(who for who, answer in self.nominations.items() if answer is not Nomination.DECLINED))


MOVES = (
    FoundingPlan.PlanSubmitted,
    FoundingPlan.PlanAmended,
    FoundingPlan.PlanReturned,
    FoundingPlan.PlanFoundComplete,
    FoundingPlan.PlanDeferred,
    FoundingPlan.DeferralEnded,
    FoundingPlan.PlanApproved,
    FoundingPlan.PlanRejected,
    FoundingPlan.ConditionMet,
    FoundingPlan.PlanWaitListed,
    FoundingPlan.PlanCarriedOut,
    FoundingPlan.PlanWithdrawn,
    FoundingPlan.PlanLapsed,
)
"""What can bring a plan where it stands; nominations, questions and reminders leave it there."""


def evolve(view: PlanView | None, event: DomainEvent, plan: FoundingPlan) -> PlanView:
    """Give a plan after an event: where it stands is what the aggregate says, and the event says what is new."""
    name, at = event_name(event), event.act.at
    stands = {
        "version": event.originator_version,
        "content": plan.content,
        "status": plan.status,
        "plan_version": plan.plan_version,
        "nominations": plan.nominations,
        "chair": plan.nominated_chair,
        "pilot": plan.pilot,
    }
    if isinstance(event, FoundingPlan.PlanDrafted):
        ids = {"plan": plan.id, "network": plan.network, "follows": event.follows}
        begun = {"initiator": plan.initiator, "drafted_at": at, "latest_at": at, "changed_at": at, "events": (name,)}
        return _with_step(PlanView.model_validate({**stands, **ids, **begun}), name)
    if view is None:
        raise ValueError(name)
    moved = {"events": (*view.events, name), "changed_at": at} if isinstance(event, MOVES) else {}
    known = {**stands, **moved, **_news(view, event, name, at), "latest_at": latest(view.latest_at, event)}
    return _with_step(view.model_copy(update=known), name)


def _news(view: PlanView, event: DomainEvent, name: EventName, at: datetime) -> Row:
    match event:
        case FoundingPlan.PlanBroughtIntoPilot():
            return {"brought_in_by": name}
        case FoundingPlan.CoreGroupMemberNominated():
            return {"nominated_at": {**view.nominated_at, event.reference: at}}
        case FoundingPlan.PlanSubmitted() | FoundingPlan.PlanAmended():
            content = event.content if isinstance(event, FoundingPlan.PlanAmended) else view.content
            version = HandedIn(plan_version=event.plan_version, digest=event.digest, content=content, at=at, event=name)
            return {"versions": (*view.versions, version), "missing": ()}
        case FoundingPlan.PlanReturned():
            return {"missing": event.missing}
        case FoundingPlan.BureauAdviceGiven():
            advice = BureauAdvice(plan_version=event.plan_version, advice=event.advice, at=at, event=name)
            return {"advices": (*view.advices, advice)}
        case FoundingPlan.BoardQuestionAsked():
            return {"questions": (*view.questions, Question(number=event.question_number, question=event.question, asked_at=at))}
        case FoundingPlan.BoardQuestionAnswered():
            answered = {"answer": event.answer, "answered_at": at}
            return {"questions": _changed(view.questions, event.question_number, **answered)}
        case FoundingPlan.ConflictOfInterestDeclared():
            return {"recused": {**view.recused, event.reference: at}}
        case FoundingPlan.PlanApproved():
            conditions = enumerate(event.conditions, start=1)
            entries = (ConditionView(**vars(condition), number=number) for number, condition in conditions)
            return {"conditions": tuple(entries)}
        case FoundingPlan.ConditionMet():
            return {"conditions": _changed(view.conditions, event.condition_number, state="met")}
        case FoundingPlan.ConditionLapsed():
            return {"conditions": _changed(view.conditions, event.condition_number, state="lapsed")}
        case FoundingPlan.ConditionReminded():
            return {"conditions": _changed(view.conditions, event.condition_number, reminded_at=at)}
        case FoundingPlan.ConditionNotMetInTime():
            return {"conditions": _changed(view.conditions, event.condition_number, not_met_since=at)}
        case _:
            return {}


def _changed(entries: tuple[Any, ...], number: int, **known: object) -> tuple[Any, ...]:
    return tuple(each.model_copy(update=known) if each.number == number else each for each in entries)


def _with_step(view: PlanView, name: EventName) -> PlanView:
    open_hard = sum(each.hard and each.state == "open" for each in view.conditions)
    state = (view.status, view.plan_version, open_hard)
    last = view.steps[-1] if view.steps else None
    if last is not None and (last.status, last.plan_version, last.open_hard) == state:
        return view
    step = PlanStep(event=name, at=view.latest_at, status=view.status, plan_version=view.plan_version, open_hard=open_hard)
    return view.model_copy(update={"steps": (*view.steps, step)})


def _columns(view: PlanView) -> Row:
    return {
        "key": view.key,
        "name": view.name,
        "network": str(view.network),
        "pilot": None if view.pilot is None else str(view.pilot),
        "sensitive": view.content.sensitive,
        "status": view.status,
        "is_open": view.status in OPEN,
        "changed_at": micros(view.changed_at),
        "has_questions": bool(view.questions),
        "has_conditions": bool(view.conditions),
        "has_nominations": Nomination.OPEN in view.nominations.values(),
    }


PLANS = ViewKind(FoundingPlan, plans, PlanView, evolve, _columns)
