"""From events to facts: experts, members and networks on a request, the answer and what became of it, and advice unasked."""

from typing import Any

from domain.advice.call_answer import CallAnswer
from domain.advice.offer import AdviceOffer
from domain.advice.request import AdviceRequest
from domain.advice.values import Conflict, Expert, Invitation, RequestStage
from domain.kernel.events import DomainEvent
from projections.projectors.advice import change_request, kept, with_one_more
from projections.projectors.registry import projects
from projections.projectors.row_writer import RowWriter
from projections.store.tables import advice_offers, advice_requests, call_answers

# Experts, members and other networks


@projects(AdviceRequest.ExpertInvited)
def expert_invited(writer: RowWriter, event: AdviceRequest.ExpertInvited) -> None:
    """Somebody is asked to work on it."""
    known = [each for each in writer.only(advice_requests)["experts"] if not _is(each, event.reference)]
    expert = {"reference": event.reference, **(kept(Expert()) or {}), "interest": None, "event": writer.event, "current": True}
    network = writer.only(advice_requests)["network"]
    change_request(writer, event, experts=[*known, {**expert, "network": network}])


@projects(AdviceRequest.ExpertAccepted)
def expert_accepted(writer: RowWriter, event: AdviceRequest.ExpertAccepted) -> None:
    """They do."""
    _expert(writer, event, event.reference, invitation=Invitation.ACCEPTED)


@projects(AdviceRequest.ExpertDeclined)
def expert_declined(writer: RowWriter, event: AdviceRequest.ExpertDeclined) -> None:
    """They do not, or no longer."""
    _expert(writer, event, event.reference, invitation=Invitation.DECLINED)


@projects(AdviceRequest.ExpertConflictDeclared)
def conflict_declared(writer: RowWriter, event: AdviceRequest.ExpertConflictDeclared) -> None:
    """They have an interest of their own."""
    _expert(writer, event, event.reference, conflict=Conflict.DECLARED, interest=kept(event.interest))


@projects(AdviceRequest.ExpertConflictDisclosed)
def conflict_disclosed(writer: RowWriter, event: AdviceRequest.ExpertConflictDisclosed) -> None:
    """It will be disclosed."""
    _expert(writer, event, event.reference, conflict=Conflict.DISCLOSED)


def _expert(writer: RowWriter, event: DomainEvent, reference: str, **told: object) -> None:
    experts = [
        {**each, **told, "event": writer.event} if _is(each, reference) else each
        for each in writer.only(advice_requests)["experts"]
    ]
    change_request(writer, event, experts=experts)


def _is(expert: dict[str, Any], reference: str) -> bool:
    return bool(expert["current"] and expert["reference"] == reference)


@projects(AdviceRequest.MembersCalled)
def members_called(writer: RowWriter, event: AdviceRequest.MembersCalled) -> None:
    """All members are asked."""
    told = {"number": event.call_number, "closes_on": event.closes_on.isoformat(), "current": True}
    network = writer.only(advice_requests)["network"]
    change_request(writer, event, calls=with_one_more(writer, event, "calls", **told, network=network))


@projects(AdviceRequest.ContributionGiven)
def contribution_given(writer: RowWriter, event: AdviceRequest.ContributionGiven) -> None:
    """Another network contributes."""
    told = {"network": str(event.network), "contribution": kept(event.contribution)}
    change_request(writer, event, contributions=with_one_more(writer, event, "contributions", **told))


# The answer and what became of it


@projects(AdviceRequest.AdviceDelivered)
def delivered(writer: RowWriter, event: AdviceRequest.AdviceDelivered) -> None:
    """The network answers; recorded late, the request did not lapse after all."""
    delivery = {
        "advice": kept(event.advice),
        "talked_on": None if event.talk is None else event.talk.on.isoformat(),
        "talked_with": None if event.talk is None else kept(event.talk.with_whom),
        "recommendations": [kept(each) for each in event.recommendations],
        "minority_views": [kept(each) for each in event.minority_views],
    }
    change_request(
        writer,
        event,
        stage=RequestStage.DELIVERED,
        clarification=None,
        delivered_at=writer.at,
        lapsed_at=None,
        delivery=delivery,
        answered=event.answered,
    )


@projects(AdviceRequest.AdviceAcknowledged)
def acknowledged(writer: RowWriter, event: AdviceRequest.AdviceAcknowledged) -> None:
    """The requester says that it came, and whether it answers the question."""
    stage = writer.only(advice_requests)["stage"]
    becomes = RequestStage.ACKNOWLEDGED if stage == RequestStage.DELIVERED else stage
    change_request(writer, event, stage=becomes, acknowledged_at=writer.at, answered_for_requester=event.answered)


@projects(AdviceRequest.AdviceUseReported)
def use_reported(writer: RowWriter, event: AdviceRequest.AdviceUseReported) -> None:
    """The requester tells what was done with it; the newest holds."""
    stage = RequestStage.USE_PENDING if any(each.is_pending for each in event.uses) else RequestStage.FOLLOWED_UP
    change_request(writer, event, stage=stage, uses=[kept(each) for each in event.uses])


@projects(AdviceRequest.AdviceUsePublished)
def use_published(writer: RowWriter, event: AdviceRequest.AdviceUsePublished) -> None:
    """What was told by then may be read by all members."""
    uses = writer.only(advice_requests)["uses"]
    change_request(writer, event, published={"uses": uses, "at": writer.at, "event": writer.event})


@projects(AdviceRequest.AdviceRequestWithdrawn)
def withdrawn(writer: RowWriter, event: AdviceRequest.AdviceRequestWithdrawn) -> None:
    """No answer is needed any more."""
    change_request(writer, event, stage=RequestStage.WITHDRAWN, clarification=None, withdrawn_at=writer.at)


# Answers to calls, and advice unasked


@projects(CallAnswer.AnswerGivenToCall)
def call_answered(writer: RowWriter, event: CallAnswer.AnswerGivenToCall) -> None:
    """A member thinks along."""
    writer.add(
        call_answers,
        advice_request=str(event.advice_request),
        call_number=event.call_number,
        network=str(event.network),
        reference=event.reference,
        answer=kept(event.answer),
    )


@projects(AdviceOffer.AdviceOffered)
def offered(writer: RowWriter, event: AdviceOffer.AdviceOffered) -> None:
    """A network gives advice unasked."""
    writer.add(advice_offers, network=str(event.network), addressee=event.addressee, advice=event.advice)
