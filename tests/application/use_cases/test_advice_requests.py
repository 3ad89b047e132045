"""Advice requests as people give them: asked and answered, recorded from a call, and everything heavier when it is used."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from application.commands.advice import (
    AcceptInvitation,
    AcceptRequest,
    AcknowledgeAdvice,
    AgreeNewDay,
    AnswerCall,
    AskClarification,
    CallMembers,
    DeclareExpertConflict,
    DeclineRequest,
    DeliverAdvice,
    DiscloseExpertConflict,
    GiveClarification,
    GiveContribution,
    InviteExpert,
    OfferAdvice,
    RedirectRequest,
    RefuseNewDay,
    ReportUse,
    RequestAdvice,
    RequestAnswer,
    UseText,
    WithdrawRequest,
)
from application.commands.networks import BringInNetwork, CloseNetwork, CorrectEntry, SuspendNetwork, WithdrawEntry
from application.commands.party import AnnouncePartyEnd, LetTimePass
from application.errors import AccessDenied, ClosedRequestNotRecorded, InTheFuture, RequesterMissing, UnknownItem
from application.language.answers import in_sentences
from application.language.words import Language
from application.ports.vault.contexts import OFFICE
from application.ports.vault.sessions import Session
from application.queries.advice import AdviceRequestDetails
from application.queries.attention import AttentionKind, AttentionList
from application.queries.auditing.record import History
from domain.advice.errors import (
    AdviceDeliveredAlready,
    CallAnsweredAlready,
    EntryHasNoTalk,
    EntryNotNewest,
    NoCallOpen,
    RequestNotOpen,
    TalkImpossible,
)
from domain.advice.offer import AdviceOffer
from domain.advice.request import AdviceRequest
from domain.advice.values import AdviceUse, Answered, DeclineReason, NextActor, RequesterKind, RequestStatus
from domain.kernel.acts import CLOCK, CORE_GROUP, Role, Source
from domain.kernel.days import day_of, start_of
from domain.kernel.entries import Mistake
from domain.kernel.errors import RecordedTooLate
from domain.networks.errors import NetworkClosedAlready, NetworkSuspendedNow
from domain.networks.meeting import EntryHasNoNumber
from domain.party.party_membership import NotAPartyMember
from domain.pilot.rules import NetworkType
from netwerkpartij.background import settle
from tests.application.party import (
    BUREAU,
    FOUNDERS,
    NETWORK,
    OTHER_FOUNDERS,
    REQUEST,
    SOMEBODY,
    SOMEBODY_ELSE,
    Party,
)

POLITICIAN = "Wilma Voorbeeld"
TALKED: dict[str, Any] = {"talked_on": date(2025, 3, 3), "talked_with": "Met de woordvoerder onderwijs."}


@pytest.fixture
def network(party: Party) -> UUID:
    return party.founded()


def core_group(party: Party, network: UUID, name: str = FOUNDERS[0]) -> Session:
    return party.core_group(name, network)


def office(party: Party, name: str) -> str:
    return party.vault.reference(party.person(name), OFFICE)


def the_request(party: Party, request: UUID) -> AdviceRequest:
    return party.load(AdviceRequest, request)


# The default path


def test_a_question_is_asked_and_answered(party_on_each: Party):
    party = party_on_each
    network = party.founded()
    before = party.log.last_position()

    request = party.asked(network, by=POLITICIAN)
    delivered = party.give(DeliverAdvice(advice_request=request, advice="Het valt mee."), core_group(party, network))

    assert party.types(before)[-2:] == ["AdviceRequested", "AdviceDelivered"]
    assert delivered.data == RequestAnswer(
        advice_request=request,
        version=2,
        status=RequestStatus.DELIVERED,
        next_actor=NextActor.REQUESTER,
        due=date(2025, 3, 31),
    )
    with party.refused(AdviceDeliveredAlready):
        party.give(DeliverAdvice(advice_request=request, advice="Toch niet."), core_group(party, network))


def test_a_politician_asks_as_holder_of_an_office_and_not_as_a_member(party: Party, network: UUID):
    request = party.asked(network, by=POLITICIAN)
    asked = party.newest()
    assert (asked.requester, asked.act.by, asked.act.role) == (office(party, POLITICIAN), office(party, POLITICIAN), "requester")
    assert (asked.recorded_by, asked.act.entered_by, asked.act.source) == (None, None, Source.SELF)
    assert asked.rules_version == "pilot-rule-page"
    assert the_request(party, request).first_due == date(2025, 3, 31)


@pytest.mark.parametrize("role", [Role.PARTY_BUREAU, Role.CORE_GROUP])
def test_a_question_by_phone_or_mail_is_recorded_for_whoever_asked_and_by_whom(party: Party, network: UUID, role: Role):
    recorder = party.bureau if role is Role.PARTY_BUREAU else core_group(party, network)
    asked = RequestAdvice(**REQUEST, network=network, person=party.person(POLITICIAN), source=Source.MAIL)
    party.give(asked, recorder)
    event = party.newest()
    entered_by = office(party, BUREAU) if role is Role.PARTY_BUREAU else party.reference(FOUNDERS[0], network)
    assert (event.requester, event.act.by) == (office(party, POLITICIAN), office(party, POLITICIAN))
    assert (event.recorded_by, event.act.entered_by, event.act.source) == (role, entered_by, Source.MAIL)


def test_who_records_a_question_says_for_whom(party: Party, network: UUID):
    with party.refused(RequesterMissing):
        party.give(RequestAdvice(**REQUEST, network=network), party.bureau)


def test_nothing_ties_a_requester_to_the_same_person_in_the_core_group(party: Party, network: UUID):
    """Who asks and also sits in the core group asks as a requester."""
    own = core_group(party, network)
    with party.refused(AccessDenied):
        party.give(RequestAdvice(**REQUEST, network=network, person=party.person(FOUNDERS[0])), own)
    request = party.asked(network, by=FOUNDERS[0])
    with party.refused(AccessDenied):
        party.give(WithdrawRequest(advice_request=request), own)
    party.give(WithdrawRequest(advice_request=request), core_group(party, network, FOUNDERS[1]))


def test_a_requester_asks_for_nobody_else(party: Party, network: UUID):
    asked, asker = RequestAdvice(**REQUEST, network=network, person=party.person(SOMEBODY)), party.requester(POLITICIAN)
    with party.refused(AccessDenied):
        party.give(asked, asker)


def test_talking_about_it_on_a_day_is_an_answer(party: Party, network: UUID):
    request = party.asked(network)
    party.give(DeliverAdvice(advice_request=request, **TALKED), core_group(party, network))
    assert party.newest().talk.on == date(2025, 3, 3)


def test_an_answer_by_talking_that_is_typed_late_counts_for_the_day_of_the_talk(party: Party, network: UUID):
    request = party.asked(network, due=date(2025, 3, 31))
    party.clock.pass_time(days=45)
    talked = DeliverAdvice(advice_request=request, talked_on=date(2025, 3, 29), talked_with="De woordvoerder.")
    party.give(talked, core_group(party, network))
    shown = party.ask(AdviceRequestDetails(advice_request=request), party.bureau)
    assert shown.delivered_at is not None
    assert day_of(shown.delivered_at) == date(2025, 3, 29)
    told = party.ask(History(item=request), party.bureau).items[-1]
    assert (told.type, day_of(told.at)) == ("AdviceDelivered", date(2025, 3, 29))


@pytest.mark.parametrize(("day", "refusal"), [(date(2025, 3, 9), RecordedTooLate), (date(2025, 3, 12), InTheFuture)])
def test_a_talk_before_the_question_or_of_a_day_to_come_is_no_answer(
    party: Party, network: UUID, day: date, refusal: type[Exception]
):
    party.clock.pass_time(days=7)
    request = party.asked(network)
    with party.refused(refusal):
        talked = DeliverAdvice(advice_request=request, talked_on=day, talked_with="De woordvoerder.")
        party.give(talked, core_group(party, network))


def test_an_answer_on_paper_names_no_talk_of_another_time(party: Party, network: UUID):
    request = party.asked(network)
    with party.refused(TalkImpossible):
        both = DeliverAdvice(advice_request=request, advice="Ja.", talked_on=date(2025, 3, 2), talked_with="De woordvoerder.")
        party.give(both, core_group(party, network))


# Which networks are asked


def test_a_closed_network_is_not_asked(party: Party, network: UUID):
    asker = party.requester()
    party.give(CloseNetwork(network=network, reason="Klaar."), party.board)
    with party.refused(NetworkClosedAlready):
        party.give(RequestAdvice(**REQUEST, network=network), asker)


def test_a_suspended_network_is_not_asked_nor_contributes_nor_takes_over(party: Party, network: UUID):
    other = party.founded(OTHER_FOUNDERS, name="Netwerk zorg")
    request = party.asked(network)
    party.give(SuspendNetwork(network=other, reason="Rust."), party.board)
    for asked in (
        RequestAdvice(**REQUEST, network=other),
        RequestAdvice(**REQUEST, network=network, other_networks=(other,)),
    ):
        with party.refused(NetworkSuspendedNow):
            party.give(asked, party.requester())
    with party.refused(NetworkSuspendedNow):
        party.give(RedirectRequest(advice_request=request, other_network=other), core_group(party, network))
    with party.refused(UnknownItem):
        party.give(RequestAdvice(**REQUEST, network=UUID(int=7)), party.requester())


def test_of_several_networks_one_leads_and_the_others_contribute(party: Party, network: UUID):
    other = party.founded(OTHER_FOUNDERS, name="Netwerk zorg")
    request = party.asked(network, other_networks=(other,))
    elsewhere = core_group(party, other, OTHER_FOUNDERS[0])
    with party.refused(AccessDenied):
        party.give(DeliverAdvice(advice_request=request, advice="Wij weten het."), elsewhere)
    party.give(GiveContribution(advice_request=request, network=other, contribution="Denk aan zorg."), elsewhere)
    contributed = party.newest()
    assert (contributed.TOPIC, contributed.network) == ("ContributionGiven", other)
    assert contributed.act.by == party.reference(OTHER_FOUNDERS[0], other)
    with party.refused(AccessDenied):
        party.give(GiveContribution(advice_request=request, network=network, contribution="x"), elsewhere)


def test_another_network_takes_over_and_the_first_has_no_say_any_more(party: Party, network: UUID):
    other = party.founded(OTHER_FOUNDERS, name="Netwerk zorg")
    request = party.asked(network)
    party.give(RedirectRequest(advice_request=request, other_network=other), core_group(party, network))
    with party.refused(AccessDenied):
        party.give(AcceptRequest(advice_request=request), core_group(party, network))
    party.give(AcceptRequest(advice_request=request), core_group(party, other, OTHER_FOUNDERS[0]))


def test_the_bureau_brings_a_declined_request_to_another_network(party: Party, network: UUID):
    other = party.founded(OTHER_FOUNDERS, name="Netwerk zorg")
    request = party.asked(network)
    declined = DeclineRequest(advice_request=request, decline_reason=DeclineReason.NO_TIME, explanation="Het is te druk.")
    party.give(declined, core_group(party, network))
    party.give(RedirectRequest(advice_request=request, other_network=other), party.bureau)
    assert the_request(party, request).network == other


def test_a_network_outside_the_rules_is_asked_too_and_then_only_the_day_counts(party: Party):
    outside = party.network(network_type=NetworkType.IMPORTED)
    request = party.asked(outside)
    days = the_request(party, request).clock.days
    assert (days.due, days.remind_on, days.overdue_on, days.lapses_on) == (date(2025, 3, 31), None, None, None)
    assert party.newest().rules_version is None


# The two sides


def test_the_requester_clarifies_acknowledges_and_tells_what_was_done(party: Party, network: UUID):
    request = party.asked(network, by=POLITICIAN)
    asker, kern = party.requester(POLITICIAN), core_group(party, network)
    party.give(AskClarification(advice_request=request, question="Welke scholen?"), kern)
    party.clock.pass_time(days=3)
    party.give(GiveClarification(advice_request=request, answer="De kleine."), asker)
    assert the_request(party, request).clock.days.due == date(2025, 4, 3)
    party.give(AgreeNewDay(advice_request=request, due=date(2025, 5, 1), reason="Na het congres."), asker)
    party.give(DeliverAdvice(advice_request=request, advice="Zo.", recommendations=("Een.", "Twee.")), kern)
    party.give(AcknowledgeAdvice(advice_request=request, answered=Answered.PARTLY), asker)
    uses = (
        UseText(number=1, use=AdviceUse.ADOPTED, link="https://voorbeeld.example/motie"),
        UseText(number=2, use=AdviceUse.NOT),
    )
    told = party.give(ReportUse(advice_request=request, uses=uses), asker)
    assert (told.data.status, told.data.next_actor) == (RequestStatus.FOLLOWED_UP, NextActor.NOBODY)
    assert the_request(party, request).first_due == date(2025, 3, 31)


def test_what_a_requester_says_by_phone_is_recorded_for_them(party: Party, network: UUID):
    request = party.asked(network, by=POLITICIAN)
    party.give(WithdrawRequest(advice_request=request), core_group(party, network))
    withdrawn = party.newest()
    assert (withdrawn.act.by, withdrawn.act.role) == (office(party, POLITICIAN), Role.REQUESTER)
    assert (withdrawn.act.entered_by, withdrawn.act.source) == (party.reference(FOUNDERS[0], network), Source.NOT_NOTED)
    with party.refused(RequestNotOpen):
        party.give(DeliverAdvice(advice_request=request, advice="Zo."), core_group(party, network))


def test_another_requester_has_no_say(party: Party, network: UUID):
    request, another = party.asked(network, by=POLITICIAN), party.requester("Xander Fictief")
    with party.refused(AccessDenied):
        party.give(WithdrawRequest(advice_request=request), another)


# Experts and members


def test_only_a_party_member_is_an_expert(party: Party, network: UUID):
    request = party.asked(network)
    invited = InviteExpert(advice_request=request, expert=party.person(SOMEBODY))
    with party.refused(NotAPartyMember):
        party.give(invited, core_group(party, network))
    party.party_member(SOMEBODY)
    party.give(invited, core_group(party, network))
    party.give(AnnouncePartyEnd(person=party.person(SOMEBODY)), party.bureau)
    with party.refused(NotAPartyMember):
        party.give(AcceptInvitation(advice_request=request), party.member(SOMEBODY))


def test_an_expert_s_interest_is_sealed_and_disclosed_before_they_take_part(party: Party, network: UUID):
    request = party.asked(network)
    kern, expert = core_group(party, network), party.member(SOMEBODY)
    party.give(InviteExpert(advice_request=request, expert=party.person(SOMEBODY)), kern)
    party.give(AcceptInvitation(advice_request=request), expert)
    party.give(DeclareExpertConflict(advice_request=request, interest="Ik verkoop schoolbanken."), expert)
    assert "schoolbanken" not in party.newest().model_dump_json()
    reference = party.reference(SOMEBODY, network)
    assert not the_request(party, request).experts[reference].takes_part
    party.give(DiscloseExpertConflict(advice_request=request, expert=party.person(SOMEBODY)), kern)
    assert the_request(party, request).experts[reference].takes_part


def test_members_answer_a_call_once_sealed_and_until_its_closing_day(party: Party, network: UUID):
    request = party.asked(network)
    party.join(SOMEBODY, network)
    party.party_member(SOMEBODY_ELSE)
    said = AnswerCall(advice_request=request, answer="Denk aan de bus.")
    with party.refused(NoCallOpen):
        party.give(said, party.member(SOMEBODY))
    party.give(CallMembers(advice_request=request, closes_on=date(2025, 3, 10)), core_group(party, network))
    party.give(said, party.member(SOMEBODY))
    assert "de bus." not in party.newest().model_dump_json()
    with party.refused(CallAnsweredAlready):
        party.give(said, party.member(SOMEBODY))
    with party.refused(AccessDenied):
        party.give(said, party.member(SOMEBODY_ELSE))
    party.clock.now = start_of(date(2025, 3, 11))
    with party.refused(NoCallOpen):
        party.give(said, party.member(FOUNDERS[1]))


# The clock


def test_the_clock_reminds_then_says_that_there_is_no_answer_then_that_it_is_overdue(party: Party, network: UUID):
    request = party.asked(network)
    before = party.log.last_position()
    assert settle(party.opened) == 0
    party.clock.now = start_of(date(2025, 4, 30))
    assert settle(party.opened) == 1
    assert settle(party.opened) == 0
    assert party.types(before) == ["AnswerReminded", "NoAnswerYet", "AdviceOverdue"]
    overdue = party.newest()
    assert (overdue.act.by, overdue.act.at) == (CLOCK, start_of(date(2025, 4, 8)))  # a week is over on a Sunday
    assert the_request(party, request).next_actor is NextActor.PARTY_BUREAU


def test_what_was_due_is_stored_with_the_next_command_when_the_clock_did_not_run(party: Party, network: UUID):
    request = party.asked(network)
    before = party.log.last_position()
    party.clock.now = datetime(2025, 4, 2, 12, tzinfo=party.clock.now.tzinfo)
    party.give(AcceptRequest(advice_request=request), core_group(party, network))
    assert party.types(before) == ["AnswerReminded", "NoAnswerYet", "AdviceRequestAccepted"]


def test_an_answer_of_march_that_is_typed_in_april_was_in_time(party: Party, network: UUID):
    request = party.asked(network)
    party.clock.now += timedelta(days=40)
    late = DeliverAdvice(advice_request=request, on=date(2025, 3, 28), source=Source.PHONE, **TALKED)
    party.give(late, core_group(party, network))
    assert party.newest().act.at < start_of(date(2025, 3, 31))


def test_a_request_that_nobody_took_on_lapses(party: Party, network: UUID):
    request = party.asked(network)
    party.clock.now = start_of(date(2025, 7, 1))  # ninety days are over on a Saturday
    settle(party.opened)
    assert the_request(party, request).status is RequestStatus.LAPSED


def test_the_clock_has_one_command_for_it(party: Party, network: UUID):
    request = party.asked(network)
    with party.refused(AccessDenied):
        party.give(LetTimePass(item=request), party.bureau)


def test_what_was_asked_of_a_network_that_closed_is_the_bureau_s_until_another_network_takes_over(party: Party, network: UUID):
    other = party.founded(OTHER_FOUNDERS, name="Netwerk zorg")
    request, answered = party.asked(network), party.asked(network)
    party.give(DeliverAdvice(advice_request=answered, advice="Zo."), core_group(party, network))
    party.give(CloseNetwork(network=network, reason="Klaar."), party.board)
    closed = party.newest()
    settle(party.opened)
    assert settle(party.opened) == 0
    (left,) = party.all_of("RequestLeftToBureau")
    assert (left.originator_id, left.act.at, left.act.cause) == (request, closed.act.at, f"{network}:{closed.originator_version}")
    assert the_request(party, request).next_actor is NextActor.PARTY_BUREAU
    party.give(RedirectRequest(advice_request=request, other_network=other), party.bureau)
    assert the_request(party, request).next_actor is NextActor.CORE_GROUP


# Closed requests


@pytest.fixture
def closed(party: Party, network: UUID) -> UUID:
    return party.asked(network, by=POLITICIAN, closed=True, question="Gaat dit kabinet vallen?")


def test_nothing_of_a_closed_request_is_stored_readably(party: Party, network: UUID, closed: UUID):
    asker, kern, expert = party.requester(POLITICIAN), core_group(party, network), party.member(SOMEBODY)
    party.give(InviteExpert(advice_request=closed, expert=party.person(SOMEBODY)), kern)
    party.give(DeclareExpertConflict(advice_request=closed, interest="Geheim een."), expert)
    party.give(AskClarification(advice_request=closed, question="Geheim twee."), kern)
    party.give(GiveClarification(advice_request=closed, answer="Geheim drie."), asker)
    party.give(AgreeNewDay(advice_request=closed, due=date(2025, 5, 1), reason="Geheim vier."), kern)
    party.give(
        DeliverAdvice(
            advice_request=closed,
            advice="Geheim vijf.",
            talked_on=date(2025, 3, 3),
            talked_with="Geheim zes.",
            recommendations=("Geheim zeven.",),
            minority_views=("Geheim acht.",),
        ),
        kern,
    )
    uses = (UseText(use=AdviceUse.NOT, remark="Geheim negen.", link="https://geheim.example"),)
    party.give(ReportUse(advice_request=closed, uses=uses), asker)
    other = party.asked(network, by=POLITICIAN, closed=True, question="Geheim tien.")
    refused = DeclineRequest(advice_request=other, decline_reason=DeclineReason.OTHER, explanation="Geheim elf.")
    party.give(refused, kern)
    stored = "".join(recorded.event.model_dump_json() for recorded in party.recorded()).lower()
    assert "geheim" not in stored
    assert "kabinet" not in stored


def test_the_bureau_types_nothing_of_what_is_closed_and_asks_no_closed_question(party: Party, network: UUID, closed: UUID):
    with party.refused(AccessDenied):
        party.give(DeliverAdvice(advice_request=closed, advice="Ja."), party.bureau)
    asked = RequestAdvice(**REQUEST, network=network, person=party.person(POLITICIAN), closed=True)
    with party.refused(ClosedRequestNotRecorded):
        party.give(asked, party.bureau)
    party.give(AgreeNewDay(advice_request=closed, due=date(2025, 5, 1), reason="Afgesproken."), party.bureau)


# Unasked


def test_a_network_gives_advice_unasked(party: Party, network: UUID):
    offered = OfferAdvice(network=network, addressee=RequesterKind.COMMITTEE, advice="Denk aan kleine scholen.")
    answer = party.give(offered, core_group(party, network))
    offer = party.load(AdviceOffer, answer.data.advice_offer)
    assert (offer.network, offer.addressee) == (network, RequesterKind.COMMITTEE)


def test_a_closed_network_gives_none(party: Party):
    gone = party.give(BringInNetwork(**NETWORK | {"name": "Netwerk EU"}), party.board).data.network
    party.give(CloseNetwork(network=gone, reason="Klaar."), party.board)
    with party.refused(NetworkClosedAlready):
        party.give(OfferAdvice(network=gone, addressee=RequesterKind.COMMITTEE, advice="Nog iets."), party.bureau)


# Mending


def a_talk(party: Party, network: UUID) -> tuple[UUID, str]:
    request = party.asked(network, by=POLITICIAN)
    party.give(DeliverAdvice(advice_request=request, **TALKED), core_group(party, network))
    return request, f"{request}:2"


def test_the_bureau_mends_the_day_of_a_talk_that_was_typed_wrongly(party_on_each: Party):
    party = party_on_each
    network = party.founded()
    request = party.asked(network, by=POLITICIAN)
    party.clock.pass_time(days=3)
    talked = DeliverAdvice(advice_request=request, talked_on=date(2025, 3, 5), talked_with="Een Kamerlid.")
    talk = f"{party.give(talked, core_group(party, network)).data.advice_request}:2"
    party.give(CorrectEntry(of=talk, talked_on=date(2025, 3, 4), mistake=Mistake.WRONG_DAY), party.bureau)
    shown = party.ask(AdviceRequestDetails(advice_request=request), party.bureau)
    assert shown.delivery is not None
    assert shown.delivered_at is not None
    assert (shown.delivery.talked_on, day_of(shown.delivered_at)) == (date(2025, 3, 4), date(2025, 3, 4))
    told = in_sentences(party.ask(History(item=request), party.bureau), Language.EN).items[-1].sentence
    assert "The talk was on 4 March 2025." in told


def test_an_answer_that_was_never_given_is_withdrawn_and_waited_for_again(party_on_each: Party):
    party = party_on_each
    request, talk = a_talk(party, party.founded())
    party.give(WithdrawEntry(of=talk, mistake=Mistake.DID_NOT_HAPPEN), party.bureau)
    shown = party.ask(AdviceRequestDetails(advice_request=request), party.bureau)
    assert (shown.status, shown.next_actor, shown.delivery) == (RequestStatus.ASKED, NextActor.CORE_GROUP, None)
    assert {each.type for each in shown.events} == {"AdviceRequested", "AdviceDelivered", "AdviceRequest.EntryWithdrawn"}


def test_what_came_after_is_withdrawn_first(party: Party, network: UUID):
    request, talk = a_talk(party, network)
    party.give(AcknowledgeAdvice(advice_request=request), party.bureau)
    with party.refused(EntryNotNewest):
        party.give(WithdrawEntry(of=talk, mistake=Mistake.DID_NOT_HAPPEN), party.bureau)


def test_an_answer_has_no_number_of_people_and_no_day_to_come(party: Party, network: UUID):
    _, talk = a_talk(party, network)
    tomorrow = day_of(party.clock.now) + timedelta(days=1)
    for fields, error in (({"present": 3}, EntryHasNoNumber), ({"talked_on": tomorrow}, InTheFuture)):
        with party.refused(error):
            party.give(CorrectEntry.model_validate({"of": talk, "mistake": Mistake.WRONG_DAY, **fields}), party.bureau)
    with party.refused(EntryHasNoTalk):
        of_network = CorrectEntry(of=f"{network}:1", talked_on=date(2025, 3, 1), mistake=Mistake.WRONG_DAY)
        party.give(of_network, party.bureau)


@pytest.mark.parametrize("role", [Role.CORE_GROUP, Role.REQUESTER, Role.NATIONAL_BOARD])
def test_only_the_bureau_mends(party: Party, network: UUID, role: Role):
    _, talk = a_talk(party, network)
    session = core_group(party, network) if role is Role.CORE_GROUP else party.session(role, POLITICIAN)
    with party.refused(AccessDenied):
        party.give(WithdrawEntry(of=talk, mistake=Mistake.DID_NOT_HAPPEN), session)


# Another day


def postponed(party: Party, request: UUID, session: Session, **said: Any) -> None:
    party.give(AgreeNewDay(advice_request=request, due=date(2025, 5, 1), reason="Na het congres.", **said), session)


def test_the_other_side_says_in_one_step_that_it_did_not_agree_and_both_stay_visible(party_on_each: Party):
    party = party_on_each
    network = party.founded()
    request = party.asked(network, by=POLITICIAN)
    postponed(party, request, core_group(party, network))
    party.give(RefuseNewDay(advice_request=request), party.requester(POLITICIAN))
    shown = party.ask(AdviceRequestDetails(advice_request=request), party.requester(POLITICIAN))
    (day,) = shown.new_days
    assert (shown.first_due, shown.due) == (date(2025, 3, 31), date(2025, 3, 31))
    assert (day.due, day.brought_in_by, day.told_by_both) == (date(2025, 5, 1), Role.CORE_GROUP, False)
    assert day.refused_at is not None


def test_a_day_that_both_agreed_by_phone_is_on_no_list(party: Party, network: UUID):
    for session, said in ((core_group(party, network), {"told_by_both": True}), (party.bureau, {})):
        request = party.asked(network, by=POLITICIAN)
        postponed(party, request, session, **said)
        for looks in (party.requester(POLITICIAN), core_group(party, network)):
            items = party.ask(AttentionList(on=day_of(party.clock.now)), looks).items
            assert AttentionKind.NEW_DAY_AGREED not in {item.kind for item in items}


def test_a_day_of_the_requester_is_on_the_list_of_the_core_group(party: Party, network: UUID):
    postponed(party, party.asked(network, by=POLITICIAN), party.requester(POLITICIAN))
    kinds = {item.kind for item in party.ask(AttentionList(on=day_of(party.clock.now)), core_group(party, network)).items}
    assert AttentionKind.NEW_DAY_AGREED in kinds


def test_a_requester_does_not_speak_for_the_network(party: Party, network: UUID):
    request = party.asked(network, by=POLITICIAN)
    stranger = party.requester(SOMEBODY_ELSE)
    with party.refused(AccessDenied):
        postponed(party, request, party.requester(POLITICIAN), told_by_both=True)
    with party.refused(AccessDenied):
        party.give(RefuseNewDay(advice_request=request), stranger)


# Whose act it is, and what nobody said


def test_what_the_bureau_records_of_a_request_was_done_by_the_core_group(party: Party, network: UUID):
    request = party.asked(network, by=POLITICIAN)
    for command in (AcceptRequest(advice_request=request), DeliverAdvice(advice_request=request, advice="Zo.")):
        party.give(command, party.bureau)
        act = party.newest().act
        assert (act.by, act.role, act.entered_by) == (CORE_GROUP, Role.CORE_GROUP, office(party, BUREAU))
    told = in_sentences(party.ask(History(item=request), party.bureau), Language.NL).items[-1].sentence
    assert told == "De kerngroep gaf antwoord."


def test_whether_a_question_is_answered_is_not_recorded_when_nobody_said_so(party: Party, network: UUID):
    request = party.asked(network, by=POLITICIAN)
    party.give(DeliverAdvice(advice_request=request, advice="Zo."), core_group(party, network))
    party.give(AcknowledgeAdvice(advice_request=request), party.requester(POLITICIAN))
    page = party.ask(AdviceRequestDetails(advice_request=request), party.requester(POLITICIAN))
    assert (page.answered, page.answered_for_requester) == (None, None)
    told = in_sentences(party.ask(History(item=request), party.bureau), Language.NL).items[-1].sentence
    assert "beantwoord" not in told
