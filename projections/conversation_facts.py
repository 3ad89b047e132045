"""Conversations: from events to facts, and the answer about them."""

from datetime import date
from uuid import UUID

from application import queries as q
from domain.conversation import Conversation
from projections.facts import Facts, micros, moment, moment_or_none
from projections.projectors import tells
from projections.reading import Reading, answers
from projections.tables import FOREVER, conversations, networks


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


@answers(q.Conversations)
def list_conversations(reading: Reading, query: q.Conversations) -> q.Many[q.ConversationEntry]:
    """List conversations in the order in which they were opened."""
    conditions = [] if query.network is None else [conversations.c.network == str(query.network)]
    names = {row["owner"]: row["name"] for row in reading.rows(networks, only=(networks.c.owner, networks.c.name))}
    found = [row for row in reading.items(conversations, *conditions) if row["opened_at"] < reading.before]
    entries = [
        q.ConversationEntry(
            key=f"{row['opened_at']:020} {row['owner']}",
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
