"""From events to facts: advice requests with all that an evaluation asks of them, answers to calls, and advice unasked."""

from typing import Any

from pydantic import BaseModel

from domain.advice import WAITING, Conflict, Expert, Invitation, RequestStage, status_of
from domain.advice_offer import AdviceOffer
from domain.advice_request import AdviceRequest
from domain.answer_days import AnswerClock, AnswerDays, ClockStep
from domain.call_answer import CallAnswer
from domain.events import DomainEvent
from projections.facts import Facts, micros
from projections.projectors import tells
from projections.tables import FOREVER, advice_offers, advice_requests, call_answers
from projections.writing import Row

R = AdviceRequest


@tells(R.AdviceRequested)
def requested(facts: Facts, event: R.AdviceRequested) -> None:
    """Somebody asks a network."""
    clock = AnswerClock(days=event.days, set_at=event.act.at)
    row: Row = {
        "requester": event.requester,
        "requester_kind": event.requester_kind,
        "recorded_by": event.recorded_by,
        "entered_by": event.act.entered_by,
        "source": event.act.source,
        "kind": event.kind,
        "network": str(event.network),
        "other_networks": [str(network) for network in event.other_networks],
        "closed": event.closed,
        "question": _kept(event.question),
        "rules_version": event.rules_version,
        "asked_at": facts.at,
        "first_due": event.days.due.isoformat(),
        "stage": RequestStage.ASKED,
        "clarifying": False,
        "accepted": False,
        "events": {event.TOPIC: [facts.event]},
        "version": event.originator_version,
    }
    never = ("accepted", "declined", "delivered", "overdue", "lapsed", "withdrawn", "acknowledged")
    nothing = ("decline_reason", "explanation", "answered", "answered_for_requester", "delivery", "published")
    none_yet = ("redirections", "clarifications", "new_days", "experts", "calls", "contributions", "uses")
    row |= {f"{name}_at": None for name in never} | dict.fromkeys(nothing) | {name: [] for name in none_yet}
    row |= _clock(clock)
    facts.add(advice_requests, **row, **_stands(row))


def _change(facts: Facts, event: DomainEvent, **columns: Any) -> None:  # noqa: ANN401  # the columns of the table
    row = facts.only(advice_requests)
    events = {**row["events"], event.TOPIC: [*row["events"].get(event.TOPIC, []), facts.event]}
    stands = _stands({**row, **columns})
    facts.change(advice_requests, row, version=event.originator_version, events=events, **columns, **stands)


def _stands(row: Row) -> dict[str, object]:
    """Give where a request stands and when the clock does something next, by the domain's own rules."""
    clock = AnswerClock.model_validate(row["clock"])
    status = status_of(RequestStage(row["stage"]), clarifying=row["clarifying"], overdue=ClockStep.OVERDUE in clock.done)
    step = clock.next_step(may_lapse=not row["accepted"]) if status in WAITING else None
    return {"status": status, "next_due": FOREVER if step is None else micros(step[0])}


def _clock(clock: AnswerClock) -> dict[str, object]:
    return {"clock": _kept(clock), "due": clock.days.due.isoformat()}


def _new_clock(event: DomainEvent, days: AnswerDays) -> dict[str, object]:
    return _clock(AnswerClock(days=days, set_at=event.act.at))


def _kept(value: BaseModel | None) -> dict[str, Any] | None:
    return None if value is None else value.model_dump(mode="json")


def _more(facts: Facts, event: DomainEvent, column: str, **told: object) -> list[Any]:
    """Give a list of a request with one more entry, and the event that made it."""
    entry = {**told, "at": event.act.at.isoformat(), "event": facts.event}
    return [*facts.only(advice_requests)[column], entry]


# On its way


@tells(R.AdviceRequestAccepted)
def accepted(facts: Facts, event: R.AdviceRequestAccepted) -> None:
    """A core group takes it on."""
    _change(facts, event, stage=RequestStage.ACCEPTED, accepted=True, accepted_at=facts.at)


@tells(R.AdviceRequestDeclined)
def declined(facts: Facts, event: R.AdviceRequestDeclined) -> None:
    """A core group does not."""
    _change(
        facts,
        event,
        stage=RequestStage.DECLINED,
        clarifying=False,
        declined_at=facts.at,
        decline_reason=event.decline_reason,
        explanation=_kept(event.explanation),
    )


