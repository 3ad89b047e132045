"""
Lessons: what a core group tells twice a year about what worked, what did not, and what the party should change.

The National Board answers what should change. An answer is one to a telling, and holds for as long as the core group
says the same: other lessons that it tells anew ask nothing else of the board.
"""

from collections.abc import Sequence
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


class NoChangeTold(DomainError):
    """The board answers what the party should change; by then the core group had told nothing of that."""


class LessonsAnsweredAlready(DomainError):
    """A newer answer says something else."""


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


class BoardAnswer(NamedTuple):
    """One answer of the board that stands: which event gave it, when, to which telling, and what."""

    event: EventName
    at: datetime
    telling: EventName
    answer: str


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

    class LessonsAnswered(Aggregate.Event):
        """The National Board answered what the party should change."""

        telling: EventName
        answer: Text

    class EntryCorrected(Correction, Aggregate.Event):
        """Lessons were told, or answered, on another day than was recorded."""

        network: UUID

    class EntryWithdrawn(Withdrawal, Aggregate.Event):
        """That these lessons were told, or answered so, was a mistake and no longer counts: what was said before does."""

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

    def answer(self, act: Act, *, answer: str) -> None:
        """
        Answer as the board what the core group wanted the party to change by then; answered again, the newest counts.

        :raises NoChangeTold: if it had told nothing of that
        :raises RecordedTooLate: if an answer that stands was given later than this
        :raises LessonsAnsweredAlready: if what counts says the same
        """
        told = [telling for telling in self.told if telling.at <= act.at]
        if not told or told[-1].lesson.what_to_change is None:
            raise NoChangeTold
        if self.answers:
            act.must_follow(self.answers[-1].at)
        before = self.answer_to(told[-1])
        if before is not None and before.answer == answer:
            raise LessonsAnsweredAlready
        self.trigger_event(self.LessonsAnswered, act=act, telling=told[-1].event, answer=answer)

    def correct_entry(self, act: Act, *, of: EventName, at: datetime, mistake: Mistake) -> None:
        """
        Record that lessons were told, or answered, on another day.

        Other words are no correction: what was said is withdrawn, and said anew as of its day.

        :raises EntryNotFound, EntryAlreadyWithdrawn, EntryNotCorrectable: if there is no such entry that stands
        :raises HalfYearNotBegun, HalfYearOver: if they could not be told on that day
        :raises CorrectionImpossible: if what was said before or after it would change places with it
        """
        self.mendable(of, [self.LessonsTold, self.LessonsToldAgain, self.LessonsAnswered])
        if self.is_told_by(of):
            _must_be_in_time(at, self.half_year)
        before, after = self._beside(of)
        if any(at < each for each in before) or any(each < at for each in after):
            raise CorrectionImpossible(of=of)
        self.trigger_event(self.EntryCorrected, act=act, network=self.network, of=of, at=at, mistake=mistake)

    def withdraw_entry(self, act: Act, *, of: EventName, mistake: Mistake) -> None:
        """
        Record that lessons were never told or answered so: what was said before counts again, or nothing was said.

        :raises EntryNotFound, EntryAlreadyWithdrawn, EntryNotCorrectable: if there is no such entry that stands
        :raises CorrectionImpossible: if the board answered it: its answer is withdrawn first
        """
        self.mendable(of, [self.LessonsTold, self.LessonsToldAgain, self.LessonsAnswered])
        if any(each.telling == of for each in self.answers):
            raise CorrectionImpossible(of=of)
        self.trigger_event(self.EntryWithdrawn, act=act, network=self.network, of=of, mistake=mistake)

    def is_told_by(self, of: EventName) -> bool:
        """Say whether an entry told lessons, and did not answer them."""
        return any(telling.event == of for telling in self.told)

    def answer_to(self, telling: ToldLesson) -> BoardAnswer | None:
        """Give the answer that counts for what a telling wants changed: the newest to a telling that wanted the same."""
        wanted = {each.event: each.lesson.what_to_change for each in self.told}
        given = [each for each in self.answers if wanted[each.telling] == telling.lesson.what_to_change]
        return given[-1] if given else None

    def _beside(self, of: EventName) -> tuple[list[datetime], list[datetime]]:
        """Give when that was said which came before an entry, and which came after it."""
        said: Sequence[ToldLesson | BoardAnswer] = self.told if self.is_told_by(of) else self.answers
        place = [each.event for each in said].index(of)
        before, after = ([each.at for each in some] for some in (said[:place], said[place + 1 :]))
        for answer in self.answers:
            if answer.event == of:
                before += [telling.at for telling in self.told if telling.event == answer.telling]
            elif answer.telling == of:
                after.append(answer.at)
        return before, after

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
        self.answers: tuple[BoardAnswer, ...] = ()

    @event(LessonsToldAgain)
    def _told_again(self, act: Act, lesson: Lesson) -> None:
        self.told += (ToldLesson(self.next_event, act.at, lesson),)

    @event(LessonsAnswered)
    def _answered(self, act: Act, telling: EventName, answer: str) -> None:
        self.answers += (BoardAnswer(self.next_event, act.at, telling, answer),)

    @event(EntryWithdrawn)
    def _entry_withdrawn(self, of: EventName) -> None:
        self.told = tuple(telling for telling in self.told if telling.event != of)
        self.answers = tuple(answer for answer in self.answers if answer.event != of)


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
