"""Histories, made by acting: a submitted plan, a network, a member, a pilot."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from application.passing_time import let_time_pass
from application.rule_books import WrittenRules
from domain.advice.call_answer import CallAnswer
from domain.advice.offer import AdviceOffer
from domain.advice.request import AdviceRequest, Talk
from domain.advice.values import AdviceKind, AdviceUse, DeclineReason, ReportedUse, RequesterKind
from domain.kernel.acts import CLOCK, Act, Reference, Role
from domain.kernel.days import day_of, end_of, start_of
from domain.kernel.entries import Mistake
from domain.kernel.text import Writing
from domain.networks.conversation import Conversation, ConversationOutcome, Occasion
from domain.networks.lessons import Lesson, Lessons
from domain.networks.meeting import Attendance, Meeting, MeetingAudience, MeetingMode
from domain.networks.membership import Membership, MembershipEnding
from domain.networks.name import NetworkName
from domain.networks.network import FoundedOn, Network
from domain.party.consent import Consent, ConsentPurpose
from domain.party.erasures import Erasures, WhyErased
from domain.party.office import Office
from domain.party.party_membership import PartyMembership
from domain.party.privacy_request import PrivacyMatter, PrivacyOutcome, PrivacyRequest
from domain.party.record_lifting import RecordLifting
from domain.party.reference_lifting import ReferenceLifting
from domain.party.service_parts import ServicePart, ServiceParts
from domain.pilot.baseline import Baseline
from domain.pilot.frozen_evaluation import FrozenEvaluation
from domain.pilot.pilot import Pilot
from domain.pilot.rule_book import RuleBook
from domain.pilot.rules import NetworkType, PlanPart
from domain.plans.content import Condition, LapseReason, PlanOrigin
from domain.plans.founding import found_or_wait
from domain.plans.founding_plan import FoundingPlan
from tests.domain.examples import (
    AGREEMENTS,
    APPROVED,
    ASKED,
    BASELINE,
    BEGIN,
    CLOSED,
    DAY,
    DRAFTED,
    DUE,
    FINAL_ON,
    FOUR,
    FROZEN,
    GOES_ON,
    JOINED,
    LAST_DAY,
    LEFT,
    LESSON,
    MEETING,
    MEETING_DAY,
    NETWORK,
    OTHER_NETWORK,
    OUTSIDE_RESULT,
    PEOPLE,
    PILOT,
    PLAN,
    PLANNED,
    REQUEST,
    REQUESTER,
    RETURNED,
    SUBMITTED,
    TODAY,
    a_place_holder,
    an_act,
    an_id,
    board,
    content,
    core_group,
    meeting_terms,
    member,
    noon,
    requester,
    rules_of_2022,
    sealed,
    terms,
    text,
)

# The rule book


def a_rule_book(*adopted: WrittenRules) -> RuleBook:
    rule_book = RuleBook.open(board(BEGIN))
    for written in adopted:
        rule_book.adopt(board(BEGIN), **written._asdict())
    return rule_book


# Plans


def a_draft(
    core_group: Sequence[Reference] = FOUR, *, plan: UUID = PLAN, pilot: UUID | None = None, **differs: Any
) -> FoundingPlan:
    """A plan whose nominees have accepted; the first of them began it."""
    act = member(DRAFTED)
    draft = FoundingPlan.draft(
        act,
        plan=plan,
        network=NETWORK if plan == PLAN else uuid5(plan, "network"),
        content=content(**differs),
        origin=PlanOrigin.CORE_GROUP,
        rules=rules_of_2022().rules,
        pilot=pilot,
    )
    consent = "consent-1" if draft.content.sensitive else None
    for reference in core_group:
        draft.nominate(act, reference=reference)
        draft.accept_nomination(member(DRAFTED, reference), reference=reference, consent_version=consent)
    return draft


def a_submitted_plan(
    core_group: Sequence[Reference] = FOUR,
    *,
    plan: UUID = PLAN,
    pilot: UUID | None = None,
    submitted: datetime = SUBMITTED,
    **differs: Any,
) -> FoundingPlan:
    """A plan that was handed in, and that some nominees may have given up since: the rest is left."""
    everybody = [*core_group, *(who for who in FOUR if who not in core_group)]
    handed_in = a_draft(everybody, plan=plan, pilot=pilot, **differs)
    handed_in.submit(member(submitted), rules=rules_of_2022().rules)
    for reference in everybody[len(core_group) :]:
        handed_in.decline_nomination(member(submitted, reference), reference=reference)
    return handed_in


def an_approved_plan(
    *conditions: Condition,
    core_group: Sequence[Reference] = FOUR,
    plan: UUID = PLAN,
    pilot: UUID | None = None,
    **differs: Any,
) -> FoundingPlan:
    approved = a_submitted_plan(core_group, plan=plan, pilot=pilot, **differs)
    approved.approve(board(APPROVED), plan_version=1, rules=rules_of_2022(), conditions=conditions)
    return approved


def a_plan_with_a_question() -> FoundingPlan:
    plan = a_submitted_plan()
    plan.ask(board(SUBMITTED), question=sealed("b"))
    return plan


def a_waiting_plan() -> FoundingPlan:
    plan = an_approved_plan(pilot=PILOT)
    plan.wait_for_place(board(APPROVED))
    return plan


def a_founded_plan(*conditions: Condition) -> FoundingPlan:
    plan = an_approved_plan(*conditions)
    found_or_wait(board(APPROVED), plan, pilot=None, name=None)
    return plan


def a_returned_plan() -> FoundingPlan:
    plan = a_submitted_plan()
    plan.return_incomplete(board(SUBMITTED + DAY), missing=(PlanPart.DURATION,))
    return plan


def a_rejected_plan() -> FoundingPlan:
    plan = a_submitted_plan()
    plan.reject(board(), plan_version=1, rules=rules_of_2022(), reasons="Dit lijkt op een ander netwerk.")
    return plan


def a_withdrawn_plan() -> FoundingPlan:
    plan = a_submitted_plan()
    plan.withdraw(member(SUBMITTED))
    return plan


def a_lapsed_plan() -> FoundingPlan:
    plan = a_draft()
    plan.lapse(board(), lapse_reason=LapseReason.NOT_COMPLETED)
    return plan


def a_deferred_plan() -> FoundingPlan:
    plan = a_submitted_plan()
    plan.defer(board(noon(6, 1)), plan_version=1, until=date(2023, 8, 1), reasons="Eerst na het congres.")
    return plan


# Names


def a_reserved_name() -> NetworkName:
    return NetworkName.reserve(board(APPROVED), name=content().name, network=NETWORK, plan=PLAN)


def a_free_name() -> NetworkName:
    name = a_reserved_name()
    name.free(board(APPROVED), network=NETWORK)
    return name


# The pilot


def a_pilot(*, places: int = 5, taken: int = 0, waiting: Sequence[UUID] = ()) -> Pilot:
    """The pilot until the end of 2023; plans that wait were complete a day after one another."""
    pilot = Pilot.open(board(BEGIN), label="pilot-2022", places=places, first_day=date(2022, 6, 28), last_day=date(2023, 12, 31))
    for number in range(taken):
        pilot.take_place(board(BEGIN), network=a_place_holder(number), beyond_places_because="Er is veel belangstelling.")
    for number, plan in enumerate(waiting):
        pilot.put_on_waiting_list(board(BEGIN), plan=plan, complete_at=SUBMITTED + number * DAY)
    return pilot


# Networks and members


def a_network(core_group: Sequence[Reference] = FOUR, *, network: UUID = NETWORK, sensitive: bool = False) -> Network:
    """A network founded on 25 May 2023."""
    founded = Network.found(
        board(APPROVED),
        network=network,
        name="Netwerk Duurzaamheid en klimaat",
        network_type=NetworkType.THEME,
        agreements=AGREEMENTS,
        sensitive=sensitive,
        founded_on=FoundedOn(plan=PLAN, plan_version=1, digest="d" * 64),
        rules_version="2022-06-28",
        pilot=None,
    )
    for reference in core_group:
        founded.appoint(board(APPROVED), reference=reference)
    return founded


def a_sensitive_network() -> Network:
    return a_network(sensitive=True)


def a_network_with_offered_seats() -> Network:
    """A sensitive network whose whole core group stepped down on 1 July; on 1 August its members are offered the seats."""
    network = a_sensitive_network()
    for reference in FOUR:
        network.step_down(board(noon(7, 1)), reference=reference)
    network.offer_seats(board(noon(8, 1)), until=date(2023, 12, 31))
    return network


def a_network_too_small() -> Network:
    """The sixth event is the first founder's stepping down on 1 July, the seventh that three are too few."""
    network = a_network()
    network.step_down(board(noon(7, 1)), reference=FOUR[0], rules=rules_of_2022())
    return network


