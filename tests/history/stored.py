"""Reading and adding lives as they were stored: lists of rows, in one file for each kind of aggregate."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from domain.all_aggregates import AGGREGATES
from domain.kernel.acts import IMPORT, Role
from domain.kernel.events import DomainEvent
from infrastructure.event_store.mapper import Mapper
from infrastructure.event_store.rows import Row
from tests.domain.acting import new_events
from tests.domain.every_decision import EVERY_DECISION
from tests.domain.examples import TODAY, an_act

Stored = dict[str, Any]
Life = list[Stored]

WRITE = "NETWERKPARTIJ_WRITE_SCHEMAS"
FOLDER = Path(__file__).parent
MAPPER = Mapper(AGGREGATES)


def lives_in(topic: str) -> list[Life]:
    file = FOLDER / f"{topic}.json"
    lives: list[Life] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else []
    return lives


def row_of(stored: Stored) -> Row:
    """The row as the store holds it: compact, its fields in their order."""
    state = json.dumps(stored["state"], ensure_ascii=False, separators=(",", ":"))
    return Row(1, UUID(stored["aggregate"]), stored["version"], stored["topic"], state.encode(), stored["recorded_at"])


def loaded(life: Life) -> list[DomainEvent]:
    return [MAPPER.to_event(row_of(stored)) for stored in life]


def add_life(topic: str, event_topic: str) -> None:
    """Add a life with a kind of event to the file of its aggregate, from the examples; what is there stays as it is."""
    lives = [*lives_in(topic), _as_stored(_events_with(event_topic))]
    rows = [",\n".join("    " + json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in life) for life in lives]
    text = "[\n" + ",\n".join(f"  [\n{row}\n  ]" for row in rows) + "\n]\n"
    (FOLDER / f"{topic}.json").write_text(text, encoding="utf-8")


def _events_with(event_topic: str) -> Sequence[DomainEvent]:
    act = an_act(TODAY, IMPORT, Role.PARTY_BUREAU)
    for example in EVERY_DECISION:
        for aggregate in example.decided(act, keep_history=True):
            events = new_events(aggregate)
            if event_topic in {happened.TOPIC for happened in events}:
                return events
    msg = f"no example in tests/domain/every_decision.py records {event_topic}"
    raise LookupError(msg)


def _as_stored(events: Sequence[DomainEvent]) -> Life:
    return [
        {
            "aggregate": str(stored.originator_id),
            "version": stored.originator_version,
            "topic": stored.topic,
            "recorded_at": int(happened.act.at.timestamp()) * 1_000_000,
            "state": json.loads(stored.state),
        }
        for happened in events
        for stored in [MAPPER.to_stored_event(happened)]
    ]
