"""Which kinds of thing need somebody: the roles whose list each is on, and the function over rows that finds it."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from application.queries.attention import AttentionKind
from domain.advice.values import RequestStatus
from domain.kernel.acts import Role
from projections.attention import of_advice, of_evaluations, of_networks, of_pilots, of_plans, of_privacy, of_talks
from projections.attention.asked import Asked
from projections.attention.rows import AttentionRow

BUREAU, BOARD, CORE_GROUP = Role.PARTY_BUREAU, Role.NATIONAL_BOARD, Role.CORE_GROUP
MEMBER, REQUESTER = Role.MEMBER, Role.REQUESTER

Finder = Callable[[Asked, AttentionKind], Iterable[AttentionRow]]
"""Finds what is of a kind, everywhere at once."""

OVERDUE, WITHOUT_NETWORK = [RequestStatus.OVERDUE], [RequestStatus.WITHOUT_NETWORK]

FINDERS: Mapping[AttentionKind, tuple[set[Role], Finder]] = {
    AttentionKind.PLAN_TO_CHECK: ({BUREAU}, of_plans.plans_to_check),
    AttentionKind.PLAN_OUTSIDE_PILOT: ({BUREAU}, of_pilots.plans_outside_pilots),
    AttentionKind.PLAN_TO_DECIDE: ({BOARD}, of_plans.plans_to_decide),
    AttentionKind.PLAN_RETURNED_LONG_AGO: ({BUREAU}, of_plans.plans_returned_long_ago),
    AttentionKind.PLAN_TO_COMPLETE: ({MEMBER}, of_plans.plans_to_complete),
    AttentionKind.NOMINATION_TO_ANSWER: ({MEMBER}, of_plans.nominations_to_answer),
    AttentionKind.QUESTION_OPEN_LONG: ({BUREAU}, of_plans.questions_open_long),
    AttentionKind.QUESTION_TO_ANSWER: ({MEMBER}, of_plans.open_questions),
    AttentionKind.QUESTION_ANSWERED: ({BOARD}, of_plans.questions_answered),
    AttentionKind.CONDITION_DUE_SOON: ({BUREAU, BOARD, CORE_GROUP, MEMBER}, of_plans.conditions),
    AttentionKind.CONDITION_NOT_MET_IN_TIME: ({BUREAU, BOARD, CORE_GROUP, MEMBER}, of_plans.conditions),
    AttentionKind.GROUP_TO_TALK_WITH: ({BUREAU}, of_pilots.groups_to_talk_with),
    AttentionKind.PILOT_TIME_OVER: ({BUREAU, BOARD}, of_pilots.pilots_over),
    AttentionKind.PLACE_OFFERED: ({BOARD}, of_pilots.places_offered),
    AttentionKind.PLACE_FREE: ({BOARD}, of_pilots.plans_that_need_not_wait),
    AttentionKind.CORE_GROUP_TOO_SMALL: ({BUREAU, CORE_GROUP}, of_networks.core_groups_too_small),
    AttentionKind.CORE_GROUP_NOT_REPAIRED: ({BUREAU, CORE_GROUP}, of_networks.core_groups_not_repaired),
    AttentionKind.RENEWAL_ASKED: ({BOARD, CORE_GROUP}, of_networks.renewals_asked),
    AttentionKind.NETWORK_DORMANT: ({BUREAU, BOARD}, of_networks.networks_dormant),
    AttentionKind.NETWORK_REOPENED: ({BUREAU, CORE_GROUP}, of_networks.networks_reopened),
    AttentionKind.MERGER_WITHDRAWN: ({BUREAU, CORE_GROUP}, of_networks.mergers_withdrawn),
    AttentionKind.ADVICE_TO_GIVE: ({CORE_GROUP}, partial(of_advice.requests, statuses=of_advice.UNANSWERED, due=True)),
    AttentionKind.ADVICE_OVERDUE: ({BUREAU}, partial(of_advice.requests, statuses=OVERDUE, due=True)),
    AttentionKind.ADVICE_WITHOUT_NETWORK: ({BUREAU}, partial(of_advice.requests, statuses=WITHOUT_NETWORK, due=True)),
    AttentionKind.ADVICE_TO_FOLLOW_UP: ({REQUESTER}, partial(of_advice.requests, statuses=of_advice.NOT_FOLLOWED_UP, whose=True)),
    AttentionKind.ADVICE_NOT_CLARIFIED: ({REQUESTER}, of_advice.advice_not_clarified),
    AttentionKind.ADVICE_ASKED_FOR_YOU: ({REQUESTER}, of_advice.advice_asked_for_you),
    AttentionKind.CLARIFICATION_TO_GIVE: ({REQUESTER}, of_advice.clarifications_to_give),
    AttentionKind.NEW_DAY_AGREED: ({REQUESTER, CORE_GROUP}, of_advice.new_days),
    AttentionKind.CONVERSATION_TO_HOLD: ({BUREAU, CORE_GROUP}, of_talks.conversations_to_hold),
    AttentionKind.LESSONS_TO_TELL: ({CORE_GROUP}, of_talks.lessons_to_tell),
    AttentionKind.LESSONS_TO_ANSWER: ({BOARD}, of_talks.lessons_to_answer),
    AttentionKind.EVALUATION_TO_REACT_TO: ({CORE_GROUP}, of_evaluations.evaluations_to_react_to),
    AttentionKind.EVALUATION_TO_PUBLISH: ({BUREAU}, of_evaluations.evaluations_to_publish),
    AttentionKind.PRIVACY_REQUEST_TO_ANSWER: ({Role.PRIVACY_OFFICER}, of_privacy.privacy_requests_to_answer),
    AttentionKind.LIFTING_TO_ANSWER: ({BOARD, Role.PRIVACY_OFFICER}, of_privacy.liftings_to_answer),
    AttentionKind.RECORD_LIFTING_TO_ANSWER: ({BOARD, Role.PRIVACY_OFFICER}, of_privacy.liftings_to_answer),
}
