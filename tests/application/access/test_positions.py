"""Positions that are shown as other numbers: each is read back, and no number tells how many others there are."""

import itertools
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as some

from application.access.positions import HALF, Positions
from application.queries.auditing.record import Events
from domain.kernel.acts import Role
from tests.application.party import SOMEBODY, Party


class Keyed:
    """Just what positions ask of a vault."""

    def keyed_digest(self, data: bytes) -> str:
        return sha256(b"key" + data).hexdigest()


POSITIONS = Positions(Keyed())  # type: ignore[arg-type]  # a part of a vault


@given(some.integers(min_value=0, max_value=2 ** (2 * HALF) - 1))
def test_a_position_is_read_back(position: int):
    assert POSITIONS.read(POSITIONS.shown(position)) == position


@pytest.mark.parametrize("wrong", [-1, 2**60])
def test_what_was_never_shown_is_read_as_it_is(wrong: int):
    assert POSITIONS.read(wrong) == wrong


def test_the_numbers_are_in_no_order_and_all_different():
    shown = [POSITIONS.shown(position) for position in range(1, 500)]
    rising = sum(one < other for one, other in itertools.pairwise(shown))
    assert len(set(shown)) == len(shown)
    assert 190 < rising < 310


def test_the_log_is_read_on_from_a_number_that_was_shown(party: Party):
    party.party_member(SOMEBODY)
    auditor = party.session(Role.AUDITOR)
    everything = party.ask(Events(limit=500), auditor)
    first = party.ask(Events(limit=2), auditor)
    rest = party.ask(Events(limit=500, after=first[-1].position), auditor)
    assert [each.id for each in (*first, *rest)] == [each.id for each in everything]
    assert len(everything) > 4
