"""The attention list: what needs somebody, for whom, and that it goes away when it is done."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import product
from uuid import UUID, uuid4

import pytest

from application.commands.advice import (
    AgreeNewDay,
    AskClarification,
    DeliverAdvice,
    GiveClarification,
    RedirectRequest,
    RefuseNewDay,
    ReportUse,
    RequestAdvice,
    UseText,
)
from application.commands.conversations import HoldConversation
from application.commands.evaluations import FreezeEvaluation, PublishEvaluation, ReactToEvaluation
from application.commands.lessons import AnswerLessons, TellLessons
from application.commands.liftings import AgreeToRecordLifting, AskLifting, AskRecordLifting, RefuseLifting
from application.commands.networks import CloseNetwork, EndSeat, MergeNetwork, RenewNetwork, ReopenNetwork
from application.commands.party import AnnouncePartyEnd
from application.commands.pilot import EndPilot, OpenPilot, RecordInterest, RecordTalk
from application.commands.plans import (
    AcceptNomination,
    AnswerQuestion,
    ApprovePlan,
    AskQuestion,
    BringPlanIntoPilot,
    ConditionText,
    DeferPlan,
    FindPlanComplete,
    FoundWaitingNetwork,
    LapsePlan,
    MeetCondition,
    NominateCoreGroupMember,
    RejectPlan,
    ReturnPlan,
    SubmitPlan,
    WithdrawPlan,
)
from application.commands.privacy import AnswerPrivacyRequest, AskPrivacyOfficer
from application.errors import AccessDenied
from application.language.attention import SENTENCES, attention_sentence
from application.language.words import Language
from application.ports.vault.sessions import Session
from application.queries.attention import OF_VAULT, Asker, AttentionItem, AttentionKind, AttentionList
from application.queries.networks import NetworkDirectory
from application.queries.plans import FoundingPlans
from domain.advice.request import AdviceRequest
from domain.advice.values import AdviceUse
from domain.kernel.acts import CLOCK, Act, Role
from domain.kernel.days import day_of
from domain.networks.conversation import Conversation, ConversationOutcome, Occasion
from domain.networks.membership import membership_id
from domain.networks.network import Network
from domain.party.privacy_request import PrivacyMatter, PrivacyOutcome
from domain.pilot.frozen_evaluation import FrozenEvaluation
from domain.pilot.pilot import TalkOutcome, pilot_id
from domain.pilot.rules import AdoptedRules, NetworkRules, NetworkType, PlanPart
from domain.plans.content import ConditionOwner, LapseReason
from netwerkpartij.background import settle
from projections.attention.finders import FINDERS
from tests.application.party import FOUNDERS, OTHER_FOUNDERS, REQUEST, SOMEBODY, SOMEBODY_ELSE, Party, the_id

PILOT = pilot_id("proef")

Begin = Callable[[Party], UUID]
Done = Callable[[Party, UUID], None]
Case = tuple[AttentionKind, Begin, Done, frozenset[Role]]
"""What needs somebody, how it comes about, what ends it, and who finds it on a list."""
Who = Callable[[Party], Session]


def items(party: Party, session: Session) -> list[AttentionItem]:
    """Give a list as it is at the end of the day that the clock of the test shows."""
    return list(party.ask(AttentionList(on=day_of(party.clock.now)), session).items)


def kinds(party: Party, session: Session) -> list[AttentionKind]:
    return [item.kind for item in items(party, session)]


def on_list(party: Party, kind: AttentionKind, session: Session) -> AttentionItem:
    (found,) = [item for item in items(party, session) if item.kind is kind]
    return found


def later(party: Party, days: int) -> None:
    """Let days pass, and type at their end what followed: when that is done changes no history (test_time)."""
    party.clock.pass_time(days=days)
    settle(party.opened, nightly=True)


# What is there, for whom, and how it goes away


def returned(party: Party) -> UUID:
    plan = party.submitted()
    party.give(ReturnPlan(plan=plan, missing=(PlanPart.BUDGET,)), party.bureau)
    return plan


def returned_long_ago(party: Party) -> UUID:
    plan = returned(party)
    later(party, 30)
    return plan


def questioned(party: Party) -> UUID:
    plan = party.submitted()
    party.give(AskQuestion(plan=plan, question="Wie betaalt de zaal?"), party.board)
    return plan


def questioned_long_ago(party: Party) -> UUID:
    plan = questioned(party)
    later(party, 14)
    return plan


def answer(party: Party, plan: UUID) -> None:
    party.give(AnswerQuestion(plan=plan, question_number=1, answer="Wijzelf."), party.member(FOUNDERS[0]))


def answered(party: Party) -> UUID:
    plan = questioned(party)
    answer(party, plan)
    return plan


def nominated(party: Party) -> UUID:
    plan = party.draft(SOMEBODY)
    nominate = NominateCoreGroupMember(plan=plan, nominee=party.party_member(FOUNDERS[0]))
    party.give(nominate, party.member(SOMEBODY))
    return plan


def conditional(party: Party, owner: ConditionOwner = ConditionOwner.CORE_GROUP) -> UUID:
    plan = party.submitted()
    due = day_of(party.clock.now) + timedelta(days=20)
    condition = ConditionText(text="Zoek een vijfde lid.", owner=owner, due=due)
    party.give(ApprovePlan(plan=plan, plan_version=1, conditions=(condition,)), party.board)
    later(party, 6)
    return plan


def late(party: Party) -> UUID:
    plan = conditional(party)
    later(party, 15)
    return plan


def meet(party: Party, plan: UUID) -> None:
    party.give(MeetCondition(plan=plan, condition_number=1), party.bureau)


def waiting_for_place(party: Party) -> UUID:
    party.pilot(places=1)
    party.founded(OTHER_FOUNDERS, name="Netwerk zorg", pilot=PILOT)
    plan = party.submitted(pilot=PILOT)
    party.give(ApprovePlan(plan=plan, plan_version=1), party.board)
    return plan


def offered(party: Party) -> UUID:
    plan = waiting_for_place(party)
    (network,) = party.ask(NetworkDirectory(), party.bureau).items
    party.give(CloseNetwork(network=network.network, reason="Het is af."), party.board)
    return plan


def need_not_wait(party: Party) -> UUID:
    plan = waiting_for_place(party)
    party.give(EndPilot(pilot=PILOT), party.board)
    return plan


def found_waiting(party: Party, plan: UUID) -> None:
    party.give(FoundWaitingNetwork(plan=plan), party.board)


def interested(party: Party) -> UUID:
    interest = RecordInterest(pilot=party.pilot(), theme="Europa", network_type=NetworkType.THEME)
    return party.give(interest, party.bureau).data.group


def talk(party: Party, group: UUID) -> None:
    party.give(RecordTalk(pilot=PILOT, group=group, outcome=TalkOutcome.LATER), party.bureau)


def outside_pilot(party: Party) -> UUID:
    party.pilot()
    return party.submitted()


def bring_into_pilot(party: Party, plan: UUID) -> None:
    party.give(BringPlanIntoPilot(plan=plan, pilot=PILOT), party.bureau)


def over(party: Party) -> UUID:
    opened = OpenPilot(label="proef", places=1, first_day=date(2025, 1, 1), last_day=date(2025, 3, 9))
    pilot = party.give(opened, party.board).data.pilot
    later(party, 7)
    return pilot


def too_small(party: Party) -> UUID:
    network = party.founded()
    party.give(EndSeat(network=network, person=party.person(FOUNDERS[3])), party.board)
    return network


def not_repaired(party: Party) -> UUID:
    network = too_small(party)
    later(party, 61)
    return network


def repair(party: Party, network: UUID) -> None:
    party.seat(FOUNDERS[3], network)


def ends_soon(party: Party) -> UUID:
    network = party.founded(duration_months=1)
    later(party, 1)
    return network


def dormant(party: Party) -> UUID:
    network = party.founded(duration_months=1)
    later(party, 32)
    return network


def renew(party: Party, network: UUID) -> None:
    ends_on = day_of(party.clock.now) + timedelta(days=400)
    party.give(RenewNetwork(network=network, ends_on=ends_on), party.board)


def submit(party: Party, plan: UUID) -> None:
    party.give(SubmitPlan(plan=plan), party.member(FOUNDERS[0]))


def approve(party: Party, plan: UUID) -> None:
    party.give(ApprovePlan(plan=plan, plan_version=1), party.board)


def accept(party: Party, plan: UUID) -> None:
    party.give(AcceptNomination(plan=plan), party.member(FOUNDERS[0]))


def complete(party: Party, plan: UUID) -> None:
    party.give(FindPlanComplete(plan=plan), party.bureau)


def end_pilot(party: Party, pilot: UUID) -> None:
    party.give(EndPilot(pilot=pilot), party.board)


BUREAU, BOARD, CORE_GROUP = Role.PARTY_BUREAU, Role.NATIONAL_BOARD, Role.CORE_GROUP
MEMBER, REQUESTER, OFFICER = Role.MEMBER, Role.REQUESTER, Role.PRIVACY_OFFICER


def asked(party: Party) -> UUID:
    return party.asked(party.founded())


def deliver(party: Party, request: UUID) -> None:
    party.give(DeliverAdvice(advice_request=request, advice="Begin bij het loon."), party.bureau)


def overdue(party: Party) -> UUID:
    request = asked(party)
    later(party, 36)
    return request


def left(party: Party) -> UUID:
    """The network closed while somebody else's core group looks on."""
    request = party.asked(party.founded(OTHER_FOUNDERS, name="Netwerk gesloten"))
    network = party.load(AdviceRequest, request).network
    party.give(CloseNetwork(network=network, reason="Af."), party.board)
    settle(party.opened)
    return request


