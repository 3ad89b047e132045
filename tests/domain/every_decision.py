"""One example of every decision of every aggregate that is allowed and records something."""

from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial
from typing import Any, NamedTuple

from application.passing_time import let_time_pass
from application.rule_books import RULES_2022_06_28
from domain.advice.call_answer import CallAnswer
from domain.advice.offer import AdviceOffer
from domain.advice.request import AdviceRequest, Talk
from domain.advice.values import AdviceKind, AdviceUse, Answered, DeclineReason, ReportedUse, RequesterKind
from domain.kernel.acts import Act, Role
from domain.kernel.days import start_of
from domain.kernel.entries import Mistake
from domain.kernel.events import Aggregate
from domain.kernel.log import Log
from domain.kernel.text import Writing
from domain.networks.conversation import Conversation, ConversationOutcome, Occasion, conversation_id
from domain.networks.lessons import Lesson, Lessons, lessons_id
from domain.networks.meeting import Appointment, Attendance, Meeting, MeetingAudience, MeetingMode
from domain.networks.membership import Membership, MembershipEnding, membership_id
from domain.networks.name import NetworkName
from domain.networks.network import FoundedOn, Network
from domain.party.consent import Consent, ConsentPurpose
from domain.party.erasures import Erasures, WhyErased
from domain.party.office import Office
from domain.party.party_membership import PartyMembership, PersonalDetail
from domain.party.privacy_request import PrivacyMatter, PrivacyOutcome, PrivacyRequest
from domain.party.record_lifting import RecordLifting
from domain.party.reference_lifting import ReferenceLifting
from domain.party.service_parts import ServicePart, ServiceParts
from domain.pilot.baseline import Baseline
from domain.pilot.frozen_evaluation import FrozenEvaluation, frozen_evaluation_id
from domain.pilot.pilot import Pilot, TalkOutcome
from domain.pilot.rule_book import RuleBook
from domain.pilot.rules import NetworkType, PlanPart
from domain.plans.content import LapseReason, PlanOrigin
from domain.plans.founding_plan import FoundingPlan
from tests.domain.examples import (
    AGREEMENTS,
    BASELINE,
    BEGIN,
    BOARD_MEMBER,
    DRAFTED,
    DUE,
    FINAL_ON,
    FIRST,
    FOUR,
    FROZEN,
    GOES_ON,
    HARD,
    HARD_LATER,
    LESSON,
    MEETING,
    MEETING_DAY,
    NETWORK,
    OTHER_NETWORK,
    OUTSIDE_RESULT,
    PEOPLE,
    PILOT,
    PLAN,
    REQUEST,
    REQUESTER,
    SECOND,
    SUBMITTED,
    a_log,
    a_place_holder,
    an_act,
    an_id,
    board,
    content,
    meeting_terms,
    member,
    noon,
    rules_of_2022,
    sealed,
    terms,
    text,
)
from tests.domain.histories import (
    a_baseline,
    a_closed_network,
    a_consent,
    a_conversation,
    a_count,
    a_deferred_plan,
    a_delivered_request,
    a_double_member,
    a_double_party_member,
    a_draft,
    a_followed_up_request,
    a_former_member,
    a_former_office_holder,
    a_former_party_member,
    a_free_name,
    a_frozen_evaluation,
    a_frozen_evaluation_of_long_ago,
    a_given_name,
    a_held_conversation,
    a_held_meeting,
    a_member,
    a_member_until_the_closing,
    a_month_with_erasures,
    a_network,
    a_network_that_ends,
    a_network_that_ends_and_was_asked,
    a_network_too_small,
    a_network_too_small_and_reminded,
    a_network_with_offered_seats,
    a_party_member,
    a_party_member_who_leaves,
    a_pilot,
    a_plan_with_a_question,
    a_planned_meeting,
    a_privacy_request,
    a_request,
    a_request_unclear_since,
    a_request_with_a_clarification,
    a_request_with_a_conflict,
    a_request_with_a_new_day,
    a_request_with_an_expert,
    a_reserved_name,
    a_rule_book,
    a_sensitive_network,
    a_submitted_plan,
    a_suspended_network,
    a_talked_about_request,
    a_withdrawn_consent,
    an_accepted_request,
    an_agreed_lifting,
    an_answered_privacy_request,
    an_approved_plan,
    an_asked_lifting,
    an_asked_record_lifting,
    an_evaluation_with_reactions,
    an_offer,
    an_office_holder,
    an_office_holder_for_a_while,
    answered_lessons,
    chosen_parts,
    lessons_told_twice,
    some_lessons,
)