def a_network_too_small_and_reminded() -> Network:
    network = a_network_too_small()
    network.time_passes(an_act(start_of(date(2023, 7, 31))))
    return network


def a_network_that_ends() -> Network:
    """Agreed on 1 June until 20 August 2023: ninety days before is past, so the question about renewal comes the day after."""
    network = a_network()
    agreed = AGREEMENTS.model_copy(update={"ends_on": date(2023, 8, 20)})
    network.change_agreements(board(noon(6, 1)), agreements=agreed, rules=rules_of_2022())
    return network


def a_network_that_ends_and_was_asked() -> Network:
    network = a_network_that_ends()
    network.time_passes(an_act(start_of(date(2023, 6, 2))))
    return network


def a_dormant_network() -> Network:
    network = a_network_that_ends_and_was_asked()
    network.time_passes(an_act(end_of(date(2023, 8, 20))))
    return network


def a_conversation() -> Conversation:
    """Opened because fifty was reached on 15 July."""
    reached = date(2023, 7, 15)
    act = an_act(end_of(reached), CLOCK, Role.CLOCK)
    return Conversation.open(act, network=NETWORK, occasion=Occasion.TARGET_REACHED, day=reached, rules=rules_of_2022())


def a_held_conversation() -> Conversation:
    conversation = a_conversation()
    conversation.hold(an_act(noon(8, 1)), outcome=ConversationOutcome.CONTINUE, agreed="We gaan door.")
    return conversation


