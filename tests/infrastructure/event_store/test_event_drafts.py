"""What is too much for memory is drafted on disk, known to its command alone, and recorded as a whole."""

from uuid import UUID, uuid4

import pytest

from application.ports.errors import ConcurrentChange
from application.ports.event_log import EventDraft, Receipt
from infrastructure.event_store.event_log import StoredEventLog
from infrastructure.event_store.recorder import AT_ONCE
from tests.infrastructure.event_store.aggregates import DIGEST, Tally, a_recorded_tally, record


def recorded(draft: EventDraft, command: UUID | None = None) -> Receipt:
    return draft.record((), command=command or uuid4(), digest=DIGEST, answer={})


@pytest.mark.parametrize("count", [1, AT_ONCE, AT_ONCE + 1, 2 * AT_ONCE + 500])
def test_a_draft_is_recorded_in_its_order_under_one_receipt_at_one_time(log: StoredEventLog, count: int):
    a_recorded_tally(log, 1)
    tallies = [Tally.begin(f"tally {number}") for number in range(count)]
    with log.draft() as draft:
        for tally in tallies:
            draft.add(tally)
        assert len(draft) == count
        receipt = recorded(draft, command := uuid4())
    assert (receipt.first, receipt.last) == (3, count + 2)
    assert log.receipt(command) == receipt
    events = [each.event for each in log.read(after=2, limit=count + 1)]
    assert [each.originator_id for each in events] == [tally.id for tally in tallies]
    assert len({each.timestamp for each in events}) == 1


def test_nobody_else_sees_a_draft_and_nothing_stays_of_one_that_is_not_recorded(log: StoredEventLog):
    tally = Tally.begin()
    with log.draft() as draft, log.draft() as other:
        draft.add(tally)
        assert draft.load_many([tally.id]) == {tally.id: tally}
        assert other.load_many([tally.id]) == log.load_many([tally.id]) == {}
    assert log.last_position() == 0


def test_what_was_added_is_pending_no_longer_and_goes_on(log: StoredEventLog):
    tally = Tally.begin().raise_by(2)
    with log.draft() as draft:
        assert [each.TOPIC for each in draft.add(tally)] == ["TestTallyBegun", "TestTallyRaised"]
        assert draft.add(tally) == []
        again = draft.load_many([tally.id])[tally.id]
        assert isinstance(again, Tally)
        draft.add(again.raise_by(3))
        assert draft.versions([tally.id, uuid4()]) == {tally.id: 3}
        recorded(draft)
    known = log.load(Tally, tally.id)
    assert known is not None
    assert known.total == 5


def test_a_draft_goes_on_from_what_is_stored_unless_it_does_not_see_it(log: StoredEventLog):
    tally, hidden = a_recorded_tally(log, 1), a_recorded_tally(log, 7)
    with log.draft(sees={tally.id}) as draft:
        assert draft.load_many([tally.id, hidden.id]) == {tally.id: tally}
        seen = draft.load_many([tally.id])[tally.id]
        assert isinstance(seen, Tally)
        draft.add(seen.raise_by(2))
        draft.add(Tally.begin(tally=hidden.id))
        both = draft.load_many([tally.id, hidden.id])
    assert {item: each.total for item, each in both.items() if isinstance(each, Tally)} == {tally.id: 3, hidden.id: 0}


@pytest.mark.parametrize("before", [0, AT_ONCE])
def test_a_draft_that_another_writer_overtook_records_nothing(log: StoredEventLog, before: int):
    tally = a_recorded_tally(log, 1)
    with log.draft() as draft:
        for _ in range(before):
            draft.add(Tally.begin())
        mine = draft.load_many([tally.id])[tally.id]
        assert isinstance(mine, Tally)
        draft.add(mine.raise_by(2))
        theirs = log.load(Tally, tally.id)
        assert theirs is not None
        record(log, theirs.raise_by(9))
        with pytest.raises(ConcurrentChange):
            recorded(draft, command := uuid4())
    assert (log.last_position(), log.receipt(command)) == (3, None)


def test_a_draft_that_was_recorded_before_gets_its_first_receipt(log: StoredEventLog):
    command = uuid4()
    with log.draft() as draft:
        draft.add(Tally.begin())
        receipt = recorded(draft, command)
        assert recorded(draft, command) == receipt
    assert log.last_position() == 1


def test_an_empty_draft_gets_a_receipt_without_events(log: StoredEventLog):
    with log.draft() as draft:
        assert len(draft) == 0
        receipt = recorded(draft)
    assert (receipt.first, receipt.last) == (1, 0)
