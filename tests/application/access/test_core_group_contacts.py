"""Members see who is in a core group and how to reach them, of each who consented, and of nobody else."""

from uuid import UUID, uuid4

import pytest

from application.commands.consents import GiveConsent, WithdrawConsent
from application.commands.networks import AppointChair, EndSeat, MarkSensitive
from application.commands.privacy import EraseOwnData
from application.errors import AccessDenied, UnknownItem
from application.ports.vault.sessions import Session
from application.queries.networks import CoreGroupContact, CoreGroupContacts, CoreGroupContactsFound
from domain.kernel.acts import Role
from domain.party.consent import ConsentPurpose
from tests.application.party import FOUNDERS, OTHER_FOUNDERS, SOMEBODY, Party
from tests.application.privacy.test_file import file_of
from tests.vaults import keep_address

PURPOSE = ConsentPurpose.CORE_GROUP_CONTACT
GIVEN = GiveConsent(purpose=PURPOSE, consent_version="kerngroep-2022-06")
FIRST, SECOND = FOUNDERS[:2]


@pytest.fixture(autouse=True)
def _a_member_who_asks(party: Party) -> None:
    party.party_member(SOMEBODY)


def named(party: Party, network: UUID, session: Session | None = None) -> tuple[CoreGroupContact, ...]:
    found: CoreGroupContactsFound = party.ask(CoreGroupContacts(network=network), session or party.member(SOMEBODY))
    return found.people


def test_nobody_is_named_who_did_not_consent(party: Party, network: UUID):
    assert named(party, network) == ()
    party.give(GIVEN, party.member(FIRST))
    assert named(party, network) == (CoreGroupContact(name=FIRST, email=None, is_chair=False),)


def test_who_consented_is_named_with_the_address_that_they_have_now_the_chair_first(party: Party, network: UUID):
    for each in sorted((FIRST, SECOND)):
        party.give(GIVEN, party.member(each))
    last = max(FIRST, SECOND)
    keep_address(party.vault, party.person(last), "voorzitter@voorbeeld.example")
    party.give(AppointChair(network=network, person=party.person(last)), party.board)
    assert [(each.name, each.email, each.is_chair) for each in named(party, network)] == [
        (last, "voorzitter@voorbeeld.example", True),
        (min(FIRST, SECOND), None, False),
    ]


def test_withdrawing_it_ends_that_at_once_as_was_told_and_so_does_leaving_the_core_group(party: Party, network: UUID):
    for each in (FIRST, SECOND):
        party.give(GIVEN, party.member(each))
    (held,) = file_of(party, FIRST).consents
    assert party.give(WithdrawConsent(purpose=PURPOSE), party.member(FIRST)).data.ended == held.ends
    assert [each.name for each in named(party, network)] == [SECOND]
    party.give(EndSeat(network=network), party.core_group(SECOND, network))
    assert named(party, network) == ()


def test_who_is_erased_is_named_no_longer(party: Party, network: UUID):
    party.give(GIVEN, party.member(FIRST))
    party.give(EraseOwnData(), party.member(FIRST))
    assert named(party, network) == ()


def test_of_a_network_with_extra_protection_nobody_is_named_whoever_consented(party: Party, network: UUID, hidden: UUID):
    for each in (FIRST, OTHER_FOUNDERS[0]):
        party.give(GIVEN, party.member(each))
    assert named(party, hidden) == ()
    party.give(MarkSensitive(network=network), party.board)
    assert named(party, network) == ()


@pytest.mark.parametrize("role", [Role.PARTY_BUREAU, Role.NATIONAL_BOARD, Role.AUDITOR, Role.REQUESTER, Role.ADMINISTRATOR])
def test_it_is_told_to_members_and_not_to_an_office(party: Party, network: UUID, role: Role):
    session = party.session(role, SOMEBODY)
    with party.refused(AccessDenied):
        named(party, network, session)


def test_a_network_that_is_not_there_has_no_core_group(party: Party):
    with party.refused(UnknownItem):
        named(party, uuid4())


def test_who_is_named_hears_that_a_member_looked(party: Party, network: UUID):
    party.give(GIVEN, party.member(FIRST))
    named(party, network)
    assert [(each.role, each.what) for each in file_of(party, FIRST).looks] == [(Role.MEMBER, "CoreGroupContacts")]
