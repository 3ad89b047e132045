"""Days that can be asked about: where nothing was there yet, or is to come, an answer would say what is not so."""

from datetime import date
from uuid import UUID

from application.errors import DayNotBegun, NetworkNotBegunThen
from domain.kernel.days import day_of
from projections.reading.query_service import AsOf
from projections.store.instants import moment
from projections.store.tables import networks


def must_have_begun(as_of: AsOf, on: date | None, network: UUID | None = None) -> None:
    """
    Check that a day that is asked about has begun, and that a network that was known by then was there on it.

    :raises DayNotBegun: if the day is to come
    :raises NetworkNotBegunThen: if the network began later
    """
    today = day_of(as_of.log.now())
    if on is not None and on > today:
        raise DayNotBegun(on=on, today=today)
    known = [] if network is None else as_of.rows(networks, networks.c.owner == str(network), only=(networks.c.begun_at,))
    if known and known[0]["begun_at"] >= as_of.before:
        raise NetworkNotBegunThen(on=as_of.day, since=day_of(moment(known[0]["begun_at"])))
