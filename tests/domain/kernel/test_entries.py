"""Periods follow from entries that begin and end something, in whatever order they were recorded."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given as whatever
from hypothesis import strategies as st

from domain.kernel.entries import Entry, EntryKind, corrected, in_order, is_possible, periods_of, standing, withdrawn
from domain.kernel.errors import EntryAlreadyWithdrawn, EntryNotCorrectable
from tests.domain.examples import BEGIN, DAY, an_id

ITEM = an_id("item")
BEGINS, ENDS = EntryKind.BEGINS, EntryKind.ENDS


def entry(number, kind, day, *, withdrawn=False):
    return Entry(event=f"{ITEM}:{number}", kind=kind, at=BEGIN + day * DAY, withdrawn=withdrawn)


def as_days(entries):
    """Periods as pairs of days after the beginning, None where one has not ended."""
    return [
        ((period.begun_at - BEGIN).days, None if period.ended_at is None else (period.ended_at - BEGIN).days)
        for period in periods_of(entries)
    ]


@st.composite
def entries(draw):
    """Entries as recorded one after another, on any days, some of them withdrawn."""
    drawn = draw(st.lists(st.tuples(st.sampled_from(EntryKind), st.integers(0, 12), st.booleans()), max_size=10))
    return tuple(entry(number, kind, day, withdrawn=gone) for number, (kind, day, gone) in enumerate(drawn, start=1))


def rerecorded(numbers, of):
    """The same happenings, recorded in another order."""
    return tuple(each._replace(event=f"{ITEM}:{number}") for number, each in zip(numbers, of, strict=True))


# By example


@pytest.mark.parametrize(
    ("happened", "days"),
    [
        ([], []),
        ([(BEGINS, 1)], [(1, None)]),
        ([(BEGINS, 1), (ENDS, 3)], [(1, 3)]),
        ([(BEGINS, 1), (ENDS, 3), (BEGINS, 5)], [(1, 3), (5, None)]),
        ([(BEGINS, 1), (ENDS, 3), (ENDS, 2)], [(1, 2)]),
        ([(BEGINS, 1), (ENDS, 5), (BEGINS, 7), (ENDS, 3)], [(1, 3), (7, None)]),
        ([(ENDS, 1)], []),
        ([(BEGINS, 1), (BEGINS, 2), (ENDS, 3)], [(1, 3)]),
        ([(BEGINS, 1), (ENDS, 1), (BEGINS, 1)], [(1, 1), (1, None)]),
    ],
)
def test_each_beginning_opens_a_period_and_the_earliest_ending_closes_it(happened, days):
    assert as_days(entry(number, *each) for number, each in enumerate(happened, start=1)) == days


def test_a_period_covers_its_first_moment_and_not_its_last():
    (period,) = periods_of([entry(1, BEGINS, 1), entry(2, ENDS, 3)])
    moment = timedelta(microseconds=1)
    assert not period.covers(BEGIN + DAY - moment)
    assert period.covers(BEGIN + DAY)
    assert period.covers(BEGIN + 3 * DAY - moment)
    assert not period.covers(BEGIN + 3 * DAY)


def test_a_period_names_the_events_that_made_it():
    (period,) = periods_of([entry(1, BEGINS, 1), entry(2, ENDS, 3), entry(3, ENDS, 2)])
    assert (period.begun_by, period.ended_by) == (f"{ITEM}:1", f"{ITEM}:3")


def test_the_tenth_event_comes_after_the_ninth():
    assert [each.event for each in in_order([entry(10, ENDS, 1), entry(9, BEGINS, 1)])] == [f"{ITEM}:9", f"{ITEM}:10"]


def test_only_an_entry_that_stands_is_found():
    assert standing([entry(1, BEGINS, 1)], f"{ITEM}:1") == entry(1, BEGINS, 1)
    with pytest.raises(EntryNotCorrectable):
        standing([entry(1, BEGINS, 1)], f"{ITEM}:2")
    with pytest.raises(EntryAlreadyWithdrawn):
        standing([entry(1, BEGINS, 1, withdrawn=True)], f"{ITEM}:1")


# Whatever was recorded


@whatever(entries())
def test_periods_follow_one_another_and_never_overlap(recorded):
    periods = periods_of(recorded)
    for period in periods:
        assert period.ended_at is None or period.begun_at <= period.ended_at
    for earlier, later in pairwise(periods):
        assert earlier.ended_at is not None
        assert earlier.ended_at <= later.begun_at


@whatever(entries(), st.integers(0, 12))
def test_at_most_one_period_covers_a_moment(recorded, day):
    assert sum(period.covers(BEGIN + day * DAY) for period in periods_of(recorded)) <= 1


@whatever(entries())
def test_the_earliest_ending_counts(recorded):
    """Between a beginning and the end of its period nothing else ended."""
    endings = [each.at for each in recorded if each.kind is ENDS and not each.withdrawn]
    for period in periods_of(recorded):
        until = period.ended_at
        assert not [at for at in endings if period.begun_at < at and (until is None or at < until)]
        assert until is None or until in endings


@whatever(st.lists(st.integers(1, 30), max_size=6), st.randoms(use_true_random=False))
def test_the_order_in_which_endings_were_recorded_does_not_matter(days, shuffler):
    endings = [entry(number, ENDS, day) for number, day in enumerate(days, start=2)]
    shuffled = list(endings)
    shuffler.shuffle(shuffled)
    begun = entry(1, BEGINS, 0)
    assert as_days([begun, *rerecorded(range(2, 9)[: len(days)], shuffled)]) == as_days([begun, *endings])


@whatever(entries())
def test_what_was_withdrawn_counts_as_little_as_what_was_never_recorded(recorded):
    assert periods_of(recorded) == periods_of(each for each in recorded if not each.withdrawn)
    assert is_possible(recorded) == is_possible([each for each in recorded if not each.withdrawn])


@whatever(entries())
def test_of_a_possible_history_every_beginning_makes_a_period(recorded):
    beginnings = [each.event for each in in_order(recorded) if each.kind is BEGINS]
    made = [period.begun_by for period in periods_of(recorded)]
    if is_possible(recorded):
        assert made == beginnings


@whatever(entries(), st.integers(1, 10), st.integers(0, 12))
def test_correcting_an_entry_back_leaves_everything_as_it_was(recorded, number, day):
    of = f"{ITEM}:{number}"
    before = {each.event: each.at for each in recorded}
    moved = corrected(recorded, of, BEGIN + day * DAY)
    assert [each.at for each in moved if each.event == of] == [BEGIN + day * DAY] * (of in before)
    assert corrected(moved, of, before.get(of, BEGIN)) == recorded


@whatever(entries(), st.integers(1, 10))
def test_withdrawing_takes_one_entry_away_and_no_other(recorded, number):
    of = f"{ITEM}:{number}"
    assert in_order(withdrawn(recorded, of)) == [each for each in in_order(recorded) if each.event != of]