def redirect(party: Party, request: UUID) -> None:
    network = party.network(name="Netwerk dat doorgaat")
    party.give(RedirectRequest(advice_request=request, other_network=network), party.bureau)


def unclear(party: Party) -> UUID:
    request = asked(party)
    party.give(AskClarification(advice_request=request, question="Voor wie?"), party.bureau)
    return request


def clarify(party: Party, request: UUID) -> None:
    party.give(GiveClarification(advice_request=request, answer="Voor huurders."), party.requester())


def postponed_by_core_group(party: Party) -> UUID:
    request = asked(party)
    core_group = party.core_group(FOUNDERS[0], party.load(AdviceRequest, request).network)
    party.give(AgreeNewDay(advice_request=request, due=date(2025, 5, 1), reason="Na het congres."), core_group)
    return request


def refuse_day(party: Party, request: UUID) -> None:
    party.give(RefuseNewDay(advice_request=request), party.requester())
    deliver(party, request)
    follow_up(party, request)


def never_clarified(party: Party) -> UUID:
    request = unclear(party)
    later(party, 95)
    return request


def delivered(party: Party) -> UUID:
    request = asked(party)
    deliver(party, request)
    return request


def follow_up(party: Party, request: UUID) -> None:
    used = ReportUse(advice_request=request, uses=(UseText(use=AdviceUse.ADOPTED),))
    party.give(used, party.requester())


