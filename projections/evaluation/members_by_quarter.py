"""Whom a network was known to have as members at the end of each quarter: only then likeness is told (decision 0017)."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from operator import itemgetter

from sqlalchemy import Select, func, select

from application.queries.evaluating.evaluation import MemberSeen, QuarterSeen
from domain.kernel.days import day_of, end_of, months_after
from projections.evaluation.known import EvaluationData, grouped
from projections.evaluation.months_and_quarters import QUARTER
from projections.reading.query_service import UNSETTLED
from projections.store.bulk_writes import Row
from projections.store.instants import micros, moment
from projections.store.tables import membership_periods, memberships, networks

Seen = dict[str, list[dict[str, MemberSeen]]]
"""By network, for each quarter: the members, by their membership."""

PERIOD = ("network", "owner", "begun_at", "begun_by", "ended_at", "since", "until")
TOKEN = ("owner", "reference", "statistics", "sealed_in", "since", "until")


def quarters_seen(data: EvaluationData) -> dict[str, tuple[QuarterSeen, ...]]:
    """Give for each quarter that is over who of the members had told something of themselves, as it was known that night."""
    days = list(_last_days(data))
    if not days:
        return {}
    ends = [micros(end_of(day)) for day in days]
    log = data.reading.log
    positions = [min(data.reading.position, log.position_at(moment(end - 1))) for end in ends]
    seen = _members(data, positions, ends)
    for row in _rows(data, select(networks).where(networks.c.since <= positions[-1])):
        for place in range(bisect_left(positions, row["since"]), bisect_left(positions, row["until"])):
            if row["closed_at"] < ends[place] and row["owner"] in seen:
                seen[row["owner"]][place] = {}
    return {
        network: tuple(QuarterSeen(day, members) for day, members in zip(days, quarters, strict=True))
        for network, quarters in seen.items()
    }


def _last_days(data: EvaluationData) -> Iterator[date]:
    """Give the last days of the quarters that are over, from the first membership on that was ever held to be true."""
    settled = min(data.over, micros(data.reading.log.now() - UNSETTLED))
    earliest = select(func.min(membership_periods.c.begun_at)).where(membership_periods.c.since <= data.reading.position)
    begun = data.reading.execute(earliest).scalar()
    if begun is None:
        return
    start = day_of(moment(begun))
    first = date(start.year, (start.month - 1) // QUARTER * QUARTER + 1, 1)
    while micros(end_of(last := months_after(first, QUARTER) - timedelta(days=1))) <= settled:
        yield last
        first = months_after(first, QUARTER)


def _members(data: EvaluationData, positions: Sequence[int], ends: Sequence[int]) -> Seen:
    columns = [memberships.c[name] for name in TOKEN]
    told = memberships.c.statistics.is_not(None)
    tokens = grouped(_rows(data, select(*columns).where(memberships.c.since <= positions[-1], told)), itemgetter("owner"))
    seen: Seen = defaultdict(lambda: [{} for _ in ends])
    columns = [membership_periods.c[name] for name in PERIOD]
    for period in _rows(data, select(*columns).where(membership_periods.c.since <= positions[-1])):
        for token in tokens.get(period["owner"], ()):
            first = max(bisect_left(positions, max(period["since"], token["since"])), bisect_right(ends, period["begun_at"]))
            last = min(bisect_left(positions, min(period["until"], token["until"])), bisect_right(ends, period["ended_at"]))
            for place in range(first, last):
                seen[period["network"]][place][period["owner"]] = member_seen(token, period["begun_by"])
    return seen


def member_seen(row: Row, begun_by: str) -> MemberSeen:
    """Give a member by the row of a membership, and the event that began it."""
    return MemberSeen(row["reference"], begun_by, row["owner"], row["statistics"], row["sealed_in"])


def _rows(data: EvaluationData, query: Select[tuple[object, ...]]) -> Iterator[Row]:
    return (dict(row) for row in data.reading.execute(query).mappings())
