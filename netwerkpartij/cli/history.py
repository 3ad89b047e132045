"""``netwerkpartij import history``: bring in a file of recorded history, all of it or nothing."""

import csv
import json
import re
import unicodedata
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, NoReturn

import typer

from application.history import file as history_file
from application.history.file import HistoryRow, HistoryRowRefused
from application.history.importing import Imported, import_history
from application.language.errors import error_sentence
from application.timestamps import YEARS
from domain.kernel.days import end_of
from domain.kernel.errors import DomainError
from domain.networks.spelling import must_be_plain
from infrastructure.history_rows import stored_history_rows
from infrastructure.stores_there import holds_a_log
from netwerkpartij.background import settle
from netwerkpartij.cli.terminal import LANGUAGE, REFUSED, WRONG_USE, Format, fail, progress
from netwerkpartij.settings import Settings, load_settings
from netwerkpartij.wiring import opened

LONGEST_KIND = 80
LABEL = rf"(?=.{{1,{LONGEST_KIND}}}$)[a-z0-9]+(-[a-z0-9]+)*"
LONGEST_NAME = 120
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
SECOND = timedelta(seconds=1)
NO_BREAK = re.compile("[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{FIGURE SPACE}]")
NO_UTF8 = re.compile("[\udc80-\udcff]")
"""Bytes that are no UTF-8, as they are read: one by one, as what no text holds."""
HEADER = ["timestamp", "network", "kind", "event", "person", "role"]


