"""What policies ask: what stands although its ground has gone."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, func, select, union_all

from application.policies import ConversationDue, MembershipToEnd, RequestToLeave
from application.ports.event_log import EventLog
from domain.kernel.acts import Reference, Role
from domain.kernel.days import day_of, end_of, months_after
from domain.networks.conversation import Occasion
from domain.pilot.rule_book import RULE_BOOK, RuleBook
from domain.pilot.rules import NetworkRules, NetworkType
from domain.plans.content import PlanStatus
from projections.queries.query_service import UNSETTLED, QueryService
from projections.store.instants import micros, moment
from projections.store.tables import (
    FOREVER,
    advice_requests,
    conversations,
    membership_periods,
    networks,
    offices,
    party_memberships,
    pilots,
    plans,
    seat_periods,
)
from projections.views.conversations import ConversationView

MAILED = (Role.PARTY_BUREAU, Role.NATIONAL_BOARD)
"""Whoever has work to do by office."""


class QueriesForPolicies:
    """The facts of now, caught up before every question."""

    def __init__(self, reads: QueryService) -> None:
        self.reads = reads

    def memberships_of_closed_networks(self) -> Sequence[MembershipToEnd]:
        """Give the memberships whose network closed and whose own ending is not recorded yet."""
        query = (
            select(membership_periods, networks.c.closed_at, networks.c.closed_by)
            .join(networks, networks.c.owner == membership_periods.c.network)
            .where(
                membership_periods.c.until == FOREVER,
                networks.c.until == FOREVER,
                networks.c.closed_at < FOREVER,
                membership_periods.c.ended_at == FOREVER,
            )
        )
        self.reads.catch_up()
        with self.reads.store.reading() as connection:
            return [
                MembershipToEnd(
                    network=UUID(row["network"]),
                    reference=row["reference"],
                    begun_by=row["begun_by"],
                    begun_at=moment(row["begun_at"]),
                    closed_by=row["closed_by"],
                    closed_at=moment(row["closed_at"]),
                )
                for row in connection.execute(query).mappings()
            ]

    def announced_party_ends(self, due_on: date) -> Sequence[Reference]:
        """Give the party memberships whose end waits and is final on a day, by reference."""
        return self._party_members("pending", party_memberships.c.final_on <= due_on.isoformat())

    def ended_party_members(self) -> Sequence[Reference]:
        """Give the references of those whose party membership ended."""
        return self._party_members("ended")

    def requests_of_closed_networks(self) -> Sequence[RequestToLeave]:
        """Give the advice requests that wait for the answer of a network that closed."""
        query = (
            select(advice_requests.c.owner, networks.c.closed_by)
            .join(networks, networks.c.owner == advice_requests.c.network)
            .where(
                advice_requests.c.until == FOREVER,
                advice_requests.c.waits,
                networks.c.until == FOREVER,
                networks.c.closed_at < FOREVER,
            )
        )
        self.reads.catch_up()
        with self.reads.store.reading() as connection:
            return [RequestToLeave(UUID(owner), closed_by) for owner, closed_by in connection.execute(query)]

    def requests_due(self, by: datetime) -> Sequence[tuple[UUID, datetime]]:
        """Give the advice requests on which the clock does something by a moment, and when."""
        self.reads.catch_up()
        due = advice_requests.c.next_due
        query = select(advice_requests.c.owner, due).where(advice_requests.c.until == FOREVER, due <= micros(by))
        with self.reads.store.reading() as connection:
            return [(UUID(owner), moment(at)) for owner, at in connection.execute(query)]

    def networks(self) -> Sequence[UUID]:
        """Give every network that is not closed."""
        self.reads.catch_up()
        query = select(networks.c.owner).where(networks.c.until == FOREVER, networks.c.closed_at == FOREVER)
        with self.reads.store.reading() as connection:
            return [UUID(owner) for owner in connection.execute(query).scalars()]

    def open_plans(self) -> Sequence[UUID]:
        """Give every plan on which something can still be decided."""
        self.reads.catch_up()
        query = select(plans.c.owner).where(plans.c.until == FOREVER, plans.c.is_open)
        with self.reads.store.reading() as connection:
            return [UUID(owner) for owner in connection.execute(query).scalars()]

    def conversations_due(self, now: datetime) -> Sequence[ConversationDue]:
        """Give which networks reached their target, or let a year pass without, and nobody opened a conversation yet."""
        self.reads.catch_up()
        with self.reads.store.reading() as connection:
            return list(conversations_due(connection, self.reads.log, now))

    def where_time_works(self) -> Sequence[UUID]:
        """Give every network, plan and pilot in which time may still do something."""
        self.reads.catch_up()
        waiting = union_all(
            select(networks.c.owner).where(networks.c.until == FOREVER, networks.c.closed_at == FOREVER),
            select(plans.c.owner).where(
                plans.c.until == FOREVER, (plans.c.status == PlanStatus.DEFERRED) | plans.c.has_conditions
            ),
            select(pilots.c.owner).where(pilots.c.until == FOREVER, pilots.c.is_running),
        )
        with self.reads.store.reading() as connection:
            return [UUID(owner) for owner in connection.execute(waiting).scalars()]

    def office_holders(self) -> Sequence[tuple[Reference, Role]]:
        """Give who holds the roles that a weekly message goes to."""
        self.reads.catch_up()
        held = (offices.c.until == FOREVER) & offices.c.held & offices.c.role.in_(MAILED)
        with self.reads.store.reading() as connection:
            found = connection.execute(select(offices.c.reference, offices.c.role).where(held))
            return [(row.reference, Role(row.role)) for row in found]

    def core_group_seats(self) -> Sequence[tuple[UUID, Reference]]:
        self.reads.catch_up()
        alive = (networks.c.until == FOREVER) & (networks.c.closed_at == FOREVER) & (networks.c.owner == seat_periods.c.owner)
        held = (seat_periods.c.until == FOREVER) & (seat_periods.c.ended_at == FOREVER)
        query = select(seat_periods.c.owner, seat_periods.c.reference).join_from(seat_periods, networks, alive).where(held)
        with self.reads.store.reading() as connection:
            return [(UUID(row.owner), row.reference) for row in connection.execute(query)]

    def _party_members(self, state: str, *conditions: ColumnElement[bool]) -> Sequence[Reference]:
        self.reads.catch_up()
        query = select(party_memberships.c.reference).where(
            party_memberships.c.until == FOREVER, party_memberships.c.state == state, *conditions
        )
        with self.reads.store.reading() as connection:
            return list(connection.execute(query).scalars())


def conversations_due(connection: Connection, log: EventLog, now: datetime) -> Iterator[ConversationDue]:
    """
    Give what there is to talk about and was not opened yet, with the day at whose end it was so.

    What counts is what was known that night: nobody who looks later finds another day (docs/decisions/0012).
    """
    rule_book = log.load(RuleBook, RULE_BOOK)
    last = day_of(now - UNSETTLED) - timedelta(days=1)
    opened = {(str(view.network), view.occasion): view.day for view in _opened(connection)}
    ever: dict[str, int] = {row[0]: row[1] for row in connection.execute(_ever_members())}
    for row in connection.execute(_networks()).mappings():
        network, begun_on = row["owner"], day_of(moment(row["begun_at"]))
        rules = None if rule_book is None else _rules(rule_book, NetworkType(row["network_type"]), begun_on)
        if rules is None:
            continue
        until = last if row["closed_at"] >= FOREVER else min(last, day_of(moment(row["closed_at"])) - timedelta(days=1))
        year_over = months_after(begun_on, rules.target_after_months)
        reached = opened.get((network, Occasion.TARGET_REACHED))
        if reached is None and ever.get(network, 0) >= rules.target_members:
            reached = first_day_with(connection, log, network, rules.target_members, begun_on, until)
            if reached is not None:
                yield ConversationDue(UUID(network), Occasion.TARGET_REACHED, reached)
        in_time = reached is not None and reached <= year_over
        if year_over <= until and not in_time and (network, Occasion.YEAR_OVER) not in opened:
            yield ConversationDue(UUID(network), Occasion.YEAR_OVER, year_over)


def first_day_with(connection: Connection, log: EventLog, network: str, members: int, first: date, last: date) -> date | None:
    """Give the first day at whose end so many people were known to be members."""
    periods = connection.execute(
        select(
            membership_periods.c.owner,
            membership_periods.c.since,
            membership_periods.c.until,
            membership_periods.c.begun_at,
            membership_periods.c.ended_at,
        ).where(membership_periods.c.network == network)
    ).all()
    for number in range((last - first).days + 1):
        end = end_of(first + timedelta(days=number))
        position, before = log.position_at(end), micros(end)
        held = {row.owner for row in periods if row.since <= position < row.until and row.begun_at < before <= row.ended_at}
        if len(held) >= members:
            return first + timedelta(days=number)
    return None


def _rules(rule_book: RuleBook, network_type: NetworkType, day: date) -> NetworkRules | None:
    """Give the rules of the day on which a network began, None where none apply."""
    if not any(adopted.valid_from <= day for adopted in rule_book.adopted[network_type]):
        return None
    return rule_book.rules_for(network_type, day).rules


def _networks() -> Select[Any]:
    return select(networks).where(networks.c.until == FOREVER)


def _opened(connection: Connection) -> Iterator[ConversationView]:
    views = select(conversations.c.view).where(conversations.c.until == FOREVER)
    return map(ConversationView.model_validate_json, connection.execute(views).scalars())


def _ever_members() -> Select[Any]:
    """Count who was ever held to be a member, also by mistake: fewer than the target never reached it on any day."""
    people = func.count(membership_periods.c.owner.distinct())
    return select(membership_periods.c.network, people).group_by(membership_periods.c.network)
