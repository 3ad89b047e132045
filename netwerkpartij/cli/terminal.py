"""Talking on a terminal: progress where somebody watches, plain lines where not, one sentence when it fails."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from application.language.words import Language
from application.timestamps import YEARS

LANGUAGE = Language.NL if os.environ.get("LANG", "").startswith("nl") else Language.EN
REFUSED = 1
WRONG_USE = 2

OR_READ = "; - reads it from standard input."
"""What is said of every name that can be given: on a command line it stands in a shell's history and in lists of processes."""

KnownAt = Annotated[str | None, typer.Option("--known-at", help="An instant with offset: what we knew then. Left out: now.")]

errors = Console(stderr=True)


class Format(StrEnum):
    """How to print an answer."""

    TABLE = "table"
    JSON = "json"


def fail(sentence: str, status: int) -> NoReturn:
    """Say what went wrong on standard error and stop."""
    sys.stderr.write(f"{sentence}\n")
    raise SystemExit(status)


def print_table(columns: Iterable[str], rows: Iterable[Iterable[object]], *, title: str | None = None) -> None:
    """
    Print a table: the one way to do so, since every cell is shown as it was typed.

    Square brackets and colons in a name are no styles and no pictures. None is a hyphen.
    """
    table = Table(title=None if title is None else Text(title))
    for column in columns:
        table.add_column(Text(column))
    for row in rows:
        table.add_row(*(Text("-" if cell is None else str(cell)) for cell in row))
    Console().print(table)


@contextmanager
def progress(what: str, total: int) -> Iterator[Callable[[int], None]]:
    """Show how far long work is, on standard error; every tenth part as a line when that is no terminal."""
    if not errors.is_terminal:
        yield _lines(what, total)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=errors, transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda done: bar.update(task, completed=done)


def _lines(what: str, total: int) -> Callable[[int], None]:
    step = max(1, total // 10)

    def show(done: int) -> None:
        if done % step == 0 or done == total:
            sys.stderr.write(f"{what}: {done} / {total}\n")

    return show


def said_or_read(given: str) -> str:
    """Give what was typed as an argument; a hyphen reads a line, so that a name need not stay in a shell's history."""
    return (sys.stdin.readline() if given == "-" else given).strip()


def a_day(text: str) -> date:
    """Read a day, in Europe/Amsterdam."""
    with suppress(ValueError):
        day = date.fromisoformat(text)
        if day.year in YEARS:
            return day
    message = f"{text!r} is not a day such as 2023-12-31"
    raise typer.BadParameter(message)


def an_instant(text: str) -> datetime:
    with suppress(ValueError):
        instant = datetime.fromisoformat(text)
        if instant.tzinfo is not None and instant.year in YEARS:
            return instant
    message = f"{text!r} is not an instant such as 2023-12-31T12:00:00+01:00 (ISO 8601, with an offset)"
    raise typer.BadParameter(message)
