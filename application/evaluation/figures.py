"""The figures of an evaluation: one row each. What each is stands in docs/figures.md; a test compares the two."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


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
    """It is a number of people: a band is shown."""
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


@dataclass(frozen=True)
class Defined:
    """What is fixed about a figure, whatever its value."""

    unit: str
    about: About
    tells: Tells
    topic: Topic


ONE, ALL = About.NETWORK, About.ALL_TOGETHER

FIGURES: Mapping[str, Defined] = MappingProxyType(
    {
        "networks-founded": Defined("networks", ALL, Tells.THINGS, Topic.STARTED),
        "plan-outcomes": Defined("plans", ALL, Tells.THINGS, Topic.STARTED),
        "plan-lead-time": Defined("days", ALL, Tells.THINGS, Topic.STARTED),
        "plan-rounds": Defined("versions", ALL, Tells.THINGS, Topic.STARTED),
        "waiting-list": Defined("plans", ALL, Tells.THINGS, Topic.STARTED),
        "bureau-days": Defined("days", ALL, Tells.THINGS, Topic.BUREAU),
        "bureau-hours": Defined("hours", ALL, Tells.THINGS, Topic.BUREAU),
        "reach": Defined("share", ALL, Tells.PEOPLE, Topic.MEMBERS),
        "overlap": Defined("share", ALL, Tells.PEOPLE, Topic.MEMBERS),
        "core-group-size": Defined("people", ONE, Tells.PEOPLE, Topic.CORE_GROUPS),
        "core-group-continuity": Defined("share of days", ONE, Tells.BEHAVIOUR, Topic.CORE_GROUPS),
        "core-group-mix": Defined("kinds of people", ONE, Tells.DERIVED, Topic.CORE_GROUPS),
        "members": Defined("people", ONE, Tells.PEOPLE, Topic.MEMBERS),
        "members-after-12-months": Defined("people", ONE, Tells.PEOPLE, Topic.MEMBERS),
        "days-to-fifty": Defined("days", ONE, Tells.DERIVED, Topic.MEMBERS),
        "growth-per-month": Defined("people", ONE, Tells.DERIVED, Topic.MEMBERS),
        "retention-after-6-months": Defined("share", ONE, Tells.DERIVED, Topic.MEMBERS),
        "retention-after-12-months": Defined("share", ONE, Tells.DERIVED, Topic.MEMBERS),
        "churn-per-quarter": Defined("share", ONE, Tells.DERIVED, Topic.MEMBERS),
        "likeness": Defined("0 to 1", ONE, Tells.DERIVED, Topic.BREADTH),
        "meetings-held": Defined("meetings", ONE, Tells.THINGS, Topic.MEETINGS),
        "attendance": Defined("share of members", ONE, Tells.DERIVED, Topic.MEETINGS),
        "meetings-cancelled": Defined("share", ONE, Tells.THINGS, Topic.MEETINGS),
        "working-groups": Defined("working groups", ONE, Tells.THINGS, Topic.MEETINGS),
        "lessons": Defined("half years", ONE, Tells.THINGS, Topic.MEETINGS),
        "advice-requests": Defined("requests", ONE, Tells.BEHAVIOUR, Topic.ADVICE),
        "advice-routes": Defined("requests", ONE, Tells.THINGS, Topic.ADVICE),
        "advice-outcomes": Defined("requests", ONE, Tells.THINGS, Topic.ADVICE),
        "advice-response-time": Defined("days", ONE, Tells.THINGS, Topic.ADVICE),
        "advice-on-time": Defined("share", ONE, Tells.THINGS, Topic.ADVICE),
        "advice-on-time-as-agreed-last": Defined("share", ONE, Tells.THINGS, Topic.ADVICE),
        "advice-acknowledged": Defined("share", ONE, Tells.THINGS, Topic.ADVICE),
        "advice-use": Defined("recommendations", ONE, Tells.THINGS, Topic.ADVICE),
        "advice-experts": Defined("people", ONE, Tells.DERIVED, Topic.ADVICE),
        "advice-days-with-bureau": Defined("days", ONE, Tells.THINGS, Topic.BUREAU),
        "input-and-reply": Defined("items", ONE, Tells.THINGS, Topic.INPUT),
        "late-entries": Defined("share", ONE, Tells.DERIVED, Topic.BUREAU),
        "corrections": Defined("entries", ONE, Tells.BEHAVIOUR, Topic.BUREAU),
    }
)

FROM_THE_VAULT = frozenset({"reach", "overlap", "likeness"})
"""Figures that no fact answers: which references are one person, and where they live, the vault knows."""
