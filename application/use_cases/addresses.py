"""
Use cases of e-mail addresses. They are kept in the vault alone: no event, no answer and no receipt tells one.

A command that is repeated changes nothing: meanwhile there may be another address, or this one may have bounced.
"""

from collections.abc import Callable

from application.command_context import Work
from application.command_handler import Outcome, handles
from application.commands import party as c
from application.errors import NoAddressInUse
from application.ports.vault import PersonId


@handles(c.ChangeAddress)
def change_address(work: Work, command: c.ChangeAddress) -> Outcome:
    """Keep where somebody wants their mail."""
    return _once(work, lambda: work.vault.keep_address(work.person, command.email))


@handles(c.RecordAddress)
def record_address(work: Work, command: c.RecordAddress) -> Outcome:
    """Keep where somebody said that they want their mail."""
    return _once(work, lambda: work.vault.keep_address(command.person, command.email))


@handles(c.RecordAddressBounced)
def record_address_bounced(work: Work, command: c.RecordAddressBounced) -> Outcome:
    """Use an address no more; what a mail server refuses itself is recorded the same way (application.digests)."""
    return _once(work, lambda: _refuse(work, command.person))


def _refuse(work: Work, person: PersonId) -> None:
    work.known(person)
    if person not in work.vault.addresses([person]):
        raise NoAddressInUse
    work.vault.refuse_address(person, work.at)


def _once(work: Work, keep: Callable[[], None]) -> Outcome:
    if work.log.receipt(work.command_id) is None:
        keep()
    return [], {"kept": True}
