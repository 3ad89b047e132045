"""Use cases of lessons: told by somebody of the core group, or by the bureau for one of them or for all; the board answers."""

from application.command_context import CommandContext, Outcome
from application.commands.lessons import AnswerLessons, LessonsAnswer, TellLessons
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
    return [lessons], _answer(lessons)


def answer_lessons(context: CommandContext, command: AnswerLessons) -> Outcome:
    lessons = context.target(Lessons, command.lessons)
    lessons.answer(context.act_of_board(command.decided), answer=command.answer)
    return [lessons], _answer(lessons)


def _answer(lessons: Lessons) -> LessonsAnswer:
    return LessonsAnswer(lessons=lessons.id, network=lessons.network, half_year=lessons.half_year, version=len(lessons.told))
