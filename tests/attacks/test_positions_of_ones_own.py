"""
An attacker who commands, waits and commands again, and tells by the two positions how much was recorded in between.

In between nothing happens but in a sensitive network. The attacker guesses whether that was nothing or much, by whichever rule on
the two numbers turns out best.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from uuid import uuid4

import pytest

from api.commands.endpoint import answered
from api.commands.routes import COMMAND_ROUTES
from application.access.positions import Positions
from application.commands.networks import JoinNetwork, LeaveNetwork
from application.commands.pilot import CountPartyMembers
from tests.application.party import CONSENT, OTHER_FOUNDERS, SOMEBODY, Party

ROUNDS = 30
ROUTE = next(each for each in COMMAND_ROUTES if CountPartyMembers in each.commands)


def told(party: Party, number: int) -> int:
    """Give a command of one's own, in which nobody else has a part, and give what its answer says of its position."""
    day = date(2024, 1, 1) + timedelta(days=number)
    result = party.give(CountPartyMembers(members=20_000, reference_day=day, origin="Een telling."), party.board)
    return int(answered(ROUTE, result, uuid4(), Positions(party.vault)).headers["Event-Position"])


def rounds(party: Party) -> Iterator[tuple[int, bool]]:
    """Give what the attacker is told time after time, and whether much happened since the time before."""
    network = party.founded(OTHER_FOUNDERS, name="LHBTIQ+ netwerk", sensitive=True)
    party.party_member(SOMEBODY)
    member = party.member(SOMEBODY)
    chance = random.Random(1)  # noqa: S311  # no secret
    for number in range(ROUNDS):
        much = chance.random() < 0.5
        for _ in range(3 if much else 0):
            party.clock.pass_time(hours=1)
            party.give(JoinNetwork(network=network, purpose_version=1, consent_version=CONSENT), member)
            party.give(LeaveNetwork(network=network), member)
        party.clock.pass_time(hours=1)
        yield told(party, number), much


def right_at_best(party: Party) -> int:
    """Give how often the best rule on two numbers that follow each other is right."""
    found = list(rounds(party))
    steps = [(other - one, much) for (one, _), (other, much) in pairwise(found)]
    thresholds = sorted(step for step, _ in steps)
    scores = [sum((step > limit) is much for step, much in steps) for limit in thresholds]
    return max(*scores, len(steps) - min(scores))


def test_positions_of_ones_own_commands_tell_no_count(party: Party):
    assert right_at_best(party) <= 25  # of 29: chance alone is better than that once in ten thousand times


def test_the_attacker_succeeds_when_positions_are_told_as_they_are(party: Party, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Positions, "shown", lambda _, position: position)
    assert right_at_best(party) == ROUNDS - 1
