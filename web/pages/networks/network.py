"""A network: what it is, what it does, how it grows, what was agreed, and how it was on another day."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from application.commands.meetings import PlanMeeting
from application.commands.networks import CloseNetwork
from application.language.words import Words
from application.queries.advice import AdviceOffers, AdviceOfNetwork, PublishedUses
from application.queries.auditing.record import History
from application.queries.meetings import MeetingEntry, Meetings
from application.queries.networks import (
    LONGEST_CURVE,
    CoreGroupContacts,
    GrowthCurve,
    GrowthDay,
    NetworkDetails,
    NetworkPage,
    TargetReached,
    TimeToTarget,
)
from application.queries.plans import DecisionRegister
from domain.kernel.days import day_of
from infrastructure.tables import Table, TableColumn
from web.drawing.charts import Curve
from web.drawing.tiles import Face, faces_of
from web.page import Facts, page
from web.visit import Visit

HELD = frozenset({"open", "suspended", "dormant"})


@page("/netwerken/{network}", Words("Netwerk", "Network"), names_people=True)
def network(visit: Visit, network: UUID) -> Facts:
    """One network for everybody; of one with extra protection only its card, its band and its purpose."""
    found = visit.ask(NetworkDetails(network=network))
    face = visit.faces.get(network) or faces_of([found])[network]
    uses = visit.ask_if_allowed(PublishedUses(limit=500))
    meetings = sorted(visit.all_of(Meetings(network=network)), key=lambda each: each.day)
    decisions = visit.all_of(DecisionRegister(network=network)) if found.status not in HELD else ()
    return {
        "title": found.name,
        "network": found,
        "face": face,
        "exists": found.status in HELD,
        "ended_by": list(decisions)[-1:],
        "meetings": _worth_showing(meetings, visit.today),
        "advice": [each for each in reversed(uses.items) if each.network == network] if uses else (),
        "read": getattr(visit.ask_if_allowed(AdviceOfNetwork(network=network, limit=500)), "items", ()),
        "offers": getattr(visit.ask_if_allowed(AdviceOffers(network=network)), "items", ()),
        "contacts": () if visit.past else getattr(visit.ask_if_allowed(CoreGroupContacts(network=network)), "people", ()),
        "others": [each for each in visit.networks if each.status == "open" and each.network != network],
        "has_history": visit.reaches(History, network),
        "may_manage": not visit.past and any(visit.reaches(each, network) for each in (PlanMeeting, CloseNetwork)),
        **_growth(visit, found, face),
    }


def _worth_showing(meetings: Sequence[MeetingEntry], today: date) -> Sequence[MeetingEntry]:
    """Give what is still to come, and the last three that were held."""
    coming = [each for each in meetings if each.status != "held" and each.day >= today]
    return [*coming[:4], *[each for each in meetings if each.status == "held"][-3:][::-1]]


def _growth(visit: Visit, of: NetworkPage, face: Face) -> Facts:
    """Draw how it grew, where that may be known: the days, a sentence about the target, and the numbers themselves."""
    last = min(visit.today, day_of(of.closed_at) - timedelta(days=1)) if of.closed_at else visit.today
    first = max(day_of(of.begun_at), last - timedelta(days=LONGEST_CURVE - 1))
    curve = (
        None
        if of.members is None or last <= first
        else visit.ask_if_allowed(GrowthCurve(network=of.network, first=first, last=last))
    )
    if not curve:
        return {"curve": None, "growth": None, "target": None, "most": None}
    target = visit.ask_if_allowed(TimeToTarget(network=of.network)) if of.network_type != "imported" else None
    aim = target.target if isinstance(target, TargetReached) else None
    said = visit.say("Aantal leden van {}: van {} naar {}", "Members of {}: from {} to {}").format(
        of.name, curve[0].members, curve[-1].members
    )
    aim_words = visit.say("streven: {}", "target: {}").format(aim)
    drawing = Curve([(each.day, each.members) for each in curve], aim, aim_words, said, face, visit.language)
    return {
        "curve": drawing.drawn(),
        "growth": growth_table(visit, curve),
        "target": target,
        "most": max(each.members for each in curve),
    }


def growth_table(visit: Visit, curve: Sequence[GrowthDay]) -> Table[GrowthDay]:
    """Tell a curve in numbers: the last day of every month."""
    ends = [each for each, after in zip(curve, [*curve[1:], None], strict=True) if after is None or after.day.day == 1]
    columns = (
        TableColumn[GrowthDay](Words("Einde van", "End of"), lambda each: each.day),
        TableColumn[GrowthDay](Words("Leden", "Members"), lambda each: each.members),
    )
    return visit.table(Words("Leden aan het eind van elke maand", "Members at the end of each month"), columns, ends)
