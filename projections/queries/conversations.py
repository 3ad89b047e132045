"""Answers about conversations."""

from datetime import date
from uuid import UUID

from application.queries.base import Many
from application.queries.conversations import ConversationEntry, Conversations
from projections.queries.query_service import AsOf
from projections.store.instants import moment, moment_or_none
from projections.store.tables import conversations, networks


def list_conversations(as_of: AsOf, query: Conversations) -> Many[ConversationEntry]:
    """List conversations by the names of the networks."""
    conditions = [] if query.network is None else [conversations.c.network == str(query.network)]
    names = {row["owner"]: row["name"] for row in as_of.rows(networks, only=(networks.c.owner, networks.c.name))}
    found = [row for row in as_of.items(conversations, *conditions) if row["opened_at"] < as_of.before]
    entries = [
        ConversationEntry(
            key=f"{names[row['network']].casefold()} {row['occasion']} {row['owner']}",
            conversation=UUID(row["owner"]),
            network=UUID(row["network"]),
            network_name=names[row["network"]],
            occasion=row["occasion"],
            day=date.fromisoformat(row["day"]),
            target=row["target"],
            opened_at=moment(row["opened_at"]),
            held_at=moment_or_none(row["held_at"]),
            outcome=row["outcome"],
            agreed=row["agreed"],
            version=row["version"],
        )
        for row in found
    ]
    wanted = sorted(entries, key=lambda entry: entry.key)
    return as_of.page(query, [each for each in wanted if query.after is None or each.key > query.after])
