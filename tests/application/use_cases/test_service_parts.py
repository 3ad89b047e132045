"""What a party does without is not asked for, offered or brought up; what was recorded of it stays."""

from datetime import date
from uuid import UUID

import pytest

from application.access.parts import ASKED_OF, FIELDS_OF, NEEDS_SOMEBODY, parts_used
from application.access.table import QUERIES, ROWS
from application.begin import Beginning, PilotToOpen, begin
from application.commands.advice import DeliverAdvice
from application.commands.base import Command
from application.commands.lessons import TellLessons
from application.commands.party import ChooseParts
from application.commands.pilot import EndPilot, EstimateHours, RecordInterest
from application.commands.plans import ApprovePlan, ConditionText, DraftPlan
from application.errors import AccessDenied
from application.language.errors import error_sentence
from application.language.words import Language
from application.queries.acts import PossibleActs
from application.queries.attention import AttentionKind, AttentionList
from application.queries.auditing.record import History, PartsUsed
from application.queries.pilot import Pilots, Talks
from domain.kernel.acts import Role
from domain.party.service_parts import SERVICE_PARTS, PartNotUsed, ServicePart
from domain.pilot.rules import NetworkType
from domain.plans.content import ConditionOwner
from netwerkpartij.wiring import opened
from tests.application.conftest import settings_for
from tests.application.party import MONDAY, PLAN, MovableClock, Party
from tests.beginning import administrator

ALL_BUT = {part: tuple(each for each in ServicePart if each is not part) for part in ServicePart}
WITHOUT_PILOT = tuple(each for each in ServicePart if each not in {ServicePart.PILOT, ServicePart.HOURS})
CONDITION = ConditionText(text="Zoek een penningmeester.", owner=ConditionOwner.CORE_GROUP, due=date(2025, 6, 1))


def choose(party: Party, *parts: ServicePart) -> None:
    party.give(ChooseParts(parts=parts), party.bureau)


def interested(party: Party, pilot: UUID) -> None:
    party.give(RecordInterest(pilot=pilot, theme="Landbouw", network_type=NetworkType.THEME), party.bureau)


def kinds(party: Party) -> set[AttentionKind]:
    return {each.kind for each in party.ask(AttentionList(), party.bureau).items}


def possible(party: Party, item: UUID) -> set[str]:
    return {each.command for each in party.ask(PossibleActs(item=item), party.board).items}


def test_bureau_and_administrator_choose_and_the_answer_says_what_was_turned_off(party: Party):
    answer = party.give(ChooseParts(parts=ALL_BUT[ServicePart.LESSONS]), party.bureau).data
    assert (answer.parts, answer.turned_off) == (ALL_BUT[ServicePart.LESSONS], (ServicePart.LESSONS,))
    answer = party.give(ChooseParts(parts=tuple(ServicePart)), administrator(party.opened)).data
    assert (answer.parts, answer.turned_off) == (tuple(ServicePart), ())
    for session in (party.board, party.session(Role.AUDITOR)):
        with party.refused(AccessDenied):
            party.give(ChooseParts(parts=()), session)


def test_everybody_sees_which_parts_are_used(party: Party):
    choose(party, ServicePart.CONDITIONS)
    assert party.ask(PartsUsed(), party.member("Vera Verzonnen")).parts == (ServicePart.CONDITIONS,)


def test_a_new_party_begins_without_the_parts_that_it_may_do_without(tmp_path):
    pilot = PilotToOpen("proef", 5, date(2025, 1, 1), date(2026, 12, 31))
    for folder, beginning, used in (
        ("without", Beginning("Voorbeeldpartij", "Anne Voorbeeld"), set()),
        ("with", Beginning("Voorbeeldpartij", "Anne Voorbeeld", pilot=pilot), {ServicePart.PILOT}),
    ):
        (tmp_path / folder).mkdir()
        url = f"sqlite:///{tmp_path / folder / 'events.db'}"
        with opened(settings_for(url), clock=MovableClock(MONDAY), demo=True) as service:
            begin(service.log, service.vault, MONDAY, beginning)
            assert parts_used(service.log) == used


