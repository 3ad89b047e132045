"""Random lives of every kind of aggregate: decisions in any order, on any day, most of them refused."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any, NamedTuple

from hypothesis import strategies as st

from application.passing_time import let_time_pass
from domain.advice.call_answer import CallAnswer
from domain.advice.offer import AdviceOffer
from domain.advice.request import AdviceRequest, Talk
from domain.advice.values import AdviceUse, Answered, DeclineReason, ReportedUse
from domain.kernel.acts import CLOCK, Act
from domain.kernel.days import day_of
from domain.kernel.entries import Mistake
from domain.kernel.errors import DomainError
from domain.kernel.events import Aggregate, event_name
from domain.kernel.log import Log
from domain.kernel.text import Writing
from domain.networks.conversation import Conversation, ConversationOutcome, Occasion, conversation_id
from domain.networks.lessons import Lesson, Lessons, lessons_id
from domain.networks.meeting import Attendance, Meeting
from domain.networks.membership import JoiningTerms, Membership, MembershipEnding, membership_id
from domain.networks.name import NetworkName
from domain.networks.network import Network
from domain.party.consent import Consent
from domain.party.erasures import Erasures, WhyErased
from domain.party.office import Office
from domain.party.party_membership import PartyMembership, PersonalDetail
from domain.party.privacy_request import PrivacyOutcome, PrivacyRequest
from domain.party.record_lifting import RecordLifting
from domain.party.reference_lifting import ReferenceLifting
from domain.party.service_parts import ServicePart, ServiceParts
from domain.pilot.baseline import Baseline
from domain.pilot.frozen_evaluation import FrozenEvaluation
from domain.pilot.pilot import Pilot, TalkOutcome
from domain.pilot.rule_book import RuleBook
from domain.pilot.rules import AdoptedRules, NetworkType, PlanPart
from domain.plans.content import LapseReason
from domain.plans.founding_plan import FoundingPlan
from tests.beginning import FIRST_RULE_BOOKS
from tests.domain.every_decision import EVERY_DECISION
from tests.domain.examples import (
    AGREEMENTS,
    BEGIN,
    DAY,
    FIVE,
    FOUR,
    HARD,
    MEETING,
    NETWORK,
    OTHER_NETWORK,
    PILOT,
    PLAN,
    SOFT,
    a_log,
    a_place_holder,
    an_act,
    an_id,
    content,
    meeting_terms,
    rules_of_2022,
    rules_of_the_page,
    rules_that,
    sealed,
    terms,
    text,
)
from tests.domain.histories import (
    a_baseline,
    a_call_answer,
    a_cancelled_meeting,
    a_consent,
    a_conversation,
    a_count,
    a_delivered_request,
    a_draft,
    a_frozen_evaluation,
    a_frozen_evaluation_of_long_ago,
    a_held_meeting,
    a_member,
    a_month_with_erasures,
    a_network,
    a_party_member,
    a_pilot,
    a_planned_meeting,
    a_privacy_request,
    a_recorded_meeting,
    a_request,
    a_request_with_an_expert,
    a_reserved_name,
    a_rule_book,
    a_submitted_plan,
    an_approved_plan,
    an_asked_lifting,
    an_asked_record_lifting,
    an_offer,
    an_office_holder,
    an_office_holder_for_a_while,
    chosen_parts,
    some_lessons,
)


class Step(NamedTuple):
    """One decision, with an act and fields; calling it lets an aggregate take it."""

    decision: Callable[..., object]
    act: Act
    fields: dict[str, Any]

    def __call__(self, aggregate: Aggregate) -> object:
        return self.decision(aggregate, self.act, **self.fields)

    def __repr__(self) -> str:
        return f"{self.decision.__qualname__}(at={self.act.at:%Y-%m-%d}, by={self.act.by[-2:]}, {self.fields})"


ACTS = st.builds(an_act, at=st.integers(0, 600).map(lambda day: BEGIN + day * DAY), by=st.sampled_from(FIVE))
DATES = st.dates(date(2022, 1, 1), date(2026, 1, 1))
SOMEBODY = st.sampled_from(FIVE)
NUMBERS = st.integers(1, 4)
FLAGS = st.booleans()
ITEMS = st.sampled_from([an_id(f"item-{number}") for number in range(6)])
PLACE_HOLDERS = st.sampled_from([a_place_holder(number) for number in range(6)])
MAYBE_BECAUSE = st.sampled_from([None, "Dit thema kan niet wachten."])
MISTAKES = st.sampled_from(Mistake)
RULES = st.sampled_from(
    [
        rules_of_2022(),
        rules_of_the_page(),
        rules_that(completeness_check_required=True),
        rules_that(bureau_advice_required=True, supporters_minimum=2, core_group_minimum=2),
    ]
)
JUST_RULES = RULES.map(lambda adopted: adopted.rules)
CONTENTS = st.builds(
    content,
    purpose=st.sampled_from([None, "Meedenken."]),
    sensitive=FLAGS,
    intended_cooperation=st.sampled_from([None, "Met de fractie."]),
)
TERMS = st.builds(terms, purpose_version=st.integers(1, 2), sensitive=FLAGS)
MAYBE_CONSENT = st.sampled_from([None, "consent-1"])
MAYBE_SEALED = st.sampled_from([None, sealed()])


def entries_of(aggregate: object) -> st.SearchStrategy[str]:
    return st.integers(1, 8).map(lambda number: f"{aggregate}:{number}")


def step(decision: Callable[..., object], **fields: Any) -> st.SearchStrategy[Step]:
    chosen = {name: field if isinstance(field, st.SearchStrategy) else st.just(field) for name, field in fields.items()}
    return st.builds(Step, st.just(decision), ACTS, st.fixed_dictionaries(chosen))


def live(aggregate: Aggregate, steps: Sequence[Step], *, after_each: Callable[[], object] = lambda: None) -> None:
    """Take one step after another, refused or not."""
    for take in steps:
        with suppress(DomainError):
            take(aggregate)
        after_each()


def join_again(membership: Membership, act: Any, *, joining: JoiningTerms, **fields: Any) -> None:
    membership.join_again(act, terms=joining, purpose_version=joining.purpose_version, **fields)


def merge_elsewhere(network: Network, act: Any) -> None:
    network.merge_into(act, a_network(network=an_id("elsewhere")), reason="Samen verder.")


def end_by_closing(membership: Membership, act: Any) -> None:
    membership.end(act.model_copy(update={"cause": f"{NETWORK}:6"}), MembershipEnding.NETWORK_CLOSED)


def withdraw_double(membership: Membership, act: Any) -> None:
    membership.withdraw_double(act.model_copy(update={"by": CLOCK}))


def _entry(plan: FoundingPlan, back: int) -> str:
    """One of the last entries of a plan, as people mend what they just typed."""
    return event_name(plan.entries[-1 - back]) if back < len(plan.entries) else plan.last_event


def correct_last(plan: FoundingPlan, act: Any, *, back: int, **fields: Any) -> None:
    plan.correct_entry(act, of=_entry(plan, back), **fields)


def withdraw_last(plan: FoundingPlan, act: Any, *, back: int, **fields: Any) -> None:
    plan.withdraw_entry(act, of=_entry(plan, back), **fields)


PILOT_STEPS = [
    step(Pilot.record_interest, group=ITEMS, theme="zorg", network_type=NetworkType.THEME),
    step(Pilot.record_talk, group=ITEMS, outcome=st.sampled_from(TalkOutcome)),
    step(Pilot.estimate_hours, month=st.sampled_from(["2022-05", "2022-06", "2023-06", "2031-01"]), hours=st.integers(0, 9)),
    step(Pilot.take_place, network=PLACE_HOLDERS, beyond_places_because=MAYBE_BECAUSE),
    step(Pilot.take_offered_place, plan=ITEMS, network=PLACE_HOLDERS, beyond_places_because=MAYBE_BECAUSE),
    step(Pilot.put_on_waiting_list, plan=ITEMS, complete_at=ACTS.map(lambda act: act.at)),
    step(Pilot.take_off_waiting_list, plan=ITEMS),
    step(Pilot.free_place, network=PLACE_HOLDERS),
    step(Pilot.offer_free_places),
    step(Pilot.time_passes),
    step(Pilot.offer_place, plan=ITEMS, out_of_order_because=MAYBE_BECAUSE),
]
PLAN_STEPS = [
    step(FoundingPlan.revise, content=CONTENTS, rules=JUST_RULES),
    step(FoundingPlan.nominate, reference=SOMEBODY),
    step(FoundingPlan.accept_nomination, reference=SOMEBODY, consent_version=MAYBE_CONSENT),
    step(FoundingPlan.decline_nomination, reference=SOMEBODY),
    step(FoundingPlan.nominate_chair, reference=SOMEBODY),
    step(FoundingPlan.bring_into_pilot, pilot=st.sampled_from([PILOT, PLAN])),
    step(FoundingPlan.count_supporters, supporters=st.integers(0, 3)),
    step(FoundingPlan.submit, rules=JUST_RULES),
    step(FoundingPlan.amend, content=CONTENTS, rules=JUST_RULES),
    step(FoundingPlan.return_incomplete, missing=(PlanPart.BUDGET,)),
    step(FoundingPlan.find_complete, rules=RULES),
    step(FoundingPlan.advise, advice=sealed()),
    step(FoundingPlan.ask, question=sealed()),
    step(FoundingPlan.answer, question_number=NUMBERS, answer=sealed()),
    step(FoundingPlan.declare_conflict, reference=SOMEBODY, interest=MAYBE_SEALED),
    step(FoundingPlan.defer, plan_version=NUMBERS, until=DATES, reasons="Eerst na het congres."),
    step(
        FoundingPlan.approve,
        plan_version=NUMBERS,
        rules=RULES,
        conditions=st.sampled_from([(), (HARD,), (SOFT, HARD)]),
    ),
    step(FoundingPlan.reject, plan_version=NUMBERS, rules=RULES, reasons="Te veel."),
    step(FoundingPlan.meet_condition, condition_number=NUMBERS),
    step(FoundingPlan.lapse_condition, condition_number=NUMBERS),
    step(FoundingPlan.wait_for_place),
    step(FoundingPlan.time_passes),
    step(FoundingPlan.carry_out),
    step(FoundingPlan.withdraw),
    step(FoundingPlan.lapse, lapse_reason=LapseReason.NOT_COMPLETED),
    step(FoundingPlan.lapse, lapse_reason=LapseReason.CONDITION_NOT_MET),
    step(
        correct_last,
        at=st.none() | ACTS.map(lambda act: act.at),
        back=st.integers(0, 2),
        reasons=st.sampled_from([None, "In andere woorden."]),
        mistake=MISTAKES,
    ),
    step(withdraw_last, back=st.integers(0, 2), mistake=MISTAKES),
    step(withdraw_last, back=st.just(0), mistake=MISTAKES),
    step(FoundingPlan.withdraw_entry, of=entries_of(PLAN), mistake=MISTAKES),
]
NAMED = st.sampled_from([NETWORK, OTHER_NETWORK])
NAME_STEPS = [
    step(NetworkName.reserve_again, network=NAMED, plan=PLAN),
    step(NetworkName.free, network=NAMED),
    step(NetworkName.take_back, network=NAMED),
    step(NetworkName.give_reserved, network=NAMED),
]
NETWORK_NAMES = st.sampled_from(["Netwerk zorg", "Netwerk Zorg", "Netwerk gebed"])
NETWORK_STEPS = [
    step(Network.appoint, reference=SOMEBODY),
    step(Network.step_down, reference=SOMEBODY, rules=RULES | st.none()),
    step(Network.time_passes),
    step(Network.appoint_chair, reference=SOMEBODY),
    step(Network.write_welcome, welcome=st.sampled_from(["Welkom.", "Fijn dat u er bent."])),
    step(Network.state_core_group_mix, with_experience=st.integers(0, 5)),
    step(
        Network.change_agreements,
        agreements=st.sampled_from([AGREEMENTS, AGREEMENTS.model_copy(update={"purpose": "Ook energie."})]),
        rules=RULES | st.none(),
    ),
    step(Network.mark_sensitive),
    step(Network.offer_seats, until=DATES),
    step(Network.take_seat, reference=SOMEBODY),
    step(Network.suspend, reason="Rust.", rules=None),
    step(Network.resume),
    step(Network.renew, ends_on=DATES | st.none(), rules=RULES | st.none()),
    step(Network.receive_merger, merged=ITEMS),
    step(Network.withdraw_merger, merged=ITEMS),
    step(Network.reopen, reason="Een vergissing.", rules=RULES | st.none()),
    step(Network.rename, name=NETWORK_NAMES),
    step(Network.correct_name, name=NETWORK_NAMES, mistake=MISTAKES),
    step(
        Network.correct_entry,
        of=entries_of(NETWORK),
        at=ACTS.map(lambda act: act.at),
        mistake=MISTAKES,
        rules=RULES | st.none(),
    ),
    step(Network.withdraw_entry, of=entries_of(NETWORK), mistake=MISTAKES, rules=RULES | st.none()),
]
MEMBERSHIP = membership_id(NETWORK, FOUR[0])
MEMBERSHIP_STEPS = [
    step(join_again, joining=TERMS, consent_version=MAYBE_CONSENT, age=st.sampled_from([None, 15, 40]), statistics=MAYBE_SEALED),
    step(Membership.leave),
    step(Membership.end, ending=st.sampled_from(MembershipEnding)),
    step(end_by_closing),
    step(Membership.go_on, of=entries_of(MEMBERSHIP)),
    step(Membership.endorse_purpose, terms=TERMS, purpose_version=st.integers(1, 2)),
    step(Membership.correct_entry, of=entries_of(MEMBERSHIP), at=ACTS.map(lambda act: act.at), mistake=MISTAKES),
    step(Membership.withdraw_entry, of=entries_of(MEMBERSHIP), mistake=MISTAKES),
    step(withdraw_double),
    step(Membership.restore_double),
]
MEETING_TERMS = st.builds(meeting_terms, sensitive=FLAGS)
ATTENDANCES = st.builds(Attendance, st.integers(0, 3), st.sampled_from([(), FOUR[:1], FOUR[:2]]))
MEETING_STEPS = [
    step(Meeting.move, day=DATES),
    step(Meeting.cancel, reason=st.sampled_from([None, "Te weinig aanmeldingen."])),
    step(Meeting.hold, terms=MEETING_TERMS, attendance=ATTENDANCES),
    step(
        Meeting.correct_entry,
        of=entries_of(MEETING),
        at=st.none() | ACTS.map(lambda act: act.at),
        present=st.none() | st.integers(0, 3),
        mistake=MISTAKES,
    ),
    step(Meeting.withdraw_entry, of=entries_of(MEETING), mistake=MISTAKES),
]


def an_early_meeting() -> Meeting:
    """Most days of a random life come after it, so that it is held, called off and mended often."""
    return a_planned_meeting(planned=BEGIN, day=day_of(BEGIN))


LESSON_TEXTS = st.sampled_from([None, "Korte avonden.", "Een vaste zaal."])
LESSONS = st.builds(Lesson, what_worked=LESSON_TEXTS, what_did_not=LESSON_TEXTS, what_to_change=LESSON_TEXTS)
PARTY_STEPS = [
    step(PartyMembership.start_again),
    step(PartyMembership.announce_end, final_on=DATES),
    step(PartyMembership.undo_end),
    step(PartyMembership.correct_details, details=st.sampled_from([tuple(PersonalDetail), (PersonalDetail.NAME,)])),
    step(PartyMembership.time_passes),
    step(PartyMembership.withdraw_double),
    step(PartyMembership.restore_double),
]
REQUEST_RULES = st.sampled_from([None, rules_of_2022(), rules_that(advice_acceptance_required=True, advice_lapse_days=1)])
TEXTS = st.sampled_from([text(), Writing(sealed=sealed())])
MAYBE_TEXT = st.none() | TEXTS
USES = st.builds(ReportedUse, number=st.sampled_from([None, 1, 2, 5]), use=st.sampled_from(AdviceUse), remark=MAYBE_TEXT)
TALKS = st.none() | st.builds(Talk, on=DATES, with_whom=TEXTS)


def deliver(request: AdviceRequest, act: Act, *, rules: AdoptedRules | None, **fields: Any) -> None:
    request.deliver(act, rules=None if rules is None else rules.rules, **fields)


def wait(request: AdviceRequest, act: Act) -> None:
    """Let time pass until the moment of an act; what people record later may have happened before."""
    let_time_pass(request, act.at)


def correct_one(request: AdviceRequest, act: Act, *, number: int, day: int, **fields: Any) -> None:
    of = event_name(request.decisions[-number:][0])
    request.correct_entry(act, of=of, at=BEGIN + day * DAY, **fields)


def withdraw_newest(request: AdviceRequest, act: Act, *, mistake: Mistake) -> None:
    request.withdraw_entry(act, of=event_name(request.decisions[-1]), mistake=mistake)


REQUEST_STEPS = [
    step(AdviceRequest.accept),
    step(AdviceRequest.decline, decline_reason=st.sampled_from(DeclineReason), explanation=MAYBE_TEXT),
    step(AdviceRequest.redirect, network=ITEMS, rules=REQUEST_RULES, due=st.none() | DATES),
    step(AdviceRequest.leave_to_bureau),
    step(AdviceRequest.ask_clarification, question=TEXTS, rules=REQUEST_RULES),
    step(AdviceRequest.clarify, answer=TEXTS),
    step(AdviceRequest.agree_new_day, due=DATES, reason=TEXTS, rules=REQUEST_RULES),
    step(AdviceRequest.refuse_new_day),
    step(AdviceRequest.invite_expert, reference=SOMEBODY),
    step(AdviceRequest.accept_invitation, reference=SOMEBODY),
    step(AdviceRequest.decline_invitation, reference=SOMEBODY),
    step(AdviceRequest.declare_conflict, reference=SOMEBODY, interest=sealed()),
    step(AdviceRequest.disclose_conflict, reference=SOMEBODY),
    step(AdviceRequest.call_members, closes_on=DATES),
    step(AdviceRequest.contribute, network=st.sampled_from([OTHER_NETWORK, NETWORK]), contribution=TEXTS),
    step(
        deliver,
        advice=MAYBE_TEXT,
        talk=TALKS,
        recommendations=st.lists(TEXTS, max_size=2).map(tuple),
        minority_views=st.lists(TEXTS, max_size=1).map(tuple),
        answered=st.sampled_from(Answered),
        rules=REQUEST_RULES,
    ),
    step(AdviceRequest.acknowledge, answered=st.sampled_from(Answered)),
    step(AdviceRequest.report_use, uses=st.lists(USES, min_size=1, max_size=2).map(tuple)),
    step(AdviceRequest.publish_use),
    step(AdviceRequest.withdraw),
    step(correct_one, number=st.integers(1, 4), day=st.integers(0, 600), talked_on=st.none() | DATES, mistake=MISTAKES),
    step(withdraw_newest, mistake=MISTAKES),
    step(AdviceRequest.time_passes),
    step(wait),
    step(wait),
]


def adopt(rule_book: RuleBook, act: Any, *, written: Any) -> None:
    rule_book.adopt(act, **written._asdict())


Life = tuple[Sequence[Callable[[], Aggregate]], Sequence[st.SearchStrategy[Step]]]


def examples_of(aggregate: type[Aggregate]) -> list[st.SearchStrategy[Step]]:
    """Give each decision on an aggregate as its example takes it, at any moment: one that is new needs no step of its own."""
    return [
        st.builds(lambda act, example=example: Step(example.decision, act, example.fields | example.others()), ACTS)
        for example in EVERY_DECISION
        if example.history is not None and str(example).startswith(f"{aggregate.__name__}.")
    ]


COUNTED = st.sampled_from([a_baseline().last_event, a_count().last_event])
TALK, TOLD = conversation_id(NETWORK, Occasion.TARGET_REACHED), lessons_id(NETWORK, "2023-H2")
CHOSEN: Mapping[type[Aggregate], Life] = {
    Log: ([a_log], []),
    RuleBook: ([a_rule_book], [step(adopt, written=st.sampled_from(FIRST_RULE_BOOKS))]),
    Baseline: (
        [a_baseline, a_count],
        [
            step(Baseline.correct_entry, of=COUNTED, at=ACTS.map(lambda act: act.at), mistake=MISTAKES),
            step(Baseline.withdraw_entry, of=COUNTED, mistake=MISTAKES),
        ],
    ),
    FrozenEvaluation: (
        [a_frozen_evaluation, a_frozen_evaluation_of_long_ago],
        [
            step(FrozenEvaluation.withdraw_entry, of=entries_of(a_frozen_evaluation().id), mistake=MISTAKES),
            step(
                FrozenEvaluation.correct_entry,
                of=entries_of(a_frozen_evaluation().id),
                at=ACTS.map(lambda act: act.at),
                mistake=MISTAKES,
            ),
        ],
    ),
    Pilot: ([lambda: a_pilot(places=2), lambda: a_pilot(taken=5)], [*PILOT_STEPS, step(Pilot.end)]),
    FoundingPlan: ([a_draft, a_submitted_plan, lambda: an_approved_plan(SOFT, HARD)], PLAN_STEPS),
    Network: ([a_network], [*NETWORK_STEPS, step(Network.close, reason=None), step(merge_elsewhere)]),
    NetworkName: ([lambda: NetworkName.give(an_act(), name="Netwerk zorg", network=NETWORK), a_reserved_name], NAME_STEPS),
    Membership: ([a_member], MEMBERSHIP_STEPS),
    Meeting: ([an_early_meeting, a_planned_meeting, a_recorded_meeting, a_held_meeting, a_cancelled_meeting], MEETING_STEPS),
    Conversation: (
        [a_conversation],
        [
            step(Conversation.hold, outcome=st.sampled_from(ConversationOutcome), agreed=st.none() | st.just("We gaan door.")),
            step(Conversation.correct_entry, of=entries_of(TALK), at=ACTS.map(lambda act: act.at), mistake=MISTAKES),
            step(Conversation.withdraw_entry, of=entries_of(TALK), mistake=MISTAKES),
        ],
    ),
    Lessons: (
        [some_lessons],
        [
            step(Lessons.tell_again, lesson=LESSONS),
            step(Lessons.answer, answer=st.sampled_from(["Er komt een vaste zaal.", "Later."])),
            step(Lessons.correct_entry, of=entries_of(TOLD), at=ACTS.map(lambda act: act.at), mistake=MISTAKES),
            step(Lessons.withdraw_entry, of=entries_of(TOLD), mistake=MISTAKES),
        ],
    ),
    AdviceRequest: (
        [
            a_request,
            lambda: a_request(closed=True, rules=None),
            lambda: a_request(asked=BEGIN, due=BEGIN.date()),
            a_request_with_an_expert,
            a_delivered_request,
        ],
        REQUEST_STEPS,
    ),
    CallAnswer: ([a_call_answer], []),
    AdviceOffer: (
        [an_offer],
        [
            step(AdviceOffer.correct_entry, of=entries_of(an_id("offer")), at=ACTS.map(lambda act: act.at), mistake=MISTAKES),
            step(AdviceOffer.withdraw_entry, of=entries_of(an_id("offer")), mistake=MISTAKES),
        ],
    ),
    PartyMembership: ([a_party_member], PARTY_STEPS),
    Office: ([an_office_holder, an_office_holder_for_a_while], [step(Office.give_again), step(Office.end)]),
    Consent: (
        [a_consent],
        [
            step(Consent.withdraw),
            step(Consent.give_again, consent_version=st.sampled_from(["v1", "v2"])),
        ],
    ),
    ServiceParts: (
        [chosen_parts],
        [step(ServiceParts.choose_again, parts=st.lists(st.sampled_from(ServicePart)).map(tuple))],
    ),
    ReferenceLifting: (
        [lambda: an_asked_lifting(BEGIN)],
        [
            step(ReferenceLifting.agree, own=st.just(())),
            step(ReferenceLifting.refuse, own=st.just(())),
            step(ReferenceLifting.tell, own=st.sampled_from([(), (an_act().by,)])),
        ],
    ),
    RecordLifting: (
        [lambda: an_asked_record_lifting(BEGIN)],
        [step(RecordLifting.agree, own=st.just(())), step(RecordLifting.refuse, own=st.just(()))],
    ),
    PrivacyRequest: (
        [a_privacy_request],
        [
            step(PrivacyRequest.receive_again),
            step(PrivacyRequest.answer, outcome=st.sampled_from(PrivacyOutcome), reasons=st.sampled_from([None, "Nodig."])),
        ],
    ),
    Erasures: (
        [a_month_with_erasures],
        [step(Erasures.erase, reference=SOMEBODY, why=st.sampled_from(WhyErased))],
    ),
}
"""By aggregate: how it may begin, and steps with fields that differ, or whose order matters."""

LIVES: Mapping[type[Aggregate], Life] = {
    aggregate: (beginnings, [*steps, *examples_of(aggregate)]) for aggregate, (beginnings, steps) in CHOSEN.items()
}
"""By aggregate: how it may begin, and the steps that it may take."""
