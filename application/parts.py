"""Long rows of things, some at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def in_parts(things: Iterable[T], size: int) -> Iterator[list[T]]:
    """Give things in lists of a size, the last of which may be shorter."""
    rest = iter(things)
    while part := list(islice(rest, size)):
        yield part
