"""Answers about founding plans, pilots, talks and plans that wait."""

from typing import Any

from application.queries import plans
from application.queries.base import Many
from application.queries.pilot import PilotEntry, Pilots, TalkEntry, Talks, WaitingEntry, WaitingPlans
from domain.plans.content import PlanStatus
from domain.plans.founding_plan import Nomination
from projections.reading.query_service import AsOf, shown
from projections.store import tables
from projections.views.pilots import PILOTS, PilotView
from projections.views.plans import PLANS, PlanView


def founding_plans(as_of: AsOf, query: plans.FoundingPlans) -> Many[plans.PlanEntry]:
    """List the plans in the order in which they were begun."""
    wanted = [] if query.status is None else [tables.plans.c.status == query.status]
    return as_of.page(query, [plans.PlanEntry(**_entry(view)) for view in as_of.views_after(PLANS, query, *wanted)])


def founding_plan_details(as_of: AsOf, query: plans.FoundingPlanDetails) -> plans.PlanPage:
    """Show one plan with its versions, nominations, questions and conditions."""
    view: PlanView = as_of.view(PLANS, query.plan)
    return plans.PlanPage(
        **_entry(view),
        content=view.content,
        versions=tuple(plans.PlanVersionEntry(**dict(each)) for each in view.versions),
        nominations=tuple(
            plans.NominationEntry(reference=reference, answer=answer, chair=reference == view.chair)
            for reference, answer in view.nominations.items()
        ),
        questions=tuple(
            plans.QuestionEntry(number=each.number, question=each.question, answer=each.answer) for each in view.questions
        ),
        advices=tuple(plans.BureauAdviceEntry(**dict(each)) for each in view.advices),
        conditions=tuple(plans.ConditionEntry(**dict(each)) for each in view.conditions),
        missing=view.missing,
        pilot=view.pilot,
        follows=view.follows,
    )


def _entry(view: PlanView) -> dict[str, Any]:  # the fields of PlanEntry, checked by it
    return {
        **shown(view, plans.PlanEntry),
        "core_group": sum(answer is Nomination.ACCEPTED for answer in view.nominations.values()),
        "network": view.network if view.status is PlanStatus.FOUNDED else None,
    }


def list_pilots(as_of: AsOf, query: Pilots) -> Many[PilotEntry]:
    """List the pilots and how many of their places are taken."""
    found = as_of.views_after(PILOTS, query)
    entries = [PilotEntry(**shown(view, PilotEntry, "taken"), taken=len(view.taken)) for view in found]
    return as_of.page(query, entries)


def list_talks(as_of: AsOf, query: Talks) -> Many[TalkEntry]:
    """List the groups that want a network, in the order in which they said so."""
    view: PilotView = as_of.view(PILOTS, query.pilot)
    return as_of.page_by_key(query, (TalkEntry(key=talk.key, **dict(talk)) for talk in view.talks))


def list_waiting_plans(as_of: AsOf, query: WaitingPlans) -> Many[WaitingEntry]:
    """List the plans that wait for a place, the one that was complete first at the top."""
    view: PilotView = as_of.view(PILOTS, query.pilot)
    of_plans = tables.plans.c.owner.in_([str(wait.plan) for wait in view.waiting])
    names = {plan.plan: plan.name for plan in as_of.views(PLANS, of_plans)}
    entries = [
        WaitingEntry(key=wait.key, plan=wait.plan, name=names[wait.plan], complete_at=wait.complete_at, offered=wait.offered)
        for wait in view.waiting
    ]
    return as_of.page_by_key(query, entries)