def recorded(party: Party) -> UUID:
    network = party.founded()
    assert party.requester().person is not None
    asked_for = RequestAdvice(**{**REQUEST, "network": network, "person": party.requester().person})
    return party.give(asked_for, party.bureau).data.advice_request


def wait_two_weeks(party: Party, _: UUID) -> None:
    party.clock.pass_time(days=15)


def reopened(party: Party) -> UUID:
    network = party.founded()
    party.give(CloseNetwork(network=network, reason="Af."), party.board)
    party.give(ReopenNetwork(network=network, reason="Een vergissing."), party.board)
    return network


def on_its_own_again(party: Party) -> UUID:
    """Give the network that another one had merged into."""
    network, merged = party.founded(), party.network()
    party.give(MergeNetwork(network=merged, into=network, reason="Samen verder."), party.board)
    party.give(ReopenNetwork(network=merged, reason="Een vergissing."), party.board)
    return network


def year_over(party: Party) -> UUID:
    """What the clock opens when a year is over, without the nights of a year."""
    network = party.founded()
    rules = AdoptedRules(
        rules_version="2022-06-28",
        network_type=NetworkType.THEME,
        valid_from=date(2022, 6, 28),
        rules=NetworkRules(core_group_minimum=4, required_parts=(), target_members=50),
    )
    act = Act(by=CLOCK, role=Role.CLOCK, at=party.clock.now, command=uuid4())
    day = day_of(party.clock.now)
    opened = Conversation.open(act, network=network, occasion=Occasion.YEAR_OVER, day=day, rules=rules)
    party.log.record([opened], command=uuid4(), digest="0" * 64, answer={}, recorded_at=party.clock.now)
    return opened.id


