"""``netwerkpartij token``: tokens for those who hold a role, so that they can use the API. Giving one records nothing."""

import json
import sys
from datetime import timedelta
from typing import Annotated
from uuid import UUID

import typer

from application.access.rights import end_tokens_without_right, right_of
from application.access.table import KNOWN
from application.errors import PersonNotFound, UnknownItem
from application.language.words import word
from application.ports.vault.contexts import PARTY, PersonId
from application.ports.vault.looks import Look, LookPurpose
from application.ports.vault.sessions import TOKEN_DAYS, IssuedToken, Session
from domain.kernel.acts import Role
from domain.kernel.days import day_of
from domain.networks.name import NetworkName, network_name_id
from domain.networks.network import Network
from domain.party.office import RoleNotHeld
from domain.party.party_membership import NotAPartyMember, PartyMembership, party_membership_id
from netwerkpartij.cli.terminal import LANGUAGE, OR_READ, REFUSED, WRONG_USE, Format, fail, print_table, said_or_read
from netwerkpartij.settings import LONGEST_TOKEN_DAYS, load_settings
from netwerkpartij.wiring import Opened, opened, system_clock

DAY = len("2023-12-31")


def give(
    role: Annotated[str, typer.Option("--role", help=f"One of: {', '.join(KNOWN)}.")],
    person: Annotated[
        str, typer.Option("--person", help=f"The whole name of who holds it, or their id when two have one name{OR_READ}")
    ],
    network: Annotated[str | None, typer.Option("--network", help=f"The network, for --role core-group{OR_READ}")] = None,
    days: Annotated[
        int | None,
        typer.Option(
            "--days", min=1, max=LONGEST_TOKEN_DAYS, help="How long it opens something. Left out: NETWERKPARTIJ_TOKEN_DAYS."
        ),
    ] = None,
) -> None:
    """
    Print an API token for somebody who holds a role already. Nothing is recorded.

    The token is shown once and not kept. It ends after so many days, and for good with the role, the seat or the party
    membership; `netwerkpartij token end` ends it before.

    Example: netwerkpartij token give --role party-bureau --person "Voorbeeld Coördinator"
    """
    if role not in KNOWN:
        fail(f"--role {role!r}: choose one of {', '.join(KNOWN)}", WRONG_USE)
    if (role == Role.CORE_GROUP) != (network is not None):
        fail("--network goes with --role core-group, and that role needs it", WRONG_USE)
    name, of_network = said_or_read(person), None if network is None else said_or_read(network)
    settings = load_settings()
    lasts = days or settings.token_days
    with opened(settings, make=False) as service:
        typer.echo(token_for(service, Role(role), name, of_network, days=lasts))
    sys.stderr.write("Use it as: Authorization: Bearer TOKEN. Keep it secret; it cannot be shown again.\n")
    sys.stderr.write(f"{until(lasts)}\n")


def until(days: int) -> str:
    """Say how long a token that is given now opens something."""
    return f"It opens something until {day_of(system_clock() + timedelta(days=days))} ({days} days), or until its right ends."


def token_for(service: Opened, role: Role, name: str, network: str | None = None, *, days: int = TOKEN_DAYS) -> str:
    """
    Make a token for somebody who holds a role now.

    :param name: of the person, whole; or their id
    :param network: the name of the network in whose core group they are
    :raises PersonNotFound: if nobody is called so, or more than one
    :raises RoleNotHeld, NotAPartyMember, NotInCoreGroup: if they do not hold the role
    """
    person = _person(service, name)
    which = None if network is None else _network(service, network)
    session = Session(person=person, role=role, network=None if which is None else which.id)
    right = right_of(session, service.vault.known(person), service.log, service.service.now())
    if isinstance(right.lacks, RoleNotHeld):
        raise RoleNotHeld(role=word(role, LANGUAGE))
    if right.lacks is not None:
        raise right.lacks
    if role is Role.MEMBER:
        _must_have_been_in_the_party(service, person)
    return service.vault.issue_token(role, person=person, network=session.network, endings=right.endings, days=days)


def _must_have_been_in_the_party(service: Opened, person: PersonId) -> None:
    if service.log.load(PartyMembership, party_membership_id(service.vault.reference(person, PARTY))) is None:
        raise NotAPartyMember


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


def list_tokens(
    form: Annotated[Format, typer.Option("--format", help="How to print the list.")] = Format.TABLE,
    purpose: Annotated[LookPurpose | None, typer.Option("--purpose", help="What you look for; the people read it.")] = None,
) -> None:
    """
    List every token that was given: of whom, in which role, until when, and when it was ended; as JSON also since when.

    Example: netwerkpartij token list
    """
    with opened(load_settings(), make=False) as service:
        end_tokens_without_right(service.log, service.vault, service.service.now())
        given = service.vault.issued_tokens()
        networks = service.log.load_many({each.network for each in given if each.network is not None})
        look = Look(day=day_of(service.service.now()), role=Role.ADMINISTRATOR, what="token list", purpose=purpose)
        service.vault.keep_looks({each.person for each in given if each.person is not None}, look)
    names = {item: each.name for item, each in networks.items() if isinstance(each, Network)}
    if form is Format.JSON:
        typer.echo(json.dumps([_plain(each, names) for each in given], ensure_ascii=False))
        return
    columns = ("id", "person", "role", "network", "expires", "ended")
    print_table(columns, (_short(_plain(each, names)) for each in given))


def _short(row: dict[str, str | int | None]) -> list[str | int | None]:
    """Give a row as a table of eighty columns has room for it: of the moments the last two, and of these the day."""
    shown = {name: value for name, value in row.items() if name != "givenAt"}
    return [value[:DAY] if name.endswith("At") and isinstance(value, str) else value for name, value in shown.items()]


def _plain(token: IssuedToken, names: dict[UUID, str]) -> dict[str, str | int | None]:
    return {
        "id": token.number,
        "person": token.name,
        "role": token.role,
        "network": None if token.network is None else names.get(token.network),
        "givenAt": token.issued_at.isoformat(timespec="seconds"),
        "expiresAt": token.expires_at.isoformat(timespec="seconds"),
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