def a_suspended_network() -> Network:
    network = a_network()
    network.suspend(board(noon(7, 1)), reason="De kerngroep is uiteen.", rules=rules_of_2022().rules)
    return network


def a_closed_network() -> Network:
    network = a_network()
    network.close(board(CLOSED), reason="De kerngroep is gestopt.")
    return network


def a_given_name() -> NetworkName:
    return NetworkName.give(board(), name="Netwerk zorg", network=NETWORK)


def a_member_until_the_closing() -> Membership:
    """A policy ended the membership because the network closed."""
    membership = a_member()
    membership.end(a_closing(), MembershipEnding.NETWORK_CLOSED)
    return membership


def a_closing() -> Act:
    """The act by which a policy ends what the closing of the network ended."""
    return an_act(CLOSED, by=CLOCK, role=Role.CLOCK).model_copy(update={"cause": f"{NETWORK}:6"})


def a_member() -> Membership:
    return Membership.join(member(JOINED), reference=PEOPLE[0], terms=terms(), purpose_version=1)


def by_clock(at: datetime) -> Act:
    return an_act(at, by=CLOCK, role=Role.CLOCK)


def a_double_member() -> Membership:
    """Somebody who is a member under another reference too: the clock withdrew the joining."""
    membership = a_member()
    membership.withdraw_double(by_clock(LEFT))
    return membership


