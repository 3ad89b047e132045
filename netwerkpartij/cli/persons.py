"""``netwerkpartij person``: what is kept of one person, and erasing it."""

import sys
from typing import Annotated
from uuid import UUID, uuid4

import typer

from application.commands.privacy import EraseKept
from application.language.words import word
from application.policies import THE_CLOCK
from domain.party.erasures import WhyErased
from netwerkpartij.background import settle
from netwerkpartij.cli.terminal import LANGUAGE, REFUSED, fail
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import opened

PersonArgument = Annotated[UUID, typer.Argument(metavar="ID", help="The id of the person, as registering or searching tells it.")]


def erase(
    person: PersonArgument, *, yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether it is meant.")] = False
) -> None:
    """
    Erase what is kept of somebody who asked for it. It cannot be undone.

    Name, address and own texts are gone at once; memberships and roles end after it, one each day. A backup that is put back is
    erased again when the service starts.

    Example: netwerkpartij person erase 7d2b5a9e-0000-4000-8000-000000000001
    """
    if not yes and not (sys.stdin.isatty() and typer.confirm(f"Erase everything that is kept of {person}?")):
        fail("Nothing was erased. Is it meant? Add --yes.", REFUSED)
    with opened(load_settings(), make=False) as service:
        answer = service.service.execute(EraseKept(person=person, why=WhyErased.ASKED), session=THE_CLOCK, command_id=uuid4())
        settle(service)
    typer.echo(f"Erased. To end by itself, one each day: {answer.data.ending}.")
    for each in answer.data.stays:
        typer.echo(f"Stays on record: {word(each, LANGUAGE)}.")
