"""What a role sees of plans and decisions: names and opened texts for those who handle the case."""

from collections.abc import Mapping
from typing import TypeVar
from uuid import UUID

from application.access.event_names import LeftOut, left_out, shown_name, shown_version
from application.access.people import named, names
from application.access.scopes import Reach
from application.access.visitor import decision_for_visitor, is_visitor
from application.errors import UnknownItem
from application.ports.vault.contexts import OFFICE, in_network
from application.queries.base import Many
from application.queries.plans import (
    BureauAdviceEntry,
    DecisionEntry,
    DecisionRegister,
    FoundingPlanDetails,
    FoundingPlans,
    PlanEntry,
    PlanPage,
    QuestionEntry,
)
from domain.kernel.acts import Reference, Role
from domain.kernel.text import Sealed, SealedFor
from domain.plans.founding_plan import FoundingPlan

P = TypeVar("P", bound=PlanEntry)

OPENS_DOSSIERS = frozenset({Role.PARTY_BUREAU, Role.NATIONAL_BOARD, Role.MEMBER})
"""Of members only the initiators of a plan get this far (access.scopes)."""
READS_ADVICE = frozenset({Role.PARTY_BUREAU, Role.NATIONAL_BOARD})
"""The bureau advises the board; the group that the advice is about does not read it."""


def plan(reach: Reach, _: FoundingPlanDetails, answer: PlanPage) -> PlanPage:
    """
    Show names of the core group to be, and open the board's questions, to those who handle the case.

    What the bureau advised is for the board. A board member with a conflict of interest takes no part, and reads neither.
    """
    found = reach.log.load(FoundingPlan, answer.plan)
    if found is None:
        raise UnknownItem(kind="FoundingPlan", item=answer.plan)
    if hidden := left_out(reach.log, [found], reach.has_seat):
        versions = tuple(each.model_copy(update={"event": shown_name(each.event, hidden)}) for each in answer.versions)
        advices = tuple(each.model_copy(update={"event": shown_name(each.event, hidden)}) for each in answer.advices)
        told = {"nominations": (), "versions": versions, "advices": advices}
        answer = _without_people(answer, hidden).model_copy(update=told)
    nominations = named(reach, in_network(found.network), answer.nominations)
    shown: dict[str, object] = {"nominations": nominations}
    if reach.session.role in OPENS_DOSSIERS and not _is_recused(reach, found):
        shown["questions"] = tuple(_opened(reach, answer.plan, question) for question in answer.questions)
        if reach.session.role in READS_ADVICE:
            shown["advices"] = tuple(_advice(reach, answer.plan, each) for each in answer.advices)
    return answer.model_copy(update=shown)


def plans(reach: Reach, _: FoundingPlans, answer: Many[PlanEntry]) -> Many[PlanEntry]:
    """Leave out how many people there are in the core group of a plan that was decided on, where its people are for few."""
    found = reach.log.load_many({each.plan for each in answer.items})
    hidden = left_out(reach.log, found.values(), reach.has_seat)
    return answer.with_items(_without_people(each, hidden) for each in answer.items)


def _without_people(entry: P, hidden: LeftOut) -> P:
    """Give a plan without how many people there are in its core group, and a version that does not count them."""
    if str(entry.plan) not in hidden:
        return entry
    version = shown_version(entry.version + 1, hidden[str(entry.plan)]) - 1
    return entry.model_copy(update={"core_group": None, "version": version})


def _is_recused(reach: Reach, plan: FoundingPlan) -> bool:
    return reach.session.role is Role.NATIONAL_BOARD and not plan.recused.isdisjoint(reach.references(OFFICE))


def _advice(reach: Reach, dossier: UUID, entry: BureauAdviceEntry) -> BureauAdviceEntry:
    return entry.model_copy(update={"advice_text": _text(reach, dossier, entry.advice, "BureauAdviceGiven", "advice")})


def _opened(reach: Reach, dossier: UUID, entry: QuestionEntry) -> QuestionEntry:
    question = _text(reach, dossier, entry.question, "BoardQuestionAsked", "question")
    return entry.model_copy(
        update={"question_text": question, "answer_text": _text(reach, dossier, entry.answer, "BoardQuestionAnswered", "answer")}
    )


def _text(reach: Reach, dossier: UUID, sealed: Sealed | None, event_type: str, field: str) -> str | None:
    place = SealedFor(aggregate=str(dossier), event_type=event_type, field=field, subject=str(dossier))
    return None if sealed is None else reach.opened(sealed, place)


def decisions(reach: Reach, _: DecisionRegister, answer: Many[DecisionEntry]) -> Many[DecisionEntry]:
    """Show who recorded a decision, and who took part in it, to bureau and board."""
    items = reach.log.load_many({UUID(each.event.partition(":")[0]) for each in answer.items})
    hidden = left_out(reach.log, items.values(), reach.has_seat)
    answer = answer.with_items(each.model_copy(update={"event": shown_name(each.event, hidden)}) for each in answer.items)
    if is_visitor(reach.session):
        return answer.with_items(map(decision_for_visitor, answer.items))
    if reach.session.role not in {Role.PARTY_BUREAU, Role.NATIONAL_BOARD}:
        return answer
    known = names(reach, OFFICE, {person for each in answer.items for person in _people_of(each)})
    return answer.with_items(_named(each, known) for each in answer.items)


def _people_of(entry: DecisionEntry) -> tuple[Reference, ...]:
    took_part = () if entry.decided is None else entry.decided.taking_part or ()
    named = (*took_part, *entry.recused)
    return named if entry.entered_by is None else (entry.entered_by, *named)


def _named(entry: DecisionEntry, known: Mapping[Reference, str]) -> DecisionEntry:
    decided = entry.decided
    if decided is not None and decided.taking_part is not None:
        # Who has no name any more is still one of those who took part; how many they were, the references say.
        took_part = tuple(known[person] for person in decided.taking_part if person in known)
        decided = decided.model_copy(update={"taking_part_names": took_part})
    recused = tuple(known[person] for person in entry.recused if person in known)
    entered_by = known.get(entry.entered_by or "")
    return entry.model_copy(update={"entered_by_name": entered_by, "decided": decided, "recused_names": recused})
