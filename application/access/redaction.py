"""What a role sees of an answer: names and opened texts where it may, bands instead of counts where people are few."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar, cast

from application.access import (
    redaction_of_advice,
    redaction_of_histories,
    redaction_of_meetings,
    redaction_of_networks,
    redaction_of_plans,
)
from application.access.scopes import Reach
from application.errors import PersonNotFound
from application.queries.advice import AdviceRequestDetails, AdviceRequests, AnswersToCalls
from application.queries.base import Query
from application.queries.conversations import Conversations
from application.queries.evaluation import Evaluation
from application.queries.meetings import MeetingDetails, Meetings
from application.queries.networks import (
    GrowthCurve,
    MembershipReport,
    MembersOfNetwork,
    NetworkDetails,
    NetworkDirectory,
    TimeToTarget,
)
from application.queries.plans import DecisionRegister, FoundingPlanDetails
from application.queries.record import History, Me, OfficesHeld, PersonFound, PersonNamed, WhoAmI, Why

R = TypeVar("R")
Redaction = Callable[[Reach, Any, Any], Any]
"""What a session sees of the answer to its question."""

REDACTIONS: Mapping[type[Query[Any]], Redaction] = MappingProxyType(
    {
        NetworkDirectory: redaction_of_networks.networks,
        NetworkDetails: redaction_of_networks.network,
        MembershipReport: redaction_of_networks.networks,
        GrowthCurve: redaction_of_networks.growth,
        TimeToTarget: redaction_of_networks.growth,
        Why: redaction_of_networks.reasons,
        Conversations: redaction_of_networks.conversations,
        Evaluation: redaction_of_networks.evaluation,
        MembersOfNetwork: redaction_of_networks.members,
        Meetings: redaction_of_meetings.meetings,
        MeetingDetails: redaction_of_meetings.meeting,
        FoundingPlanDetails: redaction_of_plans.plan,
        DecisionRegister: redaction_of_plans.decisions,
        AdviceRequests: redaction_of_advice.requests,
        AdviceRequestDetails: redaction_of_advice.request,
        AnswersToCalls: redaction_of_advice.call_answers,
        History: redaction_of_histories.history,
        OfficesHeld: redaction_of_histories.offices,
    }
)


def redacted(question: Query[R], answer: R, reach: Reach) -> R:
    """
    Give an answer as a role may see it.

    :raises AccessDenied: if it is about people in a sensitive network whom this role must not count one by one
    """
    redaction = REDACTIONS.get(type(question))
    return answer if redaction is None else cast("R", redaction(reach, question, answer))


OF_THE_VAULT = (PersonNamed, WhoAmI)
"""Questions that no fact answers: who somebody is, the vault knows."""


def from_vault(question: PersonNamed | WhoAmI, reach: Reach) -> PersonFound | Me:
    """
    Tell who somebody is: oneself, or for the bureau somebody by their whole name.

    :raises PersonNotFound: if nobody, or more than one, is called so
    """
    if isinstance(question, WhoAmI):
        return Me(person=reach.session.person, role=reach.session.role, network=reach.session.network)
    person = reach.vault.person_named(question.name)
    if person is None:
        raise PersonNotFound
    return PersonFound(person=person, name=question.name)
