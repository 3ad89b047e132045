"""
The shape of every aggregate and event; the domain's only contact with the event sourcing library.

An aggregate's file tells its story from the top: events, decisions, changes (docs/how-to/add-an-event.md).
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from operator import attrgetter
from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple, Self, final
from uuid import UUID

from eventsourcing.domain import BaseAggregate, CanInitAggregate, CanMutateAggregate, event
from pydantic import AwareDatetime

from domain.kernel.acts import Act, EventName, Immutable
from domain.kernel.errors import EntryNotFound, NothingDue

__all__ = ["UNRECORDED", "Aggregate", "DomainEvent", "Due", "FirstEvent", "event", "event_name", "events_of"]

UNRECORDED = datetime(1, 1, 1, tzinfo=UTC)
"""The time stamp of an event that no store has recorded yet: the store's own clock decides (docs/decisions/0001)."""

IN_SEVERAL_AGGREGATES = frozenset({"EntryCorrected", "EntryWithdrawn"})
"""Names of events that are stored with the name of their aggregate; the mapper refuses any other name that two of them have."""

STAMPS = {"_created_on", "_modified_on", "_pending_events", "_life"}


class DomainEvent(Immutable, CanMutateAggregate[UUID]):
    """What happened to one aggregate: ``originator_id``, ``originator_version`` and, once stored, ``timestamp``."""

    TOPIC: ClassVar[str]
    """The stored name: the name of the class, with that of its aggregate where several aggregates have it."""
    SCHEMA: ClassVar[int] = 1
    """Version of the stored form. A change of it needs an upcaster (docs/how-to/change-a-stored-event.md)."""

    originator_id: UUID
    originator_version: int
    timestamp: AwareDatetime
    act: Act

    @classmethod
    def __pydantic_init_subclass__(cls, **options: object) -> None:
        super().__pydantic_init_subclass__(**options)
        # The library puts a subclass of the same name in the place of an event that has a change.
        if "TOPIC" not in vars(cls) and all(base.__name__ != cls.__name__ for base in cls.__bases__):
            cls.TOPIC = cls.__qualname__ if cls.__name__ in IN_SEVERAL_AGGREGATES else cls.__name__

    def mutate(self, aggregate: Any) -> Any:  # noqa: ANN401  # the library's own types
        """Change the aggregate, and let it know."""
        changed = self.replay_on(aggregate)
        if aggregate is None:
            changed._life = []  # noqa: SLF001  # an aggregate is made by its first event
        changed.happened(self)
        return changed

    def replay_on(self, aggregate: Any) -> Any:  # noqa: ANN401  # the library's own types
        """Change the aggregate, as one of many events that tell of it."""
        return super().mutate(aggregate)

    @staticmethod
    def create_timestamp() -> datetime:
        """Leave the recording time to the store."""
        return UNRECORDED


class FirstEvent(DomainEvent, CanInitAggregate[UUID]):
    """The event that an aggregate begins with. At module level, or topics break (library trap)."""

    originator_topic: str


class Due(NamedTuple):
    """What time records in an aggregate, and when."""

    at: datetime
    event: type[DomainEvent]
    fields: Mapping[str, object] = MappingProxyType({})


class Aggregate(BaseAggregate[UUID]):
    """A consistency boundary: decisions refuse or record events, changes replay them."""

    TOPIC: ClassVar[str]
    _life: list[DomainEvent]

    class Event(DomainEvent):
        """Any event of the aggregate."""

    def __init_subclass__(cls) -> None:
        if "TOPIC" not in vars(cls):
            cls.TOPIC = cls.__name__
        super().__init_subclass__()

    def __eq__(self, other: object) -> bool:
        """Two aggregates are equal when they hold the same truth, recorded or not yet."""
        return type(self) is type(other) and self._truth() == other._truth()

    __hash__ = None  # type: ignore[assignment]  # mutable

    def _truth(self) -> dict[str, object]:
        return {name: value for name, value in vars(self).items() if name not in STAMPS}

    @classmethod
    def _begin(cls, first_event: type[CanInitAggregate[UUID]], aggregate_id: UUID, **fields: object) -> Self:
        return cls._create(first_event, id=aggregate_id, **fields)

    @property
    def life(self) -> Sequence[DomainEvent]:
        """What happened to it, as it is known now, in the order in which it was recorded."""
        return self._life

    @property
    def public_version(self) -> int:
        """The version by which everybody sees whether it changed."""
        return self.version

    @property
    def newest_at(self) -> datetime:
        """When the newest of it happened."""
        return self._life[-1].act.at

    def happened(self, event: DomainEvent) -> None:
        """Know of an event that changed it."""
        self._life.append(event)

    def _what_time_does(self) -> Iterable[Due]:
        """Give what waits for its moment (a reminder, the end of a term); of two at one moment the first is recorded first."""
        return ()

    @final
    @property
    def next_due(self) -> datetime | None:
        """When time itself does something here next; None when nothing waits."""
        return min((due.at for due in self._what_time_does()), default=None)

    @final
    def time_passes(self, act: Act) -> None:
        """
        Record what time does at ``next_due``, the moment of the act, and only that: afterwards ``next_due`` is another.

        :raises NothingDue: if nothing is due at that moment
        """
        due = min(self._what_time_does(), key=attrgetter("at"), default=None)
        if due is None or act.at < due.at:
            raise NothingDue
        self.trigger_event(due.event, act=act, **due.fields)

    def must_have(self, of: EventName) -> None:
        """
        Check that something is an event of this aggregate.

        :raises EntryNotFound: if not
        """
        aggregate, _, number = of.rpartition(":")
        if aggregate != str(self.id) or int(number) > self.version:
            raise EntryNotFound(of=of)

    @property
    def last_event(self) -> EventName:
        """The name of the newest event of this aggregate."""
        return f"{self.id}:{self.version}"

    @property
    def next_event(self) -> EventName:
        """The name of the event that is being applied (the library counts it after its change)."""
        return f"{self.id}:{self.version + 1}"


def event_name(happened: DomainEvent) -> EventName:
    """Name an event: ``aggregate:version``."""
    return f"{happened.originator_id}:{happened.originator_version}"


def events_of(aggregate: type[Aggregate]) -> list[type[DomainEvent]]:
    """Give the events of an aggregate, in the order in which its file tells them; the shared base is none."""
    nested = vars(aggregate).items()
    return [each for name, each in nested if isinstance(each, type) and issubclass(each, DomainEvent) and name != "Event"]
