"""From events to facts: lessons."""

from domain.networks.lessons import Lesson, Lessons
from projections.projectors.registry import tells
from projections.projectors.row_writer import Facts
from projections.store.tables import lessons


@tells(Lessons.LessonsTold)
def lessons_told(facts: Facts, event: Lessons.LessonsTold) -> None:
    """A core group tells its lessons."""
    facts.add(
        lessons,
        network=str(event.network),
        half_year=event.half_year,
        version=event.originator_version,
        **_columns(event.lesson),
    )


@tells(Lessons.LessonsToldAgain)
def lessons_told_again(facts: Facts, event: Lessons.LessonsToldAgain) -> None:
    """A core group tells them anew."""
    facts.change(lessons, facts.only(lessons), version=event.originator_version, **_columns(event.lesson))


def _columns(lesson: Lesson) -> dict[str, object]:
    return lesson.model_dump()
