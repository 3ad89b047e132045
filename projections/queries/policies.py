"""What policies ask: what stands although its ground has gone."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, select, union_all

from application.policies import ConversationDue, MembershipToEnd, RequestToLeave
from domain.kernel.acts import Reference, Role
from domain.plans.content import PlanStatus
from projections.queries.query_service import QueryService
from projections.queries.targets import conversations_due
from projections.store.instants import micros, moment
from projections.store.tables import (
    FOREVER,
    advice_requests,
    membership_periods,
    networks,
    offices,
    party_memberships,
    pilots,
    plans,
    seat_periods,
)

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
