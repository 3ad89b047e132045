"""Commands about conversations on a network's number of members."""

from datetime import date
from uuid import UUID

from pydantic import Field

from application.commands.base import Answer, Command, Passage
from domain.networks.conversation import ConversationOutcome, Occasion


class ConversationAnswer(Answer):
    """The conversation whose outcome was recorded."""

    conversation: UUID
    network: UUID
    version: int = Field(description="for If-Match")


class OpenConversation(Command[ConversationAnswer]):
    """Open the conversation with a network that reached its target, or whose year is over."""

    network: UUID
    occasion: Occasion
    day: date


class HoldConversation(Command[ConversationAnswer], dutch="uitkomst van een gesprek vastleggen"):
    """Record what party and network agreed."""

    conversation: UUID
    outcome: ConversationOutcome
    agreed: Passage | None = Field(default=None, description="in a few sentences; names nobody")
