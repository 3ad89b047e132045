"""What a paper for the board rests on: the rules, the pilot, and what went before."""

from collections.abc import Sequence
from uuid import UUID

from application.queries.auditing.record import EventEntry, History, RulesAdoptedSoFar, RulesEntry
from application.queries.pilot import PilotEntry, Pilots
from application.queries.plans import PlanPage
from domain.pilot.rules import NetworkType
from domain.plans.founding_plan import FoundingPlan
from web.visit import MOST, Visit

TOLD = frozenset(
    {
        "PlanSubmitted", "PlanAmended", "PlanReturned", "PlanFoundComplete", "PlanDeferred", "PlanApproved", "PlanRejected",
        "PlanWaitListed", "PlanWithdrawn", "PlanLapsed", "PlanCarriedOut", "ConditionMet", "ConditionLapsed",
    }
)  # fmt: skip
"""What a paper tells of what went before; the history tells all of it."""
NEWEST = 8
"""Steps: with more of them the board's file would not be one page."""


def what_went_before(visit: Visit, plan: UUID) -> Sequence[EventEntry]:
    """Give the newest steps of a plan that stand, to those who may read its history."""
    history = visit.ask_if_allowed(History(item=plan, limit=MOST))
    told = () if history is None else history.items
    struck = {each.data["of"] for each in told if each.topic == FoundingPlan.EntryWithdrawn.TOPIC}
    return [each for each in told if each.type in TOLD and each.id not in struck][-NEWEST:]


def rules_of(visit: Visit, network_type: NetworkType) -> RulesEntry | None:
    """Give the rules of the day for one kind of network."""
    adopted = [each for each in visit.all_of(RulesAdoptedSoFar()) if each.network_type == network_type]
    return next((each for each in reversed(adopted) if each.valid_from <= visit.today), None)


def pilot_of(visit: Visit, plan: PlanPage) -> PilotEntry | None:
    """Give the pilot of which a plan would take a place, as long as it runs."""
    return next((each for each in visit.all_of(Pilots()) if each.pilot == plan.pilot and each.ended_at is None), None)
