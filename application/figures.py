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
    """What a figure tells about people, which decides what is shown of a sensitive network (application.evaluating)."""

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
        "members": Defined("people", ONE, Tells.PEOPLE, Topic.MEMBERS),
        "members-after-12-months": Defined("people", ONE, Tells.PEOPLE, Topic.MEMBERS),
        "days-to-fifty": Defined("days", ONE, Tells.DERIVED, Topic.MEMBERS),
    }
)
