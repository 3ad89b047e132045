"""Twice a year a core group tells what worked, what did not, and what the party should change."""

from datetime import date

import pytest

from domain.kernel.entries import Mistake
from domain.kernel.errors import CorrectionImpossible, EntryAlreadyWithdrawn, EntryNotCorrectable, EntryNotFound, RecordedTooLate
from domain.kernel.half_years import first_day_of, half_year_of, told_until
from domain.networks.lessons import HalfYearNotBegun, HalfYearOver, Lesson, Lessons, LessonsToldAlready, NoLessonTold, lessons_id
from tests.domain.acting import given, recorded
from tests.domain.examples import LESSON, NETWORK, an_act, an_id, member, noon
from tests.domain.histories import lessons_told_twice, some_lessons

OTHER = Lesson(what_did_not="Te laat begonnen.")
FIRST, SECOND = (f"{lessons_id(NETWORK, '2023-H2')}:{number}" for number in (1, 2))
NEVER = {"mistake": Mistake.DID_NOT_HAPPEN}
WRONG_DAY = {"mistake": Mistake.WRONG_DAY}


def tell(half_year: str, lesson: Lesson = LESSON) -> dict[str, object]:
    return {"network": NETWORK, "half_year": half_year, "lesson": lesson}


def test_lessons_are_told():
    given().when(Lessons.tell, **tell("2023-H2")).then(recorded(Lessons.LessonsTold, **tell("2023-H2")))


@pytest.mark.parametrize("question", Lesson.model_fields)
def test_one_answer_is_enough(question):
    lesson = Lesson(**{question: "Korte avonden."})
    given().when(Lessons.tell, **tell("2023-H2", lesson)).then(recorded(Lessons.LessonsTold, **tell("2023-H2", lesson)))


def test_at_least_one_question_is_answered():
    given().when(Lessons.tell, **tell("2023-H2", Lesson())).refused(NoLessonTold)
    given(some_lessons()).when(Lessons.tell_again, lesson=Lesson()).refused(NoLessonTold)


@pytest.mark.parametrize("at", [noon(1, 1), noon(6, 30), noon(8, 31)])
def test_lessons_of_a_half_year_are_told_until_two_months_after_it(at):
    given().when(Lessons.tell, act=member(at), **tell("2023-H1")).then(recorded(Lessons.LessonsTold, **tell("2023-H1")))


def test_after_two_months_it_is_too_late():
    given().when(Lessons.tell, act=member(noon(9, 1)), **tell("2023-H1")).refused(
        HalfYearOver, half_year="2023-H1", until=date(2023, 8, 31)
    )
    given(some_lessons()).when(Lessons.tell_again, act=member(noon(3, 1, 2024)), lesson=OTHER).refused(
        HalfYearOver, half_year="2023-H2", until=date(2024, 2, 29)
    )


def test_a_half_year_that_is_still_to_come_has_no_lessons():
    given().when(Lessons.tell, **tell("2024-H1")).refused(HalfYearNotBegun, half_year="2024-H1")


def test_lessons_are_told_anew():
    lessons = some_lessons()
    given(lessons).when(Lessons.tell_again, lesson=OTHER).then(recorded(Lessons.LessonsToldAgain, lesson=OTHER))
    assert lessons.lesson == OTHER


def test_the_same_is_not_told_again():
    given(some_lessons()).when(Lessons.tell_again, lesson=LESSON).refused(LessonsToldAlready)


def test_an_older_version_is_not_told_after_a_newer_one():
    given(some_lessons()).when(Lessons.tell_again, act=member(noon(7, 20)), lesson=OTHER).refused(RecordedTooLate, at=noon(7, 20))


# Mended


def test_what_was_told_before_comes_back_when_what_was_told_last_is_withdrawn():
    lessons = lessons_told_twice()
    given(lessons).when(Lessons.withdraw_entry, of=SECOND, **NEVER).then(
        recorded(Lessons.EntryWithdrawn, network=NETWORK, of=SECOND, **NEVER)
    )
    lessons = lessons_told_twice()
    lessons.withdraw_entry(an_act(), of=SECOND, **NEVER)
    assert lessons.lesson == LESSON
    given(lessons).when(Lessons.tell_again, lesson=LESSON).refused(LessonsToldAlready)


