"""Lessons: what a core group tells twice a year about what worked, what did not, and what the party should change."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid5

from domain.kernel.acts import Act, EventName, Immutable
from domain.kernel.days import day_of
from domain.kernel.entries import Mistake
from domain.kernel.errors import CorrectionImpossible, DomainError
from domain.kernel.events import Aggregate, FirstEvent, event
from domain.kernel.half_years import HalfYear, first_day_of, told_until
from domain.kernel.mending import Correction, MendableAggregate, Withdrawal
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


class ToldLesson(NamedTuple):
    """One telling that stands: which event told it, when, and what."""

    event: EventName
    at: datetime
    lesson: Lesson


class Lessons(MendableAggregate):
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

    class EntryCorrected(Correction, Aggregate.Event):
        """Lessons were told on another day than was recorded."""

        network: UUID

    class EntryWithdrawn(Withdrawal, Aggregate.Event):
        """That these lessons were told was a mistake and no longer counts: what was told before them does."""

        network: UUID

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
        Tell them anew; also once all that was told was withdrawn, and then on any day on which it could have been told.

        :raises HalfYearNotBegun, HalfYearOver, NoLessonTold: as for telling them
        :raises RecordedTooLate: if what counts was told later than this
        :raises LessonsToldAlready: if it says the same
        """
        _must_be_told_now(act, self.half_year, lesson)
        if self.told:
            act.must_follow(self.told[-1].at)
        if lesson == self.lesson:
            raise LessonsToldAlready
        self.trigger_event(self.LessonsToldAgain, act=act, lesson=lesson)

    def correct_entry(self, act: Act, *, of: EventName, at: datetime, mistake: Mistake) -> None:
        """
        Record that lessons were told on another day.

        Other words are no correction: what was told is withdrawn, and told anew as of its day.

        :raises EntryNotFound, EntryAlreadyWithdrawn, EntryNotCorrectable: if there is no such telling that stands
        :raises HalfYearNotBegun, HalfYearOver: if they could not be told on that day
        :raises CorrectionImpossible: if what was told before or after it would change places with it
        """
        self.mendable(of, [self.LessonsTold, self.LessonsToldAgain])
        _must_be_in_time(at, self.half_year)
        place = [telling.event for telling in self.told].index(of)
        before, after = self.told[:place], self.told[place + 1 :]
        if any(at < telling.at for telling in before) or any(telling.at < at for telling in after):
            raise CorrectionImpossible(of=of)
        self.trigger_event(self.EntryCorrected, act=act, network=self.network, of=of, at=at, mistake=mistake)

    def withdraw_entry(self, act: Act, *, of: EventName, mistake: Mistake) -> None:
        """
        Record that lessons were never told so: what was told before them counts again, or nothing was told.

        :raises EntryNotFound, EntryAlreadyWithdrawn, EntryNotCorrectable: if there is no such telling that stands
        """
        self.mendable(of, [self.LessonsTold, self.LessonsToldAgain])
        self.trigger_event(self.EntryWithdrawn, act=act, network=self.network, of=of, mistake=mistake)

    @property
    def lesson(self) -> Lesson | None:
        """What counts: what was told last, of what stands; None when nothing does."""
        return self.told[-1].lesson if self.told else None

    # Changes

    @event(LessonsTold)
    def __init__(self, act: Act, network: UUID, half_year: HalfYear, lesson: Lesson) -> None:
        self.network = network
        self.half_year = half_year
        self.told: tuple[ToldLesson, ...] = (ToldLesson(f"{self.id}:1", act.at, lesson),)

    @event(LessonsToldAgain)
    def _told_again(self, act: Act, lesson: Lesson) -> None:
        self.told += (ToldLesson(self.next_event, act.at, lesson),)

    @event(EntryWithdrawn)
    def _entry_withdrawn(self, of: EventName) -> None:
        self.told = tuple(telling for telling in self.told if telling.event != of)


def _must_be_told_now(act: Act, half_year: HalfYear, lesson: Lesson) -> None:
    _must_be_in_time(act.at, half_year)
    if not any(lesson.model_dump().values()):
        raise NoLessonTold


def _must_be_in_time(at: datetime, half_year: HalfYear) -> None:
    day, last_day = day_of(at), told_until(half_year)
    if day < first_day_of(half_year):
        raise HalfYearNotBegun(half_year=half_year)
    if day > last_day:
        raise HalfYearOver(half_year=half_year, until=last_day)
