"""Asking the read side: a question becomes a moment, and an answer from facts as they were known and true then."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from pydantic import BaseModel
from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    CursorResult,
    Dialect,
    FromClause,
    Select,
    Table,
    TypeDecorator,
    bindparam,
    func,
    select,
)
from sqlalchemy.sql.elements import ColumnElement

from application.errors import UnknownItem
from application.ports.errors import StoreBusy, StoreError
from application.ports.event_log import EventLog
from application.queries.base import I, Many, Page, Query
from domain.kernel.days import day_of, end_of
from projections.projectors.catch_up import apply_next, catch_up, follows
from projections.store.instants import micros, moment
from projections.store.read_store import ReadStore
from projections.views.view import ViewKind

R = TypeVar("R")

Columns = Sequence[Column[Any]]

MANY = Many[Any]
"""Made once: naming what a generic shape is of makes a class."""


class FilledIn(TypeDecorator[int]):
    """A number that is known when a query runs: without it, the query fails instead of finding nothing."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> int:  # the same for each database
        if value is None:
            raise TypeError
        return value


POSITION: Any = bindparam("position", None, FilledIn)
BEFORE: Any = bindparam("before", None, FilledIn)
"""The moment of a reading, filled in when a query runs: what does not change with it is built once, which costs the most."""

UNSETTLED = timedelta(seconds=10)
PATIENCE = 5.0
"""Seconds that an answer waits for the position that it is about."""


class NotSettledYet(StoreError):
    """The last ten seconds may still be added to; an answer about them could change."""

    retry_after = 10


class NotCaughtUpYet(StoreError):
    """The read side did not reach the position that was asked for in time."""

    retry_after = 2


@dataclass(frozen=True)
class AsOf:
    """
    One question at work: rows known at ``position``, true just before ``before``.

    That position was reached by ``known_at``; both moments are in microseconds since 1970.
    """

    connection: Connection
    log: EventLog
    position: int
    before: int
    known_at: int
    looks_back: bool = False
    """Whether the question is about an earlier day, so that of what is known the later does not count."""

    def execute(self, query: Select[*tuple[Any, ...]]) -> CursorResult[*tuple[Any, ...]]:
        """Ask something as of this moment."""
        return self.connection.execute(query, {"position": self.position, "before": self.before})

    def known(self, table: FromClause) -> ColumnElement[bool]:
        """Give the condition for rows that were held true at the position."""
        return _known(table)

    def standing(self, table: Table) -> ColumnElement[bool]:
        """Give the condition for rows that stood at the moment: of what was known of an item, the last that had happened."""
        return _stood(table) if self.looks_back else _known(table)

    @property
    def day(self) -> date:
        """The day at whose end it is asked what was true."""
        return day_of(moment(self.before - 1))

    def rows(self, table: Table, *conditions: ColumnElement[bool], only: Columns = ()) -> list[dict[str, Any]]:
        """Give the rows of a table that were held true at the position."""
        return as_rows(self.execute(_with(_rows(table, tuple(only)), conditions)))

    def items(self, table: Table, *conditions: ColumnElement[bool], only: Columns = ()) -> list[dict[str, Any]]:
        """
        Give each item as it was at the moment: of what was known, the last that had happened by then.

        :param only: the columns that are asked for, the owner among them, when not all are
        """
        if not self.looks_back:
            return self.rows(table, *conditions, only=only)
        query = _with(_told_by_then(table, tuple(only)), conditions)
        return list({row["owner"]: row for row in as_rows(self.execute(query))}.values())

    def views(self, kind: ViewKind, *conditions: ColumnElement[bool]) -> list[Any]:
        """Give the views of items as they were at the moment, in the order of their lists."""
        query = _with(_views(kind.table, looks_back=self.looks_back), conditions)
        return [kind.model.model_validate_json(view) for view in self.execute(query).scalars()]

    def views_after(self, kind: ViewKind, query: Page[Any], *conditions: ColumnElement[bool]) -> list[Any]:
        """Give the views of a page, and one more when there is one: no more than that is read."""
        after = () if query.after is None else (kind.table.c.key > query.after,)
        page = _with(_views(kind.table, looks_back=self.looks_back), (*after, *conditions))
        found = self.execute(page.limit(query.limit + 1))
        return [kind.model.model_validate_json(view) for view in found.scalars()]

    def view(self, kind: ViewKind, item: object) -> Any:  # noqa: ANN401  # of the kind's own model
        """
        Give one item as it was at the moment.

        :raises UnknownItem: if nothing was known of it
        """
        found = self.views(kind, kind.table.c.owner == str(item))
        if not found:
            raise UnknownItem(kind=kind.aggregate.__name__, item=item)
        return found[0]

    def page_by_key(self, query: Page[Many[I]], entries: Iterable[I]) -> Many[I]:
        """Give a page of entries in the order of their keys, from the last one seen on."""
        wanted = (each for each in entries if query.after is None or each.key > query.after)
        return self.page(query, sorted(wanted, key=attrgetter("key")))

    def page(self, query: Page[Many[I]], found: Sequence[I]) -> Many[I]:
        """Give as many as were asked for, and say whether there are more."""
        return MANY(items=tuple(found[: query.limit]), position=self.position, more=len(found) > query.limit)


@cache
def _known(table: FromClause) -> ColumnElement[bool]:
    known: ColumnElement[bool] = (table.c.since <= POSITION) & (table.c.until > POSITION)
    return known


