"""Asking everything, and a log that ends somewhere."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from application import queries as q
from application.errors import UnknownItem
from application.ports.event_log import EventLog, Recorded
from application.queries.attention import Asker
from domain.advice.request import AdviceRequest
from domain.kernel.acts import Role
from domain.kernel.events import Aggregate
from domain.networks.meeting import Meeting
from domain.networks.membership import Membership
from domain.networks.network import Network
from domain.pilot.pilot import Pilot
from domain.plans.founding_plan import FoundingPlan
from projections.queries.opening import open_reads
from projections.queries.query_service import Reads
from tests.projections.stories import NETWORKS, PEOPLE, address

LISTS = (
    Asker(role=Role.PARTY_BUREAU),
    Asker(role=Role.NATIONAL_BOARD),
    Asker(role=Role.CORE_GROUP, network=NETWORKS[0]),
    Asker(role=Role.MEMBER, references=frozenset(PEOPLE[:2])),
)
"""Who has an attention list; each day another one asks."""


class Prefix:
    """A log as it was when it reached a position; reading it is all that one can do."""

    def __init__(self, log: EventLog, position: int) -> None:
        self.log = log
        self.position = position

    def read(self, *, after: int, limit: int) -> Sequence[Recorded]:
        return [recorded for recorded in self.log.read(after=after, limit=limit) if recorded.position <= self.position]

    def history(
        self, aggregate_id: UUID, *, until: int | None = None, after: int = 0, limit: int | None = None
    ) -> Sequence[Recorded]:
        return self.log.history(aggregate_id, until=min(self.position, until or self.position), after=after, limit=limit)

    def last_position(self) -> int:
        return self.position

    def position_at(self, instant: datetime) -> int:
        return min(self.position, self.log.position_at(instant))

    def mark_at(self, position: int) -> str | None:
        return self.log.mark_at(position) if position <= self.position else None

    def now(self) -> datetime:
        return self.log.now()


@contextmanager
def reads_of(folder: Path, log: Any) -> Iterator[Reads]:
    """The read side of a log in a folder of its own."""
    reads = open_reads(address(folder), log)
    try:
        reads.catch_up()
        yield reads
    finally:
        reads.close()


def all_events(log: EventLog) -> list[Recorded]:
    events: list[Recorded] = []
    while more := log.read(after=events[-1].position if events else 0, limit=500):
        events += more
    return events


def questions(aggregates: Iterable[Aggregate], days: Sequence[date]) -> Iterator[q.Query[Any]]:
    """Every kind of question, about every item, as of every day."""
    items = list(aggregates)
    for day in days:
        yield from _general(day)
        for item in items:
            yield from _about(item, day, days)


def _general(day: date) -> Iterator[q.Query[Any]]:
    yield q.NetworkDirectory(on=day)
    yield q.MembershipReport(on=day)
    yield q.AskedAnew(on=day)
    yield q.FoundingPlans(on=day)
    yield q.DecisionRegister(on=day)
    yield q.Meetings(on=day)
    yield q.LessonsOfNetworks(on=day)
    yield q.Pilots(on=day)
    yield q.RulesAdoptedSoFar(on=day)
    yield q.Baselines(on=day)
    yield q.PartyMemberCounts(on=day)
    yield q.OfficesHeld(on=day)
    yield q.AdviceRequests(on=day)
    yield q.PublishedUses(on=day)
    yield q.AdviceOffers(on=day)
    yield q.AttentionList(on=day, asker=LISTS[day.toordinal() % len(LISTS)])


def _about(item: Aggregate, day: date, days: Sequence[date]) -> Iterator[q.Query[Any]]:
    yield q.History(item=item.id, on=day)
    if isinstance(item, Network):
        yield q.NetworkDetails(network=item.id, on=day)
        yield q.Meetings(network=item.id, on=day)
        yield q.LessonsOfNetworks(network=item.id, half_year="2023-H1", on=day)
        yield q.MembersOfNetwork(network=item.id, on=day)
        yield q.GrowthCurve(network=item.id, first=days[0], last=days[0] + timedelta(days=20), on=day)
        yield q.TimeToTarget(network=item.id, target=2, on=day)
        for figure in ("members", "joined", "left", "core-group", "days-to-target", "status"):
            yield q.Why.model_validate({"figure": figure, "item": item.id, "on": day})
    if isinstance(item, AdviceRequest):
        yield q.AdviceRequestDetails(advice_request=item.id, on=day)
        yield q.AnswersToCalls(advice_request=item.id, on=day)
        yield q.CallsToMembers(network=item.network, on=day)
    if isinstance(item, FoundingPlan):
        yield q.FoundingPlanDetails(plan=item.id, on=day)
        yield q.Why(figure="status", item=item.id, on=day)
    if isinstance(item, Pilot):
        yield q.Talks(pilot=item.id, on=day)
        yield q.WaitingPlans(pilot=item.id, on=day)
        yield q.Why(figure="places-taken", item=item.id, on=day)
    if isinstance(item, Meeting):
        yield q.MeetingDetails(meeting=item.id, on=day)
    if isinstance(item, Membership):
        yield q.History(item=item.id)


def told(reads: Reads, query: q.Query[Any], **pinned: object) -> object:
    """The answer as others see it, or that there is none."""
    try:
        answer = reads.answer(query.model_copy(update=pinned))
    except UnknownItem:
        return "unknown"
    return [one.model_dump(mode="json") for one in answer] if isinstance(answer, tuple) else answer.model_dump(mode="json")
