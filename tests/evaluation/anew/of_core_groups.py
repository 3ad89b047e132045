"""The core group: how large it is, on how many days it was large enough, and of whom it consists."""

from datetime import timedelta

from tests.evaluation.anew.days import end_of
from tests.evaluation.anew.figure import Party, Said, of_network, says
from tests.evaluation.anew.log import Asked, Entry
from tests.evaluation.anew.networks import End, Network
from tests.evaluation.anew.numbers import part

BOTH = 2


def _held(network: Network, moment: object) -> int:
    return sum(any(each.holds_at_end(moment) for each in held) for held in network.seats.values())  # type: ignore[arg-type]


@of_network("core-group-size")
def size(party: Party, network: Network) -> Said:
    count, rules = _held(network, party.asked.before), party.rules(network)
    if rules is None or network.closed_by(party.asked.before):
        return says(count, count)
    least = rules.core_group_minimum
    return says(count, count, norm=least, verdict="stands" if count >= least else "too-small")


@of_network("core-group-continuity")
def continuity(party: Party, network: Network) -> Said:
    rules = party.rules(network)
    if rules is None:
        return says(None, None, note="no-rules-apply")
    last = network.last_day(party.asked) - timedelta(days=network.closed_by(party.asked.before) is not None)
    days = [network.start + timedelta(days=number) for number in range((last - network.start).days + 1)]
    seats = network.seats
    enough = 0
    for day in days:
        moment = min(end_of(day), party.asked.before)
        enough += sum(any(each.holds_at_end(moment) for each in held) for held in seats.values()) >= rules.core_group_minimum
    taken = [each for held in seats.values() for each in held if each.begun < party.asked.before]
    ended = [each for each in taken if each.ended_before(party.asked.before) and each.end is not End.CLOSED]
    return says(
        part(enough, len(days)),
        len(days),
        norm=1,
        verdict=None if not days else "reached" if enough == len(days) else "not-reached",
        note=None if days else "network-closed",
        detail={
            "days": len(days),
            "daysWithEnough": enough,
            "seats": len(taken),
            "seatsEnded": len(ended),
            "withMembership": sum(each.end in {End.LEFT, End.PARTY} for each in ended),
        },
    )


def stated(network: Network, asked: Asked) -> Entry | None:
    """The mix that was stated last by then, and not after the closing."""
    mixes = [each for each in network.life if each.kind == "CoreGroupMixStated" and each.at < network.until(asked)]
    return max(mixes, key=lambda each: (each.at, each.place), default=None)


@of_network("core-group-mix")
def mix(party: Party, network: Network) -> Said:
    rules, last = party.rules(network), stated(network, party.asked)
    norm = BOTH if rules is not None and rules.core_group_mix_asked else None
    if last is None:
        return says(None, None, norm=norm, note="not-stated")
    kinds = BOTH if 0 < last.said.with_experience < last.said.seats else 1
    return says(
        kinds,
        last.said.seats,
        norm=norm,
        verdict=None if norm is None else "reached" if kinds == BOTH else "not-reached",
        detail={"statedOn": last.day.isoformat()},
    )
