"""Answers about meetings and lessons."""

from collections.abc import Mapping, Sequence
from typing import Any

from application.queries.advice import Wording
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
from projections.reading.counting import names_then, network_begun
from projections.reading.hidden import open_to_the_party
from projections.reading.lessons import answer_to, answers_to_lessons, by_lessons
from projections.reading.query_service import AsOf, entry_of, shown
from projections.store.bulk_writes import Row
from projections.store.instants import moment
from projections.store.tables import lessons, meetings, networks
from projections.views.meetings import MEETINGS, MeetingView


def meetings_of_networks(as_of: AsOf, query: Meetings) -> Many[MeetingEntry]:
    """List meetings in the order of their days."""
    wanted = [] if query.network is None else [meetings.c.network == str(network_begun(as_of, query.network)["owner"])]
    if query.hides_closed:
        wanted += open_to_the_party(as_of)
    found = as_of.views_after(MEETINGS, query, *wanted)
    of_networks = networks.c.owner.in_({str(view.network) for view in found})
    known, names = {row["owner"]: row for row in as_of.items(networks, of_networks)}, names_then(as_of)
    entries = [_shown(view, known[str(view.network)], names, MeetingEntry) for view in found]
    return as_of.page(query, [MeetingEntry(**entry) for entry in entries])


def meeting_details(as_of: AsOf, query: MeetingDetails) -> MeetingPage:
    view: MeetingView = as_of.view(MEETINGS, query.meeting)
    (network,) = as_of.items(networks, networks.c.owner == str(view.network))
    return MeetingPage(**_shown(view, network, names_then(as_of), MeetingPage))


def _shown(
    view: MeetingView, network: Row, names: Mapping[str, str], entry: type[MeetingEntry]
) -> dict[str, Any]:  # its fields, checked by it
    attendees = tuple(Attendee(reference=each) for each in view.attendees)
    of_page = {"attendees": attendees, "link": _link(view)} if entry is MeetingPage else {}
    of_network = {"network_name": names[network["owner"]], "sensitive": network["sensitive"]}
    return {**shown(view, entry, "link"), **of_network, **of_page}


def _link(view: MeetingView) -> Wording | None:
    if view.link is None or view.status != "planned":
        return None
    return Wording(sealed=view.link.sealed, event_type=view.link.event_type, field="link")


def lessons_of_networks(as_of: AsOf, query: LessonsOfNetworks) -> Many[LessonsEntry]:
    """List what core groups told, the oldest half year first: the last telling that stands of each network and half year."""
    conditions = [lessons.c.at < as_of.before, lessons.c.stands.is_(True)]
    if query.half_year is not None:
        conditions.append(lessons.c.half_year == query.half_year)
    if query.network is not None:
        conditions.append(lessons.c.network == str(network_begun(as_of, query.network)["owner"]))
    names = names_then(as_of)
    told, answers = by_lessons(as_of.rows(lessons, *conditions)), answers_to_lessons(as_of)
    return as_of.page_by_key(query, [_newest(rows, answer_to(rows, answers), names) for rows in told.values()])


def _newest(told: Sequence[Row], answer: Row | None, names: Mapping[str, str]) -> LessonsEntry:
    row = told[-1]
    return entry_of(
        LessonsEntry,
        row,
        key=f"{row['half_year']} {names[row['network']].casefold()} {row['owner']}",
        lessons=row["owner"],
        network_name=names[row["network"]],
        answer=answer and answer["answer"],
        answered_at=answer and moment(answer["at"]),
        answered_by=answer and f"{row['owner']}:{answer['number']}",
        told_at=moment(row["at"]),
        event=f"{row['owner']}:{row['number']}",
        version=len(told),
    )
