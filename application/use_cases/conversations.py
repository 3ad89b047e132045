"""Use cases of conversations: the clock opens them, bureau or board records what came of them."""

from application.command_context import CommandContext
from application.command_handler import Outcome, handles
from application.commands.conversations import HoldConversation, OpenConversation
from domain.kernel.errors import NothingDue
from domain.networks.conversation import Conversation, conversation_id
from domain.networks.network import Network
from domain.pilot.rules import NetworkType


@handles(OpenConversation)
def open_conversation(context: CommandContext, command: OpenConversation) -> Outcome:
    """Open a conversation, once."""
    network = context.get(Network, command.network)
    is_open = context.load(Conversation, conversation_id(network.id, command.occasion)) is not None
    if is_open or network.network_type is NetworkType.IMPORTED:
        raise NothingDue
    rules = context.rule_book().rules_for(network.network_type, command.day)
    opened = Conversation.open(context.act_in_role(), network=network.id, occasion=command.occasion, day=command.day, rules=rules)
    return [opened], {"conversation": str(opened.id)}


@handles(HoldConversation)
def hold_conversation(context: CommandContext, command: HoldConversation) -> Outcome:
    """Record what party and network agreed."""
    conversation = context.target(Conversation, command.conversation)
    conversation.hold(context.act_in_role(), outcome=command.outcome, agreed=command.agreed)
    return [conversation], {
        "conversation": str(conversation.id),
        "network": str(conversation.network),
        "version": conversation.version,
    }
