"""A plan as a list of tasks, its answers to check before it is handed in, and its versions side by side."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple
from uuid import UUID, uuid4

from application.commands.plans import NominateCoreGroup, SubmitPlan
from application.language.words import Words
from application.queries.attention import AttentionKind, AttentionList
from application.queries.auditing.differences import PlanDifferences
from application.queries.plans import FoundingPlanDetails, PlanPage
from domain.pilot.rules import NetworkRules
from domain.plans.content import WRITABLE
from infrastructure.tables import TableColumn
from web.page import Facts, Redirect, page
from web.pages.plans.before import rules_of
from web.pages.plans.told import PARTS_OF_PLAN, rows_of_plan, value_of
from web.visit import Visit

STATES = {
    "done": Words("klaar", "done"),
    "to-do": Words("nog doen", "to do"),
    "optional": Words("mag, hoeft niet", "optional"),
}


class Task(NamedTuple):
    """One thing to do for a plan."""

    words: Words
    at: str
    state: Literal["done", "to-do", "optional"]


TITLES = {
    "naam": Words("Naam en soort netwerk", "Name and kind of network"),
    "doel": Words("Doel", "Purpose"),
    "organisatie": Words("Hoe het netwerk werkt", "How the network works"),
    "duur": Words("Hoe lang het duurt", "How long it lasts"),
    "samenwerking": Words("Samenwerking", "Cooperation"),
    "meer": Words("Jaarplan, begroting en verschil met andere netwerken", "Plan for the year, budget and difference from others"),
}


def tasks_of(plan: PlanPage, rules: NetworkRules) -> Iterator[Task]:
    """Give what there is to write, in the order of the plan."""
    for at, words in TITLES.items():
        here = [each for each in PARTS_OF_PLAN if each.at == at]
        lacks = any(each.asked_as in rules.required_parts and getattr(plan.content, each.field) is None for each in here)
        written = any(getattr(plan.content, each.field) is not None for each in here)
        yield Task(words, at, "to-do" if lacks else "done" if written else "optional")


@page("/plannen/{plan}/opstellen", Words("Schrijf het plan", "Write the plan"), has_past=False, names_people=True)
def tasks(visit: Visit, plan: UUID) -> Facts:
    """Each part with its state; in any order, whenever there is time."""
    found = draft_of(visit, plan)
    entry = rules_of(visit, found.network_type)
    listed = list(tasks_of(found, entry.rules)) if entry is not None else []
    is_full = entry is not None and (found.core_group or 0) >= entry.rules.core_group_minimum
    waiting = visit.ask_if_allowed(AttentionList())
    asked = {each.item for each in waiting.items if each.kind is AttentionKind.NOMINATION_TO_ANSWER} if waiting else set()
    return {
        "plan": found,
        "tasks": listed,
        "states": STATES,
        "is_full": is_full,
        "rules": entry.rules if entry is not None else None,
        "ready": is_full and all(each.state != "to-do" for each in listed),
        "is_asked": plan in asked,
        "records_group": visit.may(NominateCoreGroup),
        "asks_chair": entry is not None and entry.rules.chair_required,
    }


@page("/plannen/{plan}/nakijken", Words("Controleer uw antwoorden", "Check your answers"), has_past=False, names_people=True)
def answers(visit: Visit, plan: UUID) -> Facts:
    """All of the plan once more, each part with a way to change it; then it is handed in."""
    found = draft_of(visit, plan)
    return {"plan": found, "rows": rows_of_plan(visit, found.content), "command_id": uuid4(), "may": visit.may(SubmitPlan)}


def draft_of(visit: Visit, plan: UUID) -> PlanPage:
    """
    Give a plan that is still being written.

    :raises Redirect: to its paper, once it was handed in
    """
    found = visit.ask(FoundingPlanDetails(plan=plan))
    if found.status not in WRITABLE:
        raise Redirect(str(visit.address_of("plan", plan)))
    return found


class Compared(NamedTuple):
    """A part of a plan in each of its versions."""

    words: Words
    said: Sequence[str | None]

    @property
    def differs(self) -> bool:
        """Whether it was changed in any of them."""
        return len(set(self.said)) > 1


@page("/plannen/{plan}/versies", Words("Versies naast elkaar", "Versions side by side"))
def versions(visit: Visit, plan: UUID) -> Facts:
    """What each version said, part by part: what was changed is marked."""
    found = visit.ask(FoundingPlanDetails(plan=plan))
    compared = [Compared(each.words, [value_of(visit, of.content, each) for of in found.versions]) for each in PARTS_OF_PLAN]
    columns = (
        TableColumn[Compared](Words("Onderdeel", "Part"), lambda each: visit.tell(each.words)),
        *(_column(place, of.plan_version) for place, of in enumerate(found.versions)),
        TableColumn[Compared](Words("Gewijzigd", "Changed"), lambda each: each.differs),
    )
    shown = [each for each in compared if any(each.said)]
    numbers = [each.plan_version for each in found.versions]
    asked = (PlanDifferences(plan=plan, earlier=earlier, later=later) for earlier, later in pairwise(numbers))
    return {
        "plan": found,
        "changes": [visit.ask(each) for each in asked],
        "versions": visit.table(Words("Versies", "Versions"), columns, shown if found.versions else []),
    }


def _column(place: int, version: int) -> TableColumn[Compared]:
    return TableColumn[Compared](Words(f"Versie {version}", f"Version {version}"), lambda each: each.said[place])
