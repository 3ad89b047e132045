"""What a founding plan says, in one version."""

import hashlib
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from domain.kernel.acts import Immutable
from domain.kernel.text import Text
from domain.pilot.rules import NetworkRules, NetworkType, PlanPart


class PlanContent(Immutable):
    """The plan as written: what party and network would agree on, and what the rules may ask for besides."""

    name: Text
    network_type: NetworkType
    purpose: Text | None = None
    organisation: Text | None = None
    duration_months: Annotated[int, Field(ge=1, le=240)] | None = None
    intended_cooperation: Text | None = None
    year_plan: Text | None = None
    budget: Text | None = None
    distinctiveness: Text | None = None
    sensitive: bool = False

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical form: what the board decides on, to the letter."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()

    @property
    def words(self) -> int:
        """The length of all texts together."""
        texts = (
            self.purpose,
            self.organisation,
            self.intended_cooperation,
            self.year_plan,
            self.budget,
            self.distinctiveness,
        )
        return sum(len(text.split()) for text in texts if text is not None)

    def missing(self, rules: NetworkRules) -> tuple[PlanPart, ...]:
        """Give the parts that the rules ask for and that are not there (core group and supporters are counted elsewhere)."""
        parts = {
            PlanPart.PURPOSE: self.purpose,
            PlanPart.ORGANISATION: self.organisation,
            PlanPart.DURATION: self.duration_months,
            PlanPart.INTENDED_COOPERATION: self.intended_cooperation,
            PlanPart.YEAR_PLAN: self.year_plan,
            PlanPart.BUDGET: self.budget,
            PlanPart.DISTINCTIVENESS: self.distinctiveness,
        }
        return tuple(part for part in rules.required_parts if part in parts and parts[part] is None)


class PlanStatus(StrEnum):
    """Where a plan stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    COMPLETE = "complete"
    DEFERRED = "deferred"
    APPROVED_WITH_CONDITIONS = "approved-with-conditions"
    APPROVED = "approved"
    WAITING = "waiting"
    FOUNDED = "founded"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


WRITABLE = frozenset({PlanStatus.DRAFT, PlanStatus.RETURNED})
BEFORE_BOARD = frozenset({PlanStatus.SUBMITTED, PlanStatus.COMPLETE, PlanStatus.DEFERRED})
AGREED = frozenset({PlanStatus.APPROVED_WITH_CONDITIONS, PlanStatus.APPROVED, PlanStatus.WAITING})
"""The board agreed, and the network is not founded yet: meanwhile its name is reserved."""
OPEN = WRITABLE | BEFORE_BOARD | AGREED


class PlanOrigin(StrEnum):
    """Who began a plan."""

    CORE_GROUP = "core-group"
    NATIONAL_BOARD = "national-board"


class ConditionOwner(StrEnum):
    """Who sees to a condition."""

    CORE_GROUP = "core-group"
    PARTY_BUREAU = "party-bureau"
    NATIONAL_BOARD = "national-board"


class Condition(Immutable):
    """What the board asks for before the network is founded (hard) or after it (not hard)."""

    text: Text
    owner: ConditionOwner
    due: date
    hard: bool = True


def reminder_day(decided: date, condition: Condition, rules: NetworkRules) -> date:
    """Give when to remind of a condition: so long before its day, and the day after the decision at the earliest."""
    return max(decided + timedelta(days=1), condition.due - timedelta(days=rules.condition_reminder_days))


class LapseReason(StrEnum):
    """Why a plan lapsed."""

    CONDITION_NOT_MET = "condition-not-met"
    NOT_COMPLETED = "not-completed"
    CORE_GROUP_FELL_APART = "core-group-fell-apart"
