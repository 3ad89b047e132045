"""``netwerkpartij token``: a token for a role, so that somebody can use the API."""

import re
import sys
from typing import Annotated
from uuid import UUID, uuid4

import typer

from application.access.scopes import BY_OFFICE
from application.commands.base import EMAIL, Command
from application.commands.networks import AppointCoreGroupMember, JoinNetwork
from application.commands.party import GiveRole, StartPartyMembership
from application.errors import UnknownItem
from application.ports.vault import OFFICE, PARTY, PersonId, Session, in_network
from domain.kernel.acts import Act, Role, Source
from domain.networks.membership import Membership, membership_id
from domain.networks.name import NetworkName, network_name_id
from domain.networks.network import Network
from domain.party.office import Office, office_id
from domain.party.party_membership import PartyMembership, party_membership_id
from netwerkpartij.cli.terminal import fail
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import Opened, opened

OPERATOR = "beheerder (opdrachtregel)"
ROLES = tuple(role for role in Role if role is not Role.CLOCK)


def token(
    role: Annotated[str, typer.Option("--role", help=f"One of: {', '.join(ROLES)}.")],
    person: Annotated[
        str | None, typer.Option("--person", help="Whose token; created when new. Left out: a person named after the role.")
    ] = None,
    network: Annotated[str | None, typer.Option("--network", help="The network, for --role core-group.")] = None,
    email: Annotated[
        str | None, typer.Option("--email", help="Where the person wants the weekly message; kept in the vault.")
    ] = None,
) -> None:
    """
    Print an API token for a role.

    The person is created when new and gets what the role asks for: a role, a party membership, a seat in the core group.
    Each of these is recorded, by the administrator. The token itself is shown once and not kept.

    Example: netwerkpartij token --role party-bureau --person "Voorbeeld Coördinator"
    """
    if role not in ROLES:
        fail(f"--role {role!r}: choose one of {', '.join(ROLES)}", 2)
    if (role == Role.CORE_GROUP) != (network is not None):
        fail("--network goes with --role core-group, and that role needs it", 2)
    if email is not None and not re.fullmatch(EMAIL, email):
        fail("--email: give one e-mail address, such as naam@voorbeeldpartij.example", 2)
    with opened(load_settings()) as service:
        typer.echo(token_for(service, Role(role), person=person, network=network, email=email))
        sys.stderr.write("Use it as: Authorization: Bearer TOKEN. Keep it secret; it cannot be shown again.\n")


def token_for(service: Opened, role: Role, *, person: str | None, network: str | None, email: str | None = None) -> str:
    """
    Give a new token, after recording what the role asks for.

    :param network: the name of a network
    :raises UnknownItem: if there is no such network
    """
    name = person or f"{role} (token)"
    known = service.vault.person_named(name) or service.vault.add_person(name)
    if email is not None:
        service.vault.keep_address(known, email)
    if role in BY_OFFICE:
        _hold_role(service, known, role)
    if role in {Role.MEMBER, Role.CORE_GROUP}:
        _be_party_member(service, known)
    in_which = None
    if network is not None:
        in_which = _network(service, network)
        _have_seat(service, known, in_which)
    return service.vault.issue_token(role, person=known, network=in_which)


def _network(service: Opened, name: str) -> UUID:
    known = service.log.load(NetworkName, network_name_id(name))
    if known is None or known.network is None or not known.given:
        raise UnknownItem(kind="Network", item=name)
    return known.network


def administrator(service: Opened) -> Session:
    """Give the session in which the command line itself acts: whoever can open this folder is its administrator."""
    person = _operator(service)
    reference = service.vault.reference(person, OFFICE)
    if service.log.load(Office, office_id(reference, Role.ADMINISTRATOR)) is None:
        command = uuid4()
        act = Act(by=reference, role=Role.ADMINISTRATOR, at=service.service.now(), source=Source.SELF, command=command)
        office = Office.give(act, reference=reference, role=Role.ADMINISTRATOR)
        service.log.record(
            [office],
            command=command,
            digest="0" * 64,
            answer={},
            recorded_at=act.at if service.service.command_handler.tells_a_story else None,
        )
    return Session(person=person, role=Role.ADMINISTRATOR, network=None)


def _operator(service: Opened) -> PersonId:
    return service.vault.person_named(OPERATOR) or service.vault.add_person(OPERATOR)


def _bureau(service: Opened) -> Session:
    person = _operator(service)
    _hold_role(service, person, Role.PARTY_BUREAU)
    return Session(person=person, role=Role.PARTY_BUREAU, network=None)


def _give(service: Opened, command: Command, session: Session) -> None:
    service.service.execute(command, session=session, command_id=uuid4())


def _hold_role(service: Opened, person: PersonId, role: Role) -> None:
    office = service.log.load(Office, office_id(service.vault.reference(person, OFFICE), role))
    if office is None or not office.held:
        _give(service, GiveRole(person=person, role=role), administrator(service))


def _be_party_member(service: Opened, person: PersonId) -> None:
    known = service.log.load(PartyMembership, party_membership_id(service.vault.reference(person, PARTY)))
    if known is None or known.ended:
        _give(service, StartPartyMembership(person=person), _bureau(service))


def _have_seat(service: Opened, person: PersonId, network: UUID) -> None:
    now = service.service.now()
    reference = service.vault.reference(person, in_network(network))
    found = service.log.load(Network, network)
    if found is None:
        raise UnknownItem(kind="Network", item=network)
    if found.has_seat(reference, now):
        return
    membership = service.log.load(Membership, membership_id(network, reference))
    if membership is None or not membership.holds_at(now):
        consent = "token-command" if found.sensitive else None
        join = JoinNetwork(network=network, purpose_version=found.purpose_version, person=person, consent_version=consent)
        _give(service, join, _bureau(service))
    _give(service, AppointCoreGroupMember(network=network, person=person), _bureau(service))
