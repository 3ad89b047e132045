"""Which parts of the service a party uses: what it does without is nowhere asked for, and what was recorded of it stays."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Self
from uuid import uuid5

from domain.kernel.acts import Act
from domain.kernel.errors import DomainError
from domain.kernel.events import Aggregate, FirstEvent, event
from domain.kernel.log import PROJECT

SERVICE_PARTS = uuid5(PROJECT, "service-parts")


class ServicePart(StrEnum):
    """What a party may do without; plans, networks, members, meetings and requests for advice are always there."""

    PILOT = "pilot"
    HOURS = "hours"
    BASELINES = "baselines"
    CONDITIONS = "conditions"
    RECOMMENDATIONS = "recommendations"
    LESSONS = "lessons"
    CONVERSATIONS = "conversations"


NEEDS: Mapping[ServicePart, ServicePart] = {ServicePart.HOURS: ServicePart.PILOT}
"""Without which other part a part has nothing to be about."""


class PartsChosenAlready(DomainError):
    """Choosing the same parts once more changes nothing."""


class PartNeedsAnother(DomainError):
    """A part is used together with the one that it is about."""


class PartNotUsed(DomainError):
    """Of a part that the party does without nothing new is recorded."""


class ServiceParts(Aggregate):
    """The choice of a party which parts of the service it uses."""

    # Events

    class PartsChosen(FirstEvent):
        """The party chose which parts of the service it uses."""

        parts: tuple[ServicePart, ...]

    class PartsChosenAgain(Aggregate.Event):
        """The party chose anew which parts of the service it uses; what was recorded of the others stays."""

        parts: tuple[ServicePart, ...]

    # Decisions

    @classmethod
    def choose(cls, act: Act, *, parts: tuple[ServicePart, ...]) -> Self:
        """
        Choose which parts are used.

        :raises PartNeedsAnother: if one is about a part that is not chosen
        """
        return cls._begin(cls.PartsChosen, SERVICE_PARTS, act=act, parts=_in_order(parts))

    def choose_again(self, act: Act, *, parts: tuple[ServicePart, ...]) -> None:
        """
        Choose anew which parts are used.

        :raises PartNeedsAnother: if one is about a part that is not chosen
        :raises PartsChosenAlready: if these are the parts that are used
        :raises RecordedTooLate: if another choice was made later than this
        """
        chosen = _in_order(parts)
        act.must_follow(self.newest_at)
        if chosen == self.parts:
            raise PartsChosenAlready
        self.trigger_event(self.PartsChosenAgain, act=act, parts=chosen)

    # Changes

    @event(PartsChosen)
    def __init__(self, parts: tuple[ServicePart, ...]) -> None:
        self.parts = parts

    @event(PartsChosenAgain)
    def _chosen_again(self, parts: tuple[ServicePart, ...]) -> None:
        self.parts = parts


def _in_order(parts: tuple[ServicePart, ...]) -> tuple[ServicePart, ...]:
    for part, needed in NEEDS.items():
        if part in parts and needed not in parts:
            raise PartNeedsAnother(part=part, needs=needed)
    return tuple(each for each in ServicePart if each in parts)
