"""The rules of three other parties, written as data: no code knows these parties."""

from datetime import date

from domain.pilot.rules import AdoptedRules, NetworkRules, NetworkType, PlanPart


def _rules(rules_version: str, rules: NetworkRules) -> AdoptedRules:
    return AdoptedRules(rules_version=rules_version, network_type=NetworkType.THEME, valid_from=date(2022, 1, 1), rules=rules)


CDA = _rules(
    "cda",
    NetworkRules(
        core_group_minimum=1,  # no board, but one or more representatives
        supporters_minimum=100,
        supporter_membership_days=56,  # eight weeks
        supporter_contribution_paid=True,
        required_parts=(PlanPart.PURPOSE, PlanPart.YEAR_PLAN, PlanPart.DISTINCTIVENESS, PlanPart.SUPPORTERS),
        target_members=100,
    ),
)
"""A hundred members who may vote, a plan of activities for a year, distinct enough from what there is."""

PVDA = _rules(
    "pvda",
    NetworkRules(
        core_group_minimum=1,
        required_parts=(PlanPart.PURPOSE, PlanPart.YEAR_PLAN, PlanPart.BUDGET, PlanPart.DISTINCTIVENESS),
        bureau_advice_required=True,
        target_members=0,
    ),
)
"""A purpose, a work plan, a draft budget, tested on its added value; the bureau advises before the board decides."""

VVD = _rules(
    "vvd",
    NetworkRules(
        core_group_minimum=1,
        chair_required=True,
        supporters_minimum=30,
        required_parts=(PlanPart.PURPOSE, PlanPart.SUPPORTERS),  # permanent or temporary
        target_members=100,
        target_after_months=12,
        target_is_aim=False,
        non_members_allowed=True,
    ),
)
"""Thirty members at the founding and a hundred within a year; a chair."""
