"""What a role sees of an answer: names and opened texts where it may, bands instead of counts where people are few."""

from collections.abc import Callable, Mapping
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
from application.queries import advice, conversations, evaluation, meetings, networks, plans, record
from application.queries.base import Query

R = TypeVar("R")
Redaction = Callable[[Reach, Any, Any], Any]
"""What a session sees of the answer to its question."""

REDACTIONS: Mapping[type[Query[Any]], Redaction] = {
    networks.NetworkDirectory: redaction_of_networks.counts,
    networks.NetworkDetails: redaction_of_networks.network,
    networks.MembershipReport: redaction_of_networks.counts,
    networks.GrowthCurve: redaction_of_networks.growth,
    networks.TimeToTarget: redaction_of_networks.growth,
    record.Why: redaction_of_networks.reasons,
    conversations.Conversations: redaction_of_networks.conversations,
    evaluation.Evaluation: redaction_of_networks.evaluation,
    networks.MembersOfNetwork: redaction_of_networks.members,
    meetings.Meetings: redaction_of_meetings.meetings,
    meetings.MeetingDetails: redaction_of_meetings.meeting,
    plans.FoundingPlanDetails: redaction_of_plans.plan,
    plans.DecisionRegister: redaction_of_plans.decisions,
    advice.AdviceRequests: redaction_of_advice.requests,
    advice.AdviceRequestDetails: redaction_of_advice.request,
    advice.AnswersToCalls: redaction_of_advice.call_answers,
    record.History: redaction_of_histories.history,
    record.OfficesHeld: redaction_of_histories.offices,
}


def redacted(question: Query[R], answer: R, reach: Reach) -> R:
    """
    Give an answer as a role may see it.

    :raises AccessDenied: if it is about people in a sensitive network whom this role must not count one by one
    """
    redaction = REDACTIONS.get(type(question))
    return answer if redaction is None else cast("R", redaction(reach, question, answer))


OF_THE_VAULT = (record.PersonNamed, record.WhoAmI)
"""Questions that no fact answers: who somebody is, the vault knows."""


def from_vault(question: record.PersonNamed | record.WhoAmI, reach: Reach) -> record.PersonFound | record.Me:
    """
    Tell who somebody is: oneself, or for the bureau somebody by their whole name.

    :raises PersonNotFound: if nobody, or more than one, is called so
    """
    if isinstance(question, record.WhoAmI):
        return record.Me(person=reach.session.person, role=reach.session.role, network=reach.session.network)
    person = reach.vault.person_named(question.name)
    if person is None:
        raise PersonNotFound
    return record.PersonFound(person=person, name=question.name)
