"""Members of a network read what it answered once it did, and nothing that is not for them."""

from typing import Any
from uuid import UUID

import pytest

from application.commands.advice import AcknowledgeAdvice, AskClarification, DeliverAdvice, GiveClarification, ReportUse, UseText
from application.commands.networks import LeaveNetwork
from application.errors import AccessDenied
from application.queries.advice import AdviceOfNetwork, AdviceRequestDetails
from application.queries.auditing.record import History
from domain.advice.values import AdviceUse
from tests.application.party import CONSENT, FOUNDERS, OTHER_FOUNDERS, REQUEST, SOMEBODY, SOMEBODY_ELSE, Party

POLITICIAN = "Wilma Voorbeeld"
QUESTION = REQUEST["question"]
WHY = "Het debat is nog geheim."


@pytest.fixture
def network(party: Party) -> UUID:
    network = party.founded()
    party.join(SOMEBODY, network)
    party.party_member(SOMEBODY_ELSE)
    return network


def answered(party: Party, network: UUID, founder: str = FOUNDERS[0], **asked: Any) -> UUID:
    """A request that was explained, answered and acknowledged, with what was done with it."""
    request = party.asked(network, by=POLITICIAN, **asked)
    kern, requester = party.core_group(founder, network), party.requester(POLITICIAN)
    party.give(AskClarification(advice_request=request, question="Voor wie?"), kern)
    party.give(GiveClarification(advice_request=request, answer="Voor dorpen."), requester)
    party.give(DeliverAdvice(advice_request=request, advice="Doen.", recommendations=("Begin.",)), kern)
    party.give(AcknowledgeAdvice(advice_request=request), requester)
    party.give(ReportUse(advice_request=request, uses=(UseText(number=1, use=AdviceUse.ADOPTED),)), requester)
    return request


def reads(party: Party, request: UUID, name: str) -> Any:
    return party.ask(AdviceRequestDetails(advice_request=request), party.member(name))


def listed(party: Party, network: UUID, name: str) -> list[UUID]:
    return [each.advice_request for each in party.ask(AdviceOfNetwork(network=network), party.member(name)).items]


def test_a_member_reads_question_answer_and_what_was_done_with_it_and_nobody_who_had_a_hand_in_it(party: Party, network: UUID):
    request = answered(party, network)
    page = reads(party, request, SOMEBODY)
    assert (page.question.text, page.delivery.advice.text) == (QUESTION, "Doen.")
    assert [(each.number, each.use) for each in page.uses_reported] == [(1, AdviceUse.ADOPTED)]
    assert (page.requester, page.requester_name, page.recorded_by, page.experts_taking_part) == (None, None, None, None)
    for said in ("clarifications", "new_days", "experts", "calls", "contributions", "redirections", "events"):
        assert getattr(page, said) == ()
    (entry,) = party.ask(AdviceOfNetwork(network=network), party.member(SOMEBODY)).items
    assert (entry.advice_request, entry.question.text) == (request, QUESTION)


def test_before_there_is_an_answer_no_member_reads_the_question(party: Party, network: UUID):
    request = party.asked(network, by=POLITICIAN)
    with party.refused(AccessDenied):
        reads(party, request, SOMEBODY)
    assert listed(party, network, SOMEBODY) == []
    before = party.clock()
    party.clock.pass_time(days=1)
    party.give(DeliverAdvice(advice_request=request, advice="Doen."), party.core_group(FOUNDERS[0], network))
    with party.refused(AccessDenied):
        party.ask(AdviceRequestDetails(advice_request=request, known_at=before), party.member(SOMEBODY))
    assert listed(party, network, SOMEBODY) == [request]


@pytest.mark.parametrize("asked", [{"closed": True}, {"kept_back": WHY}, {"closed": True, "kept_back": WHY}])
def test_what_is_closed_or_kept_back_is_for_no_member(party: Party, network: UUID, asked: dict[str, Any]):
    request = answered(party, network, **asked)
    with party.refused(AccessDenied):
        reads(party, request, SOMEBODY)
    assert listed(party, network, SOMEBODY) == []


def test_why_it_is_kept_back_is_read_by_those_whom_it_concerns(party: Party, network: UUID):
    request = answered(party, network, kept_back=WHY)
    for session in (party.requester(POLITICIAN), party.core_group(FOUNDERS[0], network), party.bureau):
        assert party.ask(AdviceRequestDetails(advice_request=request), session).kept_back.text == WHY


def test_whoever_is_no_member_or_no_longer_one_reads_nothing(party: Party, network: UUID):
    request = answered(party, network)
    with party.refused(AccessDenied):
        reads(party, request, SOMEBODY_ELSE)
    with party.refused(AccessDenied):
        listed(party, network, SOMEBODY_ELSE)
    party.give(LeaveNetwork(network=network), party.member(SOMEBODY))
    with party.refused(AccessDenied):
        reads(party, request, SOMEBODY)
    with party.refused(AccessDenied):
        listed(party, network, SOMEBODY)


def test_of_a_network_with_extra_protection_a_stranger_learns_as_much_as_of_none(party: Party):
    hidden = party.founded(OTHER_FOUNDERS, name="LHBTIQ+ netwerk", sensitive=True)
    party.join(SOMEBODY_ELSE, hidden, consent_version=CONSENT)
    party.party_member(SOMEBODY)
    request = answered(party, hidden, OTHER_FOUNDERS[0])
    for item in (request, UUID(int=9)):
        with party.refused(AccessDenied):
            reads(party, item, SOMEBODY)
    assert reads(party, request, SOMEBODY_ELSE).delivery.advice.text == "Doen."


def test_the_history_of_a_request_stays_closed_to_members(party: Party, network: UUID):
    request = answered(party, network)
    with party.refused(AccessDenied):
        party.ask(History(item=request), party.member(SOMEBODY))
