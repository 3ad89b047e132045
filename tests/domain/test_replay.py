"""Replay equals life: whatever was decided or refused, the events alone tell the same."""

import pytest
from hypothesis import given as whatever
from hypothesis import strategies as st

from domain.all_aggregates import AGGREGATES
from domain.kernel.entries import is_possible
from domain.networks.meeting import Meeting
from domain.networks.membership import Membership
from domain.networks.network import Network
from tests.domain.acting import new_events, replayed
from tests.domain.random_lives import LIVES, an_early_meeting, live


def test_every_kind_of_aggregate_lives():
    assert set(LIVES) == set(AGGREGATES)


@pytest.mark.parametrize("aggregate", AGGREGATES)
@whatever(data=st.data())
def test_replaying_the_events_of_a_life_gives_an_equal_aggregate(aggregate, data):
    beginnings, steps = LIVES[aggregate]
    lived = data.draw(st.sampled_from(beginnings))()
    events = new_events(lived)

    def nothing_is_left_out():
        events.extend(new_events(lived))
        assert replayed(events) == lived

    taken = data.draw(st.lists(st.one_of(steps), max_size=20)) if steps else []
    live(lived, taken, after_each=nothing_is_left_out)
    nothing_is_left_out()
    assert [happened.originator_version for happened in events] == list(range(1, len(events) + 1))


@pytest.mark.parametrize("aggregate", [Network, Membership])
@whatever(data=st.data())
def test_whatever_was_recorded_and_corrected_can_have_happened(aggregate, data):
    beginnings, steps = LIVES[aggregate]
    lived = data.draw(st.sampled_from(beginnings))()
    live(lived, data.draw(st.lists(st.one_of(steps), max_size=20)))
    entries = lived.seats.entries.values() if isinstance(lived, Network) else [lived.entries]
    assert all(is_possible(each) for each in entries)


@whatever(data=st.data())
def test_a_meeting_is_planned_held_cancelled_or_withdrawn_and_one_of_them_only(data):
    meeting = an_early_meeting()
    taken = data.draw(st.lists(st.one_of(LIVES[Meeting][1]), min_size=15, max_size=20))

    def it_stands_in_one_way():
        assert sum((meeting.withdrawn, meeting.held is not None, meeting.cancelled is not None)) <= 1
        if meeting.held is not None:
            assert len(meeting.held.attendees) <= meeting.held.present
            assert not meeting.was_planned or meeting.begun_at <= meeting.held.at

    live(meeting, taken, after_each=it_stands_in_one_way)
