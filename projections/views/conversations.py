"""What is shown of a conversation about a network's number of members."""

from datetime import date, datetime
from uuid import UUID

from domain.kernel.acts import EventName
from domain.kernel.events import DomainEvent, event_name
from domain.networks.conversation import Conversation, ConversationOutcome, Occasion
from projections.store.bulk_writes import Row
from projections.store.tables import conversations
from projections.views.view import View, ViewKind


class ConversationView(View):
    """One conversation."""

    conversation: UUID
    network: UUID
    occasion: Occasion
    day: date
    target: int
    opened_at: datetime
    opened_by: EventName
    held_at: datetime | None = None
    outcome: ConversationOutcome | None = None
    agreed: str | None = None


def evolve(view: ConversationView | None, event: DomainEvent, conversation: Conversation) -> ConversationView:
    if isinstance(event, Conversation.ConversationHeld) and view is not None:
        held = {"held_at": event.act.at, "outcome": event.outcome, "agreed": event.agreed}
        return view.model_copy(update={"version": event.originator_version, **held})
    if view is not None:
        return view.model_copy(update={"version": event.originator_version})
    return ConversationView(
        version=event.originator_version,
        conversation=conversation.id,
        network=conversation.network,
        occasion=conversation.occasion,
        day=conversation.day,
        target=conversation.target,
        opened_at=conversation.opened_at,
        opened_by=event_name(event),
    )


def _columns(view: ConversationView) -> Row:
    return {"key": str(view.conversation), "network": str(view.network), "is_held": view.held_at is not None}


CONVERSATIONS = ViewKind(Conversation, conversations, ConversationView, evolve, _columns)
