"""Whose a reference is, is told once to the privacy officer who asks, when a second person agrees."""

from uuid import UUID, uuid4

import pytest

from application.commands.liftings import AgreeToLifting, AskLifting, RefuseLifting, TellLiftedName
from application.commands.party import EndRole, MergePersons
from application.commands.privacy import EraseOwnData
from application.errors import AccessDenied
from application.ports.errors import StoreBusy
from application.ports.vault.contexts import OFFICE, in_network
from application.ports.vault.looks import LookPurpose
from application.ports.vault.sessions import Session
from application.queries.attention import AttentionKind, AttentionList
from application.queries.auditing.record import History
from application.queries.privacy import ReferenceLiftingEntry, ReferenceLiftings
from domain.kernel.acts import Role
from domain.networks.membership import membership_id
from domain.party.reference_lifting import (
    LiftingNotAgreed,
    LiftingNotOpen,
    LiftingOfSomeoneElse,
    LiftingStatus,
    ReferenceUnknown,
    SecondPersonNeeded,
)
from tests.application.party import CONSENT, OTHER_FOUNDERS, SOMEBODY, Party

OFFICER, OTHER_OFFICER, ON_BOARD = "Fenna Voorbeeld", "Floor Verzonnen", "Bas Verzonnen"
WHY = "Nodig voor een klacht over dit netwerk."


def officer(party: Party, name: str = OFFICER) -> Session:
    return party.session(Role.PRIVACY_OFFICER, name)


def on_board(party: Party, name: str = ON_BOARD) -> Session:
    return party.session(Role.NATIONAL_BOARD, name)


@pytest.fixture
def member(party: Party) -> tuple[UUID, str]:
    """A membership of an ordinary network, and the reference in it."""
    network = party.network()
    party.join(SOMEBODY, network)
    reference = party.vault.reference(party.person(SOMEBODY), in_network(network))
    return membership_id(network, reference), reference


@pytest.fixture
def asked(party: Party, member: tuple[UUID, str]) -> UUID:
    """A lifting that was asked for by the officer."""
    item, reference = member
    ask = AskLifting(item=item, reference=reference, reasons=WHY)
    return party.give(ask, officer(party)).data.reference_lifting


def status(party: Party) -> LiftingStatus:
    found: list[ReferenceLiftingEntry] = [*party.ask(ReferenceLiftings(), officer(party)).items]
    return found[-1].status


@pytest.mark.parametrize("second", [Role.NATIONAL_BOARD, Role.PRIVACY_OFFICER])
def test_when_a_second_person_agrees_the_officer_is_told_the_name(party: Party, asked: UUID, second: Role):
    party.give(AgreeToLifting(reference_lifting=asked), party.session(second, ON_BOARD))
    assert party.give(TellLiftedName(reference_lifting=asked), officer(party)).data.name == SOMEBODY
    assert status(party) is LiftingStatus.TOLD


def test_it_is_told_once(party: Party, asked: UUID):
    party.give(AgreeToLifting(reference_lifting=asked), on_board(party))
    party.give(TellLiftedName(reference_lifting=asked), officer(party))
    with party.refused(LiftingNotAgreed):
        party.give(TellLiftedName(reference_lifting=asked), officer(party))


def test_before_somebody_agreed_and_after_somebody_refused_nothing_is_told(party: Party, asked: UUID):
    with party.refused(LiftingNotAgreed):
        party.give(TellLiftedName(reference_lifting=asked), officer(party))
    party.give(RefuseLifting(reference_lifting=asked), on_board(party))
    with party.refused(LiftingNotAgreed):
        party.give(TellLiftedName(reference_lifting=asked), officer(party))
    with party.refused(LiftingNotOpen):
        party.give(AgreeToLifting(reference_lifting=asked), on_board(party))


def test_who_asked_is_no_second_person_in_another_role_either(party: Party, asked: UUID):
    for same in (officer(party), on_board(party, OFFICER)):
        for answer in (AgreeToLifting(reference_lifting=asked), RefuseLifting(reference_lifting=asked)):
            with party.refused(SecondPersonNeeded):
                party.give(answer, same)


@pytest.mark.parametrize("agreed_before", [True, False])
def test_two_records_of_one_person_are_no_two_persons(party: Party, asked: UUID, *, agreed_before: bool):
    agree, second = AgreeToLifting(reference_lifting=asked), on_board(party)
    if agreed_before:
        party.give(agree, second)
    party.give(EndRole(person=party.person(ON_BOARD), role=Role.NATIONAL_BOARD), party.session(Role.ADMINISTRATOR))
    party.give(MergePersons(into=party.person(OFFICER), merged=party.person(ON_BOARD)), party.bureau)
    with party.refused(SecondPersonNeeded):
        party.give(TellLiftedName(reference_lifting=asked) if agreed_before else agree, officer(party))


def test_after_seven_days_nothing_is_agreed_or_told_any_more(party: Party, asked: UUID):
    party.clock.pass_time(days=7)
    party.give(AgreeToLifting(reference_lifting=asked), on_board(party))
    party.clock.pass_time(days=1)
    with party.refused(LiftingNotAgreed):
        party.give(TellLiftedName(reference_lifting=asked), officer(party))
    with party.refused(LiftingNotOpen):
        party.give(AgreeToLifting(reference_lifting=asked), on_board(party))


def test_another_officer_is_not_told(party: Party, asked: UUID):
    party.give(AgreeToLifting(reference_lifting=asked), on_board(party))
    another = officer(party, OTHER_OFFICER)
    with party.refused(LiftingOfSomeoneElse):
        party.give(TellLiftedName(reference_lifting=asked), another)


