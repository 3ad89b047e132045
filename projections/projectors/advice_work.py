"""From events to facts: experts, members and networks on a request, the answer and what became of it, and advice unasked."""

from typing import Any

from domain.advice.call_answer import CallAnswer
from domain.advice.offer import AdviceOffer
from domain.advice.request import AdviceRequest
from domain.advice.values import Conflict, Expert, Invitation, RequestStage
from domain.kernel.events import DomainEvent
from projections.projectors.advice import change_request, kept, with_one_more
from projections.projectors.registry import tells
from projections.projectors.row_writer import Facts
from projections.store.tables import advice_offers, advice_requests, call_answers

R = AdviceRequest


# Experts, members and other networks


@tells(R.ExpertInvited)
def expert_invited(facts: Facts, event: R.ExpertInvited) -> None:
    """Somebody is asked to work on it."""
    known = [each for each in facts.only(advice_requests)["experts"] if not _is(each, event.reference)]
    expert = {"reference": event.reference, **(kept(Expert()) or {}), "interest": None, "event": facts.event, "current": True}
    network = facts.only(advice_requests)["network"]
    change_request(facts, event, experts=[*known, {**expert, "network": network}])


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
    _expert(facts, event, event.reference, conflict=Conflict.DECLARED, interest=kept(event.interest))


@tells(R.ExpertConflictDisclosed)
def conflict_disclosed(facts: Facts, event: R.ExpertConflictDisclosed) -> None:
    """It will be disclosed."""
    _expert(facts, event, event.reference, conflict=Conflict.DISCLOSED)


def _expert(facts: Facts, event: DomainEvent, reference: str, **told: object) -> None:
    experts = [
        {**each, **told, "event": facts.event} if _is(each, reference) else each
        for each in facts.only(advice_requests)["experts"]
    ]
    change_request(facts, event, experts=experts)


def _is(expert: dict[str, Any], reference: str) -> bool:
    return bool(expert["current"] and expert["reference"] == reference)


@tells(R.MembersCalled)
def members_called(facts: Facts, event: R.MembersCalled) -> None:
    """All members are asked."""
    told = {"number": event.call_number, "closes_on": event.closes_on.isoformat(), "current": True}
    network = facts.only(advice_requests)["network"]
    change_request(facts, event, calls=with_one_more(facts, event, "calls", **told, network=network))


@tells(R.ContributionGiven)
def contribution_given(facts: Facts, event: R.ContributionGiven) -> None:
    """Another network contributes."""
    told = {"network": str(event.network), "contribution": kept(event.contribution)}
    change_request(facts, event, contributions=with_one_more(facts, event, "contributions", **told))


# The answer and what became of it


@tells(R.AdviceDelivered)
def delivered(facts: Facts, event: R.AdviceDelivered) -> None:
    """The network answers; recorded late, the request did not lapse after all."""
    delivery = {
        "advice": kept(event.advice),
        "talked_on": None if event.talk is None else event.talk.on.isoformat(),
        "talked_with": None if event.talk is None else kept(event.talk.with_whom),
        "recommendations": [kept(each) for each in event.recommendations],
        "minority_views": [kept(each) for each in event.minority_views],
    }
    change_request(
        facts,
        event,
        stage=RequestStage.DELIVERED,
        clarification=None,
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
    change_request(facts, event, stage=becomes, acknowledged_at=facts.at, answered_for_requester=event.answered)


@tells(R.AdviceUseReported)
def use_reported(facts: Facts, event: R.AdviceUseReported) -> None:
    """The requester tells what was done with it; the newest holds."""
    stage = RequestStage.USE_PENDING if any(each.is_pending for each in event.uses) else RequestStage.FOLLOWED_UP
    change_request(facts, event, stage=stage, uses=[kept(each) for each in event.uses])


@tells(R.AdviceUsePublished)
def use_published(facts: Facts, event: R.AdviceUsePublished) -> None:
    """What was told by then may be read by all members."""
    uses = facts.only(advice_requests)["uses"]
    change_request(facts, event, published={"uses": uses, "at": facts.at, "event": facts.event})


@tells(R.AdviceRequestWithdrawn)
def withdrawn(facts: Facts, event: R.AdviceRequestWithdrawn) -> None:
    """No answer is needed any more."""
    change_request(facts, event, stage=RequestStage.WITHDRAWN, clarification=None, withdrawn_at=facts.at)


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
        answer=kept(event.answer),
    )


@tells(AdviceOffer.AdviceOffered)
def offered(facts: Facts, event: AdviceOffer.AdviceOffered) -> None:
    """A network gives advice unasked."""
    facts.add(advice_offers, network=str(event.network), addressee=event.addressee, advice=event.advice)
