"""What a role sees of what a figure rests on: nobody's name, no event that is not for it, no sentence of what it may not read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from application.access.days import sees_days
from application.access.event_names import left_out, recorded_version, shown_name
from application.access.people import counts_exactly, is_sensitive_now
from application.access.queries import may_read_history
from application.access.redaction.histories import as_shown
from application.access.scopes import Reach
from application.evaluation.disclosure import evaluated
from application.ports.event_log import EventLog
from application.queries.auditing.reasons import ReasonLine, ReasonPart, Reasons, Why
from application.queries.auditing.record import EventEntry
from application.queries.evaluating.evaluation import EvaluationReport, EventLeftOut, WhyLeftOut
from domain.kernel.acts import EventName
from domain.kernel.days import day_of
from domain.kernel.events import Aggregate, DomainEvent, event_name
from domain.networks.network import Network
from domain.plans.founding_plan import FoundingPlan

RENAMED = Network | FoundingPlan
"""Whose events an evaluation calls as those do to whom others are not shown."""
COUNTS_NOBODY = frozenset({"status", "places-taken"})


@dataclass(frozen=True)
class _Behind:
    """An event behind a figure, by the name that it has for who asks."""

    event: DomainEvent
    item: Aggregate
    name: EventName
    part: ReasonPart
    why: WhyLeftOut | None
    may_be_read: bool

    def place(self, *, by_day: bool) -> tuple[bool, date | datetime, UUID, int]:
        """Give its place: by when it happened; what may not be read stands last, and tells nothing of when."""
        at = self.event.act.at
        when = at if self.may_be_read and not by_day else day_of(at)
        return not self.may_be_read, when, self.item.id, self.event.originator_version


def reasons(reach: Reach, question: Why, answer: Reasons) -> Reasons:
    """
    Tell what a figure rests on, in the order in which it happened.

    :raises AccessDenied: if it is a number of a sensitive network on whose page this role sees a band
    """
    is_renamed = False
    if answer.report is not None:
        is_renamed = question.network is None or is_sensitive_now(reach, question.network)
        answer = _as_evaluated(reach, question, answer, answer.report)
    elif question.about is not None and question.figure not in COUNTS_NOBODY and not counts_exactly(reach, question.about):
        raise reach.denied()
    found = sorted(
        _behind(reach, answer, is_renamed=is_renamed),
        key=lambda each: each.place(by_day=sees_days(question, reach.session.role)),
    )
    before = int(question.after) if question.after is not None and question.after.isdigit() else 0
    return _page(reach, answer, found[before : before + question.limit], before, len(found))


def _as_evaluated(reach: Reach, question: Why, answer: Reasons, report: EvaluationReport) -> Reasons:
    """Give a figure as an evaluation shows it to everybody."""
    shown = evaluated(report, reach.log, reach.vault)
    (figure,) = (each for each in shown.figures if (each.figure, each.of) == (question.figure, question.network))
    same = ("value", "unit", "n", "norm", "verdict", "note", "events", "ground", "left_out")
    told = {name: getattr(figure, name) for name in same}
    return answer.model_copy(update={**told, "report": shown.model_copy(update={"figures": (figure,)})})


def _page(reach: Reach, answer: Reasons, found: Sequence[_Behind], before: int, of_all: int) -> Reasons:
    out = tuple(EventLeftOut(event=each.name, why=each.why) for each in found if each.why is not None)
    told = {
        "events": tuple(each.name for each in found if each.part is ReasonPart.COUNTED),
        "ground": tuple(each.name for each in found if each.part is ReasonPart.GROUND),
        "left_out": out,
        "lines": tuple(_lines(reach, found)),
        "told_before": before,
        "more": of_all > before + len(found),
    }
    return answer.model_copy(update=told)


def _parts(answer: Reasons) -> Iterator[tuple[EventName, ReasonPart, WhyLeftOut | None]]:
    yield from ((name, ReasonPart.COUNTED, None) for name in answer.events)
    yield from ((name, ReasonPart.GROUND, None) for name in answer.ground)
    yield from ((each.event, ReasonPart.LEFT_OUT, each.why) for each in answer.left_out)


def _behind(reach: Reach, answer: Reasons, *, is_renamed: bool) -> Iterator[_Behind]:
    """Find the events that are named, but those that are not for who asks."""
    parts = [(UUID(name.partition(":")[0]), int(name.partition(":")[2]), part, why) for name, part, why in _parts(answer)]
    items = reach.log.load_many({item for item, *_ in parts})
    hidden = left_out(reach.log, items.values(), reach.has_seat)
    renamed = left_out(reach.log, (each for each in items.values() if is_renamed and isinstance(each, RENAMED)))
    readable = {item: may_read_history(each, reach) for item, each in items.items()}
    events = _Events(reach.log, items, answer.position)
    for item, named, part, why in parts:
        version = recorded_version(named, renamed.get(str(item), ()))
        if version not in hidden.get(str(item), ()):
            event = events.find(item, version)
            yield _Behind(event, items[item], shown_name(event_name(event), hidden), part, why, readable[item])


@dataclass(frozen=True)
class _Events:
    """The events of some items: as they are known now, or as they were recorded where a mending left them out."""

    log: EventLog
    items: Mapping[UUID, Aggregate]
    position: int

    def find(self, item: UUID, version: int) -> DomainEvent:
        """Give one event."""
        known = next((each for each in self.items[item].life if each.originator_version == version), None)
        if known is not None:
            return known
        (recorded,) = self.log.history(item, until=self.position, after=version - 1, limit=1)
        return recorded.event


def _lines(reach: Reach, found: Sequence[_Behind]) -> Iterator[ReasonLine]:
    readable = [each for each in found if each.may_be_read]
    items = {each.item.id: each.item for each in readable}
    entries = as_shown(reach, items, [EventEntry.of(each.event) for each in readable])
    told = {each.name: entry.model_copy(update={"id": each.name}) for each, entry in zip(readable, entries, strict=True)}
    yield from (_line(each, told.get(each.name)) for each in found)


def _line(behind: _Behind, told: EventEntry | None) -> ReasonLine:
    line = ReasonLine(
        event=behind.name, item=behind.item.id, part=behind.part, why=behind.why, type=None, at=None, recorded_at=None, role=None
    )
    if told is None:
        return line
    return line.model_copy(
        update={"type": told.type, "at": told.at, "recorded_at": told.recorded_at, "role": told.role, "told": told}
    )
