"""Recording, loading and reading on both databases."""

from datetime import timedelta
from threading import Thread
from uuid import uuid4

import pytest

from application.ports.errors import ConcurrentChange, StoreDamaged
from infrastructure.event_store.event_log import StoredEventLog
from tests.infrastructure.event_store.aggregates import Parcel, Tally, a_recorded_tally, record
from tests.infrastructure.event_store.conftest import OpenLog

MANY = 2_000
"""More than a statement takes parameters on an old SQLite."""

LARGE = 8_000_000
"""More than goes through a socket in one piece."""


def test_an_aggregate_is_loaded_as_it_was_recorded(log: StoredEventLog):
    tally = a_recorded_tally(log, 1, 2)
    loaded = log.load(Tally, tally.id)
    assert loaded == tally
    assert loaded is not None
    assert (loaded.total, loaded.version, loaded.pending_events) == (3, 3, [])


def test_nothing_is_loaded_before_anything_happened(log: StoredEventLog):
    assert log.load(Tally, uuid4()) is None


def test_an_id_of_another_kind_is_not_found(log: StoredEventLog):
    assert log.load(Parcel, a_recorded_tally(log).id) is None


def test_several_aggregates_are_loaded_at_once_and_unknown_ones_left_out(log: StoredEventLog):
    first, second = a_recorded_tally(log, 1), a_recorded_tally(log, 1, 1)
    a_recorded_tally(log, 5)
    assert log.load_many([first.id, uuid4(), second.id, first.id]) == {first.id: first, second.id: second}


def test_no_aggregates_are_loaded_when_none_are_asked_for(log: StoredEventLog):
    a_recorded_tally(log)
    assert log.load_many([]) == {}


def test_very_many_aggregates_are_loaded_at_once(log: StoredEventLog):
    tallies = [Tally.begin() for _ in range(MANY)]
    record(log, *tallies)
    assert log.load_many(tally.id for tally in tallies) == {tally.id: tally for tally in tallies}


def test_a_very_large_event_is_recorded(log: StoredEventLog):
    tally = Tally.begin("x" * LARGE)
    # Beside the test: what this guards against is waiting for ever.
    writer = Thread(target=record, args=(log, tally), daemon=True)
    writer.start()
    writer.join(timeout=60)
    assert not writer.is_alive()
    assert log.load(Tally, tally.id) == tally


def test_events_of_several_aggregates_get_consecutive_positions_in_the_order_given(log: StoredEventLog):
    first, second = Tally.begin("first").raise_by(1), Tally.begin("second")
    receipt = record(log, first, second)
    assert [(recorded.position, recorded.event.originator_id) for recorded in log.read(after=0, limit=9)] == [
        (receipt.first, first.id),
        (receipt.first + 1, first.id),
        (receipt.last, second.id),
    ]
    assert receipt.last == receipt.first + 2


def test_recorded_events_are_no_longer_pending(log: StoredEventLog):
    tally = a_recorded_tally(log)
    assert tally.pending_events == []
    record(log, tally.raise_by(1))
    assert log.load(Tally, tally.id) == tally


def test_events_are_the_same_again_but_for_their_recording_time(log: StoredEventLog):
    tally = Tally.begin().raise_by(4)
    pending = list(tally.pending_events)
    record(log, tally)
    assert [
        recorded.event.model_copy(update={"timestamp": happened.timestamp})
        for recorded, happened in zip(log.history(tally.id), pending, strict=True)
    ] == pending


def test_reading_goes_on_after_a_position_up_to_a_limit(log: StoredEventLog):
    a_recorded_tally(log, 1, 2, 3)
    everything = log.read(after=0, limit=9)
    assert len(everything) == 4
    assert log.read(after=everything[0].position, limit=2) == everything[1:3]
    assert log.read(after=everything[-1].position, limit=9) == []


def test_a_history_is_that_of_one_aggregate(log: StoredEventLog):
    tally = a_recorded_tally(log, 1)
    a_recorded_tally(log, 9)
    record(log, tally.raise_by(2))
    assert [recorded.event.originator_version for recorded in log.history(tally.id)] == [1, 2, 3]
    assert {recorded.event.originator_id for recorded in log.history(tally.id)} == {tally.id}


