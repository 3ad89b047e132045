"""What each role sees of advice: a closed request is read by whom it was meant for, and everybody sees their own."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from application.commands.advice import (
    AcceptInvitation,
    AnswerCall,
    CallMembers,
    DeclareExpertConflict,
    DeliverAdvice,
    DiscloseExpertConflict,
    GiveContribution,
    InviteExpert,
    OfferAdvice,
    PublishUse,
    RedirectRequest,
    ReportUse,
    RequestAdvice,
    UseText,
)
from application.commands.networks import EndSeat, LeaveNetwork, MarkSensitive
from application.errors import AccessDenied
from application.language.answers import in_sentences
from application.language.words import Language
from application.ports.vault.contexts import OFFICE
from application.ports.vault.sessions import Session
from application.queries.advice import (
    AdviceOffers,
    AdviceRequestDetails,
    AdviceRequests,
    AnswersToCalls,
    CallsToMembers,
    PublishedUses,
)
from application.queries.auditing.record import Events, History
from application.queries.base import Query
from domain.advice.values import AdviceUse, Answered, NextActor, RequesterKind, RequestStatus
from domain.kernel.acts import Role, Source
from tests.application.party import FOUNDERS, OTHER_FOUNDERS, REQUEST, SOMEBODY, SOMEBODY_ELSE, Party

POLITICIAN, ANOTHER = "Wilma Voorbeeld", "Xander Fictief"
QUESTION = REQUEST["question"]


@pytest.fixture
def network(party: Party) -> UUID:
    network = party.founded()
    party.join(SOMEBODY, network)
    return network


@pytest.fixture
def request_of(party: Party, network: UUID) -> UUID:
    """An open question of the politician."""
    return party.asked(network, by=POLITICIAN)


@pytest.fixture
def closed(party: Party, network: UUID) -> UUID:
    """A closed question of the politician, with an expert and an answer."""
    request = party.asked(network, by=POLITICIAN, closed=True)
    kern = core_group(party, network)
    party.give(InviteExpert(advice_request=request, expert=party.party_member(SOMEBODY)), kern)
    party.give(AcceptInvitation(advice_request=request), party.member(SOMEBODY))
    party.give(DeliverAdvice(advice_request=request, advice="Ja.", recommendations=("Doen.",)), kern)
    return request


def core_group(party: Party, network: UUID, name: str = FOUNDERS[0]) -> Session:
    return party.core_group(name, network)


def details(party: Party, request: UUID, session: Session) -> Any:
    return party.ask(AdviceRequestDetails(advice_request=request), session)


def listed(party: Party, session: Session, **filters: Any) -> Any:
    return party.ask(AdviceRequests(**filters), session).items


def refused(party: Party, question: Query[Any], session: Session) -> None:
    with party.refused(AccessDenied):
        party.ask(question, session)


# Requesters


def test_a_requester_sees_the_own_requests_and_no_others(party: Party, network: UUID, request_of: UUID):
    other = party.asked(network, by=ANOTHER)
    asker = party.requester(POLITICIAN)
    assert [entry.advice_request for entry in listed(party, asker)] == [request_of]
    assert details(party, request_of, asker).question.text == QUESTION
    assert [event.type for event in party.ask(History(item=request_of), asker).items] == ["AdviceRequested"]
    for question in (AdviceRequestDetails(advice_request=other), History(item=other), History(item=network)):
        refused(party, question, asker)


def test_whoever_says_whose_requests_they_want_gets_their_own(party: Party, request_of: UUID):
    asked_by = party.vault.reference(party.person(POLITICIAN), OFFICE)
    assert listed(party, party.requester(ANOTHER), requesters=(asked_by,)) == ()
    assert [entry.advice_request for entry in listed(party, party.bureau)] == [request_of]


def test_somebody_sees_that_a_request_was_recorded_for_them_and_by_whom(party: Party, network: UUID):
    asked = RequestAdvice(**REQUEST, network=network, person=party.person(POLITICIAN), source=Source.MAIL)
    party.give(asked, core_group(party, network))
    (entry,) = listed(party, party.requester(POLITICIAN))
    assert (entry.recorded_by, entry.source) == (Role.CORE_GROUP, Source.MAIL)


def test_a_requester_sees_no_experts_and_no_names(party: Party, closed: UUID):
    page = details(party, closed, party.requester(POLITICIAN))
    assert (page.experts, page.experts_taking_part, page.requester_name) == ((), 1, None)
    assert page.delivery.advice.text == "Ja."


# The core group


def test_the_core_group_sees_the_requests_to_its_own_network(party: Party, network: UUID, request_of: UUID):
    other = party.founded(OTHER_FOUNDERS, name="Netwerk zorg")
    elsewhere = core_group(party, other, OTHER_FOUNDERS[0])
    kern = core_group(party, network)
    (entry,) = listed(party, kern, network=network)
    assert (entry.question.text, entry.requester_name, entry.next_actor) == (QUESTION, POLITICIAN, NextActor.CORE_GROUP)
    for question in (AdviceRequests(network=network), AdviceRequests(), AdviceRequestDetails(advice_request=request_of)):
        refused(party, question, elsewhere)
    party.give(EndSeat(network=network), kern)
    refused(party, AdviceRequestDetails(advice_request=request_of), kern)


def test_a_network_that_was_asked_beside_another_sees_what_is_asked(party: Party, network: UUID):
    other = party.founded(OTHER_FOUNDERS, name="Netwerk zorg")
    request = party.asked(network, by=POLITICIAN, other_networks=(other,))
    elsewhere = core_group(party, other, OTHER_FOUNDERS[0])
    party.give(GiveContribution(advice_request=request, network=other, contribution="Denk aan zorg."), elsewhere)
    page = details(party, request, elsewhere)
    assert (page.question.text, page.contributions[0].contribution.text) == (QUESTION, "Denk aan zorg.")
    assert [entry.advice_request for entry in listed(party, elsewhere, network=other)] == [request]
    refused(party, AnswersToCalls(advice_request=request), elsewhere)


def test_the_core_group_opens_an_expert_s_interest_and_others_do_not(party: Party, network: UUID, request_of: UUID):
    kern, expert = core_group(party, network), party.member(SOMEBODY)
    party.give(InviteExpert(advice_request=request_of, expert=party.person(SOMEBODY)), kern)
    party.give(DeclareExpertConflict(advice_request=request_of, interest="Ik verkoop schoolbanken."), expert)
    (shown,) = details(party, request_of, kern).experts
    assert (shown.name, shown.interest.text, shown.takes_part) == (SOMEBODY, "Ik verkoop schoolbanken.", False)
    past = party.ask(AdviceRequestDetails(advice_request=request_of, on=date(2025, 3, 3)), kern)
    assert (past.question.text, past.experts) == (QUESTION, ())
    (to_bureau,) = details(party, request_of, party.bureau).experts
    (to_auditor,) = details(party, request_of, party.session(Role.AUDITOR)).experts
    assert (to_bureau.name, to_bureau.interest) == (SOMEBODY, None)
    assert (to_auditor.name, to_auditor.interest) == (None, None)


def test_of_a_sensitive_network_the_bureau_sees_no_expert(party: Party, network: UUID, request_of: UUID):
    party.give(InviteExpert(advice_request=request_of, expert=party.person(SOMEBODY)), core_group(party, network))
    party.give(MarkSensitive(network=network), party.board)
    page = details(party, request_of, party.bureau)
    assert (page.experts, page.experts_taking_part) == ((), None)
    told = [event.type for event in party.ask(History(item=request_of), party.bureau).items]
    assert told == ["AdviceRequested"]
    (expert,) = details(party, request_of, core_group(party, network)).experts
    assert expert.name == SOMEBODY


# Experts and members


def test_an_expert_sees_what_is_asked_but_not_with_an_interest_that_is_not_disclosed(party: Party, network: UUID):
    request = party.asked(network, by=POLITICIAN, closed=True)
    kern, expert = core_group(party, network), party.member(SOMEBODY)
    refused(party, AdviceRequestDetails(advice_request=request), expert)
    party.give(InviteExpert(advice_request=request, expert=party.person(SOMEBODY)), kern)
    assert details(party, request, expert).question.text == QUESTION
    party.give(DeclareExpertConflict(advice_request=request, interest="Familie."), expert)
    refused(party, AdviceRequestDetails(advice_request=request), expert)
    party.give(DiscloseExpertConflict(advice_request=request, expert=party.person(SOMEBODY)), kern)
    assert details(party, request, expert).question.text == QUESTION


def test_members_see_calls_to_their_own_network_and_nothing_else(party: Party, network: UUID, request_of: UUID):
    member, stranger = party.member(SOMEBODY), party.member(SOMEBODY_ELSE)
    assert party.ask(CallsToMembers(network=network), member).items == ()
    party.give(CallMembers(advice_request=request_of, closes_on=date(2025, 3, 10)), core_group(party, network))
    (call,) = party.ask(CallsToMembers(network=network, on=date(2025, 3, 3)), member).items
    assert (call.advice_request, call.question.text, call.closes_on) == (request_of, QUESTION, date(2025, 3, 10))
    for question in (
        AdviceRequests(),
        AdviceRequestDetails(advice_request=request_of),
        AnswersToCalls(advice_request=request_of),
    ):
        refused(party, question, member)
    refused(party, CallsToMembers(network=network), stranger)
    party.give(LeaveNetwork(network=network), member)
    refused(party, CallsToMembers(network=network), member)


def test_a_call_that_closed_or_was_answered_is_shown_no_more(party: Party, network: UUID, request_of: UUID):
    kern, member = core_group(party, network), party.member(SOMEBODY)
    party.give(CallMembers(advice_request=request_of, closes_on=date(2025, 3, 10)), kern)
    assert len(party.ask(CallsToMembers(network=network, on=date(2025, 3, 10)), member).items) == 1
    assert party.ask(CallsToMembers(network=network, on=date(2025, 3, 11)), member).items == ()
    party.give(DeliverAdvice(advice_request=request_of, advice="Zo."), kern)
    assert party.ask(CallsToMembers(network=network, on=date(2025, 3, 10)), member).items == ()


def test_what_members_answer_is_read_by_their_core_group_and_counted_for_others(party: Party, network: UUID, request_of: UUID):
    kern = core_group(party, network)
    party.give(CallMembers(advice_request=request_of, closes_on=date(2025, 3, 10)), kern)
    for name in (SOMEBODY, FOUNDERS[1]):
        party.give(AnswerCall(advice_request=request_of, answer=f"Van {name}."), party.member(name))
    shown = party.ask(AnswersToCalls(advice_request=request_of), kern).items
    assert {(each.name, each.answer.text) for each in shown} == {(name, f"Van {name}.") for name in (SOMEBODY, FOUNDERS[1])}
    assert details(party, request_of, party.bureau).calls[0].answers == 2
    refused(party, AnswersToCalls(advice_request=request_of), party.bureau)
    refused(party, AnswersToCalls(advice_request=request_of, on=date(2025, 3, 3)), kern)


def test_of_a_sensitive_network_the_requester_does_not_see_how_many_answered(party: Party, network: UUID, request_of: UUID):
    kern, asker = core_group(party, network), party.requester(POLITICIAN)
    party.give(CallMembers(advice_request=request_of, closes_on=date(2025, 3, 10)), kern)
    party.give(AnswerCall(advice_request=request_of, answer="Ja."), party.member(SOMEBODY))
    counted = {session: details(party, request_of, session).calls[0] for session in (asker, kern)}
    assert {call.answers for call in counted.values()} == {1}
    party.give(MarkSensitive(network=network), party.board)
    for session, seen in ((asker, None), (kern, 1)):
        assert details(party, request_of, session).calls[0].answers == seen


def test_what_was_done_is_between_requester_and_network_until_it_is_published(party: Party, network: UUID, request_of: UUID):
    kern, asker = core_group(party, network), party.requester(POLITICIAN)
    party.give(DeliverAdvice(advice_request=request_of, advice="Zo."), kern)
    uses = (UseText(use=AdviceUse.ADOPTED, remark="Verwerkt in de motie."),)
    party.give(ReportUse(advice_request=request_of, uses=uses), asker)
    assert details(party, request_of, kern).uses_reported[0].remark.text == "Verwerkt in de motie."
    assert party.ask(PublishedUses(), party.member(SOMEBODY)).items == ()
    party.give(PublishUse(advice_request=request_of), asker)
    (shown,) = party.ask(PublishedUses(), party.member(SOMEBODY_ELSE)).items
    assert (shown.question.text, shown.uses[0].remark.text) == (QUESTION, "Verwerkt in de motie.")
    party.give(ReportUse(advice_request=request_of, uses=(UseText(use=AdviceUse.NOT, remark="Toch niet."),)), asker)
    (still,) = party.ask(PublishedUses(), party.member(SOMEBODY)).items
    assert still.uses[0].remark.text == "Verwerkt in de motie."
    party.give(MarkSensitive(network=network), party.board)
    assert party.ask(PublishedUses(), party.member(SOMEBODY)).items == ()


# Those who look over it


def test_the_board_sees_numbers_and_states_and_not_what_is_asked(party: Party, request_of: UUID):
    (entry,) = listed(party, party.board)
    assert (entry.status, entry.due, entry.next_actor) == (RequestStatus.ASKED, REQUEST["due"], NextActor.CORE_GROUP)
    assert (entry.question, entry.requester, entry.requester_name) == (None, None, None)
    refused(party, AdviceRequestDetails(advice_request=request_of), party.board)
    refused(party, History(item=request_of), party.board)


@pytest.mark.parametrize("role", [Role.PARTY_BUREAU, Role.AUDITOR, Role.NATIONAL_BOARD])
def test_of_a_closed_request_others_see_that_it_is_there_its_dates_and_its_state(party: Party, closed: UUID, role: Role):
    asking = party.session(role)
    (entry,) = listed(party, asking)
    assert (entry.closed, entry.status, entry.due) == (True, RequestStatus.DELIVERED, REQUEST["due"])
    assert (entry.question, entry.requester) == (None, None)
    if role is Role.NATIONAL_BOARD:
        return
    page = details(party, closed, asking)
    assert (page.question, page.experts, page.requester_name) == (None, (), None)
    assert (page.delivery.advice, page.delivery.recommendations, page.recommendations) == (None, (), 1)
    told = page.model_dump_json() + "".join(event.model_dump_json() for event in party.ask(History(item=closed), asking).items)
    assert QUESTION not in told
    assert "Doen." not in told
    assert party.vault.reference(party.person(POLITICIAN), OFFICE) not in told


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR])
def test_whoever_looks_over_the_log_is_told_of_a_closed_request_in_sentences_without_who_asked(
    party: Party, closed: UUID, role: Role
):
    told = in_sentences(party.ask(Events(item=closed), party.session(role)), Language.EN)
    assert told[0].sentence.startswith("A requester asked the network for advice. The answer is needed by")
    assert all(each.sentence for each in told)
    assert party.vault.reference(party.person(POLITICIAN), OFFICE) not in "".join(each.model_dump_json() for each in told)


def test_whom_a_closed_request_is_meant_for_reads_it(party: Party, network: UUID, closed: UUID):
    for session in (party.requester(POLITICIAN), core_group(party, network), party.member(SOMEBODY)):
        page = details(party, closed, session)
        assert (page.question.text, page.delivery.recommendations[0].text) == (QUESTION, "Doen.")


def test_when_the_key_of_a_closed_request_is_gone_its_text_is_gone_and_its_dates_stay(party: Party, closed: UUID):
    party.vault.destroy_dossier_key(closed)
    page = details(party, closed, party.requester(POLITICIAN))
    assert (page.question.text, page.delivery.advice.text) == (None, None)
    assert page.status is RequestStatus.DELIVERED


@pytest.mark.usefixtures("request_of")
def test_of_a_sensitive_network_the_board_sees_no_requests_also_of_before(party: Party, network: UUID):
    assert len(listed(party, party.board)) == 1
    party.give(MarkSensitive(network=network), party.board)
    for on in (None, date(2025, 3, 3)):
        assert listed(party, party.board, on=on) == ()
    assert len(listed(party, party.bureau)) == 1
    assert len(listed(party, party.requester(POLITICIAN))) == 1
    assert len(listed(party, core_group(party, network), network=network)) == 1


def test_a_request_that_went_on_from_a_sensitive_network_stays_hidden(party: Party, network: UUID, request_of: UUID):
    other = party.founded(OTHER_FOUNDERS, name="Netwerk zorg")
    party.give(MarkSensitive(network=network), party.board)
    party.give(RedirectRequest(advice_request=request_of, other_network=other, due=REQUEST["due"]), core_group(party, network))
    assert listed(party, party.board) == ()
    assert [each.network for each in listed(party, party.bureau)] == [other]


# What an evaluation later needs


def test_a_request_keeps_what_an_evaluation_asks_and_the_events_behind_it(party: Party, network: UUID, request_of: UUID):
    party.clock.now += timedelta(days=40)
    kern, asker = core_group(party, network), party.requester(POLITICIAN)
    party.give(DeliverAdvice(advice_request=request_of, advice="Zo.", minority_views=("Anders.",), answered=Answered.YES), kern)
    party.give(ReportUse(advice_request=request_of, uses=(UseText(use=AdviceUse.PENDING),)), asker)
    page = details(party, request_of, party.bureau)
    assert (page.requester_kind, page.first_due, page.due) == (RequesterKind.POLITICIAN, REQUEST["due"], REQUEST["due"])
    assert page.overdue_at is not None
    assert page.delivered_at > page.overdue_at
    assert (page.minority_views, page.answered, page.answered_for_requester) == (1, Answered.YES, None)
    assert (page.status, page.uses) == (RequestStatus.USE_PENDING, (AdviceUse.PENDING,))
    assert [each.type for each in page.events] == [
        "AdviceRequested",
        "AnswerReminded",
        "NoAnswerYet",
        "AdviceOverdue",
        "AdviceDelivered",
        "AdviceUseReported",
    ]
    assert page.events[0].events == (f"{request_of}:1",)


def test_requests_are_found_by_network_and_state_and_as_of_a_day(party: Party, network: UUID, request_of: UUID):
    assert listed(party, party.bureau, status=RequestStatus.DELIVERED) == ()
    assert len(listed(party, party.bureau, status=RequestStatus.ASKED, network=network)) == 1
    assert listed(party, party.bureau, network=UUID(int=4)) == ()
    assert listed(party, party.bureau, on=date(2025, 3, 2)) == ()
    party.clock.pass_time(days=2)
    party.give(DeliverAdvice(advice_request=request_of, advice="Zo."), core_group(party, network))
    (before,) = listed(party, party.bureau, on=date(2025, 3, 4))
    (now,) = listed(party, party.bureau)
    assert (before.status, before.delivered_at) == (RequestStatus.ASKED, None)
    assert now.status is RequestStatus.DELIVERED


# Unasked


def test_advice_that_was_given_unasked_is_read_by_those_it_is_for(party: Party, network: UUID):
    offered = OfferAdvice(network=network, addressee=RequesterKind.COMMITTEE, advice="Denk aan kleine scholen.")
    party.give(offered, core_group(party, network))
    for session in (party.requester(POLITICIAN), party.bureau, party.board):
        (offer,) = party.ask(AdviceOffers(), session).items
        assert (offer.network, offer.advice) == (network, "Denk aan kleine scholen.")
    assert len(party.ask(AdviceOffers(network=network), core_group(party, network)).items) == 1
    refused(party, AdviceOffers(), party.member(SOMEBODY))
