"""``netwerkpartij events``: every event, one JSON object a line."""

import json
import sys
from enum import StrEnum
from itertools import islice
from typing import Annotated

import typer

from application.access.raw_log import read_without_people
from application.ports.event_log import Recorded
from domain.kernel.events import DomainEvent, FirstEvent, event_name
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import opened

BATCH = 1_000


class Lines(StrEnum):
    """How to print events."""

    JSONL = "jsonl"


def events(
    after: Annotated[int, typer.Option("--after", min=0, help="Only events after so many that are printed.")] = 0,
    _form: Annotated[Lines, typer.Option("--format", help="One JSON object a line.")] = Lines.JSONL,
) -> None:
    """
    Print every event in the order of the log, sealed texts as they are; of sensitive networks none about single people.

    Example: netwerkpartij events --format jsonl > events.jsonl
    """
    with opened(load_settings(), make=False) as service:
        shown = enumerate(read_without_people(service.log, after=0, at_once=BATCH), start=1)
        for number, recorded in islice(shown, after, None):
            numbered = Recorded(number, recorded.event)  # its place in the log would count what is left out
            sys.stdout.write(json.dumps(told(numbered), ensure_ascii=False) + "\n")


def told(recorded: Recorded) -> dict[str, object]:
    """Tell an event as docs/contract.md says."""
    event = recorded.event
    act = event.act
    return {
        "position": recorded.position,
        "id": event_name(event),
        "type": type_of(event),
        "aggregate": str(event.originator_id),
        "version": event.originator_version,
        "at": act.at.isoformat(),
        "recordedAt": event.timestamp.isoformat(),
        "by": act.by,
        "role": act.role,
        "enteredBy": act.entered_by,
        "source": act.source,
        "command": str(act.command),
        "cause": act.cause,
        "decided": None if act.decided is None else act.decided.model_dump(mode="json", by_alias=True),
        "data": event.model_dump(mode="json", exclude=set(FirstEvent.model_fields)),
    }


def type_of(event: DomainEvent) -> str:
    """Give what an event is called; corrections share one word over aggregates."""
    return event.TOPIC.rsplit(".", 1)[-1]
