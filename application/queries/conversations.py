"""Questions about conversations on a network's number of members."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from application.queries.base import VEILED, Item, Many, Page
from domain.networks.conversation import ConversationOutcome, Occasion


class ConversationEntry(Item):
    """One conversation, and what came of it."""

    conversation: UUID
    network: UUID
    network_name: str
    occasion: Occasion
    day: Annotated[date | None, VEILED] = Field(
        description="at whose end the target was reached, or the year over; null where that would count"
    )
    target: int
    opened_at: Annotated[datetime | None, VEILED]
    held_at: datetime | None
    outcome: ConversationOutcome | None
    agreed: str | None
    version: int = Field(description="for If-Match")


class Conversations(Page[Many[ConversationEntry]], dutch="gesprekken over het aantal leden"):
    """With which networks is there something to talk about?"""

    network: UUID | None = None
