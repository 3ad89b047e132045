"""What happened to advice requests, as far as it had happened by then, in the terms of the figures."""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.advice.values import ANSWERED, UNANSWERED
from projections.reading.query_service import AsOf
from projections.store.instants import micros
from projections.views.requests import REQUESTS, Invited, RequestView


@dataclass(frozen=True)
class RequestData:
    """One advice request as it stood by then, and the events that tell so."""

    view: RequestView

    @property
    def asked_at(self) -> int:
        """When it was asked, in microseconds."""
        return micros(self.view.asked.act.at)

    @property
    def was_brought(self) -> bool:
        """Whether another network was asked first."""
        return self.view.network != self.view.first_network

    @property
    def is_open(self) -> bool:
        """Whether an answer is waited for."""
        return self.view.stage in UNANSWERED

    @property
    def is_answered(self) -> bool:
        return self.view.stage in ANSWERED

    @property
    def delivered_at(self) -> int | None:
        """When it was answered, in microseconds."""
        return None if self.view.delivered_at is None else micros(self.view.delivered_at)

    @property
    def named(self) -> list[str | None]:
        """The events that say that it was asked, and of which network."""
        return [f"{self.view.advice_request}:1", self.view.redirections[-1].event if self.was_brought else None]

    @property
    def due_named(self) -> str | None:
        """The event that agreed on its last day, where those that are named anyhow say another."""
        said = self.view.redirections[-1].due if self.was_brought else self.view.first_due
        return None if said == self.view.days.due else self.view.due_by

    @property
    def taking_part(self) -> dict[str, Invited]:
        """Those who take part as an expert, under the reference that the network knows them by."""
        return {each.reference: each for each in self.view.experts if each.current and each.expert.takes_part}


def requests_by_then(as_of: AsOf) -> Iterator[RequestData]:
    """Give the requests that were asked by then, each as it stood."""
    return (RequestData(view) for view in sorted(as_of.views(REQUESTS), key=lambda view: str(view.advice_request)))
