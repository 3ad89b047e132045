"""``netwerkpartij evaluate``: what came of the pilot, as of a day and as far as was known at an instant."""

from pathlib import Path
from typing import Annotated

import typer

from application.evaluating import evaluated
from application.queries import Evaluation, Pilots
from netwerkpartij.policies import settle
from netwerkpartij.settings import load_settings
from netwerkpartij.terminal import Format, a_day, an_instant
from netwerkpartij.wiring import opened


def evaluate(
    on: Annotated[str, typer.Option("--on", help="A day such as 2023-12-31; its end, in Europe/Amsterdam.")],
    known_at: Annotated[
        str | None, typer.Option("--known-at", help="An instant with offset: what we knew then. Left out: now.")
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="How to print the evaluation.")] = Format.TABLE,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="A file to write it to.")] = None,
) -> None:
    """
    Evaluate the pilot, and each network outside it under its own name.

    What each figure is stands in docs/figures.md.

    Example: netwerkpartij evaluate --on 2023-12-31 --format json
    """
    day, instant = a_day(on), None if known_at is None else an_instant(known_at)
    with opened(load_settings()) as service:
        settle(service)
        pilots = service.reads.answer(Pilots(limit=500, known_at=instant)).items
        pilot = pilots[-1].pilot if pilots else None
        question = Evaluation(pilot=pilot, with_others=True, on=day, known_at=instant)
        report = evaluated(service.reads.answer(question), service.log, service.vault)
    text = report.model_dump_json(by_alias=True)
    if output is None:
        typer.echo(text)
    else:
        output.write_text(text + "\n", encoding="utf-8")
