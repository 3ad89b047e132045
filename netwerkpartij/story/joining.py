"""Joining and leaving over the months: who and when is drawn by lot, how many is told here."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from domain.kernel.acts import Source
from domain.kernel.days import AMSTERDAM, day_of
from netwerkpartij.story import plans
from netwerkpartij.story.clock import LAST_DAY, at
from netwerkpartij.story.telling import Chapter, Story

MONTH: Final = 30
OTHER_WAYS: Final = {Source.PHONE: 0.07, Source.MAIL: 0.05, Source.PAPER: 0.04}
"""How large a share of joiners leaves the typing to the party bureau."""


def education(story: Story) -> Chapter:
    """Reaches fifty well within its year, and grows when another network goes on in it."""
    yield at("2022-10-12 12:00")
    yield from _grows(
        story,
        plans.EDUCATION,
        joining=[8, 9, 7, 8, 7, 9, 8, 11, 13, 11, 10, 18, 14, 12, 10],
        leaving=[0, 0, 1, 0, 1, 1, 0, 2] * 2,
    )


def care(story: Story) -> Chapter:
    """Stays below fifty: one year after its founding, and at the end of the story."""
    yield at("2022-11-09 12:00")
    yield from _grows(story, plans.CARE, joining=[4, 5, 3, 4, 3, 4, 2, 3, 1, 4, 3, 2, 2, 1], leaving=[0, 0, 0, 1, 0, 0, 1] * 2)


def climate(story: Story) -> Chapter:
    """Reaches fifty within three months."""
    yield at("2022-12-07 12:00")
    yield from _grows(
        story, plans.CLIMATE, joining=[16, 24, 19, 16, 19, 17, 14, 11, 10, 15, 18, 13, 10], leaving=[0, 1, 2, 1] * 4
    )


def family(story: Story) -> Chapter:
    """Brings its members along on a list of paper, and grows until it merges."""
    yield at("2022-09-15 09:30")
    for _ in range(44):
        story.join(_drawn(story, plans.FAMILY), plans.FAMILY, Source.PAPER)
    yield from _grows(story, plans.FAMILY, joining=[6, 7, 5, 6, 5, 4, 4, 3], leaving=[0, 1, 1, 2, 1, 2, 3, 2])


def young(story: Story) -> Chapter:
    """Begins well, is suspended in its fourth month, and never gets going again."""
    yield at("2022-12-14 12:00")
    yield from _grows(story, plans.YOUNG, joining=[12, 11, 9, 3, 0, 0, 1, 2], leaving=[0, 0, 1, 2, 3, 4, 3, 4])


def lhbtiq(story: Story) -> Chapter:
    """Grows evenly; everybody gives explicit consent, and nobody's list is shown."""
    yield at("2023-02-15 12:00")
    yield from _grows(story, plans.LHBTIQ, joining=[8, 7, 8, 6, 6, 5, 6, 5, 6, 5], leaving=[0, 0, 1, 0, 1] * 2)


def farming(story: Story) -> Chapter:
    """Founded in October 2023: too young to tell at the end of the year."""
    yield at("2023-10-11 12:00")
    yield from _grows(story, plans.FARMING, joining=[18, 14, 9], leaving=[0, 0, 1])


def coming_back(story: Story) -> Chapter:
    """Let some who left join once more: a new period, not a new person."""
    yield at("2023-03-20 20:00")
    for number in range(30):
        yield story.clock() + timedelta(days=story.lot.randint(5, 11), hours=story.lot.randint(-3, 2))
        network = (plans.CLIMATE, plans.EDUCATION, plans.CARE, plans.LHBTIQ)[number % 4]
        former = [name for name in story.left.get(network, []) if name in _outside(story, network)]
        if former and day_of(story.clock()) <= LAST_DAY:
            name = story.lot.choice(former)
            story.left[network].remove(name)
            story.join(name, network)


def _grows(story: Story, network: str, *, joining: Sequence[int], leaving: Sequence[int]) -> Chapter:
    """Let people join and leave in months of thirty days from tomorrow, as many as told for each."""
    start = story.clock().astimezone(AMSTERDAM).replace(hour=0, minute=0) + timedelta(days=1)
    for month, (come, go) in enumerate(zip(joining, leaving, strict=False)):
        first = start + timedelta(days=MONTH * month)
        moments = [(_moment(story, first), number < come) for number in range(come + go)]
        for moment, comes in sorted(moments):
            if day_of(moment) > LAST_DAY:
                return
            yield moment
            if comes:
                _joins(story, network, start)
            else:
                _leaves(story, network)


def _moment(story: Story, first: datetime) -> datetime:
    return first + timedelta(days=story.lot.randrange(MONTH), hours=story.lot.randint(8, 22), minutes=story.lot.randrange(60))


def _joins(story: Story, network: str, start: datetime) -> None:
    name = _drawn(story, network)
    source = story.lot.choices([Source.SELF, *OTHER_WAYS], [1 - sum(OTHER_WAYS.values()), *OTHER_WAYS.values()])[0]
    posted = story.clock() - timedelta(days=story.lot.randint(2, 8))
    late = (
        source is Source.PAPER
        and posted > max(start, story.cast[name].party_member_since)
        and name not in story.left.get(network, [])
    )
    story.join(name, network, source, on=day_of(posted) if late else None)


def _leaves(story: Story, network: str) -> None:
    members = [name for name in story.members[network] if not story.cast[name].speaks]
    if members:
        source = story.lot.choices([Source.SELF, Source.PHONE, Source.MAIL], [0.7, 0.15, 0.15])[0]
        story.leave(story.lot.choice(members), network, source)


def _drawn(story: Story, network: str) -> str:
    """Draw a party member who is not in the network, would fit in it, and has no part with lines."""
    return story.lot.choice([name for name in _outside(story, network) if name not in story.left.get(network, [])])


def _outside(story: Story, network: str) -> list[str]:
    inside = set(story.members.get(network, []))
    born = {plans.YOUNG: range(1984, 2007), plans.LHBTIQ: range(1900, 2006)}.get(network, range(1900, 2100))
    return [
        name
        for name in story.party_members
        if name not in inside and not story.cast[name].speaks and story.cast[name].birth_year in born
    ]
