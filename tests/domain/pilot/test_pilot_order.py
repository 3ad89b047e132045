"""Whatever happens in a pilot: places go round fairly, and never beyond their number without a reason."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

from hypothesis import given as whatever
from hypothesis import strategies as st

from domain.kernel.events import DomainEvent
from domain.pilot.pilot import NoPlaceLeft, Pilot
from tests.domain.acting import new_events
from tests.domain.examples import BEGIN, DAY, a_place_holder, an_act, an_id
from tests.domain.histories import a_pilot
from tests.domain.random_lives import ITEMS, PILOT_STEPS, PLACE_HOLDERS, live, step


class Desk(NamedTuple):
    """What the party bureau would write on a sheet of paper: who has a place, who waits since when, who has an offer."""

    taken: frozenset[UUID]
    waiting: dict[UUID, datetime]
    offers: frozenset[UUID]

    def after(self, happened: DomainEvent) -> "Desk":
        taken, waiting, offers = self
        match happened:
            case Pilot.PlaceTaken():
                taken |= {happened.network}
            case Pilot.PlaceFreed():
                taken -= {happened.network}
            case Pilot.PlanPutOnWaitingList():
                waiting = waiting | {happened.plan: happened.complete_at}
            case Pilot.PlanTakenOffWaitingList():
                waiting = {plan: since for plan, since in waiting.items() if plan != happened.plan}
                offers -= {happened.plan}
            case Pilot.PlaceOffered():
                offers |= {happened.plan}
            case Pilot.PlaceOfferTakenBack():
                offers -= {happened.plan}
        return Desk(taken, waiting, offers)

    @property
    def in_use(self) -> int:
        return len(self.taken) + len(self.offers)

    @property
    def next_in_line(self) -> UUID | None:
        """Of plans that were complete at one moment the first to wait comes first: dictionaries keep their order."""
        return min((plan for plan in self.waiting if plan not in self.offers), key=self.waiting.__getitem__, default=None)


def sheets(events: Sequence[DomainEvent]) -> Iterator[tuple[Desk, DomainEvent, Desk]]:
    """Each event with the sheet before and after it; giving an offer to another plan, or taking what was offered, is one step."""
    desk = Desk(frozenset(), {}, frozenset())
    before = desk
    for happened, following in pairwise([*events, None]):
        assert happened is not None
        desk = desk.after(happened)
        takes_offer = isinstance(happened, Pilot.PlanTakenOffWaitingList) and isinstance(following, Pilot.PlaceTaken)
        if not takes_offer and not isinstance(happened, Pilot.PlaceOfferTakenBack):
            yield before, happened, desk
            before = desk


PLACES = 2
LIVES = st.lists(st.one_of(PILOT_STEPS), max_size=30)


def lived(steps) -> tuple[Pilot, list[DomainEvent]]:
    pilot = a_pilot(places=PLACES)
    live(pilot, steps)
    return pilot, new_events(pilot)


@whatever(LIVES)
def test_without_a_reason_no_place_is_taken_or_offered_that_is_not_there(steps):
    for before, happened, after in sheets(lived(steps)[1]):
        if isinstance(happened, Pilot.PlaceTaken) and happened.beyond_places_because is None:
            assert after.in_use <= max(PLACES, before.in_use)
        if isinstance(happened, Pilot.PlaceOffered):
            assert after.in_use <= max(PLACES, before.in_use)


@whatever(LIVES)
def test_a_reason_is_kept_only_when_the_board_went_beyond_the_places(steps):
    for before, happened, _ in sheets(lived(steps)[1]):
        if isinstance(happened, Pilot.PlaceTaken) and happened.beyond_places_because is not None:
            assert before.in_use >= PLACES


@whatever(LIVES)
def test_offers_follow_the_order_of_completeness_unless_for_a_reason(steps):
    for before, happened, _ in sheets(lived(steps)[1]):
        if isinstance(happened, Pilot.PlaceOffered):
            in_order = happened.plan == before.next_in_line and before.in_use < PLACES
            assert in_order == (happened.out_of_order_because is None)


@whatever(LIVES)
def test_the_pilot_and_the_sheet_of_paper_agree(steps):
    pilot, events = lived(steps)
    *_, (_, _, desk) = sheets(events)
    assert pilot.taken == desk.taken
    assert {waiting.plan for waiting in pilot.waiting if waiting.offered} == desk.offers
    assert (pilot.next_in_line.plan if pilot.next_in_line else None) == desk.next_in_line
    assert pilot.free_places == max(0, PLACES - desk.in_use)


def approved(pilot: Pilot, act, *, plan, network, complete_at):
    """The board agrees with a plan: a place when there is one, else it waits."""
    try:
        pilot.take_place(act, network=network)
    except NoPlaceLeft:
        pilot.put_on_waiting_list(act, plan=plan, complete_at=complete_at)


FAIR_STEPS = [
    step(
        approved,
        plan=ITEMS,
        network=PLACE_HOLDERS,
        complete_at=st.integers(0, 5).map(lambda day: BEGIN + day * DAY),
    ),
    step(Pilot.take_offered_place, plan=ITEMS, network=PLACE_HOLDERS),
    step(Pilot.take_off_waiting_list, plan=ITEMS),
    step(Pilot.free_place, network=PLACE_HOLDERS),
]


@whatever(st.lists(st.one_of(FAIR_STEPS), max_size=30))
def test_no_place_is_idle_while_a_plan_waits_without_an_offer(steps):
    pilot = a_pilot(places=PLACES)

    def nobody_is_forgotten():
        assert pilot.free_places == 0 or pilot.next_in_line is None

    live(pilot, steps, after_each=nobody_is_forgotten)


@whatever(st.lists(st.integers(0, 9), min_size=1, max_size=6))
def test_closed_networks_hand_their_places_on_in_the_order_of_completeness(days):
    plans = [an_id(f"plan-{number}") for number in range(len(days))]
    pilot = a_pilot(places=len(days), taken=len(days))
    for plan, day in zip(plans, days, strict=True):
        pilot.put_on_waiting_list(an_act(), plan=plan, complete_at=BEGIN + day * DAY)
    new_events(pilot)
    for number in range(len(days)):
        pilot.free_place(an_act(), network=a_place_holder(number))
    offered = [happened.plan for happened in new_events(pilot) if isinstance(happened, Pilot.PlaceOffered)]
    assert offered == [plan for _, plan in sorted(zip(days, plans, strict=True), key=lambda pair: pair[0])]
