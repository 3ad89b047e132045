"""Days that can be asked about: where nothing was there yet, or is to come, an answer would say what is not so."""

from datetime import date
from uuid import UUID

from sqlalchemy import func, select, union_all

from application.errors import DayNotBegun, NetworkNotBegunThen, NothingRecordedThen
from domain.kernel.days import day_of
from projections.reading.query_service import AsOf
from projections.store.instants import moment
from projections.store.tables import ALWAYS, FACT_TABLES, networks


def must_have_begun(as_of: AsOf, on: date | None, network: UUID | None = None) -> None:
    """
    Check that a day that is asked about has begun, and that a network that was known by then was there on it.

    :param network: None: it is about all of them
    :raises DayNotBegun: if the day is to come
    :raises NetworkNotBegunThen: if the network began later
    :raises NothingRecordedThen: if it is about all networks, and all that is known happened later
    """
    today = day_of(as_of.log.now())
    if on is not None and on > today:
        raise DayNotBegun(on=on, today=today)
    known = [] if network is None else as_of.rows(networks, networks.c.owner == str(network), only=(networks.c.begun_at,))
    if known and known[0]["begun_at"] >= as_of.before:
        raise NetworkNotBegunThen(on=as_of.day, since=day_of(moment(known[0]["begun_at"])))
    if on is not None and network is None:
        must_be_recorded(as_of)


def must_be_recorded(as_of: AsOf) -> None:
    """
    Check that something had happened by the day that is asked about; where nothing is known at all, nothing is what there is.

    :raises NothingRecordedThen: if all that is known happened later
    """
    by_then = select(networks.c.owner).where(as_of.known(networks), networks.c.begun_at < as_of.before)
    if as_of.execute(by_then.limit(1)).first() is not None:
        return
    firsts = union_all(
        *(select(func.min(each.c.at).label("at")).where(as_of.known(each), each.c.at > ALWAYS) for each in FACT_TABLES)
    )
    first = as_of.execute(select(func.min(firsts.subquery().c.at))).scalar()
    if first is not None and first >= as_of.before:
        raise NothingRecordedThen(on=as_of.day, since=day_of(moment(first)))
