"""The first page: which networks there are, what goes on in them, how to join and how to start one."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from application.language.words import Words
from application.queries.advice import PublishedUses
from application.queries.meetings import MeetingEntry, Meetings
from application.queries.networks import NetworkDetails, NetworkEntry
from web.drawing.tiles import floor
from web.page import Facts, page
from web.visit import MOST, Visit

HELD = frozenset({"open", "suspended", "dormant"})


@page("/", Words("Netwerken van leden", "Networks of members"))
def home(visit: Visit) -> Facts:
    """All networks as one floor, and what goes on."""
    there = [each for each in visit.networks if each.status in HELD]
    meetings = [each for each in visit.all_of(Meetings()) if not each.sensitive]
    uses = visit.ask_if_allowed(PublishedUses(limit=MOST))
    named = {each.network for each in visit.networks if not each.sensitive}
    return {
        "there": there,
        "gone": [each for each in visit.networks if each.status not in HELD],
        "purposes": {each.network: visit.ask(NetworkDetails(network=each.network)).agreements.purpose for each in there},
        "news": news(visit.networks)[:3],
        "coming": coming(meetings, visit)[:3],
        "latest_held": sorted((each for each in meetings if each.status == "held"), key=lambda each: each.day)[-3:][::-1],
        "held": sum(each.status == "held" for each in meetings) if not visit.is_visitor else None,
        "advice": [each for each in reversed(uses.items) if each.network in named][:1] if uses else [],
        "advised": len(uses.items) if uses else None,
        "floor": floor([visit.faces[each.network] for each in there], 10, 7, "np-vloer"),
    }


class News(NamedTuple):
    """A network that began or ended: when, and which."""

    at: datetime
    network: NetworkEntry
    began: bool


def news(networks: Sequence[NetworkEntry]) -> list[News]:
    """Give which networks began and ended, the newest first; nothing of those with extra protection."""
    told = [each for each in networks if not each.sensitive]
    began = [News(each.begun_at, each, began=True) for each in told]
    ended = [News(each.closed_at, each, began=False) for each in told if each.closed_at is not None]
    return sorted(began + ended, key=lambda each: each.at, reverse=True)


def coming(meetings: list[MeetingEntry], visit: Visit) -> list[MeetingEntry]:
    """Give the meetings that are still to come, the first first."""
    planned = (each for each in meetings if each.status == "planned" and each.day >= visit.today)
    return sorted(planned, key=lambda each: each.day)
