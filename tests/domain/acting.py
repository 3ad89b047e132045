"""How the domain's tests speak: ``given(history).when(decision).then(recorded(...))``, or ``.refused(Error)``."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from domain.kernel.acts import Act
from domain.kernel.errors import DomainError
from domain.kernel.events import Aggregate, DomainEvent
from tests.domain.examples import an_act

Facts = dict[str, object]

LIBRARY_FIELDS = frozenset({"originator_id", "originator_version", "originator_topic", "timestamp"})


def given(*history: Aggregate) -> "Given":
    """What has happened: nothing, or aggregates on which people have acted."""
    return Given(history)


def recorded(event_class: type[DomainEvent], **fields: object) -> Facts:
    """An event with exactly these fields; the library's own and the act are left out."""
    return {"event": event_class.TOPIC} | fields


def facts_of(happened: DomainEvent) -> Facts:
    fields = type(happened).model_fields.keys() - LIBRARY_FIELDS - {"act"}
    return recorded(type(happened), **{name: getattr(happened, name) for name in fields})


def new_events(aggregate: Aggregate) -> list[DomainEvent]:
    """The events that were not collected yet."""
    events: list[DomainEvent] = []
    for happened in aggregate.collect_events():
        assert isinstance(happened, DomainEvent)
        events.append(happened)
    return events


def replayed(events: Iterable[DomainEvent]) -> Aggregate | None:
    """The aggregate that its events tell of."""
    aggregate: Aggregate | None = None
    for happened in events:
        aggregate = happened.mutate(aggregate)
    return aggregate


class Given:
    def __init__(self, history: Sequence[Aggregate]) -> None:
        self.aggregates = history
        self.events = [new_events(aggregate) for aggregate in history]
        assert all(self.events), "acted before: a history is used once"

    def when(self, decision: Callable[..., object], *, act: Any = None, **fields: Any) -> "Decided":
        """
        Somebody decides, with this act or some act of today.

        The decision is a method of the first aggregate, one that begins an aggregate, or a function
        of all aggregates and the act.
        """
        act = act or an_act()
        try:
            answer, refusal = decision(*self.aggregates, act, **fields), None
        except DomainError as error:
            answer, refusal = None, error
        return Decided(self, act, answer, refusal)


class Decided:
    def __init__(self, before: Given, act: Act, answer: object, refusal: DomainError | None) -> None:
        self.before, self.act, self.refusal = before, act, refusal
        answers = answer if isinstance(answer, list) else [answer]
        begun = [item for item in answers if isinstance(item, Aggregate) and not any(item is old for old in before.aggregates)]
        self.aggregates = [*before.aggregates, *begun]
        self.events = [new_events(aggregate) for aggregate in self.aggregates]

    def then(self, *expected: Facts) -> None:
        """Exactly this was recorded, aggregate by aggregate, and replaying it tells the same."""
        if self.refusal is not None:
            raise self.refusal
        assert [facts_of(happened) for events in self.events for happened in events] == list(expected)
        self._replay_tells_the_same()

    def nothing_happened(self) -> None:
        """It was allowed and changed nothing."""
        self.then()

    def refused(self, error: type[DomainError], **facts: object) -> None:
        """The rule refused it, with these numbers for people, and nothing was recorded or changed."""
        assert type(self.refusal) is error, f"expected {error.__name__}, got {self.refusal!r}"
        if facts:
            assert self.refusal.facts == facts
        assert [happened for events in self.events for happened in events] == []
        self._replay_tells_the_same()

    def _replay_tells_the_same(self) -> None:
        histories = [*self.before.events, *([] for _ in self.aggregates[len(self.before.aggregates) :])]
        for aggregate, history, events in zip(self.aggregates, histories, self.events, strict=True):
            assert replayed([*history, *events]) == aggregate
