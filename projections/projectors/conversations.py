"""From events to facts: conversations."""

from domain.networks.conversation import Conversation
from projections.projectors.registry import tells
from projections.projectors.row_writer import Facts
from projections.store.instants import micros
from projections.store.tables import FOREVER, conversations


@tells(Conversation.ConversationOpened)
def opened(facts: Facts, event: Conversation.ConversationOpened) -> None:
    """There is something to talk about."""
    facts.add(
        conversations,
        network=str(event.network),
        occasion=event.occasion,
        day=event.day.isoformat(),
        target=event.target,
        opened_at=micros(event.act.at),
        opened_by=facts.event,
        held_at=FOREVER,
        outcome=None,
        agreed=None,
        version=event.originator_version,
    )


@tells(Conversation.ConversationHeld)
def held(facts: Facts, event: Conversation.ConversationHeld) -> None:
    """Party and network talked."""
    row = facts.only(conversations)
    columns = {"held_at": micros(event.act.at), "outcome": event.outcome, "agreed": event.agreed}
    facts.change(conversations, row, version=event.originator_version, **columns)
