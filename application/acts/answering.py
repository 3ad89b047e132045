"""Which commands answer what needs somebody: the likeliest first."""

from collections.abc import Mapping

from application.commands import (
    advice,
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
from application.queries.attention import AttentionKind

Commands = tuple[type[Command], ...]

DECIDING: Commands = (plans.ApprovePlan, plans.RejectPlan, plans.DeferPlan, plans.AskQuestion)
ON_CONDITION: Commands = (plans.MeetCondition, plans.LapseCondition)
ANSWERING: Commands = (
    advice.AcceptRequest,
    advice.DeliverAdvice,
    advice.AskClarification,
    advice.AgreeNewDay,
    advice.DeclineRequest,
)
SEATS: Commands = (networks.AppointCoreGroupMember,)

ANSWERED_BY: Mapping[AttentionKind, Commands] = {
    AttentionKind.PLAN_TO_CHECK: (plans.FindPlanComplete, plans.ReturnPlan),
    AttentionKind.PLAN_RETURNED_LONG_AGO: (plans.LapsePlan,),
    AttentionKind.PLAN_TO_COMPLETE: (plans.AmendPlan, plans.SubmitPlan),
    AttentionKind.PLAN_OUTSIDE_PILOT: (plans.BringPlanIntoPilot,),
    AttentionKind.PLAN_TO_DECIDE: DECIDING,
    AttentionKind.QUESTION_OPEN_LONG: (plans.AnswerQuestion,),
    AttentionKind.QUESTION_TO_ANSWER: (plans.AnswerQuestion,),
    AttentionKind.QUESTION_ANSWERED: DECIDING,
    AttentionKind.NOMINATION_TO_ANSWER: (plans.AcceptNomination, plans.DeclineNomination),
    AttentionKind.CONDITION_DUE_SOON: ON_CONDITION,
    AttentionKind.CONDITION_NOT_MET_IN_TIME: ON_CONDITION,
    AttentionKind.PLACE_OFFERED: (plans.FoundWaitingNetwork, pilot.OfferPlace),
    AttentionKind.PLACE_FREE: (pilot.OfferPlace, plans.FoundWaitingNetwork),
    AttentionKind.GROUP_TO_TALK_WITH: (pilot.RecordTalk,),
    AttentionKind.PILOT_TIME_OVER: (pilot.EndPilot,),
    AttentionKind.CORE_GROUP_TOO_SMALL: SEATS,
    AttentionKind.CORE_GROUP_NOT_REPAIRED: SEATS,
    AttentionKind.RENEWAL_ASKED: (networks.RenewNetwork, networks.CloseNetwork),
    AttentionKind.NETWORK_DORMANT: (networks.RenewNetwork, networks.CloseNetwork),
    AttentionKind.NETWORK_REOPENED: (meetings.PlanMeeting,),
    AttentionKind.MERGER_WITHDRAWN: (meetings.PlanMeeting,),
    AttentionKind.ADVICE_TO_GIVE: ANSWERING,
    AttentionKind.ADVICE_OVERDUE: (advice.DeliverAdvice, advice.RedirectRequest),
    AttentionKind.ADVICE_WITHOUT_NETWORK: (advice.RedirectRequest,),
    AttentionKind.CLARIFICATION_TO_GIVE: (advice.GiveClarification,),
    AttentionKind.NEW_DAY_AGREED: (advice.RefuseNewDay,),
    AttentionKind.ADVICE_NOT_CLARIFIED: (advice.RequestAdvice,),
    AttentionKind.ADVICE_TO_FOLLOW_UP: (advice.ReportUse, advice.AcknowledgeAdvice),
    AttentionKind.ADVICE_ASKED_FOR_YOU: (advice.WithdrawRequest,),
    AttentionKind.CONVERSATION_TO_HOLD: (conversations.HoldConversation,),
    AttentionKind.LESSONS_TO_TELL: (lessons.TellLessons,),
    AttentionKind.LESSONS_TO_ANSWER: (lessons.AnswerLessons,),
    AttentionKind.EVALUATION_TO_REACT_TO: (evaluations.ReactToEvaluation,),
    AttentionKind.EVALUATION_TO_PUBLISH: (evaluations.PublishEvaluation,),
    AttentionKind.ADDRESS_REFUSED: (party.RecordAddress,),
    AttentionKind.REGISTER_DIFFERS: (),
    AttentionKind.MEMBER_TO_MATCH: (party.RecordAddress,),
    AttentionKind.PRIVACY_REQUEST_TO_ANSWER: (privacy.AnswerPrivacyRequest,),
    AttentionKind.LIFTING_TO_ANSWER: (liftings.AgreeToLifting, liftings.RefuseLifting),
    AttentionKind.RECORD_LIFTING_TO_ANSWER: (liftings.AgreeToRecordLifting, liftings.RefuseRecordLifting),
}