def test_a_history_until_a_position_includes_that_position(log: StoredEventLog):
    tally = a_recorded_tally(log, 1, 2, 3)
    history = log.history(tally.id)
    assert log.history(tally.id, until=history[2].position) == history[:3]
    assert log.history(tally.id, until=0) == []


def test_a_history_is_read_some_at_a_time(log: StoredEventLog):
    tally = a_recorded_tally(log, 1, 2, 3)
    history = log.history(tally.id)
    assert log.history(tally.id, limit=2) == history[:2]
    assert log.history(tally.id, after=2, limit=1) == history[2:3]
    assert log.history(tally.id, after=1, until=history[2].position) == history[1:3]
    assert log.history(tally.id, after=len(history)) == []


def test_the_last_position_is_that_of_the_newest_event(log: StoredEventLog):
    assert log.last_position() == 0
    a_recorded_tally(log, 1)
    newest = a_recorded_tally(log, 1)
    assert log.last_position() == log.history(newest.id)[-1].position


def test_the_second_of_two_writers_of_one_aggregate_is_told(log: StoredEventLog):
    tally = a_recorded_tally(log)
    mine, theirs = log.load(Tally, tally.id), log.load(Tally, tally.id)
    assert mine is not None
    assert theirs is not None
    record(log, theirs.raise_by(10))
    before = log.read(after=0, limit=9)
    bystander = Tally.begin()
    with pytest.raises(ConcurrentChange):
        record(log, bystander, mine.raise_by(1))
    assert log.read(after=0, limit=9) == before
    assert log.load(Tally, bystander.id) is None
    assert log.load(Tally, tally.id) == theirs


def test_what_could_not_be_recorded_stays_pending(log: StoredEventLog):
    tally = a_recorded_tally(log)
    mine = log.load(Tally, tally.id)
    assert mine is not None
    record(log, tally.raise_by(1))
    with pytest.raises(ConcurrentChange):
        record(log, mine.raise_by(1))
    assert [type(happened) for happened in mine.pending_events] == [Tally.TallyRaised]


def test_gaps_between_positions_are_harmless(log: StoredEventLog):
    first = a_recorded_tally(log)
    for _ in range(3):
        with pytest.raises(ConcurrentChange):
            record(log, Tally.begin(tally=first.id))
    second = a_recorded_tally(log)
    positions = [recorded.position for recorded in log.read(after=0, limit=9)]
    assert len(positions) == 2
    assert log.read(after=positions[0], limit=1)[0].event.originator_id == second.id
    assert log.last_position() == positions[1]


def test_a_log_is_the_same_after_it_was_closed_and_opened(database_url: str, open_log: OpenLog):
    log = open_log(database_url)
    tally = a_recorded_tally(log, 1, 2)
    before = log.read(after=0, limit=9)
    log.close()
    again = open_log(database_url)
    assert again.read(after=0, limit=9) == before
    assert again.load(Tally, tally.id) == tally


def test_a_history_with_a_hole_is_damage(log: StoredEventLog):
    tally = Tally.begin().raise_by(1).raise_by(1)
    del tally.pending_events[1]
    record(log, tally)
    with pytest.raises(StoreDamaged, match=f"{tally.id}:3 does not follow"):
        log.load(Tally, tally.id)


def test_an_event_that_no_release_knows_is_damage(database_url: str, open_log: OpenLog, monkeypatch: pytest.MonkeyPatch):
    log = open_log(database_url)
    tally = Tally.begin()
    with monkeypatch.context() as patched:
        patched.setattr(Tally.TallyBegun, "TOPIC", "TestTallyForgotten")
        forgetful = open_log(database_url)
        record(forgetful, tally)
    with pytest.raises(StoreDamaged, match="TestTallyForgotten"):
        log.load(Tally, tally.id)


def test_the_time_of_the_database_goes_on(log: StoredEventLog):
    before = log.now()
    tally = a_recorded_tally(log)
    recorded_at = log.history(tally.id)[0].event.timestamp
    assert before <= recorded_at <= log.now()
    assert log.now() - before < timedelta(minutes=1)
