"""Lessons: what a core group tells twice a year about what worked, what did not, and what the party should change."""

from uuid import UUID, uuid5

from domain.kernel.acts import Act, Immutable
from domain.kernel.days import day_of
from domain.kernel.errors import DomainError
from domain.kernel.events import Aggregate, FirstEvent, event
from domain.kernel.half_years import HalfYear, first_day_of, told_until
from domain.kernel.text import Text


class NoLessonTold(DomainError):
    """Of the three questions at least one is answered."""


class LessonsToldAlready(DomainError):
    """A newer version says something else."""


class HalfYearNotBegun(DomainError):
    """Lessons are about a half year that has begun."""


class HalfYearOver(DomainError):
    """Lessons of a half year are told until two months after it."""


class Lesson(Immutable):
    """The answers to the three questions; each may be left out, and none names anybody."""

    what_worked: Text | None = None
    what_did_not: Text | None = None
    what_to_change: Text | None = None


def lessons_id(network: UUID, half_year: HalfYear) -> UUID:
    return uuid5(network, f"lessons/{half_year}")


class Lessons(Aggregate):
    """The lessons of one network over one half year."""

    # Events

    class LessonsTold(FirstEvent):
        """A core group told what worked, what did not and what the party should change."""

        network: UUID
        half_year: HalfYear
        lesson: Lesson

    class LessonsToldAgain(Aggregate.Event):
        """A core group told its lessons anew; what it told before stays in the history."""

        lesson: Lesson

    # Decisions

    @classmethod
    def tell(cls, act: Act, *, network: UUID, half_year: HalfYear, lesson: Lesson) -> "Lessons":
        """
        Tell the lessons of a half year.

        :raises HalfYearNotBegun, HalfYearOver: if the half year is still to come, or ended more than two months ago
        :raises NoLessonTold: if none of the three questions is answered
        """
        _must_be_told_now(act, half_year, lesson)
        return cls._begin(
            cls.LessonsTold, lessons_id(network, half_year), act=act, network=network, half_year=half_year, lesson=lesson
        )

    def tell_again(self, act: Act, *, lesson: Lesson) -> None:
        """
        Tell them anew.

        :raises HalfYearNotBegun, HalfYearOver, NoLessonTold: as for telling them
        :raises RecordedTooLate: if a newer version was told later than this
        :raises LessonsToldAlready: if it says the same
        """
        _must_be_told_now(act, self.half_year, lesson)
        act.must_follow(self.newest_at)
        if lesson == self.lesson:
            raise LessonsToldAlready
        self.trigger_event(self.LessonsToldAgain, act=act, lesson=lesson)

    # Changes

    @event(LessonsTold)
    def __init__(self, network: UUID, half_year: HalfYear, lesson: Lesson) -> None:
        self.network = network
        self.half_year = half_year
        self.lesson = lesson

    @event(LessonsToldAgain)
    def _told_again(self, lesson: Lesson) -> None:
        self.lesson = lesson


def _must_be_told_now(act: Act, half_year: HalfYear, lesson: Lesson) -> None:
    today, last_day = day_of(act.at), told_until(half_year)
    if today < first_day_of(half_year):
        raise HalfYearNotBegun(half_year=half_year)
    if today > last_day:
        raise HalfYearOver(half_year=half_year, until=last_day)
    if not any(lesson.model_dump().values()):
        raise NoLessonTold
