"""Who looks at people is recorded before they see anything: names and closed texts, in every question."""

import re
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from application.access import looks as module
from application.access.looks import BULK
from application.commands.advice import (
    AcceptInvitation,
    AcceptRequest,
    AnswerCall,
    CallMembers,
    DeclareExpertConflict,
    InviteExpert,
)
from application.commands.privacy import EraseOwnData
from application.errors import AccessDenied, LookPurposeMissing
from application.language.words import words_for
from application.ports.errors import StoreBusy
from application.ports.vault.looks import LookPurpose
from application.queries.advice import AdviceRequestDetails, AdviceRequests, AnswersToCalls
from application.queries.auditing.record import MOST_FOUND, History, OfficesHeld, PeopleNamed
from application.queries.networks import MembersOfNetwork, NetworkDetails
from application.queries.plans import FoundingPlanDetails
from domain.kernel.acts import Role
from domain.kernel.text import Purpose
from tests.application.party import BUREAU, FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party
from tests.application.privacy.test_file import file_of
from tests.beginning import administrator

ACCESS = Path(module.__file__).parent


def looks_at(party: Party, name: str) -> list[tuple[Role, str, UUID | None]]:
    return [(each.role, each.what, each.about) for each in party.vault.looks_at(party.person(name))]


def test_who_reads_a_list_of_members_looked_at_each_of_them(party: Party, network: UUID):
    party.ask(MembersOfNetwork(network=network), party.bureau)
    for name in (SOMEBODY, FOUNDERS[0]):
        (look,) = party.vault.looks_at(party.person(name))
        assert (look.role, look.what, look.about) == (Role.PARTY_BUREAU, "MembersOfNetwork", network)
        assert (look.by, look.day) == (party.person(BUREAU), party.clock().date())


def test_of_a_page_only_those_on_it_are_looked_at(party: Party, network: UUID):
    answer = party.ask(MembersOfNetwork(network=network, limit=1), party.bureau)
    looked_at = [name for name in (SOMEBODY, *FOUNDERS) if looks_at(party, name)]
    assert looked_at == [answer.items[0].name]


def test_reading_again_the_same_day_is_no_second_look_and_the_next_day_it_is(party: Party, network: UUID):
    for _ in range(2):
        party.ask(MembersOfNetwork(network=network), party.bureau)
    assert len(looks_at(party, SOMEBODY)) == 1
    party.clock.pass_time(days=1)
    party.ask(MembersOfNetwork(network=network), party.bureau)
    assert len(looks_at(party, SOMEBODY)) == 2


@pytest.mark.parametrize("purpose", LookPurpose)
def test_what_somebody_looks_for_is_kept_with_the_look_and_told_in_words(party: Party, network: UUID, purpose: LookPurpose):
    party.opened.service.query(MembersOfNetwork(network=network), session=party.bureau, purpose=purpose)
    assert [each.purpose for each in party.vault.looks_at(party.person(SOMEBODY))] == [purpose]
    (told,) = file_of(party, SOMEBODY).looks
    assert (told.purpose, (told.nl, told.en)) == (purpose, words_for(purpose))


def test_looking_for_something_else_the_same_day_is_another_look(party: Party, network: UUID):
    for purpose in (None, LookPurpose.MENDING, None, LookPurpose.OVERSIGHT, LookPurpose.MENDING):
        party.opened.service.query(MembersOfNetwork(network=network), session=party.bureau, purpose=purpose)
    looked = [each.purpose for each in party.vault.looks_at(party.person(SOMEBODY))]
    assert looked == [None, LookPurpose.MENDING, LookPurpose.OVERSIGHT]


@pytest.mark.parametrize("many", [{"limit": BULK + 1}, {"limit": 1, "after": "a"}])
def test_who_reads_many_members_at_once_says_what_for(party: Party, network: UUID, many: dict[str, Any]):
    with party.refused(LookPurposeMissing):
        party.ask(MembersOfNetwork(network=network, **many), party.bureau)
    assert looks_at(party, SOMEBODY) == []
    service = party.opened.service
    service.query(MembersOfNetwork(network=network, limit=BULK + 1), session=party.bureau, purpose=LookPurpose.OVERSIGHT)
    assert len(looks_at(party, SOMEBODY)) == 1


def test_who_may_not_read_a_list_is_told_so_and_not_to_say_what_for(party: Party, network: UUID):
    with party.refused(AccessDenied):
        party.ask(MembersOfNetwork(network=network, limit=BULK + 1), party.board)


def test_at_oneself_nobody_looks(party: Party, network: UUID):
    party.ask(MembersOfNetwork(network=network), party.core_group(FOUNDERS[0], network))
    assert looks_at(party, FOUNDERS[0]) == []
    assert looks_at(party, SOMEBODY) == [(Role.CORE_GROUP, "MembersOfNetwork", network)]


def test_who_finds_somebody_by_name_looked_at_them(party: Party):
    party.person(SOMEBODY)
    party.ask(PeopleNamed(name=SOMEBODY), party.bureau)
    assert looks_at(party, SOMEBODY) == [(Role.PARTY_BUREAU, "PeopleNamed", None)]


