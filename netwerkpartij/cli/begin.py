"""``netwerkpartij begin``: a party sets up its own service, once."""

import sys
import unicodedata
from typing import Annotated

import typer

from application.begin import Adoption, Beginning, PilotToOpen, begin
from application.commands.base import LONGEST_NAME
from application.language.errors import error_sentence
from application.language.words import NOT_YET
from application.ports.vault.contexts import PersonId
from application.rule_books import RULE_BOOKS
from domain.kernel.acts import Role, Source
from domain.kernel.characters import HiddenCharacterInName, must_be_seen
from domain.kernel.log import LOG, Log, PartyBegunAlready
from netwerkpartij.cli.terminal import LANGUAGE, OR_READ, WRONG_USE, a_day, fail, said_or_read
from netwerkpartij.cli.tokens import until
from netwerkpartij.settings import Settings, load_settings
from netwerkpartij.wiring import Opened, opened

SOURCES = (Source.PAPER, Source.MEETING, Source.MAIL, Source.PHONE)
ON_PAPER = ", ".join(SOURCES)


def begin_party(
    party: Annotated[str | None, typer.Option("--party", help=f"The name of your party{OR_READ}")] = None,
    administrator: Annotated[str | None, typer.Option("--administrator", help=f"The name of its administrator{OR_READ}")] = None,
    bureau: Annotated[str | None, typer.Option("--bureau", help=f"Somebody of the party bureau, by name{OR_READ}")] = None,
    board: Annotated[str | None, typer.Option("--board", help=f"Somebody of the National Board, by name{OR_READ}")] = None,
    rules: Annotated[
        str | None, typer.Option("--rules", help=f"A rule book that the board adopted: {', '.join(RULE_BOOKS)}.")
    ] = None,
    adopted_on: Annotated[
        str | None, typer.Option("--adopted-on", help="The day on which it did; the rules hold from then.")
    ] = None,
    pilot: Annotated[int | None, typer.Option("--pilot", min=1, max=1_000, help="The number of places of a pilot.")] = None,
    first_day: Annotated[str | None, typer.Option("--from", help="Its first day.")] = None,
    last_day: Annotated[str | None, typer.Option("--until", help="Its last day.")] = None,
    source: Annotated[str, typer.Option("--source", help=f"How the decisions of the board came in: {ON_PAPER}.")] = Source.PAPER,
) -> None:
    """
    Set up your own party: its administrator, the rules that its board adopted, its pilot.

    The administrator enters these; adopting rules and beginning a pilot are acts of the National Board. What is left out can be
    done later. On a terminal it asks for what is missing. Nothing else is recorded, and it can be done once. Names that are
    read from standard input, a line each in the order of the options here, stay out of the history of a shell.

    Example: netwerkpartij begin --party Voorbeeldpartij --administrator "Anne Voorbeeld" --rules netwerkpartij-2022
    --adopted-on 2022-06-28 --pilot 5 --from 2022-06-28 --until 2023-12-31
    """
    asks = sys.stdin.isatty()
    if source not in SOURCES:
        fail(f"--source {source!r}: choose one of {ON_PAPER}", WRONG_USE)
    party = _needed("--party", party, "The name of your party", asks=asks)
    administrator = _needed("--administrator", administrator, "The name of its administrator", asks=asks)
    if asks and rules is None and adopted_on is None:
        rules = _chosen_rule_book()
    others = _others(bureau, board)
    adoption, pilot_to_open = _adoption(rules, adopted_on, asks=asks), _pilot(pilot, first_day, last_day)
    settings = load_settings()
    with opened(settings) as service:
        _must_not_have_begun(service)
        beginning = Beginning(party, administrator, tuple(others), adoption, pilot_to_open, source=Source(source))
        person = begin(service.log, service.vault, service.service.now(), beginning)
        _tell(service, beginning, person, settings)


def _needed(option: str, given: str | None, question: str, *, asks: bool) -> str:
    said = said_or_read(given) if given else typer.prompt(question) if asks else ""
    name = " ".join(filter(None, unicodedata.normalize("NFC", said).split(" ")))
    if not 1 <= len(name) <= LONGEST_NAME:
        fail(f"{option}: give a name of at most {LONGEST_NAME} characters", WRONG_USE)
    try:
        must_be_seen(name)
    except HiddenCharacterInName as refusal:
        fail(f"{option}: {error_sentence(refusal.code, refusal.facts, LANGUAGE)}", WRONG_USE)
    return name


def _chosen_rule_book() -> str | None:
    typer.echo("Rule books that come with the program:")
    for name, books in RULE_BOOKS.items():
        typer.echo(f"  {name}: {books[0].origin}")
    chosen: str = typer.prompt("Which one did your board adopt (nothing: none yet)", default="", show_default=False)
    return chosen or None


def _adoption(rules: str | None, adopted_on: str | None, *, asks: bool) -> Adoption | None:
    if rules is None and adopted_on is None:
        return None
    if rules not in RULE_BOOKS:
        fail(f"--rules {rules!r}: choose one of {', '.join(RULE_BOOKS)}", WRONG_USE)
    if adopted_on is None and asks:
        adopted_on = typer.prompt("On which day, such as 2022-06-28")
    if adopted_on is None:
        fail("--adopted-on: say on which day the board adopted these rules", WRONG_USE)
    day = a_day(adopted_on)
    return Adoption(tuple(written._replace(valid_from=day) for written in RULE_BOOKS[rules]), day)


def _pilot(places: int | None, from_day: str | None, until_day: str | None) -> PilotToOpen | None:
    if (places, from_day, until_day) == (None, None, None):
        return None
    if places is None or from_day is None or until_day is None:
        fail("--pilot, --from and --until go together", WRONG_USE)
    first_day, last_day = a_day(from_day), a_day(until_day)
    if last_day < first_day:
        fail("--until: the last day is before the first", WRONG_USE)
    return PilotToOpen(f"pilot-{first_day.year}-{last_day.year}", places, first_day, last_day)


def _others(bureau: str | None, board: str | None) -> list[tuple[str, Role]]:
    given = (("--bureau", bureau, Role.PARTY_BUREAU), ("--board", board, Role.NATIONAL_BOARD))
    return [(_needed(option, name, "", asks=False), role) for option, name, role in given if name is not None]


def _must_not_have_begun(service: Opened) -> None:
    log = service.log.load(Log, LOG)
    if log is not None and log.party is not None:
        raise PartyBegunAlready(party=log.party)


def _tell(service: Opened, beginning: Beginning, administrator: PersonId, settings: Settings) -> None:
    typer.echo(service.vault.issue_token(Role.ADMINISTRATOR, person=administrator, days=settings.token_days))
    lines = [
        NOT_YET.in_language(LANGUAGE),
        f"{beginning.party} has begun. Above is the token of its administrator; keep it secret, it is not shown again.",
        until(settings.token_days),
        f"Everything is kept in {settings.place}.",
        *settings.open_to_others(),
        "Next:",
    ]
    lines += [
        f'  netwerkpartij token give --role {role} --person "NAME"   gives who holds that role a token'
        for role in dict.fromkeys(role for _, role in beginning.offices)
    ]
    if beginning.adoption is None:
        lines.append("  No rule holds yet: the party bureau records the rules that the board adopts.")
    lines.append("  netwerkpartij serve   and then its address /v1/openapi.json says what can be done, and in which role")
    sys.stderr.write("\n".join([*lines, ""]))
