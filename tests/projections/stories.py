"""Histories that nobody planned: people try random things on real aggregates, and what the domain refuses does not happen."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple, TypeVar
from uuid import UUID, uuid4, uuid5

from hypothesis import settings
from hypothesis import strategies as st

from application.ports.event_log import EventLog
from domain.all_aggregates import AGGREGATES
from domain.kernel.acts import IMPORT, PARTY_BUREAU, Act, Doer, Reference, Role
from domain.kernel.errors import DomainError
from domain.kernel.events import Aggregate
from domain.kernel.log import PROJECT, Log
from domain.networks.membership import Membership, membership_id
from infrastructure.event_store.event_log import StoredEventLog, open_event_log

PATIENT = settings(max_examples=max(6, settings().max_examples // 25))
"""
For properties that open a database or two for each example, and ask everything of it: few examples, each of a whole life.

Six in every run; with the fixture ``often`` twenty among the long checks.
"""

A = TypeVar("A", bound=Aggregate)

BEGIN = datetime(2023, 1, 1, 12, tzinfo=UTC)
PART_OF_A_DAY = timedelta(hours=7)
LAST = 40
"""Everything happens within so many parts of a day."""

NETWORKS = tuple(uuid5(PROJECT, f"story/network/{number}") for number in range(2))
PEOPLE: tuple[Reference, ...] = tuple(f"r{number:032x}" for number in range(1, 4))


class Step(NamedTuple):
    """One thing that somebody tries; ``one`` and ``other`` choose whom or what it is about."""

    does: str
    when: int
    one: int
    other: int


def moment(when: int) -> datetime:
    return BEGIN + when * PART_OF_A_DAY


def last_days() -> tuple[date, ...]:
    """Some days of a story: before it, in it, at its end, and long after."""
    return tuple((BEGIN + timedelta(days=days)).date() for days in (-1, 0, 3, 6, 12, 100))


def act(when: int, by: Doer = PARTY_BUREAU, role: Role = Role.PARTY_BUREAU) -> Act:
    return Act(by=by, role=role, at=moment(when), command=uuid4())


def open_log(folder: Path) -> StoredEventLog:
    return open_event_log(address(folder), AGGREGATES)


def address(folder: Path) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    return f"sqlite:///{folder / 'events.db'}"


class NotThere(DomainError):
    """What is not there cannot be acted on."""


class Story:
    """Tries steps one after the other, each in a transaction of its own."""

    def __init__(self, log: EventLog) -> None:
        self.log = log
        self.aggregates: dict[UUID, Aggregate] = {}
        self.keep(Log.open(act(0, by=IMPORT, role=Role.ADMINISTRATOR), log=uuid4(), demo=True))

    def keep(self, *aggregates: Aggregate) -> int:
        """Record what happened and give the position."""
        self.aggregates.update({aggregate.id: aggregate for aggregate in aggregates})
        return self.log.record(aggregates, command=uuid4(), digest="0" * 64, answer={}).last

    def tries(self, *steps: Step) -> "Story":
        for step in steps:
            try:
                changed = STEPS[step.does](self, step)
            except DomainError:
                continue
            self.keep(*changed)
        return self

    def find(self, kind: type[A], aggregate: UUID) -> A:
        found = self.aggregates.get(aggregate)
        if not isinstance(found, kind):
            raise NotThere
        return found

    def must_be_new(self, aggregate: UUID) -> None:
        if aggregate in self.aggregates:
            raise NotThere

    def membership(self, step: Step) -> Membership:
        return self.find(Membership, membership_id(network_of(step), person_of(step)))


Try = Callable[[Story, Step], Iterable[Aggregate]]
STEPS: dict[str, Try] = {}


def can(function: Try) -> Try:
    """Let a function be one of the things that people try."""
    STEPS[function.__name__] = function
    return function


def network_of(step: Step) -> UUID:
    return NETWORKS[step.one % len(NETWORKS)]


def person_of(step: Step) -> Reference:
    return PEOPLE[step.other % len(PEOPLE)]


def own_events(aggregate: Aggregate, step: Step) -> str:
    """Choose one of the events of an aggregate by its name."""
    return f"{aggregate.id}:{1 + step.other % aggregate.version}"


def stories(*does: str, begin: Sequence[str] = (), longest: int = 50) -> st.SearchStrategy[list[Step]]:
    """Random steps of some kinds, with moments in any order; those to begin with are tried for everything first."""
    step = st.builds(Step, st.sampled_from(does), st.integers(0, LAST), st.integers(0, 11), st.integers(0, 11))
    first = [Step(kind, 4 * one, one, one) for kind in begin for one in range(len(NETWORKS))]
    return st.lists(step, min_size=20, max_size=longest).map(lambda steps: first + steps)
