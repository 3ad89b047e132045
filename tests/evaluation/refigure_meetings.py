"""The figures of meetings and lessons, each from docs/figures.md and from what a recount of the events tells."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tests.evaluation.calendar import NEVER, day_of, end_of, later
from tests.evaluation.recount import Answer, Asked, Entry, Group, Recount, answer, entry_of, name_of, wilson
from tests.evaluation.refigure import ENTRIES_OF, OF_A_NETWORK, again, at_the_end, periods


@dataclass
class Meeting:
    """One meeting, as it is known."""

    events: list[Any]
    first: Any
    planned: datetime = NEVER
    held: datetime = NEVER
    held_by: str = ""
    cancelled: datetime = NEVER
    cancelled_by: str = ""
    present: int = 0
    withdrawn: bool = False


def _meeting(events: list[Any]) -> Meeting:
    meeting = Meeting(events, events[0])
    for event in events:
        topic, at = event.TOPIC, event.act.at
        if topic == "MeetingPlanned":
            meeting.planned = at
        elif topic in {"MeetingRecorded", "MeetingHeld"}:
            meeting.held, meeting.held_by, meeting.present = at, name_of(event), event.present
        elif topic == "MeetingCancelled":
            meeting.cancelled, meeting.cancelled_by = at, name_of(event)
        elif topic == "Meeting.EntryCorrected" and event.of == meeting.held_by:
            meeting.held, meeting.present = event.at, event.present
        elif topic == "Meeting.EntryCorrected" and event.of == meeting.cancelled_by:
            meeting.cancelled = event.at
        elif topic == "Meeting.EntryWithdrawn":
            meeting.withdrawn |= event.of == name_of(events[0])
            meeting.held = NEVER if event.of == meeting.held_by else meeting.held
            meeting.cancelled = NEVER if event.of == meeting.cancelled_by else meeting.cancelled
    return meeting


def meetings_of(recount: Recount, group: Group) -> list[Meeting]:
    of_this = [events for events in recount.meetings.values() if recount.groups.get(events[0].network) is group]
    return [meeting for meeting in map(_meeting, of_this) if not meeting.withdrawn]


def _held(recount: Recount, group: Group, asked: Asked) -> list[Meeting]:
    return [each for each in meetings_of(recount, group) if each.held < asked.before and each.held <= group.closed]


@again("meetings", ENTRIES_OF)
def entries_of_meetings(recount: Recount, group: Group, asked: Asked) -> list[Entry]:
    entries = []
    for each in meetings_of(recount, group):
        stands = {name_of(each.first): each.first.act.at, each.held_by: each.held, each.cancelled_by: each.cancelled}
        known = [(event, stands[name_of(event)]) for event in each.events if name_of(event) in stands]
        entries += [entry_of(event, at) for event, at in known if at < asked.before]
    return entries


@again("meetings-held", OF_A_NETWORK)
def meetings_held(recount: Recount, group: Group, asked: Asked) -> Answer:
    held = _held(recount, group, asked)
    quarters = []
    for first, _, _ in periods(group, asked, 3):
        in_it = [each for each in held if first <= day_of(max(each.held, group.begun)) < later(first, 3)]
        quarters.append({"quarter": f"{first.year}-Q{first.month // 3 + 1}", "held": len(in_it), **_modes(in_it)})
    return answer(quarters, len(held), _modes(held))


def _modes(held: list[Meeting]) -> dict[str, int]:
    modes = [str(each.first.mode) for each in held]
    return {"online": modes.count("online"), "onSite": modes.count("on-site"), "both": modes.count("both")}


@again("attendance", OF_A_NETWORK)
def attendance(recount: Recount, group: Group, asked: Asked) -> Answer:
    counted = []
    for each in _held(recount, group, asked):
        if str(each.first.audience) == "all-members":
            members = len(at_the_end(group, end_of(day_of(max(each.held, group.begun))), asked))
            counted.append((each.present, members))
    counted = [(present, members) for present, members in counted if members > 0]
    if not counted:
        return answer(None, 0)
    present, members = sum(each[0] for each in counted), sum(each[1] for each in counted)
    return answer(round(present / members, 4), len(counted), {"present": present, "members": members})


@again("meetings-cancelled", OF_A_NETWORK)
def meetings_cancelled(recount: Recount, group: Group, asked: Asked) -> Answer:
    planned = [each for each in meetings_of(recount, group) if each.planned < asked.before and each.planned <= group.closed]
    off = sum(each.cancelled < asked.before for each in planned)
    if not planned:
        return answer(None, 0, {"cancelled": 0})
    low, high = wilson(off, len(planned))
    return answer(round(off / len(planned), 4), len(planned), {"cancelled": off, "low": low, "high": high})


@again("lessons", OF_A_NETWORK)
def lessons(recount: Recount, group: Group, asked: Asked) -> Answer:
    quotes = []
    for events in recount.lessons.values():
        told = _told(events, asked)
        if told and recount.groups.get(events[0].network) is group:
            lesson = told[-1].lesson
            texts = {
                "whatWorked": lesson.what_worked,
                "whatDidNot": lesson.what_did_not,
                "whatToChange": lesson.what_to_change,
            }
            quotes.append({"halfYear": events[0].half_year, **texts})
    quotes.sort(key=lambda quote: str(quote["halfYear"]))
    return answer(len(quotes), len(quotes), {"told": quotes})


def _told(events: list[Any], asked: Asked) -> list[Any]:
    """What was told by then, but what was taken back; on the day on which it is known to have been."""
    gone = {event.of for event in events if event.TOPIC == "Lessons.EntryWithdrawn"}
    days = {event.of: event.at for event in events if event.TOPIC == "Lessons.EntryCorrected"}
    tellings = [event for event in events if hasattr(event, "lesson") and name_of(event) not in gone]
    return [event for event in tellings if days.get(name_of(event), event.act.at) < asked.before]
