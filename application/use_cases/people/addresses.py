"""Use cases of e-mail addresses. They are kept in the vault alone: no event, no answer and no receipt tells one."""

from application.command_context import CommandContext, Outcome
from application.commands.party import AddressAnswer, ChangeAddress, RecordAddress, RecordAddressBounced
from application.errors import AddressNotConfirmed, NoAddressInUse


def change_address(context: CommandContext, command: ChangeAddress) -> Outcome:
    confirmed = context.session.confirmed
    if command.email is not None and (confirmed is None or confirmed.address.casefold() != command.email.casefold()):
        raise AddressNotConfirmed
    context.writes.keep_address(context.person, command.email)
    return [], AddressAnswer(kept=True)


def record_address(context: CommandContext, command: RecordAddress) -> Outcome:
    context.writes.keep_address(command.person, command.email)
    return [], AddressAnswer(kept=True)


def record_address_bounced(context: CommandContext, command: RecordAddressBounced) -> Outcome:
    """Use an address no more; what a mail server refuses itself is recorded the same way (application.digests)."""
    context.known(command.person)
    if command.person not in context.vault.addresses([command.person]):
        raise NoAddressInUse
    context.writes.refuse_address(command.person, context.at)
    return [], AddressAnswer(kept=True)
