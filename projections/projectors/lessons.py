"""From events to facts: lessons."""

from domain.networks.lessons import Lessons
from projections.projectors.registry import projects
from projections.projectors.row_writer import RowWriter
from projections.store.tables import lessons


@projects(Lessons.LessonsTold)
def lessons_told(writer: RowWriter, event: Lessons.LessonsTold) -> None:
    writer.add(
        lessons,
        network=str(event.network),
        half_year=event.half_year,
        version=event.originator_version,
        **event.lesson.model_dump(),
    )


@projects(Lessons.LessonsToldAgain)
def lessons_told_again(writer: RowWriter, event: Lessons.LessonsToldAgain) -> None:
    writer.change(lessons, writer.only(lessons), version=event.originator_version, **event.lesson.model_dump())
