"""What the bureau advises on a plan is read by the board that decides on it, with the plan, and by nobody else but the bureau."""

from uuid import UUID

import pytest

from application.access.redaction.plans import OPENS_DOSSIERS
from application.commands.plans import AdviseOnPlan, AmendPlan, AskQuestion, DeclareConflictOfInterest
from application.ports.vault.sessions import Session
from application.queries.auditing.record import History
from application.queries.plans import FoundingPlanDetails, PlanPage
from domain.kernel.acts import Role
from domain.plans.founding_plan import FoundingPlan
from tests.application.party import FOUNDERS, PLAN, Party

SHORTER = "De kortere duur past."


@pytest.fixture
def advised(party: Party) -> UUID:
    """Give a plan on which the bureau advised, and advised again when it was amended."""
    plan = party.submitted()
    party.give(AdviseOnPlan(plan=plan, advice="Vraag naar de duur."), party.bureau)
    party.give(AskQuestion(plan=plan, question="Hoe lang?"), party.board)
    amended = AmendPlan(**{**PLAN, "duration_months": 12}, plan=plan)
    party.give(amended, party.member(FOUNDERS[0]), expected=party.load(FoundingPlan, plan).version)
    party.give(AdviseOnPlan(plan=plan, advice=SHORTER), party.bureau)
    return plan


def page(party: Party, plan: UUID, session: Session) -> PlanPage:
    found = party.ask(FoundingPlanDetails(plan=plan), session)
    assert isinstance(found, PlanPage)
    return found


def test_the_board_reads_with_the_plan_what_the_bureau_advised_on_each_version(party: Party, advised: UUID):
    for session in (party.board, party.bureau):
        advices = page(party, advised, session).advices
        assert [(each.plan_version, each.advice_text) for each in advices] == [(1, "Vraag naar de duur."), (2, SHORTER)]


@pytest.mark.parametrize("role", [Role.MEMBER, Role.AUDITOR, Role.PRIVACY_OFFICER])
def test_the_group_and_who_looks_over_it_do_not_read_the_advice(party: Party, advised: UUID, role: Role):
    session = party.session(role, FOUNDERS[0] if role is Role.MEMBER else None)
    shown = page(party, advised, session)
    assert [(each.plan_version, each.advice_text) for each in shown.advices] == [(1, None), (2, None)]
    assert SHORTER not in shown.model_dump_json()
    assert (shown.questions[0].question_text is not None) is (role in OPENS_DOSSIERS)
    assert SHORTER not in party.ask(History(item=advised), session).model_dump_json()


def test_a_board_member_with_a_conflict_of_interest_reads_neither_advice_nor_questions(party: Party, advised: UUID):
    conflicted = party.session(Role.NATIONAL_BOARD, "Pien Verzonnen")
    assert page(party, advised, conflicted).advices[1].advice_text == SHORTER
    party.give(DeclareConflictOfInterest(plan=advised), conflicted)
    shown = page(party, advised, conflicted)
    assert [each.advice_text for each in shown.advices] == [None, None]
    assert [each.question_text for each in shown.questions] == [None]
    assert page(party, advised, party.board).advices[1].advice_text == SHORTER


def test_without_the_key_of_its_dossier_nobody_reads_it(party: Party, advised: UUID):
    party.vault.destroy_dossier_key(advised)
    assert [each.advice_text for each in page(party, advised, party.board).advices] == [None, None]
