"""Pilot: places to begin with, talks with groups that want a network, plans that wait for a place, and an end."""

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID, uuid5

from pydantic import Field, StringConstraints

from domain.kernel.acts import Act, Immutable
from domain.kernel.days import Moment, day_of, end_of
from domain.kernel.errors import DomainError
from domain.kernel.events import Aggregate, Due, FirstEvent, event
from domain.kernel.log import PROJECT
from domain.kernel.text import Label, Text
from domain.pilot.rules import NetworkType


class NoPlaceLeft(DomainError):
    """All places are taken; the board goes beyond them with a reason, or the plan waits."""


class PilotOpenedAlready(DomainError):
    """A pilot of this name was begun before."""


class PilotEndedAlready(DomainError):
    """The pilot has ended."""

    code = "pilot-ended"


class NotNextInLine(DomainError):
    """A place is offered to the plan that was complete first; the board deviates with a reason."""


class PlanNotWaiting(DomainError):
    """Only a plan that waits can be offered a place."""


class PlaceNotOffered(DomainError):
    """A waiting plan becomes a network when a place was offered to it."""


class UnknownGroup(DomainError):
    """No interest of this group was recorded."""


class GroupKnownAlready(DomainError):
    """The interest of this group was recorded before."""


class MonthNotOfPilot(DomainError):
    """Hours are estimated of a month that has begun, and not of one before the pilot."""


class TalkOutcome(StrEnum):
    """What came of a talk with a group that wants a network."""

    WILL_WRITE_PLAN = "will-write-plan"
    JOINS_EXISTING_NETWORK = "joins-existing-network"
    LATER = "later"
    NO_NETWORK = "no-network"


Month = Annotated[str, StringConstraints(pattern=r"^[12][0-9]{3}-(0[1-9]|1[0-2])$")]
"""``2023-03`` is March."""
Hours = Annotated[int, Field(ge=0, le=1000)]
Places = Annotated[int, Field(ge=0, le=1000)]


class WaitingPlan(Immutable):
    """A plan that the board agreed with and that waits for a place; in order of when it was complete."""

    plan: UUID
    complete_at: Moment
    offered: bool = False


def pilot_id(label: str) -> UUID:
    """Give the one id of a pilot, which follows from what it is called."""
    return uuid5(PROJECT, f"pilot/{label}")


