"""Meetings as calendars read them: what changes later takes the place of what was taken over before."""

from collections.abc import Iterable
from datetime import datetime

from icalendar import Calendar, Event
from starlette.responses import Response

from application.queries.meetings import MeetingEntry
from domain.kernel.days import AMSTERDAM
from web.visit import Visit

CALENDAR = "ics"
MEDIA_TYPE = "text/calendar; charset=utf-8"
HEADERS = {"Content-Disposition": 'attachment; filename="bijeenkomsten.ics"', "Cache-Control": "no-store"}
STATUS = {"planned": "CONFIRMED", "held": "CONFIRMED", "cancelled": "CANCELLED"}


def calendar(visit: Visit, meetings: Iterable[MeetingEntry]) -> Response:
    """Give those meetings of which who asks sees what they are."""
    made = Calendar()
    made.add("PRODID", "-//netwerkpartij//NL")
    made.add("VERSION", "2.0")
    made.add("METHOD", "PUBLISH")
    for each in meetings:
        if each.title is not None:
            made.add_component(_event(visit, each))
    return Response(made.to_ical(), media_type=MEDIA_TYPE, headers=HEADERS)


def _event(visit: Visit, of: MeetingEntry) -> Event:
    """
    Make one entry of a calendar; each change of the meeting gives it a higher number.

    A calendar is shown on screens that others see: of a network with extra protection it has no name and no title.
    """
    made, link = Event(), getattr(of, "link", None)
    named = visit.say("Bijeenkomst", "Meeting") if of.sensitive else f"{of.network_name}: {of.title}"
    made.add("UID", f"urn:uuid:{of.meeting}")
    made.add("DTSTAMP", visit.service.now())
    made.add("SEQUENCE", of.version - 1)
    made.add("DTSTART", of.day if of.begins is None else datetime.combine(of.day, of.begins, AMSTERDAM))
    made.add("SUMMARY", named)
    made.add("STATUS", STATUS[of.status])
    if of.place is not None:
        made.add("LOCATION", of.place)
    if link is not None and link.text:
        made.add("URL", link.text)
    return made
