"""Use cases of conversations: the clock opens them, bureau or board records what came of them."""

from application.command_context import CommandContext, Outcome
from application.commands.conversations import ConversationAnswer, HoldConversation, OpenConversation
from domain.kernel.errors import NothingDue
from domain.networks.conversation import Conversation, conversation_id
from domain.networks.network import Network
from domain.pilot.rules import NetworkType


def open_conversation(context: CommandContext, command: OpenConversation) -> Outcome:
    """Open a conversation, once."""
    network = context.get(Network, command.network)
    is_open = context.load(Conversation, conversation_id(network.id, command.occasion)) is not None
    if is_open or network.network_type is NetworkType.IMPORTED:
        raise NothingDue
    rules = context.rules(network.network_type, command.day)
    opened = Conversation.open(context.act_in_role(), network=network.id, occasion=command.occasion, day=command.day, rules=rules)
    return [opened], _answer(opened)


def hold_conversation(context: CommandContext, command: HoldConversation) -> Outcome:
    """Record what came of a talk, which was while the network was there."""
    conversation, act = context.target(Conversation, command.conversation), context.act_in_role()
    context.get(Network, conversation.network).must_exist_at(act.at)
    conversation.hold(act, outcome=command.outcome, agreed=command.agreed)
    return [conversation], _answer(conversation)


def _answer(conversation: Conversation) -> ConversationAnswer:
    return ConversationAnswer(conversation=conversation.id, network=conversation.network, version=conversation.version)