class Pilot(Aggregate):
    """The time in which the party tries out its networks and learns."""

    # Events

    class PilotOpened(FirstEvent):
        """The National Board began a pilot with a number of places."""

        label: Label
        places: Places
        first_day: date
        last_day: date

    class GroupShowedInterest(Aggregate.Event):
        """A group told the party bureau that it wants a network."""

        group: UUID
        theme: Text
        network_type: NetworkType

    class TalkHeld(Aggregate.Event):
        """The party bureau talked with a group that wants a network."""

        group: UUID
        outcome: TalkOutcome

    class HoursEstimated(Aggregate.Event):
        """The party bureau estimated how many hours the networks took in a month; estimated again, the newest counts."""

        month: Month
        hours: Hours

    class PlaceTaken(Aggregate.Event):
        """A network took a place, or the board made one beyond the places for a reason."""

        network: UUID
        beyond_places_because: Text | None

    class PlaceFreed(Aggregate.Event):
        """A network that had a place closed or merged."""

        network: UUID

    class PlanPutOnWaitingList(Aggregate.Event):
        """A plan that the board agreed with waits for a place."""

        plan: UUID
        complete_at: Moment

    class PlaceOffered(Aggregate.Event):
        """A free place was offered to a waiting plan, out of order only for a reason."""

        plan: UUID
        out_of_order_because: Text | None

    class PlaceOfferTakenBack(Aggregate.Event):
        """The National Board gave a place that was offered to one plan to another; the plan waits on."""

        plan: UUID

    class PlanTakenOffWaitingList(Aggregate.Event):
        """A plan no longer waits: its network was founded or its group gave up."""

        plan: UUID

    class PilotTimeOver(Aggregate.Event):
        """The last day of the pilot is over, and the question came to evaluate and end it."""

    class PilotEnded(Aggregate.Event):
        """The pilot ended; places no longer limit, and the evaluation begins."""

    # Decisions

    @classmethod
    def open(cls, act: Act, *, label: str, places: int, first_day: date, last_day: date) -> "Pilot":
        return cls._begin(
            cls.PilotOpened, pilot_id(label), act=act, label=label, places=places, first_day=first_day, last_day=last_day
        )

    def record_interest(self, act: Act, *, group: UUID, theme: str, network_type: NetworkType) -> None:
        """
        Record that a group wants a network.

        :raises GroupKnownAlready: if its interest was recorded before
        """
        self.must_run()
        if group in self.groups:
            raise GroupKnownAlready(group=group)
        self.trigger_event(self.GroupShowedInterest, act=act, group=group, theme=theme, network_type=network_type)

    def record_talk(self, act: Act, *, group: UUID, outcome: TalkOutcome) -> None:
        """
        Record a talk with a group and what came of it.

        :raises UnknownGroup: if its interest was never recorded
        """
        self.must_run()
        if group not in self.groups:
            raise UnknownGroup(group=group)
        self.trigger_event(self.TalkHeld, act=act, group=group, outcome=outcome)

    def estimate_hours(self, act: Act, *, month: str, hours: int) -> None:
        """
        Estimate how many hours the networks took the bureau in a month, also when the pilot has ended since.

        :param month: such as ``2023-03``
        :raises MonthNotOfPilot: if it has not begun, or was over before the pilot began
        :raises RecordedTooLate: if it was estimated later than this
        """
        first, last = f"{self.first_day:%Y-%m}", f"{day_of(act.at):%Y-%m}"
        if not first <= month <= last:
            raise MonthNotOfPilot(month=month, first=first, last=last)
        act.must_follow(self.estimated_at.get(month))
        self.trigger_event(self.HoursEstimated, act=act, month=month, hours=hours)

    def take_place(self, act: Act, *, network: UUID, beyond_places_because: str | None = None) -> None:
        """
        Take a place for a network that is founded or brought in. A place offered to a waiting plan is not free.

        A network has one place: taking it again changes nothing.

        :raises NoPlaceLeft: if there is none and the board gives no reason to go beyond
        """
        self.must_run()
        if network in self.taken:
            return
        is_free = self.free_places > 0
        if not is_free and beyond_places_because is None:
            raise NoPlaceLeft(places=self.places, taken=len(self.taken), offered=self._offered_places)
        self.trigger_event(
            self.PlaceTaken, act=act, network=network, beyond_places_because=None if is_free else beyond_places_because
        )

    def take_offered_place(self, act: Act, *, plan: UUID, network: UUID, beyond_places_because: str | None = None) -> None:
        """
        Take the place that was offered to a waiting plan, or one beyond the places when all are taken.

        :raises PlanNotWaiting: if the plan does not wait
        :raises PlaceNotOffered: if none was offered and one is free, or the board gives no reason to go beyond
        """
        self.must_run()
        self._must_wait(plan)
        is_offered = self._has_offer(plan)
        if not is_offered and (beyond_places_because is None or self.free_places > 0):
            raise PlaceNotOffered(plan=plan)
        self.trigger_event(self.PlanTakenOffWaitingList, act=act, plan=plan)
        self.trigger_event(
            self.PlaceTaken, act=act, network=network, beyond_places_because=None if is_offered else beyond_places_because
        )

    def put_on_waiting_list(self, act: Act, *, plan: UUID, complete_at: datetime) -> None:
        """Let a plan wait for a place. A plan waits once: putting it on the list again changes nothing."""
        self.must_run()
        if not self.is_waiting(plan):
            self.trigger_event(self.PlanPutOnWaitingList, act=act, plan=plan, complete_at=complete_at)

    def take_off_waiting_list(self, act: Act, *, plan: UUID) -> None:
        """
        Let a plan wait no longer; while the pilot runs, a place offered to it is offered to the next.

        :raises PlanNotWaiting: if it does not wait
        """
        self._must_wait(plan)
        self.trigger_event(self.PlanTakenOffWaitingList, act=act, plan=plan)
        if not self.ended:
            self.offer_free_places(act)

    def free_place(self, act: Act, *, network: UUID) -> None:
        """Free the place of a network that closed, and offer it to the next plan; without a place nothing happens."""
        if network in self.taken and not self.ended:
            self.trigger_event(self.PlaceFreed, act=act, network=network)
            self.offer_free_places(act)

    def offer_free_places(self, act: Act) -> None:
        """
        Offer each free place to the plan that was complete first.

        :raises PilotEndedAlready: if places no longer limit
        """
        self.must_run()
        while self.free_places > 0 and (following := self.next_in_line) is not None:
            self.trigger_event(self.PlaceOffered, act=act, plan=following.plan, out_of_order_because=None)

    def offer_place(self, act: Act, *, plan: UUID, out_of_order_because: str | None) -> None:
        """
        Offer a place to a plan: a free one, or for a reason the one that was offered to the last plan in line.

        :raises PlanNotWaiting: if it does not wait, or has an offer
        :raises NoPlaceLeft: if none is free or offered
        :raises NotNextInLine: if another plan was complete first and no reason is given
        """
        self.must_run()
        self._must_wait(plan)
        if self._has_offer(plan):
            raise PlanNotWaiting(plan=plan)
        if self.free_places <= 0 and self._offered_places == 0:
            raise NoPlaceLeft(places=self.places, taken=len(self.taken), offered=0)
        following = self.next_in_line
        is_next = self.free_places > 0 and following is not None and following.plan == plan
        if not is_next and out_of_order_because is None:
            raise NotNextInLine(plan=plan)
        if self.free_places <= 0:
            self.trigger_event(
                self.PlaceOfferTakenBack, act=act, plan=next(each.plan for each in reversed(self.waiting) if each.offered)
            )
        self.trigger_event(self.PlaceOffered, act=act, plan=plan, out_of_order_because=None if is_next else out_of_order_because)

    def end(self, act: Act) -> None:
        """
        End the pilot.

        :raises PilotEndedAlready: if it ended
        """
        self.must_run()
        act.must_follow(self.begun_at)
        self.trigger_event(self.PilotEnded, act=act)

    def _what_time_does(self) -> Iterator[Due]:
        """Tell that the last day of the pilot is over; ending it is for the board."""
        if not self.ended and not self.time_over:
            yield Due(max(end_of(self.last_day), self.begun_at), self.PilotTimeOver)

    # Answers

    @property
    def free_places(self) -> int:
        """Places that are neither taken nor offered."""
        return max(0, self.places - len(self.taken) - self._offered_places)

    @property
    def next_in_line(self) -> WaitingPlan | None:
        """The plan that was complete first and has no offer."""
        return next((waiting for waiting in self.waiting if not waiting.offered), None)

    def is_waiting(self, plan: UUID) -> bool:
        """Say whether a plan waits for a place, with or without an offer."""
        return any(waiting.plan == plan for waiting in self.waiting)

    def _has_offer(self, plan: UUID) -> bool:
        return any(waiting.plan == plan and waiting.offered for waiting in self.waiting)

    @property
    def _offered_places(self) -> int:
        return sum(waiting.offered for waiting in self.waiting)

    def must_run(self) -> None:
        """
        Check that plans can still take its places.

        :raises PilotEndedAlready: if places no longer limit
        """
        if self.ended:
            raise PilotEndedAlready

    def _must_wait(self, plan: UUID) -> None:
        if not self.is_waiting(plan):
            raise PlanNotWaiting(plan=plan)

    # Changes

    def __init__(self, act: Act, label: str, places: int, first_day: date, last_day: date) -> None:
        self.label = label
        self.places = places
        self.first_day = first_day
        self.last_day = last_day
        self.begun_at = act.at
        self.time_over = False
        self.ended = False
        self.groups: frozenset[UUID] = frozenset()
        self.taken: frozenset[UUID] = frozenset()
        self.waiting: tuple[WaitingPlan, ...] = ()
        self.estimated_at: dict[str, datetime] = {}

    @event(GroupShowedInterest)
    def _interest_shown(self, group: UUID) -> None:
        self.groups |= {group}

    @event(HoursEstimated)
    def _hours_estimated(self, act: Act, month: str) -> None:
        self.estimated_at = {**self.estimated_at, month: act.at}

    @event(PlaceTaken)
    def _place_taken(self, network: UUID) -> None:
        self.taken |= {network}

    @event(PlaceFreed)
    def _place_freed(self, network: UUID) -> None:
        self.taken -= {network}

    @event(PlanPutOnWaitingList)
    def _put_on_waiting_list(self, plan: UUID, complete_at: datetime) -> None:
        longer = (*self.waiting, WaitingPlan(plan=plan, complete_at=complete_at))
        self.waiting = tuple(sorted(longer, key=lambda waiting: waiting.complete_at))

    @event(PlaceOffered)
    def _place_offered(self, plan: UUID) -> None:
        self._offer(plan, offered=True)

    @event(PlaceOfferTakenBack)
    def _offer_taken_back(self, plan: UUID) -> None:
        self._offer(plan, offered=False)

    def _offer(self, plan: UUID, *, offered: bool) -> None:
        self.waiting = tuple(each.model_copy(update={"offered": offered}) if each.plan == plan else each for each in self.waiting)

    @event(PlanTakenOffWaitingList)
    def _taken_off(self, plan: UUID) -> None:
        self.waiting = tuple(waiting for waiting in self.waiting if waiting.plan != plan)

    @event(PilotTimeOver)
    def _time_over(self) -> None:
        self.time_over = True

    @event(PilotEnded)
    def _ended(self) -> None:
        self.ended = True
