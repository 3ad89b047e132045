"""``netwerkpartij evaluate``: what came of the pilot, as of a day and as far as was known at an instant."""

import json
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from application.access.event_names import left_out, shown_name
from application.evaluation.disclosure import evaluated
from application.evaluation.figures import FigureName
from application.evaluation.withheld import without_events
from application.language.evaluation.page import EvaluationPage
from application.language.evaluation.paper import TOGETHER, paper
from application.language.words import Language
from application.ports.papers import PaperState
from application.queries.evaluating.evaluation import Evaluation, EvaluationReport
from application.queries.pilot import Pilots
from domain.kernel.events import event_name
from netwerkpartij.background import settle
from netwerkpartij.cli.events import type_of
from netwerkpartij.cli.terminal import WRONG_USE, Format, KnownAt, a_day, an_instant, fail
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import Opened, opened


class PaperFormat(StrEnum):
    """How to print an evaluation."""

    TABLE = "table"
    JSON = "json"
    HTML = "html"
    """The page of the portal, in one file."""
    PDF = "pdf"
    """The same page on paper, with its charts."""


InLanguage = Annotated[Language, typer.Option("--language", help="In which language to write it.")]


def evaluate(
    on: Annotated[str, typer.Option("--on", help="A day such as 2023-12-31; its end, in Europe/Amsterdam.")],
    known_at: KnownAt = None,
    form: Annotated[PaperFormat, typer.Option("--format", help="How to print the evaluation.")] = PaperFormat.TABLE,
    language: InLanguage = Language.NL,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="A file to write it to.")] = None,
    *,
    events: Annotated[bool, typer.Option("--events", help="Also name the events behind each figure.")] = False,
) -> None:
    """
    Evaluate the pilot, and each network outside it under its own name.

    What each figure is stands in docs/figures.md.

    Example: netwerkpartij evaluate --on 2023-12-31 --format pdf -o evaluatie.pdf
    """
    if form is PaperFormat.PDF and output is None:
        fail("A PDF goes to a file: say which, such as -o evaluatie.pdf", WRONG_USE)
    past = a_day(on), None if known_at is None else an_instant(known_at)
    with opened(load_settings(), make=False) as service:
        report = _evaluated(service, *past)
        content = _printed(service, report if events else without_events(report), form, language, past)
    if output is not None:
        output.write_bytes(content if isinstance(content, bytes) else f"{content}\n".encode())
    else:
        typer.echo(content)


def _printed(
    service: Opened, report: EvaluationReport, form: PaperFormat, language: Language, past: tuple[date, datetime | None]
) -> str | bytes:
    if form is PaperFormat.JSON:
        return report.model_dump_json(by_alias=True)
    if form is PaperFormat.TABLE:
        return paper(report, language)
    from netwerkpartij.evaluation_page import page_of, paper_made  # noqa: PLC0415  # pages, which no other command needs

    page = page_of(service, report, language, *past, is_in_one_file=form is PaperFormat.HTML)
    if form is PaperFormat.HTML:
        return page
    made = paper_made(service, page)
    if made.state is PaperState.NOT_HERE:
        fail("No PDF can be made on this machine: Pango is missing (docs/how-to/install.md). Or use --format html.", 1)
    if made.state is not PaperState.READY:
        fail("The PDF could not be made. Try again, or use --format html.", 1)
    return made.content


def why(
    figure: Annotated[str, typer.Argument(help="A figure of docs/figures.md, such as members.")],
    on: Annotated[str | None, typer.Option("--on", help="A day; its end, in Europe/Amsterdam. Left out: today.")] = None,
    known_at: KnownAt = None,
    form: Annotated[Format, typer.Option("--format", help="How to print the reasons.")] = Format.TABLE,
    language: InLanguage = Language.NL,
) -> None:
    """
    Name the events behind a figure of the evaluation, and the rules, baselines and corrections that it rests on.

    Example: netwerkpartij why members --on 2023-12-31 --format json
    """
    if figure not in set(FigureName):
        fail(f"{figure!r} is not a figure; they are: {', '.join(FigureName)}", WRONG_USE)
    with opened(load_settings(), make=False) as service:
        day = None if on is None else a_day(on)
        report = _evaluated(service, day, None if known_at is None else an_instant(known_at))
        found = [each for each in report.figures if each.figure == figure]
        named = {name for each in found for name in (*each.events, *each.ground, *(out.event for out in each.left_out))}
        happened = _happened(service, named)
    if form is Format.JSON:
        reasons = [
            each.model_dump(mode="json", by_alias=True)
            | {"events": [happened[name] for name in each.events], "ground": [happened[name] for name in each.ground]}
            | {"leftOut": [{**happened[out.event], "why": out.why} for out in each.left_out if out.event in happened]}
            for each in found
        ]
        typer.echo(json.dumps({"figure": figure, "on": report.on.isoformat(), "figures": reasons}, ensure_ascii=False))
        return
    page = EvaluationPage(report, language)
    for each in found:
        typer.echo(f"{each.network or page.say(TOGETHER)}: {page.told(each)}")
        for name in (*each.events, *each.ground):
            typer.echo(f"   {happened[name]['at']}  {happened[name]['type']}  {name}")


def _evaluated(service: Opened, on: date | None, known_at: datetime | None) -> EvaluationReport:
    """Evaluate the newest pilot, and each network outside it under its own name; without a pilot everything."""
    settle(service)
    pilots = service.reads.answer(Pilots(limit=500, on=on, known_at=known_at)).items
    pilot = pilots[-1].pilot if pilots else None
    question = Evaluation(pilot=pilot, with_others=True, on=on, known_at=known_at)
    return evaluated(service.reads.answer(question), service.log, service.vault)


def _happened(service: Opened, names: set[str]) -> dict[str, dict[str, str]]:
    """Tell of events what they are, when they happened and when that was recorded; by the names by which they are shown."""
    found = {}
    items = {UUID(name.partition(":")[0]) for name in names}
    hidden = left_out(service.log, service.log.load_many(items).values())
    for item in items:
        left_out_here = hidden.get(str(item), ())
        for recorded in service.log.history(item):
            event = recorded.event
            if event.originator_version in left_out_here:
                continue
            name = shown_name(event_name(event), hidden)
            found[name] = {
                "id": name,
                "type": type_of(event),
                "at": event.act.at.isoformat(),
                "recordedAt": event.timestamp.isoformat(),
            }
    return found