def a_former_member() -> Membership:
    membership = a_member()
    membership.leave(member(LEFT))
    return membership


def a_member_again() -> Membership:
    membership = a_former_member()
    membership.join_again(member(RETURNED), terms=terms(), purpose_version=1)
    return membership


# Baselines


def a_baseline() -> Baseline:
    return Baseline.record(an_act(), **BASELINE)


def a_count() -> Baseline:
    return Baseline.count(an_act(), members=25_000, reference_day=date(2023, 1, 1), origin="De ledenadministratie.")


# Frozen evaluations


FREEZING = noon(8, 25)


def a_frozen_evaluation(at: datetime = FREEZING) -> FrozenEvaluation:
    """An evaluation of 1 August, to which core groups can react until 8 September when nothing else is said."""
    return FrozenEvaluation.freeze(an_act(at), **FROZEN)


def a_frozen_evaluation_of_long_ago() -> FrozenEvaluation:
    """The same, frozen on 2 August: nobody can react to it any more."""
    return a_frozen_evaluation(noon(8, 2))


def a_published_evaluation() -> FrozenEvaluation:
    evaluation = a_frozen_evaluation_of_long_ago()
    evaluation.publish(an_act(noon(8, 20)), sensitive=frozenset())
    return evaluation


def an_evaluation_with_reactions() -> FrozenEvaluation:
    """One to which a core group reacted, with what the researcher, others and the board said."""
    evaluation = a_frozen_evaluation()
    evaluation.react(core_group(noon(8, 26)), network=NETWORK, reaction="Wij herkennen dit.")
    evaluation.observe(an_act(noon(8, 26), role=Role.AUDITOR), observation="Vijf netwerken zijn er weinig.")
    evaluation.add_outside_result(an_act(noon(8, 26)), **OUTSIDE_RESULT)
    evaluation.decide_future(board(noon(8, 27)), network=NETWORK, **GOES_ON)
    return evaluation


# Meetings and lessons


def a_planned_meeting(*, planned: datetime = PLANNED, day: date = MEETING_DAY) -> Meeting:
    """A meeting planned on 1 August for 1 September, when nothing else is said."""
    return Meeting.plan(
        member(planned),
        meeting=MEETING,
        terms=meeting_terms(),
        title="Isolatie van huurhuizen",
        day=day,
        mode=MeetingMode.BOTH,
        audience=MeetingAudience.ALL_MEMBERS,
    )


def a_moved_meeting() -> Meeting:
    meeting = a_planned_meeting()
    meeting.move(member(noon(8, 15)), day=date(2023, 9, 8))
    return meeting


def a_cancelled_meeting() -> Meeting:
    meeting = a_planned_meeting()
    meeting.cancel(member(noon(8, 20)), reason="De spreker is ziek.")
    return meeting


def a_held_meeting(*attendees: Reference) -> Meeting:
    meeting = a_planned_meeting()
    meeting.hold(member(TODAY), terms=meeting_terms(), attendance=Attendance(23, attendees))
    return meeting


def a_recorded_meeting() -> Meeting:
    """A meeting that nobody had planned here, held on 1 September."""
    return Meeting.record(
        member(TODAY),
        meeting=MEETING,
        terms=meeting_terms(),
        title="Kennismaking",
        mode=MeetingMode.ONLINE,
        audience=MeetingAudience.PARTY,
        attendance=Attendance(12),
    )


def a_withdrawn_meeting() -> Meeting:
    meeting = a_planned_meeting()
    meeting.withdraw_entry(an_act(), of=meeting.begun_by, mistake=Mistake.ENTERED_TWICE)
    return meeting


def some_lessons() -> Lessons:
    """The lessons over the second half of 2023, told on 1 August."""
    return Lessons.tell(member(PLANNED), network=NETWORK, half_year="2023-H2", lesson=LESSON)


