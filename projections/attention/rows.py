"""One thing that needs somebody, as the functions of projections.attention.finders find it."""

from typing import NamedTuple

from application.queries.attention import AttentionKind
from domain.kernel.acts import Reference, Role


class AttentionRow(NamedTuple):
    """One thing that needs somebody; times in microseconds, days as they are kept."""

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
