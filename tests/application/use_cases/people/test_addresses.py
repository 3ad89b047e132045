"""Where people want their mail: said by themselves or to the bureau, kept in the vault, and told nowhere else."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from application.access.table import KNOWN
from application.commands.party import ChangeAddress, MergePersons, RecordAddress, RecordAddressBounced
from application.errors import AccessDenied, CommandIdReused, NoAddressInUse
from application.ports.claims import NoticeKind
from application.queries.attention import AttentionKind, AttentionList
from domain.kernel.acts import Role
from infrastructure.vault.errors import PersonUnknown
from tests.application.party import FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party
from tests.vaults import keep_address

LONG_AFTER = datetime(2100, 1, 1, tzinfo=UTC)
ADDRESS, ANOTHER = "sam@voorbeeld.example", "sam@elders.example"


def of(party: Party, name: str = SOMEBODY) -> str | None:
    return party.vault.addresses([party.person(name)]).get(party.person(name))


def refused(party: Party) -> list[str | None]:
    items = party.ask(AttentionList(), party.bureau).items
    return [item.name for item in items if item.kind is AttentionKind.ADDRESS_REFUSED]


@pytest.mark.parametrize("role", [Role.MEMBER, Role.REQUESTER, Role.NATIONAL_BOARD, Role.AUDITOR, Role.ADMINISTRATOR])
def test_everybody_says_where_they_want_their_own_mail(party: Party, role: Role):
    session = party.session(role, SOMEBODY)
    party.give(ChangeAddress(email=ADDRESS), session)
    assert of(party) == ADDRESS
    party.give(ChangeAddress(email=None), session)
    assert of(party) is None


def test_a_core_group_member_says_it_too(party: Party):
    network = party.founded()
    party.give(ChangeAddress(email=ADDRESS), party.core_group(FOUNDERS[0], network))
    assert of(party, FOUNDERS[0]) == ADDRESS


def test_the_bureau_keeps_the_address_that_somebody_gave(party_on_each: Party):
    party = party_on_each
    party.give(RecordAddress(person=party.person(SOMEBODY), email=ADDRESS), party.bureau)
    assert of(party) == ADDRESS


def test_an_address_that_bounces_is_used_no_more_until_there_is_another(party_on_each: Party):
    party = party_on_each
    somebody = party.person(SOMEBODY)
    keep_address(party.vault, somebody, ADDRESS)
    party.give(RecordAddressBounced(person=somebody), party.bureau)
    assert (of(party), refused(party)) == (None, [SOMEBODY])
    party.give(RecordAddress(person=somebody, email=ANOTHER), party.bureau)
    assert (of(party), refused(party)) == (ANOTHER, [])


# A letter to the address of before


def told(party: Party) -> list[tuple[str, NoticeKind]]:
    """Give which short letters wait, and take them."""
    found = iter(lambda: party.vault.notices.take(LONG_AFTER), None)
    return [(each.address, each.kind) for each in found]


@pytest.mark.parametrize("refused_first", [False, True])
def test_whoever_writes_down_another_address_for_somebody_cannot_do_so_unseen(party_on_each: Party, *, refused_first: bool):
    party = party_on_each
    somebody = party.person(SOMEBODY)
    keep_address(party.vault, somebody, ADDRESS)
    if refused_first:
        party.give(RecordAddressBounced(person=somebody), party.bureau)
    party.give(RecordAddress(person=somebody, email=ADDRESS.upper()), party.bureau)
    assert told(party) == []
    party.give(RecordAddress(person=somebody, email=ANOTHER), party.bureau)
    assert told(party) == [(ADDRESS.upper(), NoticeKind.ADDRESS_CHANGED)]


@pytest.mark.parametrize("has_address", [True, False])
def test_whose_mail_goes_to_the_address_of_a_record_that_they_were_merged_into_is_told(party: Party, *, has_address: bool):
    """Who merges somebody into a record with an address of their own could sign in as them."""
    victim, made_up = party.party_member(SOMEBODY), party.party_member(SOMEBODY_ELSE)
    keep_address(party.vault, victim, ADDRESS)
    if has_address:
        keep_address(party.vault, made_up, ANOTHER)
    party.give(MergePersons(into=made_up, merged=victim), party.bureau)
    assert told(party) == [(ADDRESS, NoticeKind.ADDRESS_CHANGED)] * has_address
    assert party.vault.addresses([made_up]) == {made_up: ANOTHER if has_address else ADDRESS}


def test_only_an_address_in_use_bounces(party: Party):
    somebody = party.person(SOMEBODY)
    bounced = RecordAddressBounced(person=somebody)
    with party.refused(NoAddressInUse):
        party.give(bounced, party.bureau)
    keep_address(party.vault, somebody, ADDRESS)
    party.give(bounced, party.bureau)
    with party.refused(NoAddressInUse):
        party.give(bounced, party.bureau)
    with party.refused(PersonUnknown):
        party.give(RecordAddressBounced(person=uuid4()), party.bureau)


@pytest.mark.parametrize("role", [role for role in KNOWN if role not in {Role.PARTY_BUREAU, Role.CORE_GROUP}])
def test_nobody_but_the_bureau_keeps_the_address_of_somebody_else(party: Party, role: Role):
    somebody = party.person(SOMEBODY)
    keep_address(party.vault, somebody, ADDRESS)
    session = party.session(role, SOMEBODY_ELSE)
    for command in (RecordAddress(person=somebody, email=ANOTHER), RecordAddressBounced(person=somebody)):
        with party.refused(AccessDenied):
            party.give(command, session)
    assert of(party) == ADDRESS


def test_a_command_that_is_repeated_brings_no_old_address_back(party: Party):
    first, member = uuid4(), party.member(SOMEBODY)
    party.give(ChangeAddress(email=ADDRESS), member, command_id=first)
    party.give(RecordAddressBounced(person=party.person(SOMEBODY)), party.bureau)
    assert party.give(ChangeAddress(email=ADDRESS), member, command_id=first).data.kept
    assert (of(party), refused(party)) == (None, [SOMEBODY])
    with party.refused(CommandIdReused):
        party.give(ChangeAddress(email=ANOTHER), member, command_id=first)
    assert of(party) is None


def test_no_event_and_no_answer_tells_an_address(party: Party, capfd: pytest.CaptureFixture[str]):
    before = party.log.last_position()
    member = party.member(SOMEBODY)
    events = len(party.recorded())
    answers = [
        party.give(ChangeAddress(email=ADDRESS), member),
        party.give(RecordAddress(person=party.person(SOMEBODY), email=ANOTHER), party.bureau),
        party.give(RecordAddressBounced(person=party.person(SOMEBODY)), party.bureau),
    ]
    assert len(party.recorded()) == events
    assert [answer.data.model_dump() for answer in answers] == [{"kept": True}] * 3
    assert before <= party.log.last_position()
    told = capfd.readouterr()
    assert ADDRESS not in told.out + told.err
    assert not any(ADDRESS in each.event.model_dump_json() for each in party.recorded())
