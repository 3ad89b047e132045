"""What happened to an advice request as it is known now: mistakes mended, so that a projection can tell it anew."""

from collections.abc import Sequence

from domain.advice.request import AdviceRequest
from domain.kernel.events import DomainEvent, event_name


def as_known(events: Sequence[DomainEvent]) -> list[DomainEvent]:
    """
    Give what happened to a request: corrected entries as they were corrected, withdrawn ones left out.

    The mending itself stays: from a withdrawal on, the request has other days.
    """
    life: list[DomainEvent] = []
    for event in events:
        if isinstance(event, AdviceRequest.EntryCorrected):
            life = [_corrected(each, event) if event_name(each) == event.of else each for each in life]
        elif isinstance(event, AdviceRequest.EntryWithdrawn):
            life = [each for each in life if event_name(each) != event.of]
        life.append(event)
    return life


def _corrected(entry: DomainEvent, correction: AdviceRequest.EntryCorrected) -> DomainEvent:
    told: dict[str, object] = {"act": entry.act.model_copy(update={"at": correction.at})}
    if isinstance(entry, AdviceRequest.AdviceDelivered) and entry.talk is not None:
        told["talk"] = entry.talk.model_copy(update={"on": correction.talked_on})
    return entry.model_copy(update=told)
