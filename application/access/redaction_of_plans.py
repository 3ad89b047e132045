"""What a role sees of plans and decisions: names and opened texts for those who handle the case."""

from uuid import UUID

from application.access.people import named, names
from application.access.scopes import Reach
from application.errors import UnknownItem
from application.ports.vault import OFFICE, in_network
from application.queries.base import Many
from application.queries.plans import DecisionEntry, DecisionRegister, FoundingPlanDetails, PlanPage, QuestionEntry
from domain.kernel.acts import Role
from domain.kernel.text import Sealed, SealedFor
from domain.plans.founding_plan import FoundingPlan

OPENS_DOSSIERS = frozenset({Role.PARTY_BUREAU, Role.NATIONAL_BOARD, Role.MEMBER})
"""Of members only the initiators of a plan get this far (access.scopes)."""


def plan(reach: Reach, _: FoundingPlanDetails, answer: PlanPage) -> PlanPage:
    """Show names of the core group to be, and open the board's questions, to those who handle the case."""
    found = reach.log.load(FoundingPlan, answer.plan)
    if found is None:
        raise UnknownItem(kind="FoundingPlan", item=answer.plan)
    nominations = named(reach, in_network(found.network), answer.nominations)
    questions = answer.questions
    if reach.session.role in OPENS_DOSSIERS:
        questions = tuple(_opened(reach, answer.plan, question) for question in questions)
    return answer.model_copy(update={"nominations": nominations, "questions": questions})


def _opened(reach: Reach, dossier: UUID, entry: QuestionEntry) -> QuestionEntry:
    question = _text(reach, dossier, entry.question, "BoardQuestionAsked", "question")
    return entry.model_copy(
        update={"question_text": question, "answer_text": _text(reach, dossier, entry.answer, "BoardQuestionAnswered", "answer")}
    )


def _text(reach: Reach, dossier: UUID, sealed: Sealed | None, event_type: str, field: str) -> str | None:
    place = SealedFor(aggregate=str(dossier), event_type=event_type, field=field, subject=str(dossier))
    return None if sealed is None else reach.vault.open(sealed, place)


def decisions(reach: Reach, _: DecisionRegister, answer: Many[DecisionEntry]) -> Many[DecisionEntry]:
    """Show who recorded a decision to bureau and board."""
    if reach.session.role not in {Role.PARTY_BUREAU, Role.NATIONAL_BOARD}:
        return answer
    known = names(reach, OFFICE, (each.entered_by for each in answer.items if each.entered_by is not None))
    shown = (each.model_copy(update={"entered_by_name": known.get(each.entered_by or "")}) for each in answer.items)
    return answer.with_items(shown)
