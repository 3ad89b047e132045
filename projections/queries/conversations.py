"""Answers about conversations."""

from application.queries.base import Many
from application.queries.conversations import ConversationEntry, Conversations
from projections.reading.counting import names_then
from projections.reading.query_service import AsOf
from projections.store.tables import conversations
from projections.views.conversations import CONVERSATIONS


def list_conversations(as_of: AsOf, query: Conversations) -> Many[ConversationEntry]:
    """List conversations by the names of the networks."""
    conditions = [] if query.network is None else [conversations.c.network == str(query.network)]
    names = names_then(as_of)
    entries = [
        ConversationEntry(
            **view.model_dump(exclude={"opened_by"}),
            key=f"{names[str(view.network)].casefold()} {view.occasion} {view.conversation}",
            network_name=names[str(view.network)],
        )
        for view in as_of.views(CONVERSATIONS, *conditions)
    ]
    return as_of.page_by_key(query, entries)
