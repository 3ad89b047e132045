"""Which kinds of thing need somebody: one function over facts each, and the roles whose list it is on."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from application.queries.attention import AttentionKind
from domain.kernel.acts import Reference, Role
from projections.attention.asked import Asked


class AttentionRow(NamedTuple):
    """One thing that needs somebody, as facts tell it; times in microseconds, days as they are kept."""

    kind: AttentionKind
    item: str
    network: str | None
    name: str | None
    sensitive: bool
    since: int
    due_on: str | None = None
    number: int | None = None
    roles: frozenset[Role] | None = None
    """Whose it is, where that differs from one to the other; None: of all roles of its kind."""
    whose: tuple[Reference, ...] = ()
    """Which members it is about; nobody else finds it on a list of their own."""


Finder = Callable[[Asked], Iterable[AttentionRow]]
FINDERS: dict[AttentionKind, tuple[frozenset[Role], Finder]] = {}


def needs(kind: AttentionKind, *roles: Role) -> Callable[[Finder], Finder]:
    """Make a function the one that finds what is of a kind, everywhere at once, for these roles."""

    def register(finder: Finder) -> Finder:
        FINDERS[kind] = (frozenset(roles), finder)
        return finder

    return register
