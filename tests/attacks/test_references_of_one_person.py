"""
An attacker who has the events database and not the vault, and ties references of one person over networks by order and time.

People who join several networks in one sitting are recorded one after the other. What that tells is measured here and stated
in docs/security.md; it is mended by nothing but by not giving the log away.
"""

import itertools
import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

import pytest

from application.access.raw_log import read_without_people
from application.ports.event_log import Recorded
from domain.networks.membership import Membership
from tests.application.party import CONSENT, FOUNDERS, OTHER_FOUNDERS, Party

PEOPLE = tuple(f"Iemand Verzonnen {number}" for number in range(30))
SITTING = timedelta(minutes=5)


class Joining(NamedTuple):
    """A joining as the log has it."""

    network: str
    reference: str
    at: datetime


def joinings(events: Sequence[Recorded]) -> list[Joining]:
    return [
        Joining(str(each.event.network), each.event.reference, each.event.timestamp)
        for each in events
        if isinstance(each.event, Membership.MemberJoined)
    ]


def tied(found: list[Joining]) -> set[frozenset[str]]:
    """Tie what follows each other within a few minutes in different networks."""
    return {
        frozenset({one.reference, other.reference})
        for one, other in itertools.pairwise(found)
        if one.network != other.network and other.at - one.at < SITTING
    }


@pytest.fixture
def lived(party: Party) -> tuple[Party, list[frozenset[str]]]:
    """People who join an ordinary and a sensitive network in one sitting, some hours apart; and which pairs are one person."""
    networks = party.founded(FOUNDERS), party.founded(OTHER_FOUNDERS, name="LHBTIQ+ netwerk", sensitive=True)
    for name in PEOPLE:
        party.party_member(name)
    chance = random.Random(1)  # noqa: S311  # no secret
    for name in PEOPLE:
        party.clock.pass_time(minutes=chance.randrange(2, 300))
        for network, consent in chance.sample(((networks[0], None), (networks[1], CONSENT)), 2):
            party.join(name, network, consent_version=consent)
    pairs = [frozenset(party.reference(name, network) for network in networks) for name in PEOPLE]
    return party, pairs


def test_whoever_has_the_whole_log_ties_nearly_everybody_who_joins_in_one_sitting(lived: tuple[Party, list[frozenset[str]]]):
    party, pairs = lived
    found = tied(joinings(party.recorded()))
    right = sum(pair in found for pair in pairs)
    assert right / len(pairs) > 0.9  # guessing ties one in thirty
    assert len(found & set(pairs)) / len(found) > 0.8


def test_whoever_is_given_the_log_to_look_it_over_ties_nobody_to_a_sensitive_network(lived: tuple[Party, list[frozenset[str]]]):
    party, pairs = lived
    given = list(read_without_people(party.log, after=0, at_once=500))
    assert len({each.network for each in joinings(given)}) == 1
    assert tied(joinings(given)) == set()
    written = "".join(each.event.model_dump_json() for each in given)
    assert [sum(reference in written for reference in pair) for pair in pairs] == [1] * len(pairs)
