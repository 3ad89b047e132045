"""How many members, fifty after a year, how networks grew, who stayed and who left: figures 6 to 10."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from operator import attrgetter

from pydantic import JsonValue

from application.evaluation import details
from application.evaluation.measurement import Measurement
from application.evaluation.statistics import share_of
from application.queries.evaluating.evaluation import Note, Verdict
from domain.kernel.days import end_of, months_after
from domain.networks.membership import MembershipEnding
from projections.evaluation.days import end_months_after
from projections.evaluation.known import EvaluationData, NetworkData, grouped
from projections.evaluation.left_out import joined_too_late, members_out
from projections.evaluation.months_and_quarters import QUARTER, Span, place_of, quarter_of, spans_of
from projections.queries.evaluating.figures import HeldPeriod, first_day_with, held_before
from projections.store.instants import micros

A_YEAR = 12
FIFTY = 50


def members(data: EvaluationData, network: NetworkData) -> Measurement:
    held = network.members_before(data.reading.before)
    events = [network.row["begun_by"], *(period.begun_by for period in held)]
    return Measurement(len(held), len(held), events, left_out=members_out(data, network, data.reading.before))


def members_after_12_months(data: EvaluationData, network: NetworkData) -> Measurement:
    day = months_after(network.start, A_YEAR)
    norm, ground = _aim(network)
    begun = network.row["begun_by"]
    ground += data.closing_of(network)
    if not data.is_over(day):
        return Measurement(value=None, norm=norm, note=data.why_not_yet(network), events=[begun], ground=ground)
    end = micros(end_of(day))
    held = network.members_before(end)
    if network.row["closed_at"] < end:
        return Measurement(0, 0, [begun], ground, norm=norm, note=Note.NETWORK_CLOSED)
    verdict = None if norm is None else Verdict.REACHED if len(held) >= norm else Verdict.NOT_REACHED
    events = [begun, *(period.begun_by for period in held)]
    return Measurement(len(held), len(held), events, ground, norm=norm, verdict=verdict, left_out=members_out(data, network, end))


def days_to_fifty(data: EvaluationData, network: NetworkData) -> Measurement:
    reached = first_day_with(data.reading, network.row, network.held, FIFTY)
    last = data.last_day_of(network) if reached is None else reached
    held = network.members_before(micros(end_of(last)))
    aim, ground = _aim(network)
    year = months_after(network.start, A_YEAR)
    within = (year - network.start).days if aim == FIFTY else None
    days = (last - network.start).days
    events = [network.row["begun_by"], *(period.begun_by for period in held)]
    ground += data.closing_of(network)
    left_out = members_out(data, network, micros(end_of(last)))
    if reached is not None:
        verdict = None if within is None else Verdict.REACHED if days <= within else Verdict.NOT_REACHED
        return Measurement(days, len(held), events, ground, norm=within, verdict=verdict, left_out=left_out)
    ended_early = network.row["closed_at"] < micros(end_of(year)) and data.closing_of(network)
    missed = Verdict.NOT_REACHED if data.is_over(year) else Verdict.NOT_YET
    verdict = None if within is None or ended_early else missed
    note, detail = data.why_not_yet(network), details.DaysToFifty(not_yet_after=days)
    return Measurement(None, len(held), events, ground, norm=within, verdict=verdict, note=note, detail=detail, left_out=left_out)


def _aim(network: NetworkData) -> tuple[int | None, list[str]]:
    """Give how many members the rules aim at after a year, None when they aim at another time or at nothing."""
    if network.rules is None or network.rules.target_after_months != A_YEAR:
        return None, []
    return network.rules.target_members, [network.rules.event]


# Growth


def growth_per_month(data: EvaluationData, network: NetworkData) -> Measurement:
    before, start = data.reading.before, network.row["begun_at"]
    spans = spans_of(network, 1, min(data.over, network.row["closed_at"] + 1))
    joined = _people(spans, ((period, max(period.begun_at, start)) for period in network.held))
    ended = [period for period in network.held if period.ended_at < before]
    with_it = [period for period in ended if data.ended_with(network, period)]
    left = _people(spans, ((period, max(period.ended_at, start)) for period in ended if not data.ended_with(network, period)))
    closed = _people(spans, ((period, max(period.ended_at, start)) for period in with_it))
    members = held_before(network.held)
    months: list[JsonValue] = [
        {
            "month": f"{month:%Y-%m}",
            "members": members(min(end, before)),
            "joined": joined[place],
            "left": left[place],
            "networkClosed": closed[place],
        }
        for place, (month, _, end) in enumerate(spans)
    ]
    return _of_everybody(data, network, months)


def _people(spans: list[tuple[date, int, int]], entries: Iterable[tuple[HeldPeriod, int]]) -> Counter[int | None]:
    return Counter(place for place, _ in {(place_of(spans, at), period.person) for period, at in entries})


def _of_everybody(data: EvaluationData, network: NetworkData, value: list[JsonValue]) -> Measurement:
    """Give a figure that every joining and every leaving counts in."""
    ended = [period for period in network.held if period.ended_at < data.reading.before]
    events = [network.row["begun_by"], *(period.begun_by for period in network.held), *(period.ended_by for period in ended)]
    detail = details.MembershipsEnded(ended=sum(not data.ended_with(network, period) for period in ended))
    return Measurement(value, len(network.held), events, data.closing_of(network), detail=detail)


def retention(data: EvaluationData, network: NetworkData, *, months: int) -> Measurement:
    by_person = grouped(network.held, attrgetter("person"))
    events: list[str] = [network.row["begun_by"]]
    recent: list[str] = []
    stayed = n = closed = 0
    for periods in by_person.values():
        later = end_months_after(max(periods[0].begun_at, network.row["begun_at"]), months)
        if later > data.over:
            recent.append(periods[0].begun_by)
            continue
        n += 1
        events.append(periods[0].begun_by)
        if any(period.begun_at < later <= period.ended_at for period in periods):
            stayed += 1
        else:
            last = [period for period in periods if period.ended_at < later][-1]
            closed += data.ended_with(network, last)
            events.append(last.ended_by)
    if n == 0:
        return Measurement(
            value=None,
            n=0,
            note=data.why_not_yet(network),
            events=events[:1],
            ground=data.closing_of(network),
            left_out=joined_too_late(recent),
        )
    share, low, high = share_of(stayed, n)
    detail = details.Retention(stayed=stayed, network_closed=closed, low=low, high=high)
    return Measurement(value=share, n=n, events=events, detail=detail, left_out=joined_too_late(recent))


def churn_per_quarter(data: EvaluationData, network: NetworkData) -> Measurement:
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
        people_left, left_party = len(gone_by["left"]), len(gone_by[MembershipEnding.PARTY_MEMBERSHIP_ENDED])
        told.append(
            {
                "quarter": quarter_of(first),
                "left": people_left,
                "partyMembershipEnded": left_party,
                "networkClosed": len(gone_by[MembershipEnding.NETWORK_CLOSED]),
                "meanMembers": round(mean, 2),
                "share": _share(len(gone_by["left"] | gone_by[MembershipEnding.PARTY_MEMBERSHIP_ENDED]), mean),
                "shareLeft": _share(people_left, mean),
                "sharePartyMembershipEnded": _share(left_party, mean),
            }
        )
    return _of_everybody(data, network, told)


def _share(people: int, mean: float) -> float | None:
    """Give how many of the members on average left; more than there were on average are no share of them."""
    return round(people / mean, 4) if mean > 0 and people <= mean else None


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
