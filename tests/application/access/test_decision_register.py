"""The register: who took part or did not, what became of conditions, why beyond the places; a network's with its plan's."""

from datetime import date
from typing import Any
from uuid import UUID

from application.access.visitor import VISITOR
from application.commands.networks import SuspendNetwork
from application.commands.plans import ApprovePlan, ConditionText, DeclareConflictOfInterest, MeetCondition
from application.language.answers import in_sentences
from application.language.words import Language
from application.ports.vault.sessions import Session
from application.queries.plans import DecisionRegister
from domain.kernel.acts import Role
from domain.plans.content import ConditionOwner
from tests.application.party import BOARD, OTHER_FOUNDERS, Party

RECUSED, ALSO = "Rosa Voorbeeld", "Sien Voorbeeld"
CONDITIONS = (
    ConditionText(text="Zoek een voorzitter.", due=date(2025, 5, 1), owner=ConditionOwner.CORE_GROUP, hard=False),
    ConditionText(text="Vraag de bonden.", due=date(2025, 6, 1), owner=ConditionOwner.CORE_GROUP, hard=False),
)


def entries(party: Party, question: DecisionRegister, session: Session | None = None, language: Language = Language.NL) -> Any:
    return in_sentences(party.ask(question, session or party.board), language).items


def test_who_took_part_and_who_declared_a_conflict_is_told_and_named_to_the_board_alone(party: Party):
    plan = party.submitted()
    party.give(DeclareConflictOfInterest(plan=plan, interest="Familie."), party.session(Role.NATIONAL_BOARD, RECUSED))
    party.give(ApprovePlan(plan=plan, plan_version=1, decided=party.met(BOARD, ALSO)), party.board)
    approved = entries(party, DecisionRegister(plan=plan))[0]
    assert (set(approved.decided.taking_part_names), approved.recused_names) == ({BOARD, ALSO}, (RECUSED,))
    assert "Er deden twee bestuursleden mee. Eén bestuurslid deed niet mee vanwege een tegenstrijdig belang." in approved.sentence
    overseen = entries(party, DecisionRegister(plan=plan), party.session(Role.AUDITOR))[0]
    assert (overseen.recused_names, len(overseen.recused)) == (None, 1)


def test_of_each_condition_it_is_told_what_became_of_it_by_the_day_that_is_asked_about(party: Party):
    plan = party.submitted()
    party.give(ApprovePlan(plan=plan, plan_version=1, conditions=CONDITIONS), party.board)
    party.clock.pass_time(days=1)
    decided = party.clock().date()
    party.clock.pass_time(days=1)
    party.give(MeetCondition(plan=plan, condition_number=1), party.bureau)
    states = [[each.state for each in entries(party, DecisionRegister(plan=plan, on=on))[0].conditions] for on in (decided, None)]
    assert states == [["open", "open"], ["met", "open"]]
    told = entries(party, DecisionRegister(plan=plan), language=Language.EN)[0].sentence
    assert "Condition 1: Zoek een voorzitter. (the core group, by 1 May 2025). It has been met." in told


def test_why_a_network_got_a_place_beyond_those_there_are_stands_with_the_decision_itself(party: Party):
    pilot = party.pilot(places=1)
    party.approved(party.submitted(pilot=pilot))
    second = party.submitted(OTHER_FOUNDERS, name="Netwerk zorg", pilot=pilot)
    party.give(ApprovePlan(plan=second, plan_version=1, beyond_places_because="De nood is hoog."), party.board)
    (approved,) = entries(party, DecisionRegister(plan=second))[:1]
    assert approved.beyond_places_because == "De nood is hoog."
    assert "Alle plekken waren bezet. Toch besloot het bestuur dit: De nood is hoog." in approved.sentence


def test_the_decisions_on_a_network_are_also_those_on_its_plan(party: Party, network: UUID):
    party.give(SuspendNetwork(network=network, reason="Rust."), party.board)
    party.network()
    assert [each.decision for each in entries(party, DecisionRegister(network=network))] == [
        "PlanApproved",
        "NetworkFounded",
        "NetworkSuspended",
    ]


def test_a_stranger_reads_that_the_board_decided_and_nothing_of_its_members_or_of_conditions(party: Party):
    plan = party.submitted()
    party.give(DeclareConflictOfInterest(plan=plan, interest="Familie."), party.session(Role.NATIONAL_BOARD, RECUSED))
    party.give(ApprovePlan(plan=plan, plan_version=1, conditions=CONDITIONS, decided=party.met(BOARD, ALSO)), party.board)
    approved = entries(party, DecisionRegister(plan=plan), VISITOR)[0]
    assert (approved.recused, {each.state for each in approved.conditions}) == ((), {None})
    assert "bestuurslid" not in approved.sentence
    assert "genoteerd" not in approved.sentence