@pytest.mark.parametrize("role", [Role.PARTY_BUREAU, Role.AUDITOR, Role.ADMINISTRATOR, Role.MEMBER, Role.NATIONAL_BOARD])
def test_only_a_privacy_officer_asks_and_is_told(party: Party, asked: UUID, member: tuple[UUID, str], role: Role):
    session = party.session(role, OTHER_OFFICER)
    for command in (AskLifting(item=member[0], reference=member[1], reasons=WHY), TellLiftedName(reference_lifting=asked)):
        with party.refused(AccessDenied):
            party.give(command, session)


def test_it_is_on_the_list_of_who_may_agree_until_the_term_is_over(party: Party, asked: UUID):
    for session in (on_board(party), officer(party, OTHER_OFFICER)):
        found = [each.item for each in party.ask(AttentionList(), session).items if each.kind is AttentionKind.LIFTING_TO_ANSWER]
        assert found == [asked]
    party.clock.pass_time(days=8)
    kinds = {each.kind for each in party.ask(AttentionList(), on_board(party)).items}
    assert AttentionKind.LIFTING_TO_ANSWER not in kinds


def test_being_named_is_a_look_that_the_person_finds(party: Party, asked: UUID, member: tuple[UUID, str]):
    party.give(AgreeToLifting(reference_lifting=asked), on_board(party))
    assert party.vault.looks_at(party.person(SOMEBODY)) == []
    party.give(TellLiftedName(reference_lifting=asked), officer(party))
    (look,) = party.vault.looks_at(party.person(SOMEBODY))
    assert (look.what, look.role, look.about) == ("TellLiftedName", Role.PRIVACY_OFFICER, member[0])
    assert look.purpose is LookPurpose.OVERSIGHT


def test_the_look_says_what_for(party: Party, asked: UUID):
    party.give(AgreeToLifting(reference_lifting=asked), on_board(party))
    party.give(TellLiftedName(reference_lifting=asked, purpose=LookPurpose.MENDING), officer(party))
    assert [look.purpose for look in party.vault.looks_at(party.person(SOMEBODY))] == [LookPurpose.MENDING]


def test_where_nothing_is_recorded_there_is_no_look(party: Party, asked: UUID, monkeypatch: pytest.MonkeyPatch):
    party.give(AgreeToLifting(reference_lifting=asked), on_board(party))
    session = officer(party)

    def is_full(*_: object, **__: object) -> None:
        raise StoreBusy

    with monkeypatch.context() as patched:
        patched.setattr("application.command_handler.record", is_full)
        with pytest.raises(StoreBusy):
            party.give(TellLiftedName(reference_lifting=asked), session)
    assert party.vault.looks_at(party.person(SOMEBODY)) == []


def test_the_same_again_is_answered_until_the_last_day_and_no_name_is_looked_up_after_it(party: Party, asked: UUID):
    party.give(AgreeToLifting(reference_lifting=asked), on_board(party))
    tell, session, command_id = TellLiftedName(reference_lifting=asked), officer(party), uuid4()

    def told() -> str | None:
        return party.opened.service.execute(tell, session=session, command_id=command_id).data.name

    assert told() == SOMEBODY
    party.clock.pass_time(days=7)
    assert told() == SOMEBODY
    party.clock.pass_time(days=1)
    before = party.vault.looks_at(party.person(SOMEBODY))
    with pytest.raises(LiftingNotAgreed):
        told()
    assert party.vault.looks_at(party.person(SOMEBODY)) == before


def test_what_is_recorded_says_who_and_why_and_no_name(party: Party, asked: UUID):
    party.give(AgreeToLifting(reference_lifting=asked), on_board(party))
    party.give(TellLiftedName(reference_lifting=asked), officer(party))
    told = party.ask(History(item=asked), officer(party)).items
    offices = [party.vault.reference(party.person(name), OFFICE) for name in (OFFICER, ON_BOARD, OFFICER)]
    assert ([each.type for each in told], [each.by for each in told]) == (
        ["LiftingAsked", "LiftingAgreed", "LiftedNameTold"],
        offices,
    )
    assert not any(SOMEBODY in each.model_dump_json() for each in told)
    receipt = party.log.receipt(told[-1].command)
    assert receipt is not None
    assert SOMEBODY not in str(receipt.answer)


def test_a_reference_that_is_not_seen_with_the_item_is_not_lifted(party: Party, member: tuple[UUID, str]):
    session = officer(party)
    with party.refused(ReferenceUnknown):
        party.give(AskLifting(item=member[0], reference="r" + 32 * "0", reasons=WHY), session)


def test_nobody_in_a_sensitive_network_is_named_so(party: Party):
    network = party.founded(OTHER_FOUNDERS, name="LHBTIQ+ netwerk", sensitive=True)
    party.join(SOMEBODY, network, consent_version=CONSENT)
    reference, session = party.vault.reference(party.person(SOMEBODY), in_network(network)), officer(party)
    for item in (network, membership_id(network, reference)):
        with party.refused(ReferenceUnknown):
            party.give(AskLifting(item=item, reference=reference, reasons=WHY), session)


def test_of_who_was_erased_there_is_no_name_to_tell(party: Party, asked: UUID):
    party.give(AgreeToLifting(reference_lifting=asked), on_board(party))
    party.clock.pass_time(hours=1)
    party.give(EraseOwnData(), party.member(SOMEBODY))
    assert party.give(TellLiftedName(reference_lifting=asked), officer(party)).data.name is None