@cache
def _stood(table: Table) -> ColumnElement[bool]:
    told = table.alias("told")
    last = select(func.max(told.c.fact)).where(told.c.since <= POSITION, told.c.at < BEFORE)
    stood: ColumnElement[bool] = table.c.fact.in_(last.group_by(told.c.owner))
    return stood


@cache
def _rows(table: Table, only: Columns) -> Select[Any]:
    return select(*(only or table.c)).where(_known(table))


@cache
def _told_by_then(table: Table, only: Columns) -> Select[Any]:
    told = select(*(only or table.c)).where(table.c.since <= POSITION, table.c.at < BEFORE)
    return told.order_by(table.c.since, table.c.fact)


@cache
def _views(table: Table, *, looks_back: bool) -> Select[Any]:
    standing = _stood(table) if looks_back else _known(table)
    return select(table.c.view).where(standing, table.c.key.is_not(None)).order_by(table.c.key)


def _with(query: Select[Any], conditions: Sequence[ColumnElement[bool]]) -> Select[Any]:
    return query.where(*conditions) if conditions else query


def shown(view: BaseModel, entry: type[BaseModel], *but: str) -> dict[str, Any]:
    """Give what a page shows of a view as it is: the fields of the same names."""
    return {name: getattr(view, name) for name in entry.model_fields if name not in but and hasattr(view, name)}


def entry_of(kind: type[I], row: Mapping[str, Any], **more: object) -> I:
    """Make an entry of a row: the columns of the same names as they are, and more that it tells in another form."""
    return kind.model_validate({**{name: row[name] for name in kind.model_fields if name in row}, **more})


def as_rows(found: CursorResult[Any]) -> list[dict[str, Any]]:
    """Give what was found by the names of the columns; in a third of the time that mappings take."""
    names = tuple(found.keys())
    return [dict(zip(names, row, strict=True)) for row in found.all()]


class QueryService:
    """The read side of one log, with the function that answers each question."""

    def __init__(self, store: ReadStore, log: EventLog, answers: Mapping[type[Query[Any]], Callable[[AsOf, Any], Any]]) -> None:
        self.store = store
        self.log = log
        self.answers = answers

    def answer(self, query: Query[R], *, after: int = 0, patience: float = PATIENCE) -> R:
        """
        Answer a question as of the moment it names.

        Without a day it is about the end of the day on which it was known, or of today: nothing known by then can have
        happened between that instant and midnight, and a database clock that is a little behind hides nothing.

        :param after: a position that the answer must know of
        :param patience: seconds to wait for the rows to reach it
        :raises NotSettledYet: if what was known then may still be added to
        :raises NotCaughtUpYet: if the rows do not reach that position in time
        :raises UnknownItem: if it is about something of which nothing was known then
        """
        now = self.log.now()
        pinned = self._pinned(query, now)
        needed = max(after, pinned or 0)
        known_at = query.known_at or now
        end = end_of(query.on or day_of(known_at))
        with self._reading_from(needed, patience) as (connection, reached):
            as_of = AsOf(
                connection=connection,
                log=self.log,
                position=reached if pinned is None else pinned,
                before=micros(end),
                known_at=micros(known_at),
                looks_back=end <= known_at,
            )
            result: R = self.answers[type(query)](as_of, query)
            return result

    @contextmanager
    def _reading_from(self, needed: int, patience: float) -> Iterator[tuple[Connection, int]]:
        """Read rows that reach a position and not beyond the log, and say which one they reach."""
        for attempt in range(2):
            with self.store.reading() as connection:
                reached = self.store.position(connection)
                is_beyond = reached > needed and reached > self.log.last_position()
                if reached >= needed and not is_beyond:
                    yield connection, reached
                    return
            if attempt == 0:
                if is_beyond:
                    apply_next(self.store, self.log)
                self.wait_for(needed, patience)
        raise NotCaughtUpYet  # somebody builds the rows anew

    def must_be_of_log(self) -> None:
        """Begin anew when the rows tell of events that are not in the log; whoever asks first catches up."""
        with self.store.reading() as connection:
            is_of_log = follows(self.store, connection, self.log)
        if not is_of_log:
            apply_next(self.store, self.log)

    def catch_up(self, progress: Callable[[int], None] = lambda _: None) -> int:
        """Catch up with everything recorded by now, and give the position reached."""
        return catch_up(self.store, self.log, progress=progress)

    def wait_for(self, position: int, timeout: float) -> None:
        """
        Catch up until a position, for so many seconds.

        :raises NotCaughtUpYet: if there is more to catch up with than that, or the log does not reach the position
        """
        deadline = time.monotonic() + timeout
        while self.store_position() < position:
            if time.monotonic() >= deadline or position > self.log.last_position():
                raise NotCaughtUpYet
            try:
                apply_next(self.store, self.log)
            except StoreBusy:
                continue  # somebody else catches up

    def store_position(self) -> int:
        """Give the position up to which events are told by the rows."""
        with self.store.reading() as connection:
            return self.store.position(connection)

    def lag(self) -> int:
        """Give how many positions the read side is behind the log."""
        return self.log.last_position() - self.store_position()

    def rebuild(self, progress: Callable[[int], None]) -> int:
        """Forget all rows and make them anew from the log."""
        self.store.empty()
        return self.catch_up(progress)

    def close(self) -> None:
        """Let go of the read store."""
        self.store.close()

    def _pinned(self, query: Query[R], now: datetime) -> int | None:
        if query.position is not None:
            return query.position
        if query.known_at is None:
            return None
        if query.known_at > now - UNSETTLED:
            raise NotSettledYet
        return self.log.position_at(query.known_at)
