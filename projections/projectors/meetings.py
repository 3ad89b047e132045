"""
From events to facts: meetings.

A meeting has one row, as it is known: every day it was planned for with the moment since when, when it was held, when it was
cancelled. What was true on a day follows from those moments (meeting_answers), so a correction needs no other rows.
"""

from collections.abc import Mapping

from domain.networks.meeting import Meeting
from projections.projectors.registry import projects
from projections.projectors.row_writer import RowWriter
from projections.store.bulk_writes import Row
from projections.store.instants import micros
from projections.store.tables import ALWAYS, corrections, meetings

NOT_HELD: Mapping[str, object] = {"held_at": None, "held_by": None, "present": None, "attendees": []}
NOT_CANCELLED: Mapping[str, object] = {"cancelled_at": None, "cancelled_by": None, "reason": None}


@projects(Meeting.MeetingPlanned)
def meeting_planned(writer: RowWriter, event: Meeting.MeetingPlanned) -> None:
    """A network plans a meeting."""
    _begin(
        writer,
        event,
        planned_at=writer.at,
        planned_by=writer.event,
        days=[[writer.at, event.day.isoformat()]],
        **NOT_HELD,
    )


@projects(Meeting.MeetingRecorded)
def meeting_recorded(writer: RowWriter, event: Meeting.MeetingRecorded) -> None:
    """A network met without having planned it here."""
    _begin(writer, event, planned_at=None, planned_by=None, days=[], **_held(writer, event))


def _begin(writer: RowWriter, event: Meeting.MeetingPlanned | Meeting.MeetingRecorded, **columns: object) -> None:
    writer.add(
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


def _held(writer: RowWriter, event: Meeting.MeetingRecorded | Meeting.MeetingHeld) -> dict[str, object]:
    return {"held_at": writer.at, "held_by": writer.event, "present": event.present, "attendees": list(event.attendees)}


@projects(Meeting.MeetingMoved)
def meeting_moved(writer: RowWriter, event: Meeting.MeetingMoved) -> None:
    """A meeting is planned for another day."""
    row = writer.only(meetings)
    days = [*row["days"], [writer.at, event.day.isoformat()]]
    writer.mend(meetings, row, days=days, version=event.originator_version)


@projects(Meeting.MeetingCancelled)
def meeting_cancelled(writer: RowWriter, event: Meeting.MeetingCancelled) -> None:
    """A meeting does not take place."""
    cancelled = {"cancelled_at": writer.at, "cancelled_by": writer.event, "reason": event.reason}
    writer.mend(meetings, writer.only(meetings), version=event.originator_version, **cancelled)


@projects(Meeting.MeetingHeld)
def meeting_held(writer: RowWriter, event: Meeting.MeetingHeld) -> None:
    """A meeting took place."""
    writer.mend(meetings, writer.only(meetings), version=event.originator_version, **_held(writer, event))


@projects(Meeting.EntryCorrected)
def entry_corrected(writer: RowWriter, event: Meeting.EntryCorrected) -> None:
    """A meeting was held or cancelled at another moment, or with another number present."""
    row = writer.only(meetings)
    _mistaken(writer, row, event.of, withdrawn=False)
    if event.of == row["held_by"]:
        writer.mend(meetings, row, held_at=micros(event.at), present=event.present, version=event.originator_version)
    else:
        writer.mend(meetings, row, cancelled_at=micros(event.at), version=event.originator_version)


@projects(Meeting.EntryWithdrawn)
def entry_withdrawn(writer: RowWriter, event: Meeting.EntryWithdrawn) -> None:
    """A meeting was not held or not cancelled after all; without its first entry it was never there."""
    row = writer.only(meetings)
    _mistaken(writer, row, event.of, withdrawn=True)
    if event.of.endswith(":1"):
        writer.drop(meetings, row)
    else:
        writer.mend(meetings, row, version=event.originator_version, **NOT_HELD, **NOT_CANCELLED)


def _mistaken(writer: RowWriter, row: Row, of: str, *, withdrawn: bool) -> None:
    writer.add(corrections, network=row["network"], of=of, withdrawn=withdrawn, begun_by=f"{writer.owner}:1")
