"""
From events to facts: meetings.

A meeting has one row, as it is known: every day it was planned for with the moment since when, when it was held, when it was
cancelled. What was true on a day follows from those moments (meeting_answers), so a correction needs no other rows.
"""

from collections.abc import Mapping

from domain.networks.meeting import Meeting
from projections.projectors.registry import tells
from projections.projectors.row_writer import Facts
from projections.store.bulk_writes import Row
from projections.store.instants import micros
from projections.store.tables import ALWAYS, corrections, meetings

NOT_HELD: Mapping[str, object] = {"held_at": None, "held_by": None, "present": None, "attendees": []}
NOT_CANCELLED: Mapping[str, object] = {"cancelled_at": None, "cancelled_by": None, "reason": None}


@tells(Meeting.MeetingPlanned)
def meeting_planned(facts: Facts, event: Meeting.MeetingPlanned) -> None:
    """A network plans a meeting."""
    _begin(
        facts,
        event,
        planned_at=facts.at,
        planned_by=facts.event,
        days=[[facts.at, event.day.isoformat()]],
        **NOT_HELD,
    )


@tells(Meeting.MeetingRecorded)
def meeting_recorded(facts: Facts, event: Meeting.MeetingRecorded) -> None:
    """A network met without having planned it here."""
    _begin(facts, event, planned_at=None, planned_by=None, days=[], **_held(facts, event))


def _begin(facts: Facts, event: Meeting.MeetingPlanned | Meeting.MeetingRecorded, **columns: object) -> None:
    facts.add(
        meetings,
        network=str(event.network),
        title=event.title,
        mode=event.mode,
        audience=event.audience,
        version=event.originator_version,
        at=ALWAYS,
        **NOT_CANCELLED,
        **columns,
    )


def _held(facts: Facts, event: Meeting.MeetingRecorded | Meeting.MeetingHeld) -> dict[str, object]:
    return {"held_at": facts.at, "held_by": facts.event, "present": event.present, "attendees": list(event.attendees)}


@tells(Meeting.MeetingMoved)
def meeting_moved(facts: Facts, event: Meeting.MeetingMoved) -> None:
    """A meeting is planned for another day."""
    row = facts.only(meetings)
    days = [*row["days"], [facts.at, event.day.isoformat()]]
    facts.mend(meetings, row, days=days, version=event.originator_version)


@tells(Meeting.MeetingCancelled)
def meeting_cancelled(facts: Facts, event: Meeting.MeetingCancelled) -> None:
    """A meeting does not take place."""
    cancelled = {"cancelled_at": facts.at, "cancelled_by": facts.event, "reason": event.reason}
    facts.mend(meetings, facts.only(meetings), version=event.originator_version, **cancelled)


@tells(Meeting.MeetingHeld)
def meeting_held(facts: Facts, event: Meeting.MeetingHeld) -> None:
    """A meeting took place."""
    facts.mend(meetings, facts.only(meetings), version=event.originator_version, **_held(facts, event))


@tells(Meeting.EntryCorrected)
def entry_corrected(facts: Facts, event: Meeting.EntryCorrected) -> None:
    """A meeting was held or cancelled at another moment, or with another number present."""
    row = facts.only(meetings)
    _mistaken(facts, row, event.of, withdrawn=False)
    if event.of == row["held_by"]:
        facts.mend(meetings, row, held_at=micros(event.at), present=event.present, version=event.originator_version)
    else:
        facts.mend(meetings, row, cancelled_at=micros(event.at), version=event.originator_version)


@tells(Meeting.EntryWithdrawn)
def entry_withdrawn(facts: Facts, event: Meeting.EntryWithdrawn) -> None:
    """A meeting was not held or not cancelled after all; without its first entry it was never there."""
    row = facts.only(meetings)
    _mistaken(facts, row, event.of, withdrawn=True)
    if event.of.endswith(":1"):
        facts.drop(meetings, row)
    else:
        facts.mend(meetings, row, version=event.originator_version, **NOT_HELD, **NOT_CANCELLED)


def _mistaken(facts: Facts, row: Row, of: str, *, withdrawn: bool) -> None:
    facts.add(corrections, network=row["network"], of=of, withdrawn=withdrawn, begun_by=f"{facts.owner}:1")
