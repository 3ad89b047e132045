"""Erasing what is kept of somebody: at once in the vault, and what stood ends after it, nothing of one person on one day."""

from uuid import uuid4

import pytest

from application.commands.party import AnnouncePartyEnd, GiveRole
from application.commands.plans import NominateCoreGroupMember
from application.commands.privacy import EraseOwnData, ErasePerson
from application.errors import AccessDenied
from application.ports.vault.contexts import ERASURE, NOTHING, PARTY
from application.ports.vault.sessions import Session
from application.privacy.erasing import erase_again
from application.queries.networks import MembersOfNetwork
from domain.kernel.acts import CLOCK, Role, Source
from domain.party.erasures import Erasures, StaysOnRecord, WhyErased, erasures_id
from domain.party.office import LastAdministratorStays
from domain.party.party_membership import PartyMembership, party_membership_id
from infrastructure.vault.errors import PersonErased, PersonUnknown
from netwerkpartij.background import settle
from tests.application.nights import nights
from tests.application.party import CONSENT, FOUNDERS, MONDAY, SOMEBODY, SOMEBODY_ELSE, Party
from tests.beginning import administrator
from tests.domain.examples import an_act


def officer(party: Party) -> Session:
    return party.session(Role.PRIVACY_OFFICER, "Fenna Voorbeeld")


def test_who_is_erased_is_recorded_under_a_reference_that_is_met_nowhere_else(party: Party):
    person = party.party_member(SOMEBODY)
    reference = party.vault.reference(person, ERASURE)
    before = party.log.last_position()
    party.give(EraseOwnData(), party.member(SOMEBODY))
    (event,) = party.all_of("PersonalDataErased", before)
    assert (event.reference, event.why, event.act.by, event.act.role) == (reference, WhyErased.ASKED, reference, Role.MEMBER)
    assert (event.act.source, event.act.entered_by) == (Source.SELF, None)
    assert party.types(before) == ["ErasuresBegun", "PersonalDataErased"]
    spoken_of = [each.event for each in party.recorded() if reference in each.event.model_dump_json()]
    assert spoken_of == [*party.all_of("ErasuresBegun"), event]


def test_what_was_kept_is_gone_at_once_and_nothing_new_is_taken_in(party: Party):
    person = party.party_member(SOMEBODY)
    in_party = party.in_party(SOMEBODY)
    token = party.vault.issue_token(Role.MEMBER, person=person)
    party.give(EraseOwnData(), party.member(SOMEBODY))
    assert party.vault.session(token) is None
    assert party.vault.person_named(SOMEBODY) is None
    assert party.vault.whose(PARTY, [in_party]) == {}
    with party.refused(PersonErased):
        party.give(EraseOwnData(), Session(person=person, role=Role.MEMBER, network=None))


def test_memberships_seats_roles_and_the_party_membership_end_each_on_a_day_of_its_own(party: Party):
    first, second = party.network(), party.network(name="Netwerk zorg")
    for network in (first, second):
        party.join(SOMEBODY, network)
    party.seat(SOMEBODY, first)
    party.give(GiveRole(person=party.person(SOMEBODY), role=Role.REQUESTER), administrator(party.opened))
    answer = party.give(EraseOwnData(), party.member(SOMEBODY)).data
    assert answer.ending == 4
    settle(party.opened, nightly=True)
    told = nights(party, 4)
    assert sorted(map(tuple, told)) == [
        ("MembershipEnded",),
        ("MembershipEnded", "CoreGroupMemberSteppedDown"),
        ("PartyMembershipEndAnnounced", "PartyMembershipEnded"),
        ("RoleEnded",),
    ]
    assert nights(party, 3) == [[], [], []]
    assert [each for each in party.vault.to_end(MONDAY.date().replace(year=2030)) if each.context != NOTHING] == []


def test_nothing_that_ends_names_a_cause_or_somebody(party: Party):
    network = party.network()
    party.join(SOMEBODY, network)
    before = party.log.last_position()
    party.give(EraseOwnData(), party.member(SOMEBODY))
    nights(party, 3)
    acts = {each.event.TOPIC: each.event.act for each in party.recorded(before)}
    ended = {topic: acts[topic] for topic in ("PartyMembershipEndAnnounced", "PartyMembershipEnded", "MembershipEnded")}
    assert {(act.by, act.entered_by, act.cause) for act in ended.values()} == {(CLOCK, None, None)}
    assert len({act.command for act in ended.values()}) == len(ended)


def test_a_nomination_is_given_up(party: Party):
    plan = party.gathered()
    party.give(NominateCoreGroupMember(plan=plan, nominee=party.party_member(SOMEBODY)), party.member(FOUNDERS[0]))
    party.give(EraseOwnData(), party.member(SOMEBODY))
    assert ["NominationDeclined"] in nights(party, 2)


