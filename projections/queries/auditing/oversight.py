"""Answers from the log itself: what was asked for of it, what was mended, and where something went otherwise than usual."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any
from uuid import UUID

from application.access.raw_log import batches, without_people
from application.errors import DayNotBegun, LastDayTooEarly, UnknownEventType, UnknownItem
from application.ports.event_log import EventLog, Recorded
from application.queries.auditing.oversight import CorrectionEntry, CorrectionsMade, ExceptionEntry, Exceptions
from application.queries.auditing.record import EventEntry, Events
from application.queries.base import OfLog
from domain.all_aggregates import AGGREGATES
from domain.kernel.acts import EventName
from domain.kernel.days import day_of, start_of
from domain.kernel.events import DomainEvent, event_name, events_of
from projections.queries.auditing.exceptions import days_late, exceptions_of
from projections.queries.privacy import lifted_for
from projections.reading.query_service import AsOf

AT_ONCE = 500
"""Events that are looked through together."""

EVENTS = [each for kind in AGGREGATES for each in events_of(kind)]
MENDINGS = frozenset(each.TOPIC for each in EVENTS if "mistake" in each.model_fields)
"""What says that something was a mistake, by its stored name."""

STRUCK = ".EntryWithdrawn"
"""How the name ends of what says that a line no longer counts."""

Wanted = Callable[[DomainEvent], bool]


def events(as_of: AsOf, query: Events) -> tuple[EventEntry, ...]:
    """Tell the log after a position, as far as it was known: all, or what is asked for."""
    topics = None if query.type is None else topics_of(query.type)
    found = _found(as_of, query, topics, lambda event: query.command in {None, event.act.command})
    told = (EventEntry.of(each.event, each.position) for each in found)
    return tuple(islice((each for each in told if query.reference is None or _says(each, query.reference)), query.limit))


def corrections(as_of: AsOf, query: CorrectionsMade) -> tuple[CorrectionEntry, ...]:
    """Tell what was mended, each beside the line that was a mistake, as far as that is shown too."""
    found = _found(as_of, query, MENDINGS, lambda event: query.mistake in {None, getattr(event, "mistake", None)})
    lifted = lifted_for(as_of, query.auditor, query.today, query.one_person)
    return tuple(_correction(as_of.log, each, lifted) for each in islice(found, query.limit))


def exceptions(as_of: AsOf, query: Exceptions) -> tuple[ExceptionEntry, ...]:
    """Tell where something went otherwise than usual, each with in what."""

    def is_wanted(event: DomainEvent) -> bool:
        kinds = exceptions_of(event)
        return query.kind in kinds if query.kind is not None else bool(kinds)

    return tuple(_exception(each) for each in islice(_found(as_of, query, None, is_wanted), query.limit))


@cache
def topics_of(name: str) -> frozenset[str]:
    """
    Give the stored names of the events of a name; mending has one for each kind of item.

    :raises UnknownEventType: if nothing is called so
    """
    found = frozenset(each.TOPIC for each in EVENTS if each.TOPIC.rpartition(".")[2] == name)
    if not found:
        raise UnknownEventType(type=name)
    return found


def _found(as_of: AsOf, query: OfLog[Any], topics: Collection[str] | None, is_wanted: Wanted) -> Iterator[Recorded]:
    """
    Give what is asked for of what is shown to whoever asks, as it is shown to them.

    Who did something is looked at last, as it is shown: of whom it is not said who they are nothing is found.

    :raises UnknownItem: if nothing of an item that is asked for is shown
    """
    _must_be_possible(query)
    lifted = lifted_for(as_of, query.auditor, query.today, query.one_person)
    if query.item is not None and next(without_people(as_of.log, _of_item(as_of, query, after=0), lifted), None) is None:
        raise UnknownItem(kind="Item", item=query.item)
    recorded = _of_item(as_of, query, after=query.after) if query.item is not None else _of_log(as_of, query, topics)
    asked = ([each for each in batch if _is_asked(query, each.event) and is_wanted(each.event)] for batch in recorded)
    for each in without_people(as_of.log, filter(None, asked), lifted):
        if query.actor in {None, each.event.act.by, each.event.act.entered_by} and _is_called(each.event, topics):
            yield each


def _must_be_possible(query: OfLog[Any]) -> None:
    """
    Check the days that are asked about.

    :raises DayNotBegun: if one is still to come
    :raises LastDayTooEarly: if the last comes before the first
    """
    days = [each for each in (query.recorded_from, query.recorded_to) if each is not None]
    if query.today is not None and days and max(days) > query.today:
        raise DayNotBegun(on=max(days), today=query.today)
    if days != sorted(days):
        raise LastDayTooEarly(first=query.recorded_from, last=query.recorded_to)


def _of_item(as_of: AsOf, query: OfLog[Any], *, after: int) -> Iterator[Sequence[Recorded]]:
    """Give what happened to one item; an item has no more than some hundreds of events."""
    if query.item is not None:
        yield [each for each in as_of.log.history(query.item, until=as_of.position) if each.position > after]


def _of_log(as_of: AsOf, query: OfLog[Any], topics: Collection[str] | None) -> Iterator[Sequence[Recorded]]:
    """Give the log from where it is asked for, up to what was known and the last day that is asked for."""
    after, until = query.after, as_of.position
    if query.recorded_from is not None:
        after = max(after, as_of.log.position_at(start_of(query.recorded_from)))
    for batch in batches(as_of.log, after=after, at_once=AT_ONCE, topics=topics):
        yield [each for each in batch if each.position <= until]
        newest = batch[-1]
        if newest.position >= until or (query.recorded_to is not None and day_of(newest.event.timestamp) > query.recorded_to):
            return


def _is_asked(query: OfLog[Any], event: DomainEvent) -> bool:
    recorded = day_of(event.timestamp)
    return (
        (query.role is None or event.act.role is query.role)
        and (query.recorded_from is None or recorded >= query.recorded_from)
        and (query.recorded_to is None or recorded <= query.recorded_to)
        and (query.late_by_days is None or days_late(event) >= query.late_by_days)
    )


def _is_called(event: DomainEvent, topics: Collection[str] | None) -> bool:
    return topics is None or event.TOPIC in topics


def _says(told: EventEntry, reference: str) -> bool:
    return reference in told.model_dump_json()


def _correction(log: EventLog, recorded: Recorded, lifted: Collection[UUID]) -> CorrectionEntry:
    event: Any = recorded.event
    of: EventName | None = getattr(event, "of", None)
    was = None if of is None else _line(log, recorded, of, lifted)
    return CorrectionEntry(
        **dict(EventEntry.of(event, recorded.position)),
        mistake=event.mistake,
        struck=event.TOPIC.endswith(STRUCK),
        corrected_at=getattr(event, "at", None),
        mended=of,
        was_at=None if was is None else was.at,
        was_recorded_at=None if was is None else was.recorded_at,
        of_entry=was,
    )


def _line(log: EventLog, mending: Recorded, of: EventName, lifted: Collection[UUID]) -> EventEntry | None:
    """Give the line that was a mistake as it is shown to whoever asks, None where it is not."""
    life = log.history(mending.event.originator_id, until=mending.position)
    shown = without_people(log, [life], lifted)
    return next((EventEntry.of(each.event) for each in shown if event_name(each.event) == of), None)


def _exception(recorded: Recorded) -> ExceptionEntry:
    event = recorded.event
    return ExceptionEntry(
        **dict(EventEntry.of(event, recorded.position)), exceptions=exceptions_of(event), late_by_days=max(days_late(event), 0)
    )
