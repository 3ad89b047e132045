"""What belongs to a part of the service that a party may do without: of what is off nothing is offered, asked or recorded."""

from collections.abc import Collection, Mapping

from application.access.table import Asked
from application.commands import advice, conversations, lessons, networks, pilot, plans
from application.commands.base import Command
from application.ports.event_log import EventLog
from application.queries.attention import AttentionKind
from application.queries.conversations import Conversations
from application.queries.evaluating.baselines import Baselines, PartyMemberCounts
from application.queries.meetings import LessonsOfNetworks
from application.queries.pilot import Pilots, Talks, WaitingPlans, Wishes
from domain.party.service_parts import SERVICE_PARTS, PartNotUsed, ServicePart, ServiceParts

P = ServicePart

ASKED_OF: Mapping[Asked, ServicePart] = {
    pilot.OpenPilot: P.PILOT,
    pilot.RecordInterest: P.PILOT,
    pilot.RecordTalk: P.PILOT,
    pilot.OfferPlace: P.PILOT,
    pilot.EndPilot: P.PILOT,
    plans.BringPlanIntoPilot: P.PILOT,
    plans.FoundWaitingNetwork: P.PILOT,
    Pilots: P.PILOT,
    Talks: P.PILOT,
    Wishes: P.PILOT,
    WaitingPlans: P.PILOT,
    pilot.EstimateHours: P.HOURS,
    pilot.RecordBaseline: P.BASELINES,
    pilot.CountPartyMembers: P.BASELINES,
    Baselines: P.BASELINES,
    PartyMemberCounts: P.BASELINES,
    plans.MeetCondition: P.CONDITIONS,
    plans.LapseCondition: P.CONDITIONS,
    lessons.TellLessons: P.LESSONS,
    lessons.AnswerLessons: P.LESSONS,
    LessonsOfNetworks: P.LESSONS,
    conversations.OpenConversation: P.CONVERSATIONS,
    conversations.HoldConversation: P.CONVERSATIONS,
    Conversations: P.CONVERSATIONS,
}
"""Commands are refused while their part is off; questions are answered, but no menu leads to them."""

FIELDS_OF: Mapping[tuple[type[Command], str], ServicePart] = {
    (plans.DraftPlan, "pilot"): P.PILOT,
    (networks.BringInNetwork, "pilot"): P.PILOT,
    (plans.ApprovePlan, "beyond_places_because"): P.PILOT,
    (plans.MeetCondition, "beyond_places_because"): P.PILOT,
    (networks.BringInNetwork, "beyond_places_because"): P.PILOT,
    (networks.ReopenNetwork, "beyond_places_because"): P.PILOT,
    (plans.ApprovePlan, "conditions"): P.CONDITIONS,
    (advice.DeliverAdvice, "recommendations"): P.RECOMMENDATIONS,
}
"""What is asked beside something else."""

NEEDS_SOMEBODY: Mapping[AttentionKind, ServicePart] = {
    AttentionKind.PLAN_OUTSIDE_PILOT: P.PILOT,
    AttentionKind.GROUP_TO_TALK_WITH: P.PILOT,
    AttentionKind.PILOT_TIME_OVER: P.PILOT,
    AttentionKind.PLACE_OFFERED: P.PILOT,
    AttentionKind.PLACE_FREE: P.PILOT,
    AttentionKind.CONDITION_DUE_SOON: P.CONDITIONS,
    AttentionKind.CONDITION_NOT_MET_IN_TIME: P.CONDITIONS,
    AttentionKind.LESSONS_TO_TELL: P.LESSONS,
    AttentionKind.LESSONS_TO_ANSWER: P.LESSONS,
    AttentionKind.CONVERSATION_TO_HOLD: P.CONVERSATIONS,
}
"""What is on no list, and in no weekly overview, while its part is off."""


def parts_used(log: EventLog) -> frozenset[ServicePart]:
    """Give the parts that the party uses: all of them as long as nobody chose."""
    chosen = log.load(ServiceParts, SERVICE_PARTS)
    return frozenset(ServicePart if chosen is None else chosen.parts)


def kinds_left_out(log: EventLog) -> frozenset[AttentionKind]:
    """Give what needs nobody, because it is about a part that is off."""
    used = parts_used(log)
    return frozenset(kind for kind, part in NEEDS_SOMEBODY.items() if part not in used)


def fields_left_out(command: type[Command], used: Collection[ServicePart]) -> frozenset[str]:
    """Give the fields of a command that nobody is asked for, because they are about a part that is off."""
    return frozenset(name for (owner, name), part in FIELDS_OF.items() if owner is command and part not in used)


def must_be_about_used_part(command: type[Command], used: Collection[ServicePart]) -> None:
    """
    Check that a command is about a part that is used, before anything is said about its fields.

    :raises PartNotUsed: if not
    """
    part = ASKED_OF.get(command)
    if part is not None and part not in used:
        raise PartNotUsed(part=part)


def must_be_used(command: Command, log: EventLog) -> None:
    """
    Check that a command and all that it says is about parts that are used.

    :raises PartNotUsed: if not
    """
    kind = type(command)
    said = [part for (owner, name), part in FIELDS_OF.items() if owner is kind and getattr(command, name)]
    if not said and kind not in ASKED_OF:
        return
    used = parts_used(log)
    must_be_about_used_part(kind, used)
    for part in said:
        if part not in used:
            raise PartNotUsed(part=part)
