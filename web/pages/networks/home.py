"""The first page: which networks there are, what goes on in them, how to join and how to start one."""

from application.language.words import Words
from application.queries.advice import PublishedUses
from application.queries.meetings import MeetingEntry, Meetings
from web.page import Facts, page
from web.tiles import floor
from web.visit import Visit

HELD = frozenset({"open", "suspended", "dormant"})


@page("/", Words("Netwerken van leden", "Networks of members"))
def home(visit: Visit) -> Facts:
    """All networks as one floor, and what goes on."""
    there = [each for each in visit.networks if each.status in HELD]
    meetings = [each for each in visit.all_of(Meetings()) if not each.sensitive]
    uses = visit.ask_if_allowed(PublishedUses(limit=500))
    named = {each.network for each in visit.networks if not each.sensitive}
    return {
        "there": there,
        "gone": [each for each in visit.networks if each.status not in HELD],
        "newest": max((each for each in there if not each.sensitive), key=lambda each: each.begun_at, default=None),
        "coming": coming(meetings, visit)[:3],
        "latest_held": sorted((each for each in meetings if each.status == "held"), key=lambda each: each.day)[-3:][::-1],
        "held_this_year": sum(each.status == "held" and each.day.year == visit.today.year for each in meetings),
        "advice": [each for each in reversed(uses.items) if each.network in named][:1] if uses else [],
        "advised": len(uses.items) if uses else None,
        "floor": floor([visit.faces[each.network] for each in there], 10, 7, "np-vloer"),
    }


def coming(meetings: list[MeetingEntry], visit: Visit) -> list[MeetingEntry]:
    """Give the meetings that are still to come, the first first."""
    planned = (each for each in meetings if each.status == "planned" and each.day >= visit.today)
    return sorted(planned, key=lambda each: each.day)
