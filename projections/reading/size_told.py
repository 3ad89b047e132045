"""
The size of a sensitive network as it is told to others: by the quarter (docs/decisions/0039).

This is the one place that says of which moment it is told. Who belongs to the core group sees the numbers themselves.
"""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from application.evaluation.bands import band
from domain.kernel.days import day_of, months_after, start_of
from projections.reading.counting import members_counted_in, networks_begun
from projections.reading.query_service import UNSETTLED, AsOf
from projections.store.instants import MICROSECOND, micros, moment
from projections.store.tables import networks

QUARTER = 3
"""Months."""


def quarter_begun(day: date) -> date:
    """Give the first day of the quarter in which a day lies."""
    return date(day.year, (day.month - 1) // QUARTER * QUARTER + 1, 1)


def ends_quarter(day: date) -> bool:
    """Say whether a day is the last of its quarter."""
    return quarter_begun(day + timedelta(days=1)) > day


def told_of(as_of: AsOf) -> AsOf | None:
    """
    Give the moment of which the size of sensitive networks is told: the end of the last whole quarter, as known that night.

    It depends on the question by which quarters were over, and by nothing else: neither by the day and the instant that it names,
    nor by a position that a list is pinned to. None when no quarter was over since the log began.
    """
    over = min(as_of.before, as_of.known_at, micros(as_of.log.now() - UNSETTLED))
    first_day = quarter_begun(day_of(moment(over)))
    while position := as_of.log.position_at(start_of(first_day) - MICROSECOND):
        if position <= as_of.position:
            end = micros(start_of(first_day))
            return replace(as_of, position=position, before=end, known_at=end, looks_back=True)
        first_day = months_after(first_day, -QUARTER)
    return None


def bands_told(as_of: AsOf, network: UUID | None = None) -> dict[str, str | None]:
    """
    Give in what band the number of members of each sensitive network is told to be; None when none is told yet.

    What is known to be sensitive is so on every day that is asked about.
    """
    one = () if network is None else (networks.c.owner == str(network),)
    wanted = select(networks.c.owner).where(as_of.known(networks), networks.c.sensitive, *one)
    sensitive = as_of.execute(wanted.distinct()).scalars().all()
    told = told_of(as_of) if sensitive else None
    return {owner: None if told is None else _band(told, UUID(owner)) for owner in sensitive}


def _band(told: AsOf, network: UUID) -> str | None:
    return band(members_counted_in(told, network).members) if networks_begun(told, network) else None
