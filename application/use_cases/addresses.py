"""
Use cases of e-mail addresses. They are kept in the vault alone: no event, no answer and no receipt tells one.

A command that is repeated changes nothing: meanwhile there may be another address, or this one may have bounced.
"""

from collections.abc import Callable

from application.command_context import CommandContext, Outcome
from application.commands.party import AddressAnswer, ChangeAddress, RecordAddress, RecordAddressBounced
from application.errors import NoAddressInUse
from application.ports.vault import PersonId


def change_address(context: CommandContext, command: ChangeAddress) -> Outcome:
    return _once(context, lambda: context.vault.keep_address(context.person, command.email))


def record_address(context: CommandContext, command: RecordAddress) -> Outcome:
    return _once(context, lambda: context.vault.keep_address(command.person, command.email))


def record_address_bounced(context: CommandContext, command: RecordAddressBounced) -> Outcome:
    """Use an address no more; what a mail server refuses itself is recorded the same way (application.digests)."""
    return _once(context, lambda: _refuse(context, command.person))


def _refuse(context: CommandContext, person: PersonId) -> None:
    context.known(person)
    if person not in context.vault.addresses([person]):
        raise NoAddressInUse
    context.vault.refuse_address(person, context.at)


def _once(context: CommandContext, keep: Callable[[], None]) -> Outcome:
    if context.log.receipt(context.command_id) is None:
        keep()
    return [], AddressAnswer(kept=True)