def talk_over(party: Party, conversation: UUID) -> None:
    held = HoldConversation(conversation=conversation, outcome=ConversationOutcome.CONTINUE)
    party.give(held, party.bureau)


def half_year_over(party: Party) -> UUID:
    network = party.founded()
    party.clock.pass_time(days=125)
    return network


def tell_lessons(party: Party, network: UUID) -> None:
    told = TellLessons(network=network, half_year="2025-H1", what_worked="Korte avonden.")
    party.give(told, party.core_group(FOUNDERS[0], network))


def asked_for_change(party: Party) -> UUID:
    network = party.founded()
    party.clock.pass_time(days=1)
    lessons: UUID = party.give(TellLessons(network=network, what_to_change="Bel eerder."), party.bureau).data.lessons
    return lessons


def answer_lessons(party: Party, lessons: UUID) -> None:
    party.give(AnswerLessons(lessons=lessons, answer="Dat doen wij."), party.board)


def asked_about_data(party: Party) -> UUID:
    return party.give(AskPrivacyOfficer(matter=PrivacyMatter.ACCESS), party.member(SOMEBODY)).data.privacy_request


def answer_about_data(party: Party, item: UUID) -> None:
    answered = AnswerPrivacyRequest(privacy_request=item, outcome=PrivacyOutcome.DONE)
    party.give(answered, party.session(OFFICER))


def asked_whose_it_is(party: Party) -> UUID:
    network = party.network()
    party.join(SOMEBODY, network)
    reference = party.reference(SOMEBODY, network)
    ask = AskLifting(item=membership_id(network, reference), reference=reference, reasons="Nodig voor een klacht.")
    return party.give(ask, party.session(OFFICER, "Fenna Voorbeeld")).data.reference_lifting


def refuse_lifting(party: Party, item: UUID) -> None:
    party.give(RefuseLifting(reference_lifting=item), party.board)


def asked_for_an_auditor(party: Party) -> UUID:
    network, auditor = party.founded(sensitive=True), "Chris Verzonnen"
    party.session(Role.AUDITOR, auditor)
    until = day_of(party.clock.now) + timedelta(days=10)
    ask = AskRecordLifting(network=network, person=party.person(auditor), until=until, reasons="Nodig voor de controle.")
    return party.give(ask, party.session(OFFICER, "Fenna Voorbeeld")).data.record_lifting


def agree_to_record_lifting(party: Party, item: UUID) -> None:
    party.give(AgreeToRecordLifting(record_lifting=item), party.board)


FOR_OFFICERS = (asked_about_data, asked_whose_it_is, asked_for_an_auditor)
"""What begins something for a privacy officer, whoever it is."""


def frozen(party: Party) -> UUID:
    party.founded()
    party.clock.pass_time(minutes=1)
    item: UUID = party.give(FreezeEvaluation(day=day_of(party.clock())), party.bureau).data.frozen_evaluation
    return item


def react(party: Party, item: UUID) -> None:
    (network,) = evaluated_in(party, item)
    reaction = ReactToEvaluation(frozen_evaluation=item, network=network, reaction="Wij herkennen dit.")
    party.give(reaction, party.core_group(FOUNDERS[0], network))


def evaluated_in(party: Party, item: UUID) -> Iterable[UUID]:
    return party.load(FrozenEvaluation, item).networks


def reacted_to(party: Party) -> UUID:
    item = frozen(party)
    later(party, 15)
    return item


def publish(party: Party, item: UUID) -> None:
    party.give(PublishEvaluation(frozen_evaluation=item), party.bureau)


