"""The use case of lessons: told by somebody of the core group, or by the bureau for one of them or for all."""

from application.commands import lessons as c
from application.handling import Outcome, handles
from application.work import Work
from domain.acts import Act, Role, day_of
from domain.half_years import half_year_of
from domain.lessons import Lesson, Lessons, lessons_id
from domain.network import Network
from domain.network_errors import NotInCoreGroup


@handles(c.TellLessons)
def tell_lessons(work: Work, command: c.TellLessons) -> Outcome:
    """Tell the lessons of a half year, for the first time or anew."""
    network = work.network(command.network)
    act = _act(work, command, network)
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


def _act(work: Work, command: c.TellLessons, network: Network) -> Act:
    if work.session.role is Role.PARTY_BUREAU and command.person is None:
        return work.act_in_role()
    act = work.act_of_member(command.person, network.id)
    if not network.has_seat(act.by, act.at):
        raise NotInCoreGroup
    return act
