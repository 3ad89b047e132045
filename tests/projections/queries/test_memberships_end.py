"""A membership holds until the earliest of left, ended and network closed; a seat also until its membership ended."""

from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import Path

import pytest

from application.queries.networks import MembershipReport
from domain.kernel.entries import Mistake
from domain.networks.membership import JoiningTerms, Membership, MembershipEnding
from domain.networks.network import Network
from projections.queries.answers import open_reads
from tests.projections.examples import brought_in
from tests.projections.stories import LAST, NETWORKS, PEOPLE, Story, act, open_log

NETWORK, SOMEBODY = NETWORKS[0], PEOPLE[0]
TERMS = JoiningTerms(network=NETWORK, purpose_version=1, sensitive=False, minimum_age=None)


def a_network() -> Network:
    return brought_in(act(0), NETWORK)


def a_member(when: int = 3) -> Membership:
    return Membership.join(act(when), reference=SOMEBODY, terms=TERMS, purpose_version=1)


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    log = open_log(tmp_path)
    yield Story(log)
    log.close()


def shown(story: Story, folder: Path, on: int) -> tuple[int, int, int, int]:
    """Members, joined, left and seats at the end of the day of a moment."""
    reads = open_reads(f"sqlite:///{folder / 'events.db'}", story.log)
    reads.catch_up()
    try:
        (row,) = reads.answer(MembershipReport(network=NETWORK, on=act(on).at.date())).items
        assert None not in {row.members, row.joined, row.left, row.core_group}
        return row.members or 0, row.joined or 0, row.left or 0, row.core_group or 0
    finally:
        reads.close()


ENDINGS = ("leaves", "is ended", "network closes")
MOMENTS = {"leaves": 20, "is ended": 24, "network closes": 30}


@pytest.mark.parametrize("order", list(permutations(ENDINGS)), ids=", then ".join)
@pytest.mark.parametrize("first", ENDINGS)
def test_the_earliest_ending_counts_whatever_was_committed_first(story: Story, tmp_path: Path, order: Sequence[str], first: str):
    network, membership = a_network(), a_member()
    story.keep(network, membership)
    moments = {**MOMENTS, first: 12}
    for ending in order:
        # What each of them had loaded before any of the others had committed:
        if ending == "network closes":
            network.close(act(moments[ending]), reason=None)
            story.keep(network)
        elif not membership.holds_at(act(moments[ending]).at):
            continue  # refused: it ended before
        elif ending == "leaves":
            membership.leave(act(moments[ending]))
            story.keep(membership)
        else:
            membership.end(act(moments[ending]), MembershipEnding.PARTY_MEMBERSHIP_ENDED)
            story.keep(membership)
    assert shown(story, tmp_path, 7) == (1, 1, 0, 0)
    assert shown(story, tmp_path, 15) == (0, 1, 1, 0)
    assert shown(story, tmp_path, 35) == (0, 1, 1, 0)


def test_who_joined_after_the_closing_was_never_a_member(story: Story, tmp_path: Path):
    network = a_network()
    story.keep(network)
    late = a_member(when=20)  # loaded the network while it was open
    network.close(act(10), reason=None)
    story.keep(network)
    story.keep(late)
    assert shown(story, tmp_path, 30) == (0, 0, 0, 0)


def test_a_late_entry_that_somebody_joined_before_the_closing_counts(story: Story, tmp_path: Path):
    network = a_network()
    story.keep(network)
    network.close(act(20), reason=None)
    story.keep(network)
    story.keep(a_member(when=5))
    assert shown(story, tmp_path, 15) == (1, 1, 0, 0)
    assert shown(story, tmp_path, 25) == (0, 1, 1, 0)


def test_a_closing_that_happened_at_another_moment_ends_memberships_at_that_moment(story: Story, tmp_path: Path):
    network, membership = a_network(), a_member()
    story.keep(network, membership)
    network.close(act(20), reason=None)
    story.keep(network)
    assert network.closed_by is not None
    network.correct_entry(act(LAST), of=network.closed_by, at=act(10).at, mistake=Mistake.WRONG_DAY)
    story.keep(network)
    assert shown(story, tmp_path, 12) == (0, 1, 1, 0)


def a_seat(story: Story) -> tuple[Network, Membership]:
    network, membership = a_network(), a_member()
    network.appoint(act(3), reference=SOMEBODY)
    story.keep(network, membership)
    return network, membership


def test_a_seat_ends_with_the_membership_also_when_nobody_recorded_that(story: Story, tmp_path: Path):
    _, membership = a_seat(story)
    membership.leave(act(10))
    story.keep(membership)
    assert shown(story, tmp_path, 6) == (1, 1, 0, 1)
    assert shown(story, tmp_path, 12) == (0, 1, 1, 0)


def test_a_seat_does_not_come_back_with_the_next_membership(story: Story, tmp_path: Path):
    _, membership = a_seat(story)
    membership.leave(act(10))
    membership.join_again(act(15), terms=TERMS, purpose_version=1)
    story.keep(membership)
    assert shown(story, tmp_path, 20) == (1, 1, 1, 0)


def test_a_seat_goes_on_when_the_leaving_was_a_mistake(story: Story, tmp_path: Path):
    _, membership = a_seat(story)
    membership.leave(act(10))
    membership.withdraw_entry(act(20), of=membership.last_event, mistake=Mistake.DID_NOT_HAPPEN)
    story.keep(membership)
    assert shown(story, tmp_path, 12) == (1, 1, 0, 1)


def test_a_seat_of_somebody_whose_membership_is_not_known_counts(story: Story, tmp_path: Path):
    network = a_network()
    network.appoint(act(3), reference=SOMEBODY)
    story.keep(network)
    assert shown(story, tmp_path, 9) == (0, 0, 0, 1)


def test_a_seat_ends_with_the_network(story: Story, tmp_path: Path):
    network, _ = a_seat(story)
    network.close(act(10), reason=None)
    story.keep(network)
    assert shown(story, tmp_path, 12) == (0, 1, 1, 0)


def test_leaving_and_coming_back_counts_one_person(story: Story, tmp_path: Path):
    network, membership = a_network(), a_member()
    for when in (10, 20):
        membership.leave(act(when))
        membership.join_again(act(when + 5), terms=TERMS, purpose_version=1)
    story.keep(network, membership)
    assert shown(story, tmp_path, 30) == (1, 1, 1, 0)