@tells(R.AdviceRequestRedirected)
def redirected(facts: Facts, event: R.AdviceRequestRedirected) -> None:
    """Another network begins anew; what the first one did stays known."""
    row = facts.only(advice_requests)
    told = {"from_network": str(event.from_network), "network": str(event.network), "explanation": _kept(event.explanation)}
    _change(
        facts,
        event,
        network=str(event.network),
        other_networks=[network for network in row["other_networks"] if network != str(event.network)],
        stage=RequestStage.ASKED,
        clarifying=False,
        accepted=False,
        redirections=_more(facts, event, "redirections", **told),
        experts=[{**expert, "current": False} for expert in row["experts"]],
        calls=[{**call, "current": False} for call in row["calls"]],
        rules_version=event.rules_version,
        **_new_clock(event, event.days),
    )


@tells(R.ClarificationAsked)
def clarification_asked(facts: Facts, event: R.ClarificationAsked) -> None:
    """The days wait."""
    clarifications = _more(facts, event, "clarifications", question=_kept(event.question), answer=None, given_at=None)
    _change(facts, event, clarifying=True, clarifications=clarifications)


@tells(R.ClarificationGiven)
def clarification_given(facts: Facts, event: R.ClarificationGiven) -> None:
    """The days go on, later."""
    row = facts.only(advice_requests)
    *before, last = row["clarifications"]
    given = {**last, "answer": _kept(event.answer), "given_at": event.act.at.isoformat()}
    clock = AnswerClock.model_validate(row["clock"]).moved_to(event.days, event.act.at)
    _change(facts, event, clarifying=False, clarifications=[*before, given], **_clock(clock))


@tells(R.NewDayAgreed)
def new_day_agreed(facts: Facts, event: R.NewDayAgreed) -> None:
    """The clock begins anew."""
    new_days = _more(facts, event, "new_days", due=event.days.due.isoformat(), reason=_kept(event.reason))
    _change(facts, event, new_days=new_days, rules_version=event.rules_version, **_new_clock(event, event.days))


# Experts, members and other networks


@tells(R.ExpertInvited)
def expert_invited(facts: Facts, event: R.ExpertInvited) -> None:
    """Somebody is asked to work on it."""
    known = [each for each in facts.only(advice_requests)["experts"] if not _is(each, event.reference)]
    expert = {"reference": event.reference, **(_kept(Expert()) or {}), "interest": None, "event": facts.event, "current": True}
    network = facts.only(advice_requests)["network"]
    _change(facts, event, experts=[*known, {**expert, "network": network}])


@tells(R.ExpertAccepted)
def expert_accepted(facts: Facts, event: R.ExpertAccepted) -> None:
    """They do."""
    _expert(facts, event, event.reference, invitation=Invitation.ACCEPTED)


@tells(R.ExpertDeclined)
def expert_declined(facts: Facts, event: R.ExpertDeclined) -> None:
    """They do not, or no longer."""
    _expert(facts, event, event.reference, invitation=Invitation.DECLINED)


@tells(R.ExpertConflictDeclared)
def conflict_declared(facts: Facts, event: R.ExpertConflictDeclared) -> None:
    """They have an interest of their own."""
    _expert(facts, event, event.reference, conflict=Conflict.DECLARED, interest=_kept(event.interest))


@tells(R.ExpertConflictDisclosed)
def conflict_disclosed(facts: Facts, event: R.ExpertConflictDisclosed) -> None:
    """It will be disclosed."""
    _expert(facts, event, event.reference, conflict=Conflict.DISCLOSED)


def _expert(facts: Facts, event: DomainEvent, reference: str, **told: object) -> None:
    experts = [
        {**each, **told, "event": facts.event} if _is(each, reference) else each
        for each in facts.only(advice_requests)["experts"]
    ]
    _change(facts, event, experts=experts)


def _is(expert: dict[str, Any], reference: str) -> bool:
    return bool(expert["current"] and expert["reference"] == reference)


@tells(R.MembersCalled)
def members_called(facts: Facts, event: R.MembersCalled) -> None:
    """All members are asked."""
    told = {"number": event.call_number, "closes_on": event.closes_on.isoformat(), "current": True}
    network = facts.only(advice_requests)["network"]
    _change(facts, event, calls=_more(facts, event, "calls", **told, network=network))


