"""Load, decide, save: a module for each subject, a function for each command."""

from collections.abc import Callable, Mapping
from uuid import UUID

from application import commands
from application.command_context import Answering
from application.commands.base import Command
from application.handlers import handlers, modules_below
from application.use_cases import party
from application.use_cases.people import liftings

USE_CASES = handlers(Command, *modules_below(__name__))
"""What is done for each command: a function that takes the context and the command, and gives an ``Outcome``."""

TOLD_FROM_VAULT: Mapping[type[Command], Callable[[Answering], Mapping[str, UUID | str | None]]] = {
    commands.liftings.TellLiftedName: liftings.whose_it_is,
    commands.party.RegisterPartyMember: party.who_was_registered,
    commands.party.RegisterPartyMembers: lambda _: {},  # names find them; whose id it is would not be known
}
"""What is answered besides what the receipt keeps: it is about people, and is looked up whenever the answer is given."""