def test_an_end_of_the_party_membership_that_waits_ends_by_itself(party: Party):
    person = party.party_member(SOMEBODY)
    item = party_membership_id(party.in_party(SOMEBODY))
    party.give(AnnouncePartyEnd(person=person), party.bureau)
    assert party.give(EraseOwnData(), party.member(SOMEBODY)).data.ending == 0
    nights(party, 15)
    assert party.load(PartyMembership, item).ended


def test_the_privacy_officer_erases_who_asked(party: Party):
    person = party.party_member(SOMEBODY)
    session = officer(party)
    party.give(ErasePerson(person=person), session)
    (event,) = party.all_of("PersonalDataErased")
    assert event.act.source is Source.NOT_NOTED
    assert event.act.entered_by == party.vault.reference(party.person("Fenna Voorbeeld"), "office")
    assert party.vault.person_named(SOMEBODY) is None


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PRIVACY_OFFICER, Role.CLOCK, Role.CORE_GROUP}))
def test_nobody_else_erases_another(party: Party, role: Role):
    person = party.party_member(SOMEBODY)
    session = party.session(role, SOMEBODY_ELSE)
    with party.refused(AccessDenied):
        party.give(ErasePerson(person=person), session)


def test_what_somebody_did_in_office_stays_on_record_and_the_answer_says_so(party: Party):
    party.holder(SOMEBODY, Role.NATIONAL_BOARD)
    member = party.member(SOMEBODY)
    assert party.give(EraseOwnData(), member).data.stays == (StaysOnRecord.ACTS_IN_OFFICE, StaysOnRecord.ACTS_IN_NETWORKS)
    other = party.member(SOMEBODY_ELSE)
    assert party.give(EraseOwnData(), other).data.stays == (StaysOnRecord.ACTS_IN_NETWORKS,)


def test_the_only_administrator_is_not_erased_before_there_is_another(party: Party):
    admin = administrator(party.opened)
    with party.refused(LastAdministratorStays):
        party.give(EraseOwnData(), admin)
    party.give(GiveRole(person=party.person(SOMEBODY), role=Role.ADMINISTRATOR), admin)
    assert party.give(EraseOwnData(), admin).data.erased


def test_a_stranger_and_who_was_erased_are_not_erased(party: Party):
    session, person = officer(party), party.party_member(SOMEBODY)
    with party.refused(PersonUnknown):
        party.give(ErasePerson(person=uuid4()), session)
    party.give(ErasePerson(person=person), session)
    with party.refused(PersonErased):
        party.give(ErasePerson(person=person), session)


def test_the_same_command_again_gets_the_answer_it_had(party: Party):
    person, command = party.party_member(SOMEBODY), uuid4()
    first = party.give(ErasePerson(person=person), officer(party), command_id=command)
    assert party.give(ErasePerson(person=person), officer(party), command_id=command) == first


def test_a_second_erasure_in_a_month_is_on_the_same_list_and_one_in_the_next_on_another(party: Party):
    for name in (SOMEBODY, SOMEBODY_ELSE):
        party.give(EraseOwnData(), party.member(name))
    party.clock.pass_time(days=31)
    party.give(EraseOwnData(), party.member(FOUNDERS[0]))
    assert [len(party.load(Erasures, erasures_id(month)).references) for month in ("2025-03", "2025-04")] == [2, 1]


def test_a_list_of_members_has_a_name_less_and_not_a_member_less(party: Party):
    network = party.network()
    for name in (SOMEBODY, SOMEBODY_ELSE):
        party.join(name, network)
    party.give(EraseOwnData(), party.member(SOMEBODY))
    listed = party.ask(MembersOfNetwork(network=network), party.bureau).items
    assert sorted(each.name or "" for each in listed) == ["", SOMEBODY_ELSE]


def test_whom_a_vault_that_was_put_back_knows_is_erased_again(party: Party):
    party.join(SOMEBODY, party.network())
    known_without_the_erasure(party, SOMEBODY)
    resting = party.opened.service.command_handler.resting
    assert erase_again(party.log, party.vault, resting, party.clock()) == 1
    assert party.vault.person_named(SOMEBODY) is None
    assert erase_again(party.log, party.vault, resting, party.clock()) == 0
    assert {"MembershipEnded", "PartyMembershipEnded"} <= {topic for night in nights(party, 3) for topic in night}


def known_without_the_erasure(party: Party, name: str) -> None:
    """Record an erasure that the vault knows nothing of: it is older than the log."""
    act, reference = an_act(party.clock()), party.vault.reference(party.person(name), ERASURE)
    erasures = Erasures.begin(act, month=f"{party.clock():%Y-%m}")
    erasures.erase(act, reference=reference, why=WhyErased.ASKED)
    party.log.record([erasures], command=uuid4(), digest="0" * 64, answer={}, recorded_at=party.clock())


def test_who_erases_somebody_else_is_not_told_how_much_stood_of_them(party: Party):
    party.join(SOMEBODY, party.network(sensitive=True), consent_version=CONSENT)
    erase = ErasePerson(person=party.person(SOMEBODY))
    assert party.give(erase, party.session(Role.PRIVACY_OFFICER)).data.ending is None