RULES = rules_of_2022()
GROUP = an_id("group")
OTHER = an_id("another-network")


class Example(NamedTuple):
    """Fields that are histories themselves are begun anew each time."""

    history: Callable[[], Aggregate] | None
    decision: Callable[..., object]
    fields: dict[str, Any]

    def __str__(self) -> str:
        return self.decision.__qualname__

    def decided(self, act: Act, *, keep_history: bool = False) -> list[Aggregate]:
        """Let the decision be taken, and give every aggregate that it had to do with; what happened before is collected."""
        before = [self.history()] if self.history else []
        others = self.others()
        if not keep_history:
            for aggregate in (*before, *others.values()):
                aggregate.collect_events()
        answer = self.decision(*before, act, **self.fields | others)
        return [*before, *([answer] if isinstance(answer, Aggregate) else []), *others.values()]

    def others(self) -> dict[str, Aggregate]:
        """Begin anew the fields that are histories."""
        return {name: value() for name, value in self.fields.items() if callable(value)}


def a_network_elsewhere() -> Network:
    return a_network(network=OTHER)


def a_plan_with_a_nominee() -> FoundingPlan:
    plan = a_draft()
    plan.nominate(member(DRAFTED), reference=PEOPLE[4])
    return plan


def a_plan_with_conditions() -> FoundingPlan:
    return an_approved_plan(HARD)


def a_plan_with_a_reminded_condition() -> FoundingPlan:
    plan = a_plan_with_conditions()
    plan.time_passes(an_act(start_of(date(2023, 7, 18))))
    return plan


def a_pilot_whose_time_is_over() -> Pilot:
    return Pilot.open(board(BEGIN), label="pilot", places=5, first_day=date(2022, 6, 28), last_day=date(2023, 8, 1))


def a_full_pilot_with_a_waiting_plan() -> Pilot:
    return a_pilot(taken=5, waiting=[FIRST])


def a_pilot_with_free_places() -> Pilot:
    return a_pilot(taken=3, waiting=[FIRST, SECOND])


def a_pilot_with_an_offer() -> Pilot:
    pilot = a_pilot(taken=5, waiting=[FIRST, SECOND])
    pilot.free_place(board(), network=a_place_holder(0))
    return pilot


def a_pilot_with_a_group() -> Pilot:
    pilot = a_pilot()
    pilot.record_interest(an_act(BEGIN), group=GROUP, theme="wonen en ruimte", network_type=NetworkType.THEME)
    return pilot


def a_request_that_waits(due: date, until: datetime) -> AdviceRequest:
    """A request for which time has done what it did by a moment."""
    request = a_request(due=due)
    let_time_pass(request, until)
    return request


def _network_fields() -> dict[str, object]:
    return {
        "network": NETWORK,
        "name": "Veelkleurig netwerk",
        "network_type": NetworkType.COMMUNITY,
        "agreements": AGREEMENTS,
        "sensitive": True,
        "pilot": None,
    }


MEMBER_ENTRY = f"{membership_id(NETWORK, PEOPLE[0])}:2"
DEFERRAL = a_deferred_plan().last_event
SEAT_ENTRY = f"{NETWORK}:2"

TALK, OFFER = conversation_id(NETWORK, Occasion.TARGET_REACHED), an_id("offer")
TOLD = lessons_id(NETWORK, "2023-H2")
FROZEN_ONE = frozen_evaluation_id(FROZEN["pilot"], FROZEN["day"])

