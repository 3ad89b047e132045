"""Who asks for advice: somebody who is known, or a contact who is no member and is kept with their first question."""

from application.command_context import CommandContext
from application.commands.advice import ContactText, RequestAdvice
from application.commands.party import NewPartyMember
from application.errors import RequesterMissing
from application.ports.vault.contexts import OFFICE
from application.ports.vault.people import KnownPerson
from application.ports.vault.sessions import ConfirmedMail
from application.register.adding import registered
from application.use_cases.advice.acts import act_of_requester
from domain.kernel.acts import Act, Reference, Role, Source
from domain.kernel.days import day_of

RECORD_FOR_OTHERS = frozenset({Role.PARTY_BUREAU, Role.CORE_GROUP})


def who_asks(command: RequestAdvice, context: CommandContext) -> tuple[Reference, Act]:
    """
    Give who asks, and whose act it is.

    :raises RequesterMissing: if the question is of somebody else and nobody says of whom
    :raises AccessDenied: if somebody new is named by another than the bureau, or than who confirmed it by mail
    """
    confirmed = context.session.confirmed
    if confirmed is not None:
        requester = _confirmed(context, command.contact, confirmed).reference(OFFICE)
        return requester, context.act_of(requester, Role.REQUESTER, Source.SELF)
    requester = _known_or_new(context, command)
    return requester, act_of_requester(context, requester, command.network)


def _known_or_new(context: CommandContext, command: RequestAdvice) -> Reference:
    role = context.session.role
    if command.contact is not None:
        if role is not Role.PARTY_BUREAU or command.person is not None:
            raise context.reach.denied()
        return registered(context.writes, _new(command.contact), day_of(context.now)).reference(OFFICE)
    if role in RECORD_FOR_OTHERS and command.person is None:
        raise RequesterMissing
    return context.reference_in(command.person or context.person, OFFICE)


def _confirmed(context: CommandContext, contact: ContactText | None, confirmed: ConfirmedMail) -> KnownPerson:
    """Give who has the mailbox and the name; another name at that address is somebody else."""
    if contact is None or contact.email is None or contact.email.casefold() != confirmed.address.casefold():
        raise context.reach.denied()
    for person, details in context.vault.details(confirmed.people).items():
        if details.name is not None and details.name.casefold() == contact.name.casefold():
            return context.known(person)
    return registered(context.writes, _new(contact, somebody_else=True), day_of(context.now))


def _new(contact: ContactText, *, somebody_else: bool = False) -> NewPartyMember:
    return NewPartyMember(name=contact.name, email=contact.email, somebody_else=somebody_else or contact.somebody_else)
