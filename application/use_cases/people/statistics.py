"""What the vault knows of a person, as far as a membership or a seat asks for it."""

import json
from datetime import datetime
from uuid import UUID

from application.command_context import CommandContext
from application.ports.vault.contexts import PersonId, in_network
from domain.kernel.text import Purpose, Sealed
from domain.networks.membership import membership_id

STATISTICS_LENGTH = 100


def age_at(context: CommandContext, person: PersonId, at: datetime) -> int | None:
    """Give the age that somebody has reached for certain: this year's birthday may still come."""
    birth_year = context.known(person).statistics.get("birth-year")
    return None if birth_year is None else at.year - int(birth_year) - 1


def sealed_statistics(context: CommandContext, person: PersonId, network: UUID, event_type: str) -> Sealed | None:
    """Seal the coarse statistics of a member with their key, None when nothing is known of them."""
    statistics = context.known(person).statistics
    if not statistics:
        return None
    return context.personal(
        _of_one_length(json.dumps(statistics, sort_keys=True)),
        person=person,
        purpose=Purpose.STATISTICS,
        context=in_network(network),
        aggregate=membership_id(network, context.reference(person, network)),
        event_type=event_type,
        field="statistics",
    )


def _of_one_length(text: str) -> str:
    """Give a JSON text with spaces behind it, so that sealed ones cannot be told apart by how long they are."""
    return text.ljust(STATISTICS_LENGTH * (1 + len(text) // STATISTICS_LENGTH))
