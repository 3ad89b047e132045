"""The whole log for who looks over it: line by line, without names, now and as it was known at any moment."""

from functools import partial
from http import HTTPStatus
from typing import Any

from application.language.formatting import format_value
from application.language.words import Words
from application.queries.auditing.oversight import CorrectionEntry, CorrectionsMade, ExceptionEntry, ExceptionKind, Exceptions
from application.queries.auditing.record import EventEntry, Events
from domain.kernel.days import day_of
from domain.kernel.entries import Mistake
from infrastructure.tables import TableColumn
from web.drawing.lists import listing
from web.page import Facts, Menu, page
from web.pages.log.narrowing import Narrowed, narrowed
from web.visit import Visit

NAME = Words("Alles wat is vastgelegd", "All that was recorded")
MENDED = Words("Verbeterd en doorgehaald", "Corrected and struck")
OTHERWISE = Words("Uitzonderingen", "Exceptions")
RECORDED_ON, HAPPENED_ON = Words("Vastgelegd op", "Recorded on"), Words("Gebeurd op", "Happened on")
WHAT_HAPPENED, IN_ROLE = Words("Wat er gebeurde", "What happened"), Words("In de rol van", "In the role of")


@page("/logboek", NAME, menu=Menu(22, Words("Geschiedenis", "History"), asks=Events))
def log(visit: Visit) -> Facts:
    """From the beginning, or after a place; what is sealed stays so, and nobody is named."""
    return _listing(visit, narrowed(visit, Events), NAME, (_day(), *_what(visit)))


@page("/logboek/verbeteringen", MENDED)
def corrections(visit: Visit) -> Facts:
    """Each correction beside what stood there."""
    found = narrowed(visit, CorrectionsMade, ("mistake", Mistake))
    of = TableColumn[CorrectionEntry]
    mended = (
        of(Words("Wat er mis was", "What was wrong"), lambda each: each.mistake),
        of(Words("Wat er stond", "What stood there"), lambda each: each.was),
        of(Words("Hoe het nu is", "How it is now"), lambda each: _now(visit, each)),
        of(IN_ROLE, lambda each: each.role),
    )
    return _listing(visit, found, MENDED, (_day(visit), *mended))


@page("/logboek/uitzonderingen", OTHERWISE)
def exceptions(visit: Visit) -> Facts:
    """Each with in what it is one."""
    found = narrowed(visit, Exceptions, ("kind", ExceptionKind))
    of = TableColumn[ExceptionEntry]
    why = of(Words("Waarom dit hier staat", "Why this is here"), lambda each: " ".join(each.why))
    return _listing(visit, found, OTHERWISE, (_day(), why, *_what(visit)))


def _listing(visit: Visit, found: Narrowed, name: Words, columns: tuple[TableColumn[Any], ...]) -> Facts:
    tables = () if found.errors or found.finds_nothing else (visit.table(name, columns, found.listed.items),)
    status = HTTPStatus.BAD_REQUEST if found.errors else HTTPStatus.OK
    return listing(*tables, listed=found.listed, narrowed=found, status=status)


def _day(visit: Visit | None = None) -> TableColumn[EventEntry]:
    """Give the column of the day of recording; where a visit is given, it leads to the history."""
    link = None if visit is None else partial(_history, visit)
    return TableColumn[EventEntry](RECORDED_ON, lambda each: day_of(each.recorded_at), link)


def _history(visit: Visit, of: EventEntry) -> str:
    return visit.address(f"/geschiedenis/{of.aggregate}")


def _what(visit: Visit) -> tuple[TableColumn[EventEntry], ...]:
    """Give the columns that say what happened, when and in what role."""
    of = TableColumn[EventEntry]
    return (
        of(WHAT_HAPPENED, lambda each: each.sentence, partial(_history, visit)),
        of(HAPPENED_ON, lambda each: day_of(each.at)),
        of(IN_ROLE, lambda each: each.role),
    )


def _now(visit: Visit, of: CorrectionEntry) -> str:
    """Say what became of the line."""
    if of.struck:
        return visit.say("Doorgehaald", "Struck")
    if of.corrected_at is None or of.mistake is not Mistake.WRONG_DAY:
        return of.sentence or ""
    return format_value(day_of(of.corrected_at), visit.language)
