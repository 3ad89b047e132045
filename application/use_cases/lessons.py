"""The use case of lessons: told by somebody of the core group, or by the bureau for one of them or for all."""

from application.command_context import CommandContext, Outcome
from application.commands.lessons import LessonsAnswer, TellLessons
from domain.kernel.days import day_of
from domain.kernel.half_years import half_year_of
from domain.networks.lessons import Lesson, Lessons, lessons_id


def tell_lessons(context: CommandContext, command: TellLessons) -> Outcome:
    network = context.network(command.network)
    act = context.act_of_core_group(command.person, network)
    network.must_exist_at(act.at)
    half_year = command.half_year or half_year_of(day_of(act.at))
    network.must_have_begun_in(half_year)
    lesson = Lesson.model_validate(command.model_dump(include=set(Lesson.model_fields)))
    lessons = context.load(Lessons, lessons_id(network.id, half_year))
    if lessons is None:
        lessons = Lessons.tell(act, network=network.id, half_year=half_year, lesson=lesson)
    else:
        lessons.tell_again(act, lesson=lesson)
    return [lessons], LessonsAnswer(lessons=lessons.id, network=network.id, half_year=half_year, version=len(lessons.told))
