"""The use case of lessons: told by somebody of the core group, or by the bureau for one of them or for all."""

from application.command_context import Work
from application.command_handler import Outcome, handles
from application.commands import lessons as c
from domain.kernel.days import day_of
from domain.kernel.half_years import half_year_of
from domain.networks.lessons import Lesson, Lessons, lessons_id


@handles(c.TellLessons)
def tell_lessons(work: Work, command: c.TellLessons) -> Outcome:
    """Tell the lessons of a half year, for the first time or anew."""
    network = work.network(command.network)
    act = work.act_of_core_group(command.person, network)
    network.must_exist_at(act.at)
    half_year = command.half_year or half_year_of(day_of(act.at))
    lesson = Lesson.model_validate(command.model_dump(include=set(Lesson.model_fields)))
    lessons = work.load(Lessons, lessons_id(network.id, half_year))
    if lessons is None:
        lessons = Lessons.tell(act, network=network.id, half_year=half_year, lesson=lesson)
    else:
        lessons.tell_again(act, lesson=lesson)
    return [lessons], {
        "lessons": str(lessons.id),
        "network": str(network.id),
        "halfYear": half_year,
        "version": lessons.version,
    }
