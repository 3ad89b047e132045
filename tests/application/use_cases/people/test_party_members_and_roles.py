"""Who is a member of the party, who acts in which role, and which rules hold."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from application.commands.party import (
    AnnouncePartyEnd,
    CorrectPerson,
    EndRole,
    GiveRole,
    NewPartyMember,
    RecordAddress,
    RegisterPartyMember,
    RegisterPartyMembers,
    StartPartyMembership,
    UndoPartyEnd,
)
from application.commands.pilot import AdoptRules
from application.errors import AccessDenied, CommandIdReused, InTheFuture, PossiblySamePerson, UnknownItem
from application.ports.vault.people import SameDetail
from application.ports.vault.sessions import Session
from application.queries.auditing.record import OfficesHeld, PeopleNamed, RulesAdoptedSoFar, WhoAmI
from application.queries.networks import NetworkDirectory
from domain.kernel.acts import NATIONAL_BOARD, Role
from domain.kernel.days import end_of
from domain.party.office import GIVEN, LastAdministratorStays, RoleHeldAlready, RoleNotGiven, RoleNotHeld
from domain.party.party_membership import AlreadyAPartyMember, NoPartyEndPending, PartyEndAlreadyPending
from domain.pilot.rule_book import RulesVersionExists
from domain.pilot.rules import NetworkRules, NetworkType
from infrastructure.vault.command_writes import StoredPendingWrites
from netwerkpartij.background import settle
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
    (found,) = party.ask(PeopleNamed(name=SOMEBODY), party.bureau).people
    assert (found.person, found.name) == (person, SOMEBODY)
    assert party.ask(WhoAmI(), member).person == person


# Perhaps somebody who is known already

MAIL = "lid@voorbeeld.example"


@pytest.mark.parametrize(
    ("said", "same"),
    [
        ({"name": SOMEBODY.upper().replace(" ", "  ")}, (SameDetail.NAME,)),
        ({"name": SOMEBODY_ELSE, "email": MAIL.upper()}, (SameDetail.ADDRESS,)),
        ({"name": SOMEBODY, "email": MAIL}, (SameDetail.ADDRESS, SameDetail.NAME)),
    ],
)
def test_whoever_may_be_known_already_is_registered_only_as_somebody_else(
    party_on_each: Party, said: dict[str, Any], same: tuple[SameDetail, ...]
):
    party = party_on_each
    party.give(RegisterPartyMember(name=SOMEBODY, email=MAIL), party.bureau)
    for command in (RegisterPartyMember(**said), RegisterPartyMembers(members=(NewPartyMember(**said),))):
        with party.refused(PossiblySamePerson) as refused:
            party.give(command, party.bureau)
        assert refused.value.facts["same"] == same
        assert party.vault.pending_commands() == []
    assert len(party.ask(PeopleNamed(name="Quirijn"), party.bureau).people) == 1
    other = party.give(RegisterPartyMember(**said, somebody_else=True), party.bureau).data.person
    assert other in {each.person for each in party.ask(PeopleNamed(name=said["name"]), party.bureau).people}


def test_in_one_list_nobody_is_registered_twice_but_a_couple_with_one_address_when_that_is_said(party: Party):
    one = NewPartyMember(name=SOMEBODY, email=MAIL)
    for other in (NewPartyMember(name=SOMEBODY), NewPartyMember(name=SOMEBODY_ELSE, email=MAIL)):
        with party.refused(PossiblySamePerson):
            party.give(RegisterPartyMembers(members=(one, other)), party.bureau)
    couple = (one, NewPartyMember(name=SOMEBODY_ELSE, email=MAIL, somebody_else=True))
    assert party.give(RegisterPartyMembers(members=couple), party.bureau).data.registered == 2


def test_who_was_erased_or_is_called_otherwise_now_is_no_ground_for_a_refusal(party: Party):
    first = the_id(party.give(RegisterPartyMember(name=SOMEBODY, email=MAIL), party.bureau).data.person)
    party.give(CorrectPerson(person=first, name="Quirijn Anders"), party.bureau)
    party.give(RecordAddress(person=first, email="ander@voorbeeld.example"), party.bureau)
    second = the_id(party.give(RegisterPartyMember(name=SOMEBODY, email=MAIL), party.bureau).data.person)
    party.vault.erase_person(second)
    third = party.give(RegisterPartyMember(name=SOMEBODY, email=MAIL), party.bureau).data.person
    assert third not in {first, second, None}


def test_of_two_registrations_of_one_name_at_once_one_is_refused(party: Party, monkeypatch: pytest.MonkeyPatch):
    asked = StoredPendingWrites.same_as_known
    meanwhile = [RegisterPartyMember(name=SOMEBODY)]

    def another_is_first(writes: StoredPendingWrites, name: str, *, email: str | None = None) -> frozenset[SameDetail]:
        found = asked(writes, name, email=email)
        if meanwhile:
            party.give(meanwhile.pop(), party.bureau)
        return found

    monkeypatch.setattr(StoredPendingWrites, "same_as_known", another_is_first)
    with pytest.raises(PossiblySamePerson):
        party.give(RegisterPartyMember(name=SOMEBODY), party.bureau)
    assert len(party.all_of("PartyMembershipStarted")) == 1
    assert len(party.ask(PeopleNamed(name=SOMEBODY), party.bureau).people) == 1


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


@pytest.mark.parametrize("role", sorted(GIVEN))
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


@pytest.mark.parametrize("role", sorted(GIVEN))
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


@pytest.mark.parametrize("role", [Role.CLOCK, Role.MEMBER, Role.CORE_GROUP])
def test_nobody_is_given_the_role_of_the_clock_or_one_that_follows_from_what_they_are(party: Party, role: Role):
    admin = party.session(Role.ADMINISTRATOR)
    with party.refused(RoleNotGiven):
        party.give(GiveRole(person=party.person(SOMEBODY), role=role), admin)


# A role for a while, and the last administrator


def test_a_role_for_a_while_ends_by_itself_whoever_looks(party: Party):
    person, last_day = party.person(SOMEBODY), party.clock.now.date()
    party.give(GiveRole(person=person, role=Role.AUDITOR, last_day=last_day), administrator(party.opened))
    auditor = Session(person=person, role=Role.AUDITOR, network=None)
    assert [each.last_day for each in party.ask(OfficesHeld(), auditor).items if each.role is Role.AUDITOR] == [last_day]
    party.clock.pass_time(days=1)
    with party.refused(AccessDenied):
        party.ask(OfficesHeld(), auditor)
    held = party.ask(OfficesHeld(), administrator(party.opened)).items
    assert Role.AUDITOR not in {each.role for each in held}
    before = party.log.last_position()
    settle(party.opened)
    assert [(each.event.TOPIC, each.event.act.at) for each in party.recorded(before)] == [("RoleEnded", end_of(last_day))]


def test_a_role_that_is_over_is_given_again_after_its_end_was_recorded(party: Party):
    person, last_day = party.person(SOMEBODY), party.clock.now.date()
    party.give(GiveRole(person=person, role=Role.AUDITOR, last_day=last_day), administrator(party.opened))
    party.clock.pass_time(days=1)
    before = party.log.last_position()
    party.give(GiveRole(person=person, role=Role.AUDITOR), administrator(party.opened))
    assert party.types(before) == ["RoleEnded", "RoleGivenAgain"]


def test_the_last_administrator_stays(party: Party):
    first = administrator(party.opened)
    assert first.person is not None
    ending = EndRole(person=first.person, role=Role.ADMINISTRATOR)
    with party.refused(LastAdministratorStays):
        party.give(ending, first)
    for_a_while = GiveRole(person=party.person(SOMEBODY), role=Role.ADMINISTRATOR, last_day=party.clock.now.date())
    party.give(for_a_while, first)
    with party.refused(LastAdministratorStays):
        party.give(ending, first)
    party.give(GiveRole(person=party.person(SOMEBODY_ELSE), role=Role.ADMINISTRATOR), first)
    party.give(ending, first)
    left = Session(person=party.person(SOMEBODY_ELSE), role=Role.ADMINISTRATOR, network=None)
    with party.refused(LastAdministratorStays):
        party.give(EndRole(person=party.person(SOMEBODY_ELSE), role=Role.ADMINISTRATOR), left)
    party.clock.pass_time(days=1)
    settle(party.opened)
    assert [each.role for each in party.ask(OfficesHeld(), left).items].count(Role.ADMINISTRATOR) == 1
