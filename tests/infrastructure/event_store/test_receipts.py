"""A command is recorded once, however often it is sent."""

from threading import Barrier, Thread
from typing import Any
from uuid import UUID, uuid4, uuid5

import pytest
from pydantic import JsonValue

from application.ports.errors import CommandIdTaken, ConcurrentChange
from application.ports.event_log import Receipt
from infrastructure.event_store.event_log import StoredEventLog
from tests.infrastructure.event_store.aggregates import DIGEST, Tally, a_recorded_tally, record


def test_a_receipt_keeps_the_answer_beside_the_positions_of_the_events(log: StoredEventLog):
    command = uuid4()
    answer: dict[str, JsonValue] = {"tally": "één", "sizes": [1, 2.5, None], "nested": {"yes": True}, "control": "a\x00b\u2028"}
    receipt = log.record([Tally.begin().raise_by(1)], command=command, digest=DIGEST, answer=answer)
    first, last = (recorded.position for recorded in log.read(after=0, limit=9))
    assert receipt == Receipt(command=command, digest=DIGEST, first=first, last=last, answer=answer)
    assert log.receipt(command) == receipt


def test_an_unknown_command_has_no_receipt(log: StoredEventLog):
    assert log.receipt(uuid4()) is None


def test_the_same_command_again_records_nothing_and_gets_its_first_answer(log: StoredEventLog):
    command = uuid4()
    receipt = log.record([Tally.begin()], command=command, digest=DIGEST, answer={"try": 1})
    again = Tally.begin()
    assert log.record([again], command=command, digest=DIGEST, answer={"try": 2}) == receipt
    assert log.load(Tally, again.id) is None
    assert log.last_position() == receipt.last


def test_the_same_command_with_the_same_events_gets_its_first_answer(log: StoredEventLog):
    command, tally = uuid4(), uuid4()
    receipt = record(log, Tally.begin(tally=tally), command=command)
    assert record(log, Tally.begin(tally=tally), command=command) == receipt


def test_a_command_id_used_for_something_else_is_refused(log: StoredEventLog):
    command = uuid4()
    receipt = record(log, Tally.begin(), command=command)
    with pytest.raises(CommandIdTaken):
        log.record([Tally.begin()], command=command, digest="e" * 64, answer={})
    assert log.receipt(command) == receipt
    assert log.last_position() == receipt.last


def test_a_command_that_changes_nothing_gets_an_empty_range_after_the_newest_event(log: StoredEventLog):
    assert [(record(log).first, record(log).last)] == [(1, 0)]
    a_recorded_tally(log, 1)
    receipt = record(log, command=(command := uuid4()))
    assert (receipt.first, receipt.last) == (log.last_position() + 1, log.last_position())
    assert log.receipt(command) == receipt


def test_a_command_that_met_a_conflict_has_no_receipt(log: StoredEventLog):
    tally, command = a_recorded_tally(log), uuid4()
    with pytest.raises(ConcurrentChange):
        record(log, Tally.begin(tally=tally.id), command=command)
    assert log.receipt(command) is None


@pytest.mark.parametrize("tally", [uuid4(), None], ids=["one aggregate", "two aggregates"])
def test_of_two_threads_with_one_command_one_records_and_both_get_its_answer(log: StoredEventLog, tally: UUID | None):
    rounds = 20
    start = Barrier(2)
    answers: list[list[Receipt]] = [[], []]
    commands = [uuid4() for _ in range(rounds)]

    def send(thread: int) -> None:
        for number, command in enumerate(commands):
            begun = Tally.begin(tally=tally and uuid5(tally, str(number)))
            start.wait(timeout=30)
            answers[thread].append(log.record([begun], command=command, digest=DIGEST, answer={"thread": thread}))

    threads = [Thread(target=send, args=(thread,)) for thread in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers[0] == answers[1]
    assert len(answers[0]) == rounds
    assert [recorded.position for recorded in log.read(after=0, limit=99)] == sorted(receipt.first for receipt in answers[0])


def test_what_must_have_seen_everything_is_recorded_only_when_nothing_came_meanwhile(log: StoredEventLog):
    record(log, Tally.begin())
    seen, late = log.last_position(), Tally.begin()
    record(log, Tally.begin())
    for _ in range(2):
        with pytest.raises(ConcurrentChange):
            log.record([late], command=uuid4(), digest=DIGEST, answer={}, nothing_since=seen)
    assert log.load(Tally, late.id) is None
    command = uuid4()
    fields: dict[str, Any] = {"command": command, "digest": DIGEST, "answer": {}, "nothing_since": log.last_position()}
    receipt = log.record([late], **fields)
    assert log.record([Tally.begin()], **fields) == receipt  # asked again after a lost answer
    assert log.load(Tally, late.id) == late
