"""What people can vote to change: the rules of one network type, data with a day from which they hold (docs/decisions/0018)."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from domain.kernel.acts import Immutable
from domain.kernel.text import Version


class NetworkType(StrEnum):
    """The kinds of network that have rules of their own."""

    THEME = "theme-network"
    COMMUNITY = "community-network"
    IMPORTED = "imported"


class PlanPart(StrEnum):
    """A part of a founding plan that the rules may ask for."""

    PURPOSE = "purpose"
    ORGANISATION = "organisation"
    DURATION = "duration"
    CORE_GROUP = "core-group"
    INTENDED_COOPERATION = "intended-cooperation"
    YEAR_PLAN = "year-plan"
    BUDGET = "budget"
    DISTINCTIVENESS = "distinctiveness"
    SUPPORTERS = "supporters"


class FoundingBody(StrEnum):
    """Who founds a network."""

    NATIONAL_BOARD = "national-board"
    PARTY_CONGRESS = "party-congress"
    CORE_GROUP = "core-group"


class RepresentationReference(StrEnum):
    """Whom the members of a network should look like."""

    PARTY = "party"
    TARGET_GROUP = "target-group"


Count = Annotated[int, Field(ge=0, le=100_000)]
Days = Annotated[int, Field(ge=0, le=3650)]
Months = Annotated[int, Field(ge=1, le=240)]


class NetworkRules(Immutable):
    """
    The rules for founding and keeping a network of one type.

    The defaults are the light end: what a rule book does not ask for stays out of sight.
    """

    core_group_minimum: Count
    core_group_grace_days: Days = 60
    core_group_reminder_days: Days = 30
    core_group_appointed_by: FoundingBody = FoundingBody.CORE_GROUP
    chair_required: bool = False
    core_group_mix_asked: bool = False

    founding_body: FoundingBody = FoundingBody.NATIONAL_BOARD
    required_parts: tuple[PlanPart, ...]
    supporters_minimum: Count = 0
    supporter_membership_days: Days = 0
    supporter_contribution_paid: bool = False
    plan_word_limit: Annotated[int, Field(ge=50, le=20_000)] = 1_000
    may_start_with_board: bool = False
    completeness_check_required: bool = False
    bureau_advice_required: bool = False

    target_members: Count
    target_after_months: Months = 12
    target_is_aim: bool = True
    renewal_notice_days: Days = 90
    condition_reminder_days: Days = 14
    suspension_allowed: bool = True
    non_members_allowed: bool = False
    party_end_pending_days: Days = 14
    sensitive_minimum_age: Annotated[int, Field(ge=0, le=99)] = 16
    published_minimum_cell: Annotated[int, Field(ge=1, le=100)] = 10
    representation_reference: RepresentationReference = RepresentationReference.PARTY

    advice_acceptance_required: bool = False
    advice_reminder_days: Days = 7
    advice_overdue_days: Days = 7
    advice_lapse_days: Days = 90
    clarification_reminder_days: Days = 7


class AdoptedRules(Immutable):
    """Rules together with what they are called and from which day they hold."""

    rules_version: Version
    network_type: NetworkType
    valid_from: date
    rules: NetworkRules
