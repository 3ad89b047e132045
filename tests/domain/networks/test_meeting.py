"""A meeting is planned, moved, called off or held; a title, a day and a number are enough."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from domain.kernel.entries import Mistake
from domain.kernel.errors import CorrectionImpossible, EntryAlreadyWithdrawn, EntryNotCorrectable, EntryNotFound, RecordedTooLate
from domain.networks.meeting import (
    Appointment,
    Attendance,
    Cancelled,
    EntryHasNoNumber,
    FewerPresentThanNamed,
    Held,
    Meeting,
    MeetingAudience,
    MeetingCancelledAlready,
    MeetingHeldAlready,
    MeetingMode,
    MeetingNotPlannedYet,
    MeetingNotYet,
    MeetingPlannedAlready,
    MeetingPlannedTooLate,
    MeetingWithdrawn,
    NamesNotKept,
)
from tests.domain.acting import given, recorded
from tests.domain.examples import (
    FOUR,
    MEETING,
    MEETING_DAY,
    NETWORK,
    PLANNED,
    TODAY,
    an_act,
    an_id,
    meeting_terms,
    member,
    noon,
    sealed,
)
from tests.domain.histories import (
    a_cancelled_meeting,
    a_held_meeting,
    a_moved_meeting,
    a_planned_meeting,
    a_recorded_meeting,
    a_withdrawn_meeting,
)

ABOUT: dict[str, Any] = {"title": "Isolatie van huurhuizen", "mode": MeetingMode.BOTH, "audience": MeetingAudience.ALL_MEMBERS}
NOT_SAID: dict[str, Any] = {"begins": None, "place": None, "link": None}
EVENING, HALL, ROOM = time(19, 30), "Dorpshuis De Vonk", sealed("a")
PLAN: dict[str, Any] = {"meeting": MEETING, "terms": meeting_terms(), "day": MEETING_DAY, **ABOUT}
RECORD: dict[str, Any] = {"meeting": MEETING, "terms": meeting_terms(), "attendance": Attendance(23), **ABOUT}
HOLD: dict[str, Any] = {"terms": meeting_terms(), "attendance": Attendance(23)}
NAMED = Attendance(23, FOUR[:2])
OVER = [
    (a_held_meeting, MeetingHeldAlready),
    (a_recorded_meeting, MeetingHeldAlready),
    (a_cancelled_meeting, MeetingCancelledAlready),
    (a_withdrawn_meeting, MeetingWithdrawn),
]


def a_meeting_somewhere() -> Meeting:
    """A meeting planned on 1 August for half past seven on 1 September, in a hall and online."""
    return Meeting.plan(member(PLANNED), **PLAN, appointment=Appointment(EVENING, HALL, ROOM))


def entry(number: int) -> str:
    return f"{MEETING}:{number}"


# Planned


def test_a_meeting_is_planned():
    given().when(Meeting.plan, **PLAN).then(
        recorded(Meeting.MeetingPlanned, network=NETWORK, day=MEETING_DAY, **ABOUT, **NOT_SAID)
    )


def test_a_meeting_is_planned_with_its_hour_its_place_and_a_link_that_is_sealed():
    said = {"begins": EVENING, "place": HALL, "link": ROOM}
    given().when(Meeting.plan, **PLAN, appointment=Appointment(EVENING, HALL, ROOM)).then(
        recorded(Meeting.MeetingPlanned, network=NETWORK, day=MEETING_DAY, **ABOUT, **said),
    )


def test_a_meeting_is_not_planned_for_a_day_that_is_over():
    given().when(Meeting.plan, **PLAN | {"day": date(2023, 8, 31)}).refused(MeetingPlannedTooLate, day=date(2023, 8, 31))


def test_what_was_planned_before_its_day_may_be_recorded_after_it():
    given().when(Meeting.plan, act=member(noon(8, 30)), **PLAN | {"day": date(2023, 8, 31)}).then(
        recorded(Meeting.MeetingPlanned, network=NETWORK, **ABOUT, **NOT_SAID, day=date(2023, 8, 31)),
    )


# Moved


def test_a_meeting_is_moved():
    meeting = a_planned_meeting()
    given(meeting).when(Meeting.move, day=date(2023, 9, 8)).then(
        recorded(Meeting.MeetingMoved, day=date(2023, 9, 8), **NOT_SAID),
    )
    assert meeting.day == date(2023, 9, 8)


@pytest.mark.parametrize(
    "appointment", [Appointment(begins=time(20)), Appointment(place="Partijbureau"), Appointment(link=sealed("b"))]
)
def test_a_meeting_moves_to_another_hour_place_or_link_on_its_day(appointment):
    given(a_meeting_somewhere()).when(Meeting.move, day=MEETING_DAY, appointment=appointment).then(
        recorded(Meeting.MeetingMoved, day=MEETING_DAY, **appointment._asdict()),
    )


@pytest.mark.parametrize("appointment", [Appointment(), Appointment(begins=EVENING), Appointment(EVENING, HALL)])
def test_what_stays_as_it_was_is_no_move(appointment):
    given(a_meeting_somewhere()).when(Meeting.move, day=MEETING_DAY, appointment=appointment).refused(
        MeetingPlannedAlready, day=MEETING_DAY
    )


def test_what_a_move_leaves_out_stays_as_it_was():
    meeting = a_meeting_somewhere()
    meeting.move(member(noon(8, 15)), day=date(2023, 9, 8))
    meeting.move(member(noon(8, 16)), day=date(2023, 9, 8), appointment=Appointment(begins=time(20)))
    assert (meeting.day, meeting.begins, meeting.place) == (date(2023, 9, 8), time(20), HALL)


def test_a_meeting_moves_to_another_day():
    given(a_planned_meeting()).when(Meeting.move, day=MEETING_DAY).refused(MeetingPlannedAlready, day=MEETING_DAY)


def test_a_meeting_does_not_move_to_a_day_that_is_over():
    given(a_planned_meeting()).when(Meeting.move, day=date(2023, 8, 31)).refused(MeetingPlannedTooLate, day=date(2023, 8, 31))


def test_what_was_moved_since_is_not_moved_or_called_off_before_that():
    early = member(noon(8, 10))
    given(a_moved_meeting()).when(Meeting.move, act=early, day=date(2023, 9, 15)).refused(RecordedTooLate, at=noon(8, 10))
    given(a_moved_meeting()).when(Meeting.cancel, act=early).refused(RecordedTooLate, at=noon(8, 10))


# Called off


@pytest.mark.parametrize("reason", [None, "De spreker is ziek."])
def test_a_meeting_is_called_off(reason):
    given(a_planned_meeting()).when(Meeting.cancel, reason=reason).then(recorded(Meeting.MeetingCancelled, reason=reason))


# Held


def test_a_meeting_is_held_with_a_number_of_people():
    given(a_planned_meeting()).when(Meeting.hold, **HOLD).then(recorded(Meeting.MeetingHeld, present=23, attendees=()))


def test_a_meeting_that_nobody_planned_was_held():
    given().when(Meeting.record, **RECORD).then(
        recorded(Meeting.MeetingRecorded, network=NETWORK, present=23, attendees=(), **ABOUT),
    )


def test_nobody_came():
    given(a_planned_meeting()).when(Meeting.hold, **HOLD | {"attendance": Attendance(0)}).then(
        recorded(Meeting.MeetingHeld, present=0, attendees=()),
    )


@pytest.mark.parametrize("at", [noon(8, 10), noon(8, 31)], ids=["before it was moved", "after it was moved"])
def test_a_meeting_held_before_its_planned_day_is_recorded_in_one_step(at):
    meeting = a_moved_meeting()
    given(meeting).when(Meeting.hold, act=member(at), **HOLD).then(recorded(Meeting.MeetingHeld, present=23, attendees=()))
    assert meeting.held == Held(event=entry(3), at=at, present=23, attendees=())


def test_a_meeting_is_not_held_before_it_was_planned():
    early = PLANNED - timedelta(seconds=1)
    given(a_planned_meeting()).when(Meeting.hold, act=member(early), **HOLD).refused(MeetingNotPlannedYet, at=PLANNED)


def test_who_names_no_day_means_the_day_that_the_meeting_is_planned_for_once_it_has_come():
    meeting = a_planned_meeting()
    assert [meeting.day_that_has_come(day) for day in (MEETING_DAY, date(2023, 12, 31))] == [MEETING_DAY, MEETING_DAY]
    with pytest.raises(MeetingNotYet):
        meeting.day_that_has_come(MEETING_DAY - timedelta(days=1))


@pytest.mark.parametrize(("history", "refusal"), OVER)
def test_what_is_no_longer_planned_has_no_day_that_comes(history, refusal):
    with pytest.raises(refusal):
        history().day_that_has_come(date(2023, 1, 1))


def test_a_meeting_may_be_held_later_than_planned():
    given(a_planned_meeting()).when(Meeting.hold, act=member(noon(9, 4)), **HOLD).then(
        recorded(Meeting.MeetingHeld, present=23, attendees=()),
    )


@pytest.mark.parametrize(("history", "refusal"), OVER)
def test_what_is_no_longer_planned_is_not_held_moved_or_called_off(history, refusal):
    given(history()).when(Meeting.hold, **HOLD).refused(refusal)
    given(history()).when(Meeting.move, day=date(2023, 10, 1)).refused(refusal)
    given(history()).when(Meeting.cancel).refused(refusal)


# Who was there


def test_by_choice_of_the_network_it_is_kept_who_was_there():
    given(a_planned_meeting()).when(Meeting.hold, **HOLD | {"attendance": NAMED}).then(
        recorded(Meeting.MeetingHeld, present=23, attendees=FOUR[:2]),
    )
    given().when(Meeting.record, **RECORD | {"attendance": NAMED}).then(
        recorded(Meeting.MeetingRecorded, network=NETWORK, present=23, attendees=FOUR[:2], **ABOUT),
    )


def test_of_a_sensitive_network_it_is_not_kept_who_was_there():
    hidden = {"attendance": NAMED, "terms": meeting_terms(sensitive=True)}
    given(a_planned_meeting()).when(Meeting.hold, **HOLD | hidden).refused(NamesNotKept)
    given().when(Meeting.record, **RECORD | hidden).refused(NamesNotKept)


def test_of_a_sensitive_network_it_is_kept_how_many_were_there():
    given(a_planned_meeting()).when(Meeting.hold, **HOLD | {"terms": meeting_terms(sensitive=True)}).then(
        recorded(Meeting.MeetingHeld, present=23, attendees=()),
    )


def test_who_is_named_was_there():
    too_few = {"attendance": Attendance(1, FOUR[:2])}
    given(a_planned_meeting()).when(Meeting.hold, **HOLD | too_few).refused(FewerPresentThanNamed, present=1, named=2)
    given().when(Meeting.record, **RECORD | too_few).refused(FewerPresentThanNamed, present=1, named=2)


# Corrected


def correction(number: int, at: Any = None, present: int | None = None) -> dict[str, Any]:
    return {"of": entry(number), "at": at, "present": present, "mistake": Mistake.WRONG_NUMBER}


@pytest.mark.parametrize(("history", "number"), [(a_held_meeting, 2), (a_recorded_meeting, 1)])
def test_a_wrong_number_is_corrected_and_corrected_again(history, number):
    meeting = history()
    meeting.correct_entry(an_act(), **correction(number, present=1))
    given(meeting).when(Meeting.correct_entry, **correction(number, present=32)).then(
        recorded(Meeting.EntryCorrected, **correction(number, at=TODAY, present=32)),
    )
    assert meeting.held == Held(event=entry(number), at=TODAY, present=32, attendees=())


def test_a_wrong_day_is_corrected_and_the_number_stays():
    meeting = a_held_meeting()
    given(meeting).when(Meeting.correct_entry, **correction(2, at=noon(9, 2))).then(
        recorded(Meeting.EntryCorrected, **correction(2, at=noon(9, 2), present=23)),
    )
    assert meeting.held == Held(event=entry(2), at=noon(9, 2), present=23, attendees=())


def test_a_planned_meeting_was_held_before_its_planned_day_after_all():
    given(a_held_meeting()).when(Meeting.correct_entry, **correction(2, at=noon(8, 31))).then(
        recorded(Meeting.EntryCorrected, **correction(2, at=noon(8, 31), present=23)),
    )


def test_a_meeting_that_nobody_planned_was_held_on_an_earlier_day():
    meeting = a_recorded_meeting()
    given(meeting).when(Meeting.correct_entry, **correction(1, at=noon(7, 1))).then(
        recorded(Meeting.EntryCorrected, **correction(1, at=noon(7, 1), present=12)),
    )


def test_a_meeting_was_called_off_on_another_day():
    meeting = a_cancelled_meeting()
    given(meeting).when(Meeting.correct_entry, **correction(2, at=noon(8, 19))).then(
        recorded(Meeting.EntryCorrected, **correction(2, at=noon(8, 19))),
    )
    assert meeting.cancelled == Cancelled(event=entry(2), at=noon(8, 19))


@pytest.mark.parametrize(("history", "at"), [(a_held_meeting, noon(7, 31)), (a_cancelled_meeting, noon(7, 31))])
def test_a_correction_keeps_the_history_possible(history, at):
    given(history()).when(Meeting.correct_entry, **correction(2, at=at)).refused(CorrectionImpossible, of=entry(2))


def test_a_meeting_that_was_called_off_has_no_number():
    given(a_cancelled_meeting()).when(Meeting.correct_entry, **correction(2, present=3)).refused(EntryHasNoNumber)


def test_whoever_is_named_stays_counted():
    given(a_held_meeting(*FOUR)).when(Meeting.correct_entry, **correction(2, present=3)).refused(
        FewerPresentThanNamed, present=3, named=4
    )


def test_a_day_that_was_planned_is_not_corrected_but_moved():
    for number in (1, 2):
        given(a_moved_meeting()).when(Meeting.correct_entry, **correction(number, at=PLANNED)).refused(
            EntryNotCorrectable, of=entry(number)
        )


def test_only_its_own_entries_are_corrected_or_withdrawn():
    elsewhere = f"{an_id('another-meeting')}:1"
    given(a_held_meeting()).when(Meeting.correct_entry, **correction(2) | {"of": elsewhere}).refused(EntryNotFound, of=elsewhere)
    given(a_held_meeting()).when(Meeting.withdraw_entry, **withdrawal(3)).refused(EntryNotFound, of=entry(3))


# Withdrawn


def withdrawal(number: int) -> dict[str, Any]:
    return {"of": entry(number), "mistake": Mistake.DID_NOT_HAPPEN}


@pytest.mark.parametrize("history", [a_held_meeting, a_cancelled_meeting])
def test_what_was_not_held_or_not_called_off_after_all_is_planned_again(history):
    meeting = history()
    given(meeting).when(Meeting.withdraw_entry, **withdrawal(2)).then(recorded(Meeting.EntryWithdrawn, **withdrawal(2)))
    meeting = history()
    meeting.withdraw_entry(an_act(), **withdrawal(2))
    given(meeting).when(Meeting.hold, **HOLD).then(recorded(Meeting.MeetingHeld, present=23, attendees=()))


@pytest.mark.parametrize("history", [a_planned_meeting, a_recorded_meeting])
def test_a_meeting_that_was_entered_twice_no_longer_counts(history):
    meeting = history()
    given(meeting).when(Meeting.withdraw_entry, **withdrawal(1)).then(recorded(Meeting.EntryWithdrawn, **withdrawal(1)))
    assert (meeting.withdrawn, meeting.held) == (True, None)


@pytest.mark.parametrize("history", [a_held_meeting, a_cancelled_meeting])
def test_the_planning_is_not_taken_away_from_under_what_followed(history):
    given(history()).when(Meeting.withdraw_entry, **withdrawal(1)).refused(CorrectionImpossible, of=entry(1))


@pytest.mark.parametrize(("history", "number"), [(a_planned_meeting, 1), (a_recorded_meeting, 1), (a_held_meeting, 2)])
def test_an_entry_is_withdrawn_once_and_not_corrected_after(history, number):
    meeting = history()
    meeting.withdraw_entry(an_act(), **withdrawal(number))
    given(meeting).when(Meeting.withdraw_entry, **withdrawal(number)).refused(EntryAlreadyWithdrawn, of=entry(number))
    meeting = history()
    meeting.withdraw_entry(an_act(), **withdrawal(number))
    given(meeting).when(Meeting.correct_entry, **correction(number, present=3)).refused(EntryAlreadyWithdrawn, of=entry(number))


def test_a_move_is_not_withdrawn_but_made_anew():
    given(a_moved_meeting()).when(Meeting.withdraw_entry, **withdrawal(2)).refused(EntryNotCorrectable, of=entry(2))
