"""``netwerkpartij token``: tokens for those who hold a role, so that they can use the API. Giving one records nothing."""

import json
import sys
from typing import Annotated
from uuid import UUID

import typer

from application.errors import PersonNotFound, UnknownItem
from application.language.words import word
from application.ports.vault import OFFICE, PARTY, IssuedToken, Look, PersonId, in_network
from domain.kernel.acts import Role
from domain.kernel.days import day_of
from domain.networks.errors import NotInCoreGroup
from domain.networks.name import NetworkName, network_name_id
from domain.networks.network import Network
from domain.party.office import GIVEN, Office, RoleNotHeld, office_id
from domain.party.party_membership import NotAPartyMember, PartyMembership, party_membership_id
from netwerkpartij.cli.terminal import LANGUAGE, REFUSED, WRONG_USE, Format, fail, print_table, said_or_read
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import Opened, opened

ROLES = tuple(role for role in Role if role is not Role.CLOCK)


def give(
    role: Annotated[str, typer.Option("--role", help=f"One of: {', '.join(ROLES)}.")],
    person: Annotated[
        str, typer.Option("--person", help="The whole name of who holds it, or their id when two have one name; - reads it.")
    ],
    network: Annotated[str | None, typer.Option("--network", help="The network, for --role core-group; - reads it.")] = None,
) -> None:
    """
    Print an API token for somebody who holds a role already. Nothing is recorded.

    The token is shown once and not kept. `netwerkpartij token end` ends it.

    Example: netwerkpartij token give --role party-bureau --person "Voorbeeld Coördinator"
    """
    if role not in ROLES:
        fail(f"--role {role!r}: choose one of {', '.join(ROLES)}", WRONG_USE)
    if (role == Role.CORE_GROUP) != (network is not None):
        fail("--network goes with --role core-group, and that role needs it", WRONG_USE)
    name, of_network = said_or_read(person), None if network is None else said_or_read(network)
    with opened(load_settings(), make=False) as service:
        typer.echo(token_for(service, Role(role), name, of_network))
    sys.stderr.write("Use it as: Authorization: Bearer TOKEN. Keep it secret; it cannot be shown again.\n")


def token_for(service: Opened, role: Role, name: str, network: str | None = None) -> str:
    """
    Make a token for somebody who holds a role now.

    :param name: of the person, whole; or their id
    :param network: the name of the network in whose core group they are
    :raises PersonNotFound: if nobody is called so, or more than one
    :raises RoleNotHeld, NotAPartyMember, NotInCoreGroup: if they do not hold the role
    """
    person = _person(service, name)
    which = None if network is None else _network(service, network)
    if role in GIVEN:
        office = service.log.load(Office, office_id(service.vault.reference(person, OFFICE), role))
        if office is None or not office.held:
            raise RoleNotHeld(role=word(role, LANGUAGE))
    elif which is None:
        membership = service.log.load(PartyMembership, party_membership_id(service.vault.reference(person, PARTY)))
        if membership is None or membership.ended:
            raise NotAPartyMember
    elif not which.has_seat(service.vault.reference(person, in_network(which.id)), service.service.now()):
        raise NotInCoreGroup
    return service.vault.issue_token(role, person=person, network=None if which is None else which.id)


def _person(service: Opened, name: str) -> PersonId:
    try:
        return UUID(name)
    except ValueError:
        found = service.vault.person_named(name)
    if found is None:
        raise PersonNotFound
    return found


def _network(service: Opened, name: str) -> Network:
    known = service.log.load(NetworkName, network_name_id(name))
    found = None if known is None or known.network is None or not known.given else service.log.load(Network, known.network)
    if found is None:
        raise UnknownItem(kind=Network.__name__, item=name)
    return found


def list_tokens(form: Annotated[Format, typer.Option("--format", help="How to print the list.")] = Format.TABLE) -> None:
    """
    List every token that was given: of whom, in which role, since when, and when it was ended.

    Example: netwerkpartij token list
    """
    with opened(load_settings(), make=False) as service:
        given = service.vault.issued_tokens()
        networks = service.log.load_many({each.network for each in given if each.network is not None})
        look = Look(day=day_of(service.service.now()), role=Role.ADMINISTRATOR, what="token list")
        service.vault.keep_looks({each.person for each in given if each.person is not None}, look)
    names = {item: each.name for item, each in networks.items() if isinstance(each, Network)}
    if form is Format.JSON:
        typer.echo(json.dumps([_plain(each, names) for each in given], ensure_ascii=False))
        return
    print_table(("id", "person", "role", "network", "given", "ended"), (_plain(each, names).values() for each in given))


def _plain(token: IssuedToken, names: dict[UUID, str]) -> dict[str, str | int | None]:
    return {
        "id": token.number,
        "person": token.name,
        "role": token.role,
        "network": None if token.network is None else names.get(token.network),
        "givenAt": token.issued_at.isoformat(timespec="seconds"),
        "endedAt": None if token.ended_at is None else token.ended_at.isoformat(timespec="seconds"),
    }


def end(number: Annotated[int, typer.Argument(metavar="ID", help="The id of the token, as `token list` tells it.")]) -> None:
    """
    End a token for good: whoever presents it is a stranger from now on.

    Example: netwerkpartij token end 3
    """
    with opened(load_settings(), make=False) as service:
        there = service.vault.end_token(number)
    if not there:
        fail(f"there is no token {number}: netwerkpartij token list tells which there are", REFUSED)
    typer.echo(f"Token {number} has ended.")
