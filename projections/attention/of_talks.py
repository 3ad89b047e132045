"""What needs somebody about what a network learned and what it has to talk about."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Select, exists, select

from application.queries.attention import AttentionKind
from domain.kernel.days import end_of
from domain.kernel.half_years import first_day_of, half_year_of, told_until
from projections.attention.asked import Asked
from projections.attention.of_networks import alive
from projections.attention.rows import AttentionRow
from projections.reading.counting import as_known, name_then
from projections.reading.query_service import AsOf
from projections.store.instants import micros
from projections.store.tables import conversations, lesson_answers, lessons, networks


def _conversations(as_of: AsOf) -> Select[Any]:
    of = conversations.c
    return (
        select(of.owner, of.network, name_then(as_of), networks.c.sensitive, of.at)
        .where(as_of.standing(conversations), as_of.standing(networks), networks.c.owner == of.network)
        .where(of.is_held.is_(False), as_known(as_of, networks.c.closed_at) >= as_of.before)
    )


def conversations_to_hold(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find networks with which there is something to talk about."""
    for owner, network, name, sensitive, since in asked.rows(_conversations):
        yield AttentionRow(kind, owner, network, name, bool(sensitive), since)


def _begun(as_of: AsOf) -> Select[Any]:
    return alive(as_of, as_known(as_of, networks.c.begun_at))


def _lessons(as_of: AsOf) -> Select[Any]:
    by_then = (as_of.known(lessons), lessons.c.at < as_of.before, lessons.c.stands.is_(True))
    return select(lessons.c.network, lessons.c.half_year).where(*by_then)


def _wishes(as_of: AsOf) -> Select[Any]:
    """Ask for every telling, the newest last: what it wants changed, and whether the board answered that telling."""
    of, given = lessons.c, lesson_answers.c
    to_it = (as_of.known(lesson_answers), given.owner == of.owner, given.telling == of.number, given.at < as_of.before)
    return (
        select(of.owner, of.network, name_then(as_of), networks.c.sensitive, of.at, of.what_to_change, exists().where(*to_it))
        .where(as_of.known(lessons), of.at < as_of.before, of.stands.is_(True))
        .where(as_of.standing(networks), networks.c.owner == of.network)
        .order_by(of.owner, of.number)
    )


def lessons_to_answer(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find what core groups want the party to change and the board has not answered."""
    for owner, told in groupby(asked.rows(_wishes), key=itemgetter(0)):
        tellings = [*told]
        _, network, name, sensitive, since, wish, _ = tellings[-1]
        if wish is not None and not any(answered for *_, wished, answered in tellings if wished == wish):
            yield AttentionRow(kind, owner, network, name, bool(sensitive), since)


def lessons_to_tell(asked: Asked, kind: AttentionKind) -> Iterator[AttentionRow]:
    """Find core groups that told nothing yet of the half year that ended, as long as it can be told."""
    last_day = first_day_of(half_year_of(asked.day)) - timedelta(days=1)
    half_year = half_year_of(last_day)
    until = told_until(half_year)
    if asked.day > until:
        return
    told = {network for network, of in asked.rows(_lessons) if of == half_year}
    since = micros(end_of(last_day))
    for network, name, sensitive, begun_at in asked.rows(_begun):
        if begun_at < since and network not in told:
            yield AttentionRow(kind, network, network, name, bool(sensitive), since, due_on=until.isoformat())
