"""A stored event is a promise: its form is a file here, and changing it takes more than changing code."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from domain.all_aggregates import AGGREGATES
from domain.kernel.acts import Act
from domain.kernel.events import DomainEvent
from tests.domain.walking import LIBRARY_FIELDS, events_of
from tests.history.stored import WRITE

SCHEMAS = Path(__file__).parent / "schemas"
Schema = dict[str, Any]
EVENTS = [event for aggregate in AGGREGATES for event in events_of(aggregate)]
PROMISE = f"""
The stored form of {{topic}} changed. Events of the old form stay in the log for ever, so:
1. raise its SCHEMA and add an upcaster to infrastructure/event_store/upcasters.py, with the reason in its docstring;
2. add an event of the old form, as stored, to tests/history/;
3. run {WRITE}=1 pytest tests/history and look at the difference.
A form that reads every old event as it is (one more choice, a wider limit) needs only step 3."""
NEW = f"{{topic}} is new: run {WRITE}=1 pytest tests/history and look at the difference."


def schema_of(event: type[DomainEvent]) -> Schema:
    """
    What is stored of an event, without the words that explain it and the fields that have a column of their own.

    The act is in every event and has a file of its own.
    """
    schema = without_words(event.model_json_schema())
    stored = [name for name in schema["properties"] if name not in LIBRARY_FIELDS | {"act"}]
    fields = {name: schema["properties"][name] for name in stored}
    return {
        "topic": event.TOPIC,
        "schema": event.SCHEMA,
        "fields": fields,
        "required": [name for name in schema["required"] if name in stored],
        "values": used_by(fields, schema["$defs"]),
    }


def used_by(fields: Schema, definitions: Schema) -> Schema:
    """The definitions that fields refer to, and those that these refer to."""
    used: Schema = {}
    names = set(re.findall(r"#/\$defs/(\w+)", json.dumps(fields)))
    for name in names:
        used |= {name: definitions[name]} | used_by(definitions[name], definitions)
    return used


def without_words(schema: Any) -> Any:
    """Titles and descriptions may be worded better at any time; a field that is called like one is not one."""
    if isinstance(schema, list):
        return [without_words(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        name: {field: without_words(inner) for field, inner in item.items()} if name == "properties" else without_words(item)
        for name, item in schema.items()
        if not (name in {"title", "description"} and isinstance(item, str))
    }


PROMISED: dict[str, Schema] = {event.TOPIC: schema_of(event) for event in EVENTS} | {
    "Act": without_words(Act.model_json_schema())
}


@pytest.mark.parametrize("topic", PROMISED)
def test_the_stored_form_is_as_promised(topic):
    file = SCHEMAS / f"{topic}.json"
    form = json.dumps(PROMISED[topic], indent=2, sort_keys=True) + "\n"
    if os.environ.get(WRITE):
        file.write_text(form, encoding="utf-8")
    assert file.exists(), NEW.format(topic=topic)
    assert form == file.read_text(encoding="utf-8"), PROMISE.format(topic=topic)


def test_no_promise_is_forgotten():
    """A kind of event that is no longer recorded keeps its class and its file: it is still in somebody's log."""
    assert {file.stem for file in SCHEMAS.glob("*.json")} == set(PROMISED)