EVERY_DECISION = [
    Example(None, Log.open, {"log": an_id("log"), "demo": True}),
    Example(a_log, Log.begin, {"party": "Voorbeeldpartij"}),
    Example(None, RuleBook.open, {}),
    Example(a_rule_book, RuleBook.adopt, RULES_2022_06_28[0]._asdict()),
    Example(None, Baseline.record, BASELINE),
    Example(None, Baseline.count, {"members": 25_000, "reference_day": date(2023, 1, 1), "origin": "De ledenadministratie."}),
    Example(a_count, Baseline.correct_entry, {"of": a_count().last_event, "at": noon(8, 1), "mistake": Mistake.WRONG_DAY}),
    Example(a_count, Baseline.withdraw_entry, {"of": a_count().last_event, "mistake": Mistake.WRONG_NUMBER}),
    Example(a_baseline, Baseline.withdraw_entry, {"of": a_baseline().last_event, "mistake": Mistake.WRONG_DAY}),
    Example(
        None,
        Pilot.open,
        {"label": "pilot-2022", "places": 5, "first_day": date(2022, 6, 28), "last_day": date(2023, 12, 31)},
    ),
    Example(a_pilot, Pilot.record_interest, {"group": GROUP, "theme": "wonen", "network_type": NetworkType.THEME}),
    Example(a_pilot_with_a_group, Pilot.record_talk, {"group": GROUP, "outcome": TalkOutcome.LATER}),
    Example(a_pilot, Pilot.estimate_hours, {"month": "2022-06", "hours": 24}),
    Example(a_pilot, Pilot.take_place, {"network": NETWORK}),
    Example(a_pilot_with_an_offer, Pilot.take_offered_place, {"plan": FIRST, "network": NETWORK}),
    Example(a_pilot, Pilot.put_on_waiting_list, {"plan": FIRST, "complete_at": SUBMITTED}),
    Example(a_full_pilot_with_a_waiting_plan, Pilot.take_off_waiting_list, {"plan": FIRST}),
    Example(a_full_pilot_with_a_waiting_plan, Pilot.free_place, {"network": a_place_holder(0)}),
    Example(a_pilot_with_free_places, Pilot.offer_free_places, {}),
    Example(a_pilot_with_free_places, Pilot.offer_place, {"plan": SECOND, "out_of_order_because": "Dit haast zich."}),
    Example(a_pilot_with_an_offer, Pilot.offer_place, {"plan": SECOND, "out_of_order_because": "Dit haast zich."}),
    Example(a_pilot, Pilot.end, {}),
    Example(None, FrozenEvaluation.freeze, FROZEN),
    Example(a_frozen_evaluation, FrozenEvaluation.react, {"network": NETWORK, "reaction": "Wij herkennen dit."}),
    Example(a_frozen_evaluation, FrozenEvaluation.observe, {"observation": "Vijf netwerken zijn er weinig."}),
    Example(a_frozen_evaluation, FrozenEvaluation.add_outside_result, OUTSIDE_RESULT),
    Example(a_frozen_evaluation, FrozenEvaluation.decide_future, {"network": NETWORK, **GOES_ON}),
    Example(a_frozen_evaluation_of_long_ago, FrozenEvaluation.publish, {"sensitive": frozenset()}),
    Example(a_frozen_evaluation, FrozenEvaluation.withdraw_entry, {"of": f"{FROZEN_ONE}:1", "mistake": Mistake.ENTERED_TWICE}),
    Example(
        an_evaluation_with_reactions,
        FrozenEvaluation.correct_entry,
        {"of": f"{FROZEN_ONE}:2", "at": noon(8, 27), "mistake": Mistake.WRONG_DAY},
    ),
    *(
        Example(
            an_evaluation_with_reactions,
            FrozenEvaluation.withdraw_entry,
            {"of": f"{FROZEN_ONE}:{number}", "mistake": Mistake.WRONG_WORDS},
        )
        for number in range(2, 6)
    ),
    Example(
        None,
        FoundingPlan.draft,
        {
            "plan": PLAN,
            "network": NETWORK,
            "content": content(budget="Zaalhuur: 400 euro."),
            "origin": PlanOrigin.CORE_GROUP,
            "rules": RULES.rules,
            "pilot": None,
            "follows": FIRST,
        },
    ),
    Example(a_draft, FoundingPlan.revise, {"content": content(duration_months=12), "rules": RULES.rules}),
    Example(a_draft, FoundingPlan.nominate, {"reference": PEOPLE[4]}),
    Example(a_plan_with_a_nominee, FoundingPlan.accept_nomination, {"reference": PEOPLE[4], "consent_version": "consent-1"}),
    Example(a_draft, FoundingPlan.decline_nomination, {"reference": PEOPLE[0]}),
    Example(a_draft, FoundingPlan.nominate_chair, {"reference": FOUR[0]}),
    Example(a_draft, FoundingPlan.bring_into_pilot, {"pilot": PILOT}),
    Example(a_draft, FoundingPlan.count_supporters, {"supporters": 30}),
    Example(a_draft, FoundingPlan.submit, {"rules": RULES.rules}),
    Example(a_submitted_plan, FoundingPlan.amend, {"content": content(duration_months=12), "rules": RULES.rules}),
    Example(a_submitted_plan, FoundingPlan.withdraw, {}),
    Example(a_submitted_plan, FoundingPlan.return_incomplete, {"missing": (PlanPart.BUDGET,)}),
    Example(a_submitted_plan, FoundingPlan.find_complete, {"rules": RULES}),
    Example(a_submitted_plan, FoundingPlan.advise, {"advice": sealed("a")}),
    Example(a_submitted_plan, FoundingPlan.ask, {"question": sealed("b")}),
    Example(a_plan_with_a_question, FoundingPlan.answer, {"question_number": 1, "answer": sealed("c")}),
    Example(a_submitted_plan, FoundingPlan.declare_conflict, {"reference": BOARD_MEMBER, "interest": sealed("d")}),
    Example(
        a_submitted_plan,
        FoundingPlan.defer,
        {"plan_version": 1, "until": date(2023, 10, 1), "reasons": "Eerst na het congres."},
    ),
    Example(
        a_submitted_plan,
        FoundingPlan.approve,
        {
            "plan_version": 1,
            "rules": RULES,
            "conditions": (HARD_LATER,),
            "reasons": "Een goed plan.",
        },
    ),
    Example(
        a_submitted_plan,
        FoundingPlan.reject,
        {"plan_version": 1, "rules": RULES, "reasons": "Dit lijkt op een ander netwerk."},
    ),
    Example(a_deferred_plan, FoundingPlan.time_passes, {}),
    Example(a_plan_with_conditions, FoundingPlan.time_passes, {}),
    Example(a_plan_with_a_reminded_condition, FoundingPlan.time_passes, {}),
    Example(a_plan_with_conditions, FoundingPlan.meet_condition, {"condition_number": 1}),
    Example(a_pilot_whose_time_is_over, Pilot.time_passes, {}),
    Example(a_plan_with_conditions, FoundingPlan.lapse_condition, {"condition_number": 1}),
    Example(a_draft, FoundingPlan.lapse, {"lapse_reason": LapseReason.NOT_COMPLETED}),
    Example(
        a_deferred_plan,
        FoundingPlan.correct_entry,
        {"of": DEFERRAL, "at": noon(5, 1), "reasons": "Na het congres.", "mistake": Mistake.WRONG_WORDS},
    ),
    Example(a_deferred_plan, FoundingPlan.withdraw_entry, {"of": DEFERRAL, "mistake": Mistake.DID_NOT_HAPPEN}),
    Example(an_approved_plan, FoundingPlan.wait_for_place, {}),
    Example(an_approved_plan, FoundingPlan.carry_out, {}),
    Example(
        None,
        Network.found,
        _network_fields() | {"founded_on": FoundedOn(plan=PLAN, plan_version=1, digest="d" * 64), "rules_version": "2022-06-28"},
    ),
    Example(
        None, Network.bring_in, _network_fields() | {"label": "veelkleurig", "existed_since": date(2020, 3, 1), "rules": RULES}
    ),
    Example(a_network_too_small, Network.appoint, {"reference": PEOPLE[4]}),
    Example(a_network, Network.appoint, {"reference": PEOPLE[4]}),
    Example(a_network, Network.step_down, {"reference": FOUR[0], "rules": RULES}),
    Example(a_network_too_small, Network.time_passes, {}),
    Example(a_network_too_small_and_reminded, Network.time_passes, {}),
    Example(a_network_that_ends, Network.time_passes, {}),
    Example(a_network_that_ends_and_was_asked, Network.time_passes, {}),
    Example(a_network, Network.appoint_chair, {"reference": FOUR[0]}),
    Example(a_network, Network.write_welcome, {"welcome": "Welkom. Elke maand praten wij over scholen."}),
    Example(a_network, Network.state_core_group_mix, {"with_experience": 3}),
    Example(a_network, Network.change_agreements, {"agreements": AGREEMENTS.model_copy(update={"purpose": "Ook energie."})}),
    Example(a_network, Network.mark_sensitive, {}),
    Example(a_sensitive_network, Network.offer_seats, {"until": date(2099, 1, 31)}),
    Example(a_network_with_offered_seats, Network.take_seat, {"reference": PEOPLE[5]}),
    Example(a_network, Network.suspend, {"reason": "De kerngroep is uiteen.", "rules": RULES.rules}),
    Example(a_suspended_network, Network.resume, {}),
    Example(a_network, Network.renew, {"ends_on": date(2027, 5, 25)}),
    Example(a_network, Network.merge_into, {"other": a_network_elsewhere, "reason": "Samen verder."}),
    Example(a_network, Network.receive_merger, {"merged": OTHER}),
    Example(a_network, Network.close, {"reason": "De kerngroep is gestopt."}),
    Example(a_closed_network, Network.reopen, {"reason": "Het was een vergissing."}),
    Example(a_network, Network.withdraw_merger, {"merged": OTHER}),
    Example(a_network, Network.rename, {"name": "Netwerk gebed"}),
    Example(a_network, Network.correct_name, {"name": "Netwerk Zorg", "mistake": Mistake.WRONG_WORDS}),
    Example(a_network, Network.correct_entry, {"of": SEAT_ENTRY, "at": noon(6, 1), "mistake": Mistake.WRONG_DAY}),
    Example(a_network, Network.withdraw_entry, {"of": SEAT_ENTRY, "mistake": Mistake.WRONG_PERSON}),
    Example(None, NetworkName.give, {"name": "Netwerk zorg", "network": NETWORK}),
    Example(None, NetworkName.reserve, {"name": "Netwerk zorg", "network": NETWORK, "plan": PLAN}),
    Example(a_reserved_name, NetworkName.free, {"network": NETWORK}),
    Example(a_reserved_name, NetworkName.give_reserved, {"network": NETWORK}),
    Example(a_given_name, NetworkName.take_back, {"network": NETWORK}),
    Example(a_free_name, NetworkName.reserve_again, {"network": NETWORK, "plan": PLAN}),
    Example(
        None,
        Membership.join,
        {
            "reference": PEOPLE[0],
            "terms": terms(sensitive=True),
            "purpose_version": 1,
            "consent_version": "consent-1",
            "age": 40,
            "statistics": sealed("e"),
        },
    ),
    Example(a_former_member, Membership.join_again, {"terms": terms(), "purpose_version": 1, "statistics": sealed("f")}),
    Example(a_member, Membership.leave, {}),
    Example(a_member, Membership.end, {"ending": MembershipEnding.NETWORK_CLOSED}),
    Example(a_member_until_the_closing, Membership.go_on, {"of": MEMBER_ENTRY}),
    Example(a_member, Membership.endorse_purpose, {"terms": terms(purpose_version=2), "purpose_version": 2}),
    Example(a_former_member, Membership.correct_entry, {"of": MEMBER_ENTRY, "at": noon(6, 15), "mistake": Mistake.WRONG_DAY}),
    Example(a_member, Membership.withdraw_double, {}),
    Example(a_double_member, Membership.restore_double, {}),
    Example(a_former_member, Membership.withdraw_entry, {"of": MEMBER_ENTRY, "mistake": Mistake.DID_NOT_HAPPEN}),
    Example(
        None,
        Meeting.plan,
        {
            "meeting": MEETING,
            "terms": meeting_terms(),
            "title": "Isolatie van huurhuizen",
            "day": MEETING_DAY,
            "mode": MeetingMode.ON_SITE,
            "audience": MeetingAudience.WORKING_GROUP,
            "appointment": Appointment(time(19, 30), "Dorpshuis De Vonk, Voorbeeldstraat 1, Utrecht", sealed("e")),
        },
    ),
    Example(
        None,
        Meeting.record,
        {
            "meeting": MEETING,
            "terms": meeting_terms(),
            "title": "Kennismaking",
            "mode": MeetingMode.ONLINE,
            "audience": MeetingAudience.PARTY,
            "attendance": Attendance(12, PEOPLE[:1]),
        },
    ),
    Example(
        a_planned_meeting,
        Meeting.move,
        {"day": date(2023, 9, 8), "appointment": Appointment(time(20, 0), "Partijbureau", sealed("f"))},
    ),
    Example(a_planned_meeting, Meeting.cancel, {"reason": "De spreker is ziek."}),
    Example(a_planned_meeting, Meeting.hold, {"terms": meeting_terms(), "attendance": Attendance(23, PEOPLE[:2])}),
    Example(
        a_held_meeting,
        Meeting.correct_entry,
        {"of": f"{MEETING}:2", "at": None, "present": 32, "mistake": Mistake.WRONG_NUMBER},
    ),
    Example(a_held_meeting, Meeting.withdraw_entry, {"of": f"{MEETING}:2", "mistake": Mistake.DID_NOT_HAPPEN}),
    Example(
        None,
        Conversation.open,
        {"network": NETWORK, "occasion": Occasion.YEAR_OVER, "day": date(2024, 5, 25), "rules": RULES},
    ),
    Example(a_conversation, Conversation.hold, {"outcome": ConversationOutcome.CONTINUE, "agreed": "We gaan door."}),
    Example(
        a_held_conversation,
        Conversation.correct_entry,
        {"of": f"{TALK}:2", "at": noon(8, 15), "mistake": Mistake.WRONG_DAY},
    ),
    Example(a_held_conversation, Conversation.withdraw_entry, {"of": f"{TALK}:2", "mistake": Mistake.DID_NOT_HAPPEN}),
    Example(None, Lessons.tell, {"network": NETWORK, "half_year": "2023-H2", "lesson": LESSON}),
    Example(some_lessons, Lessons.tell_again, {"lesson": Lesson(what_did_not="Te laat begonnen.")}),
    Example(some_lessons, Lessons.answer, {"answer": "Er komt een vaste zaal."}),
    Example(answered_lessons, Lessons.correct_entry, {"of": f"{TOLD}:2", "at": noon(8, 16), "mistake": Mistake.WRONG_DAY}),
    Example(answered_lessons, Lessons.withdraw_entry, {"of": f"{TOLD}:2", "mistake": Mistake.WRONG_WORDS}),
    Example(some_lessons, Lessons.correct_entry, {"of": f"{TOLD}:1", "at": noon(8, 15), "mistake": Mistake.WRONG_DAY}),
    Example(lessons_told_twice, Lessons.withdraw_entry, {"of": f"{TOLD}:2", "mistake": Mistake.WRONG_WORDS}),
    Example(
        None,
        AdviceRequest.ask,
        {
            "advice_request": REQUEST,
            "requester": REQUESTER,
            "requester_kind": RequesterKind.COMMITTEE,
            "recorded_by": Role.PARTY_BUREAU,
            "kind": AdviceKind.SOUNDING_BOARD,
            "network": NETWORK,
            "other_networks": (OTHER,),
            "question": Writing(sealed=sealed("6")),
            "closed": True,
            "due": DUE,
            "rules": RULES,
        },
    ),
    Example(a_request, AdviceRequest.accept, {}),
    Example(a_request, AdviceRequest.decline, {"decline_reason": DeclineReason.OTHER, "explanation": text()}),
    Example(a_request, AdviceRequest.redirect, {"network": OTHER, "rules": RULES, "explanation": text()}),
    Example(a_request, AdviceRequest.leave_to_bureau, {}),
    Example(a_request, AdviceRequest.ask_clarification, {"question": text(), "rules": RULES}),
    Example(a_request_with_a_clarification, AdviceRequest.clarify, {"answer": text()}),
    Example(a_request, AdviceRequest.agree_new_day, {"due": date(2023, 10, 1), "reason": text(), "rules": RULES}),
    Example(partial(a_request_with_a_new_day, Role.PARTY_BUREAU), AdviceRequest.refuse_new_day, {}),
    Example(a_request, AdviceRequest.invite_expert, {"reference": PEOPLE[4]}),
    Example(a_request_with_an_expert, AdviceRequest.accept_invitation, {"reference": PEOPLE[5]}),
    Example(a_request_with_an_expert, AdviceRequest.decline_invitation, {"reference": PEOPLE[5]}),
    Example(a_request_with_an_expert, AdviceRequest.declare_conflict, {"reference": PEOPLE[5], "interest": sealed("5")}),
    Example(a_request_with_a_conflict, AdviceRequest.disclose_conflict, {"reference": PEOPLE[5]}),
    Example(a_request, AdviceRequest.call_members, {"closes_on": DUE}),
    Example(a_request, AdviceRequest.contribute, {"network": OTHER_NETWORK, "contribution": text()}),
    Example(
        a_request,
        AdviceRequest.deliver,
        {
            "advice": text(),
            "talk": Talk(on=date(2023, 8, 30), with_whom=text("Met de woordvoerder.")),
            "recommendations": (text(), Writing(sealed=sealed("4"))),
            "minority_views": (text(),),
            "answered": Answered.PARTLY,
        },
    ),
    Example(a_delivered_request, AdviceRequest.acknowledge, {"answered": Answered.NO}),
    Example(
        a_delivered_request,
        AdviceRequest.report_use,
        {"uses": (ReportedUse(number=2, use=AdviceUse.PENDING, remark=text(), link=text("https://voorbeeld.example")),)},
    ),
    Example(a_followed_up_request, AdviceRequest.publish_use, {}),
    Example(a_request, AdviceRequest.withdraw, {}),
    Example(partial(a_request_unclear_since, 8, 20), AdviceRequest.time_passes, {}),
    Example(partial(a_request_unclear_since, 6, 1), AdviceRequest.time_passes, {}),
    Example(
        a_talked_about_request,
        AdviceRequest.correct_entry,
        {"of": f"{REQUEST}:2", "at": None, "talked_on": date(2023, 8, 31), "mistake": Mistake.WRONG_DAY},
    ),
    Example(an_accepted_request, AdviceRequest.withdraw_entry, {"of": f"{REQUEST}:2", "mistake": Mistake.DID_NOT_HAPPEN}),
    *(
        Example(partial(a_request_that_waits, due, until), AdviceRequest.time_passes, {})
        for due, until in (
            (date(2023, 9, 5), noon(8, 1)),
            (date(2023, 8, 30), noon(8, 29)),
            (date(2023, 8, 20), noon(8, 22)),
            (date(2023, 6, 1), noon(8, 1)),
        )
    ),
    Example(
        None,
        CallAnswer.give,
        {"advice_request": REQUEST, "call_number": 1, "network": NETWORK, "reference": PEOPLE[0], "answer": sealed("3")},
    ),
    Example(
        None,
        AdviceOffer.offer,
        {"offer": an_id("offer"), "network": NETWORK, "addressee": RequesterKind.PARTY_BODY, "advice": "Denk aan de bus."},
    ),
    Example(an_offer, AdviceOffer.correct_entry, {"of": f"{OFFER}:1", "at": noon(8, 1), "mistake": Mistake.WRONG_DAY}),
    Example(an_offer, AdviceOffer.withdraw_entry, {"of": f"{OFFER}:1", "mistake": Mistake.WRONG_NETWORK}),
    Example(None, PartyMembership.start, {"reference": PEOPLE[0]}),
    Example(a_former_party_member, PartyMembership.start_again, {}),
    Example(a_party_member, PartyMembership.correct_details, {"details": (PersonalDetail.NAME, PersonalDetail.BIRTH_YEAR)}),
    Example(a_party_member, PartyMembership.announce_end, {"final_on": FINAL_ON}),
    Example(a_party_member_who_leaves, PartyMembership.undo_end, {}),
    Example(a_party_member_who_leaves, PartyMembership.time_passes, {}),
    Example(a_party_member, PartyMembership.withdraw_double, {}),
    Example(a_double_party_member, PartyMembership.restore_double, {}),
    Example(None, Office.give, {"reference": PEOPLE[0], "role": Role.NATIONAL_BOARD, "last_day": date(2023, 12, 31)}),
    Example(a_former_office_holder, Office.give_again, {"last_day": date(2023, 12, 31)}),
    Example(an_office_holder, Office.end, {}),
    Example(an_office_holder_for_a_while, Office.time_passes, {}),
    Example(
        None,
        Consent.give,
        {"reference": PEOPLE[0], "purpose": ConsentPurpose.WEEKLY_MESSAGE, "consent_version": "weekoverzicht-2022-06"},
    ),
    Example(a_withdrawn_consent, Consent.give_again, {"consent_version": "weekoverzicht-2022-06"}),
    Example(a_consent, Consent.withdraw, {}),
    Example(None, ServiceParts.choose, {"parts": (ServicePart.LESSONS,)}),
    Example(chosen_parts, ServiceParts.choose_again, {"parts": (ServicePart.PILOT, ServicePart.HOURS)}),
    Example(None, PrivacyRequest.receive, {"reference": PEOPLE[0], "matter": PrivacyMatter.ACCESS}),
    Example(an_answered_privacy_request, PrivacyRequest.receive_again, {}),
    Example(None, ReferenceLifting.ask, {"lifting": NETWORK, "item": NETWORK, "lifted": PEOPLE[0], "reasons": "Een klacht."}),
    Example(an_asked_lifting, ReferenceLifting.agree, {"own": ()}),
    Example(an_asked_lifting, ReferenceLifting.refuse, {"own": ()}),
    Example(an_agreed_lifting, ReferenceLifting.tell, {"own": (an_act(BEGIN).by,)}),
    Example(
        None,
        RecordLifting.ask,
        {
            "lifting": NETWORK,
            "network": OTHER,
            "is_sensitive": True,
            "auditor": PEOPLE[0],
            "reasons": "Nodig voor de controle.",
            "until": MEETING_DAY,
            "own": (),
        },
    ),
    Example(an_asked_record_lifting, RecordLifting.agree, {"own": ()}),
    Example(an_asked_record_lifting, RecordLifting.refuse, {"own": ()}),
    Example(a_privacy_request, PrivacyRequest.answer, {"outcome": PrivacyOutcome.REFUSED, "reasons": "Dat blijft nodig."}),
    Example(None, Erasures.begin, {"month": "2023-09"}),
    Example(a_month_with_erasures, Erasures.erase, {"reference": PEOPLE[1], "why": WhyErased.ASKED}),
]
