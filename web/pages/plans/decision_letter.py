"""The letter to a group about what the board decided on its plan: in the words of the letter by mail, and what follows."""

from uuid import UUID

from application.language.event_letters import DECIDED, THE_PLAN
from application.language.formatting import rules
from application.language.words import Words
from application.queries.plans import DecisionEntry, DecisionRegister, FoundingPlanDetails
from domain.kernel.days import day_of
from domain.plans.content import PlanStatus
from web.page import Facts, page
from web.pages.plans.asked import asked
from web.pages.plans.before import rules_of
from web.refusals import NOT_THERE, PageRefused
from web.visit import Visit

DECIDED_ON = frozenset(
    {
        PlanStatus.APPROVED,
        PlanStatus.APPROVED_WITH_CONDITIONS,
        PlanStatus.DEFERRED,
        PlanStatus.FOUNDED,
        PlanStatus.REJECTED,
        PlanStatus.WAITING,
    }
)
"""Where a plan stands of whose decision there is a letter."""


@page("/plannen/{plan}/besluit", Words("Brief over het besluit", "Letter about the decision"), names_people=True, is_paper=True)
def decision_letter(visit: Visit, plan: UUID) -> Facts:
    """What was decided, why, on what conditions, and what happens now."""
    found = visit.ask(FoundingPlanDetails(plan=plan))
    decisions = [each for each in visit.all_of(DecisionRegister(plan=plan)) if each.decision in DECIDED]
    if found.status not in DECIDED_ON or not decisions:
        raise PageRefused(NOT_THERE)
    last: DecisionEntry = decisions[-1]
    name = visit.tell(THE_PLAN).format(name=found.name)
    return {
        "title": visit.say("Besluit over {}", "Decision on {}").format(name),
        "plan": found,
        "name": name,
        "decision": last,
        "decided_on": day_of(last.at),
        "decided": visit.tell(DECIDED[last.decision]).format(name=name),
        "rules": rules(last.rules_version, visit.language) if last.rules_version else None,
        "now": asked(found.status, rules_of(visit, found.network_type)),
    }
