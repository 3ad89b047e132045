"""
One example of every command and of every question; what tests need to walk over all of them they take from here.

The days are right for a clock of 2025 and for the real one: what lies ahead is far ahead. What an example is about is not
there; a test that wants it to be says which (``example``).
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from application.commands import (
    advice,
    consents,
    conversations,
    evaluations,
    lessons,
    liftings,
    meetings,
    networks,
    party,
    pilot,
    plans,
    privacy,
)
from application.commands.base import Command
from application.queries import advice as advice_questions
from application.queries import attention
from application.queries import conversations as conversation_questions
from application.queries import meetings as meeting_questions
from application.queries import networks as network_questions
from application.queries import pilot as pilot_questions
from application.queries import plans as plan_questions
from application.queries.acts import PossibleActs
from application.queries.auditing import oversight, reasons, record
from application.queries.auditing.differences import PlanDifferences, RuleDifferences
from application.queries.auditing.figure_changes import FigureChanges
from application.queries.base import Query
from application.queries.claims import MemberClaimDetails
from application.queries.evaluating import baselines, evaluation
from application.queries.evaluating import frozen_evaluations as frozen_questions
from application.queries.mine import MyNetworks, MyPlans, MyRequests
from application.queries.privacy import MyFile, PrivacyRequests, RecordLiftings, ReferenceLiftings
from application.queries.register import RegisterDifferences, RegisterImportDetails
from domain.advice.values import AdviceUse, Answered, DeclineReason, RequesterKind
from domain.kernel.acts import Role
from domain.kernel.entries import Mistake
from domain.networks.conversation import ConversationOutcome, Occasion
from domain.networks.meeting import MeetingMode
from domain.networks.membership import MembershipEnding
from domain.party.consent import ConsentPurpose
from domain.party.erasures import WhyErased
from domain.party.privacy_request import PrivacyMatter, PrivacyOutcome
from domain.party.service_parts import ServicePart
from domain.pilot.baseline import BaselineGroup, ShareOf
from domain.pilot.frozen_evaluation import NetworkFuture
from domain.pilot.pilot import TalkOutcome
from domain.pilot.rules import NetworkRules, NetworkType, PlanPart
from domain.plans.content import LapseReason
from tests.application.party import PLAN
from tests.deciding import met

NOTHING = UUID(int=9)
NO_EVENT = f"{NOTHING}:1"
NOBODY = "r" + "0" * 32
AHEAD = date(2030, 1, 1)
AGES_AHEAD = date(2199, 1, 1)
MET = met(date(2025, 3, 3))

COMMANDS: tuple[Command, ...] = (
    pilot.AdoptRules(
        rules_version="v9",
        network_type=NetworkType.THEME,
        valid_from=AHEAD,
        rules=NetworkRules(core_group_minimum=4, required_parts=(PlanPart.PURPOSE,), target_members=50),
        origin="Besluit 9.",
        decided=MET,
    ),
    pilot.RecordBaseline(
        group=BaselineGroup.PARTY_MEMBERS,
        shares=(ShareOf(value="NL-UT", share=0.4), ShareOf(value="NL-GE", share=0.6)),
        counted=25_000,
        reference_day=date(2023, 1, 1),
        origin="Ledenadministratie.",
    ),
    pilot.CountPartyMembers(members=25_000, reference_day=date(2023, 1, 1), origin="Ledenadministratie."),
    pilot.OpenPilot(label="pilot-twee", places=1, first_day=date(2022, 6, 28), last_day=date(2023, 12, 31), decided=MET),
    pilot.RecordInterest(pilot=NOTHING, theme="Landbouw", network_type=NetworkType.THEME),
    pilot.RecordTalk(pilot=NOTHING, group=NOTHING, outcome=TalkOutcome.LATER),
    pilot.EstimateHours(pilot=NOTHING, month="2022-06", hours=20),
    pilot.OfferPlace(pilot=NOTHING, plan=NOTHING, decided=MET),
    pilot.EndPilot(pilot=NOTHING, decided=MET),
    plans.DraftPlan(**PLAN),
    plans.RevisePlan(plan=NOTHING, **PLAN),
    plans.AmendPlan(plan=NOTHING, **PLAN),
    plans.NominateCoreGroupMember(plan=NOTHING, nominee=NOTHING),
    plans.NominateCoreGroup(plan=NOTHING, names=("Voorbeeld Een", "Voorbeeld Twee"), accepted=True),
    plans.AcceptNomination(plan=NOTHING),
    plans.DeclineNomination(plan=NOTHING),
    plans.NominateChair(plan=NOTHING, nominee=NOTHING),
    plans.BringPlanIntoPilot(plan=NOTHING, pilot=NOTHING),
    plans.CountSupporters(plan=NOTHING, supporters=30),
    plans.SubmitPlan(plan=NOTHING),
    plans.WithdrawPlan(plan=NOTHING),
    plans.ReturnPlan(plan=NOTHING, missing=(PlanPart.PURPOSE,)),
    plans.FindPlanComplete(plan=NOTHING),
    plans.AdviseOnPlan(plan=NOTHING, advice="Instemmen."),
    plans.AskQuestion(plan=NOTHING, question="Waarom nu?"),
    plans.AnswerQuestion(plan=NOTHING, question_number=1, answer="Daarom."),
    plans.DeclareConflictOfInterest(plan=NOTHING, interest="Familie."),
    plans.ApprovePlan(plan=NOTHING, plan_version=1, outcome="approved", decided=MET),
    plans.RejectPlan(plan=NOTHING, plan_version=1, outcome="rejected", reasons="Te smal.", decided=MET),
    plans.DeferPlan(plan=NOTHING, plan_version=1, outcome="deferred", until=AHEAD, reasons="Later.", decided=MET),
    plans.MeetCondition(plan=NOTHING, condition_number=1),
    plans.LapseCondition(plan=NOTHING, condition_number=1),
    plans.LapsePlan(plan=NOTHING, lapse_reason=LapseReason.NOT_COMPLETED),
    plans.FoundWaitingNetwork(plan=NOTHING, decided=MET),
    networks.BringInNetwork(
        name="Netwerk gebed",
        network_type=NetworkType.THEME,
        purpose="Samen bidden.",
        organisation="Vier mensen, elke maand.",
        existed_since=date(2020, 1, 1),
        decided=MET,
    ),
    networks.AppointCoreGroupMember(network=NOTHING, person=NOTHING),
    networks.EndSeat(network=NOTHING),
    networks.AppointChair(network=NOTHING, person=NOTHING),
    networks.WriteWelcome(network=NOTHING, welcome="Welkom."),
    networks.StateCoreGroupMix(network=NOTHING, with_experience=2),
    networks.ChangeAgreements(network=NOTHING, purpose="Beter.", organisation="Anders.", decided=MET),
    networks.OfferSeats(network=NOTHING, until=date(2099, 1, 1), decided=MET),
    networks.TakeSeat(network=NOTHING),
    networks.MarkSensitive(network=NOTHING, decided=MET),
    networks.SuspendNetwork(network=NOTHING, reason="Zo besloten.", decided=MET),
    networks.ResumeNetwork(network=NOTHING, decided=MET),
    networks.RenewNetwork(network=NOTHING, decided=MET),
    networks.MergeNetwork(network=NOTHING, into=NOTHING, reason="Zo besloten.", decided=MET),
    networks.CloseNetwork(network=NOTHING, reason="Zo besloten.", decided=MET),
    networks.ReopenNetwork(network=NOTHING, reason="Het was een vergissing.", decided=MET),
    networks.RenameNetwork(network=NOTHING, name="Netwerk gebed", decided=MET),
    networks.JoinNetwork(network=NOTHING, purpose_version=1),
    networks.LeaveNetwork(network=NOTHING),
    networks.EndorsePurpose(network=NOTHING, purpose_version=1),
    networks.CorrectEntry(of=NO_EVENT, corrected_at=datetime(2023, 1, 1, 12, tzinfo=UTC), mistake=Mistake.WRONG_DAY),
    networks.WithdrawEntry(of=NO_EVENT, mistake=Mistake.DID_NOT_HAPPEN),
    meetings.PlanMeeting(
        network=NOTHING, outcome="planned", title="Isolatie van huurhuizen", mode=MeetingMode.BOTH, day=AGES_AHEAD
    ),
    meetings.RecordMeeting(network=NOTHING, outcome="held", title="Kennismaking", mode=MeetingMode.ONLINE, present=12),
    meetings.MoveMeeting(meeting=NOTHING, day=AGES_AHEAD),
    meetings.CancelMeeting(meeting=NOTHING, reason="Zo besloten."),
    meetings.HoldMeeting(meeting=NOTHING, present=23),
    advice.RequestAdvice(
        network=NOTHING, requester_kind=RequesterKind.POLITICIAN, question="Wat betekent dit voor kleine scholen?", due=AHEAD
    ),
    advice.AcceptRequest(advice_request=NOTHING),
    advice.DeclineRequest(advice_request=NOTHING, decline_reason=DeclineReason.NO_TIME, explanation="Te druk."),
    advice.RedirectRequest(advice_request=NOTHING, other_network=NOTHING, due=AHEAD),
    advice.AskClarification(advice_request=NOTHING, question="Welke scholen?"),
    advice.GiveClarification(advice_request=NOTHING, answer="De kleine."),
    advice.AgreeNewDay(advice_request=NOTHING, due=AHEAD, reason="Er komen verkiezingen."),
    advice.RefuseNewDay(advice_request=NOTHING),
    advice.InviteExpert(advice_request=NOTHING, expert=NOTHING),
    advice.AcceptInvitation(advice_request=NOTHING),
    advice.DeclineInvitation(advice_request=NOTHING),
    advice.DeclareExpertConflict(advice_request=NOTHING, interest="Werkt bij een school."),
    advice.DiscloseExpertConflict(advice_request=NOTHING, expert=NOTHING),
    advice.CallMembers(advice_request=NOTHING, closes_on=AHEAD),
    advice.AnswerCall(advice_request=NOTHING, answer="Denk aan de bus."),
    advice.GiveContribution(advice_request=NOTHING, network=NOTHING, contribution="Ook zorg."),
    advice.DeliverAdvice(advice_request=NOTHING, advice="Het valt mee.", recommendations=("Houd de bus.",)),
    advice.AcknowledgeAdvice(advice_request=NOTHING, answered=Answered.PARTLY),
    advice.ReportUse(
        advice_request=NOTHING,
        uses=(advice.UseText(number=1, use=AdviceUse.ADOPTED, link="https://voorbeeld.example/besluit"),),
    ),
    advice.PublishUse(advice_request=NOTHING),
    advice.WithdrawRequest(advice_request=NOTHING),
    advice.OfferAdvice(network=NOTHING, addressee=RequesterKind.COMMITTEE, advice="Denk aan de bus."),
    lessons.TellLessons(network=NOTHING, what_worked="Korte avonden."),
    lessons.AnswerLessons(lessons=NOTHING, answer="Dat doen wij."),
    conversations.OpenConversation(network=NOTHING, occasion=Occasion.YEAR_OVER, day=date(2025, 12, 1)),
    conversations.HoldConversation(conversation=NOTHING, outcome=ConversationOutcome.CONTINUE),
    evaluations.FreezeEvaluation(pilot=NOTHING, day=date(2025, 3, 2)),
    evaluations.ReactToEvaluation(frozen_evaluation=NOTHING, network=NOTHING, reaction="Wij herkennen dit."),
    evaluations.AddObservation(frozen_evaluation=NOTHING, observation="Vijf netwerken zijn er weinig."),
    evaluations.AddOutsideResult(
        frozen_evaluation=NOTHING, result="De helft koos armoede.", origin="Een enquête.", result_day=date(2022, 8, 29)
    ),
    evaluations.DecideNetworkFuture(
        frozen_evaluation=NOTHING,
        network=NOTHING,
        future=NetworkFuture.GO_ON,
        ground="Het groeit.",
        digest="d" * 64,
        decided=met(date(2025, 3, 3)),
    ),
    evaluations.PublishEvaluation(frozen_evaluation=NOTHING),
    party.StartPartyMembership(person=NOTHING),
    party.RegisterPartyMember(name="Voorbeeld Ingeschreven", province="NL-UT", birth_year=1980),
    party.RegisterPartyMembers(members=(party.NewPartyMember(name="Voorbeeld Samen", province="NL-UT"),)),
    party.MergePersons(into=NOTHING, merged=UUID(int=10)),
    party.UndoPersonMerger(into=NOTHING, merged=UUID(int=10)),
    party.AnnouncePartyEnd(person=NOTHING),
    party.UndoPartyEnd(person=NOTHING),
    party.GiveRole(person=NOTHING, role=Role.AUDITOR, last_day=AGES_AHEAD),
    party.EndRole(person=NOTHING, role=Role.AUDITOR),
    party.ChangeAddress(email="iemand@voorbeeld.example"),
    party.CorrectPerson(person=NOTHING, name="Nieuw Voorbeeld"),
    party.CorrectOwnDetails(province="NL-DR"),
    party.ChooseParts(parts=tuple(ServicePart)),
    party.RecordAddress(person=NOTHING, email="nieuw@voorbeeld.example"),
    party.RecordAddressBounced(person=NOTHING),
    party.LetTimePass(item=NOTHING),
    party.WithdrawDouble(item=NOTHING),
    party.RestoreDouble(item=NOTHING),
    party.EndMembership(network=NOTHING, reference=NOBODY, ending=MembershipEnding.NETWORK_CLOSED, cause=NO_EVENT),
    party.DropNomination(plan=NOTHING, reference=NOBODY),
    privacy.EraseOwnData(),
    privacy.ErasePerson(person=NOTHING),
    privacy.AskPrivacyOfficer(matter=PrivacyMatter.ACCESS),
    privacy.RecordPrivacyRequest(person=NOTHING, matter=PrivacyMatter.ACCESS),
    liftings.AskLifting(item=NOTHING, reference="r" + 32 * "0", reasons="Nodig voor een klacht."),
    liftings.AgreeToLifting(reference_lifting=NOTHING),
    liftings.RefuseLifting(reference_lifting=NOTHING),
    liftings.TellLiftedName(reference_lifting=NOTHING),
    liftings.AskRecordLifting(network=NOTHING, person=NOTHING, until=date(2023, 3, 3), reasons="Nodig voor de controle."),
    liftings.AgreeToRecordLifting(record_lifting=NOTHING),
    liftings.RefuseRecordLifting(record_lifting=NOTHING),
    privacy.AnswerPrivacyRequest(privacy_request=NOTHING, outcome=PrivacyOutcome.DONE),
    consents.GiveConsent(purpose=ConsentPurpose.WEEKLY_MESSAGE, consent_version="weekoverzicht-2022-06"),
    consents.WithdrawConsent(purpose=ConsentPurpose.SENSITIVE_NETWORK, network=NOTHING),
    privacy.EraseKept(person=NOTHING, why=WhyErased.TERM_OVER),
    privacy.EndErasedPartyMembership(reference=NOBODY),
    privacy.EndErasedRole(reference=NOBODY, role=Role.AUDITOR),
)

QUESTIONS: tuple[Query[Any], ...] = (
    advice_questions.AdviceOffers(),
    advice_questions.AdviceRequestDetails(advice_request=NOTHING),
    advice_questions.AdviceRequests(),
    advice_questions.AnswersToCalls(advice_request=NOTHING),
    advice_questions.CallsToMembers(network=NOTHING),
    advice_questions.AdviceOfNetwork(network=NOTHING),
    advice_questions.PublishedUses(),
    PossibleActs(item=NOTHING),
    attention.AttentionList(),
    baselines.Baselines(),
    baselines.PartyMemberCounts(),
    conversation_questions.Conversations(),
    evaluation.Evaluation(),
    frozen_questions.FrozenEvaluations(),
    frozen_questions.FrozenEvaluationDetails(frozen_evaluation=NOTHING),
    frozen_questions.CorrectionsSinceFreezing(frozen_evaluation=NOTHING),
    meeting_questions.LessonsOfNetworks(),
    meeting_questions.MeetingDetails(meeting=NOTHING),
    meeting_questions.Meetings(),
    network_questions.AskedAnew(),
    network_questions.CoreGroupOnDay(network=NOTHING),
    network_questions.GrowthCurve(network=NOTHING, first=date(2025, 3, 1), last=date(2025, 3, 2)),
    network_questions.MembersOfNetwork(network=NOTHING),
    network_questions.MembershipReport(),
    network_questions.NetworkDetails(network=NOTHING),
    network_questions.NetworkDirectory(),
    network_questions.TimeToTarget(network=NOTHING),
    network_questions.CoreGroupContacts(network=NOTHING),
    pilot_questions.Pilots(),
    pilot_questions.Talks(pilot=NOTHING),
    pilot_questions.WaitingPlans(pilot=NOTHING),
    pilot_questions.Wishes(),
    plan_questions.DecisionRegister(),
    plan_questions.FoundingPlanDetails(plan=NOTHING),
    plan_questions.FoundingPlans(),
    record.Events(),
    oversight.CorrectionsMade(),
    oversight.Exceptions(),
    record.History(item=NOTHING),
    record.OfficesHeld(),
    record.PeopleNamed(name="Voorbeeld Onbekend"),
    record.RulesAdoptedSoFar(),
    record.RulesInForce(),
    RuleDifferences(earlier="pilot-rule-page", later="pilot-rule-page"),
    PlanDifferences(plan=NOTHING, earlier=1, later=1),
    record.ConsentWordings(),
    record.BoardMembers(),
    record.PartsUsed(),
    record.WhoAmI(),
    MyFile(),
    MyNetworks(),
    MyPlans(),
    MyRequests(),
    MemberClaimDetails(member_claim=NOTHING),
    RegisterImportDetails(register_import=NOTHING),
    RegisterDifferences(),
    PrivacyRequests(),
    ReferenceLiftings(),
    RecordLiftings(),
    FigureChanges(figure="members", network=NOTHING, since=datetime(2023, 1, 1, 12, tzinfo=UTC)),
    reasons.Why(figure="members", item=NOTHING),
)


def by_kind(examples: Iterable[Command | Query[Any]]) -> dict[type[Command | Query[Any]], Command | Query[Any]]:
    return {type(each): each for each in examples}


EXAMPLES: Mapping[type[Command | Query[Any]], Command | Query[Any]] = MappingProxyType(by_kind((*COMMANDS, *QUESTIONS)))


def said_in(example: Command | Query[Any]) -> dict[str, Any]:
    """Give the fields that an example gives, by name."""
    return {name: getattr(example, name) for name in type(example).model_fields if name in example.model_fields_set}


def example(kind: type[Any], **known: object) -> Any:
    """Give the example of a command or question, about what is known where the kind has such a field."""
    return kind.model_validate(said_in(EXAMPLES[kind]) | {name: of for name, of in known.items() if name in kind.model_fields})
