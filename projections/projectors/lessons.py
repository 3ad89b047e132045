"""From events to facts: a row for each telling, also where it was withdrawn (it says of which network), and for each answer."""

from sqlalchemy import Table

from domain.kernel.acts import EventName
from domain.networks.lessons import Lessons
from projections.projectors.registry import projects
from projections.projectors.row_writer import RowWriter
from projections.store.bulk_writes import Row
from projections.store.instants import micros
from projections.store.tables import lesson_answers, lessons


@projects(Lessons.LessonsTold)
def lessons_told(writer: RowWriter, event: Lessons.LessonsTold) -> None:
    _told(writer, event, network=str(event.network), half_year=event.half_year)


@projects(Lessons.LessonsToldAgain)
def lessons_told_again(writer: RowWriter, event: Lessons.LessonsToldAgain) -> None:
    first, *_ = writer.of(lessons)
    _told(writer, event, network=first["network"], half_year=first["half_year"])


def _told(writer: RowWriter, event: Lessons.LessonsTold | Lessons.LessonsToldAgain, **of: str) -> None:
    writer.add(lessons, **of, number=event.originator_version, stands=True, **event.lesson.model_dump())


@projects(Lessons.LessonsAnswered)
def lessons_answered(writer: RowWriter, event: Lessons.LessonsAnswered) -> None:
    first, *_ = writer.of(lessons)
    telling, number = _number(event.telling), event.originator_version
    writer.add(lesson_answers, network=first["network"], telling=telling, answer=event.answer, number=number)


@projects(Lessons.EntryCorrected)
def lessons_corrected(writer: RowWriter, event: Lessons.EntryCorrected) -> None:
    """They were told or answered at another moment, and are still called by the event that said so."""
    table, row = _entry(writer, event.of)
    writer.mend(table, row, at=micros(event.at))


@projects(Lessons.EntryWithdrawn)
def lessons_withdrawn(writer: RowWriter, event: Lessons.EntryWithdrawn) -> None:
    table, row = _entry(writer, event.of)
    if table is lessons:
        writer.mend(lessons, row, stands=False)
    else:
        writer.drop(table, row)


def _entry(writer: RowWriter, of: EventName) -> tuple[Table, Row]:
    number = _number(of)
    rows = ((table, row) for table in (lessons, lesson_answers) for row in writer.of(table))
    return next((table, row) for table, row in rows if row["number"] == number)


def _number(of: EventName) -> int:
    return int(of.rpartition(":")[2])