def case(kind: AttentionKind, begin: Begin, done: Done, *roles: Role) -> Case:
    return kind, begin, done, frozenset(roles)


CASES = (
    case(AttentionKind.PRIVACY_REQUEST_TO_ANSWER, asked_about_data, answer_about_data, OFFICER),
    case(AttentionKind.LIFTING_TO_ANSWER, asked_whose_it_is, refuse_lifting, BOARD, OFFICER),
    case(AttentionKind.RECORD_LIFTING_TO_ANSWER, asked_for_an_auditor, agree_to_record_lifting, BOARD, OFFICER),
    case(AttentionKind.PLAN_TO_CHECK, Party.submitted, complete, BUREAU),
    case(AttentionKind.PLAN_RETURNED_LONG_AGO, returned_long_ago, submit, BUREAU),
    case(AttentionKind.PLAN_TO_COMPLETE, returned, submit, MEMBER),
    case(AttentionKind.PLAN_OUTSIDE_PILOT, outside_pilot, bring_into_pilot, BUREAU),
    case(AttentionKind.PLAN_TO_DECIDE, Party.submitted, approve, BOARD),
    case(AttentionKind.QUESTION_OPEN_LONG, questioned_long_ago, answer, BUREAU),
    case(AttentionKind.QUESTION_TO_ANSWER, questioned, answer, MEMBER),
    case(AttentionKind.QUESTION_ANSWERED, answered, approve, BOARD),
    case(AttentionKind.NOMINATION_TO_ANSWER, nominated, accept, MEMBER),
    case(AttentionKind.CONDITION_DUE_SOON, conditional, meet, BUREAU, MEMBER),
    case(AttentionKind.CONDITION_NOT_MET_IN_TIME, late, meet, BUREAU, MEMBER),
    case(AttentionKind.PLACE_OFFERED, offered, found_waiting, BOARD),
    case(AttentionKind.PLACE_FREE, need_not_wait, found_waiting, BOARD),
    case(AttentionKind.GROUP_TO_TALK_WITH, interested, talk, BUREAU),
    case(AttentionKind.PILOT_TIME_OVER, over, end_pilot, BUREAU, BOARD),
    case(AttentionKind.CORE_GROUP_TOO_SMALL, too_small, repair, BUREAU, CORE_GROUP),
    case(AttentionKind.CORE_GROUP_NOT_REPAIRED, not_repaired, repair, BUREAU, CORE_GROUP),
    case(AttentionKind.RENEWAL_ASKED, ends_soon, renew, BOARD, CORE_GROUP),
    case(AttentionKind.NETWORK_DORMANT, dormant, renew, BUREAU, BOARD),
    case(AttentionKind.NETWORK_REOPENED, reopened, wait_two_weeks, BUREAU, CORE_GROUP),
    case(AttentionKind.MERGER_WITHDRAWN, on_its_own_again, wait_two_weeks, BUREAU, CORE_GROUP),
    case(AttentionKind.ADVICE_TO_GIVE, asked, deliver, CORE_GROUP),
    case(AttentionKind.ADVICE_OVERDUE, overdue, deliver, BUREAU),
    case(AttentionKind.ADVICE_WITHOUT_NETWORK, left, redirect, BUREAU),
    case(AttentionKind.CLARIFICATION_TO_GIVE, unclear, clarify, REQUESTER),
    case(AttentionKind.NEW_DAY_AGREED, postponed_by_core_group, refuse_day, REQUESTER),
    case(AttentionKind.ADVICE_NOT_CLARIFIED, never_clarified, wait_two_weeks, REQUESTER),
    case(AttentionKind.ADVICE_TO_FOLLOW_UP, delivered, follow_up, REQUESTER),
    case(AttentionKind.ADVICE_ASKED_FOR_YOU, recorded, wait_two_weeks, REQUESTER),
    case(AttentionKind.CONVERSATION_TO_HOLD, year_over, talk_over, BUREAU, CORE_GROUP),
    case(AttentionKind.EVALUATION_TO_REACT_TO, frozen, react, CORE_GROUP),
    case(AttentionKind.EVALUATION_TO_PUBLISH, reacted_to, publish, BUREAU),
    case(AttentionKind.LESSONS_TO_ANSWER, asked_for_change, answer_lessons, BOARD),
    case(AttentionKind.LESSONS_TO_TELL, half_year_over, tell_lessons, CORE_GROUP),
)


