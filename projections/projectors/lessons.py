"""From events to facts: lessons, a row for each telling, also where it was withdrawn: it still says of which network."""

from domain.kernel.acts import EventName
from domain.networks.lessons import Lessons
from projections.projectors.registry import projects
from projections.projectors.row_writer import RowWriter
from projections.store.bulk_writes import Row
from projections.store.instants import micros
from projections.store.tables import lessons


@projects(Lessons.LessonsTold)
def lessons_told(writer: RowWriter, event: Lessons.LessonsTold) -> None:
    _told(writer, event, network=str(event.network), half_year=event.half_year)


@projects(Lessons.LessonsToldAgain)
def lessons_told_again(writer: RowWriter, event: Lessons.LessonsToldAgain) -> None:
    first, *_ = writer.of(lessons)
    _told(writer, event, network=first["network"], half_year=first["half_year"])


def _told(writer: RowWriter, event: Lessons.LessonsTold | Lessons.LessonsToldAgain, **of: str) -> None:
    writer.add(lessons, **of, number=event.originator_version, stands=True, **event.lesson.model_dump())


@projects(Lessons.EntryCorrected)
def lessons_corrected(writer: RowWriter, event: Lessons.EntryCorrected) -> None:
    """They were told at another moment, and are still called by the event that told them."""
    row = _telling(writer, event.of)
    writer.mend(lessons, row, at=micros(event.at))


@projects(Lessons.EntryWithdrawn)
def lessons_withdrawn(writer: RowWriter, event: Lessons.EntryWithdrawn) -> None:
    writer.mend(lessons, _telling(writer, event.of), stands=False)


def _telling(writer: RowWriter, of: EventName) -> Row:
    number = int(of.rpartition(":")[2])
    return next(row for row in writer.of(lessons) if row["number"] == number)