def test_what_was_told_last_stays_when_what_was_told_before_is_withdrawn():
    lessons = lessons_told_twice()
    lessons.withdraw_entry(an_act(), of=FIRST, **NEVER)
    assert [telling.event for telling in lessons.told] == [SECOND]
    lessons.withdraw_entry(an_act(), of=SECOND, **NEVER)
    assert lessons.lesson is None


def test_wrong_words_are_withdrawn_and_told_anew_as_of_their_day_also_once_the_half_year_is_over():
    lessons = some_lessons()
    lessons.withdraw_entry(an_act(noon(5, 1, 2024)), of=FIRST, mistake=Mistake.WRONG_WORDS)
    given(lessons).when(Lessons.tell_again, act=member(noon(7, 5)), lesson=LESSON).then(
        recorded(Lessons.LessonsToldAgain, lesson=LESSON)
    )


def test_lessons_were_told_on_another_day():
    given(some_lessons()).when(Lessons.correct_entry, of=FIRST, at=noon(8, 15), **WRONG_DAY).then(
        recorded(Lessons.EntryCorrected, network=NETWORK, of=FIRST, at=noon(8, 15), **WRONG_DAY)
    )
    lessons = some_lessons()
    lessons.correct_entry(an_act(), of=FIRST, at=noon(8, 15), **WRONG_DAY)
    given(lessons).when(Lessons.tell_again, act=member(noon(8, 10)), lesson=OTHER).refused(RecordedTooLate, at=noon(8, 10))


def test_a_day_is_corrected_within_the_time_for_telling():
    correct = Lessons.correct_entry
    given(some_lessons()).when(correct, of=FIRST, at=noon(6, 30), **WRONG_DAY).refused(HalfYearNotBegun, half_year="2023-H2")
    given(some_lessons()).when(correct, of=FIRST, at=noon(3, 1, 2024), **WRONG_DAY).refused(
        HalfYearOver, half_year="2023-H2", until=date(2024, 2, 29)
    )


@pytest.mark.parametrize(("of", "at"), [(FIRST, noon(9, 2)), (SECOND, noon(7, 31))])
def test_what_was_told_last_is_told_last_whatever_day_is_corrected(of, at):
    given(lessons_told_twice()).when(Lessons.correct_entry, of=of, at=at, **WRONG_DAY).refused(CorrectionImpossible, of=of)


def told_twice_and_withdrawn_once() -> Lessons:
    lessons = lessons_told_twice()
    lessons.withdraw_entry(an_act(), of=FIRST, **NEVER)
    return lessons


def test_what_was_withdrawn_is_not_mended_once_more_and_a_mending_is_not_mended():
    mending = told_twice_and_withdrawn_once().last_event
    for of, refusal in ((FIRST, EntryAlreadyWithdrawn), (mending, EntryNotCorrectable)):
        given(told_twice_and_withdrawn_once()).when(Lessons.withdraw_entry, of=of, **NEVER).refused(refusal)
        given(told_twice_and_withdrawn_once()).when(Lessons.correct_entry, of=of, at=noon(8, 2), **WRONG_DAY).refused(refusal)
    given(some_lessons()).when(Lessons.withdraw_entry, of=SECOND, **NEVER).refused(EntryNotFound)


def test_a_network_has_one_set_of_lessons_a_half_year():
    assert some_lessons().id == lessons_id(NETWORK, "2023-H2")
    assert len({lessons_id(network, half) for network in (NETWORK, an_id("other")) for half in ("2023-H1", "2023-H2")}) == 4


@pytest.mark.parametrize(
    ("day", "half_year"),
    [
        (date(2023, 1, 1), "2023-H1"),
        (date(2023, 6, 30), "2023-H1"),
        (date(2023, 7, 1), "2023-H2"),
        (date(2023, 12, 31), "2023-H2"),
    ],
)
def test_a_day_falls_in_a_half_year(day, half_year):
    assert half_year_of(day) == half_year
    assert first_day_of(half_year) <= day


@pytest.mark.parametrize(
    ("half_year", "day"),
    [("2023-H1", date(2023, 8, 31)), ("2023-H2", date(2024, 2, 29)), ("2024-H2", date(2025, 2, 28))],
)
def test_two_months_are_counted_by_the_calendar(half_year, day):
    assert told_until(half_year) == day
