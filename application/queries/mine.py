"""Questions about what is one's own: answered to whoever asks about themselves alone, in whatever role they come."""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import Field

from application.queries.base import Query, Shape
from domain.advice.values import RequestStatus
from domain.plans.content import PlanStatus

SENTENCE = "in the language of who asks"


class OwnMembership(Shape):
    """A network of which one is a member now."""

    network: UUID
    name: str
    status: Literal["open", "suspended", "dormant", "closed", "merged"]
    membership: UUID
    since: date
    in_core_group: bool
    sentence: str | None = Field(default=None, description=SENTENCE)


class OwnNetworksFound(Shape):
    """The networks of one person, in the order of their names."""

    items: tuple[OwnMembership, ...]


class MyNetworks(Query[OwnNetworksFound], dutch="uw netwerken"):
    """Of which networks am I a member?"""


class OwnRequest(Shape):
    """A request for advice that one asked."""

    advice_request: UUID
    network: UUID
    name: str = Field(description="of the network that answers")
    status: RequestStatus
    asked_on: date
    due: date
    sentence: str | None = Field(default=None, description=SENTENCE)


class OwnRequestsFound(Shape):
    """The requests of one person, the oldest first."""

    items: tuple[OwnRequest, ...]


class MyRequests(Query[OwnRequestsFound], dutch="uw adviesvragen"):
    """What did I ask of networks, and where does it stand?"""


class OwnPart(StrEnum):
    """What somebody has to do with a plan."""

    BEGAN = "began"
    ASKED = "asked"
    ACCEPTED = "accepted"


class OwnPlan(Shape):
    """A founding plan that one began, or in whose core group one was asked to be."""

    plan: UUID
    name: str
    part: OwnPart
    status: PlanStatus
    plan_version: int
    changed_on: date
    sentence: str | None = Field(default=None, description=SENTENCE)


class OwnPlansFound(Shape):
    """The plans of one person, the oldest first."""

    items: tuple[OwnPlan, ...]


class MyPlans(Query[OwnPlansFound], dutch="uw oprichtingsplannen"):
    """Which founding plans did I begin, or was I asked for?"""
