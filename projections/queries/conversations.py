"""Answers about conversations."""

from datetime import date
from uuid import UUID

from application import queries as q
from projections.queries.query_service import Reading, answers
from projections.store.instants import moment, moment_or_none
from projections.store.tables import conversations, networks


@answers(q.Conversations)
def list_conversations(reading: Reading, query: q.Conversations) -> q.Many[q.ConversationEntry]:
    """List conversations by the names of the networks."""
    conditions = [] if query.network is None else [conversations.c.network == str(query.network)]
    names = {row["owner"]: row["name"] for row in reading.rows(networks, only=(networks.c.owner, networks.c.name))}
    found = [row for row in reading.items(conversations, *conditions) if row["opened_at"] < reading.before]
    entries = [
        q.ConversationEntry(
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
    return reading.page(query, [each for each in wanted if query.after is None or each.key > query.after])
