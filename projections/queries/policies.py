"""What policies ask: what stands although its ground has gone."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, CompoundSelect, Connection, Select, func, select, union, union_all

from application.policies.carrying_out import ConversationDue, MembershipToEnd, MembershipToGoOn, RequestToLeave
from application.ports.event_log import EventLog
from application.queries.evaluating.evaluation import Evaluation, EvaluationReport
from domain.kernel.acts import Reference, Role
from domain.kernel.days import day_of, end_of, months_after
from domain.networks.conversation import Occasion
from domain.networks.membership import MembershipEnding
from domain.party.privacy_request import GRANTED, PrivacyMatter
from domain.pilot.rule_book import RULE_BOOK, RuleBook
from domain.pilot.rules import NetworkRules, NetworkType
from domain.plans.content import PlanStatus
from projections.reading.query_service import UNSETTLED, QueryService
from projections.reading.size_told import ends_quarter
from projections.store.instants import micros, moment
from projections.store.tables import (
    FOREVER,
    advice_offers,
    advice_requests,
    call_answers,
    conversations,
    lessons,
    meetings,
    membership_endings,
    membership_periods,
    mentions,
    networks,
    offices,
    party_memberships,
    pilots,
    plans,
    privacy_requests,
    seat_periods,
)
from projections.views.conversations import ConversationView

MAILED = (Role.PARTY_BUREAU, Role.NATIONAL_BOARD)
"""Whoever has work to do by office."""


class KnownPeriod(NamedTuple):
    """A membership as it was held to be between two positions of the log: whose, from when and until when."""

    owner: str
    since: int
    until: int
    begun_at: int
    ended_at: int


_ALIVE = (networks.c.until == FOREVER, networks.c.closed_at == FOREVER)
_CLOSED = (networks.c.until == FOREVER, networks.c.closed_at < FOREVER)


class QueriesForPolicies:
    """The facts of now, caught up before every question."""

    def __init__(self, reads: QueryService) -> None:
        self.reads = reads

    def memberships_of_closed_networks(self) -> Sequence[MembershipToEnd]:
        of = membership_periods.c
        about = (of.network, of.reference, of.begun_by, of.begun_at, networks.c.closed_by, networks.c.closed_at)
        query = select(*about).join(networks, networks.c.owner == of.network)
        found = self._rows(query.where(of.until == FOREVER, of.ended_at == FOREVER, *_CLOSED))
        return [
            MembershipToEnd(UUID(network), reference, begun_by, moment(begun_at), closed_by, moment(closed_at))
            for network, reference, begun_by, begun_at, closed_by, closed_at in found
        ]

    def memberships_of_reopened_networks(self) -> Sequence[MembershipToGoOn]:
        of, ending = membership_periods.c, membership_endings.c
        query = select(of.owner, of.ended_by, networks.c.reopened_by).join(networks, networks.c.owner == of.network)
        query = query.join(membership_endings, ending.event == of.ended_by)
        by_another = ending.cause != func.coalesce(networks.c.closed_by, "")
        reopened = (networks.c.until == FOREVER, networks.c.reopened_by.is_not(None))
        found = self._rows(
            query.where(of.until == FOREVER, ending.ending == MembershipEnding.NETWORK_CLOSED, by_another, *reopened)
        )
        return [MembershipToGoOn(UUID(owner), ended_by, reopened_by) for owner, ended_by, reopened_by in found]

    def announced_party_ends(self, due_on: date) -> Sequence[Reference]:
        return self._party_members("pending", party_memberships.c.final_on <= due_on.isoformat())

    def ended_party_members(self) -> Sequence[Reference]:
        return self._party_members("ended")

    def requests_of_closed_networks(self) -> Sequence[RequestToLeave]:
        query = select(advice_requests.c.owner, networks.c.closed_by)
        query = query.join(networks, networks.c.owner == advice_requests.c.network)
        found = self._rows(query.where(advice_requests.c.until == FOREVER, advice_requests.c.waits, *_CLOSED))
        return [RequestToLeave(UUID(owner), closed_by) for owner, closed_by in found]

    def members_of(self, network: UUID) -> Sequence[UUID]:
        return self._items(select(membership_periods.c.owner).where(membership_periods.c.network == str(network)).distinct())

    def with_people(self) -> Sequence[UUID]:
        return self._items(
            union_all(*(select(each.c.owner).where(each.c.until == FOREVER) for each in (networks, plans, advice_requests)))
        )

    def on_network(self, network: UUID) -> Sequence[UUID]:
        of_network = (meetings, conversations, lessons, advice_offers, call_answers)
        rest = [select(each.c.owner).where(each.c.until == FOREVER, each.c.network == str(network)) for each in of_network]
        put_to_it = advice_requests.c.networks.contains(str(network))  # now or once: what it did with one stays its act
        asked = select(advice_requests.c.owner).where(put_to_it).distinct()
        return self._items(union_all(*rest, asked))

    def administrators(self) -> Sequence[UUID]:
        held = (offices.c.until == FOREVER) & offices.c.held
        return self._items(select(offices.c.owner).where(held, offices.c.role == Role.ADMINISTRATOR))

    def requests_due(self, by: datetime) -> Sequence[tuple[UUID, datetime]]:
        due = advice_requests.c.next_due
        query = select(advice_requests.c.owner, due).where(advice_requests.c.until == FOREVER, due <= micros(by))
        return [(UUID(owner), moment(at)) for owner, at in self._rows(query)]

    def networks(self) -> Sequence[UUID]:
        return self._items(select(networks.c.owner).where(*_ALIVE))

    def every_network(self) -> Sequence[UUID]:
        planned = select(plans.c.network).where(plans.c.network.is_not(None))
        return self._items(union(select(networks.c.owner), planned))

    def naming(self, references: Iterable[Reference]) -> Sequence[UUID]:
        return self._items(select(mentions.c.owner).where(mentions.c.reference.in_(list(references))).distinct())

    def evaluation(self, pilot: UUID | None, on: date, known_at: datetime | None) -> EvaluationReport:
        known = known_at or self.reads.log.now() - UNSETTLED
        return self.reads.answer(Evaluation(pilot=pilot, on=on, known_at=known))

    def objections(self) -> Sequence[Reference]:
        of = privacy_requests.c
        granted = (of.matter == PrivacyMatter.OBJECTION, of.outcome.in_(GRANTED))  # once, whatever was asked since
        return [reference for (reference,) in self._rows(select(of.reference).where(*granted).distinct())]

    def open_plans(self) -> Sequence[UUID]:
        return self._items(select(plans.c.owner).where(plans.c.until == FOREVER, plans.c.is_open))

    def conversations_due(self, now: datetime) -> Sequence[ConversationDue]:
        self.reads.catch_up()
        with self.reads.store.reading() as connection:
            return list(conversations_due(connection, self.reads.log, now))

    def where_time_works(self) -> Sequence[UUID]:
        waits = (plans.c.status == PlanStatus.DEFERRED) | plans.c.has_conditions
        waiting = union_all(
            select(networks.c.owner).where(*_ALIVE),
            select(plans.c.owner).where(plans.c.until == FOREVER, waits),
            select(pilots.c.owner).where(pilots.c.until == FOREVER, pilots.c.is_running),
            select(offices.c.owner).where(offices.c.until == FOREVER, offices.c.held, offices.c.last_day.is_not(None)),
        )
        return self._items(waiting)

    def office_holders(self) -> Sequence[tuple[Reference, Role]]:
        held = (offices.c.until == FOREVER) & offices.c.held & offices.c.role.in_(MAILED)
        return [(who, Role(role)) for who, role in self._rows(select(offices.c.reference, offices.c.role).where(held))]

    def core_group_seats(self) -> Sequence[tuple[UUID, Reference]]:
        of = seat_periods.c
        query = select(of.owner, of.reference).join(networks, networks.c.owner == of.owner)
        found = self._rows(query.where(of.until == FOREVER, of.ended_at == FOREVER, *_ALIVE))
        return [(UUID(owner), reference) for owner, reference in found]

    def _party_members(self, state: str, *conditions: ColumnElement[bool]) -> Sequence[Reference]:
        of = party_memberships.c
        query = select(of.reference).where(of.until == FOREVER, of.state == state, *conditions)
        return [reference for (reference,) in self._rows(query)]

    def _items(self, query: Select[Any] | CompoundSelect[Any]) -> list[UUID]:
        return [UUID(owner) for (owner,) in self._rows(query)]

    def _rows(self, query: Select[Any] | CompoundSelect[Any]) -> Sequence[Any]:
        self.reads.catch_up()
        with self.reads.store.reading() as connection:
            return connection.execute(query).all()


def conversations_due(connection: Connection, log: EventLog, now: datetime) -> Iterator[ConversationDue]:
    """
    Give what there is to talk about and was not opened yet, with the day at whose end it was so.

    What counts is what was known that night: nobody who looks later finds another day (docs/decisions/0012).
    """
    rule_book = log.load(RuleBook, RULE_BOOK)
    last, nights = day_of(now - UNSETTLED) - timedelta(days=1), Nights(log)
    opened = {(str(view.network), view.occasion): view.day for view in _opened(connection)}
    ever: dict[str, int] = {row[0]: row[1] for row in connection.execute(_ever_members())}
    for row in connection.execute(select(networks).where(networks.c.until == FOREVER)).mappings():
        network, begun_on = row["owner"], day_of(moment(row["begun_at"]))
        rules = None if rule_book is None else _rules(rule_book, NetworkType(row["network_type"]), begun_on)
        if rules is None:
            continue
        until = last if row["closed_at"] >= FOREVER else min(last, day_of(moment(row["closed_at"])) - timedelta(days=1))
        year_over = months_after(begun_on, rules.target_after_months)
        reached = opened.get((network, Occasion.TARGET_REACHED))
        if reached is None and ever.get(network, 0) >= rules.target_members:
            days = list(_days(begun_on, until, by_quarter=row["sensitive"]))
            reached = first_day_with(_periods_of(connection, network), rules.target_members, days, nights)
            if reached is not None:
                yield ConversationDue(UUID(network), Occasion.TARGET_REACHED, reached)
        in_time = reached is not None and reached <= year_over
        if year_over <= until and not in_time and (network, Occasion.YEAR_OVER) not in opened:
            yield ConversationDue(UUID(network), Occasion.YEAR_OVER, year_over)


@dataclass(frozen=True)
class Nights:
    """Ends of days, and what was known then; each is looked up once, whichever network asks."""

    log: EventLog
    found: dict[date, tuple[int, int]] = field(default_factory=dict)

    def of(self, day: date) -> tuple[int, int]:
        """Give the position of the log that was reached at the end of a day, and that moment."""
        if day not in self.found:
            end = end_of(day)
            self.found[day] = self.log.position_at(end), micros(end)
        return self.found[day]


def first_day_with(periods: Iterable[KnownPeriod], members: int, days: Sequence[date], nights: Nights) -> date | None:
    """
    Give the first of some days, in their order, at whose end so many people were known to be members.

    What is known and what holds both go forward with the days, so a period counts on days without a gap: one sorted sweep
    over where these begin and end.
    """
    known, ends = [nights.of(day)[0] for day in days], [nights.of(day)[1] for day in days]
    counted: Counter[str] = Counter()
    turns = sorted(turn for each in periods for turn in _turns(each, known, ends))
    for number, of_one_day in groupby(turns, key=_number):
        for _, owner, change in of_one_day:
            counted[owner] += change
            if not counted[owner]:
                del counted[owner]
        if len(counted) >= members:
            return days[number]
    return None


def _number(turn: tuple[int, str, int]) -> int:
    return turn[0]


def _turns(period: KnownPeriod, known: Sequence[int], ends: Sequence[int]) -> Iterator[tuple[int, str, int]]:
    """Give the number of the day from which a period counts, and of that from which it does no more; none if it never does."""
    first = max(bisect_left(known, period.since), bisect_right(ends, period.begun_at))
    last = min(bisect_left(known, period.until), bisect_right(ends, period.ended_at))
    if first < last:
        yield first, period.owner, 1
    if first < last < len(ends):
        yield last, period.owner, -1


def _periods_of(connection: Connection, network: str) -> list[KnownPeriod]:
    of = membership_periods.c
    asked = (of.owner, of.since, of.until, of.begun_at, of.ended_at)
    return [KnownPeriod(*row) for row in connection.execute(select(*asked).where(of.network == network))]


def _days(first: date, last: date, *, by_quarter: bool) -> Iterator[date]:
    """Give the days up to and including the last; of a sensitive network those on which a quarter ended (docs/decisions/0039)."""
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if not by_quarter or ends_quarter(day):
            yield day


def _rules(rule_book: RuleBook, network_type: NetworkType, day: date) -> NetworkRules | None:
    """Give the rules of the day on which a network began, None where none apply."""
    if not any(adopted.valid_from <= day for adopted in rule_book.adopted[network_type]):
        return None
    return rule_book.rules_for(network_type, day).rules


def _opened(connection: Connection) -> Iterator[ConversationView]:
    views = select(conversations.c.view).where(conversations.c.until == FOREVER)
    return map(ConversationView.model_validate_json, connection.execute(views).scalars())


def _ever_members() -> Select[Any]:
    """Count who was ever held to be a member, also by mistake: fewer than the target never reached it on any day."""
    people = func.count(membership_periods.c.owner.distinct())
    return select(membership_periods.c.network, people).group_by(membership_periods.c.network)
