"""``netwerkpartij person``: what is kept of one person, as a table or a file, and erasing it."""

import os
import sys
from pathlib import Path
from typing import Annotated
from uuid import UUID, uuid4

import typer
from pydantic import ValidationError

from application.commands.party import NewPartyMember
from application.commands.privacy import EraseKept
from application.errors import PossiblySamePerson
from application.language.errors import error_sentence
from application.language.field_messages import message
from application.language.processing import TERMS, WHAT
from application.language.words import Words, word
from application.policies.carrying_out import THE_CLOCK
from application.ports.vault.looks import Look, LookPurpose
from application.privacy.file import PersonFiles
from application.queries.privacy import KeptEntry, LookEntry, PersonFile
from application.register.adding import add_person
from application.register.file import MalformedPostcode
from application.register.reading import postcode_as_kept
from domain.kernel.acts import Role
from domain.kernel.days import day_of
from domain.party.erasures import WhyErased
from infrastructure.postcodes.provinces import province_of
from netwerkpartij.background import settle
from netwerkpartij.cli.terminal import LANGUAGE, OR_READ, REFUSED, WRONG_USE, fail, print_table, said_or_read
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import opened

PersonArgument = Annotated[UUID, typer.Argument(metavar="ID", help="The id of the person, as registering or searching tells it.")]
Purpose = Annotated[LookPurpose | None, typer.Option("--purpose", help="What you look for; the person reads it.")]


def add(
    name: Annotated[str, typer.Option("--name", help=f"The whole name{OR_READ}")],
    email: Annotated[str, typer.Option("--email", help="Their e-mail address.")],
    postcode: Annotated[str | None, typer.Option("--postcode", help="Such as 3811 AB; the province follows from it.")] = None,
    birth_year: Annotated[int | None, typer.Option("--birth-year", help="Such as 1956.")] = None,
    *,
    somebody_else: Annotated[
        bool, typer.Option("--somebody-else", help="It is somebody else than who is known with this name or address.")
    ] = False,
) -> None:
    """
    Register somebody who is a member of the party, and print their id. The next file of the register asks whether it is them.

    Example: netwerkpartij person add --name - --email anne@voorbeeld.example --postcode "3811 AB" --birth-year 1956
    """
    try:
        kept = postcode_as_kept(postcode or "")
        new = NewPartyMember(
            name=" ".join(said_or_read(name).split()),
            email=email.strip(),
            province=province_of(kept or ""),
            birth_year=birth_year,
            somebody_else=somebody_else,
        )
    except MalformedPostcode as refusal:
        fail(f"--postcode: {error_sentence(refusal.code, refusal.facts, LANGUAGE)}", WRONG_USE)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        fail(f"--{str(first['loc'][0]).replace('_', '-')} {message(first, LANGUAGE)}", WRONG_USE)
    with opened(load_settings()) as service:
        try:
            person = add_person(service.log, service.vault, service.service.now(), new, postcode=kept)
        except PossiblySamePerson as refusal:
            told = error_sentence(refusal.code, refusal.facts, LANGUAGE)
            fail(f"{refusal.code}: {told} Somebody else: --somebody-else.", REFUSED)
        settle(service)
    typer.echo(str(person))


def show(person: PersonArgument, purpose: Purpose = None) -> None:
    """
    Show what is kept of somebody, over all stores. That you looked is recorded, and shown to them.

    Example: netwerkpartij person show 7d2b5a9e-0000-4000-8000-000000000001 --purpose asked-by-them
    """
    found = _file(person, "person show", purpose)
    kept = [(WHAT[each.what].in_language(LANGUAGE), ", ".join(each.values) or None, _until(each)) for each in found.kept]
    print_table(("what", "kept", "until"), kept)
    events = [(f"{each.at:%Y-%m-%d}", each.type, each.id) for each in found.events]
    print_table(("day", "event", "id"), events, title="Events")
    looks = [(each.day, word(each.role, LANGUAGE), each.what, _in_words(each)) for each in found.looks]
    print_table(("day", "role", "what", "what for"), looks, title="Who looked")


def export(
    person: PersonArgument,
    purpose: Annotated[LookPurpose, typer.Option("--purpose", help="What you write it for; the person reads it.")],
    output: Annotated[Path | None, typer.Option("-o", "--output", help="A new file; left out: standard output.")] = None,
) -> None:
    """
    Write what is kept of somebody as JSON: events, values, keys, who looked. That you looked is recorded, and shown to them.

    Example: netwerkpartij person export 7d2b5a9e-0000-4000-8000-000000000001 --purpose asked-by-them -o file.json
    """
    told = _file(person, "person export", purpose).model_dump_json(by_alias=True, indent=2) + "\n"
    if output is None:
        sys.stdout.write(told)
        return
    try:
        with os.fdopen(os.open(output, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(told)
    except OSError as error:
        fail(f"{output}: {error.strerror}", REFUSED)
    typer.echo(f"Written, for its owner alone to read: {output}.")


def _file(person: UUID, what: str, purpose: LookPurpose | None) -> PersonFile:
    """Give what is kept of somebody, and keep that it was looked at before it is shown."""
    with opened(load_settings(), make=False) as service:
        look = Look(day=day_of(service.service.now()), role=Role.ADMINISTRATOR, what=what, purpose=purpose)
        files = PersonFiles(service.log, service.vault, service.service.command_handler.resting)
        found = files.of(person)
        service.vault.keep_looks([person], look)
    return found


def _in_words(look: LookEntry) -> str:
    return Words(look.nl, look.en).in_language(LANGUAGE)


def _until(kept: KeptEntry) -> str:
    return TERMS[kept.term].in_language(LANGUAGE) if kept.until is None else f"{kept.until}"


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
