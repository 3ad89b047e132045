"""What keeps people and requests out of a figure, by the event that does it, and why."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from application.queries.evaluating.evaluation import EventLeftOut, WhyLeftOut
from domain.advice.values import RequestStage
from domain.kernel.entries import EntryKind
from domain.networks.membership import Membership
from domain.networks.network import Network
from domain.plans.content import PlanStatus
from projections.evaluation.known import EvaluationData, NetworkData
from projections.evaluation.plan_steps import PlanKnown
from projections.evaluation.requests import RequestData
from projections.store.bulk_writes import Row

NOT_ANSWERED = {
    RequestStage.DECLINED: WhyLeftOut.DECLINED,
    RequestStage.WITHDRAWN: WhyLeftOut.REQUEST_WITHDRAWN,
    RequestStage.UNCLARIFIED: WhyLeftOut.UNCLARIFIED,
    RequestStage.LAPSED: WhyLeftOut.LAPSED,
}
NOT_AGREED = {
    PlanStatus.REJECTED: WhyLeftOut.REJECTED,
    PlanStatus.WITHDRAWN: WhyLeftOut.PLAN_WITHDRAWN,
    PlanStatus.LAPSED: WhyLeftOut.LAPSED,
}
ENDINGS = {str(why): why for why in (WhyLeftOut.LEFT, WhyLeftOut.PARTY_MEMBERSHIP_ENDED, WhyLeftOut.NETWORK_CLOSED)}


def members_out(data: EvaluationData, network: NetworkData, before: int) -> list[EventLeftOut]:
    """Give what ended memberships, or struck joinings, of those who are no members just before a moment."""
    there = {period.person for period in network.members_before(before)}
    gone = {period.person: period for period in network.held if period.ended_at < before and period.person not in there}
    ended = [_of(period.ended_by, ENDINGS[data.cause_of(network, period)]) for period in gone.values()]
    later = (each for each in network.held if each.begun_at >= before and each.person not in there | gone.keys())
    joined = [_of(name, WhyLeftOut.JOINED_LATER) for name in {each.person: each.begun_by for each in later}.values()]
    return [*ended, *joined, *_struck(data, network, of_seats=False)]


def joined_too_late(names: Iterable[str]) -> list[EventLeftOut]:
    """Give the joinings after which not enough time has passed."""
    return [_of(name, WhyLeftOut.TOO_RECENT) for name in names]


def seats_out(data: EvaluationData, network: NetworkData) -> list[EventLeftOut]:
    """Give what ended the last seats of those who have none in the core group at the end, or struck appointments."""
    seats = sorted(data.seats.get(network.owner, ()), key=lambda seat: (seat.begun_at, len(seat.begun_by), seat.begun_by))
    last = {seat.person: seat for seat in seats}
    gone = [seat for seat in last.values() if seat.ended_at < data.reading.before]
    return [*(_of(seat.ended_by, _why(data, network, seat.ended_by)) for seat in gone), *_struck(data, network, of_seats=True)]


def _why(data: EvaluationData, network: NetworkData, ended_by: str) -> WhyLeftOut:
    if ended_by == network.row["closed_by"]:
        return WhyLeftOut.NETWORK_CLOSED
    if ended_by in data.begun_before:
        return ENDINGS[data.endings.get(ended_by, WhyLeftOut.LEFT)]
    return WhyLeftOut.STEPPED_DOWN


def requests_out(requests: Iterable[RequestData]) -> list[EventLeftOut]:
    """Give what ended requests without an answer."""
    ended = ((request.view.ended_by, NOT_ANSWERED.get(request.view.stage)) for request in requests if not request.is_answered)
    return [_of(name, why) for name, why in ended if name is not None and why is not None]


def plans_out(plans: Iterable[PlanKnown]) -> list[EventLeftOut]:
    """Give what ended plans with which the board did not agree."""
    steps = ((plan.steps[-1]["status"], plan.became["event"]) for plan in plans)
    return [_of(name, NOT_AGREED[status]) for status, name in steps if status in NOT_AGREED]


def meetings_out(rows: Iterable[Row]) -> list[EventLeftOut]:
    """Give the meetings that were called off."""
    return [_of(row["cancelled_by"], WhyLeftOut.CALLED_OFF) for row in rows if row["cancelled_by"] is not None]


def _struck(data: EvaluationData, network: NetworkData, *, of_seats: bool) -> Iterator[EventLeftOut]:
    """Give what struck beginnings of memberships, or of seats: they did not happen."""
    struck = {row["of"]: row["event"] for row in data.struck.get(network.owner, ())}
    items = {UUID(name.partition(":")[0]) for name in struck}
    for item in data.reading.log.load_many(items).values():
        if isinstance(item, Network if of_seats else Membership):
            entries = item.seats.entries.values() if isinstance(item, Network) else (item.entries,)
            begun = {entry.event for each in entries for entry in each if entry.kind is EntryKind.BEGINS}
            yield from (_of(struck[name], WhyLeftOut.STRUCK) for name in sorted(struck.keys() & begun))


def _of(event: str, why: WhyLeftOut) -> EventLeftOut:
    return EventLeftOut(event=event, why=why)
