"""Whom only the vault knows: of how many people all members are, and how much they look like the party."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import ceil
from random import Random
from typing import Any
from uuid import UUID

from tests.evaluation.anew.days import end_of, stretches
from tests.evaluation.anew.figure import Party, Said, says
from tests.evaluation.anew.log import Entry, as_known
from tests.evaluation.anew.networks import Network, begun_networks, rules_for
from tests.evaluation.anew.numbers import wilson

PARTS = {
    "noord": ("NL-GR", "NL-FR", "NL-DR"),
    "oost": ("NL-OV", "NL-FL", "NL-GE"),
    "west": ("NL-UT", "NL-NH", "NL-ZH", "NL-ZE"),
    "zuid": ("NL-NB", "NL-LI"),
}
TEN, HUNDRED, THOUSAND, DRAWS, SEED = 10, 100, 1000, 2000, 20220628


@dataclass
class Vault:
    """What the vault is asked: whose a reference of a network is, and in which province somebody lives."""

    whose: Callable[[UUID, Iterable[str]], dict[str, Any]]
    province: Callable[[Any], str | None]


def _members(network: Network, moment: Any) -> list[str]:  # a moment
    return [who for who, spans in network.people.items() if any(each.holds_at_end(moment) for each in spans)]


def _times(party: Party, vault: Vault) -> Counter[Any]:
    """In how many networks each person is, of those that are not sensitive."""
    return Counter(
        person
        for network in begun_networks(party.networks, party.asked)
        if not network.is_sensitive
        for person in vault.whose(network.id, _members(network, party.asked.before)).values()
    )


def in_tens(count: int) -> int:
    return round(count, -1)


def newest(party: Party, kind: str, *, rank: Callable[[Any], int] = lambda _: 0) -> Entry | None:
    """The newest count of a day by then, of those that were not withdrawn."""
    known = [each for life in party.log.begun_with(kind) for each in as_known(life) if each.kind == kind]
    counts = [each for each in known if each.said.reference_day <= party.asked.day and each.at < party.asked.before]
    return max(counts, key=lambda each: (rank(each.said), each.said.reference_day), default=None)


def reach(party: Party, vault: Vault) -> Said:
    people, counted = in_tens(len(_times(party, vault))), newest(party, "PartyMembersCounted")
    if counted is None:
        return says(None, people, note="no-baseline")
    members = counted.said.members
    detail = {"partyMembers": members, "countedOn": counted.said.reference_day.isoformat()}
    return says(round(people / members, 4), people, detail=detail)


def overlap(party: Party, vault: Vault) -> Said:
    times = _times(party, vault)
    people, several = len(times), sum(count > 1 for count in times.values())
    if people < TEN or 0 < several < TEN:
        return says(None, None, note="too-few-to-publish")
    return says(round(in_tens(several) / in_tens(people), 2), in_tens(people))


@dataclass
class Quarter:
    """Where the members lived, of whom it was told, at the end of a quarter as it was known that night."""

    last_day: date
    lives: dict[str, str]


def quarters(party: Party, network: UUID, vault: Vault) -> Iterator[Quarter]:
    """The whole quarters that are over, oldest first."""
    first, *_ = party.log.items[network]
    for _, last in stretches(first.day, party.asked.day, 3):
        night = end_of(last)
        if night > party.asked.over:
            return
        then = party.known_that(night).get(network)
        held = [] if then is None or then.begun >= night else _members(then, night)
        lives = {who: vault.province(person) for who, person in vault.whose(network, held).items()}
        yield Quarter(last, {who: province for who, province in lives.items() if province is not None})


def told_quarter(found: Iterable[Quarter]) -> Quarter | None:
    told: list[Quarter] = []
    for each in found:
        if all(len(each.lives.keys() ^ before.keys()) >= TEN for before in ({}, *(one.lives for one in told))):
            told.append(each)
    return told[-1] if told else None


def likeness(party: Party, network: Network, vault: Vault) -> Said:
    rules = rules_for(party.log, network.type, party.asked.day)
    if rules is not None and rules.representation_reference == "target-group":
        return says(None, None, note="reference-is-the-target-group")
    baseline = newest(party, "RepresentationBaselineRecorded", rank=lambda said: said.group == "party-members")
    if baseline is None:
        return says(None, None, note="no-baseline")
    over = list(quarters(party, network.id, vault))
    if not over:
        return says(None, None, note="not-yet-measurable")
    told = told_quarter(over)
    if told is None:
        return says(None, None, note="too-few-to-publish")
    return _compared(told, baseline)


def _compared(told: Quarter, baseline: Entry) -> Said:
    total = sum(each.share for each in baseline.said.shares)
    shares = {each.value: each.share / total for each in baseline.said.shares}
    counts, n = Counter(told.lives.values()), len(told.lives)
    exact = _deviation(counts, n, shares)
    drawn = _draws(min(n, THOUSAND), tuple(shares.items()))
    limit, chance = drawn[ceil(0.95 * DRAWS) - 1], (1 + sum(each >= exact for each in drawn)) / (1 + DRAWS)
    places = dict(PARTS) | ({province: (province,) for province in shares} if n >= HUNDRED else {})
    of_place = {place: sum(shares[each] for each in provinces) for place, provinces in places.items()}
    here = {place: sum(counts[each] for each in provinces) for place, provinces in places.items()}
    could = [place for place in PARTS if n * of_place[place] >= TEN]
    missing = [place for place in places if n * of_place[place] >= TEN and wilson(here[place], n)["high"] < of_place[place]]
    deviation = round(exact, 2)
    party_members = baseline.said.group == "party-members"
    verdict = "broad" if exact <= limit else "attention" if exact <= limit + 0.1 else "narrow"
    return says(
        round(1 - exact, 2),
        n,
        verdict=verdict if party_members else None,
        note=None if party_members else "baseline-is-a-stand-in",
        detail={
            "toldOf": told.last_day.isoformat(),
            "deviation": deviation,
            "toMove": round(deviation * n),
            "limit": round(limit, 2),
            "chance": round(chance, 2),
            "missing": missing,
            "missingPeople": {place: max(in_tens(round(n * of_place[place] - here[place])), TEN) for place in missing},
            "couldTell": could,
        },
    )


def _deviation(counts: Counter[str], n: int, shares: dict[str, float]) -> float:
    return sum(abs(counts[province] / n - share) for province, share in shares.items()) / 2


@cache
def _draws(many: int, of_each: tuple[tuple[str, float], ...]) -> list[float]:
    draw, shares = Random(SEED), dict(of_each)  # noqa: S311  # the same draws for everybody
    return sorted(_deviation(Counter(_one(draw.random(), shares) for _ in range(many)), many, shares) for _ in range(DRAWS))


def _one(number: float, shares: dict[str, float]) -> str:
    """The first province at which the running sum of shares exceeds a number."""
    running = 0.0
    for province, share in shares.items():
        running += share
        if running > number:
            return province
    return province