def history(
    file: Annotated[Path, typer.Argument(help="UTF-8 CSV: timestamp,network,kind,event,person,role; the oldest first.")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and check everything, record nothing.")] = False,
    dates_end_of_day: Annotated[
        bool, typer.Option("--dates-end-of-day", help="A day without a time is the end of it, in Europe/Amsterdam.")
    ] = False,
    form: Annotated[Format, typer.Option("--format", help="How to print the result.")] = Format.TABLE,
) -> None:
    """
    Bring in other people's recorded history.

    Networks enter as brought in, people without a name. A row that cannot be true refuses the whole file.
    Of a file that grew only what is new is recorded; the same file again records nothing.

    Example: netwerkpartij import history team_history.csv
    """
    with ExitStack() as kept:
        try:
            rows = kept.enter_context(stored_history_rows(_rows(file, dates_end_of_day=dates_end_of_day)))
        except HistoryRowRefused as refused:
            _refused(file, refused, WRONG_USE)
        with where_to_record(dry_run=dry_run) as settings, opened(settings) as service:
            try:
                with progress("import", len(rows)) as show:
                    imported = import_history(
                        rows,
                        log=service.log,
                        vault=service.vault,
                        now=service.service.now(),
                        dry_run=dry_run,
                        progress=show,
                    )
            except HistoryRowRefused as refused:
                _refused(file, refused, REFUSED)
            settle(service)
    if not dry_run:
        typer.echo(f"Everything is kept in {settings.place}.", err=True)
    typer.echo(_told(imported, form, dry_run=dry_run))


@contextmanager
def where_to_record(*, dry_run: bool) -> Iterator[Settings]:
    """Give where to record; a dry run where there is no database yet tries it in one that is thrown away."""
    settings = load_settings()
    if not dry_run or holds_a_log(settings.database_url):
        yield settings
        return
    with TemporaryDirectory() as folder:
        yield load_settings(data=folder, database_url="", vault_url="", master_key=None)


def _refused(file: Path, refused: HistoryRowRefused, status: int) -> NoReturn:
    """Say on which line what is wrong, in the language of the command line."""
    sentence = error_sentence(refused.refusal.code, refused.refusal.facts, LANGUAGE)
    fail(f"{file}, line {refused.line}: {refused.refusal.code}: {sentence}", status)


def _lines(file: Path) -> Iterator[str]:
    """
    Give the lines of a file as text, one after the other, with their ends.

    :raises HistoryRowRefused: if one is no UTF-8
    """
    try:
        with file.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as text:
            for number, line in enumerate(text, start=1):
                if NO_UTF8.search(line):
                    raise HistoryRowRefused(number, history_file.NotUtf8())
                yield line
    except OSError:
        refusal = history_file.HistoryFileUnreadable()
        fail(f"{file}: {refusal.code}: {error_sentence(refusal.code, {}, LANGUAGE)}", WRONG_USE)


def _rows(file: Path, *, dates_end_of_day: bool) -> Iterator[HistoryRow]:
    """
    Read the rows of a file, one after the other.

    :raises HistoryRowRefused: if it is no history file
    """
    reader = csv.reader(_lines(file), strict=True)
    try:
        _check_header(next(reader, []))
        for cells in reader:
            if cells:
                yield _row(reader.line_num, _spaced(cells), dates_end_of_day=dates_end_of_day)
    except csv.Error as error:
        raise HistoryRowRefused(reader.line_num, history_file.MalformedRow()) from error


def _check_header(cells: list[str]) -> None:
    if cells != HEADER:
        semicolons = ",".join(cells).split(";") == HEADER
        refusal = history_file.SemicolonsBetweenCells() if semicolons else history_file.WrongHeader(header=",".join(HEADER))
        raise HistoryRowRefused(1, refusal)


def _spaced(cells: list[str]) -> list[str]:
    """Give cells in which blanks at which no line may break are spaces."""
    return [NO_BREAK.sub(" ", cell) for cell in cells]


def _row(line: int, cells: list[str], *, dates_end_of_day: bool) -> HistoryRow:
    if len(cells) != len(HEADER):
        if len(",".join(cells).split(";")) == len(HEADER):
            raise HistoryRowRefused(line, history_file.SemicolonsBetweenCells())
        raise HistoryRowRefused(line, history_file.WrongNumberOfCells(has=len(cells), needs=len(HEADER)))
    timestamp, network, kind, event, person, _role = cells
    network = unicodedata.normalize("NFKC", network)
    at = _moment(line, timestamp, dates_end_of_day=dates_end_of_day)
    if kind and not re.fullmatch(LABEL, kind):
        raise HistoryRowRefused(line, history_file.MalformedKind(most=LONGEST_KIND))
    if not network.strip() or len(network) > LONGEST_NAME:
        raise HistoryRowRefused(line, history_file.MalformedNetworkName(most=LONGEST_NAME))
    try:
        must_be_plain(network)
    except DomainError as refusal:
        raise HistoryRowRefused(line, refusal) from refusal
    return HistoryRow(line=line, at=at, network=network, kind=kind, event=event, person=person)


def _moment(line: int, timestamp: str, *, dates_end_of_day: bool) -> datetime:
    if DAY.fullmatch(timestamp) and not dates_end_of_day:
        raise HistoryRowRefused(line, history_file.DayWithoutTime())
    try:
        at = end_of(date.fromisoformat(timestamp)) - SECOND if DAY.fullmatch(timestamp) else datetime.fromisoformat(timestamp)
    except (ValueError, OverflowError):
        at = None
    if at is None or at.tzinfo is None or at.year not in YEARS:
        raise HistoryRowRefused(line, history_file.MalformedTimestamp())
    return at


def _told(imported: Imported, form: Format, *, dry_run: bool) -> str:
    if form is Format.JSON:
        return json.dumps(
            {
                "rows": imported.rows,
                "known": imported.known,
                "events": imported.events,
                "networks": imported.networks,
                "people": imported.people,
                "alreadyEnded": imported.already_ended,
                "recordedBefore": imported.recorded_before,
                "dryRun": dry_run,
            }
        )
    if imported.recorded_before:
        return "This file was recorded before; nothing was recorded now."
    ended = ", ".join(f"{count} {event}" for event, count in sorted(imported.already_ended.items())) or "none"
    done = "Would record" if dry_run else "Recorded"
    first = f"{done} {imported.events} events from {imported.rows} rows: {imported.networks} networks, {imported.people} people."
    first += f"\n{imported.known} rows were known and passed over." if imported.known else ""
    return f"{first}\nAlready ended when the row came (by a closing or by leaving): {ended}."