def test_a_command_of_a_part_that_is_off_is_refused_with_what_to_do(party: Party):
    pilot = party.pilot()
    choose(party, *ALL_BUT[ServicePart.HOURS])
    with party.refused(PartNotUsed) as caught:
        party.give(EstimateHours(pilot=pilot, month="2025-01", hours=20), party.bureau)
    said = error_sentence(caught.value.code, caught.value.facts, Language.NL)
    assert said.text == "De partij gebruikt dit onderdeel niet: uren van het partijbureau."
    assert said.next == "Het partijbureau of de beheerder kan het onderdeel aanzetten."
    choose(party, *ServicePart)
    party.give(EstimateHours(pilot=pilot, month="2025-01", hours=20), party.bureau)


def test_what_is_asked_beside_something_else_is_refused_when_its_part_is_off_and_the_rest_goes_on(party: Party):
    plan, pilot, member = party.submitted(), party.pilot(), party.member("Vera Verzonnen")
    choose(party)
    with party.refused(PartNotUsed):
        party.give(ApprovePlan(plan=plan, plan_version=1, conditions=(CONDITION,)), party.board)
    with party.refused(PartNotUsed):
        party.give(DraftPlan(**{**PLAN, "name": "Netwerk zorg", "pilot": pilot}), member)
    network = party.approved(plan)
    request = party.asked(network)
    with party.refused(PartNotUsed):
        party.give(DeliverAdvice(advice_request=request, advice="Doe het.", recommendations=("Begin klein.",)), party.bureau)
    party.give(DeliverAdvice(advice_request=request, advice="Doe het."), party.bureau)


def test_possible_acts_and_attention_do_not_mention_a_part_that_is_off(party: Party):
    pilot, network = party.pilot(), party.network()
    interested(party, pilot)
    assert AttentionKind.GROUP_TO_TALK_WITH in kinds(party)
    assert "EndPilot" in possible(party, pilot)
    choose(party, *WITHOUT_PILOT)
    assert AttentionKind.GROUP_TO_TALK_WITH not in kinds(party)
    assert possible(party, pilot) == set()
    assert "CloseNetwork" in possible(party, network)
    choose(party, *ServicePart)
    assert AttentionKind.GROUP_TO_TALK_WITH in kinds(party)


def test_what_was_recorded_of_a_part_that_is_off_can_still_be_read(party: Party):
    pilot = party.pilot()
    interested(party, pilot)
    choose(party)
    assert [each.pilot for each in party.ask(Pilots(), party.bureau).items] == [pilot]
    assert len(party.ask(Talks(pilot=pilot), party.bureau).items) == 1
    assert len(party.ask(History(item=pilot), party.bureau).items) == 2
    assert len(party.ask(History(item=SERVICE_PARTS), party.bureau).items) == 2  # the beginning, and the choice


def test_a_part_that_is_off_is_told_only_to_who_may_give_the_command(party: Party):
    pilot, member = party.pilot(), party.member("Vera Verzonnen")
    choose(party)
    with party.refused(AccessDenied):
        party.give(EndPilot(pilot=pilot), member)


@pytest.mark.parametrize("part", sorted(ServicePart))
def test_each_part_has_something_that_is_refused_without_it(part: ServicePart):
    beside = {owner for (owner, _), of in FIELDS_OF.items() if of is part}
    refused = beside | {asked for asked, of in ASKED_OF.items() if of is part}
    assert any(issubclass(each, Command) for each in refused)


def test_the_table_of_parts_names_only_what_is_there():
    assert set(ASKED_OF) <= set(ROWS)
    assert all(name in owner.model_fields for owner, name in FIELDS_OF)
    assert set(NEEDS_SOMEBODY.values()) <= set(ServicePart)
    assert TellLessons in ASKED_OF
    assert not {Role.CLOCK} & set(QUERIES[PartsUsed])
