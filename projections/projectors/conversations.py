"""From events to facts: conversations."""

from domain.networks.conversation import Conversation
from projections.projectors.registry import projects
from projections.projectors.row_writer import RowWriter
from projections.store.instants import micros
from projections.store.tables import FOREVER, conversations


@projects(Conversation.ConversationOpened)
def opened(writer: RowWriter, event: Conversation.ConversationOpened) -> None:
    """There is something to talk about."""
    writer.add(
        conversations,
        network=str(event.network),
        occasion=event.occasion,
        day=event.day.isoformat(),
        target=event.target,
        opened_at=micros(event.act.at),
        opened_by=writer.event,
        held_at=FOREVER,
        outcome=None,
        agreed=None,
        version=event.originator_version,
    )


@projects(Conversation.ConversationHeld)
def held(writer: RowWriter, event: Conversation.ConversationHeld) -> None:
    """Party and network talked."""
    row = writer.only(conversations)
    columns = {"held_at": micros(event.act.at), "outcome": event.outcome, "agreed": event.agreed}
    writer.change(conversations, row, version=event.originator_version, **columns)
