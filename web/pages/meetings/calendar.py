"""Meetings as calendars read them: what changes later takes the place of what was taken over before."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Calendar, Event
from starlette.responses import Response

from application.queries.meetings import MeetingEntry
from domain.kernel.days import AMSTERDAM
from web.visit import Visit

CALENDAR = "ics"
MEDIA_TYPE = "text/calendar; charset=utf-8"
FOLLOWED = {"Cache-Control": "no-store"}
REFRESHED = timedelta(hours=6)
"""How often a program looks again."""
HEADERS = {"Content-Disposition": 'attachment; filename="bijeenkomsten.ics"', "Cache-Control": "no-store"}
STATUS = {"planned": "CONFIRMED", "held": "CONFIRMED", "cancelled": "CANCELLED"}


def calendar(visit: Visit, meetings: Iterable[MeetingEntry], *, follows: bool = False) -> Response:
    """
    Give those meetings of which who asks sees what they are.

    :param follows: for a program that looks again by itself; else a file to take over once
    """
    made = Calendar()
    made.add("PRODID", "-//netwerkpartij//NL")
    made.add("VERSION", "2.0")
    made.add("METHOD", "PUBLISH")
    if follows:
        made.add("X-WR-CALNAME", visit.say("Bijeenkomsten", "Meetings"))
        made.add("REFRESH-INTERVAL", REFRESHED, parameters={"VALUE": "DURATION"})
    for each in meetings:
        if each.title is not None:
            made.add_component(_event(visit, each))
    return Response(made.to_ical(), media_type=MEDIA_TYPE, headers=FOLLOWED if follows else HEADERS)


def _event(visit: Visit, of: MeetingEntry) -> Event:
    """
    Make one entry of a calendar; each change of the meeting gives it a higher number.

    A calendar is shown on screens that others see: of a network with extra protection it has no name, no title and no place.
    """
    made, link = Event(), getattr(of, "link", None)
    named = visit.say("Bijeenkomst", "Meeting") if of.sensitive else f"{of.network_name}: {of.title}"
    made.add("UID", f"urn:uuid:{of.meeting}")
    made.add("DTSTAMP", visit.service.now())
    made.add("SEQUENCE", of.version - 1)
    made.add("DTSTART", of.day if of.begins is None else datetime.combine(of.day, of.begins, AMSTERDAM))
    made.add("SUMMARY", named)
    made.add("STATUS", STATUS[of.status])
    if of.sensitive:
        made.add("URL", f"{visit.ways_in.pages}/bijeenkomsten/{of.meeting}")
        return made
    if of.place is not None:
        made.add("LOCATION", of.place)
    if link is not None and link.text:
        made.add("URL", link.text)
    return made
