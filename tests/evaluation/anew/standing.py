"""How each network stands, and what happened on the way from groups to networks."""

from collections import Counter
from collections.abc import Container
from datetime import date
from typing import Any
from uuid import UUID

from tests.evaluation.anew.figure import Party
from tests.evaluation.anew.log import Entry, as_known
from tests.evaluation.anew.networks import Network
from tests.evaluation.anew.of_plans import waiting_times

Told = dict[str, Any]
ONLY_IF_ANY = {"reason", "into", "membersThen", "tooSmallSince", "repairBy"}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def standing_of(party: Party, network: Network, *, sensitive: bool) -> Told:
    closing = network.closed_by(party.asked.before)
    name, since, reason = _standing(party, network)
    small = None if closing or sensitive else _too_small(party, network)
    into = None
    if closing is not None and closing.kind == "NetworkMerged":
        into = party.networks[closing.said.into].name_at(party.asked.before)
    told = {
        "network": network.name_at(party.asked.before),
        "networkType": network.type,
        "sensitive": sensitive,
        "standing": name,
        "started": _iso(network.start),
        "since": _iso(since),
        "reason": None if sensitive else reason,
        "into": into,
        "membersThen": None if closing is None or sensitive else network.members(closing.at),
        "tooSmallSince": None if small is None else _iso(small[0]),
        "repairBy": None if small is None else _iso(small[1]),
    }
    return {name: value for name, value in told.items() if value is not None or name not in ONLY_IF_ANY}


def _standing(party: Party, network: Network) -> tuple[str, date, str | None]:
    """What it is, since when, and why."""
    closing = network.closed_by(party.asked.before)
    if closing is not None:
        return ("merged" if closing.kind == "NetworkMerged" else "closed"), closing.day, closing.said.reason
    suspended = dormant = None
    for each in _until(party, network):
        if each.kind == "NetworkSuspended":
            suspended = each
        elif each.kind == "NetworkResumed":
            suspended = None
        elif each.kind == "NetworkFellDormant":
            dormant = each
        elif each.kind in {"NetworkRenewed", "AgreementsChanged"}:
            dormant = None
    if suspended is not None:
        return "suspended", suspended.day, suspended.said.reason
    return ("active", network.start, None) if dormant is None else ("dormant", dormant.day, None)


def _until(party: Party, network: Network) -> list[Entry]:
    return [each for each in network.life if each.at < party.asked.before]


def _too_small(party: Party, network: Network) -> tuple[date, date] | None:
    """Since when its core group is too small, and until when it can be repaired."""
    found = None
    for each in _until(party, network):
        term = getattr(each.said, "core_group_term", None)
        if term is not None:
            found = each.day, term.repair_by
        elif each.kind == "CoreGroupRepaired":
            found = None
    return found


def happened(party: Party, sensitive: Container[UUID]) -> Told:
    """What happened in the pilot that is asked about; of a sensitive network not when it reached a number."""
    (opened,) = [each for each in party.log.all_of("PilotOpened") if each.item == party.asked.pilot]
    lives = {life[0].item: as_known(life) for life in party.log.items.values()}
    plans = {item: then for item, life in lives.items() if _pilot(then := _then(party, life)) == party.asked.pilot}
    networks = [each for each in party.networks.values() if each.first.said.pilot == party.asked.pilot]
    plain = [each for each in networks if each.id not in sensitive]
    of_pilot = _then(party, party.log.items[opened.item])
    ended = [each for each in of_pilot if each.kind == "PilotEnded"]
    groups = {each.said.group: None for each in of_pilot if each.kind == "GroupShowedInterest"}
    talked = {each.said.group: str(each.said.outcome) for each in of_pilot if each.kind == "TalkHeld"}
    waiting = sorted(
        ((each.days(party.asked.day), each.plan) for each in waiting_times(party) if not each.until), key=lambda one: -one[0]
    )
    return {
        "label": opened.said.label,
        "firstDay": _iso(opened.said.first_day),
        "lastDay": _iso(opened.said.last_day),
        "endedOn": _iso(ended[-1].day) if ended else None,
        "groups": len(groups),
        "talks": dict(Counter(talked.values())),
        "plansBegun": sum(bool(life) for life in plans.values()),
        "beyondPlaces": [
            _beyond(party, each, sensitive) for each in of_pilot if each.kind == "PlaceTaken" and each.said.beyond_places_because
        ],
        "rejected": [_of_plan(life, each) for life in plans.values() for each in life if each.kind == "PlanRejected"],
        "lapsedConditions": sum(each.kind == "ConditionLapsed" for life in plans.values() for each in life),
        "waiting": [{"name": _content(plans[plan]).name, "days": days} for days, plan in waiting],
        "renewed": [
            _renewed(party, network, each)
            for network in networks
            for each in _until(party, network)
            if each.kind == "NetworkRenewed"
        ],
        "suspended": [told for network in networks for told in suspensions(party, network, sensitive)],
        "conversations": sorted(
            (_talk(party, life) for life in lives.values() if _is_talk(party, life, plain)), key=lambda one: one["network"]
        ),
    }


def _then(party: Party, life: list[Entry]) -> list[Entry]:
    return [each for each in life if each.at < party.asked.before]


def _pilot(life: list[Entry]) -> Any:  # an id or nothing
    pilots = [each.said.pilot for each in life if each.kind in {"PlanDrafted", "PlanBroughtIntoPilot"}]
    return pilots[-1] if pilots else None


def _content(life: list[Entry]) -> Any:  # as it was stored
    return [each.said.content for each in life if hasattr(each.said, "content")][-1]


def _of_plan(life: list[Entry], rejected: Entry) -> Told:
    return {"name": _content(life).name, "day": _iso(rejected.day), "reasons": rejected.said.reasons}


def _beyond(party: Party, taken: Entry, sensitive: Container[UUID]) -> Told:
    network = party.networks[taken.said.network]
    reasons = None if network.id in sensitive else taken.said.beyond_places_because
    return {"name": network.name_at(party.asked.before), "day": _iso(taken.day), "reasons": reasons}


def _renewed(party: Party, network: Network, renewed: Entry) -> Told:
    name = network.name_at(party.asked.before)
    return {"name": name, "day": _iso(renewed.day), "reasons": None, "endsOn": _iso(renewed.said.ends_on)}


def _is_talk(party: Party, life: list[Entry], networks: list[Network]) -> bool:
    then = _then(party, life)
    return bool(then) and then[0].kind == "ConversationOpened" and then[0].said.network in {each.id for each in networks}


def _talk(party: Party, life: list[Entry]) -> Told:
    opened, *more = _then(party, life)
    held = more[-1] if more else None
    return {
        "network": party.networks[opened.said.network].name_at(party.asked.before),
        "occasion": str(opened.said.occasion),
        "outcome": None if held is None else str(held.said.outcome),
        "heldOn": None if held is None else _iso(held.day),
        "agreed": None if held is None else held.said.agreed,
    }


def suspensions(party: Party, network: Network, sensitive: Container[UUID]) -> list[Told]:
    """Each time that a network was suspended, and since when it went on."""
    life = [each for each in _until(party, network) if each.kind in {"NetworkSuspended", "NetworkResumed"}]
    return [
        {
            "name": network.name_at(party.asked.before),
            "day": _iso(each.day),
            "reasons": None if network.id in sensitive else each.said.reason,
            "resumedOn": next((_iso(later.day) for later in life[place:] if later.kind == "NetworkResumed"), None),
        }
        for place, each in enumerate(life)
        if each.kind == "NetworkSuspended"
    ]
