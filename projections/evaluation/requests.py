"""What happened to advice requests, step by step, as far as it had happened by then."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select

from domain.advice.request import AdviceRequest
from domain.advice.values import ANSWERED, UNANSWERED, Conflict, Expert, Invitation, RequestStage
from projections.queries.query_service import AsOf
from projections.store.bulk_writes import Row
from projections.store.tables import advice_requests

COLUMNS = (
    "owner",
    "requester_kind",
    "recorded_by",
    "source",
    "network",
    "asked_at",
    "first_due",
    "due",
    "decline_reason",
    "experts",
    "uses",
    "telling",
    "event",
    "step",
    "happened_at",
)
EXPERT_STEPS = frozenset(
    each.TOPIC
    for each in (
        AdviceRequest.ExpertInvited,
        AdviceRequest.ExpertAccepted,
        AdviceRequest.ExpertDeclined,
        AdviceRequest.ExpertConflictDeclared,
        AdviceRequest.ExpertConflictDisclosed,
    )
)
ENDED = {
    AdviceRequest.AdviceRequestDeclined.TOPIC: RequestStage.DECLINED,
    AdviceRequest.AdviceDelivered.TOPIC: RequestStage.DELIVERED,
    AdviceRequest.AdviceRequestWithdrawn.TOPIC: RequestStage.WITHDRAWN,
    AdviceRequest.AdviceRequestLapsed.TOPIC: RequestStage.LAPSED,
    AdviceRequest.ClarificationNotGiven.TOPIC: RequestStage.UNCLARIFIED,
}
"""How a request ends; what is told after it was delivered ends it no further."""


@dataclass
class ExpertKnown:
    """Somebody who was invited, and the events by which they take part."""

    invited_by: str
    accepted_by: str | None = None
    takes_part: bool = False


@dataclass
class Stay:
    """One time that a request lay with the bureau, because the network that was to answer closed."""

    begun_at: int
    begun_by: str
    ended_at: int | None = None
    ended_by: str | None = None


@dataclass
class RequestKnown:
    """One advice request as it stood by then, and the events that tell so."""

    asked: Row
    network: str
    due: date
    stage: RequestStage = RequestStage.ASKED
    ended_by: str | None = None
    delivered_at: int | None = None
    decline_reason: str | None = None
    clarifying: bool = False
    overdue_by: str | None = None
    acknowledged_by: str | None = None
    used_by: str | None = None
    uses: list[str] = field(default_factory=list)
    experts: dict[str, ExpertKnown] = field(default_factory=dict)
    stays: list[Stay] = field(default_factory=list)
    redirected_by: str | None = None
    redirected_due: date | None = None
    due_by: str | None = None

    @property
    def first_due(self) -> date:
        """The day that was agreed when it was asked."""
        return date.fromisoformat(self.asked["first_due"])

    @property
    def was_brought(self) -> bool:
        """Whether another network was asked first."""
        return bool(self.network != self.asked["network"])

    @property
    def is_open(self) -> bool:
        """Whether an answer is waited for."""
        return self.stage in UNANSWERED

    @property
    def is_answered(self) -> bool:
        """Whether the network answered."""
        return self.stage in ANSWERED

    @property
    def named(self) -> list[str | None]:
        """The events that say that it was asked, and of which network."""
        return [self.asked["event"], self.redirected_by if self.was_brought else None]

    @property
    def due_named(self) -> str | None:
        """The event that agreed on its last day, where those that are named anyhow say another."""
        said = self.redirected_due if self.was_brought else self.first_due
        return None if said == self.due else self.due_by

    @property
    def taking_part(self) -> dict[str, ExpertKnown]:
        """Those who take part as an expert, under the reference that the network knows them by."""
        return {reference: expert for reference, expert in self.experts.items() if expert.takes_part}


def requests_by_then(as_of: AsOf) -> Iterator[RequestKnown]:
    """Give the requests that were asked by then, each as it stood."""
    columns = [advice_requests.c[name] for name in COLUMNS]
    by_then = select(*columns).where(
        advice_requests.c.since <= as_of.position,
        advice_requests.c.asked_at < as_of.before,
    )
    steps: dict[str, list[Row]] = defaultdict(list)
    in_order = by_then.order_by(advice_requests.c.since, advice_requests.c.fact)
    for row in as_of.connection.execute(in_order).mappings():
        told = steps[row["owner"]]
        if told and told[-1]["telling"] < row["telling"]:
            told.clear()  # a correction told it once more
        told.append(dict(row))
    for _, told in sorted(steps.items()):
        asked, *others = (step for step in told if step["happened_at"] < as_of.before)
        request = RequestKnown(asked, asked["network"], date.fromisoformat(asked["due"]))
        for step in others:
            _told(request, step)
        yield request


def _told(request: RequestKnown, step: Row) -> None:
    event = step["event"]
    _follow(request.stays, step)
    match step["step"]:
        case AdviceRequest.AdviceRequestRedirected.TOPIC:
            request.network, request.redirected_by = step["network"], event
            request.due_by, request.due = event, date.fromisoformat(step["due"])
            request.redirected_due = request.due
            request.stage, request.ended_by, request.clarifying = RequestStage.ASKED, None, False
            request.experts = {}
        case AdviceRequest.NewDayAgreed.TOPIC | AdviceRequest.NewDayRefused.TOPIC | AdviceRequest.ClarificationGiven.TOPIC:
            _another_day(request, step)
        case AdviceRequest.ClarificationAsked.TOPIC:
            request.clarifying = True
        case AdviceRequest.RequestLeftToBureau.TOPIC:
            request.clarifying = False
        case AdviceRequest.AdviceOverdue.TOPIC:
            request.overdue_by = request.overdue_by or event
        case AdviceRequest.AdviceAcknowledged.TOPIC:
            request.acknowledged_by = event
        case AdviceRequest.AdviceUseReported.TOPIC:
            request.used_by, request.uses = event, [each["use"] for each in step["uses"]]
        case topic if topic in ENDED:
            request.stage, request.ended_by = ENDED[topic], event
            request.decline_reason = step["decline_reason"]
            request.delivered_at = step["happened_at"] if topic == AdviceRequest.AdviceDelivered.TOPIC else None
        case topic if topic in EXPERT_STEPS:
            (told,) = [each for each in step["experts"] if each["event"] == event]
            _expert(request, topic, told)
        case _:
            pass


def _follow(stays: list[Stay], step: Row) -> None:
    is_open = bool(stays) and stays[-1].ended_by is None
    if step["step"] == AdviceRequest.RequestLeftToBureau.TOPIC and not is_open:
        stays.append(Stay(step["happened_at"], step["event"]))
    elif is_open and (step["step"] == AdviceRequest.AdviceRequestRedirected.TOPIC or step["step"] in ENDED):
        stays[-1].ended_at, stays[-1].ended_by = step["happened_at"], step["event"]


def _another_day(request: RequestKnown, step: Row) -> None:
    request.due_by, request.due, request.clarifying = step["event"], date.fromisoformat(step["due"]), False
    if request.stage is RequestStage.UNCLARIFIED:  # it was clarified in time, and recorded late
        request.stage, request.ended_by = RequestStage.ASKED, None


def _expert(request: RequestKnown, topic: str, told: dict[str, Any]) -> None:
    if topic == AdviceRequest.ExpertInvited.TOPIC:
        request.experts[told["reference"]] = ExpertKnown(invited_by=told["event"])
    expert = request.experts[told["reference"]]
    if topic == AdviceRequest.ExpertAccepted.TOPIC:
        expert.accepted_by = told["event"]
    expert.takes_part = Expert(invitation=Invitation(told["invitation"]), conflict=Conflict(told["conflict"])).takes_part
