"""The events that keep somebody or something out of a figure, and why."""

from collections.abc import Callable
from datetime import datetime, timedelta

from tests.evaluation.anew.days import day_of, end_of, months_later
from tests.evaluation.anew.figure import Party
from tests.evaluation.anew.log import WITHDRAWN, Asked, Entry
from tests.evaluation.anew.networks import JOINS, Network, Span
from tests.evaluation.anew.of_meetings import meetings_of
from tests.evaluation.anew.of_members import A_YEAR, days_to_fifty
from tests.evaluation.anew.of_plans import plans_of
from tests.evaluation.anew.of_record import CLOCK
from tests.evaluation.anew.requests import requests_of

LeftOut = set[tuple[str, str]]
WHY_NOT_ANSWERED = {
    "declined": "declined",
    "withdrawn": "request-withdrawn",
    "unclarified": "unclarified",
    "lapsed": "lapsed",
}


def _gone(spans: list[Span], moment: datetime) -> LeftOut:
    """By what somebody went who had come, if they had come by then."""
    ended = [each for each in spans if each.ended_before(moment) and each.ended_by is not None]
    return {(ended[-1].ended_by.name, str(ended[-1].end))} if ended and ended[-1].ended_by else set()


def _members(party: Party, network: Network, moment: datetime) -> LeftOut:
    found: LeftOut = set()
    for spans in network.people.values():
        if any(each.holds_at_end(moment) for each in spans):
            continue
        later = [each for each in spans if moment <= each.begun < party.asked.before]
        found |= _gone(spans, moment) or ({(later[-1].begun_by.name, "joined-later")} if later else set())
    lives = party.of_networks[network.id]
    return found.union(*(_struck(life, JOINS, party.asked) for life in lives))


def _struck(life: list[Entry], begins: set[str], asked: Asked) -> LeftOut:
    """The lines by which somebody came, that people struck."""
    begun = {each.name for each in life if each.kind in begins}
    struck = (each for each in life if each.kind == WITHDRAWN and each.said.of in begun and each.said.act.by != CLOCK)
    return {(each.name, "struck") for each in struck if each.at < asked.before}


def members(party: Party, network: Network) -> LeftOut:
    return _members(party, network, party.asked.before)


def after_a_year(party: Party, network: Network) -> LeftOut:
    end = end_of(months_later(network.start, A_YEAR))
    closing = network.closed_by(party.asked.before)
    if end > party.asked.over or (closing is not None and closing.at < end):
        return set()
    return _members(party, network, end)


def to_fifty(party: Party, network: Network) -> LeftOut:
    said = days_to_fifty(party, network)
    days = said["value"] if said["value"] is not None else said["detail"]["notYetAfter"]
    return _members(party, network, min(end_of(network.start + timedelta(days=days)), party.asked.before))


def _too_recent(party: Party, network: Network, months: int) -> LeftOut:
    first = [spans[0] for spans in network.people.values()]
    return {
        (each.begun_by.name, "too-recent")
        for each in first
        if each.begun < party.asked.before and end_of(months_later(day_of(each.begun), months)) > party.asked.over
    }


def core_group(party: Party, network: Network) -> LeftOut:
    found: LeftOut = set()
    for spans in network.seats.values():
        if not any(each.holds_at_end(party.asked.before) for each in spans):
            found |= _gone(spans, party.asked.before)
    return found | _struck(network.stored, {"CoreGroupMemberAppointed"}, party.asked)


def called_off(party: Party, network: Network) -> LeftOut:
    off = [each.called_off for each in meetings_of(party, network)]
    return {(each.name, "called-off") for each in off if each is not None and each.at < party.asked.before}


def _not_answered(*outcomes: str) -> Callable[[Party, Network], LeftOut]:
    def left_out(party: Party, network: Network) -> LeftOut:
        led = requests_of(party, network)
        return {(each.decided.name, WHY_NOT_ANSWERED[each.outcome]) for each in led if each.outcome in outcomes and each.decided}

    return left_out


NO_ANSWER = _not_answered(*WHY_NOT_ANSWERED)
NO_DAY = _not_answered("declined", "withdrawn", "unclarified")
OF_A_NETWORK: dict[str, Callable[[Party, Network], LeftOut]] = {
    "members": members,
    "members-after-12-months": after_a_year,
    "days-to-fifty": to_fifty,
    "retention-after-6-months": lambda party, network: _too_recent(party, network, 6),
    "retention-after-12-months": lambda party, network: _too_recent(party, network, A_YEAR),
    "core-group-size": core_group,
    "meetings-held": called_off,
    "advice-response-time": NO_ANSWER,
    "advice-acknowledged": NO_ANSWER,
    "advice-use": NO_ANSWER,
    "advice-experts": NO_ANSWER,
    "advice-on-time": NO_DAY,
    "advice-on-time-as-agreed-last": NO_DAY,
}
WHY_NEVER_AGREED = {"PlanRejected": "rejected", "PlanWithdrawn": "plan-withdrawn", "PlanLapsed": "lapsed"}


def lead_time(party: Party) -> LeftOut:
    """The plans that the board never agreed with, by what ended them."""
    ended = [each.last(*WHY_NEVER_AGREED) for each in plans_of(party) if each.last("PlanApproved") is None]
    return {(each.name, WHY_NEVER_AGREED[each.kind]) for each in ended if each is not None}


def left_out(party: Party, figure: str, network: Network | None) -> LeftOut:
    if network is None:
        return lead_time(party) if figure == "plan-lead-time" else set()
    return OF_A_NETWORK[figure](party, network) if figure in OF_A_NETWORK else set()
