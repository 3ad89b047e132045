"""Entries that begin and end something for a person, and the periods that follow from them, corrections honoured."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from domain.kernel.acts import EventName
from domain.kernel.errors import CorrectionImpossible, EntryAlreadyWithdrawn, EntryNotCorrectable


class EntryKind(StrEnum):
    """What an entry does to a period."""

    BEGINS = "begins"
    ENDS = "ends"
    STATES = "states"
    """It says how something is, and begins or ends nothing."""


class Mistake(StrEnum):
    """Why an entry is corrected or withdrawn. A choice and not a text: a reason must not become a remark about a person."""

    WRONG_DAY = "wrong-day"
    WRONG_PERSON = "wrong-person"
    WRONG_NETWORK = "wrong-network"
    WRONG_NUMBER = "wrong-number"
    WRONG_WORDS = "wrong-words"
    ENTERED_TWICE = "entered-twice"
    DID_NOT_HAPPEN = "did-not-happen"


class Entry(NamedTuple):
    """One entry: which event made it, what it does, and when that happened. Light: a network is replayed for each join."""

    event: EventName
    kind: EntryKind
    at: datetime
    withdrawn: bool = False


class Period(NamedTuple):
    """A time during which something held; ``ended_at`` is the first moment at which it no longer did."""

    begun_by: EventName
    begun_at: datetime
    ended_by: EventName | None = None
    ended_at: datetime | None = None

    def covers(self, moment: datetime) -> bool:
        return self.begun_at <= moment and (self.ended_at is None or moment < self.ended_at)


def periods_of(entries: Iterable[Entry]) -> tuple[Period, ...]:
    """
    Give the periods that follow from entries: each beginning opens one, the earliest ending after it closes it.

    A beginning while one is open and an ending while none is are passed over: the earliest ending counts, whatever
    the order in which endings were recorded.
    """
    periods: list[Period] = []
    for entry in in_order(entries):
        is_open = bool(periods) and periods[-1].ended_at is None
        if entry.kind is EntryKind.BEGINS and not is_open:
            periods.append(Period(begun_by=entry.event, begun_at=entry.at))
        elif entry.kind is EntryKind.ENDS and is_open:
            periods[-1] = periods[-1]._replace(ended_by=entry.event, ended_at=entry.at)
    return tuple(periods)


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Give the entries that stand, as they happened; of one moment as they were recorded."""
    those_that_stand = (entry for entry in entries if not entry.withdrawn)
    return sorted(those_that_stand, key=lambda entry: (entry.at, int(entry.event.rsplit(":", 1)[1])))


def is_possible(entries: Iterable[Entry]) -> bool:
    """Say whether entries can have happened: no beginning while one is open, no ending before the first beginning."""
    is_open = False
    has_begun = False
    for entry in in_order(entries):
        if entry.kind is EntryKind.BEGINS:
            if is_open:
                return False
            is_open = has_begun = True
        elif entry.kind is EntryKind.ENDS:
            if not has_begun:
                return False
            is_open = False
    return True


def corrected(entries: Iterable[Entry], of: EventName, at: datetime) -> tuple[Entry, ...]:
    return tuple(entry._replace(at=at) if entry.event == of else entry for entry in entries)


def withdrawn(entries: Iterable[Entry], of: EventName) -> tuple[Entry, ...]:
    return tuple(entry._replace(withdrawn=True) if entry.event == of else entry for entry in entries)


def restored(entries: Iterable[Entry], of: EventName) -> tuple[Entry, ...]:
    return tuple(entry._replace(withdrawn=False) if entry.event == of else entry for entry in entries)


def standing(entries: Iterable[Entry], of: EventName) -> Entry:
    """
    Give the entry that an event made.

    :raises EntryNotCorrectable: if that event made none
    :raises EntryAlreadyWithdrawn: if it no longer stands
    """
    entry = next((entry for entry in entries if entry.event == of), None)
    if entry is None:
        raise EntryNotCorrectable(of=of)
    if entry.withdrawn:
        raise EntryAlreadyWithdrawn(of=of)
    return entry


def must_allow(entries: Iterable[Entry], of: EventName, mended: Iterable[Entry]) -> None:
    """
    Check that an entry stands, and that the history as it would be mended can have happened.

    :raises EntryNotCorrectable, EntryAlreadyWithdrawn: if there is no such entry that stands
    :raises CorrectionImpossible: if it cannot
    """
    standing(entries, of)
    if not is_possible(mended):
        raise CorrectionImpossible(of=of)
