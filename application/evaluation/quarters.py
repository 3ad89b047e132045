"""
Of which quarters it is told what its people are like, so that no two tellings differ by a few people (decision 0017).

Whoever compares two tellings between which one person joined would learn something of that person.
"""

from collections.abc import Callable, Iterator, Sequence

from application.queries.evaluating.evaluation import MemberSeen, QuarterSeen

TEN = 10


def told_last(quarters: Sequence[QuarterSeen], counts: Callable[[MemberSeen], bool]) -> QuarterSeen | None:
    """
    Give the last quarter that is told: one whose members differ by ten or more from those of every one told before.

    :param quarters: those that are over, oldest first
    :param counts: whether a member is one of those whom a telling counts
    """
    told: list[QuarterSeen] = []
    for quarter in quarters:
        if _has_ten(iter(quarter.members.values()), counts) and all(_has_ten(_between(quarter, each), counts) for each in told):
            told.append(quarter)
    return told[-1] if told else None


def _between(one: QuarterSeen, other: QuarterSeen) -> Iterator[MemberSeen]:
    for membership in one.members.keys() ^ other.members.keys():
        yield one.members.get(membership) or other.members[membership]


def _has_ten(members: Iterator[MemberSeen], counts: Callable[[MemberSeen], bool]) -> bool:
    """Say whether ten of them count, and look at no more than that takes."""
    found = 0
    for member in members:
        found += counts(member)
        if found == TEN:
            return True
    return False
