"""Who is a member of the party, who acts in which role, and which rules hold."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from application.access.scopes import BY_OFFICE
from application.commands.party import (
    AnnouncePartyEnd,
    EndRole,
    GiveRole,
    NewPartyMember,
    RegisterPartyMember,
    RegisterPartyMembers,
    StartPartyMembership,
    UndoPartyEnd,
)
from application.commands.pilot import AdoptRules
from application.errors import AccessDenied, CommandIdReused, InTheFuture, PersonNotFound, UnknownItem
from application.ports.vault import Session
from application.queries.networks import NetworkDirectory
from application.queries.record import OfficesHeld, PersonNamed, RulesAdoptedSoFar, WhoAmI
from domain.kernel.acts import NATIONAL_BOARD, Role
from domain.party.office import RoleHeldAlready, RoleNotHeld
from domain.party.party_membership import AlreadyAPartyMember, NoPartyEndPending, PartyEndAlreadyPending
from domain.pilot.rule_book import RulesVersionExists
from domain.pilot.rules import NetworkRules, NetworkType
from tests.application.party import BOARD, BUREAU, FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party, the_id
from tests.beginning import administrator


def test_somebody_is_a_member_of_the_party_once(party: Party):
    person = party.party_member(SOMEBODY)
    with party.refused(AlreadyAPartyMember):
        party.give(StartPartyMembership(person=person), party.bureau)


def test_somebody_new_is_kept_in_the_vault_and_recorded_without_a_name(party: Party):
    register, command = RegisterPartyMember(name=SOMEBODY, province="NL-UT", birth_year=1980), uuid4()
    registered = party.give(register, party.bureau, command_id=command)
    person = the_id(registered.data.person)
    assert party.vault.person_named(SOMEBODY) == person
    assert party.vault.known(person).statistics == {"province": "NL-UT", "birth-year": "1980"}
    assert SOMEBODY not in party.newest().model_dump_json()
    again = party.give(register, party.bureau, command_id=command)
    assert again.data == registered.data
    assert party.vault.person_named(SOMEBODY) == person  # still one of that name


def test_several_people_are_registered_at_once_and_the_same_command_again_keeps_the_same_people(party: Party):
    names = [SOMEBODY, SOMEBODY_ELSE]
    register, command = RegisterPartyMembers(members=tuple(NewPartyMember(name=name) for name in names)), uuid4()
    registered = party.give(register, party.bureau, command_id=command)
    people = [party.vault.person_named(name) for name in names]
    assert registered.data.registered == 2
    assert None not in people
    receipt = party.log.receipt(party.opened.service.stored_id(command))
    assert receipt is not None
    assert receipt.answer == {"registered": 2}
    assert len(party.all_of("PartyMembershipStarted", registered.position - 2)) == 2
    again = party.give(register, party.bureau, command_id=command)
    assert again.position == registered.position
    assert [party.vault.person_named(name) for name in names] == people  # still one of each name


def test_a_registration_is_told_again_and_its_receipt_names_no_person(party: Party):
    register, command = RegisterPartyMember(name=SOMEBODY, email="lid@voorbeeld.example"), uuid4()
    person = the_id(party.give(register, party.bureau, command_id=command).data.person)
    receipt = party.log.receipt(party.opened.service.stored_id(command))
    assert receipt is not None
    assert set(receipt.answer) == {"party_membership"}
    assert party.vault.addresses([person]) == {person: "lid@voorbeeld.example"}


def test_a_registration_that_is_told_again_keeps_nothing_of_who_was_erased(party: Party):
    register, command = RegisterPartyMember(name=SOMEBODY), uuid4()
    registered = party.give(register, party.bureau, command_id=command)
    party.vault.erase_person(the_id(registered.data.person))
    again = party.give(register, party.bureau, command_id=command)
    assert again.data == registered.data.model_copy(update={"person": None})
    assert party.vault.person_named(SOMEBODY) is None


def test_another_registration_under_the_same_id_is_refused_and_changes_nobody(party: Party):
    command = uuid4()
    registered = party.give(RegisterPartyMember(name=SOMEBODY), party.bureau, command_id=command)
    with party.refused(CommandIdReused):
        other = RegisterPartyMember(name=SOMEBODY_ELSE, email="ander@voorbeeld.example")
        party.give(other, party.bureau, command_id=command)
    assert party.vault.person_named(SOMEBODY_ELSE) is None
    assert party.vault.addresses([the_id(registered.data.person)]) == {}


def test_nobody_is_kept_by_a_registration_that_is_refused(party: Party):
    with party.refused(InTheFuture):
        party.give(RegisterPartyMember(name=SOMEBODY, on=date(2025, 3, 4)), party.bureau)
    assert party.vault.person_named(SOMEBODY) is None


def test_the_bureau_finds_somebody_by_their_whole_name_and_everybody_finds_themselves(party: Party):
    person, member = party.party_member(SOMEBODY), party.member(SOMEBODY)
    assert party.ask(PersonNamed(name=SOMEBODY), party.bureau).person == person
    with party.refused(PersonNotFound):
        party.ask(PersonNamed(name=SOMEBODY.split()[0]), party.bureau)
    assert party.ask(WhoAmI(), member).person == person


def test_an_end_is_announced_once_names_its_last_day_and_can_be_undone(party: Party):
    person = party.party_member(SOMEBODY)
    with party.refused(NoPartyEndPending):
        party.give(UndoPartyEnd(person=person), party.bureau)
    announced = party.give(AnnouncePartyEnd(person=person), party.bureau)
    assert announced.data.final_on == date(2025, 3, 17)
    with party.refused(PartyEndAlreadyPending):
        party.give(AnnouncePartyEnd(person=person), party.bureau)
    party.give(UndoPartyEnd(person=person), party.bureau)
    assert party.party_membership(SOMEBODY).final_on is None


def test_nobody_announces_the_end_of_who_never_was_a_member(party: Party):
    with party.refused(UnknownItem):
        party.give(AnnouncePartyEnd(person=party.person(SOMEBODY)), party.bureau)


@pytest.mark.parametrize("role", sorted(BY_OFFICE))
def test_who_loses_a_role_is_denied_at_once_and_who_gets_it_again_is_not(party: Party, role: Role):
    session = party.session(role, SOMEBODY)
    admin = administrator(party.opened)
    party.ask(NetworkDirectory(), session)

    party.give(EndRole(person=party.person(SOMEBODY), role=role), admin)
    with party.refused(AccessDenied):
        party.ask(NetworkDirectory(), session)
    with party.refused(AccessDenied):
        party.give(StartPartyMembership(person=party.person(BOARD)), session)
    with party.refused(RoleNotHeld):
        party.give(EndRole(person=party.person(SOMEBODY), role=role), admin)

    party.give(GiveRole(person=party.person(SOMEBODY), role=role), admin)
    party.ask(NetworkDirectory(), session)
    with party.refused(RoleHeldAlready):
        party.give(GiveRole(person=party.person(SOMEBODY), role=role), admin)


def test_a_role_never_held_cannot_end(party: Party):
    with party.refused(RoleNotHeld):
        party.give(EndRole(person=party.person(SOMEBODY), role=Role.AUDITOR), administrator(party.opened))


@pytest.mark.parametrize("role", sorted(BY_OFFICE))
@pytest.mark.parametrize("person", [None, UUID(int=9)])
def test_a_role_is_held_by_somebody(party: Party, role: Role, person: UUID | None):
    if person is not None:
        person = party.person(SOMEBODY)
    nobody = Session(person=person, role=role, network=None)
    with party.refused(AccessDenied):
        party.ask(NetworkDirectory(), nobody)
    with party.refused(AccessDenied):
        party.give(GiveRole(person=party.person(SOMEBODY), role=Role.PARTY_BUREAU), nobody)


def test_the_administrator_sees_who_holds_which_role(party: Party):
    held = {(each.name, each.role) for each in party.ask(OfficesHeld(), administrator(party.opened)).items}
    assert {(BUREAU, Role.PARTY_BUREAU), (BOARD, Role.NATIONAL_BOARD)} < held


def test_rules_are_adopted_by_the_board_under_a_name_of_their_own(party: Party):
    rules = NetworkRules(core_group_minimum=3, required_parts=(), target_members=30)
    adopted = AdoptRules(
        rules_version="2025", network_type=NetworkType.THEME, valid_from=date(2025, 3, 1), rules=rules, origin="Besluit"
    )
    party.give(adopted, party.board)
    assert party.newest().act.by == NATIONAL_BOARD
    with party.refused(RulesVersionExists):
        party.give(adopted, party.board)
    assert party.ask(RulesAdoptedSoFar(), party.member(SOMEBODY)).items[-1].rules_version == "2025"
    party.submitted(FOUNDERS[:3])
