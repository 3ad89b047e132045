"""What happened to advice requests, as far as it had happened by then, in the terms of the figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.advice.values import ANSWERED, UNANSWERED, AdviceUse, DeclineReason, RequestStage, RequestStatus
from projections.queries.query_service import AsOf
from projections.store.instants import micros
from projections.views.requests import REQUESTS, Invited, RequestView


@dataclass(frozen=True)
class RequestData:
    """One advice request as it stood by then, and the events that tell so."""

    view: RequestView

    @property
    def network(self) -> str:
        return str(self.view.network)

    @property
    def stage(self) -> RequestStage:
        """How far it came."""
        return self.view.stage

    @property
    def asked_at(self) -> int:
        """When it was asked, in microseconds."""
        return micros(self.view.asked.act.at)

    @property
    def due(self) -> date:
        """The day that was agreed last."""
        return self.view.days.due

    @property
    def first_due(self) -> date:
        """The day that was agreed when it was asked."""
        return self.view.first_due

    @property
    def was_brought(self) -> bool:
        """Whether another network was asked first."""
        return self.view.network != self.view.first_network

    @property
    def is_open(self) -> bool:
        """Whether an answer is waited for."""
        return self.stage in UNANSWERED

    @property
    def is_answered(self) -> bool:
        return self.stage in ANSWERED

    @property
    def clarifying(self) -> bool:
        return self.view.status is RequestStatus.CLARIFICATION_ASKED

    @property
    def ended_by(self) -> str | None:
        """The event that ended it; what is told after it was delivered ends it no further."""
        return self.view.ended_by

    @property
    def delivered_at(self) -> int | None:
        """When it was answered, in microseconds."""
        return None if self.view.delivered_at is None else micros(self.view.delivered_at)

    @property
    def decline_reason(self) -> DeclineReason | None:
        """Why the network did not take it on."""
        return self.view.decline_reason

    @property
    def uses(self) -> list[AdviceUse]:
        return [each.use for each in self.view.uses]

    @property
    def named(self) -> list[str | None]:
        """The events that say that it was asked, and of which network."""
        return [f"{self.view.advice_request}:1", self.view.redirections[-1].event if self.was_brought else None]

    @property
    def due_named(self) -> str | None:
        """The event that agreed on its last day, where those that are named anyhow say another."""
        said = self.view.redirections[-1].due if self.was_brought else self.first_due
        return None if said == self.due else self.view.due_by

    @property
    def taking_part(self) -> dict[str, Invited]:
        """Those who take part as an expert, under the reference that the network knows them by."""
        return {each.reference: each for each in self.view.experts if each.current and each.expert.takes_part}


def requests_by_then(as_of: AsOf) -> Iterator[RequestData]:
    """Give the requests that were asked by then, each as it stood."""
    return (RequestData(view) for view in sorted(as_of.views(REQUESTS), key=lambda view: str(view.advice_request)))
