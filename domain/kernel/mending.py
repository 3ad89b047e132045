"""
One way of mending, for aggregates and rows alike: an item as it is known is its events, replayed as they were mended.

A correction gives an entry another moment (or what else was wrong in it), a withdrawal leaves it out. Both stay in the life of
the item themselves: what follows from the mending, such as more time for an answer, is their own change.
"""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Self, TypeVar

from domain.kernel.acts import EventName
from domain.kernel.days import Moment
from domain.kernel.entries import Mistake
from domain.kernel.errors import EntryAlreadyWithdrawn, EntryNotCorrectable
from domain.kernel.events import STAMPS, Aggregate, DomainEvent, event_name

E = TypeVar("E", bound=DomainEvent)


class Correction(DomainEvent):
    """What every correction says: which entry, when that happened, and what the mistake was."""

    of: EventName
    at: Moment
    mistake: Mistake

    def corrected(self, entry: E) -> E:
        """Give an entry as it is known since; other events may go along with the one that is named."""
        return entry.model_copy(update={"act": entry.act.model_copy(update={"at": self.at})})


class Withdrawal(DomainEvent):
    """What every withdrawal says: which entry, and what the mistake was."""

    of: EventName
    mistake: Mistake


class MendableAggregate(Aggregate):
    """An aggregate whose entries can be corrected and withdrawn."""

    STAYS: ClassVar[frozenset[str]] = frozenset()
    """Attributes that no mending takes back, such as how many numbers were given out."""

    def happened(self, event: DomainEvent) -> None:
        """Know of an event; one that mends lets the aggregate be what it would be if all had been recorded rightly."""
        if not isinstance(event, Correction | Withdrawal):
            super().happened(event)
            return
        life = [*self._mended(event), event]
        known = replayed(life)
        kept = STAMPS | self.STAYS
        vars(self).update({name: value for name, value in vars(known).items() if name not in kept})
        self._life = life

    def goes_along(self, of: EventName) -> frozenset[EventName]:
        """Give an entry and what was recorded as one with it, by name."""
        return frozenset({of})

    def follows_by_itself(self, entry: DomainEvent) -> tuple[type[DomainEvent], ...]:
        """Give which kinds of event time records because of an entry; they go when it goes."""
        return ()

    @property
    def taken_back(self) -> frozenset[EventName]:
        """The names of the entries that were withdrawn."""
        return frozenset(event.of for event in self.life if isinstance(event, Withdrawal))

    def as_before(self, entry: DomainEvent) -> Self:
        """Give the aggregate as it was known just before an entry."""
        before: Self = replayed(self.life[: self.life.index(entry)])
        return before

    def mendable(self, of: EventName, kinds: Iterable[type[DomainEvent]]) -> DomainEvent:
        """
        Give an entry that can be mended.

        :raises EntryNotFound, EntryAlreadyWithdrawn, EntryNotCorrectable: if there is no such entry of these kinds that stands
        """
        if of in self.taken_back:
            raise EntryAlreadyWithdrawn(of=of)
        self.must_have(of)
        found = next((event for event in self.life if event_name(event) == of), None)
        if found is None or not isinstance(found, tuple(kinds)):
            raise EntryNotCorrectable(of=of)
        return found

    def _mended(self, mending: Correction | Withdrawal) -> Iterable[DomainEvent]:
        along = self.goes_along(mending.of)
        if isinstance(mending, Correction):
            return (mending.corrected(event) if event_name(event) in along else event for event in self.life)
        place = next(place for place, event in enumerate(self.life) if event_name(event) == mending.of)
        if place == 0:
            return self.life  # without its beginning nothing can be replayed: its own change says that it never was
        gone = self.follows_by_itself(self.life[place])
        after = (event for event in self.life[place:] if event_name(event) not in along and not isinstance(event, gone))
        return (*self.life[:place], *after)


def lived(life: Iterable[DomainEvent]) -> Iterator[tuple[DomainEvent, Any]]:
    """Let events happen one after the other, and give each with the aggregate after it; some may have been left out."""
    aggregate: Any = None
    so_far: list[DomainEvent] = []
    for event in life:
        if aggregate is not None:
            aggregate.version = event.originator_version - 1
        aggregate = event.replay_on(aggregate)
        so_far.append(event)
        aggregate._life = so_far  # noqa: SLF001  # it is made here
        yield event, aggregate


def replayed(life: Iterable[DomainEvent]) -> Any:  # noqa: ANN401  # of whatever kind the events are
    """Give the aggregate that events tell of, None for no events."""
    told = list(lived(life))
    return told[-1][1] if told else None
