"""``netwerkpartij import register`` and ``register differences``: the party's members, as its register knows them."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any, NoReturn
from uuid import UUID

import typer

from application.language.errors import error_sentence
from application.pending import settle as settle_pending
from application.ports.vault.looks import Look
from application.register.differences import register_differences
from application.register.file import RegisterFileRefused, RegisterRows, TooManyWouldEnd
from application.register.importing import ImportAnswers, days_to_undo, import_register
from application.register.outcome import RegisterChange, RegisterImported
from application.register.reading import Line, read_register
from domain.kernel.acts import Role
from domain.kernel.days import day_of
from domain.kernel.errors import DomainError
from infrastructure.postcodes.provinces import province_of
from infrastructure.register_files.cells import cells_of
from infrastructure.register_files.rows import stored_register_rows
from netwerkpartij.background import settle
from netwerkpartij.cli.history import where_to_record
from netwerkpartij.cli.terminal import LANGUAGE, WRONG_USE, Format, a_day, fail, print_table, progress
from netwerkpartij.settings import Settings, load_settings
from netwerkpartij.wiring import Opened, opened, system_clock

READ_AT_ONCE = 100_000
"""After so many lines it is told how far reading is."""
SHOWN = 10
"""Lines that a table shows."""


def register(
    file: Annotated[
        Path, typer.Argument(help="CSV (commas or semicolons; UTF-8 or Windows-1252) or xlsx, with names of columns.")
    ],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, record nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask when the file ends many party memberships.")] = False,
    day: Annotated[
        str | None, typer.Option("--day", help="Of which day the file is. Left out: when it was last written.")
    ] = None,
    same: Annotated[
        list[str] | None,
        typer.Option("--same", help="NUMBER=PERSON: this member number is of this person, who is known already."),
    ] = None,
    somebody_else: Annotated[
        list[str] | None, typer.Option("--somebody-else", help="NUMBER: of somebody new, who looks like somebody who is known.")
    ] = None,
    back: Annotated[
        list[str] | None, typer.Option("--back", help="NUMBER: of somebody who was erased, and became a member again.")
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="How to print the result.")] = Format.TABLE,
) -> None:
    """
    Bring in the party's members from its register: who is new, who changed, who ended. Whole or not at all.

    Columns are found by their names, in Dutch or English: lidnummer, naam (or voornaam, tussenvoegsel, achternaam), e-mail,
    postcode, geboortejaar, lid sinds, lid tot. Somebody whom the file does not name any more has ended. The same file again
    changes nothing, so it can run every night.

    Example: netwerkpartij import register leden.csv --dry-run
    """
    said = _said(file, day, same or [], somebody_else or [], back or [], yes=yes)
    with ExitStack() as kept:
        try:
            rows = kept.enter_context(stored_register_rows(read_register(_shown(cells_of(file)), said.day)))
        except RegisterFileRefused as refused:
            _refused(file, refused, form)
        except DomainError as refusal:
            fail(f"{file}: {refusal.code}: {error_sentence(refusal.code, refusal.facts, LANGUAGE)}", WRONG_USE)
        with where_to_record(dry_run=dry_run) as settings, opened(settings) as service:
            settle_pending(service.log, service.vault, service.service.now())
            imported = _imported(service, settings, rows, said, dry_run=dry_run)
            if not dry_run:
                settle(service)
    typer.echo(_as_json(imported, said.day, dry_run=dry_run) if form is Format.JSON else _as_text(imported, dry_run=dry_run))


def _said(
    file: Path, day: str | None, same: Sequence[str], somebody_else: Sequence[str], back: Sequence[str], *, yes: bool
) -> ImportAnswers:
    pairs = [each.partition("=") for each in same]
    try:
        people = {number.strip().upper(): UUID(person) for number, _, person in pairs}
    except ValueError:
        fail("--same: write the member number, =, and the id of the person", WRONG_USE)
    others, returned = (frozenset(each.strip().upper() for each in numbers) for numbers in (somebody_else, back))
    return ImportAnswers(_day(file, day), people, others, returned, many_may_end=yes)


def _day(file: Path, day: str | None) -> date:
    """Give of which day a file is: as it is said, or the day on which it was last written."""
    today = day_of(system_clock())
    if day is None:
        return min(today, day_of(datetime.fromtimestamp(file.stat().st_mtime, UTC))) if file.exists() else today
    told = a_day(day)
    if told > today:
        fail(f"--day {day}: that day has not come yet", WRONG_USE)
    return told


def _shown(lines: Iterable[Line]) -> Iterator[Line]:
    """Give lines, and tell how many were read when they are many: how many there are nobody knows yet."""
    for count, line in enumerate(lines, start=1):
        yield line
        if count % READ_AT_ONCE == 0:
            sys.stderr.write(f"read: {count} lines\n")


def _imported(service: Opened, settings: Settings, rows: RegisterRows, said: ImportAnswers, *, dry_run: bool) -> RegisterImported:
    """Import a file; when it ends many party memberships, ask on a terminal whether that is meant."""
    now = service.service.now()

    def imported(said: ImportAnswers) -> RegisterImported:
        with progress("compare", len(rows)) as show:
            return import_register(
                rows,
                log=service.log,
                vault=service.vault,
                now=now,
                said=said,
                province_of=province_of,
                days_to_undo=days_to_undo(service.log, now),
                most_ended=settings.register_ends_at_most,
                dry_run=dry_run,
                progress=show,
                recording=lambda: typer.echo("record: this takes as long again for many new people", err=True),
            )

    try:
        return imported(said)
    except TooManyWouldEnd as refusal:
        if not (sys.stdin.isatty() and typer.confirm(f"{error_sentence(refusal.code, refusal.facts, LANGUAGE).text} Import it?")):
            raise
        return imported(said.with_many_ending())


def _refused(file: Path, refused: RegisterFileRefused, form: Format) -> NoReturn:
    """Say on which lines what is wrong, in the language of the command line."""
    told = [
        (each.line, each.refusal.code, str(error_sentence(each.refusal.code, each.refusal.facts, LANGUAGE)))
        for each in refused.mistakes
    ]
    if form is Format.JSON:
        errors = [{"line": line, "code": code, "sentence": sentence} for line, code, sentence in told]
        typer.echo(json.dumps({"errors": errors, "count": refused.count}, ensure_ascii=False))
    for line, code, sentence in told:
        sys.stderr.write(f"{file}, line {line}: {code}: {sentence}\n")
    fail(f"{file}: {refused.code}: {error_sentence(refused.code, refused.facts, LANGUAGE)}", WRONG_USE)


def _as_json(imported: RegisterImported, day: date, *, dry_run: bool) -> str:
    def camel(change: RegisterChange) -> str:
        first, *others = change.split("-")
        return first + "".join(map(str.capitalize, others))

    told: dict[str, Any] = {"rows": imported.rows, "day": day.isoformat(), "dryRun": dry_run}
    told |= {camel(change): count for change, count in imported.counts.items()}
    told |= {"keptOwn": imported.kept, "withoutProvince": imported.without_province, "asks": imported.asks}
    told["possiblyKnownLines"] = [{"line": each.line, "people": [*map(str, each.people)]} for each in imported.possibly_known]
    told["erasedLines"] = [each.line for each in imported.erased]
    told["alikeLines"] = [list(lines) for lines in imported.alike]
    told["first"] = [{"line": line, "change": change} for line, change in imported.first[:SHOWN]]
    return json.dumps(told)


def _as_text(imported: RegisterImported, *, dry_run: bool) -> str:
    counts = imported.counts
    changing = (RegisterChange.NEW, RegisterChange.CHANGED, RegisterChange.ENDED, RegisterChange.RETURNED)
    done = "Would record" if dry_run else "Recorded"
    lines = [f"{done}: {', '.join(f'{counts[each]} {each}' for each in changing)}; {counts[RegisterChange.UNCHANGED]} unchanged."]
    if counts[RegisterChange.ENDED_BEFORE]:
        lines.append(
            f"{counts[RegisterChange.ENDED_BEFORE]} lines are of people who are no members any more, or not yet: not kept."
        )
    if counts[RegisterChange.OLDER]:
        lines.append(f"{counts[RegisterChange.OLDER]} lines are older than what is known: passed over.")
    if imported.kept:
        lines.append(f"{imported.kept} people changed something themselves: see netwerkpartij register differences.")
    if imported.without_province:
        lines.append(f"Of {imported.without_province} new people no province is known: no Dutch postcode.")
    if imported.asks and dry_run:
        lines.append("It ends many party memberships: without --yes it would be refused.")
    return "\n".join([*lines, *_waiting(imported)])


def _waiting(imported: RegisterImported) -> Iterator[str]:
    for each in imported.possibly_known[:SHOWN]:
        who = ", ".join(map(str, each.people))
        yield f"line {each.line}: possibly the same as {who}: say --same NUMBER=PERSON, or --somebody-else NUMBER."
    for each in imported.erased[:SHOWN]:
        yield f"line {each.line}: this person was erased. Are they a member again? Say --back NUMBER."
    for lines in imported.alike[:SHOWN]:
        yield f"lines {', '.join(map(str, lines))}: one person with several member numbers? Look in the member register."
    waiting = imported.counts[RegisterChange.POSSIBLY_KNOWN] + imported.counts[RegisterChange.ERASED]
    if waiting > SHOWN:
        yield f"{waiting} lines wait for a word of yours; with --format json you see a hundred of them."


def differences(form: Annotated[Format, typer.Option("--format", help="How to print the list.")] = Format.TABLE) -> None:
    """
    List what people changed themselves and the register says otherwise: for the member administration to put right there.

    That you looked is recorded, and shown to them.

    Example: netwerkpartij register differences
    """
    with opened(load_settings(), make=False) as service:
        found = list(register_differences(service.vault, province_of))
        look = Look(day=day_of(service.service.now()), role=Role.ADMINISTRATOR, what="register differences")
        service.vault.keep_looks({each.person for each in found}, look)
    if form is Format.JSON:
        typer.echo(json.dumps([{**vars(each), "person": str(each.person)} for each in found], ensure_ascii=False))
        return
    print_table(
        ("number", "field", "register", "known"), ((each.number, each.field, each.register, each.known) for each in found)
    )
