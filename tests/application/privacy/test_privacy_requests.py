"""What people ask about what is kept of them waits on the privacy officer's list, with a month to answer."""

from datetime import date, timedelta

import pytest

from application.commands.privacy import AnswerPrivacyRequest, AskPrivacyOfficer, EraseOwnData, RecordPrivacyRequest
from application.errors import AccessDenied
from application.ports.vault.contexts import PRIVACY
from application.ports.vault.sessions import Session
from application.queries.attention import AttentionItem, AttentionKind, AttentionList
from application.queries.privacy import PrivacyRequestEntry, PrivacyRequests
from domain.kernel.acts import Role, Source
from domain.party.privacy_request import PrivacyMatter, PrivacyOutcome, PrivacyRequestOpenAlready
from tests.application.party import SOMEBODY, Party

OFFICER = "Fenna Voorbeeld"
DUE = date(2025, 4, 3)


def officer(party: Party) -> Session:
    return party.session(Role.PRIVACY_OFFICER, OFFICER)


def listed(party: Party) -> list[PrivacyRequestEntry]:
    return list(party.ask(PrivacyRequests(), officer(party)).items)


def waiting(party: Party) -> list[AttentionItem]:
    found: list[AttentionItem] = [*party.ask(AttentionList(), officer(party)).items]
    assert {each.kind for each in found} <= {AttentionKind.PRIVACY_REQUEST_TO_ANSWER}
    return found


@pytest.mark.parametrize("matter", PrivacyMatter)
def test_what_is_asked_waits_for_a_month_on_the_list_of_the_privacy_officer(party: Party, matter: PrivacyMatter):
    asked = party.give(AskPrivacyOfficer(matter=matter), party.member(SOMEBODY)).data
    assert asked.due_on == DUE
    (item,) = waiting(party)
    assert (item.item, item.due_on, item.overdue, item.name) == (asked.privacy_request, DUE, False, None)
    (entry,) = listed(party)
    assert (entry.name, entry.person, entry.matter, entry.outcome) == (SOMEBODY, party.person(SOMEBODY), matter, None)


def test_after_the_month_it_is_overdue_and_once_it_is_answered_it_is_off_the_list(party: Party):
    asked = party.give(AskPrivacyOfficer(matter=PrivacyMatter.ACCESS), party.member(SOMEBODY)).data
    party.clock.pass_time(days=32)
    assert [each.overdue for each in waiting(party)] == [True]
    answer = AnswerPrivacyRequest(privacy_request=asked.privacy_request, outcome=PrivacyOutcome.DONE)
    assert party.give(answer, officer(party)).data.due_on is None
    assert waiting(party) == []
    assert [(each.outcome, each.due_on) for each in listed(party)] == [(PrivacyOutcome.DONE, None)]


def test_who_asks_is_known_by_a_reference_of_its_own_and_in_no_office(party: Party):
    board = party.session(Role.NATIONAL_BOARD, SOMEBODY)
    party.give(AskPrivacyOfficer(matter=PrivacyMatter.OBJECTION), board)
    received = party.newest()
    own = party.vault.reference(party.person(SOMEBODY), PRIVACY)
    assert (received.reference, received.act.by, received.act.role, received.act.source) == (own, own, Role.MEMBER, Source.SELF)


@pytest.mark.parametrize("role", [Role.PRIVACY_OFFICER, Role.PARTY_BUREAU])
def test_what_came_by_letter_is_recorded_for_somebody(party: Party, role: Role):
    person, session = party.party_member(SOMEBODY), party.session(role, OFFICER)
    recorded = RecordPrivacyRequest(person=person, matter=PrivacyMatter.ERASURE, source=Source.PAPER)
    party.give(recorded, session)
    assert party.newest().act.source is Source.PAPER
    with party.refused(PrivacyRequestOpenAlready):
        party.give(recorded, session)


@pytest.mark.parametrize("role", [Role.PARTY_BUREAU, Role.AUDITOR, Role.ADMINISTRATOR, Role.MEMBER])
def test_who_asked_what_is_for_the_privacy_officer_alone(party: Party, role: Role):
    party.give(AskPrivacyOfficer(matter=PrivacyMatter.ACCESS), party.member(SOMEBODY))
    session = party.session(role, OFFICER)
    with party.refused(AccessDenied):
        party.ask(PrivacyRequests(), session)


def test_looking_who_asked_is_a_look_at_them(party: Party):
    party.give(AskPrivacyOfficer(matter=PrivacyMatter.ACCESS), party.member(SOMEBODY))
    listed(party)
    assert [each.what for each in party.vault.looks_at(party.person(SOMEBODY))] == ["PrivacyRequests"]


def test_what_an_erased_person_asked_is_listed_without_a_name(party: Party):
    party.give(AskPrivacyOfficer(matter=PrivacyMatter.ACCESS), party.member(SOMEBODY))
    party.clock.pass_time(hours=1)
    party.give(EraseOwnData(), party.member(SOMEBODY))
    assert [(each.name, each.person) for each in listed(party)] == [(None, None)]


def test_as_of_a_day_before_nothing_was_asked(party: Party):
    party.clock.pass_time(days=2)
    party.give(AskPrivacyOfficer(matter=PrivacyMatter.ACCESS), party.member(SOMEBODY))
    yesterday = party.clock().date() - timedelta(days=1)
    assert party.ask(PrivacyRequests(on=yesterday), officer(party)).items == ()