def lessons_told_twice() -> Lessons:
    """Those lessons, told anew on 1 September."""
    lessons = some_lessons()
    lessons.tell_again(member(noon(9, 1)), lesson=Lesson(what_did_not="Te laat begonnen."))
    return lessons


def answered_lessons() -> Lessons:
    """The lessons of 1 August, answered by the board on 15 August."""
    lessons = some_lessons()
    lessons.answer(board(noon(8, 15)), answer="Er komt een vaste zaal.")
    return lessons


# Advice


def a_request(*, asked: datetime = ASKED, due: date = DUE, closed: bool = False, **differs: Any) -> AdviceRequest:
    """A question of 1 June, to be answered by 15 September."""
    fields = {
        "advice_request": REQUEST,
        "requester": REQUESTER,
        "requester_kind": RequesterKind.POLITICIAN,
        "recorded_by": None,
        "kind": AdviceKind.ADVICE,
        "network": NETWORK,
        "other_networks": (OTHER_NETWORK,),
        "question": Writing(sealed=sealed("9")) if closed else text("Wat betekent dit voor dorpen?"),
        "rules": rules_of_2022(),
    }
    return AdviceRequest.ask(requester(asked), due=due, closed=closed, **{**fields, **differs})


def an_accepted_request() -> AdviceRequest:
    request = a_request()
    request.accept(core_group(noon(6, 5)))
    return request


def a_request_with_a_clarification() -> AdviceRequest:
    request = a_request()
    request.ask_clarification(core_group(noon(6, 10)), question=text("Welke dorpen?"), rules=rules_of_2022())
    return request


def a_request_with_a_new_day(by: Role = Role.CORE_GROUP) -> AdviceRequest:
    request = a_request()
    reason = text("Er komen verkiezingen.")
    request.agree_new_day(an_act(noon(7, 1), role=by), due=date(2023, 11, 1), reason=reason, rules=rules_of_2022())
    return request


def a_request_unclear_since(month: int, day: int) -> AdviceRequest:
    request = a_request()
    asked = core_group(noon(month, day))
    request.ask_clarification(asked, question=text("Welke dorpen?"), rules=rules_of_2022())
    let_time_pass(request, noon(8, 20))
    return request


def an_unclarified_request() -> AdviceRequest:
    request = a_request_with_a_clarification()
    let_time_pass(request, noon(12, 31))
    return request


def a_request_with_an_expert() -> AdviceRequest:
    request = an_accepted_request()
    request.invite_expert(core_group(noon(6, 6)), reference=PEOPLE[5])
    return request


def a_request_with_a_conflict() -> AdviceRequest:
    request = a_request_with_an_expert()
    request.declare_conflict(member(noon(6, 7), PEOPLE[5]), reference=PEOPLE[5], interest=sealed("8"))
    return request


def a_declined_request() -> AdviceRequest:
    request = a_request()
    request.decline(core_group(noon(6, 5)), decline_reason=DeclineReason.NO_TIME)
    return request


def an_overdue_request() -> AdviceRequest:
    request = a_request()
    let_time_pass(request, noon(9, 30))
    return request


def a_delivered_request() -> AdviceRequest:
    request = a_request()
    recommendations = (text("Houd de bus."), text("Vraag het de dorpen."))
    request.deliver(core_group(noon(7, 1)), advice=text("Het valt mee."), recommendations=recommendations)
    return request


def a_talked_about_request() -> AdviceRequest:
    request = a_request()
    request.deliver(core_group(noon(9, 1)), talk=Talk(on=date(2023, 9, 1), with_whom=text("Een Kamerlid.")))
    return request


def a_followed_up_request() -> AdviceRequest:
    request = a_delivered_request()
    request.report_use(requester(noon(8, 1)), uses=(ReportedUse(number=1, use=AdviceUse.ADOPTED),))
    return request


