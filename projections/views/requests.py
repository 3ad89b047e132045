"""What is shown of an advice request: where it stands, all that was said, and the events behind it."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from domain.advice.answer_days import AnswerDays
from domain.advice.request import AdviceRequest
from domain.advice.values import (
    UNANSWERED,
    Answered,
    Conflict,
    DeclineReason,
    Expert,
    Invitation,
    ReportedUse,
    RequestStage,
    RequestStatus,
)
from domain.kernel.acts import EventName, Immutable, Reference, Role
from domain.kernel.events import DomainEvent, event_name
from domain.kernel.text import Sealed, Writing
from projections.store.bulk_writes import Row
from projections.store.instants import micros
from projections.store.tables import advice_requests
from projections.views.view import View, ViewKind, in_order, since


class Redirected(Immutable):
    """The request went to another network, to be answered by a day."""

    from_network: UUID
    network: UUID
    explanation: Writing | None
    due: date
    at: datetime
    event: EventName


class Clarified(Immutable):
    """What the core group asked, and what the requester said."""

    question: Writing
    answer: Writing | None = None
    given_at: datetime | None = None
    at: datetime
    event: EventName


class OtherDay(Immutable):
    """Another day that was agreed."""

    due: date
    reason: Writing
    brought_in_by: Role
    told_by_both: bool
    refused_at: datetime | None = None
    at: datetime
    event: EventName


class Invited(Immutable):
    """Somebody who was invited as an expert; ``current`` as long as the network that invited them leads."""

    reference: Reference
    network: UUID
    expert: Expert
    interest: Sealed | None = None
    current: bool = True
    invited_by: EventName
    accepted_by: EventName | None = None
    event: EventName


class Called(Immutable):
    """A call to all members of the network that leads."""

    number: int
    network: UUID
    closes_on: date
    current: bool = True
    at: datetime
    event: EventName


class Contributed(Immutable):
    """What another network contributed."""

    network: UUID
    contribution: Writing
    at: datetime
    event: EventName


class Published(Immutable):
    """What was told of the use by the moment at which all members might read it."""

    uses: tuple[ReportedUse, ...]
    at: datetime
    event: EventName


class Stay(Immutable):
    """One time that a request lay with the bureau, because the network that was to answer closed."""

    begun_at: datetime
    begun_by: EventName
    ended_at: datetime | None = None
    ended_by: EventName | None = None


class RequestView(View):
    """One advice request."""

    advice_request: UUID
    asked: AdviceRequest.AdviceRequested
    changed_at: datetime
    network: UUID
    other_networks: tuple[UUID, ...]
    stage: RequestStage
    status: RequestStatus
    left: bool
    days: AnswerDays
    next_due: datetime | None
    clarify_by: date | None
    new_day_by: Role | None
    new_day_at: datetime | None
    rules_version: str | None
    accepted_at: datetime | None = None
    declined_at: datetime | None = None
    decline_reason: DeclineReason | None = None
    explanation: Writing | None = None
    delivered_at: datetime | None = None
    overdue_at: datetime | None = None
    overdue_by: EventName | None = None
    lapsed_at: datetime | None = None
    withdrawn_at: datetime | None = None
    acknowledged_at: datetime | None = None
    acknowledged_by: EventName | None = None
    answered_for_requester: Answered | None = None
    delivery: AdviceRequest.AdviceDelivered | None = None
    ended_by: EventName | None = None
    due_by: EventName | None = None
    uses: tuple[ReportedUse, ...] = ()
    used_by: EventName | None = None
    published: Published | None = None
    redirections: tuple[Redirected, ...] = ()
    clarifications: tuple[Clarified, ...] = ()
    new_days: tuple[OtherDay, ...] = ()
    experts: tuple[Invited, ...] = ()
    calls: tuple[Called, ...] = ()
    contributions: tuple[Contributed, ...] = ()
    stays: tuple[Stay, ...] = ()
    events: dict[str, tuple[EventName, ...]]

    @property
    def first_network(self) -> UUID:
        """The network that was asked first."""
        return self.asked.network

    @property
    def first_due(self) -> date:
        """The day that was agreed when it was asked."""
        return self.asked.days.due

    @property
    def networks(self) -> tuple[UUID, ...]:
        """The networks that it was put to, the leading one first."""
        return self.network, *self.other_networks

    @property
    def key(self) -> str:
        """Its place in the order in which requests were asked."""
        return in_order(self.asked.act.at, self.advice_request)


def evolve(view: RequestView | None, event: DomainEvent, request: AdviceRequest) -> RequestView:
    """Give a request after an event: where it stands is what the aggregate says, and the event says what is new."""
    name, at = event_name(event), event.act.at
    new_day = request.new_day
    stands = {
        "version": event.originator_version,
        "changed_at": at,
        "network": request.network,
        "other_networks": request.other_networks,
        "stage": request.stage,
        "status": request.status,
        "left": request.left,
        "next_due": request.next_due,
        "lapsed_at": request.lapsed_at,
        "days": request.clock.days,
        "clarify_by": _clarify_by(request),
        "new_day_by": None if new_day is None or new_day.told_by_both else new_day.brought_in_by,
        "new_day_at": None if new_day is None else new_day.at,
    }
    if isinstance(event, AdviceRequest.AdviceRequested):
        begun = {"advice_request": request.id, "asked": event, "rules_version": event.rules_version}
        return RequestView.model_validate({**stands, **begun, "events": named({}, event)})
    if view is None:
        raise ValueError(name)
    news = {"events": named(view.events, event), "stays": _stays(view, event), **_news(view, event, name, at)}
    return view.model_copy(update={**stands, **news})


def _news(view: RequestView, event: DomainEvent, name: EventName, at: datetime) -> Row:
    match event:
        case AdviceRequest.AdviceRequestAccepted():
            return {"accepted_at": at}
        case AdviceRequest.AdviceRequestDeclined():
            reason = {"decline_reason": event.decline_reason, "explanation": event.explanation}
            return {"declined_at": at, "ended_by": name, **reason}
        case AdviceRequest.AdviceRequestRedirected():
            redirected = Redirected(
                from_network=event.from_network,
                network=event.network,
                explanation=event.explanation,
                due=event.days.due,
                at=at,
                event=name,
            )
            return {
                "redirections": (*view.redirections, redirected),
                "experts": tuple(each.model_copy(update={"current": False}) for each in view.experts),
                "calls": tuple(each.model_copy(update={"current": False}) for each in view.calls),
                "rules_version": event.rules_version,
                "due_by": name,
                "ended_by": None,
            }
        case AdviceRequest.ClarificationAsked():
            return {"clarifications": (*view.clarifications, Clarified(question=event.question, at=at, event=name))}
        case AdviceRequest.ClarificationGiven():
            *before, last = view.clarifications
            given = last.model_copy(update={"answer": event.answer, "given_at": at})
            ended_by = None if view.stage is RequestStage.UNCLARIFIED else view.ended_by
            return {"clarifications": (*before, given), "due_by": name, "ended_by": ended_by}
        case AdviceRequest.NewDayAgreed():
            agreed = OtherDay(
                due=event.days.due,
                reason=event.reason,
                brought_in_by=event.act.role,
                told_by_both=event.told_by_both,
                at=at,
                event=name,
            )
            return {"new_days": (*view.new_days, agreed), "rules_version": event.rules_version, "due_by": name}
        case AdviceRequest.NewDayRefused():
            *others, refused = view.new_days
            return {"new_days": (*others, refused.model_copy(update={"refused_at": at})), "due_by": name}
        case AdviceRequest.ExpertInvited():
            known = (each for each in view.experts if not _is(each, event.reference))
            invited = Invited(reference=event.reference, network=view.network, expert=Expert(), invited_by=name, event=name)
            return {"experts": (*known, invited)}
        case AdviceRequest.ExpertAccepted():
            return _expert(view, event.reference, name, invitation=Invitation.ACCEPTED)
        case AdviceRequest.ExpertDeclined():
            return _expert(view, event.reference, name, invitation=Invitation.DECLINED)
        case AdviceRequest.ExpertConflictDeclared():
            return _expert(view, event.reference, name, conflict=Conflict.DECLARED, interest=event.interest)
        case AdviceRequest.ExpertConflictDisclosed():
            return _expert(view, event.reference, name, conflict=Conflict.DISCLOSED)
        case AdviceRequest.MembersCalled():
            call = Called(number=event.call_number, network=view.network, closes_on=event.closes_on, at=at, event=name)
            return {"calls": (*view.calls, call)}
        case AdviceRequest.ContributionGiven():
            contributed = Contributed(network=event.network, contribution=event.contribution, at=at, event=name)
            return {"contributions": (*view.contributions, contributed)}
        case AdviceRequest.AdviceDelivered():
            return {"delivered_at": at, "delivery": event, "ended_by": name}
        case AdviceRequest.AdviceAcknowledged():
            return {"acknowledged_at": at, "acknowledged_by": name, "answered_for_requester": event.answered}
        case AdviceRequest.AdviceUseReported():
            return {"uses": event.uses, "used_by": name}
        case AdviceRequest.AdviceUsePublished():
            return {"published": Published(uses=view.uses, at=at, event=name)}
        case AdviceRequest.AdviceRequestWithdrawn():
            return {"withdrawn_at": at, "ended_by": name}
        case AdviceRequest.AdviceOverdue():
            return {"overdue_at": at, "overdue_by": view.overdue_by or name}
        case AdviceRequest.AdviceRequestLapsed() | AdviceRequest.ClarificationNotGiven():
            return {"ended_by": name}
        case _:
            return {}


def named(events: dict[str, tuple[EventName, ...]], event: DomainEvent) -> dict[str, tuple[EventName, ...]]:
    """Give the events behind a request with one more."""
    return {**events, event.TOPIC: (*events.get(event.TOPIC, ()), event_name(event))}


def _clarify_by(request: AdviceRequest) -> date | None:
    waits = request.clarification if request.status is RequestStatus.CLARIFICATION_ASKED else None
    return None if waits is None or waits.days is None else waits.days.lapses_on


def _is(each: Invited, reference: Reference) -> bool:
    return each.current and each.reference == reference


def _expert(view: RequestView, reference: Reference, name: EventName, **known: Any) -> Row:  # noqa: ANN401  # fields of an expert
    found = next(each for each in view.experts if _is(each, reference))
    interest = {"interest": known.pop("interest")} if "interest" in known else {}
    accepted = {"accepted_by": name} if known.get("invitation") is Invitation.ACCEPTED else {}
    changed = found.model_copy(update={"expert": found.expert.model_copy(update=known), "event": name, **interest, **accepted})
    return {"experts": tuple(changed if each is found else each for each in view.experts)}


def _stays(view: RequestView, event: DomainEvent) -> tuple[Stay, ...]:
    is_open = bool(view.stays) and view.stays[-1].ended_by is None
    if isinstance(event, AdviceRequest.RequestLeftToBureau) and not is_open:
        return (*view.stays, Stay(begun_at=event.act.at, begun_by=event_name(event)))
    if is_open and isinstance(event, ENDS_A_STAY):
        *before, last = view.stays
        return (*before, last.model_copy(update={"ended_at": event.act.at, "ended_by": event_name(event)}))
    return view.stays


ENDS_A_STAY = (
    AdviceRequest.AdviceRequestRedirected,
    AdviceRequest.AdviceRequestDeclined,
    AdviceRequest.AdviceDelivered,
    AdviceRequest.AdviceRequestWithdrawn,
    AdviceRequest.AdviceRequestLapsed,
    AdviceRequest.ClarificationNotGiven,
)


def _columns(view: RequestView) -> Row:
    return {
        "key": view.key,
        "requester": view.asked.requester,
        "network": str(view.network),
        "networks": " ".join(map(str, view.networks)),
        "put_to": " ".join({*map(str, view.networks), *(str(each.from_network) for each in view.redirections)}),
        "status": view.status,
        "waits": view.stage in UNANSWERED and not view.left,
        "asked_at": micros(view.asked.act.at),
        "next_due": since(view.next_due),
        "published_at": None if view.published is None else micros(view.published.at),
    }


def _keep(before: RequestView, after: RequestView, event: DomainEvent) -> RequestView:
    """Withdrawn or not, it is told what was recorded."""
    return after.model_copy(update={"events": named(before.events, event)})


REQUESTS = ViewKind(AdviceRequest, advice_requests, RequestView, evolve, _columns, counts_from_own_day=True, keep=_keep)
