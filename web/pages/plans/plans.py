"""All founding plans and where they stand; the board's list for tonight; the conditions that are open."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from application.commands.plans import DraftPlan
from application.language.words import Words
from application.queries.pilot import Pilots
from application.queries.plans import ConditionEntry, FoundingPlanDetails, FoundingPlans, PlanEntry
from domain.party.service_parts import ServicePart
from domain.pilot.rules import NetworkType
from infrastructure.tables import TableColumn
from web.page import Facts, Menu, page
from web.pages.plans.asked import BOARD, OPEN, asked
from web.pages.plans.before import rules_of
from web.visit import Visit

CONDITION_STATES = {
    "open": Words("nog niet voldaan", "not met yet"),
    "met": Words("voldaan", "met"),
    "lapsed": Words("niet op tijd voldaan", "not met in time"),
}


@page("/plannen", Words("Oprichtingsplannen", "Founding plans"), menu=Menu(25, Words("Plannen", "Plans"), asks=FoundingPlans))
def plans(visit: Visit) -> Facts:
    """Every plan there is or was: what is open stands first, with whose turn it is."""
    listed = sorted(visit.all_of(FoundingPlans()), key=lambda each: each.changed_at, reverse=True)
    at_work, done = [each for each in listed if each.status in OPEN], [each for each in listed if each.status not in OPEN]
    return {
        "open": visit.table(Words("Lopende plannen", "Plans under way"), _columns(visit, with_turn=True), at_work),
        "finished": visit.table(Words("Afgeronde plannen", "Finished plans"), _columns(visit, with_turn=False), done),
        "all": visit.table(Words("Oprichtingsplannen", "Founding plans"), _columns(visit, with_turn=True), at_work + done),
        "may_begin": visit.may(DraftPlan) and not visit.past,
        "with_pilot": visit.uses(Pilots),
        "with_conditions": ServicePart.CONDITIONS in visit.parts_used,
    }


def _columns(visit: Visit, *, with_turn: bool) -> Sequence[TableColumn[PlanEntry]]:
    rules = {kind: rules_of(visit, kind) for kind in NetworkType}
    turn = TableColumn[PlanEntry](
        Words("Wie is aan zet", "Whose turn it is"),
        lambda each: visit.tell(asked(each.status, rules.get(each.network_type)).turn),
    )
    return (
        TableColumn[PlanEntry](Words("Plan", "Plan"), lambda each: each.name, lambda each: visit.address_of("plan", each.plan)),
        TableColumn[PlanEntry](Words("Stand", "Status"), lambda each: visit.tell(each.status)),
        *([turn] if with_turn else []),
        TableColumn[PlanEntry](Words("Sinds", "Since"), lambda each: each.changed_at.date()),
    )


@page("/bestuur/vanavond", Words("Lijst voor het bestuur", "List for the board"), names_people=True, is_paper=True)
def tonight(visit: Visit) -> Facts:
    """What asks a decision of the board, on paper that can be printed: what waits longest first."""
    listed = sorted(visit.all_of(FoundingPlans()), key=lambda each: each.changed_at)
    told = [(each, asked(each.status, rules_of(visit, each.network_type))) for each in listed]
    papers = [(visit.ask(FoundingPlanDetails(plan=each.plan)), said) for each, said in told if said.turn is BOARD]
    return {"papers": papers}


class OfPlan(NamedTuple):
    """A condition of the board, and of which plan."""

    plan: UUID
    name: str
    condition: ConditionEntry


@page("/voorwaarden", Words("Voorwaarden van het bestuur", "Conditions of the board"))
def conditions(visit: Visit) -> Facts:
    """Every condition of every plan: what is open stands first, by its day."""
    entries = [visit.ask(FoundingPlanDetails(plan=each.plan)) for each in visit.all_of(FoundingPlans())]
    found = [OfPlan(each.plan, each.name, condition) for each in entries for condition in each.conditions]
    found.sort(key=lambda each: (each.condition.state != "open", each.condition.due))
    columns = (
        TableColumn[OfPlan](
            Words("Voorwaarde", "Condition"), lambda each: each.condition.text, lambda each: visit.address_of("plan", each.plan)
        ),
        TableColumn[OfPlan](Words("Plan", "Plan"), lambda each: each.name),
        TableColumn[OfPlan](Words("Wie", "Who"), lambda each: visit.tell(each.condition.owner)),
        TableColumn[OfPlan](Words("Uiterlijk op", "By"), lambda each: each.condition.due),
        TableColumn[OfPlan](Words("Stand", "Status"), lambda each: visit.tell(CONDITION_STATES[each.condition.state])),
    )
    return {"conditions": visit.table(Words("Voorwaarden", "Conditions"), columns, found)}