def a_lapsed_request() -> AdviceRequest:
    request = a_request()
    let_time_pass(request, noon(12, 31))
    return request


def a_call_answer() -> CallAnswer:
    return CallAnswer.give(
        member(), advice_request=REQUEST, call_number=1, network=NETWORK, reference=PEOPLE[0], answer=sealed("7")
    )


def an_offer() -> AdviceOffer:
    return AdviceOffer.offer(
        core_group(), offer=an_id("offer"), network=NETWORK, addressee=RequesterKind.COMMITTEE, advice="Denk aan de bus."
    )


# The party


def a_party_member() -> PartyMembership:
    return PartyMembership.start(an_act(BEGIN), reference=PEOPLE[0])


def a_party_member_who_leaves() -> PartyMembership:
    membership = a_party_member()
    membership.announce_end(an_act(noon(8, 1)), final_on=FINAL_ON)
    return membership


def a_former_party_member() -> PartyMembership:
    membership = a_party_member_who_leaves()
    membership.time_passes(an_act(noon(8, 15)))
    return membership


def chosen_parts(*parts: ServicePart) -> ServiceParts:
    return ServiceParts.choose(an_act(BEGIN), parts=parts)


def a_consent() -> Consent:
    return Consent.give(an_act(BEGIN), reference=PEOPLE[0], purpose=ConsentPurpose.WEEKLY_MESSAGE, consent_version="v1")


def a_withdrawn_consent() -> Consent:
    consent = a_consent()
    consent.withdraw(an_act(BEGIN))
    return consent


def a_privacy_request() -> PrivacyRequest:
    return PrivacyRequest.receive(an_act(BEGIN), reference=PEOPLE[0], matter=PrivacyMatter.ACCESS)


def an_asked_lifting(at: datetime = TODAY) -> ReferenceLifting:
    why = "Nodig voor een klacht."
    return ReferenceLifting.ask(an_act(at), lifting=UUID(int=9), item=NETWORK, lifted=PEOPLE[0], reasons=why)


def an_asked_record_lifting(at: datetime = TODAY) -> RecordLifting:
    why, until = "Nodig voor de controle.", day_of(at) + timedelta(days=20)
    return RecordLifting.ask(
        an_act(at),
        lifting=UUID(int=10),
        network=NETWORK,
        is_sensitive=True,
        auditor=PEOPLE[2],
        reasons=why,
        until=until,
        own=(),
    )


def an_agreed_lifting() -> ReferenceLifting:
    lifting = an_asked_lifting()
    lifting.agree(an_act(TODAY, PEOPLE[1]), own=())
    return lifting


def an_answered_privacy_request() -> PrivacyRequest:
    request = a_privacy_request()
    request.answer(an_act(BEGIN), outcome=PrivacyOutcome.DONE)
    return request


def a_month_with_erasures() -> Erasures:
    erasures = Erasures.begin(an_act(BEGIN), month="2023-09")
    erasures.erase(an_act(BEGIN), reference=PEOPLE[0], why=WhyErased.ASKED)
    return erasures


def an_office_holder() -> Office:
    return Office.give(an_act(BEGIN), reference=PEOPLE[0], role=Role.NATIONAL_BOARD)


def a_double_party_member() -> PartyMembership:
    """Somebody who is a member of the party under another reference too."""
    membership = a_party_member()
    membership.withdraw_double(by_clock(noon(8, 1)))
    return membership


def an_office_holder_for_a_while() -> Office:
    return Office.give(an_act(BEGIN), reference=PEOPLE[0], role=Role.AUDITOR, last_day=LAST_DAY)


def an_administrator(who: Reference = PEOPLE[0], last_day: date | None = None) -> Office:
    return Office.give(an_act(BEGIN), reference=who, role=Role.ADMINISTRATOR, last_day=last_day)


def a_former_office_holder() -> Office:
    office = an_office_holder()
    office.end(an_act(noon(8, 1)))
    return office
