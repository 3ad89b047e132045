"""Two tellings of what a network's members are like differ only when at least ten people do."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from random import Random
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from application.commands.networks import JoinNetwork, LeaveNetwork
from application.commands.party import CorrectPerson
from application.commands.pilot import RecordBaseline
from application.evaluation.quarters import TEN, told_last
from application.queries.evaluating.evaluation import Evaluation, Figure, MemberSeen, QuarterSeen
from domain.kernel.acts import Source
from domain.kernel.days import day_of
from domain.networks.network import Network
from domain.pilot.baseline import BaselineGroup, ShareOf
from tests.application.party import Party

FIRST = date(2025, 3, 31)


def member(number: int, *, counts: bool = True) -> MemberSeen:
    return MemberSeen(f"r{number:032x}", f"{UUID(int=number)}:1", str(UUID(int=number)), "token" if counts else None, None)


def quarters(*members: Sequence[MemberSeen]) -> list[QuarterSeen]:
    days = [FIRST + timedelta(days=91 * number) for number in range(len(members))]
    return [QuarterSeen(day, {each.membership: each for each in some}) for day, some in zip(days, members, strict=True)]


def counts(seen: MemberSeen) -> bool:
    return seen.statistics is not None


EVERYBODY = [member(number) for number in range(40)]
SOME_TOLD_NOTHING = [member(number, counts=number % 3 > 0) for number in range(40)]


def _numbers(chosen: Any) -> list[int]:
    """Whole tens with a few more, so that quarters come that resemble one of long before; or whomever."""
    if isinstance(chosen, tuple):
        tens, few = chosen
        return [*(10 * ten + number for ten in tens for number in range(10)), *few]
    return list(chosen)


TENS = st.lists(st.integers(0, 2), unique=True)
A_FEW = st.lists(st.integers(30, 39), unique=True, max_size=3)


@given(
    st.sampled_from([EVERYBODY, SOME_TOLD_NOTHING]),
    st.lists(st.tuples(TENS, A_FEW) | st.lists(st.integers(0, 39), unique=True), max_size=8),
)
def test_any_two_tellings_differ_by_ten_people_or_not_at_all(people, lists):
    seen = quarters(*([people[number] for number in _numbers(each)] for each in lists))
    told = [told_last(seen[:number], counts) for number in range(1, len(seen) + 1)]
    for one, other in combinations([each for each in told if each is not None], 2):
        between = {each for each in (*one.members.values(), *other.members.values()) if counts(each)}
        apart = {each for each in between if (each.membership in one.members) != (each.membership in other.members)}
        assert one is other or len(apart) >= TEN
    assert all(sum(map(counts, each.members.values())) >= TEN for each in told if each is not None)


def test_ten_more_are_told_and_nine_are_not():
    assert told_last(quarters(EVERYBODY[:9]), counts) is None
    seen = quarters(EVERYBODY[:10], EVERYBODY[:19], EVERYBODY[:20])
    assert told_last(seen[:2], counts) is seen[0]
    assert told_last(seen, counts) is seen[2]


def test_the_first_telling_counts_as_much_as_the_last():
    seen = quarters(EVERYBODY[:10], EVERYBODY[:21], EVERYBODY[:11])
    assert told_last(seen, counts) is seen[1]


def test_who_told_nothing_makes_no_difference():
    seen = quarters(EVERYBODY[:10], [*EVERYBODY[:19], member(50, counts=False)])
    assert told_last(seen, counts) is seen[0]


# In a party: whatever day is asked about, as known at whatever moment, by whom was erased since

PLACES = ("NL-UT", "NL-GE", "NL-OV", "NL-ZH")


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_asked_about_a_network_no_answer_differs_by_a_few(party: Party, seed: int):
    lot = Random(seed)  # noqa: S311  # the same each time
    network = party.network()
    shares = tuple(ShareOf(value=place, share=0.25) for place in PLACES)
    baseline: dict[str, Any] = {"counted": 25_000, "reference_day": date(2025, 1, 1), "origin": "De ledenadministratie."}
    party.give(RecordBaseline(group=BaselineGroup.PARTY_MEMBERS, shares=shares, **baseline), party.bureau)
    outside = [f"Voorbeeld {number}" for number in range(45)]
    for name in outside:
        party.person(name, province=lot.choice(PLACES))
        party.party_member(name)
    inside: list[str] = []
    asked: dict[str, tuple[Figure, frozenset[str]]] = {}
    for _ in range(30):
        party.clock.pass_time(days=lot.randint(5, 25), hours=lot.randint(0, 9))
        for _ in range(lot.randint(0, 5)):
            something_happens(party, network, lot, inside, outside)
        party.clock.pass_time(minutes=1)
        today = day_of(party.clock.now)
        for back in (0, lot.randint(0, 200)):
            hear(party, asked, on=today - timedelta(days=back))
        hear(party, asked, known_at=party.clock.now - timedelta(days=lot.randint(1, 100)))
    told = list(asked.values())
    assert len(told) > 1
    for (_, one), (_, other) in combinations(told, 2):
        assert len(one ^ other) >= TEN


def people_of_utrecht_and(party: Party, network: UUID, names: Sequence[str], **differently: str) -> None:
    for name in names:
        party.person(name, province=differently.get(name.split()[1], "NL-UT"))
        party.join(name, network)


def deviation_told(party: Party, **when: Any) -> tuple[date, float, int]:
    """Give of which day it is told, how much the network looks like the party, and of how many."""
    (told,) = [each for each in party.ask(Evaluation(events=True, **when), party.bureau).figures if each.figure == "likeness"]
    assert isinstance(told.value, float)
    return told.detail.told_of, told.value, told.n or 0


def test_a_province_that_was_corrected_counts_from_the_next_telling_on_and_what_was_told_stays(party: Party):
    network = party.network()
    half = (ShareOf(value="NL-UT", share=0.5), ShareOf(value="NL-GE", share=0.5))
    baseline: dict[str, Any] = {"counted": 25_000, "reference_day": date(2025, 1, 1), "origin": "De ledenadministratie."}
    party.give(RecordBaseline(group=BaselineGroup.PARTY_MEMBERS, shares=half, **baseline), party.bureau)
    first, later = [f"Voorbeeld {number}" for number in range(10)], [f"Voorbeeld {number}" for number in range(10, 20)]
    people_of_utrecht_and(party, network, first)
    party.clock.now = datetime(2025, 4, 2, tzinfo=UTC)
    told = deviation_told(party)
    assert told == (FIRST, 0.5, 10)
    known_at = party.clock.now
    before = party.log.last_position()
    for name in first[:5]:
        party.give(CorrectPerson(person=party.person(name), province="NL-GE"), party.bureau)
    assert party.types(before) == ["PersonalDetailsCorrected"] * 5
    people_of_utrecht_and(party, network, later)
    assert deviation_told(party) == told
    party.clock.now = datetime(2025, 7, 2, tzinfo=UTC)
    assert deviation_told(party) == (date(2025, 6, 30), 0.75, 20)
    assert deviation_told(party, known_at=known_at) == told


def something_happens(party: Party, network: UUID, lot: Random, inside: list[str], outside: list[str]) -> None:
    if outside and (len(inside) < TEN or lot.random() < 0.7):
        name = outside.pop()
        begun = party.load(Network, network).begun_at + timedelta(days=1)
        at = max(party.clock.now - timedelta(days=lot.choice([0, 0, 3, 40])), begun)
        joined = JoinNetwork(network=network, purpose_version=1, person=party.person(name), source=Source.PHONE, at=at)
        party.give(joined, party.bureau)
        inside.append(name)
    elif inside and lot.random() < 0.4:
        corrected = CorrectPerson(person=party.person(lot.choice(inside)), province=lot.choice(PLACES))
        party.give(corrected, party.bureau)
    elif inside:
        name = inside.pop(lot.randrange(len(inside)))
        party.give(LeaveNetwork(network=network, person=party.person(name), source=Source.PHONE), party.bureau)
        if lot.random() < 0.1:
            party.vault.erase_person(party.person(name))


def hear(party: Party, asked: dict[str, tuple[Figure, frozenset[str]]], **when: Any) -> None:
    """Keep what was told, and of whom; what is told of another day or at another time in the same words is the same telling."""
    for figure in party.ask(Evaluation(events=True, **when), party.bureau).figures:
        if figure.figure == "likeness" and figure.value is not None:
            of = frozenset(event.partition(":")[0] for event in figure.events) - {str(figure.of)}
            said = figure.model_dump_json(exclude={"events", "ground"})
            assert asked.setdefault(said, (figure, of))[1] == of
