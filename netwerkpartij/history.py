"""``netwerkpartij import history``: bring in a file of recorded history, all of it or nothing."""

import csv
import io
import json
import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from api.moments import YEARS
from application.history import HistoryRow, HistoryRowRefused, Imported, import_history
from application.language.errors import error_sentence
from netwerkpartij.policies import settle
from netwerkpartij.settings import load_settings
from netwerkpartij.terminal import LANGUAGE, REFUSED, WRONG_USE, Format, fail, progress
from netwerkpartij.wiring import opened

LABEL = r"(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*"
LONGEST_NAME = 120
HEADER = ["timestamp", "network", "kind", "event", "person", "role"]


def history(
    file: Annotated[Path, typer.Argument(help="UTF-8 CSV: timestamp,network,kind,event,person,role; the oldest first.")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and check everything, record nothing.")] = False,
    form: Annotated[Format, typer.Option("--format", help="How to print the result.")] = Format.TABLE,
) -> None:
    """
    Bring in other people's recorded history.

    Networks enter as brought in, people without a name. A row that cannot be true refuses the whole file;
    the same file again records nothing.

    Example: netwerkpartij import history team_history.csv
    """
    content = _content(file)
    rows = _rows(file, content)
    with opened(load_settings()) as service:
        try:
            with progress("import", len(rows)) as show:
                imported = import_history(
                    rows,
                    content=content,
                    log=service.log,
                    vault=service.vault,
                    now=service.service.now(),
                    dry_run=dry_run,
                    progress=show,
                )
        except HistoryRowRefused as refused:
            sentence = error_sentence(refused.refusal.code, refused.refusal.facts, LANGUAGE)
            fail(f"{file}, line {refused.line}: {refused.refusal.code}: {sentence.text}", REFUSED)
        settle(service)
    typer.echo(_told(imported, form, dry_run=dry_run))


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        fail(f"{file}: cannot be read: {error.strerror}", WRONG_USE)


def _rows(file: Path, content: bytes) -> Sequence[HistoryRow]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        fail(f"{file}, line {line}: not-utf-8: the file is not UTF-8 text; save it as UTF-8 and try again", WRONG_USE)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        if next(reader, None) != HEADER:
            fail(f"{file}, line 1: wrong-header: the first line must be {','.join(HEADER)}", WRONG_USE)
        return [_row(file, reader.line_num, cells) for cells in reader if cells]
    except csv.Error as error:
        fail(f"{file}, line {reader.line_num}: malformed-row: {error}", WRONG_USE)


def _row(file: Path, line: int, cells: list[str]) -> HistoryRow:
    if len(cells) != len(HEADER):
        fail(f"{file}, line {line}: malformed-row: {len(cells)} cells instead of {len(HEADER)}", WRONG_USE)
    timestamp, network, kind, event, person, _role = cells
    try:
        at = datetime.fromisoformat(timestamp)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None or at.year not in YEARS:
        fail(f"{file}, line {line}: malformed-timestamp: not an instant such as 2018-11-04T20:28:43Z", WRONG_USE)
    if kind and not re.fullmatch(LABEL, kind):
        fail(f"{file}, line {line}: malformed-row: the kind is not at most 80 small letters and hyphens", WRONG_USE)
    if not network or len(network) > LONGEST_NAME or not network.isprintable():
        fail(f"{file}, line {line}: malformed-row: the network has no usable name", WRONG_USE)
    return HistoryRow(line=line, at=at, network=network, kind=kind, event=event, person=person)


def _told(imported: Imported, form: Format, *, dry_run: bool) -> str:
    if form is Format.JSON:
        return json.dumps(
            {
                "rows": imported.rows,
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
    return f"{first}\nAlready ended when the row came (by a closing or by leaving): {ended}."