def sessions(party: Party, item: UUID) -> dict[Role, Session]:
    """Somebody of each role to whom the item could be of interest."""
    about = party.log.load_many([item]).get(item)
    network = item if isinstance(about, Network) else about.network if isinstance(about, AdviceRequest | Conversation) else None
    network = next(iter(about.networks)) if isinstance(about, FrozenEvaluation) else network
    found = {
        BUREAU: party.bureau,
        BOARD: party.board,
        MEMBER: party.member(FOUNDERS[0]),
        REQUESTER: party.requester(),
        OFFICER: party.session(OFFICER),
    }
    if network is not None and party.load(Network, network).closed_at is not None:
        network = None  # its core group is gone
    return found if network is None else {**found, CORE_GROUP: party.core_group(FOUNDERS[0], network)}


@pytest.mark.parametrize(("kind", "begin", "done", "roles"), CASES, ids=[str(each[0]) for each in CASES])
def test_it_is_on_the_list_of_whom_it_concerns_until_it_is_done(
    party: Party,
    kind: AttentionKind,
    begin: Begin,
    done: Done,
    roles: frozenset[Role],
):
    item = begin(party)
    asking = sessions(party, item)

    assert {role for role, session in asking.items() if kind in kinds(party, session)} == roles
    found = {role: on_list(party, kind, asking[role]) for role in roles}
    assert {each.item for each in found.values()} == {item}
    assert {each.since <= party.clock.now for each in found.values()} == {True}

    done(party, item)
    assert {role for role, session in asking.items() if kind in kinds(party, session)} == set()


def test_every_kind_that_facts_tell_has_a_case_and_every_kind_a_sentence():
    assert {each[0] for each in CASES} == set(FINDERS)
    assert set(FINDERS) == set(AttentionKind) - OF_VAULT
    assert set(SENTENCES) == set(AttentionKind)


def test_the_table_of_cases_says_for_whom_each_kind_is():
    beyond = {AttentionKind.CONDITION_DUE_SOON: {BOARD, CORE_GROUP}, AttentionKind.CONDITION_NOT_MET_IN_TIME: {BOARD, CORE_GROUP}}
    beyond[AttentionKind.NEW_DAY_AGREED] = {CORE_GROUP}  # here the core group brought it in
    assert {kind: roles - beyond.get(kind, set()) for kind, (roles, _) in FINDERS.items()} == {each[0]: each[3] for each in CASES}


# What is not there


def test_a_plan_outside_a_pilot_that_ended_is_no_news(party: Party):
    outside_pilot(party)
    party.give(EndPilot(pilot=PILOT), party.board)
    assert kinds(party, party.bureau) == [AttentionKind.PLAN_TO_CHECK]


def test_a_plan_that_is_still_written_may_be_brought_into_the_pilot_later(party: Party):
    party.pilot()
    party.gathered()
    assert kinds(party, party.bureau) == []


@pytest.mark.parametrize("begin", [each[1] for each in CASES], ids=[str(each[0]) for each in CASES])
def test_who_has_nothing_to_do_with_it_has_an_empty_list(party: Party, begin: Begin):
    begin(party)
    elsewhere = party.network(name="Netwerk elders")
    for name in OTHER_FOUNDERS:
        party.join(name, elsewhere)
        party.seat(name, elsewhere)
    strangers = [party.member(SOMEBODY_ELSE), party.core_group(OTHER_FOUNDERS[0], elsewhere)]
    officers = [] if begin in FOR_OFFICERS else [party.session(OFFICER)]
    for session in [*strangers, party.requester(SOMEBODY_ELSE), *officers]:
        assert kinds(party, session) == []


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMINISTRATOR])
def test_who_does_nothing_in_networks_has_no_list(party: Party, role: Role):
    session = party.session(role)
    with party.refused(AccessDenied):
        party.ask(AttentionList(), session)


