"""The recording time is the store's, and goes the way of the log."""

from datetime import UTC, datetime, timedelta, timezone
from threading import Thread
from uuid import uuid4

import pytest

from domain.kernel.log import Log
from infrastructure.event_store.event_log import StoredEventLog
from tests.infrastructure.event_store.aggregates import ACT, Tally, a_recorded_tally, record

MONDAY = datetime(2022, 6, 27, 9, 30, 0, 123456, tzinfo=UTC)


def a_log(*, demo: bool) -> Log:
    return Log.open(ACT, log=uuid4(), demo=demo)


def times(log: StoredEventLog) -> list[datetime]:
    return [recorded.event.timestamp for recorded in log.read(after=0, limit=1_000)]


def test_all_events_of_a_command_are_recorded_at_one_time(log: StoredEventLog):
    record(log, Tally.begin().raise_by(1), Tally.begin())
    assert len(set(times(log))) == 1


def test_recording_times_keep_the_order_of_the_log_under_six_writers(log: StoredEventLog):
    def write() -> None:
        for _ in range(25):
            a_recorded_tally(log, 1)

    before = log.now()
    threads = [Thread(target=write) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(times(log)) == 300
    assert times(log) == sorted(times(log))
    assert before <= times(log)[0] < times(log)[-1] <= log.now()


def test_the_last_position_at_an_instant_includes_what_was_recorded_then(log: StoredEventLog):
    record(log, a_log(demo=True), recorded_at=MONDAY)
    on_monday = record(log, Tally.begin().raise_by(1), recorded_at=MONDAY)
    on_tuesday = record(log, Tally.begin(), recorded_at=MONDAY + timedelta(days=1))
    assert log.position_at(MONDAY - timedelta(microseconds=1)) == 0
    assert log.position_at(MONDAY) == on_monday.last
    assert log.position_at(MONDAY.astimezone(timezone(timedelta(hours=2)))) == on_monday.last
    assert log.position_at(MONDAY + timedelta(hours=23)) == on_monday.last
    assert log.position_at(MONDAY + timedelta(days=1)) == on_tuesday.last == log.position_at(log.now())


def test_nothing_was_recorded_in_an_empty_log(log: StoredEventLog):
    assert log.position_at(log.now()) == 0


def test_a_demo_log_tells_when_its_events_were_recorded(log: StoredEventLog):
    record(log, a_log(demo=True), recorded_at=MONDAY)
    record(log, Tally.begin(), recorded_at=MONDAY + timedelta(microseconds=1))
    assert times(log) == [MONDAY, MONDAY + timedelta(microseconds=1)]


def test_what_a_demo_decided_before_others_recorded_is_recorded_just_after_theirs(log: StoredEventLog):
    record(log, a_log(demo=True), recorded_at=MONDAY)
    record(log, Tally.begin(), recorded_at=MONDAY - timedelta(days=1))
    assert times(log) == [MONDAY, MONDAY + timedelta(microseconds=1)]


def test_a_demo_that_chooses_no_time_goes_on_by_the_clock(log: StoredEventLog):
    record(log, a_log(demo=True), recorded_at=MONDAY)
    before = log.now()
    a_recorded_tally(log)
    assert times(log)[1] >= before


def test_after_a_demo_in_the_future_time_does_not_go_back_and_no_two_commands_share_one(log: StoredEventLog):
    future = log.now() + timedelta(days=1)
    record(log, a_log(demo=True), recorded_at=future)
    a_recorded_tally(log)
    record(log, Tally.begin(), Tally.begin())
    later = [future + timedelta(microseconds=number) for number in range(3)]
    assert times(log) == [*later, later[-1]]
    assert log.now() == later[-1]


def test_a_log_that_is_no_demo_chooses_no_times(log: StoredEventLog):
    with pytest.raises(ValueError, match="only a log whose first event says demo"):
        record(log, a_log(demo=False), recorded_at=MONDAY)
    record(log, a_log(demo=False))
    with pytest.raises(ValueError, match="only a log whose first event says demo"):
        record(log, Tally.begin(), recorded_at=log.now())
    assert len(times(log)) == 1


def test_a_log_that_does_not_say_whose_it_is_chooses_no_times(log: StoredEventLog):
    with pytest.raises(ValueError, match="only a log whose first event says demo"):
        record(log, recorded_at=MONDAY)
    a_recorded_tally(log)
    with pytest.raises(ValueError, match="only a log whose first event says demo"):
        record(log, a_log(demo=True), recorded_at=log.now())
    assert len(times(log)) == 1
