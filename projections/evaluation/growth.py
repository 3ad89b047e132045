"""How networks grew, who stayed and who left: figures 8, 9 and 10."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from pydantic import JsonValue

from application.evaluation.statistics import wilson
from application.queries.evaluation import Note
from domain.networks.membership import MembershipEnding
from projections.evaluation.frame import Measurement, of_each_network
from projections.evaluation.known import EvaluationData, NetworkData, same_hour_after
from projections.evaluation.spans import QUARTER, Span, place_of, quarter_of, spans_of
from projections.queries.figures import HeldPeriod


@of_each_network("growth-per-month")
def growth_per_month(data: EvaluationData, network: NetworkData) -> Measurement:
    """Count who joined and who left in each month, and the members at its end."""
    before, start = data.reading.before, network.row["begun_at"]
    spans = spans_of(network, 1, min(data.over, network.row["closed_at"] + 1))
    joined = _people(spans, ((period, max(period.begun_at, start)) for period in network.held))
    left = _people(spans, ((period, max(period.ended_at, start)) for period in network.held if period.ended_at < before))
    changes = sorted([(period.begun_at, 1) for period in network.held] + [(period.ended_at, -1) for period in network.held])
    months: list[JsonValue] = []
    members = done = 0
    for place, (month, _, ended) in enumerate(spans):
        while done < len(changes) and changes[done][0] < min(ended, before):
            members += changes[done][1]
            done += 1
        months.append({"month": f"{month:%Y-%m}", "members": members, "joined": joined[place], "left": left[place]})
    return Measurement(
        value=months,
        n=len(network.held),
        events=_all_events(data, network),
        ground=data.closing_of(network),
        detail=_ended(data, network),
    )


def _people(spans: list[tuple[date, int, int]], entries: Iterable[tuple[HeldPeriod, int]]) -> Counter[int | None]:
    """Count people in each span, and not events."""
    return Counter(place for place, _ in {(place_of(spans, at), period.person) for period, at in entries})


def _ended(data: EvaluationData, network: NetworkData) -> dict[str, JsonValue]:
    before, closing = data.reading.before, network.row["closed_by"]
    return {"ended": sum(period.ended_at < before and period.ended_by != closing for period in network.held)}


def _all_events(data: EvaluationData, network: NetworkData) -> list[str]:
    ended = [period.ended_by for period in network.held if period.ended_at < data.reading.before]
    return [network.row["begun_by"], *(period.begun_by for period in network.held), *ended]


@of_each_network("retention-after-6-months")
def retention_after_6_months(data: EvaluationData, network: NetworkData) -> Measurement:
    """Tell what share of those who joined was a member half a year later."""
    return _retention(data, network, 6)


@of_each_network("retention-after-12-months")
def retention_after_12_months(data: EvaluationData, network: NetworkData) -> Measurement:
    """Tell what share of those who joined was a member a year later."""
    return _retention(data, network, 12)


def _retention(data: EvaluationData, network: NetworkData, months: int) -> Measurement:
    by_person: dict[str, list[HeldPeriod]] = defaultdict(list)
    for period in network.held:
        by_person[period.person].append(period)
    events: list[str] = [network.row["begun_by"]]
    stayed = n = closed = 0
    for periods in by_person.values():
        later = same_hour_after(periods[0].begun_at, months)
        if later > data.over:
            continue
        n += 1
        events.append(periods[0].begun_by)
        if any(period.begun_at <= later < period.ended_at for period in periods):
            stayed += 1
        else:
            last = [period for period in periods if period.ended_at <= later][-1]
            closed += last.ended_by == network.row["closed_by"]
            events.append(last.ended_by)
    if n == 0:
        return Measurement(value=None, n=0, note=Note.NOT_YET_MEASURABLE, events=events[:1])
    low, high = wilson(stayed, n)
    detail: dict[str, JsonValue] = {"stayed": stayed, "networkClosed": closed, "low": round(low, 4), "high": round(high, 4)}
    return Measurement(value=round(stayed / n, 4), n=n, events=events, detail=detail)


@of_each_network("churn-per-quarter")
def churn_per_quarter(data: EvaluationData, network: NetworkData) -> Measurement:
    """Tell who left in each quarter, why, and what share of the members that is."""
    start, before = network.row["begun_at"], data.reading.before
    until = min(data.over, network.row["closed_at"])
    quarters = spans_of(network, QUARTER, min(data.over, network.row["closed_at"] + 1))
    left: list[dict[str, set[str]]] = [defaultdict(set) for _ in quarters]
    for period in (period for period in network.held if period.ended_at < before):
        place = place_of(quarters, max(period.ended_at, start))
        if place is not None:
            left[place][data.cause_of(network, period)].add(period.person)
    times = _times_together(network, quarters, until)
    told: list[JsonValue] = []
    for (first, begun, ended), gone_by, time in zip(quarters, left, times, strict=True):
        length = min(ended, until) - max(begun, start)
        mean = time / length if length > 0 else 0.0
        causes = {cause: len(people) for cause, people in gone_by.items()}
        gone = len(set().union(*gone_by.values()))
        told.append(
            {
                "quarter": quarter_of(first),
                "left": causes.get("left", 0),
                "partyMembershipEnded": causes.get(MembershipEnding.PARTY_MEMBERSHIP_ENDED, 0),
                "networkClosed": causes.get(MembershipEnding.NETWORK_CLOSED, 0),
                "meanMembers": round(mean, 2),
                "share": _share(gone, mean),
                "shareLeft": _share(causes.get("left", 0), mean),
                "sharePartyMembershipEnded": _share(causes.get(MembershipEnding.PARTY_MEMBERSHIP_ENDED, 0), mean),
            }
        )
    return Measurement(
        value=told,
        n=len(network.held),
        events=_all_events(data, network),
        ground=data.closing_of(network),
        detail=_ended(data, network),
    )


def _share(people: int, mean: float) -> float | None:
    return round(people / mean, 4) if mean > 0 else None


def _times_together(network: NetworkData, quarters: list[Span], until: int) -> list[int]:
    """Give for each quarter the time that all members together were members in it, as far as the network was there."""
    start = network.row["begun_at"]
    changes = [(max(period.begun_at, start), 1) for period in network.held]
    changes += [(max(period.ended_at, start), -1) for period in network.held]
    changes.sort()
    found = []
    members = done = 0
    for _, begun, ended in quarters:
        last = min(ended, until)
        time = members * max(0, last - max(begun, start))
        while done < len(changes) and changes[done][0] < ended:
            at, change = changes[done]
            time += change * max(0, last - at)
            members += change
            done += 1
        found.append(time)
    return found
