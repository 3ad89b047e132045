"""Meetings: all that are still to come, those of one network, and one of them."""

from collections.abc import Iterable
from uuid import UUID

from starlette.responses import Response

from application.commands.meetings import HoldMeeting, MoveMeeting
from application.language.words import Words
from application.queries.auditing.record import History
from application.queries.meetings import MeetingDetails, MeetingEntry, Meetings
from application.queries.networks import NetworkDetails
from web.asking.possible import possible
from web.page import Facts, Menu, page
from web.pages.meetings.calendar import CALENDAR, calendar
from web.visit import Visit

AS = "als"


@page("/bijeenkomsten", Words("Bijeenkomsten", "Meetings"), menu=Menu(35, Words("Agenda", "Calendar")))
def agenda(visit: Visit) -> Facts | Response:
    """What is still to come in all networks, by day; as a calendar too."""
    coming = still_to_come(visit, visit.all_of(Meetings()))
    if visit.query.get(AS) == CALENDAR:
        return calendar(visit, coming)
    return {"coming": coming, "calendar": visit.address(als=CALENDAR)}


@page("/netwerken/{network}/bijeenkomsten", Words("Bijeenkomsten van dit netwerk", "Meetings of this network"))
def of_network(visit: Visit, network: UUID) -> Facts | Response:
    """What is still to come, and what was, the newest first."""
    all_of_it = list(visit.all_of(Meetings(network=network)))
    coming = still_to_come(visit, all_of_it)
    if visit.query.get(AS) == CALENDAR:
        return calendar(visit, coming)
    return {
        "of": visit.ask(NetworkDetails(network=network)),
        "coming": coming,
        "past_ones": [each for each in reversed(all_of_it) if each not in coming],
        "calendar": visit.address(als=CALENDAR),
        "plan": visit.reaches(HoldMeeting, network) and not visit.past,
    }


@page("/bijeenkomsten/{meeting}", Words("Bijeenkomst", "Meeting"), names_people=True)
def meeting(visit: Visit, meeting: UUID) -> Facts | Response:
    """When, where and for whom; how one comes online, for who may; what may be done with it."""
    found = visit.ask(MeetingDetails(meeting=meeting))
    if visit.query.get(AS) == CALENDAR:
        return calendar(visit, [found])
    return {
        "title": found.title or visit.say("Bijeenkomst", "Meeting"),
        "meeting": found,
        "is_over": found.day < visit.today,
        "calendar": visit.address(als=CALENDAR),
        "possible": possible(visit, meeting, main=(HoldMeeting,) if found.day <= visit.today else (MoveMeeting,)),
        "has_history": visit.reaches(History, found.network) and not found.sensitive,
    }


def still_to_come(visit: Visit, listed: Iterable[MeetingEntry]) -> list[MeetingEntry]:
    """Give what is planned for today or later, or was called off for such a day."""
    entries = (each for each in listed if each.status != "held" and each.day >= visit.today)
    return sorted(entries, key=lambda each: (each.day, each.begins is None, each.begins))
