"""What was typed wrongly about somebody is corrected, by the bureau or themselves: in the vault, and not in the record."""

from typing import Any
from uuid import uuid4

import pytest
from pydantic import ValidationError

from application.commands.networks import JoinNetwork
from application.commands.party import CorrectOwnDetails, CorrectPerson, NewPartyMember, RegisterPartyMember, RegisterPartyMembers
from application.errors import AccessDenied
from application.ports.vault.contexts import PARTY
from application.queries.networks import MembersOfNetwork
from domain.kernel.acts import Role, Source
from domain.networks.membership import TooYoung
from domain.party.party_membership import PersonalDetail
from domain.party.person import NotABirthYear
from infrastructure.vault.errors import PersonUnknown
from tests.application.party import CONSENT, FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party

RIGHT = "Quirijn Voorbeeld"


def test_a_name_that_was_corrected_is_shown_wherever_people_are_named(party_on_each: Party):
    party = party_on_each
    network = party.network()
    party.join(SOMEBODY, network)
    party.give(CorrectPerson(person=party.person(SOMEBODY), name=RIGHT), party.bureau)
    (member,) = party.ask(MembersOfNetwork(network=network), party.bureau).items
    assert member.name == RIGHT
    assert (party.vault.person_named(SOMEBODY), party.vault.person_named(RIGHT)) == (None, party.person(SOMEBODY))


def test_the_record_says_which_details_were_corrected_and_nothing_that_identifies(party: Party):
    somebody = party.party_member(SOMEBODY)
    party.give(CorrectPerson(person=somebody, name=RIGHT, province="NL-UT", birth_year=1981), party.bureau)
    corrected = party.newest()
    assert (corrected.TOPIC, corrected.details) == ("PersonalDetailsCorrected", tuple(PersonalDetail))
    assert corrected.act.role is Role.PARTY_BUREAU
    stored = corrected.model_dump_json()
    assert not [each for each in (RIGHT, "NL-UT", "1981", str(somebody)) if each in stored]
    assert party.vault.known(somebody).statistics == {"province": "NL-UT", "birth-year": "1981"}


def test_whoever_is_too_young_by_a_typing_error_joins_after_it_was_corrected(party: Party):
    network = party.network(sensitive=True)
    party.person(SOMEBODY, birth_year=2018)
    somebody = party.party_member(SOMEBODY)
    join = JoinNetwork(network=network, purpose_version=1, consent_version=CONSENT)
    with party.refused(TooYoung):
        party.give(join, party.member(SOMEBODY))
    party.give(CorrectPerson(person=somebody, birth_year=1981), party.bureau)
    party.give(join, party.member(SOMEBODY))
    assert party.holds(SOMEBODY, network)


def test_of_somebody_who_is_no_party_member_the_vault_alone_is_corrected(party: Party):
    stranger = party.person(SOMEBODY_ELSE)
    before = party.log.last_position()
    party.give(CorrectPerson(person=stranger, name=RIGHT), party.bureau)
    assert (party.types(before), party.vault.person_named(RIGHT)) == ([], stranger)


def test_given_again_it_changes_nothing_that_came_since(party: Party):
    somebody, again = party.party_member(SOMEBODY), uuid4()
    wrong = CorrectPerson(person=somebody, name="Quirijn Vorbeeld")
    party.give(wrong, party.bureau, command_id=again)
    party.give(CorrectPerson(person=somebody, name=RIGHT), party.bureau)
    party.give(wrong, party.bureau, command_id=again)
    assert party.vault.names(PARTY, [party.in_party(SOMEBODY)]) == {party.in_party(SOMEBODY): RIGHT}


def test_only_the_bureau_corrects_people_whom_the_vault_knows(party: Party):
    network = party.founded()
    with party.refused(PersonUnknown):
        party.give(CorrectPerson(person=uuid4(), name=RIGHT), party.bureau)
    for session in (party.member(SOMEBODY), party.board, party.core_group(FOUNDERS[0], network)):
        with party.refused(AccessDenied):
            party.give(CorrectPerson(person=party.person(SOMEBODY), name=RIGHT), session)


@pytest.mark.parametrize("person", [None, SOMEBODY])
def test_nobody_is_born_in_a_year_to_come_or_lives_in_a_province_that_is_none(party: Party, person: str | None):
    later = party.clock.now.year + 1
    told = {"person": party.party_member(person), "name": SOMEBODY} if person else {"name": SOMEBODY}
    kind: Any = CorrectPerson if person else RegisterPartyMember
    with party.refused(NotABirthYear):
        party.give(kind(**told, birth_year=later), party.bureau)
    with pytest.raises(ValidationError, match="province"):
        kind(**told, province="NL-UR")
    party.give(kind(**told, birth_year=later - 1, province="NL-UT"), party.bureau)


def test_who_corrects_themselves_is_not_born_in_a_year_to_come_either(party: Party):
    somebody, this_year = party.party_member(SOMEBODY), party.clock.now.year
    with party.refused(NotABirthYear):
        party.give(CorrectOwnDetails(birth_year=this_year + 1), party.member(SOMEBODY))
    with pytest.raises(ValidationError, match="province"):
        CorrectOwnDetails(province="NL-UR")
    party.give(CorrectOwnDetails(birth_year=this_year), party.member(SOMEBODY))
    assert party.vault.known(somebody).statistics["birth-year"] == str(this_year)


def test_of_several_who_are_registered_none_is_born_in_a_year_to_come(party: Party):
    members = (NewPartyMember(name=SOMEBODY), NewPartyMember(name=SOMEBODY_ELSE, birth_year=party.clock.now.year + 1))
    with party.refused(NotABirthYear):
        party.give(RegisterPartyMembers(members=members), party.bureau)


def test_a_correction_says_what_should_be_otherwise():
    with pytest.raises(ValidationError, match="give name, province or birthYear"):
        CorrectPerson(person=uuid4())


@pytest.mark.parametrize("role", [Role.MEMBER, Role.REQUESTER, Role.NATIONAL_BOARD])
def test_everybody_corrects_themselves_and_never_in_an_office(party: Party, role: Role):
    somebody = party.party_member(SOMEBODY)
    party.give(CorrectOwnDetails(name=RIGHT, province="NL-UT", birth_year=1981), party.session(role, SOMEBODY))
    corrected = party.newest()
    assert (corrected.TOPIC, corrected.details) == ("PersonalDetailsCorrected", tuple(PersonalDetail))
    own = party.vault.reference(somebody, PARTY)
    assert (corrected.act.by, corrected.act.role, corrected.act.source) == (own, Role.MEMBER, Source.SELF)
    assert party.vault.known(somebody).statistics == {"province": "NL-UT", "birth-year": "1981"}
    assert party.vault.person_named(RIGHT) == somebody


def test_who_corrects_nothing_or_somebody_else_is_told_so():
    with pytest.raises(ValidationError):
        CorrectOwnDetails()
    with pytest.raises(ValidationError):
        CorrectOwnDetails.model_validate({"name": RIGHT, "person": str(uuid4())})
