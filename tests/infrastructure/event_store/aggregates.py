"""Small aggregates of the tests' own, and how to make things happen to them."""

from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID, uuid4

from application.ports.event_log import Receipt
from domain.kernel.acts import Act, Immutable, Role
from domain.kernel.events import Aggregate, FirstEvent, event
from domain.kernel.log import Log
from domain.kernel.text import Sealed
from infrastructure.event_store.event_log import StoredEventLog

DIGEST = "d" * 64
ACT = Act(by="clock", role=Role.CLOCK, at=datetime(2026, 3, 1, 12, tzinfo=UTC), command=UUID(int=1))


class Tally(Aggregate):
    """Counts."""

    TOPIC = "TestTally"

    class TallyBegun(FirstEvent):
        """Somebody began to count."""

        TOPIC: ClassVar[str] = "TestTallyBegun"
        name: str

    class TallyRaised(Aggregate.Event):
        """Somebody counted."""

        TOPIC: ClassVar[str] = "TestTallyRaised"
        by: int

    @classmethod
    def begin(cls, name: str = "votes", *, tally: UUID | None = None) -> Self:
        return cls._begin(cls.TallyBegun, tally or uuid4(), act=ACT, name=name)

    def raise_by(self, by: int) -> Self:
        self.trigger_event(self.TallyRaised, act=ACT, by=by)
        return self

    @event(TallyBegun)
    def __init__(self, name: str) -> None:
        self.name = name
        self.total = 0

    @event(TallyRaised)
    def _raised(self, by: int) -> None:
        self.total += by


class Colour(StrEnum):
    """An enumeration to store."""

    RED = "red"
    BLUE = "blue"


class Ribbon(Immutable):
    """A value inside a value."""

    colour: Colour
    length: Decimal


class Parcel(Aggregate):
    """Carries one of each kind of field that events have."""

    TOPIC = "TestParcel"

    class ParcelSent(FirstEvent):
        """A parcel was sent."""

        TOPIC: ClassVar[str] = "TestParcelSent"
        note: str
        day: date
        moment: datetime
        ribbons: tuple[Ribbon, ...]
        seal: Sealed | None
        weights: dict[str, int]
        addressee: UUID

    @event(ParcelSent)
    def __init__(self, note: str, ribbons: tuple[Ribbon, ...]) -> None:
        self.note = note
        self.ribbons = ribbons


AGGREGATES = (Log, Tally, Parcel)


def record(
    log: StoredEventLog, *aggregates: Aggregate, command: UUID | None = None, recorded_at: datetime | None = None
) -> Receipt:
    """Record what is pending, under a command of its own unless one is given."""
    return log.record(aggregates, command=command or uuid4(), digest=DIGEST, answer={}, recorded_at=recorded_at)


def a_recorded_tally(log: StoredEventLog, *raised_by: int) -> Tally:
    """Record a tally that was raised some times."""
    tally = Tally.begin()
    for by in raised_by:
        tally.raise_by(by)
    record(log, tally)
    return tally
