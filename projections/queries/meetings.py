"""Answers about meetings and lessons."""

from typing import Any
from uuid import UUID

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
from projections.queries.counting import network_begun
from projections.queries.query_service import AsOf, shown
from projections.store.bulk_writes import Row
from projections.store.instants import moment
from projections.store.tables import lessons, meetings, networks
from projections.views.meetings import MEETINGS, MeetingView


def meetings_of_networks(as_of: AsOf, query: Meetings) -> Many[MeetingEntry]:
    """List meetings in the order of their days."""
    wanted = [] if query.network is None else [meetings.c.network == str(network_begun(as_of, query.network)["owner"])]
    found = as_of.views_after(MEETINGS, query, *wanted)
    of_networks = networks.c.owner.in_({str(view.network) for view in found})
    known = {row["owner"]: row for row in as_of.items(networks, of_networks)}
    return as_of.page(query, [MeetingEntry(**_shown(view, known[str(view.network)], MeetingEntry)) for view in found])


def meeting_details(as_of: AsOf, query: MeetingDetails) -> MeetingPage:
    view: MeetingView = as_of.view(MEETINGS, query.meeting)
    (network,) = as_of.items(networks, networks.c.owner == str(view.network))
    return MeetingPage(**_shown(view, network, MeetingPage))


def _shown(view: MeetingView, network: Row, entry: type[MeetingEntry]) -> dict[str, Any]:  # its fields, checked by it
    attendees = {"attendees": tuple(Attendee(reference=each) for each in view.attendees)} if entry is MeetingPage else {}
    of_network = {"network_name": network["name"], "sensitive": network["sensitive"]}
    return {**shown(view, entry), **of_network, **attendees}


def lessons_of_networks(as_of: AsOf, query: LessonsOfNetworks) -> Many[LessonsEntry]:
    """List what core groups told, the oldest half year first."""
    conditions = [] if query.network is None else [lessons.c.network == str(query.network)]
    if query.half_year is not None:
        conditions.append(lessons.c.half_year == query.half_year)
    if query.network is not None:
        network_begun(as_of, query.network)
    names = {row["owner"]: row for row in as_of.items(networks)}
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