@tells(R.ContributionGiven)
def contribution_given(facts: Facts, event: R.ContributionGiven) -> None:
    """Another network contributes."""
    told = {"network": str(event.network), "contribution": _kept(event.contribution)}
    _change(facts, event, contributions=_more(facts, event, "contributions", **told))


# The answer and what became of it


@tells(R.AdviceDelivered)
def delivered(facts: Facts, event: R.AdviceDelivered) -> None:
    """The network answers; recorded late, the request did not lapse after all."""
    delivery = {
        "advice": _kept(event.advice),
        "talked_on": None if event.talk is None else event.talk.on.isoformat(),
        "talked_with": None if event.talk is None else _kept(event.talk.with_whom),
        "recommendations": [_kept(each) for each in event.recommendations],
        "minority_views": [_kept(each) for each in event.minority_views],
    }
    _change(
        facts,
        event,
        stage=RequestStage.DELIVERED,
        clarifying=False,
        delivered_at=facts.at,
        lapsed_at=None,
        delivery=delivery,
        answered=event.answered,
    )


@tells(R.AdviceAcknowledged)
def acknowledged(facts: Facts, event: R.AdviceAcknowledged) -> None:
    """The requester says that it came, and whether it answers the question."""
    stage = facts.only(advice_requests)["stage"]
    becomes = RequestStage.ACKNOWLEDGED if stage == RequestStage.DELIVERED else stage
    _change(facts, event, stage=becomes, acknowledged_at=facts.at, answered_for_requester=event.answered)


@tells(R.AdviceUseReported)
def use_reported(facts: Facts, event: R.AdviceUseReported) -> None:
    """The requester tells what was done with it; the newest holds."""
    stage = RequestStage.USE_PENDING if any(each.is_pending for each in event.uses) else RequestStage.FOLLOWED_UP
    _change(facts, event, stage=stage, uses=[_kept(each) for each in event.uses])


@tells(R.AdviceUsePublished)
def use_published(facts: Facts, event: R.AdviceUsePublished) -> None:
    """What was told by then may be read by all members."""
    uses = facts.only(advice_requests)["uses"]
    _change(facts, event, published={"uses": uses, "at": facts.at, "event": facts.event})


@tells(R.AdviceRequestWithdrawn)
def withdrawn(facts: Facts, event: R.AdviceRequestWithdrawn) -> None:
    """No answer is needed any more."""
    _change(facts, event, stage=RequestStage.WITHDRAWN, clarifying=False, withdrawn_at=facts.at)


# The clock


@tells(R.AnswerReminded)
def reminded(facts: Facts, event: R.AnswerReminded) -> None:
    """The day comes near."""
    _passed(facts, event, ClockStep.REMINDED)


@tells(R.NoAnswerYet)
def no_answer_yet(facts: Facts, event: R.NoAnswerYet) -> None:
    """The day passed."""
    _passed(facts, event, ClockStep.NO_ANSWER_YET)


@tells(R.AdviceOverdue)
def overdue(facts: Facts, event: R.AdviceOverdue) -> None:
    """The bureau asks after it."""
    _passed(facts, event, ClockStep.OVERDUE, overdue_at=facts.at)


@tells(R.AdviceRequestLapsed)
def lapsed(facts: Facts, event: R.AdviceRequestLapsed) -> None:
    """Nothing came of it."""
    _passed(facts, event, ClockStep.LAPSED, stage=RequestStage.LAPSED, lapsed_at=facts.at)


def _passed(facts: Facts, event: DomainEvent, step: ClockStep, **columns: object) -> None:
    clock = AnswerClock.model_validate(facts.only(advice_requests)["clock"])
    _change(facts, event, **_clock(clock.after(step)), **columns)


# Answers to calls, and advice unasked


@tells(CallAnswer.AnswerGivenToCall)
def call_answered(facts: Facts, event: CallAnswer.AnswerGivenToCall) -> None:
    """A member thinks along."""
    facts.add(
        call_answers,
        advice_request=str(event.advice_request),
        call_number=event.call_number,
        network=str(event.network),
        reference=event.reference,
        answer=_kept(event.answer),
    )


@tells(AdviceOffer.AdviceOffered)
def offered(facts: Facts, event: AdviceOffer.AdviceOffered) -> None:
    """A network gives advice unasked."""
    facts.add(advice_offers, network=str(event.network), addressee=event.addressee, advice=event.advice)