def test_a_list_is_that_of_the_session_whatever_the_question_says(party: Party):
    network = too_small(party)
    claimed = AttentionList(asker=Asker(role=Role.PARTY_BUREAU, network=network))
    assert party.ask(claimed, party.member(SOMEBODY)).items == ()


def test_who_gave_up_the_seat_has_no_list_of_the_network(party: Party):
    network = too_small(party)
    with party.refused(AccessDenied):
        party.ask(AttentionList(), party.core_group(FOUNDERS[3], network))


def test_a_plan_is_deferred_until_its_day(party: Party):
    plan = party.submitted()
    until = day_of(party.clock.now) + timedelta(days=9)
    party.give(DeferPlan(plan=plan, plan_version=1, outcome="deferred", until=until, reasons="Later."), party.board)
    assert kinds(party, party.board) == []
    later(party, 9)
    assert kinds(party, party.board) == [AttentionKind.PLAN_TO_DECIDE]


def test_the_bureau_does_not_call_too_soon(party: Party):
    questioned(party)
    later(party, 13)
    assert AttentionKind.QUESTION_OPEN_LONG not in kinds(party, party.bureau)


def test_a_condition_is_on_the_list_of_whoever_sees_to_it(party: Party):
    conditional(party, owner=ConditionOwner.NATIONAL_BOARD)
    assert kinds(party, party.board) == [AttentionKind.CONDITION_DUE_SOON]
    assert kinds(party, party.bureau) == [AttentionKind.CONDITION_DUE_SOON]
    assert kinds(party, party.member(FOUNDERS[0])) == []


def test_a_condition_for_after_the_founding_is_the_core_group_s(party: Party):
    plan = party.submitted()
    due = day_of(party.clock.now) + timedelta(days=20)
    condition = ConditionText(text="Maak een jaarplan.", owner=ConditionOwner.CORE_GROUP, due=due, hard=False)
    network = the_id(party.give(ApprovePlan(plan=plan, plan_version=1, conditions=(condition,)), party.board).data.network)
    later(party, 6)
    item = on_list(party, AttentionKind.CONDITION_DUE_SOON, party.core_group(FOUNDERS[0], network))
    assert (item.item, item.network, item.number, item.due_on, item.overdue) == (plan, network, 1, due, False)
    assert kinds(party, party.member(FOUNDERS[0])) == []
    party.give(CloseNetwork(network=network, reason="Het is af."), party.board)
    assert kinds(party, party.bureau) == []


@pytest.mark.parametrize(
    "end",
    [
        RejectPlan(plan=uuid4(), plan_version=1, outcome="rejected", reasons="Te smal."),
        WithdrawPlan(plan=uuid4()),
        LapsePlan(plan=uuid4(), lapse_reason=LapseReason.NOT_COMPLETED),
    ],
    ids=["rejected", "withdrawn", "lapsed"],
)
def test_of_a_plan_that_came_to_nothing_nothing_is_asked(party: Party, end: RejectPlan | WithdrawPlan | LapsePlan):
    plan = questioned_long_ago(party)
    by = party.member(FOUNDERS[0]) if isinstance(end, WithdrawPlan) else party.board
    by = party.bureau if isinstance(end, LapsePlan) else by
    party.give(end.model_copy(update={"plan": plan}), by)
    for session in sessions(party, plan).values():
        assert kinds(party, session) == []


def test_an_announced_end_of_a_party_membership_needs_nobody(party: Party):
    party.party_member(SOMEBODY)
    party.give(AnnouncePartyEnd(person=party.person(SOMEBODY)), party.bureau)
    assert kinds(party, party.bureau) == []


# In what order


