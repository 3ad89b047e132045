"""Which networks reached their target, or let a year pass without, as far as was known each night."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, func, select

from application.policies import ConversationDue
from application.ports.event_log import EventLog
from domain.kernel.days import day_of, end_of, months_after
from domain.networks.conversation import Occasion
from domain.pilot.rule_book import RULE_BOOK, RuleBook
from domain.pilot.rules import NetworkRules, NetworkType
from projections.queries.query_service import UNSETTLED
from projections.store.instants import micros, moment
from projections.store.tables import FOREVER, conversations, membership_periods, networks


def conversations_due(connection: Connection, log: EventLog, now: datetime) -> Iterator[ConversationDue]:
    """
    Give what there is to talk about and was not opened yet, with the day at whose end it was so.

    What counts is what was known that night: nobody who looks later finds another day (docs/decisions/0012).
    """
    rule_book = log.load(RuleBook, RULE_BOOK)
    last = day_of(now - UNSETTLED) - timedelta(days=1)
    opened = {(row.network, row.occasion): date.fromisoformat(row.day) for row in _opened(connection)}
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


def _opened(connection: Connection) -> Sequence[Row[Any]]:
    return connection.execute(select(conversations).where(conversations.c.until == FOREVER)).all()


def _ever_members() -> Select[Any]:
    """Count who was ever held to be a member, also by mistake: fewer than the target never reached it on any day."""
    people = func.count(membership_periods.c.owner.distinct())
    return select(membership_periods.c.network, people).group_by(membership_periods.c.network)
