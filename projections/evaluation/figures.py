"""Which function finds which figure, over the same facts. Those of the vault are added by application.evaluation.disclosure."""

from collections.abc import Callable, Mapping
from functools import partial

from application.evaluation.figures import FigureName
from application.evaluation.measurement import Measurement
from application.queries.evaluating.evaluation import Note
from projections.evaluation import advice, bureau, core_groups, meetings, members, plans
from projections.evaluation.known import EvaluationData, NetworkData


def not_recorded(_: EvaluationData, network: NetworkData) -> Measurement:
    """Say that nothing records it yet: no nought stands where nobody counted."""
    return Measurement(value=None, note=Note.NOT_RECORDED, events=[network.row["begun_by"]])


FIGURES_OF_ALL: Mapping[FigureName, Callable[[EvaluationData], Measurement]] = {
    FigureName.NETWORKS_FOUNDED: plans.networks_founded,
    FigureName.PLAN_OUTCOMES: plans.plan_outcomes,
    FigureName.PLAN_LEAD_TIME: plans.plan_lead_time,
    FigureName.PLAN_ROUNDS: plans.plan_rounds,
    FigureName.WAITING_LIST: plans.waiting_list,
    FigureName.BUREAU_DAYS: plans.bureau_days,
    FigureName.BUREAU_HOURS: bureau.bureau_hours,
}
"""Of all networks and plans together, in the order of the evaluation."""

FIGURES_OF_A_NETWORK: Mapping[FigureName, Callable[[EvaluationData, NetworkData], Measurement]] = {
    FigureName.CORE_GROUP_SIZE: core_groups.core_group_size,
    FigureName.CORE_GROUP_CONTINUITY: core_groups.core_group_continuity,
    FigureName.CORE_GROUP_MIX: core_groups.core_group_mix,
    FigureName.MEMBERS: members.members,
    FigureName.MEMBERS_AFTER_12_MONTHS: members.members_after_12_months,
    FigureName.DAYS_TO_FIFTY: members.days_to_fifty,
    FigureName.GROWTH_PER_MONTH: members.growth_per_month,
    FigureName.RETENTION_AFTER_6_MONTHS: partial(members.retention, months=6),
    FigureName.RETENTION_AFTER_12_MONTHS: partial(members.retention, months=12),
    FigureName.CHURN_PER_QUARTER: members.churn_per_quarter,
    FigureName.MEETINGS_HELD: meetings.meetings_held,
    FigureName.ATTENDANCE: meetings.attendance,
    FigureName.MEETINGS_CANCELLED: meetings.meetings_cancelled,
    FigureName.WORKING_GROUPS: not_recorded,
    FigureName.LESSONS: meetings.lessons,
    FigureName.ADVICE_REQUESTS: advice.advice_requests,
    FigureName.ADVICE_ROUTES: advice.advice_routes,
    FigureName.ADVICE_OUTCOMES: advice.advice_outcomes,
    FigureName.ADVICE_RESPONSE_TIME: advice.advice_response_time,
    FigureName.ADVICE_ON_TIME: advice.advice_on_time,
    FigureName.ADVICE_ON_TIME_AS_AGREED_LAST: advice.advice_on_time_as_agreed_last,
    FigureName.ADVICE_ACKNOWLEDGED: advice.advice_acknowledged,
    FigureName.ADVICE_USE: advice.advice_use,
    FigureName.ADVICE_EXPERTS: advice.advice_experts,
    FigureName.ADVICE_DAYS_WITH_BUREAU: bureau.advice_days_with_bureau,
    FigureName.INPUT_AND_REPLY: not_recorded,
    FigureName.LATE_ENTRIES: bureau.late_entries,
    FigureName.CORRECTIONS: bureau.corrections,
}
