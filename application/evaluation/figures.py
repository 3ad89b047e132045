"""The figures of an evaluation: one row each. What each is stands in docs/figures.md; a test compares the two."""

from enum import StrEnum
from typing import Self

from application.evaluation import details
from application.evaluation.details import Detail


class About(StrEnum):
    """What there is one figure of."""

    NETWORK = "network"
    ALL_TOGETHER = "all-together"


class Tells(StrEnum):
    """What a figure tells about people, and so what is shown of a sensitive network (application.evaluation.disclosure)."""

    THINGS = "things"
    """Nothing: it counts plans, days of work, entries."""
    BEHAVIOUR = "behaviour"
    """Its value counts no people, but the events behind it would."""
    PEOPLE = "people"
    """It is a number of people: a band is shown, by the quarter."""
    DERIVED = "derived"
    """It was computed from numbers of people: it is not shown."""


class Topic(StrEnum):
    """The question of the first page that a figure helps to answer."""

    STARTED = "started"
    CORE_GROUPS = "core-groups"
    MEMBERS = "members"
    BREADTH = "breadth"
    MEETINGS = "meetings"
    ADVICE = "advice"
    INPUT = "input"
    BUREAU = "bureau"


NETWORK, ALL = About.NETWORK, About.ALL_TOGETHER
THINGS, BEHAVIOUR, PEOPLE, DERIVED = Tells


class FigureName(StrEnum):
    """A figure, and what is fixed about it whatever its value; in the order in which an evaluation tells them."""

    unit: str
    about: About
    tells: Tells
    topic: Topic
    detail: type[Detail] | None
    """What belongs to it besides its value, where anything does."""

    def __new__(cls, name: str, unit: str, about: About, tells: Tells, topic: Topic, detail: type[Detail] | None = None) -> Self:
        """Make a row of this table a name that knows the rest of its row."""
        figure = str.__new__(cls, name)
        figure._value_ = name
        figure.unit, figure.about, figure.tells, figure.topic, figure.detail = unit, about, tells, topic, detail
        return figure

    NETWORKS_FOUNDED = "networks-founded", "networks", ALL, THINGS, Topic.STARTED, details.NetworksFounded
    PLAN_OUTCOMES = "plan-outcomes", "plans", ALL, THINGS, Topic.STARTED, details.PlanOutcomes
    PLAN_LEAD_TIME = "plan-lead-time", "days", ALL, THINGS, Topic.STARTED, details.PlanLeadTime
    PLAN_ROUNDS = "plan-rounds", "versions", ALL, THINGS, Topic.STARTED, details.Spread
    WAITING_LIST = "waiting-list", "plans", ALL, THINGS, Topic.STARTED, details.PlansInLine
    BUREAU_DAYS = "bureau-days", "days", ALL, THINGS, Topic.BUREAU, details.PlanDays
    BUREAU_HOURS = "bureau-hours", "hours", ALL, THINGS, Topic.BUREAU, details.BureauHours
    REACH = "reach", "share", ALL, PEOPLE, Topic.MEMBERS, details.PartyReach
    OVERLAP = "overlap", "share", ALL, PEOPLE, Topic.MEMBERS
    CORE_GROUP_SIZE = "core-group-size", "people", NETWORK, DERIVED, Topic.CORE_GROUPS
    CORE_GROUP_CONTINUITY = "core-group-continuity", "share of days", NETWORK, DERIVED, Topic.CORE_GROUPS, details.Continuity
    CORE_GROUP_MIX = "core-group-mix", "kinds of people", NETWORK, DERIVED, Topic.CORE_GROUPS, details.MixStated
    MEMBERS = "members", "people", NETWORK, PEOPLE, Topic.MEMBERS
    MEMBERS_AFTER_12_MONTHS = "members-after-12-months", "people", NETWORK, DERIVED, Topic.MEMBERS
    DAYS_TO_FIFTY = "days-to-fifty", "days", NETWORK, DERIVED, Topic.MEMBERS, details.DaysToFifty
    GROWTH_PER_MONTH = "growth-per-month", "people", NETWORK, DERIVED, Topic.MEMBERS, details.MembershipsEnded
    RETENTION_AFTER_6_MONTHS = "retention-after-6-months", "share", NETWORK, DERIVED, Topic.MEMBERS, details.Retention
    RETENTION_AFTER_12_MONTHS = "retention-after-12-months", "share", NETWORK, DERIVED, Topic.MEMBERS, details.Retention
    CHURN_PER_QUARTER = "churn-per-quarter", "share", NETWORK, DERIVED, Topic.MEMBERS, details.MembershipsEnded
    LIKENESS = "likeness", "0 to 1", NETWORK, DERIVED, Topic.BREADTH, details.Likeness
    MEETINGS_HELD = "meetings-held", "meetings", NETWORK, THINGS, Topic.MEETINGS, details.MeetingsHeld
    ATTENDANCE = "attendance", "share of members", NETWORK, DERIVED, Topic.MEETINGS, details.PresentAtMeetings
    MEETINGS_CANCELLED = "meetings-cancelled", "share", NETWORK, THINGS, Topic.MEETINGS, details.MeetingsCancelled
    WORKING_GROUPS = "working-groups", "working groups", NETWORK, THINGS, Topic.MEETINGS
    LESSONS = "lessons", "half years", NETWORK, THINGS, Topic.MEETINGS, details.LessonsQuoted
    ADVICE_REQUESTS = "advice-requests", "requests", NETWORK, BEHAVIOUR, Topic.ADVICE, details.RequestsAsked
    ADVICE_ROUTES = "advice-routes", "requests", NETWORK, THINGS, Topic.ADVICE, details.AdviceRoutes
    ADVICE_OUTCOMES = "advice-outcomes", "requests", NETWORK, THINGS, Topic.ADVICE, details.AdviceOutcomes
    ADVICE_RESPONSE_TIME = "advice-response-time", "days", NETWORK, THINGS, Topic.ADVICE, details.ResponseTime
    ADVICE_ON_TIME = "advice-on-time", "share", NETWORK, THINGS, Topic.ADVICE, details.OnTime
    ADVICE_ON_TIME_AS_AGREED_LAST = "advice-on-time-as-agreed-last", "share", NETWORK, THINGS, Topic.ADVICE, details.OnTime
    ADVICE_ACKNOWLEDGED = "advice-acknowledged", "share", NETWORK, THINGS, Topic.ADVICE, details.AdviceAcknowledgements
    ADVICE_USE = "advice-use", "recommendations", NETWORK, THINGS, Topic.ADVICE, details.UsesReported
    ADVICE_EXPERTS = "advice-experts", "people", NETWORK, DERIVED, Topic.ADVICE, details.ExpertsTakingPart
    ADVICE_DAYS_WITH_BUREAU = "advice-days-with-bureau", "days", NETWORK, THINGS, Topic.BUREAU, details.BureauDays
    INPUT_AND_REPLY = "input-and-reply", "items", NETWORK, THINGS, Topic.INPUT
    LATE_ENTRIES = "late-entries", "share", NETWORK, DERIVED, Topic.BUREAU, details.EntriesLate
    CORRECTIONS = "corrections", "entries", NETWORK, DERIVED, Topic.BUREAU


FROM_THE_VAULT = frozenset({FigureName.REACH, FigureName.OVERLAP, FigureName.LIKENESS})
"""Figures that no fact answers: which references are one person, and where they live, the vault knows."""
