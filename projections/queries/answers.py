"""Who answers which question, and opening the read side with it. A question that is added has its row here."""

from collections.abc import Callable, Mapping
from typing import Any

from application.ports.event_log import EventLog
from application.queries.advice import (
    AdviceOffers,
    AdviceRequestDetails,
    AdviceRequests,
    AnswersToCalls,
    CallsToMembers,
    PublishedUses,
)
from application.queries.attention import AttentionList, NetworksOfPlans
from application.queries.base import Query
from application.queries.baselines import Baselines, PartyMemberCounts
from application.queries.conversations import Conversations
from application.queries.evaluation import Evaluation
from application.queries.meetings import LessonsOfNetworks, MeetingDetails, Meetings
from application.queries.networks import (
    AskedAnew,
    GrowthCurve,
    MembershipReport,
    MembersOfNetwork,
    NetworkDetails,
    NetworkDirectory,
    TimeToTarget,
)
from application.queries.pilot import Pilots, Talks, WaitingPlans
from application.queries.plans import DecisionRegister, FoundingPlanDetails, FoundingPlans
from application.queries.record import Events, History, OfficesHeld, RulesAdoptedSoFar, Why
from projections import attention
from projections.evaluation import report as evaluation
from projections.queries import (
    advice,
    advice_of_members,
    baselines,
    conversations,
    figures,
    meetings,
    memberships,
    networks,
    plans,
    record,
)
from projections.queries.query_service import AsOf, QueryService
from projections.store.read_store import open_read_store

ANSWERS: Mapping[type[Query[Any]], Callable[[AsOf, Any], Any]] = {
    Baselines: baselines.all_baselines,
    PartyMemberCounts: baselines.party_member_counts,
    Conversations: conversations.list_conversations,
    Evaluation: evaluation.evaluation,
    GrowthCurve: figures.growth_curve,
    TimeToTarget: figures.time_to_target,
    Meetings: meetings.meetings_of_networks,
    MeetingDetails: meetings.meeting_details,
    LessonsOfNetworks: meetings.lessons_of_networks,
    AdviceRequests: advice.list_requests,
    AdviceRequestDetails: advice.request_details,
    AnswersToCalls: advice_of_members.answers_to_calls,
    CallsToMembers: advice_of_members.calls_to_members,
    PublishedUses: advice_of_members.published_uses,
    AdviceOffers: advice_of_members.list_offers,
    MembershipReport: memberships.membership_report,
    MembersOfNetwork: memberships.members_of_network,
    NetworkDirectory: networks.network_directory,
    NetworkDetails: networks.network_details,
    AskedAnew: networks.asked_anew,
    FoundingPlans: plans.founding_plans,
    FoundingPlanDetails: plans.founding_plan_details,
    DecisionRegister: plans.decision_register,
    Pilots: plans.list_pilots,
    Talks: plans.list_talks,
    WaitingPlans: plans.list_waiting_plans,
    RulesAdoptedSoFar: record.rules_adopted_so_far,
    OfficesHeld: record.offices_held,
    History: record.history,
    Events: record.events,
    Why: record.why,
    AttentionList: attention.attention_list,
    NetworksOfPlans: attention.networks_of_plans,
}


def open_reads(events_url: str, log: EventLog) -> QueryService:
    """
    Open the read side of a log, beside its events. Rows that tell of events that are not in the log are forgotten.

    :raises StoreError: if its database cannot be used
    """
    reads = QueryService(open_read_store(events_url), log, ANSWERS)
    try:
        reads.must_be_of_log()
    except BaseException:
        reads.close()
        raise
    return reads
