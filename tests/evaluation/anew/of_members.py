"""Members: how many there are, how many after a year, who came and who went."""

from datetime import date, datetime, timedelta
from typing import Any

from tests.evaluation.anew.days import begin_of, day_of, end_of, month_name, months_later, quarter_name, stretches
from tests.evaluation.anew.figure import Party, Said, of_network, says
from tests.evaluation.anew.log import Asked
from tests.evaluation.anew.networks import End, Network, Span
from tests.evaluation.anew.numbers import part, wilson

A_YEAR, FIFTY = 12, 50


@of_network("members")
def members(party: Party, network: Network) -> Said:
    count = network.members(party.asked.before)
    return says(count, count)


@of_network("members-after-12-months")
def after_a_year(party: Party, network: Network) -> Said:
    day, rules = months_later(network.start, A_YEAR), party.rules(network)
    norm = rules.target_members if rules is not None and rules.target_after_months == A_YEAR else None
    is_over, closed = end_of(day) <= party.asked.over, ended_within_a_year(party, network)
    if not is_over:
        return says(None, None, norm=norm, note="network-closed" if closed else "not-yet-measurable")
    count = network.members(end_of(day))
    if closed:
        return says(count, count, norm=norm, note="network-closed")
    return says(count, count, norm=norm, verdict=None if norm is None else "reached" if count >= norm else "not-reached")


def ended_within_a_year(party: Party, network: Network) -> bool:
    closing = network.closed_by(party.asked.before)
    return closing is not None and closing.at < end_of(months_later(network.start, A_YEAR))


@of_network("days-to-fifty")
def days_to_fifty(party: Party, network: Network) -> Said:
    year, rules = months_later(network.start, A_YEAR), party.rules(network)
    aims = rules is not None and (rules.target_members, rules.target_after_months) == (FIFTY, A_YEAR)
    norm = (year - network.start).days if aims else None
    last = network.last_day(party.asked)
    for day, count in _each_day(network, last):
        if count >= FIFTY:
            days = (day - network.start).days
            return says(days, count, norm=norm, verdict=None if norm is None else "reached" if days <= norm else "not-reached")
    closed = network.closed_by(party.asked.before) is not None
    verdict = "not-reached" if end_of(year) <= party.asked.over else "not-yet"
    count = network.members(min(end_of(last), party.asked.before))
    return says(
        None,
        count,
        norm=norm,
        verdict=None if norm is None or ended_within_a_year(party, network) else verdict,
        note="network-closed" if closed else "not-yet-measurable",
        detail={"notYetAfter": (last - network.start).days},
    )


def _each_day(network: Network, last: date) -> list[tuple[date, int]]:
    """The members at the end of each day on which somebody came or went."""
    people = network.people
    moments = {each.begun for held in people.values() for each in held} | {network.begun}
    days = sorted({day_of(moment) for moment in moments})
    return [(day, network.members(end_of(day))) for day in days if day <= last]


@of_network("growth-per-month")
def growth(party: Party, network: Network) -> Said:
    rows = []
    for first, last in stretches(network.start, network.last_day(party.asked), 1):
        of_month = Movement(network, party.asked, first, last)
        rows.append(
            {
                "month": month_name(first),
                "members": network.members(min(end_of(last), party.asked.before)),
                "joined": of_month.joined,
                "left": of_month.people(End.LEFT, End.PARTY),
                "networkClosed": of_month.people(End.CLOSED),
            }
        )
    begun, ended = begun_and_ended(network, party.asked)
    return says(rows, begun, detail={"ended": ended})


def begun_and_ended(network: Network, asked: Asked) -> tuple[int, int]:
    spans = [each for held in network.people.values() for each in held if each.begun < asked.before]
    return len(spans), sum(each.ended_before(asked.before) and each.end is not End.CLOSED for each in spans)


class Movement:
    """Who came and who went between two days."""

    def __init__(self, network: Network, asked: Asked, first: date, last: date) -> None:
        self.begin, self.end = begin_of(first), min(end_of(last), asked.before)
        self.spans = network.people

    def people(self, *ends: End) -> int:
        """How many different people went for one of these causes."""
        return sum(any(each.end in ends and self._within(each.ended) for each in held) for held in self.spans.values())

    @property
    def joined(self) -> int:
        return sum(any(self._within(each.begun) for each in held) for held in self.spans.values())

    def together(self, until: datetime) -> timedelta:
        """The time that all were members, added up, as far as it has come."""
        return sum((self._part(each, until) for held in self.spans.values() for each in held), timedelta())

    def _part(self, span: Span, until: datetime) -> timedelta:
        return max(min(span.ended or until, until) - max(span.begun, self.begin), timedelta())

    def _within(self, moment: datetime | None) -> bool:
        return moment is not None and self.begin <= moment < self.end


@of_network("retention-after-6-months")
def retention_of_half_a_year(party: Party, network: Network) -> Said:
    return _retention(party, network, 6)


@of_network("retention-after-12-months")
def retention_of_a_year(party: Party, network: Network) -> Said:
    return _retention(party, network, A_YEAR)


def _retention(party: Party, network: Network, months: int) -> Said:
    counted, stayed, closed = 0, 0, 0
    for held in network.people.values():
        then = end_of(months_later(day_of(held[0].begun), months))
        if then > party.asked.over:
            continue
        counted += 1
        if any(each.holds_at_end(then) for each in held):
            stayed += 1
        elif [each for each in held if each.begun < then][-1].end is End.CLOSED:
            closed += 1
    if not counted:
        return says(None, 0, note="network-closed" if network.closed_by(party.asked.before) else "not-yet-measurable")
    return says(part(stayed, counted), counted, detail={"stayed": stayed, "networkClosed": closed, **wilson(stayed, counted)})


@of_network("churn-per-quarter")
def churn(party: Party, network: Network) -> Said:
    rows: list[dict[str, Any]] = []
    for first, last in stretches(network.start, network.last_day(party.asked), 3):
        of_quarter = Movement(network, party.asked, first, last)
        there = min(end_of(last), party.asked.before, party.asked.over)
        closing = network.closed_by(there)
        length = (there if closing is None else closing.at) - max(network.begun, begin_of(first))
        mean = of_quarter.together(there) / length if length else 0.0
        left, party_ended = of_quarter.people(End.LEFT), of_quarter.people(End.PARTY)
        rows.append(
            {
                "quarter": quarter_name(first),
                "left": left,
                "partyMembershipEnded": party_ended,
                "networkClosed": of_quarter.people(End.CLOSED),
                "meanMembers": round(mean, 2),
                "share": _share(of_quarter.people(End.LEFT, End.PARTY), mean),
                "shareLeft": _share(left, mean),
                "sharePartyMembershipEnded": _share(party_ended, mean),
            }
        )
    begun, ended = begun_and_ended(network, party.asked)
    return says(rows, begun, detail={"ended": ended})


def _share(people: int, mean: float) -> float | None:
    return part(people, mean) if people <= mean else None
