"""Events to their stored form and back: compact JSON under a topic and a schema version."""

import json
from collections.abc import Iterable
from typing import Any

from eventsourcing.persistence import StoredEvent
from pydantic import ValidationError

from application.ports.errors import StoreDamaged
from domain.kernel.events import Aggregate, DomainEvent, FirstEvent, events_of
from infrastructure.event_store.recording_time import from_microseconds
from infrastructure.event_store.rows import Row
from infrastructure.event_store.upcasters import UPCASTERS, Upcasters

NOT_IN_STATE = {"originator_id", "originator_version", "originator_topic", "timestamp"}
"""Fields with a column of their own, or that follow from the topic."""


class StoredType:
    """What is known about one kind of event, worked out once."""

    def __init__(self, event_class: type[DomainEvent], aggregate: type[Aggregate]) -> None:
        self.event_class = event_class
        self.aggregate = aggregate
        self.state_prefix = f'{{"schema":{event_class.SCHEMA},'.encode()
        self.head = f'"originator_topic":"{aggregate.TOPIC}",' if issubclass(event_class, FirstEvent) else ""


class Mapper:
    """
    Knows the events of all aggregates that it was given, by their topics.

    :raises ValueError: if an aggregate has no events, a topic means two things, or a schema version has no upcaster
    """

    def __init__(self, aggregates: Iterable[type[Aggregate]], upcasters: Upcasters = UPCASTERS) -> None:
        self._upcasters = upcasters
        self._types: dict[str, StoredType] = {}
        for aggregate in aggregates:
            self._add_events_of(aggregate)
        if not self._types:
            msg = "a mapper without aggregates can read nothing"
            raise ValueError(msg)

    def to_stored_event(self, happened: DomainEvent) -> StoredEvent:
        """
        Give the stored form of an event.

        :raises ValueError: if its aggregate was not given to this mapper, so that nobody could read it back
        """
        stored_type = self._types.get(happened.TOPIC)
        if stored_type is None or type(happened) is not stored_type.event_class:
            msg = f"{type(happened).__qualname__} belongs to no aggregate of this mapper"
            raise ValueError(msg)
        fields = happened.model_dump_json(exclude=NOT_IN_STATE).encode()
        return StoredEvent(
            originator_id=happened.originator_id,
            originator_version=happened.originator_version,
            topic=happened.TOPIC,
            state=stored_type.state_prefix + fields[1:],
        )

    def to_event(self, row: Row) -> DomainEvent:
        """
        Give the event that a row holds; its ``timestamp`` is the recording time.

        :raises StoreDamaged: if the topic is unknown, the release that wrote it was newer, or it does not fit its class
        """
        stored_type = self._types.get(row.topic)
        if stored_type is None:
            raise _damaged(row, f"has the unknown topic {row.topic}")
        # Setting the columns before the fields in the text saves a second pass over the parsed event, and whatever JSON
        # means to pydantic (a list for a tuple, a string for a date) holds for old events as well.
        head = (
            f'{{"originator_id":"{row.aggregate}","originator_version":{row.version},'
            f'"timestamp":"{from_microseconds(row.recorded_at).isoformat()}",{stored_type.head}'
        )
        fields = row.state
        if not fields.startswith(stored_type.state_prefix):
            fields = self._upcast(row, stored_type)
        try:
            return stored_type.event_class.model_validate_json(head.encode() + fields[len(stored_type.state_prefix) :])
        except ValidationError as error:
            wrong = ", ".join(".".join(map(str, detail["loc"])) or detail["type"] for detail in error.errors(include_input=False))
            raise _damaged(row, f"is no {row.topic}: {wrong}") from None  # the library's message shows what is stored

    def _upcast(self, row: Row, stored_type: StoredType) -> bytes:
        fields = _fields(row)
        schema, current = fields.pop("schema", None), stored_type.event_class.SCHEMA
        if type(schema) is not int or schema < 1:
            raise _damaged(row, "has no schema version")
        if schema > current:
            newer = f"was written by a newer release: {row.topic} has schema {schema}, this release knows {current}"
            raise _damaged(row, newer)
        for version in range(schema, current):
            fields = self._upcasters[row.topic, version](fields)
        return json.dumps({"schema": current} | fields, separators=(",", ":")).encode()

    def _add_events_of(self, aggregate: type[Aggregate]) -> None:
        # The decorator replaces an event class by a subclass: the aggregate's attribute is the one that counts.
        events = events_of(aggregate)
        if not events:
            msg = f"{aggregate.__name__} has no events"
            raise ValueError(msg)
        for event_class in events:
            if event_class.TOPIC in self._types:
                msg = f"the topic {event_class.TOPIC} means two things"
                raise ValueError(msg)
            for version in range(1, event_class.SCHEMA):
                if (event_class.TOPIC, version) not in self._upcasters:
                    msg = f"{event_class.TOPIC} has schema {event_class.SCHEMA} and no upcaster from schema {version}"
                    raise ValueError(msg)
            self._types[event_class.TOPIC] = StoredType(event_class, aggregate)


def _fields(row: Row) -> dict[str, Any]:
    try:
        fields = json.loads(row.state)
    except ValueError:
        fields = None
    if not isinstance(fields, dict):
        raise _damaged(row, "is not a JSON object")
    return fields


def _damaged(row: Row, why: str) -> StoreDamaged:
    return StoreDamaged(f"{row.aggregate}:{row.version} {why}")
