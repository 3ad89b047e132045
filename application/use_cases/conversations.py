"""Use cases of conversations: the clock opens them, bureau or board records what came of them."""

from application.command_context import Work
from application.command_handler import Outcome, handles
from application.commands import conversations as c
from domain.kernel.errors import NothingDue
from domain.networks.conversation import Conversation, conversation_id
from domain.networks.network import Network
from domain.pilot.rules import NetworkType


@handles(c.OpenConversation)
def open_conversation(work: Work, command: c.OpenConversation) -> Outcome:
    """Open a conversation, once."""
    network = work.get(Network, command.network)
    is_open = work.load(Conversation, conversation_id(network.id, command.occasion)) is not None
    if is_open or network.network_type is NetworkType.IMPORTED:
        raise NothingDue
    rules = work.rule_book().rules_for(network.network_type, command.day)
    opened = Conversation.open(work.act_in_role(), network=network.id, occasion=command.occasion, day=command.day, rules=rules)
    return [opened], {"conversation": str(opened.id)}


@handles(c.HoldConversation)
def hold_conversation(work: Work, command: c.HoldConversation) -> Outcome:
    """Record what party and network agreed."""
    conversation = work.target(Conversation, command.conversation)
    conversation.hold(work.act_in_role(), outcome=command.outcome, agreed=command.agreed)
    return [conversation], {
        "conversation": str(conversation.id),
        "network": str(conversation.network),
        "version": conversation.version,
    }
