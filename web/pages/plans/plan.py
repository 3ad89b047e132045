"""One plan on one page: what is asked first, then the plan, what went before, and what a yes does."""

from dataclasses import replace
from uuid import UUID

from application.commands.base import Command
from application.commands.plans import (
    AcceptNomination,
    AnswerQuestion,
    ApprovePlan,
    AskQuestion,
    DeferPlan,
    FindPlanComplete,
    FoundWaitingNetwork,
    MeetCondition,
    RejectPlan,
    ReturnPlan,
)
from application.language.words import Words
from application.queries.attention import AttentionKind, AttentionList
from application.queries.plans import FoundingPlanDetails, FoundingPlans
from domain.pilot.rules import PlanPart
from domain.plans.content import WRITABLE
from web.asking.possible import Possible, possible
from web.page import Facts, page
from web.pages.plans.asked import OPEN, asked
from web.pages.plans.before import pilot_of, rules_of, what_went_before
from web.pages.plans.decision_letter import DECIDED_ON
from web.pages.plans.plans import CONDITION_STATES
from web.pages.plans.told import rows_of_plan
from web.visit import Visit

MAIN: tuple[type[Command], ...] = (FindPlanComplete, AnswerQuestion, ApprovePlan, FoundWaitingNetwork)
ELSE, FIRST = Words("Anders besluiten", "Decide otherwise"), Words("Eerst meer weten", "Know more first")
GROUPS = ((ELSE, (ReturnPlan, RejectPlan, DeferPlan)), (FIRST, (AskQuestion,)))


@page("/plannen/{plan}", Words("Oprichtingsplan", "Founding plan"), names_people=True, is_paper=True)
def plan(visit: Visit, plan: UUID) -> Facts:
    """The paper on which the board decides; for the group and the bureau the same, with what they can do."""
    found = visit.ask(FoundingPlanDetails(plan=plan))
    rules = rules_of(visit, found.network_type)
    offered = offered_on(visit, plan)
    return {
        "title": found.name,
        "plan": found,
        "asked": asked(found.status, rules),
        "is_open": found.status in OPEN,
        "is_draft": found.status in WRITABLE and not visit.past,
        "possible": offered,
        "beside": next((each.offers for each in offered.groups if each.heading is ELSE), ()),
        "rest": replace(offered, groups=tuple(each for each in offered.groups if each.heading is not ELSE)),
        "before": what_went_before(visit, plan),
        "rules": rules,
        "pilot": pilot_of(visit, found),
        "rows": rows_of_plan(visit, found.content),
        "parts_missing": [visit.tell(PlanPart(each)) for each in found.missing],
        "states": CONDITION_STATES,
        "sees_to_conditions": visit.may(MeetCondition) and not visit.past,
        "has_letter": found.status in DECIDED_ON,
        "lists": visit.may(FoundingPlans),
    }


def offered_on(visit: Visit, plan: UUID) -> Possible:
    """Give what can be done: who was asked for the core group answers that first."""
    waiting = visit.ask_if_allowed(AttentionList()) if not visit.past else None
    kinds = {each.kind for each in waiting.items if each.item == plan} if waiting is not None else set()
    first = (AcceptNomination,) if AttentionKind.NOMINATION_TO_ANSWER in kinds else ()
    return possible(visit, plan, main=(*first, *MAIN), groups=GROUPS)