def test_the_most_urgent_is_first(party: Party):
    """Over its day, due soon, long without a day, due later."""
    late_one = not_repaired(party)
    soon = party.network(name="Netwerk straks", ends_on=day_of(party.clock.now) + timedelta(days=8))
    old = party.submitted(OTHER_FOUNDERS, name="Netwerk oud")
    later(party, 1)
    new = party.submitted((SOMEBODY, *OTHER_FOUNDERS[1:]), name="Netwerk nieuw")
    far = too_small_later(party)
    assert [item.item for item in items(party, party.board)] == [soon, old, new]
    assert [(item.item, item.overdue) for item in items(party, party.bureau)] == [
        (late_one, True),
        (old, False),
        (new, False),
        (soon, False),  # its core group is still to come
        (far, False),
    ]


def too_small_later(party: Party) -> UUID:
    network = party.founded((*FOUNDERS[:3], SOMEBODY_ELSE), name="Netwerk later")
    party.give(EndSeat(network=network, person=party.person(SOMEBODY_ELSE)), party.board)
    return network


def test_pages_fit_together_and_are_small(party: Party):
    for number in range(5):
        party.submitted(name=f"Netwerk {number}")
    whole = party.ask(AttentionList(), party.bureau).items
    first = party.ask(AttentionList(limit=2), party.bureau)
    rest = party.ask(AttentionList(limit=100, after=first.items[-1].key, position=first.position), party.bureau)
    assert (first.more, rest.more) == (True, False)
    assert [*first.items, *rest.items] == list(whole)
    assert party.ask(AttentionList(after="x"), party.bureau).items == whole
    with pytest.raises(ValueError, match="100"):
        AttentionList(limit=101)


# Sentences and names


@pytest.mark.parametrize("case_of", CASES, ids=[str(each[0]) for each in CASES])
def test_every_item_is_told_in_a_sentence_without_gaps(party: Party, case_of: Case):
    kind, begin, _, roles = case_of
    asking = sessions(party, begin(party))
    for role, language in product(roles, Language):
        said = str(attention_sentence(on_list(party, kind, asking[role]), language))
        assert not any(gap in said for gap in ("{", "onbekend", "unknown", "op geen", "none"))
        assert "sensitive" not in said
        assert "gevoelig" not in said


def test_a_sensitive_network_is_named_to_whoever_sees_it_in_the_directory(party: Party):
    network = party.founded(OTHER_FOUNDERS, name="LHBTIQ+ netwerk", sensitive=True, duration_months=1)
    party.submitted(name="Netwerk geheim", sensitive=True)
    later(party, 1)
    own = party.core_group(OTHER_FOUNDERS[0], network)
    assert [item.name for item in items(party, own)] == ["LHBTIQ+ netwerk"]
    assert [item.name for item in items(party, party.bureau)] == ["Netwerk geheim"]
    for asked in (AttentionList(), AttentionList(on=day_of(party.clock.now))):
        answer = party.ask(asked, party.board)
        assert {(item.name, item.sensitive) for item in answer.items} == {("LHBTIQ+ netwerk", True), ("Netwerk geheim", True)}
    in_lists = {each.name for each in party.ask(NetworkDirectory(), party.board).items}
    in_lists |= {each.name for each in party.ask(FoundingPlans(), party.board).items}
    assert {item.name for item in party.ask(AttentionList(), party.board).items} <= in_lists


def test_no_list_of_bureau_or_board_tells_how_many_are_in_a_sensitive_network(party: Party):
    network = party.founded(OTHER_FOUNDERS, name="LHBTIQ+ netwerk", sensitive=True)
    party.step_down(OTHER_FOUNDERS[3], network)
    later(party, 1)
    assert AttentionKind.CORE_GROUP_TOO_SMALL in kinds(party, party.core_group(OTHER_FOUNDERS[0], network))
    for session in (party.bureau, party.board):
        assert kinds(party, session) == []


def test_the_list_of_a_day_is_what_it_was(party: Party):
    plan = party.submitted()
    day = day_of(party.clock.now)
    later(party, 1)
    complete(party, plan)
    assert [item.kind for item in party.ask(AttentionList(on=day), party.bureau).items] == [AttentionKind.PLAN_TO_CHECK]
    assert kinds(party, party.bureau) == []
    known_at = party.clock.now - timedelta(days=1)
    assert [item.kind for item in party.ask(AttentionList(known_at=known_at), party.bureau).items] == [
        AttentionKind.PLAN_TO_CHECK
    ]
