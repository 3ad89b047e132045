"""The days that the rules gave a network: to repair its core group, and to ask about renewal. Stored when they are given."""

from datetime import date, datetime, timedelta

from domain.kernel.acts import Immutable
from domain.kernel.days import Moment
from domain.kernel.text import Version
from domain.kernel.working_days import last_day_of_term
from domain.pilot.rules import AdoptedRules, Count


class TermsFrom(Immutable):
    """What joining asks of people from a moment on."""

    at: Moment
    purpose_version: int = 1
    sensitive: bool
    suspended: bool = False
    dormant: bool = False


def terms_at(changes: tuple[TermsFrom, ...], moment: datetime) -> TermsFrom:
    """Give what held at a moment: the last change by then, and before all of them what the network began with."""
    return next((change for change in reversed(changes) if change.at <= moment), changes[0])


class CoreGroupTerm(Immutable):
    """How large a core group must be, and by when."""

    minimum: Count
    rules_version: Version
    remind_on: date
    repair_by: date


def core_group_term(day: date, rules: AdoptedRules) -> CoreGroupTerm:
    """Give the time that a core group gets which is too small from a day on."""
    grace = timedelta(days=rules.rules.core_group_grace_days)
    return CoreGroupTerm(
        minimum=rules.rules.core_group_minimum,
        rules_version=rules.rules_version,
        remind_on=day + min(timedelta(days=rules.rules.core_group_reminder_days), grace),
        repair_by=last_day_of_term(day + grace),
    )


def renewal_day(day: date, ends_on: date | None, rules: AdoptedRules | None) -> date | None:
    """Give when to ask about renewal of what is agreed on a day: so long before its end, and the day after at the earliest."""
    if ends_on is None or rules is None:
        return None
    return max(day + timedelta(days=1), ends_on - timedelta(days=rules.rules.renewal_notice_days))
