"""How networks stand and what was decided, beside the figures: an evaluation that tells numbers alone misleads."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from uuid import UUID

from pydantic import Field

from application.queries.base import Shape
from domain.networks.conversation import ConversationOutcome, Occasion
from domain.pilot.pilot import TalkOutcome
from domain.pilot.rules import NetworkType


class Standing(StrEnum):
    """Where a network is in its life."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    DORMANT = "dormant"
    MERGED = "merged"
    CLOSED = "closed"

    @property
    def has_ended(self) -> bool:
        """Whether it is no more."""
        return self in {Standing.MERGED, Standing.CLOSED}


class NetworkStanding(Shape):
    """How one network stands, since when and why."""

    network: str
    network_type: NetworkType
    sensitive: bool
    standing: Standing
    started: date
    since: date = Field(description="the day on which it came to stand so")
    reason: str | None = Field(description="why it was suspended, closed or merged, as the board wrote it")
    into: str | None = Field(description="the network that it went on in")
    members_then: int | None = Field(description="members just before it ended; null: it goes on, or has extra protection")
    too_small_since: date | None = Field(description="since when its core group is too small; null: it is not")
    repair_by: date | None
    of: UUID = Field(exclude=True)


class DecisionTold(Shape):
    """A decision of the board about a network or a plan, on a day, with its reasons."""

    name: str
    day: date
    reasons: str | None
    of: UUID = Field(exclude=True)


class Renewal(DecisionTold):
    """A network that may go on, until a day or without an end."""

    ends_on: date | None


class ConversationTold(Shape):
    """A conversation about the number of members, and what came of it."""

    network: str
    occasion: Occasion
    outcome: ConversationOutcome | None = Field(description="null: it is still to come")
    held_on: date | None
    agreed: str | None
    of: UUID = Field(exclude=True)


class PlanWaiting(Shape):
    """A plan that the board agreed with and that waits for a place, and for how many days."""

    name: str
    days: int
    of: UUID = Field(exclude=True)


class WhatHappened(Shape):
    """From groups to plans to networks, and what was decided on the way."""

    label: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    ended_on: date | None = None
    groups: int = 0
    talks: Mapping[TalkOutcome, int] = Field(default_factory=dict)
    plans_begun: int = 0
    beyond_places: tuple[DecisionTold, ...] = ()
    rejected: tuple[DecisionTold, ...] = ()
    lapsed_conditions: int = 0
    waiting: tuple[PlanWaiting, ...] = ()
    renewed: tuple[Renewal, ...] = ()
    conversations: tuple[ConversationTold, ...] = ()
