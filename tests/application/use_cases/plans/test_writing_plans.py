"""Writing a plan: whoever takes part in it writes, the bureau records what comes in by phone, letter or mail."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from application.commands.plans import (
    AcceptNomination,
    AdviseOnPlan,
    AmendPlan,
    AnswerQuestion,
    AskQuestion,
    CountSupporters,
    DeclineNomination,
    DraftPlan,
    FindPlanComplete,
    LapsePlan,
    NominateCoreGroup,
    NominateCoreGroupMember,
    RejectPlan,
    ReturnPlan,
    RevisePlan,
    SubmitPlan,
    WithdrawPlan,
)
from application.errors import AccessDenied, NominatedPersonNotFound, UnknownItem
from application.ports.vault.contexts import OFFICE
from application.queries.plans import FoundingPlanDetails
from domain.kernel.acts import CORE_GROUP, NATIONAL_BOARD, Role, Source
from domain.kernel.text import SealedFor
from domain.networks.membership import ExplicitConsentNeeded, TooYoung
from domain.party.party_membership import NotAPartyMember
from domain.pilot.rule_book import NoRulesApply
from domain.pilot.rules import NetworkType, PlanPart
from domain.plans.content import LapseReason, PlanOrigin, PlanStatus
from domain.plans.errors import (
    NominatedAlready,
    NominationAnswered,
    PlanDecidedAlready,
    PlanIncomplete,
    PlanNotADraft,
    PlanNotSubmitted,
    PlanTooLong,
    QuestionNotOpen,
    TooFewCoreGroupMembers,
)
from domain.plans.founding_plan import FoundingPlan, Nomination
from tests.application.party import BUREAU, CONSENT, FOUNDERS, PLAN, SOMEBODY, SOMEBODY_ELSE, Party

UNKNOWN = UUID(int=7)


# Drafting


def test_a_member_begins_a_plan_and_is_not_yet_in_its_core_group(party: Party):
    plan = party.load(FoundingPlan, party.draft(SOMEBODY))
    drafted = party.newest()

    assert (drafted.TOPIC, plan.status, plan.origin, plan.core_group) == (
        "PlanDrafted",
        PlanStatus.DRAFT,
        PlanOrigin.CORE_GROUP,
        (),
    )
    assert (drafted.act.by, drafted.act.role, drafted.act.entered_by, drafted.act.source) == (
        party.reference(SOMEBODY, plan.network),
        Role.MEMBER,
        None,
        Source.SELF,
    )


def test_a_plan_that_came_by_letter_is_of_the_group_and_the_bureau_typed_it(party: Party):
    party.give(DraftPlan(**PLAN, source=Source.PAPER), party.bureau)

    act = party.newest().act
    assert (act.by, act.role, act.entered_by, act.source) == (
        CORE_GROUP,
        Role.CORE_GROUP,
        party.vault.reference(party.person(BUREAU), OFFICE),
        Source.PAPER,
    )


def test_the_bureau_types_a_plan_in_the_name_of_a_member_who_phoned(party: Party):
    begun = party.give(DraftPlan(**PLAN, person=party.party_member(SOMEBODY)), party.bureau)

    plan = party.load(FoundingPlan, begun.data.plan)
    act = party.newest().act
    assert (act.by, act.role, act.entered_by, act.source) == (
        party.reference(SOMEBODY, plan.network),
        Role.MEMBER,
        party.vault.reference(party.person(BUREAU), OFFICE),
        Source.NOT_NOTED,
    )
    assert plan.is_initiator(party.reference(SOMEBODY, plan.network))


@pytest.mark.parametrize("recorded_by_bureau", [False, True])
def test_the_board_begins_a_plan_itself(party: Party, *, recorded_by_bureau: bool):
    session = party.bureau if recorded_by_bureau else party.board
    begun = party.give(DraftPlan(**PLAN, decided=party.met()), session)

    assert party.load(FoundingPlan, begun.data.plan).origin is PlanOrigin.NATIONAL_BOARD
    act = party.newest().act
    assert (act.by, act.source) == (NATIONAL_BOARD, Source.MEETING if recorded_by_bureau else Source.SELF)


def test_a_plan_names_a_pilot_and_a_plan_before_it_that_exist(party: Party):
    member = party.member(SOMEBODY)
    for unknown in (DraftPlan(**PLAN, pilot=UNKNOWN), DraftPlan(**PLAN, follows=UNKNOWN)):
        with party.refused(UnknownItem):
            party.give(unknown, member)
    rejected = party.submitted()
    party.give(RejectPlan(plan=rejected, plan_version=1, outcome="rejected", reasons="Nog te breed."), party.board)
    follows = party.give(DraftPlan(**{**PLAN, "name": "Smaller netwerk"}, follows=rejected), member)
    assert party.ask(FoundingPlanDetails(plan=follows.data.plan), member).follows == rejected


def test_a_plan_of_a_type_without_rules_or_with_too_many_words_is_refused(party: Party):
    member = party.member(SOMEBODY)
    with party.refused(NoRulesApply):
        party.give(DraftPlan(**{**PLAN, "network_type": NetworkType.IMPORTED}), member)
    with party.refused(PlanTooLong):
        party.give(DraftPlan(**{**PLAN, "purpose": "woord " * 1001}), member)


def test_a_draft_is_written_differently_by_those_who_take_part(party: Party):
    plan = party.draft(SOMEBODY)
    anew = RevisePlan(**{**PLAN, "purpose": "Anders gezegd."}, plan=plan)

    party.give(anew, party.member(SOMEBODY), expected=1)

    assert party.load(FoundingPlan, plan).content.purpose == "Anders gezegd."
    outsider = party.member(SOMEBODY_ELSE)
    with party.refused(AccessDenied):
        party.give(anew, outsider, expected=2)


# Nominations


def test_who_is_asked_accepts_declines_and_is_asked_again(party: Party):
    plan = party.draft()
    first, asked = party.member(FOUNDERS[0]), party.party_member(FOUNDERS[1])
    party.give(NominateCoreGroupMember(plan=plan, nominee=asked), first)
    with party.refused(NominatedAlready):
        party.give(NominateCoreGroupMember(plan=plan, nominee=asked), first)

    party.give(AcceptNomination(plan=plan), party.member(FOUNDERS[1]))
    with party.refused(NominationAnswered):
        party.give(AcceptNomination(plan=plan), party.member(FOUNDERS[1]))
    party.give(DeclineNomination(plan=plan), party.member(FOUNDERS[1]))
    party.give(NominateCoreGroupMember(plan=plan, nominee=asked), first)

    found = party.load(FoundingPlan, plan)
    assert found.nominations == {party.reference(FOUNDERS[1], found.network): Nomination.OPEN}


def test_who_is_no_member_of_the_party_is_not_asked(party: Party):
    plan = party.draft()
    with party.refused(NotAPartyMember):
        party.give(NominateCoreGroupMember(plan=plan, nominee=party.person("Xander Fictief")), party.member(FOUNDERS[0]))


def test_nobody_accepts_for_somebody_else_but_the_bureau_records_a_call(party: Party):
    plan = party.draft()
    asked = party.party_member(FOUNDERS[1])
    party.give(NominateCoreGroupMember(plan=plan, nominee=asked), party.member(FOUNDERS[0]))
    with party.refused(AccessDenied):
        party.give(AcceptNomination(plan=plan, person=asked), party.member(FOUNDERS[0]))

    party.give(AcceptNomination(plan=plan, person=asked), party.bureau)

    found = party.load(FoundingPlan, plan)
    act = party.newest().act
    assert found.core_group == (party.reference(FOUNDERS[1], found.network),)
    assert (act.by, act.entered_by, act.source) == (
        found.core_group[0],
        party.vault.reference(party.person(BUREAU), OFFICE),
        Source.NOT_NOTED,
    )


def test_a_seat_in_a_sensitive_network_asks_for_a_consent_and_an_age(party: Party):
    plan = party.draft(sensitive=True)
    party.person("Yara Fictief", birth_year=2012)
    for name in (FOUNDERS[1], "Yara Fictief"):
        party.give(NominateCoreGroupMember(plan=plan, nominee=party.party_member(name)), party.member(FOUNDERS[0]))

    with party.refused(ExplicitConsentNeeded):
        party.give(AcceptNomination(plan=plan), party.member(FOUNDERS[1]))
    with party.refused(TooYoung):
        party.give(AcceptNomination(plan=plan, consent_version=CONSENT), party.member("Yara Fictief"))
    party.give(AcceptNomination(plan=plan, consent_version=CONSENT), party.member(FOUNDERS[1]))
    assert len(party.load(FoundingPlan, plan).core_group) == 1


# Handing in, amending, giving up


def test_three_are_too_few_and_a_plan_says_what_the_rules_ask_for(party: Party):
    three = party.gathered(FOUNDERS[:3])
    with party.refused(TooFewCoreGroupMembers):
        party.give(SubmitPlan(plan=three), party.member(FOUNDERS[0]))
    incomplete = party.gathered(name="Zonder doel", purpose=None)
    with party.refused(PlanIncomplete):
        party.give(SubmitPlan(plan=incomplete), party.member(FOUNDERS[0]))


def test_a_plan_is_handed_in_once_and_then_amended(party: Party):
    plan = party.submitted()
    first = party.member(FOUNDERS[0])
    version = party.load(FoundingPlan, plan).version
    with party.refused(PlanNotADraft):
        party.give(SubmitPlan(plan=plan), first)
    with party.refused(PlanNotADraft):
        party.give(RevisePlan(**PLAN, plan=plan), first, expected=version)

    amended = party.give(AmendPlan(**{**PLAN, "purpose": "Tweede versie."}, plan=plan), first, expected=version)

    assert (amended.data.plan_version, amended.data.status) == (2, PlanStatus.SUBMITTED)
    versions = party.ask(FoundingPlanDetails(plan=plan), first).versions
    assert [(each.plan_version, each.content.purpose) for each in versions] == [(1, PLAN["purpose"]), (2, "Tweede versie.")]
    assert versions[0].digest != versions[1].digest


def test_a_draft_is_not_amended(party: Party):
    plan = party.draft()
    with party.refused(PlanNotSubmitted):
        party.give(AmendPlan(**PLAN, plan=plan), party.member(FOUNDERS[0]), expected=1)


def test_a_plan_is_given_up_or_lapses_and_then_nothing_is_decided(party: Party):
    withdrawn, lapsed = party.submitted(), party.submitted(name="Ander netwerk")
    assert party.give(WithdrawPlan(plan=withdrawn), party.member(FOUNDERS[1])).data.status == PlanStatus.WITHDRAWN
    lapse = LapsePlan(plan=lapsed, lapse_reason=LapseReason.CORE_GROUP_FELL_APART)
    assert party.give(lapse, party.bureau).data.status == PlanStatus.LAPSED
    with party.refused(PlanDecidedAlready):
        party.give(WithdrawPlan(plan=lapsed), party.member(FOUNDERS[1]))
    with party.refused(PlanDecidedAlready):
        party.give(lapse, party.bureau)


# The bureau's part


def test_the_bureau_returns_a_plan_finds_it_complete_and_counts_supporters(party: Party):
    plan = party.submitted()
    returned = party.give(ReturnPlan(plan=plan, missing=(PlanPart.BUDGET,)), party.bureau)
    assert returned.data.status == PlanStatus.RETURNED
    assert party.ask(FoundingPlanDetails(plan=plan), party.bureau).missing == ("budget",)
    with party.refused(PlanNotSubmitted):
        party.give(FindPlanComplete(plan=plan), party.bureau)

    party.give(SubmitPlan(plan=plan), party.member(FOUNDERS[0]))
    party.give(CountSupporters(plan=plan, supporters=31), party.bureau)
    complete = party.give(FindPlanComplete(plan=plan), party.bureau)

    assert complete.data.status == PlanStatus.COMPLETE
    assert party.load(FoundingPlan, plan).supporters == 31


def test_advice_question_and_answer_are_stored_sealed_and_can_be_opened(party: Party):
    plan = party.submitted()
    party.give(AdviseOnPlan(plan=plan, advice="Wij raden het aan."), party.bureau)
    asked = party.give(AskQuestion(plan=plan, question="Wie betaalt de zaal?"), party.board)
    assert asked.data.question_number == 1
    party.give(AnswerQuestion(plan=plan, question_number=1, answer="Wijzelf."), party.member(FOUNDERS[2]))
    with party.refused(QuestionNotOpen):
        party.give(AnswerQuestion(plan=plan, question_number=1, answer="Nog eens."), party.member(FOUNDERS[2]))

    stored = [recorded.event for recorded in party.recorded() if recorded.event.originator_id == plan][-3:]
    for event, field, text in zip(
        stored, ("advice", "question", "answer"), ("Wij raden het aan.", "Wie betaalt de zaal?", "Wijzelf."), strict=True
    ):
        assert text not in event.model_dump_json()
        place = SealedFor(aggregate=str(plan), event_type=event.TOPIC, field=field, subject=str(plan))
        assert party.vault.open(getattr(event, field), place) == text


def test_what_is_not_there_is_unknown(party: Party):
    for command in (SubmitPlan(plan=UNKNOWN), WithdrawPlan(plan=UNKNOWN), ReturnPlan(plan=UNKNOWN, missing=(PlanPart.BUDGET,))):
        with party.refused(UnknownItem):
            party.give(command, party.bureau)


def test_a_late_submission_holds_from_its_own_day(party: Party):
    plan = party.gathered()
    party.clock.pass_time(days=3)
    party.give(SubmitPlan(plan=plan, on=date(2025, 3, 4)), party.member(FOUNDERS[0]))
    assert party.newest().act.at == datetime(2025, 3, 4, 22, 59, 59, tzinfo=UTC)


# In whose name


def test_nobody_writes_in_the_name_of_somebody_else(party: Party):
    plan, submitted = party.draft(SOMEBODY), party.submitted(name="Ander netwerk")
    other = party.party_member(SOMEBODY_ELSE)
    member, founder = party.member(SOMEBODY), party.member(FOUNDERS[0])
    party.give(AskQuestion(plan=submitted, question="Wanneer?"), party.board)
    for command, session, expected in (
        (DraftPlan(**PLAN, person=other), member, None),
        (RevisePlan(**PLAN, plan=plan, person=other), member, 1),
        (NominateCoreGroupMember(plan=plan, nominee=other, person=other), member, None),
        (AmendPlan(**PLAN, plan=submitted, person=other), founder, party.load(FoundingPlan, submitted).version),
        (AnswerQuestion(plan=submitted, question_number=1, answer="Nooit.", person=other), founder, None),
        (SubmitPlan(plan=plan, person=other), member, None),
        (WithdrawPlan(plan=submitted, person=other), founder, None),
    ):
        with party.refused(AccessDenied):
            party.give(command, session, expected=expected)


def test_a_member_does_not_speak_for_the_board(party: Party):
    member = party.member(FOUNDERS[0])
    with party.refused(AccessDenied):
        party.give(DraftPlan(**PLAN, decided=party.met()), member)


# A whole core group at once


def test_the_bureau_records_by_name_who_were_asked_and_that_they_said_yes(party: Party):
    plan = party.draft(SOMEBODY)
    for name in FOUNDERS:
        party.party_member(name)
    asked = NominateCoreGroup(plan=plan, names=FOUNDERS, accepted=True, source=Source.MAIL)
    party.give(asked, party.bureau)
    drafted = party.load(FoundingPlan, plan)
    references = [party.reference(name, drafted.network) for name in FOUNDERS]
    assert drafted.core_group == tuple(references)
    accepted = party.all_of("NominationAccepted")
    office = party.vault.reference(party.person(BUREAU), OFFICE)
    assert [(each.act.by, each.act.entered_by, each.act.source) for each in accepted] == [
        (reference, office, Source.MAIL) for reference in references
    ]


def test_who_were_asked_and_did_not_answer_yet_are_asked_only(party: Party):
    plan = party.draft(SOMEBODY)
    for name in FOUNDERS:
        party.party_member(name)
    party.give(NominateCoreGroup(plan=plan, names=FOUNDERS), party.bureau)
    asked = party.load(FoundingPlan, plan)
    assert (len(asked.nominations), asked.core_group) == (len(FOUNDERS), ())


@pytest.mark.parametrize(
    ("names", "refusal"),
    [
        ((*FOUNDERS[:2], "Niemand Zo"), NominatedPersonNotFound),
        ((*FOUNDERS[:2], FOUNDERS[0]), NominatedAlready),
        ((*FOUNDERS[:2], SOMEBODY_ELSE), NotAPartyMember),
    ],
)
def test_one_name_that_cannot_be_nominated_refuses_all_of_them(party: Party, names: tuple[str, ...], refusal: type[Exception]):
    plan = party.draft(SOMEBODY)
    for name in FOUNDERS:
        party.party_member(name)
    party.person(SOMEBODY_ELSE)
    with party.refused(refusal):
        party.give(NominateCoreGroup(plan=plan, names=names, accepted=True), party.bureau)


def test_names_are_for_the_bureau_alone(party: Party):
    plan = party.draft(SOMEBODY)
    with party.refused(AccessDenied):
        party.give(NominateCoreGroup(plan=plan, names=FOUNDERS), party.member(SOMEBODY))
