"""How networks stand and what was decided, beside the figures: an evaluation that tells numbers alone misleads."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any
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


def left_out_if_none(description: str) -> Any:  # noqa: ANN401  # of pydantic
    """Describe what JSON leaves out where there is none: of most networks there is."""
    return Field(default=None, description=description, exclude_if=lambda value: value is None)


class NetworkStanding(Shape):
    """How one network stands, since when and why."""

    network: str
    network_type: NetworkType
    sensitive: bool
    standing: Standing
    started: date
    since: date = Field(description="the day on which it came to stand so")
    reason: str | None = left_out_if_none("why it was suspended, closed or merged, as the board wrote it")
    into: str | None = left_out_if_none("the network that it went on in")
    members_then: int | None = left_out_if_none("members just before it ended; left out: it goes on, or has extra protection")
    too_small_since: date | None = left_out_if_none("since when its core group is too small; left out: it is not")
    repair_by: date | None = left_out_if_none("until when there is time to make it large enough")
    of: UUID = Field(exclude=True)


class DecisionTold(Shape):
    """A decision of the board about a network or a plan, on a day, with its reasons."""

    name: str
    day: date
    reasons: str | None
    of: UUID = Field(exclude=True)


class Suspension(DecisionTold):
    """A network that did nothing for a time, from a day until another."""

    resumed_on: date | None = Field(description="null: it has not gone on")


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
    suspended: tuple[Suspension, ...] = ()
    lapsed_conditions: int = 0
    waiting: tuple[PlanWaiting, ...] = ()
    renewed: tuple[Renewal, ...] = ()
    conversations: tuple[ConversationTold, ...] = ()
