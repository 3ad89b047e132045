"""The National Board answers what a core group says that the party should change."""

import pytest

from domain.kernel.acts import NATIONAL_BOARD, Role
from domain.kernel.entries import Mistake
from domain.kernel.errors import CorrectionImpossible, EntryAlreadyWithdrawn, RecordedTooLate
from domain.networks.lessons import Lesson, Lessons, LessonsAnsweredAlready, NoChangeTold, lessons_id
from tests.domain.acting import given, recorded
from tests.domain.examples import LESSON, NETWORK, an_act, board, member, noon
from tests.domain.histories import answered_lessons, lessons_told_twice, some_lessons

FIRST, SECOND, THIRD = (f"{lessons_id(NETWORK, '2023-H2')}:{number}" for number in (1, 2, 3))
HALL, LATER = "Er komt een vaste zaal.", "Dat kan pas volgend jaar."
WRONG_DAY = {"mistake": Mistake.WRONG_DAY}
WRONG_WORDS = {"mistake": Mistake.WRONG_WORDS}


def what_counts(lessons: Lessons) -> str | None:
    answer = lessons.answer_to(lessons.told[-1])
    return None if answer is None else answer.answer


def test_the_board_answers_what_should_change():
    lessons = some_lessons()
    given(lessons).when(Lessons.answer, act=board(noon(8, 15)), answer=HALL).then(
        recorded(Lessons.LessonsAnswered, telling=FIRST, answer=HALL)
    )
    act = lessons.life[-1].act
    assert (what_counts(lessons), act.by, act.role) == (HALL, NATIONAL_BOARD, Role.NATIONAL_BOARD)


def test_the_board_answers_at_any_time_also_long_after_the_half_year():
    given(some_lessons()).when(Lessons.answer, act=board(noon(5, 1, 2024)), answer=HALL).then(
        recorded(Lessons.LessonsAnswered, telling=FIRST, answer=HALL)
    )


def test_where_nothing_should_change_there_is_nothing_to_answer():
    given(lessons_told_twice()).when(Lessons.answer, act=board(noon(9, 2)), answer=HALL).refused(NoChangeTold)
    given(some_lessons()).when(Lessons.answer, act=board(noon(7, 15)), answer=HALL).refused(NoChangeTold)


def test_nor_once_all_that_was_told_was_withdrawn():
    lessons = some_lessons()
    lessons.withdraw_entry(an_act(), of=FIRST, **WRONG_WORDS)
    given(lessons).when(Lessons.answer, act=board(), answer=HALL).refused(NoChangeTold)


def test_an_answer_that_is_typed_late_is_to_what_was_told_by_then():
    given(lessons_told_twice()).when(Lessons.answer, act=board(noon(8, 15)), answer=HALL).then(
        recorded(Lessons.LessonsAnswered, telling=FIRST, answer=HALL)
    )


def test_the_board_answers_anew_and_the_newest_counts():
    lessons = answered_lessons()
    given(lessons).when(Lessons.answer, act=board(noon(9, 1)), answer=LATER).then(
        recorded(Lessons.LessonsAnswered, telling=FIRST, answer=LATER)
    )
    assert what_counts(lessons) == LATER


def test_the_same_is_not_answered_again():
    given(answered_lessons()).when(Lessons.answer, act=board(noon(9, 1)), answer=HALL).refused(LessonsAnsweredAlready)


def test_an_older_answer_is_not_recorded_after_a_newer_one():
    given(answered_lessons()).when(Lessons.answer, act=board(noon(8, 10)), answer=LATER).refused(RecordedTooLate, at=noon(8, 10))


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        (Lesson(what_worked="Lange avonden.", what_to_change=LESSON.what_to_change), HALL),
        (Lesson(what_to_change="Een vaste koffiezetter."), None),
        (Lesson(what_worked="Lange avonden."), None),
    ],
)
def test_an_answer_holds_for_as_long_as_the_core_group_says_the_same(told: Lesson, counts: str | None):
    lessons = answered_lessons()
    lessons.tell_again(member(noon(9, 1)), lesson=told)
    assert what_counts(lessons) == counts


# Mended


def test_an_answer_was_given_on_another_day():
    given(answered_lessons()).when(Lessons.correct_entry, of=SECOND, at=noon(8, 20), **WRONG_DAY).then(
        recorded(Lessons.EntryCorrected, network=NETWORK, of=SECOND, at=noon(8, 20), **WRONG_DAY)
    )
    given(answered_lessons()).when(Lessons.correct_entry, of=SECOND, at=noon(3, 1, 2024), **WRONG_DAY).then(
        recorded(Lessons.EntryCorrected, network=NETWORK, of=SECOND, at=noon(3, 1, 2024), **WRONG_DAY)
    )


@pytest.mark.parametrize(("of", "at"), [(SECOND, noon(7, 31)), (FIRST, noon(8, 16))])
def test_what_is_answered_was_told_before_whatever_day_is_corrected(of, at):
    given(answered_lessons()).when(Lessons.correct_entry, of=of, at=at, **WRONG_DAY).refused(CorrectionImpossible, of=of)


@pytest.mark.parametrize(("of", "at"), [(SECOND, noon(9, 2)), (THIRD, noon(8, 14))])
def test_answers_do_not_change_places(of, at):
    lessons = answered_lessons()
    lessons.answer(board(noon(9, 1)), answer=LATER)
    given(lessons).when(Lessons.correct_entry, of=of, at=at, **WRONG_DAY).refused(CorrectionImpossible, of=of)


def test_an_earlier_answer_comes_back_when_the_later_is_withdrawn_and_then_there_is_none():
    lessons = answered_lessons()
    lessons.answer(board(noon(9, 1)), answer=LATER)
    lessons.withdraw_entry(an_act(), of=THIRD, **WRONG_WORDS)
    assert what_counts(lessons) == HALL
    lessons.withdraw_entry(an_act(), of=SECOND, **WRONG_WORDS)
    assert what_counts(lessons) is None
    given(lessons).when(Lessons.withdraw_entry, of=SECOND, **WRONG_WORDS).refused(EntryAlreadyWithdrawn)


def test_what_was_answered_is_not_withdrawn_before_its_answer():
    given(answered_lessons()).when(Lessons.withdraw_entry, of=FIRST, **WRONG_WORDS).refused(CorrectionImpossible, of=FIRST)
    lessons = answered_lessons()
    lessons.withdraw_entry(an_act(), of=SECOND, **WRONG_WORDS)
    given(lessons).when(Lessons.withdraw_entry, of=FIRST, **WRONG_WORDS).then(
        recorded(Lessons.EntryWithdrawn, network=NETWORK, of=FIRST, **WRONG_WORDS)
    )
