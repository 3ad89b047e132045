"""What an evaluation is made of: every fact that was known and true at the moment, read with a few queries for all networks."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from operator import itemgetter
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select

from application.queries.evaluating.evaluation import Note
from domain.kernel.days import day_of, end_of
from domain.networks.membership import MembershipEnding
from domain.networks.network import Network
from projections.evaluation.requests import RequestData, requests_by_then
from projections.queries.evaluating.figures import HeldPeriod, periods_by_network
from projections.reading.counting import networks_begun
from projections.reading.lessons import Answers, answers_to_lessons
from projections.reading.query_service import AsOf
from projections.reading.rules_in_force import InForce, rules_in_force
from projections.store import tables
from projections.store.bulk_writes import Row
from projections.store.instants import micros, moment
from projections.views.meetings import MEETINGS, MeetingView
from projections.views.pilots import PILOTS, PilotView

T = TypeVar("T")


@dataclass(frozen=True)
class NetworkData:
    """One network, its rules of the day and its periods of membership, oldest first."""

    row: Row
    rules: InForce | None
    held: list[HeldPeriod]

    @property
    def owner(self) -> str:
        """The id of the network, as rows keep it."""
        return str(self.row["owner"])

    @property
    def name(self) -> str:
        return str(self.row["name"])

    @property
    def start(self) -> date:
        """The day on which it was founded or brought in."""
        return day_of(moment(self.row["begun_at"]))

    def members_before(self, before: int) -> list[HeldPeriod]:
        """Give the periods that held just before a moment: one for each member."""
        return [period for period in self.held if period.begun_at < before <= period.ended_at]


GIVEN_UP, WITH_MEMBERSHIP, BY_CLOSING, WITH_ENDED_MEMBERSHIP = range(4)
"""How a seat ended; of what happened at one moment the first: what somebody did at that of the closing was before it."""


class EvaluationData:
    """Every network and plan that an evaluation is about."""

    def __init__(self, as_of: AsOf, pilot: UUID | None) -> None:
        self.reading = as_of
        self.pilot = None if pilot is None else str(pilot)
        self.begun_before: dict[str, str] = {}
        """The joining before each ending of a membership that had happened by then."""
        self.given_up_after: dict[str, list[str]] = defaultdict(list)
        """By network: endings of seats that had ended with a membership before; a later seat rests on them."""

    @cached_property
    def over(self) -> int:
        """The first moment that is not over yet, or that the question leaves out."""
        return min(self.reading.before, self.reading.known_at)

    @cached_property
    def every_network(self) -> list[NetworkData]:
        """Every network begun by then, in the order of their names."""
        in_force = rules_in_force(self.reading)
        held = periods_by_network(self.reading)
        rows = sorted(networks_begun(self.reading), key=lambda row: (row["name"].casefold(), row["owner"]))
        return [
            NetworkData(row, in_force.get(row["network_type"]), self._as_ended(row, held.get(row["owner"], []))) for row in rows
        ]

    def _as_ended(self, network: Row, held: list[HeldPeriod]) -> list[HeldPeriod]:
        """Let whom a closing ended last have ended by it, also where the clock typed an ending of its own since."""
        if network["closed_at"] >= self.reading.before:
            return held
        closed_at, last = network["closed_at"], {period.person: period for period in held}

        def ended_by_it(period: HeldPeriod) -> bool:
            return period is last[period.person] and period.ended_at == closed_at and period.ended_by in self.followed

        return [replace(period, ended_by=network["closed_by"]) if ended_by_it(period) else period for period in held]

    @cached_property
    def networks(self) -> list[NetworkData]:
        return [network for network in self.every_network if self.pilot in {None, network.row["pilot"]}]

    @cached_property
    def others(self) -> list[NetworkData]:
        """The networks outside the pilot."""
        return [network for network in self.every_network if self.pilot not in {None, network.row["pilot"]}]

    @cached_property
    def mended(self) -> list[Row]:
        """Every correction and withdrawal of an entry of a membership, a seat, a meeting, a network or a request."""
        return [row for row in self.reading.rows(tables.corrections) if row["at"] < self.reading.before]

    @cached_property
    def struck(self) -> dict[str, list[Row]]:
        """What was withdrawn of each network, its people and what it did: it did not happen."""
        return grouped((row for row in self.mended if row["withdrawn"] and row["network"]), itemgetter("network"))

    @cached_property
    def every_decision(self) -> list[Row]:
        """The register of decisions, as far as they were taken by then, in the order of their days."""
        rows = self.reading.rows(tables.decisions, tables.decisions.c.at < self.reading.before)
        return sorted(rows, key=itemgetter("at", "place"))

    @cached_property
    def decisions(self) -> dict[str, list[Row]]:
        """The decisions about each network itself."""
        return grouped((row for row in self.every_decision if row["owner"] == row["network"]), itemgetter("owner"))

    @cached_property
    def terms(self) -> dict[str, Row]:
        """Until when each network was agreed on, and whether its core group was found too small."""
        only = tuple(tables.networks.c[name] for name in ("owner", "ends_on", "too_small_since", "repair_by"))
        return {row["owner"]: row for row in self.reading.items(tables.networks, only=only)}

    @cached_property
    def names(self) -> dict[str, str]:
        """What each network was called."""
        return {network.owner: network.name for network in self.every_network}

    @cached_property
    def corrections(self) -> dict[str, list[str]]:
        """The corrections of each event that was corrected: known, whatever day is asked about."""
        found: dict[str, list[str]] = defaultdict(list)
        for row in self.reading.rows(tables.corrections):
            if not row["withdrawn"]:
                found[row["of"]].append(row["event"])
        return found

    @cached_property
    def reopenings(self) -> dict[str, list[str]]:
        """What took the closing of each network back: known, whatever day is asked about."""
        rows = self.reading.rows(tables.decisions, tables.decisions.c.decision == Network.NetworkReopened.TOPIC)
        return {network: [row["event"] for row in found] for network, found in grouped(rows, itemgetter("owner")).items()}

    @cached_property
    def endings(self) -> dict[str, str]:
        """Why memberships ended other than by leaving, by the event."""
        return {row["event"]: row["ending"] for row in self.reading.rows(tables.membership_endings)}

    @cached_property
    def followed(self) -> set[str]:
        """The endings that the clock typed because a network had closed, also where that was taken back or corrected since."""
        return {event for event, ending in self.endings.items() if ending == MembershipEnding.NETWORK_CLOSED}

    @cached_property
    def late(self) -> set[str]:
        """The entries that were recorded long after they happened."""
        return {row["event"] for row in self.reading.rows(tables.late_entries)}

    @cached_property
    def meetings(self) -> dict[str, list[Row]]:
        """The meetings of each network, as they are known, in the order in which they were recorded."""
        found = sorted(map(_of_meeting, self.reading.views(MEETINGS)), key=itemgetter("owner"))
        return grouped(found, itemgetter("network"))

    @cached_property
    def mixes(self) -> dict[str, list[Row]]:
        """What each core group stated of its mix."""
        return grouped(self.reading.rows(tables.core_group_mixes), itemgetter("owner"))

    @cached_property
    def lessons(self) -> dict[str, list[Row]]:
        """What each network told by then and stands, in the order in which it was recorded; a row for each telling."""
        of = tables.lessons.c
        rows = self.reading.rows(tables.lessons, of.at < self.reading.before, of.stands.is_(True))
        return grouped(sorted(rows, key=itemgetter("half_year", "number")), itemgetter("network"))

    @cached_property
    def lesson_answers(self) -> Answers:
        """What the board answered to lessons by then, and stands."""
        return answers_to_lessons(self.reading)

    @cached_property
    def never_told(self) -> dict[str, str]:
        """By lessons of which the first telling was withdrawn: the event that withdrew it."""
        of = tables.lessons.c
        rows = self.reading.rows(tables.lessons, of.number == 1, of.stands.is_(False), only=(of.owner, of.event))
        return {row["owner"]: row["event"] for row in rows}

    @cached_property
    def pilots(self) -> list[PilotView]:
        """The pilot that is asked about, or every one."""
        return self.reading.views(PILOTS) if self.pilot is None else [self.reading.view(PILOTS, self.pilot)]

    @cached_property
    def hours(self) -> list[Row]:
        """The newest estimate by then of each month, of the pilot or of every one."""
        months = ((month, estimate) for view in self.pilots for month, estimate in view.hours.items())
        return [{"month": month, "hours": estimate.hours, "event": estimate.event} for month, estimate in months]

    @cached_property
    def requests(self) -> dict[str, list[RequestData]]:
        """The advice requests that each network leads, as they stood by then."""
        return grouped(requests_by_then(self.reading), lambda request: str(request.view.network))

    @cached_property
    def offers(self) -> dict[str, list[Row]]:
        """The advice that each network gave unasked."""
        only = tuple(tables.advice_offers.c[name] for name in ("network", "event"))
        rows = self.reading.rows(tables.advice_offers, tables.advice_offers.c.at < self.reading.before, only=only)
        return grouped(rows, itemgetter("network"))

    @cached_property
    def seats(self) -> dict[str, list[HeldPeriod]]:
        """The seats of each network, as long as they effectively held: also no longer than the membership that goes with it."""
        networks = {network.owner: network for network in self.every_network}
        found: dict[str, list[HeldPeriod]] = defaultdict(list)
        ends = self._ends_of_memberships
        for row in self.reading.rows(tables.seat_periods, tables.seat_periods.c.begun_at < self.reading.before):
            network = networks.get(row["owner"])
            if network is None:
                continue
            own = (row["ended_at"], GIVEN_UP, row["ended_by"])
            closing = (network.row["closed_at"], BY_CLOSING, network.row["closed_by"])
            left = [(at, self._how_with(by), by) for at, by in ends.get(row["membership"], ()) if at > row["begun_at"]]
            ended_at, how, ended_by = min([own, closing, *left])
            if how in {WITH_MEMBERSHIP, WITH_ENDED_MEMBERSHIP} and row["ended_at"] < min(
                self.reading.before, network.row["closed_at"] + 1
            ):
                self.given_up_after[row["owner"]].append(row["ended_by"])
            if row["begun_at"] <= network.row["closed_at"]:
                found[row["owner"]].append(HeldPeriod(row["reference"], row["begun_at"], ended_at, row["begun_by"], ended_by))
        return found

    def _how_with(self, ended_by: str) -> int:
        """Say how a seat ends with a membership: what the clock typed after a closing follows from the closing."""
        return WITH_ENDED_MEMBERSHIP if ended_by in self.followed else WITH_MEMBERSHIP

    @cached_property
    def _ends_of_memberships(self) -> dict[str, list[tuple[int, str]]]:
        of_seats = tables.membership_periods.c.owner.in_(select(tables.seat_periods.c.membership))
        ended = of_seats & (tables.membership_periods.c.ended_at < self.reading.before)
        only = tuple(tables.membership_periods.c[name] for name in ("owner", "begun_by", "ended_at", "ended_by"))
        found: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for row in self.reading.rows(tables.membership_periods, ended, only=only):
            found[row["owner"]].append((row["ended_at"], row["ended_by"]))
            self.begun_before[row["ended_by"]] = row["begun_by"]
        return found

    def cause_of(self, network: NetworkData, period: HeldPeriod) -> str:
        """Say why a membership ended."""
        if period.ended_by == network.row["closed_by"]:
            return MembershipEnding.NETWORK_CLOSED
        return self.endings.get(period.ended_by, "left")

    def ended_with(self, network: NetworkData, period: HeldPeriod) -> bool:
        """Say whether a membership ended because its network did: by the closing, or by what the clock typed after it."""
        return self.cause_of(network, period) == MembershipEnding.NETWORK_CLOSED

    def why_not_yet(self, network: NetworkData) -> Note:
        """Say why something cannot be measured that takes time: of a network that ended there is no later."""
        return Note.NETWORK_CLOSED if self.closing_of(network) else Note.NOT_YET_MEASURABLE

    def closing_of(self, network: NetworkData) -> list[str]:
        """Give the event that closed a network, if it had by then."""
        return [network.row["closed_by"]] if network.row["closed_at"] < self.reading.before else []

    def last_day_of(self, network: NetworkData) -> date:
        """Give the day of the closing of a network, or the last that is asked about."""
        return day_of(moment(min(self.reading.before - 1, network.row["closed_at"])))

    def is_over(self, day: date) -> bool:
        """Say whether a day has ended by the moment that is asked about."""
        return micros(end_of(day)) <= self.over


def _of_meeting(view: MeetingView) -> Row:
    moments = {name: getattr(view, name) for name in ("planned_at", "held_at", "cancelled_at")}
    same = ("mode", "audience", "present", "planned_by", "held_by", "cancelled_by")
    return {
        "owner": str(view.meeting),
        "network": str(view.network),
        **{name: getattr(view, name) for name in same},
        **{name: None if moment is None else micros(moment) for name, moment in moments.items()},
    }


def grouped(things: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    """Give things by what a key says of each, in the order in which they come."""
    found: dict[str, list[T]] = defaultdict(list)
    for each in things:
        found[key(each)].append(each)
    return found
