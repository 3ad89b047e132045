"""Asking everything, and a log that ends somewhere."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import pytest

from application.errors import NetworkNotBegunThen, NoRulesThen, NothingRecordedThen, UnknownItem
from application.ports.event_log import EventLog, Recorded
from application.queries.advice import (
    AdviceOffers,
    AdviceOfNetwork,
    AdviceRequestDetails,
    AdviceRequests,
    AnswersToCalls,
    CallsToMembers,
    PublishedUses,
)
from application.queries.attention import Asker, AttentionKind, AttentionList
from application.queries.auditing.reasons import Why
from application.queries.auditing.record import ConsentWordings, History, OfficesHeld, RulesAdoptedSoFar, RulesInForce
from application.queries.base import Query
from application.queries.evaluating.baselines import Baselines, PartyMemberCounts
from application.queries.meetings import LessonsOfNetworks, MeetingDetails, Meetings
from application.queries.networks import (
    AskedAnew,
    CoreGroupOnDay,
    GrowthCurve,
    MembershipReport,
    MembersOfNetwork,
    NetworkDetails,
    NetworkDirectory,
    TimeToTarget,
)
from application.queries.pilot import Pilots, Talks, WaitingPlans
from application.queries.plans import DecisionRegister, FoundingPlanDetails, FoundingPlans
from application.queries.privacy import PrivacyRequests, RecordLiftings, ReferenceLiftings
from domain.advice.request import AdviceRequest
from domain.kernel.acts import Role
from domain.kernel.events import Aggregate
from domain.networks.meeting import Meeting
from domain.networks.membership import Membership
from domain.networks.network import Network
from domain.pilot.pilot import Pilot
from domain.plans.founding_plan import FoundingPlan
from projections.queries.answers import open_reads
from projections.reading.query_service import QueryService
from tests.projections.stories import NETWORKS, PEOPLE, Step, Story, address, last_days, open_log

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

    def load_many(self, wanted: Iterable[UUID], *, until: int | None = None) -> dict[UUID, Aggregate]:
        return self.log.load_many(wanted, until=min(self.position, until or self.position))

    def last_position(self) -> int:
        return self.position

    def position_at(self, instant: datetime) -> int:
        return min(self.position, self.log.position_at(instant))

    def mark_at(self, position: int) -> str | None:
        return self.log.mark_at(position) if position <= self.position else None

    def now(self) -> datetime:
        return self.log.now()


@contextmanager
def reads_of(folder: Path, log: Any) -> Iterator[QueryService]:
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


def questions(aggregates: Iterable[Aggregate], days: Sequence[date]) -> Iterator[Query[Any]]:
    """Every kind of question, about every item, as of every day."""
    items = list(aggregates)
    for day in days:
        yield from _general(day)
        for item in items:
            yield from _about(item, day, days)


def _general(day: date) -> Iterator[Query[Any]]:
    yield NetworkDirectory(on=day)
    yield MembershipReport(on=day)
    yield AskedAnew(on=day)
    yield FoundingPlans(on=day)
    yield DecisionRegister(on=day)
    yield Meetings(on=day)
    yield LessonsOfNetworks(on=day)
    yield Pilots(on=day)
    yield RulesAdoptedSoFar(on=day)
    yield RulesInForce(on=day)
    yield ConsentWordings(on=day)
    yield Baselines(on=day)
    yield PartyMemberCounts(on=day)
    yield OfficesHeld(on=day)
    yield PrivacyRequests(on=day)
    yield ReferenceLiftings(on=day)
    yield RecordLiftings(on=day)
    yield AdviceRequests(on=day)
    yield PublishedUses(on=day)
    yield AdviceOffers(on=day)
    yield AttentionList(on=day, asker=LISTS[day.toordinal() % len(LISTS)])


def _about(item: Aggregate, day: date, days: Sequence[date]) -> Iterator[Query[Any]]:
    yield History(item=item.id, on=day)
    if isinstance(item, Network):
        yield NetworkDetails(network=item.id, on=day)
        yield Meetings(network=item.id, on=day)
        yield LessonsOfNetworks(network=item.id, half_year="2023-H1", on=day)
        yield MembersOfNetwork(network=item.id, on=day)
        yield CoreGroupOnDay(network=item.id, on=day)
        yield GrowthCurve(network=item.id, first=days[0], last=days[0] + timedelta(days=20), on=day)
        yield TimeToTarget(network=item.id, target=2, on=day)
        for figure in ("members", "joined", "left", "core-group", "days-to-target", "status"):
            yield Why.model_validate({"figure": figure, "item": item.id, "on": day})
    if isinstance(item, AdviceRequest):
        yield AdviceRequestDetails(advice_request=item.id, on=day)
        yield AnswersToCalls(advice_request=item.id, on=day)
        yield CallsToMembers(network=item.network, on=day)
        yield AdviceOfNetwork(network=item.network, on=day)
    if isinstance(item, FoundingPlan):
        yield FoundingPlanDetails(plan=item.id, on=day)
        yield Why(figure="status", item=item.id, on=day)
    if isinstance(item, Pilot):
        yield Talks(pilot=item.id, on=day)
        yield WaitingPlans(pilot=item.id, on=day)
        yield Why(figure="places-taken", item=item.id, on=day)
    if isinstance(item, Meeting):
        yield MeetingDetails(meeting=item.id, on=day)
    if isinstance(item, Membership):
        yield History(item=item.id)


NOT_THERE = "not there yet"


def told(reads: QueryService, query: Query[Any], sensitive: AbstractSet[UUID] = frozenset(), **pinned: object) -> object:
    """
    The answer as others see it, or that there is none.

    :param sensitive: networks marked so later, of whose core groups others are told nothing from then on, of the past neither
    """
    try:
        answer = reads.answer(query.model_copy(update=pinned))
    except (UnknownItem, NetworkNotBegunThen, NoRulesThen, NothingRecordedThen):
        return NOT_THERE
    if isinstance(query, RulesInForce) and not answer.items:
        return NOT_THERE  # no rules were adopted, not even for a later day
    if isinstance(query, AttentionList) and query.asker is not None and query.asker.role is not Role.CORE_GROUP:
        kept = [each for each in answer.items if each.network not in sensitive or each.kind not in OF_CORE_GROUPS]
        answer = answer.model_copy(update={"items": tuple(kept)})
    return [one.model_dump(mode="json") for one in answer] if isinstance(answer, tuple) else answer.model_dump(mode="json")


OF_CORE_GROUPS = {AttentionKind.CORE_GROUP_TOO_SMALL, AttentionKind.CORE_GROUP_NOT_REPAIRED}
days_apart = pytest.mark.parametrize(
    "apart", [pytest.param(3, id="every third day"), pytest.param(1, id="every day", marks=pytest.mark.slow)]
)


def must_read_as_it_did(steps: list[Step], apart: int) -> None:
    """
    Ask everything as of some positions, and compare with a log that ends there.

    :param apart: ask about one in so many days, and about others at the next position; to ask takes most of the time
    """
    with TemporaryDirectory() as folder:
        log = open_log(Path(folder))
        story = Story(log).tries(*steps)
        positions = [recorded.position for recorded in all_events(log)]
        sensitive = {item.id for item in story.aggregates.values() if isinstance(item, Network) and item.sensitive}
        with reads_of(Path(folder), log) as reads:
            for number, position in enumerate(positions[:: max(1, len(positions) // 3)]):
                with reads_of(Path(folder) / str(position), Prefix(log, position)) as then:
                    for question in questions(story.aggregates.values(), last_days()[number % apart :: apart]):
                        assert told(reads, question, sensitive, position=position) == told(then, question, sensitive), question
        log.close()
