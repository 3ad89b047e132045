"""Erasing and terms of somebody who was registered twice: everything of both records goes, and all that stood ends."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from application.commands.networks import LeaveNetwork
from application.commands.party import AnnouncePartyEnd, GiveRole, MergePersons, UndoPersonMerger
from application.commands.privacy import EraseOwnData, ErasePerson
from application.ports.vault.contexts import ERASURE, NOTHING, PARTY, in_network
from application.privacy.erasing import erase_again
from application.privacy.register import LASTS, Term
from domain.kernel.acts import Role
from domain.networks.membership import Membership, membership_id
from domain.party.erasures import Erasures, StaysOnRecord, WhyErased
from domain.party.office import LastAdministratorStays
from domain.party.party_membership import PartyMembership, party_membership_id
from infrastructure.vault.errors import PersonErased
from netwerkpartij.background import settle
from netwerkpartij.cli.check import found
from tests.application.nights import nights
from tests.application.party import SOMEBODY, Party
from tests.beginning import administrator
from tests.domain.examples import an_act

DOUBLE = "Q. Verzonnen"


def merge(party: Party) -> None:
    party.give(MergePersons(into=party.person(SOMEBODY), merged=party.person(DOUBLE)), party.bureau)


@pytest.fixture
def shared(party: Party) -> UUID:
    """A network of which both records are a member; the double is a member of another as well."""
    network, other = party.network(), party.network(name="Netwerk zorg")
    for name, networks in ((SOMEBODY, [network]), (DOUBLE, [network, other])):
        for each in networks:
            party.join(name, each)
    return network


def erased_under(party: Party) -> list[str]:
    return [each.reference for each in party.all_of("PersonalDataErased")]


@pytest.mark.parametrize("asked", [SOMEBODY, DOUBLE])
def test_of_both_records_nothing_is_left_whichever_is_erased(party: Party, shared: UUID, asked: str):
    references = {name: party.reference(name, shared) for name in (SOMEBODY, DOUBLE)}
    token = party.vault.issue_token(Role.MEMBER, person=party.person(DOUBLE))
    merge(party)
    officer = party.session(Role.PRIVACY_OFFICER, "Fenna Voorbeeld")
    party.give(ErasePerson(person=party.person(asked)), officer)
    assert party.vault.session(token) is None
    assert [party.vault.person_named(name) for name in references] == [None, None]
    assert party.vault.whose(in_network(shared), references.values()) == {}
    for name in references:
        with party.refused(PersonErased):
            party.give(ErasePerson(person=party.person(name)), officer)


def test_what_stands_under_either_reference_ends_each_on_a_day_of_its_own(party: Party, shared: UUID):
    items = [membership_id(shared, party.reference(name, shared)) for name in (SOMEBODY, DOUBLE)]
    of_party = [party_membership_id(party.in_party(name)) for name in (SOMEBODY, DOUBLE)]
    merge(party)
    answer = party.give(EraseOwnData(), party.member(SOMEBODY)).data
    assert answer.ending == 5  # two party memberships, two of the network that both are in, one of the other
    told = nights(party, 5)
    assert sorted(map(tuple, told)) == [
        *[("MembershipEnded",)] * 3,
        *[("PartyMembershipEndAnnounced", "PartyMembershipEnded")] * 2,
    ]
    now = party.clock()
    assert not any(party.load(Membership, item).holds_at(now) for item in items)
    assert all(party.load(PartyMembership, item).ended for item in of_party)
    assert nights(party, 2) == [[], []]
    assert list(found(party.opened)) == []


@pytest.mark.usefixtures("shared")
def test_what_was_withdrawn_as_a_double_ends_no_more(party: Party):
    merge(party)
    assert sorted(topic for night in nights(party, 3) for topic in night) == [
        "Membership.EntryWithdrawn",
        "PartyMembershipWithdrawn",
    ]
    assert party.give(EraseOwnData(), party.member(SOMEBODY)).data.ending == 3
    nights(party, 4)  # in the last what ended is forgotten
    assert [each for each in party.vault.to_end(party.clock().date().replace(year=2030)) if each.context != NOTHING] == []


@pytest.mark.usefixtures("shared")
def test_it_is_recorded_under_the_references_of_both_records(party: Party):
    references = [party.vault.reference(party.person(name), ERASURE) for name in (SOMEBODY, DOUBLE)]
    merge(party)
    party.give(EraseOwnData(), party.member(SOMEBODY))
    assert erased_under(party) == references


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("merged", [False, True])
def test_a_vault_that_was_put_back_erases_both_also_when_it_is_older_than_the_merger(party: Party, *, merged: bool):
    references = [party.vault.reference(party.person(name), ERASURE) for name in (SOMEBODY, DOUBLE)]
    if merged:
        merge(party)
    act = an_act(party.clock())
    erasures = Erasures.begin(act, month=f"{party.clock():%Y-%m}")
    for each in references:
        erasures.erase(act, reference=each, why=WhyErased.ASKED)
    party.log.record([erasures], command=uuid4(), digest="0" * 64, answer={}, recorded_at=party.clock())
    resting = party.opened.service.command_handler.resting
    assert erase_again(party.log, party.vault, resting, party.clock()) == (1 if merged else 2)
    assert [party.vault.person_named(name) for name in (SOMEBODY, DOUBLE)] == [None, None]
    assert erase_again(party.log, party.vault, resting, party.clock()) == 0


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("erased", [SOMEBODY, DOUBLE])
def test_a_vault_from_between_a_merger_and_its_undoing_erases_only_whom_the_log_says(party: Party, erased: str):
    reference = party.vault.reference(party.person(erased), ERASURE)
    merge(party)
    act = an_act(party.clock())
    erasures = Erasures.begin(act, month=f"{party.clock():%Y-%m}")
    erasures.erase(act, reference=reference, why=WhyErased.ASKED)
    party.log.record([erasures], command=uuid4(), digest="0" * 64, answer={}, recorded_at=party.clock())
    resting = party.opened.service.command_handler.resting
    assert erase_again(party.log, party.vault, resting, party.clock()) == 1
    left = {SOMEBODY: party.person(SOMEBODY), DOUBLE: party.person(DOUBLE)}
    assert {name: party.vault.person_named(name) for name in left} == {**left, erased: None}
    assert erase_again(party.log, party.vault, resting, party.clock()) == 0


def test_of_two_who_are_two_again_only_the_one_who_asks_is_erased(party: Party, shared: UUID):
    merge(party)
    party.give(UndoPersonMerger(into=party.person(SOMEBODY), merged=party.person(DOUBLE)), party.bureau)
    party.give(EraseOwnData(), party.member(DOUBLE))
    assert [party.vault.person_named(name) for name in (SOMEBODY, DOUBLE)] == [party.person(SOMEBODY), None]
    assert len(erased_under(party)) == 1
    nights(party, 4)
    assert party.holds(SOMEBODY, shared)


def test_an_office_of_either_record_counts(party: Party):
    for name in (SOMEBODY, DOUBLE):
        party.party_member(name)
    party.give(GiveRole(person=party.person(DOUBLE), role=Role.NATIONAL_BOARD), administrator(party.opened))
    merge(party)
    answer = party.give(EraseOwnData(), party.member(SOMEBODY)).data
    assert StaysOnRecord.ACTS_IN_OFFICE in answer.stays
    assert answer.ending == 3  # two party memberships and the role


def test_the_only_administrator_is_not_erased_by_their_other_record(party: Party):
    person = party.party_member(SOMEBODY)
    admin = administrator(party.opened)
    assert admin.person is not None
    party.give(MergePersons(into=person, merged=admin.person), party.bureau)
    with party.refused(LastAdministratorStays):
        party.give(EraseOwnData(), party.member(SOMEBODY))


def test_the_term_counts_from_the_last_time_that_the_person_left_under_either_reference(party: Party):
    for name in (SOMEBODY, DOUBLE):
        party.join(name, network := party.network(name=f"Netwerk van {name}"))
        party.give(LeaveNetwork(network=network), party.member(name))
        party.give(AnnouncePartyEnd(person=party.person(name)), party.bureau)
        nights(party, 60)
    merge(party)
    newest = max(
        party.load(PartyMembership, party_membership_id(reference)).left_at[-1]
        for reference in party.vault.known(party.person(SOMEBODY)).references(PARTY)
    )
    party.clock.now = newest + LASTS[Term.AFTER_LEAVING] - timedelta(days=1)
    settle(party.opened, nightly=True)
    assert party.vault.person_named(DOUBLE) == party.person(SOMEBODY)
    party.clock.now += timedelta(days=2)
    settle(party.opened, nightly=True)
    assert [party.vault.person_named(name) for name in (SOMEBODY, DOUBLE)] == [None, None]


def test_who_is_still_a_member_under_one_reference_is_kept_whatever_ended_under_the_other(party: Party):
    for name in (SOMEBODY, DOUBLE):
        party.party_member(name)
    party.give(AnnouncePartyEnd(person=party.person(DOUBLE)), party.bureau)
    nights(party, 20)
    merge(party)
    party.clock.now += LASTS[Term.AFTER_LEAVING] + timedelta(days=30)
    settle(party.opened, nightly=True)
    assert party.vault.person_named(DOUBLE) == party.person(SOMEBODY)