def test_whoever_is_among_those_found_by_the_beginning_of_a_name_is_looked_at_and_who_is_left_out_is_not(party: Party):
    names = [f"Anne Verzonnen {letter}" for letter in "abcdefghijkl"]
    for name in names:
        party.person(name)
    answer = party.ask(PeopleNamed(name="anne v"), party.bureau)
    assert (len(answer.people), answer.more) == (MOST_FOUND, True)
    assert [name for name in names if looks_at(party, name)] == [each.name for each in answer.people]


def test_who_reads_province_and_year_of_members_looked_at_them_also_where_they_have_no_name(party: Party, network: UUID):
    party.vault.destroy_key(party.person(SOMEBODY), Purpose.IDENTITY)
    listed = party.ask(MembersOfNetwork(network=network), party.bureau).items
    assert [each.name for each in listed if each.person == party.person(SOMEBODY)] == [None]
    assert looks_at(party, SOMEBODY) == [(Role.PARTY_BUREAU, "MembersOfNetwork", network)]


def test_who_is_named_in_a_history_a_plan_or_a_list_of_roles_is_looked_at(party: Party):
    plan = party.submitted()
    party.ask(FoundingPlanDetails(plan=plan), party.board)
    party.ask(History(item=plan), party.board)
    assert looks_at(party, FOUNDERS[1]) == [
        (Role.NATIONAL_BOARD, "FoundingPlanDetails", plan),
        (Role.NATIONAL_BOARD, "History", plan),
    ]
    party.holder(SOMEBODY, Role.AUDITOR)
    party.ask(OfficesHeld(), administrator(party.opened))
    assert looks_at(party, SOMEBODY) == [(Role.ADMINISTRATOR, "OfficesHeld", None)]


def test_where_nobody_is_named_nobody_is_looked_at(party: Party, hidden: UUID):
    party.ask(NetworkDetails(network=hidden), party.bureau)
    for session in (party.bureau, party.session(Role.AUDITOR)):
        with party.refused(AccessDenied):
            party.ask(MembersOfNetwork(network=hidden), session)
    assert looks_at(party, SOMEBODY) == []


def test_who_opens_what_somebody_wrote_looked_at_them(party: Party, network: UUID):
    request, seat = party.asked(network), party.core_group(FOUNDERS[0], network)
    party.give(AcceptRequest(advice_request=request), seat)
    party.give(InviteExpert(advice_request=request, expert=party.person(SOMEBODY)), seat)
    party.give(AcceptInvitation(advice_request=request), party.member(SOMEBODY))
    party.give(DeclareExpertConflict(advice_request=request, interest="Mijn zus werkt er."), party.member(SOMEBODY))
    party.give(CallMembers(advice_request=request, closes_on=party.clock().date()), seat)
    party.join(SOMEBODY_ELSE, network)
    party.give(AnswerCall(advice_request=request, answer="Denk aan de bus."), party.member(SOMEBODY_ELSE))
    party.ask(AdviceRequestDetails(advice_request=request), seat)
    assert looks_at(party, SOMEBODY) == [(Role.CORE_GROUP, "AdviceRequestDetails", request)]
    party.ask(AnswersToCalls(advice_request=request), seat)
    assert looks_at(party, SOMEBODY_ELSE) == [(Role.CORE_GROUP, "AnswersToCalls", request)]


def test_who_reads_a_closed_request_looked_at_whoever_asked(party: Party, network: UUID):
    request = party.asked(network, by=SOMEBODY_ELSE, closed=True)
    party.ask(AdviceRequests(), party.bureau)
    assert looks_at(party, SOMEBODY_ELSE) == []
    party.ask(AdviceRequestDetails(advice_request=request), party.core_group(FOUNDERS[0], network))
    assert looks_at(party, SOMEBODY_ELSE) == [(Role.CORE_GROUP, "AdviceRequestDetails", request)]


def test_what_cannot_be_recorded_is_not_shown(party: Party, network: UUID, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(party.opened.service.access_log, "_vault", BusyVault(party))
    with party.refused(StoreBusy):
        party.ask(MembersOfNetwork(network=network), party.bureau)


class BusyVault:
    """A vault that keeps no look."""

    def __init__(self, party: Party) -> None:
        self.whose = party.vault.whose

    def keep_looks(self, *_: object) -> None:
        raise StoreBusy


def test_who_is_erased_is_looked_at_no_more_and_takes_the_looks_along(party: Party, network: UUID):
    party.ask(MembersOfNetwork(network=network), party.bureau)
    party.give(EraseOwnData(), party.member(SOMEBODY))
    party.clock.pass_time(days=1)
    party.ask(MembersOfNetwork(network=network), party.bureau)
    assert looks_at(party, SOMEBODY) == []


def test_no_answer_is_made_of_names_or_texts_past_the_record():
    """Whatever redacts asks names and texts of its reach, which remembers at whom it looked."""
    past = re.compile(r"vault\.(names|open|details|people_named|person_named)\(")
    found = {file.name for file in ACCESS.rglob("*.py") if past.search(file.read_text(encoding="utf-8"))}
    assert found == {"scopes.py"}
