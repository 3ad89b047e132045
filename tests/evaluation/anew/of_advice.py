"""Advice: what was asked, what became of it, whether it came in time and was used."""

from collections import Counter
from datetime import date

from tests.evaluation.anew.days import end_of
from tests.evaluation.anew.figure import Party, Said, of_network, says
from tests.evaluation.anew.log import as_known
from tests.evaluation.anew.networks import Network
from tests.evaluation.anew.numbers import nine_in_ten, part, spread, wilson
from tests.evaluation.anew.requests import Request, requests_of

KINDS = ("politician", "party-body", "committee")
USES = ("adopted", "partly", "not", "pending")
THEME = "theme-network"


@of_network("advice-requests")
def advice_requests(party: Party, network: Network) -> Said:
    led, members = requests_of(party, network), network.members(party.asked.before)
    norm = 1 if network.type == THEME and party.rules(network) is not None else None
    missed = "not-reached" if network.closed_by(party.asked.before) else "not-yet"
    return says(
        len(led),
        len(led),
        norm=norm,
        verdict=None if norm is None else "reached" if led else missed,
        detail={
            "byRequester": {kind: sum(each.asked.said.requester_kind == kind for each in led) for kind in KINDS},
            "broughtHere": sum(each.brought for each in led),
            "members": members,
            "perHundredMembers": round(100 * len(led) / members, 1) if members else None,
            "offeredUnasked": _offered(party, network),
        },
    )


def _offered(party: Party, network: Network) -> int:
    return sum(
        each.kind == "AdviceOffered" and each.said.network == network.id and each.at < party.asked.before
        for life in party.of_networks[network.id]
        for each in as_known(life)
    )


@of_network("advice-routes")
def advice_routes(party: Party, network: Network) -> Said:
    led = [each.asked.said for each in requests_of(party, network)]
    routes = Counter("form" if each.recorded_by is None else str(each.act.source) for each in led)
    by = Counter(str(each.recorded_by) for each in led if each.recorded_by is not None)
    return says(dict(routes), len(led), detail={"recordedBy": dict(by)})


@of_network("advice-outcomes")
def advice_outcomes(party: Party, network: Network) -> Said:
    led = requests_of(party, network)
    outcomes, overdue = Counter(each.outcome for each in led), sum(each.overdue for each in led)
    reasons = Counter(str(each.decided.said.decline_reason) for each in led if each.outcome == "declined" and each.decided)
    counts = {"declined": outcomes["declined"], "lapsed": outcomes["lapsed"], "overdue": overdue}
    shares = {name: part(count, len(led)) for name, count in counts.items()} if led else {}
    return says(
        {name: count for name, count in outcomes.items() if count},
        len(led),
        detail={"overdue": overdue, "reasons": dict(reasons), "shares": shares},
    )


def answered(party: Party, network: Network) -> list[Request]:
    return [each for each in requests_of(party, network) if each.outcome == "answered"]


@of_network("advice-response-time")
def response_time(party: Party, network: Network) -> Said:
    days = [(each.decided.day - each.asked.day).days for each in answered(party, network) if each.decided]
    still_open = sum(each.outcome == "open" for each in requests_of(party, network))
    numbers = spread(days)
    return says(numbers["median"], len(days), detail={**numbers, "p90": nine_in_ten(days), "open": still_open})


@of_network("advice-on-time")
def on_time(party: Party, network: Network) -> Said:
    return _on_time(party, [(each, each.first_due) for each in requests_of(party, network)])


@of_network("advice-on-time-as-agreed-last")
def on_time_as_agreed_last(party: Party, network: Network) -> Said:
    led = requests_of(party, network)
    return _on_time(party, [(each, each.due) for each in led if each.outcome == "answered" or not each.clarifying])


def _on_time(party: Party, requests: list[tuple[Request, date | None]]) -> Said:
    late: list[int] = []
    in_time = open_ones = 0
    for request, due in requests:
        assert due is not None
        if request.outcome == "answered" and request.decided is not None:
            days = (request.decided.day - due).days
            in_time += days <= 0
            late.append(days)
        elif request.outcome in {"open", "lapsed"} and end_of(due) <= party.asked.over:
            late.append((party.asked.day - due).days)
            open_ones += 1
    detail = {"onTime": in_time, "notAnswered": open_ones, "daysLate": sorted(late), **wilson(in_time, len(late))}
    return says(part(in_time, len(late)), len(late), detail=detail)


@of_network("advice-acknowledged")
def acknowledged(party: Party, network: Network) -> Said:
    given = answered(party, network)
    some = sum(each.acknowledged for each in given)
    return says(part(some, len(given)), len(given), detail={"acknowledged": some, **wilson(some, len(given))})


@of_network("advice-use")
def use(party: Party, network: Network) -> Said:
    given = answered(party, network)
    of_recommendations = Counter(use for each in given for number, use in each.uses.items() if number is not None)
    of_advices = Counter(each.uses[None] for each in given if None in each.uses)
    total = of_recommendations.total()
    return says(
        {use: of_recommendations[use] for use in USES},
        len(given),
        detail={
            "reported": sum(bool(each.uses) for each in given),
            "known": sum(any(use != "pending" for use in each.uses.values()) for each in given),
            "advices": {use: of_advices[use] for use in USES},
            "shares": {use: part(of_recommendations[use], total) for use in USES} if total else {},
        },
    )


@of_network("advice-experts")
def experts(party: Party, network: Network) -> Said:
    given = [each.took_part for each in answered(party, network)]
    each, people = sorted(len(one) for one in given), {who for one in given for who in one}
    return says(
        round(sum(each) / len(each), 2) if each else None,
        len(given),
        detail={"each": each, "people": len(people), "firstTime": part(len(people), sum(each))},
    )


@of_network("advice-days-with-bureau")
def days_with_bureau(party: Party, network: Network) -> Said:
    lay = [days for each in requests_of(party, network) if (days := each.days_with_bureau(party.asked.day))]
    numbers = spread(sum(days) for days in lay)
    return says(numbers["median"], len(lay), detail={**numbers, "times": sum(len(days) for days in lay)})
