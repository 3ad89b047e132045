"""Answers about meetings and lessons."""

from datetime import date
from typing import Any
from uuid import UUID

from application.errors import UnknownItem
from application.queries.base import Many
from application.queries.meetings import (
    Attendee,
    LessonsEntry,
    LessonsOfNetworks,
    MeetingDetails,
    MeetingEntry,
    MeetingPage,
    Meetings,
)
from domain.kernel.days import day_of
from projections.queries.counting import network_begun
from projections.queries.query_service import AsOf
from projections.store.bulk_writes import Row
from projections.store.instants import moment
from projections.store.tables import lessons, meetings, networks


def meetings_of_networks(as_of: AsOf, query: Meetings) -> Many[MeetingEntry]:
    """List meetings in the order of their days."""
    found = _meetings(as_of, query.network)
    names = _networks(as_of, query.network)
    entries = [MeetingEntry(**_entry(as_of, row, names[row["network"]])) for row in found]
    wanted = sorted(entries, key=lambda entry: entry.key)
    return as_of.page(query, [each for each in wanted if query.after is None or each.key > query.after])


def meeting_details(as_of: AsOf, query: MeetingDetails) -> MeetingPage:
    """Show one meeting."""
    found = [row for row in as_of.rows(meetings, meetings.c.owner == str(query.meeting)) if _had_begun(as_of, row)]
    if not found:
        raise UnknownItem(kind="Meeting", item=query.meeting)
    (row,) = found
    was_held, was_cancelled = _happened(as_of, row["held_at"]), _happened(as_of, row["cancelled_at"])
    return MeetingPage(
        **_entry(as_of, row, as_of.one(networks, row["network"])),
        planned_at=None if row["planned_at"] is None else moment(row["planned_at"]),
        first_planned_for=date.fromisoformat(row["days"][0][1]) if row["days"] else None,
        held_at=moment(row["held_at"]) if was_held else None,
        cancelled_at=moment(row["cancelled_at"]) if was_cancelled else None,
        reason=row["reason"] if was_cancelled else None,
        attendees=tuple(Attendee(reference=each) for each in row["attendees"]) if was_held else (),
    )


def _meetings(as_of: AsOf, network: UUID | None) -> list[Row]:
    one = () if network is None else (meetings.c.network == str(network),)
    return [row for row in as_of.rows(meetings, *one) if _had_begun(as_of, row)]


def _happened(as_of: AsOf, at: int | None) -> bool:
    return at is not None and at < as_of.before


def _had_begun(as_of: AsOf, row: Row) -> bool:
    """Say whether a meeting was planned by then, or held when nobody had planned it."""
    return _happened(as_of, row["planned_at"] if row["planned_at"] is not None else row["held_at"])


def _networks(as_of: AsOf, network: UUID | None) -> dict[str, Row]:
    """Give the networks by their ids, as they were; whatever had a meeting had begun."""
    if network is not None:
        network_begun(as_of, network)
    return {row["owner"]: row for row in as_of.items(networks)}


def _entry(as_of: AsOf, row: Row, network: Row) -> dict[str, Any]:  # the fields of MeetingEntry, checked by it
    was_held, was_cancelled = _happened(as_of, row["held_at"]), _happened(as_of, row["cancelled_at"])
    day = day_of(moment(row["held_at"])) if was_held else _planned_for(as_of, row)
    return {
        "key": f"{day.isoformat()} {row['owner']}",
        "meeting": UUID(row["owner"]),
        "network": UUID(row["network"]),
        "network_name": network["name"],
        "sensitive": network["sensitive"],
        "title": row["title"],
        "day": day,
        "mode": row["mode"],
        "audience": row["audience"],
        "status": "held" if was_held else "cancelled" if was_cancelled else "planned",
        "present": row["present"] if was_held else None,
        "planned_by": row["planned_by"],
        "held_by": row["held_by"] if was_held else None,
        "cancelled_by": row["cancelled_by"] if was_cancelled else None,
        "version": row["version"],
    }


def _planned_for(as_of: AsOf, row: Row) -> date:
    known = [day for at, day in row["days"] if at < as_of.before]
    return date.fromisoformat(known[-1])


def lessons_of_networks(as_of: AsOf, query: LessonsOfNetworks) -> Many[LessonsEntry]:
    """List what core groups told, the oldest half year first."""
    conditions = [] if query.network is None else [lessons.c.network == str(query.network)]
    if query.half_year is not None:
        conditions.append(lessons.c.half_year == query.half_year)
    names = _networks(as_of, query.network)
    found = [row for row in as_of.items(lessons, *conditions) if row["at"] < as_of.before]
    entries = [
        LessonsEntry(
            key=f"{row['half_year']} {names[row['network']]['name'].casefold()} {row['owner']}",
            lessons=UUID(row["owner"]),
            network=UUID(row["network"]),
            network_name=names[row["network"]]["name"],
            half_year=row["half_year"],
            what_worked=row["what_worked"],
            what_did_not=row["what_did_not"],
            what_to_change=row["what_to_change"],
            told_at=moment(row["at"]),
            event=row["event"],
            version=row["version"],
        )
        for row in found
    ]
    wanted = sorted(entries, key=lambda entry: entry.key)
    return as_of.page(query, [each for each in wanted if query.after is None or each.key > query.after])
